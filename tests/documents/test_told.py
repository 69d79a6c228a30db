"""Sentences stand only where the workbook has what they tell."""

from dvk_office.documents.told import sentences

NOTHING = {
    "models.plan_number": "",
    "models.plan_date": "",
    "plan_without_number": "",
    "models.launch_date": "",
}


def test_a_sentence_stands_where_each_of_its_values_is_there() -> None:
    values = {**NOTHING, "models.plan_number": "01-KH/CB", "models.plan_date": "04/02/2026"}
    assert sentences("c2", values) == ("Kế hoạch thực hiện số 01-KH/CB, ngày 04/02/2026.",)
    assert sentences("c2", {**NOTHING, "models.plan_number": "01-KH/CB"}) == ()


def test_what_was_typed_ends_with_one_full_stop() -> None:
    for typed in ("Mỗi hộ một đoạn", "Mỗi hộ một đoạn.", "Mỗi hộ một đoạn; "):
        assert sentences("c5", {"details.methods": typed}) == ("Mỗi hộ một đoạn.",)


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert sentences("c5", {"details.methods": "{models.goal}"}) == ("{models.goal}.",)


def test_a_criterion_that_no_sentence_is_for_has_none() -> None:
    assert sentences("c99", {}) == ()
