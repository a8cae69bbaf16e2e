"""The simulated population: its graph, its draws, and what must hold for everybody."""

import hashlib
import json
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from asalee_training.simulation import mesure_spirometrique
from asalee_training.simulation.population import alea, graphe, invariants, modele
from asalee_training.simulation.population.graphe import Noeud

NOEUDS = graphe.graphe()
PEOPLE = modele.tirer(20_000, 4)


def test_the_graph_has_no_loop_no_unknown_parent_and_one_function_a_node():
    order = graphe.ordre()

    assert sorted(order) == sorted(NOEUDS)
    for nom, noeud in NOEUDS.items():
        assert set(noeud.parents) <= set(NOEUDS), nom
        assert len(set(noeud.parents)) == len(noeud.parents), nom
        assert modele.fonction(nom).__name__ == nom
        assert all(order.index(parent) < order.index(nom) for parent in noeud.parents)


def test_every_function_of_a_family_is_a_node_of_that_family():
    for famille, module in modele.FAMILLES.items():
        own = {n for n, f in vars(module).items() if getattr(f, "__module__", "") == module.__name__ and n[0] != "_"}
        assert own == {nom for nom, noeud in NOEUDS.items() if noeud.famille == famille}


@pytest.mark.parametrize("noeud", NOEUDS.values(), ids=list(NOEUDS))
def test_each_node_says_what_it_is_in_french_and_where_it_comes_from(noeud: Noeud):
    assert noeud.famille in graphe.FAMILLES
    assert noeud.genre in graphe.GENRES
    assert noeud.surete in graphe.SURETES
    assert noeud.description
    assert noeud.source
    assert noeud.surete != "hypothese" or noeud.source.startswith(HYPOTHESES)
    if noeud.genre in ("nombre", "entier"):
        assert noeud.mini < noeud.maxi
        assert noeud.unite or noeud.nom.startswith(SANS_UNITE), noeud.nom
    assert (len(noeud.mots) >= 2) == (noeud.genre == "mot")


HYPOTHESES = ("hypothèse", "même loi", "1,15 g/L", "connaissance générale", "Obépi", "somme des traitements")
SANS_UNITE = (
    "niveau_", "nombre_", "grade_", "categorie_", "part_", "z_", "mmrc", "atteinte_", "ips_", "medicaments_",
)  # fmt: skip


class Espion(modele.Parents):
    """Parents that remember what was read."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self.lus: set[str] = set()

    def __getitem__(self, nom: str) -> np.ndarray:
        self.lus.add(nom)
        return super().__getitem__(nom)


@pytest.mark.parametrize("nom", NOEUDS)
def test_a_node_reads_its_declared_parents_all_of_them_and_nothing_else(nom):
    parents = Espion(NOEUDS[nom], {parent: PEOPLE[parent][:64] for parent in NOEUDS[nom].parents})

    modele.fonction(nom)(parents, alea.Alea(1, nom, 0, 64))

    assert parents.lus == set(NOEUDS[nom].parents)


def test_a_node_that_reads_somebody_else_is_refused():
    parents = modele.Parents(NOEUDS["poids_kg"], PEOPLE)

    assert parents["taille_cm"].size == 20_000
    with pytest.raises(KeyError, match="poids_kg reads age"):
        parents["age"]


def test_the_invariants_hold_for_everybody():
    assert invariants.fautes(PEOPLE) == {}


@pytest.mark.parametrize("sexe", ["femme", "homme"])
@pytest.mark.parametrize("age", [18, 44, 70, 95])
def test_the_invariants_hold_at_the_ages_where_laws_meet(sexe, age):
    people = modele.tirer(3000, 5, {"sexe": sexe, "age": age})

    assert invariants.fautes(people) == {}
    assert (people["age"] == age).all()


@pytest.mark.parametrize(
    ("noeud", "valeur", "phrase"),
    [
        ("grossesse", True, "Aucun homme n’est enceint"),
        ("imc_kg_m2", 3.0, "IMC = poids"),
        ("cvf_l", PEOPLE["vems_l"], "CVF supérieure au VEMS"),
        ("hba1c_m3_pct", 12.0, "HbA1c ↔ glycémie"),
        ("age_arret_tabac", 96.0, "Début du tabac"),
        ("age_diagnostic_hta", 96.0, "Aucun diagnostic dans l’avenir"),
        ("creatinine_umol_l", 400.0, "DFG = CKD-EPI"),
        ("mots_rid", 5.0, "Cinq mots"),
        ("kaliemie_mmol_l", 12.0, "kaliemie_mmol_l de"),
        ("poids_kg", 70.123, "1 décimale"),
    ],
)
def test_an_invariant_notices_what_breaks_it(noeud, valeur, phrase):
    broken = {**PEOPLE, noeud: np.full_like(PEOPLE[noeud], valeur)}

    assert any(phrase in said for said in invariants.fautes(broken))


def test_every_invariant_says_a_french_sentence():
    for invariant in invariants.INVARIANTS:
        assert invariant.__doc__.endswith(".")
        assert "\n" not in invariant.__doc__


def test_the_curve_of_a_simulated_breath_has_the_volumes_of_the_record():
    rapports = np.argsort(PEOPLE["rapport_vems_cvf_pct"])
    for i in [*rapports[:8], *rapports[-8:], *range(24)]:
        person = modele.personne(PEOPLE, i)
        seen = mesure_spirometrique.read(("vems", "cvf", "dep"), {"courbes": True, "theoriques": False}, person)
        expiration = seen["courbes"][0]["expiration"]
        points = list(zip(expiration["temps_ms"], expiration["debit_ml_s"], strict=True))
        area_ml = sum((t1 - t0) / 1000 * (f0 + f1) / 2 for (t0, f0), (t1, f1) in pairwise(points))

        assert area_ml == pytest.approx(expiration["volume_ml"][-1], rel=0.002)
        assert expiration["volume_ml"][-1] == pytest.approx(1000 * person["cvf_l"], abs=2)


def test_a_person_depends_on_its_seed_and_rank_alone():
    seven, many = modele.tirer(7, 11), modele.tirer(modele.TRANCHE + 40, 11)
    later = modele.tirer(40, 11, debut=modele.TRANCHE)
    some = modele.tirer(7, 11, noeuds=["hba1c_pct"])

    for i in range(7):
        assert modele.personne(seven, i) == modele.personne(many, i)
    for i in range(40):
        assert modele.personne(later, i) == modele.personne(many, modele.TRANCHE + i)
    assert list(some) == ["hba1c_pct"]
    assert (some["hba1c_pct"] == seven["hba1c_pct"]).all()
    assert modele.personne(modele.tirer(7, 12), 0) != modele.personne(seven, 0)
    assert [part["age"].size for part in modele.tranches(modele.TRANCHE + 40, 11, ["age"])] == [modele.TRANCHE, 40]


def test_a_range_of_ranks_begins_where_a_step_of_the_generator_does():
    with pytest.raises(ValueError, match="multiple of 4"):
        modele.tirer(4, 1, debut=6)


def test_two_nodes_and_two_calls_of_a_node_read_different_numbers():
    one, other = alea.Alea(1, "age", 0, 1000), alea.Alea(1, "sexe", 0, 1000)
    first, second = one.uniforme(), one.uniforme()

    assert np.corrcoef([first, second, other.uniforme()])[0, 1:] == pytest.approx([0, 0], abs=0.12)
    assert 0 <= first.min() < 0.01 < 0.99 < first.max() < 1


def test_the_laws_of_chance_are_what_they_say():
    source = alea.Alea(2, "essai", 0, 60_000)
    normale, words, counts = source.normale(), source.mot(0.2, 0.5), source.binomiale(5, 0.3)

    assert (normale.mean(), normale.std()) == pytest.approx((0, 1), abs=0.02)
    assert np.mean(np.abs(normale) < 1.96) == pytest.approx(0.95, abs=0.005)
    assert [np.mean(words == rank) for rank in range(3)] == pytest.approx([0.2, 0.5, 0.3], abs=0.01)
    assert (counts.mean(), counts.var()) == pytest.approx((1.5, 1.05), abs=0.03)


def test_what_is_fixed_from_outside_stays_and_what_follows_agrees():
    people = modele.tirer(400, 3, {"sexe": "homme", "age": 58, "taille_cm": 171, "vems_l": 1.9, "cvf_l": 3.4})

    assert set(people["cvf_l"]) == {3.4}
    assert set(people["rapport_vems_cvf_pct"]) == {55.9}
    assert not people["grossesse"].any()
    assert modele.personne(people, 0)["sexe"] == "homme"


def test_a_person_is_json_without_what_does_not_apply():
    for i in range(60):
        person = modele.personne(PEOPLE, i)

        assert json.loads(json.dumps(person)) == person
        assert ("age_arret_tabac" in person) == (person["statut_tabac"] == "ancien")
        assert ("cible_hba1c_pct" in person) == person["diabete"]


def test_the_population_of_a_seed_never_changes():
    """The same on every machine: a digest of what is printed, to the last digit printed."""
    people = modele.tirer(200, 2025, noeuds=list(graphe.champs()))
    text = json.dumps([modele.personne(people, i) for i in range(200)], ensure_ascii=False, sort_keys=True)

    assert hashlib.sha256(text.encode()).hexdigest() == EMPREINTE, "say in the changelog that patients have changed"


EMPREINTE = "0aab1c0281c3f3d42af0ba7b493391ef26f3336b9acee5415eed1dae26b50727"


def test_neither_the_graph_nor_the_fields_of_a_patient_load_numpy():
    code = "import sys, asalee_training.simulation.champs, asalee_training.simulation.patient; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_the_figures_and_the_table_of_the_documentation_are_current():
    from asalee_training.simulation.population import figures

    for path, text in figures.written().items():
        assert path.read_text(encoding="utf-8") == text, "run python -m asalee_training.simulation.population.figures"


def test_the_summary_drawing_says_only_what_the_graph_says():
    from asalee_training.simulation.population import dessin

    shown = [nom for nom, noeud in NOEUDS.items() if noeud.schema]
    arrows = dessin.reduite(dessin.visibles({nom: noeud.parents for nom, noeud in NOEUDS.items()}, shown))
    ancestors = {nom: set(graphe.necessaires([nom])) for nom in shown}

    for nom, parents in arrows.items():
        assert set(parents) <= ancestors[nom]
        reached, waiting = set(), [nom]
        while waiting:
            for parent in arrows[waiting.pop()]:
                if parent not in reached:
                    reached.add(parent)
                    waiting.append(parent)
        assert reached == {other for other in shown if other in ancestors[nom]} - {nom}, (
            "what is left out is still said"
        )
