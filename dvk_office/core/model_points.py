"""The points that a model was given at its appraisal, by which lists may stand (R-094, R-185)."""

import re

from dvk_office.core.numbers import as_excel_shows
from dvk_office.core.records import Book, Record

NOT_APPLICABLE = "not_applicable"
_POINTS = re.compile(r"p(\d+)")


def model_points(book: Book, model: str) -> float | None:
    """The mean of the sheets on `model` that have all their points; who stood aside gave none. None without any.

    The noise of a sum is no difference: models with the same points stand level in lists.
    """
    sheets = book.grouped("scores", "model").get(model, ()) if model else ()
    sums = [_sum(sheet) for sheet in sheets if not sheet.yes("recused")]
    known = [one for one in sums if one is not None]
    return as_excel_shows(sum(known) / len(known)) if known else None


def _sum(sheet: Record) -> float | None:
    """The sum of a sheet; None where a criterion that applies has no points, which is not nought."""
    found: list[float | None] = []
    for key in sheet.heading.index:
        part = _POINTS.fullmatch(key)
        if part and sheet.text(f"c{part[1]}") != NOT_APPLICABLE:
            found.append(sheet.number(key))
    return sum(one for one in found if one is not None) if found and None not in found else None
