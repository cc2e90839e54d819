"""Tệp mẫu: a commented plan file to start from, for each kind of paper that gives tasks."""

from __future__ import annotations

from importlib.resources import files

KINDS = ("KH", "CTr", "CT", "CV", "TB")
"""Loại có tệp mẫu: kế hoạch, chương trình, chỉ thị, công văn, thông báo."""


def new_plan_text(kind: str = "KH") -> str:
    """Tệp mẫu: YAML with Vietnamese comments; what is to be filled in stands between < and >.

    It loads as it is, and `read_plan_file` names every place still to be filled in. Raises
    `ValueError` for a kind without a starting file.
    """
    if kind not in KINDS:
        message = f"expected one of the kinds {', '.join(KINDS)}, got {kind!r}"
        raise ValueError(message)
    return (files("kehoach.files") / "starting" / f"{kind}.yaml").read_text("utf-8")
