"""The simulated population against the scalar rules of `clinical`, and against what the surveys say."""

import numpy as np
import pytest

from asalee_training.clinical import (
    hba1c,
    lipides,
    pied,
    rein,
    spirometrie,
    tabac,
    tension,
    unites,
)
from asalee_training.clinical.cognition import cinq_mots
from asalee_training.simulation import spirogramme
from asalee_training.simulation.population import formules, modele

PEOPLE = modele.tirer(60_000, 8)
AGE, DIABETE = PEOPLE["age"], PEOPLE["diabete"]
SOME = [modele.personne(PEOPLE, i) for i in range(400)]


def est(nom, mot):
    return PEOPLE[nom] == modele.rang(nom, mot)


def part(condition, among=None):
    return float(np.mean(condition if among is None else condition[among]))


def correlation(a, b, among=None):
    rows = np.ones(AGE.size, bool) if among is None else among
    return float(np.corrcoef(PEOPLE[a][rows].astype(float), PEOPLE[b][rows].astype(float))[0, 1])


# --- arrays are the scalar functions of clinical, on hundreds of people ---


@pytest.mark.parametrize("person", SOME[:40], ids=range(40))
def test_what_a_person_shows_is_what_clinical_computes(person):
    p = person
    assert p["imc_kg_m2"] == pytest.approx(unites.imc(p["poids_kg"], p["taille_cm"]), abs=0.0501)
    assert p["dfg"] == pytest.approx(rein.dfg_ckd_epi(p["creatinine_umol_l"], p["age"], p["sexe"]), abs=0.0501)
    for quand in ("", "_m3", "_m6", "_m9"):
        mean = hba1c.glycemie_moyenne(p[f"hba1c{quand}_pct"]).g_l
        assert quand or mean == pytest.approx(p["glycemie_moyenne_g_l"], abs=0.015)
    assert p["profil_tensionnel"] == conclusion(p).profil
    assert p["grade_podologique"] == pied.grade_podologique(*(p[nom] for nom in CONSTATS))
    assert p["categorie_iwgdf"] == pied.categorie_iwgdf(*(p[nom] for nom in CONSTATS), p["dialyse"])
    cinq_mots(p["mots_rli"], p["mots_rii"], p["mots_rld"], p["mots_rid"])  # raises when the counts are impossible


CONSTATS = ("perte_sensibilite", "aomi", "deformation", "ulcere_ancien", "amputation")


def conclusion(p):
    maison = p["pas_habituelle_mmhg"], p["pad_habituelle_mmhg"]
    cabinet = p["pas_cabinet_mmhg"], p["pad_cabinet_mmhg"]
    return tension.conclusion(*cabinet, *maison, "automesure", p["antihypertenseur"])


def test_filtration_by_arrays_is_the_scalar_one_and_its_reverse():
    for sexe in ("femme", "homme"):
        rng = np.random.default_rng(1)
        creatinine, age = rng.uniform(30, 900, 300), rng.uniform(18, 95, 300)
        femme = np.full(300, sexe == "femme")
        found = formules.dfg(creatinine, age, femme)

        expected = [rein.dfg_ckd_epi(c, a, sexe) for c, a in zip(creatinine, age, strict=True)]
        assert found == pytest.approx(expected, rel=1e-12)
        assert formules.creatinine(found, age, femme) == pytest.approx(creatinine, rel=1e-9)


def test_glucose_and_lipids_by_arrays_are_the_scalar_ones():
    rng = np.random.default_rng(2)
    pct = rng.uniform(4, 15, 300)
    ct, hdl, tg = rng.uniform(1.6, 4, 300), rng.uniform(0.3, 0.8, 300), rng.uniform(0.4, 3.39, 300)

    assert formules.glycemie_de(pct) == pytest.approx([hba1c.glycemie_moyenne(x).g_l for x in pct], rel=1e-12)
    assert formules.hba1c_de(formules.glycemie_de(pct)) == pytest.approx(pct, rel=1e-12)
    expected = [lipides.ldl_g_l(*row) for row in zip(ct, hdl, tg, strict=True)]
    assert formules.ldl(ct, hdl, tg) == pytest.approx(expected, rel=1e-12)
    assert np.isnan(formules.ldl(np.array([2.5]), np.array([0.5]), np.array([3.4]))).all()


def test_pressures_by_arrays_are_read_as_clinical_reads_them():
    rng = np.random.default_rng(3)
    pas, pad = rng.integers(95, 210, 400).astype(float), rng.integers(45, 94, 400).astype(float)
    chutes = rng.integers(-10, 40, (2, 400)).astype(float)

    assert list(formules.grade_cabinet(pas, pad)) == [tension.grade_cabinet(*row) for row in zip(pas, pad, strict=True)]
    classes = [tension.classe_hors_cabinet(*row, "automesure") for row in zip(pas, pad, strict=True)]
    assert list(formules.automesure_elevee(pas, pad)) == [classe == "elevee" for classe in classes]
    positive = [tension.orthostatisme(180, 100, 180 - a, 100 - b, 180, 100).positive for a, b in chutes.T]
    assert list(formules.orthostatisme(*chutes)) == positive


def test_feet_by_arrays_are_graded_as_clinical_grades_them():
    rows = np.array([[bool(n >> bit & 1) for bit in range(6)] for n in range(64)])

    assert list(formules.grade_podologique(*rows.T[:5])) == [pied.grade_podologique(*map(bool, r[:5])) for r in rows]
    assert list(formules.categorie_iwgdf(*rows.T)) == [pied.categorie_iwgdf(*map(bool, row)) for row in rows]


def test_breath_by_arrays_is_gli_global_and_the_peak_flow_of_the_spirometer():
    for p in SOME[:200]:
        identity = p["sexe"], p["age"], p["taille_cm"]
        ratio = p["vems_l"] / p["cvf_l"]
        share = spirometrie.reference("vems", *identity).pct(p["vems_l"]) / 100

        for indice, value in (("cvf", p["cvf_l"]), ("vems", p["vems_l"]), ("vems_cvf", ratio)):
            assert p[f"z_{indice}"] == pytest.approx(spirometrie.reference(indice, *identity).z(value), abs=0.00501)
        assert p["dep_l_s"] == pytest.approx(spirogramme.peak_flow(*identity, share, p["cvf_l"]), abs=0.00501)
        assert p["rapport_vems_cvf_pct"] == pytest.approx(
            spirometrie.rapport_vems_cvf(p["vems_l"], p["cvf_l"]), abs=0.0501
        )


def test_pack_years_and_targets_are_those_of_clinical():
    for p in SOME:
        if p["statut_tabac"] != "jamais":
            end = p.get("age_arret_tabac", p["age"])
            expected = tabac.paquets_annees([(p["cigarettes_jour"], end - p["age_debut_tabac"])])
            assert p["tabac_paquets_annees"] == pytest.approx(expected, abs=0.0501)
        if p["diabete"]:
            assert p["cible_hba1c_pct"] in {hba1c.cible([nom]).pct for nom in PROFILS_HBA1C}


PROFILS_HBA1C = ("cas_general", "recent_longue_esperance", "irc_4_5", "age_fragile", "age_dependant", "grossesse")


# --- what the surveys say, within a band that a practice of chronic patients leaves ---


@pytest.mark.parametrize(
    ("said", "found", "low", "high"),
    [
        ("a practice of chronic patients: mean age", lambda: AGE.mean(), 58, 66),
        ("women", lambda: part(est("sexe", "femme")), 0.51, 0.55),
        ("type 2 diabetes in the practice (hypothesis)", lambda: part(DIABETE), 0.18, 0.28),
        ("Entred 3: mean age with diabetes, 67,6", lambda: AGE[DIABETE].mean(), 66, 70),
        ("Entred 3: 55 % of men with diabetes", lambda: part(est("sexe", "homme"), DIABETE), 0.50, 0.58),
        ("Entred 3: median duration 10,7 years", lambda: np.median(PEOPLE["anciennete_diabete_ans"][DIABETE]), 9, 12),
        ("Entred 3: 80,1 % of overweight", lambda: part(PEOPLE["imc_kg_m2"] >= 25, DIABETE), 0.76, 0.86),
        ("Entred 3: 77,6 % of hypertension", lambda: part(PEOPLE["hta"], DIABETE), 0.72, 0.82),
        ("Entred 3: 63,8 % of treated dyslipidaemia", lambda: part(PEOPLE["statine"], DIABETE), 0.60, 0.73),
        ("Entred 3: 13,4 % of smokers", lambda: part(est("statut_tabac", "fumeur"), DIABETE), 0.10, 0.17),
        ("Entred 3: 22,5 % on insulin", lambda: part(PEOPLE["insuline"], DIABETE), 0.18, 0.27),
        ("Entred 2007: HbA1c 7,1 %", lambda: PEOPLE["hba1c_pct"][DIABETE].mean(), 7.0, 7.4),
        ("Entred 2007: 54 % at 7 % or less", lambda: part(PEOPLE["hba1c_pct"] <= 7, DIABETE), 0.48, 0.60),
        ("Entred 2007: 16,7 % of coronary disease", lambda: part(PEOPLE["maladie_coronaire"], DIABETE), 0.13, 0.21),
        ("Entred 2007: 6,3 % of heart failure", lambda: part(PEOPLE["insuffisance_cardiaque"], DIABETE), 0.045, 0.09),
        ("Entred 2007: 5,0 % of stroke", lambda: part(PEOPLE["avc"], DIABETE), 0.035, 0.07),
        ("Entred 2007: 1,5 % of amputation", lambda: part(PEOPLE["amputation"], DIABETE), 0.008, 0.022),
        ("Entred 2007: office 134/77", lambda: PEOPLE["pas_cabinet_mmhg"][DIABETE].mean(), 131, 140),
        ("Baromètre 2020: a quarter smoke, fewer when older", lambda: part(est("statut_tabac", "fumeur"), AGE < 50), 0.24, 0.34),
        ("Baromètre 2014: 13,5 cigarettes", lambda: PEOPLE["cigarettes_jour"][est("statut_tabac", "fumeur")].mean(), 12, 17),
        ("Esteban 2015: LDL 1,30 with the treated", lambda: np.nanmean(PEOPLE["ldl_g_l"][AGE < 75]), 1.15, 1.35),
        ("Esteban: 6,5 % below 60 at 65-74", lambda: part(PEOPLE["dfg"] < 60, (AGE >= 65) & (AGE < 75)), 0.04, 0.09),
        ("Esteban: 55 % of treated hypertension under control", lambda: part(PEOPLE["grade_cabinet"] == 0, TRAITES), 0.5, 0.65),
        ("white coat: 15 to 30 % of high office pressures", lambda: part(est("profil_tensionnel", "blouse_blanche"), HAUTS), 0.2, 0.36),
        ("COPD: 5 to 10 % after 45", lambda: part(PEOPLE["bpco"], AGE >= 45), 0.05, 0.10),
        ("Constances: 36 % of obstructions known", lambda: part(PEOPLE["bpco_connue"], PEOPLE["bpco"]), 0.30, 0.44),
        ("Paquid, at home: major disorder after 75", lambda: part(est("etat_cognitif", "majeur"), AGE >= 75), 0.06, 0.14),
        ("Insee: a third live alone after 65", lambda: part(PEOPLE["vit_seul"], AGE >= 65), 0.28, 0.38),
        ("Insee: 55 % of women at 80", lambda: part(PEOPLE["vit_seul"], AGES_80 & est("sexe", "femme")), 0.44, 0.58),
        ("one in three falls after 65", lambda: part(PEOPLE["chutes_an"] > 0, AGE >= 65), 0.25, 0.36),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)  # fmt: skip
def test_frequencies_are_those_of_the_surveys_within_a_band(said, found, low, high):
    assert low <= found() <= high, said


TRAITES = PEOPLE["hta"] & PEOPLE["antihypertenseur"]
HAUTS = PEOPLE["grade_cabinet"] > 0
AGES_80 = (AGE >= 78) & (AGE <= 82)
FUMEURS = ~est("statut_tabac", "jamais")


@pytest.mark.parametrize(
    ("cause", "effect", "least", "most", "among"),
    [
        ("age", "dfg", -0.9, -0.4, None),
        ("tabac_paquets_annees", "rapport_vems_cvf_pct", -0.7, -0.15, FUMEURS),
        ("tabac_paquets_annees", "bpco", 0.1, 0.6, FUMEURS),
        ("imc_kg_m2", "diabete", 0.1, 0.5, None),
        ("imc_kg_m2", "hdl_g_l", -0.6, -0.1, None),
        ("anciennete_diabete_ans", "hba1c_pct", 0.05, 0.5, DIABETE),
        ("anciennete_diabete_ans", "sites_insensibles", 0.1, 0.6, DIABETE),
        ("hba1c_m9_pct", "hba1c_pct", 0.7, 1.0, DIABETE),
        ("hba1c_pct", "rac_mg_mmol", 0.02, 0.6, DIABETE),
        ("hba1c_pct", "glycemie_jeun_g_l", 0.8, 1.0, DIABETE),
        ("age", "pas_habituelle_mmhg", 0.1, 0.6, None),
        ("age", "chute_orthostatique_mmhg", 0.1, 0.5, None),
        ("statine", "ldl_g_l", -0.9, -0.3, ~np.isnan(PEOPLE["ldl_g_l"])),
        ("betabloquant", "pouls_min", -0.6, -0.1, None),
        ("observance_pct", "hba1c_pct", -0.5, -0.02, DIABETE & (PEOPLE["nombre_antidiabetiques"] > 0)),
        ("perte_sensibilite", "ulcere_ancien", 0.1, 0.6, DIABETE),
        ("annees_etudes", "mmse", 0.05, 0.6, None),
        ("depression", "gds15", 0.4, 1.0, None),
        ("z_vems", "mmrc", -0.8, -0.2, None),
        ("epices", "observance_pct", -0.5, -0.02, None),
    ],
)
def test_causes_act_in_their_direction(cause, effect, least, most, among):
    assert least <= correlation(cause, effect, among) <= most


def test_a_treatment_begun_lately_shows_in_the_four_hba1c():
    lately = PEOPLE["dernier_traitement_mois"] == 3
    long_ago = PEOPLE["dernier_traitement_mois"] > 24
    fall = PEOPLE["hba1c_m9_pct"] - PEOPLE["hba1c_pct"]

    assert fall[lately].mean() > 0.25
    assert abs(fall[long_ago].mean()) < 0.05
    assert PEOPLE["hba1c_m3_pct"][lately].mean() - PEOPLE["hba1c_pct"][lately].mean() > 0.25


def test_drugs_are_given_to_those_who_need_them():
    need = PEOPLE["glycemie_sans_traitement_g_l"]

    assert need[PEOPLE["insuline"]].mean() > need[DIABETE & ~PEOPLE["insuline"]].mean() + 0.1
    assert part(PEOPLE["metformine"], DIABETE & (PEOPLE["dfg"] < 30)) == 0
    assert PEOPLE["pas_sans_traitement_mmhg"][TRAITES].mean() > PEOPLE["pas_habituelle_mmhg"][TRAITES].mean() + 8
