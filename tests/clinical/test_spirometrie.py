"""GLI reference values against an independent implementation, and the reading of a spirometry."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import spirometrie
from asalee_training.clinical.spirometrie import lecture
from tests.clinical.vecteurs import SEXE, table

INDICE = {"FEV1": "vems", "FVC": "cvf", "FEV1FVC": "vems_cvf", "FEF2575": "dem2575"}
EQUATIONS = {"gli_global": "gli_global", "gli2012": "gli_2012"}


def vector(row):
    return spirometrie.reference(
        INDICE[row["index"]],
        SEXE[row["sex"]],
        float(row["age"]),
        float(row["height_cm"]),
        EQUATIONS[row["eq"]],
        int(row["group"]) if row["group"] else None,
    )


@pytest.mark.parametrize("row", table("gli_test_vectors.csv"), ids=lambda r: f"{r['eq']}-{r['index']}-{r['id']}")
def test_reference_agrees_with_pyspiro(row):
    reference, x = vector(row), float(row["measured"])

    for found, column in (
        (reference.l, "L"),
        (reference.m, "M"),
        (reference.s, "S"),
        (reference.lin, "LLN"),
        (reference.z(x), "z"),
        (reference.pct(x), "pct"),
    ):
        assert found == pytest.approx(float(row[f"pyspiro_{column}"]), rel=1e-6, abs=1e-6), column


@pytest.mark.parametrize("row", table("gli_test_vectors.csv"), ids=lambda r: f"{r['eq']}-{r['index']}-{r['id']}")
def test_reference_agrees_with_rspiro_where_rspiro_follows_the_tables(row):
    """rspiro rounds the GLI-2012 tables (its DEM25-75 of men is wrong: these are women) and does not interpolate GLI Global."""
    reference, x, age = vector(row), float(row["measured"]), float(row["age"])
    gap = abs(reference.z(x) - float(row["rspiro_z"]))

    if row["eq"] == "gli2012":
        assert gap <= 0.003
    elif row["age_on_quarter"] == "1":
        assert gap <= 1e-9
    else:
        assert age < 20 or gap <= 0.02


@pytest.mark.parametrize(
    "row", table("gli_sanity_points.csv"), ids=lambda r: f"{r['eq']}-{r['index']}-{r['sex']}{r['age']}"
)
def test_reference_agrees_with_the_round_points_of_both_sexes(row):
    reference = vector(row)

    for found, column in zip(
        (reference.l, reference.m, reference.s, reference.lin, reference.lsn),
        ("L", "M", "S", "LLN", "ULN"),
        strict=True,
    ):
        assert found == pytest.approx(float(row[column]), abs=1e-6), column


def test_the_vectors_cover_both_sets_every_index_both_sexes_and_every_group():
    rows = table("gli_test_vectors.csv") + table("gli_sanity_points.csv")

    assert {row["index"] for row in rows} == set(INDICE)
    assert {row["eq"] for row in rows} == set(EQUATIONS)
    assert {row["sex"] for row in rows} == set(SEXE)
    assert {row["group"] for row in rows} >= {"", "1", "2", "3", "4", "5"}


PERSON = {
    "sexe": st.sampled_from(["femme", "homme"]),
    "age": st.floats(18, 90),
    "taille_cm": st.floats(140, 200),
    "equations": st.sampled_from(["gli_global", "gli_2012"]),
}


@given(indice=st.sampled_from(["vems", "cvf", "vems_cvf"]), z=st.floats(-3, 1.9), **PERSON)
def test_z_of_valeur_gives_z_back(indice, z, sexe, age, taille_cm, equations):
    reference = spirometrie.reference(indice, sexe, age, taille_cm, equations, 1)

    value = reference.valeur(z)
    if indice != "vems_cvf" or value <= 1:
        assert reference.z(value) == pytest.approx(z, abs=1e-9)


@given(indice=st.sampled_from(["vems", "cvf", "vems_cvf"]), **PERSON)
def test_limits_surround_the_predicted_value_at_1_645(indice, sexe, age, taille_cm, equations):
    reference = spirometrie.reference(indice, sexe, age, taille_cm, equations, 1)

    assert reference.lin < reference.m < reference.lsn
    assert reference.z(reference.lin) == pytest.approx(-1.645)
    assert reference.pct(reference.m) == pytest.approx(100)


@given(sexe=st.sampled_from(["femme", "homme"]), age=st.floats(20, 90), taille_cm=st.floats(140, 200))
def test_a_taller_person_is_predicted_more_litres(sexe, age, taille_cm):
    small, tall = (spirometrie.reference("cvf", sexe, age, cm) for cm in (taille_cm, taille_cm + 1))

    assert tall.m > small.m


def test_splines_are_interpolated_between_quarters_of_a_year():
    below, between, above = (spirometrie.reference("vems", "homme", age, 175).m for age in (50.0, 50.1, 50.25))

    assert above < between < below


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"indice": "fev1"}, "Indice"),
        ({"sexe": "F"}, "Sexe"),
        ({"sexe": None}, "Sexe"),
        ({"equations": "ecsc"}, "Équations"),
        ({"age": 2.9}, "Âge"),
        ({"age": 95.1}, "Âge"),
        ({"age": None}, "Âge"),
        ({"age": True}, "Âge"),
        ({"age": math.nan}, "Âge"),
        ({"age": "58"}, "Âge"),
        ({"taille_cm": 1.62}, "Taille"),
        ({"taille_cm": 99.9}, "Taille"),
        ({"taille_cm": 250.1}, "Taille"),
        ({"taille_cm": math.inf}, "Taille"),
        ({"groupe": 6}, "Groupe"),
        ({"equations": "gli_2012"}, "Groupe"),
        ({"indice": "dem2575"}, "GLI Global"),
        ({"indice": "dem2575", "equations": "gli_2012", "groupe": 1, "age": 90.1}, "Âge"),
    ],
)
def test_reference_refuses_an_impossible_or_missing_input_in_french(change, named):
    person = {"indice": "vems", "sexe": "femme", "age": 58, "taille_cm": 162}
    with pytest.raises(ValueError, match=named):
        spirometrie.reference(**{**person, **change})


@pytest.mark.parametrize("limits", [{"age": 3}, {"age": 95}, {"taille_cm": 100}, {"taille_cm": 250}])
def test_reference_accepts_its_limits(limits):
    assert spirometrie.reference(**{"indice": "vems", "sexe": "femme", "age": 58, "taille_cm": 162, **limits}).m > 0


def test_the_ratio_is_a_fraction_and_a_percentage_is_refused_with_the_hint():
    reference = spirometrie.reference("vems_cvf", "femme", 58, 162)

    with pytest.raises(ValueError, match="en fraction"):
        reference.z(58.9)


def test_valeur_says_where_the_distribution_of_the_ratio_ends():
    reference = spirometrie.reference("vems_cvf", "femme", 58, 162)

    with pytest.raises(ValueError, match="n’existe pas"):
        reference.valeur(-5)


def test_rapport_vems_cvf_is_a_percentage_of_the_design_s_witness():
    assert spirometrie.rapport_vems_cvf(1.62, 2.75) == pytest.approx(58.909, abs=1e-3)
    assert spirometrie.rapport_vems_cvf(3, 3) == 100  # everything blown in one second is still possible


@pytest.mark.parametrize(
    ("vems_l", "cvf_l"),
    [(1, 0), (0, 3), (3, 2.9), (None, 3), (2, True), (2, math.nan), (2, math.inf), (1620, 2750)],
)
def test_rapport_vems_cvf_refuses_impossible_volumes(vems_l, cvf_l):
    with pytest.raises(ValueError, match=r"VEMS|CVF"):
        spirometrie.rapport_vems_cvf(vems_l, cvf_l)


PATTERNS = {
    "Normale": "normale",
    "VEMS bas isolé": "vems_bas_isole",
    "Restriction possible": "restriction_possible",
    "PRISm": "prism_possible",
    "Obstruction avec CVF basse": "obstruction_cvf_basse",
    "Obstruction": "obstruction",
}


@pytest.mark.parametrize("row", table("spiro_pattern_vectors.csv"))
@pytest.mark.parametrize(("low", "kept"), [(-1.646, -1.645), (-3, 0)])
def test_motif_follows_the_table_on_both_sides_of_the_limit(row, low, kept):
    z = [low if row[f"{name}_vs_LLN"] == "A" else kept for name in ("FEV1", "FVC", "ratio")]
    expected = next(motif for words, motif in PATTERNS.items() if row["expected_spirometry_only"].startswith(words))

    assert spirometrie.motif(*z) == expected


@pytest.mark.parametrize("row", table("spiro_severity_vectors.csv"), ids=lambda row: row["z"])
def test_severite_follows_the_table(row):
    words = {"normal": "normal", "léger": "leger", "modéré": "modere", "sévère": "severe"}
    assert spirometrie.severite(float(row["z"])) == words[row["ers_ats_2022"]]


@pytest.mark.parametrize(("z", "expected"), [(-1.645, "normal"), (-2.5, "leger"), (-4, "modere")])
def test_severite_keeps_a_threshold_in_the_milder_class(z, expected):
    assert spirometrie.severite(z) == expected


@pytest.mark.parametrize("z", [None, True, math.nan, -math.inf, "−2"])
def test_severite_and_motif_refuse_what_is_not_a_z_score(z):
    with pytest.raises(ValueError, match="z"):
        spirometrie.severite(z)
    with pytest.raises(ValueError, match="z du VEMS/CVF"):
        spirometrie.motif(0, 0, z)


BELOW, AT = -1.6451, -1.645


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((AT, AT, AT, AT), "normale"),
        ((BELOW, AT, AT, AT), "vems_bas_isole"),
        ((AT, BELOW, AT, AT), "non_specifique"),
        ((BELOW, BELOW, AT, AT), "non_specifique"),
        ((AT, AT, AT, BELOW), "restriction"),
        ((BELOW, AT, AT, BELOW), "restriction"),
        ((BELOW, BELOW, AT, BELOW), "restriction"),
        ((AT, AT, BELOW, AT), "obstruction"),
        ((BELOW, BELOW, BELOW, AT), "obstruction"),  # air trapping, now that the lungs were measured
        ((AT, AT, BELOW, BELOW), "mixte"),
        ((BELOW, BELOW, BELOW, BELOW), "mixte"),
    ],
)
def test_motif_cpt_needs_the_total_lung_capacity_to_say_restriction_or_mixed(scores, expected):
    assert lecture.motif_cpt(*scores) == expected


@given(st.lists(st.floats(-5, 2), min_size=3, max_size=3))
def test_motif_never_says_what_only_lung_volumes_can(scores):
    assert lecture.motif(*scores) not in ("restriction", "mixte", "non_specifique")
    assert lecture.prism_lin(*scores) == (lecture.motif(*scores) == "prism_possible")


@pytest.mark.parametrize(
    ("rapport_pct", "z", "expected"),
    [
        (70, -1.645, "normal"),
        (69.9, -1.645, "bas_fixe_seul"),  # an old woman, as in vignette V06
        (70, -1.646, "bas_lin_seul"),
        (69.9, -1.646, "bas"),
        (100 * 2.31 / 3.3, 0, "normal"),  # 70, whatever the division leaves behind
    ],
)
def test_lectures_rapport_sets_the_two_readings_side_by_side(rapport_pct, z, expected):
    assert lecture.lectures_rapport(rapport_pct, z) == expected


@pytest.mark.parametrize(
    ("vems_pct", "rapport_pct", "expected"),
    [(79.9, 70, True), (80, 70, False), (79.9, 69.9, False), (60, 85, True), (100, 60, False)],
)
def test_prism_gold_is_a_low_vems_with_a_kept_ratio(vems_pct, rapport_pct, expected):
    assert lecture.prism_gold(vems_pct, rapport_pct) is expected


@pytest.mark.parametrize("rapport_pct", [None, True, math.nan, math.inf, "70", 0.70, 9.9, 100.1])
def test_a_ratio_that_is_not_a_percentage_is_refused_with_the_accepted_range(rapport_pct):
    for call in (lambda x: lecture.prism_gold(75, x), lambda x: lecture.lectures_rapport(x, 0)):
        with pytest.raises(ValueError, match=r"Rapport VEMS/CVF.*de 10 à 100"):
            call(rapport_pct)


@pytest.mark.parametrize("vems_pct", [None, True, math.nan, math.inf, "79", 0.79, 201])
def test_prism_gold_refuses_what_is_not_a_percentage_of_predicted(vems_pct):
    with pytest.raises(ValueError, match=r"VEMS en.*du théorique.*de 5 à 200"):
        lecture.prism_gold(vems_pct, 75)


@pytest.mark.parametrize("z", [None, True, math.nan, -math.inf, "-2", 21])
def test_the_readings_with_z_scores_refuse_what_is_not_one(z):
    for call in (
        lambda x: lecture.motif_cpt(0, 0, 0, x),
        lambda x: lecture.prism_lin(0, x, 0),
        lambda x: lecture.lectures_rapport(70, x),
    ):
        with pytest.raises(ValueError, match=r"z d.*de -20 à 20"):
            call(z)


def test_indice_empey_compares_millilitres_with_litres_per_minute():
    assert lecture.indice_empey(2.9, 3.2) == pytest.approx(15.1, abs=0.01)  # vignette V13
    assert lecture.indice_empey(3, 5) == pytest.approx(10)
    assert [lecture.empey_eleve(x) for x in (9.99, 10, 10.01)] == [False, False, True]
    assert not lecture.empey_eleve(lecture.indice_empey(3, 5))


@pytest.mark.parametrize("dep", [None, True, math.nan, math.inf, "5", 0, 192])
def test_indice_empey_refuses_a_flow_in_litres_per_minute(dep):
    with pytest.raises(ValueError, match=r"DEP.*de 0,2 à 20 L/s"):
        lecture.indice_empey(3, dep)
    with pytest.raises(ValueError, match=r"VEMS.*de 0,05 à 12 L"):
        lecture.indice_empey(2900, 5)
    with pytest.raises(ValueError, match=r"Empey.*de 0,5 à 150"):
        lecture.empey_eleve(None)
