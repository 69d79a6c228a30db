"""Fills papers one after the other, for a program that has other work meanwhile: what runs in the process beside it.

That program writes us a line for each paper: the template, and its values; none where it only says that papers of this
template will follow. Each paper is answered with a line, in which its length stands, and the paper; or with a line that
holds the finding which stopped it. Values and answers go through pipes only: no file is written here.
"""

import gc
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from dvk_office.core.findings import DvkError
from dvk_office.documents.render import make_ready, render
from dvk_office.documents.tall_rows import with_tall_rows

Lines = SimpleQueue[bytes]
END = b""


def filled(template: Path, values: Mapping[str, Any]) -> bytes:
    """The paper that `template` gives with `values`, its tall rows free to break; DvkError as `render` says."""
    return with_tall_rows(render(template, values), values)


def serve(asking: BinaryIO, answering: BinaryIO) -> None:
    """Answers what comes from `asking` until that ends.

    Both ends have a thread, so that whoever asks can do so many papers ahead and never waits to be heard.
    """
    asked, answers = Lines(), Lines()
    Thread(target=_hear, args=(asking, asked), daemon=True).start()
    voice = Thread(target=_say, args=(answers, answering))
    voice.start()
    for line in iter(asked.get, END):
        template, values = json.loads(line)
        if values is None:
            make_ready(Path(template))
        else:
            answers.put(b"".join(_answer(Path(template), values)))
    answers.put(END)
    voice.join()


def main() -> None:
    """Serves on standard input and output; nothing of what is made here lasts long enough to be collected."""
    gc.disable()
    serve(sys.stdin.buffer, sys.stdout.buffer)


def _hear(asking: BinaryIO, asked: Lines) -> None:
    for line in asking:
        asked.put(line)
    asked.put(END)


def _say(answers: Lines, answering: BinaryIO) -> None:
    for answer in iter(answers.get, END):
        answering.write(answer)
        if answers.empty():
            answering.flush()
    answering.flush()


def _answer(template: Path, values: Mapping[str, Any]) -> Iterator[bytes]:
    try:
        paper = filled(template, values)
    except DvkError as fault:
        yield json.dumps(fault.finding).encode() + b"\n"
    else:
        yield b"%d\n" % len(paper)
        yield paper
