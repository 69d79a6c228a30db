"""A Word file as a zip: parts are copied as they stand, and the bytes depend on nothing else."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.documents.package import member, members, packed, repacked, replaced
from tests.word_files import unzipped, zipped

PARTS = {"[Content_Types].xml": b"<Types/>", "word/a.xml": b"<a>" + b"x" * 900 + b"</a>"}


def test_parts_keep_their_order_their_bytes_and_how_they_are_packed() -> None:
    source = zipped(PARTS)
    made = repacked(source)
    assert list(unzipped(made).items()) == list(PARTS.items())
    assert members(made) == members(source)


def test_only_a_part_that_is_replaced_is_packed_anew() -> None:
    source = zipped(PARTS)
    made = replaced(source, {"word/a.xml": b"<b/>"})
    assert unzipped(made) == {**PARTS, "word/a.xml": b"<b/>"}
    assert members(made)[0] == members(source)[0]


def test_nothing_but_the_parts_is_in_the_bytes() -> None:
    written = BytesIO()
    with ZipFile(written, "w") as package:
        package.comment = b"hom nay"
        for name, part in PARTS.items():
            entry = ZipInfo(name, (2026, 11, 23, 8, 30, 0))
            entry.extra = b"\x99\x99\x02\x00xy"
            entry.comment = b"x"
            package.writestr(entry, part)
    assert repacked(written.getvalue()) == packed(members(written.getvalue()))
    with ZipFile(BytesIO(repacked(written.getvalue()))) as package:
        assert package.comment == b""
        assert [(one.extra, one.comment) for one in package.infolist()] == [(b"", b"")] * 2


def test_a_part_that_is_stored_stays_stored() -> None:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as package:
        package.writestr("word/media/a.png", b"picture")
    with ZipFile(BytesIO(repacked(written.getvalue()))) as package:
        assert package.getinfo("word/media/a.png").compress_type == ZIP_STORED
        assert package.testzip() is None


def test_a_zip_written_as_a_stream_is_read_by_its_directory() -> None:
    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    written = Stream()
    with ZipFile(written, "w") as package:
        package.writestr("word/a.xml", b"<a/>")
    assert unzipped(repacked(written.getvalue())) == {"word/a.xml": b"<a/>"}


def test_a_name_with_accents_is_kept() -> None:
    assert unzipped(repacked(zipped({"word/ảnh.xml": b"x"}))) == {"word/ảnh.xml": b"x"}


def test_what_word_cannot_unpack_is_no_package() -> None:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_BZIP2) as package:
        package.writestr("word/a.xml", b"<a/>")
    with pytest.raises(BadZipFile):
        members(written.getvalue())


@given(
    st.dictionaries(st.text("aăđ/.", min_size=1, max_size=9), st.binary(max_size=99), max_size=5)
)
def test_any_parts_come_out_as_they_went_in(parts: dict[str, bytes]) -> None:
    made = packed(member(name, part) for name, part in parts.items())
    assert unzipped(made) == parts
    with ZipFile(BytesIO(made)) as package:
        assert package.testzip() is None
