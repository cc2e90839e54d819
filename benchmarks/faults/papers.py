"""Correct papers that the faults are put into, one of each kind that the rules speak of."""

from __future__ import annotations

import datetime as dt
from functools import cache

from attrs import evolve

from kehoach.documents import (
    Alignment,
    Appendix,
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
from kehoach.word import write

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PROPERTIES = Properties("Kế hoạch", "Ủy ban nhân dân tỉnh Lào Cai", "", dt.date(2026, 3, 19))
HEAD = Letterhead(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"),
    nation=NATION,
    motto=MOTTO,
    number="Số:\u00a012/KH-UBND",
    place_date="Lào Cai, ngày 09 tháng 3 năm 2026",
)
SIGNATURE = SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Văn Nam")
CLOSING = Closing(
    (SIGNATURE,),
    "Nơi nhận:",
    ("- Bộ Khoa học và Công nghệ;", "- Các sở, ban, ngành tỉnh;", "- Lưu: VT, VX."),
)
DUTY = (
    "- Phối hợp với các sở, ngành, địa phương và các doanh nghiệp bảo đảm an toàn thông tin và an"
    " toàn hạ tầng viễn thông; chủ động phòng ngừa, phát hiện, ngăn chặn hành vi vi phạm."
)
LAST = "Giao các sở, ban, ngành tỉnh và Ủy ban nhân dân các xã, phường tổ chức thực hiện./."
PLAN = Document(
    kind="KH",
    properties=PROPERTIES,
    letterhead=HEAD,
    title=Title("KẾ HOẠCH", "Quản lý Internet và trò chơi trực tuyến năm 2026"),
    blocks=(
        Paragraph(
            "Căn cứ Nghị định số 147/2024/NĐ-CP ngày 09 tháng 11 năm 2024 của Chính phủ quản lý,"
            " cung cấp, sử dụng dịch vụ Internet và thông tin trên mạng;",
            Part.BASIS,
        ),
        Paragraph(
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 15/TTr-SKHCN.",
            Part.BASIS,
        ),
        Paragraph("Ủy ban nhân dân tỉnh xây dựng kế hoạch như sau:"),
        Heading("I. MỤC ĐÍCH, YÊU CẦU", 1, Part.ROMAN_HEADING),
        Paragraph(
            "1. Nâng cao hiệu quả quản lý nhà nước đối với dịch vụ Internet và trò chơi trực tuyến"
            " trên địa bàn tỉnh.",
            Part.CLAUSE,
        ),
        Paragraph("2. Việc triển khai phải đồng bộ, đúng thời hạn.", Part.CLAUSE),
        Heading("II. NHIỆM VỤ", 1, Part.ROMAN_HEADING),
        Heading("1. Sở Khoa học và Công nghệ", 2),
        *(Paragraph(DUTY) for _ in range(22)),
        Heading("2. Công an tỉnh", 2),
        Paragraph("a) Kiểm tra việc chấp hành quy định;", Part.POINT),
        Paragraph("b) Xử lý vi phạm theo thẩm quyền;", Part.POINT),
        Paragraph("c) Tuyên truyền pháp luật;", Part.POINT),
        Paragraph("d) Phối hợp với các ngành;", Part.POINT),
        Paragraph("đ) Tổng hợp, báo cáo.", Part.POINT),
        Paragraph(LAST),
    ),
    closing=CLOSING,
)
LETTER = evolve(
    PLAN,
    kind="CV",
    title=None,
    letterhead=evolve(
        HEAD,
        superior=("UBND TỈNH LÀO CAI",),
        issuer=("SỞ NỘI VỤ",),
        number="Số:\u00a005/SNV-VP",
        subject="V/v triển khai kế hoạch quản lý Internet năm 2026",
        urgency="THƯỢNG KHẨN",
        circulation="LƯU HÀNH NỘI BỘ",
    ),
    addressees=("Kính gửi:", "- Ủy ban nhân dân các xã, phường;", "- Các sở, ban, ngành tỉnh."),
    office_address="Địa chỉ: Số 61 Nguyễn Huệ, Lào Cai. Điện thoại: (0214) 3826 000",
    blocks=(
        Paragraph(
            "Thực hiện chỉ đạo của Chính phủ về quản lý Internet, Sở Nội vụ đề nghị các cơ quan"
            " triển khai một số nội dung sau:"
        ),
        Paragraph("1. Rà soát các điểm cung cấp dịch vụ trên địa bàn.", Part.CLAUSE),
        Paragraph("2. Báo cáo kết quả trước ngày 15 tháng 6 năm 2026./.", Part.CLAUSE),
    ),
    closing=Closing(
        (SignatureBlock(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Thị Hoa"),),
        "Nơi nhận:",
        ("- Như trên;", "- UBND tỉnh;", "- Lưu: VT, VP."),
    ),
)
assert LETTER.letterhead is not None  # noqa: S101 - it is made above
SHORT_LETTER = evolve(
    LETTER,
    letterhead=evolve(LETTER.letterhead, urgency="", circulation=""),
    addressees=("Kính gửi: Ủy ban nhân dân tỉnh Lào Cai",),
    office_address="",
)
DECISION = evolve(
    PLAN,
    kind="QĐ",
    letterhead=evolve(HEAD, number="Số:\u00a025/QĐ-UBND"),
    title=Title("QUYẾT ĐỊNH", "Về việc thành lập Tổ công tác quản lý Internet"),
    blocks=(
        Paragraph("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", Part.AUTHORITY_LINE),
        Paragraph(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", Part.BASIS
        ),
        Paragraph(
            "Căn cứ Nghị định số 147/2024/NĐ-CP ngày 09 tháng 11 năm 2024 của Chính phủ quản lý,"
            " cung cấp, sử dụng dịch vụ Internet;",
            Part.BASIS,
        ),
        Paragraph("Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.", Part.BASIS),
        Paragraph("QUYẾT ĐỊNH:", Part.ORDER_LINE),
        Paragraph(
            (Run("Điều 1. ", bold=True), Run("Thành lập Tổ công tác quản lý Internet.")),
            Part.ARTICLE,
        ),
        Paragraph(
            (Run("Điều 2. ", bold=True), Run("Quyết định này có hiệu lực kể từ ngày ký.")),
            Part.ARTICLE,
        ),
        Paragraph(
            (
                Run("Điều 3. ", bold=True),
                Run("Chánh Văn phòng và các thành viên Tổ công tác thi hành Quyết định này./."),
            ),
            Part.ARTICLE,
        ),
    ),
    closing=evolve(
        CLOSING, recipients=("- Như Điều 3;", "- Các sở, ban, ngành tỉnh;", "- Lưu: VT, VX.")
    ),
)
GRID = Table(
    (Column(1, Alignment.CENTER), Column(5), Column(3)),
    tuple((str(index), f"Nhiệm vụ thứ {index}", "Sở Nội vụ") for index in range(1, 26)),
    (("TT", "Nhiệm vụ", "Chủ trì"),),
)
REFERENCE = (
    "(Kèm theo Kế hoạch số 12/KH-UBND ngày 09 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lào Cai)"
)
ANNEXED = evolve(
    PLAN,
    blocks=(
        Paragraph("Ủy ban nhân dân tỉnh xây dựng kế hoạch như sau:"),
        Paragraph(DUTY),
        Paragraph("Chi tiết nhiệm vụ tại Phụ lục I và Phụ lục II kèm theo."),
        Paragraph(LAST),
    ),
    appendices=(
        Appendix("Phụ lục I", "DANH MỤC NHIỆM VỤ", REFERENCE, (GRID,), landscape=True),
        Appendix("Phụ lục II", "BIỂU MẪU BÁO CÁO", REFERENCE, (Paragraph("Nội dung biểu mẫu./."),)),
    ),
)
SUMMONED = evolve(
    PLAN,
    blocks=(
        Paragraph("Ủy ban nhân dân tỉnh xây dựng kế hoạch như sau:"),
        Paragraph(DUTY),
        Paragraph("Bảng 1. Nhiệm vụ", Part.TABLE_CAPTION),
        GRID,
        Paragraph(LAST),
    ),
)
MINUTES = evolve(
    PLAN,
    kind="BB",
    letterhead=evolve(HEAD, place_date="", number="Số:\u00a003/BB-UBND"),
    title=Title("BIÊN BẢN", "Họp triển khai kế hoạch quản lý Internet"),
    blocks=(
        Paragraph("Thời gian bắt đầu: 8 giờ 00, ngày 09 tháng 3 năm 2026."),
        Paragraph("Nội dung: Triển khai kế hoạch quản lý Internet."),
        Paragraph("Cuộc họp kết thúc vào 11 giờ 00, ngày 09 tháng 3 năm 2026./."),
    ),
    closing=Closing(
        (
            SignatureBlock(("THƯ KÝ",), "Nguyễn Văn An"),
            SignatureBlock(("CHỦ TỌA",), "Trần Thị Bình"),
        ),
        "Nơi nhận:",
        ("- Các thành viên dự họp;", "- Lưu: VT, Hồ sơ."),
    ),
)
ARTICLES = evolve(
    PLAN,
    kind="QC",
    letterhead=evolve(HEAD, number="Số:\u00a007/QC-UBND"),
    title=Title("QUY CHẾ", "Phối hợp quản lý Internet"),
    blocks=(
        Heading("QUY ĐỊNH CHUNG", 1, Part.CHAPTER_TITLE, "Chương I"),
        Heading("Điều 1. Phạm vi điều chỉnh", 2, Part.ARTICLE),
        Paragraph("1. Quy chế này quy định việc phối hợp quản lý Internet.", Part.CLAUSE),
        Paragraph("2. Việc phối hợp theo chức năng, nhiệm vụ.", Part.CLAUSE),
        Heading("Điều 2. Đối tượng áp dụng", 2, Part.ARTICLE),
        Paragraph("Quy chế này áp dụng đối với các cơ quan, đơn vị trên địa bàn tỉnh./."),
    ),
)
PAPERS: dict[str, Document] = {
    "plan": PLAN, "letter": LETTER, "short": SHORT_LETTER, "decision": DECISION,
    "annexed": ANNEXED, "table": SUMMONED, "minutes": MINUTES, "articles": ARTICLES,
}  # fmt: skip
"""Văn bản đúng, by name."""


@cache
def written(name: str, regime: str = "nd30-2020") -> bytes:
    """A correct paper as a Word file."""
    return write(PAPERS[name], rulebook(regime))
