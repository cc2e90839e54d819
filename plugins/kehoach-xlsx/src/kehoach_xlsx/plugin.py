"""Bộ xuất `xlsx` và `xlsx-form`; XlsxWriter is loaded when one of them writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kehoach.hookspecs import Exporter, Subject, hookimpl

if TYPE_CHECKING:
    from kehoach.rules import Rulebook
    from kehoach.tracking import Progress


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `xlsx`, and `xlsx-form`, which is asked for by name."""
    return [
        Exporter("xlsx", ".xlsx", Subject.PROGRESS, "Bảng theo dõi Excel (.xlsx)", write),
        Exporter("xlsx-form", ".xlsx", Subject.PROGRESS, "Phiếu báo cáo Excel (.xlsx)", write_form),
    ]


def write(progress: Progress, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi bảng theo dõi; raises UnwritableText for characters that no file can hold."""
    from kehoach_xlsx.workbook import write_workbook  # noqa: PLC0415 - loads XlsxWriter

    write_workbook(progress, stream)


def write_form(progress: Progress, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi phiếu báo cáo để trống; raises UnwritableText as `write` does."""
    from kehoach_xlsx.form import write_form  # noqa: PLC0415 - loads XlsxWriter

    write_form(progress, stream)
