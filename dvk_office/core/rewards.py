"""Who is proposed for the commune's reward, with what amount, and which decisions there are (R-147, R-179)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dvk_office.core.nominees import Nominee, considered, each_subject
from dvk_office.core.order import COLLECTIVE, INDIVIDUAL
from dvk_office.core.paper_numbers import same_number
from dvk_office.core.records import Book, Record

AMOUNTS: Mapping[str, str] = MappingProxyType(
    {COLLECTIVE: "reward_collective", INDIVIDUAL: "reward_individual"}
)


@dataclass(frozen=True)
class Reward:
    """One subject's reward: the `amount` of its own row, else that of the settings; None where neither says."""

    nominee: Nominee
    amount: int | None


@dataclass(frozen=True)
class RewardDecision:
    """One decision: its `number` and `day` (empty and None while it waits), and whom it rewards, in list order."""

    number: str
    day: date | None
    rewards: tuple[Reward, ...]

    @property
    def nominees(self) -> tuple[Nominee, ...]:
        return tuple(one.nominee for one in self.rewards)

    @property
    def other_day(self) -> tuple[Record, date] | None:
        """The first row of this number that gives another day for it."""
        for one in self.nominees:
            day = one.row.day("commendation_date")
            if self.number and self.day and day and day != self.day:
                return one.row, day
        return None


def rewards(book: Book, only: Collection[str] = ()) -> tuple[Reward, ...]:
    """Everybody who is proposed, in the order of the lists; who is so for two models is rewarded by the first row (T-10).

    `only` keeps the subjects with these codes.
    """
    proposed = [one for one in considered(book, only) if one.row.yes("commend")]
    return tuple(Reward(one, _amount(book, one)) for one in each_subject(proposed))


def reward_decisions(book: Book, only: Collection[str] = ()) -> tuple[RewardDecision, ...]:
    """The decisions that have a number first; those who have none yet make one that waits for it."""
    held = rewards(book, only)
    numbers = dict.fromkeys(_number(one) for one in held)
    return tuple(
        _decision(tuple(one for one in held if _number(one) == number))
        for number in sorted(numbers, key=lambda number: not number)
    )


def of_kind(held: Collection[Reward], kind: str) -> tuple[Reward, ...]:
    """The rewards of collectives, or those of individuals."""
    return tuple(one for one in held if one.nominee.kind == kind)


def total(held: Collection[Reward]) -> int:
    """The sum of all amounts that are known."""
    return sum(one.amount or 0 for one in held)


def setting_for(reward: Reward) -> str:
    """The setting that holds the amount for subjects of this kind; empty where the kind is not known."""
    return AMOUNTS.get(reward.nominee.kind, "")


def _amount(book: Book, nominee: Nominee) -> int | None:
    own = nominee.row.number("reward_amount")
    setting = AMOUNTS.get(nominee.kind)
    usual = book.settings.number(setting) if setting else None
    amount = usual if own is None else own
    return None if amount is None else int(amount)


def _number(reward: Reward) -> str:
    return same_number(reward.nominee.row.text("commendation_number"))


def _decision(held: tuple[Reward, ...]) -> RewardDecision:
    rows = [one.nominee.row for one in held]
    number = rows[0].text("commendation_number")
    days = [day for row in rows if (day := row.day("commendation_date"))]
    return RewardDecision(number, days[0] if number and days else None, held)
