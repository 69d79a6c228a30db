"""Papers of a small book, made and read again: what the tests of papers ask for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.findings import Finding
from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TODAY, opened, paper_text, squeezed


@dataclass(frozen=True)
class Printed:
    """The lines of every paper that was made, by the name of its file, and what was found."""

    papers: Mapping[str, list[str]]
    findings: tuple[Finding, ...]

    @property
    def lines(self) -> list[str]:
        """The lines of the only paper."""
        assert len(self.papers) == 1, (sorted(self.papers), self.findings)
        return next(iter(self.papers.values()))

    @property
    def stopped_by(self) -> set[tuple[str, str]]:
        """The code of each finding, with the column of its cell."""
        return {(one.code, one.place.column_key) for one in self.findings}


@pytest.fixture
def make(rules: Rules, layout: Layout, tmp_path: Path) -> Callable[..., Printed]:
    """Makes the papers of one kind from the tables in a text."""

    def printed(
        kind: str, text: str, *, only: Sequence[str] = (), today: date = TODAY, **settings: object
    ) -> Printed:
        book = opened(settings.pop("rules", rules), layout, text, **settings)
        report = documents(book, (kind,), only, tmp_path, today, silent)
        made = {one.path.stem: _lines(one.path) for one in report.made}
        return Printed(made, report.findings)

    return printed


def _lines(path: Path) -> list[str]:
    return [squeezed(one) for one in paper_text(path).splitlines()]
