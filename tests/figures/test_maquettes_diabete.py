"""What the maquettes of the diabetes module teach: each fact that a lesson asks about, read in the words of its drawing."""

import pytest

from asalee_training.clinical import champ, hba1c, rein
from asalee_training.figures import maquettes as dessins
from asalee_training.figures.maquettes.diabete_calendrier import etats
from asalee_training.figures.maquettes.diabete_champ import ouvertes
from asalee_training.figures.maquettes.diabete_filtres import _places, creatinine_umol_l
from asalee_training.figures.maquettes.diabete_globules import taux_pct
from asalee_training.figures.maquettes.diabete_grades import comparer
from asalee_training.figures.maquettes.diabete_resucrage import SEUIL, glycemie_g_l
from asalee_training.simulation.maquettes import MAQUETTES


def dit(nom, **reglages):
    """The words of a maquette, its other settings as they stand first."""
    return dessins.draw(nom, {**MAQUETTES[nom].depart(), **reglages}).alt


@pytest.mark.parametrize(
    ("moment", "serrure", "cles", "reste"),
    [
        ("nuit", "souple", 2, 4),
        ("nuit", "grippee", 2, 7),
        ("nuit", "grippee", 4, 4),
        ("repas", "souple", 6, 4),
        ("repas", "grippee", 6, 9),
        ("marche", "grippee", 6, 5),
        ("repas", "grippee", 12, 4),
    ],
)
def test_a_grinding_lock_needs_twice_the_keys_and_a_walk_needs_none(moment, serrure, cles, reste):
    assert f"Il en reste {reste} dans le sang" in dit("cle_serrure", moment=moment, serrure=serrure, cles=cles)


def test_at_night_what_is_too_much_comes_from_the_liver():
    assert "Rien à table ; le foie verse 4 sucres" in dit("cle_serrure", serrure="souple")
    assert "Rien à table ; le foie verse 6 sucres" in dit("cle_serrure", serrure="grippee")


def test_the_filament_says_nothing_of_the_small_fibres_and_the_big_toe_is_lost_first():
    petites = dit("nerfs_longueur", fibres="petites", hauteur=25)
    assert "3 sites sentis sur trois" in petites
    assert "Ça brûle" in petites
    assert "Il est tiède" in petites
    orteil = dit("nerfs_longueur", fibres="grosses", hauteur=5)
    assert "2 sites sentis sur trois ; perdu : gros orteil." in orteil
    assert "Je dors" in orteil
    assert "Je marche droit" in orteil
    assert "titube" in dit("nerfs_longueur", fibres="grosses", hauteur=25)
    assert "titube" not in dit("nerfs_longueur", fibres="grosses", hauteur=20)


def test_her_sight_says_nothing_of_blood_far_from_the_centre():
    assert "comme un aigle" in dit("vue_et_retine", taches=12, endroit="loin")
    assert "trouble" in dit("vue_et_retine", taches=3, endroit="macula")
    assert "comme un aigle" in dit("vue_et_retine", taches=0, endroit="macula")


def test_fast_sugar_given_twice_lifts_and_gliclazide_pulls_down_again_without_a_snack():
    assert glycemie_g_l(15, "deux_fois", "rien") < SEUIL < glycemie_g_l(30, "deux_fois", "rien")
    assert glycemie_g_l(120, "deux_fois", "rien") < SEUIL < glycemie_g_l(120, "deux_fois", "collation")
    assert max(glycemie_g_l(m, "chocolat", "rien") for m in range(0, 121, 5)) < SEUIL
    assert "cherche ses mots" in dit("resucrage", donne="chocolat", minute=30)
    assert "Rien dans la bouche" in dit("resucrage", donne="rien", minute=60)


def test_red_cells_that_live_less_make_an_hba1c_that_lies_low():
    attendue, lue = taux_pct(1.8, 120)
    assert attendue == lue
    assert hba1c.glycemie_moyenne(attendue).g_l == pytest.approx(1.8)
    assert taux_pct(1.8, 60)[1] < 0.6 * attendue
    assert "annonce une HbA1c de 7,9 %. Globules de 80 jours : le laboratoire rend 5,3 %" in dit(
        "globules_rouges", vie=80
    )
    assert "rend 9,2 %. Elle ment vers le haut" in dit("globules_rouges", vie=140)


def test_half_the_filters_close_without_a_word_and_a_leak_counts_alone():
    assert all(rein.dfg_ckd_epi(creatinine_umol_l(dfg), 64, "femme") == pytest.approx(dfg) for dfg in range(10, 101, 5))
    assert "Créatinine : 47 µmol/L" in dit("filtres_du_rein")
    moitie = dit("filtres_du_rein", dfg=50)
    assert "Créatinine : 102 µmol/L, soit 11,5 mg/L" in moitie
    assert "Rien. Je vais très bien" in moitie
    assert "181 µmol/L" in dit("filtres_du_rein", dfg=25)
    assert "386 µmol/L" in dit("filtres_du_rein", dfg=10)
    assert "Risque faible" in dit("filtres_du_rein")
    assert "Risque élevé" in dit("filtres_du_rein", fuite="a3")
    assert "Risque très élevé" in dit("filtres_du_rein", dfg=50, fuite="a3")


def test_the_hundred_filters_lie_apart_in_the_kidney():
    places = _places()
    assert len(places) == len(set(places)) == 100
    assert dessins.draw("filtres_du_rein", {"dfg": 35, "fuite": "a1"}).svg.count('r="2.6"') == 35


def test_the_calendar_says_what_clinical_says():
    def statuts(mois, personne):
        return {one.item: one.statut for one in etats(mois, personne)}

    assert [item for item, statut in statuts(6, "objectif").items() if statut != "pas_encore"] == ["hba1c"]
    avant, apres = statuts(14, "objectif"), statuts(14, "hba1c")
    assert (avant["fond_oeil"], apres["fond_oeil"]) == ("pas_encore", "a_faire")
    assert [item for item in avant if avant[item] != apres[item]] == ["fond_oeil"]
    assert "Trop tôt pour 7 lignes sur 8" in dit("calendrier_suivi", mois=6)
    assert statuts(4, "rein")["creatinine_dfg"] == "a_faire"
    assert statuts(6, "pied")["examen_pieds"] == "a_faire"


def test_the_two_rankings_part_where_the_lesson_says():
    depart = {"sites": 0, "pied_vu": "rien", "histoire": "aucune"}
    seuls = {"pied_vu": ("deformation", "aomi"), "histoire": ("amputation", "dialyse")}
    vus = {valeur: comparer(**{**depart, nom: valeur}) for nom, valeurs in seuls.items() for valeur in valeurs}
    assert {nom: (vu.grade, vu.categorie) for nom, vu in vus.items()} == {
        "deformation": (0, 0), "aomi": (0, 1), "amputation": (3, 0), "dialyse": (0, 0),
    }  # fmt: skip
    assert "On suit le plus élevé, 3 : 1 à 3 mois." in dit("deux_classements", sites=1, histoire="dialyse")
    assert comparer(1, "rien", "aucune") == comparer(6, "rien", "aucune"), "one lost site is enough"
    assert "prévient le médecin" in dit("deux_classements", sites=2, pied_vu="aomi")
    assert "prévient le médecin" not in dit("deux_classements", sites=6)


def test_doors_open_as_the_scope_table_says_and_a_wound_shuts_them_all():
    assert ouvertes("pieds", "calme") == (True, True, True)
    assert ouvertes("corne", "calme") == ouvertes("insuline", "calme") == (False, False, False)
    assert ouvertes("ecg", "calme")[2] is champ.autorise("ecg", "interpreter", "diabete").oui is False
    for situation in ("plaie", "malaise"):
        assert ouvertes("pieds", situation) == (False, False, False)
