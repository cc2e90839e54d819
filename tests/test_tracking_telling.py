"""Tables and sentences for screens and papers."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import given

from kehoach.tracking import EventKind, assess, body_of, figures_by
from kehoach.tracking.events import correction
from kehoach.tracking.telling import (
    figures_table,
    history,
    names_of,
    overdue_table,
    status_table,
)
from kehoach.workdays import vietnam
from tests.support.tracking import assigned, event, instant, obligation, provinces

ON = datetime.date(2013, 7, 15)
JULY = datetime.date(2013, 7, 1)


def progress(*events):
    return assess(events, on=ON, calendar=vietnam())


def test_the_table_of_bodies_ends_with_its_total():
    works = [obligation("1@a", name="Sở A"), obligation("2@b", name="Sở B", due=None)]
    found = progress(*map(assigned, works))
    table = figures_table(figures_by(found, body_of), names_of(found))

    assert [row[:4] for row in table[1:]] == [
        ("1", "Sở A", "1", "0"),
        ("2", "Sở B", "1", "0"),
        ("", "Tổng số", "2", "0"),
    ]
    assert table[1][8:] == ("1", "0", "0,0%", "–")
    assert table[2][8:] == ("0", "1", "–", "–")


def test_a_status_tells_its_day_and_the_days_left():
    one = obligation(due=datetime.date(2013, 7, 10))
    asked = event(EventKind.EXTENSION_ASKED, JULY, one, due=datetime.date(2013, 7, 31))
    granted = event(EventKind.EXTENSION_GRANTED, JULY, one, due=datetime.date(2013, 7, 31))

    (row,) = status_table(progress(assigned(one), asked, granted))[1:]

    assert row[4:] == (
        "31/7/2013 (hạn đầu 10/7/2013)",
        "chưa thực hiện, trong hạn",
        "còn 16 ngày (12 ngày làm việc)",
    )


def test_what_has_no_day_tells_its_kind():
    (row,) = status_table(progress(assigned(obligation("1@?", due=None))))[1:]

    assert row[3:] == ("chưa phân công", "không thời hạn", "chưa phân công, không hạn", "")


def test_the_overdue_list_has_the_longest_first():
    works = [obligation("1@a", due=JULY), obligation("2@b", due=datetime.date(2013, 6, 3))]

    assert [row[4:] for row in overdue_table(progress(*map(assigned, works)))[1:]] == [
        ("03/6/2013", "42", "30"),
        ("01/7/2013", "14", "10"),
    ]


def test_a_history_marks_what_was_corrected():
    wrong = event(EventKind.PROGRESSED, JULY, figure=Decimal(90), note=None)
    gone = event(EventKind.REMINDED, JULY, note=None)
    fixed = correction(wrong, by="vp", at=instant(ON), note="nhập sai", figure=Decimal(9))
    voided = correction(gone, by="vp", at=instant(ON), note="nhầm đơn vị", void=True)

    lines = history([assigned(), wrong, gone, fixed, voided])

    assert lines[1:] == (
        "01/7/2013: cập nhật tiến độ, số liệu 90 (vp) [đã đính chính]",
        "01/7/2013: đôn đốc (vp) [đã hủy]",
        "01/7/2013: đính chính, số liệu 9, nhập sai (vp)",
        "01/7/2013: đính chính, nhầm đơn vị (vp)",
    )
    assert fixed.day == wrong.day


@given(provinces())
def test_every_table_is_a_rectangle(events):
    found = progress(*events)
    tables = (
        figures_table(figures_by(found, body_of)),
        status_table(found),
        overdue_table(found),
    )

    for table in tables:
        assert {len(row) for row in table} == {len(table[0])}
    assert len(status_table(found)) == len(found) + 1
    assert len(history(events)) == len(events)
