"""One cell, read as the kind of its column: a value, or what is wrong with it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.records import Unreadable
from dvk_office.core.values import Cell, Problem, read_value, reader_of, shown
from dvk_office.rules.layout import Choice, Layout

CHOICES = (
    Choice("new", "Mới", ("Xây dựng mới",)),
    Choice("continued", "Tiếp tục", ("Duy trì",)),
)
TOPICS = (Choice("KT1", "Nông nghiệp, nông thôn"), Choice("KT3", "Khởi nghiệp"))
DAY, NOON = date(2026, 2, 5), datetime(2026, 2, 5, 12, 30)  # noqa: DTZ001
KINDS = (
    "text",
    "long_text",
    "code",
    "document_number",
    "codes",
    "date",
    "time",
    "integer",
    "number",
    "money",
    "tick",
    "year",
    "phone",
    "email",
    "any",
    "choice",
)
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**16), 10**16),
    st.floats(),
    st.text(max_size=20),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


def fault(kind: str, cell: Cell, choices: tuple[Choice, ...] = ()) -> str:
    """The code of what is wrong with a cell that has no value."""
    found = read_value(kind, cell, choices)
    assert isinstance(found, Problem), found
    assert found.value is Unreadable.CELL
    return found.code


# --- every kind -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("blank", [None, "", "  ", "\n", "\u200b", "\u00a0"])
def test_what_shows_nothing_is_blank_in_every_kind(kind: str, blank: Cell) -> None:
    assert read_value(kind, blank, CHOICES if kind == "choice" else ()) is None


@pytest.mark.parametrize("kind", KINDS)
@given(cell=CELLS)
def test_any_cell_gives_a_value_or_names_what_it_found(kind: str, cell: Cell) -> None:
    found = read_value(kind, cell, CHOICES if kind == "choice" else ())
    if isinstance(found, Problem):
        assert found.code.startswith("O-0")
        assert len(found.facts["found"]) <= 60
    else:
        assert found is None or isinstance(found, str | int | float | bool | date | time | tuple)


def test_every_kind_of_the_layout_has_its_reader(layout: Layout) -> None:
    kinds = {column.kind for sheet in layout.sheets for column in sheet.columns}
    kinds |= {one.kind for one in layout.settings}
    for kind in kinds - {"computed"}:
        assert callable(reader_of(kind))


def test_a_kind_that_nobody_knows_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        reader_of("colour")


# --- text and codes -------------------------------------------------------------------------------------------------


@pytest.mark.req("R-183")
@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Đảng\u00a0ủy  xã ", "Đảng\u00a0ủy  xã"),
        ("Một\r\nHai", "Một\nHai"),
        (12.0, "12"),
        (92.28, "92,28"),
        (0.1 + 0.2, "0,3"),
        (True, "Có"),
        (False, "Không"),
        (DAY, "05/02/2026"),
        (time(8, 5), "08:05"),
        ("=cmd()", "=cmd()"),
        ("{{ x }}", "{{ x }}"),
    ],
)
def test_text_is_what_a_person_sees(cell: Cell, text: str) -> None:
    assert read_value("text", cell) == text


@pytest.mark.parametrize(
    ("cell", "code"), [(" MH 01 ", "MH 01"), (7.0, "7"), ("12-KH/ĐU", "12-KH/ĐU"), ("05", "05")]
)
def test_a_code_stands_in_one_line(cell: Cell, code: str) -> None:
    assert read_value("code", cell) == code


@pytest.mark.req("R-187")
@pytest.mark.parametrize("kind", ["code", "document_number", "codes", "phone"])
@pytest.mark.parametrize("cell", [DAY, NOON, timedelta(hours=30)])
def test_a_number_that_excel_made_a_date_of_is_named(kind: str, cell: Cell) -> None:
    assert fault(kind, cell) == "O-023"


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("KT1; KT3", ("KT1", "KT3")),
        ("KT1, KT3;", ("KT1", "KT3")),
        ("KT1\nKT3\nKT1", ("KT1", "KT3")),
        (7.0, ("7",)),
    ],
)
def test_several_codes_stand_each_once(cell: Cell, codes: tuple[str, ...]) -> None:
    assert read_value("codes", cell) == codes


def test_signs_between_codes_alone_are_blank() -> None:
    assert read_value("codes", " ; , ") is None


# --- dates and times ------------------------------------------------------------------------------------------------


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize("cell", [DAY, NOON, "5/2/2026", " 05-02-2026\u00a0", "05/02/2026 00:00"])
def test_real_and_typed_dates_are_days(cell: Cell) -> None:
    found = read_value("date", cell)
    assert (type(found), found) == (date, DAY)


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/11/2026", "O-013"),
        ("30/02/2026", "O-013"),
        ("5/2/26", "O-012"),
        ("2/25/2026", "O-014"),
        (date(1899, 12, 31), "O-015"),
        (date(9999, 12, 31), "O-015"),
        ("1/1/9999", "O-015"),
        ("tháng 2", "O-011"),
        (5, "O-011"),
        (True, "O-011"),
        (time(0, 0), "O-011"),
        (timedelta(days=2), "O-011"),
    ],
)
def test_what_is_no_date_says_why(cell: Cell, code: str) -> None:
    assert fault("date", cell) == code


@pytest.mark.req("R-186", "T-40")
@pytest.mark.parametrize("cell", [46063, 46063.0, 46063.75, "46063"])
def test_a_serial_number_is_named_with_its_day_and_not_converted(cell: Cell) -> None:
    found = read_value("date", cell)
    assert isinstance(found, Problem)
    assert (found.code, found.value) == ("O-016", Unreadable.CELL)
    assert found.facts["meant"] == "10/02/2026"


@pytest.mark.req("R-186")
@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)))  # noqa: DTZ001
def test_the_time_part_of_a_real_date_is_left_out(moment: datetime) -> None:
    assert read_value("date", moment) == moment.date()


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("8:00", time(8)),
        ("08:30", time(8, 30)),
        ("8h", time(8)),
        ("14h15", time(14, 15)),
        ("8 giờ 30 phút", time(8, 30)),
        ("8g30'", time(8, 30)),
        ("8:30:00", time(8, 30)),
        (time(8, 30), time(8, 30)),
        (NOON, time(12, 30)),
        (timedelta(hours=8), time(8)),
        (timedelta(), time(0)),
    ],
)
def test_a_time_of_day_is_read(cell: Cell, at: time) -> None:
    assert read_value("time", cell) == at


@pytest.mark.parametrize("cell", ["24:00", "8:60", "sáng", 8, 0.5, DAY, timedelta(hours=24), True])
def test_what_is_no_time_of_day_is_named(cell: Cell) -> None:
    assert fault("time", cell) == "O-017"


# --- numbers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "cell", "number"),
    [
        ("integer", 5.0, 5),
        ("integer", "05", 5),
        ("integer", "1.250", 1250),
        ("integer", 0, 0),
        ("number", "92,28", 92.28),
        ("number", 92.28, 92.28),
        ("money", "70.000.000", 70_000_000),
    ],
)
def test_a_number_is_read_as_number_or_text(kind: str, cell: Cell, number: float) -> None:
    found = read_value(kind, cell)
    assert (type(found), found) == (type(number), number)


@pytest.mark.req("R-030")
@pytest.mark.parametrize(
    ("kind", "cell", "number"),
    [
        ("number", 0.1 + 0.2, 0.3),
        ("number", 600.0000000000001, 600),
        ("integer", 7.000000000000001, 7),
        ("number", 12.345, 12.345),
    ],
)
def test_what_lies_beyond_the_digits_that_excel_keeps_does_not_count(
    kind: str, cell: Cell, number: float
) -> None:
    """Excel keeps 15 significant digits: Microsoft, “Excel specifications and limits”, number precision."""
    found = read_value(kind, cell)
    assert (type(found), found) == (type(number), number)


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [
        ("integer", "05 mô hình", "O-006"),
        ("integer", True, "O-006"),
        ("integer", 5.5, "O-007"),
        ("integer", "5,5", "O-007"),
        ("number", -1, "O-008"),
        ("number", "-1", "O-008"),
        ("number", "1,250", "O-009"),
        ("number", 10**15, "O-010"),
        ("number", float("nan"), "O-010"),
        ("number", DAY, "O-024"),
        ("number", time(1), "O-024"),
        ("number", timedelta(1), "O-024"),
    ],
)
def test_what_is_no_number_says_why(kind: str, cell: Cell, code: str) -> None:
    assert fault(kind, cell) == code


@pytest.mark.parametrize(
    ("cell", "year"),
    [(2026, 2026), (2026.0, 2026), ("2026", 2026), (1900, 1900), (2100, 2100)],
)
def test_a_year_has_four_digits(cell: Cell, year: int) -> None:
    assert read_value("year", cell) == year


@pytest.mark.parametrize(
    "cell", [26, "26", 1899, 2101, 2026.5, "2.026,5", DAY, True, "năm nay", -1]
)
def test_what_is_no_year_is_named(cell: Cell) -> None:
    assert fault("year", cell) == "O-019"


# --- ticks, telephones, addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "ticked"),
    [
        ("x", True),
        ("X", True),
        ("Có", True),
        ("co\u0301", True),
        (" có ", True),
        ("✓", True),
        (True, True),
        (1.0, True),
        ("Không", False),
        (False, False),
        (0, False),
    ],
)
def test_a_tick_is_any_accepted_sign(cell: Cell, *, ticked: bool) -> None:
    assert read_value("tick", cell) is ticked


@pytest.mark.parametrize("cell", ["có thể", "xx", 2, DAY, time(0), "-"])
def test_what_is_no_tick_is_named(cell: Cell) -> None:
    assert fault("tick", cell) == "O-018"


@pytest.mark.parametrize("cell", ["0901 234 567", "0901.234.567", "+84 901 234 567"])
def test_a_telephone_number_is_kept_as_typed(cell: str) -> None:
    assert read_value("phone", cell) == cell


@pytest.mark.parametrize("cell", [901234567, 901234567.0, "901234567", "901 234 567"])
def test_a_telephone_number_that_lost_its_zero_is_kept_and_named(cell: Cell) -> None:
    found = read_value("phone", cell)
    assert isinstance(found, Problem)
    assert (found.code, found.facts["meant"]) == ("O-020", "0901234567")
    assert found.value == (cell if isinstance(cell, str) else "901234567")


def test_another_telephone_number_is_kept_and_named() -> None:
    found = read_value("phone", "12345")
    assert isinstance(found, Problem)
    assert (found.code, found.value) == ("O-021", "12345")


def test_an_address_is_one_or_several() -> None:
    assert read_value("email", "a.b@vidu.example; c@vidu.example") is not None
    assert fault("email", "vidu.example") == "O-022"
    assert fault("email", ";") == "O-022"
    assert fault("email", 5) == "O-022"


# --- choices --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", ["Mới", "mới", "MỚI", "xây dựng mới", "new", "mơ\u0301i"])
def test_a_choice_is_read_by_any_of_its_spellings(cell: str) -> None:
    assert read_value("choice", cell, CHOICES) == "new"


def test_a_wrong_choice_names_what_was_probably_meant() -> None:
    found = read_value("choice", "Tiep tuc", CHOICES)
    assert isinstance(found, Problem)
    assert (found.code, found.value) == ("O-003", Unreadable.CELL)
    assert "Tiếp tục" in found.facts["hint"]
    assert fault("choice", 5, CHOICES) == "O-003"


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("KT1; kt3", ("KT1", "KT3")),
        ("Khởi nghiệp", ("KT3",)),
        ("Nông nghiệp, nông thôn", ("KT1",)),
        ("Khởi nghiệp; chợ quê", ("KT3", "chợ quê")),
    ],
)
def test_several_choices_and_free_words_stand_side_by_side(
    cell: str, keys: tuple[str, ...]
) -> None:
    assert read_value("codes", cell, TOPICS) == keys


# --- settings and what is shown -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("  a  b ", "a  b"),
        (5.0, 5),
        (True, True),
        (DAY, DAY),
        (datetime(2026, 2, 5), DAY),  # noqa: DTZ001
        (NOON, "05/02/2026"),
        (time(8), time(8)),
        (timedelta(hours=60), "60:00"),
    ],
)
def test_a_setting_keeps_its_own_kind(cell: Cell, value: object) -> None:
    assert read_value("any", cell) == value


def test_a_long_text_is_shown_cut_short() -> None:
    assert shown("x" * 60) == "x" * 60
    assert shown("x" * 61) == "x" * 57 + "…"
    assert shown("Một\nHai") == "Một Hai"
