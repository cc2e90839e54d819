"""The return form: what it offers, and how it comes back as events."""

from __future__ import annotations

import datetime
import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from attrs import evolve
from kehoach_xlsx import Rejected, read_form
from kehoach_xlsx import reading as room
from kehoach_xlsx.form_columns import KINDS, TITLES
from kehoach_xlsx.plugin import kehoach_exporters, write_form

from kehoach.errors import ReadError
from kehoach.plan import Role
from kehoach.rules import rulebook
from kehoach.testing import check_exporter, sample_progresses
from kehoach.tracking import (
    Duty,
    DutyKind,
    EventKind,
    Obligation,
    Paper,
    Progress,
    Recorder,
    State,
    Term,
    assess,
    revision,
)
from kehoach.tracking.ledger import Ledger
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from pathlib import Path

GIVEN, TODAY = datetime.date(2026, 3, 19), datetime.date(2026, 7, 15)
HANOI = datetime.timezone(datetime.timedelta(hours=7))
PLAN = "kh-2026"
RECORDER = Recorder("vp", TODAY, datetime.datetime(2026, 7, 15, 9, tzinfo=HANOI))
BEGIN = Recorder("vp", GIVEN, datetime.datetime(2026, 3, 19, 9, tzinfo=HANOI))


def obligation(key: str, kind: DutyKind = DutyKind.TASK) -> Obligation:
    node, _, body = key.partition("@")
    due = None if kind is DutyKind.TARGET else datetime.date(2026, 8, 3)
    return Obligation(
        PLAN, key, Duty(node, kind, f"Việc {node}"), body, f"Sở {body}", Role.LEAD,
        term=Term.DATED if due else Term.NONE, due=due,
    )  # fmt: skip


ASKED = (obligation("1@a"), obligation("2@b"), obligation("ct@a", DutyKind.TARGET))
EVENTS = revision((), ASKED, BEGIN)
PROGRESS = assess(EVENTS, on=TODAY, calendar=vietnam())


def form(progress: Progress = PROGRESS) -> bytes:
    stream = io.BytesIO()
    write_form(progress, rulebook("nd30-2020"), stream)
    return stream.getvalue()


def filled(*rows: dict[str, Any]) -> bytes:
    """The form with these cells filled in, row by row from the first obligation."""
    book = openpyxl.load_workbook(io.BytesIO(form()))
    sheet = book.worksheets[0]
    for number, cells in enumerate(rows, 2):
        for title, value in cells.items():
            sheet.cell(number, TITLES.index(title) + 1).value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def reason(**cells: Any) -> str:
    """Why the first row is rejected when it is filled in like this."""
    names = {"viec": "Việc báo", "ngay": "Ngày", "so": "Số liệu", "vb": "Số văn bản",
             "ngay_vb": "Ngày văn bản", "den": "Xin gia hạn đến", "ghi": "Ghi chú, lý do",
             "khoa": "Khóa"}  # fmt: skip
    row = {"viec": "bắt đầu", "ngay": TODAY, **cells}
    read = read_form(
        filled({names[name]: value for name, value in row.items()}), PROGRESS, RECORDER
    )

    assert read.events == ()
    (rejected,) = read.rejected
    assert rejected.row == 2
    return rejected.reason


def test_the_exporter_keeps_the_contract():
    check_exporter(kehoach_exporters()[1])


def test_the_form_lists_what_is_open_with_lists_to_choose_from():
    sheet = openpyxl.load_workbook(io.BytesIO(form())).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    rules = {str(one.sqref): one for one in sheet.data_validations.dataValidation}

    assert rows[0] == TITLES
    assert [row[1] for row in rows[1:]] == ["1@a", "2@b", "ct@a"]
    assert rules["G2:G4"].formula1 == f'"{",".join(KINDS)}"'
    assert {rules[column].type for column in ("H2:H4", "K2:K4", "L2:L4")} == {"date"}
    assert rules["I2:I4"].type == "decimal"


def test_what_is_printed_is_locked_and_what_is_filled_in_is_not():
    sheet = openpyxl.load_workbook(io.BytesIO(form())).worksheets[0]

    assert sheet.protection.sheet
    assert sheet["B2"].protection.locked
    assert not sheet.column_dimensions["G"].protection.locked
    assert sheet.column_dimensions["A"].hidden


def test_what_is_done_or_withdrawn_is_not_asked_for():
    done = evolve(PROGRESS, items=tuple(evolve(one, state=State.DONE) for one in PROGRESS))
    sheet = openpyxl.load_workbook(io.BytesIO(form(done))).worksheets[0]

    assert sheet.max_row == 1


def test_a_form_of_hostile_texts_holds_no_formula():
    book = openpyxl.load_workbook(io.BytesIO(form(sample_progresses()["hostile"])))

    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row} <= {
        "s",
        "n",
        "d",
    }


def test_a_form_in_which_nothing_is_filled_in_gives_nothing():
    read = read_form(form(), PROGRESS, RECORDER)

    assert (read.events, read.rejected) == ((), ())


def test_a_form_comes_back_as_events_that_the_ledger_takes(tmp_path: Path):
    path = tmp_path / "phieu.xlsx"
    path.write_bytes(
        filled(
            {"Việc báo": "Trình kết quả", "Ngày": TODAY, "Số văn bản": "12/BC-SNV",
             "Ngày văn bản": datetime.date(2026, 7, 14)},
            {"Việc báo": "cập nhật tiến độ", "Ngày": "1/7/2026", "Số liệu": "62,5%",
             "Ghi chú, lý do": "=chưa có kinh phí"[1:]},
            {"Việc báo": "đo chỉ tiêu", "Ngày": datetime.date(2026, 7, 1), "Số liệu": 99},
        )
    )  # fmt: skip
    read = read_form(path, PROGRESS, RECORDER)

    assert read.rejected == ()
    submitted, progressed, measured = read.events
    assert (submitted.kind, submitted.day, submitted.on_behalf) == (
        EventKind.SUBMITTED, TODAY, "Sở a",
    )  # fmt: skip
    assert submitted.paper == Paper("12/BC-SNV", datetime.date(2026, 7, 14))
    assert (progressed.figure, progressed.note) == (Decimal("62.5"), "chưa có kinh phí")
    assert (measured.kind, measured.figure) == (EventKind.TARGET_MEASURED, Decimal(99))
    with Ledger(tmp_path / "so.db") as ledger:
        ledger.append(*EVENTS)
        assert len(ledger.append(*read.events).ids) == 3
        assert ledger.append(*read_form(path, PROGRESS, RECORDER).events).repeated == 3


def test_an_extension_is_asked_for_with_its_day_and_reason():
    cells = {"Việc báo": "xin gia hạn", "Ngày": TODAY, "Xin gia hạn đến": "30/9/2026",
             "Ghi chú, lý do": "chờ ý kiến"}  # fmt: skip
    (event,) = read_form(filled(cells), PROGRESS, RECORDER).events

    assert (event.due, event.note) == (datetime.date(2026, 9, 30), "chờ ý kiến")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"viec": None}, "chưa chọn việc báo"),
        ({"viec": "hoàn thành"}, "không có việc báo “hoàn thành”; có: nhận việc"),
        ({"viec": "đo chỉ tiêu", "so": 5}, "việc đang “chưa thực hiện”, không đo chỉ tiêu được"),
        ({"ngay": None, "ghi": "x"}, "thiếu ngày"),
        ({"ngay": "hôm qua"}, "Ngày: “hôm qua” không phải là ngày"),
        ({"ngay": datetime.date(2026, 7, 16)}, "Ngày 16/7/2026 sau ngày 15/7/2026"),
        ({"ngay": 46218}, "không phải là ngày"),
        ({"so": 5}, "“bắt đầu” không có số liệu"),
        ({"viec": "cập nhật tiến độ", "so": 101}, "số liệu “101” phải là một số từ 0 đến 100"),
        ({"viec": "cập nhật tiến độ", "so": "nhiều"}, "số liệu “nhiều” phải là"),
        ({"viec": "cập nhật tiến độ", "so": "NaN"}, "số liệu “NaN” phải là"),
        ({"viec": "cập nhật tiến độ", "so": True}, "phải là một số"),
        ({"vb": "1/BC"}, "“bắt đầu” không có văn bản kết quả"),
        ({"viec": "trình kết quả", "vb": "1/BC"}, "văn bản kết quả cần cả số và ngày"),
        ({"viec": "trình kết quả", "ngay_vb": TODAY}, "văn bản kết quả cần cả số và ngày"),
        ({"viec": "trình kết quả", "vb": "1", "ngay": GIVEN, "ngay_vb": TODAY},
         "Ngày văn bản 15/7/2026 sau ngày 19/3/2026"),
        ({"viec": "xin gia hạn", "ghi": "x"}, "thiếu ngày xin gia hạn"),
        ({"viec": "xin gia hạn", "ghi": "x", "den": GIVEN}, "ngày xin gia hạn 19/3/2026 đã qua"),
        ({"den": TODAY}, "chỉ xin gia hạn mới có ngày xin"),
        ({"viec": "từ chối"}, "“từ chối” cần lý do"),
        ({"khoa": "9@z"}, "sổ theo dõi không có việc này"),
        ({"ghi": "=1+1"}, "ô “Ghi chú, lý do” là công thức"),
    ],
)  # fmt: skip
def test_a_row_that_gives_no_event_says_why(cells, said):
    assert said in reason(**cells)


def test_a_row_tells_its_number_and_its_key():
    read = read_form(filled({}, {"Việc báo": "bắt đầu"}), PROGRESS, RECORDER)

    assert [one.describe() for one in read.rejected] == ["dòng 3 (2@b): thiếu ngày"]
    assert Rejected(4, "", "thiếu ngày").describe() == "dòng 4 (không có khóa): thiếu ngày"


def test_the_other_rows_of_a_form_with_a_wrong_one_are_read():
    row = {"Việc báo": "bắt đầu", "Ngày": TODAY}
    read = read_form(filled({"Việc báo": "gì đó"}, row), PROGRESS, RECORDER)

    assert [one.obligation for one in read.events] == ["2@b"]
    assert len(read.rejected) == 1


def test_a_body_cannot_report_for_another():
    row = {"Việc báo": "bắt đầu", "Ngày": TODAY}
    read = read_form(filled(row, row), PROGRESS, RECORDER, body="a")

    assert [one.obligation for one in read.events] == ["1@a"]
    assert read.rejected[0].reason == "việc này của Sở b, không phải của a"


def test_what_is_no_form_is_told(tmp_path: Path):
    book = openpyxl.Workbook()
    stream = io.BytesIO()
    book.save(stream)

    with pytest.raises(ReadError, match="thiếu cột Kế hoạch, Khóa"):
        read_form(stream.getvalue(), PROGRESS, RECORDER)
    with pytest.raises(ReadError, match="không phải tệp Excel"):
        read_form(b"PK nothing", PROGRESS, RECORDER)
    with pytest.raises(ReadError, match="không mở được"):
        read_form(tmp_path / "khong-co.xlsx", PROGRESS, RECORDER)


def test_a_broken_package_is_told():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("xl/workbook.xml", "<")

    with pytest.raises(ReadError, match="bị hỏng"):
        read_form(stream.getvalue(), PROGRESS, RECORDER)


@pytest.mark.parametrize(("bound", "value"), [("MAX_BYTES", 100), ("MAX_PARTS", 2)])
def test_a_package_past_the_bounds_is_not_unpacked(monkeypatch, bound, value):
    monkeypatch.setattr(room, bound, value)

    with pytest.raises(ReadError, match="quá lớn"):
        read_form(form(), PROGRESS, RECORDER)
