"""Who may read and act: signed in, with the form's own token, on known names, in the roles of this server."""

import re

import pytest
from traitlets import TraitError
from traitlets.config import Config

from asalee_training.pages.base import Page
from asalee_training.pages.configuration import Pages
from tests.pages.francais import is_french_page
from tests.pages.mes_modules import TOUX

WORKS = ("asalee/", "asalee/apprenante", "asalee/referente", "asalee/formatrice")
POSTS = (
    f"asalee/apprenante/copie/{TOUX}",
    f"asalee/referente/noter/{TOUX}",
    f"asalee/referente/rendre/{TOUX}",
    f"asalee/referente/revue/{TOUX}/0123456789abcdef",
    "asalee/referente/recevoir",
    "asalee/formatrice/verifier",
    "asalee/formatrice/apercu/0123456789abcdef",
    "asalee/formatrice/publier",
    "asalee/formatrice/nouveau",
)
TRAVERSALS = (
    "..", "%2e%2e", "..%2f..%2fdonnees%2fsecret", "%2e%2e%2fsecret", "..%5c..%5csecret", "%2fetc%2fpasswd", "a%00b", ".",
    f"{TOUX}%2f..%2f{TOUX}", ".reponses.json", "C:%5csecret",
)  # fmt: skip
REFUSED = {
    "asalee/inconnue": 404,
    "asalee/apprenante/ouvrir/inconnu-v1": 404,
    "asalee/apprenante/copie/inconnu-v1": 404,
    "asalee/apprenante/retour/inconnu-v1": 404,
    "asalee/apprenante/copie.zip/inconnu-v1": 404,
    "asalee/referente/corriger/inconnu-v1": 404,
    "asalee/formatrice/publier": 405,
    "asalee/referente/recevoir": 405,
}


@pytest.mark.parametrize("path", WORKS)
def test_every_page_is_whole_and_french(site, path):
    answer = site.get(path)
    assert answer.status == 200
    assert is_french_page(answer)
    assert answer.html.count("<h1") == 1
    assert 'href="#contenu"' in answer.html
    assert 'id="contenu"' in answer.html


@pytest.mark.parametrize("path", WORKS)
def test_nothing_runs_but_our_own_files(site, path):
    answer = site.get(path)
    policy = dict(p.strip().split(" ", 1) for p in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r"\son\w+=|\sstyle=|<style|<script(?! src)", answer.html)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', answer.html)


def test_the_start_page_says_honestly_what_this_is(site):
    words = site.get("asalee/").words
    assert (
        "Sur cette machine, une même personne peut jouer les trois rôles ; les corrigés y sont donc lisibles." in words
    )
    assert (
        "Aucun clinicien n'a encore signé ce contenu ; les règles sans source sont signalées comme « convention pédagogique »."
        in words
    )
    assert "N'entrez jamais l'identité d'un vrai patient." in words


@pytest.mark.parametrize(("path", "status"), REFUSED.items())
def test_what_does_not_exist_is_a_french_page_with_a_way_out(site, path, status):
    answer = site.get(path)
    assert answer.status == status
    assert is_french_page(answer)
    assert 'href="/asalee/"' in answer.html


@pytest.mark.parametrize("name", TRAVERSALS)
@pytest.mark.parametrize("page", ["apprenante/ouvrir", "apprenante/copie", "apprenante/retour", "apprenante/copie.zip"])
def test_no_name_leads_out_of_the_known_list(site, page, name):
    before = sorted(p for p in site.ws.root.parent.rglob("*") if "jupyter" not in p.parts)
    answer = site.get(f"asalee/{page}/{name}")
    assert answer.status in (400, 404), answer.words
    assert site.ws.secret not in answer.body
    assert sorted(p for p in site.ws.root.parent.rglob("*") if "jupyter" not in p.parts) == before


@pytest.mark.parametrize(
    "name", ["../base.py", "..%2fbase.py", "%2e%2e/routes.py", "style.css/../../base.py", "secret"]
)
def test_only_the_style_the_script_and_the_icon_are_served(site, name):
    assert site.get(f"asalee/static/{name}").status == 404
    assert site.stranger().get("asalee/static/style.css").status == 200


@pytest.mark.parametrize("path", POSTS)
def test_a_form_without_its_token_is_refused_in_french(site, path):
    answer = site.post(path, {"protocole": "bpco", "nom": "piege"}, xsrf=False)
    assert answer.status == 403
    assert is_french_page(answer)
    assert not (site.ws.cases / "bpco" / "piege.md").exists()


@pytest.mark.parametrize("path", POSTS)
def test_a_stranger_can_do_nothing(site, path):
    stranger = site.stranger()
    answer = stranger.post(path, xsrf=False)
    assert answer.status == 403
    assert is_french_page(answer)


@pytest.mark.parametrize("path", [*WORKS, f"asalee/apprenante/ouvrir/{TOUX}", "asalee/inconnue"])
def test_a_stranger_is_sent_to_the_sign_in_page(site, path):
    answer = site.stranger().get(path)
    assert answer.status == 302
    assert "/login?next=" in answer.headers["Location"]
    assert not (site.ws.apprenante / TOUX).exists()


def test_a_role_that_the_server_has_not_does_not_exist(start, ws):
    site = start(ws, roles=["apprenante"])
    assert site.get("asalee/apprenante").status == 200
    home = site.get("asalee/")
    assert "Référente" not in home.words
    assert "jouer les trois rôles" not in home.words
    for path in (
        "asalee/referente",
        "asalee/formatrice",
        "asalee/formatrice/guide",
        f"asalee/referente/corriger/{TOUX}",
    ):
        answer = site.get(path)
        assert answer.status == 404
        assert is_french_page(answer)
    for path in POSTS[1:]:
        assert site.post(path).status == 404


def test_roles_come_from_the_configuration_then_from_the_environment(monkeypatch):
    assert Pages().roles == ["apprenante", "referente", "formatrice"]
    monkeypatch.setenv("ASALEE_ROLES", "apprenante, formatrice")
    assert Pages().roles == ["apprenante", "formatrice"]
    assert Pages(config=Config(Pages={"roles": ["referente"]})).roles == ["referente"]
    for wrong in ("administratrice", "apprenante;formatrice"):
        monkeypatch.setenv("ASALEE_ROLES", wrong)
        with pytest.raises(TraitError):
            _ = Pages().roles


def test_the_pages_follow_the_address_where_the_server_lives(start, ws):
    site = start(ws, base_url="/hub/utilisatrice/")
    page = site.get("asalee/apprenante")
    assert page.status == 200
    links = re.findall(r'(?:href|src|action)="([^"#][^"]*)"', page.html)
    assert links
    assert all(link.startswith("/hub/utilisatrice/") for link in links)
    opened = site.get(f"asalee/apprenante/ouvrir/{TOUX}")
    assert opened.headers["Location"].startswith("/hub/utilisatrice/doc/tree/")


def test_a_fault_of_ours_is_told_without_a_traceback(site, monkeypatch):
    def fail(self):
        raise RuntimeError("secret/chemin/interne")

    monkeypatch.setattr(Page, "work", property(fail))
    answer = site.get("asalee/apprenante")
    assert answer.status == 500
    assert is_french_page(answer)
    assert "Un imprévu empêche" in answer.words
    assert "interne" not in answer.html


def test_a_damaged_workspace_is_told_with_what_to_do(site):
    (site.ws.donnees / "profil.json").write_text("{", encoding="utf-8")
    answer = site.get(f"asalee/apprenante/ouvrir/{TOUX}", follow=False)
    assert answer.status == 302, "opening needs no profile"
    answer = site.get(f"asalee/apprenante/copie/{TOUX}")
    assert answer.status == 500
    assert "demandez à votre référente votre identifiant" in answer.words
    assert is_french_page(answer)
