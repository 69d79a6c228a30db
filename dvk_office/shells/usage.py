"""Click in Vietnamese: the headings of the help and the sentences for a wrong call."""

from collections.abc import Callable
from typing import Any

import click

WRONG_USE = 2


class VietnameseCommand(click.Command):
    """A command whose help has Vietnamese headings."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TÙY CHỌN]", **kwargs})

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, self._pieces(ctx), prefix="Cách dùng: ")

    def _pieces(self, ctx: click.Context) -> str:
        return " ".join(self.collect_usage_pieces(ctx))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row for row in (p.get_help_record(ctx) for p in self.get_params(ctx)) if row]
        if rows:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Hiện hướng dẫn này."
        return option


class VietnameseGroup(VietnameseCommand, click.Group):
    """The command `dvk`: lists its commands in the order of the table of actions."""

    command_class = VietnameseCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "LỆNH …", **kwargs})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)


def explain(error: click.ClickException) -> str:
    """The Vietnamese sentence for a call that click refuses."""
    for kind, sentence in _SENTENCES:
        if isinstance(error, kind):
            return sentence(error)
    return f"Không thực hiện được: {error.format_message()}"


def _missing(error: Any) -> str:
    name = error.param.human_readable_name if error.param else ""
    return f"Thiếu {name}. Xem cách dùng với --help."


def _bad(error: Any) -> str:
    name = error.param.human_readable_name if error.param else ""
    return (
        f"Giá trị của {name} không dùng được. Ngày viết theo dạng NĂM-THÁNG-NGÀY, ví dụ 2027-03-09."
    )


def _use(error: Any) -> str:
    return f"Lệnh chưa đúng. Xem cách dùng với --help. ({error.format_message()})"


_SENTENCES: tuple[tuple[type[click.ClickException], Callable[[Any], str]], ...] = (
    (click.NoSuchOption, lambda error: f"Không có tùy chọn “{error.option_name}”."),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad),
    (click.FileError, lambda error: f"Không mở được tệp “{error.ui_filename}”."),
    (
        click.exceptions.NoSuchCommand,
        lambda error: f"Không có lệnh “{error.command_name}”. Xem các lệnh với --help.",
    ),
    (click.UsageError, _use),
)
