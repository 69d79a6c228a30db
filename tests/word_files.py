"""Small Word files written part by part, so that a test holds every sign of them."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": R,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = {
    "styles": ("styles", f"{_WORD}.styles+xml"),
    "header": ("header", f"{_WORD}.header+xml"),
    "footer": ("footer", f"{_WORD}.footer+xml"),
    "footnotes": ("footnotes", f"{_WORD}.footnotes+xml"),
}
PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'
SECTION = f"<w:sectPr>{PAGE}</w:sectPr>"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p>{properties}{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str, columns: int = 1) -> str:
    """A table of `rows`, its columns equally wide."""
    grid = '<w:gridCol w:w="1200"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    """A row of cells, each a paragraph or what stands in its place."""
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def cell(inside: str, properties: str = "") -> str:
    """A cell; plain text becomes its paragraph."""
    content = inside if inside.startswith("<") else p(inside)
    width = '<w:tcW w:w="1200" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{content}</w:tc>"


def word_file(  # noqa: PLR0913 - the parts a file may have
    *body: str,
    header: str = "",
    footer: str = "",
    footnotes: str = "",
    core: str | None = "<dc:title>Thử</dc:title>",
    relations: str = "",
    parts: Mapping[str, bytes] | None = None,
    types: str = "",
) -> bytes:
    """A .docx with these parts; `relations` and `types` are further entries of the document's, in XML."""
    named = {"header": header, "footer": footer, "footnotes": footnotes}
    given = {name: text for name, text in named.items() if text}
    referred = "".join(
        f'<w:{name}Reference w:type="default" r:id="rIdOf{name}"/>'
        for name in given
        if name != "footnotes"
    )
    section = f"<w:sectPr>{referred}{PAGE}</w:sectPr>"
    content = {
        "[Content_Types].xml": _types(given, types, core=core is not None),
        "_rels/.rels": _package_relations(core=core is not None),
        "word/document.xml": _root("document", f"<w:body>{''.join(body)}{section}</w:body>"),
        "word/_rels/document.xml.rels": _related(
            *(_relation(f"rIdOf{name}", f"{R}/{name}", f"{name}.xml") for name in given), relations
        ),
    }
    if core is not None:
        content["docProps/core.xml"] = _DECLARED + CORE.format(core)
    for name, text in given.items():
        tag = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}[name]
        content[f"word/{name}.xml"] = _root(tag, text)
    return zipped({name: text.encode() for name, text in content.items()} | dict(parts or {}))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of `parts`."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return written.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a zip, in their order."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _root(tag: str, inside: str) -> str:
    return f"{_DECLARED}<w:{tag} {_SPACES}>{inside}</w:{tag}>"


def _types(given: Mapping[str, str], more: str, *, core: bool) -> str:
    overrides = {"/word/document.xml": f"{_WORD}.document.main+xml"}
    overrides |= {f"/word/{name}.xml": _KINDS[name][1] for name in given}
    if core:
        overrides["/docProps/core.xml"] = (
            "application/vnd.openxmlformats-package.core-properties+xml"
        )
    inside = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{_DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{inside}{more}</Types>'
    )


def _package_relations(*, core: bool) -> str:
    properties = _relation(
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    )
    main = _relation("rId1", f"{R}/officeDocument", "word/document.xml")
    return _related(main, properties if core else "")


def _related(*relations: str) -> str:
    return f'{_DECLARED}<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>'


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
