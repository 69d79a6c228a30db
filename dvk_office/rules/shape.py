"""Turns the tables of a year's file into its records; whatever does not fit their annotations is a fault."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import UnionType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

Made = TypeVar("Made")


class Fault(NamedTuple):
    """What is wrong in a year's file: `table` such as deadlines[5] (counted from one), `key`, the kind of `problem`."""

    table: str
    key: str
    problem: str
    found: str = ""


def shaped(kind: type[Made], source: Mapping[str, Any]) -> tuple[Made | None, tuple[Fault, ...]]:
    """`source` as a `kind`, None where it has faults; all of them are returned."""
    faults: list[Fault] = []
    made = _record(kind, source, "", faults)
    return (None if faults else made), tuple(faults)


def rows(
    source: Mapping[str, Any], name: str, above: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables of the list `name` that are tables at all, each with its name such as deadlines[5]."""
    found = source.get(name)
    for number, row in enumerate(found if isinstance(found, list) else (), 1):
        if isinstance(row, dict):
            yield f"{above}{name}[{number}]", row


def _record(kind: Any, source: Mapping[str, Any], table: str, faults: list[Fault]) -> Any:
    known, optional = kind.__annotations__, getattr(kind, "_field_defaults", {})
    faults += [Fault(table, key, "unknown_key") for key in source if key not in known]
    values = {}
    for name, wanted in known.items():
        if name in source:
            values[name] = _value(wanted, source[name], (table, name), faults)
        elif name not in optional:
            faults.append(Fault(table, name, "missing"))
    return None if faults else kind(**values)


def _value(kind: Any, value: Any, at: tuple[str, str], faults: list[Fault]) -> Any:
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind)[0], value, at, faults)
    plain = get_args(kind)[0] if isinstance(kind, UnionType) else kind
    if not _is_a(plain, value):
        faults.append(Fault(*at, _why_not(plain, value), str(value)))
    elif plain is str and not value.strip():
        faults.append(Fault(*at, "empty"))
    return value


def _tuple(kind: Any, value: Any, at: tuple[str, str], faults: list[Fault]) -> Any:
    table, key = at
    if not isinstance(value, list):
        faults.append(Fault(*at, "not_a_list", str(value)))
        return ()
    if not hasattr(kind, "_fields"):
        return tuple(_value(kind, one, at, faults) for one in value)
    found = []
    for number, row in enumerate(value, 1):
        name = f"{table}.{key}[{number}]" if table else f"{key}[{number}]"
        if isinstance(row, dict):
            found.append(_record(kind, row, name, faults))
        else:
            faults.append(Fault(name, "", "not_a_table", str(row)))
    return tuple(found)


def _is_a(kind: type, value: Any) -> bool:
    """True where `value` is of `kind` itself: True is no number, and a moment is no day."""
    return isinstance(value, kind) and not (
        (kind is int and isinstance(value, bool)) or isinstance(value, datetime)
    )


def _why_not(kind: type, value: Any) -> str:
    if kind is not date:
        return {str: "not_text", int: "not_a_number", bool: "not_true_or_false"}[kind]
    return "impossible_day" if isinstance(value, str) else "not_a_day"
