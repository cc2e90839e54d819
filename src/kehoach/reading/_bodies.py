"""Từ mở đầu tên cơ quan: the words with which the names of bodies and groups begin.

From the organisation of the two-level and three-level administrations (Luật Tổ chức chính quyền
địa phương 2015 and 2025, NĐ 24/2014/NĐ-CP, NĐ 37/2014/NĐ-CP), the political system beside them and
the labels in use in plans.
"""

from __future__ import annotations

from kehoach.reading._alternatives import Alternatives

CAP = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

_BODIES = (
    rf"Sở(?=\s+(?:[{CAP}]|\w+,))", rf"Bộ(?=\s+[{CAP}])", rf"Ban(?=\s+[{CAP}])",
    rf"Cục(?=\s+[{CAP}])",
    rf"(?:Chi|Tổng) cục(?=\s+[{CAP}])", rf"Vụ(?=\s+[{CAP}])", rf"Viện(?=\s+[{CAP}])",
    rf"Văn phòng(?=\s+(?:[{CAP}]|đăng|điều))", rf"Thanh tra(?=\s+(?:[{CAP}]|tỉnh|huyện|thành|sở))",
    rf"Công an(?=\s+(?:[{CAP}]|tỉnh|huyện|thành|thị|xã|phường|các|cấp|đặc)|\s*[,;:]|\s*$)",
    "Bộ Chỉ huy", "BCH", "Bộ CHQS", "BCĐ", r"Ban [cC]hỉ đạo", r"Ban [Qq]uản lý",
    r"(?:Ủy|Uỷ) ban", "UBND", "UBMTTQ\\w*", "UB MTTQ\\w*", "MTTQ\\w*", "Mặt trận", "HĐND",
    "Hội đồng",
    rf"Hội(?=\s+(?:[{CAP}]|nông|phụ|cựu|người|khuyến|chữ))", "Liên đoàn", "Liên minh", "Liên hiệp",
    rf"Đoàn(?=\s+(?:[{CAP}]|thanh|khối|ĐB|đại))", r"(?:Tỉnh|Thành|Huyện|Thị|Quận) [Đđ]oàn",
    (r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) "
    r"[ủu][yỷ]"), rf"Báo(?=\s+[{CAP}])", rf"Đài(?=\s+(?:[{CAP}]|truyền|phát))",
    (rf"Trung tâm(?=\s+(?:[{CAP}]|dịch|văn|y|hỗ|phục"
    rf"|hành))"), rf"Trường(?=\s+(?:[{CAP}]|đại|cao|trung|tiểu|mầm))",
    rf"Phòng(?=\s+[{CAP}])", "Kho bạc", "Ngân hàng", "Bảo hiểm", "BHXH", "Tòa án", "Toà án",
    "Viện kiểm sát",
    "VKSND", "TAND", "Quân sự", "Bưu điện", "Điện lực", "Công ty", "Tổng công ty", "Tập đoàn",
    "Doanh nghiệp",
    "VNPT", "Viettel", "Cơ quan(?! chức năng)", "Đơn vị", "Thủ trưởng", "Giám đốc", "Chủ tịch",
    "Trưởng",
    "Hiệu trưởng", "Lãnh đạo", "Đội", "Tổ", "Trạm", "Bệnh viện", "Cảng", "Quỹ", "Hạt Kiểm lâm",
    "Đồn Biên phòng",
    "Hải quan", "Thuế", "Nhà trường", "Địa phương", "Cấp ủy", "Chính quyền", "Đảng ủy",
    "Cổng",
    "Bộ phận", "Chi bộ", "Chi đoàn", "Công đoàn", "Cụm thi đua", "Khối thi đua", "Hợp tác xã",
    "Học viện", "Đại học",
    "Bí thư", "Phó Chủ tịch", "Chánh Văn phòng", "Chính phủ", "Thủ tướng", "Văn phòng",
    "Công chức", "Cán bộ", "Giáo viên", "Nhân viên", "Kế toán",
    "Các",
)  # fmt: skip
_GROUP_NOUNS = (
    "sở", "ban", "ngành", "bộ", "cơ quan", "đơn vị", "địa phương", "huyện", "xã", "phường",
    "thị xã", "thị trấn",
    "thành phố", "quận", "cấp", "doanh nghiệp", "đoàn thể", "tổ chức", "hội", "trường", "phòng",
    "cơ sở", "trung tâm",
    "công ty", "tập đoàn", "báo", "đài", "chi cục", "lực lượng", "đồng chí", "chủ đầu tư",
    "hợp tác xã", "thành viên",
    "ấp", "thôn", "khu phố", "nhà trường", "nhà mạng", "tổ", "đội", "ủy ban", "ubnd", "uỷ ban",
    "chủ rừng", "hộ",
    "chi bộ", "đảng bộ", "cấp ủy", "chủ cơ sở", "bệnh viện", "trạm", "khoa", "ngân hàng",
    "cá nhân", "làng nghề",
    "tổ công tác", "tiểu ban", "thủ trưởng", "cục", "vụ", "viện", "công chức", "khối", "cụm",
    "đại lý", "bên",
    "chuyên viên", "mặt trận", "công an", "phó", "tác giả", "trưởng", "đảng ủy",
)  # fmt: skip
_BARE_GROUPS = (
    r"cấp (?:huyện|xã|tỉnh|ủy|có thẩm quyền)", (r"cơ quan (?:chức năng|chuyên môn|liên quan"
                                               r"|thường trực|có liên quan"
    r"|quản lý|có thẩm quyền|báo chí)"), "địa phương", "đoàn thể", "gia đình", "nhà trường",
    "doanh nghiệp",
    "chính quyền", "đơn vị", "nhân dân", "cơ quan", "công an",
)  # fmt: skip
_NOT_BODIES = (
    r"Báo cáo", r"Hội (?:nghị|thảo|thi|chợ|họp|đàm|nhập)", r"Đoàn (?:kết|viên|kiểm|công tác)",
    r"Phòng,", r"Phòng (?:chống|ngừa)",
    (r"Bộ (?:chỉ số|tiêu chí|thủ tục|máy|luật|tài "
    r"liệu)"), r"Tổ chức(?!\s+(?:chính trị|xã hội|đoàn|cơ sở))",
    r"Trường hợp", r"Quỹ đất", r"Đội ngũ", r"Viện dẫn", r"Ban hành", r"Cục diện",
    r"Vụ (?:việc|mùa|đông|hè)", r"Cổng (?!thông)",
    r"Thuế (?:suất|thu)", (r"Cơ quan(?= (?:chủ trì|thực hiện|phối "
                          r"hợp)\s*:)"), r"Đơn vị(?= (?:chủ trì|thực hiện|phối hợp)\s*:)",
    r"Công chức(?=,? viên chức (?:phải|cần))", (r"Các (?:nội dung|nhiệm vụ|hoạt động|giải pháp"
                                               r"|công tác|chỉ tiêu|mục tiêu"
    r"|hình thức|bước|biện pháp|vấn đề|chương trình|dự án|đề án|nguồn|quy định|văn bản|yêu cầu"
    r"|tiêu chí|chính sách|lĩnh vực"
    r"|đối tượng|loại|sản phẩm|kết quả|kế hoạch|thông tin|dịch vụ|điều kiện|trường hợp|nhóm|mặt"
    r"|khoản|chế độ|phong trào)"),
    r"Trưởng thành", r"Tổ (?:quốc)", r"Các(?!\s+\w)", r"Quân sự,", r"Giám sát",
    r"Lãnh đạo,? chỉ đạo", r"Lãnh đạo,? quản lý",
)  # fmt: skip

_ARTICLES = ("các", "những", "toàn thể", "tất cả", "mọi", "một số")


def _either_case(words: tuple[str, ...]) -> str:
    """The words, with a small letter or a capital first."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in longest)


def _capitalised(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, each also with a capital first."""
    return tuple(form for word in words for form in (word, word[0].upper() + word[1:]))


_GROUPS = (
    *(
        rf"{article}(?:\s+các)?\s+(?:{_either_case(_GROUP_NOUNS)}|UBND)"
        for article in _capitalised(_ARTICLES)
    ),
    *_capitalised(_BARE_GROUPS),
)
NOT_HEAD = Alternatives(_NOT_BODIES)
GROUP_HEAD = Alternatives(_GROUPS, r"(?!\w)")
BODY_HEAD = Alternatives((one for one in _BODIES if one != "Các"), r"(?!\w)")

# Words of action: in a sentence a name ends where one begins, and a heading that holds one names
# no body. Nouns of action inside names ("Đội kiểm tra", "Ban Quản lý") are kept out of it.
VERBS = (
    "thực hiện", "tổ chức", "triển khai", "đẩy mạnh", "đảm bảo", "bảo đảm", "trình", "xây dựng",
    "tham mưu", "hướng dẫn",
    "thanh tra", "rà soát", "tăng cường", "nâng cao", "tuyên truyền", "báo cáo", "theo dõi",
    "đôn đốc", "tổng hợp",
    "chủ trì", "phối hợp", "chỉ đạo", "chủ động", "thường xuyên", "kịp thời", "có trách nhiệm",
    "chịu trách nhiệm", "bố trí",
    "đào tạo", "tập huấn", "đề xuất", "ban hành", "quán triệt", "phổ biến", "giám sát", "xử lý",
    "cập nhật", "áp dụng",
    "tiếp tục", "lồng ghép", "vận động", "căn cứ", "xác định", "đề ra", "hoàn thành", "gửi",
    "lập", "tốt", "chặt chẽ",
    "thông qua", "để", "nhằm", "khi", "theo", "về", "cho", "đến", "từ", "tại", "bằng", "đối với",
    "như", "là", "được",
    "sẽ", "phải", "cần", "vận hành", "đăng ký", "hỗ trợ", "đánh giá", "sơ kết", "tổng kết",
    "phát động", "ký kết", "khảo sát",
    "thống kê", "đặc biệt", "tham gia", "giải quyết", "khắc phục", "trong", "nghiên cứu",
    "thẩm định", "phát huy", "duy trì",
    "củng cố", "trực tiếp", "định kỳ", "tạo điều kiện", "có kế hoạch", "có giải pháp", "cân đối",
    "phân bổ", "giao", "tích cực",
    "khẩn trương", "phát hiện", "ngăn chặn", "làm", "nắm", "đưa", "lựa chọn", "thành lập",
    "kiện toàn", "giúp", "trên", "nghiêm túc",
    "thực hành", "tiến hành", "phân công", "ưu tiên", "huy động", "khuyến khích", "giới thiệu",
    "cung cấp thông tin", "tập trung",
    "hàng năm", "hằng năm", "tình trạng", "tình hình", "kết quả", "việc", "nếu", "phê duyệt",
    "quyết định", "xin", "ký", "quản lý", "kiểm tra", "xem xét", "bám sát", "cụ thể hóa",
    "phát triển",
    "đấu tranh", "mở", "gắn",
)  # fmt: skip
VERB = Alternatives(sorted(VERBS, key=len, reverse=True), r"(?!\w)")
