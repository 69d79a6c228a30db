"""Where templates run: every value as plain text, no unknown names, no way to Python's insides, and an end to it.

Imported only where a paper is filled, since jinja2 takes its time to load.
"""

import re
import unicodedata
from collections.abc import Iterable, Sized
from itertools import islice
from types import MappingProxyType
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dvk_office.documents import limits

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_RICH = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_LIBRARY = "docxtpl"
_NOT_FOR_PAPER = ("safe", "tojson", "urlize", "xmlattr")  # they would print what is no text of Word
_GROWING = (
    "batch", "center", "indent", "join", "pprint", "replace", "round", "slice", "string", "sum",
    "truncate", "wordwrap",
)  # fmt: skip
SOME = 64  # pieces of a paper that are measured at once
_RECORDS = (dict, MappingProxyType)
_PATTERNS = ("format", "format_map")


def environment() -> "Sandbox":
    """A sandbox for one template."""
    return Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_printed)


def plain(value: str) -> str:
    """`value` in NFC with its line breaks of one kind, and without the signs that XML cannot hold."""
    if value.isprintable() and unicodedata.is_normalized("NFC", value):
        return value
    return _NOT_IN_XML.sub("", _BREAK.sub("\n", unicodedata.normalize("NFC", value)))


class _Guarding(CodeGenerator):
    """Writes the code of a template so that its values, its loops, and texts that it joins pass by the sandbox.

    A value is escaped by `finalize` whatever the template says of escaping.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(")")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - the library's name
        counted = nodes.EnvironmentAttribute("counted")
        node.iter = nodes.Call(counted, [node.iter], [], None, None)
        super().visit_For(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - the library's own
        """What is the sandbox's own is called as it stands: no template can ask for it."""
        if isinstance(node.node, nodes.EnvironmentAttribute):
            self.visit(node.node, frame)
            self.write("(")
            self.visit(node.args[0], frame)
            self.write(")")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - the library's name
        self.write("environment.held(")
        super().visit_Concat(node, frame)
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """The library's sandbox with an end to it: OverflowError where a template goes on or grows beyond any paper.

    `turns` are those left to the paper being filled; `rich` says that more than plain text went into it.
    """

    code_generator_class = _Guarding
    intercepted_binops = frozenset(limits.OPERATORS)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        del self.globals["lipsum"]
        for name in _NOT_FOR_PAPER:
            del self.filters[name]
        for name in _GROWING:
            self.filters[name] = limits.weighed(self.filters[name])
        self.filters["format"] = limits.patterned(self.filters["format"])
        self.begin()

    def begin(self) -> None:
        """A new paper: all turns are left to it, and nothing is in it yet."""
        self.turns, self.rich = limits.MOST_TURNS, False

    def counted(self, many: Iterable[Any]) -> Iterable[Any]:
        """What a loop goes through, in as many turns."""
        if not isinstance(many, Sized):
            many = list(islice(many, self.turns + 1))
        self._spend(len(many))
        return many

    def held(self, value: Any) -> Any:
        """`value`, unless it is too long to be handed on."""
        limits.stop_if(limits.length(value) > limits.MOST_JOINED)
        return value

    def concat(self, pieces: Iterable[str]) -> str:
        """One part of a paper from its pieces."""
        found: list[str] = []
        rest, size = iter(pieces), 0
        while some := list(islice(rest, SOME)):
            size += sum(map(len, some))
            limits.stop_if(size > limits.MOST_SIGNS)
            found += some
        return "".join(found)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        limits.OPERATORS[operator](left, right)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, called: Any, *args: Any, **named: Any) -> Any:
        self._spend(limits.CALL)
        if isinstance(called, LoopContext):
            args = tuple(map(self.counted, args))
        method = getattr(called, "__wrapped__", called)
        text = getattr(method, "__self__", None)
        if isinstance(text, str):
            bounded = limits.patterned if method.__name__ in _PATTERNS else limits.weighed
            called = bounded(called, text)
        return super().call(context, called, *args, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An entry of a record at once, unless a record has something else of that name."""
        if type(obj) in _RECORDS and attribute in obj and not hasattr(dict, attribute):
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of a number or of raw bytes is of use on paper."""
        plainly = not isinstance(obj, int | float | bytes)
        return plainly and super().is_safe_attribute(obj, attr, value)

    def _spend(self, turns: int) -> None:
        self.turns -= turns
        limits.stop_if(self.turns < 0)


@pass_context
def _printed(context: Context, value: Any) -> str:
    """The safe form of a value: escaped, its braces too, so that docxtpl's own escapes are not seen in them."""
    if type(value) is str:
        return _escaped(plain(value))
    if isinstance(value, Markup):  # what the template made, its values escaped already
        _of(context).rich = True
        return str(value)
    if type(value).__module__.partition(".")[0] == _LIBRARY:
        _of(context).rich = True
        return _without_braces(_NOT_IN_RICH.sub("", str(value)))
    limits.stop_if(limits.weight(value) > limits.MOST_SIGNS)
    return _escaped(_text(value))


@pass_context
def as_text(_context: Context, value: Any) -> str:
    """A value for a property of the file, which is text and no XML."""
    return _text(value)


def _of(context: Context) -> Sandbox:
    found = context.environment
    assert isinstance(found, Sandbox)  # noqa: S101 - `environment` makes no other
    return found


def _text(value: Any) -> str:
    """`value` as text; UndefinedError for a name that there is not."""
    return plain("" if value is None else str(value))


def _escaped(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _without_braces(safe.replace('"', "&#34;").replace("'", "&#39;"))


def _without_braces(safe: str) -> str:
    return safe.replace("{", "&#123;").replace("}", "&#125;")
