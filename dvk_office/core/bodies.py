"""What kind of body an organisation is: only Party organisations are counted, manage subjects and have plans of the Party."""

from dvk_office.core.records import Record

PARTY_KINDS = frozenset(("party_committee", "party_cell"))


def is_party(body: Record) -> bool:
    """True for a Party organisation."""
    return body.text("kind") in PARTY_KINDS


def is_other(body: Record) -> bool:
    """True for a body that is certainly none of the Party's; of a blank or unknown kind nothing can be said."""
    return bool(body.text("kind")) and not is_party(body)
