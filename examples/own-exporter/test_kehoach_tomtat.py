"""The summary keeps the contract of exporters and says who does what until when."""

from __future__ import annotations

from kehoach_tomtat import cell, kehoach_exporters

from kehoach import export
from kehoach.testing import check_exporter, sample_plans


def test_the_exporter_keeps_the_contract():
    (exporter,) = kehoach_exporters()

    check_exporter(exporter)


def test_a_task_is_a_row_with_its_assignee_and_its_deadline(tmp_path):
    path = export(sample_plans()["whole"], tmp_path / "tom-tat.md")

    row = "| Sở Nội vụ | Lập danh mục dữ liệu trước ngày 01/4/2026. | trước ngày 01/4/2026 |"
    assert row in path.read_text(encoding="utf-8").splitlines()


def test_a_bar_in_a_text_does_not_end_the_cell():
    assert cell("a | b\nc") == "a \\| b c"
