"""Tên cột và tên dòng: what the headings of an assignment table and the labels of fields show.

The forms are those of the appendix tables of plans in use since 2020 (Quyết định 1671/QĐ-TTg,
Phụ lục II, and plans of provinces), and the labels "Đơn vị chủ trì: …" of the older layout.
"""

from __future__ import annotations

import re

from kehoach.plan import Datum

_WHO = (
    r"(?:các )?(?:cơ quan|đơn vị|sở|ban|ngành|phòng|bộ phận|bộ|cá nhân|tổ chức|cấp|người|ubnd"
    r"|thành viên|đầu mối|nơi|đồng chí)"
)
_WHOSE = rf"(?:{_WHO}(?:\s*[,/]\s*|\s+và\s+|\s+)?)*"
_PATTERNS: tuple[tuple[Datum, str], ...] = (
    (Datum.ORDINAL, r"(?:stt|tt|số tt|s[ốo] ?thứ tự|số)"),
    (
        Datum.COORDINATE,
        (
            rf"{_WHOSE}(?:tham gia )?(?:cùng )?phối hợp(?: thực hiện| chính)?|{_WHOSE}tham gia"
            rf"|{_WHOSE}liên quan"
        ),
    ),
    (
        Datum.MONITOR,
        (
            rf"{_WHOSE}(?:chủ trì )?(?:theo dõi|giám sát|đôn đốc|kiểm tra)(?:,? (?:đánh giá"
            rf"|tổng hợp"
            rf"|đôn đốc|báo cáo))*"
        ),
    ),
    (
        Datum.AUTHORITY,
        (
            rf"(?:{_WHOSE}thẩm quyền|(?:cấp|{_WHOSE})\s*(?:phê duyệt|trình|ban hành|quyết định)"
            rf"|thẩm quyền.*)"
        ),
    ),
    (
        Datum.LEAD,
        (
            rf"{_WHOSE}\s*(?:chịu trách nhiệm|được (?:giao|phân công)|phụ trách)?\s*"
            rf"(?:chủ trì|thực hiện|tham mưu|triển khai"
            rf"|đầu mối|chịu trách nhiệm)(?:[,/]? ?(?:chính|thực hiện|triển khai|tham mưu"
            rf"|soạn thảo|xây dựng"
            rf"|(?:và )?phối hợp|thực hiện chính))*"
            rf"|phân công(?: thực hiện| nhiệm vụ)?|trách nhiệm(?: thực hiện)?"
            rf"|(?:cơ quan|đơn vị)(?: phụ trách| được giao)?"
        ),
    ),
    (
        Datum.DEADLINE,
        (
            r"(?:dự kiến )?(?:thời gian|thời hạn|thời điểm|hạn|tiến độ|lộ trình|mốc thời gian)"
            r"(?: (?:và )?(?:thực hiện|hoàn thành|triển khai|tổ chức|báo cáo|trình|ban hành"
            r"|kết thúc|dự kiến))*"
            r"|(?:ngày |thời gian )?hoàn thành|hoàn thành trước"
        ),
    ),
    (
        Datum.PRODUCT,
        (
            r"(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra)(?:[,/ ]+(?:và )?(?:sản phẩm|kết quả|đầu ra"
            r"|dự kiến|cần đạt|đạt được"
            r"|hoàn thành|yêu cầu|thực hiện|chủ yếu|chính))*"
        ),
    ),
    (
        Datum.BUDGET,
        (
            r"(?:dự kiến |dự toán )?(?:nguồn )?(?:kinh phí|vốn)(?: (?:thực hiện|dự kiến))*.*|dự "
            r"toán.*|nguồn lực.*"
        ),
    ),
    (
        Datum.OFFICER,
        (
            r"(?:lãnh đạo|người|cán bộ|đồng chí|công chức)(?: (?:ubnd.*|phụ trách|chỉ đạo|theo dõi"
            r"|trực tiếp))*"
            r"|(?:phân công )?chỉ đạo"
        ),
    ),
    (Datum.NOTE, r"ghi chú|căn cứ.*|cơ sở pháp lý.*"),
    (
        Datum.TEXT,
        (
            r"(?:tên |các |nhóm )?(?:nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|đầu việc"
            r"|chương trình|đề án|hạng mục)"
            r"(?:[,/ ]|nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|cụ thể|chủ yếu|thực hiện"
            r"|trọng tâm|và|cần|triển khai"
            r"|được giao|chi tiết|chính)*"
        ),
    ),
)
_MATCHERS = tuple((datum, re.compile(pattern)) for datum, pattern in _PATTERNS)
_FIELDS = (
    Datum.COORDINATE, Datum.MONITOR, Datum.AUTHORITY, Datum.LEAD, Datum.DEADLINE, Datum.PRODUCT,
    Datum.BUDGET, Datum.OFFICER, Datum.NOTE,
)  # fmt: skip
_BRACKET = re.compile(r"\s*\([^()]*\)")
_NOT_FIELDS = ("căn cứ", "tổ chức", "phân công", "trách nhiệm", "thực hiện", "triển khai", "số")


def column_datum(title: str) -> Datum | None:
    """The datum that a column of that heading shows; None for any other column."""
    return _matched(title, tuple(datum for datum, _ in _PATTERNS))


def field_datum(title: str) -> Datum | None:
    """The datum that a line "title: …" gives; None where the words are no such label."""
    key = _key(title)
    if key in _NOT_FIELDS or key.startswith("căn cứ"):
        return None
    return _matched(title, _FIELDS)


def _key(title: str) -> str:
    plain = " ".join(_BRACKET.sub("", title.lower()).split())
    return plain.strip(" .:*-")


def _matched(title: str, wanted: tuple[Datum, ...]) -> Datum | None:
    key = _key(title)
    if not key:
        return None
    for datum, matcher in _MATCHERS:
        if datum in wanted and matcher.fullmatch(key):
            return datum
    return None
