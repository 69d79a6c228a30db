"""The foot of a paper: recipients and the one who signs, or several places side by side in which people sign."""

from collections.abc import Mapping, Sequence
from typing import Any

from dvk_office.documents.template_tables import borderless, row_below
from dvk_office.documents.template_text import Block, gap, paragraph, repeated, text_width
from dvk_office.rules.formats import Profile

ABOVE, LOW = 14.0, 1.0  # points
OTHERWISE = "{%p else %}"


def signature(document: Any, profile: Profile, _block: Block) -> None:
    """Recipients at the left; authority, post, room for the signature and the name at the right, on one page.

    Who heads a body signs for it with the post alone.
    """
    _parted(document)
    width = text_width(document)
    left, right = borderless(document, (width / 2, width / 2), above=ABOVE).cells
    paragraph(left, "recipients_label", profile.text("recipients_label"), first=True)
    repeated(left, "recipient", "recipient", "recipients")
    paragraph(right, "authority", "{%p if authority %}", first=True)
    paragraph(right, "authority", "{{ authority }}")
    paragraph(right, "authority", "{%p endif %}")
    paragraph(right, "post", "{{ post }}")
    gap(right, "post")
    paragraph(right, "signer", "{{ signer }}")


def signatures(document: Any, _profile: Profile, block: Block) -> None:
    """Places side by side, each with its heading, a second line, a note such as “ký, ghi rõ họ tên”, and a name.

    Those `above` them, as many, are kept with them on one page.
    """
    _parted(document)
    places = block["places"]
    widths = [text_width(document) / len(places)] * len(places)
    first = borderless(document, widths, above=ABOVE)
    if "above" in block:
        _places(first, block["above"])
        for line in (line for cell in first.cells for line in cell.paragraphs):
            line.paragraph_format.keep_with_next = True
    _places(row_below(first, widths) if "above" in block else first, places)


def _parted(document: Any) -> None:
    """A low line after a list, since Word joins tables that touch.

    Text is followed by the signing table itself: LibreOffice lets an empty line between the two, at the end of a full
    page, part them.
    """
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt
    from docx.table import Table

    if not isinstance(_above(document), Table):
        return
    line = paragraph(document, "signer").paragraph_format
    line.keep_with_next = True
    line.line_spacing_rule, line.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(LOW)


def _above(document: Any) -> Any:
    """The text or list that the end of `document` follows; nothing where that is decided when a paper is filled."""
    for held in reversed(list(document.iter_inner_content())):
        text = getattr(held, "text", "")
        if not text.startswith("{%p"):
            return held
        if text == OTHERWISE:
            return None
    return None


def _places(row: Any, places: Sequence[Mapping[str, str]]) -> None:
    for cell, place in zip(row.cells, places, strict=True):
        paragraph(cell, "signing", place["heading"], first=True)
        if "second" in place:
            paragraph(cell, "post", place["second"])
        if "note" in place:
            paragraph(cell, "sign_note", place["note"])
        gap(cell, "post")
        paragraph(cell, "signer", place.get("name", ""))
