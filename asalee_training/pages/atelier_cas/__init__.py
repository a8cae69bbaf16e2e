"""« Atelier des cas »: a case written from forms, by who will not open a text file.

The page holds the text and asks for gestures (``authoring.edition``); nothing is kept here between two requests.
``champs``, ``etiquettes`` and ``tables`` make forms of the exercise types, ``vue`` and ``remarques`` say what a text is
and what is wrong with it, ``fichiers`` opens and saves, ``espace`` speaks HTTP.
"""
