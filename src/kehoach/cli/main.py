"""Lệnh kehoach: the entry point; turns every known fault into a plain message and exit code 2."""

from __future__ import annotations

import logging
import sys
from io import TextIOWrapper

import click

from kehoach.cli._explain import BAD_INPUT, explain
from kehoach.cli._vietnamese import MainGroup, usage_message
from kehoach.errors import KehoachError

INTERRUPTED = 130


@click.group(cls=MainGroup, no_args_is_help=True, context_settings={"max_content_width": 100})
@click.version_option(
    None,
    "--version",
    package_name="kehoach",
    message="kehoach %(version)s",
    help="In phiên bản rồi thôi.",
)
@click.option("--no-plugins", is_flag=True, help="Không nạp bộ cắm của bên thứ ba.")
@click.pass_context
def kehoach(context: click.Context, *, no_plugins: bool) -> None:
    """Kế hoạch viết một lần; văn bản, lịch, nhắc việc và báo cáo từ đó mà ra."""
    context.obj = {"third_party": not no_plugins}


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits 0 when done, 2 for bad input or usage, never a traceback."""
    sys.exit(run(arguments))


def run(
    arguments: list[str] | None = None, command: click.Command = kehoach, name: str = "kehoach"
) -> int:
    """The exit code of one run of a command line; known faults are told plainly."""
    _speak_utf8()
    logging.getLogger("kehoach").addHandler(logging.NullHandler())
    try:
        code = command.main(arguments, name, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return BAD_INPUT
    except click.Abort:
        click.echo("\nđã dừng theo yêu cầu", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        click.echo(f"{name}: {usage_message(error)}", err=True)
        return BAD_INPUT
    except KehoachError as error:
        click.echo(f"{name}: {explain(error)}", err=True)
        return BAD_INPUT
    except BrokenPipeError:
        return 0
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Vietnamese on any console and pipe, whatever its code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
