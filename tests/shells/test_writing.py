"""Changes written into an open workbook: each in its place, new rows below the last one, nothing where that cannot be."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.edits import CellEdit, Edits, NewRow
from dvk_office.core.findings import DvkError
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.shells.writing import runs, write_edits
from tests.sheet_of_cells import CellSheet, Table

REGISTER = "register"
DAY = date(2026, 11, 12)


def sheet(layout: Layout, *rows: dict[str, object], keys: tuple[str, ...] = ()) -> CellSheet:
    """A sheet of the register with these rows; `keys` are its columns in another order."""
    plan = layout.by_key[REGISTER]
    order = keys or tuple(plan.by_key)
    head = [plan.by_key[key].header for key in order]
    lines = [[row.get(key) for key in order] for row in rows]
    return CellSheet.of([head, *lines], layout.header_row)


def written(layout: Layout, found: CellSheet, edits: Edits) -> CellSheet:
    def sheet_of(plan: SheetLayout) -> CellSheet:
        assert plan.key == REGISTER
        return found

    write_edits(sheet_of, edits, layout)
    return found


def column(layout: Layout, key: str) -> int:
    return 1 + tuple(layout.by_key[REGISTER].by_key).index(key)


@pytest.mark.parametrize(("ends_at", "then"), [(4, 6), (6, 6), (9, 9)])
def test_the_table_takes_in_the_new_rows_and_never_gets_shorter(
    layout: Layout, ends_at: int, then: int
) -> None:
    """One row stands in row 4, two are new; the office's own table further down stays as it is."""
    found = sheet(layout, {"kind": "Quyết định"})
    ours, other = Table(found.range((3, 1), (ends_at, 16))), Table(found.range((40, 2), (41, 3)))
    found.tables += [other, ours]
    written(layout, found, Edits(rows=(NewRow(REGISTER, {"number": "1"}),) * 2))
    assert (ours.range.first, ours.range.last) == ((3, 1), (then, 16))
    assert (other.range.first, other.range.last) == ((40, 2), (41, 3))


def test_a_cell_is_written_where_its_column_stands_now(layout: Layout) -> None:
    keys = ("date", "kind", "number")
    found = sheet(layout, {"kind": "Quyết định"}, keys=keys)
    row = layout.first_row
    edits = Edits(
        (CellEdit(REGISTER, row, "number", "41-QĐ/ĐU"), CellEdit(REGISTER, row, "date", DAY))
    )
    written(layout, found, edits)
    assert [found.cells[row, at] for at in (1, 2, 3)] == [DAY, "Quyết định", "41-QĐ/ĐU"]


def test_text_goes_into_cells_of_the_format_text(layout: Layout) -> None:
    found = sheet(layout, {"kind": "Quyết định"})
    at = (layout.first_row, column(layout, "number"))
    written(layout, found, Edits((CellEdit(REGISTER, at[0], "number", "0123"),)))
    assert found.formats == {(at, at): "@"}
    assert found.cells[at] == "0123"


def test_a_new_row_stands_below_the_last_that_has_anything_typed(layout: Layout) -> None:
    rows = ({"kind": "Quyết định"}, {"title": "chỉ có tên"}, {})
    found = sheet(layout, *rows)
    new = [NewRow(REGISTER, {"number": str(n), "date": DAY, "subject": None}) for n in (1, 2)]
    written(layout, found, Edits(rows=tuple(new)))
    numbers = {
        row: value for (row, at), value in found.cells.items() if at == column(layout, "number")
    }
    first = layout.first_row
    assert numbers == {layout.header_row: "Số, ký hiệu", first + 2: "1", first + 3: "2"}
    assert (first + 2, column(layout, "subject")) not in found.cells


def test_the_first_row_of_an_empty_sheet_stands_below_its_headers(layout: Layout) -> None:
    found = written(layout, sheet(layout), Edits(rows=(NewRow(REGISTER, {"number": "1"}),)))
    assert found.cells[layout.first_row, column(layout, "number")] == "1"


def test_what_formulas_fill_down_is_no_entry(layout: Layout) -> None:
    plan = layout.by_key["hearings"]
    computed = next(one.key for one in plan.columns if one.kind == "computed")
    order = tuple(plan.by_key)
    head = [plan.by_key[key].header for key in order]
    lines = [["MH01" if key == "model" else None for key in order]]
    lines += [["tên" if key == computed else None for key in order] for _ in range(5)]
    found = CellSheet.of([head, *lines], layout.header_row)
    edits = Edits(rows=(NewRow("hearings", {"model": "MH02"}),))
    write_edits(lambda _: found, edits, layout)
    assert found.cells[layout.first_row + 1, 1 + order.index("model")] == "MH02"


def test_nothing_is_written_where_a_column_is_gone(layout: Layout) -> None:
    found = sheet(layout, {"kind": "Quyết định"}, keys=("kind", "date"))
    row = layout.first_row
    edits = Edits((CellEdit(REGISTER, row, "date", DAY), CellEdit(REGISTER, row, "number", "1")))
    with pytest.raises(DvkError) as stopped:
        written(layout, found, edits)
    assert stopped.value.finding.code == "NUT-031"
    assert "«Số, ký hiệu»" in stopped.value.finding.message
    assert found.writes == 0


def test_rows_that_follow_each_other_are_written_in_one_call(layout: Layout) -> None:
    rows = range(layout.first_row, layout.first_row + 200)
    edits = Edits(tuple(CellEdit(REGISTER, row, "date", DAY) for row in rows))
    found = written(layout, sheet(layout, {"kind": "Quyết định"}), edits)
    assert found.writes == 1


@given(st.dictionaries(st.integers(1, 60), st.integers()))
def testruns_hold_every_value_in_its_row_and_nothing_else(values: dict[int, int]) -> None:
    found = {first + step: value for first, run in runs(values) for step, value in enumerate(run)}
    assert found == values


@given(st.sets(st.integers(1, 60)))
def test_tworuns_never_touch(rows: set[int]) -> None:
    ends = [(first, first + len(run)) for first, run in runs(dict.fromkeys(rows, 1))]
    assert all(end < first for (_, end), (first, _) in pairwise(ends))
