"""What every paper has around its text: header, number and date, recipients, signature (R-007, R-008)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dvk_office.core.naming import body_key
from dvk_office.core.records import Record, Settings
from dvk_office.core.text import clean, fold
from dvk_office.documents.wording import day_cited, end_bound, ended, last_bound, long_day
from dvk_office.rules.documents import (
    PaperKind,
    bodies,
    deciding,
    instead,
    issuer,
    party_names,
    signer,
)
from dvk_office.rules.formats import Profile
from dvk_office.rules.messages import fill, word

Context = Mapping[str, object]
SUBMISSION = "TTr"
BOARD = "board"


class Head(NamedTuple):
    """Who issues a paper: the line above, the issuer's `name`, the `symbol` in its numbers, the line it signs under."""

    above: str
    name: str
    symbol: str = ""
    authority: str = ""


@dataclass(frozen=True)
class Issue:
    """The issuing of one paper: its `number` and `day`, empty and None while it waits for them; `year` of the book.

    A paper without a day has blanks for it in the year `dated`. `issued_by` stands in a unit's own paper in place of the
    kind's issuer; `row` is that of the register which says it.
    """

    kind: PaperKind
    profile: Profile
    number: str
    day: date | None
    year: int
    dated: int
    issued_by: Head | None = None
    row: Record | None = None


def frame(issue: Issue, settings: Settings, recipients: Sequence[str]) -> Context:
    """The values of the blocks that all papers share."""
    signed_by, form = signer(issue.kind.signer), issue.profile
    head = issue.issued_by or issuer_head(issue.kind, settings)
    number = written_number(issue, head.symbol)
    day = last_bound(long_day(issue.day, issue.dated))
    return {
        "year": str(issue.year),
        "superior": end_bound(head.above.upper()),
        "issuer": end_bound(head.name.upper()),
        "number": number,
        "number_line": fill(form.text("number"), {"number": number}),
        "issued_on": day_cited(issue.day, issue.dated),
        "place_date": fill(
            form.text("place_date"), {"place": settings.text("commune"), "day": day}
        ),
        "salutation": form.text(
            "salutation" if issue.kind.abbreviation == SUBMISSION else "letter_salutation"
        ),
        "letter_summary": form.text("letter_summary"),
        "end": form.text("end_mark"),
        "minutes_dated": form.set("minutes_place_date"),
        "signature_gap": tuple(range(int(form.size("signature_lines")))),
        "authority": _text(settings, signed_by.authority).upper(),
        "post": either(settings, signed_by.post).upper(),
        "signer": either(settings, signed_by.name),
        "recipients": ended(
            recipients,
            start=form.text("recipients_start"),
            end=form.text("recipients_end"),
            last=form.text("recipients_last"),
        ),
    }


def basis_lines(issue: Issue, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines that a paper rests on, with the signs of its form before and after each."""
    form = issue.profile
    return ended(
        lines,
        start=form.text("basis_start"),
        end=form.text("basis_end"),
        last=form.text("basis_last"),
    )


def _text(settings: Settings, key: str) -> str:
    return settings.text(key) if key else ""


def issuer_head(kind: PaperKind, settings: Settings) -> Head:
    """Who issues papers of `kind`; a body without a line above has the first words of its own name there."""
    issued_by = issuer(kind.issuer)
    name, symbol = settings.text(issued_by.name), _text(settings, issued_by.symbol)
    if issued_by.first and fold(name).startswith(fold(issued_by.first)):
        return Head(issued_by.first, clean(name)[len(issued_by.first) :].strip(), symbol)
    return Head(_text(settings, issued_by.superior), name, symbol)


def unit_head(organisation: Record | None, settings: Settings, unknown: str) -> Head:
    """Who issues the papers of a unit: the organisation that manages it, under the commune's; `unknown` where none is.

    A Party organisation stands by its own name over those below it, by its committee's where it issues itself.
    """
    names, committee = party_names(), settings.text("party_committee")
    commune = _renamed(committee, names.committee, names.organisation)
    if organisation is None:
        return Head(commune, unknown)
    issued_by = committee_of(organisation.text("name"))
    above = settings.text("party_superior") if fold(issued_by) == fold(committee) else commune
    kind = organisation.text("kind")
    return Head(above, issued_by, names.symbols.get(kind, ""), names.authorities.get(kind, ""))


def committee_of(name: str) -> str:
    """The body that acts for the Party organisation `name`; a cell, or any other body, acts for itself."""
    names = party_names()
    return _renamed(name, names.organisation, names.committee)


def _renamed(name: str, was: str, becomes: str) -> str:
    """`name` with `becomes` where it begins with `was`."""
    if not fold(name).startswith(f"{fold(was)} "):
        return name
    return becomes + clean(name)[len(was) :]


def written_number(issue: Issue, symbol: str) -> str:
    """The number as the clerk gave it; with type and symbol added to a bare one, and a blank for one not given yet."""
    facts = {"type": issue.kind.abbreviation, "symbol": symbol or word("paper_blank")}
    if issue.number and not issue.number.isdecimal():
        return issue.number
    blank = issue.number.zfill(2) if issue.number else word("paper_blank")
    return fill(issue.profile.text("unissued"), {**facts, "blank": blank})


def either(settings: Settings, key: str) -> str:
    """The text of a setting, or of the one that is taken where it is blank."""
    return settings.text(key) or (settings.text(instead(key)) if instead(key) else "")


def deciding_body(settings: Settings, authority: str) -> str:
    """The body that decides, by the authority line it signs under (T-22)."""
    line = fold(settings.text(authority))
    keys = {fold(words): key for words, key in deciding().items()}
    return settings.text(keys.get(line, "standing_committee"))


def issuing_body(kind: PaperKind, settings: Settings) -> str:
    """The body that speaks in a paper: the board in its own, else the one that the committee's papers are signed for."""
    if kind.issuer == BOARD:
        return settings.text(issuer(BOARD).name)
    return deciding_body(settings, signer(kind.signer).authority)


def recipients_of(kind: PaperKind, settings: Settings, *others: str) -> tuple[str, ...]:
    """`others`, or the office's usual list where there are none; the last line says where the issuer keeps the paper.

    The board sends its own papers to others, not to itself.
    """
    usual = usual_recipients(settings)
    if kind.issuer != BOARD:
        return (*(others or usual[:-1]), *usual[-1:])
    board = settings.text(issuer(BOARD).name)
    receivers = others or tuple(one for one in usual[:-1] if one != board)
    return (*receivers, word("paper_kept", body=board))


def usual_recipients(settings: Settings) -> tuple[str, ...]:
    """The office's own list, one a line, in its order (R-008); a body's name as the settings spell it (R-193)."""
    spelt = {body_key(settings.text(key)): settings.text(key) for key in bodies()}
    lines = filter(None, map(str.strip, settings.text("recipients").splitlines()))
    return tuple(_spelt(line.rstrip(" ,;."), spelt) for line in lines)


def _spelt(line: str, spelt: Mapping[str, str]) -> str:
    """`line` with the settings' name of its body, also where a short form was typed; what is in brackets stays."""
    name, bracket, purpose = line.partition(" (")
    return spelt.get(body_key(name), name) + bracket + purpose
