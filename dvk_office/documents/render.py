"""Fills a Word template: sandboxed, every value as plain text, an unknown name a finding, equal bytes on every run.

A value is never read as a template: what stands in it is escaped, its line breaks become breaks in Word, tabs become
tabs, and signs that no XML can hold are left out.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from dvk_office.core.choices import hint
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.documents.package import repacked

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_NAME = re.compile(r"'([^']+)'[^']*$")
_TAG = re.compile(r"<[^>]+>")
_FAULTY_LINE = 3  # of the lines around the fault, the fault's own


def render(template: Path, context: Mapping[str, Any]) -> bytes:
    """The .docx that `template` gives with the values of `context`; DvkError says what is wrong with the template."""
    with _faults_as_findings(template, context):
        filled = _template(template)
        filled.render(dict(context), environment())
        written = BytesIO()
        filled.save(written)
        return repacked(written.getvalue())


def environment() -> Any:
    """Where templates run: no way to Python's insides, no unknown names, every value through `plain`."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_finalized
    )


def plain(value: str) -> str:
    """`value` in NFC with its line breaks of one kind, and without the signs that XML cannot hold."""
    return _NOT_IN_XML.sub("", _BREAK.sub("\n", unicodedata.normalize("NFC", value)))


def _finalized(value: Any) -> Any:
    """The safe form of a value: braces are written so that the library's own escapes are not seen in them."""
    from jinja2 import Undefined
    from markupsafe import Markup, escape

    if isinstance(value, Undefined):
        return value
    text = plain("" if value is None else str(value))
    return Markup(str(escape(text)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped


def _template(path: Path) -> Any:
    from docxtpl import DocxTemplate

    content = path.read_bytes()
    try:
        found = DocxTemplate(BytesIO(content))
        found.init_docx()
    except Exception as fault:  # a broken package ends in whatever the libraries meet first
        raise DvkError(finding("VB-011", Place(tab=path.name))) from fault
    return found


@contextmanager
def _faults_as_findings(template: Path, context: Mapping[str, Any]) -> Iterator[None]:
    """A fault of the template ends as the one sentence that tells the office how to mend it."""
    from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    place = Place(tab=template.name)
    try:
        yield
    except FileNotFoundError:
        raise DvkError(finding("VB-010", place, folder=template.parent)) from None
    except UndefinedError as fault:
        name = _unknown(fault)
        near = hint(name, _names(context))
        raise DvkError(finding("VB-012", place, found=name, hint=near)) from fault
    except (SecurityError, OverflowError) as fault:
        raise DvkError(finding("VB-014", place)) from fault
    except (TemplateSyntaxError, TemplateError) as fault:
        raise DvkError(finding("VB-013", place, found=_near(fault))) from fault


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
    """The text of the template at the fault."""
    lines = [_TAG.sub("", line) for line in getattr(fault, "docx_context", ())]
    return lines[_FAULTY_LINE].strip() if len(lines) > _FAULTY_LINE else ""
