"""Fills a Word template: sandboxed, every value as plain text, an unknown name a finding, equal bytes on every run.

A value is never read as a template: what stands in it is escaped, its line breaks become breaks in Word, tabs become
tabs, and signs that no XML can hold are left out.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.documents.template_file import checked
from dvk_office.rules.messages import word

if TYPE_CHECKING:
    from dvk_office.documents.by_docxtpl import Prepare, Template

_NAME = re.compile(r"'([^']+)'[^']*$")
_TAG = re.compile(r"<[^>]+>")
_WRITTEN_WRONGLY = (
    ArithmeticError,
    AttributeError,
    LookupError,
    SyntaxError,
    TypeError,
    ValueError,
)
_LINES_BEFORE = 3  # that docxtpl gives of the template before the fault's own


def render(template: Path, context: Mapping[str, Any], prepare: "Prepare | None" = None) -> bytes:
    """The .docx that `template` gives with the values of `context`; DvkError says what is wrong with the template.

    `prepare` is called with docxtpl's own template where a paper needs what only that can make: it may replace media,
    and gives further values, such as pictures, other documents and links.
    """
    place = Place(tab=template.name)
    try:
        content = checked(template)
    except FileNotFoundError:
        raise DvkError(finding("VB-010", place, folder=template.parent)) from None
    if not prepare:
        with _faults_as_findings(place, context):
            quickly = _quickly(content, context)
        if quickly is not None:
            return quickly
    document = _opened(content, place)
    values = {**context, **(prepare(document) if prepare else {})}
    with _faults_as_findings(place, values):
        return bytes(document.filled(values))


def make_ready(template: Path) -> None:
    """Compiles `template` ahead of its papers; a fault of it is told with the first of them."""
    with suppress(DvkError, OSError, ModuleNotFoundError):
        from dvk_office.documents.fast_render import compiled

        compiled(checked(template))


def _quickly(content: bytes, context: Mapping[str, Any]) -> bytes | None:
    """The paper by the fast way; None where that leaves it to docxtpl, or is not there."""
    try:
        from dvk_office.documents.fast_render import fast_rendered
    except ModuleNotFoundError:
        return None
    return fast_rendered(content, context)


def _opened(content: bytes, place: Place) -> "Template":
    from dvk_office.documents.by_docxtpl import opened

    try:
        return opened(content)
    except Exception as fault:  # a broken package ends in whatever the libraries meet first
        raise DvkError(finding("VB-011", place)) from fault


@contextmanager
def _faults_as_findings(place: Place, context: Mapping[str, Any]) -> Iterator[None]:
    """A fault of the template ends as the one sentence that tells the office how to mend it."""
    from jinja2 import TemplateError, UndefinedError
    from jinja2.exceptions import SecurityError

    try:
        yield
    except UndefinedError as fault:
        from dvk_office.core.choices import hint

        name = _unknown(fault)
        near = hint(name, _names(context))
        raise DvkError(finding("VB-012", place, found=name, hint=near)) from fault
    except SecurityError as fault:
        raise DvkError(finding("VB-014", place)) from fault
    except (OverflowError, RecursionError, MemoryError) as fault:
        raise DvkError(finding("VB-017", place)) from fault
    except (TemplateError, *_WRITTEN_WRONGLY) as fault:
        raise DvkError(finding("VB-013", place, near=_near(fault))) from fault


def _unknown(fault: Exception) -> str:
    found = _NAME.search(str(fault).removesuffix(" is undefined"))
    return found[1] if found else str(fault)


def _names(context: Mapping[str, Any]) -> set[str]:
    """Every name that a template may use: those of the context and of the entries of its lists."""
    names = set(context)
    for value in context.values():
        for entry in value if isinstance(value, tuple | list) else (value,):
            names |= _names(entry) if isinstance(entry, Mapping) else set()
    return names


def _near(fault: Exception) -> str:
    """Where in the template the fault is, by the text there; empty where nothing tells."""
    lines = [_TAG.sub("", line).strip() for line in getattr(fault, "docx_context", ())]
    at = min(getattr(fault, "lineno", 0), _LINES_BEFORE + 1) - 1
    found = lines[at] if 0 <= at < len(lines) else ""
    return word("text_near", found=found) if found else ""
