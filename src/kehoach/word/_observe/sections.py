"""Phân đoạn: page size, margins, numbering, and which headers and footers each section shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from kehoach.observed.paper import Marginal, Margins, ObservedSection
from kehoach.word._observe.xml import VAL, R, W, is_on, millimetres, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from kehoach.observed.blocks import Block

    Read = Callable[[str], tuple[Block, ...] | None]

_WIDTH, _HEIGHT, _MARGIN, _DISTANCE = 215.9, 279.4, 25.4, 12.7
_KINDS: Final = ("default", "first", "even")


def sections(
    breaks: list[tuple[int, _Element]], count: int, read: Read
) -> tuple[ObservedSection, ...]:
    """The sections that end at these blocks; `read` gives what a header's id refers to.

    A header that a section does not name is the previous section's.
    """
    made: list[ObservedSection] = []
    start = 0
    for end, element in breaks:
        before = made[-1] if made else None
        made.append(_section(element, (start, end), before, read))
        start = end
    if not made or made[-1].end < count:
        margins = Margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        made.append(ObservedSection(start, count, _WIDTH, _HEIGHT, margins))
    return tuple(made)


def _section(
    element: _Element, span: tuple[int, int], before: ObservedSection | None, read: Read
) -> ObservedSection:
    page, placed = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    number, kind = element.find(f"{W}pgNumType"), element.find(f"{W}type")
    different, columns = element.find(f"{W}titlePg"), element.find(f"{W}cols")
    start = None if number is None else number.get(f"{W}start")
    return ObservedSection(
        *span,
        width=_length(page, "w", _WIDTH),
        height=_length(page, "h", _HEIGHT),
        margins=_margins(placed),
        landscape=page is not None and page.get(f"{W}orient") == "landscape",
        header_distance=_length(placed, "header", _DISTANCE),
        footer_distance=_length(placed, "footer", _DISTANCE),
        begins="nextPage" if kind is None else kind.get(VAL) or "nextPage",
        first_page_differs=different is not None and is_on(different),
        page_start=None if start is None else whole(start),
        page_format="decimal" if number is None else number.get(f"{W}fmt") or "decimal",
        columns=1 if columns is None else max(whole(columns.get(f"{W}num"), 1), 1),
        headers=_marginal(element, "header", before.headers if before else Marginal(), read),
        footers=_marginal(element, "footer", before.footers if before else Marginal(), read),
    )


def _margins(placed: _Element | None) -> Margins:
    # Word writes a negative top where the text must not give way to a tall header.
    return Margins(
        top=abs(_length(placed, "top", _MARGIN)),
        bottom=abs(_length(placed, "bottom", _MARGIN)),
        left=_length(placed, "left", _MARGIN),
        right=_length(placed, "right", _MARGIN),
        gutter=_length(placed, "gutter", 0.0),
    )


def _length(element: _Element | None, name: str, default: float) -> float:
    found = None if element is None else millimetres(element.get(f"{W}{name}"))
    return default if found is None else found


def _marginal(element: _Element, name: str, before: Marginal, read: Read) -> Marginal:
    made = before
    for reference in element.iterchildren(f"{W}{name}Reference"):
        kind = reference.get(f"{W}type") or "default"
        blocks = read(reference.get(f"{R}id") or "")
        if kind in _KINDS and blocks is not None:
            made = evolve(made, **{kind: blocks})
    return made
