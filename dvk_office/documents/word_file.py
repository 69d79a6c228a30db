"""A Word file as its paragraphs, its pages and its styles: read once for whoever judges it, nothing is changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from dvk_office.core.records import Place
from dvk_office.core.text import clean
from dvk_office.documents.template_file import parts_of
from dvk_office.documents.word_styles import Styles, read_styles
from dvk_office.rules.messages import word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TYPES, _MAIN = "[Content_Types].xml", ".main+xml"
BODY, HEADER, FOOTER, FOOTNOTES = "body", "header", "footer", "footnotes"
_KINDS = {
    ".header+xml": HEADER,
    ".footer+xml": FOOTER,
    ".footnotes+xml": FOOTNOTES,
    ".endnotes+xml": FOOTNOTES,
}
_SHOWN = 40  # signs of a paragraph that a finding quotes
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_RUN = {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "r"}


@dataclass(frozen=True)
class Line:
    """One paragraph: the `part` it stands in and that one's `file`, its `number` there from 1 on, its `text`."""

    part: str
    file: str
    number: int
    text: str
    element: Any

    @property
    def plain(self) -> str:
        """The text with its spaces folded."""
        return " ".join(clean(self.text).split())

    def around(self, name: str) -> Any:
        """The outermost element `name` (tr, tc, sdt) that holds the paragraph; None where none does."""
        found = None
        for one in self.element.iterancestors(f"{W}{name}"):
            found = one
        return found


@dataclass(frozen=True)
class WordFile:
    """A .docx: its `name`, its paragraphs, the `body`, the `running` heads and feet by relation, its `styles`."""

    name: str
    content: bytes
    lines: tuple[Line, ...]
    body: Any
    running: Mapping[str, Any]
    styles: Styles

    @property
    def of_body(self) -> tuple[Line, ...]:
        return tuple(one for one in self.lines if one.part == BODY)

    @property
    def sections(self) -> tuple[Any, ...]:
        """The properties of each section's pages, in their order."""
        return tuple(self.body.iter(f"{W}sectPr"))

    def place(self, line: Line | None = None) -> Place:
        """Where a finding points: the file, or one paragraph of it with the beginning of its text."""
        if line is None:
            return Place(tab=self.name)
        text = line.plain
        facts = {"file": self.name, "part": word(f"lint_{line.part}"), "number": line.number}
        if not text:
            return Place(line.part, word("lint_place_empty", **facts))
        return Place(line.part, word("lint_place", text=shortened(text, _SHOWN), **facts))

    def lines_in(self, holder: Any) -> tuple[Line, ...]:
        """The paragraphs inside the element `holder`."""
        inside = set(holder.iter(f"{W}p"))
        return tuple(one for one in self.lines if one.element in inside)


def shortened(text: str, signs: int) -> str:
    """The beginning of a long text."""
    return text if len(text) <= signs else word("lint_cut", text=text[:signs].rstrip())


def read_word_file(name: str, content: bytes) -> WordFile:
    """The file of these bytes; ValueError, KeyError, SyntaxError or BadZipFile for what is no .docx."""
    from lxml import etree

    parts = parts_of(content)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    kinds = _kinds(etree.fromstring(parts[_TYPES], parser))
    trees = {part: etree.fromstring(parts[part], parser) for part in kinds if part in parts}
    main = next(part for part, kind in kinds.items() if kind == BODY)
    body = trees[main].find(f"{W}body")
    if body is None:
        raise ValueError
    order = (BODY, HEADER, FOOTER, FOOTNOTES)
    lines = tuple(
        line
        for kind in order
        for part, tree in trees.items()
        if kinds[part] == kind
        for line in _lines(kind, part, tree)
    )
    return WordFile(
        name, content, lines, body, _running(main, parts, trees), read_styles(main, parts)
    )


def _kinds(types: Any) -> Mapping[str, str]:
    """The parts that hold paragraphs, with what each is."""
    found: dict[str, str] = {}
    for one in types:
        name, kind = one.get("PartName", "").lstrip("/"), one.get("ContentType", "")
        if name and kind.endswith(_MAIN):
            found[name] = BODY
        for ending, part in _KINDS.items():
            if name and kind.endswith(ending):
                found[name] = part
    if BODY not in found.values():
        raise ValueError
    return found


def _running(main: str, parts: Mapping[str, bytes], trees: Mapping[str, Any]) -> Mapping[str, Any]:
    """The heads and feet of pages, by the relation that a section names them with."""
    from lxml import etree

    path = PurePosixPath(main)
    relations = parts.get(f"{path.parent}/_rels/{path.name}.rels")
    found: dict[str, Any] = {}
    for one in etree.fromstring(relations) if relations else ():
        target = one.get("Target", "")
        name = target.lstrip("/") if target.startswith("/") else f"{path.parent}/{target}"
        if name in trees:
            found[one.get("Id", "")] = trees[name]
    return found


def _lines(part: str, file: str, tree: Any) -> Iterator[Line]:
    """The paragraphs of one part; what a drawing holds a second time for old programs is left out."""
    number = 0
    for element in tree.iter(f"{W}p"):
        if next(element.iterancestors(f"{_MC}Fallback"), None) is None:
            number += 1
            yield Line(part, file, number, "".join(_texts(element)), element)


def _texts(holder: Any) -> Iterator[str]:
    """The text of a paragraph or of what stands in it, without that of paragraphs inside a drawing."""
    for one in holder:
        local = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        if local == "t":
            yield one.text or ""
        elif local in _SIGNS and holder.tag == f"{W}r":
            yield _SIGNS[local]
        elif local in _RUN:
            yield from _texts(one)
