"""A sheet's XML is read in pieces: none cuts a cell, none is lost, and junk cannot make them endless."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.workbook import pieces as module
from dvk_office.workbook.pieces import pieces

CELL = re.compile(rb"<c r=\"A\d+\"><v>\d+</v></c>")


@pytest.fixture(autouse=True, scope="module")
def _small_pieces() -> Iterator[None]:
    """Pieces of a few bytes, so that short texts have several."""
    patch = pytest.MonkeyPatch()
    patch.setattr(module, "PIECE_BYTES", 40)
    patch.setattr(module, "LONGEST_CELL_BYTES", 400)
    yield
    patch.undo()


@given(numbers=st.lists(st.integers(0, 10**9), max_size=30), before=st.integers(0, 100))
def test_every_cell_is_whole_in_one_piece_and_nothing_is_lost(
    numbers: list[int], before: int
) -> None:
    cells = [f'<c r="A{n}"><v>{number}</v></c>' for n, number in enumerate(numbers, 1)]
    source = (f"<worksheet>{' ' * before}<sheetData>" + "".join(cells) + "</sheetData>").encode()
    found = [piece for _, piece in pieces(BytesIO(source))]
    assert b"".join(found) == source
    assert sum(len(CELL.findall(piece)) for piece in found) == len(cells)


@given(st.binary(max_size=3_000))
def test_junk_is_given_on_in_bounded_pieces_and_nothing_is_lost(junk: bytes) -> None:
    found = [piece for _, piece in pieces(BytesIO(junk))]
    assert b"".join(found) == junk
    assert max(map(len, found)) <= 2 * 400 + 2 * 40


@pytest.mark.parametrize(
    ("root", "prefix"),
    [("worksheet", b""), ("x:worksheet", b"x:"), ("ns-1.a:worksheet", b"ns-1.a:"), ("other", b"")],
)
def test_the_prefix_of_the_tags_is_told_with_each_piece(root: str, prefix: bytes) -> None:
    source = f'<?xml version="1.0"?><{root} xmlns="u">'.ljust(200).encode()
    assert {found for found, _ in pieces(BytesIO(source))} == {prefix}
