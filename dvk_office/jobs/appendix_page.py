"""What stands on an appendix: the heads, titles, rows, counts and signatures, in the words of its form (R-170, R-192)."""

from collections.abc import Iterator

from dvk_office.core.appendix import Appendix
from dvk_office.core.registration import KINDS, ORIGINS, Tally
from dvk_office.documents.appendix_rows import row_cells
from dvk_office.documents.frame import Context, Issue, deciding_body, frame
from dvk_office.documents.sandbox import plain
from dvk_office.documents.wording import count
from dvk_office.jobs.opening import Opened
from dvk_office.rules.appendix import AppendixForm
from dvk_office.rules.messages import fill
from dvk_office.workbook.appendix_page import Cell, Page, PageColumn, PageGroup, Piece

ONLY_WHERE_ANY = "discovered"


def appendix_page(opened: Opened, form: AppendixForm, table: Appendix, issue: Issue) -> Page:
    """The page of `table`; `issue` is that of the paper that it goes with."""
    year = opened.rules.year
    framed = frame(issue, opened.book.settings, ())
    titles = tuple(_titles(opened, form, framed))
    return Page(
        tab=form.word("tab"),
        name=" - ".join(text for style, text in titles if style == "title"),
        year=year,
        left=(*_pieces(framed, "superior", "issuer"), ("superior", issue.profile.text("star"))),
        right=(("motto", issue.profile.text("motto")), *_pieces(framed, "place_date")),
        titles=titles,
        columns=tuple(_columns(form, year)),
        groups=tuple(_groups(opened, form, table)),
        closing=_counted(form, "closing", table.tally),
        maker=form.word("maker"),
        signer=tuple(_signer(issue, framed)),
        footer=form.word("page"),
    )


def _pieces(framed: Context, *keys: str) -> tuple[Piece, ...]:
    return tuple((key, plain(str(framed[key]))) for key in keys)


def _titles(opened: Opened, form: AppendixForm, framed: Context) -> Iterator[Piece]:
    settings = opened.book.settings
    body = deciding_body(settings, "authority_line")
    facts = {"number": framed["number"], "day": framed["issued_on"], "body": body}
    yield "title", form.word("number")
    yield "title", form.word("heading", year=opened.rules.year)
    yield "attached", plain(form.word("attached", **facts))


def _columns(form: AppendixForm, year: int) -> Iterator[PageColumn]:
    facts = {"year": str(year), "before": str(year - 1)}
    for one in form.columns:
        yield PageColumn(fill(one.header, facts), one.width, one.align)


def _groups(opened: Opened, form: AppendixForm, table: Appendix) -> Iterator[PageGroup]:
    """Every field with its models (R-051); the numbers run on through all fields."""
    number = 0
    numerals = form.word("numerals").split()
    for index, group in enumerate(table.groups):
        numeral = numerals[index]
        rows: list[tuple[Cell, ...]] = []
        for model in group.models:
            number += 1
            cells = row_cells(opened.book, opened.layout, form, model, table.day)
            rows.append((number, *map(plain, cells[1:])))
        heading = form.word("group", numeral=numeral, label=group.field.label.upper())
        key = "subtotal" if group.models else "subtotal_none"
        yield PageGroup(heading, tuple(rows), _counted(form, key, group.tally, numeral))


def _counted(form: AppendixForm, key: str, tally: Tally, numeral: str = "") -> str:
    """The line that counts models, in all, by origin and by kind of subject."""
    counts = {**{one: tally.origins[one] for one in ORIGINS}, **{k: tally.kinds[k] for k in KINDS}}
    shares = [
        form.word(f"share_{one}", count=count(number))
        for one, number in counts.items()
        if number or one != ONLY_WHERE_ANY
    ]
    facts = {"total": count(tally.total), "shares": form.word("between").join(shares)}
    return form.word(key, numeral=numeral, **facts)


def _signer(issue: Issue, framed: Context) -> Iterator[Piece]:
    """Authority, post, room for the signature, name: the lines of one cell."""
    (_, authority), (_, post), (_, name) = _pieces(framed, "authority", "post", "signer")
    gap = "\n" * (int(issue.profile.size("signature_lines")) + 1)
    yield "authority", f"{authority}\n"
    yield "post", f"{post}{gap}"
    yield "name", name
