"""The manual can be read without a workbook."""

from dvk_office.jobs.guide import guide
from dvk_office.rules.actions import workbook_groups


def test_the_manual_says_what_every_button_does() -> None:
    parts = {one["title"]: one["lines"] for one in guide().answer["parts"]}
    words = [one.word for _, actions in workbook_groups() for one in actions]
    assert [line.partition(":")[0] for line in parts["Các nút"]] == words


def test_a_part_that_stands_in_the_workbook_alone_is_left_out() -> None:
    titles = [one["title"] for one in guide().answer["parts"]]
    assert "Bắt đầu" in titles
    assert "Lịch của năm" not in titles
