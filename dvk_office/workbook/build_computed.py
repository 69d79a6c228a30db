"""The formulas of the computed columns: names beside codes, which rows count, at which step a model stands.

A formula that meets an error value in a cell gives what it gives for nothing, so that the totals go on counting.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.core.exemplar_levels import LEVELS
from dvk_office.rules.layout import Column, Layout, SheetLayout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build_cells import NAME, name_key
from dvk_office.workbook.build_conditions import (
    REASONS,
    TARGET_TABLES,
    counts_template,
    held_template,
    why_not_template,
    year_reasons,
)
from dvk_office.workbook.build_days import DAYS, NUMBERS
from dvk_office.workbook.build_formulas import formula, nested, this, whole

COUNTS, HELD, UNREAD, STEPS_LIST, BODIES = (
    "counts_",
    "held_",
    "unread",
    "dvk_steps",
    "organisations_with_model",
)
_ASKED = "OR({known registered_on},AND({origin_number}<>{origin:discovered},{blank dropped_on}))"
_OF_ASKED = "{models.asked},1)"
_MANAGING = f"COUNTIFS({{models.body}},{{pos}},{_OF_ASKED}"
_NAMED = f"COUNTIFS({{models.registrant_name}},{{name}},{_OF_ASKED}"
_OF_UNIT = (
    "SUMPRODUCT(({registrants.unit}={name})"
    f"*(COUNTIFS({{models.registrant}},{{registrants.code}},{_OF_ASKED}>0))"
)
_SILENT = (
    f"IF({_MANAGING}+{_NAMED}>0,0,IF(COUNTIF({{registrants.unit}},{{name}})=0,1,"
    f"IF({_OF_UNIT}>0,0,1)))"
)
_MEETING_DAY = "INDEX({meetings.day},MATCH(TRIM({meeting}),{meetings.code},0))"
_SAT = "AND({day}>0,{day}<=dvk_today)"
_OF_DISCOVERED = (
    "INDEX({models.origin_number},MATCH(TRIM({model}),{models.code},0))={origin:discovered}"
)
_PASSED = "{number conclusion}={conclusion:pass}"
_RECOGNISED = f"IF({{past decision_date}},IF({_PASSED},TRUE,IFERROR({_OF_DISCOVERED},FALSE)),FALSE)"
_STAGE = "IF({hearing}>0,INDEX({hearings.stage},{hearing}),0)"
_RESULTS = 'COUNTIFS({progress.model},TRIM({code}),{progress.day},">0")>0'
_CARRIED_OUT = (
    "IF({known launch_date},{past launch_date},IF({waits}=1,FALSE,"
    f"IF({{known start_date}},{{past start_date}},IF({{blank code}},FALSE,{_RESULTS}))))"
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
            "IF({known plan_received_on},{past plan_received_on},{past plan_date})",
            "{step:planned}",
        ),
        ("{past registered_on}", "{step:registered}"),
    ],
    "{step:not_yet}",
)
_NO_HEARING = (
    '{model}&{meeting}&{date}&{report_received}&{conclusion}&{notice_date}&{decision_date}=""'
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
        ("organisations", "silent"): f"IF({{yes must_register}},{_SILENT},0)",
        ("registrants", "body"): (
            "IF({blank managing_organisation},0,"
            "MATCH(TRIM({managing_organisation}),{organisations.code},0))"
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
        ("models", "asked"): f"IF({_NO_ROW},0,IF({_ASKED},1,0))",
        ("models", "owes"): (
            f'IF({_NO_ROW},"",IF({{asked}}=1,'
            'IF(AND({past registered_on},{past plan_received_on}),0,1),""))'
        ),
        ("models", "waits"): (
            "IF(OR({origin_number}={origin:new},"
            "AND({origin_number}={origin:replicated},dvk_launch_replicated)),"
            "IF({past launch_date},0,1),0)"
        ),
        ("progress", "day"): "IF({past as_of},{day as_of},0)",
        ("inspections", "done"): 'IF({past date},TRIM({model}),"")',
        ("inspections", "day"): "IF({past date},{day date},0)",
        ("meetings", "day"): "IF({known date},{day date},0)",
        ("hearings", "day"): (
            f"IF({{known date}},{{day date}},IF({{blank meeting}},0,{_MEETING_DAY}))"
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
            f"IF({_NO_HEARING},0,IF(OR({_PASSED},{{known decision_date}}),"
            f"IF({{past decision_date}},0,1),IF({_SAT},0,1)))"
        ),
        ("exemplars", "stage"): (
            'IF({past city_date},TRIM({model})&"|2",IF({past submission_date},TRIM({model})&"|1",""))'
        ),
        ("exemplars", "to_send"): "IF({yes chosen},IF({past submission_date},0,1),0)",
        ("exemplars", "to_commend"): "IF({yes commend},IF({past commendation_date},0,1),0)",
        ("register", "sent"): (
            "IF({past sent_on},IF({number state}={paper_state:cancelled},0,"
            "IF(YEAR(IF({known cut_off},{day cut_off},{day sent_on}))>=dvk_year,{number kind},0)),0)"
        ),
    }
)
TEXTS = frozenset(
    {
        ("organisations", "covered"), ("models", "step"), ("inspections", "done"),
        ("hearings", "report_due"), ("exemplars", "stage"), *(("exemplars", f"{HELD}{one}") for one in LEVELS), ("models", "why_not"), ("models", "owes"),
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
        fallback = '""' if at in TEXTS else str(int(column.key == UNREAD))
    return formula(layout, plan, f"=IFERROR({template},{fallback})")


def _name(layout: Layout, plan: SheetLayout, column: Column) -> str:
    """The name that belongs to the code in the column before; empty where that refers to no sheet."""
    code = plan.by_key.get(column.key.removesuffix(NAME))
    if code is None or not code.refers:
        return ""
    shown = (name_key(code.refers), "code")
    names, codes = (whole(layout, code.refers, key) for key in shown)
    typed = this(plan, code.key)
    found = f'INDEX({names},MATCH(TRIM({typed}),{codes},0))&""'
    return f'=IF(TRIM({typed})="","",IFERROR({found},""))'


def _generated(layout: Layout, rules: Rules) -> Mapping[tuple[str, str], str]:
    """The columns whose conditions stand in the tables that Python counts by."""
    found = {("models", "why_not"): why_not_template(layout)}
    for sheet_key in {sheet_key for sheet_key, _ in DAYS}:
        found[sheet_key, UNREAD] = _unread(sheet_key)
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


def _unread(sheet_key: str) -> str:
    """How many days and numbers of a row cannot be read."""
    days = (
        f"NOT({{blank {key}}})*NOT({{known {key}}})" for sheet, key in DAYS if sheet == sheet_key
    )
    numbers = (
        f"NOT({{blank {key}}})*NOT(ISNUMBER({{amount {key}}}))"
        for sheet, key in NUMBERS
        if sheet == sheet_key
    )
    return "+".join((*days, *numbers))


def _report_due(rules: Rules) -> str:
    """The last day for the report to the appraisers, while it is not there; empty without a hearing (R-121)."""
    days = next((one.days_before for one in rules.deadlines if one.days_before), None)
    if days is None:
        return '""'
    last = f"IF(dvk_working_days,WORKDAY({{day}},-{days},dvk_holidays),{{day}}-{days})"
    return f'IF({{past report_received}},"",IF({{day}}=0,"",{last}))'
