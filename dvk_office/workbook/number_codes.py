"""How the numbers, days and hours of each kind of column are shown, in the number formats of workbooks."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

GENERAL, TEXT = "General", "@"
CODES: Mapping[str, str] = MappingProxyType(
    {
        "text": TEXT,
        "email": TEXT,
        "code": TEXT,
        "codes": TEXT,
        "document_number": TEXT,
        "phone": TEXT,
        "date": "dd/mm/yyyy",
        "time": "hh:mm",
        "moment": "dd/mm/yyyy hh:mm",
        "span": "[h]:mm:ss",
        "year": "0",
        "integer": "#,##0",
        "money": "#,##0",
        "tally": '"\N{CHECK MARK}";;"\N{EN DASH}"',
    }
)
TIMED: Mapping[type, str] = MappingProxyType(
    # How days and hours look in a column of another kind, else they would become numbers.
    {date: "date", datetime: "moment", time: "time", timedelta: "span"}
)


def usual_code(kind: str, value: object) -> str:
    """How a number is shown in a column of `kind`."""
    return CODES.get(TIMED.get(value.__class__, kind), GENERAL)
