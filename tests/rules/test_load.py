"""A new year's file loads whole, or every fault is named by table and key."""

from pathlib import Path

import pytest

from dvk_office.rules.load import read_rules
from dvk_office.rules.shape import Fault
from dvk_office.rules.year import Rules

NEXT_YEAR = Path(__file__).with_name("next_year.toml")
TEXT = NEXT_YEAR.read_text(encoding="utf-8")


def faults(old: str, new: str, text: str = TEXT) -> set[tuple[str, str, str]]:
    """The faults of next year's file with `old` written as `new`, as (table, key, problem)."""
    assert old in text
    found = read_rules(text.replace(old, new, 1))
    assert not isinstance(found, Rules)
    return {(one.table, one.key, one.problem) for one in found}


@pytest.mark.req("R-001")
def test_a_good_file_of_another_year_loads() -> None:
    found = read_rules(TEXT)
    assert isinstance(found, Rules)
    assert found.year == 2027
    assert [one.key for one in found.fields] == ["KT", "VH", "QA", "HT", "MT"]


CASES = [
    ("year = 2027\n", "", ("", "year", "missing")),
    ("year = 2027\n", 'year = "2027"\n', ("", "year", "not_a_number")),
    ("year = 2027\n", "year = true\n", ("", "year", "not_a_number")),
    ("year = 2027\n", "year = 2027\nyaer = 1\n", ("", "yaer", "unknown_key")),
    ('issuer = "Ban Thường vụ Đảng ủy"', 'issuer = " "', ("", "issuer", "empty")),
    ('issuer = "Ban Thường vụ Đảng ủy"', "issuer = 5", ("", "issuer", "not_text")),
    ("errata = []", 'errata = "none"', ("", "errata", "not_a_list")),
    ("errata = []", "errata = [1]", ("errata[1]", "", "not_a_table")),
    ('label = "Kinh tế"\n', "", ("fields[1]", "label", "missing")),
    ('key = "VH"', 'key = "KT"', ("fields[2]", "key", "double")),
    ('key = "KT2", ', "", ("fields[1].topics[2]", "key", "missing")),
    ('key = "KT2"', 'key = "KT1"', ("fields[1].topics[2]", "key", "double")),
    ('kind = "collective"', 'kind = "colective"', ("registrant_types[1]", "kind", "unknown_word")),
    ("at_least = 8\n", "", ("targets[1]", "at_least", "either_or")),
    ("at_least = 8\n", "at_least = 0\n", ("targets[1]", "at_least", "out_of_range")),
    ("percent = 90", "percent = 900", ("targets[3]", "percent", "out_of_range")),
    ('within = "commune_models"', 'within = "x"', ("targets[2]", "within", "unknown_word")),
    ("before = 2027-03-01\n", "", ("deadlines[1]", "before", "either_or")),
    ("before = 2027-03-01", "before = 2027-02-30", ("deadlines[1]", "before", "impossible_day")),
    ("before = 2027-03-01", 'before = "01/3/2027"', ("deadlines[1]", "before", "impossible_day")),
    ("before = 2027-03-01", "before = 3", ("deadlines[1]", "before", "not_a_day")),
    ("before = 2027-03-01", "before = 2027-03-01T08:00:00", ("deadlines[1]", "before", "not_a_day")),
    ("before = 2027-03-01", "before = 2026-03-01", ("deadlines[1]", "before", "other_year")),
    ("before = 2027-03-01", "before = 2027-03-02", ("deadlines[1]", "as_written", "other_day")),
    ('paper = "plan"\n', "", ("deadlines[6]", "paper", "goes_with_measure")),
    ('paper = "plan"\n', 'paper = "plann"\n', ("deadlines[6]", "paper", "unknown_word")),
    ("before = 2027-01-20", "before = 2027-01-20\nconfirmed = false", ("deadlines[6]", "read_as", "missing")),
    ("number = 2\nlabel", "number = 1\nlabel", ("criteria[2]", "number", "double")),
    ("points = 10", "points = -1", ("criteria[1]", "points", "out_of_range")),
    ("new_only = true", 'new_only = "x"', ("criteria[2].parts[2]", "new_only", "not_true_or_false")),
    ('who = "collective"', 'who = "team"', ("exemplar_criteria[1]", "who", "unknown_word")),
    ('per = "nominee"', 'per = "person"', ("dossier_parts[3]", "per", "unknown_word")),
    ("copies = 3", "copies = 0", ("dossier_parts[3]", "copies", "out_of_range")),
    ('setting = "both_tags"', 'setting = "two_tags"', ("local_choices[5]", "setting", "unknown_word")),
    ("day = 2027-04-30", "day = 2026-04-30", ("holidays[3]", "day", "other_year")),
    ("day = 2027-04-30", "day = 2027-01-01", ("holidays[3]", "day", "double")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_fault_is_named_by_table_and_key(
    old: str, new: str, expected: tuple[str, str, str]
) -> None:
    assert expected in faults(old, new)


def test_a_field_without_topics_is_a_fault() -> None:
    start = TEXT.index("topics = [", TEXT.index('key = "MT"'))
    end = TEXT.index("]\n", start) + 1
    assert ("fields[5]", "topics", "empty_list") in faults(TEXT[start:end], "topics = []")


def test_a_year_without_a_whole_table_is_a_fault() -> None:
    start, end = TEXT.index("[[building_steps]]"), TEXT.index("[[appraisal_steps]]")
    assert faults(TEXT[start:end], "") == {("", "building_steps", "missing")}


def test_all_faults_are_named_in_one_run() -> None:
    text = TEXT.replace("year = 2027", 'year = "x"').replace("percent = 90", "percent = 101")
    found = faults("before = 2027-03-01", "before = 2027-02-30", text)
    assert found >= {
        ("", "year", "not_a_number"),
        ("targets[3]", "percent", "out_of_range"),
        ("deadlines[1]", "before", "impossible_day"),
    }


@pytest.mark.req("T-01")
def test_the_misprinted_day_cannot_be_typed_as_a_day() -> None:
    found = faults("before = 2027-12-05", "before = 2027-11-31")
    assert ("deadlines[5]", "before", "impossible_day") in found


@pytest.mark.parametrize("text", ["year = = 1", "[[fields]\n", 'a = "', "\ufffe", "x"])
def test_broken_syntax_is_one_fault_with_its_line(text: str) -> None:
    found = read_rules("year = 2027\n" + text)
    assert isinstance(found, tuple)
    assert [(one.key, one.problem) for one in found] == [("", "syntax")]
    assert 2 <= int(found[0].table) <= 3


def test_an_empty_file_lacks_everything() -> None:
    found = read_rules("")
    assert isinstance(found, tuple)
    assert Fault("", "fields", "missing") in found


def test_a_measure_that_nothing_measures_is_a_fault() -> None:
    found = read_rules(TEXT, {"targets": ("commune_models",), "deadlines": ()})
    assert isinstance(found, tuple)
    assert {one.table for one in found if one.key == "measure"} >= {"targets[2]", "deadlines[1]"}
    assert "targets[1]" not in {one.table for one in found}
