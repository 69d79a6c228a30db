"""What every test may ask for: this year's rules, the layout filled from them, the day that it is."""

from datetime import date

import pytest
from hypothesis import HealthCheck, settings

from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.year import Rules

YEAR = 2026

# No test of ours depends on how busy the machine is.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def rules() -> Rules:
    from dvk_office.rules.load import load_year

    return load_year(YEAR)


@pytest.fixture(scope="session")
def layout(rules: Rules) -> Layout:
    return load_layout(rules)


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which the sample book stands."""
    return date(YEAR, 11, 23)
