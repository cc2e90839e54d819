"""kehoach dispatch, kehoach remind: the folder, the index, what was made and what is left to do."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from pathlib import Path

import pytest

from kehoach.cli.main import run
from kehoach.files import load, load_directory
from kehoach.tracking import obligations
from kehoach.tracking.ledger import Ledger
from kehoach.workdays import vietnam
from tests.support.tracking import instant

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013"
PLAN, DIRECTORY = str(EXAMPLE / "plan.yaml"), str(EXAMPLE / "directory.yaml")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def index_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_dispatch_writes_each_paper_its_document_file_and_an_index(desk, capsys):
    code = run(["dispatch", PLAN, "-o", "out", "--directory", DIRECTORY])

    out, err = capsys.readouterr()
    assert code == 0
    assert "đã ghi 11 công văn vào out, mục lục muc-luc.csv" in out
    assert "08-ubmttqvn-tinh-cac-doan-the-tinh.docx: đề nghị UBMTTQVN tỉnh" in out
    assert "Việc còn lại:" in out
    assert "ghi ngày ban hành" in out
    assert "không có đề mục riêng" in err
    rows = index_of((desk / "out" / "muc-luc.csv").read_bytes())
    assert rows[0] == ["STT", "Nơi nhận", "Giọng văn", "Văn bản Word", "Tệp văn bản"]
    assert rows[6][:3] == ["6", "Sở Kế hoạch và Đầu tư; Sở Tài chính", "giao"]
    files = {path.name for path in (desk / "out").iterdir()}
    assert files == {"muc-luc.csv", *(name for row in rows[1:] for name in row[3:])}
    assert load(desk / "out" / rows[1][4]).kind == "CV"


def test_the_document_file_gives_the_same_paper_again(desk):
    run(["dispatch", PLAN, "-o", "out", "--directory", DIRECTORY])
    (made,) = (desk / "out").glob("07-*.docx")
    before = made.read_bytes()

    assert run(["export", str(made.with_suffix(".yaml")), "-o", str(made), "--force"]) == 0
    assert made.read_bytes() == before


def test_each_body_gets_a_paper_and_only_the_first_are_listed(desk, capsys):
    code = run(["dispatch", PLAN, "-o", "out", "--directory", DIRECTORY, "--per-body"])

    assert code == 0
    assert "… và 23 văn bản khác, xem muc-luc.csv" in capsys.readouterr().out
    assert len(list((desk / "out").glob("*.docx"))) == 43


def test_a_day_is_printed_where_it_is_given(desk, capsys):
    run(["dispatch", PLAN, "-o", "out", "--on", "25/3/2013"])

    assert "ghi ngày ban hành" not in capsys.readouterr().out
    (made,) = (desk / "out").glob("07-*.yaml")
    assert load(made).date == datetime.date(2013, 3, 25)


def test_a_zip_holds_the_same_files_and_the_same_bytes_each_time(desk, capsys):
    run(["dispatch", PLAN, "-o", "out", "--directory", DIRECTORY])
    assert run(["dispatch", PLAN, "-o", "packed", "--zip", "--directory", DIRECTORY]) == 0
    assert run(["dispatch", PLAN, "-o", "again.zip", "--directory", DIRECTORY]) == 0

    assert "vào packed.zip" in capsys.readouterr().out
    first = (desk / "packed.zip").read_bytes()
    assert first == (desk / "again.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert package.testzip() is None
        inside = {name: package.read(name) for name in package.namelist()}
    assert inside == {path.name: path.read_bytes() for path in (desk / "out").iterdir()}
    assert {path.name for path in desk.iterdir()} == {"out", "packed.zip", "again.zip"}


@pytest.mark.parametrize("arguments", [["-o", "out"], ["-o", "out", "--zip"], ["-o", "out.zip"]])
def test_what_is_there_is_kept_unless_forced(desk, capsys, arguments):
    (desk / "out").mkdir()
    (desk / "out" / "cu.txt").write_text("cũ", encoding="utf-8")
    (desk / "out.zip").write_text("cũ", encoding="utf-8")

    assert run(["dispatch", PLAN, *arguments]) == 2
    assert "thêm --force nếu muốn ghi đè" in capsys.readouterr().err
    assert run(["dispatch", PLAN, *arguments, "--force"]) == 0
    assert (desk / "out" / "cu.txt").exists()


def test_a_folder_is_no_zip_file(desk, capsys):
    (desk / "out.zip").mkdir()

    assert run(["dispatch", PLAN, "-o", "out.zip", "--force"]) == 2
    assert "out.zip là một thư mục" in capsys.readouterr().err


def test_a_plan_that_gives_nobody_work_makes_no_folder(desk, capsys):
    (desk / "plan.yaml").write_text("kehoach: 1\ntitle: Việc\ndate: 2026-03-02\n", encoding="utf-8")

    assert run(["dispatch", "plan.yaml", "-o", "out"]) == 0
    assert "không có văn bản nào" in capsys.readouterr().out
    assert not (desk / "out").exists()


def test_cells_of_the_index_are_no_formulas(desk):
    plan = "kehoach: 1\ntitle: Việc\ndate: 2026-03-02\nsections:\n  - heading: A\n    content:\n"
    plan += "      - assignees: ['=cmd|1']\n        tasks: [Làm.]\n"
    (desk / "plan.yaml").write_text(plan, encoding="utf-8")

    run(["dispatch", "plan.yaml", "-o", "out"])
    assert index_of((desk / "out" / "muc-luc.csv").read_bytes())[1][1] == "'=cmd|1"


def test_a_paper_that_cannot_be_written_is_told_and_the_rest_are_written(desk, capsys):
    (desk / "out").mkdir()
    (desk / "out" / "07-so-noi-vu.docx").mkdir()

    assert run(["dispatch", PLAN, "-o", "out", "--force"]) == 2
    out, err = capsys.readouterr()
    assert "đã ghi 10 công văn" in out
    assert "07-so-noi-vu" in err


def test_remind_writes_the_reminders_and_who_has_reported(desk, capsys):
    code = run([
        "remind", PLAN, "--on", "12/7/2013", "--directory", DIRECTORY, "-o", "out", "--grace", "5",
    ])  # fmt: skip

    out, err = capsys.readouterr()
    assert code == 0
    assert "đã ghi 34 công văn đôn đốc vào out" in out
    assert "tinh-hinh-gui-bao-cao.docx" in out
    assert "không có sổ theo dõi" in err
    assert "--grace" not in out
    files = {path.name for path in (desk / "out").iterdir()}
    assert {"tinh-hinh-gui-bao-cao.docx", "tinh-hinh-gui-bao-cao.yaml", "muc-luc.csv"} <= files
    assert len(files) == 2 * 35 + 1


def test_remind_asks_only_for_what_the_ledger_does_not_know_as_done(desk, capsys):
    plan = load(PLAN)
    wanted = obligations(plan, load_directory(DIRECTORY), vietnam())
    day = datetime.date(2013, 3, 19)
    due = [one for one in wanted if one.due and one.due <= datetime.date(2013, 7, 12)]
    with Ledger("so.db") as ledger:
        started = [one for one in wanted if one not in due[1:]]
        ledger.start(started, by="vp", day=day, at=instant(day))

    code = run(["remind", PLAN, "--on", "2013-07-12", "--ledger", "so.db", "-o", "out"])

    out, err = capsys.readouterr()
    assert code == 0
    assert "đã ghi 1 công văn đôn đốc" in out
    assert "thời hạn mới" in out
    assert "không có sổ" not in err


def test_remind_has_nothing_to_write_when_nothing_is_late(desk, capsys):
    assert run(["remind", PLAN, "--on", "20/3/2013", "-o", "out"]) == 0

    assert "không cơ quan nào có việc quá hạn hay sắp đến hạn" in capsys.readouterr().out
    assert not (desk / "out").exists()


def test_a_missing_ledger_or_one_without_the_plan_is_told(desk, capsys):
    with Ledger("trong.db"):
        pass

    assert run(["remind", PLAN, "--on", "12/7/2013", "--ledger", "khong.db", "-o", "out"]) == 2
    assert "khong.db" in capsys.readouterr().err
    assert run(["remind", PLAN, "--on", "12/7/2013", "--ledger", "trong.db", "-o", "out"]) == 2
    assert "không có kế hoạch này" in capsys.readouterr().err
    assert not (desk / "khong.db").exists()
