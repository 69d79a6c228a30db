"""No button is dead: button, ribbon, macro and job are one row of the table of actions."""

from collections import Counter
from importlib import import_module

import pytest
from pyvbaanalysis import analyze_office_file

from dvk_office.rules.actions import Action, load_actions, workbook_groups
from tests.macros.built import (
    BUTTONS,
    MASTER,
    modules,
    public_subs,
    ribbon_buttons,
    ribbon_labels,
    sheet_buttons,
)


def test_the_sheet_has_a_button_for_each_action_under_its_own_word() -> None:
    expected = [(action.word, f"DVK_{action.name}") for action in BUTTONS]
    assert Counter(sheet_buttons()) == Counter(expected)


def test_every_button_names_a_public_macro_without_parameters() -> None:
    subs = public_subs()
    assert {subs.get(macro) for _, macro in sheet_buttons()} == {""}


def test_every_button_of_the_ribbon_names_a_public_macro_with_one_parameter() -> None:
    subs = public_subs()
    assert {subs.get(one["onAction"]) for one in ribbon_buttons()} == {"control As Object"}


def test_the_ribbon_shows_word_icon_and_sentence_of_each_action_in_its_group() -> None:
    shown = [(one["label"], one["imageMso"], one["supertip"]) for one in ribbon_buttons()]
    assert shown == [(action.word, action.icon, action.help) for action in BUTTONS]
    assert ribbon_labels("tab") == ["Dân vận khéo"]
    assert ribbon_labels("group") == [group for group, _ in workbook_groups()]


@pytest.mark.parametrize("action", BUTTONS, ids=lambda action: action.key)
def test_a_macro_is_one_line_that_calls_the_function_of_its_action(action: Action) -> None:
    lines = modules()["modDvk"].split("\r\n")
    at = lines.index(f"Public Sub DVK_{action.name}()")
    call = f"from dvk_office.shells import buttons; buttons.{action.name}()"
    assert lines[at + 1 : at + 3] == [f'    DVK_RunPython "{call}"', "End Sub"]


@pytest.mark.parametrize("action", BUTTONS, ids=lambda action: action.key)
def test_every_button_has_a_job_that_exists(action: Action) -> None:
    module, _, function = action.job.partition(".")
    assert callable(getattr(import_module(f"dvk_office.jobs.{module}"), function))


def test_every_group_of_an_action_has_its_place_in_the_ribbon() -> None:
    assert sum(len(actions) for _, actions in workbook_groups()) == len(
        [action for action in load_actions() if action.workbook]
    )


def test_nobody_can_ask_a_workbook_to_build_itself() -> None:
    keys = {action.key for action in BUTTONS}
    assert not keys & {"demo", "build", "rules", "schema"}


def test_the_analysis_of_the_macros_finds_no_error_and_in_our_own_modules_nothing() -> None:
    found = analyze_office_file(MASTER)
    ours = {name: found[name] for name in ("modDvk", "modHost")}
    assert ours == {"modDvk": [], "modHost": []}
    assert [one for all_ in found.values() for one in all_ if one.severity.value == "error"] == []
