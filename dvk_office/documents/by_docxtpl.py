"""Fills a template as docxtpl does it itself, opening, compiling and packing it for every paper.

Imported only where a paper is filled.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate

from dvk_office.documents.package import repacked
from dvk_office.documents.sandbox import Sandbox, as_text, environment

_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_LONGEST_PROPERTY = 255  # signs that Word keeps of one
_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)  # of a file that does not say when it was changed


class Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template; a value in the properties of the file stands there as text, not as XML."""

    def render_properties(self, context: dict[str, Any], jinja_env: Sandbox | None = None) -> None:
        self.set_properties(self.properties(jinja_env or environment()), context)

    @property
    def properties_part(self) -> Any:
        """The part that holds the properties; one that the file lacks does not hold the day of its making."""
        package = self.docx.part.package
        kinds = {one.reltype for one in package.rels.values()}
        if RELATIONSHIP_TYPE.CORE_PROPERTIES not in kinds:
            package.core_properties.modified = _NO_DAY
        return package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)

    def properties(self, sandbox: Sandbox) -> dict[str, Any]:
        """Those of the properties that hold tags, each as a template."""
        texts = sandbox.overlay(autoescape=False, finalize=as_text)
        found = self.properties_part.core_properties
        written = {name: getattr(found, name) for name in _PROPERTIES}
        return {name: texts.from_string(text) for name, text in written.items() if "{" in text}

    def set_properties(self, templates: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        """Writes the properties that docxtpl writes, each cut to what Word keeps of it."""
        found = self.properties_part.core_properties
        for name in _PROPERTIES:
            text = getattr(found, name)
            if name in templates:
                templates[name].environment.begin()
                text = templates[name].render(context)
            setattr(found, name, text[:_LONGEST_PROPERTY])

    def filled(self, context: Mapping[str, Any]) -> bytes:
        """The .docx that docxtpl gives with the values of `context`."""
        self.render(dict(context), environment())
        written = BytesIO()
        self.save(written)
        return repacked(written.getvalue())


def opened(content: bytes) -> Template:
    """The template of these bytes; whatever the libraries meet first where it is damaged."""
    found = Template(BytesIO(content))
    found.init_docx()
    return found


Prepare = Callable[[Template], Mapping[str, Any]]
