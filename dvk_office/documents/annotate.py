"""What was found in a Word file as Word's own comments, in a copy of it; the file itself is never changed."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from dvk_office.documents.judged import Fault
from dvk_office.documents.package import repacked
from dvk_office.documents.word_file import BODY, W, WordFile
from dvk_office.rules.messages import word


def annotated(file: WordFile, faults: Iterable[Fault], today: date) -> bytes:
    """The file with a comment at each paragraph that a fault is about, at the first one for the rest.

    Word has comments in the body only, so what is found in heads, feet and notes is told at the first paragraph too.
    """
    from docx import Document

    document = Document(BytesIO(file.content))
    paragraphs = list(document.element.body.iter(f"{W}p"))
    places = {
        one.number: element for one, element in zip(file.of_body, _seen(paragraphs), strict=True)
    }
    for fault in faults:
        line = fault.line
        at = line.number if line and line.part == BODY else min(places, default=0)
        if at:
            _comment(
                document, places[at], _said(fault, elsewhere=not line or line.part != BODY), today
            )
    _add_styles(document)
    written = BytesIO()
    document.save(written)
    return repacked(written.getvalue())


def _add_styles(document: Any) -> None:
    """The two styles that comments are written in, which a file without comments may lack."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    kinds = {"CommentReference": ("annotation reference", WD_STYLE_TYPE.CHARACTER),
             "CommentText": ("annotation text", WD_STYLE_TYPE.PARAGRAPH)}  # fmt: skip
    there = {one.style_id for one in document.styles}
    for key, (name, kind) in kinds.items():
        if key not in there:
            made = document.styles.add_style(name, kind, builtin=True)
            made.element.set(qn("w:styleId"), key)


def _seen(paragraphs: list[Any]) -> list[Any]:
    """The paragraphs that `word_file` counts."""
    return [
        one
        for one in paragraphs
        if not any(str(above.tag).endswith("}Fallback") for above in one.iterancestors())
    ]


def _said(fault: Fault, *, elsewhere: bool) -> str:
    found = fault.finding
    place = f"{found.place}: " if elsewhere else ""
    return f"{place}{found.code}: {found.message} {word('mend')}: {found.mend}"


def _comment(document: Any, element: Any, text: str, today: date) -> None:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    paragraph = Paragraph(element, document)
    runs = [Run(one, paragraph) for one in element.iterchildren(f"{W}r")] or [paragraph.add_run()]
    made = document.add_comment(runs, text, author=word("lint_author"), initials="dvk")
    made._comment_elm.set(qn("w:date"), f"{today:%Y-%m-%d}T00:00:00Z")  # noqa: SLF001 - no day of its own to set
