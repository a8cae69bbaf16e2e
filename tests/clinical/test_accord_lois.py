"""Agreement between referents: what holds whatever the markings."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from asalee_training.clinical import accord
from tests.clinical.accords import NIVEAUX, kappas, same

MARKINGS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=2, max_size=40)
WEIGHTS = st.sampled_from(accord.POIDS)
briefly = settings(max_examples=60, deadline=None)  # a busy machine is no counter-example


@briefly
@given(MARKINGS, WEIGHTS)
def test_kappa_does_not_know_who_marked_first(pairs, poids):
    same(kappas(pairs, poids=poids), kappas([(b, a) for a, b in pairs], poids=poids))


@briefly
@given(MARKINGS, WEIGHTS)
def test_kappa_does_not_know_the_order_of_the_cases(pairs, poids):
    assert kappas(pairs, poids=poids) == kappas(pairs[::-1], poids=poids)


@briefly
@given(MARKINGS, WEIGHTS)
def test_kappa_stays_between_minus_1_and_1_and_its_interval_holds_it(pairs, poids):
    result = kappas(pairs, poids=poids)

    assert (result.kappa is None) == (len({level for pair in pairs for level in pair}) == 1)
    if result.kappa is not None:
        low, high = result.intervalle
        assert -1 <= low <= result.kappa <= high <= 1


@briefly
@given(MARKINGS, WEIGHTS)
def test_kappa_is_1_when_the_markings_are_identical_and_vary_and_only_then(pairs, poids):
    assume(len({level for pair in pairs for level in pair}) > 1)

    assert (kappas(pairs, poids=poids).kappa == 1) == all(a == b for a, b in pairs)


@briefly
@given(MARKINGS, WEIGHTS)
def test_kappa_does_not_know_which_end_of_the_scale_is_high(pairs, poids):
    same(kappas(pairs, poids=poids), kappas(pairs, NIVEAUX[::-1], poids))


@briefly
@given(MARKINGS, st.permutations(("insuffisant", "en cours", "acquis", "expert")))
def test_simple_kappa_does_not_know_the_names_nor_the_order_of_the_levels(pairs, words):
    renamed = [(words[a - 1], words[b - 1]) for a, b in pairs]

    same(kappas(pairs, poids="aucun"), kappas(renamed, sorted(words), "aucun"))


@briefly
@given(MARKINGS)
def test_the_three_weightings_are_one_on_a_scale_of_two_levels(pairs):
    halves = [(a > 2, b > 2) for a, b in pairs]
    simple, linear, quadratic = (
        kappas([(int(a), int(b)) for a, b in halves], (0, 1), poids) for poids in accord.POIDS
    )  # fmt: skip

    same(simple, linear)
    same(simple, quadratic)


@briefly
@given(MARKINGS)
def test_comparer_counts_each_case_once(pairs):
    result = accord.comparer([a for a, _ in pairs], [b for _, b in pairs], NIVEAUX)
    swapped = accord.comparer([b for _, b in pairs], [a for a, _ in pairs], NIVEAUX)

    assert 0 <= result.accord_exact <= result.accord_adjacent <= 1
    assert round((1 - result.accord_adjacent) * result.n) == len(result.ecarts_a_arbitrer)
    assert result.biais_moyen == -swapped.biais_moyen
    assert result.ecarts_a_arbitrer == swapped.ecarts_a_arbitrer
