"""The pages of a paper: size, margins, fonts, page numbers, and what stays together on one page (R-191)."""

import re
from collections.abc import Iterator
from typing import Any

from dvk_office.core.encodings import old_font
from dvk_office.documents.judged import Fault, Judged
from dvk_office.documents.lint_foot import authority_of, recipients
from dvk_office.documents.word_file import Line, W
from dvk_office.documents.word_styles import (
    MARKED,
    PLAIN,
    font_of,
    is_bordered,
    is_on,
    stays_with_next,
)
from dvk_office.rules.lint import marks
from dvk_office.rules.messages import word

SIDES = ("top", "bottom", "left", "right")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LENGTH = re.compile(r"-?([0-9]+(?:\.[0-9]+)?)(mm|cm|in|pt|pc|pi|)")
_UNITS = {
    "": 25.4 / 1440,
    "mm": 1,
    "cm": 10,
    "in": 25.4,
    "pt": 25.4 / 72,
    "pc": 25.4 / 6,
    "pi": 25.4 / 6,
}
_FIRST, _EVERY = "first", "default"


def paper_size(judged: Judged) -> Iterator[Fault]:
    """A paper is printed on A4, upright or lying (R-191)."""
    wanted = sorted(judged.form.size(f"paper_{side}") for side in ("width", "height"))
    for section in judged.file.sections:
        size = section.find(f"{W}pgSz")
        found = sorted(_mm(size, one) for one in ("w", "h"))
        if any(abs(a - b) > _slack() for a, b in zip(found, wanted, strict=True)):
            required, seen = (
                word("lint_sizes", one=_shown(a), other=_shown(b)) for a, b in (wanted, found)
            )
            yield judged.fault("LB-030", required=required, found=seen)


def margins(judged: Judged) -> Iterator[Fault]:
    """The margins are those of the form; a page with a border around it has its own (R-191)."""
    for section in judged.file.sections:
        if _is_certificate(section):
            continue
        sizes = section.find(f"{W}pgMar")
        for side in SIDES:
            least, found = judged.form.size(f"margin_{side}"), _mm(sizes, side)
            most = judged.form.most(f"margin_{side}")
            if not least - _slack() <= found <= most + _slack():
                required = _shown(least)
                if least < most:
                    required = word("lint_range", least=required, most=_shown(most))
                name = word(f"lint_{side}")
                yield judged.fault("LB-031", side=name, required=required, found=_shown(found))


def _mm(sizes: Any, name: str) -> float:
    """A length of a page in millimetres; none where the file does not say it."""
    said = _LENGTH.fullmatch("" if sizes is None else sizes.get(f"{W}{name}", ""))
    return float(said[1]) * _UNITS[said[2]] if said else 0


def _is_certificate(section: Any) -> bool:
    return section.find(f"{W}pgBorders") is not None


def _slack() -> float:
    return marks().tolerance


def _shown(length: float) -> str:
    return f"{length:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def fonts(judged: Judged) -> Iterator[Fault]:
    """All letters are in the form's font, none in a font of an old encoding; each other font once (R-191, R-184)."""
    wanted, told = judged.form.text("font"), {"", judged.form.text("font")}
    for line in judged.file.lines:
        for name in _fonts(judged, line):
            if name not in told:
                told.add(name)
                code = "LB-033" if old_font(name) else "LB-032"
                yield judged.fault(code, line, required=wanted, found=name)


def _fonts(judged: Judged, line: Line) -> Iterator[str]:
    """The fonts of a paragraph's letters and figures; signs such as a tick may be of any font."""
    for run in line.element.iter(f"{W}r"):
        letters = [
            sign for one in run.findall(f"{W}t") for sign in one.text or "" if sign.isalnum()
        ]
        if any(sign.isascii() for sign in letters):
            yield font_of(judged.file.styles, run, PLAIN)
        if not all(sign.isascii() for sign in letters):
            yield font_of(judged.file.styles, run, MARKED)


def page_numbers(judged: Judged) -> Iterator[Fault]:
    """Pages are numbered at their head, from the second one on (R-191)."""
    for number, section in enumerate(judged.file.sections):
        numbered = {
            (kind, one.get(f"{W}type"))
            for kind in ("header", "footer")
            for one in section.iter(f"{W}{kind}Reference")
            if _has_number(judged.file.running.get(one.get(f"{_R}id")))
        }
        if any(kind == "footer" for kind, _ in numbered):
            yield judged.fault("LB-035")
        apart = section.find(f"{W}titlePg")
        first = _FIRST if apart is not None and is_on(apart) else _EVERY
        if not number and any(of == first for _, of in numbered):
            yield judged.fault("LB-034")


def _has_number(running: Any) -> bool:
    """Whether a head or foot holds the field that counts pages."""
    if running is None:
        return False
    simple = [one.get(f"{W}instr", "") for one in running.iter(f"{W}fldSimple")]
    fields = "".join(one.text or "" for one in running.iter(f"{W}instrText"))
    return any("PAGE" in one.upper().split() for one in (*simple, fields))


def heading_rows(judged: Judged) -> Iterator[Fault]:
    """A list that may run over a page repeats its heading row (R-191)."""
    for table in judged.file.body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if len(rows) < marks().table_rows or not is_bordered(judged.file.styles, table):
            continue
        mark = rows[0].find(f"{W}trPr/{W}tblHeader")
        if mark is None or not is_on(mark):
            inside = judged.file.lines_in(rows[0])
            yield judged.fault("LB-036", inside[0] if inside else None, rows=len(rows))


def signature(judged: Judged) -> Iterator[Fault]:
    """Who signs, with the recipients, stands on one page, and the last line of text with them (R-191).

    A certificate, with its border around the page, is of one page anyhow.
    """
    if any(_is_certificate(one) for one in judged.file.sections):
        return
    told: list[Any] = []
    label = recipients(judged)
    for line in judged.file.of_body:
        if not (authority_of(line)[0] or (label and line is label[0])):
            continue
        row = line.around("tr")
        holder = line.element if row is None else row
        if any(holder is one for one in told):
            continue
        told.append(holder)
        if not (_unbroken(judged, row) if row is not None else _kept(judged, line)):
            yield judged.fault("LB-037", line)
        above = _above(judged, line)
        if above and not all(_kept(judged, one) for one in above):
            yield judged.fault("LB-038", above[0])


def _kept(judged: Judged, line: Line) -> bool:
    return stays_with_next(judged.file.styles, line.element)


def _unbroken(judged: Judged, row: Any) -> bool:
    """Whether a row stays on one page: it may not break, or each of its lines keeps to the next."""
    mark = row.find(f"{W}trPr/{W}cantSplit")
    if mark is not None and is_on(mark):
        return True
    return all(_kept(judged, line) for line in judged.file.lines_in(row)[:-1])


def _above(judged: Judged, line: Line) -> tuple[Line, ...]:
    """The last line of running text above a signature, with the blank ones under it; none where a table is there."""
    table = line.around("tbl")
    start = line.element if table is None else table
    found: list[Line] = []
    for one in start.itersiblings(preceding=True):
        if one.tag == f"{W}tbl":
            return ()
        found[:0] = judged.file.lines_in(one)[-1:]
        if found and found[0].plain:
            return tuple(found)
    return ()


RULES = (paper_size, margins, fonts, page_numbers, heading_rows, signature)
