"""How much there is to do of each kind of work that the dashboard may propose: as a formula, and as the program counts."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dvk_office.core.findings import ERROR
from dvk_office.core.steps import DROPPED, step_label
from dvk_office.rules.year import Deadline, Rules
from dvk_office.workbook.build_computed_values import computed_values
from dvk_office.workbook.build_figures import Board
from dvk_office.workbook.build_figures_counts import words_of
from dvk_office.workbook.build_figures_deadlines import DONE, deadlines
from dvk_office.workbook.build_formulas import choice_number, text
from dvk_office.workbook.build_lists import reason_label
from dvk_office.workbook.build_results import MOST_ROWS
from dvk_office.workbook.build_terms import typed
from dvk_office.workbook.results import LOOK

Counted = Callable[[Board], tuple[str, int]]


def errors(board: Board) -> tuple[str, int]:
    """The errors of the last check, by the look of their lines; none before it."""
    plan, first = board.layout.by_key["findings"], board.layout.first_row
    tab, look = plan.tab.replace("'", "''"), plan.letters[LOOK]
    return f"COUNTIF('{tab}'!${look}${first}:${look}${first + MOST_ROWS},{text(ERROR)})", 0


def _sum(sheet_key: str, key: str) -> Counted:
    def counted(board: Board) -> tuple[str, int]:
        values = board.values(sheet_key, key)
        return f"SUM({{{sheet_key}.{key}}})", sum(int(value or 0) for value in values)

    return counted


def _reasons(*names: str) -> Counted:
    def counted(board: Board) -> tuple[str, int]:
        labels = [text(reason_label(name, board.tally.rules)) for name in names]
        found = [one for one in board.tally.basis.models if one.reason in names]
        return "+".join(f"COUNTIF({{models.why_not}},{one})" for one in labels), len(found)

    return counted


def _settings(board: Board) -> tuple[str, int]:
    """The settings that must be typed, having no default, and are not."""
    asked = [one for one in board.layout.settings if one.required and not one.default]
    blank = "+".join(f'IF(TRIM({typed(one.key)})="",1,0)' for one in asked)
    given = board.tally.book.settings.typed
    return blank, sum(one.key not in given for one in asked)


def _pending(board: Board) -> tuple[str, int]:
    number = choice_number(board.layout, "paper_state", "pending")
    words = words_of(board, "paper_state", number)
    rows = board.tally.book["register"]
    pending = sum(one.text("state") == "pending" for one in rows)
    return f"SUMPRODUCT(COUNTIF({{register.state}},{words}))", pending


def _no_body(board: Board) -> tuple[str, int]:
    direct = any(one.yes("direct") for one in board.tally.book["organisations"])
    return "IF(COUNT({organisations.covered})=0,1,0)", int(not direct)


def _no_model(board: Board) -> tuple[str, int]:
    named = any(one.text("name") for one in board.tally.book["models"])
    return "IF(SUMPRODUCT(--(LEN({models.name})>0))=0,1,0)", int(not named)


def _uncovered(board: Board) -> tuple[str, int]:
    values = board.values("organisations", "covered")
    column = "{organisations.covered}"
    return f"COUNT({column})-SUM({column})", sum(value == 0 for value in values)


def _short(measure: str) -> Counted:
    def counted(board: Board) -> tuple[str, int]:
        for row, result in enumerate(board.tally.targets):
            if result.target.measure == measure:
                return board.at("targets", row, 3), result.short
        return "0", 0

    return counted


def _paper(kind: str) -> Counted:
    def counted(board: Board) -> tuple[str, int]:
        row = deadline_row(board.tally.rules, kind)
        if row is None:
            return "0", 0
        done = deadlines(board)[row][DONE].value
        return f"IF({board.at('deadlines', row, DONE)},0,1)", int(not done)

    return counted


def _reports(board: Board) -> tuple[str, int]:
    values = board.values("hearings", "report_due")
    return "COUNT({hearings.report_due})", sum(value != "" for value in values)


def _waits(board: Board) -> tuple[str, int]:
    waiting, steps = computed_values(board.tally, "models", "waits"), board.tally.steps
    live = text("<>" + step_label(DROPPED))
    number = sum(1 for row, waits in waiting.items() if waits and steps[row] != DROPPED)
    return f"COUNTIFS({{models.waits}},1,{{models.step}},{live})", number


COUNTS: Mapping[str, Counted] = MappingProxyType(
    {
        "settings": _settings,
        "errors": errors,
        "pending": _pending,
        "no_body": _no_body,
        "no_model": _no_model,
        "owes": _sum("models", "owes"),
        "silent": _sum("organisations", "silent"),
        "unreviewed": _reasons("suitable_unknown", "effective_unknown"),
        "unconfirmed": _reasons("goal_unconfirmed"),
        "uncovered": _uncovered,
        "short_commune_models": _short("commune_models"),
        "registration_report": _paper("registration_report"),
        "half_year_report": _paper("half_year_report"),
        "reports": _reports,
        "undecided": _sum("hearings", "undecided"),
        "short_exemplars": _short("exemplars"),
        "to_send": _sum("exemplars", "to_send"),
        "annual_report": _paper("annual_report"),
        "to_commend": _sum("exemplars", "to_commend"),
        "waits": _waits,
    }
)


def deadline_row(rules: Rules, name: str) -> int | None:
    """The row of the first deadline with this measure or for this paper."""

    def is_it(one: Deadline) -> bool:
        return name in (one.measure, one.paper)

    return next((row for row, one in enumerate(rules.deadlines) if is_it(one)), None)
