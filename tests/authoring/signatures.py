"""A case to be signed by two people: who they are, what they do, what it has become."""

from asalee_training import answers
from asalee_training.authoring import check, essai, new, publication
from asalee_training.authoring.entete import Ecrit
from asalee_training.exercises.contract import option_id
from tests.depot import rewrite

CLAIRE, NADIA = "Claire Martin", "Nadia Benali"
SUIVI = 'version_protocole: "Avenant de mars 2026"\nrelecture: 2026-03-01\nperemption: 2099-03-01\n'
ASSIGNMENT = "bpco-toux-v1"


def brouillon(ws):
    """A case that lacks nothing but its two signatures."""
    path = new.new(ws, "bpco/toux")
    rewrite(
        path,
        (new.A_ECRIRE, "ATS/ERS 2019"),
        ("mode: entrainement", "mode: evaluation"),
        ("niveau: 1", f"{SUIVI}niveau: 1"),
    )
    return path


def play(ws, path, par, skip=()):
    """Open what ``par`` is to review, and answer it as its widgets do."""
    folder = essai.play(ws, path, par).parent
    sheet = answers.Sheet(folder)
    given = {
        "rapport": {"texte": "12", "unite": "%"},
        "conduite": option_id("J’annonce le diagnostic à Mme Exemple."),
    }
    for nom, valeur in given.items():
        if nom not in skip:
            sheet.write(nom, valeur, 0)
    return folder


def signed(ws, path):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, NADIA)
    publication.approuver(ws, path, NADIA)


def etat(ws, path):
    return publication.etat(check.read(ws, path).entete, Ecrit.open(ws, path).empreinte)
