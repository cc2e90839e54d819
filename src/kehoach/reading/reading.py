"""Đọc kế hoạch: from what was seen in a paper to a plan, with what is doubtful and what is left."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from attrs import asdict, frozen

from kehoach.anatomy import Anatomy, AnnexParts, Component, Element, Grid, Piece, recognise
from kehoach.anatomy._flow import clean
from kehoach.findings import Finding, Severity
from kehoach.organizations import Found, FoundGroup, Position
from kehoach.plan import Annex, Plan
from kehoach.reading._build import Builder
from kehoach.reading._closing import split_closing
from kehoach.reading._emending import emend
from kehoach.reading._findings import frame_findings, joined_findings, time_findings
from kehoach.reading._frame import Frame, read_frame, unread_frame
from kehoach.reading._ids import with_ids
from kehoach.reading._labels import split_label
from kehoach.reading._marking import Marking
from kehoach.reading._outline import outline
from kehoach.reading._paragraphs import Text, paragraphs
from kehoach.reading._reports import read_period
from kehoach.reading._topics import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.observed import Line, Observed
    from kehoach.organizations import Directory, Lookup
    from kehoach.reading._names import Known

_LONGEST_LINE = 50_000
_LONGEST_NAME = 200
_REASONS = {
    Component.PAGE_NUMBER: "số trang",
    Component.REPEATED: "dòng lặp lại ở mỗi trang",
    Component.RULE: "đường kẻ",
    Component.DRAFT: "dấu dự thảo",
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


@frozen
class Reading:
    """Kết quả đọc: the plan, what to look at, and every line that is not in the plan."""

    plan: Plan
    findings: tuple[Finding, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_plan(
    observed: Observed,
    *,
    directory: Directory | None = None,
    on: datetime.date | None = None,
    accept_emendations: bool = False,
) -> Reading:
    """Đọc một kế hoạch từ văn bản đã đọc: the plan, findings, and the lines left unread.

    A `directory` decides where printed names begin and end, on the day `on` or else the paper's
    own. Doubtful words are proposed as findings; with `accept_emendations` they are put right in
    the plan, the printed words beside them. Every line of the source is in the plan or in
    `unread`. Never raises; a paper that is no plan is told to be none.
    """
    anatomy = recognise(observed)
    if not _is_plan(anatomy):
        return _no_plan(observed)
    frame = read_frame(anatomy, observed, lambda _: ())
    day = on or _day(frame)
    known = _known(directory)
    if directory is not None and day is not None:
        frame = read_frame(anatomy, observed, partial(_covered, directory, day))
    period = read_period(frame.title)
    year = _year(frame, period.start.year if period else None)
    builder = Builder(year, known)
    texts = paragraphs(anatomy.of(Component.BODY))
    opening, sections = builder.root(outline(texts).children)
    sections, closing = split_closing(sections)
    annex_texts = [paragraphs(annex.body) for annex in anatomy.annexes]
    plan = Plan(
        period=period, opening=tuple(opening), sections=tuple(sections), closing=tuple(closing),
        annexes=tuple(_annexes(anatomy.annexes, annex_texts, builder)),
        **asdict(frame, recurse=False),
    )  # fmt: skip
    places = [one for one in _flat([texts, *annex_texts]) if isinstance(one, Text)]
    plan, proposals = emend(plan, places, accept=accept_emendations)
    findings = (
        *observed.remarks,
        *frame_findings(plan),
        *joined_findings(places),
        *time_findings((*plan.sections, *plan.annexes), year),
        *proposals,
        *_enclosing_finding(anatomy),
    )
    return Reading(with_ids(plan), findings, tuple(_unread(anatomy, plan, builder)))


def _covered(directory: Directory, day: datetime.date, text: str) -> tuple[str, ...]:
    """The bodies that a line of recipients names, where it names several and all are known."""
    answers = directory.lookup_all(text, on=day, position=Position.RECIPIENT)
    names = [_name_of(answer) for answer in answers]
    return tuple(name for name in names if name) if len(names) > 1 and all(names) else ()


def _name_of(answer: Lookup) -> str:
    match answer:
        case Found(body):
            return body.name
        case FoundGroup(group):
            return group.name
    return ""


def _known(directory: Directory | None) -> Known | None:
    """Whether the directory has a name; remembered for one reading."""
    if directory is None:
        return None
    answers: dict[str, bool] = {}

    def known(name: str) -> bool:
        if len(name) > _LONGEST_NAME:
            return False
        if name not in answers:
            answers[name] = any(True for _ in directory.rows_named(name))
        return answers[name]

    return known


def _day(frame: Frame) -> datetime.date | None:
    return frame.date if isinstance(frame.date, datetime.date) else None


def _year(frame: Frame, period_year: int | None) -> int | None:
    """The year that days without one take: that of the title, else that of the paper."""
    return period_year or getattr(frame.date, "year", None)


def _is_plan(anatomy: Anatomy) -> bool:
    """Whether anything of a paper's frame or outline is there at all."""
    if anatomy.of(Component.KIND) or anatomy.annexes:
        return True
    framed = sum(
        bool(anatomy.of(one))
        for one in (
            Component.NATION, Component.NUMBER, Component.PLACE_DATE, Component.SIGNATURE,
            Component.RECIPIENT, Component.SUBJECT,
        )
    )  # fmt: skip
    if framed > 1:
        return True
    body = anatomy.of(Component.BODY)
    if any(isinstance(one, Grid) for one in body):
        return True
    return sum(map(_is_topic, body[:2000])) > 1


def _is_topic(element: Element) -> bool:
    if isinstance(element, Grid):
        return True
    label, rest = split_label(element.text)
    named = label is not None or rest.isupper()
    return named and len(rest) < 120 and topic_of(rest) is not Topic.NONE  # noqa: PLR2004


def _no_plan(observed: Observed) -> Reading:
    unread = tuple(
        Unread(line.text, line.place.line, line.place.describe(), "văn bản không phải là kế hoạch")
        for line in observed.lines()
        if line.text.strip()
    )
    what = "không nhận ra kế hoạch trong văn bản này" if unread else "văn bản không có chữ nào"
    finding = Finding(
        "reading.no-plan", Severity.ERROR, what,
        advice="kiểm tra lại tệp; kế hoạch cần có tên loại, các mục đánh số, nơi nhận, chữ ký",
    )  # fmt: skip
    return Reading(Plan(title=""), (*observed.remarks, finding), unread)


def _annexes(
    parts: Sequence[AnnexParts], texts: Sequence[list[Text | Grid]], builder: Builder
) -> Iterator[Annex]:
    for annex, paragraphs_ in zip(parts, texts, strict=True):
        title = " ".join(piece.text for piece in annex.title)
        label = " ".join(piece.text for piece in annex.label)
        if not title:
            title = re.sub(
                r"^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số))?\s*(?:[IVXLC]+|\d+)?\s*[.:–-]?\s*", "", label
            )
        nodes = outline(paragraphs_).children
        content = builder.content(nodes, Topic.TASKS, Marking("-", "I."))
        yield Annex(title, tuple(content), annex.landscape)


def _flat(lists: Iterable[list[Text | Grid]]) -> Iterator[Text | Grid]:
    for one in lists:
        yield from one


def _enclosing_finding(anatomy: Anatomy) -> tuple[Finding, ...]:
    if not anatomy.enclosing:
        return ()
    return (
        Finding(
            "reading.enclosing", Severity.INFO,
            "văn bản ban hành kèm theo không đọc vào kế hoạch; các dòng của nó ở phần chưa đọc",
            anatomy.enclosing[0].place.describe(),
        ),
    )  # fmt: skip


def _unread(anatomy: Anatomy, plan: Plan, builder: Builder) -> Iterator[Unread]:
    for element in anatomy.enclosing:
        yield from _of_element(element, "văn bản ban hành kèm theo")
    for component, reason in _REASONS.items():
        for element in anatomy.of(component):
            yield from _of_element(element, reason)
    for piece in unread_frame(anatomy, plan):
        yield from _of_element(piece, "không đọc được thành dữ liệu")
    seen: Counter[tuple[int, str]] = Counter()
    for grid, text in builder.dropped:
        seen[id(grid), text] += 1
        line = _line_of(grid, text, seen[id(grid), text])
        reason = "dòng tiêu đề bảng lặp lại"
        yield Unread(text, line.place.line, line.place.describe(), reason)


def _line_of(grid: Grid, row: str, turn: int) -> Line:
    """The line where a dropped row begins: its first cell's text, found anew for each turn."""
    first = row.split(" | ", 1)[0].split("\n", 1)[0]
    same = [line for line in grid.lines if clean(line.text).startswith(first)]
    return same[min(turn, len(same) - 1)] if same else grid.lines[0]


def _of_element(element: Element, reason: str) -> Iterator[Unread]:
    if isinstance(element, Piece):
        yield Unread(element.text, element.number, element.place.describe(), reason)
        return
    for line in element.lines:
        if line.text.strip():
            yield Unread(line.text, line.place.line, line.place.describe(), reason)
