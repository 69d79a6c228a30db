"""Attributes and entities of XML tags, read from bytes and never expanded."""

from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.workbook.tags import attributes, unescape

VALUES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff<>"), max_size=30
)


@given(
    st.dictionaries(st.from_regex(r"[a-z][a-zA-Z0-9.-]{0,8}", fullmatch=True), VALUES, max_size=5)
)
def test_attributes_are_what_an_xml_reader_gives(named: dict[str, str]) -> None:
    inside = " ".join(f"{name} = {quoteattr(value)}" for name, value in named.items())
    assert attributes(inside.encode()) == fromstring(f"<x {inside}/>").attrib == named  # noqa: S314


def test_a_prefix_is_left_out() -> None:
    assert attributes(b'sheetId="1" r:id="rId7"') == {"sheetId": "1", "id": "rId7"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a &amp;&lt;&gt;&quot;&apos; b", "a &<>\"' b"),
        ("&#272;&#x110;", "ĐĐ"),
        ("&amp;lt;", "&lt;"),
        ("&nbsp;&unknown; & &#; &#x110000;", "&nbsp;&unknown; & &#; &#x110000;"),
    ],
)
def test_only_what_every_xml_file_knows_is_unescaped(text: str, plain: str) -> None:
    assert unescape(text) == plain


@given(st.binary(max_size=200))
def test_junk_has_attributes_or_none(junk: bytes) -> None:
    assert isinstance(attributes(junk), dict)
