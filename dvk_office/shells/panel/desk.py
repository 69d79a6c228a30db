"""Between the window and the thread that works: what the thread tells, what the person answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Event
from typing import Any

from dvk_office.jobs.report import CancelledError
from dvk_office.workbook.results import Results


@dataclass(frozen=True)
class Placed:
    """Where the workbook is open: the program's name, empty for the file on disk; `held` if some program has it."""

    host: str
    held: bool = False


@dataclass(frozen=True)
class Doing:
    """What is being done; empty when nothing is."""

    text: str


@dataclass(frozen=True)
class Advanced:
    """How far a long piece of work is."""

    what: str
    done: int
    total: int


@dataclass(frozen=True)
class Shown:
    """Results, and the workbook beside ours that they are written to, if they are."""

    results: Results
    file: Path | None


@dataclass(frozen=True)
class Told:
    """Something that the person must have read."""

    text: str
    bad: bool = False


@dataclass(frozen=True)
class Asked:
    """A question with its choices; the answer is the place of one of them, or None."""

    question: str
    choices: Sequence[str]


@dataclass(frozen=True)
class AskedText:
    """A question with its usual answer; the answer is what was typed, or None."""

    question: str
    usual: str


@dataclass(frozen=True)
class Ended:
    """The click is done with."""


class Desk:
    """One click's messages, one question at a time, and the wish to stop."""

    def __init__(self) -> None:
        self._said: Queue[Any] = Queue()
        self._answers: Queue[Any] = Queue()
        self._stop = Event()

    def say(self, message: Any) -> None:
        self._said.put(message)

    def ask(self, question: Any) -> Any:
        """What the person answers; waits for it."""
        self.say(question)
        answer = self._answers.get()
        self.stop_if_wanted()
        return answer

    def heard(self) -> Iterator[Any]:
        """What was said since the window last listened."""
        while True:
            try:
                yield self._said.get_nowait()
            except Empty:
                return

    def answer(self, value: Any) -> None:
        self._answers.put(value)

    def stop(self) -> None:
        """The person wants no more."""
        self._stop.set()

    def stop_if_wanted(self) -> None:
        """CancelledError, once, where the person wants no more."""
        if self._stop.is_set():
            self._stop.clear()
            raise CancelledError
