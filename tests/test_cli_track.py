"""kehoach track: what is refused is said with what is possible; tables, files, days, keys."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from kehoach.cli import _tables
from kehoach.cli._event_words import TYPED
from kehoach.cli.main import run
from kehoach.tracking import EventKind
from kehoach.tracking.ledger import Ledger
from tests.support.sheets import workbook
from tests.support.tracking import database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
PLAN = """\
kehoach: 1
kind: KH
title: Rà soát năm 2013
period: 2013
date: 2013-03-19
sections:
  - heading: NHIỆM VỤ
    content:
      - assignees: [Sở Nội vụ, Sở Tài chính]
        tasks:
          - {id: "1", task: Gửi kế hoạch trước ngày 01/4/2013., deadline: {before: 01/4/2013}}
          - {id: "2", task: Duy trì thường xuyên., deadline: {standing: thường xuyên}}
      - report: Các đơn vị báo cáo.
        reporters: [Sở Nội vụ, Sở Tài chính]
        dues:
          - {id: B6, name: báo cáo 06 tháng, period: 2013-H1, deadline: {by: 10/7/2013}}
          - {id: B12, name: báo cáo năm, period: 2013, deadline: {by: 20/12/2013}}
"""
MAPPING = """\
dates = "dmy"
[columns]
key = "Mã"
text = "Nhiệm vụ"
body = "Đơn vị"
due = "Hạn"
state = "Trạng thái"
done_on = "Ngày xong"
paper_number = "Văn bản"
[states]
"Chưa làm" = "assigned"
"Đang làm" = "in_progress"
"Xong" = "done"
"""
ROWS = [
    ["Mã", "Nhiệm vụ", "Đơn vị", "Hạn", "Trạng thái", "Ngày xong", "Văn bản"],
    ["A1", "Lập danh sách", "Sở Nội vụ", "15/7/2013", "Đang làm", "", ""],
    ["A2", "Rà soát", "Sở Tài chính", "20/7/2013", "Xong", "18/7/2013", "7/BC-STC"],
    ["A3", "Không rõ", "", "", "", "", ""],
]


@pytest.fixture
def say(tmp_path, monkeypatch, capsys) -> Callable[..., str]:
    """Run a command at a desk that holds a small plan; gives what was printed."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("getpass.getuser", lambda: "van-thu")
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def say_it(*arguments: str, code: int = 0) -> str:
        got = run(["track", *arguments])
        out, err = capsys.readouterr()
        assert got == code, out + err
        return str(out + err)

    return say_it


@pytest.fixture
def begun(say) -> Callable[..., str]:
    """The same with the plan started."""
    say("start", "plan.yaml")
    told: Callable[..., str] = say
    return told


def items(told: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told)["items"]
    return found


def test_a_plan_is_started_beside_its_file_on_its_own_day(say, tmp_path):
    (tmp_path / "thu").mkdir()
    (tmp_path / "plan.yaml").rename(tmp_path / "thu" / "plan.yaml")

    told = say("start", "thu/plan.yaml")

    assert "ngày 19/3/2013: giao 8 việc, 2 cơ quan" in told
    assert "mỗi nhóm cơ quan là một việc" in told
    assert (tmp_path / "thu" / "theo-doi.db").exists()


def test_starting_gives_its_events_as_json_and_starting_again_gives_none(say):
    events = json.loads(say("start", "plan.yaml", "--json", "--plan", "ra-soat"))

    assert len(events) == 8
    assert {one["plan"] for one in events} == {"ra-soat"}
    assert {one["by"] for one in events} == {"van-thu"}
    assert json.loads(say("start", "plan.yaml", "--json", "--plan", "ra-soat")) == []


def test_a_plan_dated_tomorrow_is_given_today(say, tmp_path):
    later = PLAN.replace("2013-03-19", "2098-03-19").replace("period: 2013\n", "")
    (tmp_path / "plan.yaml").write_text(later, encoding="utf-8")

    assert "giao" in say("start", "plan.yaml")


def test_a_plan_that_asks_for_nothing_and_a_missing_folder_are_told(say, tmp_path):
    (tmp_path / "rong.yaml").write_text("kehoach: 1\ntitle: Rỗng\n", encoding="utf-8")

    assert "không giao việc nào" in say("start", "rong.yaml", code=2)
    assert "không có thư mục" in say("start", "plan.yaml", "--ledger", "mat/so.db", code=2)


def test_a_changed_plan_asks_and_records_after_a_yes(begun, tmp_path, monkeypatch):
    changed = PLAN.replace("[Sở Nội vụ, Sở Tài chính]\n        tasks", "[Sở Nội vụ]\n        tasks")
    (tmp_path / "plan.yaml").write_text(changed, encoding="utf-8")

    monkeypatch.setattr(click, "prompt", lambda *_args, **_more: "không")
    assert "chưa ghi gì" in begun("start", "plan.yaml", code=2)
    monkeypatch.setattr(click, "prompt", lambda *_args, **_more: "Có")
    told = begun("start", "plan.yaml", "--reason", "bớt đơn vị")

    assert "thu hồi 2" in told
    assert "bớt đơn vị" in begun("history", "1@so-tai-chinh")


def test_many_changes_are_shown_in_part(begun, tmp_path):
    many = "".join(f"          - {{id: n{n}, task: Việc {n}.}}\n" for n in range(15))
    (tmp_path / "plan.yaml").write_text(PLAN.replace("        tasks:\n", "        tasks:\n" + many),
                                        encoding="utf-8")  # fmt: skip
    assert "giao việc 30" in begun("start", "plan.yaml")  # nothing is taken away: no question
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")

    assert "… và 10 sự kiện khác" in begun("start", "plan.yaml", code=2)


def test_a_ledger_on_a_network_path_says_that_it_serves_one_writer(say, monkeypatch):
    monkeypatch.setattr("kehoach.tracking.ledger.on_network_path", lambda _path: True)

    assert "chỉ một người ghi tại một thời điểm" in say("start", "plan.yaml")


@pytest.mark.parametrize("command", [["status"], ["due"], ["verify"], ["undo"], ["history", "1"],
                                     ["add", "noted", "1"], ["export", "-o", "x.jsonl"],
                                     ["backup", "x.db"]])  # fmt: skip
def test_a_ledger_that_is_not_there_is_told_and_not_made(say, tmp_path, command):
    assert "chưa có sổ theo-doi.db; lập sổ bằng: kehoach track start" in say(*command, code=2)
    assert not (tmp_path / "theo-doi.db").exists()


def test_a_file_that_is_no_ledger_is_told(say, tmp_path):
    (tmp_path / "theo-doi.db").write_text("không phải sổ " * 100, encoding="utf-8")
    sqlite3.connect(tmp_path / "khac.db").execute("CREATE TABLE events (x)").connection.close()

    assert "không phải sổ theo dõi" in say("status", code=2)
    assert "có dữ liệu khác" in say("status", "--ledger", "khac.db", code=2)
    assert "chỉ dùng được một tệp" in say("status", "--ledger", "mysql://may/so", code=2)


@pytest.mark.parametrize("kind", TYPED)
def test_every_event_is_known_by_both_its_names(begun, kind):
    for word in (kind.value, kind.value.replace("_", "-"), kind.label, kind.label.upper()):
        told = begun("add", word, "khong-co", code=2)
        assert "không có việc nào có khóa “khong-co”" in told


def test_words_for_events_that_are_not_typed_name_their_command(begun):
    assert "kehoach track start" in begun("add", "giao việc", "1@so-noi-vu", code=2)
    assert "kehoach track undo" in begun("add", "corrected", "1@so-noi-vu", code=2)
    told = begun("add", "submited", "1@so-noi-vu", code=2)
    assert "có phải là submitted?" in told
    assert "trình kết quả" in told
    assert "không có sự kiện “xyzzy”\n" in begun("add", "xyzzy", "1@so-noi-vu", code=2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["accepted"], "không thể “chấp nhận kết quả”; có thể: nhận việc (acknowledged)"),
        (["extension_granted", "--due", "1/5/2013"], "không thể “cho gia hạn”"),
        (["refused"], "“từ chối” cần lý do: thêm --note"),
        (["extension_asked", "--note", "bận"], "cần ngày: thêm --due NGÀY"),
        (["reassigned", "--note", "x"], "cần cơ quan: thêm --body MÃ"),
        (["reassigned", "--note", "x", "--body", "so-xd"], "thêm --name TÊN"),
        (["acknowledged", "--figure", "5"], "“nhận việc” không dùng --figure"),
        (["progressed", "--figure", "nhiều"], "--figure cần một số"),
        (["progressed", "--figure", "inf"], "--figure cần một số"),
        (["redated", "--note", "x"], "loại thời hạn: thêm --term"),
        (["redated", "--note", "x", "--term", "mãi"], "standing (thường xuyên)"),
        (["submitted", "--paper-day", "1/4/2013"], "--paper-day cần đi cùng --paper"),
        (["submitted", "--paper", "1/BC ngày 5/4/2013"], "không thể có ngày sau ngày xảy ra"),
        (["noted", "--note", "x", "--day", "1/1/2099"], "không thể sau ngày ghi sổ"),
        (["noted", "--note", "x", "--day", "30/2/2013"], "“30/2/2013” không phải là ngày"),
    ],
)
def test_a_wrong_event_says_what_is_asked_for(begun, arguments, said):
    word, *rest = arguments
    day = [] if "--day" in rest else ["--day", "2013-04-02"]

    assert said in begun("add", word, "1@so-noi-vu", *day, *rest, code=2)
    assert "8 sự kiện" in begun("verify")


def test_a_move_that_breaks_a_later_one_is_told(begun):
    begun("add", "done", "1@so-noi-vu", "--day", "5/4/2013")

    told = begun("add", "withdrawn", "1@so-noi-vu", "--day", "2/4/2013", "--note", "x", code=2)

    assert "khi đến việc đã ghi sau đó" in told


def test_a_move_before_the_work_was_given_is_told(begun):
    told = begun("add", "acknowledged", "1@so-noi-vu", "--day", "1/3/2013", code=2)

    assert "chưa được giao vào ngày ấy" in told


def test_done_is_two_events_and_several_keys_are_one_append(begun):
    told = json.loads(
        begun("add", "xong", "1@so-noi-vu", "1@so-tai-chinh", "--day", "29/3/2013", "--json",
              "--paper", "5/KH", "--note", "đủ", "--reference", "email")
    )  # fmt: skip

    assert [one["kind"] for one in told] == ["submitted", "accepted"] * 2
    assert told[0]["paper_number"] == "5/KH"
    assert (told[1].get("note"), told[1]["reference"]) == (None, "email")


def test_the_terms_of_work_can_be_changed(begun):
    begun("add", "đổi thời hạn", "1@so-noi-vu", "--term", "thường xuyên", "--note", "sửa kế hoạch")
    begun("add", "redated", "1@so-tai-chinh", "--due", "2/5/2013", "--note", "sửa kế hoạch")

    found = {one["key"]: one for one in items(begun("status", "--json"))}
    assert found["1@so-noi-vu"]["term"] == "standing"
    assert found["1@so-tai-chinh"]["due"] == "2013-05-02"


def test_work_is_given_to_another_body_that_the_ledger_knows_or_that_is_named(begun):
    why = ("--note", "đúng chức năng")
    begun("add", "reassigned", "1@so-noi-vu", "--body", "so-tai-chinh", *why)
    told = begun("add", "giao lại", "2@so-noi-vu", "--body", "so-xd", "--name", "Sở Xây dựng", *why)

    assert "2@so-noi-vu (Sở Xây dựng) nay" in told
    names = {one["key"]: one["name"] for one in items(begun("status", "--json"))}
    assert names["1@so-noi-vu"] == "Sở Tài chính"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1@so-noi-vu", "1@so-noi-vu"),
        ("1@SO-NỘI-VỤ", "1@so-noi-vu"),
        ("B6@so-noi", "B6/2013-H1@so-noi-vu"),
        ("b6@noi-vu", "B6/2013-H1@so-noi-vu"),
        ("B12@so-t", "B12/2013@so-tai-chinh"),
        ("B6/2013-H1@so-t", "B6/2013-H1@so-tai-chinh"),
        ("B6/2013-H1@so-n", "B6/2013-H1@so-noi-vu"),
        ("B12/20@tai-chinh", "B12/2013@so-tai-chinh"),
    ],
)
def test_a_key_may_be_typed_short(begun, typed, meant):
    assert begun("history", typed).startswith(meant)


def test_a_short_key_that_means_several_lists_them(begun):
    told = begun("history", "so-noi-vu", code=2)

    assert "“so-noi-vu” chỉ 4 việc" in told
    assert "  1@so-noi-vu\n" in told


def test_many_that_fit_are_listed_in_part_and_one_key_in_two_plans_names_the_plans(begun):
    begun("start", "plan.yaml", "--plan", "khac")

    assert "… và" not in begun("history", "1", code=2)
    told = begun("history", "1@so-noi-vu", code=2)
    assert "thêm --plan KHÓA" in told
    assert "(khac)" in told
    assert begun("history", "1@so-noi-vu", "--plan", "khac")
    begun("start", "plan.yaml", "--plan", "nua")
    assert "… và 4 việc khác" in begun("history", "so-noi-vu", code=2)


def test_history_is_told_in_words_and_as_json(begun):
    begun("add", "progressed", "1@so-noi-vu", "--figure", "85,5%", "--day", "20/3/2013")

    told = begun("history", "1@so-noi-vu")
    assert "  1. 19/3/2013: giao việc, Theo kế hoạch (van-thu)" in told
    assert "  2. 20/3/2013: cập nhật tiến độ, số liệu 85,5 (van-thu)" in told
    assert "nay: đang thực hiện, quá hạn; trễ" in told
    events = json.loads(begun("history", "1@so-noi-vu", "--json"))
    assert [one["kind"] for one in events] == ["assigned", "progressed"]


def test_a_report_goes_to_the_one_that_is_still_owed(begun):
    assert "chỉ 2 việc" in begun("report-received", "so-noi-vu", code=2)
    begun("report-received", "B6@so-noi-vu", "--day", "9/7/2013", "--paper", "6/BC-SNV")
    told = begun("report-received", "so-noi-vu", "--day", "10/12/2013", "--for", "so-tttt")

    assert "B12/2013@so-noi-vu" in told
    assert "(so-tttt)" in told
    assert "chỉ 4 việc" in begun("report-received", "so-noi-vu", code=2)  # nothing is owed
    assert "không thể “nhận báo cáo”" in begun("report-received", "1@so-noi-vu", code=2)


def test_undo_asks_in_words_and_goes_backwards(begun, monkeypatch):
    begun("add", "acknowledged", "1@so-noi-vu", "--day", "20/3/2013")
    begun("add", "started", "1@so-noi-vu", "--day", "21/3/2013")

    told = begun("undo", code=2)
    assert "Sẽ hủy, ở 1@so-noi-vu: 21/3/2013: bắt đầu (van-thu)" in told
    monkeypatch.setattr(click, "prompt", lambda *_args, **_more: "co")
    assert "đã nhận việc" in begun("undo")
    assert "chưa thực hiện" in begun("undo", "1@so-noi-vu")
    assert "nay coi như chưa giao" in begun("undo", "1@so-noi-vu", "--yes")
    assert "không có sự kiện nào để hủy" in begun("undo", "1@so-noi-vu", "--yes", code=2)


def test_undo_takes_the_number_of_a_history(begun):
    begun("add", "acknowledged", "1@so-noi-vu", "--day", "20/3/2013")
    begun("add", "noted", "1@so-noi-vu", "--day", "21/3/2013", "--note", "gọi điện")

    assert "nhận việc" in begun("undo", "1@so-noi-vu", "--event", "2", "--yes")
    assert "[đã hủy]" in begun("history", "1@so-noi-vu").splitlines()[5]
    assert "chỉ có 4 sự kiện" in begun("undo", "1@so-noi-vu", "--event", "9", "--yes", code=2)
    assert "--event cần đi cùng KHÓA" in begun("undo", "--event", "1", "--yes", code=2)
    told = begun("undo", "1@so-noi-vu", "--event", "2", "--yes", code=2)
    assert "đã được hủy rồi" in told


def test_the_overview_has_figures_with_their_denominators_and_a_dash_for_an_empty_one(begun):
    told = begun("status", "--on", "9/7/2013")

    assert "Đến ngày 09/7/2013: 6 việc được giao" in told
    assert "đã hoàn thành/đến hạn: 0/2 = 0,0%" in told
    assert "đúng hạn/đã hoàn thành có hạn: 0/0 = –" in told
    assert "không tính vào các số trên: 2 việc thường xuyên" in told
    assert "Quá hạn: 2 việc" in told
    assert "Sắp đến hạn (còn 3 ngày làm việc trở xuống): 2 việc" in told
    assert "quá hạn  trễ 100 ngày" in told


def test_a_filter_and_all_list_every_obligation(begun):
    assert len(begun("status", "--all", "--on", "1/7/2013").splitlines()) == 18
    told = begun("status", "đơn_vị:so-noi-vu", "quá_hạn", "--on", "1/7/2013")
    assert "1@so-noi-vu" in told
    assert "so-tai-chinh" not in told
    assert "không có việc nào như vậy" in begun("status", "quá_hạn", "--on", "20/3/2013")


def test_a_filter_that_cannot_be_read_points_at_the_place(begun):
    assert "hạn<hôm\n    ^" in begun("status", "hạn<hôm", code=2)
    assert "mã:B6" in begun("status", "B6", code=2)


def test_figures_by_body_by_task_and_by_quarter(begun):
    begun("add", "done", "1@so-noi-vu", "--day", "29/3/2013")

    by_body = begun("status", "--by", "organization", "--on", "1/7/2013")
    assert re.search(r"Sở Nội vụ +3 +1 +1 +0 +2 +2 +0 +0 +100,0% \(1/1\) +100,0% \(1/1\)", by_body)
    assert re.search(r"Sở Tài chính .*0,0% \(0/1\) +–", by_body)
    assert "đã hoàn thành/đến hạn: 1/2 = 50,0%" in by_body
    by_task = begun("status", "--by", "task", "--on", "1/7/2013")
    assert re.search(r"^1 Gửi kế hoạch .*50,0% \(1/2\)", by_task, re.MULTILINE)
    by_period = begun("status", "--by", "period", "--on", "1/7/2013")
    assert re.search(r"quý I/2013 +0 +6 +6 +1", by_period)
    assert re.search(r"quý II/2013 +5 +0 +5 +0", by_period)
    nothing = begun("status", "--by", "period", "--on", "1/1/2013")
    assert "không có việc nào" in nothing


def test_groups_as_json_name_part_and_whole(begun):
    for group, count in (("organization", 2), ("task", 4), ("period", 2)):
        told = json.loads(begun("status", "--by", group, "--on", "30/6/2013", "--json"))
        assert len(told["groups"]) == count
        ratio = told["groups"][0]["ratios"][2]
        assert (ratio["whole"], ratio["percent"]) == (0, None)


def test_what_was_recorded_later_can_be_left_out(begun):
    begun("add", "done", "1@so-noi-vu", "--day", "29/3/2013")

    counts = [
        json.loads(begun("status", "--json", "--on", "1/7/2013", *known))["figures"]["counts"]
        for known in ([], ["--known", "2/7/2013"])
    ]
    assert [one["done"] for one in counts] == [1, 0]
    assert counts[1]["assigned"] == 0  # the work itself was recorded later


def test_changes_since_a_day(begun):
    begun("report-received", "B6@so-noi-vu", "--day", "9/7/2013")

    told = begun("status", "--since", "30/6/2013", "--on", "12/7/2013")
    assert "Thay đổi từ ngày 30/6/2013 đến ngày 12/7/2013: 2" in told
    assert "Sở Nội vụ: B6/2013-H1@so-noi-vu: đã hoàn thành" in told
    as_json = begun("status", "--since", "30/6/2013", "--on", "12/7/2013", "--json", "báo_cáo")
    assert [one["kind"] for one in json.loads(as_json)] == ["done", "fell_late"]


def test_what_falls_due_in_the_coming_days(begun):
    told = begun("due", "--on", "5/7/2013")

    assert "Đến hạn từ 05/7/2013 đến 12/7/2013: 2 việc" in told
    assert "Đã quá hạn: 2 việc" in told
    assert "Không có việc nào đến hạn" in begun("due", "--on", "20/3/2013", "--within", "2")
    found = items(begun("due", "--on", "20/3/2013", "--within", "20", "--json"))
    assert {one["due"] for one in found} == {"2013-03-31"}


def test_the_office_s_own_days_off_count(begun, tmp_path):
    (tmp_path / "nghi.toml").write_text(
        '[[day]]\ndate = 2013-07-09\nkind = "off"\nlabel = "Nghỉ"\nbasis = "QĐ"\n', encoding="utf-8"
    )
    asked = ("status", "báo_cáo", "--on", "8/7/2013", "--json")

    days = [
        items(begun(*asked, *off))[0]["working_days"] for off in ([], ["--days-off", "nghi.toml"])
    ]
    assert days == [2, 1]
    assert "khong-co.toml" in begun(*asked, "--days-off", "khong-co.toml", code=2)


def test_a_broken_ledger_is_told_with_its_place(begun, tmp_path):
    with sqlite3.connect(tmp_path / "theo-doi.db") as connection:
        connection.execute("DROP TRIGGER events_no_UPDATE")
        connection.execute("UPDATE events SET note = 'khác' WHERE seq = 3")
    connection.close()

    told = begun("verify", code=1)
    assert "KHÔNG nguyên vẹn ở sự kiện thứ 3 của kh-2013-" in told
    assert "nội dung đã bị sửa" in told
    assert json.loads(begun("verify", "--json", code=1))["broken"]["number"] == 3


def test_a_sound_ledger_as_json_gives_the_heads(begun):
    told = json.loads(begun("verify", "--json"))

    assert told["sound"]
    assert [one["events"] for one in told["plans"]] == [8]


def test_an_export_that_exists_is_kept_and_what_does_not_fit_is_told(begun, tmp_path):
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")

    assert "đã ghi 8 sự kiện" in begun("export", "-o", "so.jsonl")
    assert "--force" in begun("export", "-o", "so.jsonl", code=2)
    begun("export", "-o", "so.jsonl", "--force")
    assert "-o TỆP.csv" in begun("export", "-o", "so.xlsx", code=2)
    assert "cần --mapping" in begun("export", "-o", "so.csv", code=2)
    assert "bỏ --mapping" in begun("export", "-o", "b.jsonl", "--mapping", "map.toml", code=2)


def test_a_backup_does_not_write_over_another(begun):
    assert "dùng lại: chép luu.db" in begun("backup", "luu.db")
    assert "đã có tệp ấy, chọn tên khác" in begun("backup", "luu.db", code=2)


def test_statuses_are_written_in_the_shape_of_another_tracker(begun, tmp_path):
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    begun("add", "done", "1@so-noi-vu", "--day", "29/3/2013", "--paper", "5/KH-SNV")

    told = begun("export", "mã:1", "-o", "bang.csv", "--mapping", "map.toml", "--on", "1/7/2013")

    assert "đã ghi 2 việc" in told
    text = (tmp_path / "bang.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [one["Trạng thái"] for one in rows] == ["Xong", "Chưa làm"]
    assert (rows[0]["Văn bản"], rows[0]["Hạn"]) == ("5/KH-SNV", "31/3/2013")


def test_lines_that_are_no_events_are_listed_and_the_others_taken(begun, tmp_path):
    begun("export", "-o", "so.jsonl")
    lines = (tmp_path / "so.jsonl").read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2].replace("Theo kế hoạch", "Khác")
    (tmp_path / "so.jsonl").write_text("\n".join([*lines, "{", ""]), encoding="utf-8")

    told = begun("import", "so.jsonl", "--ledger", "moi.db", code=1)

    assert "dòng 3: nội dung đã bị sửa sau khi xuất" in told
    assert "dòng 10: không phải sự kiện" in told
    assert "thêm 7 sự kiện, 0 đã có, 2 bị loại" in told


def test_an_event_may_be_written_by_hand_without_an_id(begun, tmp_path):
    (plan, key) = Ledger(tmp_path / "theo-doi.db").keys()[0]
    line = {
        "plan": plan, "obligation": key, "kind": "acknowledged", "day": "2013-03-20",
        "at": "2013-03-20T02:00:00.000000Z", "by": "vp",
    }  # fmt: skip
    (tmp_path / "tay.jsonl").write_text(json.dumps(line), encoding="utf-8")

    assert "thêm 1 sự kiện" in begun("import", "tay.jsonl")
    assert "thêm 0 sự kiện, 1 đã có" in begun("import", "tay.jsonl")


def test_files_that_cannot_be_read_are_told(begun, tmp_path):
    (tmp_path / "la.jsonl").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "map.toml").write_text("[columns]\ntext = 'A'\n", encoding="utf-8")

    assert "không mở được" in begun("import", "khong-co.jsonl", code=2)
    assert "UTF-8" in begun("import", "la.jsonl", code=2)
    assert "--mapping" in begun("import", "bang.csv", code=2)
    wanted = ("import", "bang.csv", "--plan", "p", "--mapping")
    assert "không đọc được" in begun(*wanted, "khong-co.toml", code=2)
    assert "columns.body" in begun(*wanted, "map.toml", code=2)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_table_of_another_tracker_is_read_and_read_again(say, tmp_path, suffix):
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")

    def write(rows: list[list[str]]) -> None:
        if suffix == ".xlsx":
            (tmp_path / "bang.xlsx").write_bytes(workbook([["BẢNG THEO DÕI"], [], *rows]))
            return
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        (tmp_path / "bang.csv").write_text(text.getvalue(), encoding="utf-8-sig")

    asked = ("import", f"bang{suffix}", "--mapping", "map.toml", "--plan", "khac",
             "--day", "1/7/2013")  # fmt: skip
    write(ROWS)
    told = say(*asked, code=1)
    assert "dòng 3: thiếu đơn vị" in told
    assert "thêm 5 sự kiện, 0 đã có" in told
    assert "thêm 0 sự kiện, 5 đã có" in say(*asked, code=1)

    changed = [ROWS[0], [*ROWS[1][:3], "25/7/2013", "Xong", "24/7/2013", "9/BC-SNV"], ROWS[2]]
    write(changed)
    assert "thêm 3 sự kiện" in say(*asked)
    (one,) = items(say("status", "mã:A1", "--json", "--on", "1/8/2013"))
    assert (one["state"], one["due"], one["first_due"]) == ("done", "2013-07-25", "2013-07-15")


def test_a_table_without_the_columns_of_its_mapping_is_told(say, tmp_path):
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "bang.csv").write_text("Tên,Việc\na,b\n", encoding="utf-8")

    told = say("import", "bang.csv", "--mapping", "map.toml", "--plan", "p", code=2)
    assert "không có dòng tiêu đề nào đủ các cột: Mã, Nhiệm vụ" in told


def test_the_names_of_another_tracker_become_bodies_of_the_directory(say, tmp_path):
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    text = io.StringIO()
    csv.writer(text).writerows(ROWS[:2])
    (tmp_path / "bang.csv").write_text(text.getvalue(), encoding="utf-8")
    bodies = str(ROOT / "examples" / "long-an-2013" / "directory.yaml")

    say("import", "bang.csv", "--mapping", "map.toml", "--plan", "p", "--day", "1/7/2013",
        "--directory", bodies)  # fmt: skip

    assert items(say("status", "--json"))[0]["key"] == "A1@so-nv"


@pytest.fixture
def server(tmp_path) -> Iterator[str]:
    with database("postgresql", tmp_path) as url:
        yield url


def test_a_backup_of_postgresql_comes_back_into_a_file(say, server):
    say("start", "plan.yaml", "--ledger", server)
    say("add", "progressed", "1@so-noi-vu", "--figure", "40", "--ledger", server)
    say("undo", "--yes", "--ledger", server)

    assert "kehoach track import luu.jsonl" in say("backup", "luu.jsonl", "--ledger", server)
    assert "thêm 10 sự kiện" in say("import", "luu.jsonl")

    assert say("verify").splitlines()[1] == say("verify", "--ledger", server).splitlines()[1]


def test_a_backup_that_was_changed_by_hand_is_refused_line_by_line(say, server, tmp_path):
    say("start", "plan.yaml", "--ledger", server)
    say("backup", "luu.jsonl", "--ledger", server)
    text = (tmp_path / "luu.jsonl").read_text(encoding="utf-8")
    (tmp_path / "luu.jsonl").write_text(text.replace('"van-thu"', '"khac"', 1), encoding="utf-8")

    assert "thêm 7 sự kiện, 0 đã có, 1 bị loại" in say("import", "luu.jsonl", code=1)


def test_a_server_that_is_not_there_is_told_without_its_password(say):
    told = say("verify", "--ledger", "postgresql://a:bimat@127.0.0.1:1/x", code=2)

    assert "không dùng được sổ postgresql" in told
    assert "bimat" not in told


def test_in_a_terminal_tables_are_coloured_and_still_say_it_in_words(begun, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")

    told = begun("status", "--on", "9/7/2013")

    assert "\x1b[31m" in told
    assert "quá hạn" in told


def test_who_records_must_be_known(begun, monkeypatch):
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)

    assert "thêm --by TÊN" in begun("add", "noted", "1@so-noi-vu", "--note", "x", code=2)
    assert begun("add", "noted", "1@so-noi-vu", "--note", "x", "--by", "chị Lan")


def test_plain_tables_are_padded_columns():
    assert _tables.plain_lines(("A", "Bé"), [("một", "2"), ("", "30")]) == [
        "A    Bé",
        "một  2",
        "     30",
    ]


def test_every_event_kind_can_be_recorded_somewhere():
    assert set(EventKind) - set(TYPED) == {EventKind.ASSIGNED, EventKind.CORRECTED}
