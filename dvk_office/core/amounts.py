"""Whole numbers read out in Vietnamese, as they stand beside sums of money (R-179).

A number is read by thousands: “một triệu năm trăm nghìn”. A thousand that is nought is passed over; in every one after
the first the hundreds are named, so that “một triệu không trăm lẻ năm” can be no other number.
"""

from collections.abc import Iterator

from dvk_office.rules.messages import word

BILLION, TEN, HUNDRED = 10**9, 10, 100
UNITS_AFTER = ("amount_digits", "amount_units_after_ten", "amount_units_after_tens")
SCALES = ((10**6, "amount_million"), (10**3, "amount_thousand"), (1, ""))


def in_words(number: int) -> str:
    """`number` read out; nothing below nought is."""
    return " ".join(_read(number, after=False)) or _digit("amount_digits", 0)


def money_in_words(amount: int) -> str:
    """An amount of đồng read out, as it begins a line."""
    text = word("amount_money", amount=in_words(amount))
    return text[:1].upper() + text[1:]


def _read(number: int, *, after: bool) -> Iterator[str]:
    """`after` is true where something was read before, so that hundreds are named."""
    billions, rest = divmod(number, BILLION)
    if billions:
        yield from _read(billions, after=after)
        yield word("amount_billion")
        after = True
    for scale, name in SCALES:
        group, rest = divmod(rest, scale)
        if group:
            yield from _group(group, after=after)
            yield from (word(name),) if name else ()
            after = True


def _group(group: int, *, after: bool) -> Iterator[str]:
    """The hundreds, tens and units of one thousand."""
    hundreds, rest = divmod(group, HUNDRED)
    tens, units = divmod(rest, TEN)
    if hundreds or after:
        yield _digit("amount_digits", hundreds)
        yield word("amount_hundred")
    if tens > 1:
        yield _digit("amount_digits", tens)
        yield word("amount_tens")
    elif tens:
        yield word("amount_ten")
    elif units and (hundreds or after):
        yield word("amount_odd")
    if units:
        yield _digit(UNITS_AFTER[min(tens, len(UNITS_AFTER) - 1)], units)


def _digit(key: str, digit: int) -> str:
    return word(key).split()[digit]
