"""The cells of a workbook as its file has them, whatever a reader makes of them: kind, value, how a number is shown."""

from collections.abc import Mapping
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree as ET
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FileCell = tuple[str, object, str]
"""The kind of a cell (n, s, b, e), its value, and the code by which a number is shown (a truth value is one, too)."""
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm",
    45: "mm:ss", 46: "[h]:mm:ss", 49: "@",
}  # fmt: skip


def cells_in_file(path: Path) -> Mapping[str, Mapping[str, FileCell]]:
    """The filled cells of each tab by their addresses."""
    with ZipFile(path) as archive:
        names = set(archive.namelist())

        def part(name: str) -> ET.Element:
            return ET.fromstring(archive.read(name))  # noqa: S314 - our own file

        formats = _formats(part("xl/styles.xml"))
        texts = part("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in names else ()
        shared = [_text(one) for one in texts]
        targets = {
            one.get("Id", ""): normpath(join("/xl", one.get("Target", ""))).strip("/")
            for one in part("xl/_rels/workbook.xml.rels")
        }
        return {
            one.get("name", ""): {
                cell.get("r", ""): found
                for cell in part(targets[one.get(RELATION, "")]).iter(f"{MAIN}c")
                if (found := _cell(cell, shared, formats))
            }
            for one in part("xl/workbook.xml").iter(f"{MAIN}sheet")
        }


def _formats(styles: ET.Element) -> list[str]:
    listed = styles.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
    own = {one.get("numFmtId"): one.get("formatCode", "") for one in listed}
    cells = styles.find(f"{MAIN}cellXfs")
    numbers = [one.get("numFmtId", "0") for one in cells] if cells is not None else []
    return [own.get(one) or BUILT_IN.get(int(one), one) for one in numbers]


def _text(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{MAIN}t"))


def _cell(cell: ET.Element, shared: list[str], formats: list[str]) -> FileCell | None:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
    if kind == "inlineStr":
        return ("s", _text(cell), "")
    if not value:
        return None
    if kind == "s":
        return ("s", shared[int(value)], "")
    if kind not in {"n", "b"}:
        return (kind[0], value, "")
    at = int(cell.get("s", "0"))
    return (kind, float(value), formats[at] if at < len(formats) else "General")
