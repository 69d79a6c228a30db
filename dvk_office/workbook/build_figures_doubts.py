"""What makes the figures doubtful: cells that the program may read and formulas cannot, and what is wrong anyhow.

The dashboard says so beside the figures. Each line counts cells of one kind; where none has any, formulas and program
count the same.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from dvk_office.core.values import Problem, read_value
from dvk_office.rules.layout import Choice
from dvk_office.rules.messages import word
from dvk_office.workbook.build_cells import NAME, Raw, code_key, names, result
from dvk_office.workbook.build_computed import UNREAD
from dvk_office.workbook.build_days import DAYS
from dvk_office.workbook.build_figures import Board, Rows
from dvk_office.workbook.build_figures_counts import said_word
from dvk_office.workbook.build_figures_work import errors
from dvk_office.workbook.build_formulas import WORDS, text

Column = tuple[str, str]
TICKS: Sequence[Column] = (
    ("organisations", "direct"), ("organisations", "must_register"), ("models", "commune_task"),
    ("models", "professional_task"), ("models", "still_suitable"), ("models", "effective"),
    ("models", "goal_higher_confirmed"), ("exemplars", "chosen"), ("exemplars", "commend"),
)  # fmt: skip
CHOICES: Sequence[Column] = (("models", "origin"), ("models", "field"))
REFERENCES: Sequence[Column] = (
    ("models", "registrant"), ("registrants", "managing_organisation"), ("exemplars", "registrant"),
)  # fmt: skip
CODES: Sequence[Column] = (
    ("organisations", "code"), ("registrants", "code"), ("models", "code"), ("meetings", "code"),
    ("hearings", "model"), ("inspections", "model"), ("progress", "model"), ("exemplars", "model"),
)  # fmt: skip
FILLED: Sequence[Column] = (
    ("organisations", "name"), ("registrants", "name"), ("models", "name"), ("progress", "model"),
    ("inspections", "model"), ("meetings", "kind"), ("hearings", "model"), ("exemplars", "registrant"),
    ("register", "kind"),
)  # fmt: skip
_NO_TICK = "(LEN(TRIM(#))>0)*ISNA(MATCH(TRIM(#),dvk_yes,0))*ISNA(MATCH(TRIM(#),dvk_no,0))"
LAST_ROW = 20_000  # how far down rows below a table are looked for
Counted = tuple[str, int]


def doubts(board: Board) -> Rows:
    """A line for each kind of doubt: its words where there is any, how many cells."""
    rows: list[tuple[Any, ...]] = []
    for row, (key, (template, number)) in enumerate(_doubts(board)):
        cell = board.at("doubts", row, 1)
        words = said_word(f"doubt_{key}", number=cell)
        shown = word(f"doubt_{key}", number=number) if number else ""
        rows.append(
            (
                board.figure(f'IF({cell}>0,{words},"")', shown),
                board.figure(f"IFERROR({template},1)", number),
            )
        )
    return rows


def doubt_line(board: Board) -> Raw:
    """All doubts in one line, or that there is none."""
    rows = doubts(board)
    parts = [board.at("doubts", row) for row in range(len(rows))]
    joined = "&".join(f'IF({part}="","","; "&{part})' for part in parts)
    any_of = f"SUM({board.down('doubts', 1, len(rows))})"
    told = [row[0].value for row in rows if row[0].value]
    words = said_word("board_doubtful", doubts=f"MID({joined},3,2000)")
    shown = word("board_doubtful", doubts="; ".join(told)) if told else word("board_sure")
    return board.figure(f"IF({any_of}=0,{text(word('board_sure'))},{words})", shown)


def _doubts(board: Board) -> Iterator[tuple[str, Counted]]:
    yield "errors", errors(board)
    yield "days", _unread_days(board)
    yield "ticks", _cells(board, TICKS, _NO_TICK, partial(_unread, "tick"))
    yield "choices", _choices(board)
    yield "codes", _references(board)
    yield "spaces", _cells(board, CODES, "LEN(TRIM(#))<>LEN(#)", _is_spaced)
    yield "twins", ('COUNTIF({models.twin},">0")', sum(map(bool, board.values("models", "twin"))))
    yield "outside", ("+".join(_outside(board, *at) for at in FILLED), 0)
    named = not board.tally.book.settings.yes("managed_counts")
    yield "names", ("IF(dvk_managed_counts,0,1)", int(named))


def _cells(
    board: Board, columns: Sequence[Column], asked: str, holds: Callable[[Any], bool]
) -> Counted:
    """How many cells of `columns` answer to `asked`, in which `#` is the column."""
    parts = (asked.replace("#", f"{{{sheet_key}.{key}}}") for sheet_key, key in columns)
    found = sum(holds(cell) for at in columns for cell in board.cells(*at))
    return "+".join(f"SUMPRODUCT(1*({part}))" for part in parts), found


def _unread_days(board: Board) -> Counted:
    """Days and numbers that cannot be read."""
    sheets = dict.fromkeys(sheet_key for sheet_key, _ in DAYS)
    found = sum(int(value) for key in sheets for value in board.values(key, UNREAD))
    return "+".join(f"SUM({{{key}.{UNREAD}}})" for key in sheets), found


def _choices(board: Board) -> Counted:
    found = [_cells(board, [at], _no_choice(at[1]), _unread_choice(board, *at)) for at in CHOICES]
    return "+".join(template for template, _ in found), sum(number for _, number in found)


def _no_choice(choices: str) -> str:
    name = {"field": "fields"}.get(choices, choices)
    return f"(LEN(TRIM(#))>0)*ISNA(MATCH(TRIM(#),{WORDS}{name},0))"


def _unread_choice(board: Board, sheet_key: str, key: str) -> Callable[[Any], bool]:
    choices = board.layout.by_key[sheet_key].by_key[key].choices
    return partial(_unread, "choice", choices=board.layout.choices[choices])


def _references(board: Board) -> Counted:
    """Codes beside which no name stands: they name no row of the sheet they refer to."""
    asked, number = [], 0
    for sheet_key, key in REFERENCES:
        code, name = f"{{{sheet_key}.{key}}}", f"{{{sheet_key}.{key}{NAME}}}"
        asked.append(f'SUMPRODUCT((LEN(TRIM({code}))>0)*({name}=""))')
        known = names(board.tally.content, board.layout.by_key[sheet_key].by_key[key])
        typed = map(code_key, board.cells(sheet_key, key))
        number += sum(bool(one) and not known.get(one) for one in typed)
    return "+".join(asked), number


def _outside(board: Board, sheet_key: str, key: str) -> str:
    """Rows below the table: Excel lets it grow by itself, other programs do not."""
    plan = board.layout.by_key[sheet_key]
    tab = plan.tab.replace("'", "''")
    column, first = plan.letters[key], board.layout.first_row
    down = f"'{tab}'!${column}${first}:${column}${LAST_ROW}"
    return f"MAX(0,COUNTA({down})-COUNTA({{{sheet_key}.{key}}}))"


def _is_spaced(cell: Any) -> bool:
    found = result(cell)
    return isinstance(found, str) and " ".join(filter(None, found.split(" "))) != found


def _unread(kind: str, cell: Any, choices: Sequence[Choice] = ()) -> bool:
    return isinstance(read_value(kind, result(cell), choices), Problem)
