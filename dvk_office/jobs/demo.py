"""The whole chain on the clean sample: read, check, count, make the first papers, draft the letter, verify."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.appendix import appendix
from dvk_office.jobs.check import check
from dvk_office.jobs.deadlines import deadlines
from dvk_office.jobs.documents import documents
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.places import office_folder
from dvk_office.jobs.report import Made, Progress, Report, silent
from dvk_office.jobs.send import send
from dvk_office.jobs.targets import targets
from dvk_office.jobs.verify import verify
from dvk_office.rules.load import latest_year
from dvk_office.rules.messages import word

CALENDAR = "thoi-han.ics"
PAPERS = ("recognition_decision", "registration_report")


@dataclass(frozen=True)
class Stage:
    """One step of the demo: the key of its word, and the job as it is called here."""

    key: str
    run: Callable[[Opened, Path, date], Report]


STAGES = (
    Stage("check", lambda opened, _out, day: check(opened, day)),
    Stage("targets", lambda opened, _out, day: targets(opened, day)),
    Stage("deadlines", lambda opened, out, day: deadlines(opened, day, out / CALENDAR)),
    Stage("documents", lambda opened, out, day: documents(opened, PAPERS, (), out, day, silent)),
    Stage("appendix", lambda opened, out, day: appendix(opened, "01", out, day)),
    Stage("send", send),
    Stage("verify", lambda _opened, out, _day: verify(out)),
)


def sample_path() -> Path:
    """The clean sample of the newest year; DvkError where it was not built."""
    path = office_folder("samples") / f"so-mau-{latest_year()}.xlsx"
    if not path.is_file():
        raise DvkError(finding("TEP-090", Place(tab=path.name), folder=path.parent))
    return path


def demo(out: Path, today: date | None = None, progress: Progress = silent) -> Report:
    """Runs every stage into `out`. The day is the sample's own unless `today` is given."""
    opened = open_book(sample_path())
    day = today or opened.book.settings.day("sample_day") or date(opened.rules.year, 12, 31)
    findings: dict[Finding, None] = {}
    made: dict[Path, Made] = {}
    steps = []
    for number, stage in enumerate(STAGES, 1):
        step = word(f"demo_{stage.key}")
        progress(step, number, len(STAGES))
        report = stage.run(opened, out, day)
        findings |= dict.fromkeys(report.findings)
        new = [one for one in report.made if one.path not in made]
        made |= {one.path: one for one in report.made}
        results = [*_counted(stage.key, report), *(_shown(one, out) for one in new)]
        steps.append({"step": step, "results": results})
    answer = {
        "steps": steps,
        "folder": str(out),
        "sample": opened.path.name,
        "today": day.isoformat(),
    }
    return Report(tuple(findings), tuple(made.values()), answer)


def _counted(key: str, report: Report) -> Iterator[str]:
    """What one stage found or counted, in short phrases."""
    answer: Mapping[str, Any] = report.answer
    for target in answer["targets"] if key == "targets" else ():
        met = word("demo_met" if target["met"] else "demo_unmet")
        yield f"{target['label']}: {target['actual']}/{target['required']} {met}"
    for deadline in answer["deadlines"] if key == "deadlines" else ():
        if "model" not in deadline:
            yield f"{deadline['label']}: {deadline['state']}"
    if key in {"check", "verify"}:
        yield word("demo_counts", **report.summary)


def _shown(one: Made, out: Path) -> str:
    return one.path.relative_to(out).as_posix()
