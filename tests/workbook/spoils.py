"""What a cell may be spoiled with: by the kind of its column and the code that it must be told with, and plain junk."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from tests.workbook.written import ERROR, SPAN, UNCACHED, Content, Styled, Xml

FIRST_OF_MAY = date(2026, 5, 1)
_NO_NUMBER: tuple[tuple[Content, str], ...] = (
    ("nhiều", "O-006"),
    ("12 hộ", "O-006"),
    (True, "O-006"),
    ("1,250", "O-009"),
    (-3, "O-008"),
    (1e18, "O-010"),
    (FIRST_OF_MAY, "O-024"),
)
_NO_CODE: tuple[tuple[Content, str], ...] = ((FIRST_OF_MAY, "O-023"), (Styled(0.5, SPAN), "O-023"))
BY_KIND: Mapping[str, tuple[tuple[Content, str], ...]] = {
    "date": (
        ("31/11/2026", "O-013"),
        ("30.2.2026", "O-013"),
        ("5/13/2026", "O-014"),
        ("5/2/26", "O-012"),
        ("5/2/202", "O-015"),
        ("hôm qua", "O-011"),
        (46058, "O-016"),
        ("46058", "O-016"),
        (True, "O-011"),
    ),
    "integer": (*_NO_NUMBER, (2.5, "O-007")),
    "number": _NO_NUMBER,
    "money": _NO_NUMBER,
    "choice": (("linh tinh", "O-003"), (7, "O-003"), (FIRST_OF_MAY, "O-003")),
    "tick": (("có lẽ", "O-018"), (2, "O-018"), (FIRST_OF_MAY, "O-018")),
    "year": (("năm nay", "O-019"), (26, "O-019"), (2026.5, "O-019")),
    "phone": ((912345678, "O-020"), ("12", "O-021"), (FIRST_OF_MAY, "O-023")),
    "email": (("không có", "O-022"), (5, "O-022"), ("a@b", "O-022")),
    "time": (("trưa", "O-017"), (8, "O-017"), ("25:00", "O-017")),
    "code": _NO_CODE,
    "codes": _NO_CODE,
    "document_number": _NO_CODE,
}
EVERYWHERE: tuple[tuple[Content, str], ...] = (
    (ERROR, "O-025"),
    (Xml('<c r="@" t="e"><v>#N/A</v></c>'), "O-025"),
    (UNCACHED, "O-026"),
    (Xml('<c r="@"><f>VLOOKUP(A1,B:C,2,0)</f><v></v></c>'), "O-026"),
    ("Tæ tù qu¶n nh©n d©n", "O-028"),
    ("Toå nhaân daân", "O-028"),
)
JUNK: tuple[Content, ...] = (
    "",
    "?",
    "=cmd()",
    "{{ x }}",
    "A & B < C ]]>",
    "x" * 32_767,
    "Ệ" * 32_767,
    "\u202e\u200bngược",
    "😀 𠮷 \ufdfa",
    "0",
    "-",
    "1e5",
    "31/11",
    "  \n\n ",
    "MH01;MH02",
    "a" * 300 + "@" + "b" * 300,
    "1" * 400,
    "(" * 2_000,
    "9.999.999.999.999.999.999",
    0,
    -1,
    1.5,
    1e300,
    5e-324,
    45_000,
    2_958_465,
    99_999_999,
    True,
    False,
    date(1900, 1, 1),
    date(2100, 12, 31),
    Styled(2_958_465.99999, 1),
    Styled(-1, 1),
    Styled("nan", 1),
    Styled("NaN", 0),
    Styled("inf", 0),
    Styled(1_000, SPAN),
    Styled(-0.25, SPAN),
    ERROR,
    UNCACHED,
    Xml('<c r="@" t="d"><v>2026-02-30</v></c>'),
    Xml('<c r="@" t="d"><v>2026-02-05T25:61:00</v></c>'),
    Xml('<c r="@" t="str"><v>a&#10;b&#9;c</v></c>'),
    Xml('<c r="@" t="b"/>'),
    Xml('<c r="@" t="inlineStr"/>'),
    Xml('<c r="@"/>'),
)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _spaced(text: str) -> str:
    return "\u00a0" + text.replace(" ", " \u2009") + "\u200b "


def _marked(text: str) -> str:
    return "\ufeff" + text.replace(" ", "\u00ad ")


HARMLESS_TEXTS: tuple[Callable[[str], str], ...] = (_decomposed, _spaced, _marked)
"""The same text otherwise: in another Unicode form, with other spaces, with signs that cannot be seen."""
