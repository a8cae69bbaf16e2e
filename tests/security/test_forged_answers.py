"""Forged answers (attacks 4, 5, 9-12, 28): the honest mark or « à revoir », never more, and the batch goes on."""

import json
import math
from hashlib import sha256

import cours_synthetique as course
import pytest
import sqlalchemy as sa

from asalee_training import answers
from asalee_training.exercises.contract import Mark
from asalee_training.exercises.zones_pied import ZONES
from asalee_training.gradebook import files, marker
from asalee_training.gradebook.config import database_url
from asalee_training.gradebook.copy import Judge, points

NOMS = ("sites", "grade", "ips", "conduite", "transmission")


def entry(value_text):
    """An answers file whose every value is this JSON text, valid or not."""
    body = ",\n".join(f'"{nom}": {{"valeur": {value_text}, "n": 1, "horodatage": "2026"}}' for nom in NOMS)
    return f'{{"version": 1, "reponses": {{\n{body}\n}}}}\n'.encode("utf-8", "surrogatepass")


HOSTILE = {
    "nan": entry("NaN"),
    "infini": entry("Infinity"),
    "moins zero": entry("-0.0"),
    "1e309": entry("1e309"),
    "vrai": entry("true"),
    "phrase": entry('"5 points"'),
    "liste": entry("[]"),
    "liste de listes": entry("[[[]]]"),
    "nul": entry("null"),
    "entier d'un million de chiffres": entry("1" * 400_000),
    "nombre en texte": entry('{"texte": "' + "9" * 400_000 + '", "unite": ""}'),
    "unite hostile": entry('{"texte": "1", "unite": "<script>alert(1)</script>"}'),
    "objet": entry('{"__class__": "float", "zones": {"a": 1}, "texte": [1]}'),
    "zones non hachables": entry('{"zones": [["droit.hallux"], {}], "aucune": false}'),
    "options non hachables": entry("[{}, [], null]"),
    "profond": entry("[" * 10_000 + "]" * 10_000),
    "cles doubles": b'{"version": 1, "version": 1, "reponses": {}}',
    "substitut isole": entry('"\\ud800"'),
    "substitut brut": entry('"\ud800"'),
    "utf-8 invalide": b'{"version": 1, "reponses": {"grade": "\xff\xfe"}}',
    "utf-16": '{"version": 1, "reponses": {}}'.encode("utf-16"),
    "vide": b"",
    "octets nuls": b"\x00" * 10_000,
    "pas un objet": b"[]",
    "version inconnue": b'{"version": 99, "reponses": {}}',
    "reponses en liste": b'{"version": 1, "reponses": []}',
    "enorme": b"[" + b"1," * 1_000_000 + b"1]",
    "mille exercices": json.dumps(
        {"version": 1, "reponses": {f"e{i}": {"valeur": 1, "n": 1, "horodatage": ""} for i in range(5000)}}
    ).encode(),
    "points joints": b'{"version": 1, "reponses": {"grade": {"valeur": "x", "n": 1, "horodatage": "", "points": 1000}}, "points": 1000}',
    "cle de note": entry('{"points": 1000, "sur": 1, "etat": "juste", "note": 20}'),
    "n negatif": b'{"version": 1, "reponses": {"grade": {"valeur": "x", "n": -1, "horodatage": ""}}}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_answers_file_is_judged_without_a_point_or_an_exception(version, name):
    judged = Judge(version).judged("mallory", HOSTILE[name])
    given = judged.scores()
    # A text is a text: only a person may give it points.
    assert all(value in (0.0, None) and (value is None) <= (nom == "transmission") for nom, value in given.items()), (
        given
    )
    result = Judge(version).verdict(judged.marks)
    assert result.points == 0
    assert "<script" not in "".join(
        o["data"].get("text/html", "") for outputs in judged.outputs.values() for o in outputs
    )


def test_every_hostile_file_goes_through_one_batch_with_an_honest_copy(ws, version):
    for number, data in enumerate(HOSTILE.values()):
        course.hand_in(ws, f"mallory-{number}", data)
    course.hand_in(ws, "honnete", course.sheet(course.right_answers(version, "honnete")))
    report = marker.mark(ws, course.ASSIGNMENT)
    assert report.marked + len({who for who, why in report.to_review if "trop gros" in why}) >= len(HOSTILE)
    engine = sa.create_engine(database_url(ws))
    with engine.connect() as connection:
        totals = dict(
            map(tuple, connection.execute(sa.text(
                "select s.student_id, sum(g.auto_score) from grade g join submitted_notebook n on n.id = g.notebook_id "
                "join submitted_assignment s on s.id = n.assignment_id group by 1"
            )))
        )  # fmt: skip
    engine.dispose()
    assert totals.pop("honnete") == 10.0
    assert all(not total for total in totals.values())


@pytest.mark.parametrize(
    ("value", "sur", "expected"),
    [
        (math.nan, 2.0, 0.0), (math.inf, 2.0, 0.0), (-math.inf, 2.0, 0.0), (-0.0, 2.0, 0.0), (1e309, 2.0, 0.0), (5.0, 2.0, 2.0),
        (-1.0, 2.0, 0.0), (True, 2.0, 1.0), (None, 2.0, 0.0), ("5 points", 2.0, 0.0), ([], 2.0, 0.0), (10**400, 2.0, 0.0), (1.5, 2.0, 1.5),
    ],
)  # fmt: skip
def test_points_are_a_plain_float_within_bounds_whatever_the_mark(value, sur, expected):
    given = points(Mark(value, sur, ""))
    assert (type(given), given, math.copysign(1, given)) == (float, expected, 1.0)
    assert float(repr(given)) == expected


def test_the_points_of_a_copy_cannot_pass_the_maximum(version):
    judged = Judge(version).judged(
        "mallory", course.sheet({**course.right_answers(version, "mallory"), "bonus": "1000"})
    )
    assert set(judged.marks) == set(NOMS)
    assert sum(v or 0 for v in judged.scores().values()) == 10.0


def test_the_answers_of_another_trainee_are_judged_on_ones_own_patient(version):
    judge = Judge(version)
    stolen = course.sheet(course.right_answers(version, "anne"))
    thieves = [f"voleuse-{n}" for n in range(64)]
    gained = [
        sum(v or 0 for v in judge.judged(who, stolen).scores().values())
        for who in thieves
        if judge.index(who) != judge.index("anne")
    ]
    assert sum(total < 10 for total in gained) > len(gained) / 2


@pytest.mark.parametrize(
    ("change", "earns", "reason"),
    [
        ({"apprenante": "anne"}, 0.0, "autre apprenante"),
        ({"assignment": "bpco-autre-v1"}, 0.0, "autre cas"),
        ({"empreinte": "0" * 64}, 10.0, "ont changé"),
        ({"empreinte": None, "apprenante": {"a": 1}}, 0.0, "autre apprenante"),
    ],
)
def test_a_replayed_copy_earns_nothing_more_than_honest_and_is_to_review(ws, version, change, earns, reason):
    data = course.sheet(course.right_answers(version, "mallory"))
    folder = course.hand_in(ws, "mallory", data)
    manifest = {
        "apprenante": "mallory",
        "assignment": course.ASSIGNMENT,
        "empreinte": sha256(data).hexdigest(),
        "horodatage": "2026",
    }
    (folder / files.MANIFESTE).write_text(json.dumps({**manifest, **change}))
    report = marker.mark(ws, course.ASSIGNMENT)
    assert [(who, reason in why) for who, why in report.to_review] == [("mallory", True)]
    copy = ws.grading / "autograded" / "mallory" / course.ASSIGNMENT
    total = sum(
        float("".join(o["data"]["text/plain"]))
        for c in course.notebook_of(copy)["cells"]
        for o in c.get("outputs", [])
        if o["output_type"] == "execute_result"
    )
    assert total == earns


@pytest.mark.parametrize("manifest", [b"", b"{", b"[]", b"null", b'"x"', b"[" * 2000, b"\xff", b"{}"])
def test_an_unreadable_manifest_is_to_review_and_the_marks_stay_honest(version, manifest):
    judged = Judge(version).judged("anne", course.sheet(course.right_answers(version, "anne")), manifest)
    assert judged.problem == "Le bordereau de cette copie est illisible."
    assert sum(v or 0 for v in judged.scores().values()) == 10.0


def test_ticking_everything_or_echoing_all_options_earns_nothing(version):
    everything = {"conduite": list(course.CONDUITE.values()), "grade": list(course.CONDUITE.values())}
    judged = Judge(version).judged(
        "mallory", course.sheet({**everything, "sites": {"zones": list(ZONES), "aucune": True}})
    )
    assert sum(v or 0 for v in judged.scores().values()) == 0
    assert judged.marks["conduite"].gravite == "dangereux"


def test_a_forged_result_beside_the_answers_is_never_read(ws, version):
    folder = course.hand_in(ws, "mallory", course.sheet({}))
    for name in ("resultats.json", "notes.json", "gradebook.db", "cas.json", "grade.txt"):
        (folder / name).write_text('{"points": 1000}')
    marker.mark(ws, course.ASSIGNMENT)
    kept = ws.grading / "autograded" / "mallory" / course.ASSIGNMENT
    assert {p.name for p in kept.iterdir()} == {f"{course.SLUG}.ipynb", "cas.json", answers.FICHIER, files.HORODATAGE}
    assert (kept / "cas.json").read_bytes() == (ws.grading / "release" / course.ASSIGNMENT / "cas.json").read_bytes()
