"""From a reporting duty to its reports: periods, data, due days, reporters."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.cycles import CycleSettings, Instance, Key, cascade, instances
from kehoach.deadlines import (
    Before,
    By,
    Every,
    Period,
    Recurring,
    Settings,
    Within,
)
from kehoach.organizations import Directory, Group, Kind, Level, Organization
from kehoach.plan import Party, ReportDue, ReportingDuty
from kehoach.workdays import vietnam

VIETNAM = vietnam()
SO_TTTT = Party("Sở Thông tin và Truyền thông", "so-tttt")
SO_NV = Party("Sở Nội vụ", "so-nv")
SO_TC = Party("Sở Tài chính", "so-tc")
SO_MOI = Party("Sở Mới", "so-moi")
THE_GROUP = Party("Các Sở, ngành")


def body(party: Party, **spans: date) -> Organization:
    return Organization(
        str(party.id),
        party.name,
        Kind.DEPARTMENT,
        Level.PROVINCE,
        **spans,  # type: ignore[arg-type]
    )


DIRECTORY = Directory(
    (
        body(SO_TTTT, valid_to=date(2025, 2, 28)),
        body(SO_NV),
        body(SO_TC),
        body(SO_MOI, valid_from=date(2013, 9, 1)),
    ),
    (
        Group(
            "so-nganh",
            "Các Sở, ngành",
            members=("so-tttt", "so-nv", "so-tc"),
            unresolved="các ngành khác",
        ),
        Group("rong", "Các hội", unresolved="danh sách hội"),
        Group("moi", "Nhóm thí điểm", members=("so-moi", "so-nv")),
    ),
)


def duty(**changes: object) -> ReportingDuty:
    given_ = {
        "text": "Các Sở, ngành báo cáo về Sở Thông tin và Truyền thông.",
        "id": "BC",
        "reporters": (THE_GROUP,),
        "receivers": (SO_TTTT,),
        "consolidator": SO_TTTT,
    }
    return ReportingDuty(**{**given_, **changes})  # type: ignore[arg-type]


def of_year(one: ReportingDuty, year: int = 2013, **settings: object) -> tuple[Instance, ...]:
    given_ = CycleSettings(**settings)  # type: ignore[arg-type]
    return instances(one, Period.year(year), VIETNAM, settings=given_)


FOUNDING = duty(
    dues=(
        ReportDue("báo cáo sơ kết 06 tháng", By(date(2013, 7, 10)), Period.half(2013, 1), "G2"),
        ReportDue("tổng kết năm", By(date(2013, 12, 20)), Period.year(2013), "G3"),
    )
)


def test_the_two_reports_of_the_founding_plan():
    half, year = of_year(FOUNDING)

    assert half == Instance(
        key=Key("G2", Period.half(2013, 1)),
        name="báo cáo sơ kết 06 tháng",
        due=half.due,
        data=Period.half(2013, 1),
        reporters=(THE_GROUP,),
        receivers=(SO_TTTT,),
        consolidator=SO_TTTT,
        rule="before-2019",
        provisional=False,
        notes=("số liệu từ 01/01/2013 đến 30/6/2013",),
        findings=(),
    )
    assert half.due.day == date(2013, 7, 10)
    assert (year.cut_off, year.due.day) == (date(2013, 12, 31), date(2013, 12, 20))


def test_a_due_day_before_the_cut_off_warns_and_is_not_refused():
    _, year = of_year(FOUNDING)
    (finding,) = year.findings

    assert finding.code == "cycle.due-before-cut-off"
    assert finding.message == "hạn gửi 20/12/2013 trước khi chốt số liệu 31/12/2013"
    assert finding.place == "tổng kết năm"


def test_asking_twice_gives_the_same_instances():
    monthly = duty(cycle=Recurring(Every.MONTH, 20, strict=True))

    assert of_year(monthly) == of_year(monthly)
    assert len({one.key for one in of_year(monthly)}) == 12


@given(
    st.sampled_from(Every),
    st.none() | st.integers(1, 31),
    st.booleans(),
    st.integers(1996, 2030),
    st.sampled_from([None, "khanh-hoa-2023", "tt55-2020-market-control"]),
)
def test_years_asked_one_by_one_or_together_give_the_same_instances(
    every, day, following, year, preset
):
    one = duty(cycle=Recurring(every, day, following=following))
    settings = CycleSettings(step=cascade(preset).steps[0] if preset else None)
    two_years = Period(date(year, 1, 1), date(year + 1, 12, 31))

    together = instances(one, two_years, VIETNAM, settings=settings)
    apart = [
        each
        for part in (year, year + 1)
        for each in instances(one, Period.year(part), VIETNAM, settings=settings)
    ]

    assert list(together) == apart
    assert len({each.key for each in together}) == len(together)


def test_a_report_is_named_by_the_calendar_and_its_data_end_earlier():
    one = duty(name="Báo cáo cải cách hành chính", cycle=Recurring(Every.HALF, 20))
    first, _ = of_year(one, 2025)

    assert first.name == "Báo cáo cải cách hành chính 6 tháng đầu năm 2025"
    assert first.period == Period.half(2025, 1)
    assert first.notes == ("số liệu từ 15/12/2024 đến 14/6/2025",)
    assert first.rule == "nd09-2019"


@pytest.mark.parametrize(
    ("name", "every", "expected"),
    [
        ("Báo cáo tháng", Every.MONTH, "Báo cáo tháng 1/2013"),
        ("Báo cáo quý", Every.QUARTER, "Báo cáo quý I/2013"),
        ("Báo cáo sơ kết 06 tháng", Every.HALF, "Báo cáo sơ kết 6 tháng đầu năm 2013"),
        ("Tổng kết năm", Every.YEAR, "Tổng kết năm 2013"),
        ("Báo cáo", Every.NINE_MONTHS, "Báo cáo 9 tháng đầu năm 2013"),
        ("Báo cáo tuần", Every.WEEK, "Báo cáo tuần từ ngày 31/12/2012 đến ngày 06/01/2013"),
    ],
)
def test_no_word_of_the_period_is_said_twice(name, every, expected):
    first, *_ = of_year(duty(name=name, cycle=Recurring(every)))

    assert first.name == expected


def test_six_months_and_year_are_two_reports_a_year():
    names = [one.name for one in of_year(duty(cycle=Recurring(Every.HALF, 20, also=(Every.YEAR,))))]

    assert names == ["báo cáo 6 tháng đầu năm 2013", "báo cáo năm 2013"]


def test_a_recurring_due_of_a_named_report_gives_one_for_each_period():
    monthly = ReportDue("Báo cáo tháng", Recurring(Every.MONTH, 5, following=True, strict=True))
    found = of_year(duty(dues=(monthly,)), 2025)

    assert len(found) == 12
    assert found[-1].key.period == Period.month(2025, 12)
    assert found[-1].due.day == date(2026, 1, 4)


def test_a_rhythm_alone_gives_no_day_and_says_so():
    first, *_ = of_year(duty(cycle=Recurring(Every.QUARTER)), 2025)

    assert first.due.day is None
    assert [one.code for one in first.findings] == ["cycle.no-due-day"]
    assert first.data == Period(date(2024, 12, 15), date(2025, 3, 14))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("khanh-hoa-2023", [date(2025, 3, 18), date(2025, 6, 17), date(2025, 9, 16),
                            date(2025, 12, 16)]),
        ("nd09-government", [date(2025, 3, 25), date(2025, 6, 25), date(2025, 9, 25),
                             date(2025, 12, 25)]),
    ],
)  # fmt: skip
def test_a_step_of_a_cascade_gives_the_days_that_a_plan_leaves_out(key, expected):
    step = cascade(key).steps[0]

    found = of_year(duty(cycle=Recurring(Every.QUARTER)), 2025, step=step)

    assert [one.due.day for one in found] == expected


def test_a_day_in_the_plan_wins_over_a_step():
    step = cascade("khanh-hoa-2023").steps[0]

    first, *_ = of_year(duty(cycle=Recurring(Every.QUARTER, 20)), 2025, step=step)

    assert first.due.day == date(2025, 3, 20)


def test_a_step_without_a_day_for_the_rhythm_leaves_it_open():
    step = cascade("employment-services").steps[0]

    first, *_ = of_year(duty(cycle=Recurring(Every.MONTH)), 2025, step=step)

    assert first.due.day is None


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        (13, ["cycle.due-before-cut-off"]),
        (14, ["cycle.too-soon"]),
        (15, ["cycle.too-soon"]),
        (16, []),
    ],
)
def test_the_decree_wants_a_working_day_between_data_and_report(number, codes):
    """14/6/2025 is a Saturday, the first working day after it Monday the 16th."""
    half, _ = of_year(duty(cycle=Recurring(Every.HALF, number)), 2025)

    assert [one.code for one in half.findings] == codes


def test_the_floor_cites_its_clause():
    half, _ = of_year(duty(cycle=Recurring(Every.HALF, 14)), 2025)

    assert [one.clause for one in half.findings] == [
        "Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b"
    ]


def test_an_unconfirmed_rule_makes_a_report_provisional():
    half, year = of_year(duty(cycle=Recurring(Every.HALF, 20, also=(Every.YEAR,))), 2026)

    assert not half.provisional
    assert year.provisional
    assert year.notes[1] == (
        "dự kiến: chưa xác nhận Nghị định 09/2019/NĐ-CP, Điều 12 còn áp dụng sau ngày 31/8/2026"
    )


def test_a_due_day_in_a_year_of_undecided_holidays_makes_a_report_provisional():
    (late,) = of_year(duty(cycle=Recurring(Every.YEAR, 10, following=True)), 2026)

    assert late.due.day == date(2027, 1, 10)
    assert late.due.provisional
    assert late.provisional


def test_readings_reach_the_reports():
    strict = duty(cycle=Recurring(Every.YEAR, 15, strict=True))
    (read,) = of_year(strict, reading=Settings(before_excludes_day=False))

    assert read.due.day == date(2013, 12, 15)


def test_events_reach_the_reports():
    after = duty(dues=(ReportDue("Báo cáo chuyên đề", Within(5, "nhận được văn bản")),))
    (waiting,) = of_year(after)
    (known,) = of_year(after, events={"ngày nhận được văn bản": date(2013, 3, 19)})

    assert waiting.due.day is None
    assert known.due.day == date(2013, 3, 26)
    assert known.key == Key("BC/bao-cao-chuyen-de")


def test_a_report_of_an_unnamed_span_has_no_data():
    odd = ReportDue(
        "Báo cáo", Before(date(2013, 6, 1)), Period(date(2013, 1, 1), date(2013, 5, 20))
    )
    (one,) = of_year(duty(dues=(odd,)))

    assert (one.data, one.notes) == (None, ())


def test_without_ids_words_make_the_key():
    (one,) = of_year(duty(id=None, name="Báo cáo năm", cycle=Recurring(Every.YEAR, 20)))

    assert one.key.text == "bao-cao-nam@2013-01-01..2013-12-31"


def reporters(one: ReportingDuty, on: date) -> list[str]:
    dated = duty(
        reporters=one.reporters,
        receivers=one.receivers,
        consolidator=one.consolidator,
        dues=(ReportDue("Báo cáo", By(on)),),
    )
    (found,) = instances(dated, Period.year(on.year), VIETNAM, DIRECTORY)
    return [party.name for party in found.reporters]


def test_a_group_is_opened_without_receiver_and_consolidator():
    assert reporters(duty(), date(2013, 7, 10)) == ["Sở Nội vụ", "Sở Tài chính"]


def test_the_consolidator_named_among_the_reporters_is_left_out_also_without_a_directory():
    one = duty(reporters=(Party("Sở  thông tin và truyền thông"), SO_NV), receivers=())
    found = of_year(duty(reporters=one.reporters, cycle=Recurring(Every.YEAR, 20)))

    assert [party.name for party in found[0].reporters] == ["Sở Nội vụ"]


def test_a_body_named_twice_reports_once():
    one = duty(reporters=(THE_GROUP, SO_NV, Party("Sở Nội vụ")))

    assert reporters(one, date(2013, 7, 10)) == ["Sở Nội vụ", "Sở Tài chính"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2013, 8, 31), ["Sở Nội vụ"]),
        (date(2013, 9, 1), ["Sở Mới", "Sở Nội vụ"]),
    ],
)
def test_a_group_is_opened_as_of_the_due_day(on, expected):
    assert sorted(reporters(duty(reporters=(Party("Nhóm thí điểm"),)), on)) == expected


def test_members_change_within_a_year_where_the_directory_does():
    one = duty(reporters=(Party("Nhóm thí điểm"),), cycle=Recurring(Every.QUARTER, 20))
    found = instances(one, Period.year(2013), VIETNAM, DIRECTORY)

    assert [len(each.reporters) for each in found] == [1, 1, 2, 2]


def test_a_group_without_members_stands_for_itself_with_a_finding():
    dated = duty(reporters=(Party("Các hội"),), dues=(ReportDue("Báo cáo", By(date(2013, 7, 1))),))
    (found,) = instances(dated, Period.year(2013), VIETNAM, DIRECTORY)

    assert found.reporters == (Party("Các hội"),)
    assert "directory.group-open" in [one.code for one in found.findings]


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Sở Lạ", date(2013, 7, 1), "directory.party-unknown"),
        ("Sở Mới", date(2013, 7, 1), "directory.party-not-yet"),
        ("Sở Thông tin và Truyền thông", date(2025, 7, 1), "directory.party-ended"),
    ],
)
def test_a_reporter_that_the_directory_does_not_have_stays_with_a_finding(name, on, code):
    dated = duty(
        reporters=(Party(name),),
        receivers=(),
        consolidator=None,
        dues=(ReportDue("Báo cáo", By(on)),),
    )
    (found,) = instances(dated, Period.year(on.year), VIETNAM, DIRECTORY)

    assert [party.name for party in found.reporters] == [name]
    assert [one.code for one in found.findings] == [code]
