"""kehoach issue, register and diff, as a clerk runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kehoach
from kehoach.cli.main import run
from kehoach.files import dump
from kehoach.register import Register
from kehoach.word import observe
from tests.support.registers import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

FOUNDING = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_bytes(FOUNDING.read_bytes())
    return tmp_path


@pytest.fixture
def told(desk, capsys) -> Callable[..., tuple[int, str, str]]:
    def go(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return go


def test_a_plan_is_issued_from_file_to_register_to_paper(desk, told):
    code, out, err = told("issue", "plan.yaml", "--new-register", "--by", "văn thư")

    assert code == 0
    assert "đã cấp số 01/KH-UBND ngày 19/3/2013" in out
    assert "đã ghi plan.docx" in out
    assert "Còn lại: ký, đóng dấu" in out
    assert "cơ quan ban hành được suy ra" in err
    assert kehoach.load("plan.yaml").number.text == "01"
    assert "Số:\u00a001/KH-UBND" in observe((desk / "plan.docx").read_bytes(), "x").text


def test_a_register_is_not_made_by_mistake(desk, told):
    code, _, err = told("issue", "plan.yaml")

    assert code == 2
    assert "chưa có sổ so-van-ban.db" in err
    assert "--new-register" in err
    assert not (desk / "so-van-ban.db").exists()


def test_an_existing_paper_is_kept_and_no_number_taken(desk, told):
    (desk / "plan.docx").write_text("bản nháp")
    code, _, err = told("issue", "plan.yaml", "--new-register")

    assert code == 2
    assert "plan.docx đã có" in err
    with Register("so-van-ban.db") as register:
        assert register.entries() == ()
    assert told("issue", "plan.yaml", "--force")[0] == 0


def test_an_office_that_gave_57_numbers_by_hand_goes_on_with_58(told):
    code, out, _ = told("register", "start", "plan.yaml", "--next", "58", "--note", "sổ giấy")
    assert code == 0
    assert "số tiếp theo là 58" in out

    assert "đã cấp số 58/KH-UBND" in told("issue", "plan.yaml")[1]
    code, _, err = told("register", "start", "plan.yaml", "--next", "1")
    assert code == 2
    assert "đã cấp số trong sổ này" in err


def test_issuing_twice_is_refused_with_the_way_out(told):
    told("issue", "plan.yaml", "--new-register")
    code, _, err = told("issue", "plan.yaml", "--force")

    assert code == 2
    assert "đã có số" in err


def test_a_day_before_the_last_number_is_refused(desk, told):
    told("issue", "plan.yaml", "--new-register")
    dump(kehoach.Plan("Khác", issuer=kehoach.load("plan.yaml").issuer), desk / "b.yaml")
    code, _, err = told("issue", "b.yaml", "--day", "18/3/2013")

    assert code == 2
    assert "không lấy số ngày 18/3/2013" in err
    assert told("issue", "b.yaml", "--day", "2013-03-20")[1].startswith("đã cấp số 02/KH-UBND")


def fail_once(monkeypatch) -> None:
    """The next paper cannot be written, however well its trial went."""

    def broken(*_: object) -> None:
        raise kehoach.errors.TargetUnwritable("plan.yaml", "the disk is full")

    monkeypatch.setattr("kehoach.issuing.steps.write_number", broken)


def test_what_failed_is_told_shown_and_finished(desk, told, monkeypatch):
    with monkeypatch.context() as broken:
        fail_once(broken)
        code, _, err = told("issue", "plan.yaml", "--new-register")
    assert code == 2
    assert "đã cấp số 01/KH-UBND nhưng chưa ghi được văn bản" in err
    assert "ổ đĩa đã đầy" in err

    _, out, _ = told("register", "list")
    assert "đã cấp số, chưa ghi văn bản" in out
    assert "kehoach issue TỆP --finish" in out
    assert "đã được cấp số 01/KH-UBND" in told("issue", "plan.yaml", "--force")[2]

    code, out, _ = told("issue", "plan.yaml", "--finish")
    assert code == 0
    assert "đã cấp số 01/KH-UBND" in out
    assert kehoach.load("plan.yaml").number.text == "01"
    code, _, err = told("issue", "plan.yaml", "--finish")
    assert code == 2
    assert "không có số nào đang chờ" in err


def test_a_number_is_finished_by_name_too(told, monkeypatch):
    with monkeypatch.context() as broken:
        fail_once(broken)
        told("issue", "plan.yaml", "--new-register")

    code, out, _ = told("register", "finish", "1", "plan.yaml", "--json")
    assert code == 0
    assert json.loads(out)["state"] == "written"
    code, _, err = told("register", "finish", "9", "plan.yaml")
    assert code == 2
    assert "sổ không có số 9" in err


def test_a_number_is_voided_with_a_reason(told):
    told("issue", "plan.yaml", "--new-register")

    code, out, _ = told("register", "void", "01/KH-UBND", "--reason", "in sai")
    assert code == 0
    assert "đã hủy số 01/KH-UBND: in sai" in out
    assert "thu hồi văn bản" in out
    code, _, err = told("register", "void", "1", "--reason", "nữa")
    assert code == 2
    assert "đã hủy (in sai)" in err
    assert told("register", "void", "1", "--reason", " ")[0] == 2
    assert told("register", "void", "1")[0] == 2


def test_the_register_is_listed_and_printed(desk, told):
    assert told("register", "list")[0] == 2
    told("issue", "plan.yaml", "--new-register")

    _, out, _ = told("register", "list")
    assert "01/KH-UBND" in out
    assert "Ủy ban nhân dân tỉnh Long An, năm 2013, van-ban: số 1 đến 1" in out
    (entry,) = json.loads(told("register", "list", "--json")[1])
    assert (entry["number"], entry["day"], entry["state"]) == (
        "01/KH-UBND",
        "2013-03-19",
        "written",
    )

    assert "Đơn vị, người nhận bản lưu" in told("register", "print")[1]
    (row,) = json.loads(told("register", "print", "--json")[1])
    assert row["Người ký"] == "Trần Hữu Phước"
    assert told("register", "print", "-o", "so.docx")[1] == "đã ghi so.docx: 1 số\n"
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in observe((desk / "so.docx").read_bytes(), "x").text
    assert told("register", "print", "-o", "so.docx")[0] == 2


def test_a_book_is_of_one_body_and_one_year(desk, told):
    told("register", "start", "plan.yaml", "--next", "1")
    code, _, err = told("register", "print", "-o", "so.docx")
    assert code == 2
    assert "chưa có số nào" in err
    told("issue", "plan.yaml")
    other = kehoach.Plan("Khác", issuer=kehoach.Issuer("Sở Nội vụ", abbreviation="SNV"), date=DAY)
    dump(other, desk / "b.yaml")
    told("issue", "b.yaml")

    code, _, err = told("register", "print", "-o", "so.docx")
    assert code == 2
    assert "Sở Nội vụ năm 2013" in err
    assert told("register", "print", "-o", "so.docx", "--issuer", "sở nội vụ")[0] == 0
    assert "có 2 số 1" in told("register", "void", "1", "--reason", "x")[2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kehoach: 1\ntitle: x\n", "chưa có cơ quan ban hành"),
        ("kehoach: 1\ntitle: x\nissuer: {name: Sở Nội vụ}\n", "chưa có ký hiệu"),
        ("kehoach: 1\ntitle: x\nissuer: {name: Sở}\nopening: ['[cần viết: gì đó]']\n", "cần viết"),
    ],
)
def test_what_cannot_be_issued_is_told_in_vietnamese(desk, told, text, said):
    (desk / "a.yaml").write_text(text, encoding="utf-8")
    code, _, err = told("issue", "a.yaml", "--new-register", "--day", "02/3/2026")

    assert code == 2
    assert said in err


def test_series_of_ones_own_are_taken_from_a_file(desk, told):
    rule = '[[rules]]\n[[rules.series]]\nkey = "chung"\nname = "Sổ chung"\n'
    (desk / "so.toml").write_text(rule, encoding="utf-8")

    assert told("issue", "plan.yaml", "--new-register", "--series", "so.toml")[0] == 0
    with Register("so-van-ban.db") as register:
        assert [one.series.series for one in register.entries()] == ["chung"]
    assert told("issue", "plan.yaml", "--series", "none.toml")[0] == 2
    (desk / "sai.toml").write_text("rules = 3", encoding="utf-8")
    code, _, err = told("issue", "plan.yaml", "--series", "sai.toml")
    assert code == 2
    assert "sai.toml" in err
    assert "rules" in err


def test_two_plan_files_are_compared(desk, told):
    assert told("diff", "plan.yaml", "plan.yaml") == (0, "không có thay đổi nào\n", "")
    text = (desk / "plan.yaml").read_text(encoding="utf-8")
    text = text.replace("01/4/2013", "15/4/2013").replace("2013-04-01", "2013-04-15")
    (desk / "b.yaml").write_text(text, encoding="utf-8")

    code, out, _ = told("diff", "plan.yaml", "b.yaml")
    assert code == 1
    assert "đổi thời hạn" in out
    assert "“01/4/2013” thành “15/4/2013”" in out
    rows = json.loads(told("diff", "plan.yaml", "b.yaml", "--json")[1])
    assert {row["kind"] for row in rows} == {"redated"}
    assert rows[-1]["after"] == "trước ngày 15/4/2013"


def test_the_signed_paper_is_compared_with_the_file(desk, told):
    told("issue", "plan.yaml", "--new-register")
    assert told("diff", "plan.yaml", "plan.docx")[0] == 0

    (desk / "plan.yaml").write_bytes(FOUNDING.read_bytes())
    code, out, _ = told("diff", "plan.yaml", "plan.docx")
    assert code == 1
    assert "“/KH-UBND” thành “01/KH-UBND”" in out
    (row,) = json.loads(told("diff", "plan.yaml", "plan.docx", "--json")[1])
    assert row["words"] == [{"before": "/KH-UBND", "after": "01/KH-UBND"}]
    assert told("diff", "plan.yaml", "none.docx")[0] == 2


def test_a_repealed_basis_is_told_by_check(desk, told):
    plan = kehoach.Plan(
        "x", date=DAY.replace(year=2026), bases=("Căn cứ Nghị định số 110/2004/NĐ-CP",)
    )
    dump(plan, desk / "a.yaml")
    code, out, _ = told("check", "a.yaml")

    assert code == 1
    assert "hết hiệu lực từ 05/3/2020" in out
    assert "(ND14)" in out
    own = '[[texts]]\nnumber = "110/2004/NĐ-CP"\nkind = "Nghị định"\nname = "x"\nday = 2004-04-08'
    (desk / "own.toml").write_text(own, encoding="utf-8")
    assert "(ND14)" not in told("check", "a.yaml", "--legal-texts", "own.toml")[1]
    assert told("check", "a.yaml", "--legal-texts", "none.toml")[0] == 2


def test_a_finished_number_of_another_file_is_refused(desk, told):
    told("issue", "plan.yaml", "--new-register")
    dump(kehoach.Plan("Khác", "BC", issuer=kehoach.load("plan.yaml").issuer), desk / "b.yaml")
    code, _, err = told("register", "finish", "1", "b.yaml")

    assert code == 2
    assert "01/KH-UBND là của văn bản khác" in err


def test_where_several_numbers_wait_one_must_be_chosen(desk, told, monkeypatch):
    with monkeypatch.context() as broken:
        fail_once(broken)
        told("issue", "plan.yaml", "--new-register")
        told("issue", "plan.yaml", "--day", "02/01/2014", "-o", "b.docx")

    code, _, err = told("issue", "plan.yaml", "--finish")
    assert code == 2
    assert "có 2 số đang chờ" in err
