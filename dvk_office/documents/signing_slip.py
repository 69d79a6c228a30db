"""The values of the slip with which one paper of the register is laid before whoever signs it."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.records import Record, Settings
from dvk_office.core.text import fold
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.wording import count, joined, lower_first, said, short_day
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "signing_slip"
_word = partial(said, KEY)


def context(
    row: Record, issue: Issue, _rules: Rules, layout: Layout, settings: Settings
) -> Context:
    """What the template asks for; what the register does not tell is dotted, to be written by hand."""
    cut_off = row.day("cut_off")
    return {
        **frame(issue, settings, ()),
        "label": lower_first(layout.label("paper_kind", row.text("kind"))),
        "summary": row.text("title"),
        "issued_by": row.text("issuer"),
        "signed_by": row.text("signed_by"),
        "cited": _cited(row),
        "cut_off": short_day(cut_off) if cut_off else "",
        "receivers": joined(row.text("recipients").splitlines(), "; "),
        "copies": _copies(row),
        "steps": tuple(_steps(row, settings)),
    }


def _cited(row: Record) -> str:
    """Number and day; nothing while the paper waits for them."""
    number, day = row.text("number"), row.day("date")
    return _word("cited", number=number, day=short_day(day)) if number and day else number


def _copies(row: Record) -> str:
    """In how many copies papers of this kind are printed, where all of them are in the same number."""
    found = {one.copies for one in paper_kinds().values() if one.register == row.text("kind")}
    return count(found.pop()) if len(found) == 1 else ""


def _steps(row: Record, settings: Settings) -> Iterator[Mapping[str, str]]:
    """Who looks at the paper one after the other; who drafted it writes his own name.

    The head of the board, who signs the board's own papers, looks at them once.
    """
    board, office = settings.text("board_name"), settings.text("office_name")
    head, signed_by = settings.text("board_signer_name"), row.text("signed_by")
    steps = (
        (_word("drafter"), ""),
        *(((_word("head", body=board), head),) if fold(head) != fold(signed_by) else ()),
        (_word("office", body=office), ""),
        (_word("signer"), signed_by),
    )
    for number, (step, name) in enumerate(steps, 1):
        yield {"number": str(number), "step": step, "name": name}
