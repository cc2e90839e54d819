"""Mẫu thử: subjects of every shape, hostile ones among them; all of them are invented."""

from __future__ import annotations

import datetime

from kehoach.deadlines import Before
from kehoach.documents import (
    Alignment,
    Appendix,
    Cell,
    Closing,
    Column,
    Document,
    Heading,
    Issuer,
    Letterhead,
    Number,
    Paragraph,
    Part,
    Properties,
    Recipient,
    Run,
    Signature,
    SignatureBlock,
    Table,
    Title,
)
from kehoach.plan import Assignment, Item, Party, Plan, Section, Task
from kehoach.plan import Paragraph as PlanParagraph

DAY = datetime.date(2026, 3, 19)

HOSTILE = (
    "<w:p>&amp;]]> <!-- --> &#0; <script>alert(1)</script>",
    "`rm -rf` **x** _y_ # | a | [z](http://example.invalid) ``` \\ \\n %s {0} {{ x }} ${HOME}",
    '=HYPERLINK("http://example.invalid") +1 -1 @SUM(A1) ; , "\'"',
    "  đầu và cuối có dấu cách  \t tab\nngắt dòng\n\nngắt hai lần",
    "1.\u00a0000\u202fđồng \u200b \ufeff \u2028 \u202e đảo chiều \u202c",
    "To\u0302\u0309 quo\u0302\u0301c — 👩‍👩‍👧 𠀋 עברית ﷽",
    "x" * 5000,
    "",
)
"""Texts that markup, spreadsheets, terminals and templates stumble over."""

FORBIDDEN = "ký tự điều khiển \x00 \x1b và nửa ký tự \ud800"
"""Text that no file can hold: an exporter leaves it out or raises UnwritableText."""


def sample_documents() -> dict[str, Document]:
    """Văn bản mẫu, by name: a whole paper, an empty one, hostile text everywhere, a long table."""
    return {
        "whole": _whole(),
        "empty": Document("KH", Properties("")),
        "hostile": _hostile(),
        "long": Document("KH", Properties("Bảng dài"), blocks=(_long_table(),)),
    }


def sample_plans() -> dict[str, Plan]:
    """Kế hoạch mẫu, by name: a whole one, one with a title alone, hostile text in every node."""
    return {"whole": _plan(), "empty": Plan(""), "hostile": _hostile_plan()}


def forbidden_document() -> Document:
    """Văn bản có ký tự cấm trong một đoạn."""
    return Document("KH", Properties("Ký tự cấm"), blocks=(Paragraph(FORBIDDEN),))


def forbidden_plan() -> Plan:
    """Kế hoạch có ký tự cấm trong tên và trong một đoạn."""
    return Plan(FORBIDDEN, date=DAY, opening=(PlanParagraph(FORBIDDEN),))


def _whole() -> Document:
    return Document(
        kind="KH",
        properties=Properties("Kế hoạch chuyển đổi số", author="UBND tỉnh", date=DAY),
        letterhead=_letterhead(),
        title=Title("KẾ HOẠCH", "Chuyển đổi số\nnăm 2026"),
        addressees=("Kính gửi:", "- Các sở, ngành tỉnh;", "- UBND các xã, phường."),
        blocks=(*_body(), _table()),
        closing=_closing(),
        office_address="Số 1, đường 30/4, điện thoại 0270 123 456",
        appendices=(_appendix(),),
        enclosed=(
            Document(
                "QC",
                Properties("Quy chế"),
                letterhead=Letterhead(("SỞ NỘI VỤ",), "CỘNG HÒA", "Độc lập"),
                title=Title("QUY CHẾ", "Phối hợp", "(Kèm theo Quyết định số 1)"),
                blocks=(Paragraph("Điều khoản chung./."),),
            ),
        ),
    )


def _letterhead() -> Letterhead:
    return Letterhead(
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG MẪU"),
        superior=("CHÍNH PHỦ",),
        nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        motto="Độc lập - Tự do - Hạnh phúc",
        number="Số: 05/KH-UBND",
        place_date="Đồng Mẫu, ngày\u00a019 tháng\u00a03 năm\u00a02026",
        subject="V/v chuyển đổi số",
        urgency="HỎA TỐC",
        circulation="LƯU HÀNH NỘI BỘ",
    )


def _body() -> tuple[Paragraph | Heading, ...]:
    noted = Run("nền tảng số", bold=True, footnote="Theo số liệu năm 2025.")
    return (
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;", Part.BASIS),
        Heading("QUY ĐỊNH CHUNG", 1, Part.CHAPTER_TITLE, "Chương I"),
        Heading("I. MỤC ĐÍCH", 1, Part.ROMAN_HEADING),
        Heading((Run("1. Yêu cầu", italic=True),), 2, Part.CLAUSE_HEADING),
        Paragraph("- Nâng cao nhận thức."),
        Paragraph((Run("a) Xây dựng "), noted, Run("\ndùng chung./.", italic=True)), Part.POINT),
    )


def _table() -> Table:
    head = Cell("Nhiệm vụ", across=2, bold=True, align=Alignment.CENTER)
    unit = Cell((Run("Sở Nội vụ", footnote="Cơ quan chủ trì."),), down=2)
    return Table(
        columns=(Column(1, Alignment.CENTER), Column(5), Column(2.5, Alignment.RIGHT)),
        header=((head, None, "Đơn vị"),),
        rows=(("1", "Tuyên truyền", unit), ("2", Cell("Tập huấn\nba đợt", italic=True), None)),
    )


def _appendix() -> Appendix:
    reference = "(Kèm theo Kế hoạch số 05/KH-UBND)"
    return Appendix("Phụ lục I", "BẢNG PHÂN CÔNG", reference, (_table(),), landscape=True)


def _closing() -> Closing:
    return Closing(
        signatures=(
            SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn A", "Bí thư"),
            SignatureBlock(("GIÁM ĐỐC",)),
        ),
        recipients_label="Nơi nhận:",
        recipients=("- Như trên;", "- Lưu: VT."),
        drafter="PL.(300)",
    )


def _hostile() -> Document:
    first = HOSTILE[0]
    return Document(
        kind="KH",
        properties=Properties(first, author=first, subject=first),
        letterhead=Letterhead(HOSTILE[:2], first, first, (first,), first, first, first),
        title=Title(first, first, first),
        addressees=HOSTILE[:3],
        blocks=(
            *(Paragraph(text) for text in HOSTILE),
            *(Heading((Run(text, footnote=text),), 9, label=text) for text in HOSTILE),
            Table((Column(), Column(0.001)), tuple((text, Cell(text)) for text in HOSTILE)),
        ),
        closing=Closing((SignatureBlock(HOSTILE[:2], first, first),), first, HOSTILE[:3], first),
        office_address=first,
        appendices=(Appendix(first, first, first, ()),),
    )


def _long_table() -> Table:
    rows = tuple((str(n), f"Nhiệm vụ thứ {n}", "Sở Tài chính") for n in range(1, 301))
    return Table((Column(1), Column(6), Column(3)), rows, header=(("TT", "Nhiệm vụ", "Đơn vị"),))


def _plan() -> Plan:
    deadline = Before(datetime.date(2026, 4, 1), phrase="trước ngày 01/4/2026")
    task = Task("Lập danh mục dữ liệu trước ngày 01/4/2026.", id="1", deadline=deadline)
    return Plan(
        "Chuyển đổi số\nnăm 2026",
        issuer=Issuer("Ủy ban nhân dân tỉnh Đồng Mẫu", abbreviation="UBND"),
        number=Number("05", "KH-UBND"),
        place="Đồng Mẫu",
        date=DAY,
        bases=("Căn cứ Luật Tổ chức chính quyền địa phương",),
        opening=(PlanParagraph("UBND tỉnh xây dựng kế hoạch như sau:"),),
        sections=(
            Section("MỤC ĐÍCH", (Item("Nâng cao nhận thức.", (Item("Của cán bộ."),)),)),
            Section("PHÂN CÔNG", (Assignment((Party("Sở Nội vụ"),), (task,)),)),
        ),
        recipients=(Recipient("Các sở, ngành"),),
        archive="VT",
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn A"),
    )


def _hostile_plan() -> Plan:
    first = HOSTILE[0]
    tasks = tuple(Task(text, product=text, note=text) for text in HOSTILE)
    return Plan(
        first,
        date=DAY,
        issuer=Issuer(first),
        place=first,
        opening=tuple(map(PlanParagraph, HOSTILE)),
        sections=(Section(first, (Assignment((Party(first),), tasks),)),),
        recipients=(Recipient(first),),
        archive=first,
        signature=Signature((first,), first),
    )
