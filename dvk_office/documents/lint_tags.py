"""The tags of a template as they stand in its paragraphs, and what is wrong with one of them taken by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dvk_office.core.findings import finding
from dvk_office.documents.judged import Fault
from dvk_office.documents.word_file import Line, W, WordFile, shortened

VALUE, STATEMENT, COMMENT = "{{", "{%", "{#"
_CLOSED = {VALUE: "}}", STATEMENT: "%}", COMMENT: "#}"}
_BRACES = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_HOLDER = re.compile(r"(tr|tc|p|r)\s")
_TRIMMED = re.compile(r"^[-+]|[-+]$")  # how a tag says that space around it goes
_OUTER = {"tr": "tr", "tc": "tc", "p": "p"}
_CURLY = re.compile("[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]")
_MENDED = str.maketrans(dict.fromkeys("\u2018\u2019", "'") | dict.fromkeys("\u201c\u201d", '"'))
_UNSEEN = (f"{W}lang", f"{W}noProof")
_SHOWN = 60  # signs of a tag that a finding quotes


@dataclass(frozen=True)
class Tag:
    """One tag: its `kind`, what it takes away with it (`holder`: p, tr, tc, r or nothing), the words `inside`.

    `texts` are the elements in which its signs stand.
    """

    line: Line
    kind: str
    holder: str
    inside: str
    written: str
    texts: tuple[Any, ...]

    @property
    def ends(self) -> tuple[Any, Any]:
        """The elements in which its first and its last sign stand."""
        return self.texts[0], self.texts[-1]

    @property
    def keyword(self) -> str:
        """The first word of a statement: for, if, endif."""
        words = self.inside.split(None, 1) if self.kind == STATEMENT else []
        return words[0] if words else ""

    @property
    def shown(self) -> str:
        return shortened(self.written, _SHOWN)


def tags_of(file: WordFile) -> tuple[tuple[Tag, ...], tuple[Fault, ...]]:
    """Every tag that is whole, in its order, and a fault for each that is not opened or not closed."""
    tags: list[Tag] = []
    faults: list[Fault] = []
    for line in file.lines:
        for one in _scanned(file, line):
            (tags if isinstance(one, Tag) else faults).append(one)  # type: ignore[arg-type]
    return tuple(tags), tuple(faults)


def _scanned(file: WordFile, line: Line) -> Iterator[Tag | Fault]:
    texts = [
        one
        for one in line.element.iter(f"{W}t")
        if next(one.iterancestors(f"{W}p")) is line.element
    ]
    joined = "".join(one.text or "" for one in texts)
    owners = [one for one in texts for _ in one.text or ""]
    opened: re.Match[str] | None = None
    for brace in _BRACES.finditer(joined):
        if opened and brace[0] == _CLOSED[opened[0]]:
            start, end = opened.start(), brace.end()
            holders = tuple(dict.fromkeys(owners[start:end]))
            yield _tag(line, opened[0], joined[start:end], holders)
            opened = None
        elif brace[0] in _CLOSED:
            if opened:
                yield _unclosed(file, line, joined[opened.start() : brace.start()])
            opened = brace
        elif not opened:
            found = joined[max(brace.start() - _SHOWN // 2, 0) : brace.end()]
            yield Fault(finding("LB-011", file.place(line), found=found.strip()), line)
    if opened:
        yield _unclosed(file, line, joined[opened.start() :])


def _unclosed(file: WordFile, line: Line, found: str) -> Fault:
    return Fault(finding("LB-010", file.place(line), found=found[:_SHOWN].strip()), line)


def _tag(line: Line, kind: str, written: str, texts: tuple[Any, ...]) -> Tag:
    inside = written[2:-2]
    holder = _HOLDER.match(inside)
    rest = inside[len(holder[0]) :] if holder else inside
    words = _TRIMMED.sub("", rest).strip().translate(_MENDED)
    return Tag(line, kind, holder[1] if holder else "", words, written, texts)


def alone(file: WordFile, tag: Tag) -> Iterator[Fault]:
    """A tag that takes its paragraph or row with it leaves nothing else of them on paper."""
    if tag.holder not in _OUTER:
        return
    if tag.holder == "p":
        around = tag.line.text
    else:
        holder = _nearest(tag, tag.holder)
        if holder is None:
            yield Fault(finding("LB-020", file.place(tag.line), found=tag.shown), tag.line)
            return
        around = " ".join(one.plain for one in file.lines_in(holder))
    lost = " ".join(around.replace(tag.written, "", 1).split())
    if lost:
        yield Fault(
            finding("LB-019", file.place(tag.line), found=tag.shown, lost=lost[:_SHOWN]), tag.line
        )


def _nearest(tag: Tag, name: str) -> Any:
    return next(tag.line.element.iterancestors(f"{W}{name}"), None)


def quotes(file: WordFile, tag: Tag) -> Iterator[Fault]:
    """Quotes inside a tag are straight."""
    if tag.kind != COMMENT and _CURLY.search(tag.written):
        yield Fault(finding("LB-016", file.place(tag.line), found=tag.shown), tag.line)


def split(file: WordFile, tag: Tag) -> Iterator[Fault]:
    """A tag begins and ends in runs side by side; one that reaches into a link or a tracked change is torn."""
    first, last = (next(one.iterancestors(f"{W}r"), one).getparent() for one in tag.ends)
    if first is not last:
        yield Fault(finding("LB-017", file.place(tag.line), found=tag.shown), tag.line)


def formatted(file: WordFile, tag: Tag) -> Iterator[Fault]:
    """All of a tag is formatted in one way; what Word notes of language and proofing is not seen."""
    if len({_look(one) for one in tag.texts}) > 1:
        yield Fault(finding("LB-027", file.place(tag.line), found=tag.shown), tag.line)


def _look(text: Any) -> tuple[Any, ...]:
    """The formatting of the run in which `text` stands."""
    run = next(text.iterancestors(f"{W}r"), text)
    shown = (one for one in run.iterfind(f"{W}rPr/*") if one.tag not in _UNSEEN)
    return tuple((one.tag, *sorted(one.attrib.items())) for one in shown)


OF_ONE = (alone, quotes, split, formatted)
