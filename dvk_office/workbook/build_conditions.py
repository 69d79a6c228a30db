"""The conditions of the targets as formulas: in the order of the same tables that Python counts by, by their names.

`core.counting`, `core.targets` and `core.exemplar_levels` say which reasons there are, for which models, and in what
order; here stands only how a workbook asks whether one holds.
"""

from collections.abc import Mapping
from graphlib import TopologicalSorter
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from dvk_office.core.counting import BY_ORIGIN, OF_NO_ORIGIN
from dvk_office.core.counts import Table
from dvk_office.core.exemplar_levels import LEVELS
from dvk_office.core.targets import COMMUNE, COMMUNE_ANEW, PROFESSIONAL
from dvk_office.rules.layout import Layout
from dvk_office.workbook.build_formulas import choice_number, nested

REASONS = "dvk_reasons"
_BODY_IS_DIRECT = "ISNUMBER(MATCH(TRIM(INDEX({organisations.direct},{body})),dvk_yes,0))"
_MET_ON = "INDEX({meetings.day},MATCH(TRIM({meeting}),{meetings.code},0))"
_IN_FIGURES = "AND(ISNUMBER({amount figure}),ISNUMBER({amount previous_figure}))"
CONDITIONS: Mapping[str, str] = MappingProxyType(
    {
        "dropped": "AND(NOT({blank dropped_on}),OR({past dropped_on},NOT({known dropped_on})))",
        "subject_unknown": "{body}<0",
        "origin_unknown": "TRUE",
        "discovered_only": "{blank registered_on}",
        "unregistered": "NOT({known registered_on})",
        "registered_other_year": "YEAR({day registered_on})<>dvk_year",
        "registered_later": "NOT({past registered_on})",
        "unsuitable": "{no still_suitable}",
        "suitable_unknown": "NOT({yes still_suitable})",
        "ineffective": "{no effective}",
        "effective_unknown": "NOT({yes effective})",
        "figure_not_higher": f"IF({_IN_FIGURES},{{amount figure}}<={{amount previous_figure}},FALSE)",
        "goal_not_higher": f"AND(NOT({_IN_FIGURES}),{{no goal_higher_confirmed}})",
        "goal_unconfirmed": f"AND(NOT({_IN_FIGURES}),NOT({{yes goal_higher_confirmed}}))",
        "start_unknown": "NOT({known start_date})",
        "start_other_year": "IF({known start_date},YEAR({day start_date})<>dvk_year,FALSE)",
        "not_launched": "AND({waits}=1,dvk_today>dvk_until)",
        "commune_denied": "{no commune_task}",
        "commune_blank": "NOT({yes commune_task})",
        "not_anew": "AND({origin_number}<>{origin:new},{origin_number}<>{origin:replicated})",
        "professional_denied": "{no professional_task}",
        "professional_blank": "NOT({yes professional_task})",
        "one_tag": "IF(dvk_both_tags,FALSE,{yes commune_task})",
        "organisation_unknown": "{body}<=0",
        "not_direct": f"NOT({_BODY_IS_DIRECT})",
        "managed": "IF(dvk_managed_counts,FALSE,TRIM({registrant_name})<>TRIM(INDEX({organisations.name},{body})))",
        "nominee_unknown": "IF({blank registrant},TRUE,ISNA(MATCH(TRIM({registrant}),{registrants.code},0)))",
        "not_chosen": "{no chosen}",
        "choice_unknown": "NOT({yes chosen})",
        "meeting_later": f"IF({{blank meeting}},FALSE,IFERROR({_MET_ON}>dvk_today,FALSE))",
        "city_not_decided": "AND({blank city_number},NOT({known city_date}))",
        "city_later": "AND({known city_date},NOT({past city_date}))",
    }
)
_TABLES = (*BY_ORIGIN.values(), OF_NO_ORIGIN)
TARGET_TABLES: Mapping[str, Table[Any]] = MappingProxyType(
    {
        "commune_models": COMMUNE,
        "commune_new_or_replicated": COMMUNE_ANEW,
        "organisations_with_model": PROFESSIONAL,
    }
)


def year_reasons() -> tuple[str, ...]:
    """The reasons why a model may not count in the year, each once, in the order of their tables."""
    return tuple(dict.fromkeys(name for table in _TABLES for name, _ in table))


def why_not_template(layout: Layout) -> str:
    """The words of the first reason why a model does not count in the year; empty where it does (R-026 to R-034)."""
    numbers = {name: number for number, name in enumerate(year_reasons(), 1)}
    conditions = []
    for name in _merged():
        guard = _guard(layout, name)
        condition = f"IF({guard},{CONDITIONS[name]},FALSE)" if guard else CONDITIONS[name]
        conditions.append((condition, f"INDEX({REASONS},{numbers[name]})"))
    return nested(conditions, '""')


def _merged() -> tuple[str, ...]:
    """The conditions of all origins, each once, in an order that is that of every table."""
    before: dict[str, list[str]] = {name: [] for name in year_reasons()}
    for table in _TABLES:
        for (first, _), (then, _) in pairwise(table):
            before[then].append(first)
    return tuple(TopologicalSorter(before).static_order())


def _guard(layout: Layout, name: str) -> str:
    """Whether the condition is asked of a model of this origin; empty where it is asked of every one."""
    origins = [origin for origin, table in BY_ORIGIN.items() if name in dict(table)]
    unknown = name in dict(OF_NO_ORIGIN)
    if len(origins) == len(BY_ORIGIN):
        return "" if unknown else "{origin_number}>0"
    asked = [f"{{origin_number}}={choice_number(layout, 'origin', one)}" for one in origins]
    asked += ["{origin_number}=0"] if unknown else []
    return asked[0] if len(asked) == 1 else f"OR({','.join(asked)})"


def counts_template(table: Table[Any], result: str = "1") -> str:
    """`result` where a model counts in the year and by `table`, else 0; of two under one code the first (R-026)."""
    twins = 'SUMPRODUCT(({models.code}={code})*({models.why_not}="")*(ROW({models.code})<ROW()))'
    first = f"IF({{twin}}=0,{result},IF({twins}=0,{result},0))"
    outside = [('OR({why_not}<>"",{blank registrant})', "0")]
    return nested(outside + [(CONDITIONS[name], "0") for name, _ in table], first)


def held_template(level: str) -> str:
    """The code of the subject where a nominee counts at `level`, else empty."""
    return nested([(CONDITIONS[name], '""') for name, _ in LEVELS[level]], "TRIM({registrant})")
