"""The blocks that every paper is made of; a change of form is made here once, and `dvk build` carries it everywhere."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from dvk_office.documents.template_page import set_style
from dvk_office.documents.template_tables import add_table, borderless
from dvk_office.rules.formats import Profile

Block = Mapping[str, Any]


def add_block(document: Any, profile: Profile, block: Block) -> None:
    """Adds one block of a paper's text to the end of `document`."""
    BLOCKS[block["block"]](document, profile, block)


def paragraph(holder: Any, style: str, text: str = "", *, first: bool = False) -> Any:
    """A paragraph of `style` in a document or a cell, with **bold** words; `first` takes the one a cell begins with."""
    made = holder.paragraphs[0] if first else holder.add_paragraph()
    set_style(made, style)
    for number, part in enumerate(text.split("**")):
        if part:
            made.add_run(part).bold = True if number % 2 else None
    return made


def header(document: Any, profile: Profile, _block: Block) -> None:
    """Superior, issuer, asterisk and number at the left; the Party's name, its rule, place and date at the right."""
    width = _text_width(profile)
    left_width = profile.size("left_block_width")
    left, right = borderless(document, (left_width, width - left_width)).cells
    paragraph(left, "superior", "{{ superior }}", first=True)
    paragraph(left, "issuer", "{{ issuer }}")
    paragraph(left, "superior", profile.text("star"))
    paragraph(left, "number", "{{ number_line }}")
    motto = paragraph(right, "motto", profile.text("motto"), first=True)
    paragraph(right, "motto")
    paragraph(right, "place_date", "{{ place_date }}")
    _rule_below(motto, profile, width - left_width)


def _rule_below(line: Any, profile: Profile, width: float) -> None:
    """A solid line under the motto, as long as the motto is."""
    from docx.shared import Mm

    side = max((width - profile.size("motto_rule")) / 2, 0)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm(side)
    _border(line, "bottom")


def _border(line: Any, side: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, border = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
    properties = line._p.get_or_add_pPr()  # noqa: SLF001 - the library has no borders of paragraphs
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def title(document: Any, profile: Profile, block: Block) -> None:
    """The type's name, the summary and the line under it; `attached` names the paper that a list belongs to."""
    paragraph(document, "type")
    first = paragraph(document, "type", block["type"])
    if block.get("new_page"):
        _drop(document.paragraphs[-2])
        first.paragraph_format.page_break_before = True
    paragraph(document, "summary", block["summary"])
    if "attached" in block:
        paragraph(document, "attached", block["attached"])
    paragraph(document, "summary_rule", profile.text("summary_rule"))


def lines(document: Any, _profile: Profile, block: Block) -> None:
    """A paragraph for each line of a list."""
    for text in (f"{{%p for line in {block['of']} %}}", "{{ line }}", "{%p endfor %}"):
        paragraph(document, block.get("style", "body"), text)


def plain(document: Any, _profile: Profile, block: Block) -> None:
    """One paragraph; `kept` stays on one page with what follows."""
    made = paragraph(document, block.get("style", "body"), block["text"])
    if block.get("kept"):
        made.paragraph_format.keep_with_next = True
        made.paragraph_format.keep_together = True


def signature(document: Any, profile: Profile, _block: Block) -> None:
    """Recipients at the left; authority, post, room for the signature and the name at the right, on one page."""
    paragraph(document, "signer").paragraph_format.keep_with_next = True
    width = _text_width(profile)
    left, right = borderless(document, (width / 2, width / 2)).cells
    paragraph(left, "recipients_label", profile.text("recipients_label"), first=True)
    for text in ("{%p for recipient in recipients %}", "{{ recipient }}", "{%p endfor %}"):
        paragraph(left, "recipient", text)
    paragraph(right, "authority", "{{ authority }}", first=True)
    paragraph(right, "post", "{{ post }}")
    for _ in range(int(profile.size("signature_lines"))):
        paragraph(right, "post")
    paragraph(right, "signer", "{{ signer }}")


def table(document: Any, profile: Profile, block: Block) -> None:
    """A list with its heading row on every page; see `template_tables`."""
    from docx.shared import Pt

    before = document.paragraphs[-1].paragraph_format
    before.space_after = Pt(profile.size("space_before"))
    add_table(document, block, _text_width(profile))


def _text_width(profile: Profile) -> float:
    margins = profile.size("margin_left") + profile.size("margin_right")
    return profile.size("paper_width") - margins


def _drop(line: Any) -> None:
    line._p.getparent().remove(line._p)  # noqa: SLF001


BLOCKS: Mapping[str, Callable[[Any, Profile, Block], None]] = MappingProxyType(
    {
        "header": header,
        "title": title,
        "lines": lines,
        "paragraph": plain,
        "signature": signature,
        "table": table,
    }
)
