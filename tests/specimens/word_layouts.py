"""More Word files as offices make them: a decision with its plan, a directive, a công văn.

Nothing of ours is in them: they are built with python-docx.
"""

from __future__ import annotations

from docx.enum.section import WD_ORIENT

from tests.specimens.word_papers import columns, grid, line, new_paper, numbering, saved

NATION = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
    ("Độc lập - Tự do - Hạnh phúc", True),
]


def decision() -> bytes:
    """A decision, the plan that it promulgates, a landscape annex of merged cells."""
    p = new_paper()
    columns(
        p,
        [("ỦY BAN NHÂN DÂN", True), ("TỈNH QUẢNG NGÃI", True), ("Số: 1024/QĐ-UBND", False)],
        [*NATION, ("Quảng Ngãi, ngày 05 tháng 9 năm 2025", False)],
    )
    line(p, "QUYẾT ĐỊNH", bold=True, centre=True)
    line(p, "Ban hành Kế hoạch triển khai Nghị quyết số 57-NQ/TW", bold=True, centre=True)
    line(p, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", bold=True, centre=True)
    line(p, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;", italic=True)
    line(
        p,
        (
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số "
            "88/TTr-SKHCN ngày 25/8/2025."
        ),
        italic=True,
    )
    line(p, "QUYẾT ĐỊNH:", bold=True, centre=True)
    line(p, "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai Nghị quyết số 57-NQ/TW.")
    line(p, "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.")
    line(
        p,
        (
            "Điều 3. Chánh Văn phòng UBND tỉnh và Thủ trưởng các đơn vị liên quan chịu "
            "trách nhiệm thi hành./."
        ),
    )
    columns(
        p,
        [("Nơi nhận:", True), ("- Như Điều 3;", False), ("- Lưu: VT, KGVX.", False)],
        [("KT. CHỦ TỊCH", True), ("PHÓ CHỦ TỊCH", True), ("", False), ("Trần Hoàng Tuấn", True)],
    )
    p.add_page_break()
    columns(p, [("ỦY BAN NHÂN DÂN", True), ("TỈNH QUẢNG NGÃI", True)], NATION)
    line(p, "KẾ HOẠCH", bold=True, centre=True)
    line(p, "Triển khai Nghị quyết số 57-NQ/TW trên địa bàn tỉnh năm 2026", bold=True, centre=True)
    line(
        p,
        (
            "(Ban hành kèm theo Quyết định số 1024/QĐ-UBND ngày 05/9/2025 của Chủ tịch "
            "UBND tỉnh Quảng Ngãi)"
        ),
        italic=True,
        centre=True,
    )
    line(p, "I. MỤC ĐÍCH", bold=True)
    line(p, "Cụ thể hóa các nhiệm vụ của Nghị quyết số 57-NQ/TW.")
    line(p, "II. NHIỆM VỤ", bold=True)
    line(p, "Các nhiệm vụ cụ thể tại Phụ lục kèm theo.")
    line(p, "III. TỔ CHỨC THỰC HIỆN", bold=True)
    line(
        p,
        "1. Thủ trưởng các sở, ban ngành, Chủ tịch UBND các xã, phường, đặc khu Lý Sơn:",
        bold=True,
    )
    line(p, "a) Tổ chức thực hiện các nhiệm vụ được giao.")
    line(p, "b) Báo cáo kết quả về Sở Khoa học và Công nghệ trước ngày 10 hằng tháng.")
    line(
        p,
        (
            "2. Sở Khoa học và Công nghệ chủ trì theo dõi, tổng hợp, báo cáo UBND tỉnh "
            "trước ngày 15 hằng tháng."
        ),
    )
    s = p.add_section()
    s.orientation = WD_ORIENT.LANDSCAPE
    s.page_width, s.page_height = s.page_height, s.page_width
    line(p, "PHỤ LỤC", bold=True, centre=True)
    line(p, "BẢNG PHÂN CÔNG NHIỆM VỤ", bold=True, centre=True)
    t = grid(
        p,
        [
            [
                "TT",
                "Nhiệm vụ/Giải pháp",
                "Phân công",
                "",
                "Thời gian thực hiện",
                "",
                "Sản phẩm, kết quả",
            ],
            ["", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành", ""],
            ["A", "NHIỆM VỤ CHUNG", "", "", "", "", ""],
            ["I", "Thể chế", "", "", "", "", ""],
            [
                "1",
                "Rà soát, sửa đổi quy định về dữ liệu",
                "Sở Tư pháp",
                "Sở Khoa học và Công nghệ; Công an tỉnh",
                "Tháng 9/2025",
                "Tháng 12/2025",
                "Báo cáo rà soát",
            ],
            [
                "2",
                "Ban hành quy chế chia sẻ dữ liệu",
                "",
                "Các sở, ban ngành",
                "Tháng 01/2026",
                "Quý II/2026",
                "Quyết định của UBND tỉnh",
            ],
            ["II", "Hạ tầng số", "", "", "", "", ""],
            [
                "3",
                "Xóa vùng lõm sóng di động tại 12 thôn",
                "Sở Khoa học và Công nghệ",
                "VNPT Quảng Ngãi, Viettel Quảng Ngãi",
                "Tháng 9/2025",
                "31/12/2026",
                "100% thôn có sóng",
            ],
            ["B", "NHIỆM VỤ RIÊNG", "", "", "", "", ""],
            [
                "4",
                "Đào tạo 200 cán bộ chuyển đổi số\n- Cấp tỉnh: 50 người\n- Cấp xã: 150 người",
                "Sở Nội vụ\nTrường Chính trị tỉnh",
                "UBND các xã, phường",
                "",
                "Trước 30/6/2026",
                "",
            ],
        ],
    )
    t.cell(0, 2).merge(t.cell(0, 3))
    t.cell(0, 4).merge(t.cell(0, 5))
    for c in (0, 1, 6):
        t.cell(0, c).merge(t.cell(1, c))
    for r in (2, 3, 6, 8):
        t.cell(r, 1).merge(t.cell(r, 6))
    t.cell(4, 2).merge(t.cell(5, 2))
    return saved(p)


def directive() -> bytes:
    """A city: bodies numbered at the top level, duties in letters or on the line itself."""
    p = new_paper()
    columns(
        p,
        [("ỦY BAN NHÂN DÂN", True), ("THÀNH PHỐ ĐÀ NẴNG", True), ("Số: 07/CT-UBND", False)],
        [*NATION, ("Đà Nẵng, ngày 02 tháng 12 năm 2024", False)],
    )
    line(p, "CHỈ THỊ", bold=True, centre=True)
    line(
        p,
        "Về tổ chức đón Tết Nguyên đán Ất Tỵ năm 2025 vui tươi, lành mạnh, an toàn, tiết kiệm",
        bold=True,
        centre=True,
    )
    line(
        p,
        (
            "Tết Nguyên đán Ất Tỵ năm 2025 diễn ra trong bối cảnh thành phố đã hoàn thành "
            "nhiều chỉ tiêu kinh tế - xã hội. Để phục vụ nhân dân đón Tết, Chủ tịch UBND "
            "thành phố yêu cầu Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các quận, "
            "huyện và các đơn vị có liên quan thực hiện tốt các nội dung sau:"
        ),
    )
    line(p, "1. Công an thành phố")
    line(
        p,
        "a) Mở đợt cao điểm tấn công trấn áp tội phạm từ ngày 15/12/2024 đến hết ngày 15/02/2025.",
    )
    line(
        p,
        (
            "b) Chủ trì, phối hợp với Sở Giao thông vận tải bảo đảm trật tự an toàn giao "
            "thông; xử lý nghiêm hành vi đốt pháo."
        ),
    )
    line(
        p,
        (
            "2. Sở Công Thương chủ trì, phối hợp với các đơn vị liên quan bảo đảm cung ứng "
            "hàng hóa; báo cáo UBND thành phố trước ngày 20/01/2025."
        ),
    )
    line(
        p,
        (
            "3. Giao Sở Lao động - Thương binh và Xã hội: Tham mưu tổ chức thăm, tặng quà "
            "gia đình chính sách, hoàn thành trước ngày 22 tháng 01 năm 2025 (nhằm ngày 23 "
            "tháng Chạp)."
        ),
    )
    line(
        p,
        (
            "4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố và các hội, đoàn thể "
            "vận động nhân dân thực hiện nếp sống văn minh."
        ),
    )
    line(
        p,
        (
            "5. Chế độ trực Tết: các đơn vị báo cáo nhanh hằng ngày trước 14 giờ 30 về Văn "
            "phòng UBND thành phố; báo cáo tổng hợp gửi trước 15 giờ ngày 02/02/2025."
        ),
    )
    line(p, "Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc triển khai thực hiện Chỉ thị này./.")
    columns(
        p,
        [
            ("Nơi nhận:", True),
            ("- Thường trực Thành ủy;", False),
            ("- CT, các PCT UBND TP;", False),
            ("- Các sở, ban, ngành;", False),
            ("- Lưu: VT, KTTC, Vinh (02).", False),
        ],
        [("CHỦ TỊCH", True), ("", False), ("", False), ("Lê Trung Chinh", True)],
    )
    return saved(p)


def letter() -> bytes:
    """A công văn: a subject on two lines, addressees, what is asked and by when."""
    p = new_paper()
    columns(
        p,
        [
            ("UBND TỈNH SƠN LA", False),
            ("SỞ TÀI CHÍNH", True),
            ("Số: 3345/STC-QLNS", False),
            ("V/v xây dựng dự toán ngân sách", False),
            ("nhà nước năm 2026", False),
        ],
        [*NATION, ("Sơn La, ngày 18 tháng 8 năm 2025", False)],
    )
    line(p, "Kính gửi:", centre=True)
    line(p, "- Các sở, ban, ngành, đoàn thể tỉnh;")
    line(p, "- Ủy ban nhân dân các xã, phường.")
    line(
        p,
        (
            "Thực hiện Công văn số 4112/UBND-TH ngày 11/8/2025 của UBND tỉnh về xây dựng "
            "dự toán, Sở Tài chính đề nghị các đơn vị thực hiện một số nội dung sau:"
        ),
    )
    line(p, "1. Đánh giá thực hiện dự toán năm 2025: so sánh với kết quả thực hiện năm 2024.")
    line(p, "2. Xây dựng dự toán năm 2026 theo biểu mẫu kèm theo.")
    line(
        p,
        (
            "3. Thời gian gửi báo cáo: Các đơn vị gửi báo cáo về Sở Tài chính (qua Phòng "
            "Quản lý ngân sách) trước 17h00 ngày 05/9/2025, đồng thời gửi file mềm về địa "
            "chỉ thư điện tử qlns@sonla.gov.vn. Quá thời hạn trên, Sở Tài chính sẽ tổng "
            "hợp theo số liệu hiện có."
        ),
    )
    line(
        p,
        (
            "Trong quá trình thực hiện nếu có vướng mắc, đề nghị liên hệ Phòng Quản lý "
            "ngân sách, điện thoại 0212.3852.111./."
        ),
    )
    columns(
        p,
        [
            ("Nơi nhận:", True),
            ("- Như trên;", False),
            ("- UBND tỉnh (b/c);", False),
            ("- Lưu: VT, QLNS (03b).", False),
        ],
        [("KT. GIÁM ĐỐC", True), ("PHÓ GIÁM ĐỐC", True), ("", False), ("Cầm Thị Phong", True)],
    )
    return saved(p)


def automatic() -> bytes:
    """A department: heading styles of Word with a multi-level list, minus signs as bullets."""
    p = new_paper()
    n = numbering(
        p, (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("bullet", "\u2212"))
    )
    columns(
        p,
        [
            ("UBND TỈNH THÁI BÌNH", False),
            ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", True),
            ("Số:     /KH-STNMT", False),
        ],
        [*NATION, ("Thái Bình, ngày      tháng     năm 2023", False)],
    )
    line(p, "DỰ THẢO", bold=True)
    line(p, "KẾ HOẠCH", bold=True, centre=True)
    line(p, "Kiểm kê đất đai năm 2024", bold=True, centre=True)
    line(
        p,
        (
            "Căn cứ Luật Đất đai năm 2013; Thông tư số 27/2018/TT-BTNMT ngày 14/12/2018; "
            "Sở Tài nguyên và Môi trường ban hành Kế hoạch như sau:"
        ),
    )

    def h(text: str, level: int) -> None:
        line(p, text, style=f"Heading {level + 1}", number=n, level=level)

    h("Mục đích, yêu cầu", 0)
    line(p, "Đánh giá chính xác thực trạng sử dụng đất.", number=n, level=3)
    line(p, "Kết quả kiểm kê phải kịp thời, đúng tiến độ.", number=n, level=3)
    h("Nội dung thực hiện", 0)
    h("Công tác chuẩn bị", 1)
    h("Thành lập Ban Chỉ đạo kiểm kê cấp huyện, cấp xã", 2)
    line(p, "Đơn vị thực hiện: UBND các huyện, thành phố.", number=n, level=3)
    line(p, "Thời gian: hoàn thành trước 15/8/2024.", number=n, level=3)
    h("Tập huấn nghiệp vụ", 2)
    line(p, "Đơn vị thực hiện: Văn phòng Đăng ký đất đai tỉnh.", number=n, level=3)
    line(p, "Thời gian: tháng 8/2024.", number=n, level=3)
    h("Triển khai kiểm kê", 1)
    line(
        p,
        (
            "Cấp xã hoàn thành và giao nộp kết quả trước ngày 16/01/2025; cấp huyện trước "
            "ngày 01/3/2025; cấp tỉnh trước ngày 16/4/2025."
        ),
    )
    h("Tổ chức thực hiện", 0)
    h("Phòng Quản lý đất đai", 1)
    line(p, "Chủ trì, tham mưu Giám đốc Sở chỉ đạo, kiểm tra, đôn đốc.", number=n, level=3)
    h("Văn phòng Đăng ký đất đai tỉnh", 1)
    line(p, "Tổng hợp kết quả kiểm kê toàn tỉnh.", number=n, level=3)
    h("Phòng Tài nguyên và Môi trường các huyện, thành phố", 1)
    line(p, "Tham mưu UBND huyện, thành phố thực hiện kiểm kê.", number=n, level=3)
    columns(
        p,
        [
            ("Nơi nhận:", True),
            ("- Bộ TN&MT;", False),
            ("- UBND tỉnh;", False),
            ("- Lưu: VT, QLĐĐ.", False),
        ],
        [("GIÁM ĐỐC", True), ("", False), ("", False)],
    )
    return saved(p)


def commune() -> bytes:
    """A commune: letterhead by tabs, "1/" headings, a table with dotted ordinals."""
    p = new_paper()
    for left, right in (
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("XÃ TÂN HƯNG", "Độc lập – Tự do – Hạnh phúc"),
        ("Số: 09/KH-UBND", "Tân Hưng, ngày 20 tháng 8 năm 2025"),
    ):
        line(p, f"{left}\t\t{right}", bold=True)
    line(p, "KẾ HOẠCH", bold=True, centre=True)
    line(p, "Tuyên truyền, phổ biến pháp luật 6 tháng cuối năm 2025", bold=True, centre=True)
    line(p, "-----------------", centre=True)
    line(
        p,
        (
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/7/2025 của UBND tỉnh; UBND xã xây "
            "dựng kế hoạch, cụ thể:"
        ),
    )
    line(p, "1/ Mục đích:", bold=True)
    line(p, "Nâng cao ý thức chấp hành pháp luật.")
    line(p, "2/ Yêu cầu:", bold=True)
    line(p, "• Bảo đảm thiết thực, hiệu quả.")
    line(p, "• Phát huy vai trò của tổ hòa giải.")
    line(p, "3/ Nội dung, thời gian và phân công:", bold=True)
    grid(
        p,
        [
            ["STT", "Nội dung", "Thời gian", "Người, bộ phận thực hiện", "Ghi chú"],
            ["1", "Tuyên truyền miệng", "", "", ""],
            [
                "1.1",
                "Hội nghị tuyên truyền Luật Đất đai tại 8 ấp",
                "Tháng 9/2025",
                "Công chức Tư pháp - Hộ tịch; Trưởng các ấp",
                "8 cuộc",
            ],
            ["1.2", "Sinh hoạt Ngày Pháp luật", "09/11/2025", "Công chức Tư pháp - Hộ tịch", ""],
            ["2", "Tuyên truyền trên truyền thanh", "", "", ""],
            [
                "2.1",
                "Phát thanh chuyên mục pháp luật",
                "Thứ 2 hằng tuần",
                "Đài Truyền thanh xã",
                "30 phút/buổi",
            ],
        ],
    )
    line(p, "4/ Tổ chức thực hiện:", bold=True)
    line(
        p,
        (
            "- Công chức Tư pháp - Hộ tịch: tham mưu UBND xã tổ chức thực hiện, báo cáo "
            "Phòng Tư pháp trước ngày 10/12/2025."
        ),
    )
    line(p, "- Công an xã: phối hợp tuyên truyền pháp luật về an ninh trật tự.")
    line(p, "- Đề nghị UBMTTQ xã và các đoàn thể: vận động hội viên tham gia.")
    line(
        p,
        (
            "Trên đây là kế hoạch tuyên truyền, phổ biến pháp luật 6 tháng cuối năm 2025 "
            "của UBND xã./."
        ),
    )
    columns(
        p,
        [
            ("Nơi nhận:", True),
            ("- Phòng TP;", False),
            ("- TT.ĐU, HĐND xã;", False),
            ("- Lưu.", False),
        ],
        [("TM. UBND XÃ", True), ("CHỦ TỊCH", True), ("", False), ("Huỳnh Văn Đẹt", True)],
    )
    return saved(p)


MORE_PAPERS = {
    "decision": decision,
    "directive": directive,
    "letter": letter,
    "automatic": automatic,
    "commune": commune,
}
