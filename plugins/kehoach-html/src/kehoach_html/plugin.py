"""Bộ xuất `html` và `dashboard`; Jinja2 is loaded when one of them writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kehoach.hookspecs import Exporter, Subject, hookimpl

if TYPE_CHECKING:
    from kehoach.documents import Document
    from kehoach.rules import Rulebook
    from kehoach.tracking import Progress


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `html` of papers, `dashboard` of a progress."""
    return [
        Exporter(
            "html", ".html", Subject.DOCUMENT, "Trang A4 cho trình duyệt (.html)", write_paper
        ),
        Exporter(
            "dashboard", ".html", Subject.PROGRESS, "Bảng theo dõi tiến độ (.html)", write_dashboard
        ),
    ]


def write_paper(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:
    """Ghi văn bản thành trang A4; raises UnwritableText for characters that no file can hold."""
    from kehoach_html.paper import paper_html  # noqa: PLC0415 - loads Jinja2

    stream.write(paper_html(document, rulebook))


def write_dashboard(progress: Progress, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi bảng theo dõi; raises UnwritableText for characters that no file can hold."""
    from kehoach_html.dashboard import dashboard_html  # noqa: PLC0415 - loads Jinja2

    stream.write(dashboard_html(progress))
