"""Bộ xuất `ics` và `ics-calendar`; icalendar is loaded when one of them writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kehoach.hookspecs import Exporter, Subject, hookimpl

if TYPE_CHECKING:
    from kehoach.cycles import Calendar
    from kehoach.rules import Rulebook
    from kehoach.tracking import Progress


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `ics` của tiến độ, and `ics-calendar` for a calendar, which knows no history."""
    return [
        Exporter("ics", ".ics", Subject.PROGRESS, "Lịch nhắc hạn iCalendar (.ics)", write_progress),
        Exporter(
            "ics-calendar", ".ics", Subject.CALENDAR, "Lịch công tác iCalendar (.ics)",
            write_calendar,
        ),
    ]  # fmt: skip


def write_progress(progress: Progress, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi lịch của tiến độ; raises UnwritableText for characters that no file can hold."""
    from kehoach_ics.reminders import calendar_name, of_progress  # noqa: PLC0415 - on first use
    from kehoach_ics.writing import write  # noqa: PLC0415 - loads icalendar

    write(calendar_name(progress), of_progress(progress), stream)


def write_calendar(calendar: Calendar, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi lịch công tác; raises UnwritableText for characters that no file can hold."""
    from kehoach_ics.reminders import of_calendar  # noqa: PLC0415 - on first use
    from kehoach_ics.writing import write  # noqa: PLC0415 - loads icalendar

    write(calendar.title, of_calendar(calendar), stream)
