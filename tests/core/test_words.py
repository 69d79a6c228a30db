"""Small forms inside a cell: ticks, times, telephone numbers, addresses, lists of codes."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.words import is_email, parted, phone_fault, shown_tick, ticked, typed_time


@pytest.mark.parametrize(
    "typed", ["x", "X", "Có", "CÓ", "co\u0301", " có ", "✓", "✔", "☑", "v", "true", "1"]
)
def test_these_say_yes(typed: str) -> None:
    assert ticked(typed) is True


@pytest.mark.parametrize("typed", ["Không", "không", "☐", "no", "FALSE", "0"])
def test_these_say_no(typed: str) -> None:
    assert ticked(typed) is False


@pytest.mark.parametrize("typed", ["", "xx", "co", "khong", "có lẽ", "2", "-", "?"])
def test_everything_else_says_neither(typed: str) -> None:
    assert ticked(typed) is None


def test_a_real_true_or_false_is_shown_and_read_back() -> None:
    assert (shown_tick(ticked=True), shown_tick(ticked=False)) == ("Có", "Không")
    assert ticked(shown_tick(ticked=True)) is True
    assert ticked(shown_tick(ticked=False)) is False


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("8:00", time(8)),
        ("08:05", time(8, 5)),
        ("8h", time(8)),
        ("8h30", time(8, 30)),
        ("8H30", time(8, 30)),
        ("8 giờ", time(8)),
        ("8 giờ 30", time(8, 30)),
        ("8 giờ 30 phút", time(8, 30)),
        ("8g30", time(8, 30)),
        ("14h15’", time(14, 15)),
        ("23:59:00", time(23, 59)),
        ("0h00", time()),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, at: time) -> None:
    assert typed_time(typed) == at


@pytest.mark.parametrize(
    "typed",
    ["", "8", "8.30", "24:00", "8:60", "8h30 sáng", "8:30-9:30", "sáng", "100:00", "8:30:15"],
)
def test_what_is_no_time_is_none(typed: str) -> None:
    assert typed_time(typed) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_is_read(hour: int, minute: int) -> None:
    expected = time(hour, minute)
    assert typed_time(f"{hour}:{minute:02}") == expected
    assert typed_time(f"{hour:02}h{minute:02}") == expected
    assert typed_time(f"{hour} giờ {minute} phút") == expected


@pytest.mark.parametrize(
    "typed",
    [
        "0901234567",
        "0901 234 567",
        "0901.234.567",
        "(028) 3822-1234",
        "+84 901 234 567",
        "84901234567",
        "0901234567; 0912345678",
        "0901234567 / 0912345678",
        "0901234567 - 0912345678",
        "0901234567;",
    ],
)
def test_a_telephone_number_of_ten_digits_is_in_order(typed: str) -> None:
    assert phone_fault(typed) == ("", "")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("901234567", "0901234567"),
        ("901 234 567", "0901234567"),
        ("2838221234", "02838221234"),
        ("0901234567; 912345678", "0912345678"),
    ],
)
def test_a_lost_zero_is_proposed(typed: str, meant: str) -> None:
    assert phone_fault(typed) == ("O-020", meant)


@pytest.mark.parametrize(
    "typed", ["12345", "090123456", "không có", "-", "1900 1234", "012345678901"]
)
def test_any_other_number_is_odd(typed: str) -> None:
    assert phone_fault(typed) == ("O-021", "")


@given(st.integers(2 * 10**8, 10**9 - 1))
def test_nine_digits_with_their_zero_again_are_in_order(number: int) -> None:
    code, meant = phone_fault(str(number))
    assert code == "O-020"
    assert phone_fault(meant) == ("", "")


@pytest.mark.parametrize(
    "typed", ["a@vidu.example", "a.b+c@x-y.vidu.example", "a@b.vn; c@d.vn", "a@b.vn,c@d.vn;"]
)
def test_these_are_addresses(typed: str) -> None:
    assert is_email(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        ";",
        "a",
        "a@b",
        "@b.vn",
        "a@b.vn c@d.vn",
        "a@b..vn",
        "chị Hiền@b.vn",
        "a@b.vn; c",
        "a@b,vn",
    ],
)
def test_these_are_none(typed: str) -> None:
    assert not is_email(typed)


def test_an_address_without_end_is_none() -> None:
    assert is_email("a@" + "b" * 240 + ".vn")
    assert not is_email("a@" + "b" * 260 + ".vn")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("KT1; KT3", ["KT1", "KT3"]),
        ("KT1,KT3\nHT2", ["KT1", "KT3", "HT2"]),
        (";; KT1 ;", ["KT1"]),
        ("", []),
        (" ; ", []),
        ("một việc khác", ["một việc khác"]),
    ],
)
def test_a_list_has_its_parts_without_blanks(typed: str, parts: list[str]) -> None:
    assert parted(typed) == parts
