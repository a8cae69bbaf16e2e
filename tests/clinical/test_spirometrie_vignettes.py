"""Every vignette of `spiro_vignettes.json` through the engine, with both sets of equations.

Quality of the blows (V09, V18, V19) is another part's. V14 to V17 have no curve: their data are those of the brief.
"""

import pytest

from asalee_training.clinical import spirometrie, tabac
from asalee_training.clinical.spirometrie import avant, bpco, bronchodilatateur, lecture, reperage
from tests.clinical.vecteurs import SEXE, document

VIGNETTES = {vignette["id"]: vignette for vignette in document("spiro_vignettes.json")}
EQUATIONS = {"gli_global": "gli_global", "gli2012": "gli_2012"}
INDICE = {"FEV1": "vems", "FVC": "cvf", "FEV1FVC": "vems_cvf"}


def references(name, equations):
    person = VIGNETTES[name]
    sexe = SEXE[person["sex"]]
    return {
        index: spirometrie.reference(indice, sexe, person["age"], person["h"], equations, person["group"])
        for index, indice in INDICE.items()
    }


def ratio(name, moment="post"):
    values = VIGNETTES[name].get(moment) or VIGNETTES[name]["pre"]
    return spirometrie.rapport_vems_cvf(values["FEV1"], values["FVC"])


def scores(name, moment, equations):
    """z of VEMS, CVF, VEMS/CVF."""
    values, found = VIGNETTES[name][moment], references(name, equations)
    return (
        found["FEV1"].z(values["FEV1"]),
        found["FVC"].z(values["FVC"]),
        found["FEV1FVC"].z(ratio(name, moment) / 100),
    )


def last(name):
    return "post" if "post" in VIGNETTES[name] else "pre"


def cases():
    for name, vignette in VIGNETTES.items():
        for set_, calc in vignette["calc"].items():
            for key, expected in calc.items():
                yield pytest.param(name, EQUATIONS[set_], *key.split("_"), expected, id=f"{name}-{set_}-{key}")


@pytest.mark.parametrize(("name", "equations", "moment", "index", "expected"), list(cases()))
def test_every_computed_number_of_a_vignette(name, equations, moment, index, expected):
    reference = references(name, equations)[index]
    if moment == "bdr":
        values = [VIGNETTES[name][when][index] for when in ("pre", "post")]
        recent, former = (
            bronchodilatateur.reversibilite(*values, reference.m, critere) for critere in ("2022", "2005")
        )
        assert recent.gain_ml == pytest.approx(expected["mL"], abs=1e-6)
        assert recent.gain_pct_base == pytest.approx(expected["pct_base"], abs=0.051)
        assert recent.gain_pct_theorique == pytest.approx(expected["pct_pred"], abs=0.051)
        assert (former.positive, recent.positive) == (expected["pos2005"], expected["pos2022"])
        return
    x = ratio(name, moment) / 100 if index == "FEV1FVC" else VIGNETTES[name][moment][index]
    assert x == pytest.approx(expected["x"], abs=6e-4)
    assert reference.m == pytest.approx(expected["M"], abs=6e-4)
    assert reference.lin == pytest.approx(expected["LLN"], abs=6e-4)
    assert reference.z(x) == pytest.approx(expected["z"], abs=0.006)
    assert reference.pct(x) == pytest.approx(expected["pct"], abs=0.06)


def test_the_thirteen_vignettes_with_a_spirometry_are_there():
    assert list(VIGNETTES) == [f"V{n:02}" for n in range(1, 14)]


@pytest.mark.parametrize(  # brief §5: GLI Global, then GLI-2012, read after bronchodilator when there is one
    ("name", "global_", "gli_2012"),
    [
        ("V01", "normale", "normale"),
        ("V02", "obstruction", "obstruction"),
        ("V03", "obstruction", "obstruction"),
        ("V04", "obstruction_cvf_basse", "obstruction_cvf_basse"),
        ("V05", "normale", "normale"),
        ("V06", "normale", "normale"),
        ("V07", "obstruction", "obstruction"),
        ("V08", "prism_possible", "prism_possible"),
        ("V09", "restriction_possible", "prism_possible"),  # what three short blows make one believe
        ("V10", "obstruction_cvf_basse", "obstruction_cvf_basse"),
        ("V11", "prism_possible", "normale"),
        ("V12", "normale", "normale"),
        ("V13", "obstruction", "obstruction"),
    ],
)
def test_the_pattern_of_each_vignette(name, global_, gli_2012):
    assert spirometrie.motif(*scores(name, last(name), "gli_global")) == global_
    assert spirometrie.motif(*scores(name, last(name), "gli_2012")) == gli_2012


@pytest.mark.parametrize(
    ("name", "grade"),
    [("V01", None), ("V02", 1), ("V03", 2), ("V04", 3), ("V05", None), ("V07", None), ("V08", None), ("V11", None)],
)
@pytest.mark.parametrize("equations", ["gli_global", "gli_2012"])
def test_the_gold_grade_of_each_vignette(name, grade, equations):
    vems = VIGNETTES[name][last(name)]["FEV1"]

    assert bpco.gold(references(name, equations)["FEV1"].pct(vems), ratio(name)) == grade


@pytest.mark.parametrize(
    ("name", "global_", "gli_2012"),
    [("V02", "normal", "normal"), ("V03", "leger", "modere"), ("V10", "modere", "modere")],
)
def test_the_severity_by_z_score_depends_on_the_equations(name, global_, gli_2012):
    assert spirometrie.severite(scores(name, last(name), "gli_global")[0]) == global_
    assert spirometrie.severite(scores(name, last(name), "gli_2012")[0]) == gli_2012


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("V01", "normal"),
        ("V02", "bas"),
        ("V05", "normal"),
        ("V06", "bas_fixe_seul"),
        ("V07", "bas_lin_seul"),
        ("V12", "bas_fixe_seul"),
    ],
)
@pytest.mark.parametrize("equations", ["gli_global", "gli_2012"])
def test_the_two_readings_of_the_ratio(name, reading, equations):
    assert lecture.lectures_rapport(ratio(name), scores(name, last(name), equations)[2]) == reading


def test_v02_and_v03_must_be_confirmed_only_when_their_ratio_is_between_60_and_80():
    assert bpco.rapport_a_confirmer(ratio("V02"))
    assert not bpco.rapport_a_confirmer(ratio("V03"))


def test_v03_and_v04_abe_groups():
    assert [bpco.abe(0, 0, 16, 2, version) for version in bpco.VERSIONS_ABE] == ["B", "B"]
    assert [bpco.abe(1, 1, 24, 3, version) for version in bpco.VERSIONS_ABE] == ["E", "E"]
    assert bpco.bande_cat(16) == "moyen"
    assert bpco.bande_cat(24) == "eleve"


def test_v05_normalises_after_bronchodilator_and_v02_does_not():
    for equations in ("gli_global", "gli_2012"):
        for name, expected in (("V05", True), ("V02", False)):
            vems_post, _, rapport_post = scores(name, "post", equations)
            before = scores(name, "pre", equations)[2]
            assert bronchodilatateur.normalisation(before, rapport_post, vems_post) is expected


def test_v08_is_prism_by_both_definitions_and_needs_the_lung_volumes_to_be_called_restriction():
    z = scores("V08", "pre", "gli_global")
    pct = references("V08", "gli_global")["FEV1"].pct(1.78)

    assert pct == pytest.approx(69, abs=0.6)
    assert lecture.prism_gold(pct, ratio("V08"))
    assert lecture.prism_lin(*z)
    assert lecture.motif_cpt(*z, -2) == "restriction"
    assert lecture.motif_cpt(*z, 0) == "non_specifique"


def test_v09_hides_an_obstruction_behind_a_blow_cut_short():
    assert ratio("V09") == pytest.approx(81.4, abs=0.06)
    assert spirometrie.rapport_vems_cvf(2.40, 3.90) == pytest.approx(61.5, abs=0.06)
    assert references("V09", "gli_global")["FEV1FVC"].z(2.40 / 3.90) < -1.645


def test_v10_is_mixed_only_once_the_lungs_are_measured():
    z = scores("V10", "post", "gli_global")

    assert (lecture.motif_cpt(*z, -2), lecture.motif_cpt(*z, 0)) == ("mixte", "obstruction")


def test_v12_is_positive_in_2022_and_negative_in_2005():
    for equations, pct in (("gli_global", 11.0), ("gli_2012", 10.3)):
        theorique = references("V12", equations)["FEV1"].m
        recent = bronchodilatateur.reversibilite(2.85, 3.19, theorique)
        former = bronchodilatateur.reversibilite(2.85, 3.19, theorique, "2005")
        assert (recent.gain_ml, recent.gain_pct_base) == (340, pytest.approx(11.9, abs=0.05))
        assert recent.gain_pct_theorique == pytest.approx(pct, abs=0.06)
        assert (recent.positive, former.positive) == (True, False)


def test_v13_points_to_the_upper_airway():
    values = VIGNETTES["V13"]["pre"]
    indice = lecture.indice_empey(values["FEV1"], values["PEF"])

    assert indice == pytest.approx(15.1, abs=0.05)
    assert lecture.empey_eleve(indice)


def test_v14_cataract_surgery_five_days_ago_postpones_the_test():
    assert avant.contre_indications({"chirurgie_oculaire": 5}).decision == "ne_pas_faire"


def test_v15_the_syringe_fails_on_every_stroke():
    result = avant.verifier_seringue([3.11, 3.12, 3.12])

    assert result.ecarts_pct == pytest.approx((3.7, 4, 4), abs=0.05)
    assert not result.reussie


def test_v16_a_strong_dependence_at_the_decision_stage_with_a_low_confidence():
    result = tabac.fagerstrom(3, True, True, 25, True, False)

    assert (result.total, result.points) == (8, (3, 1, 1, 2, 1, 0))
    assert result.classe == "forte_ou_tres_forte"
    assert tabac.hsi(3, 25).total == 5
    assert tabac.paquets_annees([(25, 31)]) == pytest.approx(38.75)
    assert tabac.co_expire(28, "general") == "au_dessus_du_seuil"
    assert tabac.echelle_a_travailler(importance=7, confiance=3) == "confiance"
    dose = tabac.dose_depart(25, 3)
    assert (dose.timbres, dose.formes_orales) == ("grand_et_moyen", "possibles")


def test_v17_a_mini_spirometry_of_74_calls_for_a_full_one_even_where_it_reads_negative():
    assert reperage.mini_spirometrie(74, False).positif
    former = reperage.mini_spirometrie(74, False, "vorilhon")
    assert (former.positif, former.spirometrie_complete) == (False, True)
    assert reperage.eligible_spirometrie(51, 18)
