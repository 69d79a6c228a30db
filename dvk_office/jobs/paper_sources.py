"""Every kind of paper with the function that says which papers of it there are."""

from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.jobs import papers_city, papers_recognition, papers_registration, papers_units
from dvk_office.jobs.papers import Source

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        **papers_units.SOURCES,
        **papers_registration.SOURCES,
        **papers_recognition.SOURCES,
        **papers_city.SOURCES,
    }
)
