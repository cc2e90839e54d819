"""kehoach track: the ledger of a plan's work, on the command line."""

from __future__ import annotations

import click

from kehoach.cli._vietnamese import Group
from kehoach.cli.track_moving import backup, export, import_
from kehoach.cli.track_reading import due, history, status, verify
from kehoach.cli.track_starting import start
from kehoach.cli.track_writing import add, report_received, undo


class _InOrder(Group):
    """The commands in the order of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names."""
        del ctx
        return list(self.commands)


@click.group(cls=_InOrder)
def track() -> None:
    """Theo dõi: giao việc theo kế hoạch, ghi sự kiện, xem tiến độ tính đến bất kỳ ngày nào."""


for _command in (
    start, add, status, history, undo, due, report_received, verify, backup, export, import_,
):  # fmt: skip
    track.add_command(_command)
