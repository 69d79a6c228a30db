"""Every kind of paper with the function that says which papers of it there are.

A module of papers is imported when the first of its kinds is asked for: a click asks for a few of them.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from dvk_office.jobs.papers import Source

MODULES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "papers_units": (
            "registration_form", "registration_form_blank", "model_plan", "commitment",
            "launch_programme", "launch_minutes",
        ),
        "papers_start": ("movement_plan", "review_report", "review_summary", "reminder_letter"),
        "papers_inspection": (
            "inspection_plan", "inspection_minutes", "inspection_minutes_state",
        ),
        "papers_registration": ("registration_report",),
        "papers_appraisal": (
            "appraisal_plan", "team_decision", "hearing_invitation", "hearing_minutes",
            "appraisal_notice",
        ),
        "papers_scores": ("result_report", "score_sheet"),
        "papers_recognition": (
            "recognition_submission", "recognition_minutes", "recognition_decision",
        ),
        "papers_certificates": ("certificate_collective", "certificate_individual"),
        "papers_city": (
            "exemplar_ballot", "ballot_minutes", "exemplar_minutes", "city_submission",
            "achievement_report_collective", "achievement_report_individual",
            "achievement_report_leader", "achievement_summary", "nomination_list",
        ),
        "papers_reward": (
            "reward_submission", "reward_decision", "award_list", "receipt_list",
            "reward_certificate_collective", "reward_certificate_individual",
        ),
        "papers_reports": ("half_year_report", "annual_report"),
        "papers_slips": ("signing_slip", "dispatch_slip"),
    }
)  # fmt: skip
_MODULE_OF: Mapping[str, str] = MappingProxyType(
    {key: module for module, keys in MODULES.items() for key in keys}
)


def source_of(key: str) -> Source:
    """What says which papers of the kind `key` there are; KeyError for a kind that there is not."""
    sources: Mapping[str, Source] = import_module(f"{__package__}.{_MODULE_OF[key]}").SOURCES
    return sources[key]
