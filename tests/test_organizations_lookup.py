"""Looking bodies up by name, abbreviation and alias, on a day."""

from __future__ import annotations

import datetime

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.organizations import (
    Ambiguous,
    Directory,
    Ended,
    Found,
    FoundGroup,
    Group,
    Kind,
    Level,
    NotYet,
    Organization,
    Position,
    Succession,
    Unknown,
    in_protocol_order,
)
from kehoach.vietnamese import fold

DAY = datetime.date(2013, 3, 19)


def body(body_id, name, **more):
    settings = {"kind": Kind.DEPARTMENT, "level": Level.PROVINCE, "source": "thử", **more}
    return Organization(id=body_id, name=name, **settings)


BODIES = (
    body("tttt", "Sở Thông tin và Truyền thông", place="tỉnh Long An"),
    body("khdt", "Sở Kế hoạch và Đầu tư", abbreviations=["Sở KH&ĐT"]),
    body("tc", "Sở Tài chính"),
    body("vhttdl", "Sở Văn hóa, Thể thao và Du lịch"),
    body("ldtbxh", "Sở Lao động - Thương binh và Xã hội"),
    body("ubnd", "Ủy ban nhân dân tỉnh Long An", short_names=["UBND tỉnh"]),
    body("duc-hoa", "UBND huyện Đức Hòa"),
    body("tan-an", "UBND xã Tân An"),
    body("cu", "Chi cục Cũ", valid_to=datetime.date(2012, 12, 31)),
    body("moi", "Chi cục Mới", valid_from=datetime.date(2014, 1, 1)),
    body("giu-cu", "Ban Giữ nước", valid_to=datetime.date(2012, 6, 30)),
    body("giu-cu", "Ban Thủy lợi", valid_from=datetime.date(2012, 7, 1)),
    body("tt1", "Trung tâm Một", abbreviations=["TTM"]),
    body("tt2", "Trung tâm Mới", abbreviations=["TTM"]),
)
GROUPS = (Group("nganh", "Các Sở, ngành", aliases=["sở ngành tỉnh"], unresolved="?", source="thử"),)
SUCCESSIONS = (Succession(["cu"], ["tc"], on=datetime.date(2013, 1, 1), basis="thử"),)
DIRECTORY = Directory(BODIES, GROUPS, SUCCESSIONS)


def found(text, **options):
    answer = DIRECTORY.lookup(text, on=DAY, **options)
    return answer.organization.id if isinstance(answer, Found) else answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tttt", "tttt"),
        ("Sở Thông tin và Truyền thông", "tttt"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "tttt"),
        ("Sở Thông tin & Truyền thông", "tttt"),
        ("Sở\u00a0Thông tin  và\nTruyền thông", "tttt"),
        ("Sở Thông tin và Truyền thông tỉnh Long An", "tttt"),
        ("Sở Thông tin và Truyền thông Long An", "tttt"),
        ("Sở TTTT", "tttt"),
        ("Sở TT&TT", "tttt"),
        ("Sở TT & TT Long An", "tttt"),
        ("STTTT", "tttt"),
        ("sở khđt", "khdt"),
        ("Sở KH-ĐT", "khdt"),
        ("Sở VHTT&DL", "vhttdl"),
        ("Sở VH, TT & DL", "vhttdl"),
        ("uy ban nhan dan tinh long an", "ubnd"),
        ("Sở LĐ-TB&XH", "ldtbxh"),
        ("Sở Lao động – Thương binh và Xã hội", "ldtbxh"),
        ("UBND tỉnh Long An", "ubnd"),
        ("Uỷ ban nhân dân tỉnh Long An", "ubnd"),
        ("Ủy ban nhân dân huyện Đức Hoà", "duc-hoa"),
        ("Ban Thuỷ lợi", "giu-cu"),
        ("so thong tin va truyen thong", "tttt"),
        ("Sở Tài chinh", "tc"),
        ("UBND huyen Duc Hoa", "duc-hoa"),
        ("so ldtbxh", "ldtbxh"),
    ],
)
def test_a_name_is_found_however_it_is_written(text, expected):
    assert expected == found(text)


@pytest.mark.parametrize("text", ["UBND xã Tân Ân", "Sở Tái chính", "Ban Thụy lợi"])
def test_other_tone_marks_are_another_name(text):
    answer = found(text)

    assert isinstance(answer, Unknown)
    assert answer.nearest


def test_an_unknown_name_is_answered_with_the_nearest():
    assert Unknown("Sở Tài chính công", ("Sở Tài chính",)) == found("Sở Tài chính công")
    assert Unknown("Sở Lao động Thương binh", ("Sở Lao động - Thương binh và Xã hội",)) == found(
        "Sở Lao động Thương binh"
    )
    assert Unknown("", ()) == found("")


def test_a_body_that_ended_is_answered_with_its_successors():
    answer = found("Chi cục Cũ")

    assert isinstance(answer, Ended)
    assert [one.id for one in answer.successors.organizations] == ["tc"]


def test_a_former_name_says_which_body_bears_another_name_now():
    answer = found("Ban Giữ nước")

    assert isinstance(answer, Ended)
    assert [one.name for one in answer.successors.organizations] == ["Ban Thủy lợi"]


def test_a_body_to_come_is_not_there_yet():
    answer = found("Chi cục Mới")

    assert isinstance(answer, NotYet)
    assert answer.organization.id == "moi"


def test_of_two_ended_bearers_of_a_name_the_last_answers_if_it_took_over():
    rows = (
        body("a", "Sở X", valid_to=datetime.date(2010, 12, 31)),
        body("b", "Sở X", valid_from=datetime.date(2011, 1, 1), valid_to=datetime.date(2012, 1, 1)),
    )
    passed = Succession(["a"], ["b"], on=datetime.date(2011, 1, 1))

    answer = Directory(rows, (), (passed,)).lookup("Sở X", on=DAY)
    assert isinstance(answer, Ended)
    assert answer.organization.id == "b"
    assert isinstance(Directory(rows).lookup("Sở X", on=DAY), Ambiguous)


def test_the_first_and_the_last_day_belong_to_the_span():
    assert isinstance(DIRECTORY.lookup("cu", on=datetime.date(2012, 12, 31)), Found)
    assert isinstance(DIRECTORY.lookup("cu", on=datetime.date(2013, 1, 1)), Ended)
    assert isinstance(DIRECTORY.lookup("moi", on=datetime.date(2013, 12, 31)), NotYet)
    assert isinstance(DIRECTORY.lookup("moi", on=datetime.date(2014, 1, 1)), Found)


def test_a_shared_abbreviation_is_a_choice():
    answer = found("TTM")

    assert isinstance(answer, Ambiguous)
    assert [one.id for one in answer.choices] == ["tt1", "tt2"]


def test_two_bodies_of_one_name_are_told_apart_by_place():
    twins = Directory(
        (
            body("a", "Sở Nội vụ", place="tỉnh Lào Cai"),
            body("b", "Sở Nội vụ", place="tỉnh Yên Bái"),
        )
    )

    assert isinstance(twins.lookup("Sở Nội vụ", on=DAY), Ambiguous)
    assert isinstance(twins.lookup("SNV", on=DAY), Ambiguous)
    answer = twins.lookup("Sở Nội vụ Yên Bái", on=DAY)
    assert isinstance(answer, Found)
    assert answer.organization.id == "b"


@pytest.mark.parametrize("letters", ["TT", "CT", "BC", "TU"])
def test_an_ambiguous_abbreviation_is_never_guessed(letters):
    answer = found(letters)

    assert isinstance(answer, Ambiguous)
    assert len(answer.readings) > 1


def test_a_group_is_found_by_its_label_with_or_without_the_article():
    for text in ("Các Sở, ngành", "các sở ngành", "Sở, ngành tỉnh", "nganh"):
        assert FoundGroup(GROUPS[0]) == DIRECTORY.lookup(text, on=DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Kế hoạch và Đầu tư, Sở Tài chính", ["khdt", "tc"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["vhttdl"]),
        ("Sở Văn hóa, Thể thao và Du lịch và Sở TTTT", ["vhttdl", "tttt"]),
        ("Sở TC; Sở TTTT, Sở KH&ĐT", ["tc", "tttt", "khdt"]),
    ],
)
def test_a_list_is_cut_only_between_known_names(text, expected):
    answers = DIRECTORY.lookup_all(text, on=DAY)

    assert expected == [one.organization.id for one in answers if isinstance(one, Found)]
    assert len(expected) == len(answers)


def test_a_list_with_an_unknown_name_stays_whole():
    (answer,) = DIRECTORY.lookup_all("Sở Tài chính, Sở Gì đó", on=DAY)

    assert isinstance(answer, Unknown)
    assert answer.text == "Sở Tài chính, Sở Gì đó"


def test_a_post_is_answered_by_its_body():
    text = "CT, các PCT. UBND tỉnh"
    answers = DIRECTORY.lookup_all(text, on=DAY, position=Position.RECIPIENT)

    assert (Found(BODIES[5]),) == answers


def test_names_follow_rank_and_the_alphabet_only_breaks_ties():
    rows = (
        body("1", "Sở Nội vụ"),
        body("2", "UBND huyện Đức Hòa", rank=2),
        body("3", "UBND huyện Cần Giuộc", rank=2),
        body("4", "Tỉnh ủy", rank=1),
        body("5", "Ban A"),
    )

    assert [one.id for one in in_protocol_order(rows)] == ["4", "3", "2", "5", "1"]


def test_a_pendulum_date_is_a_day_and_a_moment_is_refused():
    assert isinstance(DIRECTORY.lookup("tc", on=pendulum.date(2013, 3, 19)), Found)
    with pytest.raises(TypeError, match="without a time"):
        DIRECTORY.lookup("tc", on=datetime.datetime(2013, 3, 19, tzinfo=datetime.UTC))


@given(st.sampled_from(BODIES), st.sampled_from([str.lower, str.upper, fold, str.title]))
def test_every_name_is_found_in_any_case_and_without_marks(row, change):
    rows = [one for tier in DIRECTORY.rows_named(change(row.name)) for one in tier]

    assert row in rows


@given(st.text(alphabet="aăâáàTtSsởĐđ ,.&-/\u00a0\u0301()TƯ và", max_size=40))
def test_any_text_gets_an_answer_of_the_closed_union(text):
    answer = DIRECTORY.lookup(text, on=DAY)

    assert isinstance(answer, Found | FoundGroup | Ambiguous | Ended | NotYet | Unknown)
    assert DIRECTORY.lookup_all(text, on=DAY, position=Position.RECIPIENT)
