"""What fills papers in a process of its own: an answer to every question, in their order."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any, BinaryIO

import pytest

from dvk_office.documents.filling import filled, serve
from tests.documents.test_render import template

MANY = 60  # papers that no pipe holds at once


class Server:
    """A server that is talked to by real pipes."""

    def __init__(self) -> None:
        heard, asking = os.pipe()
        answers, told = os.pipe()
        self.asking, self.answers = os.fdopen(asking, "wb"), os.fdopen(answers, "rb")
        ends = os.fdopen(heard, "rb"), os.fdopen(told, "wb")
        self.thread = Thread(target=self._serve, args=ends)
        self.thread.start()

    def _serve(self, heard: BinaryIO, told: BinaryIO) -> None:
        with heard, told:
            serve(heard, told)

    def ask(self, template: Path, values: Mapping[str, Any] | None) -> None:
        self.asking.write(json.dumps([str(template), values]).encode() + b"\n")
        self.asking.flush()

    def end(self) -> None:
        self.asking.close()
        self.thread.join(30)
        assert not self.thread.is_alive()

    def answer(self) -> Any:
        """The finding, or the bytes of the paper."""
        told = json.loads(self.answers.readline())
        return self.answers.read(told) if isinstance(told, int) else told


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.asking.close()
    made.answers.close()
    made.thread.join(30)


def test_papers_are_answered_in_the_order_of_the_asking(server: Server, tmp_path: Path) -> None:
    form = template(tmp_path, "{{ name }}")
    asked = [{"name": f"Tổ dân vận số {number}"} for number in range(5)]
    for values in asked:
        server.ask(form, values)
    assert [server.answer() for _ in asked] == [filled(form, values) for values in asked]


def test_a_template_made_ready_is_not_answered(server: Server, tmp_path: Path) -> None:
    form = template(tmp_path, "{{ name }}")
    server.ask(form, None)
    server.ask(form, {"name": "Một"})
    assert server.answer() == filled(form, {"name": "Một"})


def test_a_template_that_cannot_be_made_ready_is_told_with_its_first_paper(
    server: Server, tmp_path: Path
) -> None:
    form = tmp_path / "hỏng.docx"
    form.write_bytes(b"no template")
    server.ask(form, None)
    server.ask(form, {})
    assert server.answer()[0] == "VB-011"


def test_a_fault_stops_its_own_paper_alone(server: Server, tmp_path: Path) -> None:
    form = template(tmp_path, "{{ name }}")
    server.ask(form, {"nam": "Một"})
    server.ask(form, {"name": "Hai"})
    code, _place, facts = server.answer()
    assert (code, dict(facts)["found"]) == ("VB-012", "name")
    assert server.answer() == filled(form, {"name": "Hai"})


def test_nobody_waits_to_be_heard_however_much_is_asked_ahead(
    server: Server, tmp_path: Path
) -> None:
    form = template(tmp_path, "{{ name }}")
    long = {"name": "Dân vận khéo " * 400}
    for _ in range(MANY):
        server.ask(form, long)
    assert {server.answer() for _ in range(MANY)} == {filled(form, long)}


def test_a_question_that_arrives_in_pieces_is_one_question(server: Server, tmp_path: Path) -> None:
    form = template(tmp_path, "{{ name }}")
    server.ask(form, {"name": "Một"})
    line = json.dumps([str(form), {"name": "Hai"}]).encode() + b"\n"
    for piece in (line[:9], line[9:20], line[20:]):
        server.asking.write(piece)
        server.asking.flush()
        sleep(0.01)
    assert [server.answer() for _ in range(2)] == [
        filled(form, {"name": name}) for name in ("Một", "Hai")
    ]


def test_it_ends_when_nothing_more_is_asked(server: Server, tmp_path: Path) -> None:
    form = template(tmp_path, "{{ name }}")
    server.ask(form, {"name": "Một"})
    server.end()
    assert server.answer() == filled(form, {"name": "Một"})
    assert server.answers.read() == b""
