"""What the computed columns hold when the workbook is built: Protected View shows these, it does not calculate.

Each formula must find the same.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.core.duties import hearing_day
from dvk_office.core.exemplar_levels import LEVELS
from dvk_office.core.steps import hearing_of
from dvk_office.workbook import build_values_models as models
from dvk_office.workbook import build_values_rows as rows
from dvk_office.workbook.build_cells import NAME
from dvk_office.workbook.build_computed import COUNTS, HELD, TEXTS, UNREAD
from dvk_office.workbook.build_conditions import TARGET_TABLES
from dvk_office.workbook.build_days import DAYS
from dvk_office.workbook.build_tally import Tally, serial
from dvk_office.workbook.build_values_models import Prepared, Value

_BLANK: Mapping[tuple[str, str], Value] = MappingProxyType({("models", "body"): -1})


def blank_value(sheet_key: str, key: str) -> Value:
    """What the formula of a column gives in a row where nothing is typed."""
    at = (sheet_key, key)
    return _BLANK.get(at, "" if at in TEXTS or key.endswith(NAME) else 0)


def computed_values(tally: Tally, sheet_key: str, key: str) -> Mapping[int, Value]:
    """The values of one computed column by the numbers of the rows that hold anything."""
    of = VALUES[sheet_key, key](tally)
    return {record.row: of(record) for record in tally.book[sheet_key]}


VALUES: Mapping[tuple[str, str], Prepared] = MappingProxyType(
    {
        ("organisations", "covered"): rows.covered,
        ("organisations", "covered_firmly"): rows.covered_firmly,
        ("organisations", "silent"): rows.owed("organisations"),
        ("registrants", "body"): rows.managing,
        ("models", "why_not"): models.why_not,
        **{("models", f"{COUNTS}{one}"): models.counts(one) for one in TARGET_TABLES},
        ("models", "step"): models.step,
        ("models", "origin_number"): models.number("origin", "origin"),
        ("models", "body"): models.body,
        ("models", "twin"): models.twin,
        ("models", "hearing"): lambda tally: lambda one: tally.place(hearing_of(tally.book, one)),
        ("models", "asked"): models.asked,
        ("models", "owes"): models.owes,
        ("models", "waits"): models.waits,
        ("progress", "day"): rows.past_serial("as_of"),
        ("inspections", "done"): lambda tally: (
            lambda one: one.text("model") if tally.past(one.day("date")) else ""
        ),
        ("hearings", "day"): lambda tally: lambda one: serial(hearing_day(tally.book, one)),
        ("hearings", "stage"): rows.stage,
        ("hearings", "report_due"): rows.report_due,
        ("hearings", "undecided"): rows.owed("hearings"),
        **{("exemplars", f"{COUNTS}{one}"): rows.first_held(one) for one in LEVELS},
        **{("exemplars", f"{HELD}{one}"): rows.held(one) for one in LEVELS},
        ("exemplars", "stage"): rows.nominee_step,
        ("exemplars", "to_send"): lambda tally: (
            lambda one: int(one.yes("chosen") and not tally.past(one.day("submission_date")))
        ),
        ("exemplars", "to_commend"): lambda tally: (
            lambda one: int(one.yes("commend") and not tally.past(one.day("commendation_date")))
        ),
        ("register", "sent"): rows.sent,
        ("inspections", "day"): rows.past_serial("date"),
        ("meetings", "day"): lambda _tally: lambda one: serial(one.day("date")),
        **{(sheet_key, UNREAD): rows.unread(sheet_key) for sheet_key, _ in DAYS},
    }
)
