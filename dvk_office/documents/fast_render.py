"""Fills a template many times and compiles it once: the parts that docxtpl gives, without its work for every paper.

docxtpl opens and patches the template, jinja2 compiles it, python-docx saves it: once. For each paper the code of the
parts that hold tags is run; every other part of the zip is copied as it stands. Where it is proven that the text which
the code gives is the XML that docxtpl would give, that text is the part; where not, the text goes through docxtpl's own
mending of tables and numbers of pictures. Compiled templates live in memory only, as long as the program runs. One that
nobody saved since our builder wrote it is such as python-docx saves it already, and needs neither of the two libraries.

`fast_rendered` is the one function that others call; without this module, `render` works as before, more slowly.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from jinja2 import Template as Code
from jinja2 import nodes

from dvk_office.documents.package import Member, member, members, packed, repacked
from dvk_office.documents.plain_tags import UntidyError, patched
from dvk_office.documents.sandbox import Sandbox, environment

if TYPE_CHECKING:
    from dvk_office.documents.by_docxtpl import Template

KEPT = 64  # compiled templates: more than an office has kinds of paper
QUICK = 3  # of the levels of packing: in a quarter of the time a tenth longer than the usual one
_BODY = "w:body"
_DOCUMENT = "word/document.xml"
_PARAGRAPH_END = "</w:p>"
_BREAK = re.compile("[\t\n\a\f]")  # docxtpl makes them tabs, lines, paragraphs and pages of Word
_BREAKS_WRITTEN = (b"\t", b"\n", b"\a", b"\f")
_ESCAPES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_DECLARED = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_VALUE = "\0"  # stands where a value goes; no XML can hold it
_TAG = re.compile(r'<(/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(/?)>')
_STRAY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)")
_SPAN = re.compile(r'w:val="(\d+)"')
_WITH_VALUES = frozenset({"w:t", "w:instrText"})
_REOPENED = frozenset({"w:p", "w:r", "w:t"})  # what a choice may close and open again


class _UnprovenError(Exception):
    """The text of a template might not be what docxtpl makes of it."""


@dataclass(frozen=True)
class Part:
    """A part with tags: its `code`, what stands `before` and `after`, and `mended`, docxtpl's way to its bytes.

    `proven` says that the text needs no mending, `escapes` that it may hold docxtpl's own escapes, `constant` that
    no tag is in it.
    """

    name: str
    code: Code
    before: bytes
    after: bytes
    mended: Callable[[bytes], bytes]
    proven: bool
    escapes: bool
    constant: bool


@dataclass(frozen=True)
class Compiled:
    """A template ready to be filled, one paper at a time: its parts with tags, and all `members` of its zip.

    `template` opens it as docxtpl does, for papers that need its hand.
    """

    template: "Callable[[], Template]"
    sandbox: Sandbox
    parts: tuple[Part, ...]
    properties: Mapping[str, Code]
    members: tuple[Member, ...]

    @property
    def direct(self) -> bool:
        """Whether every part is proven."""
        return all(part.proven for part in self.parts)


def fast_rendered(content: bytes, context: Mapping[str, Any]) -> bytes | None:
    """The paper that the template `content` gives; None where only docxtpl itself can make it, or say what is wrong."""
    ready = compiled(content)
    return None if ready is None else _filled(ready, dict(context))


@lru_cache(maxsize=KEPT)
def compiled(content: bytes) -> Compiled | None:
    """The template, ready to be filled; None where it has faults, or asks for what is not done here."""
    try:
        return _as_built(content) or _compiled(content)
    except Exception:  # noqa: BLE001 - docxtpl meets the same fault, and tells it
        return None


# --- filling: for every paper ---


def _filled(ready: Compiled, context: dict[str, Any]) -> bytes:
    ready.sandbox.begin()
    made = {part.name: _content(part, ready, context) for part in ready.parts}
    if ready.properties:
        template = ready.template()
        template.set_properties(ready.properties, context)
        part = template.properties_part
        made[part.partname.membername] = part.blob
    return packed(
        member(one.name, made[one.name], QUICK) if one.name in made else one
        for one in ready.members
    )


def _content(part: Part, ready: Compiled, context: dict[str, Any]) -> bytes:
    ready.sandbox.rich = False
    text = part.code.render(context)
    for marked, meant in _ESCAPES if part.escapes else ():
        text = text.replace(marked, meant)
    written = text.encode()
    if any(sign in written for sign in _BREAKS_WRITTEN):
        text = resolved(text, ready.template())
        written = text.encode()
    if part.proven and not ready.sandbox.rich:
        return b"".join((part.before, written, part.after))
    return part.mended(written)


def resolved(text: str, template: "Template") -> str:
    """`text` with its breaks as docxtpl writes them; only paragraphs that have one need pass through its hands."""
    return "".join(_resolved(text, template))


def _resolved(text: str, template: "Template") -> Iterator[str]:
    done = 0
    for found in _BREAK.finditer(text):
        at = found.start()
        if at < done:
            continue
        start = text.rfind(_PARAGRAPH_END, done, at)
        start = done if start < 0 else start + len(_PARAGRAPH_END)
        end = text.find(_PARAGRAPH_END, at) + len(_PARAGRAPH_END)
        if end < len(_PARAGRAPH_END):
            break
        yield text[done:start]
        yield template.resolve_listing(text[start:end])
        done = end
    yield text[done:]


# --- compiling: once for every template ---


def _as_built(content: bytes) -> Compiled | None:
    """A template as our builder packed it, its tags in the body alone and proven; None for any other."""
    if repacked(content) != content:
        return None
    with ZipFile(BytesIO(content)) as package:
        texts = {name: package.read(name) for name in package.namelist()}
    if [name for name, text in texts.items() if b"{" in text] != [_DOCUMENT]:
        return None
    before, opened, rest = texts[_DOCUMENT].decode().partition(f"<{_BODY}>")
    body, closed, after = rest.rpartition(f"</{_BODY}>")
    around = (f"{before}{opened}".encode(), after.encode())

    def mended(text: bytes) -> bytes:
        return next(one for one in whole().parts if one.name == _DOCUMENT).mended(text)

    whole, sandbox = cache(partial(_compiled, content)), environment()
    try:
        part = _part(sandbox, _DOCUMENT, patched(body + closed), around, mended, inside=_BODY)
    except UntidyError:
        return None
    if not part.proven:
        return None
    return Compiled(lambda: whole().template(), sandbox, (part,), {}, members(content))


def _compiled(content: bytes) -> Compiled:
    from docx.oxml import parse_xml

    from dvk_office.documents.by_docxtpl import opened

    template, sandbox = opened(content), environment()
    template.render_init()
    template.set_properties({}, {})
    properties = template.properties(sandbox)
    body = template.patch_xml(template.get_xml())
    template.map_tree(parse_xml(_empty(body)))
    written = BytesIO()
    template.docx.save(written)
    saved = members(written.getvalue())
    parts = [
        _body(template, sandbox, body, written),
        *_others(template, sandbox, sections="<w:sectPr" in body),
    ]
    names = {part.name for part in parts}
    _demand(len(names) == len(parts))  # of two relations to one header docxtpl writes two
    ready = Compiled(lambda: template, sandbox, tuple(parts), properties, saved)
    fixed = {part.name: _content(part, ready, {}) for part in parts if part.constant}
    return replace(
        ready,
        parts=tuple(part for part in parts if not part.constant),
        members=tuple(
            member(one.name, fixed[one.name]) if one.name in fixed else one for one in saved
        ),
    )


def _opening(body: str) -> str:
    return body[: body.index(">") + 1]


def _empty(body: str) -> str:
    return f"{_opening(body)}</{_BODY}>"


def _body(template: "Template", sandbox: Sandbox, body: str, saved: BytesIO) -> Part:
    name, opening = template.docx.part.partname.membername, _opening(body)
    from lxml import etree

    with ZipFile(saved) as package:
        before, end = package.read(name).split(f"<{_BODY}/>".encode())
    start = before + f"<{_BODY}>".encode()

    def mended(text: bytes) -> bytes:
        template.render_init()
        tree = template.fix_tables(opening.encode() + text)
        template.fix_docpr_ids(tree)
        tree.text = tree.text or ""  # so that an empty body has a tag at its end too
        _opened, _end, inside = etree.tostring(tree, encoding="utf-8").partition(b">")
        return b"".join((start, inside, end))

    return _part(sandbox, name, body.removeprefix(opening), (start, end), mended, inside=_BODY)


def _others(template: "Template", sandbox: Sandbox, *, sections: bool) -> Iterator[Part]:
    """Headers and footers, in docxtpl's order; footnotes with tags, filled once for each section, are left to it."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    def reparsed(text: bytes) -> bytes:
        return bytes(serialize_part_xml(parse_xml(text)))

    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _relation, part in template.get_headers_footers(kind):
            text = template.patch_xml(template.get_part_xml(part))
            yield _part(sandbox, part.partname.membername, text, (_DECLARED, b""), reparsed)
    for part in template.docx.part.package.parts:
        _demand(not (sections and part.content_type == _FOOTNOTES and b"{" in part.blob))


def _part(  # noqa: PLR0913 - what a part is made of
    sandbox: Sandbox,
    name: str,
    text: str,
    around: tuple[bytes, bytes],
    mended: Callable[[bytes], bytes],
    *,
    inside: str = "",
) -> Part:
    parsed = sandbox.parse(text)
    written = [one.data for one in parsed.find_all(nodes.TemplateData)]
    constant = all(
        isinstance(node, nodes.Output)
        and all(isinstance(one, nodes.TemplateData) for one in node.nodes)
        for node in parsed.body
    )
    return Part(
        name,
        sandbox.from_string(parsed),
        *around,
        mended,
        proven=_proven(parsed, inside),
        escapes=any("{" in one or "}" in one for one in written),
        constant=constant,
    )


# --- proving that the text of a part is the XML that docxtpl gives ---


@dataclass
class _Element:
    """An element that is open: the `level` of loops and choices it was opened at, and what a table or row counts."""

    name: str
    level: int
    columns: int = 0
    most: int = 0
    widest: int = 0
    gridded: bool = False


def _proven(parsed: nodes.Template, inside: str) -> bool:
    """Whether any values at all give well-formed XML, whose tables and pictures docxtpl would leave as they are."""
    proof = _Proof(inside)
    try:
        proof.go(parsed.body)
    except _UnprovenError:
        return False
    return not proof.open


class _Proof:
    """The elements that are `open` at a place of the template, whichever way its loops and choices go."""

    def __init__(self, inside: str) -> None:
        self.open = [_Element(inside, 0)] if inside else []
        self.level = 0

    def go(self, body: Sequence[nodes.Node]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                self._output(node)
            elif isinstance(node, nodes.If):
                self._branches(node.body, *(one.body for one in node.elif_), node.else_)
            elif isinstance(node, nodes.For) and not node.recursive:
                self._branches(node.body, node.else_)
            elif isinstance(node, nodes.With):
                self.go(node.body)
            elif not isinstance(node, nodes.Assign):
                raise _UnprovenError

    def _branches(self, *branches: Sequence[nodes.Node]) -> None:
        """Each way through leaves the same elements open as there were before."""
        before = [one.name for one in self.open]
        self.level += 1
        for branch in branches:
            self.go(branch)
            _demand([one.name for one in self.open] == before)
        self.level -= 1

    def _output(self, node: nodes.Output) -> None:
        text = "".join(
            one.data if isinstance(one, nodes.TemplateData) else _VALUE for one in node.nodes
        )
        done = 0
        for tag in _TAG.finditer(text):
            self._text(text[done : tag.start()])
            self._tag(*tag.groups())
            done = tag.end()
        self._text(text[done:])

    def _text(self, text: str) -> None:
        if text and not (self.open and self.open[-1].name in _WITH_VALUES):
            _demand(_VALUE not in text and not text.isspace())
        _demand("<" not in text and not _STRAY.search(text))

    def _tag(self, closing: str, name: str, attributes: str, empty: str) -> None:
        if closing:
            self._close(name)
            return
        self._look(name, attributes)
        self.open.append(_Element(name, self.level))
        if empty:
            self._close(name)

    def _look(self, name: str, attributes: str) -> None:
        """What must not depend on values: the cells of a row, the columns of a table, the numbers of pictures."""
        _demand(name != "wp:docPr" and not (name in _REOPENED and "xmlns" in attributes))
        around: list[_Element | None] = [None, None, None, *self.open]
        row, cell, parent = around[-3:]
        if name == "w:tc" and parent and parent.name == "w:tr":
            _demand(parent.level == self.level)
            parent.most += 1
            parent.widest += 1
        elif name == "w:gridSpan" and row and cell and row.name == "w:tr" and cell.name == "w:tc":
            span = _SPAN.search(attributes)
            _demand(span is not None and row.level == self.level)
            row.widest += int(span[1]) - 1 if span else 0
        elif name == "w:tblGrid" and parent and parent.name == "w:tbl":
            parent.gridded = True
        elif name == "w:gridCol" and cell and cell.name == "w:tbl":
            _demand(cell.level == self.level)
            cell.columns += 1

    def _close(self, name: str) -> None:
        _demand(bool(self.open))
        closed = self.open.pop()
        _demand(closed.name == name and (closed.level == self.level or name in _REOPENED))
        if name == "w:tr":
            for table in [one for one in self.open if one.name == "w:tbl"]:
                table.most = max(table.most, closed.most)
                if table.level == closed.level:
                    table.widest = max(table.widest, closed.widest)
        elif name == "w:tbl":
            _demand(closed.gridded and closed.most <= closed.columns <= closed.widest)


def _demand(met: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not met:
        raise _UnprovenError
