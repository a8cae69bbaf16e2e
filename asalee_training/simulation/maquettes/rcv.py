"""Settings of the maquettes of the module on cardiovascular risk."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Choix, Curseur, Maquette

MAQUETTES: dict[str, Maquette] = {
    "artere_plaque": Maquette(
        titre="Une artère au fil des années",
        consigne="Faites passer les années. Regardez d’abord la paroi, puis le passage du sang, puis ce que dit la personne.",
        reglages=(
            Curseur("age", "Son âge", "ans", 20, 80, 5, 20),
            Choix(
                "facteurs",
                "Ce qui abîme la paroi",
                (
                    ("aucun", "Ni tabac, ni pression, ni LDL haut"),
                    ("tabac", "Le tabac"),
                    ("plusieurs", "Tabac, pression et LDL hauts"),
                ),
                "plusieurs",
            ),
            Choix(
                "change",
                "À 45 ans",
                (("non", "Rien ne change"), ("oui", "Tout est repris en main")),
                "non",
            ),
        ),
    ),
}
