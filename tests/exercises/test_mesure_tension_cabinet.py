"""Blood pressure at the office: each criterion won and lost alone, what follows, what is out of scope."""

import pytest

from asalee_training.clinical import champ
from asalee_training.exercises import mesure_tension as act
from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.mesure_tension import exemples, mots
from asalee_training.simulation import seance_tension, tension
from tests.exercises.seances_tension import (
    BAS,
    CLE,
    DONE,
    HAUT,
    OFFICE,
    key,
    lost,
    make,
    mark,
    office,
    replaced,
    without,
)


@pytest.mark.parametrize("profil", tension.PROFILS)
@pytest.mark.parametrize("acte", seance_tension.ACTES)
def test_a_perfect_session_gets_full_marks_whoever_the_patient_is(acte, profil):
    for seed in (b"a", b"b", b"c", b"d"):
        for laws in ({}, {"vessie_pleine": False, "cafe_tabac_min": 180}, {"tour_bras_cm": 24}):
            k = key(profil, acte, seed, **laws)
            for autrement in (False, True):
                raw = exemples.parfaite(k.attendu, autrement=autrement)
                assert lost(raw, k, acte) == []
                assert mark(raw, k, acte).points == 10.0
                assert mark(raw, k, acte).gravite is None


@pytest.mark.parametrize(
    ("gestes", "conclu", "libelle"),
    [
        (without(g="demander", sujet="tabac_cafe"), {}, "le café et le tabac"),
        (replaced(DONE, {"g": "attendre", "minutes": 30}, minutes=5), {}, "le café et le tabac"),
        (without(g="demander", sujet="vessie"), {}, "la vessie vide"),
        (without(g="toilettes"), {}, "la vessie vide"),
        (without(g="installer", point="dos"), {}, "le dos appuyé"),
        (without(g="installer", point="jambes"), {}, "les jambes décroisées"),
        (without(g="installer", point="bras"), {}, "le bras soutenu à hauteur du cœur"),
        (replaced(DONE, {"point": "bras"}, etat="pendant"), {}, "le bras soutenu à hauteur du cœur"),
        (without(g="installer", point="manche"), {}, "le bras nu"),
        (without(g="installer", point="parole"), {}, "le silence pendant la mesure"),
        (without(g="tour_bras"), {}, "le tour de bras mesuré"),
        (replaced(DONE, {"g": "brassard"}, taille="M"), {}, "un brassard à la taille du bras"),
        (DONE, {"moyenne_pas": "150", "moyenne_pad": "60"}, "la moyenne des deux dernières mesures"),
        (DONE, {"moyenne_pad": None}, "la moyenne des deux dernières mesures"),
        (DONE, {"bras": None}, "le bras de référence"),
        (DONE, {"ecart": "signaler"}, "l’écart entre les deux bras"),
        (DONE, {"methode": "manuel"}, "la méthode écrite"),
        (DONE, {"niveau": "2"}, "le niveau mesuré"),
        (DONE, {"suite": "programme"}, "ce que vous faites de la mesure"),
        (DONE, {"suite": "quelques_jours"}, "ce que vous faites de la mesure"),
        (DONE, {"dire": "rassurer"}, "ce que vous dites à la personne"),
        (DONE, {"dire": "taire"}, "ce que vous dites à la personne"),
    ],
)
def test_one_fault_loses_one_criterion_and_no_other(gestes, conclu, libelle):
    raw = office(gestes, **conclu)
    assert lost(raw, OFFICE) == [libelle]
    assert 0 < mark(raw, OFFICE).points < 10.0
    assert libelle in mark(raw, OFFICE).retour


def test_rest_is_five_minutes_sitting_and_is_taken_again_after_the_toilet():
    k = key(cafe_tabac_min=180)
    done = exemples.gestes(k.attendu)
    short = replaced(done, {"g": "attendre", "minutes": 5}, minutes=1)
    assert lost(office(short, k), k) == ["cinq minutes de repos"]
    late = [g for g in done if g["g"] != "toilettes"]
    late.insert(late.index({"g": "attendre", "minutes": 5}) + 1, {"g": "toilettes"})
    assert lost(office(late, k), k) == ["cinq minutes de repos"]


def test_one_arm_only_does_not_know_which_is_the_higher():
    one = [
        g
        for i, g in enumerate(DONE)
        if not (g == {"g": "bras", "cote": BAS} or DONE[i - 1] == {"g": "bras", "cote": BAS})
    ]
    assert lost(office(one), OFFICE) == ["les deux bras à la première visite"]


def test_three_readings_a_minute_apart():
    two = DONE[:-4]
    assert lost(office(two), OFFICE) == ["trois mesures au moins"]
    hurried = [*DONE[:-2], {"g": "mesurer"}]
    assert lost(office(hurried), OFFICE) == ["une minute entre deux mesures"]


def test_the_lower_arm_is_kept_by_mistake_and_its_own_mean_is_right():
    done = [*DONE, {"g": "bras", "cote": BAS}, *exemples.mesurer(), *exemples.mesurer()]
    last = [x for x in seance_tension.relever(CLE["seance"], done) if x.cote == BAS][-2:]
    means = {f"moyenne_{nom}": mots.ecrit(sum(x.chiffres[i] for x in last) / 2) for i, nom in enumerate(("pas", "pad"))}
    assert lost(office(done, bras=BAS, **means), OFFICE) == ["le bras de référence"]


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        (lambda own: own[:1], "la première mesure"),
        (lambda own: own[-1:], "la dernière mesure seule"),
        (lambda own: own, "la moyenne de toutes les mesures"),
        (lambda own: own[:2], "la moyenne des deux premières"),
    ],
)
def test_a_usual_wrong_mean_is_named(taken, said):
    for seed in (b"a", b"c", b"d"):
        k = key(seed=seed)
        done = exemples.gestes(k.attendu, autrement=True)
        own = [x for x in seance_tension.relever(k.attendu["seance"], done) if x.cote in k.attendu["bras"]]
        values = [sum(x.chiffres[i] for x in taken(own)) / len(taken(own)) for i in (0, 1)]
        raw = office(done, k, moyenne_pas=mots.ecrit(values[0]), moyenne_pad=mots.ecrit(values[1]))
        steps = [e for e in mark(raw, k).etapes if "Vous avez écrit" in e.fait]
        if any(not e.juste and said in e.fait for e in steps):
            return
    pytest.fail(f"never said: {said}")


@pytest.mark.parametrize("written", ["{0}", "{0} mmHg", "{0}mmHg", " {0} "])
def test_a_mean_may_be_rounded_and_written_with_its_unit(written):
    good = exemples.parfaite(CLE)["conclusion"]
    typed = {nom: written.format(good[nom]) for nom in ("moyenne_pas", "moyenne_pad")}
    assert lost(office(**typed), OFFICE) == []
    value = float(good["moyenne_pas"].replace(",", "."))
    for near in (value - 0.5, value + 0.5):
        assert lost(office(moyenne_pas=mots.ecrit(near)), OFFICE) == []
    for far in (value - 1, value + 1):
        assert lost(office(moyenne_pas=mots.ecrit(far)), OFFICE) == ["la moyenne des deux dernières mesures"]


@pytest.mark.parametrize("typed", ["abc", "14/8", "143,555", "1000", "-5", "12", "nan", "1e2"])
def test_a_mean_that_is_no_number_is_unreadable_and_not_wrong(typed):
    with pytest.raises(Unreadable, match="143,5"):
        act.parse(make(), office(moyenne_pas=typed))


def test_bad_technique_visibly_misleads():
    """A patient of grade 1, talking, legs crossed, arm hanging, cuff too small, is read as grade 2 or more."""
    careless = [
        {"g": "installer", "point": "bras", "etat": "pendant"},
        {"g": "brassard", "taille": "M"},
        {"g": "bras", "cote": HAUT},
        *(exemples.mesurer() * 3),
    ]
    last = seance_tension.relever(CLE["seance"], careless)[-1]
    assert last.pas >= 180
    assert len(lost(office(careless), OFFICE)) >= 9


@pytest.mark.parametrize(
    ("profil", "accepted", "dangerous"),
    [
        ("normale", {"programme"}, set()),
        ("hta_grade_1", {"automesure"}, set()),
        ("hta_grade_2", {"automesure"}, set()),
        ("blouse_blanche", {"automesure"}, set()),
        ("severe", {"immediat", "jour_meme"}, {"automesure", "programme"}),
        ("severe_symptomes", {"immediat"}, {"automesure", "programme", "quelques_jours"}),
    ],
)
def test_what_follows_depends_on_the_level_and_two_levels_too_late_is_a_danger(profil, accepted, dangerous):
    k = key(profil)
    done = exemples.gestes(k.attendu)
    for suite in mots.suites("cabinet"):
        given = mark(office(done, k, suite=suite), k)
        assert (given.points == 10.0) == (suite in accepted), suite
        assert given.gravite == (
            "hors_champ" if suite == "comprime" else "dangereux" if suite in dangerous else None
        ), suite


def test_what_is_out_of_scope_is_so_in_the_table_of_the_scope():
    assert champ.autorise("pression_arterielle", "realiser", "rcv").oui
    assert not champ.autorise("annonce_diagnostic", "realiser", "rcv").oui
    assert not champ.autorise("traitement", "prescrire", "rcv").oui


def test_a_masked_pressure_may_be_followed_up_at_home_or_at_the_next_visit():
    found = {tuple(key("masquee", seed=bytes([i])).attendu["suite"]) for i in range(20)}
    assert found <= {("programme",), ("programme", "automesure")}


def test_a_level_read_right_from_misleading_readings_says_that_the_measure_misled():
    k = key("hta_grade_1")
    loud = [g for g in exemples.gestes(k.attendu) if g.get("point") not in ("parole", "bras", "manche")]
    raw = office(loud, k, niveau="2")
    niveau = next(c for c in act.criteres(k, act.parse(make(), raw)) if c.libelle == "le niveau mesuré")
    pas, pad = (f"{x:g}".replace(".", ",") for x in k.attendu["chiffres"])
    assert niveau.acquis is False
    assert "comme le disaient vos lectures" in niveau.fait
    assert niveau.attendu == f"Élévation de grade 1 : bien mesurée, sa pression est de {pas}/{pad}."
    assert niveau.pourquoi.startswith("Ici, c’est la mesure qui a trompé")
    severe = key("severe_symptomes", tour_bras_cm=38)
    careless = [{"g": "brassard", "taille": "S"}, {"g": "bras", "cote": "droit"}, *[{"g": "mesurer"}] * 2]
    assert mark({"gestes": [{**g, "t": i} for i, g in enumerate(careless)], "conclusion": {"niveau": "3"}}, severe)
    read_wrong = office(k=k, gestes=exemples.gestes(k.attendu), niveau="2")
    niveau = next(c for c in act.criteres(k, act.parse(make(), read_wrong)) if c.libelle == "le niveau mesuré")
    assert niveau.fait == "Élévation de grade 2."
    assert niveau.pourquoi.startswith("Au cabinet")


@pytest.mark.parametrize("acte", seance_tension.ACTES)
def test_naming_the_illness_or_touching_the_treatment_is_out_of_scope(acte):
    k = key("orthostatique" if acte == "orthostatisme" else "hta_grade_2", acte)
    done = exemples.gestes(k.attendu)
    for wrong in ({"dire": "maladie"}, {"suite": "comprime"}):
        assert mark(office(done, k, **wrong), k, acte).gravite == "hors_champ"


def test_before_an_emergency_nothing_delays_the_call():
    k = key("severe_symptomes")
    done = exemples.gestes(k.attendu)
    assert len([g for g in done if g["g"] == "mesurer"]) == 2
    assert {"g": "attendre", "minutes": 30} not in done, "half an hour is not waited for, coffee or not"
    once = done[:-2]
    assert lost(office(once, k), k) == ["une deuxième mesure"]
    unasked = exemples.sans(done, g="demander", sujet="symptomes")
    assert lost(office(unasked, k), k) == ["demander ce qu’elle ressent"]
    for nothing in ({"bras": None}, {"ecart": None}, {"moyenne_pas": None, "moyenne_pad": None}):
        assert lost(office(done, k, **nothing), k) == []


def test_a_severe_pressure_calls_for_the_question_and_a_lower_one_does_not():
    for profil, libelle in (("severe", ["demander ce qu’elle ressent"]), ("hta_grade_2", [])):
        k = key(profil)
        assert lost(office(exemples.sans(exemples.gestes(k.attendu), g="demander", sujet="symptomes"), k), k) == libelle


def test_a_wide_difference_between_arms_is_told():
    k = key("bras_differents")
    done = exemples.gestes(k.attendu)
    assert lost(office(done, k, ecart="banal"), k) == ["l’écart entre les deux bras"]


def test_an_arm_that_no_cuff_fits_is_not_judged_on_its_cuff():
    k = key(tour_bras_cm=46)
    raw = office(exemples.sans(exemples.gestes(k.attendu), g="tour_bras"), k)
    assert k.attendu["brassard"] is None
    assert lost(raw, k) == []
