"""What somebody wrote in a paper is there when the paper is made again."""

import re
from io import BytesIO

import pytest
from docx import Document

from dvk_office.documents.kept import carried, unwritten, written
from dvk_office.documents.template_blocks import add_block
from dvk_office.documents.template_page import new_document
from dvk_office.rules.formats import PARTY, latest_profile
from tests.paper_book import filled, saved

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paper(*keys: str) -> bytes:
    profile = latest_profile(PARTY)
    document = new_document(profile, title="Thử")
    for key in keys:
        add_block(document, profile, {"block": "written", "key": key, "prompt": f"Ghi {key}"})
    return saved(document)


def text(content: bytes) -> str:
    return "".join(one.text or "" for one in Document(BytesIO(content)).element.body.iter(f"{W}t"))


def test_a_field_that_still_prompts_holds_nothing() -> None:
    assert written(paper("causes")) == {}
    assert unwritten(paper("causes", "lessons")) == ("[Ghi causes]", "[Ghi lessons]")


def test_what_was_written_is_carried_into_the_new_paper() -> None:
    old = filled(paper("causes", "lessons"), "Do mưa bão.")
    new = carried(paper("causes", "lessons"), written(old))
    assert text(new) == "Do mưa bão.[Ghi lessons]"
    assert unwritten(new) == ("[Ghi lessons]",)


def test_it_is_carried_again_and_again() -> None:
    old = filled(paper("causes"), "Do mưa bão.")
    for _ in range(3):
        old = carried(paper("causes"), written(old))
    assert text(old) == "Do mưa bão."


def test_a_field_that_the_new_paper_has_not_is_left_out_and_nothing_else_changes() -> None:
    new = paper("lessons")
    assert carried(new, written(filled(paper("causes"), "Do mưa bão."))) is new


def test_a_number_list_and_a_picture_of_the_old_file_are_not_pointed_at() -> None:
    document = Document(BytesIO(filled(paper("causes"), "Do mưa bão.")))
    holder = document.element.body.find(f"{W}sdt/{W}sdtContent/{W}p")
    holder.append(holder.makeelement(f"{W}drawing"))
    old = written(saved(document))
    assert b"drawing" in old["dvk.causes"]
    new = carried(paper("causes"), old)
    assert not list(Document(BytesIO(new)).element.body.iter(f"{W}drawing"))
    assert text(new) == "Do mưa bão."


@pytest.mark.parametrize("local", ["endnoteReference", "commentRangeStart", "sectPr", "altChunk"])
def test_nothing_is_carried_that_points_at_a_part_of_the_old_file(local: str) -> None:
    document = Document(BytesIO(filled(paper("causes"), "Do mưa bão.")))
    holder = document.element.body.find(f"{W}sdt/{W}sdtContent/{W}p")
    holder.append(holder.makeelement(f"{W}{local}"))
    new = carried(paper("causes"), written(saved(document)))
    field = Document(BytesIO(new)).element.body.find(f"{W}sdt")
    assert not list(field.iter(f"{W}{local}"))
    assert text(new) == "Do mưa bão."


def damaged(at: int, value: int, mark: bytes = b"PK\x01\x02") -> bytes:
    """A paper with another byte in what its zip says of each part."""
    content = bytearray(filled(paper("causes"), "Do mưa bão."))
    for found in re.finditer(re.escape(mark), bytes(content)):
        content[found.start() + at] = value
    return bytes(content)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"PK\x03\x04rest",
        b"plain text",
        damaged(8, 1),
        damaged(10, 97),
        damaged(46, 0xFF, b"word/document.xml"),
    ],
    ids=["empty", "cut", "text", "locked", "packed some other way", "damaged"],
)
def test_what_is_no_whole_word_file_holds_nothing(broken: bytes) -> None:
    assert written(broken) == {}


def test_a_field_that_holds_nothing_at_all_is_passed_over() -> None:
    document = Document(BytesIO(filled(paper("causes"), "Do mưa bão.")))
    field = document.element.body.find(f"{W}sdt")
    field.remove(field.find(f"{W}sdtContent"))
    assert written(saved(document)) == {}
