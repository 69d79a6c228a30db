"""The foot of a paper: how its text ends, the line of authority, the recipients (R-191, T-24)."""

import re
from collections.abc import Iterator

from dvk_office.core.text import fold
from dvk_office.documents.judged import Fault, Judged
from dvk_office.documents.lint_head import pieces
from dvk_office.documents.word_file import Line
from dvk_office.documents.word_styles import is_bordered
from dvk_office.rules.lint import marks
from dvk_office.rules.messages import word

_MARK = re.compile(r"([A-Z][A-Z/.]*)\s+(\S.*)")
_MARKING = str.maketrans("", "", "/.")


def authority_of(line: Line) -> tuple[str, str]:
    """The mark of authority at the start of a line in capitals and the letters in it; empty where there is none."""
    for piece in pieces(line):
        found = _MARK.fullmatch(piece)
        if found and piece.isupper():
            letters = found[1].translate(_MARKING)
            if letters in marks().authorities:
                return found[1], letters
    return "", ""


def recipients(judged: Judged) -> tuple[Line, tuple[Line, ...]] | None:
    """The line above the recipients and theirs; None in a paper without them. A list may have a column of that name."""
    label = fold(judged.form.text("recipients_label").rstrip(":"))
    for line in judged.file.of_body:
        if fold(line.text).rstrip(":") == label and not _in_a_list(judged, line):
            return line, tuple(_below(judged, line))
    return None


def _in_a_list(judged: Judged, line: Line) -> bool:
    table = line.around("tbl")
    return table is not None and is_bordered(judged.file.styles, table)


def _below(judged: Judged, label: Line) -> Iterator[Line]:
    cell = label.around("tc")
    every = judged.file.of_body if cell is None else judged.file.lines_in(cell)
    for line in every:
        if line.number > label.number:
            if not line.plain:
                return
            yield line


def authority(judged: Judged) -> Iterator[Fault]:
    """The Party signs T/M, K/T, T/L, the State TM., KT., TL. (R-191)."""
    for line in judged.file.of_body:
        found, letters = authority_of(line)
        wanted = marks().authorities[letters][judged.family] if found else ""
        if found != wanted:
            yield judged.fault("LB-045", line, required=wanted, found=found)


def separators(judged: Judged) -> Iterator[Fault]:
    """Recipients are parted by the sign of the form, and the last one ends with its own (T-24)."""
    found = recipients(judged)
    last, between = (judged.form.text(f"recipients_{key}") for key in ("last", "end"))
    lines = found[1] if found else ()
    for line in lines:
        wanted = last if line is lines[-1] else between
        if not line.plain.endswith(wanted):
            yield judged.fault("LB-046", line, required=wanted, found=_ending(line))


def end_mark(judged: Judged) -> Iterator[Fault]:
    """The text of a paper of the Party ends with “.”, that of the State with “./.” (R-191)."""
    wanted, found = judged.form.text("end_mark"), recipients(judged)
    ends = [one for one in judged.file.of_body if _end(one.plain) not in {"", wanted, "."}]
    for line in ends:
        yield judged.fault("LB-047", line, required=wanted, found=_ending(line))
    last = _last_of_text(judged, found[0]) if found else None
    if last and last not in ends and _end(last.plain) != wanted:
        yield judged.fault("LB-047", last, required=wanted, found=_ending(last))


def _last_of_text(judged: Judged, label: Line) -> Line | None:
    """The last line of running text above the recipients; None where a table stands there."""
    above = [one for one in judged.file.of_body if one.number < label.number and one.plain]
    outside = [one for one in above if one.around("tbl") is not label.around("tbl")]
    last = outside[-1] if outside else None
    return last if last and last.around("tbl") is None else None


def _end(text: str) -> str:
    return next((mark for mark in marks().ends if text.endswith(mark)), "")


def _ending(line: Line) -> str:
    """The sign at the end of a line; a word of ours where it ends with a letter."""
    text = line.plain
    sign = _end(text) or text[-1]
    return word("lint_nothing") if sign.isalnum() else word("lint_a_tag", tag=sign)


RULES = (authority, separators, end_mark)
