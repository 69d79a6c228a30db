"""The verdict on each model of an earlier year, for an organisation and for the commune."""

from datetime import date

import pytest

from dvk_office.core.review import registered_again, review, review_of
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

DAY = date(2026, 3, 1)
TEXT = """
| organisations | code | name | kind | must_register | previous_models_reviewed |
|               | TC01 | Chi bộ thôn Hạ    | Chi bộ | Có | 01/3/2026 |
|               | TC02 | Chi bộ thôn Trung | Chi bộ | Có | 02/3/2026 |
|               | TC03 | Hội Người cao tuổi | Hội quần chúng | | |
| registrants | code | kind    | name              | managing_organisation |
|             | CT01 | Tập thể | Chi bộ thôn Hạ    | TC01 |
|             | CT02 | Tập thể | Chi bộ thôn Trung | TC02 |
| models | code | registrant | origin    | still_suitable | effective | registered_on | dropped_on |
|        | MH01 | CT01       | Tiếp tục  | Có    | Có    | 05/02/2026 | |
|        | MH02 | CT01       | Tiếp tục  | Không | Có    |            | |
|        | MH03 | CT01       | Tiếp tục  | Có    |       | 05/02/2026 | |
|        | MH04 | CT02       | Tiếp tục  | Có    | Có    | 05/02/2026 | 01/3/2026 |
|        | MH05 | CT01       | Mới       |       |       | 05/02/2026 | |
|        | MH06 | CT02       | Nhân rộng |       |       | 05/02/2026 | |
|        | MH07 | CT02       | Mới       |       |       | 02/3/2026  | |
"""


def codes(models) -> list[str]:
    return [model.text("code") for model in models]


@pytest.mark.req("R-161", "R-164")
def test_each_old_model_has_one_verdict(layout: Layout, rules: Rules) -> None:
    found = review(book(layout, rules, TEXT), DAY)
    assert {key: codes(models) for key, models in found.old.items()} == {
        "kept_up": ["MH01"],
        "given_up": ["MH02", "MH04"],
        "unreviewed": ["MH03"],
    }
    assert codes(found.models) == ["MH01", "MH02", "MH04", "MH03"]


@pytest.mark.req("R-161", "T-41")
def test_a_model_is_given_up_from_its_day_on(layout: Layout, rules: Rules) -> None:
    before = review(book(layout, rules, TEXT), date(2026, 2, 28))
    assert "MH04" in codes(before.old["kept_up"])


@pytest.mark.req("R-164")
def test_what_is_registered_anew_by_the_day_stands_beside_the_old(
    layout: Layout, rules: Rules
) -> None:
    assert codes(review(book(layout, rules, TEXT), DAY).anew) == ["MH05", "MH06"]


@pytest.mark.req("R-161")
def test_an_organisation_reviews_the_models_of_its_own_subjects(
    layout: Layout, rules: Rules
) -> None:
    made = book(layout, rules, TEXT)
    found = review_of(made, DAY, made["organisations"][1])
    assert codes(found.models) == ["MH04"]
    assert codes(found.anew) == ["MH06"]


@pytest.mark.req("R-161")
def test_who_must_register_and_has_not_told_of_a_review_by_the_day_is_waited_for(
    layout: Layout, rules: Rules
) -> None:
    assert codes(review(book(layout, rules, TEXT), DAY).waiting) == ["TC02"]


@pytest.mark.req("R-029", "R-164")
@pytest.mark.parametrize(
    ("registered_on", "again"),
    [("05/02/2026", True), ("05/02/2025", False), ("02/3/2026", False), ("", False)],
)
def test_a_model_is_registered_again_by_a_day_of_this_year_that_has_come(
    layout: Layout, rules: Rules, registered_on: str, *, again: bool
) -> None:
    made = book(layout, rules, TEXT.replace("05/02/2026", registered_on, 1))
    assert registered_again(made, made["models"][0], DAY) is again
