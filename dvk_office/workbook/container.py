"""The file before anybody trusts it: what kind it is, whether it is whole, whether it is of a sane size."""

import zlib
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from types import MappingProxyType
from typing import IO, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.workbook import cfb

MOST_FILE_BYTES = 200 * 1024**2
MOST_MEMBERS = 5_000
MOST_UNPACKED_BYTES = 400 * 1024**2
MOST_RATIO = 250
RATIO_FROM_BYTES = 8 * 1024**2
DAMAGE = (
    BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    LookupError,
    OSError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
"""What the standard library raises at a damaged member; `LookupError` covers an unknown member."""


class Container(NamedTuple):
    """A workbook's bytes, read once, with their SHA-256 `digest`, opened as the archive that they are.

    `members` by their plain names: calamine finds them whatever their case and slashes, so we must see the same ones.
    """

    name: str
    content: bytes
    digest: str
    archive: ZipFile
    members: Mapping[str, ZipInfo]

    def has(self, name: str) -> bool:
        """True where the archive holds a member of this name."""
        return _plain(name) in self.members

    def size(self, name: str) -> int:
        """The unpacked size of a member, as the archive's own table says; KeyError where there is none."""
        return self.members[_plain(name)].file_size

    def open(self, name: str) -> IO[bytes]:
        """The member of this name; one of DAMAGE where it is missing or damaged."""
        return self.archive.open(self.members[_plain(name)])

    def fault(self, code: str, **facts: object) -> DvkError:
        """The error that stops the reading of this file, at the file itself."""
        return DvkError(finding(code, Place(tab=self.name), **facts))


def open_container(path: Path) -> Container:
    """The workbook at `path`; DvkError with one finding for anything else."""
    content = _content(path)

    def fault(code: str, **facts: object) -> DvkError:
        return DvkError(finding(code, Place(tab=path.name), **facts))

    if not content.startswith(b"PK"):
        raise fault(_kind_of(content))
    try:
        archive = ZipFile(BytesIO(content))
    except DAMAGE:
        raise fault("TEP-006") from None
    digest = sha256(content).hexdigest()
    container = Container(path.name, content, digest, archive, _members(archive))
    _check_size(container)
    if code := _other_archive(container):
        raise fault(code)
    return container


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()


def _members(archive: ZipFile) -> Mapping[str, ZipInfo]:
    """The member of each plain name that calamine takes: the last of several names, the last of several members."""
    names = dict.fromkeys(member.filename for member in archive.infolist())
    return MappingProxyType({_plain(name): archive.getinfo(name) for name in names})


def _content(path: Path) -> bytes:
    place = Place(tab=path.name)
    try:
        found = path.stat()
        if S_ISDIR(found.st_mode):
            raise DvkError(finding("TEP-002", place, path=path))
        if not S_ISREG(found.st_mode):
            raise DvkError(finding("TEP-005", place))
        if found.st_size > MOST_FILE_BYTES:
            raise DvkError(too_big(place, found.st_size, MOST_FILE_BYTES))
        content = path.read_bytes()
    except PermissionError:
        raise DvkError(finding("TEP-003", place)) from None
    except (OSError, ValueError):
        raise DvkError(finding("TEP-001", place, path=path)) from None
    if not content:
        raise DvkError(finding("TEP-004", place))
    return content


def too_big(place: Place, size: int, limit: int) -> Finding:
    """The finding for a file, or for what it unpacks to, of more bytes than anybody types."""
    shown = (f"{one / 1024**2:,.0f} MB".replace(",", ".") for one in (size, limit))
    return finding("TEP-013", place, found=next(shown), limit=next(shown))


def _kind_of(content: bytes) -> str:
    """The code for a file that is no archive at all."""
    if not content.startswith(cfb.MAGIC):
        return "TEP-005"
    names = cfb.entry_names(content)
    if "EncryptedPackage" in names or "EncryptionInfo" in names:
        return "TEP-007"
    if names & {"Workbook", "Book", "WORKBOOK", "BOOK"}:
        return "TEP-008"
    return "TEP-011" if len(names) > 1 else "TEP-006"


def _check_size(container: Container) -> None:
    """Members, unpacked bytes and compression within bounds: the archive's own table says so before any is read."""
    members = container.archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise container.fault("TEP-014", found=len(members), limit=MOST_MEMBERS)
    unpacked = sum(member.file_size for member in members)
    bombs = [
        member.file_size
        for member in members
        if member.file_size > RATIO_FROM_BYTES
        and member.file_size > MOST_RATIO * max(member.compress_size, 1)
    ]
    if unpacked > MOST_UNPACKED_BYTES or bombs:
        raise DvkError(too_big(Place(tab=container.name), unpacked, MOST_UNPACKED_BYTES))


def _other_archive(container: Container) -> str:
    """The code for an archive that is not an Excel workbook; empty for one that is."""
    names = container.members
    if "xl/workbook.bin" in names:
        return "TEP-009"
    if any(name.startswith(("word/", "ppt/", "visio/")) for name in names):
        return "TEP-011"
    if any(name.startswith("xl/") for name in names):
        return ""
    if "mimetype" in names:
        return _open_document(container)
    return "TEP-012"


def _open_document(container: Container) -> str:
    try:
        with container.open("mimetype") as stream:
            kind = stream.read(80)
    except DAMAGE:
        return "TEP-006"
    if b"opendocument.spreadsheet" in kind:
        return "TEP-010"
    return "TEP-011" if b"opendocument" in kind else "TEP-012"
