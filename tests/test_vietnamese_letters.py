"""Letters, order and forbidden characters of Vietnamese text."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vietnamese import (
    dictionary_key,
    fold,
    fold_tone_placement,
    forbidden_characters,
    is_clean,
    nfc,
    person_key,
    sort_key,
)

# The order that ICU 78 (CLDR root, collation "vi") gives.
ICU_ORDER = (
    '"Internet"', "“Internet”", "(a)", "1-2", "1. Mục", "10 xã", "2 xã", "a", "a)", "Bến Lức",
    "Cần Đước", "Cần Giuộc", "Châu Thành", "d", "D", "đ", "Đ", "Đức Hòa", "Đức Huệ", "e", "ê",
    "fax", "Hạ An", "Hà Nam", "i", "Internet", "jet", "khoản 3 – 4", "khoản 3-4", "khoản 3, 4",
    "Kiến Tường", "m2", "m²", "m3", "ma", "Ma", "mà", "mả", "mã", "má", "mạ", "Mạ", "mă", "mâ",
    "mo", "mô", "Mộc Hóa", "mơ", "mu", "mư", "Sở Nội vụ", "Sở Tài chính",
    "Sở Thông tin và Truyền thông", "Sở Tư pháp", "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Xây dựng", "Sở Y tế", "Tân An", "Tân Hưng", "Tân Thạnh", "Tân Trụ", "Thạnh Hóa",
    "Thủ Thừa", "UBND thành phố Tân An", "UBND tỉnh", "Uỷ ban", "ủy ban", "Ủy ban",
    "Văn phòng UBND tỉnh", "Vĩnh Hưng", "wifi", "y", "zalo",
)  # fmt: skip

PEOPLE = (
    "Nguyễn Văn An",
    "Nguyễn Thị Ánh",
    "Nguyễn Thanh Cang",
    "Trần Văn Cần",
    "Phạm Tấn Hòa",
    "Lê Hồng Phước",
    "Trần Hữu Phước",
    "Nguyễn Văn Út",
    "Đặng Văn Xướng",
)


def shuffled(values: tuple[str, ...]) -> list[str]:
    return random.Random(7).sample(values, len(values))  # noqa: S311 - no secret


def test_the_composed_form_is_kept():
    assert nfc("Ho\u0300a U\u0309y") == "Hòa Ủy"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đức Hòa", "duc hoa"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Quyền, Nghĩa vụ & Ưu đãi", "quyen, nghia vu & uu dai"),
        ("ngày\u00a019", "ngay 19"),
        (unicodedata.normalize("NFD", "Thủ tướng"), "thu tuong"),
    ],
)
def test_folding_forgets_marks_and_case(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("Hoá", "Hóa"),
        ("HOẠ SĨ", "HỌA SĨ"),
        ("khoẻ, xoè", "khỏe, xòe"),
        ("thuỷ thủ", "thủy thủ"),
        ("Uỷ ban, UỶ BAN", "Ủy ban, ỦY BAN"),
        ("giuý", "giúy"),
        ("hoà-bình", "hòa-bình"),
    ],
)
def test_old_and_new_tone_placement_fold_to_one_form(new, old):
    assert fold_tone_placement(new) == old
    assert fold_tone_placement(old) == old


@pytest.mark.parametrize("text", ["quý", "quỳ", "QUỸ", "quà", "hoàn", "toán", "khuỷu", "huỳnh"])
def test_closed_syllables_and_qu_stay_as_they_are(text):
    assert fold_tone_placement(text) == text


def test_a_mark_on_the_u_of_qu_moves_to_the_vowel():
    assert fold_tone_placement("qúy, QÚY, qúa") == "quý, QUÝ, quá"


def test_decomposed_text_folds_to_the_same_placement():
    assert fold_tone_placement(unicodedata.normalize("NFD", "uỷ")) == "ủy"


@given(st.text(alphabet="qhuoaeyúýủỷòàóáỏẻQUYÝÚn \u0301"))
def test_folding_tone_placement_twice_is_folding_it_once(text):
    once = fold_tone_placement(text)

    assert fold_tone_placement(once) == once


def test_the_sort_key_gives_the_order_of_icu():
    assert sorted(shuffled(ICU_ORDER), key=sort_key) == list(ICU_ORDER)


def test_composed_and_decomposed_text_have_one_sort_key():
    assert sort_key("Hòa") == sort_key(unicodedata.normalize("NFD", "Hòa"))


def test_a_foreign_mark_sorts_with_its_letter():
    assert sorted(["z", "o", "ö", "p"], key=sort_key) == ["o", "ö", "p", "z"]


@given(st.text(), st.text())
def test_any_two_texts_can_be_ordered(first, second):
    assert (sort_key(first) <= sort_key(second)) or (sort_key(second) < sort_key(first))


def test_the_dictionary_compares_syllable_by_syllable():
    assert sorted(["Hạ An", "Hà Nam"], key=sort_key) == ["Hạ An", "Hà Nam"]
    assert sorted(["Hạ An", "Hà Nam"], key=dictionary_key) == ["Hà Nam", "Hạ An"]


def test_the_dictionary_looks_at_case_last():
    assert sorted(["Ma b", "ma c", "ma a"], key=dictionary_key) == ["ma a", "Ma b", "ma c"]


def test_people_are_sorted_by_given_name_then_family_name():
    assert sorted(shuffled(PEOPLE), key=person_key) == list(PEOPLE)


def test_people_can_be_sorted_by_middle_name_before_family_name():
    people = ["Trần Bảo An", "Lê Văn An"]

    by_middle = sorted(people, key=lambda name: person_key(name, order="given-middle-family"))
    by_family = sorted(people, key=person_key)

    assert by_middle == ["Trần Bảo An", "Lê Văn An"]
    assert by_family == ["Lê Văn An", "Trần Bảo An"]


def test_a_name_of_one_word_is_a_given_name():
    assert sorted(["Nguyễn Văn Bình", "An"], key=person_key) == ["An", "Nguyễn Văn Bình"]


def test_an_unknown_order_of_names_is_refused():
    with pytest.raises(ValueError, match=r"given-middle-family.*'family'"):
        person_key("Nguyễn Văn An", order="family")  # type: ignore[arg-type]


def test_forbidden_characters_are_named_with_their_offset():
    text = "a\x07b\r\n\tc\x7fd\x85\ud83d\ufffe\uffff"

    assert forbidden_characters(text) == (
        (1, "U+0007 BEL"),
        (3, "U+000D CR"),
        (7, "U+007F DEL"),
        (9, "U+0085"),
        (10, "U+D83D"),
        (11, "U+FFFE"),
        (12, "U+FFFF"),
    )


@pytest.mark.parametrize("text", ["", "Điều 3.\n\tKhoản\u00a01", "😀", "\ufffd"])
def test_ordinary_text_is_clean(text):
    assert is_clean(text)
    assert forbidden_characters(text) == ()


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_a_text_is_clean_when_nothing_in_it_is_forbidden(text):
    def fault(character: str) -> bool:
        control = unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"
        return control or character in "\ufffe\uffff"

    expected = [offset for offset, character in enumerate(text) if fault(character)]

    assert [offset for offset, _ in forbidden_characters(text)] == expected
    assert is_clean(text) is (not expected)
