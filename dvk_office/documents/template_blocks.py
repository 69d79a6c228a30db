"""The blocks that every paper is made of; a change of form is made here once, and `dvk build` carries it everywhere."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from dvk_office.documents.template_certificate import certificate_foot, page_border
from dvk_office.documents.template_heads import header, salutation, title
from dvk_office.documents.template_items import dotted, item, problems
from dvk_office.documents.template_signing import signature, signatures
from dvk_office.documents.template_tables import add_table
from dvk_office.documents.template_text import (
    Block,
    between,
    keep,
    paragraph,
    rule_below,
    text_width,
)
from dvk_office.documents.template_written import written
from dvk_office.rules.formats import Profile


def add_block(document: Any, profile: Profile, block: Block) -> None:
    """Adds one block of a paper's text to the end of `document`."""
    BLOCKS[block["block"]](document, profile, block)


def lines(document: Any, _profile: Profile, block: Block) -> None:
    """A paragraph for each line of a list."""
    for text in (f"{{%p for line in {block['of']} %}}", "{{ line }}", "{%p endfor %}"):
        paragraph(document, block.get("style", "body"), text)


def plain(document: Any, profile: Profile, block: Block) -> None:
    """One paragraph, `before` points below the one above; `kept` stays on one page with what follows.

    The Party's name that is `ruled` has its line below.
    """
    from docx.shared import Pt

    made = paragraph(document, block.get("style", "body"), block["text"])
    if block.get("new_page"):
        made.paragraph_format.page_break_before = True
    if block.get("ruled"):
        rule_below(made, width=text_width(document), length=profile.size("motto_rule"))
    if "before" in block:
        made.paragraph_format.space_before = Pt(block["before"])
    if block.get("kept"):
        keep(made)


def each(document: Any, profile: Profile, block: Block) -> None:
    """The `blocks` once for every entry of the list `of`, which they call `as`."""
    paragraph(document, "body", f"{{%p for {block['as']} in {block['of']} %}}")
    _inner(document, profile, block["blocks"])
    paragraph(document, "body", "{%p endfor %}")


def when(document: Any, profile: Profile, block: Block) -> None:
    """The `blocks` where the value `test` is there, else those of `otherwise`."""
    paragraph(document, "body", f"{{%p if {block['test']} %}}")
    _inner(document, profile, block["blocks"])
    if "otherwise" in block:
        paragraph(document, "body", "{%p else %}")
        _inner(document, profile, block["otherwise"])
    paragraph(document, "body", "{%p endif %}")


def _inner(document: Any, profile: Profile, blocks: list[Block]) -> None:
    for block in blocks:
        add_block(document, profile, block)


def table(document: Any, profile: Profile, block: Block) -> None:
    """A list with its heading row on every page; see `template_tables`."""
    from docx.shared import Pt

    before = document.paragraphs[-1].paragraph_format
    before.space_after = Pt(between(profile))
    add_table(document, block, text_width(document))


BLOCKS: Mapping[str, Callable[[Any, Profile, Block], None]] = MappingProxyType(
    {
        "header": header,
        "title": title,
        "salutation": salutation,
        "lines": lines,
        "paragraph": plain,
        "each": each,
        "when": when,
        "written": written,
        "item": item,
        "dotted": dotted,
        "problems": problems,
        "table": table,
        "signature": signature,
        "signatures": signatures,
        "page_border": page_border,
        "certificate_foot": certificate_foot,
    }
)
