"""The layout holds every sheet and column of the contract, and nothing in it points nowhere."""

import unicodedata

import pytest

from dvk_office.core.values import Problem, read_value, reader_of
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.year import Rules

CONTRACT = {
    "settings": "key value note",
    "organisations": "code name kind direct must_register must_plan head head_title email phone own_plan_number "
    "own_plan_date previous_models_reviewed note",
    "registrants": "code kind type name birth_year gender position leader unit managing_organisation email phone "
    "grading grading_year grading_state",
    "models": "code name registrant field topics origin commune_task professional_task priority since_year "
    "replicated_from previous_goal previous_figure still_suitable effective goal figure figure_unit "
    "goal_higher_confirmed approval_date registered_on plan_number plan_date plan_received_on start_date end_date "
    "launch_planned launch_date person_in_charge dropped_on drop_reason note",
    "details": "model situation advantages difficulties tasks methods expected_results area audience leader_in_charge "
    "members_assigned partners resources_planned milestones check_schedule launch_place commitments propaganda "
    "sustainability resolution_target pressing_issue committee_confirmed discovered_by discovery_reason",
    "progress": "model as_of figure_reached participants beneficiaries resources_money resources_days resources_land "
    "resources_other results effects limits remedies replicated_to",
    "inspections": "model date kind by result difficulties resolution resolved_on follow_up",
    "team": "name position unit role organisation email",
    "scores": "model appraiser recused recusal_reason "
    + " ".join(f"c{n} p{n} n{n}" for n in range(1, 9))
    + " comment date",
    "meetings": "code kind date time place chair secretary summoned present absent_reason ballots_issued "
    "ballots_returned ballots_valid conclusion",
    "hearings": "model meeting date time place report_received members_present votes_for votes_against conclusion "
    "shortcomings notice_number notice_date decision_number decision_date certificate_number most_exemplary",
    "exemplars": "registrant model took_part_directly e1 e2 e3 e4 e5 e6 l1 l2 l3 introduced_by meeting votes_for "
    "chosen report_received_on confirmed_direct_on confirmed_commune_on copies_bound submission_number "
    "submission_date city_number city_date commend commendation_number commendation_date certificate_number "
    "reward_amount birth_date hometown residence education party_position achievements",
    "awards": "registrant year form decision_number decision_date issuer",
    "activities": "date organisation model kind channel number title quantity note",
    "archive": "model registration plan launch_evidence commitments propaganda_evidence resources_evidence "
    "inspection_minutes result_report appraisal_minutes result_notice recognition_decision place",
    "register": "issuer kind number date title subject signed_by cut_off state recipients sent_on channel message_id "
    "acknowledged_on file digest",
}
FIRST, LAST = ("dashboard", "guide"), ("findings", "targets", "deadlines", "model_sheet")


def test_the_tabs_stand_in_the_order_of_the_contract_between_what_we_write(layout: Layout) -> None:
    shown = [sheet.key for sheet in layout.sheets if sheet.role != "hidden"]
    assert shown == [*FIRST, *CONTRACT, *LAST]


def test_what_only_the_program_needs_is_hidden(layout: Layout) -> None:
    hidden = [sheet.key for sheet in layout.sheets if sheet.role == "hidden"]
    assert hidden == ["lists", "log", "figures", "xlwings"]


@pytest.mark.req(
    "R-059", "R-060", "R-064", "R-065", "R-066", "R-067", "R-068", "R-069", "R-070", "R-072",
    "R-073", "R-074", "R-076", "R-160",
)  # fmt: skip
@pytest.mark.parametrize("key", CONTRACT)
def test_every_column_of_the_contract_is_there_and_keeps_its_order(
    layout: Layout, key: str
) -> None:
    wanted = CONTRACT[key].split()
    assert [column for column in layout.by_key[key].by_key if column in wanted] == wanted


@pytest.mark.req("R-012")
def test_a_model_can_name_a_target_of_the_resolution_and_the_issue_it_solves(
    layout: Layout,
) -> None:
    details = layout.by_key["details"].by_key
    assert {details[key].required for key in ("resolution_target", "pressing_issue")} == {False}


@pytest.mark.req("R-037", "R-038")
def test_the_field_is_compulsory_and_topics_are_not(layout: Layout, rules: Rules) -> None:
    models = layout.by_key["models"].by_key
    assert (models["field"].required, models["topics"].required) == (True, False)
    assert [one.key for one in layout.choices["fields"]] == [one.key for one in rules.fields]


@pytest.mark.req("R-054")
def test_nobody_needs_a_post_to_be_registered(layout: Layout) -> None:
    assert not layout.by_key["registrants"].by_key["position"].required


@pytest.mark.req("R-008")
def test_the_recipients_of_the_guidance_are_the_default_in_their_order(
    layout: Layout, rules: Rules
) -> None:
    assert layout.setting_by_key["recipients"].default.split("\n") == list(rules.recipients)


@pytest.mark.req("R-007", "R-154")
def test_what_the_guidance_leaves_open_is_a_setting(layout: Layout) -> None:
    assert layout.setting_by_key.keys() >= {
        "guidance_number", "guidance_date", "signer_name", "signer_post", "recipients",
        "managed_counts", "exemplar_level", "launch_replicated", "board_name",
    }  # fmt: skip


def test_every_setting_that_the_year_leaves_open_is_in_the_sheet(
    layout: Layout, rules: Rules
) -> None:
    assert rules.local_defaults.keys() <= layout.setting_by_key.keys()


def test_every_default_can_be_read(layout: Layout) -> None:
    for one in layout.settings:
        found = read_value(one.kind, one.default, layout.choices.get(one.choices, ()))
        assert not isinstance(found, Problem), one.key


@pytest.mark.req("R-001")
def test_the_year_fills_the_defaults(layout: Layout, rules: Rules) -> None:
    defaults = {setting.key: setting.default for setting in layout.settings}
    assert defaults["year"] == str(rules.year)
    assert defaults["year_cut_off"].endswith(f"/{rules.year}")


@pytest.mark.req("R-001")
def test_the_layout_itself_names_no_year(rules: Rules) -> None:
    plain = load_layout()
    texts = [setting.default + setting.hint for setting in plain.settings]
    texts += [column.header + column.hint for sheet in plain.sheets for column in sheet.columns]
    assert not [text for text in texts if str(rules.year) in text]


def test_headers_and_keys_are_unique_in_each_sheet(layout: Layout) -> None:
    for sheet in layout.sheets:
        headers = [word for c in sheet.columns for word in (c.header, *c.also)]
        assert len(set(headers)) == len(headers), sheet.key
        assert len(sheet.by_key) == len(sheet.columns), sheet.key


def test_keys_of_choices_and_settings_are_unique(layout: Layout) -> None:
    assert len(layout.setting_by_key) == len(layout.settings)
    for name, choices in layout.choices.items():
        assert len({one.key for one in choices}) == len(choices), name
        assert len({one.label for one in choices}) == len(choices), name


def test_choices_references_and_identities_point_at_something(layout: Layout) -> None:
    for sheet in layout.sheets:
        assert set(sheet.identity) <= sheet.by_key.keys(), sheet.key
        for column in sheet.columns:
            assert not column.choices or column.choices in layout.choices
            assert not column.refers or "code" in layout.by_key[column.refers].by_key
            when = column.required_when
            assert when is None or {*when.values} <= _keys(
                layout, sheet.by_key[when.column].choices
            )


def _keys(layout: Layout, choices: str) -> set[str]:
    return {one.key for one in layout.choices[choices]}


def test_every_kind_can_be_read(layout: Layout) -> None:
    columns = [column for sheet in layout.sheets for column in sheet.columns]
    kinds = {one.kind for one in (*columns, *layout.settings)} - {"computed"}
    assert all(reader_of(kind) for kind in kinds)


def test_a_computed_name_stands_beside_its_code(layout: Layout) -> None:
    for sheet in layout.sheets:
        keys = list(sheet.by_key)
        for key in (one.key for one in sheet.columns if one.key.endswith("_name")):
            assert sheet.by_key[key].kind == "computed"
            assert keys[keys.index(key) - 1] == key.removesuffix("_name")


def test_hints_fit_into_excel(layout: Layout) -> None:
    columns = [column for sheet in layout.sheets for column in sheet.columns]
    assert max(len(one.hint) for one in (*columns, *layout.settings)) <= 255
    assert max(len(sheet.tab) for sheet in layout.sheets) <= 31


@pytest.mark.req("R-183")
def test_every_word_of_the_layout_is_nfc(layout: Layout) -> None:
    words = [sheet.tab + sheet.hint for sheet in layout.sheets]
    words += [one.header + one.hint + one.band for s in layout.sheets for one in s.columns]
    words += [one.label + one.hint + one.default for one in layout.settings]
    words += [one.label for choices in layout.choices.values() for one in choices]
    assert all(unicodedata.is_normalized("NFC", word) for word in words)
