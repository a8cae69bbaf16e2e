"""« Qui sort ? » over HTTP: who may ask, what is refused and how, what comes back."""

import json
import re
import threading
import urllib.request

import pytest

from asalee_training.pages import espace_patients
from asalee_training.workspace import Workspace

ADRESSE, CHAMPS = "asalee/formatrice/patients", "asalee/formatrice/patients/champs"
LAMBERT = {
    "sexe": "femme", "age": {"entre": [54, 63]}, "taille_cm": {"entre": [156, 168]},
    "spirometrie": {"profil": {"parmi": ["normal", "obstructif_leger"]}},
}  # fmt: skip


def demander(site, body, xsrf=True):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    if xsrf:
        headers["X-XSRFToken"] = next(c.value for c in site.jar if c.name == "_xsrf")
    return site._send(urllib.request.Request(site.base + ADRESSE, data, headers), follow=False)


def test_ten_patients_come_out_with_their_curves(site):
    got = demander(site, {"protocole": "bpco", "patient": LAMBERT})
    assert got.status == 200
    assert got.html.count('class="pt-carte"') == 10
    assert got.html.count("<svg") == 20 + got.html.count('class="pt-etendue"')
    figures = re.findall(r"<svg[^>]*pt-figure[^>]*>", got.html)
    assert len(figures) == 20
    assert all('role="img"' in svg and re.search(r'aria-label="Courbe .{40,}"', svg) for svg in figures)
    assert "Obstruction, rapport peu abaissé" in got.words
    assert "Ce que couvrent les 32 patients" in got.words
    assert not re.search(r"\son\w+=|\sstyle=|<script|<style", got.html)


def test_each_step_may_be_asked_alone(site):
    first = demander(site, {"protocole": "bpco", "patient": LAMBERT, "etape": "exemples"}).html
    assert (first.count('class="pt-carte"'), first.count("<table")) == (10, 0)
    second = demander(site, {"protocole": "bpco", "patient": LAMBERT, "etape": "etendue"}).html
    assert (second.count('class="pt-carte"'), second.count("<table")) == (0, 1)
    row = re.search(r'<tr data-nom="age" data-resume="([^"]+)"', second)
    assert re.match(r"Tirés.: de 5\d à 6\d, \d+(,5)? au milieu", row[1])


def test_what_is_wrong_comes_back_with_the_path_of_its_law(site):
    patient = {
        "sexe": "femme",
        "age": 66,
        "dossier": {"profil": "diabete", "hba1c_pct": {"entre": [13, 14]}, "dfg": {"entre": [15, 20]}},
    }
    got = demander(site, {"protocole": "diabete", "patient": patient, "etape": "exemples"})
    assert got.status == 200
    assert 'data-chemin="dossier.hba1c_pct"' in got.html
    assert "aucun patient ne convient avec vos autres contraintes" in got.words
    assert 'class="pt-carte"' not in got.html


def test_what_an_author_writes_is_shown_and_never_run(site):
    got = demander(site, {"protocole": "bpco", "patient": {"prenom": "<img src=x onerror=alert(1)>", "<b>": 3}})
    assert "<img" not in got.html
    assert "<b>" not in re.sub(r"<b>\d+</b>", "", got.html)
    got = demander(site, {"protocole": "bpco", "patient": {"prenom": "<img src=x onerror=alert(1)>"}})
    assert "&lt;img" in got.html
    assert "<img" not in got.html


def test_a_case_without_constraints_is_not_an_error(site):
    got = demander(site, {"protocole": "etp", "patient": {}})
    assert got.status == 200
    assert "Ajoutez une contrainte" in got.words


@pytest.mark.parametrize(
    ("body", "status", "dit"),
    [
        (b"", 400, "n'est pas lisible"),
        (b"\xff\xfe{", 400, "n'est pas lisible"),
        (b"[" * 30_000, 400, "n'est pas lisible"),
        (b'{"protocole": "bpco", "patient": ' + b'{"a":' * 1_000_000, 413, "trop long"),
        (b"[" * 1_000_000, 413, "trop long"),
        (b"3", 400, "n'est pas complète"),
        ({"protocole": "bpco"}, 400, "n'est pas complète"),
        ({"protocole": "bpco", "patient": [1]}, 400, "n'est pas complète"),
        ({"protocole": "cardio", "patient": {}}, 400, "Ce protocole n'existe pas"),
        ({"protocole": ["bpco"], "patient": {}}, 400, "Ce protocole n'existe pas"),
        ({"protocole": "bpco", "patient": {}, "etape": {}}, 400, "Cette étape n'existe pas"),
        (b'{"protocole": "bpco", "patient": {"age": NaN}}', 400, "n'est pas lisible"),
        (b'{"protocole": "bpco", "patient": {"age": ' + b"9" * 6000 + b"}}", 400, "n'est pas lisible"),
        ({"protocole": "bpco", "patient": {"age": {"parmi": [50] * 61}}}, 400, "Cette liste est trop longue"),
        ({"protocole": "bpco", "patient": {"age": [[[[[[[[1]]]]]]]]}}, 400, "trop compliqué"),
    ],
)
def test_junk_is_refused_with_a_sentence(site, body, status, dit):
    got = demander(site, body)
    assert got.status == status
    assert dit in got.words
    assert 'data-etat="refus"' in got.html
    assert "Traceback" not in got.html


@pytest.mark.parametrize(
    "patient",
    [
        {"age": None}, {"age": True}, {"age": "58"}, {"age": {}}, {"age": []}, {"age": 1e308}, {"sexe": []},
        {"age": {"entre": [1]}}, {"age": {"entre": "ab"}}, {"age": {"entre": [50, 60], "pas": 0}},
        {"poids_kg": {"entre": [50, 60], "pas": 5e-324}}, {"age": {"parmi": []}}, {"age": {"parmi": {}}},
        {"spirometrie": "normal"}, {"spirometrie": {"profil": {}}}, {"spirometrie": {"profil": {"parmi": [[]]}}},
        {"dossier": {}}, {"dossier": 3}, {"dossier": {"profil": None}}, {"dossier": {"profil": "diabete", "age": 5}},
        {"monofilament": 3}, {"monofilament": {"droit": 1, "gauche": 2}}, {"lesions_pied": [1]}, {"automesure": {}},
        {"horloge_dessin": {"heure": 3}}, {"cinq_mots": {"rli": "a"}}, {"": 1}, {"a.b": 1}, {"iadl": {"niveaux": 1, "causes": 2}},
        {"mesures_cabinet": {"droit": [], "gauche": []}}, {"plaintes_tension": [[1]]}, {"conditions": []}, {"codex": {}},
    ],
    ids=json.dumps,
)  # fmt: skip
def test_a_patient_written_wrong_gets_a_sentence_never_an_error(site, patient):
    got = demander(site, {"protocole": "rcv", "patient": patient})
    assert got.status == 200
    assert 'class="pt-problemes"' in got.html


def test_only_a_trainer_asks_and_only_from_our_page(start, ws, site):
    assert demander(site, {"protocole": "bpco", "patient": LAMBERT}, xsrf=False).status == 403
    assert "rechargez-la" in demander(site, {"protocole": "bpco", "patient": LAMBERT}, xsrf=False).words
    stranger = site.stranger()
    assert stranger.get(CHAMPS).status in (302, 403)
    assert demander(stranger, {"protocole": "bpco", "patient": LAMBERT}, xsrf=False).status in (302, 403)


def test_a_trainee_has_no_such_address(start, ws):
    site = start(Workspace(ws.root), roles=("apprenante", "referente"))
    assert site.get(CHAMPS).status == 404
    assert demander(site, {"protocole": "bpco", "patient": LAMBERT}).status == 404


def test_the_fields_of_the_form_are_given_as_json(site):
    got = site.get(CHAMPS)
    assert got.status == 200
    assert got.headers["Content-Type"].startswith("application/json")
    fields = {field["nom"]: field for groupe in json.loads(got.body)["groupes"] for field in groupe["champs"]}
    assert fields["hba1c_pct"]["unite"] == "%"
    assert fields["spirometrie"]["profils"][0]["libelle"] == "Souffle normal"


def test_the_server_answers_others_while_it_draws(site, monkeypatch):
    """A heavy draw runs beside the loop: the start page does not wait for it."""
    drawing, go = threading.Event(), threading.Event()

    def slow(*args, **kwargs):
        drawing.set()
        assert go.wait(60)
        return draw(*args, **kwargs)

    draw = espace_patients.tirer
    monkeypatch.setattr(espace_patients, "tirer", slow)
    answers = []
    other = threading.Thread(target=lambda: answers.append(demander(site, {"protocole": "bpco", "patient": LAMBERT})))
    other.start()
    try:
        assert drawing.wait(60)
        assert site.get("asalee/").status == 200
        assert answers == [], "the start page was answered first"
    finally:
        go.set()
        other.join(60)
    assert answers[0].status == 200
