"""Writing what a job made: whole or not at all, and never over another file without keeping that one."""

import os
import re
from collections.abc import Container
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.core.text import bare
from dvk_office.jobs.host import reachable, replace
from dvk_office.jobs.report import Made
from dvk_office.rules.messages import word

LONGEST_NAME = 80
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")


def safe_name(text: str) -> str:
    """`text` as a file name that every system and every mail program accepts: a-z, 0-9 and hyphens, no accents."""
    name = bare(text).replace(" ", "-")[:LONGEST_NAME].strip("-") or "tep"
    return f"{name}-1" if _RESERVED.fullmatch(name) else name


def write_file(  # noqa: PLR0913 - what is said of one file
    path: Path,
    content: bytes,
    kind: str,
    *,
    keep: bool = True,
    ours: Container[str] = (),
    lasting: bool = True,
) -> Made:
    """Writes `content` to `path` through a temporary file; another file that stood there is kept beside it.

    What stands there already is left as it is, so that a program may have it open.
    `keep` is False only for a file of our own that grows, such as the manifest; `ours` are the digests of files that
    need not be kept, since they are as we made them and are made again at will; `lasting` is False only for one of
    many papers, which are made again by one click, and for the manifest while they are made: the disk is not waited
    for, and a power cut may cost the papers of the last seconds. DvkError where it cannot be written.
    """
    target, before = reachable(path), standing(path)
    try:
        if before != content:
            if keep and before is not None and sha256(before).hexdigest() not in ours:
                _keep(target, before)
            _replace(target, content, lasting=lasting)
    except OSError:
        raise _held(path) from None
    return Made(path, kind, sha256(content).hexdigest())


def set_aside(path: Path, ours: Container[str]) -> None:
    """Takes away what stands at `path`, kept beside unless its digest is one of `ours`; DvkError where that fails."""
    before = standing(path)
    try:
        if before is not None and sha256(before).hexdigest() not in ours:
            _keep(reachable(path), before)
        reachable(path).unlink(missing_ok=True)
    except OSError:
        raise _held(path) from None


def standing(path: Path) -> bytes | None:
    """What stands at `path`, None where no file does; DvkError where it cannot be read."""
    try:
        return reachable(path).read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return None
    except OSError:
        raise _held(path) from None


def _held(path: Path) -> DvkError:
    return DvkError(finding("TEP-092", Place(tab=path.name), path=path))


def _keep(path: Path, before: bytes) -> None:
    """Writes what stood at `path` to a name of its own."""
    kept = kept_at(path, before)
    if not kept.exists():
        _replace(kept, before, lasting=True)


def kept_at(path: Path, before: bytes) -> Path:
    """Where what stood at `path` is kept when another file takes its place."""
    mark = sha256(before).hexdigest()[:8]
    return path.with_name(f"{path.stem}.{word('output_kept')}-{mark}{path.suffix}")


def _replace(path: Path, content: bytes, *, lasting: bool) -> None:
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with _created(temporary) as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _created(path: Path) -> BinaryIO:
    """A new file to be written, with the folders that lead to it."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")
