"""The order of collectives and persons in every list of every paper: one place for it, so that papers agree (R-141)."""

from typing import Any

from dvk_office.core.records import Record
from dvk_office.core.text import name_key

COLLECTIVE, INDIVIDUAL = "collective", "individual"
KINDS = (COLLECTIVE, INDIVIDUAL)
UNKNOWN = ""  # the kind of a subject whose cell is blank or wrong
BY_NAME, BY_TYPED, BY_VOTES, BY_POINTS = "name", "typed", "votes", "points"


def listing_key(
    registrant: Record | None,
    *,
    votes: float | None,
    points: float | None,
    typed: int,
    order: str,
) -> tuple[Any, ...]:
    """The sorting key of one entry: collectives first; then by given name, by votes, by points, or as typed (R-185).

    `order` is the setting `people_order`; `typed` the row in its sheet. Collectives keep their rows where names count.
    """
    kind = registrant.text("kind") if registrant else ""
    rank = KINDS.index(kind) if kind in KINDS else len(KINDS)
    if order in {BY_VOTES, BY_POINTS}:
        return rank, -((votes if order == BY_VOTES else points) or 0), typed
    if order == BY_NAME and kind == INDIVIDUAL and registrant:
        return rank, name_key(registrant.text("name")), typed
    return rank, typed
