"""Which requirements are proved: `python tests/requirements.py` lists those that no test cites yet.

A test cites a requirement with `@pytest.mark.req("R-013")`. The groups and their numbers stand in
`requirements.toml` beside this file; a group is `built` when every number in it must be cited.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TESTS = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Group:
    """A group of requirements: its `title`, the numbers in it, and whether it is built."""

    title: str
    numbers: tuple[int, ...]
    built: bool


def groups() -> tuple[Group, ...]:
    """The groups of `requirements.toml`, in its order; a range is written as [first, last]."""
    rows = tomllib.loads((TESTS / "requirements.toml").read_text(encoding="utf-8"))["groups"]
    return tuple(
        Group(
            row["title"],
            tuple(n for first, last in row["ranges"] for n in range(first, last + 1)),
            row["built"],
        )
        for row in rows
    )


def _marks(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "req":
            yield from (a.value for a in node.args if isinstance(a, ast.Constant))


@cache
def cited() -> Mapping[str, int]:
    """How many tests cite each mark."""
    found: dict[str, int] = {}
    for path in TESTS.rglob("test_*.py"):
        for mark in _marks(path):
            found[mark] = found.get(mark, 0) + 1
    return found


def not_covered(group: Group) -> tuple[str, ...]:
    """The requirements of `group` that no test cites, in order."""
    have = cited()
    return tuple(name for n in group.numbers if (name := f"R-{n:03}") not in have)


def main() -> int:
    """Prints each group with what is still open in it; 1 where a built group has a gap."""
    gaps = 0
    for group in groups():
        still_open = not_covered(group)
        gaps += bool(still_open) and group.built
        state = "built" if group.built else "to come"
        shown = ", ".join(still_open) or "none open"
        print(f"{group.title} ({state}; {len(group.numbers)}): {shown}")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
