"""Chủ đề của đề mục: what a heading is about, which decides what its paragraphs are.

The headings are those of plans (NĐ 30/2020/NĐ-CP, Phụ lục III leaves them to the author): mục
đích, yêu cầu; mục tiêu, chỉ tiêu; nhiệm vụ, giải pháp; kinh phí; tổ chức thực hiện; báo cáo.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache


class Topic(Enum):
    """Chủ đề: what the paragraphs under a heading are by default."""

    NONE = auto()
    PURPOSE = auto()
    TARGETS = auto()
    GENERAL = auto()
    TASKS = auto()
    BUDGET = auto()
    ASSIGNMENT = auto()
    REPORTING = auto()


_TOPICS: tuple[tuple[Topic, str], ...] = (
    (Topic.REPORTING, (r"(?:thực hiện )?(?:chế độ )?(?:thông tin,? ?)?báo cáo|chế độ (?:thông tin"
                      r"|báo cáo)|sơ kết, tổng kết|kiểm tra, báo cáo")),
    (Topic.GENERAL, r"(?:các )?công tác trọng tâm|định hướng|phương hướng|phương châm"),
    (
        Topic.PURPOSE,
        (r"mục đích|yêu cầu|quan điểm|nguyên tắc|phạm vi|đối tượng|sự cần thiết|tình hình|thực "
        r"trạng|cơ sở (?:pháp lý|thực tiễn)|căn cứ|đặc điểm"
        r"|thời gian|địa điểm|thành phần|bối cảnh|kết quả đạt được|tồn tại|đánh giá|thông tin "
        r"chung|giải thích|quy mô|thuận lợi|khó khăn"),
    ),
    (Topic.TARGETS, r"(?:các )?(?:mục tiêu|chỉ tiêu)"),
    (Topic.BUDGET, r"(?:dự toán )?(?:nguồn )?kinh phí|nguồn lực|nguồn vốn|dự toán|tài chính"),
    (Topic.ASSIGNMENT, (r"tổ chức thực hiện|phân công|trách nhiệm|tổ chức triển khai|phân công "
                       r"trách nhiệm|giao nhiệm vụ|công tác phối hợp thực hiện")),
    (
        Topic.TASKS,
        (r"(?:các |một số |những )?(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|công việc|hoạt động"
        r"|biện pháp|lộ trình|tiến độ|kế hoạch thực hiện"
        r"|chương trình công tác|danh mục)"),
    ),
)  # fmt: skip
_MATCHERS = tuple((topic, re.compile(pattern)) for topic, pattern in _TOPICS)
_LEAD = re.compile(r"(?:về |công tác |một số |các |những |việc |thực hiện )+")


@lru_cache(maxsize=1024)
def topic_of(heading: str, *, anywhere: bool = False) -> Topic:
    """The topic that a heading begins with, or names anywhere in it; NONE for any other."""
    text = heading.lower().strip(" .:")
    for one in dict.fromkeys((text, _LEAD.sub("", text, count=1) if _LEAD.match(text) else text)):
        for topic, matcher in _MATCHERS:
            if matcher.match(one):
                return topic
    if not anywhere:
        return Topic.NONE
    found = [
        (hit.start(), index, topic)
        for index, (topic, matcher) in enumerate(_MATCHERS)
        if (hit := matcher.search(text))
    ]
    return min(found)[2] if found else Topic.NONE
