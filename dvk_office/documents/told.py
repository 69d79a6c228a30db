"""Sentences that a paper says only where the workbook has what they tell (`paper_achievements.toml`)."""

import re
from collections.abc import Iterable, Mapping

from dvk_office.rules.documents import paper_text
from dvk_office.rules.messages import fill

TEXT = "achievements"
_NAME = re.compile(r"\{([^}]+)\}")
_ENDS = " .;,"


def sentences(key: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The sentences of `key` whose every {name} has a value, in their order; none for a key that has no sentences."""
    return told(paper_text(TEXT)["sentences"].get(key, ()), values)


def told(lines: Iterable[str], values: Mapping[str, str]) -> tuple[str, ...]:
    """Those of `lines` whose every {name} has a value, filled in, each with one full stop at its end."""
    return tuple(_sentence(line, values) for line in lines if _told(line, values))


def _told(line: str, values: Mapping[str, str]) -> bool:
    return all(values[name] for name in _NAME.findall(line))


def _sentence(line: str, values: Mapping[str, str]) -> str:
    trimmed = {name: values[name].rstrip(_ENDS) for name in _NAME.findall(line)}
    return f"{fill(line, trimmed)}."
