"""The table of actions: names that code can carry, one place in the ribbon for each."""

import pytest

from dvk_office.rules.actions import Action, load_actions, workbook_groups

LONGEST_TIP = 1024  # [MS-CUSTOMUI] ST_LongString


@pytest.mark.parametrize("action", load_actions(), ids=lambda action: action.key)
def test_the_key_makes_a_name_in_python_and_in_vba(action: Action) -> None:
    assert action.name.isidentifier()
    assert action.name.isascii()
    assert action.name.islower()


@pytest.mark.parametrize("action", load_actions(), ids=lambda action: action.key)
def test_the_sentence_fits_the_tip_of_the_ribbon(action: Action) -> None:
    assert action.help.endswith(".")
    assert len(action.help) <= LONGEST_TIP


def test_names_and_words_are_unique() -> None:
    actions = load_actions()
    assert len({action.name for action in actions}) == len(actions)
    assert len({action.word for action in actions}) == len(actions)


def test_a_group_without_buttons_is_not_shown() -> None:
    groups = dict(workbook_groups())
    assert all(groups.values())
    assert {action.group for actions in groups.values() for action in actions} == set(groups)
