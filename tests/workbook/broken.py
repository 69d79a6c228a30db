"""Forty and more ways to break a good workbook: by name, how it is broken and the code of what must be found."""

import zlib
from collections.abc import Mapping

from tests.workbook import ole
from tests.workbook.breaking import (
    LAUGHS,
    LOOKS,
    RELATIONS,
    TEXTS,
    WORKBOOK,
    How,
    chance,
    damaged,
    endless,
    in_capitals,
    junk,
    lying,
    many_members,
    marked,
    of,
    office,
    patched,
    sheet,
    tab,
    tiny_rows,
    twice,
    utf_16,
    zipped,
)

BROKEN: Mapping[str, tuple[How, str]] = {
    # no archive at all
    "empty": (lambda _good: b"", "TEP-004"),
    "one-byte": (lambda _good: b"P", "TEP-005"),
    "text": (lambda _good: "Số thứ tự;Tên mô hình\n1;Hoa".encode(), "TEP-005"),
    "web-page": (lambda _good: b"<html><table><tr><td>1</td></tr></table></html>", "TEP-005"),
    "pdf": (lambda _good: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "TEP-005"),
    "picture": (lambda _good: b"\x89PNG\r\n\x1a\n" + bytes(100), "TEP-005"),
    "noughts": (lambda _good: bytes(70_000), "TEP-005"),
    "chance": (lambda _good: b"\xff" + chance(2, 9_000), "TEP-005"),
    "xlsx-in-text": (lambda good: good.content.hex().encode(), "TEP-005"),
    "something-before": (lambda good: b"MZ" + good.content, "TEP-005"),
    # an archive that is not whole
    "two-letters": (lambda _good: b"PK", "TEP-006"),
    "first-kilobyte": (lambda good: good.content[:1024], "TEP-006"),
    "half": (lambda good: good.content[: len(good.content) // 2], "TEP-006"),
    "end-missing": (lambda good: good.content[:-10], "TEP-006"),
    "noughts-at-the-end": (lambda good: good.content[:-3000] + bytes(3000), "TEP-006"),
    # containers of old and of locked workbooks
    "password": (
        lambda _good: ole.container({"EncryptionInfo": b"", "EncryptedPackage": b"x" * 9000}),
        "TEP-007",
    ),
    "xls": (lambda _good: ole.container({"Workbook": b"\x09\x08\x10\x00"}), "TEP-008"),
    "xls-95": (lambda _good: ole.container({"Book": b"\x09\x08"}), "TEP-008"),
    "doc": (lambda _good: ole.container({"WordDocument": b"", "1Table": b""}), "TEP-011"),
    "ole-cut": (lambda _good: ole.MAGIC + bytes(600), "TEP-006"),
    "ole-chance": (lambda _good: ole.MAGIC + chance(4, 9_000), "TEP-006"),
    # archives of another kind
    "xlsb": (of("[Content_Types].xml", "xl/workbook.bin"), "TEP-009"),
    "ods": (lambda _good: office("spreadsheet"), "TEP-010"),
    "odt": (lambda _good: office("text"), "TEP-011"),
    "docx": (of("[Content_Types].xml", "word/document.xml"), "TEP-011"),
    "pptx": (of("[Content_Types].xml", "ppt/presentation.xml"), "TEP-011"),
    "zip": (lambda good: zipped({"sổ/so.xlsx": good.content}), "TEP-012"),
    "empty-zip": (lambda _good: zipped({}), "TEP-012"),
    # archives of an insane size
    "bomb": (lambda good: good.packed({"xl/media/image1.png": bytes(30_000_000)}), "TEP-013"),
    "bomb-of-rows": (tiny_rows, "TEP-013"),
    "many-members": (many_members, "TEP-014"),
    "lying-size": (lying, "TEP-017"),
    # parts that are missing or damaged
    "no-workbook": (lambda good: good.packed({WORKBOOK: None}), "TEP-017"),
    "no-relations": (lambda good: good.packed({RELATIONS: None}), "TEP-017"),
    "no-sheet": (lambda good: good.packed({good.models: None}), "TEP-017"),
    "no-texts": (lambda good: good.packed({TEXTS: None}), "TEP-017"),
    "workbook-cut": (lambda good: good.cut(WORKBOOK), "TEP-017"),
    "sheet-cut": (lambda good: good.cut(good.models), "TEP-017"),
    "texts-cut": (lambda good: good.cut(TEXTS), "TEP-017"),
    "styles-cut": (lambda good: good.cut(LOOKS), "TEP-017"),
    "sheet-empty": (sheet(b""), "TEP-017"),
    "sheet-of-chance": (junk, "TEP-017"),
    "sheet-packed-twice": (
        lambda good: good.packed({good.models: zlib.compress(b"x" * 999)}),
        "TEP-017",
    ),
    "texts-too-few": (
        lambda good: good.packed({TEXTS: b"<sst><si><t>a</t></si></sst>"}),
        "TEP-017",
    ),
    "check-sum": (damaged, "TEP-017"),
    "member-locked": (lambda good: patched(good, 6, 8, 1), "TEP-017"),
    "member-packed-unknown": (lambda good: patched(good, 8, 10, 99), "TEP-017"),
    "workbook-utf-16": (utf_16(WORKBOOK), "TEP-017"),
    "bad-address": (lambda good: good.with_row('<c r="1A"><v>1</v></c>'), "TEP-017"),
    "bad-row": (lambda good: good.with_row('<c r="A0"><v>1</v></c>'), "TEP-017"),
    "bad-tick": (lambda good: good.with_row('<c r="A900" t="b"><v>7</v></c>'), "TEP-017"),
    "bad-kind": (lambda good: good.with_row('<c r="A900" t="zzz"><v>7</v></c>'), "TEP-017"),
    "bad-letters": (
        lambda good: good.edited(
            good.models, b"</sheetData>", b"<row><c t='str'><v>\xe9</v></c></row></sheetData>"
        ),
        "TEP-017",
    ),
    "unknown-entity": (
        lambda good: good.with_row('<c r="A900" t="str"><v>a&nbsp;b</v></c>'),
        "TEP-017",
    ),
    "tags-of-junk": (lambda good: good.with_row("<c " * 300_000), "TEP-017"),
    "attribute-of-junk": (lambda good: good.with_row(f'<c {"a" * 2_000_000} t="e">'), "TEP-017"),
    # XML that no office program writes
    "laughs-in-texts": (lambda good: good.packed({TEXTS: LAUGHS + good.members[TEXTS]}), "TEP-018"),
    "laughs-in-sheet": (
        lambda good: good.packed({good.models: LAUGHS + good.members[good.models]}),
        "TEP-018",
    ),
    "laughs-in-workbook": (
        lambda good: good.packed({WORKBOOK: LAUGHS + good.members[WORKBOOK]}),
        "TEP-018",
    ),
    # cells that calamine would die of
    "stray-cell": (lambda good: good.with_row('<c r="XFD1048576"><v>1</v></c>'), "TEP-015"),
    "stray-cell-in-a-double": (twice, "TEP-015"),
    "stray-cell-in-capitals": (in_capitals, "TEP-015"),
    "endless-day": (endless, "TEP-019"),
    "unknown-error": (
        lambda good: good.with_row('<c r="A900" t="e"><v>#SPILL!</v></c>'),
        "TEP-030",
    ),
    # workbooks of others
    "other-product": (marked("dvk_product", "so_khac"), "TEP-020"),
    "newer": (marked("dvk_layout_version", "2"), "TEP-021"),
    "older": (marked("dvk_layout_version", "0"), "TEP-022"),
    "strange-version": (marked("dvk_layout_version", "một"), "TEP-022"),
    "nothing-of-ours": (
        lambda good: good.packed(
            {WORKBOOK: good.members[WORKBOOK].replace(b'<sheet name="', b'<sheet name="zz ')}
        ),
        "TEP-023",
    ),
    # a sheet that is not there
    "tab-missing": (tab("Mô hình", "Nháp của tôi"), "TEP-024"),
    "tab-nearly-right": (tab("Mô hình", "Mo hinh"), "TEP-025"),
    "tab-twice": (tab("Tổng quan", "mô  hình"), "TEP-026"),
    "headers-missing": (
        sheet(
            b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
        ),
        "O-043",
    ),
    "sheet-utf-16": (lambda good: utf_16(good.models)(good), "TEP-017"),
    "chart-for-a-sheet": (sheet(b"<chartsheet><sheetViews/></chartsheet>"), "O-043"),
}
"""The code that must be among what is found; of TEP-001 to TEP-023, TEP-029 and TEP-030 nothing else is found."""
