"""What the editor of a text proposes: what fits the place where she writes, and nothing else."""

import pytest

pytestmark = pytest.mark.browser

# A text with « | » where she writes; what must be proposed there; what must not.
HEAD = "---\ntitre: x\nprotocole: bpco\n"
PLACES = [
    (HEAD + "mo|\n---\n", ["mode"], ["titre", "type", "age"]),
    (HEAD + "mode: |\n---\n", ["evaluation", "entrainement"], ["true"]),
    (HEAD + "patient:\n  sp|\n---\n", ["spirometrie"], ["titre"]),
    (HEAD + "patient:\n  spirometrie: {|\n---\n", ["profil"], ["entre"]),
    (HEAD + "patient:\n  spirometrie: {profil: |\n---\n", ["obstructif_modere"], ["normal_haut"]),
    (HEAD + "patient:\n  spirometrie: {profil: {parmi: [normal, |\n---\n", ["obstructif_leger"], []),
    (HEAD + "patient:\n  age: |\n---\n", ["{entre: [18, 105]}"], []),
    (HEAD + "patient:\n  age: {|\n---\n", ["entre", "parmi"], ["profil"]),
    (HEAD + "patient:\n  sexe: |\n---\n", ["femme", "homme"], ["{entre: [, ]}"]),
    (HEAD + "patient:\n  dossier:\n    profil: |\n---\n", ["diabete"], []),
    (HEAD + "patient:\n  dossier:\n    hba1c|\n---\n", ["hba1c_pct"], ["taille_cm"]),
    (HEAD + "patient_temoin: {sexe: femme, vem|}\n---\n", ["vems_l"], []),
    (HEAD + "titr|\n---\n", [], ["titre"]),
    ("```{exercice} a\n|\n```\n", ["type"], ["choix"]),
    ("```{exercice} a\ntype: |\n```\n", ["nombre", "choix", "texte"], []),
    ("```{exercice} a\ntype: nombre\n|\n```\n", ["unite", "points", "erreurs"], ["choix", "grille", "type"]),
    ("```{exercice} a\n|\ntype: texte\n```\n", ["grille"], ["unite", "type"]),
    ("```{exercice} a\ntype: nombre\nattendu: {|}\n```\n", ["calcul", "temoin", "tolerance"], ["points"]),
    ("```{exercice} a\ntype: nombre\nattendu: {calcul: rapport|}\n```\n", ["rapport_vems_cvf"], ["temoin"]),
    ("```{exercice} a\ntype: nombre\nerreurs:\n  - si: {calcul: rapport_c|\n```\n", ["rapport_cvf_vems"], []),
    ("```{exercice} a\ntype: nombre\nerreurs:\n  - si: {calcul: x}\n    r|\n```\n", ["retour"], ["si"]),
    ("```{exercice} a\ntype: choix\nchoix:\n  - texte: a\n    juste: true\n  - |\n```\n", ["texte", "juste"], ["points:"]),
    ("```{exercice} a\ntype: choix\nchoix:\n  - texte: a\n    juste: |\n```\n", ["true", "false"], []),
    ("```{exercice} a\ntype: choix\nchoix:\n- texte: a\n  gravite: |\n```\n", ["hors_champ", "dangereux"], []),
    ("```{exercice} a\ntype: choix\nchoix:\n  - acte: {acte: diag|}\n```\n", ["diagnostic", "annonce_diagnostic"], []),
    ("```{exercice} a\ntype: choix\nchoix:\n  - texte: J’annonce : |\n```\n", None, []),
    ("```{exercice} a\ntype: texte\ngrille: |\n```\n", ["essai"], []),
    ("```{|\n", ["{exercice}", "{instrument}", "{figure}"], []),
    ("```{instrument} sp|\n```\n", ["spirometrie"], ["examen_pieds"]),
    ("```{instrument} maquette\n|\n```\n", ["maquettes"], ["outils"]),
    ("```{instrument} maquette\nmaquettes: [artere_plaque, cent|]\n```\n", ["cent_hommes"], ["artere_plaque"]),
    ("```{instrument} spirometrie\ncourbes: |\n```\n", ["true", "false"], []),
    ("```{instrument} inconnu\n|\n```\n", None, []),
    ("Elle a {{ patient.ag|\n", ["age"], ["taille_cm"]),
    ("Elle a {{ patient.vems_l | |\n", ["2_decimales"], ["age"]),
    ("Elle a type: |\n", None, []),
    ("```python\ntype: |\n```\n", None, []),
    ("titre: x\n```{exercice} a\ntype: nombre\n```\npoints|\n", None, []),
    ("```{exercice} a\ntype: choix\naide: Un \\\"mot\\\" # note |\n```\n", None, []),
]  # fmt: skip


def test_what_is_proposed_fits_the_place(page, example):
    page.goto(example.url("asalee/formatrice"))
    format_ = page.request.get(f"{example.base}asalee/formatrice/format").json()
    address = f"{example.base}lab/extensions/asalee-formation/modules/format.js"
    wrong = []
    for text, wanted, unwanted in PLACES:
        before, _, after = text.rpartition("|")
        found = page.evaluate(
            "([address, text, at, format]) => import(address).then((m) => m.propose(text, at, format, 'cas'))",
            [address, before + after, len(before), format_],
        )
        labels = [item["label"] for item in found["items"]] if found else None
        if (
            (wanted is None and labels is not None)
            or not set(wanted or ()) <= set(labels or ())
            or set(unwanted) & set(labels or ())
        ):
            wrong.append((text, labels))
    assert wrong == []
