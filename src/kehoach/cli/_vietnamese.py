"""Click bằng tiếng Việt: help pages, usage lines and usage errors in the users' language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.formatting import HelpFormatter

COMMANDS: dict[str, str] = {
    "export": "kehoach.cli.export:export",
    "demo": "kehoach.cli.demo:demo",
    "new": "kehoach.cli.planfile:new",
    "ids": "kehoach.cli.planfile:ids",
    "schema": "kehoach.cli.planfile:schema",
    "read": "kehoach.cli.read:read",
    "check": "kehoach.cli.check:check",
    "fix": "kehoach.cli.check:fix",
    "compose": "kehoach.cli.compose:compose",
    "dispatch": "kehoach.cli.dispatch:dispatch_command",
    "remind": "kehoach.cli.dispatch:remind_command",
    "calendar": "kehoach.cli.calendar:calendar",
    "track": "kehoach.cli.track:track",
    "returns": "kehoach.cli.returns:returns",
    "report": "kehoach.cli.report:report_command",
    "cascade": "kehoach.cli.cascade:cascade",
    "coverage": "kehoach.cli.cascade:coverage_command",
    "amend": "kehoach.cli.amend:amend",
    "next-year": "kehoach.cli.next_year:next_year_command",
    "issue": "kehoach.cli.issue:issue",
    "register": "kehoach.cli.register:register_group",
    "diff": "kehoach.cli.diff:diff_command",
    "directory": "kehoach.cli.directory:directory",
    "plugins": "kehoach.cli.plugins:plugins",
    "doctor": "kehoach.cli.doctor:doctor",
}
"""Where each command lives; imported when it is called."""


_PIECES = {"[OPTIONS]": "[TÙY_CHỌN]", "COMMAND [ARGS]...": "LỆNH [THAM_SỐ]..."}


class Command(click.Command):
    """Một lệnh, with its help page in Vietnamese."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện phần trợ giúp này rồi thôi."
        return option

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The usage line."""
        pieces = [_PIECES.get(one, one) for one in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The options, each with its help."""
        shown = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = [
            (written, told.replace("[required]", "(bắt buộc)"))
            for one in shown
            if (record := one.get_help_record(ctx))
            for written, told in (record,)
        ]
        if records:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(records)


class Group(Command, click.Group):
    """Nhóm lệnh, with its help page in Vietnamese."""

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The options and the commands."""
        Command.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The commands, each with the first sentence of its help."""
        records = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                records.append((name, command.get_short_help_str(limit=70)))
        with formatter.section("Lệnh"):
            formatter.write_dl(records)


class MainGroup(Group):
    """Nhóm lệnh chính, whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of use."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        del ctx
        home = COMMANDS.get(cmd_name)
        if home is None:
            return None
        module, _, attribute = home.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


def usage_message(error: click.ClickException) -> str:
    """The message of a usage error in Vietnamese, with what to try next."""
    match error:
        case click.NoSuchOption():
            text = f"không có tùy chọn {error.option_name}{_hint(error.possibilities)}"
        case click.MissingParameter():
            text = f"thiếu {_name(error)}"
        case click.BadParameter():
            text = f"giá trị không hợp lệ của {_name(error)}: {_bad_value(error)}"
        case click.FileError():
            text = f"không mở được {error.ui_filename}: {error.message}"
        case click.UsageError():
            text = _usage(error)
        case _:
            text = error.message
    return text


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"cần một trong {', '.join(map(str, kind.choices))}"
    return error.message


def _usage(error: click.UsageError) -> str:
    message = error.message
    word, _, rest = message.partition(" command ")
    if word == "No such" and rest:
        asked = rest.strip(".").strip("'\"")
        return f"không có lệnh {asked}; xem các lệnh bằng kehoach --help"
    if message.startswith("Got unexpected extra argument"):
        return f"thừa tham số: {message.partition('(')[2].rstrip(').')}"
    if "requires an argument" in message:
        return f"tùy chọn thiếu giá trị: {message.split()[1]}"
    if message.startswith("Missing command"):
        return "thiếu tên lệnh; xem các lệnh bằng kehoach --help"
    return message


def _name(error: click.BadParameter) -> str:
    parameter: Any = error.param
    if parameter is None:
        return "tham số"
    if isinstance(parameter, click.Option):
        return f"tùy chọn {parameter.opts[-1]}"
    return f"tham số {parameter.make_metavar(error.ctx) if error.ctx else parameter.name}"


def _hint(possibilities: Any) -> str:  # noqa: ANN401 - click types it loosely
    near = ", ".join(possibilities or ())
    return f"; có phải ý là {near}?" if near else ""
