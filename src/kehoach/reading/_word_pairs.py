"""Cặp từ: pairs of syllables that official papers use, by which misread tone marks are seen.

Only pairs of which no other marking of the same letters is a usual pair stand here ("củng cố", but
not "công tác", beside which there is "cộng tác"). `CONTEXTS` are longer phrases for words that are
right in themselves ("từ tinh đến cơ sở").
"""

from __future__ import annotations

_PAIRS = """
củng cố|đẩy mạnh|kế hoạch|thực hiện|nhiệm vụ|quyết định|nghị quyết|nghị định|chỉ thị|thông tư
pháp luật|quy định|quản lý|tuyên truyền|phổ biến|giáo dục|đào tạo|bồi dưỡng|tập huấn|kiểm tra
giám sát|đôn đốc|triển khai|tổ chức|phối hợp|chủ trì|hướng dẫn|hỗ trợ|tham mưu|đề xuất|báo cáo
tổng hợp|đánh giá|sơ kết|tổng kết|xây dựng|ban hành|phát triển|nâng cao|tăng cường|hiệu quả
chất lượng|trách nhiệm|cơ quan|đơn vị|địa phương|địa bàn|doanh nghiệp|tỉnh ủy|nhân dân
chính quyền|đoàn thể|mặt trận|công chức|viên chức|cán bộ|kinh phí|ngân sách|dự toán|phân bổ
chuyển đổi|cải cách|hành chính|thủ tục|dịch vụ|trực tuyến|công nghệ|thông tin|truyền thông
viễn thông|an ninh|an toàn|trật tự|xã hội|kinh tế|văn hóa|thể thao|du lịch|môi trường
nông nghiệp|nông thôn|công nghiệp|thương mại|đầu tư|tài chính|tài nguyên|khoa học|y tế|lao động
thương binh|nội vụ|tư pháp|thanh tra|công an|quân sự|biên phòng|phòng ngừa|ngăn chặn|xử lý
vi phạm|tội phạm|tệ nạn|khắc phục|giải quyết|khiếu nại|tố cáo|tiếp tục|thường xuyên|kịp thời
chủ động|tích cực|nghiêm túc|chặt chẽ|đồng bộ|quyết liệt|khẩn trương|hoàn thành|mục tiêu
chỉ tiêu|giải pháp|nội dung|yêu cầu|mục đích|phương án|chương trình|đề án|dự án|văn bản|tài liệu
hội nghị|hội thảo|cuộc họp|thành viên|trung tâm|trung ương|thành phố|thị xã|thị trấn|huyện ủy
hội đồng|ủy ban|học sinh|sinh viên|giáo viên|nhà trường|gia đình|thanh niên|thiếu nhi|phụ nữ
nông dân|trẻ em|đối tượng|trường hợp|điều kiện|khả năng|năng lực|kỹ năng|nghiệp vụ|kiến thức
nhận thức|ý thức|trình độ|chuyên môn|lĩnh vực|ngành nghề|hoạt động|phong trào|mô hình|biện pháp
kỹ thuật|hạ tầng|thiết bị|phần mềm|cơ sở|dữ liệu|hệ thống|kết nối|chia sẻ|bảo mật|bí mật
nhà nước|lãnh đạo|chỉ đạo|căn cứ|nơi nhận|kính gửi|chủ tịch|giám đốc|trưởng phòng|văn phòng
phát hiện|phát huy|duy trì|đảm bảo|bảo đảm|bảo vệ
"""
PAIRS: tuple[str, ...] = tuple(_PAIRS.replace("\n", "|").strip("|").split("|"))

CONTEXTS: tuple[tuple[str, str], ...] = (
    ("từ tinh đến", "từ tỉnh đến"), ("tinh đến cơ sở", "tỉnh đến cơ sở"), ("địa bàn tinh",
    "địa bàn tỉnh"),
    ("UBND tinh", "UBND tỉnh"), ("Công an tinh", "Công an tỉnh"), ("HĐND tinh", "HĐND tỉnh"), (
    "toàn tinh", "toàn tỉnh"),
    ("cấp tinh", "cấp tỉnh"), ("trong tinh", "trong tỉnh"), ("nhân dân tinh", "nhân dân tỉnh"), (
    "Thanh tra tinh", "Thanh tra tỉnh"),
    ("công thông tin điện tử", "cổng thông tin điện tử"), ("cống thông tin điện tử",
    "cổng thông tin điện tử"),
    ("công dịch vụ công", "cổng dịch vụ công"), ("cấp xá", "cấp xã"), ("cấp huyên", "cấp huyện"), (
    "úy ban nhân dân", "ủy ban nhân dân"),
    ("ùy ban", "ủy ban"), ("sớ thông tin", "sở thông tin"), ("sớ ngành", "sở ngành"), ("các sớ",
    "các sở"), ("các cap", "các cấp"),
    ("thủ tướng chính phú", "thủ tướng chính phủ"), ("chính phú", "chính phủ"), (
    "kèm theo quyết đinh", "kèm theo quyết định"),
)  # fmt: skip

# Pairs that differ from one above in their marks alone and are right too, and words whose halves
# must not be read as halves of such a pair.
ALSO_USUAL: tuple[str, ...] = (
    "cá nhân", "tập thể", "công nhân", "bệnh nhân", "quân nhân", "nguyên nhân", "thực tế",
    "thực trạng", "thực tiễn",
    "hiện nay", "hiện trạng", "bảo đảm", "cung cấp", "cung ứng", "chủ trương", "phương hướng",
    "quy đình", "đầu tiên",
    "cần cứ", "văn hoá", "hoá đơn", "trương trình", "công cụ", "thành tích", "dự toàn",
    "hội đồng", "đồng bào", "đồng chí",
    "tư pháp", "tự pháp", "điều kiện", "đối tượng", "quản trị", "đơn thư", "toàn tỉnh", "tổng số",
    "cộng đồng", "cơ cấu",
)  # fmt: skip

# Syllables with which known pairs begin, for words that are no syllable at all ("Dâysty mạnh").
SAME_SPELLING = frozenset(
    ("quản lí", "xử lí", "kĩ thuật", "kĩ năng", "bảo đảm", "chủ trì", "hoá văn")
)
