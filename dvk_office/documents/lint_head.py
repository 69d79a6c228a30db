"""The head of a paper: which family's it is, its marks, the number, the day that its form follows (R-191)."""

import re
from collections.abc import Iterator
from datetime import date

from dvk_office.core.paper_numbers import read_paper_number
from dvk_office.core.text import bare, fold, tone_spellings
from dvk_office.documents.judged import Fault, Judged
from dvk_office.documents.word_file import BODY, HEADER, Line, WordFile
from dvk_office.rules.formats import PARTY, STATE, latest_profile
from dvk_office.rules.lint import marks
from dvk_office.rules.messages import fill, word

FAMILIES = (PARTY, STATE)
_APART = re.compile(r"[\t\n]")
_DIGITS = r"\s*([0-9]{0,4})\s*"


def pieces(line: Line) -> tuple[str, ...]:
    """What a paragraph holds side by side or one below the other, its spaces folded."""
    return tuple(filter(None, (" ".join(one.split()) for one in _APART.split(line.text))))


def mottos(file: WordFile) -> Iterator[tuple[str, Line, str]]:
    """The names of the Party and of the State as they stand at the head of pages, with the family of each."""
    names = {bare(latest_profile(family).text("motto")): family for family in FAMILIES}
    for line in file.lines:
        near = line.part == HEADER or line.number <= marks().head_lines
        for piece in pieces(line) if line.part in {BODY, HEADER} else ():
            if (near or piece.isupper()) and bare(piece) in names:
                yield names[bare(piece)], line, piece


def head(file: WordFile, motto: Line) -> tuple[Line, ...]:
    """The paragraphs around a motto: those of its row, or of the top of the paper."""
    row = motto.around("tr")
    if row is not None:
        return file.lines_in(row)
    reach = marks().head_lines
    same = (one for one in file.lines if one.part == motto.part)
    return tuple(one for one in same if abs(one.number - motto.number) < reach)


def dated(file: WordFile) -> date | None:
    """The day in the line of place and day; None where it is left blank or cannot be."""
    day = re.escape(word("paper_day", day="@", month="@", year="@")).replace("@", _DIGITS)
    line = re.compile(rf"[^,]+,\s*{day}".replace(r"\ ", r"\s*"))
    for one in file.lines:
        for piece in pieces(one):
            if found := line.fullmatch(piece):
                return _day(*found.groups())
    return None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def families_apart(judged: Judged) -> Iterator[Fault]:
    """The marks of the Party and of the State never stand in one head, nor both names in one paper (R-191, T-42).

    Who issues a paper stands at its head in capitals.
    """
    starts = marks().issuers
    for family, motto, piece in mottos(judged.file):
        if family != judged.family:
            own = judged.form.text("motto")
            yield judged.fault("LB-040", motto, found=piece, other=own)
            continue
        for line in head(judged.file, motto):
            for other in pieces(line):
                strange = fold(other).startswith(starts[STATE if family == PARTY else PARTY])
                if (strange and other.isupper()) or (
                    family == STATE and other == latest_profile(PARTY).text("star")
                ):
                    yield judged.fault("LB-040", line, found=other, other=piece)


def words_of_the_head(judged: Judged) -> Iterator[Fault]:
    """The names at the head of a paper stand there letter by letter, and all of them (R-191)."""
    form = judged.form
    for family, motto, piece in mottos(judged.file):
        if family != judged.family:
            continue
        wanted = form.text("motto")
        if piece not in tone_spellings(wanted):
            yield judged.fault("LB-041", motto, required=wanted, found=piece)
        around = [(line, one) for line in head(judged.file, motto) for one in pieces(line)]
        if family == STATE:
            yield from _second(judged, motto, around, form.text("motto_second"))
        elif motto.around("tr") is not None and form.text("star") not in {one for _, one in around}:
            yield judged.fault("LB-042", motto, required=form.text("star"))


def _second(
    judged: Judged, motto: Line, around: list[tuple[Line, str]], wanted: str
) -> Iterator[Fault]:
    for line, piece in around:
        if bare(piece) == bare(wanted):
            if piece not in tone_spellings(wanted):
                yield judged.fault("LB-041", line, required=wanted, found=piece)
            return
    yield judged.fault("LB-041", motto, required=wanted, found=word("lint_nothing"))


def number(judged: Judged) -> Iterator[Fault]:
    """“Số” stands without a colon in a paper of the Party and with one in that of the State; so do its signs (R-187)."""
    wanted = fill(judged.form.text("number"), {"number": ""}).strip()
    plain = wanted.rstrip(":")
    start = re.compile(rf"{plain}\s*(:?)\s*([0-9]*[a-z]?\s*[-/].*)", re.IGNORECASE)
    for _family, motto, _piece in mottos(judged.file):
        for line in head(judged.file, motto):
            for found in filter(None, map(start.fullmatch, pieces(line))):
                if found[1] != wanted.removeprefix(plain):
                    yield judged.fault("LB-043", line, required=wanted, found=found[0])
                if _family_of(found[2]) != judged.family:
                    example = word(f"lint_number_{judged.family}")
                    yield judged.fault("LB-044", line, required=example, found=found[2])


def _family_of(number: str) -> str:
    """The family in whose form a number is written; what is left blank of it counts as filled in."""
    joined = "".join(number.split())
    first, last = "" if joined[0].isdigit() else "1", "x" if joined[-1] in "-/" else ""
    read = read_paper_number(f"{first}{joined}{last}")
    return read.family if read else ""


RULES = (families_apart, words_of_the_head, number)
