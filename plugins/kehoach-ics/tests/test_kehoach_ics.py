"""The calendar file, read back with another library than the one that wrote it."""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
import vobject
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from kehoach_ics import by_body, of_calendar, of_progress
from kehoach_ics.plugin import kehoach_exporters, write_calendar, write_progress

from kehoach import export, export_many
from kehoach.cycles import Calendar, Entry, EntryKind, Key
from kehoach.deadlines import Before, By
from kehoach.exporting import Sources, progress_of
from kehoach.plan import Assignment, Party, Plan, Section, Task
from kehoach.plan.nodes import ReportDue, ReportingDuty
from kehoach.rules import rulebook
from kehoach.testing import check_exporter, sample_progresses
from kehoach.tracking import (
    Duty,
    DutyKind,
    Event,
    EventKind,
    Progress,
    State,
    Status,
    assess,
    obligations,
    revision,
)
from kehoach.tracking.revising import Recorder
from kehoach.vietnamese import is_clean
from kehoach.workdays import vietnam

DUE = datetime.date(2026, 7, 10)
ON = datetime.date(2026, 7, 1)
GIVEN = datetime.date(2026, 3, 19)
HANOI = datetime.timezone(datetime.timedelta(hours=7))
RULES = rulebook("nd30-2020")
PLAN = Plan(
    "Chuyển đổi số",
    date=GIVEN,
    sections=(
        Section(
            "PHÂN CÔNG",
            (
                Assignment(
                    (Party("Sở Nội vụ", id="so-nv"),),
                    (Task("Lập danh mục; gửi trước.", id="1", deadline=By(DUE)),),
                ),
                ReportingDuty(
                    "Báo cáo",
                    id="bc",
                    reporters=(Party("Sở Tài chính", id="so-tc"),),
                    dues=(ReportDue("Báo cáo 6 tháng", By(DUE, hour="16:00"), id="bc6"),),
                ),
            ),
        ),
    ),
)


def at(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(9), HANOI)


def written(progress: Progress) -> bytes:
    stream = io.BytesIO()
    write_progress(progress, RULES, stream)
    return stream.getvalue()


def read(data: bytes) -> Any:
    """The calendar as vobject reads it; one that RFC 5545 forbids raises."""
    calendar = vobject.readOne(data.decode())
    calendar.validate()
    return calendar


def after(*events: Event, plan: Plan = PLAN) -> Progress:
    """The progress of the plan after these events."""
    given_ = revision((), obligations(plan, None, vietnam()), Recorder("vp", GIVEN, at(GIVEN)))
    return assess((*given_, *events), on=ON, calendar=vietnam())


def told(kind: EventKind, key: str = "1@so-nv", **details: Any) -> Event:
    plan = after().items[0].plan
    return Event(plan, key, kind, ON, "vp", at(ON), **{"note": "có lý do", **details})


def one(progress: Progress, kind: str = "vevent", key: str = "1@so-nv") -> Any:
    """The component of one obligation."""
    (status,) = (each for each in progress if each.key == key)
    alone = evolve(progress, items=(status,))
    (found,) = read(written(alone)).contents[kind]
    return found


@pytest.mark.parametrize("exporter", kehoach_exporters(), ids=lambda exporter: exporter.name)
def test_the_exporter_keeps_the_contract(exporter):
    check_exporter(exporter)


def test_a_plan_becomes_a_calendar_file(tmp_path):
    path = export(PLAN, tmp_path / "lich.ics", on=ON)

    calendar = read(path.read_bytes())
    assert [each.summary.value for each in calendar.vevent_list] == [
        "Sở Nội vụ: Lập danh mục; gửi trước.",
        "Sở Tài chính: Báo cáo 6 tháng",
    ]
    assert len(calendar.vtodo_list) == 2


def test_a_day_without_an_hour_is_a_whole_day_and_rings_at_eight_in_the_morning():
    event, todo = one(after()), one(after(), "vtodo")
    alarms = [each.trigger.value for each in event.valarm_list]
    eight = datetime.timedelta(hours=8)

    assert (event.dtstart.value, todo.due.value) == (DUE, DUE)
    assert alarms == [eight - datetime.timedelta(days=days) for days in (7, 3, 1)]
    assert [each.trigger.value for each in todo.valarm_list] == alarms
    assert todo.valarm_list[0].trigger.related_param == "END"


def test_an_hour_stands_in_the_zone_of_vietnam_which_the_file_describes():
    progress = after()
    event = one(progress, key="bc6@so-tc")
    zone = read(written(progress)).vtimezone_list[0]

    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Asia/Ho_Chi_Minh"]
    assert event.dtstart.value.utcoffset() == datetime.timedelta(hours=7)
    assert event.dtstart.value.replace(tzinfo=None) == datetime.datetime(2026, 7, 10, 16)  # noqa: DTZ001
    assert [each.trigger.value.days for each in event.valarm_list] == [-7, -3, -1]
    assert zone.tzid.value == "Asia/Ho_Chi_Minh"


def test_the_description_holds_the_whole_text_and_who_does_what():
    description = one(after()).description.value.split("\n")

    assert description[0] == "Lập danh mục; gửi trước."
    assert "Thực hiện: Sở Nội vụ" in description
    assert "Khóa: 1@so-nv" in description


def test_a_change_keeps_the_uid_and_counts_the_sequence_up():
    before = one(after())
    moved = one(after(told(EventKind.REDATED, due=datetime.date(2026, 8, 3))))

    assert moved.uid.value == before.uid.value
    assert (before.sequence.value, moved.sequence.value) == ("0", "1")
    assert moved.dtstart.value == datetime.date(2026, 8, 3)


def test_what_was_withdrawn_is_cancelled_on_its_old_day_and_rings_no_more():
    progress = after(told(EventKind.WITHDRAWN))
    event, todo = one(progress), one(progress, "vtodo")

    assert (event.status.value, todo.status.value) == ("CANCELLED", "CANCELLED")
    assert (event.dtstart.value, event.sequence.value) == (DUE, "1")
    assert event.summary.value.startswith("Đã thu hồi: ")
    assert "valarm" not in event.contents


def test_what_lost_its_day_is_cancelled_too():
    from kehoach.tracking import Term  # noqa: PLC0415 - here alone

    event = one(after(told(EventKind.REDATED, term=Term.NONE)))

    assert (event.status.value, event.dtstart.value) == ("CANCELLED", DUE)


def test_what_is_done_is_completed_and_rings_no_more():
    progress = after(told(EventKind.SUBMITTED), told(EventKind.ACCEPTED))
    todo = one(progress, "vtodo")

    assert (todo.status.value, todo.percent_complete.value) == ("COMPLETED", "100")
    assert todo.completed.value == datetime.datetime(2026, 6, 30, 17, tzinfo=datetime.UTC)
    assert "valarm" not in todo.contents
    assert one(progress).status.value == "CONFIRMED"


def test_what_was_begun_is_in_process_with_its_per_cent():
    todo = one(after(told(EventKind.PROGRESSED, figure=Decimal("62.5"))), "vtodo")

    assert (todo.status.value, todo.percent_complete.value) == ("IN-PROCESS", "62")


def test_what_has_no_day_is_left_out():
    undated = evolve(PLAN, sections=(Section("A", (Task("Thường xuyên.", id="1"),)),))

    assert list(of_progress(after(plan=undated))) == []
    assert b"BEGIN:VEVENT" not in written(after(plan=undated))


def test_the_day_of_telling_is_the_stamp_and_no_clock_is_read():
    event = one(after())

    assert event.dtstamp.value == datetime.datetime(2026, 6, 30, 17, tzinfo=datetime.UTC)
    assert written(after()) == written(after())


def test_every_uid_stands_once():
    calendar = read(written(sample_progresses()["whole"]))
    uids = [each.uid.value for each in (*calendar.vevent_list, *calendar.vtodo_list)]

    assert len(set(uids)) == len(uids)


def test_a_calendar_of_a_plan_has_its_dated_entries():
    entry = Entry(
        DUE, EntryKind.REPORT, "Báo cáo", Party("Sở Nội vụ"), (), ("hạn thứ Sáu",), True, Key("b"),
        hour="16 giờ",
    )  # fmt: skip
    calendar = Calendar("Chuyển đổi số", 2026, (entry, evolve(entry, day=None)), (), ())
    stream = io.BytesIO()
    write_calendar(calendar, RULES, stream)
    (event,) = read(stream.getvalue()).vevent_list

    assert len(list(of_calendar(calendar))) == 1
    assert event.dtstart.value == DUE  # the hour is not one that a clock shows
    assert event.description.value.split("\n")[-2:] == ["hạn thứ Sáu", "Tạm tính"]


def test_each_body_gets_a_file_of_its_own(tmp_path):
    result = export_many(by_body(after()), tmp_path, format="ics")

    assert [path.name for path in result.written] == ["Sở Nội vụ.ics", "Sở Tài chính.ics"]
    assert len(read(result.written[0].read_bytes()).vevent_list) == 1


def test_bodies_of_one_name_get_names_of_their_own():
    first, second = after().items
    twins = Progress(
        ON, (first, evolve(second, name="sở nội vụ"), evolve(second, body="x", name=""))
    )

    assert list(by_body(twins)) == ["Sở Nội vụ", "sở nội vụ 2", "chưa phân công"]


@given(st.text(max_size=200).filter(is_clean))
def test_any_text_comes_back_and_adds_no_line_of_its_own(text):
    (status,) = sample_progresses()["long"].items[:1]
    duty = Duty("1", DutyKind.TASK, text)
    progress = Progress(ON, (evolve(status, duty=duty, name=text or "a"),))
    lines = written(progress).split(b"\r\n")

    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"BEGIN:VTODO") == 1
    (event,) = read(written(progress)).vevent_list
    assert event.description.value.startswith(text)


def test_a_longer_text_is_cut_in_the_summary_alone():
    status: Status = sample_progresses()["long"].items[0]
    long = evolve(status, duty=evolve(status.duty, text="việc " * 200), state=State.ASSIGNED)
    (event,) = read(written(Progress(ON, (long,)))).vevent_list

    assert len(event.summary.value) <= 120
    assert event.summary.value.endswith(" …")


def test_listing_plugins_loads_no_icalendar():
    code = (
        "import sys; from kehoach.cli.main import run; run(['--help']); run(['plugins', '--json']);"
        "sys.exit('icalendar' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert b'"kehoach-ics"' in done.stdout


def test_a_reminder_of_a_day_before_the_deadline_keeps_its_phrase():
    phrase = "trước ngày 10/7/2026"
    task = Task("Gửi trước ngày 10/7/2026.", id="1", deadline=Before(DUE, phrase=phrase))
    progress = progress_of(evolve(PLAN, sections=(Section("A", (task,)),)), Sources(on=ON))

    assert f"Thời hạn: {phrase}" in next(iter(of_progress(progress))).description
