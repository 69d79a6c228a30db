"""The terms of counting as named cells: the day, the year, the choices in the settings, the days off."""

from collections.abc import Iterator
from typing import Any

from dvk_office.core.calendar import typed_days
from dvk_office.core.exemplar_levels import LEVELS
from dvk_office.core.records import Value
from dvk_office.core.values import Problem, read_value
from dvk_office.workbook.build_days import NEVER, day_or_none
from dvk_office.workbook.build_figures import Board, Rows
from dvk_office.workbook.build_formulas import NUMBER, WORDS, choice_number, text
from dvk_office.workbook.build_tally import serial

OWN_DAYS_OFF = 12  # as many as the formulas read from the settings
_PART = 60  # characters, more than a typed day takes
Term = tuple[str, str, Any]


def typed(key: str) -> str:
    """The template of what is typed for a setting."""
    return f"INDEX({{settings.value}},MATCH({text(key)},{{settings.key}},0))"


def terms(board: Board) -> Rows:
    """Each term with its name; the cell has the name `dvk_` and that."""
    return [(name, board.figure(template, value)) for name, template, value in _terms(board)]


def setting_days(board: Board) -> Rows:
    """The days typed in the settings that something depends on, 0 for none."""
    given = board.tally.book.settings
    return [
        (key, board.figure(day_or_none(typed(key)), serial(given.day(key)) * (key in given.typed)))
        for key in _day_settings(board)
    ]


def setting_day(board: Board, key: str) -> str:
    """The cell with the day that is typed for a setting."""
    return board.at("setting_days", _day_settings(board).index(key), 1)


def _day_settings(board: Board) -> list[str]:
    of_deadlines = (one.setting for one in board.tally.rules.deadlines if one.setting)
    return list(dict.fromkeys(("sample_day", "provisional_until", *of_deadlines)))


def _terms(board: Board) -> Iterator[Term]:
    tally, sample = board.tally, setting_day(board, "sample_day")
    yield "today", f"IF({sample}>0,{sample},TODAY())", tally.today
    yield "year", str(tally.rules.year), tally.rules.year
    until = setting_day(board, "provisional_until")
    usual = f'IF(TRIM({typed("provisional_until")})="",{serial(_default_day(board))},{NEVER})'
    yield "until", f"IF({until}>0,{until},{usual})", board.until
    for key in ("launch_replicated", "both_tags", "managed_counts", "strict_before"):
        yield key, _tick(board, key), tally.book.settings.yes(key)
    yield "level", _choice(board, "exemplar_level"), _level(board)
    working = choice_number(board.layout, "appraisal_days", "working")
    days = _choice(board, "appraisal_days")
    chosen = tally.book.settings.text("appraisal_days") == "working"
    yield "working_days", f"{days}={working}", chosen
    warn = typed("warn_days")
    usual = f'IF(TRIM({warn})="",{_default(board, "warn_days") or 0},0)'
    found = int(tally.book.settings.number("warn_days") or 0)
    yield "warn_days", f"IF(ISNUMBER({warn}),INT({warn}),{usual})", found


def _level(board: Board) -> int:
    level = board.tally.book.settings.text("exemplar_level")
    known = level if level in LEVELS else next(iter(LEVELS))
    return choice_number(board.layout, "exemplar_level", known)


def _tick(board: Board, key: str) -> str:
    """TRUE or FALSE, the default where nothing is typed."""
    default = str(_default(board, key) is True).upper()
    return f'IF(TRIM({typed(key)})="",{default},ISNUMBER(MATCH(TRIM({typed(key)}),dvk_yes,0)))'


def _choice(board: Board, key: str) -> str:
    """The number of the choice, the default where nothing is typed, the first where it cannot be read."""
    setting = board.layout.setting_by_key[key]
    default = choice_number(board.layout, setting.choices, str(_default(board, key)))
    found = f"INDEX({NUMBER}{setting.choices},MATCH(TRIM({typed(key)}),{WORDS}{setting.choices},0))"
    return f'IF(TRIM({typed(key)})="",{default},IFERROR({found},1))'


def _default(board: Board, key: str) -> Value:
    setting = board.layout.setting_by_key[key]
    choices = board.layout.choices[setting.choices] if setting.choices else ()
    found = read_value(setting.kind, setting.default, choices)
    return None if isinstance(found, Problem) else found


def _default_day(board: Board) -> Any:
    return _default(board, "provisional_until")


def days_off(board: Board) -> Rows:
    """The holidays of the year, then the office's own, each with the words that it was read from."""
    own = list(typed_days(board.tally.book.settings.text("holidays")))
    rows: list[tuple[Any, Any]] = [
        (one.label, serial(one.day)) for one in board.tally.rules.holidays
    ]
    for number in range(OWN_DAYS_OFF):
        part, day = own[number] if number < len(own) else ("", None)
        cell = board.at("days_off", len(rows))
        rows.append(
            (board.figure(_part(number), part), board.figure(day_or_none(cell), serial(day)))
        )
    return rows


def _part(number: int) -> str:
    """What is typed between two signs of the office's own days off."""
    cell = typed("holidays")
    listed = f'SUBSTITUTE(SUBSTITUTE({cell},CHAR(10),";"),",",";")'
    spread = f'SUBSTITUTE({listed},";",REPT(" ",{_PART}))'
    part = f"TRIM(MID({spread},{number * _PART + 1},{_PART}))"
    return f'IF(ISNUMBER({cell}),IF({number}=0,TEXT({cell},"dd/mm/yyyy"),""),{part})'
