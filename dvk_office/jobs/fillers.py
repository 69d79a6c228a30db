"""Who fills the papers of a run: this process, or one beside it, at work while this one reads, checks and writes.

What the process beside need not wait for is imported where it is used.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from dvk_office.jobs.host import python_beside

if TYPE_CHECKING:
    from subprocess import Popen

    from dvk_office.core.findings import DvkError

Values = Mapping[str, object]
Take = Callable[[], bytes]
"""Gives the paper that was asked for; DvkError where its template is at fault."""
Fill = Callable[[Path, Values], Take]
"""Asks for the paper of a template with these values; papers are taken in the order in which they were asked for."""

_encoded = json.JSONEncoder(ensure_ascii=False, default=dict).encode
CODE = "from dvk_office.documents.filling import main; main()"


def here(template: Path, values: Values) -> Take:
    """Has this process fill the paper, when it is taken."""
    return partial(_filled, template, values)


def _filled(template: Path, values: Values) -> bytes:
    from dvk_office.documents.filling import filled

    return filled(template, values)


@contextmanager
def beside(workbook: Path, kinds: Sequence[str]) -> Iterator[Fill]:
    """A process beside this one makes the templates of `kinds` ready, then fills; `here` where none can be started.

    With a second core, papers are filled while the next ones are reckoned and the ones before are written.
    """
    process = python_beside(CODE) if (os.cpu_count() or 1) > 1 else None
    if process is None:
        yield here
        return
    filler = _Filler(process)
    try:
        for template in _templates(workbook, kinds):
            filler.ask(template, None)
        filler.heard()
        yield filler.fill
    finally:
        filler.stop()


def _templates(workbook: Path, kinds: Sequence[str]) -> Iterable[Path]:
    """The templates of `kinds`, each once."""
    from dvk_office.jobs.places import template_path
    from dvk_office.rules.documents import paper_kinds

    known = paper_kinds()
    wanted = (known[key].template for key in kinds if key in known)
    return dict.fromkeys(template_path(workbook, name) for name in wanted)


class _Filler:
    """The process beside; where it ends before its time, what it still owes is filled here."""

    def __init__(self, process: "Popen[bytes]") -> None:
        self._process = process
        self._asking, self._answers = _pipe(process.stdin), _pipe(process.stdout)

    def ask(self, template: Path, values: Values | None) -> None:
        line = _encoded([str(template), values]).encode(errors="surrogatepass")
        with suppress(OSError):  # whoever takes the paper finds that nobody heard
            self._asking.write(line + b"\n")

    def heard(self) -> None:
        """Sends off what was asked so far."""
        with suppress(OSError):
            self._asking.flush()

    def fill(self, template: Path, values: Values) -> Take:
        self.ask(template, values)
        return partial(self._taken, template, values)

    def _taken(self, template: Path, values: Values) -> bytes:
        self.heard()
        answer = self._answers.readline()
        told = json.loads(answer) if answer.endswith(b"\n") else 0
        if isinstance(told, list):
            raise _fault(*told)
        paper = self._answers.read(told)
        return paper if told and len(paper) == told else _filled(template, values)

    def stop(self) -> None:
        """Ends the process, whatever it is at: it writes no file."""
        self._process.kill()
        for pipe in (self._asking, self._answers):
            with suppress(OSError):
                pipe.close()
        self._process.wait()


def _fault(code: str, place: Sequence[Any], facts: Sequence[Sequence[str]]) -> "DvkError":
    """The finding as the process beside tells it."""
    from dvk_office.core.findings import DvkError, Finding
    from dvk_office.core.records import Place

    return DvkError(Finding(code, Place(*place), tuple((name, fact) for name, fact in facts)))


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None  # noqa: S101 - it was asked for
    return end
