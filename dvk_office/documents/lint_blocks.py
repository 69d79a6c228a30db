"""Loops and choices of a template: each is closed by its own end, of the same kind, in the same part."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from dvk_office.core.findings import finding
from dvk_office.documents.judged import Fault
from dvk_office.documents.lint_tags import STATEMENT, Tag
from dvk_office.documents.word_file import W, WordFile
from dvk_office.rules.messages import word

_BLOCKS = ("for", "if", "with", "filter", "macro", "call", "block", "autoescape", "raw")
LAST_WAY = "else"
BETWEEN: Mapping[str, tuple[str, ...]] = {"elif": ("if",), LAST_WAY: ("if", "for")}
ENDS = {f"end{name}": name for name in (*_BLOCKS, "set")}


def pairs(file: WordFile, tags: Sequence[Tag]) -> Iterator[Fault]:
    """What is opened is closed, in the opposite order, within one part of the file (body, head, foot, notes)."""
    statements = [tag for tag in tags if tag.kind == STATEMENT]
    for _, of_part in groupby(statements, key=part_of):
        yield from _of_part(file, list(of_part))


def part_of(tag: Tag) -> str:
    """The file in the zip that a tag stands in."""
    return tag.line.file


def opens(tag: Tag) -> bool:
    """Whether a tag begins what another one ends."""
    whole = tag.keyword == "set" and "=" not in tag.inside
    return tag.keyword in _BLOCKS or whole


def _of_part(file: WordFile, tags: Sequence[Tag]) -> Iterator[Fault]:
    opened: list[Tag] = []
    finished: list[Tag] = []  # those that had their last way
    for tag in tags:
        if opens(tag):
            opened.append(tag)
        elif tag.keyword in BETWEEN:
            yield from _belongs(file, tag, opened, BETWEEN[tag.keyword])
            if any(one is opened[-1] for one in finished if opened):
                facts = {"found": tag.shown, "open": opened[-1].shown}
                yield Fault(finding("LB-026", file.place(tag.line), **facts), tag.line)
            finished += opened[-1:] if tag.keyword == LAST_WAY else []
        elif tag.keyword in ENDS:
            yield from _belongs(file, tag, opened, (ENDS[tag.keyword],))
            _close(opened, ENDS[tag.keyword])
    for tag in opened:
        yield _not_closed(file, tag)


def _close(opened: list[Tag], keyword: str) -> None:
    """Takes off `opened` what an end closes, also from under one that is still open."""
    for at in reversed(range(len(opened))):
        if opened[at].keyword == keyword:
            del opened[at]
            return


def _not_closed(file: WordFile, tag: Tag) -> Fault:
    holder = f"{tag.holder} " if tag.holder else " "
    required = f"{{%{holder}end{tag.keyword} %}}"
    facts = {"found": tag.shown, "required": required}
    return Fault(finding("LB-012", file.place(tag.line), **facts), tag.line)


def _belongs(
    file: WordFile, tag: Tag, opened: Sequence[Tag], wanted: tuple[str, ...]
) -> Iterator[Fault]:
    """An end, or what stands between, belongs to what was opened last, and both take the same away with them."""
    place = file.place(tag.line)
    partner = opened[-1] if opened else None
    if partner is None or partner.keyword not in wanted:
        still = word("lint_a_tag", tag=partner.shown) if partner else word("lint_no_tag")
        yield Fault(finding("LB-013", place, found=tag.shown, open=still), tag.line)
    elif partner.holder != tag.holder:
        yield Fault(finding("LB-014", place, found=tag.shown, open=partner.shown), tag.line)
    elif _around(partner, partner.ends[1]) != _around(tag, tag.ends[0]):
        yield Fault(finding("LB-025", place, found=tag.shown, open=partner.shown), tag.line)


def _around(tag: Tag, text: Any) -> tuple[str, ...]:
    """What a tag stands in, from the element on that it takes away with it: a cell, a link, a field."""
    start = next(text.iterancestors(f"{W}{tag.holder}"), text) if tag.holder else text
    return tuple(one.tag for one in start.iterancestors())


RULES = (pairs,)
