"""A letter as an .eml draft that Outlook and Thunderbird open for writing. Same letter, same bytes.

Vietnamese names of files are given twice, since mail programs differ in what they read: by RFC 2231 in the
disposition, and as the encoded words of RFC 2047 in the type. No sender is named: the program that opens the draft
fills in its own.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from hashlib import sha256

UTF_8 = "utf-8"
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))
_HOUR, _ZONE = time(8), timezone(timedelta(hours=7))  # a draft has no hour of its own
_DOMAIN = "dvk-office.invalid"
_MARK, _LONGEST_NAME = (
    32,
    90,
)  # a letter of ours takes up to nine signs in a header, whose line holds 998
_AS_FOLDED_HERE = compat32.clone(linesep="\r\n", max_line_length=None)


@dataclass(frozen=True)
class Mailbox:
    """A body and one of its addresses."""

    name: str
    address: str


@dataclass(frozen=True)
class Attachment:
    """A file of a letter: its `name` as the receiver sees it, `media` type such as text/plain."""

    name: str
    media: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """A letter of `day`; `text` is plain, a line a line."""

    to: tuple[Mailbox, ...]
    copies: tuple[Mailbox, ...]
    subject: str
    text: str
    attachments: tuple[Attachment, ...]
    day: date


def draft(letter: Letter) -> bytes:
    """The .eml of `letter`, marked as not sent yet."""
    mark = _mark(letter)
    message = MIMEMultipart(boundary=f"=_{mark}", policy=compat32)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(datetime.combine(letter.day, _HOUR, _ZONE))
    message["Message-ID"] = f"<{mark}@{_DOMAIN}>"
    message["Subject"] = _encoded(letter.subject, "Subject")
    message["To"] = _receivers(letter.to)
    if letter.copies:
        message["Cc"] = _receivers(letter.copies)
    message.attach(MIMEText(_one_line_each(letter.text), "plain", UTF_8, policy=compat32))
    for one in letter.attachments:
        message.attach(_part(one))
    return message.as_bytes(policy=_AS_FOLDED_HERE)


def attached_name(text: str, suffix: str) -> str:
    """`text` as the name of an attachment: with its accents, without what Windows refuses, short enough for a header."""
    return " ".join(text.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME].rstrip(" .") + suffix


def _mark(letter: Letter) -> str:
    """What is this letter's alone: a digest of all that is in it."""
    files = [(one.name, sha256(one.content).hexdigest()) for one in letter.attachments]
    told = (letter.to, letter.copies, letter.subject, letter.text, letter.day, files)
    return sha256(repr(told).encode(UTF_8, "backslashreplace")).hexdigest()[:_MARK]


def _encoded(text: str, after: str = "") -> str:
    """`text` as encoded words, folded so as to stand behind the name `after`; a line break in it would end a header."""
    return Header(" ".join(text.split()), UTF_8, header_name=after).encode()


def _receivers(boxes: tuple[Mailbox, ...]) -> str:
    return ",\n ".join(f"{_encoded(box.name)} <{box.address}>" for box in boxes)


def _one_line_each(text: str) -> str:
    return "\r\n".join(text.splitlines()) + "\r\n"


def _part(one: Attachment) -> MIMEBase:
    from email.encoders import encode_base64

    main, _, sub = one.media.partition("/")
    part = MIMEBase(main, sub, policy=compat32, name=_encoded(one.name))
    part.set_payload(one.content)
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=(UTF_8, "", one.name))
    return part
