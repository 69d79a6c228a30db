"""The manifest of an output folder: every file that was made, its digest, and what it was made from."""

import json
import sys
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from dvk_office import __version__
from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import write_file
from dvk_office.jobs.report import Made

NAME, FORM, KIND = "manifest.json", 1, "manifest"
PATIENCE = 50  # papers that a power cut may leave without their entry; made again, they get it
Entry = Mapping[str, Any]
_line = json.JSONEncoder(ensure_ascii=False).encode


class Enter(Protocol):
    """Enters one file in a manifest, with what else is known of it.

    Of a paper that is its `number`, empty as long as the paper waits for it; of a PDF the digests of the papers `of`
    which it was made, by their paths.
    """

    def __call__(self, made: Made, template: Path | None, **more: object) -> None: ...


def enter(
    out: Path, opened: Opened, made: Iterable[Made], template: Path | None, today: date
) -> None:
    """Enters the files `made` in the manifest of `out`, each in place of its earlier entry; other entries stay."""
    with entering(out, opened, today) as enter_one:
        for one in made:
            enter_one(one, template)


@contextmanager
def entering(out: Path, opened: Opened, today: date) -> Iterator[Enter]:
    """Enters many files one by one, as they are made, in the manifest of `out`.

    It is written now and then, each time after half as many files more, so that the work does not grow with the square
    of their number; and at the end, also where a fault or the office ends the run.
    """
    lines: dict[str, str] = {}
    sources: dict[Path | None, Entry] = {}
    waiting = 0

    def enter_one(made: Made, template: Path | None, **more: object) -> None:
        nonlocal waiting
        if not sources:
            lines.update((str(entry["path"]), _line(entry)) for entry in read(out))
        if template not in sources:
            sources[template] = _source(opened, template, today)
        path = made.path.relative_to(out).as_posix()
        own = {"path": path, "kind": made.kind, "sha256": made.sha256, **more}
        lines[path] = _line({**own, **sources[template]})
        waiting += 1
        if waiting >= PATIENCE + len(lines) // 2:
            _write(out, lines, lasting=False)
            waiting = 0

    try:
        yield enter_one
    finally:
        if waiting:
            _write(out, lines)


def strike(out: Path, paths: Container[str]) -> None:
    """Strikes out of the manifest of `out` the entries of `paths`, files that were taken away."""
    _write(out, {path: _line(one) for path, one in by_path(out).items() if path not in paths})


def _write(out: Path, lines: Mapping[str, str], *, lasting: bool = True) -> None:
    """The manifest of the entries in `lines`, in the order of their paths; of the last one the disk is waited for."""
    files = ",\n".join(lines[path] for path in sorted(lines))
    text = f'{{"form": {FORM}, "files": [\n{files}\n]}}\n'
    write_file(out / NAME, text.encode(), KIND, keep=False, lasting=lasting)


def read(out: Path) -> tuple[Entry, ...]:
    """The entries of the manifest of `out`; none where there is no manifest, DvkError for one that is not ours."""
    path = out / NAME
    if not path.is_file():
        return ()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        content = None
    entries = content.get("files") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise DvkError(finding("XM-010", Place(tab=NAME), folder=out))
    return tuple(entries)


def by_path(out: Path) -> Mapping[str, Entry]:
    """The entry of all that was made in `out` by its path, as its manifest has it."""
    return {str(entry["path"]): entry for entry in read(out)}


def by_digest(out: Path) -> Mapping[str, Entry]:
    """The entry of all that was made in `out` by its digest, as its manifest has it."""
    return {str(entry["sha256"]): entry for entry in read(out)}


def current(entry: Entry, opened: Opened, template: Path | None, today: date) -> bool:
    """Whether the file of `entry` was made on `today` from this workbook and template, by this program."""
    if template and not template.is_file():
        return False
    return _source(opened, template, today).items() <= entry.items()


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(key), str) for key in ("path", "sha256", "kind")
    )


def _source(opened: Opened, template: Path | None, today: date) -> Entry:
    """What a paper was made from: workbook, template, day, and the versions of rules and programs."""
    form = {"name": template.name, "sha256": digest(template)} if template else None
    return {
        "template": form,
        "workbook": {"name": opened.path.name, "sha256": opened.book.digest},
        "today": today.isoformat(),
        "versions": {
            "dvk_office": __version__,
            "rules": opened.rules.year,
            "layout": opened.layout.version,
            "python": ".".join(map(str, sys.version_info[:3])),
        },
    }


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()
