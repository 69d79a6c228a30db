"""Paragraphs that only people can write: a field in Word, kept when the paper is made again (see `kept`)."""

from typing import Any

from dvk_office.documents.kept import TAG
from dvk_office.documents.template_page import GREY, PROMPT, set_style
from dvk_office.documents.template_text import Block
from dvk_office.rules.formats import Profile


def written(document: Any, _profile: Profile, block: Block) -> None:
    """A field named `key` that shows its `prompt` in grey and in brackets until somebody writes in it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    line = document.add_paragraph()
    set_style(line, block.get("style", "body"))
    run = line.add_run(f"[{block['prompt']}]")
    run._r.get_or_add_rPr().get_or_add_rStyle().set(qn("w:val"), PROMPT)  # noqa: SLF001
    run.font.color.rgb = RGBColor.from_string(GREY)
    field, properties, content = (
        OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent")
    )
    for name, value in (("alias", block["prompt"][:60]), ("tag", f"{TAG}{block['key']}")):
        one = OxmlElement(f"w:{name}")
        one.set(qn("w:val"), value)
        properties.append(one)
    properties.append(OxmlElement("w:showingPlcHdr"))
    field.append(properties)
    field.append(content)
    line._p.addprevious(field)  # noqa: SLF001 - the library has no fields of its own
    content.append(line._p)  # noqa: SLF001
