"""Rules of the two simulated information systems: what the portal counts (`forfait`), what an extract reveals (`anonymat`).

Pure functions of the standard library: the pages, the database and the widgets come above them.
"""
