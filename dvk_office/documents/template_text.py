"""Paragraphs of our templates: styled lines with **bold** words, rules under them, loops and choices around them."""

from collections.abc import Mapping
from typing import Any

from dvk_office.documents.template_page import set_style
from dvk_office.rules.formats import Profile

Block = Mapping[str, Any]
RULE_HEIGHT = 3  # points


def paragraph(holder: Any, style: str, text: str = "", *, first: bool = False) -> Any:
    """A paragraph of `style` in a document or a cell, with **bold** words; `first` takes the one a cell begins with."""
    made = holder.paragraphs[0] if first else holder.add_paragraph()
    set_style(made, style)
    for number, part in enumerate(text.split("**")):
        if part:
            made.add_run(part).bold = True if number % 2 else None
    return made


def repeated(holder: Any, style: str, name: str, entries: str) -> None:
    """A paragraph for each of `entries`; a loop's tags stand in lines of their own, which vanish when filled."""
    for text in (f"{{%p for {name} in {entries} %}}", f"{{{{ {name} }}}}", "{%p endfor %}"):
        paragraph(holder, style, text)


def gap(holder: Any, style: str) -> None:
    """The empty lines in which somebody signs; how many there are comes with the paper."""
    for text in ("{%p for one in signature_gap %}", "", "{%p endfor %}"):
        paragraph(holder, style, text)


def rule_below(line: Any, *, width: float, length: float) -> None:
    """A solid line of `length` millimetres under a paragraph that has `width` millimetres."""
    from docx.shared import Mm

    side = max((width - length) / 2, 0)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm(side)
    _border(line, "bottom")


def rule_line(holder: Any, style: str, *, width: float, length: float) -> None:
    """The same line in a low paragraph of its own, so that the text above may be longer than it."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    line = paragraph(holder, style)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Pt(RULE_HEIGHT)
    rule_below(line, width=width, length=length)


def _border(line: Any, side: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, border = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
    properties = line._p.get_or_add_pPr()  # noqa: SLF001 - the library has no borders of paragraphs
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def drop(line: Any) -> None:
    """Takes a paragraph out again."""
    line._p.getparent().remove(line._p)  # noqa: SLF001


def keep(line: Any) -> None:
    """Holds a paragraph in one piece, and on one page with what follows it."""
    line.paragraph_format.keep_with_next = True
    line.paragraph_format.keep_together = True


def text_width(document: Any) -> float:
    """The millimetres between the margins of the document's last section."""
    from docx.shared import Emu

    page = document.sections[-1]
    return float(Emu(page.page_width - page.left_margin - page.right_margin).mm)


def between(profile: Profile) -> float:
    """The points before a paragraph of running text."""
    return profile.size("space_before")
