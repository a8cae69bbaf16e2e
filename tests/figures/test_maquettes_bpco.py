"""What the maquettes on breath and tobacco must say, at the settings that their lessons ask for."""

import re

from asalee_training.clinical import tabac
from asalee_training.figures import maquettes
from asalee_training.simulation.maquettes import MAQUETTES


def dit(nom, **reglages):
    return maquettes.draw(nom, MAQUETTES[nom].depart() | reglages).alt


def nombre(texte, avant):
    """The number that comes just before some words."""
    return float(re.search(rf"(\d+(?:,\d+)?) {avant}", texte)[1].replace(",", "."))


def test_in_a_second_free_bronchi_let_out_four_fifths_and_narrow_ones_a_half():
    assert nombre(dit("souffle_seconde", seconde=1, bronches="libres"), "parts") == 80
    assert nombre(dit("souffle_seconde", seconde=1, bronches="genees"), "parts") == 49
    assert nombre(dit("souffle_seconde", seconde=10, bronches="genees"), "parts") == 100


def test_breathing_fast_through_narrow_bronchi_fills_and_slowing_down_empties():
    vite = dit("souffle_effort", rythme=30, bronches="genees")
    assert "« Je suis pleine. Ça n’entre plus. »" in vite
    assert nombre(vite, "L d’air") == 0.7
    assert "« Ça va, je respire bien. »" in dit("souffle_effort", rythme=12, bronches="genees")
    assert "presque rien ne reste coincé" in dit("souffle_effort", rythme=30, bronches="libres")


def test_stopping_at_65_keeps_at_80_the_breath_of_seven_years_before():
    tard = dit("vems_arret", arret=65, age=80)
    assert "36 % pour qui s’arrête à 65 ans, 26 % pour qui fume toujours" in tard
    assert "aurait eu à 73 ans en continuant" in tard
    assert nombre(dit("vems_arret", arret=45, age=80), "% pour qui s’arrête") > 36
    assert "faites passer les années" in dit("vems_arret", arret=65, age=60)


def test_a_small_patch_is_a_day_of_want_and_a_large_one_leaves_the_moments():
    assert "16 h de manque" in dit("nicotine_journee", cigarettes=20, timbre="petit")
    assert "réclament à la pause et le soir" in dit("nicotine_journee", cigarettes=20, timbre="grand")
    assert "se taisent" in dit("nicotine_journee", cigarettes=20, timbre="grand", orales="oui")
    assert "réclament au lever" in dit("nicotine_journee", cigarettes=30, timbre="grand")
    assert "palpitations" in dit("nicotine_journee", cigarettes=15, timbre="deux")


def test_two_years_of_age_light_three_more_rules():
    jeune = dit("qui_doit_souffler", age=39, cigarettes=25, signes="toux")
    assert "27,5 paquets-années" in jeune
    assert "Une règle sur quatre propose une spirométrie : 2 « oui » sur 5." in jeune
    assert "Les quatre règles" in dit("qui_doit_souffler", age=41, cigarettes=25, signes="toux")
    assert "Une règle sur quatre" in dit("qui_doit_souffler", age=45, cigarettes=5, signes="aucun")
    assert "Aucune des quatre règles" in dit("qui_doit_souffler", age=45, cigarettes=0, signes="aucun")


def test_the_starting_cell_is_the_one_of_the_table_for_every_setting():
    minutes = {"cinq": 5, "trente": 30, "soixante": 60, "apres": 61}
    for premiere, delai in minutes.items():
        for cigarettes in (1, 9, 10, 19, 20, 30, 31, 40):
            texte = tabac.dose_depart(cigarettes, delai).texte
            assert f"Pour commencer : {texte} (" in dit("dose_depart", cigarettes=cigarettes, premiere=premiere)
            double = tabac.dose_depart(2 * cigarettes, delai).texte
            assert f"Pour commencer : {double} (" in dit(
                "dose_depart", cigarettes=cigarettes, premiere=premiere, tabac_fume="roulees"
            )


def test_a_falling_ratio_hollows_the_sail_and_delays_the_plateau():
    assert "presque droite" in dit("voile_colline", rapport=80)
    gene = dit("voile_colline", rapport=50)
    assert "creusée comme un hamac" in gene
    assert nombre(gene, "secondes") == 11 > nombre(dit("voile_colline", rapport=80), "secondes") == 6
    petite = dit("voile_colline", rapport=85, poumons="petit")
    assert "presque droite" in petite
    assert "plus étroite" in petite


def test_a_height_too_small_hides_a_low_vems_and_three_centimetres_too_many_invent_one():
    assert "La fiche dit vrai." in dit("taille_fiche", fiche=174, vems=2.2)
    assert "La fiche cache un VEMS bas." in dit("taille_fiche", fiche=164, vems=2.2)
    assert "les limites si" in dit("taille_fiche", fiche=176, vems=2.4)
    assert "fait croire à un VEMS bas" in dit("taille_fiche", fiche=177, vems=2.4)


def test_the_two_thresholds_part_with_age():
    assert "Les deux disent bas." in dit("deux_seuils", age=55, rapport=68)
    assert "Le seuil fixe dit bas, la LIN non." in dit("deux_seuils", age=60, rapport=68)
    assert "La LIN dit bas, le seuil fixe non." in dit("deux_seuils", age=30, rapport=71)
    assert "Aucune des deux" in dit("deux_seuils", age=30, rapport=80)
