"""The workbook, read back with openpyxl: text stays text, days are days, formulas recompute."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from kehoach_xlsx import sheets as room
from kehoach_xlsx.columns import COLUMNS, DUE_SOON, JUDGED, WORDS, judged
from kehoach_xlsx.plugin import kehoach_exporters, write
from kehoach_xlsx.texts import LONGEST_TEXT, ready

from kehoach import export
from kehoach.errors import UnwritableText
from kehoach.plan import Assignment, Party, Plan, Section, Task
from kehoach.rules import rulebook
from kehoach.testing import check_exporter, sample_progresses
from kehoach.tracking import Progress, Timeliness, body_of, figures, figures_by
from kehoach.vietnamese import is_clean

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.tracking import Status

WHOLE = sample_progresses()["whole"]
VIEWS = ["Tổng hợp", "Tất cả", "Theo cơ quan", "Quá hạn", "Sắp đến hạn", "Báo cáo"]
TITLES = [one.title for one in COLUMNS]


def written(progress: Progress = WHOLE) -> bytes:
    stream = io.BytesIO()
    write(progress, rulebook("nd30-2020"), stream)
    return stream.getvalue()


def book_of(progress: Progress = WHOLE, **options: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(progress)), **options)


def rows_of(book: Any, name: str) -> list[dict[str, Any]]:
    titles, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(titles, row, strict=True)) for row in rows]


def recomputed(book: Any, sheet: str, cell: str) -> Any:
    """What a cell of the summary gives, its formula computed from the other cells."""
    value = book[sheet][cell].value
    if not isinstance(value, str) or not value.startswith("="):
        return value
    if found := re.fullmatch(r"=SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)", value):
        cells = [one.coordinate for row in book[sheet][f"{found[1]}{found[2]}:{found[3]}{found[4]}"]
                 for one in row]  # fmt: skip
        return sum(recomputed(book, sheet, one) for one in cells)
    if found := re.fullmatch(r'=IF\((.+)=0,"–",(\w+)/(.+)\)', value):
        names = re.findall(r"[A-Z]+\d+", found[3])
        whole = sum(recomputed(book, sheet, one) for one in names)
        return recomputed(book, sheet, found[2]) / whole if whole else "–"
    return counted(book, sheet, value)


def counted(book: Any, sheet: str, formula: str) -> int:
    """What `=COUNTIFS(…)` or `=SUM(COUNTIFS(…, {…}))` over the sheet of all obligations gives."""
    columns = [
        [row[0].value for row in book[name][area.replace("$", "")]]
        for name, area in re.findall(r"'([^']+)'!(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)", formula)
    ]
    code = book[sheet][re.findall(r'"="&\$(A\d+)', formula)[0]].value
    words = re.findall(r'"([^"]+)"', re.sub(r'"<?="&', "", formula))
    day = re.search(r'"<="&\$(C)\$(\d+)', formula)
    until = book[sheet][f"C{day[2]}"].value if day else None
    return sum(
        row[0] == code and row[-1] in words and (until is None or (row[1] and row[1] <= until))
        for row in zip(*columns, strict=True)
    )


def test_the_exporter_keeps_the_contract():
    check_exporter(kehoach_exporters()[0])


def test_a_plan_becomes_a_workbook_as_of_a_day(tmp_path: Path):
    task = Task("Làm.", id="1")
    plan = Plan("Việc chung", date=datetime.date(2026, 3, 19), sections=(
        Section("A", (Assignment((Party("Sở Nội vụ", id="so-nv"),), (task,)),)),
    ))  # fmt: skip
    path = export(plan, tmp_path / "a.xlsx", on=datetime.date(2026, 7, 1))

    (row,) = rows_of(openpyxl.load_workbook(path), "Tất cả")
    assert (row["Khóa"], row["Đánh giá"]) == ("1@so-nv", "chưa xong, không hạn")


def test_there_is_a_sheet_for_each_view_with_frozen_titles_and_filters():
    book = book_of()

    assert book.sheetnames == VIEWS
    for sheet in book.worksheets:
        assert sheet.freeze_panes in ("B2", "C2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"


def test_each_view_holds_what_its_name_says():
    book = book_of()

    assert [row["Khóa"] for row in rows_of(book, "Tất cả")] == [one.key for one in WHOLE]
    assert {row["Đánh giá"] for row in rows_of(book, "Quá hạn")} == {WORDS["overdue"]}
    assert {row["Đánh giá"] for row in rows_of(book, "Sắp đến hạn")} == {DUE_SOON}
    assert {row["Loại"] for row in rows_of(book, "Báo cáo")} == {"báo cáo"}
    numbers = [row["Cơ quan số"] for row in rows_of(book, "Theo cơ quan")]
    assert numbers == sorted(numbers, key=lambda code: int(code[1:]))


def test_a_day_is_a_day_and_a_number_a_number():
    book = book_of()
    row = next(row for row in rows_of(book, "Quá hạn") if row["Khóa"] == "overdue@so-tc")

    assert row["Thời hạn"] == datetime.datetime(2026, 3, 14)  # noqa: DTZ001 - openpyxl's
    assert row["Số ngày còn (âm: trễ)"] == -5
    assert book["Quá hạn"]["F2"].number_format == "dd/mm/yyyy"


def test_a_day_that_excel_does_not_know_is_text():
    one = evolve(WHOLE.items[0], due=datetime.date(1899, 12, 31))
    (row,) = rows_of(book_of(Progress(WHOLE.on, (one,))), "Tất cả")

    assert row["Thời hạn"] == "1899-12-31"


def test_the_word_of_judgement_has_a_colour():
    rules = [
        (str(area.sqref), rule.formula)
        for area, rules in book_of()["Tất cả"].conditional_formatting._cf_rules.items()
        for rule in rules
    ]

    column = chr(ord("A") + JUDGED)
    assert (f"{column}2:{column}{len(WHOLE) + 1}", [f'"{WORDS["overdue"]}"']) in rules
    assert len(rules) == 4


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_text_that_looks_like_a_formula_stays_text_also_when_it_is_edited(text):
    one = evolve(WHOLE.items[0], name=text, key=text)
    for row in book_of(Progress(WHOLE.on, (one,)))["Tất cả"].iter_rows(min_row=2):
        assert {cell.data_type for cell in row if cell.value == text} == {"s"}
        assert {cell.quotePrefix for cell in row
                if cell.value == text} == {True}  # fmt: skip


def test_only_the_summary_holds_formulas():
    for name in ("hostile", "whole"):
        book = book_of(sample_progresses()[name])
        for sheet in book.worksheets[1:]:
            types = {cell.data_type for row in sheet.iter_rows() for cell in row}
            assert "f" not in types


@given(st.text(max_size=60).filter(is_clean))
def test_any_text_comes_back(text):
    one = evolve(WHOLE.items[0], name=text or "a")
    (row,) = rows_of(book_of(Progress(WHOLE.on, (one,))), "Tất cả")

    assert row["Cơ quan, đơn vị"] == (text or "a")


@pytest.mark.parametrize("letter", ["ế", "👩"])
def test_a_text_longer_than_a_cell_is_cut_with_a_mark(letter):
    (cut, short) = ready([letter * 40_000, letter * 16_000])

    assert len(str(cut).encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert str(cut).endswith(f"{letter} […]")
    assert short == letter * 16_000


def test_characters_that_no_file_holds_are_refused():
    with pytest.raises(UnwritableText, match="the workbook"):
        written(Progress(WHOLE.on, (evolve(WHOLE.items[0], name="\x07"),)))


@pytest.mark.parametrize("name", sorted(sample_progresses()))
def test_the_figures_of_the_summary_are_those_of_the_library(name):
    progress = sample_progresses()[name]
    rows = rows_of(book_of(progress, data_only=True), "Tổng hợp")
    bodies = [row for row in rows if row["Cơ quan số"]]
    (total,) = (row for row in rows if row["Cơ quan, đơn vị"] == "Tổng số" and row not in bodies)

    by_body = figures_by(progress, body_of)
    for row, found in [*zip(bodies, by_body.values(), strict=True), (total, figures(progress))]:
        assert row["Tổng số giao"] == found.assigned
        assert row["Đã hoàn thành"] == found.done
        assert row["Quá hạn"] == found.overdue
        assert row["Trong hạn"] + row["Sắp đến hạn"] == found.in_term
        assert (row["Đến hạn"], row["Hoàn thành trong số đến hạn"]) == (found.due, found.due_done)
        assert row["Phối hợp"] == found.helping
        ratio = found.done_of_due.value
        assert row["Tỷ lệ hoàn thành/đến hạn"] == (
            "–" if ratio is None else pytest.approx(float(ratio) / 100)
        )


def test_every_formula_gives_the_figure_that_it_carries():
    shown, kept = book_of(), book_of(data_only=True)
    for row in shown["Tổng hợp"].iter_rows(min_row=2, max_row=10):
        for cell in row:
            carried = kept["Tổng hợp"][cell.coordinate].value
            if carried is not None:
                assert recomputed(shown, "Tổng hợp", cell.coordinate) == carried, cell.coordinate


def test_the_summary_follows_when_a_word_is_changed():
    book = book_of()
    total = next(row for row in range(2, 20) if book["Tổng hợp"].cell(row, 2).value == "Tổng số")
    late = f"J{total}"
    before = recomputed(book, "Tổng hợp", late)
    place = next(cell for row in book["Tất cả"].iter_rows(min_row=2) for cell in row
                 if cell.value == WORDS["overdue"])  # fmt: skip
    place.value = WORDS["late"]

    assert book["Tổng hợp"]["J1"].value == "Quá hạn"
    assert recomputed(book, "Tổng hợp", late) == before - 1


def test_every_timeliness_has_a_word():
    words = {one.word for one in judged(WHOLE)}

    assert {*WORDS.values(), DUE_SOON} - words == set()
    assert {one.status.timeliness for one in judged(WHOLE)} == set(Timeliness)


def test_rows_are_written_in_constant_memory(monkeypatch):
    asked = []
    real = room.xlsxwriter.Workbook
    monkeypatch.setattr(
        room.xlsxwriter,
        "Workbook",
        lambda stream, options: asked.append(options) or real(stream, options),
    )
    written()

    assert asked[0]["constant_memory"] is True


def many(number: int) -> Progress:
    one: Status = sample_progresses()["long"].items[0]
    return Progress(WHOLE.on, tuple(evolve(one, key=f"{n}@xa-{n % 40}") for n in range(number)))


def test_a_long_progress_keeps_every_row():
    assert book_of(many(3_000))["Tất cả"].max_row == 3_001


def test_listing_plugins_loads_neither_writer_nor_reader():
    code = (
        "import sys; from kehoach.cli.main import run; run(['--help']); run(['plugins', '--json']);"
        "sys.exit(bool({'xlsxwriter', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert b'"kehoach-xlsx"' in done.stdout
