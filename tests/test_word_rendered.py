"""Papers as LibreOffice draws them: places in millimetres, sizes, page numbers, page edges.

Liberation Serif has the widths of Times New Roman, but its older editions lack Vietnamese letters
and another typeface stands in for these; so widths are held to a tenth.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

import attrs
import pytest

from kehoach.documents import Closing, Column, Document, Paragraph, SignatureBlock, Table
from kehoach.rules import rulebook
from kehoach.word import write
from tests.sample_papers import CLOSING, DECISION, DUTY, LETTER, LETTERHEAD, MINUTES, PLAN
from tests.support.pdf import pdf_pages
from tests.support.render import to_pdfs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.rules import Rulebook
    from tests.support.pdf import Page

pytestmark = pytest.mark.rendered
BOOKS = {
    f"{regime} {sizes}": rulebook(regime, sizes)
    for regime in ("nd30-2020", "tt01-2011")
    for sizes in ("14", "13")
}
FIRST_POST = CLOSING.signatures[0].lines[0]
NAME = CLOSING.signatures[0].name


def body_of(lines: int, last: str = "Giao các sở, ngành thực hiện./.") -> Document:
    """The plan with a body of so many paragraphs of one line, then the last one."""
    numbered = (Paragraph(f"Dòng thứ {number}.") for number in range(lines))
    return attrs.evolve(PLAN, blocks=(*numbered, Paragraph(last)))


def long_recipients(count: int) -> Closing:
    return attrs.evolve(CLOSING, recipients=tuple(f"- Đơn vị {n};" for n in range(count)))


def drawn(documents: Iterable[Document], book: Rulebook) -> list[tuple[Page, ...]]:
    return [pdf_pages(pdf) for pdf in to_pdfs([write(each, book) for each in documents])]


SHOWN = {"plan": PLAN, "letter": LETTER, "minutes": MINUTES, "decision": DECISION}


@functools.cache
def papers() -> dict[tuple[str, str], tuple[Page, ...]]:
    """Every sample under every rulebook, drawn together."""
    names = list(itertools.product(SHOWN, BOOKS))
    pdfs = to_pdfs([write(SHOWN[name], BOOKS[book]) for name, book in names])
    return {name: pdf_pages(pdf) for name, pdf in zip(names, pdfs, strict=True)}


@pytest.fixture(params=BOOKS)
def book_name(request):
    return request.param


def test_the_page_is_a4_and_the_text_stands_between_the_margins(book_name):
    (page,) = papers()["plan", book_name]
    margins = BOOKS[book_name].page.margins

    assert (round(page.width_mm), round(page.height_mm)) == (210, 297)
    assert min(line.x0 for line in page.lines) >= margins.left.preferred - 0.3
    assert max(line.x1 for line in page.lines) <= 210 - margins.right.preferred + 0.3
    assert page.lines[0].top == pytest.approx(margins.top.preferred, abs=2)


def test_quoc_hieu_and_motto_stand_on_one_line_each_at_the_right(book_name):
    book = BOOKS[book_name]
    (page,) = papers()["plan", book_name]
    nation, motto = page.line(LETTERHEAD.nation), page.line(LETTERHEAD.motto)

    assert nation.text == LETTERHEAD.nation
    assert nation.size_pt == book.part("national_name").size.preferred
    assert motto.size_pt == book.part("motto").size.preferred
    assert nation.bold
    assert motto.bold
    assert (nation.x0 + nation.x1) / 2 == pytest.approx((motto.x0 + motto.x1) / 2, abs=0.5)
    assert nation.x1 == pytest.approx(210 - book.page.margins.right.preferred, abs=3)


def test_the_rules_stand_under_motto_issuer_and_title(book_name):
    (page,) = papers()["plan", book_name]
    shares = {
        LETTERHEAD.motto: (0.88, 1.05), LETTERHEAD.issuer[-1]: (0.3, 0.5),
        "và trò chơi trực tuyến": (0.3, 0.5),
    }  # fmt: skip
    for start, (least, most) in shares.items():
        line = page.line(start)
        rule = min(
            (one for one in page.rules if one.y > line.baseline and line.x0 < one.x1 < line.x1 + 5),
            key=lambda one: one.y,
        )

        assert least <= (rule.x1 - rule.x0) / (line.x1 - line.x0) <= most
        assert rule.y - line.baseline < 3
        assert (rule.x0 + rule.x1) / 2 == pytest.approx((line.x0 + line.x1) / 2, abs=0.5)


def test_the_number_is_level_with_place_and_day(book_name):
    (page,) = papers()["plan", book_name]
    number, day = page.line("Số:"), page.line("Long An, ngày")

    assert number.baseline == pytest.approx(day.baseline, abs=0.2)
    assert number.x1 < day.x0
    assert day.italic
    assert not number.italic


def test_the_recipients_label_is_level_with_the_first_signature_line(book_name):
    (page,) = papers()["plan", book_name]
    label, post = page.line("Nơi nhận:"), page.line(FIRST_POST)

    assert label.baseline == pytest.approx(post.baseline, abs=0.2)
    assert (label.size_pt, label.bold, label.italic) == (12, True, True)
    assert label.x0 == pytest.approx(BOOKS[book_name].page.margins.left.preferred, abs=0.3)
    assert page.line("- Bộ TTTT").size_pt == 11


def test_room_to_sign_is_left_between_post_and_name(book_name):
    (page,) = papers()["plan", book_name]
    post, name = page.line(CLOSING.signatures[0].lines[-1]), page.line(NAME)

    assert 24 <= name.top - post.bottom <= 32
    assert (name.x0 + name.x1) / 2 == pytest.approx((post.x0 + post.x1) / 2, abs=0.5)


def test_body_paragraphs_are_indented_and_six_points_apart(book_name):
    book = BOOKS[book_name]
    (page,) = papers()["plan", book_name]
    first, second = page.line("Thực hiện chỉ đạo"), page.line("I. MỤC ĐÍCH")
    size = book.part("body").size.preferred

    assert first.size_pt == size
    assert first.x0 - book.page.margins.left.preferred == pytest.approx(12.7, abs=0.5)
    assert (second.baseline - first.baseline) / 25.4 * 72 >= 6 + size * 1.1


def test_letter_boxes_measure_what_the_decree_says(book_name):
    page = papers()["letter", book_name][0]
    left, right = BOOKS[book_name].page.margins.left.preferred, 105
    sides = sorted(
        (rule.x1 - rule.x0, rule.y) for rule in page.rules if left < rule.x0 and rule.x1 < right
    )
    frame = [(breadth, y) for breadth, y in sides if breadth == pytest.approx(40, abs=0.6)]

    assert len(frame) == 2
    assert abs(frame[0][1] - frame[1][1]) == pytest.approx(8, abs=0.3)


def test_circulation_stands_above_quoc_hieu_and_the_address_under_a_full_rule(book_name):
    page = papers()["letter", book_name][0]
    book = BOOKS[book_name]
    circulation, nation = page.line("LƯU HÀNH NỘI BỘ"), page.line(LETTERHEAD.nation)
    address = page.line("Số 61 Nguyễn Huệ")
    widest = max(page.rules, key=lambda rule: rule.x1 - rule.x0)

    assert circulation.bottom < nation.top
    assert circulation.x0 > 105
    assert widest.y < address.top
    assert widest.x1 - widest.x0 == pytest.approx(book.page.text_width, abs=0.5)
    assert address.bottom < 297 - 8


def test_dashes_of_addressees_stand_under_the_colon(book_name):
    page = papers()["letter", book_name][0]
    label, dash = page.line("Kính gửi:"), page.line("- Ủy ban nhân dân tỉnh")

    assert dash.x0 == pytest.approx(label.x1, abs=2.5)


def test_minutes_print_two_signatures_side_by_side(book_name):
    (page,) = papers()["minutes", book_name]
    secretary, chair = page.line("THƯ KÝ"), page.line("CHỦ TỌA")

    assert secretary.baseline == pytest.approx(chair.baseline, abs=0.1)
    assert secretary.x1 < chair.x0
    assert page.line("Nơi nhận:").top > page.line("Trần Thị B").bottom


def test_annexes_start_a_page_hide_its_number_and_lie_as_asked(book_name):
    pages = papers()["decision", book_name]
    first = next(page for page in pages if "Phụ lục I" in page.texts)
    second = next(page for page in pages if "Phụ lục II" in page.texts)

    assert (round(first.width_mm), round(second.width_mm)) == (297, 210)
    assert not any(text.isdigit() and len(text) < 3 for text in second.texts)
    assert any("QUY CHẾ" in page.texts for page in pages)


@pytest.mark.parametrize("name", ["nd30-2020 14", "tt01-2011 13"])
def test_page_numbers_from_2_to_40_stand_at_their_place(name):
    book = BOOKS[name]
    (pages,) = drawn([body_of(1480)], book)

    assert len(pages) >= 40
    assert not any(text.isdigit() for text in pages[0].texts)
    for number, page in enumerate(pages[1:], start=2):
        line = page.line(str(number))

        assert line.text == str(number)
        assert line.size_pt == book.part("page_number").size.preferred
        if book.page_number.place == "header":
            assert (line.x0 + line.x1) / 2 == pytest.approx(30 + book.page.text_width / 2, abs=0.5)
            assert line.bottom < 20
        else:
            assert line.x1 == pytest.approx(195, abs=1)
            assert line.top > 297 - 20


def test_header_rows_are_repeated_on_every_page_of_a_table():
    rows = tuple((str(number), "Nội dung " * 20) for number in range(60))
    table = Table((Column(1), Column(9)), rows, (("TT", "Nhiệm vụ"),))
    (pages,) = drawn([attrs.evolve(PLAN, blocks=(table,), closing=None)], BOOKS["nd30-2020 14"])

    assert len(pages) > 3
    for page in pages:
        assert "Nhiệm vụ" in page.texts


LASTS = ("Xong./.", f"{DUTY}./.", f"{DUTY} {DUTY[2:]} {DUTY[2:]}./.")


@pytest.mark.parametrize("name", ["nd30-2020 14", "tt01-2011 13"])
def test_the_signature_is_whole_and_never_alone_wherever_the_page_ends(name):
    sweep = [body_of(lines, last) for lines in range(8, 36) for last in LASTS]
    sweep += [attrs.evolve(one, closing=long_recipients(45)) for one in sweep[::6]]
    sweep += [
        attrs.evolve(
            one,
            closing=attrs.evolve(CLOSING, signatures=(SignatureBlock((FIRST_POST,), NAME),) * 2),
        )
        for one in sweep[:84:6]
    ]
    splits = 0
    for pages in drawn(sweep, BOOKS[name]):
        signed = [page for page in pages if FIRST_POST in page.texts]
        named = [page for page in pages if NAME in page.texts]
        top = signed[0].line(FIRST_POST).top
        above = [line for line in signed[0].lines if line.top < top - 3 and not line.text.isdigit()]
        splits += len(pages) > 1

        assert signed == named
        assert len(signed) == 1
        assert above
        assert all(len(page.lines) > 1 for page in pages)
    assert 10 < splits < len(sweep)


def test_a_table_that_ends_the_body_stands_on_the_page_of_the_signature():
    def ended(count):
        rows = tuple((str(number), "Công việc") for number in range(count))
        return attrs.evolve(PLAN, blocks=(Table((Column(1), Column(5)), rows),))

    for pages in drawn([ended(count) for count in range(10, 40, 1)], BOOKS["nd30-2020 14"]):
        (signed,) = (page for page in pages if FIRST_POST in page.texts)
        top = signed.line(FIRST_POST).top

        assert any(line.text == "Công việc" and line.top < top for line in signed.lines)


def test_five_hundred_recipients_run_over_pages_beside_a_whole_signature():
    (pages,) = drawn(
        [attrs.evolve(body_of(3), closing=long_recipients(500))], BOOKS["nd30-2020 14"]
    )
    printed = [text for page in pages for text in page.texts if text.startswith("- Đơn vị")]

    assert printed == [f"- Đơn vị {number};" for number in range(500)]
    assert NAME in pages[0].texts
    gaps = [
        after.baseline - before.baseline
        for page in pages
        for before, after in itertools.pairwise(
            [line for line in page.lines if line.text.startswith("- Đơn vị")]
        )
    ]
    assert max(gaps) - min(gaps) < 0.5
