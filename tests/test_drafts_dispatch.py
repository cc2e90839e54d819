"""Dispatch: each body gets exactly its own work, in the right tone, and together it is the plan."""

from __future__ import annotations

import datetime
import os
import tracemalloc
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.checks import lint
from kehoach.compose import plan_document
from kehoach.deadlines import Before, By, Period
from kehoach.documents import Enclosure, Footnote, Issuer, Number, Recipient, Signature
from kehoach.drafts import Dispatch, Tone, dispatch, tone
from kehoach.drafts._sharing import covers
from kehoach.exporting import check_file_name, export_many
from kehoach.files import dumps, load, load_directory, loads
from kehoach.organizations import Command, Directory, Kind, Level, Organization
from kehoach.plan import (
    Assignment,
    Layout,
    Milestone,
    Mood,
    Paragraph,
    Party,
    Plan,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    TaskTable,
    with_ids,
)
from kehoach.rules import rulebook
from kehoach.tracking import obligations
from kehoach.word import observe, write
from kehoach.workdays import vietnam
from tests.strategies import plans
from tests.support.docx_xml import check_golden, part_xml
from tests.support.papers import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
REGIMES = ("tt01-2011", "nd30-2020")
HEADINGS = {
    "01": "1.1 1.2 1.3 1.4 1.5 2.1 11.4 G1 G4 G5 G6",
    "02": "2.1 2.2 2.3 2.4 2.5 2.6 2.7 G1 G2 G3 G6",
    "03": "3.1 3.2 3.3 3.4 G1 G2 G3 G6",
    "04": "4.1 4.2 G1 G2 G3 G6",
    "05": "5.1 5.2 G1 G2 G3 G6",
    "06": "6.1 G1 G2 G3 G6",
    "07": "7.1 G1 G2 G3 G6",
    "08": "8.1 8.2 G6",
    "09": "9.1 9.2 9.3",
    "10": "10.1 10.2 10.3 10.4 10.5 10.6 10.7 G1 G2 G3 G7",
    "11": "11.1 11.2 11.3 11.4 G1 G2 G3",
}


@cache
def founding() -> Plan:
    return load(EXAMPLE / "plan.yaml")


@cache
def directory() -> Directory:
    return load_directory(EXAMPLE / "directory.yaml")


def made(*content: Any, **more: Any) -> Plan:
    values = {
        "title": "Thực hiện việc chung năm 2026",
        "date": datetime.date(2026, 3, 2),
        "period": Period.year(2026),
        "issuer": Issuer("Ủy ban nhân dân tỉnh Long An", abbreviation="UBND"),
        **more,
    }
    return Plan(sections=(Section("NHIỆM VỤ", content),), **values)


def carried(paper: Plan) -> Counter[str]:
    """The ids of the tasks, reports and targets that a paper carries."""
    found = [one.id for one in nodes(paper, Task)]
    found += [one.id for one in nodes(paper, Target)]
    for duty in nodes(paper, ReportingDuty):
        found += [one.id for one in duty.dues]
        if duty.cycle is not None or not duty.dues:
            found.append(duty.id)
    return Counter(found)


def text_of(paper: Plan) -> str:
    document = plan_document(paper, rulebook("nd30-2020"))
    return "\n".join(str(getattr(block, "text", "")) for block in document.blocks)


def only(found: Any) -> Dispatch:
    one: Dispatch
    (one,) = found
    return one


def test_the_founding_plan_gives_eleven_papers_with_their_own_work():
    found = {one.slug[:2]: carried(one.paper) for one in dispatch(founding(), directory())}

    assert found == {turn: Counter(ids.split()) for turn, ids in HEADINGS.items()}


def test_without_a_directory_the_words_of_a_group_tell_its_headings_and_a_finding_says_so():
    found = dispatch(founding())

    assert len(found) == 11
    union = set().union(*(carried(one.paper) for one in found))
    assert union == set(" ".join(HEADINGS.values()).split())
    (said,) = [one.message for one in found.findings if "Các Sở, ngành" in one.message]
    assert said.startswith("không có danh mục cơ quan: hiểu “Các Sở, ngành” gồm Sở Thông tin")
    assert "Công an" not in said


def test_a_pair_is_addressed_together():
    pair = next(one for one in dispatch(founding(), directory()) if one.slug.startswith("06"))

    assert pair.paper.addressees == ("Sở Kế hoạch và Đầu tư", "Sở Tài chính")
    assert pair.slug == "06-so-ke-hoach-va-dau-tu-so-tai-chinh"


def test_bodies_with_general_work_alone_are_told_where_no_heading_names_them():
    found = dispatch(founding(), directory())

    (left,) = [one for one in found.findings if one.code == "dispatch.no-heading"]
    assert "Sở Tư pháp" in left.message
    assert "Sở Nội vụ" not in left.message


def pairs_of(plan: Plan, bodies: Directory | None) -> set[tuple[str, str]]:
    """Who owes what, as the ledger would have it: nodes without an owner left out."""
    owed = obligations(plan, bodies, vietnam())
    return {(one.duty.node, one.body) for one in owed if one.body}


def dispatched_pairs(plan: Plan, bodies: Directory | None) -> set[tuple[str, str]]:
    """Who is sent what; milestones with their tasks."""
    found = set()
    for one in dispatch(plan, bodies, per_body=True):
        (party,) = one.parties
        body = party.id or next(iter(bodies_behind(party)))
        found |= {(node, body) for node in carried(one.paper)}
        for task in nodes(one.paper, Task):
            found |= {(step.id, body) for step in task.milestones}
    return found


def bodies_behind(party: Party) -> list[str]:
    from kehoach.tracking import Bodies  # noqa: PLC0415 - the key of a name

    return [body.id for body in Bodies(None, None).of(party)]


@pytest.mark.parametrize("known", [True, False])
def test_the_papers_of_the_founding_plan_are_its_obligations(known):
    bodies = directory() if known else None

    assert dispatched_pairs(founding(), bodies) == pairs_of(founding(), bodies)


NAMES = (
    Party("Sở Nội vụ"), Party("Sở Tài chính", "so-tc"), Party("Công an tỉnh"), Party("các Sở"),
    Party("UBND các huyện"), Party("Các đoàn thể tỉnh"),
)  # fmt: skip
DAYS = st.dates(datetime.date(2026, 3, 3), datetime.date(2026, 12, 31))
some_parties = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)


@st.composite
def shared_tasks(draw: st.DrawFn) -> Task:
    """A task, with or without parties of its own, a deadline and a milestone."""
    roles = draw(
        st.lists(
            st.builds(
                Responsibility,
                role=st.sampled_from(Role),
                party=st.none() | st.sampled_from(NAMES),
            ),
            max_size=3,
        )
    )
    day = draw(st.none() | DAYS.map(By))
    steps = draw(st.lists(st.builds(Milestone, st.just("Xong mốc."), DAYS.map(By)), max_size=1))
    return Task(
        "Làm việc này.", responsibilities=tuple(roles), deadline=day, milestones=tuple(steps)
    )


@st.composite
def shared_reports(draw: st.DrawFn) -> ReportingDuty:
    """A report of some bodies to others."""
    due = st.builds(ReportDue, st.just("báo cáo"), DAYS.map(By))
    dues = draw(st.lists(due, min_size=1, max_size=2))
    parties = st.lists(st.sampled_from(NAMES), max_size=2, unique=True)
    return ReportingDuty(
        "Các đơn vị báo cáo.",
        reporters=tuple(draw(some_parties)),
        receivers=tuple(draw(parties)),
        dues=tuple(dues),
    )


@st.composite
def shared_plans(draw: st.DrawFn) -> Plan:
    """Plans that give work in every way: headings, loose tasks, tables, reports, targets."""
    tasks = st.lists(shared_tasks(), min_size=1, max_size=3).map(tuple)
    headings = st.builds(
        Assignment, assignees=some_parties.map(tuple), tasks=tasks, mood=st.sampled_from(Mood)
    )
    targets = st.builds(Target, st.just("Đạt 100%."), follower=st.sampled_from(NAMES))
    content = st.one_of(
        headings, shared_tasks(), st.builds(TaskTable, tasks), shared_reports(), targets
    )
    count = st.integers(1, 3)
    sections = tuple(
        Section(f"Mục {turn}", tuple(draw(st.lists(content, max_size=4))))
        for turn in range(draw(count))
    )
    return with_ids(evolve(made(closing=(Paragraph("Hết."),)), sections=sections))


@given(shared_plans(), st.booleans())
@settings(max_examples=150)
def test_together_the_papers_are_the_plan_and_no_paper_has_anothers_duty(plan, known):
    bodies = directory() if known else None

    assert dispatched_pairs(plan, bodies) == pairs_of(plan, bodies)


@given(shared_plans(), st.booleans())
@settings(max_examples=150)
def test_by_headings_each_duty_with_an_owner_is_in_a_paper_word_for_word(plan, known):
    bodies = directory() if known else None
    owned = {node for node, _ in pairs_of(plan, bodies)}
    texts = {task.id: (task.text, task.deadline, task.milestones) for task in nodes(plan, Task)}
    sent: set[str] = set()
    for one in dispatch(plan, bodies):
        sent |= carried(one.paper).keys()
        for task in nodes(one.paper, Task):
            sent |= {step.id for step in task.milestones}
            assert texts[task.id] == (task.text, task.deadline, task.milestones)

    assert sent == owned


@given(plans(), st.booleans())
@settings(max_examples=20)
def test_papers_of_any_plan_are_document_files(plan, per_body):
    for one in dispatch(plan, per_body=per_body, rulebook=rulebook("nd30-2020")):
        assert loads(dumps(one.paper)) == one.paper


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("per_body", [False, True])
def test_no_paper_of_the_founding_plan_has_a_finding_of_form(regime, per_body):
    rules = rulebook(regime)
    found = []
    for one in dispatch(founding(), directory(), per_body=per_body):
        seen = observe(write(plan_document(one.paper, rules), rules), one.slug)
        found += [each for each in lint(seen, rules) if each.severity.value != "info"]

    # “quyết định số 1387” stands so in the plan itself
    assert {each.code for each in found} <= {"VH16"}


@pytest.mark.parametrize("turn", ["03", "06", "08"])
def test_papers_of_three_tones_are_as_they_were_read_by_hand(turn):
    one = next(one for one in dispatch(founding(), directory()) if one.slug.startswith(turn))
    rules = rulebook("tt01-2011")

    check_golden(f"dispatch_{turn}.xml", part_xml(write(plan_document(one.paper, rules), rules)))


def test_the_frame_is_the_plans_with_number_and_day_left_blank():
    paper = next(iter(dispatch(founding(), directory()))).paper

    assert paper.kind == "CV"
    assert paper.title.startswith("triển khai Kế hoạch thực hiện công tác quản lý Internet")
    assert (paper.number, paper.place, paper.archive) == (Number(), "Long An", "VT, M")
    assert paper.signature == founding().signature
    assert paper.recipients == (Recipient("Như trên"),)
    head = plan_document(paper, rulebook("tt01-2011")).letterhead
    assert head
    assert head.place_date.split() == ["Long", "An,", "ngày", "tháng", "năm", "2013"]


def test_the_day_is_printed_where_it_is_given():
    found = dispatch(founding(), directory(), on=datetime.date(2013, 3, 25))

    assert {one.paper.date for one in found} == {datetime.date(2013, 3, 25)}


def test_the_plan_is_cited_by_number_day_issuer_and_title():
    plan = made(Assignment((Party("Sở Nội vụ"),), (Task("Làm."),)), number=Number("5", "KH-UBND"))

    text = text_of(only(dispatch(plan)).paper).replace("\u00a0", " ")
    assert (
        "Kế hoạch số 05/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Long An" in text
    )
    assert "về thực hiện việc chung năm 2026, Ủy ban nhân dân tỉnh giao Sở Nội vụ" in text


def test_a_promulgated_plan_is_cited_by_its_decision():
    decision = Enclosure("QĐ", Number("12"), datetime.date(2026, 3, 3))
    plan = made(Assignment((Party("Sở Nội vụ"),), (Task("Làm."),)), enclosed_by=decision, date=None)

    text = text_of(only(dispatch(plan)).paper).replace("\u00a0", " ")
    assert "(ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 03 tháng 3 năm 2026" in text


def test_one_task_alone_stands_in_the_sentence():
    plan = made(Assignment((Party("Sở Nội vụ"),), (Task("Rà soát biên chế."),)))

    text = text_of(only(dispatch(plan)).paper)
    assert "giao Sở Nội vụ thực hiện nhiệm vụ sau: Rà soát biên chế." in text.replace("\u00a0", " ")


def test_marks_and_numbers_of_the_plan_do_not_go_along():
    plan = made(
        Assignment((Party("Sở Nội vụ"),), (Task("Một.", mark="e)", number=6), Task("Hai.")))
    )

    assert [task.mark for task in nodes(only(dispatch(plan)).paper, Task)] == [None, None]
    assert [task.number for task in nodes(only(dispatch(plan)).paper, Task)] == [None, None]


def test_the_last_duty_of_the_plan_gets_the_stop_that_the_end_mark_stood_for():
    plan = made(Assignment((Party("Sở Nội vụ"),), (Task("Một."), Task("Hai"))))

    assert [task.text for task in nodes(only(dispatch(plan)).paper, Task)] == ["Một.", "Hai."]


def test_headings_in_capitals_become_small_and_names_stay():
    plan = made(
        title="Việc",
        opening=(Paragraph("UBND tỉnh Long An quản lý Internet như sau:"),),
    )
    one = Assignment((Party("Sở Nội vụ"),), (Task("Một."),))
    plan = evolve(
        plan,
        sections=(
            Section("NHIỆM VỤ CỦA UBND TỈNH LONG AN VỀ INTERNET", (one,)),
            Section("Việc khác", (evolve(one, tasks=(Task("Hai."),)),)),
        ),
    )

    headings = [each.heading for each in nodes(only(dispatch(plan)).paper, Assignment)]
    assert headings == ["Nhiệm vụ của UBND tỉnh Long An về Internet", "Việc khác"]


def test_the_same_heading_twice_is_one_paper():
    nv = Assignment((Party("Sở Nội vụ"),), (Task("Một."),))

    assert len(dispatch(made(nv, evolve(nv, tasks=(Task("Hai."),))))) == 1


def test_bodies_that_only_loose_tasks_name_get_a_paper_each():
    roles = (
        Responsibility(Role.LEAD, Party("Sở Nội vụ")),
        Responsibility(Role.COORDINATE, Party("Sở Tài chính")),
    )
    plan = made(Task("Chủ trì.", responsibilities=roles))

    assert only(dispatch(plan)).paper.addressees == ("Sở Nội vụ",)


def test_who_leads_in_a_task_of_others_is_told_under_a_heading_of_its_own():
    lead = (Responsibility(Role.LEAD, Party("Sở Nội vụ")),)
    plan = made(
        Assignment((Party("Sở Nội vụ"),), (Task("Một."),)),
        Assignment((Party("Sở Tài chính"),), (Task("Hai.", responsibilities=lead),)),
    )

    first, second = dispatch(plan)
    assert nodes(first.paper, Assignment)[1].heading == (
        "Nhiệm vụ giao Sở Tài chính, do Sở Nội vụ chủ trì"
    )
    assert [task.text for task in nodes(second.paper, Task)] == ["Hai."]


def test_tasks_of_a_table_stay_a_table():
    roles = (Responsibility(Role.LEAD, Party("Sở Nội vụ")),)
    rows = (
        Task("Một", responsibilities=roles, product="Báo cáo"),
        Task("Hai", responsibilities=roles),
    )

    (one,) = nodes(only(dispatch(made(TaskTable(rows)))).paper, Assignment)
    assert one.layout is Layout.TABLE


def test_footnotes_go_along_with_the_texts_that_carry_them():
    plan = made(
        Assignment((Party("Sở Nội vụ"),), (Task("Một[^a]."),)),
        Assignment((Party("Sở Tài chính"),), (Task("Hai."),)),
        footnotes=(Footnote("a", "Chú thích."),),
    )

    assert [len(one.paper.footnotes) for one in dispatch(plan)] == [1, 0]


def test_a_body_that_merges_the_reports_does_not_report_to_itself():
    duty = ReportingDuty(
        "Các sở báo cáo trước ngày 10/7/2026.",
        reporters=(Party("các sở"),),
        receivers=(Party("Sở Nội vụ"),),
        dues=(ReportDue("báo cáo", By(datetime.date(2026, 7, 10)), id="b"),),
    )
    plan = made(
        Assignment((Party("Sở Nội vụ"),), (Task("Một."),)),
        Assignment((Party("Sở Tài chính"),), (Task("Hai."),)),
        duty,
    )

    assert [carried(one.paper)["b"] for one in dispatch(plan)] == [0, 1]


def test_a_group_that_grows_between_two_reports_still_reports_under_its_heading():
    dues = (
        ReportDue("báo cáo sơ kết", By(datetime.date(2013, 1, 10)), id="b1"),
        ReportDue("báo cáo tổng kết", By(datetime.date(2013, 12, 20)), id="b2"),
    )
    group = Party("UBND các huyện, thành phố Tân An")
    plan = made(
        Assignment((group,), (Task("Một."),)),
        ReportingDuty("Các huyện báo cáo.", reporters=(group,), dues=dues),
        date=datetime.date(2013, 3, 19),
    )

    heading = only(dispatch(plan, directory()))
    papers = dispatch(plan, directory(), per_body=True)
    young = next(one for one in papers if one.slug.endswith("kien-tuong"))
    assert carried(heading.paper).keys() >= {"b1", "b2"}
    assert carried(young.paper).keys() >= {"b2"}
    assert "b1" not in carried(young.paper)


def test_a_general_deadline_keeps_its_phrase_in_every_paper():
    for one in dispatch(founding(), directory()):
        for task in nodes(one.paper, Task):
            if task.id == "G1":
                assert task.deadline == Before(
                    datetime.date(2013, 4, 1), phrase="trước ngày 01/4/2013"
                )
                assert "trước ngày 01/4/2013" in task.text


def test_work_without_an_owner_is_told():
    plan = made(Task("Không ai làm."), Target("Đạt 100%."))

    found = dispatch(plan)
    assert len(found) == 0
    assert [one.code for one in found.findings] == ["dispatch.unassigned"] * 2


@pytest.mark.parametrize(
    ("label", "name", "means"),
    [
        ("Các Sở, ngành", "Sở Nội vụ", True),
        ("Các Sở, ngành", "Công an tỉnh", False),
        ("các doanh nghiệp", "Các doanh nghiệp cung cấp đường truyền Internet", True),
        ("UBND huyện, thành phố Tân An", "UBND các huyện, thành phố Tân An", True),
        ("đoàn thể", "các đoàn thể tỉnh", True),
        ("Sở Nội vụ", "Sở Nội vụ", True),
        ("Sở Tài", "Sở Tài chính", False),
    ],
)
def test_what_a_label_means_by_its_words(label, name, means):
    assert covers(label, name) is means


def body(kind: Kind, level: Level = Level.PROVINCE, command: Command | None = None) -> Organization:
    return Organization("x", "X", kind, level, command=command)


UBND = Organization(
    "ubnd", "Ủy ban nhân dân tỉnh", Kind.PEOPLES_COMMITTEE, Level.PROVINCE, parent="cp"
)


@pytest.mark.parametrize(
    ("moods", "bodies", "expected"),
    [
        ((), (), Tone.ASSIGN),
        ((Mood.REQUIRE,), (), Tone.REQUIRE),
        ((Mood.REQUEST,), (body(Kind.DEPARTMENT, command=Command.ORDER),), Tone.REQUEST),
        ((Mood.ASSIGN,), (body(Kind.DEPARTMENT, command=Command.ORDER),), Tone.ASSIGN),
        ((Mood.ASSIGN,), (body(Kind.VERTICAL, command=Command.ORDER),), Tone.ASSIGN),
        ((Mood.ASSIGN,), (body(Kind.VERTICAL),), Tone.REQUEST),
        ((Mood.ASSIGN,), (body(Kind.ENTERPRISE),), Tone.REQUEST),
        ((), (body(Kind.FRONT, command=Command.REQUEST),), Tone.REQUEST),
        ((), (body(Kind.CENTRAL, Level.CENTRAL, Command.REQUEST),), Tone.PETITION),
        ((), (body(Kind.PARTY),), Tone.PETITION),
        ((), (body(Kind.PARTY, Level.DISTRICT, Command.REQUEST),), Tone.REQUEST),
        ((), (Organization("cp", "Chính phủ", Kind.CENTRAL, Level.CENTRAL),), Tone.PETITION),
        ((), (body(Kind.PEOPLES_COMMITTEE, Level.DISTRICT),), Tone.ASSIGN),
    ],
)
def test_the_tone_follows_the_mood_and_how_the_issuer_stands(moods, bodies, expected):
    assert tone(moods, bodies, UBND) is expected


def test_a_department_petitions_its_peoples_committee():
    so = Organization("so", "Sở", Kind.DEPARTMENT, Level.PROVINCE, parent="ubnd")

    assert tone((), (UBND,), so) is Tone.PETITION


HOSTILE = (
    "../../etc/passwd",
    "CON",
    "=1+1|cmd",
    "Sở <b>A</b>\u202e",
    "sở nội vụ",
    "Sở Nội Vụ",
    "…",
)


@given(
    st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=30), min_size=1, max_size=8)
)
@settings(max_examples=60)
def test_names_of_files_are_safe_and_unique_whatever_the_bodies_are_called(names):
    plan = made(*(Assignment((Party(name),), (Task("Làm."),)) for name in names if name.strip()))

    found = [one.slug for one in dispatch(plan)]
    assert len(set(found)) == len(found)
    assert all(check_file_name(f"{slug}.docx") and slug.isascii() for slug in found)


# many papers


def many(count: int) -> Plan:
    general = ReportingDuty(
        "Các đơn vị báo cáo trước ngày 10/7/2026.", reporters=(Party("các xã"),), id="b"
    )
    own = (
        Assignment((Party(f"Xã số {turn}"),), (Task(f"Làm việc số {turn}."),))
        for turn in range(count)
    )
    signed = Signature(("CHỦ TỊCH",), "Nguyễn Văn A")
    return made(*own, general, signature=signed, place="Long An", archive="VT")


def test_papers_are_made_one_by_one_and_memory_stays_flat():
    found = dispatch(many(600))
    next(iter(found))
    tracemalloc.start()
    try:
        for one in found:
            last = one
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert last.paper.addressees == ("Xã số 599",)
    assert peak < 200_000


def in_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@contextmanager
def dask_pool() -> Iterator[Any]:
    """The executor of a real cluster of two local workers."""
    if os.environ.get("KEHOACH_REQUIRE_ALL") != "1":
        pytest.importorskip("distributed")
    from distributed import Client, LocalCluster  # noqa: PLC0415 - an optional extra

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client.get_executor()


POOLS: dict[str, Any] = {
    "threads": lambda: ThreadPoolExecutor(2),
    "processes": lambda: ProcessPoolExecutor(2, get_context("spawn")),
    "dask": dask_pool,
}


@pytest.mark.parametrize("name", POOLS)
def test_every_pool_writes_the_same_bytes(name, tmp_path):
    found = dispatch(many(150))
    pairs = [(one.slug, one.paper) for one in found]
    rules = rulebook("nd30-2020")
    export_many(pairs, tmp_path / "alone", format="docx", rulebook=rules)

    with POOLS[name]() as pool:
        result = export_many(
            iter(pairs), tmp_path / "pool", format="docx", rulebook=rules, executor=pool
        )

    assert result.failed == ()
    assert in_bytes(tmp_path / "pool") == in_bytes(tmp_path / "alone")
