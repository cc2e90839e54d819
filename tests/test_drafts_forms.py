"""Each Mẫu of NĐ 30/2020/NĐ-CP: what it prints, that it checks clean, that its XML is approved."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from kehoach.checks import lint
from kehoach.compose import annex_document, day_of, plan_document, unknowns
from kehoach.documents import Heading, Issuer, Number, PartialDate, Recipient, Signature, Table
from kehoach.drafts import (
    copy_of,
    decision,
    decision_promulgating,
    electronic_copy_of,
    introduction,
    invitation,
    leave,
    minutes,
    resolution,
    signing_of_annex,
    telegram,
)
from kehoach.exporters.text import as_text
from kehoach.files import dumps, loads
from kehoach.plan import Assignment, Paragraph, Party, Plan, Section, Task
from kehoach.reading import read_plan
from kehoach.rules import rulebook, rulebook_on
from kehoach.word import observe, write
from tests.drafted_papers import BASES, COMMITTEE, NEW_DAY, OFFICE, OLD_DAY, papers
from tests.support.docx_xml import check_golden, part_xml
from tests.support.ooxml import faults
from tests.support.pdf import pdf_pages
from tests.support.render import to_pdfs

NEW = rulebook("nd30-2020")
FORMS = tuple(papers())


def text_of(plan: Plan) -> str:
    """The printed characters, under the decree."""
    return as_text(plan_document(plan, NEW))


def spaced(text: str) -> str:
    """The text with plain spaces."""
    return text.replace("\u00a0", " ")


def codes(plan: Plan) -> set[str]:
    """What the paper does not know."""
    return {finding.code for finding in unknowns(plan, NEW)}


@pytest.mark.parametrize("day", [NEW_DAY, OLD_DAY], ids=["nd30-2020", "tt01-2011"])
@pytest.mark.parametrize("form", FORMS)
def test_a_paper_of_every_form_checks_clean_under_both_regimes(form, day):
    paper = papers(day)[form]
    rules = rulebook_on(day_of(paper))

    found = lint(observe(write(plan_document(paper, rules), rules)), rules)

    assert [finding.describe() for finding in found] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_paper_of_every_form_is_valid_word_and_written_as_it_was_approved(form):
    data = write(plan_document(papers()[form], NEW), NEW)

    assert faults(data) == []
    check_golden(f"mau_{form.replace(' ', '_')}.xml", part_xml(data))


@pytest.mark.parametrize("form", FORMS)
def test_a_paper_of_every_form_is_a_document_file(form):
    paper = papers()[form]

    assert loads(dumps(paper)) == paper


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_paper_of_every_form_leaves_nothing_unknown(form):
    assert codes(papers()[form]) == set()


def test_articles_have_a_bold_label_and_light_words_and_end_the_body():
    text = text_of(papers()["1.2"])
    document = plan_document(papers()["1.2"], NEW)
    labels = [
        [run.bold for run in block.text]
        for block in document.blocks
        if not isinstance(block, Table | Heading) and isinstance(block.text, tuple)
    ]

    assert "ỦY BAN NHÂN DÂN TỈNH ĐỒNG MẪU\n\nCăn cứ Luật" in text
    assert "Theo đề nghị của Giám đốc Sở Nội vụ.\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Thành lập" in text
    assert "\n\n1. Tổ trưởng: Giám đốc Sở Nội vụ.\n\n2. Tổ phó" in text
    assert "thi hành Quyết định này./." in text
    assert labels == [[True, False]] * 3


def test_a_resolution_decides_in_its_own_words():
    assert "QUYẾT NGHỊ:" in text_of(papers()["1.1"])


@pytest.mark.parametrize(
    ("lines", "authority"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "SỞ NỘI VỤ"),
        (("GIÁM ĐỐC",), "GIÁM ĐỐC SỞ NỘI VỤ"),
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "GIÁM ĐỐC SỞ NỘI VỤ"),
        (("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "……………"),
    ],
)
def test_the_signature_tells_who_decides(lines, authority):
    made = decision("Về việc X", ("Làm.",), issuer=OFFICE, signature=Signature(lines))

    assert f"\n\n{authority}\n\nQUYẾT ĐỊNH:" in text_of(made)


def test_an_authority_that_is_given_stands_as_given():
    made = resolution("Về việc X", ("Làm.",), authority="Hội nghị cán bộ", issuer=OFFICE)

    assert "\n\nHỘI NGHỊ CÁN BỘ\n\nQUYẾT NGHỊ:" in text_of(made)


def test_who_decides_is_unknown_without_signature_and_issuer():
    assert "unknown-text" in codes(decision("Về việc X", ("Làm.",)))


def test_the_decision_promulgates_the_plan_on_pages_of_their_own():
    document = plan_document(papers()["1.3"], NEW)
    (enclosed,) = document.enclosed

    assert spaced(document.title.summary) == "Ban hành Kế hoạch cải cách hành chính năm 2026"  # type: ignore[union-attr]
    assert enclosed.letterhead.number == enclosed.letterhead.place_date == ""  # type: ignore[union-attr]
    assert enclosed.closing is None
    assert spaced(enclosed.title.reference) == (  # type: ignore[union-attr]
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 6 năm 2026 của Ủy ban nhân dân tỉnh"
        " Đồng Mẫu)"
    )


def test_what_the_plan_printed_moves_to_its_decision_and_nothing_is_lost():
    plan = papers()["1.4"]
    made = decision_promulgating(plan, bases=BASES)
    (inner,) = made.encloses

    assert made.recipients == (Recipient("Như Điều 3"), *plan.recipients)
    assert (made.archive, made.signature, made.place) == (plan.archive, plan.signature, plan.place)
    assert (inner.sections, inner.opening, inner.title) == (plan.sections, plan.opening, plan.title)
    assert (inner.recipients, inner.signature, inner.bases) == ((), None, ())
    assert made.number == Number()
    assert "Sở Nội vụ, Thanh tra tỉnh chịu trách nhiệm thi hành" in text_of(made)


def test_the_plans_own_bases_become_those_of_the_decision():
    plan = Plan("X", bases=("Căn cứ Luật A", "Theo đề nghị của Sở B"), date=NEW_DAY)

    made = decision_promulgating(plan)

    assert made.bases == plan.bases
    assert made.encloses[0].bases == ()


def test_a_decision_on_a_plan_that_assigns_nobody_says_what_is_missing():
    made = decision_promulgating(Plan("X"), verb="Phê duyệt")

    assert made.title == "Phê duyệt Kế hoạch X"
    assert "Điều 3. …………… chịu trách nhiệm" in text_of(made)
    assert {"unknown-text", "unknown-bases", "unknown-number"} <= codes(made)


def test_a_plural_inside_the_sentence_loses_its_capital():
    parties = (Party("Sở A"), Party("Các xã"))
    plan = Plan("X", sections=(Section("Y", (Section("Z", (Assignment(parties),)),)),))

    assert "Điều 3. Sở A, các xã chịu trách nhiệm" in text_of(decision_promulgating(plan))


def test_annexes_of_a_promulgated_text_accompany_the_decision():
    made = decision_promulgating(papers()["2.1"], number=Number("12"))
    (enclosed,) = plan_document(made, NEW).enclosed

    assert len(enclosed.appendices) == 2
    assert all("Quyết định số 12/QĐ-UBND" in spaced(one.reference) for one in enclosed.appendices)


def test_blanks_in_a_promulgated_text_are_told_with_their_place():
    inner = Plan("X", opening=(Paragraph("Ngày …… họp."),))
    told = unknowns(Plan("Ban hành X", kind="QĐ", encloses=(inner,)), NEW)

    assert "encloses[0].text" in {finding.place for finding in told}


def test_a_telegram_calls_those_below_its_sender():
    text = text_of(papers()["1.6"])

    assert "bão số 5\n\nChủ tịch Ủy ban nhân dân tỉnh Đồng Mẫu điện:\n\n- Ủy ban" in text
    assert "thành phố;\n\n- Ban Chỉ huy Quân sự tỉnh.\n\nBão số 5" in text
    assert "Kính gửi" not in text


def test_a_telegram_to_nobody_leaves_a_blank_and_says_so():
    made = telegram("Về việc X", (), ("Làm ngay.",), issuer=COMMITTEE)

    assert "Đồng Mẫu điện:\n\n- …………….\n" in text_of(made)
    assert "unknown-addressees" in codes(made)


def test_an_invitation_names_one_guest_beside_and_several_below():
    one = invitation("Họp A", ("Ông B",), issuer=OFFICE)
    two = invitation("Họp A", ("Ông B", "Bà C"), issuer=OFFICE)

    assert "Sở Nội vụ trân trọng kính mời: Ông B\n" in text_of(one)
    assert "trân trọng kính mời:\n\n- Ông B;\n\n- Bà C.\n\nTới dự" in text_of(two)


def test_an_invitation_that_knows_nothing_prints_its_blanks():
    made = invitation("Họp A")
    text = text_of(made)

    assert "…………… trân trọng kính mời: ……………" in text
    assert "Thời gian: … giờ …, ngày … tháng … năm …" in text
    assert {"unknown-text", "unknown-addressees"} <= codes(made)


def test_an_introduction_prints_its_request_and_no_summary():
    document = plan_document(papers()["1.8"], NEW)
    text = as_text(document)

    assert document.title.summary == ""  # type: ignore[union-attr]
    assert "GIẤY GIỚI THIỆU\n\nSở Nội vụ trân trọng giới thiệu:\n\nÔng Phạm Văn Dũng" in text
    assert "Giấy này có giá trị đến hết ngày 25 tháng 6 năm 2026./." in text
    assert "- Như trên;\n- Lưu: VT.\n" in text


def test_an_introduction_of_an_unknown_person_has_the_forms_words():
    made = introduction(issuer=OFFICE)

    assert "Ông (bà) ……………\n\nChức vụ: ……………" in text_of(made)
    assert "unknown-title" not in codes(made)


def test_minutes_are_signed_by_two_and_bear_no_place_or_day_in_their_head():
    document = plan_document(papers()["1.9"], NEW)

    assert document.letterhead.place_date == ""  # type: ignore[union-attr]
    signatures = document.closing.signatures  # type: ignore[union-attr]
    assert [(one.lines, spaced(one.name)) for one in signatures] == [
        (("THƯ KÝ",), "Võ Thị Em"),
        (("CHỦ TỌA",), "Lê Văn Cường"),
    ]
    assert "kết thúc vào 11 giờ 15, ngày 05 tháng 6 năm 2026./." in as_text(document)
    assert papers()["1.9"].date == NEW_DAY


def test_minutes_of_an_unknown_meeting_tell_both_signers():
    made = minutes("Họp")

    assert {"unknown-signer", "unknown-cosigners", "unknown-text"} <= codes(made)
    assert not {"unknown-place", "unknown-date"} & codes(made)


def test_leave_is_confirmed_below_the_closing_where_asked():
    document = plan_document(papers()["1.10"], NEW)
    text = as_text(document)

    assert document.closing.confirmation is not None  # type: ignore[union-attr]
    assert "ngày 02 tháng 6 năm 2026 của bà Võ Thị Em, Sở Nội vụ cấp cho:" in text
    assert "- Bà Võ Thị Em;\n- Lưu: VT, VP." in text
    assert leave("Bà X").confirmation is None


def test_a_copy_is_the_paper_and_the_block_below_it():
    letter, made = papers()["1.5"], papers()["3.1 SY"]
    document = plan_document(made, NEW)
    (block,) = document.copies

    assert document.blocks == plan_document(letter, NEW).blocks
    assert (block.form, spaced(block.number)) == ("SAO Y", "Số: 07/SY-SNV")
    assert text_of(made).startswith(text_of(letter).rstrip())


def test_a_copy_of_a_copy_has_both_blocks():
    document = plan_document(papers()["3.1 SL"], NEW)

    assert [block.form for block in document.copies] == ["SAO Y", "SAO LỤC"]


def test_only_a_sao_y_is_copied_as_a_sao_luc():
    letter = papers()["1.5"]

    with pytest.raises(ValueError, match="expected a sao y"):
        copy_of(letter, "SL")
    with pytest.raises(ValueError, match="expected the form SL"):
        copy_of(copy_of(letter), "SY")


def test_an_old_paper_copied_today_keeps_its_own_form_and_takes_todays_copy():
    old = papers(OLD_DAY)["1.5"]
    made = copy_of(old, "SY", issuer=OFFICE, date=NEW_DAY)

    assert day_of(made) == OLD_DAY
    assert plan_document(made).copies[0].form == "SAO Y"
    assert plan_document(copy_of(old, "SY", date=OLD_DAY)).copies[0].form == "SAO Y BẢN CHÍNH"
    assert plan_document(copy_of(old, "SY")).regime == "tt01-2011"


def test_a_copy_whose_paper_is_not_at_hand_is_its_block_alone():
    made = evolve(papers()["3.1 SY"], copied=None)
    document = plan_document(made)

    assert (document.letterhead, document.blocks, len(document.copies)) == (None, (), 1)
    assert lint(observe(write(document, NEW)), NEW) == ()


def test_what_a_copy_cannot_print_is_told():
    made = Plan("X", kind="SY", opening=(Paragraph("Nội dung."),))

    assert "compose.not-printed" in codes(made)


def test_the_day_of_a_copy_of_an_undated_paper_is_its_own():
    made = copy_of(Plan("X"), "TrS", date=PartialDate(2026))

    assert day_of(made) == datetime.date(2026, 1, 1)


def test_an_electronic_copy_tells_its_copying_in_the_top_margin_of_page_1():
    at = datetime.datetime(
        2026, 6, 5, 15, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7))
    )
    made = electronic_copy_of(papers()["1.4"], "SY", issuer=OFFICE, signed_at=at)
    document = plan_document(made, NEW)
    data = write(document, NEW)

    assert document.signing == "Sao y; Sở Nội vụ; 05/6/2026; 15:30:00+07:00"
    assert faults(data) == []
    assert lint(observe(data), NEW) == ()
    assert document.signing in part_xml(data, "word/header1.xml")
    check_golden("mau_3.2.xml", part_xml(data))


def test_an_electronic_copy_not_yet_signed_has_blanks_that_are_told():
    assert "unknown-text" in codes(electronic_copy_of(papers()["1.4"]))


def test_an_annex_in_a_file_of_its_own_leaves_number_and_day_blank():
    at = datetime.datetime(2026, 6, 5, 15, 30)  # noqa: DTZ001 - the clock of the place
    told = signing_of_annex("07/KH-UBND", at)
    document = annex_document(papers()["2.1"], 2, NEW, signing=told)
    data = write(document, NEW)

    assert spaced(document.signing) == "Số: 07/KH-UBND; 05/6/2026; 15:30:00"
    assert document.appendices[0].label == "Phụ lục\u00a0II"
    blank = " ".join(spaced(document.appendices[0].reference).split())
    assert blank.startswith("(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm của ")
    assert faults(data) == []
    assert lint(observe(data), NEW) == ()
    check_golden("mau_2.2.xml", part_xml(data))


def test_a_landscape_annex_apart_begins_its_file_on_a_landscape_page():
    paper = papers()["2.1"]
    turned = evolve(paper, annexes=(evolve(paper.annexes[0], landscape=True),))
    xml = part_xml(write(annex_document(turned, 1, NEW), NEW))

    assert xml.count("<w:sectPr") == 1
    assert 'w:orient="landscape"' in xml


@pytest.mark.parametrize("ordinal", [0, 3])
def test_an_annex_that_the_paper_has_not_is_refused(ordinal):
    with pytest.raises(IndexError, match="from 1 to 2"):
        annex_document(papers()["2.1"], ordinal, NEW)


@pytest.mark.parametrize("form", ["1.6", "1.7", "1.8"])
def test_a_paper_with_a_senders_line_is_read_back_with_whom_it_calls(form):
    paper = papers()[form]
    data = write(plan_document(paper, NEW), NEW)

    plan = read_plan(observe(data)).plan

    assert (plan.kind, plan.addressees) == (paper.kind, paper.addressees)
    assert plan.authority_line == paper.authority_line
    assert text_of(plan) == text_of(paper)


def test_the_block_of_a_copy_is_not_read_into_the_paper_but_told():
    letter = papers()["1.5"]
    reading = read_plan(observe(write(plan_document(papers()["3.1 SY"], NEW), NEW)))

    assert text_of(reading.plan) == text_of(letter)
    assert "SAO Y" in {one.text for one in reading.unread}
    assert {one.reason for one in reading.unread} == {"khối bản sao"}


def test_a_task_numbered_as_an_article_has_a_light_text():
    tasks = (Task("Làm trước ngày 30."),)
    plan = Plan("X", sections=(Section(None, tasks, mark="", items_mark="Điều 1."),))
    (block,) = plan_document(plan, NEW).blocks

    assert [run.bold for run in block.text] == [True, False]  # type: ignore[union-attr]


def test_a_sender_of_several_lines_stands_on_one():
    made = telegram("X", ("A",), ("B.",), issuer=Issuer("Sở\nNội vụ"))

    assert "\n\nSở Nội vụ điện:\n" in text_of(made)


@pytest.mark.rendered
def test_drawn_forms_stand_as_the_decree_draws_them():
    electronic = electronic_copy_of(papers()["1.4"], "SY", issuer=OFFICE)
    shown = [*(papers()[form] for form in ("1.6", "1.9", "1.10", "3.1 SY")), electronic]
    pdfs = to_pdfs([write(plan_document(paper, NEW), NEW) for paper in shown])
    (call,), (talk,), (off,), (copied,), (first, *_) = map(pdf_pages, pdfs)
    dash, sender = call.line("- Ban Chỉ huy"), call.line("Chủ tịch Ủy ban")

    assert (sender.x0 + sender.x1) / 2 == pytest.approx((30 + 195) / 2, abs=2)
    assert dash.x0 > sender.x0
    assert talk.line("THƯ KÝ").baseline == pytest.approx(talk.line("CHỦ TỌA").baseline, abs=0.1)
    assert talk.line("Nơi nhận:").top > talk.line("Võ Thị Em").bottom
    assert off.line("Xác nhận của").top > off.line("Lê Văn Cường").bottom
    assert off.line("Xác nhận của").x1 < 105
    widest = max(copied.rules, key=lambda rule: rule.x1 - rule.x0)
    assert widest.x1 - widest.x0 == pytest.approx(NEW.page.text_width, abs=0.5)
    assert copied.line("SAO Y").top > widest.y
    assert copied.line("Số: 07/SY").baseline > copied.line("SAO Y").baseline
    assert first.line("Sao y; Sở").x1 == pytest.approx(195, abs=1)
    assert first.line("Sao y; Sở").bottom < first.line("CỘNG HÒA").top
