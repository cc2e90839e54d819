"""Trang của từng lỗi: the page on which a finding's place stands, where a layout is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach.findings import Finding
    from kehoach.observed import Observed

PAGE_END: Final = "\f"
"""What stands between two pages of a text taken from a PDF file."""
_LEAST: Final = 8
_MOST: Final = 40


def with_pages(findings: Iterable[Finding], pages: Mapping[object, int]) -> tuple[Finding, ...]:
    """Ghi số trang into the findings whose place is among those of which the page is known."""
    return tuple(
        evolve(one, page=pages[one.at]) if one.at is not None and one.at in pages else one
        for one in findings
    )


def pages_in_print(observed: Observed, printed: str) -> dict[object, int]:
    """Trang của từng đoạn by its place, from the text of the paper's PDF, pages parted by FF.

    A paragraph too short to be told from others stands where the one before it does.
    """
    pages = [_squeezed(page) for page in printed.split(PAGE_END)]
    found: dict[object, int] = {}
    current = 0
    for place, paragraph in observed.paragraphs():
        text = _squeezed(paragraph.printed)[:_MOST]
        if len(text) >= _LEAST:
            later = (at for at in range(current, len(pages)) if text in pages[at])
            current = next(later, current)
        found[place] = current + 1
    return found


def _squeezed(text: str) -> str:
    return "".join(text.split())
