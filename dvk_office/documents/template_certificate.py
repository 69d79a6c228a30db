"""What only certificates have: a double border around the page, and a foot with the decision and the signature."""

from typing import Any

from dvk_office.documents.template_tables import borderless
from dvk_office.documents.template_text import Block, paragraph, text_width
from dvk_office.rules.formats import Profile

SIDES = ("top", "left", "bottom", "right")
MARGIN, LOWER_MARGIN, SIGNING_ROOM = (
    20,
    14,
    25,
)  # millimetres; names of three lines still leave room to sign
FROM_EDGE, THICKNESS = 28, 36  # points; eighths of a point


def page_border(document: Any, _profile: Profile, block: Block) -> None:
    """A border of two lines in `colour` around the page, whose margins are the same but for a lower one at the foot."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[-1]
    for side in SIDES:
        setattr(section, f"{side}_margin", Mm(LOWER_MARGIN if side == "bottom" else MARGIN))
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    values = {
        "val": "thinThickSmallGap",
        "sz": THICKNESS,
        "space": FROM_EDGE,
        "color": block["colour"],
    }
    for side in SIDES:
        border = OxmlElement(f"w:{side}")
        for name, value in values.items():
            border.set(qn(f"w:{name}"), str(value))
        borders.append(border)
    properties = section._sectPr  # noqa: SLF001 - the library has no borders of pages
    properties.insert_element_before(
        borders, "w:lnNumType", "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid"
    )


def certificate_foot(document: Any, _profile: Profile, block: Block) -> None:
    """At the left the `lines` that say what the certificate rests on; at the right who signs, with `room` for it."""
    paragraph(document, "post")
    width = text_width(document)
    left, right = borderless(document, (width / 2, width / 2)).cells
    paragraph(left, "certificate_note", "", first=True)
    for line in block["lines"]:
        paragraph(left, "certificate_note", line)
    paragraph(right, "place_date", "{{ place_date }}", first=True)
    paragraph(right, "authority", "{%p if authority %}")
    paragraph(right, "authority", "{{ authority }}")
    paragraph(right, "authority", "{%p endif %}")
    paragraph(right, "post", "{{ post }}")
    _room(paragraph(right, "post"), block.get("room", SIGNING_ROOM))
    paragraph(right, "signer", "{{ signer }}")


def _room(line: Any, height: float) -> None:
    """The millimetres that signature and seal take."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Mm

    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Mm(height)
