"""What a plan file may hold, and what is said of one that cannot be a plan."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from cattrs.errors import ClassValidationError
from yaml import YAMLError

from kehoach.deadlines import Before, In, Period, Standing, Within
from kehoach.documents import Number, PartialDate, Recipient
from kehoach.errors import InvalidPlanFile
from kehoach.files import loads
from kehoach.files._structure import _flatten
from kehoach.files._syntax import describe_yaml_error
from kehoach.plan import Item, Paragraph, Party, Section, Target, Task

if TYPE_CHECKING:
    from kehoach.plan import Plan

HEAD = "kehoach: 1\ntitle: Kế hoạch thử\n"


def plan_of(body: str) -> Plan:
    return loads(HEAD + body)


def content_of(body: str) -> object:
    """The first thing in the first section."""
    indented = "\n".join("      " + line for line in body.splitlines())
    plan = plan_of(f"sections:\n  - heading: A\n    content:\n{indented}\n")
    return plan.sections[0].content[0]


def faults_of(text: str, source: str = "plan.yaml") -> list[str]:
    """Every fault of a text, as it is shown."""
    with pytest.raises(InvalidPlanFile) as caught:
        loads(text, source)
    return [finding.describe(source) for finding in caught.value.findings]


@pytest.mark.parametrize("word", ["no", "07", "1.10", "true", "2013-03-19", "1e3", "0x1F", "16:00"])
def test_a_text_that_yaml_would_convert_stays_text(word: str):
    assert plan_of(f"place: {word}\n").place == word


@pytest.mark.parametrize("nothing", ["", "null", "~", "Null"])
def test_only_an_empty_value_is_nothing(nothing: str):
    plan = plan_of(f"place: {nothing}\nbases: {nothing}\nnumber: {nothing}\n")

    assert (plan.place, plan.bases, plan.number) == (None, (), Number())


def test_a_quoted_null_is_text():
    assert plan_of('place: "null"\n').place == "null"


@pytest.mark.parametrize(
    "written", ["2013-07-10", "10/7/2013", "10/07/2013", "10.7.2013", "ngày 10 tháng 7 năm 2013"]
)
def test_a_day_is_read_in_each_of_its_forms(written: str):
    assert plan_of(f"date: {written}\n").date == datetime.date(2013, 7, 10)


@pytest.mark.parametrize(
    ("written", "month"), [("2013-03", 3), ("3/2013", 3), ("03/2013", 3), ("2013", None)]
)
def test_a_date_of_a_paper_may_be_partial(written: str, month: int | None):
    assert plan_of(f"date: {written}\n").date == PartialDate(2013, month)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2013-H1", "2013-01-01", "2013-06-30"),
        ("2013-Q2", "2013-04-01", "2013-06-30"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2011..2015", "2011-01-01", "2015-12-31"),
        ("2013-03..2013-05", "2013-03-01", "2013-05-31"),
        ("1/2/2013..31/3/2013", "2013-02-01", "2013-03-31"),
        ("10/7/2013", "2013-07-10", "2013-07-10"),
    ],
)
def test_a_period_is_read_from_its_short_form(written: str, start: str, end: str):
    days = (datetime.date.fromisoformat(day) for day in (start, end))

    assert plan_of(f"period: {written}\n").period == Period(*days)


@pytest.mark.parametrize("written", ["98,5", "98.5", '"98,5"'])
def test_decimals_are_read_with_comma_and_with_point(written: str):
    target = content_of(f"- target: x\n  threshold:\n    value: {written}")

    assert isinstance(target, Target)
    assert target.threshold is not None
    assert target.threshold.value == Decimal("98.5")


def test_a_comma_that_ends_a_value_in_braces_is_noticed():
    text = (
        f"{HEAD}sections: [{{heading: A, content: [{{target: x, threshold: {{value: 98,5}}}}]}}]\n"
    )

    assert any("khóa không có: '5'" in fault for fault in faults_of(text))


def test_a_bare_text_stands_for_the_class_that_its_place_expects():
    plan = plan_of("opening: [Mở đầu]\nrecipients: [Bộ TTTT, {name: TT. TU, parties: [TU]}]\n")

    assert plan.opening == (Paragraph("Mở đầu"),)
    assert plan.recipients == (Recipient("Bộ TTTT"), Recipient("TT. TU", ("TU",)))


def test_the_tag_tells_one_kind_of_content_from_another():
    assert content_of("- task: x") == Task("x")
    assert content_of("- {item: x, items: [y]}") == Item("x", (Item("y"),))
    assert content_of("- {heading: x}") == Section("x")


def test_a_group_of_tasks_with_a_heading_of_its_own_is_no_section():
    group = content_of("- assignees: [Sở A]\n  heading: Đề nghị Sở A\n  tasks: [x]")

    assert getattr(group, "assignees", None) == (Party("Sở A"),)


@pytest.mark.parametrize(
    ("written", "deadline"),
    [
        ("{before: 01/4/2013}", Before(datetime.date(2013, 4, 1))),
        ("{within: 5, after: nhận được văn bản}", Within(5, "nhận được văn bản")),
        ("{within: 5, after: 1/4/2013}", Within(5, datetime.date(2013, 4, 1))),
        ("{in: 2013-Q2}", In(Period.quarter(2013, 2))),
        ("{standing: }", Standing(None)),
        ("{standing: thường xuyên}", Standing("thường xuyên")),
    ],
)
def test_the_tag_tells_one_deadline_from_another(written: str, deadline: object):
    assert getattr(content_of(f"- {{task: x, deadline: {written}}}"), "deadline", None) == deadline


def test_an_alias_repeats_a_value():
    plan = plan_of("place: &tinh Long An\nbases: [*tinh, *tinh]\n")

    assert plan.bases == ("Long An", "Long An")


def test_json_and_yaml_with_a_brace_in_front_are_both_read():
    assert loads('{"kehoach": 1, "title": "x", "number": {"text": 7}}').number == Number("7")
    assert loads("{kehoach: 1, title: x}").title == "x"


def test_a_number_in_json_keeps_its_spelling():
    assert loads('{"kehoach": 1, "title": 1.10, "place": true}').title == "1.10"


def test_all_faults_come_at_once_each_with_its_line():
    text = (
        "kehoach: 1\n"
        "tile: x\n"
        "date: mai\n"
        "sections:\n"
        "  - heading: A\n"
        "    content:\n"
        "      - assignes: [Sở A]\n"
        "        tasks:\n"
        "          - task: x\n"
        "            deadline: {befor: 01/4/2013}\n"
        "            roles: [{role: leed}]\n"
        "          - {task: x, number: một}\n"
    )

    assert (
        "\n".join(faults_of(text))
        == """\
plan.yaml:1: thiếu khóa bắt buộc 'title' (Trích yếu nội dung)
plan.yaml:2: tile: khóa không có: 'tile'; có phải ý là 'title'?
plan.yaml:3: date: cần một ngày (2013-03-19 hoặc 19/3/2013), một tháng (3/2013) hoặc một năm, \
nhưng có 'mai'
plan.yaml:7: sections[0].content[0]: thiếu khóa bắt buộc 'assignees' (Cơ quan được giao)
plan.yaml:7: sections[0].content[0].assignes: khóa không có: 'assignes'; \
có phải ý là 'assignees'?
plan.yaml:10: sections[0].content[0].tasks[0].deadline: cần một trong các khóa before, by, \
within, ahead, in, every, standing, on_request, undated; có phải ý là 'before'?
plan.yaml:11: sections[0].content[0].tasks[0].roles[0].role: cần một trong các từ lead, \
coordinate, advise, direct, implement, monitor, consolidate, support, guide, submit, \
participate, report, fund, inspect, nhưng có 'leed'; có phải ý là 'lead'?
plan.yaml:12: sections[0].content[0].tasks[1].number: cần một số nguyên, nhưng có 'một'\
"""
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("date: 30/2/2013", "không có ngày '30/2/2013' trong lịch"),
        ("period: 2015..2011", "kỳ '2015..2011' kết thúc trước khi bắt đầu"),
        ("period: quý 2", "cần một kỳ (2013, 2013-H1, 2013-Q2"),
        ("bases: x", "cần một danh sách, nhưng có 'x'"),
        ("place: [x]", "cần chữ, nhưng có một danh sách"),
        ("issuer: {name: }", "issuer.name: cần chữ, để trống"),
        ("signature: x", "cần một nhóm khóa có lines (Chữ ký), nhưng có 'x'"),
        ("number: [x]", "cần một nhóm khóa (Số, ký hiệu), nhưng có một danh sách"),
        (
            "sections: [{heading: A, content: [{task: x, deadline: {within: -1, after: y}}]}]",
            "deadline.within: cần một số nguyên từ 0 trở lên, nhưng có '-1'",
        ),
        (
            "sections: [{heading: A, content: [{task: x, deadline: {every: month, day: 32}}]}]",
            "deadline.day: cần một số nguyên từ 1 đến 31, nhưng có '32'",
        ),
        (
            "sections: [{heading: A, content: [{task: x, deadline: {by: 1/4/2013, hour: 4pm}}]}]",
            "deadline.hour: cần một giờ (16:00), nhưng có '4pm'",
        ),
        ("period: 0000", "cần một kỳ (2013"),
        ("archive: [x: y]", "archive: cần chữ, nhưng có một danh sách"),
        ("annexes: [{title: x, landscape: có}]", "cần true (có) hoặc false (không), nhưng có 'có'"),
        ("title: y", "khóa 'title' được viết hai lần"),
        ("<<: {place: x}", "không dùng khóa gộp của YAML"),
        ("place: !!python/name:os.system x", "nhãn 'tag:yaml.org,2002:python/name:os.system'"),
        ("place: *x", "'*x' không chỉ tới giá trị nào"),
        ("[a]: x", "khóa phải là chữ"),
        ("bases: [Căn cứ Luật: x]", "câu có dấu hai chấm bị đọc thành khóa 'Căn cứ Luật'"),
        ("opening: [Như sau đây: x]", "câu có dấu hai chấm bị đọc thành khóa 'Như sau đây'"),
        ("---\nkehoach: 1", "một tệp chỉ giữ một kế hoạch"),
    ],
)
def test_a_fault_says_what_was_expected_and_what_came(body: str, said: str):
    assert any(said in fault for fault in faults_of(HEAD + body + "\n"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("x", "cần một nhóm khóa có một trong các khóa paragraph, item, assignees"),
        ("{item: x, tasks: [y]}", "khóa không có: 'tasks'"),
        ("{mark: '-'}", "cần một trong các khóa"),
        ("{task: x, heading: y, deadline: {standing: }}", "khóa không có: 'heading'"),
        ("{task: x, deadline: {before: 1/4/2013, by: 1/4/2013}}", "không đi cùng nhau"),
        ("{task: x, deadline: {before: mai}}", "cần một ngày (2013-07-10 hoặc 10/7/2013)"),
        (
            "{task: x, deadline: {within: 5, after: [y]}}",
            "hoặc tên sự kiện, nhưng có một danh sách",
        ),
        ("{target: x, threshold: {value: cao}}", "cần một số (98, 98,5 hoặc 98.5), nhưng có 'cao'"),
        ("{task: x, deadline: {every: moth}}", "có phải ý là 'month'?"),
        ("{tsk: x, roles: [{role: lead}]}", "khóa không có: 'tsk'; có phải ý là 'task'?"),
    ],
)
def test_content_of_no_kind_is_told_the_kinds_there_are(content: str, said: str):
    text = f"{HEAD}sections: [{{heading: A, content: [{content}]}}]\n"

    assert any(said in fault for fault in faults_of(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "tệp trống"),
        ("# chỉ có ghi chú\n", "tệp trống"),
        ("- x\n", "cần một nhóm khóa ở gốc"),
        ("title: x\n", "thiếu khóa 'kehoach: 1' ở gốc"),
        ("kehoach: 2\ntitle: x\n", "kehoach: cần phiên bản 1 của tệp kế hoạch, nhưng có '2'"),
    ],
)
def test_the_root_names_the_version_of_the_format(text: str, said: str):
    assert any(said in fault for fault in faults_of(text))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("kehoach: 1\ntitle: a: b\n", 2, "dấu hai chấm ở chỗ không được phép"),
        ("kehoach: 1\ntitle:\n\tx: y\n", 3, "tab"),
        ("kehoach: 1\nbases: [a, b\n", 3, "thiếu dấu phẩy, hoặc thiếu ] hay }"),
        ("kehoach: 1\n title: x\n", 2, "dấu hai chấm"),
        ("%YAML 3.0\n---\nkehoach: 1\n", 1, "incompatible"),
    ],
)
def test_wrong_yaml_is_explained_with_its_line(text: str, line: int, said: str):
    (fault,) = faults_of(text)

    assert fault.startswith(f"plan.yaml:{line}: YAML không đúng cú pháp")
    assert said in fault


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"kehoach": 1,}', "không cho dấu phẩy cuối"),
        ('{"kehoach": 1\n"title": "x"}', "thiếu dấu phẩy"),
        ('{"kehoach": 1} x', "có chữ thừa"),
        ('{"kehoach": "\\q"}', "Invalid \\escape"),
        ('{"kehoach": 1, "title": "a\nb"}', "xuống dòng hoặc tab ngay trong chuỗi"),
    ],
)
def test_wrong_json_is_explained(text: str, said: str):
    (fault,) = faults_of(text, "plan.json")

    assert "JSON không đúng cú pháp" in fault
    assert said in fault


def test_a_repeated_key_in_json_is_a_fault_with_its_line():
    faults = faults_of('{"kehoach": 1,\n"title": "x",\n"title": "y"}', "plan.json")

    assert faults == ["plan.json:3: title: khóa 'title' được viết hai lần trong cùng một nhóm"]


def test_an_id_that_stands_twice_is_a_fault():
    text = f"{HEAD}sections:\n- heading: A\n  content:\n  - {{task: x, id: a}}\n"
    faults = faults_of(text + "  - {task: y, id: a}\n")

    assert faults[0].startswith(
        "plan.yaml:7: sections[0].content[1].id: mã 'a' đã dùng cho một mục khác"
    )
    assert len(faults) == 1


def test_a_fault_of_yaml_without_a_place_is_told_in_its_own_words():
    assert describe_yaml_error(YAMLError("odd")) == ("YAML không đúng cú pháp (odd)", None, "")


def test_a_rule_of_a_class_that_no_reader_knows_is_a_fault_all_the_same():
    error = ClassValidationError("Task", [ValueError("too late")], Task)
    (placed,) = _flatten(error, ("sections", 0))

    assert placed.path == ("sections", 0)
    assert placed.fault.message == "giá trị không hợp lệ (too late)"


def test_an_error_of_our_own_is_not_taken_for_a_fault_of_the_file():
    with pytest.raises(TypeError):
        tuple(_flatten(ClassValidationError("Task", [TypeError()], Task), ()))
