"""A population of simulated patients: one seed gives one person whose parts agree.

graphe.csv says what depends on what; `graphe` reads it, `noeuds_*` hold one function per node, `modele` draws.
numpy is loaded by `modele` and the `noeuds_*`, never by `graphe`: a trainee's kernel imports none of them.
"""
