"""Plans of every shape whose print can be read in one way: for plan → paper → plan.

What print cannot tell apart is left out, each time with the reason beside it.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from kehoach.deadlines import parse_deadline
from kehoach.documents import (
    Enclosure,
    Footnote,
    Marks,
    Number,
    PartialDate,
    Recipient,
)
from kehoach.plan import (
    Annex,
    Assignment,
    Content,
    Datum,
    GroupRow,
    Item,
    Layout,
    Mood,
    Paragraph,
    Party,
    Plan,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    TaskColumn,
    TaskTable,
    TextTable,
)
from tests.readable_words import (
    BASES,
    BODIES,
    CELL_TIMES,
    CLOSINGS,
    COLUMNS,
    DUTIES,
    ISSUERS,
    POINTS,
    PRODUCTS,
    RECIPIENTS,
    REPORTS,
    SCHEMES,
    SIGNATURES,
    TARGETS,
    TEXT_ROWS,
    TITLES,
    TOPICS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def some(
    strategy: st.SearchStrategy[T], least: int = 1, most: int = 3
) -> st.SearchStrategy[tuple[T, ...]]:
    """A short tuple of values."""
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


@st.composite
def readable_plans(draw: st.DrawFn) -> Plan:
    """Whole plans, papers of one kind and one way of numbering each."""
    scheme = draw(st.sampled_from(SCHEMES))
    kind = draw(st.sampled_from(("KH", "CTr", "TB", "CT", "QĐ", "NQ", "CV")))
    noted = draw(st.sampled_from(("", "[^1]")))
    opening = f"Thực hiện Nghị quyết của Tỉnh ủy{noted}, cơ quan ban hành nội dung như sau:"
    plan = Plan(
        # The subject of a công văn is one line.
        draw(st.sampled_from(TITLES)).replace("\n", " " if kind == "CV" else "\n"),
        kind=kind,
        addressees=draw(some(st.sampled_from(BODIES), 1, 3)) if kind == "CV" else (),
        opening=(Paragraph(opening),),
        sections=draw(_sections(scheme)),
        closing=draw(st.sampled_from(((), CLOSINGS[:1], CLOSINGS))),
        annexes=draw(some(_annexes(), 0, 2)),
        footnotes=(Footnote("1", "Theo Nghị quyết số 57-NQ/TW."),) if noted else (),
    )
    # A decision that promulgates another one would be read as the paper itself.
    enclosed = kind not in ("CV", "QĐ", "NQ") and draw(st.integers(0, 4)) == 0
    return draw(_enclosed(plan) if enclosed else _alone(plan))


@st.composite
def _enclosed(draw: st.DrawFn, plan: Plan) -> Plan:
    """A plan that a decision promulgates: neither number nor day, recipients nor signature."""
    issuer, _ = draw(st.sampled_from(ISSUERS))
    number = Number(draw(st.sampled_from((None, "12", "2190"))), f"QĐ-{issuer.abbreviation}")
    day = draw(_dates())
    enclosure = Enclosure("QĐ", number, day, issuer.name)
    # The notation of a number tells the abbreviation, and here no number is printed.
    return evolve(plan, issuer=evolve(issuer, abbreviation=None), enclosed_by=enclosure)


@st.composite
def _alone(draw: st.DrawFn, plan: Plan) -> Plan:
    kind = plan.kind
    issuer, place = draw(st.sampled_from(ISSUERS))
    authority = None
    bases = draw(st.sampled_from(((), BASES[:1], BASES))) if kind != "CV" else ()
    if kind in ("QĐ", "NQ") and bases:  # without a basis below, a line in capitals is a heading
        authority = draw(st.sampled_from((None, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LONG AN")))
    text = draw(st.sampled_from((None, "05", "123")))
    # A circulation mark stands in the page header of a Word file; text has it in the letterhead.
    marks = draw(
        st.sampled_from(
            (Marks(), Marks("KHẨN"), Marks("HỎA TỐC", "LƯU HÀNH NỘI BỘ"), Marks(drafter="PL.(300)"))
        )
    )
    return evolve(
        plan,
        issuer=issuer,
        number=Number(text, f"{kind}-{issuer.abbreviation}"),
        place=draw(st.sampled_from((place, place, None))),
        date=draw(st.none() | _dates()),
        bases=bases,
        authority_line=authority,
        recipients=draw(some(st.sampled_from(RECIPIENTS).map(Recipient))),
        archive=draw(st.sampled_from(("VT", "VT, NC", "VT, P.KSTT (2b)", None))),
        signature=draw(st.sampled_from(SIGNATURES)),
        marks=marks,
        office_address=draw(st.sampled_from((None, "Địa chỉ: 61 Trương Định, phường Long An"))),
    )


@st.composite
def _dates(draw: st.DrawFn) -> datetime.date | PartialDate:
    day = draw(st.dates(datetime.date(2013, 1, 1), datetime.date(2026, 12, 31)))
    partial = (PartialDate(day.year, day.month), PartialDate(day.year))
    return draw(st.just(day) | st.sampled_from(partial))


@st.composite
def _sections(draw: st.DrawFn, scheme: tuple[str, ...]) -> tuple[Section, ...]:
    """Purposes, targets, duties, who does them, reports: in the order in which plans have them."""
    makers: list[Callable[[tuple[str, ...]], st.SearchStrategy[Section]]] = [_purposes]
    if draw(st.booleans()):
        makers.append(_targets)
    makers.append(draw(st.sampled_from((_prose, _topics, _in_fields, _in_tables))))
    if draw(st.booleans()):
        makers.append(_budget)
    makers.append(draw(st.sampled_from((_assigned, _inline, _assigned_tables, _assigned_fields))))
    return tuple(draw(make(scheme)) for make in makers)


def _purposes(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    inner, items, deeper = scheme[1:]
    points = st.sampled_from(POINTS)
    flat = some(st.builds(Item, points))
    # An article that is a heading is told from one that is a paragraph by nothing but bold.
    nested = some(
        st.builds(Item, points, some(st.builds(Item, points), 0, 2), items_mark=st.just(deeper))
    )
    parts = st.tuples(
        st.builds(
            Section, st.just("Mục đích"), nested, mark=st.just(inner), items_mark=st.just(items)
        ),
        st.builds(
            Section, st.just("Yêu cầu"), nested, mark=st.just(inner), items_mark=st.just(items)
        ),
    )
    return st.builds(
        Section,
        st.just("MỤC ĐÍCH, YÊU CẦU"),
        flat | parts,
        mark=st.just(scheme[0]),
        items_mark=st.just(inner),
    )


def _targets(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    content = some(st.builds(Target, st.sampled_from(TARGETS)))
    return st.builds(
        Section,
        st.just("MỤC TIÊU, CHỈ TIÊU"),
        content,
        mark=st.just(scheme[0]),
        items_mark=st.sampled_from((scheme[1], "-")),
    )


def _prose(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    tasks = some(_tasks(scheme[2]), 1, 4)
    return st.builds(
        Section,
        st.just("NHIỆM VỤ, GIẢI PHÁP"),
        tasks,
        mark=st.just(scheme[0]),
        items_mark=st.just(scheme[1]),
    )


def _tasks(mark: str) -> st.SearchStrategy[Task]:
    # Lines under a task carry the default mark of their depth; "-" of a dashed task would be its
    # brother's.
    details = (
        st.just(())
        if mark == ""
        else st.sampled_from(((), ("Nội dung: theo hướng dẫn của cấp trên.",)))
    )
    return st.builds(Task, st.sampled_from(DUTIES), details=details)


def _topics(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    inner, items, _ = scheme[1:]
    tasks = some(st.builds(Task, st.sampled_from(DUTIES)), 1, 3)
    topics = st.builds(
        Section, st.sampled_from(TOPICS), tasks, mark=st.just(inner), items_mark=st.just(items)
    )
    return st.builds(
        Section,
        st.just("NHIỆM VỤ CỤ THỂ"),
        some(topics, 1, 3),
        mark=st.just(scheme[0]),
        items_mark=st.just(inner),
    )


def _full_tasks() -> st.SearchStrategy[Task]:
    """Tasks with the data of a table's row or of lines below."""
    leads = some(
        st.sampled_from(BODIES).map(lambda name: Responsibility(Role.LEAD, Party(name))), 1, 1
    )
    partners = some(
        st.sampled_from(BODIES).map(lambda name: Responsibility(Role.COORDINATE, Party(name))), 0, 2
    )
    roles = st.tuples(leads, partners).map(lambda pair: (*pair[0], *dict.fromkeys(pair[1])))
    times = st.sampled_from(CELL_TIMES).map(lambda text: parse_deadline(text, year=2031))
    # A deadline in the sentence itself would be told twice.
    return st.builds(
        Task, st.sampled_from((DUTIES[0], *DUTIES[5:8])), responsibilities=roles, deadline=times,
        product=st.sampled_from(PRODUCTS),
    )  # fmt: skip


def _in_fields(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    return st.builds(
        Section,
        st.just("NHIỆM VỤ, GIẢI PHÁP"),
        some(_full_tasks()),
        mark=st.just(scheme[0]),
        items_mark=st.just(scheme[1]),
        layout=st.just(Layout.FIELDS),
    )


@st.composite
def _task_tables(draw: st.DrawFn) -> TaskTable:
    columns = draw(st.sampled_from(COLUMNS))
    shown = {one.shows for one in columns}
    rows = draw(_flat_rows() | _grouped_rows() | _nested_rows())
    if Datum.OTHER in shown:
        rows = tuple(
            evolve(one, budget="120", note="Theo NQ 57", others=("NV-01", "UBND tỉnh"))
            if isinstance(one, Task)
            else one
            for one in rows
        )
    if columns and Datum.ORDINAL not in shown:  # what no column shows is not printed
        rows = tuple(Task(one.text, deadline=one.deadline) for one in rows if isinstance(one, Task))
    return TaskTable(rows, columns)


def _flat_rows() -> st.SearchStrategy[tuple[Task | GroupRow, ...]]:
    return some(_full_tasks())


def _grouped_rows() -> st.SearchStrategy[tuple[Task | GroupRow, ...]]:
    """Groups by Roman numerals or letters; tasks anew in each, or counted through all of them."""
    marks = st.sampled_from(((None, None), ("A", "B"), ("I.", "II.")))
    return st.tuples(marks, _full_tasks(), _full_tasks(), st.sampled_from((None, 2))).map(
        lambda of: (
            GroupRow("Công tác tuyên truyền", of[0][0]), of[1],
            GroupRow("Công tác cán bộ", of[0][1]), evolve(of[2], number=of[3]),
        )
    )  # fmt: skip


def _nested_rows() -> st.SearchStrategy[tuple[Task | GroupRow, ...]]:
    """Groups within groups, tasks with dotted ordinals."""
    inner = _full_tasks().map(lambda task: evolve(task, mark="1.1"))
    return st.tuples(inner, inner, _full_tasks(), inner).map(
        lambda of: (
            GroupRow("Nhóm nhiệm vụ chung"), GroupRow("Thể chế", "1"), of[0], of[1],
            GroupRow("Nhóm nhiệm vụ riêng"), of[2], of[3],
        )
    )  # fmt: skip


def _in_tables(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    # Tasks of a section laid out as a table print as a table of tasks does.
    return st.builds(
        Section,
        st.just("NHIỆM VỤ, GIẢI PHÁP"),
        st.tuples(_task_tables()),
        mark=st.just(scheme[0]),
        items_mark=st.just(scheme[1]),
    )


def _budget(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    table = TextTable(TEXT_ROWS[0], TEXT_ROWS[1:])
    said = Paragraph("Kinh phí từ nguồn ngân sách nhà nước giao hằng năm.")
    contents = st.sampled_from(((said,), (said, table), (table,)))
    return st.builds(Section, st.just("KINH PHÍ THỰC HIỆN"), contents, mark=st.just(scheme[0]))


@st.composite
def _assignees(draw: st.DrawFn) -> tuple[Party, ...]:
    return tuple(
        map(Party, draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=2, unique=True)))
    )


def _assigned(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    inner, items, _ = scheme[1:]
    one = st.builds(
        Assignment,
        _assignees(),
        some(st.builds(Task, st.sampled_from(DUTIES))),
        st.sampled_from(Mood),
        mark=st.just(inner),
        items_mark=st.sampled_from((items, "-", "")),
    )
    return _with_reports("TỔ CHỨC THỰC HIỆN", some(one), scheme)


def _inline(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    one = st.builds(
        Assignment,
        _assignees(),
        some(st.builds(Task, st.sampled_from(DUTIES)), 1, 1),
        st.sampled_from(Mood),
        mark=st.just(scheme[1]),
        layout=st.just(Layout.INLINE),
    )
    return _with_reports("PHÂN CÔNG NHIỆM VỤ", some(one), scheme)


def _assigned_tables(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    columns = (
        TaskColumn("STT", Datum.ORDINAL, 8),
        TaskColumn("Nhiệm vụ", Datum.TEXT, 40),
        TaskColumn("Thời hạn", Datum.DEADLINE, 20),
        TaskColumn("Sản phẩm", Datum.PRODUCT, 20),
    )
    tasks = some(_full_tasks().map(lambda task: evolve(task, responsibilities=())))
    one = st.builds(
        Assignment,
        _assignees(),
        tasks,
        mark=st.just(scheme[1]),
        layout=st.just(Layout.TABLE),
        columns=st.just(columns),
    )
    return _with_reports("TỔ CHỨC THỰC HIỆN", some(one), scheme)


def _assigned_fields(scheme: tuple[str, ...]) -> st.SearchStrategy[Section]:
    tasks = some(_full_tasks().map(lambda task: evolve(task, details_mark="+")))
    one = st.builds(
        Assignment,
        _assignees(),
        tasks,
        mark=st.just(scheme[1]),
        items_mark=st.just("-"),
        layout=st.just(Layout.FIELDS),
    )
    return _with_reports("TỔ CHỨC THỰC HIỆN", some(one), scheme)


def _with_reports(
    heading: str, assignments: st.SearchStrategy[tuple[Assignment, ...]], scheme: tuple[str, ...]
) -> st.SearchStrategy[Section]:
    duty = st.builds(ReportingDuty, st.sampled_from(REPORTS), mark=st.just(""))
    reports = st.builds(
        Section, st.just("Chế độ báo cáo"), st.tuples(duty), mark=st.just(scheme[1])
    )
    content: st.SearchStrategy[tuple[Content, ...]] = assignments | st.tuples(
        assignments, reports
    ).map(lambda pair: (*pair[0], pair[1]))
    return st.builds(Section, st.just(heading), content, mark=st.just(scheme[0]))


def _annexes() -> st.SearchStrategy[Annex]:
    table: st.SearchStrategy[tuple[Content, ...]] = st.tuples(_task_tables())
    text = st.just((TextTable(TEXT_ROWS[0], TEXT_ROWS[1:]),))
    tasks = some(st.builds(Task, st.sampled_from(DUTIES), mark=st.just("1.")))
    return st.builds(
        Annex,
        st.sampled_from(("DANH MỤC NHIỆM VỤ", "PHÂN CÔNG NHIỆM VỤ NĂM 2031")),
        table | text | tasks,
        st.booleans(),
    )
