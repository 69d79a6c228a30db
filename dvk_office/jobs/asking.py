"""Asking for papers: each by whoever fills it, many at a time, unless its rows keep it from being made."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.core.stops import errors_by_cell, stops
from dvk_office.jobs.check import all_findings
from dvk_office.jobs.fillers import Fill, Take
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper
from dvk_office.jobs.places import template_path

AT_ONCE = 50  # papers that go through a step together


class Asked(NamedTuple):
    """A paper with what stops it, or else what gives it once it is filled."""

    paper: Paper
    template: Path
    stopped: tuple[Finding, ...]
    take: Take | None


Ask = Callable[[Paper], Asked]


def asking(opened: Opened, today: date, fill: Fill) -> Ask:
    """What asks `fill` for a paper of `opened`, unless an error in its rows stops it (R-189).

    A second paper of one file name is stopped too: it would take the place of the first.
    """
    taken: set[str] = set()
    errors = cache(lambda: errors_by_cell(all_findings(opened, today)))
    template = cache(partial(template_path, opened.path))

    def ask(paper: Paper) -> Asked:
        file = template(paper.kind.template)
        found = stops(paper.kind, paper.rests_on, opened.book, opened.layout, errors())
        stopped = (*paper.findings, *found)
        if paper.name in taken and not stopped:
            stopped = (finding("VB-022", Place(tab=paper.name), paper=paper.kind.title),)
        if not stopped:
            taken.add(paper.name)
        return Asked(paper, file, stopped, None if stopped else fill(file, paper.context()))

    return ask


def begun(coming: Iterator[Paper], ask: Ask) -> tuple[Sequence[Asked], Sequence[Paper]]:
    """The first papers asked for, and the others, which are looked for while the first are being filled."""
    first = [ask(paper) for paper in islice(coming, AT_ONCE)]
    return first, tuple(coming)


def all_asked(first: Sequence[Asked], others: Sequence[Paper], ask: Ask) -> Iterator[Asked]:
    """Every paper, each asked for while those before it are filled and written; many at a time.

    The steps of many papers one after the other take half the time of all the steps of one paper after the other.
    """
    waiting = first
    for start in range(0, len(others), AT_ONCE):
        asked = [ask(paper) for paper in others[start : start + AT_ONCE]]
        yield from waiting
        waiting = asked
    yield from waiting
