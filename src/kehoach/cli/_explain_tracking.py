"""Nói lại về sổ theo dõi: what a clerk reads when the ledger refuses or cannot be used."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kehoach import errors
from kehoach.tracking.states import EventKind, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach.tracking.ledger import Broken
    from kehoach.tracking.transfer import Rejected

_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "note": "lý do: thêm --note",
        "due": "ngày: thêm --due NGÀY",
        "body": "cơ quan: thêm --body MÃ",
        "figure": "số liệu: thêm --figure SỐ",
        "paper": "văn bản: thêm --paper SỐ",
        "given": "nội dung việc: thêm --text",
        "term": "loại thời hạn: thêm --term",
    }
)
_EXTRA: Mapping[str, str] = MappingProxyType(
    {
        "due": "--due",
        "body": "--body",
        "name": "--name",
        "figure": "--figure",
        "paper": "--paper",
        "term": "--term",
    }
)
_VERSIONS = (
    "{ledger} có lược đồ phiên bản {found}, bản kehoach này dùng phiên bản {known}:"
    " nâng cấp kehoach, hoặc dùng bản sao lưu cũ hơn"
)
_NO_LEDGER = "{ledger} có dữ liệu khác, không phải sổ theo dõi; chọn tệp hoặc cơ sở dữ liệu khác"


def explain_tracking(error: errors.KehoachError) -> str | None:
    """The fault and the next step, in Vietnamese; `None` for what is no fault of tracking."""
    match error:
        case errors.InvalidMove():
            text = _move(error)
        case errors.InvalidEvent():
            text = _event(error)
        case errors.StaleObligation(since=since):
            told = "; ".join(since)
            text = f"{error.obligation} đã thay đổi từ lúc anh chị xem: {told}; xem lại rồi ghi"
        case errors.UnknownObligation(nearest=nearest):
            near = f"; gần giống: {', '.join(nearest)}" if nearest else ""
            text = f"sổ không có việc {error.obligation} của kế hoạch {error.plan}{near}"
        case errors.LedgerBusy():
            text = (
                f"{error.ledger} đang bận ghi đã {error.seconds:g} giây; chưa ghi gì, hãy làm lại"
            )
        case errors.LedgerUnavailable():
            text = f"không dùng được sổ {error.ledger}: {_reason(error.reason)}"
        case errors.UnknownLedgerVersion():
            text = (_VERSIONS if error.found else _NO_LEDGER).format(**vars(error))
        case errors.InvalidFilter():
            text = f"bộ lọc chưa đúng: {error.reason}\n{error.pointer}"
        case errors.InvalidMapping():
            text = f"bảng đối chiếu {error.source} chưa đúng ở {error.where}: {error.reason}"
        case _:
            return None
    return text


def kind_words(kind: str) -> str:
    """An event's label with the word that the command takes: "trình kết quả (submitted)"."""
    return f"{EventKind(kind).label} ({kind})"


_BROKEN: Mapping[str, str] = MappingProxyType(
    {
        "it does not follow from the event before it": "không nối tiếp sự kiện trước nó",
        "its content is not that of its id": "nội dung đã bị sửa",
        "the kept summary is not what its events give": "tình trạng lưu kèm đã bị sửa",
        "a summary without events": "có tình trạng mà không có sự kiện nào",
        "the wording of a duty is not that of its digest": "nội dung nhiệm vụ đã bị sửa",
    }
)


def broken_words(broken: Broken) -> str:
    """What is wrong where the ledger is broken, in Vietnamese."""
    return _BROKEN.get(broken.reason, "thiếu sự kiện đã ghi")


def rejected_words(one: Rejected) -> str:
    """Why a line was not taken, in Vietnamese."""
    if one.error is not None:
        return explain_tracking(one.error) or one.reason
    if one.reason.startswith("the id "):
        return "nội dung đã bị sửa sau khi xuất"
    return "không phải sự kiện của sổ theo dõi"


def _move(error: errors.InvalidMove) -> str:
    state = State(error.state)
    if state is State.ABSENT:
        return f"{error.obligation} chưa được giao vào ngày ấy: không thể {_label(error.kind)}"
    listed = _listed(kind for kind in error.possible if kind != EventKind.CORRECTED)
    again = "; có thể: " + listed if listed else ""
    late = _later(error)
    return (
        f"{error.obligation} đang ở tình trạng “{state.label}”{late}: không thể"
        f" “{_label(error.kind)}”{again}; ghi nhầm thì dùng kehoach track undo"
    )


def _later(error: errors.InvalidMove) -> str:
    """A move that breaks what was recorded for later days carries a note."""
    return " khi đến việc đã ghi sau đó" if getattr(error, "__notes__", ()) else ""


def _label(kind: str) -> str:
    return EventKind(kind).label


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(kind_words(kind) for kind in kinds)


def _event(error: errors.InvalidEvent) -> str:
    label, field = _label(error.kind), error.field
    if error.reason == "this kind of event needs it" or field == "term":
        return f"“{label}” cần {_OPTIONS.get(field, field)}"
    if error.reason.startswith("this kind of event has none"):
        return f"“{label}” không dùng {_EXTRA.get(field, field)}; bỏ tùy chọn ấy"
    if field == "day":
        return f"ngày của “{label}” không thể sau ngày ghi sổ"
    if field == "paper":
        return f"văn bản của “{label}” không thể có ngày sau ngày xảy ra việc"
    if field == "due":
        return f"“{label}”: ghi ngày mới bằng --due, hoặc loại thời hạn khác bằng --term"
    return f"“{label}”, {field}: {error.reason}"


_CAUSES = (
    (
        "driver is not installed",
        "chưa cài trình điều khiển; chạy: pip install 'kehoach[postgresql]'",
    ),
    ("are served", "chỉ dùng được một tệp, hoặc URL postgresql://…"),
    ("unable to open database file", "không mở được tệp; kiểm tra thư mục và quyền ghi"),
    ("not a database", "tệp này không phải sổ theo dõi"),
    ("readonly", "tệp chỉ đọc"),
    ("disk is full", "ổ đĩa đã đầy"),
    ("disk I/O error", "đọc ghi bị lỗi: ổ đĩa hỏng, hoặc tệp vừa bị xóa"),
)


def _reason(reason: str) -> str:
    return next((said for words, said in _CAUSES if words in reason), reason)
