"""Text in TCVN3 and VNI is told from Unicode by its letters and fonts."""

import csv
import unicodedata
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.encodings import foreign_d, old_encoding, old_font, spread_out

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "so-mau"
TCVN3, VNI = "TCVN3 (ABC)", "VNI"
PHRASES = (
    "Ủy ban nhân dân xã",
    "Đảng ủy xã An Phú",
    "Chi bộ thôn Đông Hòa",
    "phong trào thi đua Dân vận khéo",
    "Nguyễn Văn Thắng",
    "Trần Thị Hiền",
    "Hội Liên hiệp Phụ nữ",
    "Mặt trận Tổ quốc Việt Nam",
    "xây dựng nông thôn mới",
    "Kế hoạch thực hiện mô hình",
    "giữ gìn an ninh trật tự",
    "Nhân dân đóng góp được hơn 20 triệu đồng",
)
ONSETS = "|b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x"
RIMES = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ă|ăc|ăm|ăn|ăng|ăp|ăt|â|âc|âm|ân|âng|âp|ât|âu|ây|"
    "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|"
    "inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oat|oay|oăc|oăn|oăng|oăt|oc|oe|oen|oeo|"
    "oet|oi|om|on|ong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|u|ua|uân|uâng|uât|uây|"
    "uc|uê|uêch|uên|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut|uy|uya|uych|uyên|uyêt|"
    "uynh|uyt|uyu|ư|ưa|ưc|ưi|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|yêm|yên|yêt|yêu"
)
# Letters of each base with the tones level, falling, asking, tumbling, rising, heavy.
_BASES = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TCVN3 = (
    "aµ¶·¸¹", "¨»¼½¾Æ", "©ÇÈÉÊË", "eÌÎÏÐÑ", "ªÒÓÔÕÖ", "i×ØÜÝÞ",
    "oßáâãä", "«åæçèé", "¬êëìíî", "uïñòóô", "\u00adõö÷øù", "yúûüýþ",
)  # fmt: skip
_VNI_BASES = ("a", "aê", "aâ", "e", "eâ", "i", "o", "oâ", "ô", "u", "ö", "y")
_VNI_TONES = ("", "ø", "û", "õ", "ù", "ï")
_VNI_BREVE, _VNI_HAT = ("ê", "è", "ú", "ü", "é", "ë"), ("â", "à", "å", "ã", "á", "ä")


def _letter(base: str, tone: str) -> str:
    return unicodedata.normalize("NFC", base + tone)


def _tcvn3() -> Mapping[str, str]:
    pairs = zip(_BASES, _TCVN3, strict=True)
    found = {_letter(b, t): sign for b, row in pairs for t, sign in zip(_TONES, row, strict=True)}
    capitals = zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)
    return {**found, "đ": "®", **dict(capitals)}


def _vni() -> Mapping[str, str]:
    found = {"đ": "ñ", "ị": "ò", "ỉ": "æ", "ì": "ì", "í": "í", "ĩ": "ó", "ỵ": "î"}
    for base, signs in zip(_BASES, _VNI_BASES, strict=True):
        tones = {"ă": _VNI_BREVE}.get(base, _VNI_HAT if len(signs) == 2 else _VNI_TONES)
        start = signs[:1] if len(signs) == 2 else signs
        for mark, sign in zip(_TONES, tones, strict=True):
            found.setdefault(_letter(base, mark), start + sign)
    return found


def written(text: str, table: Mapping[str, str]) -> str:
    """`text` as the signs that an old encoding has for its letters; a capital without one keeps its small sign."""
    raised = str.upper if table is OLD[VNI] else str
    signs = (
        table.get(sign) or (raised if sign.isupper() else str)(table.get(sign.lower(), sign))
        for sign in text
    )
    return "".join(signs)


OLD: Mapping[str, Mapping[str, str]] = {TCVN3: _tcvn3(), VNI: _vni()}


@pytest.mark.req("R-184")
def test_the_two_specimens_that_were_met_are_told() -> None:
    assert old_encoding("Uû ban nh©n d©n") == TCVN3
    assert old_encoding("UÛY BAN NHAÂN DAÂN") == VNI


@pytest.mark.req("R-184")
def test_the_tables_of_this_test_write_what_was_met() -> None:
    assert written("ban nhân dân", OLD[TCVN3]) == "ban nh©n d©n"
    assert written("ỦY BAN NHÂN DÂN", OLD[VNI]) == "UÛY BAN NHAÂN DAÂN"
    assert written("đường", OLD[VNI]) == "ñöôøng"


@pytest.mark.req("R-184")
@pytest.mark.parametrize("name", OLD)
@pytest.mark.parametrize("phrase", PHRASES)
def test_ordinary_words_in_an_old_encoding_are_told(phrase: str, name: str) -> None:
    assert old_encoding(written(phrase, OLD[name])) == name
    assert old_encoding(phrase) == ""


@pytest.mark.req("R-184")
def test_no_cell_of_the_sample_year_is_taken_for_an_old_encoding() -> None:
    cells = [
        cell
        for path in sorted(SAMPLES.glob("*.csv"))
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines())
        for cell in row
    ]
    assert len(cells) > 10_000
    assert not [cell for cell in cells if old_encoding(cell) or spread_out(cell)]


def _places(rime: str) -> list[int]:
    """Where a tone may stand in `rime`: in oa, oe, uy without a final letter in two places, else in one."""
    vowels = [n for n, letter in enumerate(rime) if letter in _BASES]
    marked = [n for n in vowels if rime[n] in "ăâêôơư"]
    if marked:
        return marked[-1:]
    if rime in {"oa", "oe", "uy"}:
        return vowels
    closed = rime[-1] not in _BASES
    return [vowels[-1] if closed else vowels[1 if len(vowels) > 2 else 0]]


def _syllables() -> list[str]:
    """Nearly all that a Vietnamese syllable can be, in both ways to place a tone."""
    return [
        onset + rime[:n] + _letter(rime[n], tone) + rime[n + 1 :]
        for onset, rime, tone in product(ONSETS.split("|"), RIMES.split("|"), _TONES)
        for n in _places(rime)
        if not (onset == "qu" and rime[0] in "ouư")
    ]


@pytest.mark.req("R-184")
def test_no_vietnamese_syllable_is_taken_for_an_old_encoding() -> None:
    syllables = _syllables()
    assert len(syllables) > 20_000
    assert not [one for one in syllables if old_encoding(one)]
    assert not [one for one in syllables if old_encoding(one.upper())]
    assert not [one for one in syllables if old_encoding(one.capitalize())]


@pytest.mark.req("R-184")
@settings(max_examples=150)
@given(st.lists(st.sampled_from(_syllables()), min_size=1, max_size=8))
def test_no_vietnamese_sentence_is_taken_for_an_old_encoding(words: list[str]) -> None:
    assert old_encoding(" ".join(words)) == ""
    assert old_encoding(" ".join(words).title()) == ""


@pytest.mark.req("R-184")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "An Phu",
        "résumé",
        "Müller",
        "São Paulo",
        "«Dân vận khéo»",
        "450 m², 5×3 m, ½ sào, 25 °C ± 2",
        "Điều 5 § 2",
        "K’Brốp",
        "xoong, boong, goòng, coóng",
        "a·b",
        "10 µm",
        "✓",
    ],
)
def test_other_signs_and_a_foreign_word_are_no_old_encoding(text: str) -> None:
    assert old_encoding(text) == ""


@pytest.mark.req("R-184")
@settings(max_examples=300)
@given(
    st.text(st.characters(exclude_categories=["Cs"]).filter(lambda c: not 0x80 <= ord(c) <= 0xFF))
)
def test_without_a_sign_of_the_upper_half_of_latin_no_text_is_of_an_old_encoding(text: str) -> None:
    assert old_encoding(text) == ""
    assert foreign_d(text) == ""


@pytest.mark.req("R-184")
@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", ".vnarial", "VNI-Times", "vni-helve"])
def test_an_old_encoding_shows_in_its_font(font: str) -> None:
    assert old_font(font)


@pytest.mark.req("R-184")
@pytest.mark.parametrize("font", ["Times New Roman", "Calibri", "Arial", "", "UVN Van", "SVNTimes"])
def test_other_fonts_say_nothing(font: str) -> None:
    assert not old_font(font)


@pytest.mark.req("R-184")
def test_the_eth_that_looks_like_d_with_stroke_is_named() -> None:
    assert foreign_d("Ðà Lạt") == "\u00d0"
    assert foreign_d("xã \u00f0ó") == "\u00f0"
    assert foreign_d("Đà Lạt, đó") == ""


@pytest.mark.req("R-184")
@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("V i ệ c  s ắ p  x ế p", True),
        ("T h ô n A", True),
        ("ý ở ấp Ô y tế", False),
        ("Hồ A Ma, Y Bhĩu", False),
        ("a, b, c, d, e", False),
        ("1 2 3 4 5 6", False),
    ],
)
def test_words_that_fell_apart_are_told(text: str, *, apart: bool) -> None:
    assert spread_out(text) is apart
