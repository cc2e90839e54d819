"""Groups, successions and the check of a directory."""

from __future__ import annotations

import datetime
import pickle

import pytest

from kehoach.findings import Severity
from kehoach.organizations import (
    Certainty,
    Directory,
    Group,
    Kind,
    Level,
    Organization,
    Rule,
    Succession,
    check,
)

D = datetime.date
BEFORE, AFTER = D(2020, 1, 1), D(2025, 8, 1)
REFORM = D(2025, 3, 1)


def body(body_id, name=None, **more):
    settings = {"kind": Kind.DEPARTMENT, "level": Level.PROVINCE, "source": "thử", **more}
    return Organization(id=body_id, name=name or f"Sở {body_id}", **settings)


def pass_on(old, new, on=REFORM, **more):
    return Succession(old, new, on=on, **{"basis": "thử", **more})


def heirs(directory, body_id, on=AFTER, field=None):
    result = directory.successors(body_id, on=on, field=field)
    return [(one.organization.id, one.scope) for one in result.heirs]


OLD = {"valid_to": D(2025, 2, 28)}


def test_a_body_that_exists_is_its_own_successor():
    directory = Directory((body("a"),))
    (heir,) = directory.successors("a", on=AFTER).heirs

    assert (heir.organization.id, heir.path) == ("a", ())


def test_successions_are_followed_through_every_reform():
    directory = Directory(
        (body("a", **OLD), body("b", valid_to=D(2025, 6, 30)), body("c")),
        (),
        (
            pass_on(["b"], ["c"], on=D(2025, 7, 1), certainty=Certainty.LIKELY, basis="hai"),
            pass_on(["a"], ["b"], basis="một"),
        ),
    )
    (heir,) = directory.successors("a", on=AFTER).heirs

    assert heir.organization.id == "c"
    assert heir.bases == ("một", "hai")
    assert Certainty.LIKELY is heir.certainty
    assert heirs(directory, "a", on=D(2025, 5, 1)) == [("b", ())]
    assert heirs(directory, "a", on=BEFORE) == [("a", ())]


FIELDS = Directory(
    (body("a", **OLD), body("b"), body("c"), body("d", valid_to=D(2025, 6, 30)), body("e")),
    (),
    (
        pass_on(["a"], ["b"]),
        pass_on(["a"], ["c"], scope=["báo chí"]),
        pass_on(["a"], ["d"], scope=["trò chơi trực tuyến"]),
        pass_on(["d"], ["e"], on=D(2025, 7, 1)),
    ),
)


def test_a_field_of_work_goes_to_its_own_successor():
    assert heirs(FIELDS, "a", field="Quản lý Trò chơi trực tuyến năm 2013") == [
        ("e", ("trò chơi trực tuyến",))
    ]
    assert heirs(FIELDS, "a", field="viễn thông") == [("b", ())]


def test_without_a_field_every_successor_is_named_with_its_scope():
    assert heirs(FIELDS, "a") == [
        ("c", ("báo chí",)),
        ("e", ("trò chơi trực tuyến",)),
        ("b", ()),
    ]


def test_a_field_may_leave_a_body_that_goes_on():
    directory = Directory((body("a"), body("b")), (), (pass_on(["a"], ["b"], scope=["dạy nghề"]),))

    assert heirs(directory, "a") == [("b", ("dạy nghề",)), ("a", ())]
    assert heirs(directory, "a", field="dạy nghề") == [("b", ("dạy nghề",))]
    assert heirs(directory, "a", field="lao động") == [("a", ())]


def test_one_body_splits_and_many_merge():
    directory = Directory(
        (body("a", **OLD), body("b", **OLD), body("c"), body("d")),
        (),
        (pass_on(["a", "b"], ["c", "d"]),),
    )

    assert heirs(directory, "a") == heirs(directory, "b") == [("c", ()), ("d", ())]


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        ((), "chưa ghi cơ quan kế thừa"),
        ((pass_on(["a"], []),), "chưa rõ cơ quan kế thừa"),
        ((pass_on(["a"], [], unresolved="chia cho các xã"),), "chia cho các xã"),
        ((pass_on(["a"], ["x"]),), "không có cơ quan kế thừa x"),
    ],
)
def test_what_nobody_knows_is_a_question(rows, part):
    result = Directory((body("a", **OLD),), (), rows).successors("a", on=AFTER)

    assert result.heirs == ()
    assert part in "; ".join(result.unresolved)


def test_successions_of_one_day_that_go_round_end():
    rows = (pass_on(["a"], ["b"]), pass_on(["b"], ["a"]))
    directory = Directory((body("a", **OLD), body("b", **OLD)), (), rows)

    assert directory.successors("a", on=AFTER).unresolved


def test_many_splits_and_merges_are_walked_once():
    years = range(1960, 2020)
    rows = tuple(
        body(f"{side}{year}", valid_from=D(year, 1, 1), valid_to=D(year, 12, 31))
        for year in years
        for side in "ab"
    )
    steps = tuple(
        pass_on([f"a{year}", f"b{year}"], [f"a{year + 1}", f"b{year + 1}"], on=D(year + 1, 1, 1))
        for year in years[:-1]
    )

    directory = Directory(rows, (), steps)
    assert heirs(directory, "a1960", on=D(2019, 6, 1)) == [("a2019", ()), ("b2019", ())]


def test_a_directory_travels_between_processes():
    copy = pickle.loads(pickle.dumps(PROVINCE))  # noqa: S301 - our own bytes

    assert copy == PROVINCE
    assert copy.lookup("Sở A", on=BEFORE) == PROVINCE.lookup("Sở A", on=BEFORE)


def test_an_unknown_id_is_the_callers_fault():
    with pytest.raises(LookupError, match="no body with the id 'x'"):
        Directory().successors("x", on=AFTER)
    with pytest.raises(LookupError, match="no group 'x'"):
        Directory().expand("x", on=AFTER)


UBND = {"kind": Kind.PEOPLES_COMMITTEE}
DISTRICT = {**UBND, "level": Level.DISTRICT, "parent": "tinh"}
PROVINCE = Directory(
    (
        body("tinh", "UBND tỉnh", **UBND, valid_to=D(2025, 6, 30)),
        body("h1", "UBND huyện Đức Hòa", **DISTRICT),
        body("h2", "UBND huyện Cần Đước", **DISTRICT, valid_to=D(2025, 6, 30)),
        body("tx", "UBND thị xã Kiến Tường", **DISTRICT, valid_from=D(2013, 3, 18)),
        body("xa", "UBND xã A", **{**DISTRICT, "level": Level.COMMUNE, "parent": "h1"}),
        body("so", "Sở A", parent="tinh"),
        body("khac", "UBND huyện Khác", **{**DISTRICT, "parent": "tinh-khac"}),
        body("moi", "UBND tỉnh mới", **UBND, valid_from=D(2025, 7, 1)),
        body("so-moi", "Sở B", parent="moi", valid_from=D(2025, 7, 1)),
    ),
    (
        Group(
            "huyen",
            "UBND các huyện",
            rule=Rule(
                [Kind.PEOPLES_COMMITTEE],
                Level.DISTRICT,
                within="tinh",
                named=["huyện", "thành phố"],
            ),
            source="thử",
        ),
        Group("so-nganh", "Các Sở", rule=Rule([Kind.DEPARTMENT], within="tinh"), source="thử"),
        Group("kin", "Hai cơ quan", members=["h2", "so"], source="thử"),
        Group("mo", "các cơ quan liên quan", unresolved="chưa kể tên", source="thử"),
        Group("ca", "tất cả", members=["huyen", "kin", "mo", "ca"], source="thử"),
        Group("duoi", "dưới tỉnh", rule=Rule([Kind.PEOPLES_COMMITTEE], within="tinh"), source="t"),
    ),
    (pass_on(["tinh"], ["moi"], on=D(2025, 7, 1)),),
)


def members(expansion):
    return [one.id for one in expansion.members]


def test_a_rule_gives_the_members_of_the_day():
    assert members(PROVINCE.expand("huyen", on=D(2013, 3, 17))) == ["h2", "h1"]
    assert members(PROVINCE.expand("huyen", on=D(2013, 3, 18))) == ["h2", "h1", "tx"]


def test_a_member_that_the_label_does_not_name_is_a_warning_with_both_counts():
    opened = PROVINCE.expand("UBND các huyện", on=D(2020, 1, 1))
    (finding,) = opened.findings

    assert "có 2 hoặc 3 thành viên" in finding.message
    assert "thị xã Kiến Tường" in finding.message
    assert (finding.severity, opened.confidence) == (Severity.WARNING, Certainty.LIKELY)
    assert [one.id for one in opened.doubtful] == ["tx"]
    assert [one.id for one in opened.sure] == ["h2", "h1"]


def test_a_member_founded_the_day_before_may_not_work_yet():
    opened = PROVINCE.expand("duoi", on=D(2013, 3, 19))

    assert [one.id for one in opened.doubtful] == ["tx"]
    assert "18/3/2013" in opened.findings[0].message


def test_a_body_that_goes_on_with_anothers_work_is_not_in_doubt():
    rows = (body("a", **OLD), body("b", valid_from=REFORM))
    group = Group("g", "g", rule=Rule([Kind.DEPARTMENT]), source="t")
    directory = Directory(rows, (group,), (pass_on(["a"], ["b"]),))

    assert directory.expand("g", on=REFORM).findings == ()


def test_a_rule_below_a_body_reaches_any_depth():
    assert "xa" in members(PROVINCE.expand("duoi", on=BEFORE))
    assert "khac" not in members(PROVINCE.expand("duoi", on=BEFORE))


def test_a_rule_goes_over_to_the_successors_of_its_body():
    assert members(PROVINCE.expand("so-nganh", on=AFTER)) == ["so-moi"]


def test_a_closed_list_names_the_members_that_are_gone():
    opened = PROVINCE.expand("kin", on=AFTER)

    assert members(opened) == ["so"]
    assert "UBND huyện Cần Đước không tồn tại ngày 01/8/2025" in opened.unresolved[0]


def test_an_open_group_leaves_its_question():
    opened = PROVINCE.expand("mo", on=BEFORE)

    assert (opened.members, opened.unresolved) == ((), ("chưa kể tên",))
    assert Certainty.UNCERTAIN is opened.confidence


def test_a_group_of_groups_holds_each_member_once():
    opened = PROVINCE.expand("ca", on=BEFORE)

    assert members(opened) == ["so", "h2", "h1", "tx"]
    assert opened.unresolved == ("chưa kể tên",)


def test_what_is_excluded_is_left_out():
    assert members(PROVINCE.expand("ca", on=BEFORE, exclude=["so", "tx"])) == ["h2", "h1"]
    assert members(PROVINCE.expand("ca", on=BEFORE, exclude=["huyen"])) == ["so", "h2"]


def test_a_group_without_members_on_the_day_is_a_warning():
    opened = Directory((), (Group("g", "g", rule=Rule([Kind.PARTY])),)).expand("g", on=BEFORE)

    assert [one.code for one in opened.findings] == ["directory.group-empty"]


def test_a_directory_is_a_value():
    assert Directory((body("a"),)) == Directory([body("a")])
    assert "_index" not in repr(Directory())


def codes(*bodies, groups=(), successions=()):
    return [one.code for one in check(Directory(bodies, groups, successions))]


def test_a_sound_directory_has_no_finding():
    assert codes(body("a", **OLD), body("b"), successions=[pass_on(["a"], ["b"])]) == []


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([body("a", valid_from=D(2020, 1, 2), valid_to=D(2020, 1, 1))], "span-inverted"),
        ([body("a", source=" ")], "source-missing"),
        ([body("a", code="h39")], "code-invalid"),
        ([body("a"), body("a")], "span-overlap"),
        ([body("a", **OLD), body("a", valid_from=D(2025, 2, 28))], "span-overlap"),
        ([body("a", **OLD), body("a", valid_from=D(2025, 3, 2))], "span-gap"),
        ([body("a", parent="x")], "parent-unknown"),
        ([body("a", parent="b"), body("b", **OLD)], "parent-ended"),
        (
            [body("a", parent="b", valid_from=BEFORE), body("b", valid_from=D(2021, 1, 1))],
            "parent-later",
        ),
        ([body("a", parent="b"), body("b", parent="a")], "cycle"),
        ([body("a", parent="a")], "cycle"),
        ([body("a", "Sở Y tế"), body("b", "SỞ Y TẾ")], "name-shared"),
        (
            [body("a", abbreviations=["SA"]), body("b", abbreviations=["S.A"])],
            "abbreviation-shared",
        ),
        ([body("a", code="H39"), body("b", code="H39")], "code-shared"),
        ([body("a", **OLD)], "heir-missing"),
    ],
)
def test_each_fault_of_the_rows_is_found(rows, code):
    assert f"directory.{code}" in codes(*rows)


def test_rows_that_follow_each_other_or_have_other_places_are_no_fault():
    assert codes(body("a", **OLD), body("a", valid_from=REFORM)) == []
    assert codes(body("a", "Sở X", place="tỉnh A"), body("b", "Sở X", place="tỉnh B")) == []
    renamed = body("a", "Sở X", **OLD), body("b", "Sở X", valid_from=REFORM)
    assert codes(*renamed, successions=[pass_on(["a"], ["b"])]) == []


@pytest.mark.parametrize(
    ("group", "code"),
    [
        (Group("g", "g", members=["x"], source="t"), "member-unknown"),
        (Group("g", "g", rule=Rule([Kind.PARTY], within="x"), source="t"), "member-unknown"),
        (Group("g", "g", source="t"), "group-empty"),
        (Group("g", "g", members=["g"], source="t"), "cycle"),
        (Group("g", "g", members=["a"]), "source-missing"),
        (Group("a", "g", members=["a"], source="t"), "id-repeated"),
        (Group("g", "g", aliases=["SỞ A"], members=["a"], source="t"), "name-shared"),
    ],
)
def test_each_fault_of_the_groups_is_found(group, code):
    assert f"directory.{code}" in codes(body("a"), groups=[group])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (pass_on(["a"], ["b"], basis=""), "basis-missing"),
        (pass_on(["a"], []), "heir-missing"),
        (pass_on(["x"], ["b"]), "heir-unknown"),
        (pass_on(["a"], ["x"]), "heir-unknown"),
        (pass_on(["a"], ["later"]), "heir-absent"),
        (pass_on(["b"], ["a"]), "heir-overlap"),
        (pass_on(["a"], ["b"], on=D(2025, 3, 2)), "heir-gap"),
        (pass_on(["a"], ["a"]), "cycle"),
    ],
)
def test_each_fault_of_the_successions_is_found(row, code):
    rows = body("a", **OLD), body("b"), body("later", valid_from=AFTER)

    assert f"directory.{code}" in codes(*rows, successions=[row])


def test_a_cycle_is_told_once_with_its_way():
    rows = [
        body("a", parent="b"),
        body("b", parent="c"),
        body("c", parent="a"),
        body("d", parent="a"),
    ]
    found = [one for one in check(Directory(rows)) if one.code == "directory.cycle"]

    assert [one.message for one in found] == ["vòng lặp cấp trên: a → b → c → a"]


def test_a_deep_chain_of_parents_needs_no_deep_stack():
    rows = [body(str(n), f"Sở số {n}", parent=str(n + 1)) for n in range(5000)]

    assert codes(*rows, body("5000", "Sở số 5000")) == []
