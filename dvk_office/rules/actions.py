"""What the office can ask for (`actions.toml`): the one table behind commands and buttons."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import rtoml

from dvk_office.rules.packaged import packaged


class Action(NamedTuple):
    """One row: `key` the command, `word` the Vietnamese label, `job` as module.function, `help` one sentence.

    `workbook` says that it has its button in the workbook.
    """

    key: str
    word: str
    group: str
    icon: str
    job: str
    help: str
    workbook: bool = False

    @property
    def name(self) -> str:
        """The key as a name in code: of the function in `shells.buttons`, and in the names of its macros."""
        return self.key.replace("-", "_")


Groups = tuple[tuple[str, tuple[Action, ...]], ...]


def load_actions() -> tuple[Action, ...]:
    """Every action, in the order of the file."""
    return tuple(Action(**row) for row in _source()["actions"])


def workbook_groups() -> Groups:
    """The groups that have buttons in the workbook, in the order of the ribbon, each with its actions."""
    buttons = [action for action in load_actions() if action.workbook]
    groups = {group: _of(group, buttons) for group in _source()["groups"]}
    return tuple((group, found) for group, found in groups.items() if found)


def _of(group: str, actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(action for action in actions if action.group == group)


@cache
def _source() -> Mapping[str, Any]:
    return rtoml.loads(packaged("actions.toml"))
