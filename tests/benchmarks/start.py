"""How fast a click starts: `dvk check` on the clean sample and `dvk --help`, against `python -c pass`.

Run with `python tests/benchmarks/start.py`; it ends with 1 where a limit is passed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from measure import interleaved, ratio

ROOT = Path(__file__).resolve().parents[2]
LIMITS = {"check": 15.0, "help": 7.0}
ROUNDS = 15


def main() -> int:
    sample = next(ROOT.joinpath("samples").glob("so-mau-[0-9]*.xlsx"))
    dvk = [sys.executable, str(Path(sys.executable).with_name("dvk"))]
    figures = interleaved(
        {
            "pass": [sys.executable, "-c", "pass"],
            "check": [*dvk, "check", str(sample)],
            "help": [*dvk, "--help"],
        },
        ROUNDS,
    )
    worst = 0
    for name, limit in LIMITS.items():
        measured = ratio(figures, name, "pass")
        worst |= measured > limit
        print(
            f"{name}: {figures[name].median * 1000:.0f} ms, {measured:.1f} x `python -c pass`"
            f" ({figures['pass'].median * 1000:.0f} ms), limit {limit:g} x,"
            f" {figures[name].peak:.0f} MiB"
        )
    return int(worst)


if __name__ == "__main__":
    sys.exit(main())
