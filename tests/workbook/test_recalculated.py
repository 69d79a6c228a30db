"""The workbook counts by itself: LibreOffice calculates every formula anew and finds what Python wrote beside it."""

from pathlib import Path

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.recalculated import differences, recalculated

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.mark.req("R-036", "R-182")
def test_every_formula_of_the_clean_sample_gives_what_python_counted(
    layout: Layout, rules: Rules, tmp_path: Path
) -> None:
    book = SAMPLES / f"so-mau-{rules.year}.xlsx"
    (found,) = recalculated([book], tmp_path)
    log = layout.by_key["log"].tab  # digests of entries, calculated only where somebody checks
    counted = [tab for tab in found if found[tab] and tab != log]
    assert {layout.by_key[key].tab for key in ("dashboard", "models")} <= set(counted)
    assert list(differences(book, found, counted)) == []
