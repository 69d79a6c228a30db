"""PDFs that are older than their papers: taken away, so that nobody prints them."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from dvk_office.core.findings import DvkError, Finding
from dvk_office.jobs.manifest import Entry, by_path, strike
from dvk_office.jobs.output import set_aside, standing


def without_outdated(out: Path) -> Iterator[Finding]:
    """Takes away what was printed in `out` of papers that have changed since; what is held elsewhere is named.

    A PDF that somebody changed is kept beside.
    """
    gone = []
    try:
        entries = by_path(out)
        for path in [path for path in entries if _outdated(out, path, entries)]:
            try:
                set_aside(out / path, (entries[path]["sha256"],))
                gone.append(path)
            except DvkError as held:
                yield held.finding
        if gone:
            strike(out, gone)
    except DvkError as fault:  # of the manifest, or of a paper that nobody may read
        yield fault.finding


def _outdated(out: Path, path: str, entries: Mapping[str, Entry]) -> bool:
    """Whether a file of `out` itself was made of papers of which one is another now, also where it stands."""
    of = entries[path].get("of")
    if not isinstance(of, dict) or Path(path).name != path:
        return False
    for name, before in of.items():
        if entries.get(name, {}).get("sha256") == before:
            continue
        now = standing(out / name)
        if now is not None and sha256(now).hexdigest() != before:
            return True
    return False
