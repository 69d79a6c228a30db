"""Fills papers one after the other, for a program that has other work meanwhile: what runs in the process beside it.

That program writes us a line for each paper: the template, and its values; none where it only says that papers of this
template will follow. Each paper is answered with a line, in which its length stands, and the paper; or with a line that
holds the finding which stopped it. Values and answers go through pipes only: no file is written here.
"""

import gc
import json
import sys
from collections.abc import Mapping
from io import BufferedReader
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from dvk_office.core.findings import DvkError
from dvk_office.documents.render import make_ready, render
from dvk_office.documents.tall_rows import with_tall_rows

Pieces = SimpleQueue[bytes]
END = b""
ROOM = 1 << 20  # bytes that are heard at once, where so many wait
TOGETHER = 8  # papers that are answered at once: threads that take turns hold each other up


def filled(template: Path, values: Mapping[str, Any]) -> bytes:
    """The paper that `template` gives with `values`, its tall rows free to break; DvkError as `render` says."""
    return with_tall_rows(render(template, values), values)


def serve(asking: BufferedReader, answering: BinaryIO) -> None:
    """Answers what comes from `asking` until that ends.

    Both ends have a thread, so that whoever asks can do so many papers ahead and never waits to be heard.
    """
    heard, answers = Pieces(), Pieces()
    Thread(target=_hear, args=(asking, heard), daemon=True).start()
    voice = Thread(target=_say, args=(answers, answering))
    voice.start()
    rest = b""
    for piece in iter(heard.get, END):
        *lines, rest = (rest + piece).split(b"\n")
        for start in range(0, len(lines), TOGETHER):
            if made := b"".join(map(_answer, lines[start : start + TOGETHER])):
                answers.put(made)
    answers.put(END)
    voice.join()


def main() -> None:
    """Serves on standard input and output; nothing of what is made here lasts long enough to be collected.

    What is said goes out whole, also where Python was told not to gather what it writes.
    """
    gc.disable()
    heard, told = sys.stdin.fileno(), sys.stdout.fileno()
    with open(heard, "rb", closefd=False) as asking, open(told, "wb", closefd=False) as answering:
        serve(asking, answering)


def _hear(asking: BufferedReader, heard: Pieces) -> None:
    while piece := asking.read1(ROOM):
        heard.put(piece)
    heard.put(END)


def _say(answers: Pieces, answering: BinaryIO) -> None:
    for some in iter(answers.get, END):
        answering.write(some)
        answering.flush()


def _answer(line: bytes) -> bytes:
    """The answer to a line; nothing to one that only says which template will follow."""
    name, values = json.loads(line)
    template = Path(name)
    if values is None:
        make_ready(template)
        return b""
    try:
        paper = filled(template, values)
    except DvkError as fault:
        return json.dumps(fault.finding).encode() + b"\n"
    return b"%d\n%b" % (len(paper), paper)
