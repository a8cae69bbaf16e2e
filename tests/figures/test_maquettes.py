"""Every maquette, at its start, at its ends and between: drawn the same everywhere, different when it moves, with its words."""

import itertools
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from asalee_training.figures import maquettes as dessins
from asalee_training.simulation.maquettes import FICHIER, MAQUETTES, Curseur
from tests.figures.reglages import tous

SVG = "{http://www.w3.org/2000/svg}"
ALL = sorted(MAQUETTES)


@pytest.mark.parametrize("nom", ALL)
def test_a_maquette_is_a_small_picture_that_needs_nothing_else(nom):
    for reglages in tous(nom):
        svg = dessins.draw(nom, reglages).svg
        root = ET.fromstring(svg)  # noqa: S314 - our own drawing
        assert root.tag == f"{SVG}svg"
        assert float(root.get("width")) == 700
        assert 200 <= float(root.get("height")) <= 420, "settings and drawing hold on one screen"
        assert len(svg.encode()) < 120_000
        assert not list(root.iter(f"{SVG}script"))
        assert not re.findall(r"(?:href|src)=|@import|url\((?!#)|NaN|inf\b", svg)
        assert all(float(e.get("font-size")) >= 14 for e in root.iter(f"{SVG}text")), "too small on a tablet"


@pytest.mark.parametrize("nom", ALL)
def test_a_maquette_says_in_french_what_it_draws(nom):
    for reglages in tous(nom):
        alt = dessins.draw(nom, reglages).alt
        assert 40 <= len(alt) <= 420, (reglages, alt)
        assert alt[0].isupper()
        assert alt.endswith((".", "»"))
        assert not re.search(r"[*_`\[\]<>\\\n]|\d\.\d|None|\bnan\b", alt), alt
        assert re.search(r"[éèêàâçîôùÀÉ’«]", alt)


@pytest.mark.parametrize("nom", ALL)
def test_moving_any_setting_changes_the_drawing_and_its_words(nom):
    maquette = MAQUETTES[nom]
    seen = tous(nom)
    for reglage in maquette.reglages:
        others = [
            (a, b)
            for a, b in itertools.combinations(seen, 2)
            if a[reglage.nom] != b[reglage.nom] and all(a[k] == b[k] for k in a if k != reglage.nom)
        ]
        drawn = [(dessins.draw(nom, a), dessins.draw(nom, b)) for a, b in others[:200]]
        assert any(a.svg != b.svg for a, b in drawn), f"« {reglage.libelle} » changes nothing"
        assert any(a.alt != b.alt for a, b in drawn), f"« {reglage.libelle} » changes no word"


@pytest.mark.parametrize("nom", ALL)
def test_settings_are_few_and_worded(nom):
    maquette = MAQUETTES[nom]
    assert 1 <= len(maquette.reglages) <= 3
    assert maquette.consigne.endswith(".")
    assert len(maquette.consigne) <= 220
    for reglage in maquette.reglages:
        assert reglage.libelle[0].isupper()
        if isinstance(reglage, Curseur):
            assert 3 <= (reglage.maxi - reglage.mini) / reglage.pas <= 120
        else:
            assert 2 <= len(reglage.options) <= 7
    assert maquette.lire(maquette.depart()) == maquette.depart()


def test_a_maquette_on_the_table_loads_nothing_heavy():
    """It is drawn in the kernel of a trainee, when her lesson opens."""
    code = (
        "import sys; from asalee_training.simulation.maquettes import MAQUETTES; from asalee_training.widgets import maquette; "
        "shown = maquette.poser({'maquettes': list(MAQUETTES)}); assert all('svg' in m['dessin'] for m in shown['maquettes']); "
        "print([m for m in ('numpy', 'pandas', 'matplotlib', 'pydantic', 'ruamel', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_name_belongs_to_one_module_and_has_its_function():
    assert set(FICHIER) == set(MAQUETTES)
    modules = [sys.modules[f"asalee_training.simulation.maquettes.{nom}"] for nom in set(FICHIER.values())]
    assert sum(len(module.MAQUETTES) for module in modules) == len(MAQUETTES), "two modules share a name"
    for nom in ALL:
        assert dessins.draw(nom, MAQUETTES[nom].depart()).svg


def test_maquettes_are_the_same_bytes_in_another_process():
    code = (
        "import hashlib; from asalee_training.figures import maquettes as d; "
        "from asalee_training.simulation.maquettes import MAQUETTES as M; "
        "print(hashlib.sha256(''.join(d.draw(n, r).svg for n in sorted(M) for r in M[n].exemples()).encode()).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1


def test_most_women_with_an_image_to_check_have_no_cancer_and_few_deaths_are_avoided():
    def femmes(montrer, idee=200):
        return dessins.draw("mille_femmes", {"idee": idee, "montrer": montrer}).alt

    assert "87 ont une image à vérifier" in femmes("images")
    assert "7 ont un cancer et 80 n’en ont pas" in femmes("cancers")
    assert "entre 1,5 et 3" in femmes("dix_ans")
    assert "87" not in femmes("idee"), "her guess first, the number after"


def test_half_of_the_positive_tests_still_wait_at_three_months():
    def attend(delai):
        return dessins.draw("cent_positifs", {"delai": delai}).alt

    assert "95 attendent encore" in attend("1_mois")
    assert "48 attendent encore" in attend("3_mois")
    assert "13 attendent encore" in attend("24_mois")
    assert "72 ont un tube" in dessins.draw("mille_tests", {"montrer": "illisibles"}).alt


def test_the_same_weight_has_two_waists_and_a_usual_bmi_may_hide_one():
    def dits(personne, poids, tour):
        return dessins.draw("imc_et_tour", {"personne": personne, "poids_kg": poids, "tour_cm": tour}).alt

    assert "surpoids ; tour : sous le premier repère" in dits("femme", 80, 76).replace("\u202f", " ").replace(
        "\u00a0", " "
    )
    assert "risque encore plus élevé" in dits("femme", 80, 104)
    assert "La balance rassure" in dits("femme", 62, 92)
    assert "La balance rassure" not in dits("homme", 62, 92), "his first mark is 94 cm"
    assert "amaigrissement" in dits("homme", 50, 65)


def test_a_slow_rise_is_seen_by_its_signs_before_its_weight():
    def matin(semaine, jour):
        return dessins.draw("matin_balance", {"semaine": semaine, "jour": jour}).alt

    appels = {
        s: [j for j in range(1, 9) if "le médecin aujourd’hui" in matin(s, j)] for s in ("ordinaire", "vite", "lente")
    }
    assert appels == {"ordinaire": [], "vite": [4, 5, 6, 7, 8], "lente": [6, 7, 8]}
    assert "Plus de 2 kg en trois jours" in matin("vite", 4)
    assert "sans attendre les 2 kg" in matin("lente", 6)


def test_a_rug_taken_away_without_her_is_back_and_the_dark_hides_it():
    def maison(moment, tapis, lumiere="interrupteur"):
        return dessins.draw("maison_la_nuit", {"moment": moment, "tapis": tapis, "lumiere": lumiere}).alt

    assert "elle l’a remis" in maison("nuit", "enleve")
    assert "elle ne le voit pas" in maison("nuit", "libre")
    assert "elle le voit" in maison("jour", "libre")
    assert "Le chemin est libre" in maison("nuit", "mur", "veilleuses")
    assert "chercher les murs" in maison("nuit", "mur")


def test_three_memories_have_the_same_hole_and_only_the_cue_and_the_first_recall_tell_them_apart():
    dit = {pas: dessins.draw("trois_pas", {"pas": pas, "perdus": 3}).alt for pas in ("entrer", "garder", "retrouver")}
    assert all("Plus tard : 2 libres" in mots for mots in dit.values())
    assert "Tout de suite : 2 libres" in dit["entrer"]
    assert "Tout de suite : 5 libres" in dit["garder"]
    assert [re.search(r"total (\d+)", mots)[1] for mots in dit.values()] == ["4", "7", "10"]
    assert [pas for pas, mots in dit.items() if "L’indice rend tout" in mots] == ["retrouver"]


def test_whom_one_tests_changes_false_alarms_more_than_the_test():
    def alertes(malades, test="codex"):
        dit = dessins.draw("salle_attente", {"malades": malades, "test": test}).alt
        return int(re.search(r"(\d+) sont de fausses alertes", dit)[1])

    assert (alertes(5), alertes(20), alertes(60)) == (76, 39, 10)  # positive predictive values 24, 61 and 90 %
    assert alertes(5, "cinq_mots_pondere") == 77
    svg = dessins.draw("salle_attente", {"malades": 5, "test": "codex"}).svg
    assert svg.count('r="5" fill="#a3271f"') == 5 + 24, "five ill on the left, twenty-four right on the right"


def test_a_visit_may_fall_on_a_good_day_and_steps_stay_flat_between_two_strokes():
    def pieces(debut, mois):
        dit = dessins.draw("maison_mois", {"debut": debut, "mois": mois}).alt
        return set(re.findall(r"chambre|salle de bains|bureau|cuisine|séjour|entrée", dit.split(". ")[0]))

    assert len(pieces("dents_de_scie", 9)) == 4
    assert pieces("dents_de_scie", 10) == {"chambre"}
    assert len({frozenset(pieces("a_coups", mois)) for mois in range(5, 11)}) == 1
    assert pieces("a_coups", 4) < pieces("a_coups", 5) < pieces("a_coups", 11)
    assert "chambre" not in pieces("memoire", 24)


def test_a_confusion_is_clear_at_ten_and_a_low_sugar_after_the_meal():
    def vue(cause, heure):
        return re.search(r"elle est ([^,]+),", dessins.draw("heure_visite", {"cause": cause, "heure": heure}).alt)[1]

    assert (vue("confusion", 10), vue("confusion", 16)) == ("claire", "perdue")
    assert (vue("sucre", 11), vue("sucre", 14), vue("sucre", 18)) == ("perdue", "claire", "tremblante")
    assert len({vue("installe", heure) for heure in range(7, 22)}) == 1
    assert "Aucun test" in dessins.draw("heure_visite", {"cause": "confusion", "heure": 10}).alt


def test_the_most_urgent_reason_chooses_the_step_whatever_the_scores_say():
    def marche(trouve, ajout="rien"):
        return re.search(r"Niveau (N\d)", dessins.draw("escalier_alerte", {"trouve": trouve, "ajout": ajout}).alt)[1]

    assert [marche(trouve) for trouve in ("normal", "positif", "aidee", "tres_positif")] == ["N4", "N3", "N2", "N2"]
    assert marche("normal", "mourir") == marche("tres_positif", "mourir") == marche("normal", "lundi") == "N1"
    assert marche("normal", "gaz") == "N0"
    assert marche("normal", "route") == "N2"


def test_a_hurried_nurse_cannot_tell_slow_from_lost():
    def reponses(qui, secondes):
        return int(
            re.search(r"(\d) réponses? sur 6", dessins.draw("silence", {"qui": qui, "secondes": secondes}).alt)[1]
        )

    assert reponses("quatre_vingts", 4) == reponses("neuf_perdu", 4) == 2
    assert (reponses("quatre_vingts", 30), reponses("neuf_perdu", 30), reponses("quarante", 2)) == (6, 3, 6)
