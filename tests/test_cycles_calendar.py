"""The calendar of a plan: what is due, by day, for each body, and nothing invented."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import kehoach
from kehoach.cycles import Calendar, CycleSettings, EntryKind, Key, plan_calendar
from kehoach.deadlines import (
    Ahead,
    By,
    Every,
    In,
    OnRequest,
    Period,
    Recurring,
    Settings,
    Standing,
    Undated,
    Unit,
    Within,
)
from kehoach.documents import PartialDate
from kehoach.errors import OutsideCalendar
from kehoach.files import dumps, fill_ids, loads
from kehoach.files.directory_file import load_directory
from kehoach.plan import (
    Annex,
    Assignment,
    GroupRow,
    Milestone,
    Party,
    Plan,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Task,
    TaskTable,
)
from kehoach.workdays import vietnam
from tests.strategies import plans

FOLDER = Path(__file__).parents[1] / "examples" / "long-an-2013"
VIETNAM = vietnam()
SO_TTTT = Party("Sở Thông tin và Truyền thông")
REPORTERS = ("Các Sở, ngành", "UBND huyện, thành phố Tân An", "các doanh nghiệp")
A, B = Party("Sở A"), Party("Sở B")


@pytest.fixture(scope="module")
def founding() -> Calendar:
    return plan_calendar(kehoach.load(FOLDER / "plan.yaml"), VIETNAM, year=2013)


def rows(calendar: Calendar) -> list[tuple[date | None, str, str | None]]:
    return [(one.day, one.key.duty, one.who.name if one.who else None) for one in calendar.entries]


def test_the_founding_plan_has_three_days_for_three_groups_and_nothing_else(founding):
    assert rows(founding) == [
        (day, key, name)
        for day, key in (
            (date(2013, 3, 31), "G1"),
            (date(2013, 7, 10), "G2"),
            (date(2013, 12, 20), "G3"),
        )
        for name in REPORTERS
    ]


def test_everything_in_the_founding_plan_goes_to_the_consolidator(founding):
    assert {one.to for one in founding.entries} == {(SO_TTTT,)}


def test_the_founding_plans_own_plan_deadline_tells_its_last_working_day(founding):
    first = founding.entries[0]

    assert first.kind is EntryKind.TASK
    assert first.last_working_day == date(2013, 3, 29)
    assert first.notes == (
        "ngày làm việc cuối: thứ Sáu 29/3",
        "ngày làm việc kế tiếp: thứ Hai 01/4",
        "cách đọc: không kể ngày 01/4, ngày ấn định không chuyển",
    )
    assert not first.provisional


def test_the_founding_reports_tell_their_data_and_the_year_end_doubt(founding):
    half, year = founding.entries[3], founding.entries[6]

    assert (half.kind, half.text) == (EntryKind.REPORT, "báo cáo sơ kết 06 tháng")
    assert half.notes == ("số liệu từ 01/01/2013 đến 30/6/2013",)
    assert year.notes == (
        "hạn gửi 20/12/2013 trước khi chốt số liệu 31/12/2013",
        "số liệu từ 01/01/2013 đến 31/12/2013",
    )
    assert [one.code for one in founding.findings] == ["cycle.due-before-cut-off"]


def test_what_waits_for_a_request_is_listed_without_a_day(founding):
    assert [(one.key.duty, one.day) for one in founding.undated] == [("1.3", None)]
    assert founding.undated[0].notes == (
        "khi có yêu cầu → chưa có ngày: chưa có yêu cầu được ghi nhận",
    )


def test_with_its_directory_the_founding_plan_names_each_body_but_the_consolidator():
    directory = load_directory(FOLDER / "directory.yaml")
    calendar = plan_calendar(kehoach.load(FOLDER / "plan.yaml"), VIETNAM, directory)
    reporting = [one for one in calendar.entries if one.key.duty == "G2"]
    ids = [one.who.id for one in reporting if one.who]

    assert len(ids) == len(set(ids)) > 20
    assert "so-nv" in ids
    assert "so-tttt" not in ids
    assert {one.code for one in calendar.findings} >= {
        "cycle.due-before-cut-off",
        "directory.group-doubtful",
        "directory.group-open",
    }


def plan_of(*content: object, **changes: object) -> Plan:
    given_: dict[str, object] = {"period": Period.year(2013), "date": date(2013, 3, 19)}
    section = Section("NHIỆM VỤ", content)  # type: ignore[arg-type]
    return Plan("Thử", sections=(section,), **{**given_, **changes})  # type: ignore[arg-type]


def task(deadline: object, **changes: object) -> Task:
    return Task(**{"text": "Làm.", "id": "1", "deadline": deadline, **changes})  # type: ignore[arg-type]


def days(plan: Plan, **given_: object) -> list[date | None]:
    return [one.day for one in plan_calendar(plan, VIETNAM, **given_).entries]  # type: ignore[arg-type]


def test_entries_stand_by_day_and_then_as_in_the_plan():
    late, early = task(By(date(2013, 9, 2)), id="1"), task(By(date(2013, 5, 2)), id="2")
    twin = task(By(date(2013, 5, 2)), id="3")
    calendar = plan_calendar(plan_of(late, early, twin), VIETNAM)

    assert [one.key.duty for one in calendar.entries] == ["2", "3", "1"]
    assert [(day, len(entries)) for day, entries in calendar.days] == [
        (date(2013, 5, 2), 2),
        (date(2013, 9, 2), 1),
    ]


def test_a_holiday_is_told_beside_the_day():
    (entry,) = plan_calendar(plan_of(task(By(date(2013, 9, 2)))), VIETNAM).entries

    assert entry.notes[:2] == (
        "ngày làm việc cuối: thứ Sáu 30/8",
        "ngày làm việc kế tiếp: thứ Ba 03/9",
    )


@pytest.mark.parametrize("deadline", [None, Standing("thường xuyên")])
def test_a_standing_duty_or_one_without_deadline_is_in_no_list(deadline):
    calendar = plan_calendar(plan_of(task(deadline)), VIETNAM)

    assert calendar.entries == calendar.undated == ()


@pytest.mark.parametrize(
    "deadline",
    [Within(5, "nhận được văn bản"), Ahead(3, "cuộc họp"), OnRequest(None), Undated("ngay")],
)
def test_a_duty_without_a_known_day_waits(deadline):
    calendar = plan_calendar(plan_of(task(deadline)), VIETNAM, year=2014)

    assert calendar.entries == ()
    assert len(calendar.undated) == 1


def test_a_recorded_event_brings_the_day():
    plan = plan_of(task(Within(5, "nhận được văn bản")))
    events = {"nhận được văn bản": date(2013, 3, 19)}

    assert days(plan, settings=CycleSettings(events=events)) == [date(2013, 3, 26)]


def test_readings_reach_the_tasks():
    plan = plan_of(task(By(date(2013, 3, 31))))
    rolling = CycleSettings(reading=Settings(fixed_days_roll=True))

    assert days(plan, settings=rolling) == [date(2013, 4, 1)]


def test_a_recurring_task_is_due_in_every_period_since_the_plan_was_made():
    plan = plan_of(task(Recurring(Every.MONTH, 15)))
    calendar = plan_calendar(plan, VIETNAM)

    assert [one.day for one in calendar.entries] == [date(2013, m, 15) for m in range(4, 13)]
    assert calendar.entries[0].key == Key("1", Period.month(2013, 4))
    assert calendar.entries[0].uid == "1@2013-04-01..2013-04-30/"


@pytest.mark.parametrize("made", [None, PartialDate(2013, 3)])
def test_a_plan_whose_day_is_not_known_recurs_in_its_whole_period(made):
    assert len(days(plan_of(task(Recurring(Every.MONTH, 15)), date=made))) == 12


def test_without_a_period_what_recurs_does_so_in_the_year_asked_for():
    plan = plan_of(task(Recurring(Every.QUARTER, 15)), period=None)

    assert days(plan, year=2014) == [date(2014, m, 15) for m in (3, 6, 9, 12)]
    assert days(plan) == []
    assert len(plan_calendar(plan, VIETNAM).undated) == 1


def test_a_report_that_recurs_without_any_period_waits():
    duty = ReportingDuty("Báo cáo.", id="BC", cycle=Recurring(Every.QUARTER, 15))

    (entry,) = plan_calendar(plan_of(duty, period=None), VIETNAM).undated

    assert (entry.text, entry.key) == ("báo cáo", Key("BC"))


def test_a_year_keeps_its_own_days():
    plan = plan_of(
        task(By(date(2013, 12, 31)), id="1"),
        task(In(Period(date(2013, 1, 1), date(2014, 6, 30))), id="2"),
        ReportingDuty("Báo cáo.", id="BC", cycle=Recurring(Every.YEAR, 10, following=True)),
    )

    assert days(plan, year=2013) == [date(2013, 12, 31)]
    assert days(plan, year=2014) == [date(2014, 1, 10), date(2014, 6, 30)]
    assert len(days(plan)) == 3


def test_milestones_are_entries_of_their_own():
    whole = task(
        By(date(2013, 12, 1)),
        milestones=(
            Milestone("Dự thảo", By(date(2013, 6, 3)), "1-m"),
            Milestone("Lấy ý kiến", By(date(2013, 9, 3))),
            Milestone("Không hạn"),
        ),
    )
    calendar = plan_calendar(plan_of(Assignment((A,), (whole,))), VIETNAM)

    assert [(one.kind, one.text, one.key.duty) for one in calendar.entries] == [
        (EntryKind.MILESTONE, "Dự thảo", "1-m"),
        (EntryKind.MILESTONE, "Lấy ý kiến", "moc-vc4x2w"),
        (EntryKind.TASK, "Làm.", "1"),
    ]
    assert {one.who for one in calendar.entries} == {A}


@pytest.mark.parametrize(
    ("roles", "assignees", "expected"),
    [
        ((), (A, B), [A, B]),
        ((Responsibility(Role.LEAD, B),), (A,), [B]),
        ((Responsibility(Role.LEAD),), (A,), [A]),
        ((Responsibility(Role.COORDINATE, B),), (A,), [A]),
        ((Responsibility(Role.IMPLEMENT, A), Responsibility(Role.COORDINATE, B)), (), [A]),
        ((Responsibility(Role.IMPLEMENT),), (), [None]),
        ((), (), [None]),
    ],
)
def test_who_owes_a_task(roles, assignees, expected):
    one = task(By(date(2013, 5, 2)), responsibilities=roles)
    node = Assignment(assignees, (one,)) if assignees else one

    assert [entry.who for entry in plan_calendar(plan_of(node), VIETNAM).entries] == expected


def test_a_task_goes_to_whom_its_roles_name():
    one = task(By(date(2013, 5, 2)), responsibilities=(Responsibility(Role.SUBMIT, to=B),))
    (entry,) = plan_calendar(plan_of(Assignment((A,), (one,))), VIETNAM).entries

    assert entry.to == (B,)


def test_tasks_in_tables_annexes_and_inner_sections_are_found():
    due = By(date(2013, 5, 2))
    table = TaskTable((GroupRow("I"), task(due, id="bảng")))
    inner = Section("Trong", (task(due, id="trong"),))
    annex = Annex("Phụ lục", (task(due, id="phụ lục"),))
    calendar = plan_calendar(plan_of(table, inner, annexes=(annex,)), VIETNAM)

    assert [one.key.duty for one in calendar.entries] == ["bảng", "trong", "phụ lục"]


def test_duties_without_ids_have_the_keys_that_ids_written_later_give():
    due = By(date(2013, 5, 2))
    plan = plan_of(task(due, id=None), task(due, id=None), task(due, id=None))
    keys = [one.key.duty for one in plan_calendar(plan, VIETNAM).entries]

    assert len(set(keys)) == 3
    assert all(key.startswith("nv-") for key in keys)
    assert plan_calendar(loads(fill_ids(dumps(plan))[0]), VIETNAM) == plan_calendar(plan, VIETNAM)


def test_duties_with_one_id_have_keys_that_differ():
    due = By(date(2013, 5, 2))
    plan = plan_of(task(due, id="1"), task(due, id="1"))

    assert [one.key.duty for one in plan_calendar(plan, VIETNAM).entries] == ["1", "1#2"]


def test_a_duty_whose_reporters_are_all_left_out_gives_no_entry():
    due = ReportDue("Báo cáo", By(date(2013, 5, 2)))
    own = ReportingDuty("Báo cáo.", reporters=(A,), consolidator=A, dues=(due,))
    nobody = ReportingDuty("Báo cáo.", dues=(due,))

    assert days(plan_of(own)) == []
    assert [one.who for one in plan_calendar(plan_of(nobody), VIETNAM).entries] == [None]


def test_provisional_days_are_marked():
    plan = plan_of(task(By(date(2027, 5, 4))), date=None)
    (entry,) = plan_calendar(plan, VIETNAM).entries

    assert entry.provisional
    assert entry.notes == ("dự kiến: ngày nghỉ năm 2027 chưa quyết định hết",)


def test_an_hour_is_kept():
    rule = Recurring(Every.WEEK, 5, strict=True, hour="16:00")
    first, *_ = plan_calendar(plan_of(task(rule)), VIETNAM).entries

    assert (first.day, first.hour) == (date(2013, 3, 22), "16:00")


def test_a_rolled_period_tells_its_law():
    (entry,) = plan_calendar(
        plan_of(task(Within(12, date(2013, 3, 19), Unit.DAY))), VIETNAM
    ).entries

    assert entry.day == date(2013, 4, 1)
    assert entry.notes == (
        "ngày làm việc kế tiếp: thứ Hai 01/4 (Bộ luật Dân sự 2005, Điều 153 khoản 5)",
    )


def test_a_day_outside_the_calendar_is_refused():
    with pytest.raises(OutsideCalendar):
        plan_calendar(plan_of(task(By(date(2101, 2, 1)))), VIETNAM)


def test_a_calendar_travels_between_processes(founding):
    assert pickle.loads(pickle.dumps(founding)) == founding  # noqa: S301 - our own bytes


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_any_plan_has_a_calendar_sorted_with_unique_entries(plan):
    try:
        calendar = plan_calendar(plan, VIETNAM)
    except OutsideCalendar:
        return

    listed = [one.day for one in calendar.entries]
    assert None not in listed
    assert listed == sorted(listed)  # type: ignore[type-var]
    assert calendar == plan_calendar(plan, VIETNAM)
    for year in {one.year for one in listed if one}:
        part = plan_calendar(plan, VIETNAM, year=year) if plan.period else None
        if part:
            kept = [one for one in calendar.entries if one.day and one.day.year == year]
            assert part.entries == tuple(kept)
    named = [(one.key, one.who) for one in (*calendar.entries, *calendar.undated)]
    assert len(named) == len(set(named))
