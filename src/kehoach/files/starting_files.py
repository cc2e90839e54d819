"""Tệp mẫu: a commented plan file to start from, for each kind of paper."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

_OWN: Final = ("KH", "CTr", "CT", "CV", "TB")
"""Kinds that give tasks, each with a file of its own."""
_NAMES: Final = {
    "decision": {"NQ": "Nghị quyết", "QĐ": "Quyết định"},
    "regulation": {"QC": "Quy chế", "QyĐ": "Quy định"},
    "submitted": {"BC": "Báo cáo", "TTr": "Tờ trình"},
    "named": {
        "TC": "Thông cáo", "HD": "Hướng dẫn", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án",
        "HĐ": "Hợp đồng", "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền",
        "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo", "ThC": "Thư công",
    },
    "telegram": {"CĐ": "Công điện"},
    "invitation": {"GM": "Giấy mời"},
    "introduction": {"GGT": "Giấy giới thiệu"},
    "minutes": {"BB": "Biên bản"},
    "leave": {"GNP": "Giấy nghỉ phép"},
    "copy": {"SY": "Sao y", "SL": "Sao lục", "TrS": "Trích sao"},
}  # fmt: skip
"""Files that several kinds share, with the kinds' names in them."""

KINDS: Final = (*_OWN, *(kind for names in _NAMES.values() for kind in names))
"""Loại có tệp mẫu: those of NĐ 30/2020/NĐ-CP, Điều 7, and the three copies."""


def new_plan_text(kind: str = "KH") -> str:
    """Tệp mẫu: YAML with Vietnamese comments; what is to be filled in stands between < and >.

    It loads as it is, and `read_plan_file` names every place still to be filled in. Raises
    `ValueError` for a kind without a starting file.
    """
    if kind not in KINDS:
        message = f"expected one of the kinds {', '.join(KINDS)}, got {kind!r}"
        raise ValueError(message)
    file = next((name for name, kinds in _NAMES.items() if kind in kinds), kind)
    text = (files("kehoach.files") / "starting" / f"{file}.yaml").read_text("utf-8")
    name = _NAMES.get(file, {}).get(kind, "")
    return text.replace("TÊN HOA", name.upper()).replace("TÊN", name).replace("LOẠI", kind)
