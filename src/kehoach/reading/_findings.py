"""Lưu ý khi đọc: what the paper does not say, and what was put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose import unknowns
from kehoach.deadlines import Undated, parse_deadline
from kehoach.findings import Finding, Severity
from kehoach.plan import Task

LONGEST = 6000
"""Longer paragraphs are lines run together; roles and days are read in the beginning of them."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.plan import Plan
    from kehoach.reading._context import Context
    from kehoach.reading._paragraphs import Text


def frame_findings(plan: Plan) -> Iterator[Finding]:
    """What the frame of the paper lacks; the same findings as those of a plan file."""
    if not plan.title:
        yield Finding(
            "reading.no-title", Severity.WARNING, "không thấy trích yếu nội dung", "title",
            advice="ghi title",
        )  # fmt: skip
    yield from unknowns(evolve(plan, opening=(), sections=(), closing=(), annexes=(), footnotes=()))


def joined_findings(texts: Sequence[Text]) -> Iterator[Finding]:
    """Each paragraph that was put together from lines that a page or line break had parted."""
    for text in texts:
        if len(text.text) > LONGEST:
            yield Finding(
                "reading.long-paragraph", Severity.WARNING,
                f"đoạn dài {len(text.text)} ký tự, chỉ đọc vai trò và thời hạn ở phần đầu",
                text.place, text.line, advice="kiểm tra lại tệp; có thể các dòng bị dính liền",
            )  # fmt: skip
        if len(text.pieces) > 1:
            halves = [piece.text for piece in text.pieces]
            printed = " ⏎ ".join(f"…{half[-30:]}" if index == 0 else half[:30] for index, half in
                                 enumerate(halves[:3]))  # fmt: skip
            yield Finding(
                "reading.joined", Severity.INFO,
                f"nối lại đoạn bị ngắt dòng, in là: “{printed}…”", text.place, text.line,
            )  # fmt: skip


def time_findings(value: object, context: Context) -> Iterator[Finding]:
    """Each task of which the words about time could not be read as a day or rhythm."""
    if isinstance(value, tuple):
        for one in value:
            yield from time_findings(one, context)
    elif isinstance(value, Task):
        words = value.deadline.phrase if isinstance(value.deadline, Undated) else None
        if words and parse_deadline(words, year=context.year) is None:
            yield Finding(
                "reading.time-unread", Severity.WARNING,
                f"không đọc được thời hạn “{words}” thành ngày", value.text[:60],
                advice="ghi deadline của nhiệm vụ này",
            )  # fmt: skip
    else:
        for name in ("content", "tasks", "rows"):
            yield from time_findings(getattr(value, name, ()), context)
