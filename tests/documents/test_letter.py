"""A letter as a draft: every mail program finds its receivers, its words and the Vietnamese names of its files."""

import email
import re
from dataclasses import replace
from datetime import date
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.documents.letter import Attachment, Letter, Mailbox, attached_name, draft

NAME = "Báo cáo 28-BC_ĐU tổng hợp đăng ký mô hình Dân vận khéo năm 2026.docx"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LETTER = Letter(
    to=(Mailbox("Ban Tuyên giáo và Dân vận Thành ủy", "danvan@vidu.example"),),
    copies=(
        Mailbox("Thường trực Đảng ủy", "thuongtruc@vidu.example"),
        Mailbox("Ban Thường vụ Đảng ủy", "bantv@vidu.example"),
    ),
    subject="Đảng ủy xã An Phú: Báo cáo tổng hợp đăng ký mô hình “Dân vận khéo” năm 2026",
    text="Kính gửi: Ban Tuyên giáo và Dân vận Thành ủy\n\nThư này kèm 01 tệp.",
    attachments=(Attachment(NAME, DOCX, bytes(range(256))),),
    day=date(2026, 11, 23),
)
LINE_BREAKS = ("Cc", "Cs", "Zl", "Zp")


def opened(letter: Letter = LETTER) -> EmailMessage:
    """The draft as a modern mail program reads it."""
    message = BytesParser(policy=policy.default).parsebytes(draft(letter))
    assert isinstance(message, EmailMessage)
    return message


def header(name: str, letter: Letter = LETTER) -> str:
    """A header as an older mail program reads it: its encoded words, one after the other."""
    return str(make_header(decode_header(email.message_from_bytes(draft(letter))[name])))


def told(letter: Letter) -> str:
    body = opened(letter).get_body()
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


def test_it_is_a_draft_and_names_no_sender() -> None:
    message = opened()
    assert message["X-Unsent"] == "1"
    assert message["From"] is None


@pytest.mark.req("R-166")
def test_it_goes_to_the_city_body_with_copies_to_the_two_of_the_commune() -> None:
    message = opened()
    assert getaddresses([str(message["To"])]) == [
        ("Ban Tuyên giáo và Dân vận Thành ủy", "danvan@vidu.example")
    ]
    assert [address for _, address in getaddresses([str(message["Cc"])])] == [
        "thuongtruc@vidu.example",
        "bantv@vidu.example",
    ]


def test_a_letter_without_copies_has_no_such_line() -> None:
    assert opened(replace(LETTER, copies=()))["Cc"] is None


def test_the_subject_keeps_its_letters_and_quotes() -> None:
    assert opened()["Subject"] == LETTER.subject
    assert header("Subject") == LETTER.subject


def test_the_text_keeps_its_lines() -> None:
    assert told(LETTER).splitlines() == LETTER.text.splitlines()


def test_the_file_comes_back_as_it_was_under_its_vietnamese_name() -> None:
    (part,) = opened().iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == (NAME, DOCX)
    assert part.get_content() == LETTER.attachments[0].content


def test_the_name_stands_in_both_ways_that_mail_programs_read() -> None:
    part = email.message_from_bytes(draft(LETTER)).get_payload()[1]
    shown = re.search(r"filename\*=utf-8''([^;\s]+)", part["Content-Disposition"])
    assert shown
    assert unquote(shown[1]) == NAME
    words = re.search(r'name="([^"]+)"', part["Content-Type"], re.DOTALL)
    assert words
    assert str(make_header(decode_header(words[1]))) == NAME


def test_every_line_is_ascii_and_as_short_as_mail_allows() -> None:
    lines = draft(LETTER).split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert all(line.isascii() and b"\n" not in line.replace(b"\r", b"") for line in lines[:12])


def test_two_runs_give_the_same_bytes() -> None:
    assert draft(LETTER) == draft(LETTER)


@pytest.mark.parametrize(
    "other",
    [
        replace(LETTER, text="Khác"),
        replace(LETTER, day=date(2026, 11, 24)),
        replace(LETTER, attachments=(replace(LETTER.attachments[0], content=b"khac"),)),
    ],
    ids=["text", "day", "file"],
)
def test_another_letter_has_another_identity(other: Letter) -> None:
    assert opened(other)["Message-ID"] != opened()["Message-ID"]


def test_the_boundary_stands_in_no_part() -> None:
    boundary = opened().get_boundary()
    assert boundary
    assert draft(LETTER).count(boundary.encode()) == 1 + len(LETTER.attachments) + 2


@pytest.mark.req("R-188")
@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_a_line_break_in_a_name_or_subject_begins_no_header(break_: str) -> None:
    bad = f"Một{break_}Bcc: ai@vidu.example"
    message = opened(replace(LETTER, subject=bad, to=(Mailbox(bad, "a@vidu.example"),)))
    assert message["Bcc"] is None
    assert message["Subject"] == "Một Bcc: ai@vidu.example"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=LINE_BREAKS), max_size=120))
def test_any_subject_and_any_text_come_back(words: str) -> None:
    letter = replace(LETTER, subject=words, text=words)
    assert header("Subject", letter).split() == words.split()
    assert told(letter) == f"{words}\r\n"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=LINE_BREAKS), min_size=1))
def test_any_attached_name_comes_back_and_windows_takes_it(words: str) -> None:
    name = attached_name(f"Tệp {words}", ".docx")
    assert not set(name) & set('\\/:*?"<>|')
    (part,) = opened(
        replace(LETTER, attachments=(Attachment(name, DOCX, b"x"),))
    ).iter_attachments()
    assert part.get_filename() == name
    assert max(map(len, draft(LETTER).split(b"\r\n"))) <= 998


def test_a_number_in_a_name_keeps_its_parts() -> None:
    assert attached_name("Báo cáo 28-BC/ĐU", ".docx") == "Báo cáo 28-BC_ĐU.docx"
