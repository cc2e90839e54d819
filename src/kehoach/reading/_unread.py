"""Dòng chưa đọc: every line of the source that is not in the plan, its place, and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.anatomy import Anatomy, Component, Element, Grid, Piece, clean
from kehoach.anatomy.patterns import PLACE_DATE
from kehoach.documents import Enclosure
from kehoach.observed import lines_of
from kehoach.reading._frame import REFERENCE, read_enclosure
from kehoach.reading._kept import Kept, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.observed import Line, Observed
    from kehoach.plan import Plan
    from kehoach.reading._paragraphs import Text

_REASONS = {
    Component.PAGE_NUMBER: "số trang",
    Component.REPEATED: "dòng lặp lại ở mỗi trang",
    Component.DRAFT: "dấu dự thảo",
    Component.COPY: "khối bản sao",
    Component.SIGNED: "ghi chú đã ký",
    Component.REMAINDER: "không rõ thuộc phần nào",
}


@frozen
class Unread:
    """Dòng không đọc vào kế hoạch: its text, its line in a text file, its place, and why."""

    text: str
    line: int | None
    place: str
    reason: str


def unread_lines(
    observed: Observed,
    anatomy: Anatomy,
    plan: Plan,
    texts: Sequence[Text | Grid],
    dropped: Sequence[tuple[Grid, str]],
) -> Iterator[Unread]:
    """The lines that are not in the plan, each once; `dropped` are repeated rows of tables."""
    found = dict.fromkeys(_all(observed, anatomy, plan, texts, dropped))
    yield from found


def _all(
    observed: Observed,
    anatomy: Anatomy,
    plan: Plan,
    texts: Sequence[Text | Grid],
    dropped: Sequence[tuple[Grid, str]],
) -> Iterator[Unread]:
    for element in anatomy.enclosing:
        yield from _of_element(element, "văn bản ban hành kèm theo")
    for component, reason in _REASONS.items():
        for element in anatomy.of(component):
            yield from _of_element(element, reason)
    kept = Kept(plan)
    lost = (*_lost_data(anatomy, plan), *kept.lost_of_frame(anatomy), *kept.lost_pieces(texts))
    for one in lost:
        yield _of_line(one, "không đọc được thành dữ liệu")
    seen: Counter[tuple[int, str]] = Counter()
    for grid, text in dropped:
        seen[id(grid), text] += 1
        line = _line_of(grid, text, seen[id(grid), text])
        reason = "dòng tiêu đề bảng lặp lại"
        yield Unread(text, line.place.line, line.place.describe(), reason)
    for line in _margins(observed):
        if not kept.holds_in_frame(line.text):
            yield _of_line(line, "đầu trang, chân trang")


def _margins(observed: Observed) -> Iterator[Line]:
    """The lines above and below the text of each section, without page numbers."""
    for number, section in enumerate(observed.sections, 1):
        for place, marginal in (("đầu trang", section.headers), ("chân trang", section.footers)):
            for blocks in (marginal.first, marginal.default, marginal.even):
                for line in lines_of(blocks or (), f"{place} {number}"):
                    fields = any(run.field for run in line.paragraph.runs)
                    if letters(line.text) and not fields:
                        yield line


def _line_of(grid: Grid, row: str, turn: int) -> Line:
    """The line where a dropped row begins: its first cell's text, found anew for each turn."""
    first = row.split(" | ", 1)[0].split("\n", 1)[0]
    same = [line for line in grid.lines if clean(line.text).startswith(first)]
    return same[min(turn, len(same) - 1)] if same else grid.lines[0]


def _of_element(element: Element, reason: str) -> Iterator[Unread]:
    if isinstance(element, Piece):
        yield _of_line(element, reason)
        return
    for line in element.lines:
        if line.text.strip():
            yield _of_line(line, reason)


def _of_line(line: Piece | Line, reason: str) -> Unread:
    return Unread(line.text, line.place.line, line.place.describe(), reason)


def _lost_data(anatomy: Anatomy, plan: Plan) -> Iterable[Piece]:
    """The lines of the frame of which the plan's data do not hold all that is printed."""
    numbers = anatomy.pieces(Component.NUMBER)
    told = letters(f"{plan.number.text or ''}{plan.number.notation or ''}")
    if letters("".join(piece.text for piece in numbers)).removeprefix("số") != told:
        yield from numbers
    dates = anatomy.pieces(Component.PLACE_DATE)
    read = next((piece for piece in dates if PLACE_DATE.match(piece.text)), None)
    yield from (piece for piece in dates if piece is not read)
    if anatomy.of(Component.KIND):
        yield from anatomy.pieces(Component.SUBJECT)
    if not REFERENCE.search(" ".join(anatomy.text(Component.REFERENCE).split("\n"))):
        yield from anatomy.pieces(Component.REFERENCE)
    for annex in anatomy.annexes:
        line = " ".join(piece.text for piece in annex.reference)
        if line and not _refers_to(line, plan):
            yield from annex.reference


def _refers_to(line: str, plan: Plan) -> bool:
    """Whether the line under an annex says no more than the number, day and issuer of its paper."""
    found = read_enclosure(line) if REFERENCE.search(line) else None
    if found is None:
        return False
    paper = plan.enclosed_by or Enclosure(
        plan.kind, plan.number, plan.date, plan.issuer.name if plan.issuer else None
    )
    said = (found.kind, found.number, found.date)
    return said == (paper.kind, paper.number, paper.date) and _names_same(
        found.issuer, paper.issuer
    )


def _names_same(printed: str | None, issuer: str | None) -> bool:
    """Whether a name is that of the issuer, or its beginning: "UBND tỉnh"."""
    wanted = letters(printed or "").replace("ubnd", "ủybannhândân")
    return letters(issuer or "").replace("ubnd", "ủybannhândân").startswith(wanted)
