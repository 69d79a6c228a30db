"""The colours of the dashboard that depend on what it says: green for reached and done, red for late and missing."""

from typing import Any

from dvk_office.rules.layout import letter
from dvk_office.rules.messages import word
from dvk_office.workbook.build_dashboard_grid import Page
from dvk_office.workbook.build_formulas import text


def colour_target(page: Page, rows: tuple[int, int], columns: tuple[int, int], state: int) -> None:
    """A card is green where the words in the row `state` begin with those for reached, else red."""
    cell = f"${letter(columns[0])}${state + 1}"
    met = word("board_met")
    for look, sign in (("card_met", "="), ("card_short", "<>")):
        _rule(
            page,
            (rows[0], columns[0], rows[1], columns[1]),
            f"=LEFT({cell},{len(met)}){sign}{text(met)}",
            look,
        )


def colour_days(page: Page, rows: tuple[int, int], column: int) -> None:
    """A day that is past is red, one that is near is brown."""
    cell = f"${letter(column)}{rows[0] + 1}"
    area = (rows[0], column, rows[1], column)
    _rule(page, area, f"=AND(ISNUMBER({cell}),{cell}<dvk_today)", "late")
    _rule(page, area, f"=AND(ISNUMBER({cell}),{cell}<=dvk_today+dvk_warn_days)", "near")


def colour_states(page: Page, rows: tuple[int, int], columns: tuple[int, int], day: int) -> None:
    """What is done is green; what is late or near has the colour of its day."""
    state, when = f"${letter(columns[0])}{rows[0] + 1}", f"${letter(day)}{rows[0] + 1}"
    area = (rows[0], columns[0], rows[1], columns[1])
    _rule(page, area, f"={state}={text(word('board_done'))}", "done")
    _rule(page, area, f"=AND(ISNUMBER({when}),{when}<dvk_today)", "late")
    _rule(page, area, f"=AND(ISNUMBER({when}),{when}<=dvk_today+dvk_warn_days)", "near")


def colour_doubts(page: Page, row: int, column: int) -> None:
    """The line about doubts is red where there are any."""
    cell = f"${letter(column)}${row + 1}"
    sure = word("board_sure")
    _rule(page, (row, column, row, column), f"={cell}<>{text(sure)}", "late")


def _rule(page: Page, area: tuple[int, int, int, int], criteria: str, look: str) -> None:
    rule: dict[str, Any] = {"type": "formula", "criteria": criteria, "stop_if_true": True}
    page.sheet.conditional_format(*area, {**rule, "format": page.desk.formats[look]})
