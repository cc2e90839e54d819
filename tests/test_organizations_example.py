"""Long An 2013: the directory of the example, and the founding plan linked to it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from attrs import evolve

from kehoach.errors import InvalidPlanFile
from kehoach.files.directory_file import load_directory, loads_directory
from kehoach.files.loading import load
from kehoach.organizations import Certainty, Ended, Found, FoundGroup, Position, check
from kehoach.plan import Assignment, Party, Plan, Section, Task, readdress, resolve
from kehoach.plan._walk import parts

FOLDER = Path(__file__).parent.parent / "examples" / "long-an-2013"
SIGNED = datetime.date(2013, 3, 19)
LATER = datetime.date(2025, 8, 1)


@pytest.fixture(scope="module")
def directory():
    return load_directory(FOLDER / "directory.yaml")


@pytest.fixture(scope="module")
def plan():
    return load(FOLDER / "plan.yaml")


def test_the_directory_has_no_fault(directory):
    assert check(directory) == ()


def test_every_row_says_its_source_and_every_succession_its_basis(directory):
    assert all(body.source for body in directory.organizations)
    assert all(row.basis for row in directory.successions)


def test_the_districts_of_the_plans_day_are_fourteen_or_fifteen_with_a_warning(directory):
    opened = directory.expand("UBND các huyện, thành phố Tân An", on=SIGNED)

    assert (len(opened.sure), len(opened.members)) == (14, 15)
    assert "có 14 hoặc 15 thành viên" in opened.findings[0].message
    assert "thị xã Kiến Tường" in opened.findings[0].message


def test_two_days_before_the_districts_are_fourteen_without_a_warning(directory):
    opened = directory.expand("UBND các huyện, thành phố Tân An", on=datetime.date(2013, 3, 17))

    assert (len(opened.members), opened.findings) == (14, ())


def test_districts_are_printed_by_rank_then_alphabet(directory):
    opened = directory.expand("cap-huyen", on=SIGNED)
    names = [body.name.removeprefix("UBND ") for body in opened.members]

    assert names[:4] == ["thành phố Tân An", "thị xã Kiến Tường", "huyện Bến Lức", "huyện Cần Đước"]
    assert names[-1] == "huyện Vĩnh Hưng"


def test_the_department_heads_three_ways_after_the_reform(directory):
    result = directory.successors("so-tttt", on=LATER)
    by_body = {heir.organization.id: heir for heir in result.heirs}

    assert set(by_body) == {"tn-so-khcn", "tn-so-vhttdl", "tn-cong-an"}
    assert by_body["tn-so-khcn"].scope == ()
    assert Certainty.UNCERTAIN is by_body["tn-so-vhttdl"].certainty
    games = directory.successors("so-tttt", on=LATER, field="trò chơi trực tuyến")
    assert [body.id for body in games.organizations] == ["tn-so-vhttdl"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (datetime.date(2025, 2, 28), "so-khdt"),
        (datetime.date(2025, 3, 1), "so-tc"),
        (datetime.date(2025, 6, 30), "so-tc"),
        (datetime.date(2025, 7, 1), "tn-so-tc"),
    ],
)
def test_each_reform_counts_from_its_day(directory, day, expected):
    bodies = directory.successors("so-khdt", on=day).organizations

    assert [expected] == [body.id for body in bodies]


def test_the_press_merges_and_passes_to_the_party(directory):
    bodies = directory.successors("dai-ptth", on=datetime.date(2025, 4, 2)).organizations

    assert [(body.id, body.parent) for body in bodies] == [("bao-dai", "tinh-uy")]


def test_every_recipient_of_the_plan_is_known(directory, plan):
    for recipient in plan.recipients:
        answers = directory.lookup_all(recipient.text, on=SIGNED, position=Position.RECIPIENT)
        assert all(isinstance(one, Found | FoundGroup) for one in answers), recipient.text


def test_every_party_of_the_plan_gets_an_id_and_no_printed_word_changes(directory, plan):
    resolved, findings = resolve(plan, directory, SIGNED)
    linked = [part for part, _ in parts(resolved) if isinstance(part, Party)]
    printed = [part.name for part, _ in parts(plan) if isinstance(part, Party)]

    assert all(party.id for party in linked)
    assert printed == [party.name for party in linked]
    assert resolved.issuer is not None
    assert resolved.issuer.id == "ubnd-tinh"
    assert {one.code for one in findings} == {"directory.group-open", "directory.group-doubtful"}


def test_resolving_twice_changes_nothing_more(directory, plan):
    once, _ = resolve(plan, directory, SIGNED)
    twice, _ = resolve(once, directory, SIGNED)

    assert once == twice


def test_on_a_later_day_ended_parties_are_named_with_their_successors(directory, plan):
    resolved, findings = resolve(plan, directory, LATER)
    (ended,) = [one for one in findings if "“Sở Kế hoạch và Đầu tư”" in one.message]

    assert ended.code == "directory.party-ended"
    assert "28/02/2025" in ended.message
    assert "Sở Tài chính tỉnh Tây Ninh" in ended.advice
    assert resolved.title == plan.title


def small(*names, **more):
    assignment = Assignment(tuple(Party(name) for name in names), (Task("Làm việc."),))
    return Plan("Thử", sections=(Section("NHIỆM VỤ", (assignment,)),), **more)


@pytest.mark.parametrize(
    ("name", "day", "code", "advice"),
    [
        ("Sở Tài chính công", SIGNED, "party-unknown", "Sở Tài chính?"),
        ("Gì đó", SIGNED, "party-unknown", "thêm vào danh mục"),
        ("TT", SIGNED, "party-ambiguous", "Thường trực"),
        ("Sở Nông nghiệp và Môi trường", SIGNED, "party-not-yet", "có từ 01/3/2025"),
        ("Sở TTTT, Sở Tài chính", SIGNED, "party-several", "tách"),
        ("UBND huyện Đức Hòa", LATER, "party-ended", "không còn cấp huyện"),
    ],
)
def test_a_party_that_cannot_be_linked_is_a_finding(directory, name, day, code, advice):
    plan = small(name, name)
    resolved, findings = resolve(plan, directory, day)

    assert [f"directory.{code}"] == [one.code for one in findings]
    assert advice in findings[0].advice
    assert findings[0].place.startswith("NHIỆM VỤ")
    assert resolved is not None
    assert resolved == plan


def test_an_id_that_stands_is_kept_and_checked(directory):
    party = Party("Sở ta", id="so-tttt")
    plan = Plan("Thử", sections=(Section("A", (Assignment((party,)),)),))

    assert resolve(plan, directory, SIGNED) == (plan, ())
    wrong = evolve(party, id="so-gi")
    plan = Plan("Thử", sections=(Section("A", (Assignment((wrong,)),)),))
    resolved, findings = resolve(plan, directory, SIGNED)
    assert resolved == plan
    assert [one.code for one in findings] == ["directory.party-unknown"]


def test_the_founding_plan_readdressed_has_a_successor_or_a_question_for_every_assignee(
    directory, plan
):
    result = readdress(plan, directory, LATER)
    assignees = {
        party.name
        for part, _ in parts(plan)
        if isinstance(part, Assignment)
        for party in part.assignees
    }

    assert assignees <= {answer.party.name for answer in result.answers}
    assert all(answer.heirs or answer.questions for answer in result.answers)
    assert all(
        heir.organization.exists(LATER) for answer in result.answers for heir in answer.heirs
    )


def test_a_field_that_moved_is_asked_where_the_plan_names_it(directory, plan):
    result = readdress(plan, directory, LATER)
    asked = [question for question in result.questions if "giao cho" in question]

    assert len(asked) == 2
    assert "trò chơi trực tuyến" in asked[0]
    assert "dạy nghề" in asked[1]
    assert "Sở Giáo dục và Đào tạo tỉnh Tây Ninh hay Sở Nội vụ tỉnh Tây Ninh" in asked[1]


def test_readdressing_tells_what_merged_and_who_is_only_asked_now(directory, plan):
    messages = "\n".join(one.message for one in readdress(plan, directory, LATER).findings)

    assert "Sở Kế hoạch và Đầu tư, Sở Tài chính: nay là một cơ quan" in messages
    assert "Đài Phát thanh và Truyền hình Long An trước được giao việc" in messages


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Gì đó", "không có cơ quan này"),
        ("TT", "nhiều khả năng"),
        ("Sở Nông nghiệp và Môi trường", "chưa có"),
    ],
)
def test_an_assignee_that_nobody_knows_is_a_question(directory, name, part):
    result = readdress(small(name, date=SIGNED), directory, LATER)

    assert [part in question for question in result.questions] == [True]


def test_a_plan_without_a_day_is_read_on_the_day_asked(directory):
    (answer,) = readdress(small("Sở Kế hoạch và Đầu tư"), directory, LATER).answers

    assert [heir.organization.id for heir in answer.heirs] == ["tn-so-tc"]
    assert isinstance(directory.lookup("Sở Kế hoạch và Đầu tư", on=LATER), Ended)


HEAD = "kehoach: 1\ndirectory: Thử\n"


def test_a_source_may_be_a_key_of_the_sources():
    text = HEAD + (
        "sources: {n: Nghị quyết 1}\n"
        "organizations:\n"
        "  - {id: a, name: A, kind: party, level: province, source: n, from: 18/3/2013}\n"
        "successions:\n"
        "  - {from: [a], to: [a], on: 2025-07-01, basis: n}\n"
    )
    directory = loads_directory(text)

    assert directory.organizations[0].source == "Nghị quyết 1"
    assert directory.organizations[0].valid_from == datetime.date(2013, 3, 18)
    assert directory.successions[0].basis == "Nghị quyết 1"
    assert directory.title == "Thử"


@pytest.mark.parametrize(
    ("text", "part", "line"),
    [
        ("[]", "kehoach: 1", 1),
        ("directory: Thử\n", "thiếu khóa 'kehoach: 1'", 1),
        (HEAD + "organisations: []\n", "'organisations'; có phải ý là 'organizations'?", 3),
        (HEAD + "organizations:\n  - {id: a, name: A, level: xã}\n", "province", 4),
        (HEAD + "organizations:\n  - {id: a, name: A, kind: x, level: province}\n", "party", 4),
        (
            HEAD + "organizations:\n  - {id: a, name: A, kind: party, level: province, to: mai}\n",
            "mai",
            4,
        ),
        (HEAD + "groups:\n  - {id: a, name: A, id: b}\n", "hai lần", 4),
    ],
)
def test_the_faults_of_a_file_are_told_with_their_line(text, part, line):
    with pytest.raises(InvalidPlanFile) as caught:
        loads_directory(text, "danh-muc.yaml")

    assert any(part in one.message and one.line == line for one in caught.value.findings)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Sở Nội vụ, Tài chính, Giáo dục và Đào tạo", ["so-nv", "so-tc", "so-gddt"]),
        ("Các Sở: Nội vụ, Tài chính", ["so-nv", "so-tc"]),
        ("các sở Nội vụ và Tài chính", ["so-nv", "so-tc"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["so-vhttdl"]),
    ],
)
def test_a_kind_of_body_named_once_is_that_of_each_in_the_list(directory, text, ids):
    answers = directory.lookup_all(text, on=SIGNED)

    assert [answer.organization.id for answer in answers] == ids


def test_a_body_is_left_out_of_a_group_by_its_name_too(directory):
    label = "Các Sở, ngành"

    by_name = directory.expand(label, on=SIGNED, exclude=("Sở Nội vụ",))
    by_id = directory.expand(label, on=SIGNED, exclude=("so-nv",))

    assert by_name.members == by_id.members
    assert "so-nv" not in {member.id for member in by_name.members}


def test_leaving_out_a_body_that_the_directory_does_not_know_is_an_error(directory):
    with pytest.raises(LookupError, match="khong-co"):
        directory.expand("Các Sở, ngành", on=SIGNED, exclude=("khong-co",))
