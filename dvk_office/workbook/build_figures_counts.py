"""The figures of the dashboard that count: the targets, the models by field and by step, what keeps some from counting."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from dvk_office.core.exemplar_levels import LEVELS
from dvk_office.core.steps import DROPPED, step_label
from dvk_office.core.targets import WHOLE, TargetResult
from dvk_office.rules.messages import word
from dvk_office.workbook.build_computed import COUNTS
from dvk_office.workbook.build_conditions import year_reasons
from dvk_office.workbook.build_figures import Board, Rows
from dvk_office.workbook.build_formulas import STEP_ORDER, WORDS, text
from dvk_office.workbook.build_lists import UNREADABLE, known_words, reason_label

_BODIES = "{organisations.covered}"
SHOWN = 6  # lines of each list of what still blocks


def _of_models(measure: str) -> tuple[str, str, str]:
    column = f"{{models.{COUNTS}{measure}}}"
    return f"SUM({column})", f"SUMIFS({column},{{models.waits}},1)", ""


_LEVELS = ",".join(f"SUM({{exemplars.{COUNTS}{level}}})" for level in LEVELS)
# By measure: how many count, how many of these for the time being only, of how many a percentage is asked.
_ACTUAL: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "commune_models": _of_models("commune_models"),
        "commune_new_or_replicated": _of_models("commune_new_or_replicated"),
        "organisations_with_model": (
            f"SUM({_BODIES})",
            f"SUM({_BODIES})-SUM({{organisations.covered_firmly}})",
            f"COUNT({_BODIES})",
        ),
        "exemplars": (f"CHOOSE(dvk_level,{_LEVELS})", "0", ""),
    }
)


def said(template: str, **refs: str) -> str:
    """Words with {marks} as a formula that joins them to the cells `refs`."""
    parts = template.split("{")
    found = [text(parts[0])] if parts[0] else []
    for part in parts[1:]:
        name, _, rest = part.partition("}")
        found += [refs[name], *([text(rest)] if rest else [])]
    return "&".join(found)


def said_word(key: str, **refs: str) -> str:
    """A word of ours with its {marks} as such a formula."""
    return said(word(key, **{name: f"{{{name}}}" for name in refs}), **refs)


def targets(board: Board) -> Rows:
    """A line for each target: its name, reached, required, missing, what that means, what is to be known beside it."""
    return [_target(board, row, one) for row, one in enumerate(board.tally.targets)]


def _target(board: Board, row: int, result: TargetResult) -> tuple[Any, ...]:
    one = result.target
    actual, provisional, whole = _ACTUAL[one.measure]
    reached, required, missing = (board.at("targets", row, column) for column in (1, 2, 3))
    asked = str(one.at_least)
    if one.at_least is None:
        asked = f"INT(({whole}*{one.percent}+{WHOLE - 1})/{WHOLE})"
    nobody = f"{whole}=0" if whole else "FALSE"
    return (
        one.label,
        board.figure(actual, result.actual),
        board.figure(asked, result.required),
        board.figure(f"MAX({required}-{reached},0)", result.short),
        board.figure(_state(one.measure, nobody, reached, required, missing), state_of(result)),
        board.figure(*_beside(result, provisional)),
    )


def _state(measure: str, nobody: str, reached: str, required: str, missing: str) -> str:
    short = said_word(f"short_{measure}", number=missing)
    more = said_word("board_more", number=f"({reached}-{required})")
    met = f"IF({reached}>{required},{more},{text(word('board_met'))})"
    lacking = said_word("board_short", short=short)
    return f"IF({nobody},{text(word('board_nobody'))},IF({reached}>={required},{met},{lacking}))"


def state_of(result: TargetResult) -> str:
    """What a target's figure means, in a few words."""
    if result.count.whole == 0:
        return word("board_nobody")
    if not result.met:
        short = word(f"short_{result.target.measure}", number=result.short)
        return word("board_short", short=short)
    more = result.actual - result.required
    return word("board_more", number=more) if more else word("board_met")


def _beside(result: TargetResult, provisional: str) -> tuple[str, str]:
    """What is to be known beside a figure: the number at both levels, or what counts for the time being (R-023, T-13)."""
    count = result.count
    if count.levels:
        sums = {level: f"SUM({{exemplars.{COUNTS}{level}}})" for level in LEVELS}
        return said_word("board_levels", **sums), word("board_levels", **count.levels)
    number = len(count.provisional)
    shown = word("board_provisional", number=number) if number else ""
    return f'IF({provisional}>0,{said_word("board_provisional", number=provisional)},"")', shown


def fields(board: Board) -> Rows:
    """Each field with the number of its models that were not dropped, 0 where there is none (R-051)."""
    dropped = text("<>" + step_label(DROPPED))
    counted = Counter(one.text("field") for one in _live(board))
    rows: list[tuple[Any, ...]] = []
    for number, one in enumerate(board.tally.rules.fields, 1):
        words = words_of(board, "fields", number)
        template = f"SUMPRODUCT(COUNTIFS({{models.field}},{words},{{models.step}},{dropped}))"
        rows.append((one.label, board.figure(template, counted[one.key])))
    return rows


def _live(board: Board) -> list[Any]:
    steps = board.tally.steps
    return [one for one in board.tally.book["models"] if steps[one.row] != DROPPED]


def words_of(board: Board, name: str, number: int) -> str:
    """The cells with the accepted spellings of one choice."""
    numbers = [found for _, found in known_words(board.layout, name)]
    first, last = numbers.index(number) + 1, len(numbers) - numbers[::-1].index(number)
    return f"INDEX({WORDS}{name},{first}):INDEX({WORDS}{name},{last})"


def steps(board: Board) -> Rows:
    """Each step, and each state beside the steps, with the number of models that stand at it (R-079)."""
    counted = Counter(board.tally.steps.values())
    return [
        (
            step_label(step),
            board.figure(f"COUNTIF({{models.step}},{text(step_label(step))})", counted[step]),
        )
        for step in STEP_ORDER
    ]


def reasons(board: Board) -> Rows:
    """Why models do not count in the year, how many each, and a number that puts the most frequent first."""
    counted = Counter(one.reason for one in board.tally.basis.models)
    rows: list[tuple[Any, ...]] = []
    for row, reason in enumerate((*year_reasons(), UNREADABLE)):
        label = reason_label(reason, board.tally.rules)
        number, rank = counted[reason], (100 - row) / 1000
        cell = board.at("reasons", row, 1)
        count = board.figure(f"COUNTIF({{models.why_not}},{text(label)})", number)
        order = board.figure(f"IF({cell}>0,{cell}+{rank},0)", number + rank if number else 0)
        rows.append((label, count, order))
    return rows


def reasons_shown(board: Board) -> Rows:
    """The most frequent reasons with their numbers."""
    rows = reasons(board)
    ranked = sorted((row for row in rows if row[2].value), key=lambda row: -row[2].value)
    order, numbers, labels = (board.down("reasons", column, len(rows)) for column in (2, 1, 0))
    shown: list[tuple[Any, ...]] = []
    for place in range(1, SHOWN + 1):
        found = ranked[place - 1] if place <= len(ranked) else None
        at = f"MATCH(LARGE({order},{place}),{order},0)"
        given = f"LARGE({order},{place})>0"
        nothing = word("board_none") if place == 1 else ""
        label = board.figure(
            f"IF({given},INDEX({labels},{at}),{text(nothing)})", found[0] if found else nothing
        )
        count = board.figure(
            f'IF({given},INDEX({numbers},{at}),"")', found[1].value if found else ""
        )
        shown.append((label, count))
    return shown


def uncovered(board: Board) -> Rows:
    """The first direct Party organisations without a model: the place of each in its table, and its name."""
    result = next(
        one for one in board.tally.targets if one.target.measure == "organisations_with_model"
    )
    bodies = result.count.uncovered[:SHOWN]
    none = f'IF(COUNT({_BODIES})=0,"",{text(word("board_none"))})'
    rows: list[tuple[Any, ...]] = []
    for row in range(SHOWN):
        body = bodies[row] if row < len(bodies) else None
        before = board.at("uncovered", row - 1) if row else "0"
        rest = f"INDEX({_BODIES},{before}+1):INDEX({_BODIES},ROWS({_BODIES}))"
        place = f"IFERROR({before}+MATCH(0,{rest},0),0)"
        if row:
            place = f"IF({before}=0,0,{place})"
        cell = board.at("uncovered", row)
        nothing, shown = '""', body.text("name") if body else ""
        if not row:
            nothing = none
            shown = shown or (word("board_none") if result.count.whole else "")
        name = f"IF({cell}=0,{nothing},INDEX({{organisations.name}},{cell}))"
        rows.append((board.figure(place, board.tally.place(body)), board.figure(name, shown)))
    return rows
