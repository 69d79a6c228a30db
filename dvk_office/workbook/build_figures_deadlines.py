"""The figures of the dashboard about time: each deadline with its day, what is still to be done for it, in order."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from dvk_office.core.deadlines import DeadlineResult
from dvk_office.rules.messages import word
from dvk_office.rules.year import Deadline
from dvk_office.workbook.build_figures import Board, Rows
from dvk_office.workbook.build_figures_counts import said_word
from dvk_office.workbook.build_formulas import choice_number, text
from dvk_office.workbook.build_tally import serial
from dvk_office.workbook.build_terms import setting_day

LAST, LIMIT, DONE, STATE, ORDER = 1, 2, 3, 4, 5  # columns of the block
_LATER, _DONE_LATER = (
    500_000,
    1_000_000,
)  # puts those without a day, and those done, behind all days
_DUES = "{hearings.report_due}"


def _ticked(column: str) -> str:
    return f"SUMPRODUCT(--ISNUMBER(MATCH(TRIM({column}),dvk_yes,0)))"


def _done_registrations(_board: Board, _one: Deadline) -> str:
    return "AND(SUM({models.owes})+SUM({organisations.silent})=0,COUNT({models.owes})>0)"


def _done_paper(board: Board, one: Deadline) -> str:
    number = choice_number(board.layout, "paper_kind", one.paper)
    return f"ISNUMBER(MATCH({number},{{register.sent}},0))"


def _done_nominations(_board: Board, _one: Deadline) -> str:
    chosen = _ticked("{exemplars.chosen}")
    return f"AND(SUM({{exemplars.to_send}})+SUM({{hearings.undecided}})=0,{chosen}>0)"


def _done_hearings(_board: Board, _one: Deadline) -> str:
    return f"AND(COUNT({_DUES})=0,SUM({{hearings.day}})>0)"


def _done_commendations(_board: Board, _one: Deadline) -> str:
    return f"AND(SUM({{exemplars.to_commend}})=0,{_ticked('{exemplars.commend}')}>0)"


_IS_DONE: Mapping[str, Callable[[Board, Deadline], str]] = MappingProxyType(
    {
        "registrations": _done_registrations,
        "paper": _done_paper,
        "nominations": _done_nominations,
        "hearings": _done_hearings,
        "commendations": _done_commendations,
    }
)


def _days(board: Board, one: Deadline) -> tuple[str, str]:
    """The last day in time and the day after which it is overdue; 0 where nothing says when."""
    if one.before:
        limit = serial(one.before)
        return f"{limit}-IF(dvk_strict_before,1,0)", str(limit)
    if one.days_before:
        day = f"IF(COUNT({_DUES})>0,MIN({_DUES}),0)"
    else:
        day = setting_day(board, one.setting)
    return day, day


def deadlines(board: Board) -> Rows:
    """A line for each deadline: its name, last day, limit, whether it is done, its state in words, its order."""
    results: dict[str, list[DeadlineResult]] = {one.key: [] for one in board.tally.rules.deadlines}
    for result in board.tally.deadlines:
        results[result.key].append(result)
    return [
        _deadline(board, row, one, results[one.key])
        for row, one in enumerate(board.tally.rules.deadlines)
    ]


def _deadline(
    board: Board, row: int, one: Deadline, results: Sequence[DeadlineResult]
) -> tuple[Any, ...]:
    (last, limit), (last_on, limit_on, done) = _days(board, one), _found(one, results)
    days = [board.at("deadlines", row, column) for column in (LAST, LIMIT, DONE)]
    order = f"IF({days[2]},{_DONE_LATER},0)+IF({days[0]}=0,{_LATER},{days[0]})+{row / 1000}"
    known = (_DONE_LATER if done else 0) + (last_on or _LATER) + row / 1000
    state = _state_of(board, last_on, limit_on, done=done)
    return (
        one.label,
        board.figure(last, last_on),
        board.figure(limit, limit_on),
        board.figure(_IS_DONE[one.measure](board, one), done),
        board.figure(_state(*days), state),
        board.figure(order, known),
    )


def _found(one: Deadline, results: Sequence[DeadlineResult]) -> tuple[int, int, bool]:
    """The days and whether all is done; of several hearings the first that waits for its report."""
    if not one.days_before:
        result = results[0]
        limit = serial(result.days.limit) if result.days else 0
        return serial(result.last_day), limit, result.done_on is not None
    waiting = [serial(found.last_day) for found in results if found.days and not found.done_on]
    last = min(waiting, default=0)
    return last, last, not waiting and any(found.hearing_date for found in results)


def _state(last: str, limit: str, done: str) -> str:
    """How many days are left, in words."""
    left = said_word("board_days_left", number=f"({last}-dvk_today)")
    late = said_word("board_days_late", number=f"(dvk_today-{last})")
    steps = (
        (done, text(word("board_done"))),
        (f"{last}=0", text(word("board_no_day"))),
        (f"dvk_today<{last}", left),
        (f"dvk_today<={limit}", text(word("board_due"))),
    )
    found = late
    for condition, shown in reversed(steps):
        found = f"IF({condition},{shown},{found})"
    return found


def _state_of(board: Board, last: int, limit: int, *, done: bool) -> str:
    today = serial(board.tally.today)
    if done:
        return word("board_done")
    if not last:
        return word("board_no_day")
    if today < last:
        return word("board_days_left", number=last - today)
    return word("board_due") if today <= limit else word("board_days_late", number=today - last)


def deadlines_shown(board: Board) -> Rows:
    """The deadlines in the order of their days, those done last: name, last day, state."""
    rows = deadlines(board)
    ranked = sorted(rows, key=lambda row: row[ORDER].value)
    order = board.down("deadlines", ORDER, len(rows))
    columns = [board.down("deadlines", column, len(rows)) for column in (0, LAST, STATE)]
    shown: list[tuple[Any, ...]] = []
    for place, found in enumerate(ranked, 1):
        at = f"MATCH(SMALL({order},{place}),{order},0)"
        name, day, state = (f"INDEX({column},{at})" for column in columns)
        last = found[LAST].value
        shown.append(
            (
                board.figure(name, found[0]),
                board.figure(f'IF({day}=0,"",{day})', last or ""),
                board.figure(state, found[STATE].value),
            )
        )
    return shown
