"""Phần kết: the last paragraphs of the last section that speak of the whole plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.plan import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSING = re.compile(
    r"Trên đây|Trong quá trình|Kế hoạch này|Căn cứ (?:nội dung )?[Kk]ế hoạch này|Yêu cầu (?:các"
    r"|Thủ trưởng)|Đề nghị các"
)


def split_closing(sections: Sequence[Section]) -> tuple[list[Section], list[Paragraph]]:
    """The sections without, and the closing paragraphs with what ends the last of them."""
    if not sections:
        return [], []
    last = sections[-1]
    content = list(last.content)
    closing: list[Paragraph] = []
    while content and isinstance(end := content[-1], Paragraph) and _CLOSING.match(end.text):
        closing.insert(0, end)
        content.pop()
    if not closing:
        return list(sections), []
    if not content and last.heading is None:
        return list(sections[:-1]), closing
    return [*sections[:-1], evolve(last, content=tuple(content))], closing
