"""The file that stood where a paper is made: whether it was issued, whether somebody edited it, what is told of it."""

from hashlib import sha256
from typing import NamedTuple

from dvk_office.documents.kept import lost
from dvk_office.jobs.manifest import Entry


class Earlier(NamedTuple):
    """What stood there and its `entry` in the manifest, which is empty where there is none."""

    content: bytes
    entry: Entry

    @property
    def as_made(self) -> bool:
        """Whether nobody changed it since."""
        return self.entry.get("sha256") == sha256(self.content).hexdigest()

    def issued(self, number: str) -> str:
        """The number under which it was issued, also where that was taken back; `number` where nobody knows."""
        had = self.entry.get("number")
        draft = had == "" and self.as_made
        return "" if draft else number or str(had or "")

    def told(self, content: bytes) -> str:
        """The code of what is said where `content` takes its place: text may be lost, it was edited, or nothing."""
        if content == self.content:
            return ""
        if lost(self.content, content, edited=not self.as_made):
            return "VB-021"
        return "" if self.as_made else "VB-020"
