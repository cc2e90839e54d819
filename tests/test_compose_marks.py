"""Number styles: a first label tells the whole series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.compose._marks import style_of
from kehoach.errors import NoSuchOrdinal


@pytest.mark.parametrize(
    ("mark", "number", "path", "label"),
    [
        ("I.", 4, (), "IV."),
        ("1.", 11, (3,), "11."),
        ("a)", 5, (1, 2), "đ)"),
        ("a)", 7, (), "g)"),
        ("1.1.", 3, (2,), "2.3."),
        ("1.1.1.", 2, (4, 5), "4.5.2."),
        ("1.1", 2, (4,), "4.2"),
        ("(1)", 2, (), "(2)"),
        ("1/", 2, (), "2/"),
        ("Phần I", 2, (), "Phần\u00a0II"),
        ("Chương I", 3, (), "Chương\u00a0III"),
        ("Mục 1", 2, (), "Mục\u00a02"),
        ("Điều 1.", 12, (), "Điều\u00a012."),
        ("-", 9, (1,), "-"),
        ("+", 9, (1,), "+"),
        ("", 9, (1,), ""),
    ],
)
def test_a_series_is_continued_from_its_first_label(
    mark: str, number: int, path: tuple[int, ...], label: str
) -> None:
    assert style_of(mark).label(number, path) == label


@given(st.sampled_from(["I.", "1.", "a)", "(1)", "Phần I", "Chương I", "Mục 1", "Điều 1."]))
def test_the_first_label_of_a_series_is_its_own_mark(mark: str) -> None:
    assert style_of(mark).label(1, ()).replace("\u00a0", " ") == mark


@given(st.sampled_from(["I.", "1.", "a)", "(1)"]), st.integers(1, 22))
def test_labels_of_one_series_differ(mark: str, number: int) -> None:
    style = style_of(mark)

    assert style.label(number, ()) != style.label(number + 1, ())


def test_a_decimal_label_without_an_enclosing_number_stands_alone() -> None:
    assert style_of("1.1.").label(2, ()) == "2."


def test_a_word_that_only_begins_like_a_number_is_a_bullet() -> None:
    assert not style_of("•").counted
    assert style_of("•").label(3, ()) == "•"


@pytest.mark.parametrize("mark", ["Mục 2", "III.", "c)", "i.", "7."])
def test_a_series_may_start_at_any_label(mark: str) -> None:
    style = style_of(mark)

    assert style.label(style.start, ()).replace("\u00a0", " ") == mark


@pytest.mark.parametrize(("one", "other"), [("Mục 1", "Mục 2"), ("a)", "đ)"), ("I.", "IV.")])
def test_labels_that_differ_in_their_number_alone_are_one_series(one: str, other: str) -> None:
    assert style_of(one) == style_of(other)


@pytest.mark.parametrize("mark", ["C.", "IIII.", "f)", "z.", "12345.", "٣."])
def test_what_no_series_counts_stands_as_it_is_written(mark: str) -> None:
    assert not style_of(mark).counted
    assert style_of(mark).label(2, ()) == mark


@pytest.mark.parametrize(("mark", "number"), [("a)", 24), ("I.", 4000)])
def test_a_list_longer_than_its_numerals_is_refused(mark: str, number: int) -> None:
    with pytest.raises(NoSuchOrdinal, match=str(number)):
        style_of(mark).label(number, ())
