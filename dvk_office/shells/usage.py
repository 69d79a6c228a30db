"""Click in Vietnamese: the headings of the help and the sentences for a wrong call."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
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
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        rows = [row for row in (one.get_help_record(ctx) for one in options) if row]
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


def with_codes(
    kinds: Sequence[str], only: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Kinds and codes apart: more codes may follow the one of `--only`, or stand in it with “,” or “;” between them.

    A code has a digit in it, a kind has none.
    """
    codes = [one for one in kinds if only and re.search("[0-9]", one)]
    typed = [part for one in (*only, *codes) for part in re.split("[,;]", one)]
    return tuple(one for one in kinds if one not in codes), tuple(
        filter(None, map(str.strip, typed))
    )


def explain(error: click.ClickException) -> str:
    """The Vietnamese sentence for a call that click refuses."""
    for kind, sentence in _SENTENCES:
        if isinstance(error, kind):
            return sentence(error)
    return f"Không thực hiện được: {error.format_message()}"


def _name(error: Any) -> str:
    """What the call names the parameter by: --today, or SỔ."""
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    return str(param.opts[0] if isinstance(param, click.Option) else param.human_readable_name)


def _missing(error: Any) -> str:
    return f"Thiếu {_name(error)}. Xem cách dùng với --help."


def _bad(error: Any) -> str:
    wanted = _WANTED.get(error.param.type.name if error.param else "", _DAY)
    return f"Giá trị của {_name(error)} không dùng được. {wanted}"


def _no_value(error: Any) -> str:
    too_many = _NO_VALUE in error.format_message()
    wanted = "không nhận giá trị nào" if too_many else "cần một giá trị"
    return f"Tùy chọn “{error.option_name}” {wanted}. Xem cách dùng với --help."


def _use(error: Any) -> str:
    """Words too many, which click tells in brackets; or anything else."""
    more = _MORE.search(error.format_message())
    return f"Lệnh thừa “{more[1]}”. Xem cách dùng với --help." if more else _WRONG


_DAY = "Ngày viết theo dạng NĂM-THÁNG-NGÀY, ví dụ 2027-03-09."
_WANTED: Mapping[str, str] = MappingProxyType(
    {
        "integer": "Ghi một số nguyên, ví dụ 2027.",
        "file": "Ghi đường dẫn của một tệp.",
        "directory": "Ghi đường dẫn của một thư mục, không phải tệp.",
        "path": "Ghi một đường dẫn.",
    }
)
_MORE = re.compile(r"\((.*)\)$", re.DOTALL)
_NO_VALUE = "does not take"
_WRONG = "Lệnh chưa đúng. Xem cách dùng với --help."
_SENTENCES: tuple[tuple[type[click.ClickException], Callable[[Any], str]], ...] = (
    (click.NoSuchOption, lambda error: f"Không có tùy chọn “{error.option_name}”."),
    (click.BadOptionUsage, _no_value),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad),
    (click.FileError, lambda error: f"Không mở được tệp “{error.ui_filename}”."),
    (
        click.exceptions.NoSuchCommand,
        lambda error: f"Không có lệnh “{error.command_name}”. Xem các lệnh với --help.",
    ),
    (click.UsageError, _use),
)
