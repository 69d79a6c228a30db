"""What the office can ask for (`actions.toml`): the one table behind commands and buttons."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Action:
    """One row: `key` the command, `word` the Vietnamese label, `job` as module.function, `help` one sentence."""

    key: str
    word: str
    group: str
    icon: str
    job: str
    help: str


@cache
def load_actions() -> tuple[Action, ...]:
    """Every action, in the order of the file."""
    text = files(__package__).joinpath("actions.toml").read_text(encoding="utf-8")
    return tuple(Action(**row) for row in tomllib.loads(text)["actions"])
