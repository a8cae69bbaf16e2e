"""Who comes out of the laws of a « patient: »: for the panel where a trainer constrains a patient without YAML.

`catalogue()`: the fields that a form may offer. `problemes(lois)`: what is wrong, with the path of the law.
`fiches(protocole, lois)`: ten drawn patients, described and drawn. `etendues(protocole, lois)`: what 32 cover.
"""

from asalee_training.authoring.tires.essais import Probleme, problemes
from asalee_training.authoring.tires.fiches import Etendue, Fiche, etendues, fiches
from asalee_training.authoring.tires.formulaire import catalogue

__all__ = ["Etendue", "Fiche", "Probleme", "catalogue", "etendues", "fiches", "problemes"]
