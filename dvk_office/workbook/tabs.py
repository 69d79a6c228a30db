"""Which tab is which sheet: by name, by an accepted other name; nearly right ones are named, not used."""

from collections.abc import Iterable, Iterator, Mapping

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.text import fold, nearest
from dvk_office.rules.layout import Layout, SheetLayout


def entry_sheets(layout: Layout) -> tuple[SheetLayout, ...]:
    """The sheets that people type into: the only ones that are read."""
    return tuple(sheet for sheet in layout.sheets if sheet.role == "entry")


def find_tabs(layout: Layout, tabs: Iterable[str]) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
    """The tab of each entry sheet that is there, by sheet key, and a finding for each that is not."""
    known = _spellings(layout)
    found: dict[str, str] = {}
    strange: list[str] = []
    findings: list[Finding] = []
    for tab in tabs:
        key = known.get(fold(tab), "")
        if not key:
            strange.append(tab)
        elif key in found:
            facts = {"tab": layout.by_key[key].tab, "first": found[key], "second": tab}
            findings.append(finding("TEP-026", Place(key, tab), **facts))
        else:
            found[key] = tab
    entries = {sheet.key: sheet for sheet in entry_sheets(layout)}
    findings += _missing([one for key, one in entries.items() if key not in found], strange)
    return {key: tab for key, tab in found.items() if key in entries}, tuple(findings)


def _spellings(layout: Layout) -> Mapping[str, str]:
    known = {fold(sheet.tab): sheet.key for sheet in reversed(layout.sheets)}
    for sheet in layout.sheets:
        for other in sheet.also:
            known.setdefault(fold(other), sheet.key)
    return known


def _missing(sheets: list[SheetLayout], strange: list[str]) -> Iterator[Finding]:
    missing = {sheet.tab: sheet for sheet in sheets}
    for tab in strange:
        if meant := missing.pop(nearest(tab, missing) or "", None):
            yield finding("TEP-025", Place(meant.key, tab), found=tab, tab=meant.tab)
    for sheet in missing.values():
        if not sheet.optional:
            yield finding("TEP-024", Place(sheet.key, sheet.tab), tab=sheet.tab)
