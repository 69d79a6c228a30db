"""Every requirement has one group, and what is called built is proved."""

from tests import requirements as listing


def test_every_requirement_stands_in_exactly_one_group() -> None:
    numbers = sorted(n for group in listing.groups() for n in group.numbers)
    assert numbers == list(range(1, 195))


def test_every_requirement_of_a_built_group_is_cited_by_a_test() -> None:
    open_ones = {g.title: listing.not_covered(g) for g in listing.groups() if g.built}
    assert {title: numbers for title, numbers in open_ones.items() if numbers} == {}
