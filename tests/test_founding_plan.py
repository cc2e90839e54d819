"""The founding plan as data: nothing of it is lost, and it prints as it was printed."""

from __future__ import annotations

import datetime
import functools
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

import kehoach
from kehoach.deadlines import Before, By, OnRequest, Period, Standing
from kehoach.plan import (
    Assignment,
    Item,
    Mood,
    Party,
    Plan,
    ReportingDuty,
    Role,
    Section,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[1] / "examples" / "long-an-2013"
PRINTED = FOLDER / "ke-hoach.txt"

CODES = {
    "LEAD": Role.LEAD,
    "COORD": Role.COORDINATE,
    "ADV": Role.ADVISE,
    "SUBMIT": Role.SUBMIT,
    "DIR": Role.DIRECT,
    "SUP": Role.SUPPORT,
    "GUIDE": Role.GUIDE,
    "DO": Role.IMPLEMENT,
    "PART": Role.PARTICIPATE,
    "MON": Role.MONITOR,
    "REP": Role.REPORT,
    "FUND": Role.FUND,
    "INSP": Role.INSPECT,
    "CONS": Role.CONSOLIDATE,
}
ROLES = {
    "1.1": "ADV", "1.2": "LEAD COORD", "1.3": "SUP GUIDE DO", "1.4": "LEAD COORD SUBMIT",
    "1.5": "LEAD COORD DIR INSP",
    "2.1": "LEAD COORD", "2.2": "COORD DO", "2.3": "DIR", "2.4": "DO", "2.5": "DO", "2.6": "PART",
    "2.7": "DO",
    "3.1": "DO", "3.2": "DO COORD", "3.3": "MON ADV DO", "3.4": "DO",
    "4.1": "DIR INSP COORD", "4.2": "MON REP",
    "5.1": "DIR", "5.2": "GUIDE", "6.1": "ADV", "7.1": "ADV COORD",
    "8.1": "DO MON", "8.2": "COORD", "9.1": "DO", "9.2": "DO", "9.3": "DO",
    "10.1": "DIR", "10.2": "DO INSP", "10.3": "DO", "10.4": "DO", "10.5": "MON REP",
    "10.6": "FUND", "10.7": "FUND DIR",
    "11.1": "DO", "11.2": "DO INSP DO", "11.3": "COORD", "11.4": "LEAD COORD",
    "G1": "DO SUBMIT", "G4": "CONS ADV", "G5": "MON INSP REP", "G6": "DO", "G7": "DO",
}  # fmt: skip

# The line of ke-hoach.txt (from 1), what it prints, what it is read as.
EMENDED = (
    (23, "Cùng cố", "Củng cố"),
    (25, "từ tinh đến cơ sở", "từ tỉnh đến cơ sở"),
    (59, "Công thông tin điện tử", "Cổng thông tin điện tử"),
    (101, "Dâysty mạnh", "Đẩy mạnh"),
)
# The lines at which a page ended in the middle of a paragraph, and where it goes on.
CUT_BY_A_PAGE = ((23, 25), (73, 75))


@functools.cache
def founding_plan() -> Plan:
    return kehoach.load(FOLDER / "plan.yaml")


def assignments() -> list[Assignment]:
    content = founding_plan().sections[2].content
    return [node for node in content if isinstance(node, Assignment)]


def walk(value: object, text: str = "") -> Iterator[tuple[object, str]]:
    """Every value of a plan, with the printed text in which it stands."""
    kind = type(value)
    if isinstance(value, tuple):
        for each in value:
            yield from walk(each, text)
    elif attrs.has(kind):
        text = getattr(value, "text", None) or text
        yield value, text
        for field in attrs.fields(kind):
            yield from walk(getattr(value, field.name), text)


def tasks() -> list[Task]:
    return [value for value, _ in walk(founding_plan()) if isinstance(value, Task)]


def task(key: str) -> Task:
    return next(each for each in tasks() if each.id == key)


def printed_lines(text: str) -> list[str]:
    """The lines that carry print, with plain spaces."""
    plain = (line.replace("\u00a0", " ").strip() for line in text.splitlines())
    return [line for line in plain if line]


def read_lines() -> list[str]:
    """The lines of ke-hoach.txt as they are to be read: emended, cut paragraphs joined."""
    lines = ["", *PRINTED.read_text(encoding="utf-8").splitlines()]
    for number, printed, reading in EMENDED:
        assert lines[number].count(printed) == 1
        lines[number] = lines[number].replace(printed, reading)
    for first, second in CUT_BY_A_PAGE:
        lines[first] += " " + lines[second]
        lines[second] = ""
    return printed_lines("\n".join(lines))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the plan that the text exporter prints."""
    path = kehoach.export(founding_plan(), tmp_path_factory.mktemp("plan") / "ke-hoach.txt")
    return printed_lines(path.read_text(encoding="utf-8"))


def test_the_plan_prints_line_by_line_as_it_was_printed(exported: list[str]):
    """Only emendations, joined paragraphs and the letterhead that the scan lost differ."""
    read = read_lines()

    assert exported[exported.index("KẾ HOẠCH") :] == read[read.index("KẾ HOẠCH") :]


def test_the_letterhead_that_the_scan_lost_holds_its_only_surviving_line(exported: list[str]):
    read = read_lines()
    letterhead = "\n".join(exported[: exported.index("KẾ HOẠCH")])

    assert read[: read.index("KẾ HOẠCH")] == ["Long An, ngày 19 tháng 3 năm 2013"]
    assert "Long An, ngày 19 tháng 3 năm 2013" in letterhead
    for lost in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN", "/KH-UBND"):
        assert lost in letterhead


def test_the_frame_holds_what_the_scan_shows_and_invents_no_number():
    plan = founding_plan()

    assert plan.title.splitlines() == [
        "Thực hiện công tác quản lý Internet",
        "và trò chơi trực tuyến năm 2013",
    ]
    assert (plan.kind, plan.place, plan.date) == ("KH", "Long An", datetime.date(2013, 3, 19))
    assert plan.period == Period.year(2013)
    assert plan.issuer is not None
    assert plan.issuer.inferred
    assert (plan.number.text, plan.number.notation) == (None, "KH-UBND")
    assert len(plan.opening) == 2
    assert plan.signature is not None
    assert plan.signature.name == "Trần Hữu Phước"


def test_the_sections_hold_items_tasks_and_assignments_in_the_printed_order():
    purposes, key_work, duties, carrying_out = founding_plan().sections

    assert [type(node) for node in purposes.content] == [Item] * 3
    assert [type(node) for node in key_work.content] == [Task, Item, Item, Item, Task]
    assert [type(node) for node in duties.content] == [Assignment] * 11
    assert [type(node) for node in carrying_out.content] == [Assignment, Section, Task]


def test_eleven_assignments_hold_thirty_eight_tasks():
    counts = [len(each.tasks) for each in assignments()]

    assert counts == [5, 7, 4, 2, 2, 1, 1, 2, 3, 7, 4]
    assert [each.id for group in assignments() for each in group.tasks] == [
        f"{group}.{number}"
        for group, count in enumerate(counts, start=1)
        for number in range(1, count + 1)
    ]


def test_three_headings_name_two_assignees_and_a_comma_inside_a_name_makes_none():
    assert [len(each.assignees) for each in assignments()] == [1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 1]


def test_only_the_front_and_the_unions_are_asked_not_told():
    asked = [each for each in assignments() if each.mood is Mood.REQUEST]

    assert [each.heading for each in asked] == ["Đề nghị UBMTTQVN tỉnh và các đoàn thể tỉnh"]
    assert asked[0] is assignments()[7]


def test_groups_with_a_single_task_are_printed_without_a_dash():
    bare = [number for number, each in enumerate(assignments(), 1) if each.items_mark == ""]

    assert bare == [6, 7]


@pytest.mark.parametrize(("key", "codes"), ROLES.items())
def test_a_task_has_the_roles_that_its_sentence_gives(key: str, codes: str):
    """Bodies that share a role follow one another; they count once here."""
    given = [each.role for each in task(key).responsibilities]
    runs = [role for at, role in enumerate(given) if at == 0 or given[at - 1] is not role]

    assert runs == [CODES[code] for code in codes.split()]


def test_every_task_is_in_the_table_of_roles():
    assert sorted(str(each.id) for each in tasks()) == sorted(ROLES)


def test_a_lead_is_printed_three_times_and_inferred_twice():
    leads = [
        (each.id, role.phrase, role.party)
        for each in tasks()
        for role in each.responsibilities
        if role.role is Role.LEAD
    ]

    assert leads == [
        ("1.2", "Chủ trì", None),
        ("1.4", "Chủ trì", None),
        ("1.5", "Chủ trì", None),
        ("2.1", None, Party("Sở Thông tin và Truyền thông")),
        ("11.4", None, Party("Sở Thông tin và Truyền thông")),
    ]


def test_every_phrase_stands_in_its_text():
    spoken = [
        (phrase, text)
        for value, text in walk(founding_plan())
        if (phrase := getattr(value, "phrase", None)) is not None
    ]

    assert len(spoken) > 80
    assert [phrase for phrase, text in spoken if phrase not in text] == []


def test_every_body_in_a_role_is_named_in_the_sentence():
    unnamed = [
        (each.id, party.name)
        for each in tasks()
        for role in each.responsibilities
        for party in (role.party, role.to)
        if party is not None and party.name not in each.text
    ]

    assert unnamed == []


def test_three_deadlines_in_the_whole_plan_have_a_day():
    dated = [value for value, _ in walk(founding_plan()) if isinstance(value, Before | By)]

    assert dated == [
        Before(datetime.date(2013, 4, 1), phrase="trước ngày 01/4/2013"),
        By(datetime.date(2013, 7, 10), phrase="(10/7/2013)"),
        By(datetime.date(2013, 12, 20), phrase="(20/12/2013)"),
    ]
    assert task("G1").deadline == dated[0]


def test_duties_are_standing_where_the_sentence_says_so():
    standing = {
        each.id: each.deadline.phrase for each in tasks() if isinstance(each.deadline, Standing)
    }

    assert standing == {
        "G6": "thường xuyên",
        "1.5": "thường xuyên",
        "3.1": "Tiếp tục",
        "3.3": "Thường xuyên",
        "4.1": "thường xuyên",
        "4.2": "Thường xuyên",
        "9.2": "thường xuyên",
        "10.4": "Duy trì",
        "11.2": "thường xuyên",
        "G5": None,
    }
    assert task("1.3").deadline == OnRequest("khi có yêu cầu")


def test_one_sentence_asks_for_two_reports():
    duties = [value for value, _ in walk(founding_plan()) if isinstance(value, ReportingDuty)]
    collector = Party("Sở Thông tin và Truyền thông")

    assert [each.name for each in duties[0].reporters] == [
        "Các Sở, ngành",
        "UBND huyện, thành phố Tân An",
        "các doanh nghiệp",
    ]
    assert (duties[0].receivers, duties[0].consolidator) == ((collector,), collector)
    assert [(due.id, due.name, due.period) for due in duties[0].dues] == [
        ("G2", "báo cáo sơ kết 06 tháng", Period.half(2013, 1)),
        ("G3", "tổng kết năm", Period.year(2013)),
    ]
    assert len(duties) == 1


def test_put_back_the_emendations_give_what_was_printed():
    """Nothing but the emended words differs in a paragraph that has emendations."""
    printed = " ".join(printed_lines(PRINTED.read_text(encoding="utf-8")))
    emended = [
        value
        for value, _ in walk(founding_plan())
        if isinstance(value, Task | Item) and value.emendations
    ]

    for node in emended:
        text = node.text
        for each in node.emendations:
            assert text.count(each.reading) == 1
            text = text.replace(each.reading, each.printed)
        assert text in printed
    assert [(each.printed, each.reading) for node in emended for each in node.emendations] == [
        (printed, reading) for _, printed, reading in EMENDED
    ]


def test_the_missing_full_stop_of_the_founding_text_is_not_supplied():
    third = founding_plan().sections[1].content[2]

    assert isinstance(third, Item)
    assert third.text.endswith("ở cấp xã")


def test_ten_recipients_and_the_archive_make_eleven_lines():
    plan = founding_plan()
    covered = {each.text: len(each.parties) for each in plan.recipients}

    assert len(plan.recipients) == 10
    assert plan.archive == "VT, M"
    assert covered["TT. TU, TT. HĐND tỉnh"] == 2
    assert covered["Các Sở, ngành liên quan"] == 8


def test_both_files_are_in_composed_unicode():
    for path in sorted(one for one in FOLDER.rglob("*") if one.is_file()):
        assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8")), path.name
