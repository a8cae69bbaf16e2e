"""« Atelier des cas » without a browser: what every field is called, what is computed, what is proposed."""

import json
from pathlib import Path

import pytest

from asalee_training import exercises
from asalee_training.authoring import build
from asalee_training.authoring import new as authoring_new
from asalee_training.authoring.edition import document, skeletons
from asalee_training.content.errors import ContentError
from asalee_training.content.models import EnTeteCas, EnTeteLecon
from asalee_training.pages.atelier import Texte
from asalee_training.pages.atelier_cas import calculs, champs, remarques, tables, vue
from asalee_training.simulation import instruments
from tests.pages.francais import ENGLISH


def fields():
    def walk(found):
        for field in found:
            yield field
            yield from walk(field.get("champs", ()))

    for type_ in exercises.TYPES:
        yield from ((type_, field) for field in walk(champs.formulaire(type_)))
    for model in (EnTeteCas, EnTeteLecon):
        yield from ((model.__name__, field) for field in walk(champs.champs(model, model.__name__.lower())))


def test_every_field_has_a_french_label_and_no_key_name():
    seen = list(fields())
    assert len(seen) > 150
    for where, field in seen:
        assert len(field["libelle"]) > 2, (where, field)
        assert "_" not in field["libelle"] + field["aide"], (where, field)
        assert not ENGLISH.search(field["libelle"] + " " + field["aide"]), (where, field)


def test_every_value_to_choose_is_written_for_a_reader_and_accepted_by_its_model():
    for where, field in fields():
        for value, words in field.get("options", ()):
            assert "_" not in words, (where, field["cle"], value)
    for type_ in exercises.TYPES:
        spec = exercises.get(type_).Spec
        for field in champs.formulaire(type_):
            if field["genre"] == "choix":
                for value, _ in field["options"]:
                    with_value = spec.model_construct()
                    spec.__pydantic_validator__.validate_assignment(with_value, field["cle"], value)


def test_every_type_can_be_added_and_is_explained():
    assert set(tables.TYPES) == set(exercises.TYPES)
    for type_ in exercises.TYPES:
        assert champs.formulaire(type_)
        assert skeletons.exercise(type_, "Une question ?", ())[-1] == "```"


def test_a_computation_says_what_a_patient_lacks():
    found = {c["nom"]: c for c in calculs.proposes('{"vems_l": 1.62, "cvf_l": 2.75}')}
    assert found["rapport_vems_cvf"]["possible"]
    assert not found["ips_droit"]["possible"]
    assert "pression au bras" in found["ips_droit"]["manque"]


@pytest.mark.parametrize(
    ("temoin", "accord"), [(58.9, True), (58.91, True), (59, True), (61.2, False), (58.8, False), (True, False), ("58,9", False)]
)  # fmt: skip
def test_double_entry_is_told_only_after_the_hand(temoin, accord):
    attendu = {"calcul": "rapport_vems_cvf"}
    patient = {"vems_l": 1.62, "cvf_l": 2.75}
    assert calculs.doubles_saisies({"attendu": attendu}, patient) == []
    (told,) = calculs.doubles_saisies({"attendu": {**attendu, "temoin": temoin}}, patient)
    assert told["accord"] is accord
    assert "Le calcul donne 58,91" in told["phrase"]


def test_what_the_author_asked_for_comes_first_among_what_her_story_may_say():
    texte = skeletons.case("etp", "Essai", 1, "entrainement", "nombre")
    asked = "  sexe: femme\n  dossier: {profil: diabete, hba1c_pct: {entre: [7, 8]}}\n"
    told = vue.vue(texte.replace("  sexe: femme\n", asked, 1))["insertions"]
    assert {nom for nom, *_ in told[:3]} == {"patient.sexe", "patient.age", "patient.hba1c_pct"}
    assert len(told) > 50


def test_nothing_of_the_computed_answer_is_in_the_view_before_hers():
    texte = skeletons.case("bpco", "Essai", 1, "entrainement", "nombre")
    texte = texte.replace("points: 1", "points: 1\nattendu: {calcul: rapport_vems_cvf}")
    texte = texte.replace("patient_temoin:", "patient_temoin:\n  vems_l: 1.62\n  cvf_l: 2.75")
    assert "58.9" not in json.dumps(vue.vue(texte))
    assert "58,9" not in json.dumps(vue.vue(texte))


def test_a_piece_left_as_it_was_given_is_neither_ready_nor_published(ws):
    path = ws.cases / "bpco/essoufflement.md"
    texte = path.read_text(encoding="utf-8")
    assert remarques.remarques(ws, path, texte) == []
    title = next(b for b in document.read(texte).blocs if b.genre == "titre").texte
    left = texte.replace(title, f"### {authoring_new.QUESTION}", 1)
    (told,) = remarques.remarques(ws, path, left)
    assert told["phrase"] == "Écrivez la question."
    path.write_text(left, encoding="utf-8")
    with pytest.raises(ContentError, match="n’est pas fini"):
        build.build(ws, path, build.Built())
    example = authoring_new.new(ws, "bpco/exemple").read_text(encoding="utf-8")
    assert [r["chemin"][0] for r in remarques.remarques(ws, ws.cases / "bpco/exemple.md", example)] == ["sources"]


def test_what_a_case_lacks_before_it_is_proposed_is_told_once_it_is_ready(ws):
    path = ws.cases / "bpco/neuf.md"
    texte = (ws.cases / "bpco/essoufflement.md").read_text(encoding="utf-8").replace("specimen: true\n", "")
    found, before = remarques.verdict(ws, path, texte)
    assert found == []
    before = [each for each in before if each["chemin"] != ["erreurs"]]
    assert [each["chemin"] for each in before] == [["version_protocole"], ["relecture"], ["peremption"]]
    assert remarques.verdict(ws, path, texte.replace("titre:", "titra:"))[1] == []


def test_a_number_without_a_foreseen_error_is_refused_at_its_field(ws):
    texte = skeletons.case("bpco", "Essai", 1, "entrainement", "nombre").replace(authoring_new.QUESTION, "Combien ?")
    texte = (
        texte.replace(authoring_new.RECIT, "Elle tousse.")
        .replace(authoring_new.A_ECRIRE, "ATS/ERS 2019")
        .replace(
            "points: 1", "points: 1\nunite: L\nattendu: {valeur: 2, tolerance: 0.1}\nexplication: Deux litres en tout."
        )
    )
    (told,), before = remarques.verdict(ws, ws.cases / "bpco/essai.md", texte)
    assert (told["chemin"], told["groupe"], before) == (["erreurs"], 2, [])
    assert told["phrase"].startswith("Prévoyez au moins une erreur")
    with_one = texte.replace("explication:", "erreurs:\n  - {si: {valeur: 3}, retour: Trop.}\nexplication:")
    assert remarques.verdict(ws, ws.cases / "bpco/essai.md", with_one)[0] == []
    forms = vue.formulaires(ws, lecon=False)["exercices"]
    assert all(f["obligatoire"] for nom in ("nombre", "zones_pied") for f in forms[nom] if f["cle"] == "erreurs")


def test_what_a_mistake_gives_is_proposed_as_an_error_and_never_as_the_right_answer():
    shown = {
        c["nom"]: c
        for c in calculs.proposes('{"age": 58, "vems_l": 1.62, "cvf_l": 2.75, "poids_kg": 80, "taille_cm": 170}')
    }
    assert ["rapport_cvf_vems", "Rapport inversé, CVF sur VEMS"] in shown["rapport_vems_cvf"]["confusions"]
    assert shown["imc_sans_carre"]["erreur"]
    assert shown["imc_sans_carre"]["description"] == "Poids divisé par la taille, sans le carré"
    assert not shown["imc"]["erreur"]


def test_a_case_written_in_a_notebook_is_opened_there(site):
    authoring_new.new(site.ws, "bpco/carnet", carnet=True)
    page = site.get(f"asalee/formatrice/atelier/{Texte(None, 'cases/bpco/carnet.ipynb', '', '', '').ident}")
    assert page.status == 200
    assert "Ce cas est écrit dans un carnet" in page.words
    assert "carnet.ipynb" in page.html.split("Ouvrir le carnet")[0].rsplit("<a", 1)[1]


def test_every_document_shown_to_the_trainee_has_its_form(ws):
    for nom, fiche in vue.formulaires(ws, lecon=False)["documents"].items():
        options = {field["cle"]: field["defaut"] for field in fiche}
        if instruments.a_choisir(nom):  # an empty list is refused: the author chooses
            assert instruments.check(nom, options)
            options = {fiche[0]["cle"]: [fiche[0]["options"][0][0]]}
        assert instruments.check(nom, options) == []
        assert instruments.needs(nom, options) == instruments.needs(nom, {})
        assert nom in vue.INSTRUMENTS


CASES = sorted((Path(__file__).parents[2] / "cases").glob("*/*.md"))


def shown(fiche, valeurs, where):
    """Every key of these values has a field, and every word to choose is among its choices."""
    by_key = {field["cle"]: field for field in fiche}
    for cle, valeur in valeurs.items():
        if cle == "type":
            continue
        field = by_key[cle]
        words = [value for value, _ in field.get("options", ())]
        if field["genre"] == "groupe":
            shown(field["champs"], valeur, where)
        elif field["genre"] == "liste":
            for each in valeur:
                shown(field["champs"], each, where)
        elif field["genre"] == "choix" and valeur != "":
            assert valeur in words, (where, cle, valeur)
        elif field["genre"] in ("cases", "suite"):
            assert set(valeur) <= set(words), (where, cle, valeur)


@pytest.mark.parametrize("path", CASES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_exercise_of_the_repository_can_be_edited_in_its_form(path):
    blocs = vue.vue(path.read_text(encoding="utf-8"))["blocs"]
    found = [b for b in blocs if b["genre"] == "exercice"]
    assert found
    for bloc in found:
        assert not bloc["sans_formulaire"]
        assert bloc["inconnues"] == []
        shown(champs.formulaire(bloc["valeurs"]["type"]), bloc["valeurs"], bloc["argument"])
    for bloc in blocs:
        if bloc["genre"] == "instrument":
            shown(champs.instrument(bloc["argument"]), bloc["valeurs"], bloc["argument"])
