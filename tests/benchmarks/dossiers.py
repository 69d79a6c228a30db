"""How fast the city's dossiers come out of a workbook of 300 rows, in cold processes, against openpyxl and docxtpl.

Run with `python tests/benchmarks/dossiers.py`; it ends with 1 where a limit is passed. `dvk documents` reads the book,
checks it, makes the papers and enters them in a manifest. The rival imports openpyxl and docxtpl, reads every cell, and
fills our templates, each paper by a new DocxTemplate; it checks nothing, and its values are reckoned beforehand. Both must
have made the same texts.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

sys.path.insert(0, str(Path(__file__).parent))
from dossier_book import NOMINEES, TODAY, build
from measure import interleaved, ratio
from paper_template import BODY, ROOT

COMMON = ("exemplar_minutes", "city_submission", "achievement_summary", "nomination_list")
REPORTS = ("achievement_report_collective", "achievement_report_individual")
PARTS, FIRST = 5, "CT01"
ROUNDS = {"one": 15, "all": 5}
MOST_ONE, LEAST_ALL = 0.5, 15.0
RIVAL = """
import json, sys
import docxtpl, openpyxl
book, papers, out = sys.argv[1:]
for sheet in openpyxl.load_workbook(book, data_only=True):
    for row in sheet.iter_rows(values_only=True):
        tuple(row)
for name, template, values in json.load(open(papers, encoding="utf-8")):
    document = docxtpl.DocxTemplate(template)
    document.render(values, autoescape=True)
    document.save(f"{out}/{name}")
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "so.xlsx"
        build(book)
        one = measured(folder, book, "one", (*COMMON, REPORTS[0]), (FIRST,), PARTS)
        every = measured(folder, book, "all", (*COMMON, *REPORTS), (), PARTS * NOMINEES)
    print(f"limits: one dossier at most {MOST_ONE:g} of the rival, all at least {LEAST_ALL:g} x")
    return int(one > MOST_ONE or 1 / every < LEAST_ALL)


def measured(  # noqa: PLR0913, PLR0917 - one argument for each thing that the two runs differ in
    folder: Path, book: Path, run: str, kinds: Sequence[str], only: Sequence[str], count: int
) -> float:
    """Our time in parts of the rival's, for the papers of `kinds` and `only`, which are `count`."""
    asked = folder / f"{run}.json"
    asked.write_text(json.dumps(papers(book, kinds, only)), encoding="utf-8")
    chosen = [part for code in only for part in ("--only", code)]
    dvk = [sys.executable, str(Path(sys.executable).with_name("dvk")), "documents", str(book)]
    ours = [*dvk, *kinds, *chosen, "--today", TODAY.isoformat(), "--out"]
    rival = [sys.executable, "-c", RIVAL, str(book), str(asked)]
    figures = interleaved(
        {
            "ours": into_new_folder(folder / f"{run}-ours", ours),
            "rival": into_new_folder(folder / f"{run}-rival", rival),
        },
        ROUNDS[run],
    )
    same_texts(folder / f"{run}-ours", folder / f"{run}-rival", count)
    found = ratio(figures, "ours", "rival")
    print(
        f"{count} papers of a dossier: {figures['ours'].median:.3f} s,"
        f" openpyxl + docxtpl {figures['rival'].median:.3f} s, {found:.3f} of it ({1 / found:.1f} x)"
    )
    return found


def papers(book: Path, kinds: Sequence[str], only: Sequence[str]) -> Sequence[Any]:
    """File name, template and values of every paper asked for."""
    from dvk_office.jobs.opening import open_book
    from dvk_office.jobs.paper_sources import source_of
    from dvk_office.rules.documents import paper_kinds

    opened = open_book(book)
    return [
        (paper.name, str(ROOT / "doc_templates" / paper.kind.template), plain(paper.context()))
        for key in kinds
        for paper in source_of(key)(opened, paper_kinds()[key], only, TODAY)
    ]


def plain(value: object) -> Any:
    """The values as JSON knows them."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def into_new_folder(parent: Path, command: Sequence[str]) -> Sequence[str]:
    """The command with a folder as its last word, another one in every round."""
    parent.mkdir()
    return ["sh", "-c", 'mkdir "$0/$$" && exec "$@" "$0/$$"', str(parent), *command]


def same_texts(ours: Path, rivals: Path, count: int) -> None:
    """Ends the benchmark where both sides did not make the same papers, `count` of them."""
    first, second = (texts(next(folder.iterdir())) for folder in (ours, rivals))
    if first != second or len(first) != count:
        sys.exit(f"not the same papers: {len(first)} and {len(second)}, asked for {count}")


def texts(folder: Path) -> Mapping[str, str]:
    """The text of every paper in `folder`, in the one spelling that XML has for all its ways of writing the same."""
    found = {}
    for path in folder.glob("*.docx"):
        with ZipFile(path) as package:
            found[path.name] = canonicalize(package.read(BODY).decode())
    return found


if __name__ == "__main__":
    sys.exit(main())
