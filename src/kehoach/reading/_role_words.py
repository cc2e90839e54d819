"""Từ chỉ vai trò: the verbs that begin a clause and say what part a body takes.

The lexicon follows the usage of provincial plans: "chủ trì phối hợp" (2013, without the comma) and
"chủ trì, phối hợp với" (since) both give LEAD and COORDINATE. A verb gives a role only where a
sentence or clause begins with it; as a noun ("công tác tham mưu", "văn bản chỉ đạo") it gives none.
"""

from __future__ import annotations

import re

from kehoach.plan import Role
from kehoach.reading._alternatives import Alternatives, branches


def lowered(pattern: str) -> str:
    """A pattern for text in lower case: its capitals made small, its escapes and groups kept."""
    return re.sub(r"\\.|\(\?P|[^\W\da-z_]", lambda found: _kept_or_low(found[0]), pattern)


def _kept_or_low(part: str) -> str:
    return part if part[0] in "\\(" else part.lower()


ADVERBS = re.compile(
    r"(?:(?:(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ\s+(?:0?6|0?9"
    r"|0?3) tháng(?:,? (?:và\s+)?(?:hằng |hàng )?năm)?"
    r"|(?:trước|chậm nhất)\s[^,;.]{3,50},|chủ động|thường xuyên|tiếp tục|kịp thời|tích cực|khẩn "
    r"trương|nghiêm túc(?: và)?|định kỳ|đồng thời|ngoài ra"
    r"|trực tiếp|tập trung|đặc biệt|cần|phải|sẽ|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ"
    r"|trách nhiệm|kiên quyết|quyết liệt"
    r"|xem xét|và|thực hiện(?=\s+(?:phối hợp|thanh tra|kiểm tra|chế độ báo cáo))|làm tốt(?: "
    r"công tác| việc)?|được giao"
    r"|thực hiện tốt(?: công tác| việc)?(?=\s+(?:phối hợp|tham mưu)))[\s,]+)+"
)

# The longer form stands before the shorter one; None is a verb without a role ("yêu cầu").
_CHAIN: tuple[tuple[str, Role | None], ...] = (
    ((r"là (?:cơ quan|đơn vị) (?:đầu mối|chủ trì|thường trực)|chủ trì|làm đầu mối|đầu "
     r"mối"), Role.LEAD),
    (r"phối hợp(?: chặt chẽ| tốt| đồng bộ)?", Role.COORDINATE),
    (r"tham mưu(?:,? đề xuất|,? giúp|,? trình| cho| giúp việc)?", Role.ADVISE),
    ((r"trình(?=\s+(?:UBND|Ủy ban|Chủ tịch|HĐND|Hội đồng|cấp|Thủ tướng|Chính phủ|Bộ|Thường|Tỉnh"
     r"|Thành|Ban|cơ quan))"), Role.SUBMIT),
    (r"chỉ đạo|phân công(?=\s+trách nhiệm)", Role.DIRECT),
    (r"hỗ trợ|giúp đỡ|hướng dẫn,? hỗ trợ", Role.SUPPORT),
    (r"hướng dẫn", Role.GUIDE),
    (r"tham gia", Role.PARTICIPATE),
    (r"tổng hợp(?=,? cập nhật)", Role.MONITOR),
    (r"tổng hợp tình hình(?=,? báo cáo)", None),
    (r"tổng hợp báo cáo(?=\s*(?:,|\.|;|$|của))|tổng hợp", Role.CONSOLIDATE),
    ((r"theo dõi|đôn đốc|giám sát|thống kê|cập nhật|phát huy vai trò giám sát|nắm (?:bắt )?tình "
     r"hình"), Role.MONITOR),
    (r"thanh tra|kiểm tra|kiểm soát", Role.INSPECT),
    (
        (r"báo cáo(?=\s+(?:UBND|Ủy ban|Chủ tịch|về|cho|kết quả|tình hình|kịp thời|cơ quan|định kỳ"
        r"|sơ kết|tổng kết|cấp|Thủ tướng"
        r"|Bộ|Sở|HĐND|Tỉnh|Thành|Ban|Thường|Giám|Lãnh|lãnh|Huyện|Đảng|theo|đột xuất|gửi|tiến độ"
        r"|bằng|đầy đủ|hàng|hằng|quý|năm|tháng|Văn|Chính)|\s*[.;,]|\s*$)"),
        Role.REPORT,
    ),
    ((r"bố trí|phân bổ|cân đối|thẩm định(?=\s+(?:dự toán|kinh phí))|đảm bảo kinh phí|bảo đảm "
     r"kinh phí|cấp kinh phí"), Role.FUND),
    (r"yêu cầu|cập nhật|kiểm điểm|đề xuất", None),
)  # fmt: skip
_ROLES = tuple(role for _, role in _CHAIN)
CHAIN = Alternatives(
    f"{lowered(word)}(?!\\w)(?P<r{index}_{part}>)"
    for index, (words, _) in enumerate(_CHAIN)
    for part, word in enumerate(branches(words))
)
"""Any verb of the chain; `role_of` tells which."""


def role_of(found: re.Match[str]) -> Role | None:
    """The role of a verb that `CHAIN` matched."""
    return _ROLES[int((found.lastgroup or "r0_0")[1:].partition("_")[0])]


# Inside a clause, after a comma, "và" or nothing: only with the complement that makes it a verb.
_INNER: tuple[tuple[str, Role], ...] = (
    ((r"(?:,\s*|và\s+)(?:chủ động\s+|kịp thời\s+)?(?P<verb>chủ trì,?)(?=\s*,?\s*phối "
     r"hợp)"), Role.LEAD),
    ((r"(?:[,;]\s*|và\s+|\s)(?:chủ động\s+)?(?P<verb>phối hợp(?: chặt chẽ)? (?:với"
     r"|cùng))(?=\s)"), Role.COORDINATE),
    (
        (r"(?:,\s*|và\s+)(?:kịp thời\s+|chủ động\s+)?(?P<verb>tham mưu(?:,? đề xuất| cho| giúp"
        r"|,? trình)?)"
        r"(?=\s+(?:UBND|Ủy ban|Chủ tịch|cấp|Ban|Tỉnh|Lãnh đạo|lãnh đạo|HĐND|Thường|Đảng|Giám))"),
        Role.ADVISE,
    ),
    ((r"(?:[,\s]|và )\s*(?P<verb>trình)(?=\s+(?:UBND|Ủy ban|Chủ tịch|HĐND|cấp có|Thủ tướng|Chính "
     r"phủ|Bộ|Tỉnh|Thường))"), Role.SUBMIT),
    (r",\s*(?:đồng thời\s+)?(?P<verb>gửi)(?=\s+(?:[^.;]{0,80}?\s)?về\s)", Role.SUBMIT),
    ((r"(?:,\s*|và\s+)(?P<verb>chỉ đạo)(?=\s+(?:các|UBND|Đội|Phòng|đơn vị|Sở|Công "
     r"an))"), Role.DIRECT),
    ((r"(?:,\s*|và\s+)(?P<verb>hướng dẫn)(?=\s+(?:các|UBND|cụ thể|việc|địa phương|đơn "
     r"vị))"), Role.GUIDE),
    ((r"(?:,\s*|và\s+)(?P<verb>hỗ trợ)(?=\s+(?:các|UBND|địa phương|đơn vị|doanh "
     r"nghiệp))"), Role.SUPPORT),
    (r",\s*(?P<verb>tập huấn)(?=\s+(?:công tác|cho|kỹ năng|về|nghiệp vụ))", Role.IMPLEMENT),
    (r"(?P<verb>thường xuyên (?:thanh tra,? )?kiểm tra)", Role.INSPECT),
    ((r"(?<!công tác)(?<!việc)(?<!tham mưu)(?:,\s*|và\s+|\s)(?P<verb>(?:theo dõi|đôn đốc)(?:,? "
     r"(?:đôn đốc|kiểm tra|giám sát))*)(?=\s+(?:việc|các|tình hình|kết quả|UBND|tiến "
     r"độ))"), Role.MONITOR),
    ((r"(?:,\s*|và\s+)(?:định kỳ\s+)?(?P<verb>tổng hợp)(?=,?\s+(?:báo cáo|kết quả|trình|tình "
     r"hình kết|kinh phí))"), Role.CONSOLIDATE),
    ((r"(?:,\s*|và\s+|\s)(?:định kỳ\s+|kịp thời\s+)?(?P<verb>báo cáo)(?=,?\s+(?:UBND|Ủy ban|Chủ "
     r"tịch|kết quả về|Thủ tướng|cấp có|Bộ|Thường|cơ quan|Giám đốc|Lãnh đạo|Tỉnh ủy|Đảng ủy"
     r"|Sở))"), Role.REPORT),
    ((r"(?:,\s*|và\s+)(?P<verb>bố trí|cân đối|phân bổ)(?=,?\s+(?:kinh phí|nguồn|ngân sách|đủ|bố "
     r"trí))"), Role.FUND),
)  # fmt: skip
_KEYS = (
    "chủ trì", "phối hợp", "tham mưu", "trình", "gửi", "chỉ đạo", "hướng dẫn", "hỗ trợ",
    "tập huấn", "thường xuyên", "theo dõi|đôn đốc",
    "tổng hợp", "báo cáo", "bố trí|cân đối|phân bổ",
)  # fmt: skip
_VERB = "(?P<verb>"


def _cut(words: str, role: Role) -> tuple[re.Pattern[str], re.Pattern[str], Role]:
    """What must stand before the verb, and the verb with its complement, to match on its own."""
    before, _, verb = words.partition(_VERB)
    return re.compile(rf"(?:{before})\Z"), re.compile(_VERB + verb), role


INNER = tuple(_cut(words, role) for words, role in _INNER)
"""What stands before a verb inside a clause, the verb with its complement, and its role."""
INNER_BY_KEY = {
    word: [index for index, key in enumerate(_KEYS) if word in key.split("|")]
    for key in _KEYS
    for word in key.split("|")
}
INNER_KEYS = re.compile("|".join(_KEYS))
REACH = 30
"""How far before a verb the words may begin that lead to it, characters."""


def _words(pattern: str) -> Alternatives:
    return Alternatives(branches(pattern), r"(?!\w)")


ACTIONS = _words(
    r"tổ chức|thực hiện|triển khai|xây dựng|tăng cường|đẩy mạnh|nâng cao|tuyên truyền|thông tin"
    r"|phổ biến|quán triệt|rà soát"
    r"|củng cố|duy trì|phát huy|phát hiện|phòng ngừa|giáo dục|đánh giá|bồi dưỡng|đào tạo|tập "
    r"huấn|lồng ghép|vận động|huy động"
    r"|đề ra|đề xuất|ban hành|áp dụng|xử lý|giải quyết|nghiên cứu|lập|khảo sát|đăng tải|đảm bảo"
    r"|bảo đảm|kiện toàn|hoàn thiện"
    r"|hoàn thành|phát triển|đầu tư|mở|thành lập|chuẩn bị|quản lý|vận hành|khai thác|ứng dụng"
    r"|cung cấp|công khai|niêm yết|số hóa"
    r"|xác định|căn cứ|cụ thể hóa|đổi mới|khắc phục|chấn chỉnh|phát động|biểu dương|khen thưởng"
    r"|cải tiến|cải thiện|đa dạng hóa"
    r"|ưu tiên|khuyến khích|tiếp nhận|tiếp thu|giao|chọn|lựa chọn|thẩm định|phê duyệt|sơ kết"
    r"|tổng kết|kêu gọi|ký kết|thu hút|hạn chế"
    r"|giảm|loại bỏ|cắt giảm|đơn giản hóa|điều tra|ngăn chặn|đấu tranh|bảo vệ|chăm lo|chăm sóc"
    r"|tạo điều kiện|thúc đẩy|gắn|bám sát"
    r"|đăng ký|khởi công|sửa chữa|mua sắm|lắp đặt|kết nối|tích hợp|cập nhật|nhân rộng|biên soạn"
    r"|in ấn|phát hành|sưu tầm|đưa tin"
)
STARTS_TASK = _words(
    r"chủ động|thường xuyên|tiếp tục|kịp thời|tích cực|khẩn trương|nghiêm túc|định kỳ|chỉ đạo"
    r"|chủ trì|phối hợp|tham mưu|hướng dẫn"
    r"|hỗ trợ|tham gia|theo dõi|đôn đốc|giám sát|thống kê|thanh tra|kiểm tra|báo cáo|bố trí"
    r"|phân bổ|cân đối|tổng hợp|trình"
)
