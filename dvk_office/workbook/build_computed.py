"""The formulas of the computed columns: names beside codes, which rows count, at which step a model stands.

A formula that meets an error value in a cell gives what it gives for nothing, so that the totals go on counting.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.core.exemplar_levels import LEVELS
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import NAME
from dvk_office.workbook.build_conditions import (
    REASONS,
    TARGET_TABLES,
    counts_template,
    held_template,
    why_not_template,
    year_reasons,
)
from dvk_office.workbook.build_formulas import formula, nested, this, whole

COUNTS, HELD, STEPS_LIST, BODIES = "counts_", "held_", "dvk_steps", "organisations_with_model"
_ASKED = (
    "OR(ISNUMBER({registered_on}),AND({origin_number}<>{origin:discovered},{blank dropped_on}))"
)
_ASKED_ONE = "{registrants.asked},1)"
_SPEAKING = (
    f"COUNTIFS({{registrants.body}},{{pos}},{_ASKED_ONE}"
    f"+COUNTIFS({{registrants.name}},{{name}},{_ASKED_ONE}"
    f"+COUNTIFS({{registrants.unit}},{{name}},{_ASKED_ONE}"
)
_MEETING_DAY = "INDEX({meetings.date},MATCH(TRIM({meeting}),{meetings.code},0))"
_SAT = "AND({day}>0,{day}<=dvk_today)"
_OF_DISCOVERED = (
    "INDEX({models.origin_number},MATCH(TRIM({model}),{models.code},0))={origin:discovered}"
)
_PASSED = "{number conclusion}={conclusion:pass}"
_RECOGNISED = f"IF({{past decision_date}},IF({_PASSED},TRUE,IFERROR({_OF_DISCOVERED},FALSE)),FALSE)"
_STAGE = "IF({hearing}>0,INDEX({hearings.stage},{hearing}),0)"
_RESULTS = 'COUNTIFS({progress.model},TRIM({code}),{progress.day},">0")>0'
_CARRIED_OUT = (
    "IF(ISNUMBER({launch_date}),{past launch_date},IF({waits}=1,FALSE,"
    f"IF(ISNUMBER({{start_date}}),{{past start_date}},IF({{blank code}},FALSE,{_RESULTS}))))"
)


def _found(value: str, column: str) -> str:
    """Whether the model's code, with `value` after it, stands in `column`."""
    return f"IF({{blank code}},FALSE,ISNUMBER(MATCH(TRIM({{code}}){value},{column},0)))"


_STEP = nested(
    [
        ("{past dropped_on}", "{step:dropped}"),
        (f"{_STAGE}<0", "{step:failed}"),
        (_found('&"|2"', "{exemplars.stage}"), "{step:city_recognised}"),
        (_found('&"|1"', "{exemplars.stage}"), "{step:nominated}"),
        (f"{_STAGE}>0", _STAGE),
        (_found("", "{inspections.done}"), "{step:inspected}"),
        (_CARRIED_OUT, "{step:carried_out}"),
        (
            "IF(ISNUMBER({plan_received_on}),{past plan_received_on},{past plan_date})",
            "{step:planned}",
        ),
        ("{past registered_on}", "{step:registered}"),
    ],
    "{step:not_yet}",
)
_NO_ROW = '{code}&{name}&{registrant}=""'
_TEMPLATES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("organisations", "covered"): (
            'IF({yes direct},IF(ISNUMBER(MATCH({pos},{models.counts_organisations_with_model},0)),1,0),"")'
        ),
        ("organisations", "covered_firmly"): (
            "IF({covered}=1,"
            "IF(COUNTIFS({models.counts_organisations_with_model},{pos},{models.waits},0)>0,1,0),0)"
        ),
        ("organisations", "silent"): f"IF({{yes must_register}},IF({_SPEAKING}=0,1,0),0)",
        ("registrants", "body"): (
            "IF({blank managing_organisation},0,"
            "MATCH(TRIM({managing_organisation}),{organisations.code},0))"
        ),
        ("registrants", "asked"): (
            "IF({blank code},0,IF(ISNUMBER(MATCH(TRIM({code}),{models.asked},0)),1,0))"
        ),
        ("models", "step"): f'IF({_NO_ROW},"",INDEX({STEPS_LIST},1+{_STEP}))',
        ("models", "origin_number"): "{number origin}",
        ("models", "body"): (
            "IF({blank registrant},-1,IFERROR("
            "INDEX({registrants.body},MATCH(TRIM({registrant}),{registrants.code},0)),-1))"
        ),
        ("models", "twin"): (
            "IF({blank code},0,IF(MATCH(TRIM({code}),{models.code},0)<{pos},"
            "MATCH(TRIM({code}),{models.code},0),0))"
        ),
        ("models", "hearing"): "IF({blank code},0,MATCH(TRIM({code}),{hearings.model},0))",
        ("models", "asked"): f'IF({_ASKED},TRIM({{registrant}}),"")',
        ("models", "owes"): (
            f"IF({_NO_ROW},0,IF({_ASKED},"
            "IF(AND({past registered_on},{past plan_received_on}),0,1),0))"
        ),
        ("models", "waits"): (
            "IF(OR({origin_number}={origin:new},"
            "AND({origin_number}={origin:replicated},dvk_launch_replicated)),"
            "IF({past launch_date},0,1),0)"
        ),
        ("progress", "day"): "IF({past as_of},INT({as_of}),0)",
        ("inspections", "done"): 'IF({past date},TRIM({model}),"")',
        ("hearings", "day"): (
            f"IF(ISNUMBER({{date}}),INT({{date}}),IF({{blank meeting}},0,"
            f"IF(ISNUMBER({_MEETING_DAY}),INT({_MEETING_DAY}),0)))"
        ),
        ("hearings", "stage"): nested(
            [
                (f"AND({_SAT},{{number conclusion}}={{conclusion:fail}})", "-1"),
                (_RECOGNISED, "{step:recognised}"),
                ("{past notice_date}", "{step:notified}"),
                (_SAT, "{step:appraised}"),
                ("{past report_received}", "{step:reported}"),
            ],
            "0",
        ),
        ("hearings", "undecided"): (
            f"IF({{blank model}},0,IF(OR({_PASSED},ISNUMBER({{decision_date}})),"
            f"IF({{past decision_date}},0,1),IF({_SAT},0,1)))"
        ),
        ("exemplars", "stage"): (
            'IF({past city_date},TRIM({model})&"|2",IF({past submission_date},TRIM({model})&"|1",""))'
        ),
        ("exemplars", "to_send"): "IF({yes chosen},IF({past submission_date},0,1),0)",
        ("exemplars", "to_commend"): "IF({yes commend},IF({past commendation_date},0,1),0)",
        ("register", "sent"): (
            "IF({past sent_on},IF({number state}={paper_state:cancelled},0,"
            "IF(YEAR(IF(ISNUMBER({cut_off}),{cut_off},{sent_on}))>=dvk_year,{number kind},0)),0)"
        ),
    }
)
TEXTS = frozenset(
    {
        ("organisations", "covered"), ("models", "step"), ("models", "asked"), ("inspections", "done"),
        ("hearings", "report_due"), ("exemplars", "stage"), *(("exemplars", f"{HELD}{one}") for one in LEVELS), ("models", "why_not"),
    }
)  # fmt: skip


def computed_formula(layout: Layout, rules: Rules, plan: SheetLayout, column: Column) -> str:
    """The formula of a computed column of `plan`; empty for a column that people type, or that needs none."""
    if column.kind != "computed":
        return ""
    if column.key.endswith(NAME):
        return _name(layout, plan, column)
    at = (plan.key, column.key)
    template = {**_TEMPLATES, **_generated(layout, rules)}.get(at, "")
    if not template:
        return ""
    if at == ("models", "why_not"):
        fallback = f"INDEX({REASONS},{len(year_reasons()) + 1})"
        template = f'IF({_NO_ROW},"",{template})'
    else:
        fallback = '""' if at in TEXTS else "0"
    return formula(layout, plan, f"=IFERROR({template},{fallback})")


def _name(layout: Layout, plan: SheetLayout, column: Column) -> str:
    """The name that belongs to the code in the column before; empty where that refers to no sheet."""
    code = plan.by_key.get(column.key.removesuffix(NAME))
    if code is None or not code.refers:
        return ""
    names, codes = (whole(layout, code.refers, key) for key in ("name", "code"))
    typed = this(plan, code.key)
    found = f'INDEX({names},MATCH(TRIM({typed}),{codes},0))&""'
    return f'=IF(TRIM({typed})="","",IFERROR({found},""))'


def _generated(layout: Layout, rules: Rules) -> Mapping[tuple[str, str], str]:
    """The columns whose conditions stand in the tables that Python counts by."""
    found = {("models", "why_not"): why_not_template(layout)}
    for measure, table in TARGET_TABLES.items():
        result = "{body}" if measure == BODIES else "1"
        found["models", f"{COUNTS}{measure}"] = counts_template(table, result)
    for level in LEVELS:
        held = f"{HELD}{level}"
        found["exemplars", held] = held_template(level)
        found["exemplars", f"{COUNTS}{level}"] = (
            f'IF({{{held}}}="",0,IF(MATCH({{{held}}},{{exemplars.{held}}},0)={{pos}},1,0))'
        )
    found["hearings", "report_due"] = _report_due(rules)
    return found


def _report_due(rules: Rules) -> str:
    """The last day for the report to the appraisers, while it is not there; empty without a hearing (R-121)."""
    days = next((one.days_before for one in rules.deadlines if one.days_before), None)
    if days is None:
        return '""'
    last = f"IF(dvk_working_days,WORKDAY({{day}},-{days},dvk_holidays),{{day}}-{days})"
    return f'IF({{past report_received}},"",IF({{day}}=0,"",{last}))'
