"""Writing entries wholly or not at all: where it fails halfway, the entries of the copy that was kept first come back."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dvk_office.core.findings import DvkError, finding
from dvk_office.core.records import Place
from dvk_office.jobs.backups import clear_old
from dvk_office.shells.port import Port

Answer = TypeVar("Answer")


def whole(port: Port, kept: Path, write: Callable[[], Answer]) -> Answer:
    """What `write` gives. A DvkError says that nothing was written; DvkError too where nothing could be brought back.

    Old copies are cleared away afterwards.
    """
    try:
        answer = write()
    except DvkError:
        raise
    except Exception as fault:
        try:
            port.restore(kept)
        except Exception:  # noqa: BLE001 - whatever keeps us from writing keeps us from this too
            raise DvkError(finding("NUT-032", Place(tab=port.path.name), kept=kept.name)) from fault
        raise
    clear_old(port.path)
    return answer
