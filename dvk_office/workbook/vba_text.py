"""VBA written in UTF-8 made into the ASCII that every PC reads alike: letters become ChrW, comments lose their marks.

A module is stored in a code page of the PC that wrote it; pure ASCII is the same in all of them.
"""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_LINE = 1000  # the VBA editor takes 1,023 characters
MOST_LINES = 24  # that one statement may go over
_NO_EXPRESSION = re.compile(r"(?i)\s*(?:(?:Public|Private|Global)\s+)?(?:Const|Attribute)\b|\s*#")
_PIECE = re.compile(r"\"(?:[^\"]|\"\")*\"|'.*|[^\"']+")
_JOIN, _BREAK = " & ", " & _\n        "
_LAST_PLAIN, _LAST_WIDE, _LAST_SIGNED = 0x7F, 0xFFFF, 0x7FFF
_FLAT = str.maketrans("\u0111\u0110\u2013\u2014\u201c\u201d\u2018\u2019", "dD--\"\"''")


def ascii_source(text: str, name: str) -> str:
    """The module `text` in ASCII; ValueError naming `name` and the line that cannot be written so."""
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            lines.append(line if line.isascii() else _ascii_line(line))
        except ValueError as fault:
            raise ValueError(f"{name}:{number}: {fault}") from None
    return "\n".join(lines) + "\n"


def _ascii_line(line: str) -> str:
    parts: tuple[str, ...] = ("",)
    for piece in _PIECE.findall(line):
        if piece.startswith("'"):
            new: tuple[str, ...] = (_plain(piece),)
        elif piece.startswith('"') and not piece.isascii():
            if _NO_EXPRESSION.match(line):
                raise ValueError("only a function can return letters beyond ASCII")
            new = tuple(_spelled(piece[1:-1]))
        elif piece.isascii():
            new = (piece,)
        else:
            raise ValueError(f"{piece.strip()!r} is neither a text nor a comment")
        parts = (*parts[:-1], parts[-1] + new[0], *new[1:])
    return _wrapped(parts)


def _spelled(literal: str) -> Iterator[str]:
    """The terms that make the literal when they are joined: texts, and ChrW for each letter beyond ASCII."""
    for run in re.findall(r"[\0-\x7f]+|[^\0-\x7f]", unicodedata.normalize("NFC", literal)):
        code = ord(run[0])
        if code <= _LAST_PLAIN:
            yield f'"{run}"'
        elif code <= _LAST_WIDE:
            yield f"ChrW({code if code <= _LAST_SIGNED else code - _LAST_WIDE - 1})"
        else:
            raise ValueError(f"{run!r} needs two of VBA's letters")


def _plain(comment: str) -> str:
    """A comment without the marks of its letters."""
    bare = unicodedata.normalize("NFD", comment.translate(_FLAT))
    return "".join(letter for letter in bare if ord(letter) <= _LAST_PLAIN)


def _wrapped(parts: tuple[str, ...]) -> str:
    """The terms joined, over several lines where one would be too long."""
    lines = [parts[0]]
    for part in parts[1:]:
        if len(lines[-1]) + len(_BREAK) + len(part) > LONGEST_LINE:
            lines.append(part)
        else:
            lines[-1] += _JOIN + part
    if len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_LINE:
        raise ValueError("too long for a statement of VBA")
    return _BREAK.join(lines)
