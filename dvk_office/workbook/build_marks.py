"""How an entry sheet knows what was found in it: rules that look up each cell in the list of findings.

A cell is named by its sheet, the identity of its row and the header of its column (each is there once: Excel's tables
hold that), so sorting or inserting rows never marks another one; only where an identity is empty or double the number of
the row is added. Nobody's own colours are touched, and clearing the list clears the marks. `workbook.marks` makes the
same names when findings are shown. One rule serves a whole sheet: with one a column, LibreOffice saves twice as long.
"""

from collections.abc import Iterator
from typing import Any

from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.build_formats import Formats
from dvk_office.workbook.build_validation import ROWS
from dvk_office.workbook.headings import COMPUTED
from dvk_office.workbook.results import BETWEEN, DIGEST, LOOK, MARK, ROW_SIGN

MARKS, LOOKS, LAST = "dvk_marks", "dvk_mark_looks", "dvk_mark_last"
SEVERITIES = ("error", "warning", "note")
LONGEST = (
    250  # letters of a cell that its digest sees one by one; of longer ones the length as well
)
_MODULUS = 2**31 - 1
_COUNTED_ROW = 1000  # an empty row of the hidden sheet, whose column numbers are counted


def define_marks(workbook: Any, layout: Layout) -> None:
    """Names the list of marks and the look of each, as far as the list is filled; a hidden cell says how far."""
    plan = layout.by_key["findings"]
    tab, last = _quoted(plan.tab), f"{_quoted(plan.tab)}!${plan.letters[MARK]}$1"
    workbook.define_name(LAST, f"={last}")
    for name, key in ((MARKS, MARK), (LOOKS, LOOK)):
        column = f"{tab}!${plan.letters[key]}"
        filled = f"INDEX({column}:${plan.letters[key]},MAX({layout.first_row},{last}))"
        workbook.define_name(name, f"={column}${layout.first_row}:{filled}")


def mark_cells(sheet: Any, look: Formats, layout: Layout, plan: SheetLayout) -> None:
    """The rules of one entry sheet: a cell that is not in the list is left alone, the others by their worst finding.

    The first rule ends the matter for nearly every cell, and at once where the list is empty.
    """
    first = layout.first_row
    identity = "".join(
        f'&"{BETWEEN}"&IFERROR(${plan.letters[key]}{first},"")' for key in plan.identity
    )
    row, column = f'"{plan.key}"{identity}', f'&"{BETWEEN}"&A${layout.header_row}'
    numbered = f'{row}&"{BETWEEN}{ROW_SIGN}"&ROW(){column}'
    found = f"({MARKS}={row}{column})+({MARKS}={numbered})"
    rules = {"none": f"=IF({LAST}=0,TRUE,SUMPRODUCT({found})=0)"} | {
        severity: f'=SUMPRODUCT(({found})*({LOOKS}="{severity}"))>0' for severity in SEVERITIES
    }
    area = f"A{first}:{plan.letters[plan.columns[-1].key]}{first + ROWS}"
    for name, criteria in rules.items():
        rule = {"type": "formula", "stop_if_true": True, "criteria": criteria}
        sheet.conditional_format(area, {**rule, "format": look[f"mark_{name}"]})


def write_digest(workbook: Any, sheet: Any, layout: Layout) -> None:
    """A number that changes with every entry, counted column by column in the hidden `sheet` (Excel 2010).

    Each formula reads its own column only, so typing costs the digest of one column: how many rows are filled, the
    longest text, then every letter weighed by its place.
    """
    columns = tuple(_columns(layout))
    for row, area in enumerate(columns, 1):
        for at, formula in enumerate(_formulas(area, layout.first_row, row + 1)):
            sheet.write_formula(row, at, formula, None, 0)
    numbers = f"C2:C{len(columns) + 1}"
    sheet.write_formula("C1", f"=SUMPRODUCT({numbers}*ROW({numbers}))", None, 0)
    tab = _quoted(layout.by_key["log"].tab)
    workbook.define_name(DIGEST, f"={tab}!$C$1")


def _columns(layout: Layout) -> Iterator[str]:
    """Every column that people type into, from its first row as far as help reaches."""
    first = layout.first_row
    for plan in layout.sheets:
        for column in plan.columns if plan.role == "entry" else ():
            if column.kind != COMPUTED:
                letter = plan.letters[column.key]
                yield f"{_quoted(plan.tab)}!${letter}${first}:${letter}${first + ROWS}"


def _formulas(area: str, first: int, row: int) -> Iterator[str]:
    """No formula needs Ctrl+Shift+Enter: LibreOffice would count such ones anew each time it opens the workbook."""
    filled = f'IFERROR(LOOKUP(2,1/({area}<>""),ROW({area}))-{first - 1},1)'
    cells = f"{area.partition(':')[0]}:INDEX({area},$A{row})"
    numbers = f"$A${_COUNTED_ROW}:$IP${_COUNTED_ROW}"
    places = f"COLUMN($A${_COUNTED_ROW}:INDEX({numbers},$B{row}))"
    letters = f'MID({cells}&REPT(" ",$B{row}),{places},1)'  # never empty: an error counts slowly
    yield f"={filled}"
    yield f"=IFERROR(MIN({LONGEST},MAX(1,SUMPRODUCT(MAX(LEN({cells}))))),1)"
    weighed = (
        f"MOD(SUMPRODUCT({code}({letters})*{places}*ROW({cells}))"
        f"+SUMPRODUCT(LEN({cells})*ROW({cells})),{_MODULUS})"
        for code in ("_xlfn.UNICODE", "CODE")  # Excel 2010 has no UNICODE
    )
    yield f"=IFERROR({next(weighed)},IFERROR({next(weighed)},COUNTA({area})))"


def _quoted(tab: str) -> str:
    return f"'{tab.replace(chr(39), chr(39) * 2)}'"
