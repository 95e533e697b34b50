"""Make the command-line library speak Chinese: its help, its panels and its complaints.

The library marks only some of its strings for translation, so panels are set as values, the rest by overriding
the two methods that print them, and usage errors are told again in our words.
"""

from collections.abc import Iterable
from gettext import gettext
from typing import Any

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from typer import rich_utils
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
rich_utils.OPTIONS_PANEL_TITLE = "选项"
rich_utils.COMMANDS_PANEL_TITLE = "命令"
rich_utils.ERRORS_PANEL_TITLE = "用法有误"
rich_utils.DEFAULT_STRING = "[默认：{}]"
rich_utils.REQUIRED_LONG_STRING = "[必填]"

_COMPLAINTS = {
    "NoSuchOption": "没有选项 {option_name}。",
    "MissingParameter": "缺少{parameter}。",
    "BadOptionUsage": "选项 {option_name} 用法不对。",
    "BadParameter": "{parameter} 的值不对：{expected}。",
    "BadArgumentUsage": "参数个数不对。",
}


class _Folding(Table):
    """A table that goes on in the next line: Chinese has no spaces to break at, and was cut off with …."""

    def add_row(self, *cells: RenderableType | None, **how: Any) -> None:
        super().add_row(*cells, **how)
        for column in self.columns:
            column.overflow = "fold"


def _one_below_the_other(pieces: Iterable[RenderableType]) -> Group:
    return Group(*pieces)


def _told_type(parameter: Any, ctx: Any) -> str | None:
    """Return what to write after an option: its metavar or its choices; a switch takes nothing."""
    if parameter.metavar is None and not parameter.type_descriptor.is_choice:
        return None
    return str(parameter.metavar or parameter.display_type(ctx))


def _no_type(parameter: Any, ctx: Any) -> None:
    """Say nothing: the name of an argument tells what it is."""


for place, name, ours in (
    (rich_utils, "Table", _Folding),
    (rich_utils, "Columns", _one_below_the_other),
    (TyperOption, "display_type_rich", _told_type),
    (TyperArgument, "display_type_rich", _no_type),
):
    setattr(place, name, ours)


class _Chinese:
    """The two places where the library prints English into a help page."""

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]").replace("…}...", "}…")
        formatter.write_usage(ctx.command_path, pieces.replace("COMMAND [ARGS]...", "命令 …"), prefix="用法：")

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示本说明。"
        return option


class ChineseCommand(_Chinese, TyperCommand):
    """A command whose help page is Chinese."""


class ChineseGroup(_Chinese, TyperGroup):
    """A group whose help page is Chinese."""


def complaint(error: Exception) -> str:
    """Return what is wrong with the words typed, in Chinese; unknown complaints keep the library's own words."""
    parameter: Any = getattr(error, "param", None)
    names = "/".join(parameter.opts) if parameter is not None else ""
    template = _COMPLAINTS.get(type(error).__name__)
    if template is None:
        message = str(getattr(error, "message", error))
        return _untranslated(message)
    hint = f"参数 {parameter.metavar or names.upper()}" if names and not names.startswith("-") else f"选项 {names}"
    return template.format(option_name=getattr(error, "option_name", ""), parameter=hint, expected=_expected(parameter))


def _expected(parameter: Any) -> str:
    """Return what the value of a parameter should have been."""
    if parameter is None:
        return "请看说明"
    if parameter.type_descriptor.is_choice:
        return f"可写 {'、'.join(str(getattr(each, 'value', each)) for each in parameter.type_descriptor.choices)}"
    return "应为整数" if parameter.min is None else f"应为不小于 {parameter.min} 的整数"


def _untranslated(message: str) -> str:
    if message.startswith("No such command"):
        return f"没有命令 {message.split(chr(39))[1]}。" if "'" in message else "没有这个命令。"
    if message.startswith("Missing command"):
        return "缺少命令。"
    return gettext(message)


__all__ = ["ChineseCommand", "ChineseGroup", "complaint", "typer"]
