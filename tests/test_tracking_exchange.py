"""Tables of other trackers: read into events, rejected with reasons, written back."""

from __future__ import annotations

import csv
import datetime
import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import InvalidMapping
from kehoach.tracking import Recorder, State, Timeliness, assess
from kehoach.tracking.exchange import (
    FIELDS,
    csv_text,
    read_csv,
    read_mapping,
    read_table,
    write_table,
)
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.transfer import import_events
from kehoach.vietnamese import fold
from kehoach.workdays import vietnam
from tests.support.tracking import instant

DAY = datetime.date(2013, 7, 31)
RECORDER = Recorder("vp", DAY, instant(DAY), reason="nhập từ hệ thống cũ")
MAPPING_TEXT = """
dates = "dmy"
[columns]
key = "Mã NV"
text = "Nội dung"
body = "Chủ trì"
assigned_on = "Ngày giao"
due = "Hạn"
state = "Trạng thái"
done_on = "Ngày xong"
[states]
"Chưa nhận" = "assigned"
"Đã nhận" = "acknowledged"
"Đang làm" = "in_progress"
"Chờ duyệt" = "submitted"
"Xong" = "done"
"Hủy" = "withdrawn"
"""
MAPPING = read_mapping(MAPPING_TEXT)
TITLES = ("Mã NV", "Nội dung", "Chủ trì", "Ngày giao", "Hạn", "Trạng thái", "Ngày xong")
ROWS = (
    ("1", "Gửi kế hoạch", "Sở Nội vụ", "19/3/2013", "10/7/2013", "Chưa nhận", ""),
    ("2", "Báo cáo", "Sở Tài chính", "19/3/2013", "10/7/2013", "Xong", "09/7/2013"),
    ("3", "Tuyên truyền", "Sở Y tế", "19/3/2013", "", "Đang làm", ""),
)


def read(rows, titles=TITLES):
    return read_table(titles, rows, MAPPING, "cu-2013", RECORDER)


def statuses(events):
    return assess(events, on=DAY, calendar=vietnam()).items


def test_each_row_becomes_the_events_that_bring_it_about():
    found = read(ROWS)

    assert found.rejected == ()
    assert [(one.key, one.state, one.timeliness) for one in statuses(found.events)] == [
        ("1@so-noi-vu", State.ASSIGNED, Timeliness.OVERDUE),
        ("2@so-tai-chinh", State.DONE, Timeliness.ON_TIME),
        ("3@so-y-te", State.IN_PROGRESS, Timeliness.NO_TERM),
    ]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Chờ duyệt", State.SUBMITTED),
        ("Hủy", State.WITHDRAWN),
        ("đang làm", State.IN_PROGRESS),
        ("Đã nhận", State.ACKNOWLEDGED),
    ],
)
def test_their_words_become_our_states(word, state):
    row = (*ROWS[0][:5], word, "")
    (one,) = statuses(read([row]).events)

    assert one.state is state
    assert fold(MAPPING.word_of(state)) == fold(word)


def test_a_day_of_completion_alone_means_done():
    (one,) = statuses(read([(*ROWS[0][:5], "", "09/7/2013")]).events)

    assert (one.state, one.done_on) == (State.DONE, datetime.date(2013, 7, 9))


def test_a_table_survives_reading_and_writing():
    titles, *rows = write_table(statuses(read(ROWS).events), MAPPING)

    assert (titles, tuple(rows)) == (TITLES, ROWS)


def test_a_table_goes_through_the_ledger_and_twice_adds_nothing(tmp_path):
    with Ledger(tmp_path / "a.db") as ledger:
        first = import_events(ledger, read(ROWS).events)
        second = import_events(ledger, read(ROWS).events)

        _, *rows = write_table(ledger.progress(DAY, vietnam()), MAPPING)
    assert (first.added, second.added, second.repeated) == (6, 0, 6)
    assert tuple(rows) == ROWS


@pytest.mark.parametrize(
    ("place", "cell", "reason"),
    [
        (1, "", "thiếu nội dung"),
        (2, "", "thiếu đơn vị"),
        (3, "hôm qua", "Ngày giao: “hôm qua” không phải là ngày"),
        (4, "31/2/2013", "không phải là ngày"),
        (5, "Bí mật", "không biết trạng thái “Bí mật”"),
        (3, "01/01/2014", "after the day of recording"),
    ],
)
def test_a_row_that_gives_nothing_is_rejected_with_its_reason(place, cell, reason):
    wrong = list(ROWS[0])
    wrong[place] = cell
    found = read([ROWS[1], wrong, (), ROWS[2]])

    assert [one.row for one in found.rejected] == [2]
    assert reason in found.rejected[0].reason
    assert len(statuses(found.events)) == 2


def test_a_row_that_is_there_twice_is_rejected_the_second_time():
    found = read([ROWS[0], ROWS[0]])

    assert [(one.row, "trùng" in one.reason) for one in found.rejected] == [(2, True)]


def test_cells_of_a_sheet_may_be_days_and_numbers():
    row = (7, "Làm", "Sở Y tế", datetime.datetime(2013, 3, 19), DAY, None, None)  # noqa: DTZ001
    (one,) = statuses(read([row]).events)

    assert (one.key, one.assigned_on, one.due) == (
        "7@so-y-te",
        datetime.date(2013, 3, 19),
        DAY,
    )


def test_titles_are_found_whatever_their_case_and_accents():
    assert len(read(ROWS, [title.upper() for title in TITLES]).events) == 6


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(InvalidMapping, match="no column 'Hạn'"):
        read(ROWS, TITLES[:4])


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_read_with_any_usual_separator(mark):
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark).writerows([TITLES, *ROWS])

    found = read_csv("\ufeff" + stream.getvalue(), MAPPING, "cu-2013", RECORDER)

    assert found == read(ROWS)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[columns", "file"),
        ("x = 1", "x"),
        ('[columns]\ntext = "a"', "columns.body"),
        ('[columns]\ntext = "a"\nbody = "b"\nhạn = "c"', "file"),
        ('[columns]\ntext = "a"\nbody = "b"\nterm = "c"', "columns.term"),
        ('[columns]\ntext = "a"\nbody = "b"\n[states]\n"x" = "refused"', "states.x"),
        ('dates = "mdy"\n[columns]\ntext = "a"\nbody = "b"', "dates"),
    ],
)
def test_a_faulty_mapping_names_its_key(text, where):
    with pytest.raises(InvalidMapping) as caught:
        read_mapping(text, "map.toml")

    assert (caught.value.source, caught.value.where) == ("map.toml", where)


def test_a_mapping_writes_iso_days_and_papers_where_asked():
    mapping = read_mapping(
        'dates = "iso"\n[columns]\ntext = "T"\nbody = "B"\ndue = "D"\n'
        'paper_number = "P"\nnote = "N"'
    )
    table = list(write_table(statuses(read(ROWS[:1]).events), mapping, {"1@so-noi-vu": "5/BC"}))

    assert table[1] == ("Gửi kế hoạch", "Sở Nội vụ", "2013-07-10", "5/BC", "")


def test_csv_for_excel_has_its_mark_and_no_formulas():
    text = csv_text([("Nội dung",), ("=1+1",), ("a,b",)])

    assert text == '\ufeffNội dung\r\n\'=1+1\r\n"a,b"\r\n'


_CELLS = st.none() | st.text(max_size=8) | st.dates() | st.integers()


@given(
    st.lists(
        st.tuples(*(_CELLS for _ in TITLES)),
        max_size=4,
    )
)
def test_any_cells_give_events_or_a_reason(rows):
    found = read(rows)

    filled = sum(any(cell not in (None, "") and str(cell).strip() for cell in row) for row in rows)
    assert len({one.obligation for one in found.events}) + len(found.rejected) == filled


def test_every_field_can_be_mapped_and_written():
    columns = "\n".join(f'{name} = "{name}"' for name in FIELDS)
    mapping = read_mapping(f"[columns]\n{columns}")

    (titles,) = write_table((), mapping)
    assert titles == FIELDS


def test_assessing_loads_no_database():
    code = "import kehoach.tracking, sys; print({'sqlalchemy', 'pendulum'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stdout.strip() == "set()"
