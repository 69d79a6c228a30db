"""How far a template may go before it is stopped: turns, length, size of numbers. OverflowError beyond."""

import re
from collections.abc import Callable, Iterator, Mapping, Sized
from functools import wraps
from types import MappingProxyType
from typing import Any

MOST_TURNS = 500_000  # of the loops of one paper: fifty for each row of a list of ten thousand
CALL = 5  # turns that one call of a macro or a method is worth
MOST_SIGNS = 20_000_000  # of one part of a paper: several hundred times the longest
MOST_JOINED = 1_000_000  # signs or entries of what a template puts together from two
MOST_BITS = 1024  # of a whole number
ENTRY = 20  # signs that an entry of a list has at least, with its quotes, when it is written out
_WIDE = re.compile(r"[%:][^\sA-Za-z]*\d{5}")  # a width in a pattern that no page has


def stop_if(endless: bool) -> None:  # noqa: FBT001 - reads as a sentence
    """OverflowError if `endless`."""
    if endless:
        raise OverflowError


def length(value: Any) -> int:
    """How long what a template put together is; 0 for what has no length."""
    return len(value) if isinstance(value, str | list | tuple | dict) else 0


def weight(value: Any) -> int:
    """About as many signs as `value` has when it is written out; not looked at further where it is too much."""
    waiting, found = [value], 0
    while waiting and found <= MOST_SIGNS:
        one = waiting.pop()
        if isinstance(one, str):
            found += len(one)
        elif isinstance(one, int):
            found += abs(one)
        elif isinstance(one, Mapping | list | tuple | set | frozenset):
            found += ENTRY * len(one)
            waiting.extend(one.values() if isinstance(one, Mapping) else one)
    return found


def weigh(*values: Any) -> None:
    """No function of text gives more than the product of what goes in."""
    product = 1
    for one in values:
        product *= 1 + weight(one)
        stop_if(product > MOST_SIGNS)


def weighed(function: Callable[..., Any], receiver: Any = None) -> Callable[..., Any]:
    """`function` (of `receiver`, where it is a method), which weighs what goes in first."""

    @wraps(function)
    def guarded(*given: Any, **named: Any) -> Any:
        values = [list(one) if isinstance(one, Iterator) else one for one in given]
        weigh(receiver, *values, *named.values())
        return function(*values, **named)

    return guarded


def patterned(function: Callable[..., Any], pattern: str | None = None) -> Callable[..., Any]:
    """`function` filling `pattern`, or else its first argument: a width is looked at too."""

    @wraps(function)
    def guarded(*given: Any, **named: Any) -> Any:
        weigh(pattern, *given, *named.values())
        stop_if(bool(_WIDE.search(str(given[0]) if pattern is None and given else pattern or "")))
        return function(*given, **named)

    return guarded


def _multiply(left: Any, right: Any) -> None:
    for many, times in ((left, right), (right, left)):
        if isinstance(many, Sized) and isinstance(times, int):
            stop_if(len(many) * times > MOST_JOINED)
    if isinstance(left, int) and isinstance(right, int):
        stop_if(left.bit_length() + right.bit_length() > MOST_BITS)


def _raise(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        stop_if(left.bit_length() * abs(right) > MOST_BITS)


def _fill(left: Any, right: Any) -> None:
    if isinstance(left, str):
        weigh(left, right)
        stop_if(bool(_WIDE.search(left)))


def _join(left: Any, right: Any) -> None:
    stop_if(length(left) + length(right) > MOST_JOINED)


OPERATORS: Mapping[str, Callable[[Any, Any], None]] = MappingProxyType(
    {"+": _join, "*": _multiply, "**": _raise, "%": _fill}
)
