"""Conditional compilation of VBA worked out for known constants: what they decide is resolved, the rest is kept.

LibreOffice skips the `#` lines and compiles every branch, so a module with two versions of one function does not
compile there; in Excel the result is what Excel itself would compile.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

Constant = str | int | bool
_DIRECTIVE = re.compile(r"(?i)\s*#(const|if|elseif|else|end if)\b\s*(.*?)\s*(?:'.*)?")
_CONDITION = re.compile(r'(?i)(\w+)(?:\s*(=|>=|<>)\s*(?:"([^"]*)"|(\d+)))?(?:\s+then)?')
_VALUE = re.compile(r"(\w+)\s*=.*")


@dataclass(frozen=True)
class Branch:
    """One open `#If`: `kept` as it stands; else `live` in the branch that holds, `taken` once one has held."""

    kept: bool = False
    live: bool = True
    taken: bool = False


def resolve(text: str, known: Mapping[str, Constant]) -> str:
    """The module `text` with every `#If` on a constant of `known` replaced by the branch that holds."""
    constants = {name.casefold(): value for name, value in known.items()}
    return "\n".join(_lines(text, constants)) + "\n"


def _lines(text: str, known: Mapping[str, Constant]) -> Iterator[str]:
    open_ones: tuple[Branch, ...] = ()
    for line in text.splitlines():
        found = _DIRECTIVE.fullmatch(line)
        live = all(branch.live for branch in open_ones)
        if not found:
            if live:
                yield line
            continue
        word, rest = found[1].casefold(), found[2]
        if word == "const":
            if live and not _known_constant(rest, known):
                yield line
            continue
        if word == "if":
            open_ones = (*open_ones, _opened(rest, known, live=live))
            branch = open_ones[-1]
        else:
            branch = open_ones[-1]
            open_ones = (*open_ones[:-1], *_next(word, rest, branch, known))
        if branch.kept and all(one.live for one in open_ones):
            yield line
    if open_ones:
        raise ValueError("an #If is not closed")


def _known_constant(rest: str, known: Mapping[str, Constant]) -> bool:
    found = _VALUE.fullmatch(rest)
    return found is not None and found[1].casefold() in known


def _opened(condition: str, known: Mapping[str, Constant], *, live: bool) -> Branch:
    """The branch that `#If` opens; inside one that does not hold nothing holds, whatever the condition."""
    if not live:
        return Branch(live=False, taken=True)
    holds = _holds(condition, known)
    return Branch(kept=True) if holds is None else Branch(live=holds, taken=holds)


def _next(
    word: str, condition: str, branch: Branch, known: Mapping[str, Constant]
) -> tuple[Branch, ...]:
    """The branch after `#ElseIf`, `#Else` or, none, `#End If`."""
    if word == "end if":
        return ()
    if branch.kept:
        return (branch,)
    if branch.taken:
        return (replace(branch, live=False),)
    holds = True if word == "else" else _holds(condition, known)
    if holds is None:
        raise ValueError(f"#ElseIf {condition} is known in part only")
    return (replace(branch, live=holds, taken=holds),)


def _holds(condition: str, known: Mapping[str, Constant]) -> bool | None:
    """Whether `condition` holds; None where it asks for something that is not known."""
    found = _CONDITION.fullmatch(condition)
    if not found or found[1].casefold() not in known:
        return None
    value = known[found[1].casefold()]
    if not found[2]:
        return bool(value)
    other: Constant = found[3] if found[3] is not None else int(found[4])
    if found[2] == ">=":
        return int(value) >= int(other)
    return (value == other) is (found[2] == "=")
