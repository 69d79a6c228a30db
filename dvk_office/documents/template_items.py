"""Items of forms that units fill in: what is known of them, or dotted lines for whoever writes by hand."""

from typing import Any

from dvk_office.documents.template_text import Block, keep, paragraph, text_width
from dvk_office.rules.documents import problems_sentence
from dvk_office.rules.formats import Profile


def item(document: Any, profile: Profile, block: Block) -> None:
    """`label` and the `value` beside it; where there is none, dots to the margin, and `lines` more of them below.

    One that is `kept` stays on one page with what follows.
    """
    value = block["value"]
    paragraph(document, "body", f"{{%p if {value} %}}")
    said = paragraph(document, "body", f"{block['label']} {{{{ {value} }}}}")
    paragraph(document, "body", "{%p else %}")
    blank = paragraph(document, "body", f"{block['label']} \t")
    _leading(document, blank)
    if block.get("kept"):
        keep(said)
        keep(blank)
    dotted(document, profile, block)
    paragraph(document, "body", "{%p endif %}")


def dotted(document: Any, _profile: Profile, block: Block) -> None:
    """As many dotted `lines`, from margin to margin."""
    from docx.shared import Mm

    for _ in range(block.get("lines", 0)):
        line = paragraph(document, "body", "\t")
        line.paragraph_format.first_line_indent = Mm(0)
        _leading(document, line)


def problems(document: Any, _profile: Profile, _block: Block) -> None:
    """The closing sentence that says to whom difficulties are told, kept on one page with the signature (R-167)."""
    keep(paragraph(document, "body", problems_sentence()))


def _leading(document: Any, line: Any) -> None:
    """Lets dots lead to the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(text_width(document)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
