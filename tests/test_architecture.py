"""The house stands as drawn: imports go one way, each library has one home, Vietnamese is data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "dvk_office"
FLOORS = {
    "rules": set(),
    "core": {"rules"},
    "workbook": {"core", "rules"},
    "documents": {"core", "rules"},
    "jobs": {"workbook", "documents", "core", "rules"},
    "shells": {"jobs", "workbook", "documents", "core", "rules"},
}
HOMES = {
    "rtoml": {"rules"},
    "python_calamine": {"workbook"},
    "xlsxwriter": {"workbook"},
    "openpyxl": {"workbook"},
    "pandas": {"workbook"},
    "pyopenvba": {"workbook"},
    "docxtpl": {"documents"},
    "docx": {"documents"},
    "jinja2": {"documents"},
    "click": {"shells"},
    "rich": {"shells"},
    "xlwings": {"shells"},
    "tkinter": {"shells"},
    "smtplib": {"shells"},
    "keyring": {"shells"},
}
SOURCES = sorted(PACKAGE.rglob("*.py"))


def _floor(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down_the_floors_only(path: Path) -> None:
    floor = _floor(path)
    ours = {n.split(".")[1] for n in _imports(path) if n.startswith("dvk_office.")}
    allowed = FLOORS.get(floor, set()) | {floor, "__version__"}
    assert ours <= allowed, f"{path} on floor {floor!r} imports {ours - allowed}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_library_is_imported_at_its_home_only(path: Path) -> None:
    roots = {name.split(".")[0] for name in _imports(path)}
    strangers = {r for r in roots & HOMES.keys() if _floor(path) not in HOMES[r]}
    assert not strangers, f"{path} imports {strangers}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_vietnamese_text_lives_in_data_and_shells_only(path: Path) -> None:
    if _floor(path) in {"shells", ""}:
        foreign: list[str] = []
    else:
        foreign = [
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and not node.value.isascii()
            and not _is_docstring_or_escape(path, node)
        ]
    assert not foreign, f"{path}: {foreign}"


def _is_docstring_or_escape(path: Path, node: ast.Constant) -> bool:
    """A docstring may quote a Vietnamese word; a literal written in escapes is a table of code points."""
    text = path.read_text(encoding="utf-8")
    source = ast.get_source_segment(text, node) or ""
    return source.startswith(('"""', "'''")) or source.isascii()


@pytest.mark.req("R-001")
@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_year_stands_in_code(path: Path) -> None:
    assert "2026" not in path.read_text(encoding="utf-8")


def test_there_is_no_import_cycle_inside_a_floor() -> None:
    graph = {
        _module(path): {n for n in _imports(path) if n.startswith("dvk_office.")}
        for path in SOURCES
    }
    edges = {name: {d for d in deps if d in graph and d != name} for name, deps in graph.items()}
    order: list[str] = []
    waiting = dict(edges)
    while waiting:
        free = [name for name, deps in waiting.items() if not deps & waiting.keys()]
        assert free, f"import cycle among {sorted(waiting)}"
        order += free
        waiting = {name: deps for name, deps in waiting.items() if name not in free}
    assert len(order) == len(graph)


def _module(path: Path) -> str:
    parts = ("dvk_office", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_no_file_has_a_name_that_says_nothing() -> None:
    empty_words = {"utils", "helpers", "manager", "data", "info", "common", "misc"}
    assert not [p for p in SOURCES if p.stem in empty_words]
