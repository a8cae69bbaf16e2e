"""Words that a message to the patient must not hold."""

import pytest

from asalee_training.clinical import cognition
from asalee_training.clinical.cognition import passation


@pytest.mark.parametrize(
    ("texte", "extraits"),
    [
        ("Certains exercices ont été difficiles aujourd’hui. Ce n’est pas un diagnostic.", ()),
        ("J’en parle au docteur X, qui vous proposera la suite.", ()),
        ("Risque cardiovasculaire à 12 %, HbA1c 7 %, poids perdu 6 %, risque de chute.", ()),
        ("Maladie d’Alzheimer possible.", ("Alzheimer",)),
        ("ALZHEIMER", ("ALZHEIMER",)),
        ("début de de\u0301mence", ("démence",)),  # accent typed as a separate character
        ("Corps de Lewy ? Fronto-temporale ? Sénile ?", ("Corps de Lewy", "Fronto-temporale", "Sénile")),
        ("Elle a raté le test.", ("raté le test",)),
        ("Test raté", ("Test raté",)),
        ("il a échoué aux épreuves", ("échoué aux épreuves",)),
        ("Vous avez 30\u202f% de risque d’avoir un trouble", ("30\u202f% de risque",)),
        ("Un risque de maladie de 24,4 %", ("risque de maladie de 24,4 %",)),
        ("", ()),
    ],
)
def test_mots_interdits_finds_names_of_diseases_percentages_and_judgements(texte, extraits):
    found = cognition.mots_interdits(texte)

    assert tuple(mot.extrait for mot in found) == extraits
    assert all(mot.raison.endswith(".") for mot in found)


@pytest.mark.parametrize(
    ("texte", "extrait"),
    [
        ("Maladie de Parkinson connue.", "Parkinson"),
        ("Allure parkinsonienne.", "parkinsonienne"),
        ("Évoque une DFT.", "DFT"),
        ("DTA débutante", "DTA"),
        ("TNC majeur", "TNC"),
        ("TNCL", "TNCL"),
        ("MCI amnésique", "MCI"),
        ("Maladie de Pick", "Pick"),
        ("trouble neurocognitif", "trouble neurocognitif"),
        ("Troubles neuro-cognitifs", "Troubles neuro-cognitifs"),
        ("syndrome confusionnel", "confusionnel"),
        ("états confusionnels", "confusionnels"),
    ],
)
def test_mots_interdits_finds_the_abbreviations_too(texte, extrait):
    assert [(mot.extrait, mot.nature) for mot in cognition.mots_interdits(texte)] == [(extrait, "maladie")]


@pytest.mark.parametrize(
    "texte",
    [
        "Elle conduit un pick-up, et le chien pique.",
        "Le dessin de la montre a été difficile ; la consigne a été répétée.",
        "Merci à la fille, présente. Elle confond les deux rues, sans confusion des dates.",
        "Plainte de mémoire depuis l’été, troubles du sommeil, marche lente.",
        "Le facteur DTAM passe à midi.",
    ],
)
def test_mots_interdits_lets_an_innocent_sentence_pass(texte):
    assert cognition.mots_interdits(texte) == ()


def test_mots_interdits_stays_fast_on_a_long_text():
    assert cognition.mots_interdits("1" * passation.TEXTE_MAX) == ()
    assert cognition.mots_interdits("risque " * (passation.TEXTE_MAX // 7)) == ()


@pytest.mark.parametrize("texte", [None, 12, ["démence"], "x" * (passation.TEXTE_MAX + 1)])
def test_mots_interdits_refuses_what_is_not_a_text(texte):
    with pytest.raises(ValueError, match="Texte"):
        cognition.mots_interdits(texte)
