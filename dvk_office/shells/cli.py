"""The command line `dvk`: every command parses its words, calls one job and shows the Report."""

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dvk_office import __version__
from dvk_office.rules.actions import load_actions
from dvk_office.shells import usage

if TYPE_CHECKING:
    from dvk_office.jobs.report import Report

OUR_FAULT = 3
_HELP = {action.key: action.help for action in load_actions()}

AS_JSON = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho máy đọc.")
OUT = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("ket-qua"),
    metavar="THƯ_MỤC",
    help="Thư mục nhận kết quả (mặc định: ket-qua).",
)
WORKBOOK = click.argument("workbook", metavar="SỔ", type=click.Path(path_type=Path))


def _day(_ctx: click.Context, param: click.Parameter, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.BadParameter(str(error), param=param) from error


TODAY = click.option(
    "--today",
    callback=_day,
    metavar="NĂM-THÁNG-NGÀY",
    help="Coi như hôm nay là ngày này (mặc định: ngày trên máy).",
)


@click.group(
    cls=usage.VietnameseGroup,
    help="Văn phòng “Dân vận khéo”: một sổ Excel, cả năm phong trào.",
)
@click.version_option(__version__, help="Hiện số phiên bản.", message="dvk_office %(version)s")
def cli() -> None:
    pass


def command(key: str) -> Callable[[Callable[..., int]], click.Command]:
    """Registers a command whose help stands in the table of actions."""
    return cli.command(key, cls=usage.VietnameseCommand, help=_HELP[key])


def _opened(workbook: Path) -> Any:
    from dvk_office.jobs.opening import open_book

    return open_book(workbook)


def _today(day: date | None) -> date:
    from dvk_office.shells.clock import today

    return day or today()


@command("demo")
@OUT
@TODAY
@AS_JSON
def demo(out: Path, today: date | None, as_json: bool) -> int:  # noqa: FBT001 - click passes it by name
    from dvk_office.jobs.demo import demo as job
    from dvk_office.shells import show, tables

    progress = show.progress_bar()
    return show.answer(lambda: job(out, today, progress), tables.demo_lines, as_json=as_json)


@command("new")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="SỔ",
    help="Mang dữ liệu từ sổ này sang.",
)
@click.option("--year", type=int, metavar="NĂM", help="Mở sổ của năm này từ sổ của năm trước.")
@click.option(
    "--old-models",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Lấy mô hình các năm trước từ một danh sách (sổ Excel, CSV UTF-8 hoặc văn bản dán từ Excel).",
)
@AS_JSON
def new(
    *, folder: Path, source: Path | None, year: int | None, old_models: Path | None, as_json: bool
) -> int:
    from dvk_office.jobs.new import new as job
    from dvk_office.shells import show

    return show.answer(
        lambda: job(folder, source=source, year=year, old_models=old_models),
        show.made_lines,
        as_json=as_json,
    )


@command("check")
@WORKBOOK
@TODAY
@AS_JSON
def check(workbook: Path, today: date | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.check import check as job
    from dvk_office.shells import show

    return show.answer(
        lambda: job(_opened(workbook), _today(today)), show.finding_lines, as_json=as_json
    )


@command("targets")
@WORKBOOK
@TODAY
@AS_JSON
def targets(workbook: Path, today: date | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.targets import targets as job
    from dvk_office.shells import show, tables

    return show.answer(
        lambda: job(_opened(workbook), _today(today)), tables.target_lines, as_json=as_json
    )


@command("deadlines")
@WORKBOOK
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="TỆP",
    help="Ghi các thời hạn ra tệp lịch (.ics) cho Outlook, Google.",
)
@TODAY
@AS_JSON
def deadlines(workbook: Path, ics: Path | None, today: date | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.deadlines import deadlines as job
    from dvk_office.shells import show, tables

    return show.answer(
        lambda: job(_opened(workbook), _today(today), ics), tables.deadline_lines, as_json=as_json
    )


@command("documents")
@click.argument("workbook", metavar="[SỔ]", required=False, type=click.Path(path_type=Path))
@click.argument("kinds", metavar="[LOẠI]...", nargs=-1)
@click.option("--list", "listing", is_flag=True, help="Liệt kê các loại văn bản lập được.")
@click.option("--only", multiple=True, metavar="MÃ…", help="Chỉ lập cho các mã này.")
@click.option("--pdf", is_flag=True, help="Lập thêm bản PDF của từng văn bản.")
@click.option("--merge", is_flag=True, help="Gộp thành một tệp PDF để in, đủ số bản.")
@click.option("--again", is_flag=True, help="Lập lại cả văn bản đã ban hành.")
@OUT
@TODAY
@AS_JSON
def documents(  # noqa: PLR0913 - one parameter an option
    *,
    workbook: Path | None,
    kinds: tuple[str, ...],
    listing: bool,
    only: tuple[str, ...],
    pdf: bool,
    merge: bool,
    again: bool,
    out: Path,
    today: date | None,
    as_json: bool,
) -> int:
    if listing:
        return _kinds_listed(as_json=as_json)
    if workbook is None:
        raise click.MissingParameter(param_hint="SỔ", param_type="argument")
    kinds, only = usage.with_codes(kinds, only)
    from dvk_office.jobs.fillers import beside

    with beside(workbook, kinds) as fill:  # at work while we load the rest and read the book
        from dvk_office.shells import show

        day, progress = _today(today), show.progress_bar()

        def make() -> "Report":
            from dvk_office.jobs.documents import documents as job

            opened = _opened(workbook)
            return job(
                opened, kinds, only, out, day, progress,
                fill=fill, again=again, pdf=pdf, merge=merge,
            )  # fmt: skip

        return show.answer(make, show.made_lines, as_json=as_json)


def _kinds_listed(*, as_json: bool) -> int:
    from dvk_office.jobs.documents import list_kinds
    from dvk_office.shells import show, tables

    return show.answer(list_kinds, tables.kind_lines, as_json=as_json)


@command("number")
@WORKBOOK
@click.argument("kind", metavar="LOẠI")
@click.argument("given", metavar="SỐ")
@click.argument("day", metavar="NGÀY")
@click.option(
    "--for",
    "subject",
    default="",
    metavar="MÃ",
    help="Mã của văn bản, khi nhiều văn bản đang chờ số.",
)
@TODAY
@AS_JSON
def number(  # noqa: PLR0913 - one parameter an option
    *,
    workbook: Path,
    kind: str,
    given: str,
    day: str,
    subject: str,
    today: date | None,
    as_json: bool,
) -> int:
    from dvk_office.jobs import number as jobs
    from dvk_office.shells import show

    return show.answer(
        lambda: jobs.number(
            _opened(workbook), kind, given, jobs.read_day(day), _today(today), subject=subject
        ),
        show.made_lines,
        as_json=as_json,
    )


@command("appendix")
@WORKBOOK
@click.argument("number", metavar="[SỐ]", default="01")
@OUT
@TODAY
@AS_JSON
def appendix(*, workbook: Path, number: str, out: Path, today: date | None, as_json: bool) -> int:
    from dvk_office.jobs.appendix import appendix as job
    from dvk_office.shells import show

    day = _today(today)
    return show.answer(
        lambda: job(_opened(workbook), number, out, day), show.made_lines, as_json=as_json
    )


@command("send")
@WORKBOOK
@OUT
@TODAY
@AS_JSON
def send(*, workbook: Path, out: Path, today: date | None, as_json: bool) -> int:
    from dvk_office.jobs.send import send as job
    from dvk_office.shells import show

    day = _today(today)
    return show.answer(lambda: job(_opened(workbook), out, day), show.made_lines, as_json=as_json)


@command("verify")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@AS_JSON
def verify(folder: Path, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.verify import verify as job
    from dvk_office.shells import show, tables

    return show.answer(lambda: job(folder), tables.verify_lines, as_json=as_json)


@command("restore")
@WORKBOOK
@click.argument("number", metavar="[SỐ]", required=False, type=int)
@AS_JSON
def restore(workbook: Path, number: int | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.restore import restore as job
    from dvk_office.shells import show, tables
    from dvk_office.shells.clock import now

    return show.answer(lambda: job(workbook, number, now()), tables.restore_lines, as_json=as_json)


@command("lint")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--annotate", is_flag=True, help="Ghi kết quả thành chú thích Word trong một bản sao."
)
@click.option(
    "--workbook",
    type=click.Path(path_type=Path),
    metavar="SỔ",
    help="Soát theo cách trình bày, tên cơ quan mà sổ này chọn.",
)
@TODAY
@AS_JSON
def lint(
    *,
    files: tuple[Path, ...],
    annotate: bool,
    workbook: Path | None,
    today: date | None,
    as_json: bool,
) -> int:
    from dvk_office.jobs.lint import lint as job
    from dvk_office.shells import show

    day = _today(today)
    return show.answer(
        lambda: job(files, day, annotate=annotate, opened=_opened(workbook) if workbook else None),
        show.checked_lines,
        as_json=as_json,
    )


@command("schema")
@click.option("--year", type=int, metavar="NĂM", help="Năm của quy định (mặc định: năm mới nhất).")
@AS_JSON
def schema(year: int | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.schema import schema as job
    from dvk_office.shells import show, tables

    return show.answer(lambda: job(year), tables.schema_lines, as_json=as_json)


@command("rules")
@click.argument("file", metavar="[TỆP]", required=False, type=click.Path(path_type=Path))
@click.option("--year", type=int, metavar="NĂM", help="Năm cần in (mặc định: năm mới nhất).")
@AS_JSON
def rules(file: Path | None, year: int | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.rules import rules as job
    from dvk_office.shells import show, tables

    return show.answer(lambda: job(year, file), tables.rule_lines, as_json=as_json)


@command("build")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="THƯ_MỤC",
    help="Dựng vào thư mục này thay cho các thư mục của dự án.",
)
@AS_JSON
def build(out: Path | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.build import build as job
    from dvk_office.shells import show

    return show.answer(lambda: job(out), show.made_lines, as_json=as_json)


@command("panel")
@click.argument("workbook", metavar="[SỔ]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--check",
    "checking",
    is_flag=True,
    help="Không mở cửa sổ: xem máy mở được không, nêu các nút.",
)
@AS_JSON
def panel(workbook: Path | None, checking: bool, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.shells import show, tables

    if checking:
        from dvk_office.jobs.panel import panel as job

        return show.answer(lambda: job(workbook), tables.panel_lines, as_json=as_json)
    from dvk_office.shells.panel.start import open_panel

    return show.answer(
        lambda: open_panel(workbook), lambda report: map(str, report.findings), as_json=as_json
    )


@command("doctor")
@click.argument("workbook", metavar="[SỔ]", required=False, type=click.Path(path_type=Path))
@AS_JSON
def doctor(workbook: Path | None, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.doctor import doctor as job
    from dvk_office.shells import show, tables

    return show.answer(lambda: job(workbook), tables.doctor_lines, as_json=as_json)


@command("guide")
@AS_JSON
def guide(as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.guide import guide as job
    from dvk_office.shells import show, tables

    return show.answer(job, tables.guide_lines, as_json=as_json)


@command("selftest")
@click.option(
    "--host",
    type=click.Choice(("excel", "libreoffice", "tep")),
    help="Thử ở đâu (mặc định: Excel nếu máy có, rồi đến LibreOffice, rồi tệp trên đĩa).",
)
@OUT
@AS_JSON
def selftest(host: str | None, out: Path, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.shells import show, tables
    from dvk_office.shells.selftest import selftest as run_there

    progress = show.progress_bar()
    return show.answer(
        lambda: run_there(host, out, progress), tables.selftest_lines, as_json=as_json
    )


@command("bundle")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(file_okay=False, path_type=Path))
@AS_JSON
def bundle(folder: Path, as_json: bool) -> int:  # noqa: FBT001
    from dvk_office.jobs.bundle import bundle as job
    from dvk_office.shells import show

    progress = show.progress_bar()
    return show.answer(lambda: job(folder, progress), show.made_lines, as_json=as_json)


def main() -> None:
    """The entry point: exit 0 nothing wrong, 1 errors found, 2 wrong use, 3 our fault."""
    gc.set_threshold(100_000, 50, 50)  # a command makes many objects and drops few
    code = run(sys.argv[1:])
    gc.freeze()  # nothing is looked through at the end
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of `dvk` with `arguments`; every fault ends in one Vietnamese sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(cli.main(arguments, prog_name="dvk", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.format_message())
        return usage.WRONG_USE
    except click.ClickException as error:
        click.echo(usage.explain(error), err=True)
        return usage.WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        click.echo(
            "Đã dừng theo yêu cầu; tệp đã lập vẫn giữ. Chạy lại cùng lệnh để làm tiếp.", err=True
        )
        return usage.WRONG_USE
    except Exception as fault:  # noqa: BLE001 - the last wall before the person
        from dvk_office.shells.log import record

        click.echo(f"Chương trình gặp lỗi của chính nó. Nhật ký ghi tại: {record(fault)}", err=True)
        return OUR_FAULT
