"""Judges a Word template before a paper is made from it: every fault of its tags at once, each with its place."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dvk_office.core.choices import hint
from dvk_office.core.findings import finding
from dvk_office.documents.judged import Fault
from dvk_office.documents.lint_blocks import pairs, part_of
from dvk_office.documents.lint_names import ENTRY, Bound, Names, Path, read_names, unknown
from dvk_office.documents.lint_skeleton import Skeleton, skeleton
from dvk_office.documents.lint_tags import OF_ONE, Tag, tags_of
from dvk_office.documents.word_file import Line, W, WordFile

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_FIELDS = "dvk."


@dataclass(frozen=True)
class Read:
    """The tags of one part of a template, as jinja reads them, with the names in them."""

    tags: Sequence[Tag]
    skeleton: Skeleton
    names: Names


def template_faults(
    file: WordFile, known: Collection[Path], ours: WordFile | None
) -> tuple[Fault, ...]:
    """What is wrong with the tags of `file`, where a paper gives the names `known`; `ours` is what we hand out."""
    tags, broken = tags_of(file)
    read = _read(tags)
    found = (
        *broken,
        *(one for tag in tags for rule in OF_ONE for one in rule(file, tag)),
        *pairs(file, tags),
        *_unreadable(file, read),
        *_unknown(file, read, known),
        *_unused(file, read),
        *(_forgotten(file, read, ours) if ours else ()),
    )
    return tuple(dict.fromkeys(found))


def paths_used(file: WordFile) -> tuple[Path, ...]:
    """The names that a template uses, each once, in their order."""
    uses = (use for part in _read(tags_of(file)[0]) for use in part.names.uses)
    return tuple(dict.fromkeys(use.path for use in uses))


def _read(tags: Sequence[Tag]) -> tuple[Read, ...]:
    from dvk_office.documents.sandbox import environment

    sandbox = environment()
    found = []
    for _, of_part in groupby(tags, key=part_of):
        part = tuple(of_part)
        bones = skeleton(part, sandbox)
        found.append(Read(part, bones, read_names(sandbox.parse(bones.text), sandbox.globals)))
    return tuple(found)


def _unreadable(file: WordFile, read: Sequence[Read]) -> Iterator[Fault]:
    for part in read:
        for tag, reason in part.skeleton.faulty:
            place = file.place(tag.line)
            yield Fault(finding("LB-018", place, found=tag.shown, reason=reason), tag.line)


def _unknown(file: WordFile, read: Sequence[Read], known: Collection[Path]) -> Iterator[Fault]:
    """A name that the paper does not give, with the one that was probably meant."""
    for part in read:
        for use in part.names.uses:
            there = unknown(use.path, known)
            if there is not None:
                line = part.tags[use.at - 1].line
                near = hint(use.written.rpartition(".")[2], there)
                facts = {"found": use.written, "hint": near}
                yield Fault(finding("LB-015", file.place(line), **facts), line)


def _unused(file: WordFile, read: Sequence[Read]) -> Iterator[Fault]:
    """A name that is set and never used; a loop that only leaves room, with no text in it, needs none."""
    for part in read:
        for bound in part.names.bound:
            if not bound.used and _has_text(file, part, bound):
                line = part.tags[bound.at - 1].line
                yield Fault(finding("LB-021", file.place(line), found=bound.name), line)


def _has_text(file: WordFile, part: Read, bound: Bound) -> bool:
    start = part.tags[bound.at - 1]
    end = part.skeleton.ends.get(bound.at - 1)
    if start.keyword != "for" or end is None:
        return True
    first, last = start.line, part.tags[end].line
    inside = (
        one
        for one in file.lines
        if one.file == first.file and first.number <= one.number <= last.number
    )
    return any(_TAG.sub("", one.text).strip() for one in inside)


def _forgotten(file: WordFile, read: Sequence[Read], ours: WordFile) -> Iterator[Fault]:
    """What our own template of this kind prints, or lets somebody write, and this one does not."""
    used = {use.path for part in read for use in part.names.uses}
    missing: list[Path] = []
    for path in paths_used(ours):
        if path not in used and not any(path[: len(one)] == one for one in missing):
            missing.append(path)
            shown = ".".join(one for one in path if one != ENTRY)
            yield Fault(finding("LB-022", file.place(), found=shown))
    there = set(_fields(file))
    for name, prompt in _fields(ours).items():
        if name not in there:
            yield Fault(finding("LB-023", file.place(), found=prompt))


def _fields(file: WordFile) -> dict[str, str]:
    """The fields that only people fill, by name, each with its prompt."""
    found: dict[str, str] = {}
    for field in file.body.iter(f"{W}sdt"):
        tag = field.find(f"{W}sdtPr/{W}tag")
        name = "" if tag is None else str(tag.get(f"{W}val", ""))
        if name.startswith(_FIELDS):
            found[name] = " ".join(one.plain for one in file.lines_in(field))
    return found


def holds_tags(lines: Sequence[Line]) -> bool:
    """Whether a template's statements stand in these paragraphs."""
    return any("{%" in one.text for one in lines)
