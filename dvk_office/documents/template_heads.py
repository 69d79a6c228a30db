"""The head of a paper: issuer and number at the left, motto, place and day at the right; the title under both."""

from typing import Any

from dvk_office.documents.template_tables import borderless, margin_right
from dvk_office.documents.template_text import (
    RULE_HEIGHT,
    Block,
    drop,
    paragraph,
    repeated,
    rule_below,
    rule_line,
    text_width,
)
from dvk_office.rules.formats import STATE, Profile

BESIDE = 4.0  # millimetres between the two halves of a head
LOWER = 12.0  # points from the names of a State paper down to its number and day


def header(document: Any, profile: Profile, block: Block) -> None:
    """Superior, issuer and number at the left; motto with its rule, place and day at the right.

    A `letter` has its summary under the number; a paper `of_unit` has no number; an `undated` one no place and day;
    `minutes` have them where the form says so.
    """
    left_width = profile.size("left_block_width")
    widths = (left_width, text_width(document) - left_width)
    left, right = borderless(document, widths).cells
    margin_right(left, BESIDE)
    _issuer(left, profile, block, widths[0] - BESIDE)
    _motto(right, profile, block, widths[1])


def _issuer(left: Any, profile: Profile, block: Block, width: float) -> None:
    from docx.shared import Pt

    paragraph(left, "superior", "{{ superior }}", first=True)
    paragraph(left, "issuer", "{{ issuer }}")
    if profile.family == STATE:
        rule_line(left, "issuer", width=width, length=profile.size("issuer_rule"))
    else:
        paragraph(left, "issuer", profile.text("star"))
    if not block.get("of_unit"):
        number = paragraph(left, "number", "{{ number_line }}")
        if profile.family == STATE:
            number.paragraph_format.space_before = Pt(LOWER)
    if block.get("letter"):
        paragraph(left, "letter_summary", "{{ letter_summary }}")


def _motto(right: Any, profile: Profile, block: Block, width: float) -> None:
    """The State's day stands on the line of the number, the rule of the issuer being a line of its own."""
    from docx.shared import Pt

    ruled = paragraph(right, "motto", profile.text("motto"), first=True)
    if profile.family == STATE:
        ruled = paragraph(right, "motto_second", profile.text("motto_second"))
    rule_below(ruled, width=width, length=profile.size("motto_rule"))
    if profile.family != STATE:
        paragraph(right, "motto")
    if block.get("undated"):
        return
    if block.get("minutes"):
        paragraph(right, "place_date", "{%p if minutes_dated %}")
    dated = paragraph(right, "place_date", "{{ place_date }}")
    if profile.family == STATE:
        dated.paragraph_format.space_before = Pt(LOWER + RULE_HEIGHT)
    if block.get("minutes"):
        paragraph(right, "place_date", "{%p endif %}")


def title(document: Any, profile: Profile, block: Block) -> None:
    """The type's name, the summary and the line under it; `attached` names the paper that a list belongs to."""
    paragraph(document, "type")
    first = paragraph(document, "type", block["type"])
    if block.get("new_page"):
        drop(document.paragraphs[-2])
        first.paragraph_format.page_break_before = True
    for key in ("summary", "attached"):
        if key in block:
            paragraph(document, key, block[key])
    if profile.text("summary_rule"):
        paragraph(document, "summary_rule", profile.text("summary_rule"))
    else:
        length = profile.size("summary_rule_length")
        rule_line(document, "summary", width=text_width(document), length=length)


def salutation(document: Any, _profile: Profile, block: Block) -> None:
    """“Kính gửi” or “Kính trình” in italics, the recipients upright; several stand in lines of their own."""
    paragraph(document, "salutation")
    line = paragraph(document, "salutation")
    line.add_run("{{ salutation }}:").italic = True
    if "of" in block:
        repeated(document, "salutation", "recipient", block["of"])
    else:
        line.add_run(f" {block['to']}")
