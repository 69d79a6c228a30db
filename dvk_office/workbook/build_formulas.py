"""Formulas written short, and what they stand for in the workbook: functions of Excel 2010, tables by their names.

In a template `{key}` is the cell of that column in the same row, `{sheet.key}` the whole column of a sheet, `{pos}` the
place of the row in its table, `{list:key}` the number of a choice in its list, `{step:key}` that of a step. A word before
a cell asks about it: `{yes key}`, `{no key}` for a tick, `{blank key}`, `{day key}` for its day, `{known key}` whether it
has one, `{past key}` whether that has come, `{amount key}` for its number, `{number key}` for the number of the choice
that was typed, by whatever accepted spelling.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.core.steps import DROPPED, FAILED, NOT_YET, STEPS
from dvk_office.rules.layout import Layout, SheetLayout
from dvk_office.workbook.build_days import DAY, LAST_DAY, NUMBER_OF

STEP_ORDER = (NOT_YET, *STEPS, DROPPED, FAILED)
TABLE, WORDS, NUMBER = "dvk_", "dvk_words_", "dvk_number_"
_MARK = re.compile(r"\{(?:(\w+) )?(?:(\w+)([.:]))?(\w+)\}")
_ESCAPED = re.compile(r"(['\[\]#])")
_ASKED: Mapping[str, str] = MappingProxyType(
    {
        "yes": "ISNUMBER(MATCH(TRIM(#),dvk_yes,0))",
        "no": "ISNUMBER(MATCH(TRIM(#),dvk_no,0))",
        "blank": 'TRIM(#)=""',
    }
)
_OF_DAYS: Mapping[str, str] = MappingProxyType(
    {"day": "#", "known": f"#<={LAST_DAY}", "past": "#<=dvk_today"}
)


def formula(layout: Layout, plan: SheetLayout, template: str) -> str:
    """`template` as a formula in a row of `plan`."""

    def mark(found: re.Match[str]) -> str:
        asked, head, sign, key = found.groups()
        if sign == ":":
            return str(choice_number(layout, head, key))
        if key == "pos" and not head:
            return f"ROW()-ROW({_table(plan)}[[#Headers],[{_header(plan, plan.columns[0].key)}]])"
        cell = whole(layout, head, key) if sign else this(plan, key)
        return _asked(plan, key, asked or "", cell)

    return _MARK.sub(mark, template)


def this(plan: SheetLayout, key: str) -> str:
    """The cell of the column `key` in the same row."""
    return f"{_table(plan)}[[#This Row],[{_header(plan, key)}]]"


def whole(layout: Layout, sheet_key: str, key: str) -> str:
    """The whole column `key` of a sheet, as far as its table reaches."""
    plan = layout.by_key[sheet_key]
    return f"{_table(plan)}[{_header(plan, key)}]"


def choice_number(layout: Layout, choices: str, key: str) -> int:
    """The number of a choice in its list, from 1 on; of a step from 0 on, which is none."""
    if choices == "step":
        return STEP_ORDER.index(key)
    return 1 + [one.key for one in layout.choices[choices]].index(key)


def text(value: str) -> str:
    """A text as it stands in a formula."""
    return '"' + value.replace('"', '""') + '"'


def nested(conditions: list[tuple[str, str]], last: str) -> str:
    """The result of the first condition that holds, `last` where none does."""
    found = last
    for condition, result in reversed(conditions):
        found = f"IF({condition},{result},{found})"
    return found


def _asked(plan: SheetLayout, key: str, asked: str, cell: str) -> str:
    name = f"{plan.key}_{key}"
    if asked in _OF_DAYS:
        return _OF_DAYS[asked].replace("#", f"{DAY}{name}")
    if asked == "amount":
        return f"{NUMBER_OF}{name}"
    if asked == "number":
        choices = plan.by_key[key].choices
        return f"IFERROR(INDEX({NUMBER}{choices},MATCH(TRIM({cell}),{WORDS}{choices},0)),0)"
    return _ASKED[asked].replace("#", cell) if asked else cell


def _table(plan: SheetLayout) -> str:
    return f"{TABLE}{plan.key}"


def _header(plan: SheetLayout, key: str) -> str:
    return _ESCAPED.sub(r"'\1", plan.by_key[key].header)
