"""Đọc kế hoạch: from what was seen in a paper to a plan, with what is doubtful and what is left."""

from __future__ import annotations

import datetime
import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from attrs import asdict, frozen

from kehoach.anatomy import Anatomy, AnnexParts, Component, Element, Grid, Piece, recognise
from kehoach.anatomy.patterns import ORDER
from kehoach.documents import PartialDate
from kehoach.findings import Finding, Severity
from kehoach.organizations import Found, FoundGroup, Group, Position
from kehoach.plan import Annex, Plan, with_ids
from kehoach.reading._build import Builder
from kehoach.reading._closing import split_closing
from kehoach.reading._context import Context
from kehoach.reading._emending import emend
from kehoach.reading._findings import frame_findings, joined_findings, time_findings
from kehoach.reading._frame import Frame, read_frame
from kehoach.reading._labels import split_label
from kehoach.reading._marking import Marking
from kehoach.reading._names import split_names
from kehoach.reading._outline import outline
from kehoach.reading._paragraphs import Text, paragraphs
from kehoach.reading._reports import read_period
from kehoach.reading._topics import Topic, topic_of
from kehoach.reading._unread import Unread, unread_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.observed import Observed
    from kehoach.organizations import Directory, Lookup
    from kehoach.reading._names import Known

_LONGEST_LINE = 50_000
_LONGEST_NAME = 200
_ORDERING = frozenset(("QĐ", "NQ"))


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
    context = Context(year, period, _since(frame, year), known)
    builder = Builder(context)
    texts = paragraphs(_without_order(anatomy.of(Component.BODY), frame.kind))
    opening, sections = builder.root(outline(texts).children)
    sections, closing = split_closing(sections)
    annex_texts = [paragraphs(annex.body) for annex in anatomy.annexes]
    plan = Plan(
        period=period, opening=tuple(opening), sections=tuple(sections), closing=tuple(closing),
        annexes=tuple(_annexes(anatomy.annexes, annex_texts, builder)),
        **asdict(frame, recurse=False),
    )  # fmt: skip
    every = [*texts, *chain.from_iterable(annex_texts)]
    places = [one for one in every if isinstance(one, Text)]
    unread = tuple(unread_lines(observed, anatomy, plan, every, builder.dropped))
    plan, proposals = emend(plan, places, accept=accept_emendations)
    findings = (
        *observed.remarks,
        *frame_findings(plan),
        *joined_findings(places),
        *time_findings((*plan.sections, *plan.annexes), context),
        *proposals,
        *_enclosing_finding(anatomy),
    )
    return Reading(with_ids(plan), findings, unread)


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
    """Whether the directory has a text as one name; remembered for one reading.

    A group that is called by the names of several others ("UBMTTQVN tỉnh và các đoàn thể tỉnh")
    is those others.
    """
    if directory is None:
        return None
    answers: dict[str, bool] = {}

    def known(name: str) -> bool:
        if len(name) > _LONGEST_NAME:
            return False
        if name not in answers:
            rows = [row for tier in directory.rows_named(name) for row in tier]
            parts = split_names(name) if all(isinstance(row, Group) for row in rows) else ()
            joint = len(parts) > 1 and all(map(known, parts))
            answers[name] = bool(rows) and not joint
        return answers[name]

    return known


def _day(frame: Frame) -> datetime.date | None:
    return frame.date if isinstance(frame.date, datetime.date) else None


def _year(frame: Frame, period_year: int | None) -> int | None:
    """The year that days without one take: that of the title, else that of the paper."""
    return period_year or getattr(frame.date, "year", None)


def _without_order(body: Sequence[Element], kind: str) -> Sequence[Element]:
    """The body without the line "QUYẾT ĐỊNH:", which the kind of paper brings with it."""
    first = body[0] if body else None
    order = isinstance(first, Piece) and ORDER.fullmatch(first.text)
    return body[1:] if order and kind in _ORDERING else body


def _since(frame: Frame, year: int | None) -> datetime.date | None:
    """The first day that can be due: the paper's own, as far as it is known."""
    match frame.date:
        case datetime.date():
            return frame.date
        case PartialDate(own, month):
            return datetime.date(own, month or 1, 1)
        case _:
            return datetime.date(year - 1, 1, 1) if year and year > 1 else None


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
