"""Whole processes timed side by side: rounds interleaved, medians, ratios; peak memory of each.

They keep their compiled code in a folder of the benchmark's own, filled in a warming round: what is measured is the
second click, whatever the environment says of compiled code.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One command over all rounds: `seconds` in order of the rounds, `peak` resident memory in MiB."""

    seconds: tuple[float, ...]
    peak: float

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def run_once(arguments: Sequence[str], compiled: str = "") -> tuple[float, float]:
    """Seconds and peak MiB of one process; any exit code but 0 and 1 is a failure of the benchmark."""
    kept = {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""} if compiled else {}
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONHASHSEED": "0", **kept}
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"{arguments} ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def interleaved(commands: Mapping[str, Sequence[str]], rounds: int) -> Mapping[str, Figure]:
    """Each command once per round, after one warming round that is not counted."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as compiled:
        for arguments in commands.values():
            run_once(arguments, compiled)
        for _ in range(rounds):
            for name, arguments in commands.items():
                seen[name].append(run_once(arguments, compiled))
    return {
        name: Figure(tuple(s for s, _ in runs), max(m for _, m in runs))
        for name, runs in seen.items()
    }


def ratio(figures: Mapping[str, Figure], name: str, base: str) -> float:
    """The median over the rounds of `name` divided by `base` in the same round."""
    pairs = zip(figures[name].seconds, figures[base].seconds, strict=True)
    return statistics.median(a / b for a, b in pairs)
