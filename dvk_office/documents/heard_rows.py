"""Models of hearings as the lists of papers print them: the same name, subject and field in every paper (R-141, R-192)."""

from collections.abc import Iterable, Mapping

from dvk_office.core.heard import Heard
from dvk_office.documents.wording import subject_line
from dvk_office.rules.year import Rules

Row = Mapping[str, str]


def numbered(rows: Iterable[Heard], rules: Rules, start: int = 0) -> tuple[dict[str, str], ...]:
    """The rows of a list, their numbers running on from `start`."""
    return tuple({"number": str(n), **about(row, rules)} for n, row in enumerate(rows, start + 1))


def about(row: Heard, rules: Rules) -> dict[str, str]:
    """Name, subject and field of a model; what is not known is empty."""
    model, registrant = row.model, row.registrant
    field = rules.field_by_key.get(model.text("field")) if model else None
    return {
        "code": row.code,
        "name": model.text("name") if model else "",
        "registrant": subject_line(registrant) if registrant else "",
        "field": field.label if field else "",
    }
