"""The story of the clean sample, clause by clause: a commune's year as far as 23/11, counted in the built workbook."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise

import pytest

from dvk_office.core.records import Book, Record
from dvk_office.core.targets import targets
from dvk_office.jobs.demo import sample_path
from dvk_office.jobs.opening import open_book
from dvk_office.rules.year import Rules

OWN_DAY = date(2026, 11, 23)
LAST_DAY_OF_REGISTRATION = date(2026, 2, 9)


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book(sample_path()).book


def _count(records: Iterable[Record], key: str) -> Counter[str]:
    return Counter(one.text(key) for one in records)


def _codes(records: Iterable[Record]) -> list[str]:
    return [one.text("code") for one in records]


def _late(model: Record) -> bool:
    days = (model.day("registered_on"), model.day("plan_received_on"))
    return any(day > LAST_DAY_OF_REGISTRATION for day in days if day)


# --- The bodies and the subjects


def test_there_are_36_direct_party_organisations_and_9_other_bodies(book: Book) -> None:
    direct = [one for one in book["organisations"] if one.yes("direct")]
    kinds = {one.text("kind") for one in direct}
    assert (len(direct), len(book["organisations"]) - len(direct)) == (36, 9)
    assert kinds == {"party_cell", "party_committee"}


def test_60_subjects_are_35_collectives_10_who_lead_a_model_and_15_who_take_part(
    book: Book,
) -> None:
    leading = {one.text("registrant") for one in book["models"]}
    kinds = [(one.text("kind"), one.text("code") in leading) for one in book["registrants"]]
    assert Counter(kinds) == {
        ("collective", True): 35,
        ("individual", True): 10,
        ("individual", False): 15,
    }


def test_all_36_organisations_are_covered_and_every_target_is_reached(
    book: Book, rules: Rules
) -> None:
    results = {one.target.key: one for one in targets(book, rules, OWN_DAY)}
    assert results["organisations_with_model"].actual == 36
    assert all(one.met for one in results.values())


def test_two_persons_have_one_name(book: Book) -> None:
    people = [one for one in book["registrants"] if one.text("kind") == "individual"]
    assert [count for count in _count(people, "name").values() if count > 1] == [2]


def test_a_resident_outside_the_party_leads_a_model_and_is_chosen(book: Book) -> None:
    outside = {one.text("code") for one in book["registrants"] if one.text("type") == "resident"}
    assert outside & {one.text("registrant") for one in book["models"]}
    assert outside & {one.text("registrant") for one in book["exemplars"] if one.yes("chosen")}


def test_a_leader_is_chosen(book: Book) -> None:
    leaders = {one.text("code") for one in book["registrants"] if one.yes("leader")}
    chosen = {one.text("registrant") for one in book["exemplars"] if one.yes("chosen")}
    assert len(leaders & chosen) == 1


# --- The models


def test_45_models_are_27_continued_12_new_4_replicated_and_2_discovered(book: Book) -> None:
    origins = {"continued": 27, "new": 12, "replicated": 4, "discovered": 2}
    assert _count(book["models"], "origin") == origins


def test_three_continued_models_are_dropped_and_say_why(book: Book) -> None:
    dropped = [one for one in book["models"] if one.day("dropped_on")]
    assert [one.text("origin") for one in dropped] == ["continued"] * 3
    assert all(one.text("drop_reason") for one in dropped)


def test_the_fields_have_13_17_8_and_7_models(book: Book) -> None:
    assert _count(book["models"], "field") == {"KT": 13, "VH": 17, "QA": 8, "HT": 7}


def test_every_live_model_has_two_or_three_rows_of_progress(book: Book) -> None:
    live = _codes(one for one in book["models"] if not one.day("dropped_on"))
    rows = _count(book["progress"], "model")
    assert set(rows) == set(live)
    assert set(rows.values()) == {2, 3}


def test_two_registrations_are_late(book: Book) -> None:
    assert sum(map(_late, book["models"])) == 2


def test_some_goals_are_in_words_and_confirmed(book: Book) -> None:
    live = [one for one in book["models"] if one.text("origin") == "continued"]
    in_words = [one for one in live if one.text("goal") and one.blank("figure")]
    assert [one.yes("goal_higher_confirmed") for one in in_words] == [True, True]


def test_goals_are_modest_and_reached_unevenly(book: Book) -> None:
    goals = {one.text("code"): one.number("figure") for one in book["models"]}
    last = {one.text("model"): one.number("figure_reached") for one in book["progress"]}
    reached = [number / goal for code, number in last.items() if number and (goal := goals[code])]
    assert max(number or 0 for number in goals.values()) <= 1000
    assert min(reached) > 0.5
    assert max(reached) < 1.2
    assert 8 <= sum(one < 1 for one in reached) <= 16
    assert len({round(one, 2) for one in reached}) > 12


# --- The appraisal and what follows


def test_40_models_are_appraised_in_6_meetings_by_7_and_37_pass(book: Book) -> None:
    meetings = {one.text("meeting") for one in book["hearings"]}
    assert (len(book["hearings"]), len(meetings), len(book["team"])) == (40, 6, 7)
    assert _count(book["hearings"], "conclusion") == {"pass": 37, "fail": 3}
    decided = [one for one in book["hearings"] if not one.blank("decision_date")]
    assert {one.text("conclusion") for one in decided} == {"pass"}
    assert len(decided) == 37


def test_two_appraisers_stood_back_and_said_why(book: Book) -> None:
    recused = [one for one in book["scores"] if one.yes("recused")]
    assert len({one.text("model") for one in recused}) == len(recused) == 2
    assert all(one.text("recusal_reason") for one in recused)


def test_of_9_nominees_7_are_chosen_two_of_them_with_as_many_votes(book: Book) -> None:
    chosen = [one for one in book["exemplars"] if one.yes("chosen")]
    votes = Counter(one.number("votes_for") for one in book["exemplars"])
    assert (len(book["exemplars"]), len(chosen)) == (9, 7)
    assert [count for count in votes.values() if count > 1] == [2]


def test_the_citys_answer_and_the_report_of_the_year_are_awaited(book: Book) -> None:
    sent = [one for one in book["exemplars"] if one.day("submission_date")]
    report = [one for one in book["register"] if one.text("kind") == "annual_report"]
    assert all(one.blank("city_date") and one.blank("city_number") for one in sent)
    assert len(sent) == 7
    assert [(one.text("state"), one.blank("sent_on")) for one in report] == [("pending", True)]


# --- How it is written


def test_series_of_numbers_have_gaps(book: Book) -> None:
    for sheet in ("organisations", "registrants", "models", "meetings"):
        numbers = sorted(int(one.text("code")[2:]) for one in book[sheet])
        assert any(after > before + 1 for before, after in pairwise(numbers)), sheet
    certificates = sorted(
        int(text[:2]) for one in book["hearings"] if (text := one.text("certificate_number"))
    )
    assert any(after > before + 1 for before, after in pairwise(certificates))


def _comes_last(records: tuple[Record, ...], special: Callable[[Record], bool]) -> bool:
    marks = [special(one) for one in records]
    return any(marks) and marks == sorted(marks)


def test_ordinary_rows_come_first(book: Book) -> None:
    recused = {one.text("model") for one in book["scores"] if one.yes("recused")}
    found = set(_codes(one for one in book["models"] if one.text("origin") == "discovered"))
    assert _comes_last(
        book["models"],
        lambda one: (
            _late(one)
            or one.text("code") in found
            or not one.blank("dropped_on")
            or one.yes("goal_higher_confirmed")
            or (one.text("origin") == "new" and one.blank("launch_date"))
        ),
    )
    assert _comes_last(
        book["hearings"],
        lambda one: one.text("conclusion") == "fail" or one.text("model") in recused | found,
    )
    assert _comes_last(book["organisations"], lambda one: not one.yes("direct"))
    assert _comes_last(book["exemplars"], lambda one: not one.yes("chosen"))
