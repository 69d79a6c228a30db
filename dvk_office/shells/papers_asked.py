"""Which papers a click on «Văn bản» makes: asked of the person, beginning with the row of the cursor."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dvk_office.jobs.opening import Opened
from dvk_office.rules.documents import PaperKind, paper_kinds
from dvk_office.shells.naming_rows import RowNames
from dvk_office.shells.port import Port

OTHERS = "Văn bản khác"
_PER: Mapping[str, str] = MappingProxyType(
    # The sheet whose code says for which row a paper is, by what one paper of its kind is for.
    {
        "models": "model",
        "organisations": "organisation",
        "meetings": "meeting",
        "registrants": "nominee",
    }
)
_CODES: Mapping[str, str] = MappingProxyType({"model": "models", "registrant": "registrants"})
Wanted = tuple[Sequence[str], Sequence[str]]
"""Kinds of paper, and the codes that they are made for; no code means every row."""


def asked(port: Port, opened: Opened, rows: RowNames) -> Wanted | None:
    """What the person picks; None where nothing was picked."""
    kinds, code, label = _of_cursor(port, opened, rows)
    if kinds:
        titles = [*(one.title for one in kinds), OTHERS]
        picked = port.ask(f"Lập văn bản nào cho {label}?", titles)
        if picked is None:
            return None
        if picked < len(kinds):
            return (kinds[picked].key,), (code,)
    return _of_all(port, opened)


def _of_cursor(port: Port, opened: Opened, rows: RowNames) -> tuple[list[PaperKind], str, str]:
    """The kinds that are made for the row of the cursor, its code, and the row in words."""
    at = port.selected()
    tabs = {sheet.heading.tab: key for key, sheet in opened.book.sheets.items() if sheet.found}
    key = tabs.get(at.tab, "")
    record = next((one for one in opened.book[key] if one.row == at.row), None) if key else None
    if record is None:
        return [], "", ""
    columns = {"code": key, **_CODES} if key in _PER else _CODES
    for column, sheet in columns.items():
        code = record.text(column) if column in record.heading.index else ""
        if code and sheet in _PER:
            kinds = [one for one in paper_kinds().values() if one.per == _PER[sheet]]
            return kinds, code, rows.label(key, at.row)
    return [], "", ""


def _of_all(port: Port, opened: Opened) -> Wanted | None:
    """A kind for every row that has it: first the sheet that it is about, then the kind."""
    by_sheet: dict[str, list[PaperKind]] = {}
    for one in paper_kinds().values():
        by_sheet.setdefault(one.sheet, []).append(one)
    sheets = [key for key in opened.layout.by_key if key in by_sheet]
    tabs = [f"{opened.layout.by_key[key].tab} ({len(by_sheet[key])})" for key in sheets]
    group = port.ask("Lập văn bản từ trang nào?", tabs)
    if group is None:
        return None
    kinds = by_sheet[sheets[group]]
    picked = port.ask("Lập loại văn bản nào?", [one.title for one in kinds])
    return None if picked is None else ((kinds[picked].key,), ())
