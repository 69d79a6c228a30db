"""An empty page in the form of a profile: size, margins, fonts, styles, the page number from the second page on."""

from datetime import datetime
from typing import Any

from dvk_office.rules.formats import Profile, Style, styles

KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
UNUSED_PARTS = (
    "customXml", "stylesWithEffects", "thumbnail", "numbering", "webSettings", "extended-properties",
)  # fmt: skip
TEMPLATE_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a property without meaning, the same on every run
KEPT_SETTINGS = ("zoom", "defaultTabStop", "characterSpacingControl", "compat", "clrSchemeMapping")
COMPATIBILITY = "15"  # today's Word; a lower one shows a notice in the title bar
LANGUAGE = "vi-VN"
PROMPT, PROMPT_NAME = "prompt", "Placeholder Text"
GREY = "808080"


def new_document(profile: Profile, *, title: str, landscape: bool = False) -> Any:
    """A document with no text yet, its page upright or lying. Its styles carry the names that the office sees."""
    from docx import Document

    document = Document()
    _strip(document)
    _settings(document.settings.element)
    _properties(document, title)
    _defaults(document, profile)
    for style in styles(profile.family):
        _add_style(document, profile, style)
    _add_prompt(document)
    _page(document.sections[0], profile)
    if landscape:
        _lie(document.sections[0])
    _page_number(document.sections[0])
    return document


def _strip(document: Any) -> None:
    """Leaves out whatever the library's own blank document brings along and we do not use."""
    sheet = document.styles.element
    for one in list(sheet):
        name = one.get(_w("styleId"))
        if one.tag == _w("latentStyles") or (name and name not in KEPT_STYLES):
            sheet.remove(one)
    for owner in (document.part.rels, document.part.package.rels):
        for key, relation in list(owner.items()):
            if any(part in relation.reltype for part in UNUSED_PARTS):
                del owner[key]


def _settings(settings: Any) -> None:
    """Keeps the few settings that matter, for today's Word."""
    for one in list(settings):
        if one.tag not in {_w(name) for name in KEPT_SETTINGS}:
            settings.remove(one)
    zoom = settings.find(_w("zoom"))
    del zoom.attrib[_w("val")]
    zoom.set(_w("percent"), "100")
    for one in settings.iter(_w("compatSetting")):
        if one.get(_w("name")) == "compatibilityMode":
            one.set(_w("val"), COMPATIBILITY)


def _properties(document: Any, title: str) -> None:
    known = document.core_properties
    known.title, known.language = title, LANGUAGE
    known.author = known.comments = known.identifier = known.subject = ""
    known.keywords = known.last_modified_by = ""
    known.created = known.modified = TEMPLATE_DAY


def _defaults(document: Any, profile: Profile) -> None:
    """The family's font, the size of running text and the language, for every style."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.size = Pt(profile.size("body_size"))
    normal.paragraph_format.space_after = Pt(0)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), profile.text("font"))
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _add_style(document: Any, profile: Profile, style: Style) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    made = document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    made.element.set(_w("styleId"), style.key)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    made.font.size = Pt(profile.size(style.size))
    made.font.bold = style.bold or None
    made.font.italic = (
        style.italic or (bool(style.italic_if) and profile.set(style.italic_if)) or None
    )
    made.font.underline = style.underline or None
    if style.colour:
        made.font.color.rgb = RGBColor.from_string(style.colour)
    aligned = {"left": "LEFT", "centre": "CENTER", "right": "RIGHT", "justify": "JUSTIFY"}
    made.paragraph_format.alignment = getattr(WD_ALIGN_PARAGRAPH, aligned[style.align])
    made.paragraph_format.keep_with_next = style.kept or None
    if style.spaced:
        made.paragraph_format.space_before = Pt(profile.size("space_before"))
    if style.cell:
        form = made.paragraph_format
        form.space_before = form.space_after = Pt(profile.size("table_space"))
    if style.body:
        _as_running_text(made.paragraph_format, profile)


def _add_prompt(document: Any) -> None:
    """The grey of what somebody still has to write."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    made = document.styles.add_style(PROMPT_NAME, WD_STYLE_TYPE.CHARACTER)
    made.element.set(_w("styleId"), PROMPT)
    made.font.color.rgb = RGBColor.from_string(GREY)


def _as_running_text(form: Any, profile: Profile) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Mm, Pt

    form.first_line_indent = Mm(profile.size("first_line"))
    form.space_before = Pt(profile.size("space_before"))
    form.space_after = Pt(profile.size("space_after"))
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(profile.size("line"))


def _page(section: Any, profile: Profile) -> None:
    from docx.shared import Mm

    section.page_width = Mm(profile.size("paper_width"))
    section.page_height = Mm(profile.size("paper_height"))
    for side in ("top", "bottom", "left", "right"):
        setattr(section, f"{side}_margin", Mm(profile.size(f"margin_{side}")))
    section.header_distance = section.footer_distance = Mm(profile.size("page_number_from_edge"))


def _lie(section: Any) -> None:
    """Turns the page by a quarter; its margins keep their sides."""
    from docx.enum.section import WD_ORIENT

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _page_number(section: Any) -> None:
    """A page number centred at the top, none on the first page."""
    from docx.oxml import OxmlElement

    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    set_style(paragraph, "page_number")
    field = OxmlElement("w:fldSimple")
    field.set(_w("instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields of its own


def set_style(paragraph: Any, key: str) -> None:
    """Gives `paragraph` the style of `key`."""
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().set(_w("val"), key)  # noqa: SLF001


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
