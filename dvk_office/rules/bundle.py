"""What a bundle for offices without network holds, as data (`bundle.toml`)."""

from dataclasses import dataclass
from functools import cache

import rtoml

from dvk_office.rules.packaged import packaged


@dataclass(frozen=True)
class Bundle:
    """For which Pythons and platform wheels are taken along, which only Windows needs, and the texts beside them."""

    pythons: tuple[str, ...]
    platform: str
    windows_only: tuple[str, ...]
    wheels: str
    installer: str
    read_me: str
    installer_text: str
    read_me_text: str

    def filled(self, text: str, *, version: str, year: int) -> str:
        """A text of ours with names, versions and the year in it."""
        facts = {
            "version": version,
            "year": str(year),
            "versions": " ".join(reversed(self.pythons)),
            "folders": " ".join(f"Python{one.replace('.', '')}" for one in reversed(self.pythons)),
            "newest": self.pythons[-1],
            "wheels": self.wheels,
            "installer": self.installer,
            "read_me": self.read_me,
        }
        for name, fact in facts.items():
            text = text.replace(f"{{{name}}}", fact)
        return text.lstrip("\n")


@cache
def load_bundle() -> Bundle:
    """The one bundle that there is."""
    source = rtoml.loads(packaged("bundle.toml"))
    lists = {key: tuple(source[key]) for key in ("pythons", "windows_only")}
    return Bundle(**{**source, **lists})
