"""Lưu ý khi đọc: what the paper does not say, and what was put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose import unknowns
from kehoach.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.plan import Plan
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
        if len(text.pieces) > 1:
            halves = [piece.text for piece in text.pieces]
            printed = " ⏎ ".join(f"…{half[-30:]}" if index == 0 else half[:30] for index, half in
                                 enumerate(halves[:3]))  # fmt: skip
            yield Finding(
                "reading.joined", Severity.INFO,
                f"nối lại đoạn bị ngắt dòng, in là: “{printed}…”", text.place, text.line,
            )  # fmt: skip
