"""What a paragraph and its letters look like in a Word file, after all styles that they rest on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLAIN, MARKED = "ascii", "hAnsi"  # the two fonts of a run: of ASCII letters, of letters with marks
_OFF = frozenset({"0", "false", "off"})
_NONE_DRAWN = frozenset({None, "nil", "none"})
_DEEPEST = 20  # styles that rest on one another: more than Word allows


@dataclass(frozen=True)
class Styles:
    """The styles of a file by id, its `usual` paragraph style, its `defaults`, the fonts of its `theme`."""

    by_id: Mapping[str, Any]
    usual: str
    defaults: Any
    theme: Mapping[str, str]


def read_styles(main: str, parts: Mapping[str, bytes]) -> Styles:
    """The styles that stand beside the part `main`; none where the file has none."""
    from lxml import etree

    folder = PurePosixPath(main).parent
    sheet, theme = parts.get(f"{folder}/styles.xml"), parts.get(f"{folder}/theme/theme1.xml")
    if sheet is None:
        return Styles({}, "", None, {})
    tree = etree.fromstring(sheet)
    by_id = {one.get(f"{_W}styleId", ""): one for one in tree.iter(f"{_W}style")}
    usual = (key for key, one in by_id.items() if _is_usual(one))
    defaults = tree.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    return Styles(by_id, next(usual, ""), defaults, _theme(theme))


def _is_usual(style: Any) -> bool:
    return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") not in {None, *_OFF}


def _theme(part: bytes | None) -> Mapping[str, str]:
    from lxml import etree

    if part is None:
        return {}
    tree = etree.fromstring(part)
    fonts = {kind: tree.find(f".//{_A}{kind}Font/{_A}latin") for kind in ("major", "minor")}
    return {kind: one.get("typeface", "") for kind, one in fonts.items() if one is not None}


def font_of(styles: Styles, run: Any, slot: str) -> str:
    """The font of a run's letters of one kind; empty where the file names none."""
    for properties in _letters(styles, run):
        fonts = properties.find(f"{_W}rFonts")
        if fonts is None:
            continue
        if themed := fonts.get(f"{_W}{slot}Theme"):
            return styles.theme.get(themed[:5], "")
        if name := fonts.get(f"{_W}{slot}"):
            return str(name)
    return ""


def _letters(styles: Styles, run: Any) -> Iterator[Any]:
    """What says how a run's letters look, the nearest first."""
    own = run.find(f"{_W}rPr")
    if own is not None:
        yield own
        yield from _chain(styles, _style_of(own, "rStyle"), "rPr")
    paragraph = next(run.iterancestors(f"{_W}p"))
    yield from _chain(styles, _paragraph_style(styles, paragraph), "rPr")
    if styles.defaults is not None:
        yield styles.defaults


def stays_with_next(styles: Styles, paragraph: Any) -> bool:
    """Whether a paragraph stays on one page with what follows it."""
    own = paragraph.find(f"{_W}pPr")
    said = [own] if own is not None else []
    for properties in (*said, *_chain(styles, _paragraph_style(styles, paragraph), "pPr")):
        mark = properties.find(f"{_W}keepNext")
        if mark is not None:
            return is_on(mark)
    return False


def is_bordered(styles: Styles, table: Any) -> bool:
    """Whether a table has lines between its rows, of its own or by its style: a list, not a frame for a layout."""
    own = table.find(f"{_W}tblPr")
    said = [own] if own is not None else []
    for properties in (*said, *_chain(styles, _style_of(own, "tblStyle"), "tblPr")):
        borders = properties.find(f"{_W}tblBorders")
        if borders is not None:
            line = borders.find(f"{_W}insideH")
            return line is not None and line.get(f"{_W}val") not in _NONE_DRAWN
    return False


def is_on(mark: Any) -> bool:
    """Whether a mark that may say no says yes."""
    return mark.get(f"{_W}val") not in _OFF


def _paragraph_style(styles: Styles, paragraph: Any) -> str:
    return _style_of(paragraph.find(f"{_W}pPr"), "pStyle") or styles.usual


def _style_of(properties: Any, name: str) -> str:
    found = None if properties is None else properties.find(f"{_W}{name}")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _chain(styles: Styles, key: str, name: str) -> Iterator[Any]:
    """The properties `name` of a style and of those that it rests on."""
    for _ in range(_DEEPEST):
        style = styles.by_id.get(key)
        if style is None:
            return
        properties = style.find(f"{_W}{name}")
        if properties is not None:
            yield properties
        key = _style_of(style, "basedOn")
