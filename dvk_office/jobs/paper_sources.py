"""Every kind of paper with the function that says which papers of it there are."""

from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.jobs import (
    papers_appraisal,
    papers_certificates,
    papers_city,
    papers_inspection,
    papers_recognition,
    papers_registration,
    papers_reports,
    papers_reward,
    papers_scores,
    papers_slips,
    papers_start,
    papers_units,
)
from dvk_office.jobs.papers import Source

_GROUPS: tuple[Mapping[str, Source], ...] = (
    papers_units.SOURCES,
    papers_start.SOURCES,
    papers_inspection.SOURCES,
    papers_registration.SOURCES,
    papers_appraisal.SOURCES,
    papers_scores.SOURCES,
    papers_recognition.SOURCES,
    papers_certificates.SOURCES,
    papers_city.SOURCES,
    papers_reward.SOURCES,
    papers_reports.SOURCES,
    papers_slips.SOURCES,
)
SOURCES: Mapping[str, Source] = MappingProxyType(
    {key: source for group in _GROUPS for key, source in group.items()}
)
