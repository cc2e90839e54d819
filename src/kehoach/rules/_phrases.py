"""Cụm từ thường gặp trong tên cơ quan: words that a line break should not part."""

from __future__ import annotations

from typing import Final


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a text in which commas and line ends part them."""
    parts = text.replace("\n", ",").split(",")
    return frozenset(tuple(part.split()) for part in parts if part.strip())


UNITS: Final = phrases("""
    TỈNH, THÀNH PHỐ, HUYỆN, QUẬN, THỊ XÃ, XÃ, PHƯỜNG, THỊ TRẤN, ĐẶC KHU, KHU PHỐ, THÔN, ẤP
""")

QUALIFIERS: Final = phrases("""
    NHÀ NƯỚC, VIỆT NAM, TRUNG ƯƠNG, QUỐC GIA, CHÍNH PHỦ, QUỐC HỘI, MIỀN NAM, MIỀN BẮC,
    MIỀN TRUNG, TÂY NGUYÊN, KHU VỰC
""")

JOINERS: Final = frozenset({"VÀ", "CỦA", "VỀ", "CHO", "VỚI", "TẠI", "THUỘC"})

HEADS: Final = frozenset(
    {"BAN", "BỘ", "CỤC", "VỤ", "SỞ", "PHÒNG", "TỔ", "VIỆN", "HỘI", "TRẠM", "ĐỘI", "KHOA", "ĐÀI"}
    | {"QUỸ", "TRƯỜNG", "CHI", "TỔNG", "ĐẢNG", "ĐOÀN", "TÒA", "BÁO"}
)

PHRASES: Final = (
    phrases("""
    ỦY BAN NHÂN DÂN, HỘI ĐỒNG NHÂN DÂN, ỦY BAN MẶT TRẬN TỔ QUỐC, MẶT TRẬN TỔ QUỐC, ỦY BAN,
    HỘI ĐỒNG, NHÂN DÂN, BAN QUẢN LÝ DỰ ÁN, BAN QUẢN LÝ, BAN CHỈ ĐẠO, BAN TỔ CHỨC, BAN CHẤP HÀNH,
    BAN THƯỜNG VỤ, BAN TUYÊN GIÁO, BAN DÂN VẬN, BAN NỘI CHÍNH, BAN KIỂM SOÁT, BAN CHỈ HUY,
    CHI CỤC, TỔNG CỤC, TỔNG CÔNG TY, CÔNG TY, CỔ PHẦN, TRÁCH NHIỆM HỮU HẠN, MỘT THÀNH VIÊN,
    HAI THÀNH VIÊN, TẬP ĐOÀN, VĂN PHÒNG, THANH TRA, TRUNG TÂM, HỌC VIỆN, PHÂN VIỆN, BỆNH VIỆN,
    ĐA KHOA, TRƯỜNG ĐẠI HỌC, TRƯỜNG CAO ĐẲNG, TRƯỜNG TRUNG CẤP, TRƯỜNG TIỂU HỌC, TRƯỜNG MẦM NON,
    TRƯỜNG MẪU GIÁO, TRƯỜNG CHÍNH TRỊ, TRUNG HỌC CƠ SỞ, TRUNG HỌC PHỔ THÔNG, ĐẠI HỌC, CAO ĐẲNG,
    TRUNG CẤP, TIỂU HỌC, MẦM NON, NGÂN HÀNG, KHO BẠC, BẢO HIỂM XÃ HỘI, VIỆN KIỂM SÁT, TÒA ÁN,
    CÔNG AN, QUÂN SỰ, BỘ CHỈ HUY, BIÊN PHÒNG, BỘ ĐỘI, QUÂN ĐỘI, QUỐC PHÒNG, AN NINH,
    ĐẢNG ỦY, TỈNH ỦY, THÀNH ỦY, HUYỆN ỦY, QUẬN ỦY, THỊ ỦY, ĐẢNG BỘ, TỈNH ĐOÀN, THÀNH ĐOÀN,
    HUYỆN ĐOÀN, QUẬN ĐOÀN, XÃ ĐỘI, PHƯỜNG ĐỘI, ĐOÀN THANH NIÊN, ĐẢNG CỘNG SẢN, CỘNG SẢN,
    HỒ CHÍ MINH, LIÊN ĐOÀN LAO ĐỘNG, HỘI NÔNG DÂN, HỘI PHỤ NỮ, HỘI CỰU CHIẾN BINH, LIÊN HIỆP,
    LIÊN MINH, HỢP TÁC XÃ, CHỮ THẬP ĐỎ, ĐOÀN ĐẠI BIỂU QUỐC HỘI, ĐẠI BIỂU, CHỦ TỊCH, THƯỜNG TRỰC,
    XÃ HỘI CHỦ NGHĨA, KINH TẾ - XÃ HỘI, VĂN HÓA - XÃ HỘI, TÀI CHÍNH - KẾ HOẠCH,
    KINH TẾ - HẠ TẦNG, KINH TẾ, HẠ TẦNG, ĐÔ THỊ, XÃ HỘI, VĂN HÓA, THỂ THAO, DU LỊCH, GIÁO DỤC,
    ĐÀO TẠO, Y TẾ, DỰ PHÒNG, KHOA HỌC, CÔNG NGHỆ, THÔNG TIN, TRUYỀN THÔNG, NÔNG NGHIỆP,
    PHÁT TRIỂN, NÔNG THÔN, MÔI TRƯỜNG, TÀI NGUYÊN, XÂY DỰNG, GIAO THÔNG, VẬN TẢI, CÔNG THƯƠNG,
    TÀI CHÍNH, KẾ HOẠCH, ĐẦU TƯ, NỘI VỤ, NGOẠI VỤ, NGOẠI GIAO, TƯ PHÁP, DÂN TỘC, TÔN GIÁO,
    LAO ĐỘNG, THƯƠNG BINH, VIỆC LÀM, QUẢN LÝ, DỰ ÁN, CÔNG TRÌNH, DÂN DỤNG, CÔNG NGHIỆP,
    KHU CÔNG NGHIỆP, KHU KINH TẾ, THỦY LỢI, THỦY SẢN, CHĂN NUÔI, THÚ Y, TRỒNG TRỌT,
    BẢO VỆ THỰC VẬT, KIỂM LÂM, LÂM NGHIỆP, KHUYẾN NÔNG, HẢI QUAN, QUẢN LÝ THỊ TRƯỜNG, THỊ TRƯỜNG,
    THỐNG KÊ, THUẾ, VĂN THƯ, LƯU TRỮ, TIÊU CHUẨN, ĐO LƯỜNG, CHẤT LƯỢNG, SỞ HỮU TRÍ TUỆ,
    PHÒNG CHÁY, CHỮA CHÁY, CỨU NẠN, CỨU HỘ, PHÒNG CHỐNG, THIÊN TAI, TÌM KIẾM CỨU NẠN,
    THAM NHŨNG, KIỂM SOÁT, BỆNH TẬT, AN TOÀN, THỰC PHẨM, VỆ SINH, DÂN SỐ, TRẺ EM, BẢO TRỢ,
    PHÁT THANH, TRUYỀN HÌNH, BÁO CHÍ, XUẤT BẢN, CHUYỂN ĐỔI SỐ, BƯU CHÍNH, VIỄN THÔNG,
    PHỤC VỤ, HÀNH CHÍNH CÔNG, HÀNH CHÍNH, CẢI CÁCH, TỔ CHỨC, CÁN BỘ, THI ĐUA, KHEN THƯỞNG,
    PHÁT TRIỂN QUỸ ĐẤT, ĐĂNG KÝ ĐẤT ĐAI, ĐẤT ĐAI, NƯỚC SẠCH, CẤP NƯỚC, ĐIỆN LỰC, XÚC TIẾN,
    THƯƠNG MẠI, DỊCH VỤ, HỖ TRỢ, DOANH NGHIỆP, KỸ THUẬT, NGHIÊN CỨU, ỨNG DỤNG, CHÍNH SÁCH,
    CHIẾN LƯỢC, PHÁP CHẾ, HỢP TÁC, QUỐC TẾ, GIÁO DỤC NGHỀ NGHIỆP, NGHỀ NGHIỆP,
    GIÁO DỤC THƯỜNG XUYÊN, THƯỜNG XUYÊN, PHONG TRÀO, TOÀN DÂN, BẢO VỆ, TỘI PHẠM, TỆ NẠN,
    TỔ QUỐC, CHI NHÁNH, CHÍNH TRỊ, CẢNH SÁT, CƠ QUAN, ĐẢNG
""")
    | QUALIFIERS
)
