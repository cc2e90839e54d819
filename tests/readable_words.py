"""The words of readable plans: sentences, names, titles, ways of numbering, columns of tables."""

from __future__ import annotations

from kehoach.documents import Issuer, Signature
from kehoach.plan import Datum, Paragraph, TaskColumn

BODIES = (
    "Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "UBND các xã, phường", "Công an tỉnh",
    "Sở Nông nghiệp và Môi trường", "Các sở, ban, ngành tỉnh", "Văn phòng UBND tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Sở Khoa học và Công nghệ", "Thanh tra tỉnh",
)  # fmt: skip
DUTIES = (
    "Tham mưu UBND tỉnh triển khai các văn bản quy phạm pháp luật mới.",
    "Chủ trì, phối hợp với Sở Tài chính tổ chức hội nghị trước ngày 15/12/2031.",
    "Hỗ trợ cấp xã tập huấn kỹ năng số khi có yêu cầu.",
    "Thường xuyên theo dõi, thống kê số lượng hồ sơ; tổng hợp, báo cáo UBND tỉnh.",
    "Tiếp tục thực hiện Quyết định số 35/2011/QĐ-UBND ngày 19/9/2011 của UBND tỉnh.",
    "Bố trí đủ kinh phí, phân bổ cho các đơn vị.",
    "Xây dựng kế hoạch tuyên truyền trên Báo và Đài Phát thanh, Truyền hình tỉnh.",
    "Rà soát, cập nhật danh mục thủ tục hành chính; công khai trên Cổng thông tin điện tử.",
    "Tổ chức kiểm tra ít nhất 02 đợt trong năm.",
)
POINTS = (
    "Nâng cao hiệu lực, hiệu quả công tác quản lý.",
    "Xác định rõ trách nhiệm của từng cơ quan, đơn vị.",
    "Phát huy mặt tích cực và hạn chế mặt tiêu cực.",
    "Nội dung bám sát chỉ đạo của cấp trên; hình thức phù hợp từng đối tượng.",
)
TARGETS = (
    "Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%.",
    "100% cơ quan, đơn vị dùng chữ ký số.",
    "Giảm ít nhất 10% thời gian giải quyết thủ tục.",
)
REPORTS = (
    "Định kỳ hằng quý, trước ngày 20 của tháng cuối quý, các đơn vị báo cáo kết quả về Sở Nội vụ.",
    "Các sở, ban, ngành tỉnh báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 15/12/2031.",
)
TOPICS = ("Công tác tuyên truyền", "Công tác cải cách thủ tục hành chính", "Ứng dụng công nghệ số")
TEXT_ROWS = (("Nội dung", "Số tiền"), ("Hội nghị", "5 triệu đồng"), ("Tập huấn", "12 triệu đồng"))
CELL_TIMES = ("Quý II/2031", "Thường xuyên", "Trước 30/6/2031", "Tháng 9/2031", "Hằng năm")
PRODUCTS = ("Kế hoạch", "Báo cáo kết quả", "Quyết định của UBND tỉnh")

SCHEMES = (
    ("I.", "1.", "a)", "-"),
    ("I.", "1.", "-", "+"),
    ("A.", "I.", "1.", "-"),
    ("Phần I", "I.", "1.", "-"),
    ("Chương I", "Điều 1.", "1.", "a)"),
    ("1.", "1.1.", "a)", "-"),
    ("I/", "1/", "a/", "-"),
    ("I.", "(1)", "a)", "-"),
)
"""Kiểu đánh số của bốn bậc: headings, headings inside them, what these hold, and below."""

ISSUERS = (
    (Issuer("Ủy ban nhân dân tỉnh Long An", None, "UBND"), "Long An"),
    (Issuer("Ủy ban nhân dân xã Mỹ Hạnh", None, "UBND"), "Mỹ Hạnh"),
    (Issuer("Sở Nội vụ", "Ủy ban nhân dân tỉnh Lào Cai", "SNV"), "Lào Cai"),
    (Issuer("Sở Giáo dục và Đào tạo", "UBND tỉnh Cà Mau", "SGDĐT"), "Cà Mau"),
    (Issuer("Cục Văn thư và Lưu trữ nhà nước", "Bộ Nội vụ", "VTLTNN"), "Hà Nội"),
    (Issuer("Ủy ban nhân dân Thành phố Hồ Chí Minh", None, "UBND"), "Thành phố Hồ Chí Minh"),
)
SIGNATURES = (
    Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Hữu Phước"),
    Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Thị Bình An"),
    Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Hoa"),
    Signature(("TL. CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG"), None),
    Signature(("GIÁM ĐỐC",), "Võ Văn Tư", "Ủy viên Ban Thường vụ Tỉnh ủy"),
)
RECIPIENTS = (
    "Bộ Nội vụ", "TT. Tỉnh ủy, TT. HĐND tỉnh", "CT, các PCT UBND tỉnh", "Như trên",
    "Các sở, ban, ngành tỉnh", "UBND các xã, phường",
)  # fmt: skip
TITLES = (
    "Cải cách hành chính năm 2031",
    "Thực hiện Đề án 06\nnăm 2031",
    "Triển khai công tác thông tin, tuyên truyền trên địa bàn tỉnh giai đoạn 2031 - 2035",
    "Quản lý Internet năm 2031",
)


BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Nghị định số 147/2024/NĐ-CP ngày 09 tháng 11 năm 2024 của Chính phủ về Internet",
    "Theo đề nghị của Chánh Văn phòng tại Tờ trình số 12/TTr-VP ngày 01 tháng 02 năm 2026",
)
CLOSINGS = (
    Paragraph("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về Sở Nội vụ"),
    Paragraph("Trên đây là nội dung triển khai năm 2031, đề nghị các đơn vị nghiêm túc thực hiện"),
)


COLUMNS = (
    (),
    (
        TaskColumn("TT", Datum.ORDINAL, 8),
        TaskColumn("Thời gian hoàn thành", Datum.DEADLINE, 15),
        TaskColumn("Nội dung công việc", Datum.TEXT, 32),
        TaskColumn("Đơn vị chủ trì", Datum.LEAD, 14),
        TaskColumn("Đơn vị phối hợp", Datum.COORDINATE, 16),
        TaskColumn("Kết quả", Datum.PRODUCT, 15),
    ),
    (
        TaskColumn("STT", Datum.ORDINAL, 8),
        TaskColumn("Nhiệm vụ", Datum.TEXT, 32),
        TaskColumn("Mã nhiệm vụ", Datum.OTHER, 10),
        TaskColumn("Đơn vị thực hiện", Datum.LEAD, 14),
        TaskColumn("Đơn vị phối hợp", Datum.COORDINATE, 14),
        TaskColumn("Thời hạn", Datum.DEADLINE, 10),
        TaskColumn("Sản phẩm", Datum.PRODUCT, 10),
        TaskColumn("Kinh phí (triệu đồng)", Datum.BUDGET, 10),
        TaskColumn("Cấp xem xét", Datum.OTHER, 10),
        TaskColumn("Ghi chú", Datum.NOTE, 10),
    ),
    (TaskColumn("Nội dung", Datum.TEXT, 60), TaskColumn("Thời gian", Datum.DEADLINE, 40)),
)
