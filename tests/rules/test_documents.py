"""Our papers as data: whatever a kind names is there."""

import pytest

from dvk_office.documents.template_blocks import BLOCKS
from dvk_office.rules.documents import (
    PaperKind,
    bodies,
    deciding,
    instead,
    issuer,
    paper_kinds,
    paper_text,
    signer,
)
from dvk_office.rules.formats import profiles, styles
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

EACH = pytest.mark.parametrize("kind", paper_kinds().values(), ids=lambda one: one.key)


@EACH
def test_the_settings_that_a_paper_names_are_settings(kind: PaperKind, layout: Layout) -> None:
    issued, signed = issuer(kind.issuer), signer(kind.signer)
    named = {*kind.settings, *kind.quotes_settings, *map(instead, kind.settings)} - {""}
    named |= {issued.superior, issued.name, issued.symbol}
    named |= {signed.authority, signed.name, signed.post}
    assert named - {""} <= layout.setting_by_key.keys()


@EACH
def test_the_columns_that_a_paper_names_are_columns(kind: PaperKind, layout: Layout) -> None:
    for named in (kind.columns, kind.quotes):
        for sheet, keys in named.items():
            assert set(keys) <= layout.by_key[sheet].by_key.keys()


@EACH
def test_a_paper_that_is_numbered_stands_in_the_register_under_a_known_kind(
    kind: PaperKind, layout: Layout
) -> None:
    known = {one.key for one in layout.choices["paper_kind"]}
    assert not kind.register or kind.register in known


@EACH
def test_a_paper_has_a_family_a_section_and_a_plain_file_name(kind: PaperKind) -> None:
    assert kind.family in {one.family for one in profiles()}
    assert kind.section.startswith("Mục ")
    assert kind.file.isascii()
    assert "{year}" in kind.file


def flat(blocks):
    """Every block, those inside others included."""
    for one in blocks:
        yield one
        for inner in ("blocks", "otherwise"):
            yield from flat(one.get(inner, ()))


@EACH
def test_the_text_of_a_template_uses_known_blocks_and_styles(kind: PaperKind) -> None:
    blocks = list(flat(paper_text(kind.text)["blocks"]))
    used = {one["style"] for one in blocks if "style" in one}
    used |= {c["style"] for one in blocks for c in one.get("columns", ()) if "style" in c}
    assert {one["block"] for one in blocks} <= BLOCKS.keys()
    assert used <= {style.key for style in styles(kind.family)}


@pytest.mark.req("T-22")
def test_the_deciding_bodies_and_the_bodies_of_recipients_are_settings(layout: Layout) -> None:
    assert {*deciding().values(), *bodies()} <= layout.setting_by_key.keys()


@pytest.mark.req("R-166")
def test_the_report_on_registration_is_printed_for_its_three_recipients() -> None:
    assert paper_kinds()["registration_report"].copies == 3


@pytest.mark.req("R-185", "R-189")
@pytest.mark.parametrize(
    "key",
    [
        "appraisal_notice",
        "recognition_submission",
        "recognition_minutes",
        "recognition_decision",
        "team_decision",
        "exemplar_ballot",
        "ballot_minutes",
        "exemplar_minutes",
        "city_submission",
        "achievement_summary",
        "nomination_list",
        "reward_submission",
        "reward_decision",
        "award_list",
        "receipt_list",
        "half_year_report",
        "annual_report",
    ],
)
def test_a_paper_with_a_list_rests_on_the_order_that_lists_have(key: str) -> None:
    assert "people_order" in paper_kinds()[key].quotes_settings


@pytest.mark.req("R-094", "R-189")
def test_a_score_sheet_rests_on_the_maxima_that_it_prints(rules: Rules) -> None:
    maxima = {f"points_{one.key}" for one in rules.criteria}
    assert maxima <= set(paper_kinds()["score_sheet"].quotes_settings)
