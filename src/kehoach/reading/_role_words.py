"""Từ chỉ vai trò: the verbs that begin a clause and say what part a body takes.

The lexicon follows the usage of provincial plans: "chủ trì phối hợp" (2013, without the comma) and
"chủ trì, phối hợp với" (since) both give LEAD and COORDINATE. A verb gives a role only where a
sentence or clause begins with it; as a noun ("công tác tham mưu", "văn bản chỉ đạo") it gives none.
"""

from __future__ import annotations

import re

from kehoach.plan import Role

ADVERBS = re.compile(
    r"(?:(?:(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ\s+(?:0?6|0?9|0?3) tháng(?:,? (?:và\s+)?(?:hằng |hàng )?năm)?"
    r"|(?:trước|chậm nhất)\s[^,;.]{3,50},|chủ động|thường xuyên|tiếp tục|kịp thời|tích cực|khẩn trương|nghiêm túc(?: và)?|định kỳ|đồng thời|ngoài ra"
    r"|trực tiếp|tập trung|đặc biệt|cần|phải|sẽ|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|trách nhiệm|kiên quyết|quyết liệt"
    r"|xem xét|và|thực hiện(?=\s+(?:phối hợp|thanh tra|kiểm tra|chế độ báo cáo))|làm tốt(?: công tác| việc)?|được giao"
    r"|thực hiện tốt(?: công tác| việc)?(?=\s+(?:phối hợp|tham mưu))|công tác(?=\s+(?:phối hợp|tham mưu)))[\s,]+)+",
    re.IGNORECASE,
)

# The longer form stands before the shorter one; None is a verb without a role ("yêu cầu").
_CHAIN: tuple[tuple[str, Role | None], ...] = (
    (r"là (?:cơ quan|đơn vị) (?:đầu mối|chủ trì|thường trực)|chủ trì|làm đầu mối|đầu mối", Role.LEAD),
    (r"phối hợp(?: chặt chẽ| tốt| đồng bộ)?", Role.COORDINATE),
    (r"tham mưu(?:,? đề xuất|,? giúp|,? trình| cho| giúp việc)?", Role.ADVISE),
    (r"trình(?=\s+(?:UBND|Ủy ban|Chủ tịch|HĐND|Hội đồng|cấp|Thủ tướng|Chính phủ|Bộ|Thường|Tỉnh|Thành|Ban|cơ quan))", Role.SUBMIT),
    (r"chỉ đạo|phân công(?=\s+trách nhiệm)", Role.DIRECT),
    (r"hỗ trợ|giúp đỡ|hướng dẫn,? hỗ trợ", Role.SUPPORT),
    (r"hướng dẫn", Role.GUIDE),
    (r"tham gia", Role.PARTICIPATE),
    (r"tổng hợp(?=,? cập nhật)", Role.MONITOR),
    (r"tổng hợp tình hình(?=,? báo cáo)", None),
    (r"tổng hợp báo cáo(?=\s*(?:,|\.|;|$|của))|tổng hợp", Role.CONSOLIDATE),
    (r"theo dõi|đôn đốc|giám sát|thống kê|cập nhật|phát huy vai trò giám sát|nắm (?:bắt )?tình hình", Role.MONITOR),
    (r"thanh tra|kiểm tra|kiểm soát", Role.INSPECT),
    (
        r"báo cáo(?=\s+(?:UBND|Ủy ban|Chủ tịch|về|cho|kết quả|tình hình|kịp thời|cơ quan|định kỳ|sơ kết|tổng kết|cấp|Thủ tướng"
        r"|Bộ|Sở|HĐND|Tỉnh|Thành|Ban|Thường|Giám|Lãnh|lãnh|Huyện|Đảng|theo|đột xuất|gửi|tiến độ|bằng|đầy đủ|hàng|hằng|quý|năm|tháng|Văn|Chính)|\s*[.;,]|\s*$)",
        Role.REPORT,
    ),
    (r"bố trí|phân bổ|cân đối|thẩm định(?=\s+(?:dự toán|kinh phí))|đảm bảo kinh phí|bảo đảm kinh phí|cấp kinh phí", Role.FUND),
    (r"yêu cầu|cập nhật|kiểm điểm|đề xuất", None),
)  # fmt: skip
_ROLES = tuple(role for _, role in _CHAIN)
CHAIN = re.compile(
    "|".join(rf"(?P<r{index}>(?:{words})(?!\w))" for index, (words, _) in enumerate(_CHAIN)),
    re.IGNORECASE,
)
"""Any verb of the chain; `role_of` tells which."""


def role_of(found: re.Match[str]) -> Role | None:
    """The role of a verb that `CHAIN` matched."""
    return _ROLES[int((found.lastgroup or "r0")[1:])]



# Inside a clause, after a comma, "và" or nothing: only with the complement that makes it a verb.
_INNER: tuple[tuple[str, Role], ...] = (
    (r"(?:,\s*|và\s+)(?:chủ động\s+|kịp thời\s+)?(?P<verb>chủ trì,?)(?=\s*,?\s*phối hợp)", Role.LEAD),
    (r"(?:[,;]\s*|và\s+|\s)(?:chủ động\s+)?(?P<verb>phối hợp(?: chặt chẽ)? (?:với|cùng))(?=\s)", Role.COORDINATE),
    (
        r"(?:,\s*|và\s+)(?:kịp thời\s+|chủ động\s+)?(?P<verb>tham mưu(?:,? đề xuất| cho| giúp|,? trình)?)"
        r"(?=\s+(?:UBND|Ủy ban|Chủ tịch|cấp|Ban|Tỉnh|Lãnh đạo|lãnh đạo|HĐND|Thường|Đảng|Giám))",
        Role.ADVISE,
    ),
    (r"(?:[,\s]|và )\s*(?P<verb>trình)(?=\s+(?:UBND|Ủy ban|Chủ tịch|HĐND|cấp có|Thủ tướng|Chính phủ|Bộ|Tỉnh|Thường))", Role.SUBMIT),
    (r",\s*(?:đồng thời\s+)?(?P<verb>gửi)(?=\s+(?:[^.;]{0,80}?\s)?về\s)", Role.SUBMIT),
    (r"(?:,\s*|và\s+)(?P<verb>chỉ đạo)(?=\s+(?:các|UBND|Đội|Phòng|đơn vị|Sở|Công an))", Role.DIRECT),
    (r"(?:,\s*|và\s+)(?P<verb>hướng dẫn)(?=\s+(?:các|UBND|cụ thể|việc|địa phương|đơn vị))", Role.GUIDE),
    (r"(?:,\s*|và\s+)(?P<verb>hỗ trợ)(?=\s+(?:các|UBND|địa phương|đơn vị|doanh nghiệp))", Role.SUPPORT),
    (r",\s*(?P<verb>tập huấn)(?=\s+(?:công tác|cho|kỹ năng|về|nghiệp vụ))", Role.IMPLEMENT),
    (r"(?P<verb>thường xuyên (?:thanh tra,? )?kiểm tra)", Role.INSPECT),
    (r"(?<!công tác)(?<!việc)(?<!tham mưu)(?:,\s*|và\s+|\s)(?P<verb>(?:theo dõi|đôn đốc)(?:,? (?:đôn đốc|kiểm tra|giám sát))*)(?=\s+(?:việc|các|tình hình|kết quả|UBND|tiến độ))", Role.MONITOR),
    (r"(?:,\s*|và\s+)(?:định kỳ\s+)?(?P<verb>tổng hợp)(?=,?\s+(?:báo cáo|kết quả|trình|tình hình kết|kinh phí))", Role.CONSOLIDATE),
    (r"(?:,\s*|và\s+|\s)(?:định kỳ\s+|kịp thời\s+)?(?P<verb>báo cáo)(?=,?\s+(?:UBND|Ủy ban|Chủ tịch|kết quả về|Thủ tướng|cấp có|Bộ|Thường|cơ quan|Giám đốc|Lãnh đạo|Tỉnh ủy|Đảng ủy|Sở))", Role.REPORT),
    (r"(?:,\s*|và\s+)(?P<verb>bố trí|cân đối|phân bổ)(?=,?\s+(?:kinh phí|nguồn|ngân sách|đủ|bố trí))", Role.FUND),
)  # fmt: skip
_KEYS = (
    "chủ trì", "phối hợp", "tham mưu", "trình", "gửi", "chỉ đạo", "hướng dẫn", "hỗ trợ", "tập huấn", "kiểm tra", "theo dõi|đôn đốc",
    "tổng hợp", "báo cáo", "bố trí|cân đối|phân bổ",
)  # fmt: skip
INNER = tuple(
    (frozenset(key.split("|")), re.compile(words), role)
    for key, (words, role) in zip(_KEYS, _INNER, strict=True)
)
INNER_KEYS = re.compile("|".join(key for key in _KEYS))

ACTIONS = re.compile(
    r"(?:tổ chức|thực hiện|triển khai|xây dựng|tăng cường|đẩy mạnh|nâng cao|tuyên truyền|thông tin|phổ biến|quán triệt|rà soát"
    r"|củng cố|duy trì|phát huy|phát hiện|phòng ngừa|giáo dục|đánh giá|bồi dưỡng|đào tạo|tập huấn|lồng ghép|vận động|huy động"
    r"|đề ra|đề xuất|ban hành|áp dụng|xử lý|giải quyết|nghiên cứu|lập|khảo sát|đăng tải|đảm bảo|bảo đảm|kiện toàn|hoàn thiện"
    r"|hoàn thành|phát triển|đầu tư|mở|thành lập|chuẩn bị|quản lý|vận hành|khai thác|ứng dụng|cung cấp|công khai|niêm yết|số hóa"
    r"|xác định|căn cứ|cụ thể hóa|đổi mới|khắc phục|chấn chỉnh|phát động|biểu dương|khen thưởng|cải tiến|cải thiện|đa dạng hóa"
    r"|ưu tiên|khuyến khích|tiếp nhận|tiếp thu|giao|chọn|lựa chọn|thẩm định|phê duyệt|sơ kết|tổng kết|kêu gọi|ký kết|thu hút|hạn chế"
    r"|giảm|loại bỏ|cắt giảm|đơn giản hóa|điều tra|ngăn chặn|đấu tranh|bảo vệ|chăm lo|chăm sóc|tạo điều kiện|thúc đẩy|gắn|bám sát"
    r"|đăng ký|khởi công|sửa chữa|mua sắm|lắp đặt|kết nối|tích hợp|cập nhật|nhân rộng|biên soạn|in ấn|phát hành|sưu tầm|đưa tin)(?!\w)",
    re.IGNORECASE,
)
STARTS_TASK = re.compile(
    r"(?:chủ động|thường xuyên|tiếp tục|kịp thời|tích cực|khẩn trương|nghiêm túc|định kỳ|chỉ đạo|chủ trì|phối hợp|tham mưu|hướng dẫn"
    r"|hỗ trợ|tham gia|theo dõi|đôn đốc|giám sát|thống kê|thanh tra|kiểm tra|báo cáo|bố trí|phân bổ|cân đối|tổng hợp|trình)(?!\w)",
    re.IGNORECASE,
)
