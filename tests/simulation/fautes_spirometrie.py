"""What shows each fault of a blow, person by person: shared by the tests of the manoeuvres and by the benchmark's table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical.spirometrie.criteres import OBSERVATIONS, acceptabilite, limite_vre_l
from asalee_training.clinical.spirometrie.detection import detecter
from asalee_training.clinical.spirometrie.manoeuvre import analyser
from asalee_training.simulation.manoeuvres import BONNE, souffler
from tests.simulation.personnes_spirometrie import personne, poumons

RIEN = dict.fromkeys(OBSERVATIONS, False)
SUJETS, BONS = range(40), range(200)


@cache
def souffle(rang, faute, montee_s=None):
    """A person's blow, and its measures."""
    blow = souffler(poumons(rang), faute, b"essai %d" % rang, "essai", montee_s=montee_s)
    return blow, analyser(blow.temps_s, blow.debit_l_s)


def indices(rang, faute):
    """What the curve hints at."""
    blow, mesure = souffle(rang, faute)
    return detecter(blow.temps_s, blow.debit_l_s, mesure, personne(rang)["age"])


def critere(rang, faute):
    """What the numeric criteria say, when the operator saw nothing and an earlier blow was sound."""
    return acceptabilite(souffle(rang, faute)[1], RIEN, [personne(rang)["cvf_l"]], personne(rang)["age"])


def depart_faible(rang, faute):
    """The back-extrapolated volume is too large."""
    mesure = souffle(rang, faute)[1]
    return mesure.vre_l > limite_vre_l(mesure.cvf_l)


def signale(rang):
    """A sound blow is flagged: by a hint or by a criterion."""
    seen, found = indices(rang, BONNE), critere(rang, BONNE)
    hinted = (seen.observations, seen.toux_s, seen.respiration_s, seen.montee_lente) != ((), (), None, False)
    return hinted or (found.vems, found.cvf, found.defauts_cvf) != ("acceptable", "acceptable", ())


@dataclass(frozen=True)
class Signe:
    """What finds a fault, and in how many of the 40 persons at least."""

    nom: str
    vu: Callable[[int, str], bool]
    au_moins: int


VUES = {
    "demarrage_lent": Signe("volume rétro-extrapolé", depart_faible, 30),
    "hesitation": Signe("volume rétro-extrapolé", depart_faible, 40),
    "toux_precoce": Signe("creux avant 1 s", lambda r, f: "toux_premiere_seconde" in indices(r, f).observations, 40),
    "toux_tardive": Signe("creux après 1 s", lambda r, f: indices(r, f).toux_s and not indices(r, f).observations, 38),
    "arret_premature": Signe("pas de plateau", lambda r, f: critere(r, f).defauts_cvf == ("fin_expiration",), 40),
    "glotte": Signe("débit coupé", lambda r, f: indices(r, f).observations == ("glotte_premiere_seconde",), 40),
    "fuite": Signe("CVIF > CVF", lambda r, f: critere(r, f).defauts_cvf == ("cvif",), 40),
    "respiration_supplementaire": Signe("reprise", lambda r, f: indices(r, f).respiration_s is not None, 40),
    "inspiration_incomplete": Signe("CVIF > CVF", lambda r, f: critere(r, f).defauts_cvf == ("cvif",), 40),
    "zero_decale": Signe("débit au repos", lambda r, f: "zero_defectueux" in indices(r, f).observations, 40),
}
