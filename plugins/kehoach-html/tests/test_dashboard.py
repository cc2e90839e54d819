"""The dashboard: its figures, and in Chromium what a reader does with it."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from kehoach_html import _columns
from kehoach_html._columns import columns_of, embedded
from kehoach_html.dashboard import dashboard_html
from kehoach_html.plugin import kehoach_exporters

import kehoach
from kehoach.cli.demo import example_folder
from kehoach.exporting import export
from kehoach.testing import check_exporter, sample_progresses
from kehoach.testing.samples import HOSTILE
from kehoach.tracking import (
    Duty,
    DutyKind,
    Event,
    EventKind,
    Obligation,
    Paper,
    Progress,
    assess,
    figures,
)
from kehoach.tracking import Term as TermKind
from kehoach.tracking.events import correction
from kehoach.tracking.telling import days_words, history, term_words
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from pathlib import Path

HANOI = datetime.timezone(datetime.timedelta(hours=7))
START, ON = datetime.date(2026, 1, 12), datetime.date(2026, 6, 30)
DASHBOARD = kehoach_exporters()[1]


def instant(day: datetime.date, hour: int = 9) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, hour, tzinfo=HANOI)


def given(key: str, text: str, due: datetime.date | None, name: str) -> Event:
    """An obligation given on the first day."""
    node, _, body = key.partition("@")
    term = TermKind.DATED if due else TermKind.NONE
    duty = Duty(node, DutyKind.TASK, text, product="Báo cáo")
    owed = Obligation("kh-2026", key, duty, body, name, term=term, due=due)
    day = START
    return Event("kh-2026", key, EventKind.ASSIGNED, day, "Văn phòng", instant(day), given=owed)


def event(of: Event, kind: EventKind, day: datetime.date, **details: Any) -> Event:
    by = of.given.name if of.given else "?"
    return Event("kh-2026", of.obligation, kind, day, by, instant(day), **details)


def story() -> list[Event]:
    """Four obligations: done on time, overdue, moved and corrected, without a day."""
    spring, summer = datetime.date(2026, 3, 31), datetime.date(2026, 5, 29)
    one = given("1@so-nv", "Lập danh mục dữ liệu", spring, "Sở Nội vụ")
    two = given("2@so-tc", "Thẩm định kinh phí", summer, "Sở Tài chính")
    three = given("3@so-nv", "Tập huấn đường dây nóng", spring, "Sở Nội vụ")
    four = given("4@xa", "Tuyên truyền <b>thường xuyên</b>", None, "UBND các xã")
    asked = datetime.date(2026, 3, 20)
    granted = event(three, EventKind.EXTENSION_GRANTED, asked, due=summer)
    done = event(
        one, EventKind.SUBMITTED, spring - datetime.timedelta(days=5),
        paper=Paper("12/BC-SNV", spring - datetime.timedelta(days=5)),
    )  # fmt: skip
    return [
        one, two, three, four,
        done, event(one, EventKind.ACCEPTED, spring),
        event(three, EventKind.EXTENSION_ASKED, asked, due=summer, note="thiếu <i>số liệu</i>"),
        granted,
        correction(granted, by="Văn phòng", at=instant(ON), note="nhầm ngày",
                   due=datetime.date(2026, 6, 15)),
        event(four, EventKind.PROGRESSED, summer, figure=Decimal(40)),
    ]  # fmt: skip


def progress() -> Progress:
    found = assess(story(), on=ON, calendar=vietnam()).with_history(story())
    return evolve(found, title="Chuyển đổi số\nnăm 2026")


def saved(folder: Path, one: Progress) -> Path:
    file = folder / "dashboard.html"
    file.write_bytes(dashboard_html(one))
    return file


def data_of(page: bytes) -> dict[str, Any]:
    found = re.search(rb'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_exporter_of_dashboards_keeps_the_contract():
    check_exporter(DASHBOARD, subjects={"story": progress()})


def test_the_four_cells_are_those_of_the_figures():
    page = dashboard_html(progress()).decode()
    found = figures(progress())

    cells = re.findall(r'class="cell k-(\w+)">.*?<b>(.*?)</b>', page, re.DOTALL)
    assert cells == [
        (name, str(getattr(found, name))) for name in ("on_time", "late", "in_term", "overdue")
    ]
    assert "Đã hoàn thành/đến hạn" in page
    assert "Chuyển đổi số năm 2026" in page
    assert "30/6/2026" in page


def test_bodies_that_owe_the_same_by_the_same_day_stand_together():
    due = datetime.date(2026, 3, 31)
    events = [given(f"1@s{n}", "Gửi kế hoạch", due, f"Sở số {n}") for n in range(3)]
    page = dashboard_html(assess(events, on=ON, calendar=vietnam())).decode()

    assert "<b>3 cơ quan:</b> Sở số 0; Sở số 1; Sở số 2" in page
    assert page.count("Gửi kế hoạch") == 2  # the list, and once in the data


def test_the_data_holds_every_row_and_each_text_once():
    data = data_of(dashboard_html(progress()))

    assert data["rows"]["key"] == ["1@so-nv", "2@so-tc", "3@so-nv", "4@xa"]
    assert data["bodies"] == ["Sở Nội vụ", "Sở Tài chính", "UBND các xã"]
    assert len(data["duties"]) == 4


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_element_of_the_data(text):
    page = dashboard_html(sample_progresses()["hostile"])

    assert page.count(b"</script>") == 2
    assert any(one[1] == text for one in data_of(page)["duties"])
    assert set(embedded({"a": "<>&\u2028"})) & set("<>&\u2028") == set()


def test_a_title_that_imitates_the_place_of_the_data_changes_nothing():
    mark = "\ue000kehoach-data\ue000"
    data = data_of(dashboard_html(evolve(progress(), title=mark)))

    assert len(data["rows"]["key"]) == 4


def test_a_history_that_is_too_long_is_left_out_and_the_page_says_so(monkeypatch):
    monkeypatch.setattr(_columns, "LONGEST_HISTORY", 3)
    monkeypatch.setattr("kehoach_html.dashboard.LONGEST_HISTORY", 3)
    page = dashboard_html(progress())

    assert data_of(page)["history"] == {}
    assert "quá dài" in page.decode()


def test_a_plan_is_exported_as_its_dashboard(tmp_path):
    plan = kehoach.load(example_folder() / "plan.yaml")
    day = datetime.date(2013, 6, 30)
    path = export(plan, tmp_path / "a.html", format="dashboard", on=day)

    data = data_of(path.read_bytes())
    assert len(data["rows"]["key"]) > 50
    assert len(data["history"]) == len(data["rows"]["key"])


def test_the_columns_of_an_empty_progress_are_empty():
    assert columns_of(Progress(ON))["rows"]["key"] == []


def test_listing_the_plugins_loads_no_jinja():
    code = (
        "import json, sys; from kehoach.plugins import load_plugins;"
        " names = [one.name for one in load_plugins().report() if one.status == 'active'];"
        " print(json.dumps([names, 'jinja2' in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    names, loaded = json.loads(done.stdout)

    assert "html" in names
    assert not loaded


def shown(chromium: Any) -> list[str]:
    """The texts of the tasks on the shown page of the list."""
    texts: list[str] = chromium.run(
        "[...document.querySelectorAll('#rows .what .link')].map((one) => one.textContent)"
    )
    return texts


def ask(chromium: Any, name: str, value: str) -> None:
    """Put a value into a field of the form, as a reader would, and wait for the answer."""
    chromium.run(
        f"(async () => {{ const one = document.getElementById({name!r});"
        f" one.value = {json.dumps(value)};"
        " for (const kind of ['input', 'change'])"
        " one.dispatchEvent(new Event(kind, {bubbles: true}));"
        " await new Promise((done) => setTimeout(done, 200)); })()"
    )


@pytest.fixture
def page(chromium: Any, tmp_path: Path) -> Any:
    """The browser on the dashboard of the story."""
    chromium.size(1200, 900)
    chromium.open(saved(tmp_path, progress()))
    yield chromium
    assert chromium.faults() == []


@pytest.mark.browser
def test_the_list_shows_everything_by_its_day_what_is_done_last(page):
    assert shown(page) == [
        "Thẩm định kinh phí",
        "Tập huấn đường dây nóng",
        "Tuyên truyền <b>thường xuyên</b>",
        "Lập danh mục dữ liệu",
    ]
    assert page.run("document.getElementById('found').textContent") == "4 việc"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("duong day", ["Tập huấn đường dây nóng"]),
        ("ĐƯỜNG", ["Tập huấn đường dây nóng"]),
        ("so tai chinh kinh", ["Thẩm định kinh phí"]),
        ("2@so-tc", ["Thẩm định kinh phí"]),
        ("<b>", ["Tuyên truyền <b>thường xuyên</b>"]),
        ("không có gì thế này", []),
    ],
)
def test_search_needs_no_tone_marks(page, query, found):
    ask(page, "query", query)

    assert shown(page) == found
    if not found:
        assert "Không có việc nào khớp" in page.run("document.getElementById('found').textContent")


@pytest.mark.browser
def test_filters_by_state_body_and_month_work_together_and_are_taken_back(page):
    ask(page, "time", "overdue")
    assert sorted(shown(page)) == ["Thẩm định kinh phí", "Tập huấn đường dây nóng"]

    page.run("document.querySelector('[data-month=\"3\"]').click()")
    page.run("new Promise((done) => setTimeout(done, 50))")
    assert shown(page) == ["Lập danh mục dữ liệu"]

    page.run("document.querySelector('[data-body]').click()")
    page.run("new Promise((done) => setTimeout(done, 50))")
    assert len(shown(page)) in {1, 2}

    page.run("document.querySelector('#ask [type=reset]').click()")
    page.run("new Promise((done) => setTimeout(done, 50))")
    assert len(shown(page)) == 4


@pytest.mark.browser
def test_the_history_of_a_task_unfolds_by_keyboard_as_the_library_tells_it(page):
    ask(page, "query", "duong day")
    page.run("document.querySelector('#rows .link').focus()")
    page.press("Enter", 13, "\r")

    assert page.run("document.activeElement.getAttribute('aria-expanded')") == "true"
    steps = page.run("[...document.querySelectorAll('.more li')].map((one) => one.textContent)")
    told = history(one for one in story() if one.obligation == "3@so-nv")
    assert [_plain(one) for one in steps] == [_plain(one) for one in told]
    assert page.run("document.querySelectorAll('.more i').length") == 0
    page.press("Enter", 13, "\r")
    assert page.run("document.querySelectorAll('.more').length") == 0


def _plain(line: str) -> str:
    """A line without the mark's brackets or dash."""
    return re.sub(r"[\[\]–]", "", line).replace("  ", " ").strip()


@pytest.mark.browser
def test_terms_and_days_are_worded_as_the_library_words_them(chromium, tmp_path):
    one = sample_progresses()["whole"]
    chromium.open(saved(tmp_path, one))
    ask(chromium, "order", "given")

    cells = "[...document.querySelectorAll('#rows tr')].map((row) => row.cells[{}].textContent)"
    assert chromium.run(cells.format(2)) == [term_words(each) for each in one]
    assert chromium.run(cells.format(4)) == [days_words(each) for each in one]
    assert chromium.faults() == []


@pytest.mark.browser
def test_a_long_list_is_shown_page_by_page(chromium, tmp_path):
    chromium.open(saved(tmp_path, sample_progresses()["long"]))

    assert len(shown(chromium)) == 50
    chromium.run("document.getElementById('next').click()")
    assert chromium.run("document.getElementById('page').textContent") == "trang 2/6"
    assert shown(chromium)[0] == "Nhiệm vụ số 50"
    assert chromium.run("document.getElementById('back').disabled") is False


@pytest.mark.browser
@pytest.mark.parametrize("name", sorted(sample_progresses()))
def test_every_sample_opens_without_a_fault_or_a_request(chromium, tmp_path, name):
    chromium.open(saved(tmp_path, sample_progresses()[name]))
    chromium.run("document.querySelectorAll('#rows .link').forEach((one) => one.click())")

    assert chromium.faults() == []
    assert chromium.run("document.querySelectorAll('script').length") == 2
    assert chromium.run("document.querySelectorAll('img, iframe, link').length") == 0


@pytest.mark.browser
def test_the_policy_of_the_page_stops_foreign_code_and_requests(page):
    page.run(
        "document.body.insertAdjacentHTML('beforeend',"
        ' \'<img src="http://example.invalid/a.png" onerror="window.broken = 1">\')'
    )
    page.run("const one = document.createElement('script'); one.textContent = 'window.broken = 2';"
             " document.body.append(one)")  # fmt: skip
    page.run("new Promise((done) => setTimeout(done, 100))")

    assert page.run("window.broken") is None
    assert "Content Security Policy" in " ".join(page.faults())
    page.events.clear()


@pytest.mark.browser
def test_it_prints_what_was_asked_and_unfolds_nothing_else(page):
    ask(page, "query", "kinh phi")
    page.pdf()
    page.media("print")
    hidden = page.run("getComputedStyle(document.getElementById('ask')).display")

    assert hidden == "none"
    assert page.run("document.querySelector('.ask').classList.contains('unasked')") is False
    ask(page, "query", "")
    page.pdf()
    assert page.run("document.querySelector('.ask').classList.contains('unasked')") is True


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "light"), [("light", True), ("dark", False)])
def test_the_page_follows_light_and_dark(page, scheme, light):
    page.media("", prefers_color_scheme=scheme)
    color = page.run("getComputedStyle(document.body).backgroundColor")
    red = int(re.findall(r"\d+", color)[0])

    assert (red > 128) is light


@pytest.mark.browser
def test_a_phone_needs_no_sideways_scrolling(page):
    page.size(390, 844)

    assert page.run("document.documentElement.scrollWidth") <= 390
    page.size(1200, 900)


@pytest.mark.browser
def test_every_chart_has_words_and_every_field_a_label(page):
    assert page.run("[...document.querySelectorAll('svg[role=img]')]"
                    ".every((one) => one.getAttribute('aria-label'))")  # fmt: skip
    assert page.run("[...document.querySelectorAll('.months button')]"
                    ".every((one) => /việc đến hạn/.test(one.ariaLabel))")  # fmt: skip
    assert page.run("[...document.querySelectorAll('#ask input, #ask select')]"
                    ".every((one) => one.labels.length === 1)")  # fmt: skip
