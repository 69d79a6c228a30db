"""Good papers changed in one place by python-docx, as somebody would do it in Word."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from dvk_office.documents.judged import Office
from dvk_office.documents.lint_paper import paper_faults
from dvk_office.documents.word_file import read_word_file
from tests.paper_book import saved
from tests.sample_papers import TODAY, papers

Change = Callable[[Any], object]


def found(
    kind: str, change: Change, *, today: date = TODAY, office: Office | None = None
) -> list[tuple[str, str]]:
    """Code and text of the paragraph of each fault in a paper of `kind` that was changed; prompts are left out."""
    document = Document(BytesIO(papers(kind)[0].content))
    change(document)
    file = read_word_file("a.docx", saved(document))
    faults = paper_faults(file, today, office or Office())
    return [
        (one.finding.code, one.line.plain if one.line else "")
        for one in faults
        if one.finding.code != "LB-051"
    ]


def line(document: Any, start: str) -> Paragraph:
    """The first paragraph that begins with `start`, in tables too."""
    every = (Paragraph(one, document) for one in document.element.body.iter(qn("w:p")))
    return next(one for one in every if one.text.startswith(start))


def put(start: str, text: str) -> Change:
    """Writes `text` in place of the paragraph that begins with `start`."""
    return lambda document: _write(line(document, start), text)


def _write(paragraph: Paragraph, text: str) -> None:
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)  # noqa: SLF001
    paragraph.runs[0].text = text


def add(after: str, *texts: str) -> Change:
    """Writes paragraphs after the one that begins with `after`, in its looks."""

    def change(document: Any) -> None:
        for text in reversed(texts):
            before = line(document, after)
            made = Paragraph(deepcopy(before._p), document)  # noqa: SLF001
            before._p.addnext(made._p)  # noqa: SLF001
            _write(made, text)

    return change


def drop(start: str) -> Change:
    """Takes the paragraph out that begins with `start`."""

    def change(document: Any) -> None:
        gone = line(document, start)._p  # noqa: SLF001
        gone.getparent().remove(gone)

    return change


def without(name: str, start: str, holder: str = "p") -> Change:
    """Takes the mark `name` off the paragraph that begins with `start`, or off the row that holds it."""

    def change(document: Any) -> None:
        place = line(document, start)._p  # noqa: SLF001
        if holder != "p":
            place = next(place.iterancestors(qn(f"w:{holder}")))
        for one in list(place.iter(qn(f"w:{name}"))):
            one.getparent().remove(one)

    return change


def with_rows(start: str, rows: int) -> Change:
    """Leaves as many rows of the table whose cell begins with `start`."""

    def change(document: Any) -> None:
        place = line(document, start)._p  # noqa: SLF001
        table = next(place.iterancestors(qn("w:tbl")))
        for row in table.findall(qn("w:tr"))[rows:]:
            table.remove(row)

    return change


def page(**values: Any) -> Change:
    """Sets sizes or margins of the first pages."""

    def change(document: Any) -> None:
        for name, value in values.items():
            setattr(document.sections[0], name, value)

    return change


def in_font(start: str, name: str) -> Change:
    """Sets a paragraph in another font."""
    return lambda document: setattr(line(document, start).runs[0].font, "name", name)


def numbered_below(document: Any) -> None:
    """Puts the number of the page at its foot as well."""
    _number(document.sections[0].footer)


def numbered_first(document: Any) -> None:
    """Puts a number on the first page."""
    _number(document.sections[0].first_page_header)


def _number(running: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE  \\* MERGEFORMAT ")
    running.paragraphs[0]._p.append(field)  # noqa: SLF001


def as_it_is(_document: Any) -> None:
    """Changes nothing."""


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(document: Any) -> None:
        for one in changes:
            one(document)

    return change
