"""The summary keeps the contract of exporters and says who does what until when."""

# ruff: noqa: S101 - pytest asserts

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_tomtat import cell, kehoach_exporters

from kehoach import export
from kehoach.testing import check_exporter, sample_plans

if TYPE_CHECKING:
    from pathlib import Path


def test_the_exporter_keeps_the_contract() -> None:
    """One line checks what `kehoach.export` relies on."""
    (exporter,) = kehoach_exporters()

    check_exporter(exporter)


def test_a_task_is_a_row_with_its_assignee_and_its_deadline(tmp_path: Path) -> None:
    """The data of the plan, not its printed text."""
    path = export(sample_plans()["whole"], tmp_path / "tom-tat.md")

    row = "| Sở Nội vụ | Lập danh mục dữ liệu trước ngày 01/4/2026. | trước ngày 01/4/2026 |"
    assert row in path.read_text(encoding="utf-8").splitlines()


def test_a_bar_in_a_text_does_not_end_the_cell() -> None:
    """Nor does a line break."""
    assert cell("a | b\nc") == "a \\| b c"
