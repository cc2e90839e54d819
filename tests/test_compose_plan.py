"""From a plan to its paper: every printed character, in the customary form."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from kehoach.compose import plan_document, unknowns
from kehoach.deadlines import Before, By, Deadline, In, OnRequest, Period, Standing
from kehoach.documents import (
    Cell,
    Enclosure,
    Footnote,
    Heading,
    Issuer,
    Marks,
    Number,
    Paragraph,
    Part,
    PartialDate,
    Recipient,
    Run,
    Signature,
    Table,
    plain,
)
from kehoach.errors import NoRulebook, UndatedPaper, UnknownDocumentType
from kehoach.plan import (
    Annex,
    Assignment,
    Bound,
    Datum,
    GroupRow,
    Item,
    Layout,
    Milestone,
    Mood,
    Party,
    Plan,
    ReportDue,
    ReportingDuty,
    Responsibility,
    Role,
    Section,
    Target,
    Task,
    TaskColumn,
    TaskTable,
    TextTable,
    Threshold,
)
from kehoach.plan import Paragraph as Prose
from kehoach.rules import Rulebook, letterhead_columns, room_for, rulebook

DAY = datetime.date(2026, 6, 5)
NEW = rulebook("nd30-2020")
OLD = rulebook("tt01-2011")


def make(*content: object, **parts: object) -> Plan:
    """A dated plan with one section."""
    given: dict[str, object] = {"title": "Việc chung", "date": DAY, "place": "Tân An", **parts}
    return Plan(sections=(Section("Nội dung", content),), **given)  # type: ignore[arg-type]


def lines(plan: Plan) -> list[str]:
    """The printed lines of the body, no-break spaces as plain ones, without the end mark."""
    blocks = plan_document(plan, NEW).blocks
    texts = [
        plain(block.text).replace("\u00a0", " ")
        for block in blocks
        if isinstance(block, Paragraph | Heading)
    ]
    return [text.removesuffix("./.") for text in texts[1:]]


def test_a_number_below_ten_gets_a_leading_zero() -> None:
    plan = make(number=Number("5"), issuer=Issuer("UBND xã A", abbreviation="UBND"))

    head = plan_document(plan).letterhead

    assert head is not None
    assert head.number.replace("\u00a0", " ") == "Số: 05/KH-UBND"


def test_an_unknown_number_leaves_a_gap_before_the_slash() -> None:
    head = plan_document(make(number=Number(notation="KH-UBND"))).letterhead

    assert head is not None
    assert head.number.startswith("Số:\u00a0\u00a0")
    assert head.number.endswith("\u00a0/KH-UBND")


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        (datetime.date(2026, 2, 5), "Tân An, ngày 05 tháng 02 năm 2026"),
        (datetime.date(2026, 3, 15), "Tân An, ngày 15 tháng 3 năm 2026"),
        (PartialDate(2026, 3), "Tân An, ngày      tháng 3 năm 2026"),
        (PartialDate(2026), "Tân An, ngày      tháng      năm 2026"),
    ],
)
def test_what_is_unknown_of_the_day_stays_blank(date: object, printed: str) -> None:
    head = plan_document(make(date=date), NEW).letterhead

    assert head is not None
    assert head.place_date.replace("\u00a0", " ") == printed


def test_the_end_mark_stands_once_in_the_place_of_the_last_full_stop() -> None:
    blocks = plan_document(make(Task("Làm xong."), Task("Báo cáo kết quả."))).blocks
    texts = [plain(block.text) for block in blocks if not isinstance(block, Table)]

    assert texts[-1] == "2. Báo cáo kết quả./."
    assert sum("./." in text for text in texts) == 1


def test_a_body_that_ends_with_a_table_gets_its_end_mark_after_it() -> None:
    blocks = plan_document(make(TextTable(("A",), (("1",),)))).blocks

    assert blocks[-1] == Paragraph("./.")


def test_bases_end_with_a_full_stop_today_and_with_a_comma_in_the_regime_of_2011() -> None:
    plan = make(bases=("Căn cứ Luật A", "Căn cứ Nghị định B;"))

    new = [plain(b.text) for b in plan_document(plan, NEW).blocks[:2] if isinstance(b, Paragraph)]
    old = [plain(b.text) for b in plan_document(plan, OLD).blocks[:2] if isinstance(b, Paragraph)]

    assert new == ["Căn cứ Luật A;", "Căn cứ Nghị định B."]
    assert old == ["Căn cứ Luật A;", "Căn cứ Nghị định B,"]


def test_one_addressee_stands_on_the_label_line_and_several_on_their_own() -> None:
    one = plan_document(make(addressees=("Bộ Nội vụ",))).addressees
    two = plan_document(make(addressees=("Sở A", "Sở B."))).addressees

    assert one == ("Kính gửi: Bộ Nội vụ",)
    assert two == ("Kính gửi:", "- Sở A;", "- Sở B.")


def test_recipients_end_with_semicolons_and_the_archive_line_with_a_full_stop() -> None:
    plan = make(recipients=(Recipient("Như trên"), Recipient("Sở A;")), archive="VT, VX")

    closing = plan_document(plan).closing

    assert closing is not None
    assert closing.recipients == ("- Như trên;", "- Sở A;", "- Lưu: VT, VX.")


def test_a_letter_prints_its_subject_under_the_number_and_no_type() -> None:
    issuer = Issuer("Ủy ban nhân dân tỉnh A", abbreviation="UBND")
    document = plan_document(make(kind="CV", title="triển khai nhiệm vụ", issuer=issuer))

    assert document.title is None
    assert document.letterhead is not None
    assert document.letterhead.subject == "V/v triển khai nhiệm vụ"
    assert document.letterhead.number.endswith("/UBND")


def test_a_promulgated_plan_has_neither_number_nor_day_but_says_what_it_goes_with() -> None:
    enclosure = Enclosure(number=Number("35", "QĐ-UBND"), date=datetime.date(2026, 9, 19))
    plan = make(enclosed_by=enclosure, issuer=Issuer("Ủy ban nhân dân tỉnh A"), date=None)

    document = plan_document(plan, NEW)

    assert document.letterhead is not None
    assert (document.letterhead.number, document.letterhead.place_date) == ("", "")
    assert document.closing is None
    assert document.title is not None
    assert document.title.reference.replace("\u00a0", " ") == (
        "(Kèm theo Quyết định số 35/QĐ-UBND ngày 19 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh A)"
    )


def test_items_sections_and_assignments_of_one_level_share_one_count() -> None:
    plan = make(
        Assignment((Party("Sở A"),), (Task("Làm."),)),
        Section("Chế độ báo cáo", (Task("Báo cáo."),)),
        Assignment((Party("Sở B"),), (Task("Theo dõi."),)),
    )

    assert lines(plan) == [
        "1. Sở A", "- Làm.", "2. Chế độ báo cáo", "- Báo cáo.", "3. Sở B", "- Theo dõi",
    ]  # fmt: skip


def test_a_printed_number_that_does_not_follow_is_kept_and_counted_on() -> None:
    plan = make(Item("Một."), Item("Bốn.", number=4), Item("Năm."))

    assert [line[:2] for line in lines(plan)] == ["1.", "4.", "5."]


def test_articles_are_numbered_through_the_whole_paper() -> None:
    plan = Plan(
        title="x",
        date=DAY,
        sections=(
            Section("Chung", (Section("Phạm vi"), Section("Đối tượng")), mark="Chương I"),
            Section("Riêng", (Section("Nhiệm vụ"),), mark="Chương I"),
        ),
    )

    blocks = plan_document(plan).blocks

    headings = [
        (block.label.replace("\u00a0", " "), plain(block.text).replace("\u00a0", " "))
        for block in blocks
        if isinstance(block, Heading)
    ]
    assert headings == [
        ("Chương I", "CHUNG"),
        ("", "Điều 1. Phạm vi"),
        ("", "Điều 2. Đối tượng"),
        ("Chương II", "RIÊNG"),
        ("", "Điều 3. Nhiệm vụ"),
    ]


def test_decimal_numbers_repeat_the_number_above() -> None:
    plan = make(
        Section("Một", (Item("A."), Item("B.")), items_mark="1.1."),
        Section("Hai", (Item("C."),), items_mark="1.1."),
    )

    assert lines(plan) == ["1. Một", "1.1. A.", "1.2. B.", "2. Hai", "2.1. C"]


def test_points_follow_the_vietnamese_alphabet() -> None:
    plan = make(*(Item(f"Điểm {n}.", mark="a)") for n in range(7)))

    assert [line[0] for line in lines(plan)] == list("abcdđeg")


def test_a_request_says_so_in_its_heading() -> None:
    plan = make(Assignment((Party("UBMTTQVN tỉnh"), Party("Hội A")), (), mood=Mood.REQUEST))

    assert lines(plan)[0] == "1. Đề nghị UBMTTQVN tỉnh, Hội A"


def test_an_inline_assignment_puts_the_body_before_its_task() -> None:
    plan = make(
        Assignment((Party("Sở A"),), (Task("Làm một."),), layout=Layout.INLINE, mark="-"),
        Assignment((Party("Sở B"),), (Task("Hai."), Task("Ba.")), layout=Layout.INLINE, mark="-"),
    )

    assert lines(plan) == ["- Sở A: Làm một.", "- Sở B:", "+ Hai.", "+ Ba"]


def test_fields_print_a_line_for_each_datum_that_is_known() -> None:
    task = Task(
        "Xây dựng kế hoạch.",
        responsibilities=(
            Responsibility(Role.LEAD, Party("Sở A")),
            Responsibility(Role.COORDINATE, Party("Sở B")),
            Responsibility(Role.COORDINATE, Party("Sở C")),
        ),
        deadline=In(Period.quarter(2026, 2)),
    )
    columns = (
        TaskColumn("Đơn vị thực hiện", Datum.LEAD),
        TaskColumn("Phối hợp", Datum.COORDINATE),
        TaskColumn("Thời gian", Datum.DEADLINE),
        TaskColumn("Kinh phí", Datum.BUDGET),
    )
    plan = Plan(
        title="x",
        date=DAY,
        sections=(Section("A", (task,), layout=Layout.FIELDS, columns=columns),),
    )

    assert lines(plan) == [
        "1. Xây dựng kế hoạch.",
        "- Đơn vị thực hiện: Sở A.",
        "- Phối hợp: Sở B, Sở C.",
        "- Thời gian: Quý II/2026",
    ]


def test_a_deadline_without_a_phrase_is_printed_after_its_task() -> None:
    plan = make(
        Task("Gửi kế hoạch.", deadline=Before(datetime.date(2026, 4, 1))),
        Task("Gửi trước ngày 01/4.", deadline=Before(datetime.date(2026, 4, 1), "trước ngày 01/4")),
        Task("Duy trì.", deadline=Standing(None)),
        Task("Hỗ trợ.", deadline=OnRequest(None)),
    )

    assert lines(plan) == [
        "1. Gửi kế hoạch (trước ngày 01/4/2026).",
        "2. Gửi trước ngày 01/4.",
        "3. Duy trì.",
        "4. Hỗ trợ",
    ]


def test_a_milestone_outside_the_sentence_gets_its_own_line() -> None:
    task = Task(
        "Trình dự thảo, rồi hoàn thiện.",
        milestones=(
            Milestone("Trình dự thảo", By(datetime.date(2026, 5, 1), "x")),
            Milestone("Hoàn thiện hồ sơ", By(datetime.date(2026, 6, 30))),
        ),
        details=("Đủ chữ ký.",),
    )

    assert lines(make(task)) == [
        "1. Trình dự thảo, rồi hoàn thiện.",
        "- Đủ chữ ký.",
        "- Hoàn thiện hồ sơ: chậm nhất ngày 30/6/2026",
    ]


def test_a_threshold_that_the_text_does_not_say_is_printed_after_it() -> None:
    unsaid = Target("Tỷ lệ hồ sơ đúng hạn.", threshold=Threshold(Decimal(98)))
    said = Target("Đạt 100%.", threshold=Threshold(Decimal(100), bound=Bound.EXACTLY))

    assert lines(make(unsaid, said)) == ["1. Tỷ lệ hồ sơ đúng hạn: tối thiểu 98%.", "2. Đạt 100%"]


def test_a_report_without_a_phrase_prints_its_day() -> None:
    duty = ReportingDuty(
        "Các Sở báo cáo Sở A.", dues=(ReportDue("sơ kết", By(datetime.date(2026, 7, 10))),)
    )

    assert lines(make(duty)) == [
        "1. Các Sở báo cáo Sở A.",
        "- sơ kết: chậm nhất ngày 10/7/2026",
    ]


def test_an_assignment_table_numbers_its_rows_anew_in_each_group() -> None:
    rows = (GroupRow("Chung"), Task("A"), Task("B"), GroupRow("Riêng"), Task("C"))
    document = plan_document(make(annexes=(Annex("Phân công", (TaskTable(rows),)),)))

    (table,) = document.appendices[0].blocks

    assert isinstance(table, Table)
    first = [row[0].text if isinstance(row[0], Cell) else row[0] for row in table.rows]
    assert first == ["I", "1", "2", "II", "1"]
    assert all(len(row) == len(table.columns) for row in (*table.header, *table.rows))


@pytest.mark.parametrize(
    ("deadline", "cell"),
    [
        (None, ""),
        (By(datetime.date(2026, 6, 30)), "30/6/2026"),
        (Before(datetime.date(2026, 6, 30)), "Trước 30/6/2026"),
        (In(Period.quarter(2026, 2)), "Quý\u00a0II/2026"),
        (In(Period(datetime.date(2026, 1, 1), datetime.date(2030, 12, 31))), "Giai đoạn 2026-2030"),
        (Standing(None), "Thường xuyên"),
        (By(datetime.date(2026, 6, 30), "trong tháng 6"), "Trong tháng\u00a06"),
    ],
)
def test_a_cell_prints_its_deadline_short_or_in_its_own_phrase(
    deadline: Deadline | None, cell: str
) -> None:
    columns = (TaskColumn("Thời hạn", Datum.DEADLINE),)
    table = TaskTable((Task("A", deadline=deadline),), columns)
    (block,) = plan_document(make(annexes=(Annex("x", (table,)),))).appendices[0].blocks

    assert isinstance(block, Table)
    assert block.rows == ((cell,),)


def test_one_annex_has_no_number_and_two_are_roman() -> None:
    one = plan_document(make(annexes=(Annex("a"),))).appendices
    two = plan_document(make(annexes=(Annex("a"), Annex("b")))).appendices

    assert [annex.label for annex in one] == ["Phụ lục"]
    assert [annex.label for annex in two] == ["Phụ lục\u00a0I", "Phụ lục\u00a0II"]


def test_an_annex_says_which_paper_it_goes_with() -> None:
    plan = make(
        annexes=(Annex("a"),),
        number=Number("7", "KH-UBND"),
        issuer=Issuer("Ủy ban nhân dân tỉnh A"),
    )

    (annex,) = plan_document(plan).appendices

    assert annex.reference.replace("\u00a0", " ") == (
        "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 6 năm 2026 của Ủy ban nhân dân tỉnh A)"
    )


def test_a_footnote_hangs_where_its_mark_stands() -> None:
    plan = make(Prose("Theo Luật A[^1] và B."), footnotes=(Footnote("1", "Luật số 1."),))

    paragraph = plan_document(plan).blocks[1]

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == (
        Run("Theo Luật A", footnote="Luật số\u00a01."),
        Run(" và B./."),
    )


def test_text_is_composed_and_words_that_belong_together_are_bound() -> None:
    paragraph = plan_document(make(Prose("Đie\u0302\u0300u 3 va\u0300"))).blocks[1]

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Điều\u00a03 và./."


def test_urgency_circulation_and_drafter_are_carried() -> None:
    marks = Marks(urgency="Hỏa tốc", circulation="Lưu hành nội bộ", drafter="PL.(300)")
    document = plan_document(make(marks=marks, signature=Signature(("GIÁM ĐỐC",))))

    assert document.letterhead is not None
    assert document.letterhead.urgency == "HỎA TỐC"
    assert document.letterhead.circulation == "LƯU HÀNH NỘI BỘ"
    assert document.closing is not None
    assert document.closing.drafter == "PL.(300)"


def test_the_regime_follows_the_day_of_the_paper() -> None:
    bases = ("Căn cứ A",)
    before = plan_document(make(date=datetime.date(2020, 3, 4), bases=bases)).blocks[0]
    after = plan_document(make(date=datetime.date(2020, 3, 5), bases=bases)).blocks[0]

    assert before == Paragraph("Căn cứ A,", Part.BASIS)
    assert after == Paragraph("Căn cứ A.", Part.BASIS)


def test_an_undated_paper_asks_for_a_rulebook() -> None:
    with pytest.raises(UndatedPaper, match="pass a rulebook"):
        plan_document(make(date=None))


def test_a_day_before_the_first_regime_is_refused_by_name() -> None:
    with pytest.raises(NoRulebook, match="tt01-2011"):
        plan_document(make(date=datetime.date(2010, 1, 1)))


def test_an_unknown_kind_names_those_that_exist() -> None:
    with pytest.raises(UnknownDocumentType, match="KH"):
        plan_document(make(kind="KHO"))


def test_every_blank_that_the_paper_prints_is_a_finding() -> None:
    codes = {finding.code for finding in unknowns(Plan(title="x"))}

    assert codes == {
        "unknown-issuer", "unknown-number", "unknown-notation", "unknown-place", "unknown-date",
        "unknown-signature", "unknown-recipients", "unknown-archive",
    }  # fmt: skip


def test_a_complete_plan_has_nothing_unknown() -> None:
    plan = make(
        issuer=Issuer("UBND xã A", abbreviation="UBND"),
        number=Number("1"),
        recipients=(Recipient("Sở A"),),
        archive="VT",
        signature=Signature(("CHỦ TỊCH",), "Lê Văn B"),
    )

    assert unknowns(plan) == ()


def test_sections_that_write_their_own_labels_go_on_counting() -> None:
    plan = make(Section("Một", mark="Mục 1"), Section("Hai", mark="Mục 2"))

    labels = [block.label for block in plan_document(plan).blocks if isinstance(block, Heading)]

    assert labels[1:] == ["Mục\u00a01", "Mục\u00a02"]


def test_a_section_without_a_heading_takes_no_number() -> None:
    plan = make(
        Section("Một", mark="Điều 1."),
        Section(None, (Prose("Không đề mục."),), mark="Điều 1."),
        Section("Hai", mark="Điều 1."),
    )

    assert lines(plan) == ["Điều 1. Một", "Không đề mục.", "Điều 2. Hai", ""]


def test_an_end_mark_that_is_already_written_is_not_doubled() -> None:
    blocks = plan_document(make(closing=(Prose("Trân trọng./."),))).blocks

    assert plain(blocks[-1].text) == "Trân trọng./."  # type: ignore[union-attr]


def test_after_a_mood_a_plural_loses_its_capital_and_a_name_keeps_it() -> None:
    plan = make(
        Assignment((Party("Các chủ rừng"),), mood=Mood.REQUIRE),
        Assignment((Party("Mặt trận Tổ quốc"),), mood=Mood.REQUEST),
        Assignment((Party("Các sở"),)),
    )

    assert lines(plan)[:3] == [
        "1. Yêu cầu các chủ rừng",
        "2. Đề nghị Mặt trận Tổ quốc",
        "3. Các sở",
    ]


def test_notes_hang_in_headings_bases_and_tables_too() -> None:
    table = TextTable(("Cột[^1]",), (("Ô[^1]",),))
    tasks = TaskTable((GroupRow("Nhóm[^1]"), Task("Việc[^1]")))
    note = (Footnote("1", "Chú thích."),)
    plan = Plan(
        title="Việc",
        date=DAY,
        bases=("Căn cứ Luật[^1]",),
        sections=(Section("Mục[^1]", (table, tasks)),),
        footnotes=note,
    )

    printed = str(plan_document(plan).blocks)

    assert "[^" not in printed
    assert printed.count("footnote='Chú thích.'") == 6


def test_the_annex_of_a_promulgated_text_cites_the_decision() -> None:
    enclosure = Enclosure(number=Number("5", "QĐ-UBND"), date=DAY, issuer="Chủ tịch UBND xã A")
    plan = make(enclosed_by=enclosure, annexes=(Annex("Biểu"),))

    reference = plan_document(plan).appendices[0].reference.replace("\u00a0", " ")

    assert reference.startswith("(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 6 năm 2026")


def test_a_row_longer_than_the_header_loses_nothing() -> None:
    plan = make(TextTable(("STT", "Việc"), (("1", "Làm", "Thừa"), ("2",))))

    table = next(one for one in plan_document(plan).blocks if isinstance(one, Table))

    assert table.rows == (("1", "Làm", "Thừa"), ("2", "", ""))
    assert [column.align.value for column in table.columns] == ["center", "left", "left"]


@pytest.mark.parametrize("text", ["²", "٣", "9" * 5000])
def test_an_odd_number_is_printed_as_it_stands(text: str) -> None:
    head = plan_document(make(number=Number(text, "KH-UBND"))).letterhead

    assert head is not None
    assert head.number == f"Số:\u00a0{text}/KH-UBND"


@pytest.mark.parametrize("book", [NEW, rulebook("nd30-2020", "13"), OLD])
def test_the_longest_place_stands_on_one_line_with_its_day(book: Rulebook) -> None:
    plan = make(place="Thành phố Hồ Chí Minh", date=datetime.date(2019, 12, 29))

    head = plan_document(plan, book).letterhead

    assert head is not None
    _, right = letterhead_columns(book, head.nation, head.place_date)
    assert room_for(head.place_date, book.part("place_date")) < right


def test_a_signer_s_name_is_not_cut_inside_a_word() -> None:
    long = "Công Tằng Tôn Nữ Thị Hoàng Kim Ngân Nguyễn Phúc"
    for name, bound in (("Trần Văn A", True), (long, False)):
        closing = plan_document(make(signature=Signature(("CHỦ TỊCH",), name))).closing

        assert closing is not None
        assert (" " not in closing.signatures[0].name) is bound


@pytest.mark.parametrize("book", [NEW, rulebook("nd30-2020", "13")])
def test_the_usual_columns_hold_an_ordinal_s_title_and_a_date(book: Rulebook) -> None:
    blocks = plan_document(make(TaskTable((Task("Việc"),))), book).blocks
    table = next(one for one in blocks if isinstance(one, Table))
    shares = [column.share for column in table.columns]
    widths = [book.page.text_width * share / sum(shares) - 3 for share in shares]

    assert room_for("STT", book.part("table_head")) < widths[0]
    assert room_for("31/12/2026", book.part("table_cell")) < widths[4]


def test_a_decision_has_its_order_line_after_the_bases() -> None:
    blocks = plan_document(make(kind="QĐ", bases=("Căn cứ A",))).blocks

    assert blocks[1] == Paragraph("QUYẾT ĐỊNH:", Part.ORDER_LINE)


def test_the_paper_remembers_the_regime_it_was_composed_under() -> None:
    assert plan_document(make(date=PartialDate(2013, 3))).regime == "tt01-2011"


def test_blank_lines_of_a_list_are_not_printed_and_an_ellipsis_is_kept() -> None:
    plan = make(recipients=(Recipient(" "), Recipient("Các Sở, ngành...")), addressees=("", "Sở A"))

    document = plan_document(plan)

    assert document.closing is not None
    assert document.closing.recipients == ("- Các Sở, ngành....",)
    assert document.addressees == ("Kính gửi: Sở A",)


def test_columns_of_figures_stand_to_the_right() -> None:
    table = TextTable(("STT", "Tên", "Số"), (("1", "A", "20.428,2"), ("2", "B", "98 %")))
    (block,) = plan_document(make(annexes=(Annex("x", (table,)),))).appendices[0].blocks

    assert isinstance(block, Table)
    assert [column.align.value for column in block.columns] == ["center", "left", "right"]


@pytest.mark.parametrize("width", [0.0, -1.0, float("nan"), float("inf")])
def test_a_width_that_is_none_is_refused(width: float) -> None:
    with pytest.raises(ValueError, match="widths above 0"):
        TextTable(("A",), widths=(width,))


def test_footnotes_and_marks_that_do_not_meet_are_findings() -> None:
    plan = make(
        Prose("Một[^a] hai[^b]."),
        title="Việc[^c]",
        footnotes=(Footnote("b", "B"), Footnote("c", "C"), Footnote("d", "D"), Footnote("d", "D")),
    )

    doubts = {one.place for one in unknowns(plan) if one.code == "compose.doubtful"}
    messages = [one.message for one in unknowns(plan) if one.place == "[^d]"]

    assert doubts == {"[^a]", "[^c]", "[^d]"}
    assert len(messages) == 2


def test_what_the_type_asks_for_and_unknown_marks_are_findings() -> None:
    plan = make(kind="CV", marks=Marks(urgency="GẤP", circulation="MẬT"))

    places = {one.place for one in unknowns(plan, NEW)} - {one.place for one in unknowns(plan)}

    assert places == {"addressees", "urgency", "circulation"}


def test_data_that_a_promulgated_text_does_not_print_are_told() -> None:
    plan = make(enclosed_by=Enclosure(), archive="VT")

    assert "compose.not-printed" in {one.code for one in unknowns(plan)}


def test_a_deadline_that_a_file_only_affirms_has_no_phrase() -> None:
    assert (Standing("true").phrase, OnRequest("True").phrase) == (None, None)
