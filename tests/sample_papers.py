"""Papers that the tests of the Word room share: a plan, a công văn, minutes, a decision."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs

from kehoach.documents import (
    Alignment,
    Appendix,
    Cell,
    Closing,
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Properties,
    Run,
    SignatureBlock,
    Table,
    Title,
)
from kehoach.rules import rulebook
from kehoach.word import to_python_docx

if TYPE_CHECKING:
    from kehoach.rules import Rulebook

DUTY = (
    "- Phối hợp với các sở, ngành, địa phương và các doanh nghiệp đảm bảo an toàn thông tin và an"
    " toàn hạ tầng viễn thông; chủ động phòng ngừa, phát hiện, ngăn chặn hành vi vi phạm."
)
LETTERHEAD = Letterhead(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH LONG AN"),
    nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    number="Số: 12/KH-UBND",
    place_date="Long An, ngày 19 tháng 3 năm 2013",
)
SIGNATURE = SignatureBlock(
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Hữu Phước"
)
CLOSING = Closing(
    (SIGNATURE,), "Nơi nhận:", ("- Bộ TTTT;", "- TT. TU, TT. HĐND tỉnh;", "- Lưu: VT, M.")
)
PLAN = Document(
    kind="KH",
    properties=Properties("Kế hoạch số 12", "UBND tỉnh Long An", "", datetime.date(2013, 3, 19)),
    letterhead=LETTERHEAD,
    title=Title("KẾ HOẠCH", "Thực hiện công tác quản lý Internet\nvà trò chơi trực tuyến năm 2013"),
    blocks=(
        Paragraph("Thực hiện chỉ đạo của Chính phủ, UBND tỉnh xây dựng kế hoạch như sau:"),
        Heading("I. MỤC ĐÍCH, YÊU CẦU", 1, Part.ROMAN_HEADING),
        Heading("1. Sở Thông tin và Truyền thông", 2),
        Paragraph(DUTY),
        Paragraph("Giao các sở, ngành tổ chức thực hiện./."),
    ),
    closing=CLOSING,
)
GRID = Table(
    (Column(1, Alignment.CENTER), Column(5, Alignment.JUSTIFY), Column(3), Column(3)),
    (
        (Cell("I. NHIỆM VỤ CHUNG", across=4, bold=True), None, None, None),
        ("1", "Tham mưu kế hoạch", Cell("Sở TTTT", down=2), "Công an tỉnh\nSở VHTTDL"),
        ("2", "Báo cáo sơ kết", None, ""),
    ),
    (
        (Cell("TT", down=2), Cell("Nhiệm vụ", down=2), Cell("Thực hiện", across=2), None),
        (None, None, "Chủ trì", "Phối hợp"),
    ),
)
LETTER = attrs.evolve(
    PLAN,
    kind="CV",
    title=None,
    letterhead=attrs.evolve(
        LETTERHEAD,
        superior=("UBND TỈNH LONG AN",),
        issuer=("SỞ NỘI VỤ",),
        number="Số: 05/SNV-VP",
        subject="V/v triển khai kế hoạch quản lý Internet năm 2013",
        urgency="THƯỢNG KHẨN",
        circulation="LƯU HÀNH NỘI BỘ",
    ),
    addressees=("Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Các sở, ngành tỉnh."),
    office_address="Số 61 Nguyễn Huệ, thành phố Tân An. Điện thoại: (0272) 3826 000",
    closing=attrs.evolve(CLOSING, drafter="PL.(300)"),
)
MINUTES = attrs.evolve(
    PLAN,
    kind="BB",
    letterhead=attrs.evolve(LETTERHEAD, place_date=""),
    closing=attrs.evolve(
        CLOSING,
        signatures=(
            SignatureBlock(("THƯ KÝ",), "Nguyễn Văn A"),
            SignatureBlock(("CHỦ TỌA",), "Trần Thị B", "Phó Giám đốc Sở"),
        ),
    ),
)
REGULATION = Document(
    kind="QC",
    properties=Properties("Quy chế"),
    letterhead=attrs.evolve(LETTERHEAD, number="", place_date=""),
    title=Title("QUY CHẾ", "Làm việc", "(Kèm theo Quyết định số      /QĐ-UBND của UBND tỉnh)"),
    blocks=(
        Heading("QUY ĐỊNH CHUNG", 1, Part.CHAPTER_TITLE, "Chương I"),
        Heading("Điều 1. Phạm vi điều chỉnh", 2, Part.ARTICLE),
        Heading("a) Đối tượng", 3, Part.POINT),
        Paragraph("Quy chế này có hiệu lực từ ngày ký./."),
    ),
)
DECISION = attrs.evolve(
    PLAN,
    kind="QĐ",
    title=Title("QUYẾT ĐỊNH", "Ban hành Quy chế làm việc"),
    blocks=(
        Paragraph("ỦY BAN NHÂN DÂN TỈNH LONG AN", Part.AUTHORITY_LINE),
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;", Part.BASIS),
        Paragraph("QUYẾT ĐỊNH:", Part.ORDER_LINE),
        Paragraph(
            (
                Run("Điều 1. ", bold=True),
                Run("Ban hành Quy chế", footnote="Thay Quy chế năm 2012."),
                Run(" kèm theo", italic=True),
            )
        ),
        Paragraph("Bảng 1. Nhiệm vụ", Part.TABLE_CAPTION),
        GRID,
    ),
    appendices=(
        Appendix("Phụ lục I", "DANH MỤC", "(Kèm theo Quyết định số 5)", (GRID,), landscape=True),
        Appendix("Phụ lục II", "BIỂU MẪU", "", (Paragraph("Nội dung biểu mẫu./."),)),
    ),
    enclosed=(REGULATION,),
)
PAPERS = {"plan": PLAN, "letter": LETTER, "minutes": MINUTES, "decision": DECISION}
_BOOK = rulebook("nd30-2020")


def paper(*blocks: Paragraph | Heading | Table) -> Document:
    return Document("KH", Properties("Kế hoạch"), blocks=blocks)


def opened(document: Document, book: Rulebook = _BOOK) -> Any:
    """The paper as python-docx sees it; Any, since the tests reach for what must be there."""
    return to_python_docx(document, book)
