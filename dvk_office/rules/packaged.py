"""The data files beside these modules, as text."""

from pathlib import Path

HOME = Path(__file__).parent


def packaged(name: str) -> str:
    """The text of the data file `name`; FileNotFoundError for one that there is not."""
    return HOME.joinpath(name).read_text(encoding="utf-8")
