"""«Tự thử»: whether Excel on this machine does what the buttons ask of it, tried on a workbook that the test builds itself.

The office's own workbook is never touched. What was seen goes into a text file to send back: versions and steps, no
names, no folders of anybody.
"""

import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from platform import platform

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.demo import sample_path
from dvk_office.jobs.doctor import doctor
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.output import safe_name, write_file
from dvk_office.jobs.rebuild import ENDING, rebuilt
from dvk_office.jobs.report import Progress, Report, silent
from dvk_office.rules.messages import word

KIND = "selftest"
OPENING = "open"
_PLACES = frozenset(("interpreter", "templates"))  # what «Kiểm tra máy» says of folders


@dataclass(frozen=True)
class Step:
    """One thing that is tried: its key, its name as people read it, what is done; any exception says that it failed."""

    key: str
    label: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Host:
    """What the workbook is open in: its name with its version, and what is tried there."""

    name: str
    steps: Sequence[Step]


@dataclass(frozen=True)
class Seen:
    """How a step went: `wrong` says what was seen instead, empty where all is well."""

    key: str
    label: str
    wrong: str = ""


Opens = Callable[[Path], AbstractContextManager[Host]]


def selftest(
    name: str, opens: Opens, out: Path, moment: datetime, progress: Progress = silent
) -> Report:
    """Tries every step in the host `name`, which `opens` a workbook; leaves the report in the folder `out`."""
    with tempfile.TemporaryDirectory(prefix="dvk ", ignore_cleanup_errors=True) as folder:
        seen, host = _tried(name, opens, _built(Path(folder)), progress)
    lines = tuple(_lines(host, seen, moment))
    path = out / f"{safe_name(word('selftest_name', host=name))}-{moment:%Y-%m-%d}.txt"
    made = write_file(path, "\r\n".join((*lines, "")).encode("utf-8-sig"), KIND, keep=False)
    steps = [{"key": one.key, "label": one.label, "ok": not one.wrong, "seen": one.wrong} for one in seen]  # fmt: skip
    answer = {"host": host, "system": platform(), "steps": steps, "lines": lines}
    return Report(tuple(_faults(seen, path)), (made,), answer)


def _built(folder: Path) -> Path:
    """The sample as a workbook with buttons, in a folder whose name is as difficult as names may be."""
    sample = sample_path()
    opened = open_book(sample)
    path = folder / word("selftest_folder") / f"{word('selftest_book')}{ENDING}"
    rebuilt(
        sample,
        opened.layout,
        opened.rules,
        path,
        change=lambda entries: entries,
        interpreter=sys.executable,
    )
    return path


def _tried(name: str, opens: Opens, book: Path, progress: Progress) -> tuple[Sequence[Seen], str]:
    """Each step with what was seen, and the host with its version; a host that does not open is the one step."""
    seen: list[Seen] = []
    host, label = name, word("selftest_open", host=name)
    try:
        with opens(book) as found:
            host = found.name
            seen.append(Seen(OPENING, label))
            for number, step in enumerate(found.steps, 1):
                progress(step.label, number, len(found.steps))
                seen.append(Seen(step.key, step.label, _wrong(step.run, book)))
    except Exception as fault:  # noqa: BLE001 - whatever the host says is what we want to know
        seen.append(Seen("close" if seen else OPENING, label, _told(fault, book)))
    return seen, host


def _wrong(run: Callable[[], None], book: Path) -> str:
    try:
        run()
    except Exception as fault:  # noqa: BLE001 - whatever the host says is what we want to know
        return _told(fault, book)
    return ""


def _told(fault: Exception, book: Path) -> str:
    """A failure in one line: what it is, what it says, where in our code; without anybody's folders."""
    frames = traceback.extract_tb(fault.__traceback__)
    at = f" [{Path(frames[-1].filename).name}:{frames[-1].lineno}]" if frames else ""
    said = " ".join(f"{type(fault).__name__}: {fault}".split())
    return impersonal(f"{said}{at}", (book.parent.parent,))


def impersonal(text: str, folders: Sequence[Path] = ()) -> str:
    """`text` without the folders of the test and of the person, in any spelling that Windows has for them."""
    known = (
        *folders,
        *(one.resolve() for one in folders),
        Path(tempfile.gettempdir()),
        Path.home(),
    )
    for folder in sorted({str(one) for one in known}, key=len, reverse=True):
        for spelling in (folder, folder.replace("\\", "\\\\"), folder.replace("\\", "/")):
            text = text.replace(spelling, "~")
    return text


def _lines(host: str, seen: Sequence[Seen], moment: datetime) -> Iterator[str]:
    """The report as its reader sees it."""
    yield word("selftest_title", moment=f"{moment:%H:%M %d/%m/%Y}")
    yield word("selftest_what")
    yield ""
    yield word("selftest_host", host=host)
    yield word("selftest_system", system=platform())
    items: Sequence[Mapping[str, str]] = doctor().answer["items"]
    places = {word(f"doctor_{key}") for key in _PLACES}
    yield from (f"{one['what']}: {impersonal(one['found'])}" for one in items if one["what"] not in places)  # fmt: skip
    yield ""
    for number, one in enumerate(seen, 1):
        state = word("selftest_bad") if one.wrong else word("selftest_ok")
        yield word("selftest_step", number=number, state=state, step=one.label, name=one.key)
        if one.wrong:
            yield f"   {one.wrong}"
    yield ""
    good = sum(not one.wrong for one in seen)
    yield word("selftest_sum", good=good, count=len(seen))


def _faults(seen: Sequence[Seen], report: Path) -> Iterator[Finding]:
    for one in seen:
        if one.wrong:
            facts = {"step": one.label, "seen": one.wrong, "report": report.name}
            yield finding("TKT-001", Place(tab=report.name), **facts)
