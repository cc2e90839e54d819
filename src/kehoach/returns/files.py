"""Tệp báo cáo gửi về: the form as YAML text, and the return read from a YAML or a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.files import read_tree, tree_text
from kehoach.returns._tree import from_tree, to_tree
from kehoach.returns.form import from_observed

if TYPE_CHECKING:
    from kehoach.observed import Observed
    from kehoach.returns.values import Return

_HEAD = """\
# Mẫu báo cáo kết quả. Điền muc_do (đã hoàn thành, đang thực hiện, chưa thực hiện), so_lieu,
# ket_qua, van_ban và ngay_van_ban của từng việc; giữ nguyên các dòng khác. so, ngay: số và ngày của
# báo cáo này khi đã ký.
"""


def return_text(form: Return) -> str:
    """Mẫu báo cáo thành chữ YAML, with a comment that says how to fill it in."""
    return _HEAD + tree_text(to_tree(form))


def read_return(content: bytes, source: str) -> Return:
    """Đọc báo cáo gửi về dạng YAML.

    Raises InvalidReturn where it does not fit the form, InvalidPlanFile for broken YAML.
    """
    return from_tree(read_tree(content, source), source)


def read_observed_return(observed: Observed, source: str) -> Return:
    """Đọc báo cáo gửi về dạng Word, from its content controls; raises InvalidReturn."""
    return from_observed(observed, source)
