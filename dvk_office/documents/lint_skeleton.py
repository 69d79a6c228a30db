"""The tags of one part of a template, one a line, as jinja reads them: each whole by itself, every block closed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dvk_office.documents.lint_blocks import BETWEEN, ENDS, LAST_WAY, opens
from dvk_office.documents.lint_tags import COMMENT, STATEMENT, VALUE, Tag
from dvk_office.rules.messages import word

_OURS = ("colspan", "cellbg")  # docxtpl's own, with a value
_PLAIN = ("vm", "hm")  # docxtpl's own, without one


@dataclass(frozen=True)
class Skeleton:
    """The `text` for jinja, whose line n + 1 is tag n; the end of each block by its start; what is `faulty` and why."""

    text: str
    ends: Mapping[int, int]
    faulty: tuple[tuple[Tag, str], ...]


def skeleton(tags: Sequence[Tag], sandbox: Any) -> Skeleton:
    """What jinja can read of `tags`: a tag that it cannot is left out, a block that is crossed or open is closed."""
    lines: list[str] = []
    opened: list[int] = []
    finished: set[int] = set()  # those that had their last way, the one without a condition
    ends: dict[int, int] = {}
    faulty: list[tuple[Tag, str]] = []
    for at, tag in enumerate(tags):
        reason = _reason(tag, sandbox)
        if reason:
            faulty.append((tag, reason))
        if tag.keyword in ENDS:
            lines.append("".join(_closing(tags, opened, ends, at)))
        elif tag.keyword in BETWEEN:
            last = opened[-1] if opened else -1
            fits = last >= 0 and tags[last].keyword in BETWEEN[tag.keyword]
            lines.append(_source(tag) if fits and last not in finished and not reason else "")
            finished |= {last} if tag.keyword == LAST_WAY else set()
        elif opens(tag):
            opened.append(at)
            lines.append(_stand_in(tag) if reason else _source(tag))
        else:
            lines.append("" if reason else _source(tag))
    rest = "".join(_end_of(tags[at]) for at in reversed(opened))
    return Skeleton("\n".join(lines) + rest, MappingProxyType(ends), tuple(faulty))


def _closing(
    tags: Sequence[Tag], opened: list[int], ends: dict[int, int], at: int
) -> Iterator[str]:
    """The ends of what this end closes, and of what is still open inside it; nothing for an end too many."""
    wanted = ENDS[tags[at].keyword]
    if not any(tags[one].keyword == wanted for one in opened):
        return
    while True:
        last = opened.pop()
        ends[last] = at
        yield _end_of(tags[last])
        if tags[last].keyword == wanted:
            return


def _end_of(tag: Tag) -> str:
    return f"{{% end{tag.keyword} %}}"


def _stand_in(tag: Tag) -> str:
    """A start of the same block that is surely right, where the own one cannot be read."""
    known = {"for": "for _ in []", "set": "set _"}
    return (
        f"{{% {known.get(tag.keyword, 'if 1')} %}}" if tag.keyword in {"for", "set", "if"} else ""
    )


def _source(tag: Tag) -> str:
    if tag.kind == COMMENT or tag.keyword in _PLAIN:
        return ""
    if tag.kind == VALUE:
        return f"{{{{ {tag.inside} }}}}"
    if tag.keyword in _OURS:
        return f"{{{{ {tag.inside.removeprefix(tag.keyword)} }}}}"
    return f"{{% {tag.inside} %}}"


def _reason(tag: Tag, sandbox: Any) -> str:
    """Why jinja refuses a tag; empty where it does not."""
    from jinja2 import TemplateError

    known = (*ENDS, *ENDS.values(), *BETWEEN, *_OURS, *_PLAIN)
    if tag.kind == STATEMENT and tag.keyword not in known:
        return word("lint_unknown_tag", name=tag.keyword)
    text = _by_itself(tag)
    try:
        refused = next(_refused(sandbox, sandbox.parse(text)), "")
        if not refused:
            sandbox.from_string(text)
    except (TemplateError, OverflowError, RecursionError):
        return word("lint_unreadable")
    return refused


def _refused(sandbox: Any, parsed: Any) -> Iterator[str]:
    """The filters and tests that there are not, which jinja lets pass in a condition; what belongs to the program."""
    from jinja2 import nodes

    for kind, known in ((nodes.Filter, sandbox.filters), (nodes.Test, sandbox.tests)):
        for node in parsed.find_all(kind):
            if node.name not in known:
                yield word("lint_unknown_filter", name=node.name)
    for node in parsed.find_all(nodes.Getattr):
        if node.attr.startswith("_"):
            yield word("lint_forbidden", name=node.attr)


def _by_itself(tag: Tag) -> str:
    """A tag as a whole template."""
    if tag.keyword == "elif":
        return f"{{% {tag.inside.removeprefix('el')} %}}{{% endif %}}"
    if tag.keyword in ENDS or tag.keyword == "else":
        return ""
    return _source(tag) + (_end_of(tag) if opens(tag) else "")
