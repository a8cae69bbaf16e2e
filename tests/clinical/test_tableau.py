"""GLI reference values by arrays: the same numbers as one person at a time, and the first bad row named."""

import numpy as np
import pytest

from asalee_training.clinical import spirometrie
from asalee_training.clinical.spirometrie import tableau

SETS = [
    (indice, equations, avec_groupe)
    for indice in ("vems", "cvf", "vems_cvf", "dem2575")
    for equations, avec_groupe in (("gli_global", False), ("gli_2012", True))
    if (indice, equations) != ("dem2575", "gli_global")
]


def people(n, seed=7, oldest=95):
    rng = np.random.default_rng(seed)
    return {
        "sexe": rng.choice(["femme", "homme"], n),
        "age": rng.uniform(3, oldest, n),
        "taille_cm": rng.uniform(100, 210, n),
    }, rng


@pytest.mark.parametrize(("indice", "equations", "avec_groupe"), SETS)
def test_a_table_holds_what_each_person_alone_would_get(indice, equations, avec_groupe):
    columns, rng = people(400, oldest=90)
    groupe = rng.integers(1, 6, 400) if avec_groupe else None
    x = rng.uniform(0.3, 1, 400) if indice == "vems_cvf" else rng.uniform(0.3, 6, 400)

    found = tableau.references(indice, equations=equations, groupe=groupe, **columns)
    z, pct, lin, lsn, back = found.z(x), found.pct(x), found.lin, found.lsn, found.valeur(found.z(x).clip(-2, 2))

    for row in range(400):
        alone = spirometrie.reference(
            indice,
            str(columns["sexe"][row]),
            float(columns["age"][row]),
            float(columns["taille_cm"][row]),
            equations,
            None if groupe is None else int(groupe[row]),
        )
        mine = (found.l[row], found.m[row], found.s[row], z[row], pct[row], lin[row], lsn[row], back[row])
        value = float(x[row])
        wanted = (alone.l, alone.m, alone.s, alone.z(value), alone.pct(value), alone.lin, alone.lsn)
        assert mine == pytest.approx((*wanted, alone.valeur(float(np.clip(alone.z(value), -2, 2)))), rel=1e-12)


def test_a_table_longer_than_a_block_is_worked_through_to_its_last_row():
    columns, _ = people(2 * tableau.BLOCK + 3)
    whole = tableau.references("vems", **columns)
    tail = tableau.references("vems", **{name: column[-5:] for name, column in columns.items()})

    np.testing.assert_array_equal(whole.m[-5:], tail.m)
    np.testing.assert_array_equal(whole.z(2.0)[-5:], tail.z(2.0))


def test_one_value_serves_for_all():
    found = tableau.references("vems", "femme", [40.0, 60.0], 162)
    assert found.m == pytest.approx([spirometrie.reference("vems", "femme", age, 162).m for age in (40, 60)])


def test_an_empty_table_is_empty():
    assert tableau.references("vems", [], [], []).z(np.array([], dtype=float)).size == 0


def test_a_value_that_does_not_exist_is_no_number_where_one_person_would_be_refused():
    with pytest.raises(ValueError, match="n’existe pas"):
        spirometrie.reference("vems_cvf", "femme", 40, 162).valeur(-8)

    found = tableau.references("vems_cvf", "femme", [40.0, 40.0], 162).valeur([-8, 0])
    assert np.isnan(found[0])
    assert found[1] > 0.7


GOOD = {"indice": "vems", "sexe": ["femme", "homme"], "age": [58.0, 60.0], "taille_cm": [162.0, 175.0]}


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"age": [58.0, 97.0]}, "Âge, ligne 1.*97.*3 à 95 ans"),
        ({"age": [58.0, float("nan")]}, "Âge, ligne 1.*pas un nombre"),
        ({"age": ["58", "60"]}, "Âge.*2 nombres"),
        ({"taille_cm": [1.62, 175.0]}, "Taille, ligne 0.*1,62.*100 à 250 cm"),
        ({"taille_cm": [162.0, float("inf")]}, "Taille, ligne 1.*l’infini"),
        ({"taille_cm": [162.0, 163.0, 164.0]}, "Taille.*2 nombres"),
        ({"sexe": ["femme", "F"]}, "Sexe, ligne 1.*«\u00a0F\u00a0»"),
        ({"sexe": ["femme", None]}, "Sexe, ligne 1.*rien"),
        ({"indice": "vem"}, "Indice"),
        ({"equations": "gli"}, "Équations"),
        ({"equations": "gli_2012"}, "Groupe"),
        ({"equations": "gli_2012", "groupe": [1, 6]}, "Groupe GLI-2012, ligne 1.*6"),
        ({"equations": "gli_2012", "groupe": [1, 1.5]}, "Groupe.*entier"),
        ({"indice": "dem2575"}, "DEM25-75"),
    ],
)
def test_a_table_refuses_its_first_bad_row_by_name(wrong, named):
    with pytest.raises(ValueError, match=named):
        tableau.references(**(GOOD | wrong))


def test_a_table_refuses_impossible_measures():
    found = tableau.references(**GOOD)
    with pytest.raises(ValueError, match=r"VEMS, ligne 0.*162"):
        found.z([162.0, 2.0])
    with pytest.raises(ValueError, match=r"z-score.*9"):
        found.valeur(9)
    with pytest.raises(ValueError, match="nombres"):
        found.z([True, False])
