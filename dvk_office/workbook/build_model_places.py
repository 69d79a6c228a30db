"""Which row of each sheet belongs to the model that «Phiếu mô hình» shows: as formulas, and as they are when it is built."""

from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.core.records import Record
from dvk_office.core.steps import hearing_of, rows_of
from dvk_office.workbook.build_tally import Tally

PLACES = (
    "models", "registrants", "details", "progress", "inspections", "hearings", "exemplars", "archive",
)  # fmt: skip


def place_templates(code: str, models: str) -> Mapping[str, str]:
    """The place of the row in each table, 0 for none; `code` is the chosen code, `models` the place in the models."""
    own = {
        key: f"MATCH(TRIM({code}),{{{key}.model}},0)"
        for key in ("details", "hearings", "exemplars", "archive")
    }
    subject = f"TRIM(INDEX({{models.registrant}},{models}))"
    return MappingProxyType(
        {
            **own,
            "models": f"MATCH(TRIM({code}),{{models.code}},0)",
            "registrants": f"MATCH({subject},{{registrants.code}},0)",
            "progress": _last("progress", f"{{progress.model}}=TRIM({code})", "{progress.day}"),
            "inspections": _last(
                "inspections", f"{{inspections.done}}=TRIM({code})", "{inspections.day}"
            ),
        }
    )


def _last(sheet_key: str, mine: str, day: str) -> str:
    """The last of the rows with the latest day that has come."""
    latest = f"SUMPRODUCT(MAX(({mine})*{day}))"
    here = f"ROW({{{sheet_key}.model}})-MIN(ROW({{{sheet_key}.model}}))+1"
    return f"IF({latest}=0,0,SUMPRODUCT(MAX(({mine})*({day}={latest})*({here}))))"


def rows_of_model(tally: Tally, code: str) -> Mapping[str, Record | None]:
    """The same rows as the program finds them."""
    model = tally.book.by_code("models").get(code)
    if model is None:
        return dict.fromkeys(PLACES)
    first = {key: next(iter(rows_of(tally.book, key, model)), None) for key in PLACES[2:]}
    return {
        **first,
        "models": model,
        "registrants": tally.book.by_code("registrants").get(model.text("registrant")),
        "progress": _latest(tally, model, "progress", "as_of"),
        "inspections": _latest(tally, model, "inspections", "date"),
        "hearings": hearing_of(tally.book, model),
    }


def _latest(tally: Tally, model: Record, sheet_key: str, key: str) -> Record | None:
    rows = [one for one in rows_of(tally.book, sheet_key, model) if tally.past(one.day(key))]
    return max(rows, key=lambda one: (str(one.day(key)), one.row), default=None)
