"""Hostile copie.zip files (attacks 21-23, 28): each is refused with a French sentence, nothing is written, others go on."""

import io
import json
import os
import stat
import struct
import tracemalloc
import zipfile
from hashlib import sha256
from random import Random

import cours_synthetique as course
import pytest

from asalee_training import answers
from asalee_training.gradebook import files, receive


def manifest(data, **changes):
    fields = {
        "format": 1,
        "apprenante": "mallory",
        "assignment": course.ASSIGNMENT,
        "horodatage": "2026-03-02T10:42:00+01:00",
    }
    return json.dumps({**fields, "empreinte": sha256(data).hexdigest(), **changes}).encode()


def archive(entries, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as target:
        for name, data in entries:
            target.writestr(name, data)
    return buffer.getvalue()


def honest(data=None, **changes):
    data = course.sheet({"grade": "x"}) if data is None else data
    return archive([(answers.FICHIER, data), (files.MANIFESTE, manifest(data, **changes))])


def with_link():
    data = course.sheet({})
    link = zipfile.ZipInfo(answers.FICHIER)
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return archive([(link, b"/etc/passwd"), (files.MANIFESTE, manifest(data))])


def lying_size():
    """A bomb whose headers say that it is small."""
    data = b" " * 50_000_000
    raw = bytearray(archive([(answers.FICHIER, data), (files.MANIFESTE, manifest(data))]))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = raw.index(mark)
        raw[start + offset : start + offset + 4] = struct.pack("<I", 100)
    return bytes(raw)


def named(*names):
    data = course.sheet({})
    return archive([(answers.FICHIER, data), (files.MANIFESTE, manifest(data)), *((n, b"x") for n in names)])


def duplicated():
    data = course.sheet({})
    with pytest.warns(UserWarning, match="Duplicate"):
        return archive([(answers.FICHIER, data), (answers.FICHIER, data)])


HOSTILE = {
    "glissade": lambda: named("../../gagne.py"),
    "absolu": lambda: named("/tmp/gagne.py"),
    "lecteur": lambda: named("C:\\gagne.py"),
    "contre-oblique": lambda: named("..\\..\\gagne.py"),
    "nul": lambda: named("gagne.py\x00.json"),
    "module plante": lambda: named("yaml.py"),
    "cent mille fichiers": lambda: named(*(f"f{n}" for n in range(20_000))),
    "archive dans l'archive": lambda: named("copie.zip"),
    "dossier": lambda: named("asalee_training/"),
    "lien": with_link,
    "double": duplicated,
    "bombe": lambda: honest(b" " * 60_000_000),
    "bombe qui ment": lying_size,
    "pas une archive": lambda: b"bonjour",
    "vide": lambda: b"",
    "tronquee": lambda: honest()[:-30],
    "bordereau absent": lambda: archive([(answers.FICHIER, course.sheet({}))]),
    "bordereau illisible": lambda: archive([(answers.FICHIER, b"{}"), (files.MANIFESTE, b"[" * 4000)]),
    "bordereau trop gros": lambda: archive([(answers.FICHIER, b"{}"), (files.MANIFESTE, b" " * 9000)]),
    "identifiant": lambda: honest(apprenante="../../anne"),
    "identifiant objet": lambda: honest(apprenante={"a": 1}),
    "cas inconnu": lambda: honest(assignment="../../release"),
    "cas objet": lambda: honest(assignment=["x"]),
    "date": lambda: honest(horodatage="hier"),
    "empreinte": lambda: honest(empreinte="0" * 64),
    "reponses profondes": lambda: honest(b"[" * 10_000),
    "reponses abimees": lambda: honest(b'{"version": 1, "reponses": {"grade": '),
    "reponses d'un autre format": lambda: honest(b'{"version": 2, "reponses": {}}'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_whole_and_an_honest_one_goes_on(ws, tmp_path, name):
    before = set(ws.root.rglob("*"))
    bad, good = tmp_path / "mauvaise.zip", tmp_path / "bonne.zip"
    bad.write_bytes(HOSTILE[name]())
    good.write_bytes(honest(apprenante="honnete"))
    report = receive.receive(ws, [bad, good])
    assert len(report.refused) == 1
    assert report.refused[0].startswith("« mauvaise.zip » : ")
    assert report.received == [f"« bonne.zip » : copie de « honnete » pour « {course.ASSIGNMENT} » reçue."]
    new = set(ws.root.rglob("*")) - before - {ws.donnees / "copies.verrou"}
    place = ws.grading / "submitted"
    assert all(p == place or p.is_relative_to(place / "honnete") or p == place / ".encours" for p in new)
    assert not (tmp_path / "gagne.py").exists()


def test_a_date_in_the_future_does_not_pass_the_day_it_arrived(ws, tmp_path):
    path = tmp_path / "copie.zip"
    path.write_bytes(honest(horodatage="2999-01-01T00:00:00+00:00"))
    assert receive.receive(ws, [path]).refused == []
    assert files.existing_timestamp(ws.grading / "submitted" / "mallory" / course.ASSIGNMENT).year < 2999


def test_a_missing_file_a_folder_a_pipe_and_a_link_are_refused(ws, tmp_path):
    os.mkfifo(tmp_path / "tube.zip")
    (tmp_path / "lien.zip").symlink_to("/dev/zero")
    report = receive.receive(ws, [tmp_path / "absent.zip", tmp_path, tmp_path / "tube.zip", tmp_path / "lien.zip"])
    assert len(report.refused) == 4
    assert report.received == []


def test_an_archive_damaged_anywhere_never_stops_the_others(ws, tmp_path):
    whole = honest()
    random = Random(20260302)  # noqa: S311 (damage, not secrets)
    paths = []
    for number in range(300):
        damaged = bytearray(whole)
        for _ in range(random.randint(1, 4)):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        paths.append(tmp_path / f"{number}.zip")
        paths[-1].write_bytes(damaged)
    report = receive.receive(ws, paths)
    assert len(report.received) + len(report.refused) == 300
    assert len(report.refused) > 200
    assert {p.name for p in (ws.grading / "submitted").glob("[!.]*")} <= {"mallory"}


@pytest.mark.parametrize("name", ["bombe", "bombe qui ment"])
def test_a_bomb_is_never_unfolded_in_memory(ws, tmp_path, name):
    path = tmp_path / "copie.zip"
    path.write_bytes(HOSTILE[name]())
    tracemalloc.start()
    receive.receive(ws, [path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
