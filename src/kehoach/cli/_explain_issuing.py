"""Nói lại về phát hành và sổ đăng ký: what a clerk reads when a number cannot be given or used."""

from __future__ import annotations

import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from kehoach import errors
from kehoach.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "it is issued with the paper that promulgates it": (
            "văn bản này phát hành cùng văn bản ban hành nó (enclosed_by); phát hành văn bản kia"
        ),
        "it has no issuer": "chưa có cơ quan ban hành; ghi issuer.name",
        "its notation is not known": "chưa có ký hiệu; ghi number.notation, ví dụ KH-UBND",
        "it has a number already": (
            "đã có số; số lấy từ sổ mà chưa ghi xong: thêm --finish; số đã hủy: xóa number.text"
        ),
        "it has places that a human must write": (
            "còn chỗ cần viết ([cần viết: …]); xem bằng: kehoach export TỆP -o bản-nháp.docx"
        ),
        "its file holds another text": "tệp vừa thay đổi; chạy lại",
    }
)


def explain_issuing(  # noqa: PLR0911 - one case a fault
    error: errors.KehoachError, explain: Callable[[errors.KehoachError], str]
) -> str:
    """The fault and the next step, in Vietnamese; "" for what is none of ours.

    `explain` tells the cause of a fault that has another for its cause.
    """
    match error:
        case errors.NotIssuable():
            reason = _REASONS.get(error.reason)
            other = f"không hợp với số đang ghi ({error.reason.split()[1]} là của văn bản khác)"
            return f"chưa phát hành được “{error.title}”: {reason or other}"
        case errors.NumberWaits():
            return (
                f"văn bản này đã được cấp số {error.number} ngày {short_date(error.day)} mà chưa"
                " ghi xong; ghi nốt: kehoach issue TỆP --finish, hoặc hủy: kehoach register void"
                f" {error.number} --reason LÝ_DO"
            )
        case errors.PaperNotWritten(__cause__=cause):
            why = explain(cause) if isinstance(cause, errors.KehoachError) else error.reason
            return (
                f"đã cấp số {error.number} nhưng chưa ghi được văn bản: {why}. Số vẫn giữ trong"
                " sổ; sửa rồi ghi nốt: kehoach issue TỆP --finish, hoặc hủy: kehoach register"
                f" void {error.number} --reason LÝ_DO"
            )
        case errors.NumberNotOpen():
            note = f" ({error.note})" if error.note else ""
            return f"số {error.number}: {error.state}{note}; không làm thêm được việc này"
        case errors.UnknownNumber():
            return _unknown(error)
        case errors.IssuedOutOfOrder():
            last = short_date(datetime.date.fromisoformat(error.last_day))
            return (
                f"không lấy số ngày {short_date(error.day)}: số cuối của hệ thống số này là"
                f" {error.last}, ngày {last}; số lấy theo trình tự thời gian (NĐ 30/2020/NĐ-CP,"
                " Điều 15)"
            )
        case errors.ChangesDoNotFit():
            where = ".".join(map(str, error.path))
            return f"các thay đổi không hợp với kế hoạch này, ở {where}; so sánh lại hai tệp"
    return ""


def _unknown(error: errors.UnknownNumber) -> str:
    listed = "; ".join(error.known)
    if error.count:
        return f"có {error.count} số {error.asked}; thêm --year hoặc --issuer: {listed}"
    return f"sổ không có số {error.asked}" + (f"; các số cuối: {listed}" if listed else "")
