"""«Đối chiếu»: says whether every file that was made is still there, and still as it was made."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.manifest import NAME, Entry, read
from dvk_office.jobs.report import Report
from dvk_office.rules.messages import word

INTACT, CHANGED, MISSING, UNREADABLE = "intact", "changed", "missing", "unreadable"
_CODES = {CHANGED: "XM-001", MISSING: "XM-002", UNREADABLE: "XM-004"}


def verify(folder: Path) -> Report:
    """The state of each file in the manifest of `folder`, and the files beside it that the manifest does not know."""
    if not (folder / NAME).is_file():
        raise DvkError(finding("XM-011", Place(tab=folder.name or str(folder)), folder=folder))
    entries = read(folder)
    files = [
        {"path": one["path"], "kind": one["kind"], "state": _state(folder, one)} for one in entries
    ]
    lines = [f"{word('verify_' + one['state'])}: {one['path']}" for one in files]
    findings = (
        finding(_CODES[one["state"]], Place(tab=one["path"]), file=one["path"])
        for one in files
        if one["state"] in _CODES
    )
    return Report((*findings, *_unknown(folder, entries)), (), {"files": files, "lines": lines})


def _state(folder: Path, entry: Entry) -> str:
    """What became of one file; a path that leads out of the folder is not followed."""
    path = PurePosixPath(entry["path"])
    if path.is_absolute() or ".." in path.parts:
        return MISSING
    try:
        content = folder.joinpath(*path.parts).read_bytes()
    except FileNotFoundError:
        return MISSING
    except OSError:
        return UNREADABLE
    return INTACT if sha256(content).hexdigest() == entry["sha256"] else CHANGED


def _unknown(folder: Path, entries: tuple[Entry, ...]) -> Iterator[Finding]:
    known = {one["path"] for one in entries} | {NAME}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known and not path.name.startswith("."):
            yield finding("XM-003", Place(tab=name), file=name)
