"""What is switched off in Excel while entries are written is put back, whatever happens; Excel is a pretence here."""

from typing import Any

import pytest
import xlwings

from dvk_office.core.edits import Edits
from dvk_office.rules.layout import Layout
from dvk_office.shells.live import LiveBook


class Excel:
    """xlwings' own application object over two switches; it refuses to set `refused`."""

    properties = xlwings.App.properties

    def __init__(self, refused: str = "") -> None:
        vars(self).update(screen_updating=True, calculation="automatic", refused=refused)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == self.refused:
            raise RuntimeError(name)
        super().__setattr__(name, value)


class Book:
    """The open workbook: `fault` is raised when its sheets are asked for."""

    name = "sổ.xlsm"

    def __init__(self, app: Excel) -> None:
        self.app = app

    @property
    def names(self) -> dict[str, Any]:
        named = type("Name", (), {"refers_to": '="dvk_office"'})
        return {"dvk_product": named}


def states(app: Excel) -> tuple[Any, ...]:
    return (app.screen_updating, app.calculation)


def test_a_fault_while_writing_leaves_drawing_and_calculation_as_they_were(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, seen = Excel(), []

    def broken(*_: object) -> None:
        seen.append(states(app))
        raise ZeroDivisionError

    monkeypatch.setattr("dvk_office.shells.live.write_edits", broken)
    with pytest.raises(ZeroDivisionError):
        LiveBook(Book(app), layout).write_entries(Edits())
    assert seen == [(False, "manual")]
    assert states(app) == (True, "automatic")


@pytest.mark.parametrize("refused", ["screen_updating", "calculation"])
def test_what_excel_refuses_to_switch_leaves_the_rest_as_it_was(
    layout: Layout, refused: str
) -> None:
    """Excel refuses while a cell is being edited; xlwings puts back nothing of what it switched before."""
    app = Excel(refused)
    with pytest.raises(RuntimeError):
        LiveBook(Book(app), layout).write_entries(Edits())
    assert states(app) == (True, "automatic")
