"""Rewards as every paper about them tells them: the same names, order, amounts and sums (R-141, R-147, R-192)."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from dvk_office.core.amounts import money_in_words
from dvk_office.core.numbers import printed_number
from dvk_office.core.order import KINDS
from dvk_office.core.records import Record, Settings
from dvk_office.core.rewards import Reward, of_kind, total
from dvk_office.documents.frame import Context
from dvk_office.documents.nominee_rows import groups, in_all, model_name, shares
from dvk_office.documents.nominee_rows import told as told_of
from dvk_office.documents.wording import joined, post_and_unit, said, short_day
from dvk_office.rules.year import Rules

TEXT = "rewards"
word: Callable[..., str] = partial(said, TEXT)
Row = Mapping[str, str]


def row_of(reward: Reward) -> Row:
    """What any list may say of one who is rewarded; what is not known is empty."""
    nominee = reward.nominee
    subject = nominee.registrant
    return {
        "name": subject.text("name") if subject else "",
        "post": joined(post_and_unit(subject), word("person")) if subject else "",
        "model": model_name(nominee),
        "achievements": told_of(nominee, "achievements"),
        "form": word("form"),
        "certificate": nominee.row.text("certificate_number"),
        "amount": amount_text(reward.amount),
    }


def addressed(subject: Record | None) -> str:
    """How a person is spoken of on a certificate."""
    return word((subject.text("gender") if subject else "") or "anyone")


def amount_text(amount: int | None) -> str:
    return "" if amount is None else printed_number(amount)


def told(held: Collection[Reward], rules: Rules, settings: Settings) -> Context:
    """Lists, shares and sums of `held`, and who decides on them; no sum where an amount is not known."""
    by_row = {one.nominee.row.row: row_of(one) for one in held}
    known = all(one.amount is not None for one in held)
    nominees = tuple(one.nominee for one in held)
    chairman = word("chairman", body=settings.text("people_committee"))
    return {
        "title": rules.title,
        "groups": groups(nominees, lambda one: by_row[one.row.row]),
        "shares": shares(nominees),
        "in_all": in_all(nominees),
        "each": _each(held),
        "sum": amount_text(total(held)) if known else "",
        "sum_in_words": money_in_words(total(held)) if known else "",
        "chairman": chairman,
        "chairman_heading": chairman.upper(),
        "conference": _conference(settings, rules),
    }


def _each(held: Collection[Reward]) -> str:
    """The amount of a collective and of a person; where they differ within a kind, that of the list."""
    parts = []
    for kind in KINDS:
        amounts = {one.amount for one in of_kind(held, kind)}
        if len(amounts) > 1:
            return word("as_listed")
        parts += [word(f"each_{kind}", amount=amount_text(one)) for one in amounts]
    return joined(parts, word("and"))


def _conference(settings: Settings, rules: Rules) -> str:
    """Where rewards are handed over, with day and place once they are known (R-148)."""
    day, place = settings.day("closing_conference_date"), settings.text("closing_conference_place")
    parts = (
        word("conference", year=rules.year),
        word("conference_day", day=short_day(day)) if day else "",
        word("conference_place", place=place) if place else "",
    )
    return joined(parts, word("and"))
