"""The filter language: with and without accents, as text and as Python, faults with a caret."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import InvalidFilter
from kehoach.tracking import EventKind, assess, parse_filter
from kehoach.tracking.filters import (
    BODY,
    DAYS,
    DAYS_LATE,
    DUE,
    FLAGS,
    NOT_DONE,
    NUMBERS,
    OVERDUE,
    TEXTS,
    All,
    AnyOf,
    Compare,
    Filter,
    Flag,
    Has,
    Not,
)
from kehoach.vietnamese import fold
from kehoach.workdays import vietnam
from tests.support.tracking import assigned, event, obligation

ON = datetime.date(2013, 7, 31)
WORKS = (
    obligation("1@so-tttt", due=datetime.date(2013, 7, 10)),
    obligation("2@so-tttt", due=datetime.date(2013, 9, 1)),
    obligation("3@so-nv", due=datetime.date(2013, 7, 20), name="Sở Nội vụ"),
    obligation("4@so-nv", due=None, name="Sở Nội vụ"),
)
PROGRESS = assess(
    [*map(assigned, WORKS), event(EventKind.STARTED, ON, WORKS[3])], on=ON, calendar=vietnam()
)


def keys(condition: Filter | str) -> str:
    read = parse_filter(condition) if isinstance(condition, str) else condition
    return "".join(one.key[0] for one in PROGRESS.where(read))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "1234"),
        ("quá_hạn", "13"),
        ("qua_han", "13"),
        ("QUÁ_HẠN", "13"),
        ("quá-hạn", "13"),
        ("đơn_vị:so-tttt", "12"),
        ("don_vi:so-tttt quá_hạn", "1"),
        ('đơn_vị:"sở nội vụ"', "34"),
        ("đơn_vị:so-noi-vu", "34"),
        ("đơn_vị:so-tttt quá_hạn hạn<2013-07-15", "1"),
        ("hạn>=10/7/2013 hạn<=20/7/2013", "13"),
        ("hạn:2013-07-10", "1"),
        ("hạn=10/7/2013", "1"),
        ("không quá_hạn", "24"),
        ("khong qua_han", "24"),
        ("không (quá_hạn hoặc không_hạn)", "2"),
        ("quá_hạn hoặc không_hạn", "134"),
        ("đang_thực_hiện", "4"),
        ("chưa_thực_hiện", "123"),
        ("trễ>15", "1"),
        ("còn>0", "2"),
        ("mã:3", "3"),
        ("mã=3", "3"),
        ("trễ:21", "1"),
        ("sap_den", ""),
        ("mã:3@so-nv", "3"),
        ("kế_hoạch:kh-2013 và quá_hạn", "13"),
        ('"kế hoạch của đơn vị"', "1234"),
        ("nội_dung:bao", ""),
        ("vai_trò:lead", "1234"),
        ("(đơn_vị:so-nv hoặc mã:1) quá_hạn", "13"),
        ("nhiệm_vụ", "1234"),
        ("có_thời_hạn", "123"),
        ("giao=19/3/2013", "1234"),
    ],
)
def test_a_text_finds(text, found):
    assert keys(text) == found


def test_python_says_the_same():
    text = "đơn_vị:so-tttt quá_hạn hạn<2013-07-15"
    same = BODY.has("so-tttt") & OVERDUE & (DUE < datetime.date(2013, 7, 15))  # noqa: SIM300

    assert parse_filter(text) == same
    assert str(same) == text


def test_python_expressions_join():
    assert keys(OVERDUE | ~NOT_DONE) == "13"
    assert keys(~(OVERDUE & BODY.has("so-nv"))) == "124"
    late, september = DAYS_LATE, datetime.date(2013, 9, 1)
    assert keys((late >= 11) & (late <= 11)) == "3"
    assert keys(DUE.equals(september) | (DUE > datetime.date(2014, 1, 1))) == "2"  # noqa: SIM300
    assert ~~OVERDUE == OVERDUE


@pytest.mark.parametrize(
    ("text", "offset", "reason"),
    [
        ("qua_hann", 0, "có phải là “quá_hạn”?"),
        ("đơn_vị:x quá hạn", 9, "không có từ “quá”"),
        ("hạn<", 4, "thiếu giá trị"),
        ("hạn<mai", 4, "một ngày như 2013-07-15"),
        ("hạn<31/2/2013", 4, "một ngày"),
        ("trễ>mười", 4, "một số nguyên"),
        ("đơn_vỉ:x", 0, "có phải là “đơn_vị”?"),
        ("đơn_vị<so", 0, "là chữ"),
        ("<5", 0, "thiếu tên trường"),
        ("hạn:mai", 4, "một ngày"),
        ("(quá_hạn", 8, "thiếu dấu )"),
        ("quá_hạn)", 7, "thừa “)”"),
        ("()", 1, "cần một điều kiện"),
        ("quá_hạn hoặc", 12, "cần một điều kiện"),
        ("không", 5, "sau “không”"),
        ('đơn_vị:"so', 7, 'thiếu dấu "'),
        ("đơn_vị:", 7, "thiếu giá trị"),
        ("đơn_vị:)", 7, "thiếu giá trị"),
    ],
)
def test_a_fault_points_at_its_place(text, offset, reason):
    with pytest.raises(InvalidFilter) as caught:
        parse_filter(text)

    assert caught.value.offset == offset
    assert reason in caught.value.reason
    assert caught.value.pointer.splitlines()[1] == " " * caught.value.offset + "^"
    assert caught.value.pointer in str(caught.value)


def test_no_two_names_are_the_same_without_accents():
    for names in (tuple(FLAGS), (*TEXTS, *DAYS, *NUMBERS)):
        assert len({fold(name) for name in names}) == len(names)


def test_a_python_filter_refuses_what_cannot_compare():
    with pytest.raises(TypeError, match="expected"):
        Compare("hạn", "<", 5)
    with pytest.raises(ValueError, match="expected one of"):
        Flag("ngày_mai")


_WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8).filter(
    lambda text: '"' not in text and "”" not in text
)
_LEAVES = st.one_of(
    st.sampled_from(tuple(FLAGS)).map(Flag),
    st.builds(Has, st.sampled_from(tuple(TEXTS)), _WORDS | st.just("sở nội vụ")),
    st.builds(
        Compare,
        st.sampled_from(tuple(DAYS)),
        st.sampled_from(["<", "<=", ">", ">=", "="]),
        st.dates(datetime.date(1000, 1, 1)),
    ),
    st.builds(
        Compare,
        st.sampled_from(tuple(NUMBERS)),
        st.sampled_from(["<", ">"]),
        st.integers(-99, 99),
    ),
)


def _joined(parts: st.SearchStrategy[Filter]) -> st.SearchStrategy[Filter]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(several.map(All), several.map(AnyOf), parts.map(Not))


@given(st.recursive(_LEAVES, _joined, max_leaves=6))
def test_a_filter_survives_its_text(condition):
    assert parse_filter(str(condition)) == parse_filter(str(parse_filter(str(condition))))
    assert keys(parse_filter(str(condition))) == keys(condition)


@given(st.text(max_size=30))
def test_any_text_is_a_filter_or_a_fault_with_a_place(text):
    fault = None
    try:
        parse_filter(text)
    except InvalidFilter as error:
        fault = error

    assert fault is None or 0 <= fault.offset <= len(fault.text)
