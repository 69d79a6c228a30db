"""How long a click takes: «Soát lỗi» on the clean sample in a LibreOffice on a screen, against the same click running `pass`.

From the mouse to the moment when the result is shown and the macro has ended; more than half of it is LibreOffice writing
the copy that is read (in Excel SaveCopyAs). Run with `python tests/benchmarks/clicks.py`;
it ends with 1 where the limit is passed.
"""

import stat
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
LIMIT, ROUNDS = 15.0, 9
BUTTON = "Soát lỗi"
PROGRAM = """#!/bin/sh
# Stands before Python: where the file “{idle}” is, a click runs `pass` and answers as the program does.
if [ -e "{idle}" ]; then
    shift 5
    "{python}" -P -X utf8 -c pass
    : > "$1.started"
    echo OK > "$1.tmp"
    mv "$1.tmp" "$1"
else
    exec "{python}" "$@"
fi
"""


def main() -> int:
    from dvk_office.rules.layout_load import load_layout
    from dvk_office.rules.load import load_year
    from tests.clicking import BOARD, FINDINGS, built
    from tests.conftest import YEAR
    from tests.desk import desk

    seconds: dict[str, list[float]] = {"pass": [], BUTTON: []}
    with TemporaryDirectory() as folder, desk(Path(folder)) as office:
        program, idle = Path(folder, "program"), Path(folder, "idle")
        program.write_text(PROGRAM.format(idle=idle, python=sys.executable), encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        rules = load_year(YEAR)
        book = built(load_layout(rules), rules, Path(folder, "sổ.xlsm"), interpreter=str(program))
        office.open(str(book))
        for number in range(ROUNDS + 1):
            for name, times in seconds.items():
                _ = idle.touch() if name == "pass" else idle.unlink(missing_ok=True)
                office.show(BOARD)
                taken = office.timed(BUTTON)
                shown = office.shown()
                assert shown == (BOARD if name == "pass" else FINDINGS), shown
                if number:  # the first round warms up
                    times.append(taken)
        office.close()
    ratio = statistics.median(a / b for a, b in zip(seconds[BUTTON], seconds["pass"], strict=True))
    medians = {name: statistics.median(times) * 1000 for name, times in seconds.items()}
    print(
        f"{BUTTON}: {medians[BUTTON]:.0f} ms, {ratio:.1f} x the same click running `pass`"
        f" ({medians['pass']:.0f} ms), limit {LIMIT:g} x"
    )
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
