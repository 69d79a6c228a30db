"""The names that a template uses: each is one that the paper gives, and what is set is used.

A name is known by its path: ("rows", "[]", "name") is the name of an entry of the list `rows`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

ENTRY = "[]"
Path = tuple[str, ...]
_LOOP = "loop"
_SAME_ENTRIES = ("sort", "reverse", "list", "unique", "select", "reject")


@dataclass(frozen=True)
class Use:
    """A name as the tag `at` uses it: `written` as it stands there, its `path` from the paper's values on."""

    at: int
    written: str
    path: Path


@dataclass
class Bound:
    """A name that the tag `at` sets: its path where that can be told, and whether it is used."""

    at: int
    name: str
    path: Path | None
    used: bool = False


@dataclass
class Names:
    """What a template says: the `uses` of the paper's values, and all that it has `bound` itself."""

    uses: list[Use] = field(default_factory=list)
    bound: list[Bound] = field(default_factory=list)


def paths_of(values: Mapping[str, Any], under: Path = ()) -> Iterator[Path]:
    """The path of every name that a paper's values give."""
    for key, value in values.items():
        yield (*under, key)
        yield from _inside(value, (*under, key))


def _inside(value: Any, path: Path) -> Iterator[Path]:
    if isinstance(value, Mapping):
        yield from paths_of(value, path)
    elif isinstance(value, tuple | list):
        for entry in value:
            yield (*path, ENTRY)
            yield from _inside(entry, (*path, ENTRY))


def unknown(path: Path, known: Collection[Path]) -> tuple[str, ...] | None:
    """The names that the paper gives where it does not give `path`; None where all of it is known.

    Nothing is known of the entries of a list that never had one, nor of what a plain value can do.
    """
    for at, part in enumerate(path):
        if part == ENTRY:
            continue
        there = {one[at] for one in known if len(one) > at and one[:at] == path[:at]} - {ENTRY}
        if part not in there and (there or not at):
            return tuple(sorted(there))
        if part not in there:
            return None
    return None


def read_names(parsed: Any, globally: Iterable[str]) -> Names:
    """The names in a template that jinja parsed; those known `globally` are jinja's own."""
    from jinja2 import nodes

    found = Names()
    loose = {
        one.name
        for block in parsed.find_all((nodes.Macro, nodes.CallBlock, nodes.AssignBlock))
        for one in block.find_all(nodes.Name)
        if one.ctx != "load"
    }
    macros = {one.name for one in parsed.find_all(nodes.Macro)}
    known = {*globally, *loose, *macros}
    _visit(parsed, {one: Bound(0, one, None, used=True) for one in known}, found)
    return found


Scope = dict[str, Bound]


def _visit(node: Any, scope: Scope, found: Names) -> None:
    from jinja2 import nodes

    if isinstance(node, nodes.For):
        _loop(node, scope, found)
    elif isinstance(node, nodes.Assign):
        _visit(node.node, scope, found)
        _bind(node.target, _path(node.node, scope), scope, found)
    elif isinstance(node, nodes.With):
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            _visit(value, scope, found)
            _bind(target, _path(value, scope), inner, found)
        _all(node.body, inner, found)
    elif not _used(node, scope, found):
        _all(node.iter_child_nodes(), scope, found)


def _all(many: Iterable[Any], scope: Scope, found: Names) -> None:
    for one in many:
        _visit(one, scope, found)


def _loop(node: Any, scope: Scope, found: Names) -> None:
    """What a loop goes through is read outside of it; its own name is known inside."""
    _visit(node.iter, scope, found)
    entries = _path(node.iter, scope)
    inner = {**scope, _LOOP: Bound(node.lineno, _LOOP, None, used=True)}
    _bind(node.target, None if entries is None else (*entries, ENTRY), inner, found)
    _all((*([node.test] if node.test else ()), *node.body), inner, found)
    _all(node.else_, scope, found)


def _bind(target: Any, path: Path | None, scope: Scope, found: Names) -> None:
    """Sets a name to what stands at `path`; of several names at once no path is told."""
    from jinja2 import nodes

    if isinstance(target, nodes.Name):
        scope[target.name] = Bound(target.lineno, target.name, path)
        found.bound.append(scope[target.name])
    else:
        for one in target.find_all(nodes.Name):
            _bind(one, None, scope, found)


def _used(node: Any, scope: Scope, found: Names) -> bool:
    """Whether `node` is a name with what is asked of it, which is then told."""
    root, parts = _chain(node)
    if root is None:
        return False
    bound = scope.get(root.name)
    if bound:
        bound.used = True
    path = _path(node, scope)
    if path is not None:
        found.uses.append(Use(node.lineno, ".".join((root.name, *parts)), path))
    return True


def _chain(node: Any) -> tuple[Any, Path]:
    """The name that `node` begins with and the parts after it; no name where it is anything else."""
    from jinja2 import nodes

    parts: list[str] = []
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getattr):
            parts.insert(0, node.attr)
        elif isinstance(node.arg, nodes.Const):
            number = isinstance(node.arg.value, int)
            parts.insert(0, ENTRY if number else str(node.arg.value))
        else:
            return None, ()
        node = node.node
    return (node, tuple(parts)) if isinstance(node, nodes.Name) else (None, ())


def _path(node: Any, scope: Mapping[str, Bound]) -> Path | None:
    """The path of a name from the paper's values on, also where a list is put in another order; else None."""
    from jinja2 import nodes

    while isinstance(node, nodes.Filter) and node.name in _SAME_ENTRIES:
        node = node.node
    root, parts = _chain(node)
    if root is None:
        return None
    bound = scope.get(root.name)
    if bound is None:
        return (root.name, *parts)
    return None if bound.path is None else (*bound.path, *parts)
