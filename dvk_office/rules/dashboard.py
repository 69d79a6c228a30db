"""What the dashboard proposes to do (`dashboard.toml`)."""

from dataclasses import dataclass
from functools import cache

import rtoml

from dvk_office.rules.packaged import packaged


@dataclass(frozen=True)
class Task:
    """One work: its `text`, the `count` that says how much of it there is, the `day` by which, where and by what.

    `day` is “today”, “until” or the measure or paper of a deadline; `actions` are tried in their order.
    """

    text: str
    count: str
    day: str
    sheet: str
    actions: tuple[str, ...] = ()


@cache
def load_tasks() -> tuple[Task, ...]:
    """Every work in the order of the file."""
    text = packaged("dashboard.toml")
    rows = rtoml.loads(text)["tasks"]
    return tuple(Task(**{**row, "actions": tuple(row.get("actions", ()))}) for row in rows)
