"""Capitals: for each rule of the decree's annex what is right passes and what is wrong is named."""

from __future__ import annotations

import pytest

from kehoach.checks.language import line_slips

WRONG = [
    ("VH01", "Đã triển khai xong. các đơn vị báo cáo sau.", "các"),
    ("VH01", "Có phải vậy không? đơn vị trả lời.", "đơn"),
    ("VH02", "theo quy định tại Khoản 2 Điều 103", "khoản 2"),
    ("VH02", "căn cứ Điểm a khoản 2 Điều 5", "điểm a"),
    ("VH02", "quy định tại khoản 2 điều 103", "Điều 103"),
    ("VH02", "tại mục 5 Chương XII của Bộ luật", "Mục 5"),
    ("VH02", "tại Mục 5 chương XII Phần I của Bộ luật", "Chương XII"),
    ("VH02", "tại Chương XII phần I của Bộ luật", "Phần I"),
    ("VH02", "Điều 24 tiểu mục 1 Mục 1", "Tiểu mục 1"),
    ("VH03", "cán bộ phục vụ nhân dân tận tụy", "Nhân dân"),
    ("VH03", "theo quy định của nhà nước về an toàn", "Nhà nước"),
    ("VH03", "chủ trương của Đảng, nhà nước", "Nhà nước"),
    ("VH04", "trên địa bàn Tỉnh Nam Định", "tỉnh "),
    ("VH04", "tại Thành phố Thái Nguyên", "thành phố "),
    ("VH04", "các xã của Huyện Bến Lức", "huyện "),
    ("VH05", "người dân quận 1 và các nơi khác", "Quận 1"),
    ("VH05", "trụ sở tại phường 3", "Phường 3"),
    ("VH05", "tổ dân phố của phường Điện Biên Phủ", "Phường Điện Biên Phủ"),
    ("VH06", "tổ chức tại thủ đô Hà Nội", "Thủ đô Hà Nội"),
    ("VH06", "đi thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
    ("VH07", "đi tắm biển cửa Lò", "Cửa Lò"),
    ("VH07", "bờ kè Sông Vàm Cỏ", "sông Vàm Cỏ"),
    ("VH07", "nạo vét Vịnh Hạ Long", "vịnh Hạ Long"),
    ("VH08", "các tỉnh tây bắc", "Tây Bắc"),
    ("VH08", "đồng bằng Bắc bộ", "Bắc Bộ"),
    ("VH08", "bà con tây nguyên", "Tây Nguyên"),
    ("VH09", "gửi Ủy Ban Nhân Dân tỉnh", "Ủy ban nhân dân"),
    ("VH09", "gửi Uỷ ban Nhân dân tỉnh", "Uỷ ban nhân dân"),
    ("VH09", "phối hợp với Sở Thông tin và truyền thông", "Sở Thông tin và Truyền thông"),
    ("VH09", "phối hợp với Sở Giáo Dục Và Đào Tạo", "Sở Giáo dục và Đào tạo"),
    ("VH09", "văn bản của Bộ Y Tế", "Bộ Y tế"),
    ("VH09", "văn bản của Bộ y tế", "Bộ Y tế"),
    ("VH09", "Trung tâm Văn Hóa Và Thể Thao huyện", "Trung tâm Văn Hóa và Thể"),
    ("VH10", "nghị quyết của Ban chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
    ("VH10", "sự lãnh đạo của Đảng cộng sản Việt Nam", "Đảng Cộng sản Việt Nam"),
    ("VH11", "các nước Asean", "ASEAN"),
    ("VH11", "tài trợ của Unesco", "UNESCO"),
    ("VH12", "tặng Huân chương lao động", "Huân chương Lao động"),
    ("VH12", "danh hiệu Nghệ sĩ nhân dân", "Nghệ sĩ Nhân dân"),
    ("VH12", "Huân chương Lao động hạng nhất", "hạng Nhất"),
    ("VH13", "do chủ tịch Nguyễn Văn An ký", "Chủ tịch"),
    ("VH13", "ý kiến của thủ tướng Chính phủ", "Thủ tướng"),
    ("VH13", "công trình của giáo sư Tôn Thất Tùng", "Giáo sư"),
    ("VH14", "dưới sự lãnh đạo của đảng.", "Đảng"),
    ("VH15", "nhân ngày quốc khánh 2-9", "ngày Quốc khánh"),
    ("VH15", "nhân ngày Quốc tế lao động 1-5", "ngày Quốc tế Lao động"),
    ("VH16", "căn cứ nghị định số 30/2020/NĐ-CP", "Nghị định"),
    ("VH16", "theo công văn số 12/UBND-VX", "Công văn"),
    ("VH16", "quy định của luật Giáo dục", "Luật Giáo dục"),
    ("VH16", "quy định của Luật tổ chức Quốc hội", "Luật Tổ chức Quốc hội"),
    ("VH16", "quy định của bộ luật Hình sự", "Bộ luật Hình sự"),
    ("VH17", "đón xuân Ất tỵ", "Ất Tỵ"),
    ("VH17", "trong năm mậu thân", "Mậu Thân"),
    ("VH18", "nghỉ tết Nguyên Đán", "tết Nguyên đán"),
    ("VH18", "quà tết trung thu cho trẻ em", "tết Trung thu"),
    ("VH18", "chúc mừng Tết Nguyên đán", "tết Nguyên đán"),
    ("VH18", "bảo đảm an ninh dịp tết", "dịp Tết"),
    ("VH19", "họp vào thứ hai", "vào thứ Hai"),
    ("VH19", "nghỉ chủ nhật", "Chủ nhật"),
    ("VH19", "khai giảng trong tháng tám", "tháng Tám"),
    ("VH20", "Cách mạng Tháng Tám thành công", "Cách mạng tháng Tám"),
    ("VH20", "dưới triều Nguyễn", "Triều"),
    ("VH21", "đăng trên tạp chí cộng sản", "chí Cộng sản"),
    ("VH21", "tra từ điển bách khoa toàn thư", "điển Bách khoa toàn thư"),
    ("VH22", "giao ông Nguyễn văn An phụ trách", "ông Nguyễn Văn An"),
    ("VH23", "thăm Mát-Xcơ-Va", "Mát-xcơ-va"),
    ("VH23", "học thuyết của Lê-Nin", "Lê-nin"),
]
RIGHT = [
    "Đã triển khai. Các đơn vị báo cáo v.v. cho cấp trên.",
    "Sách, báo, tài liệu v.v. được lưu giữ tại TP. Tân An; tập huấn, hội thi,... để tuyên truyền.",
    "Căn cứ điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự.",
    "Theo điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III của Nghị quyết số 351/2017/UBTVQH14.",
    "Khoản 2 Điều này áp dụng cho danh mục 15 dự án, hạng mục 2 và mục tiêu 3.",
    "Nhằm phục vụ Nhân dân, bảo đảm quản lý nhà nước và ngân sách nhà nước.",
    "Ủy ban nhân dân, Hội đồng nhân dân, Công an nhân dân và Quân đội nhân dân.",
    "tỉnh Nam Định, thành phố Thái Nguyên, thị xã Kiến Tường",
    "Tỉnh Nam Định báo cáo. Thành phố Thái Nguyên cũng vậy.",
    "cán bộ Tỉnh Đoàn Long An và Huyện ủy Bến Lức",
    "Quận 1, Phường 3, Phường Điện Biên Phủ, gồm 3 quận 12 huyện",
    "Thủ đô Hà Nội và Thành phố Hồ Chí Minh",
    "biển Cửa Lò, chợ Bến Thành, sông Vàm Cỏ, vịnh Hạ Long; thành phố Vũng Tàu",
    "vùng Tây Bắc, Đông Bắc, Bắc Bộ, hướng tây bắc, cán bộ nam bộ đội",
    "Hội đồng nhân dân tỉnh Sơn La, Sở Tài chính, Bộ Tài nguyên và Môi trường",
    "Bộ xây dựng chương trình, Sở xây dựng kế hoạch",
    "Ban Chỉ đạo trung ương về Phòng chống tham nhũng, Văn phòng Chủ tịch nước",
    "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, Văn phòng Trung ương Đảng",
    "WTO, UNDP, UNESCO, ASEAN; trang asean.org",
    "Huân chương Sao vàng, Nghệ sĩ Nhân dân, Anh hùng Lao động, Huân chương Lao động hạng Nhất",
    "giải nhất, hạng nhất trong tỉnh; giám đốc các sở; Giám đốc Nguyễn Văn An",
    "Thủ tướng Chính phủ, Chủ tịch Quốc hội, Giáo sư Tôn Thất Tùng",
    "đảng viên, đảng bộ, đảng phí; sự lãnh đạo của Đảng và Nhà nước",
    "ngày Quốc khánh 2-9, ngày Quốc tế Lao động 1-5, ngày Phụ nữ Việt Nam 20-10",
    "Bộ luật Hình sự, Luật Tổ chức Quốc hội, pháp luật Việt Nam, kỷ luật Đảng, luật sư",
    "ban hành các nghị định, quyết định số lượng biên chế, Nghị định số 30/2020/NĐ-CP",
    "Kỷ Tỵ, Tân Hợi, Mậu Tuất, Mậu Thân; quý mùi thơm",
    "tết Nguyên đán, tết Đoan ngọ, tết Trung thu, dịp Tết. Tết Nguyên đán năm nay nghỉ 9 ngày.",
    "thứ Hai, thứ Tư, tháng Năm, tháng Tám; lần thứ hai, ngày tháng năm, mỗi tháng hai lần",
    "Triều Lý, Triều Trần, Phong trào Xô viết Nghệ Tĩnh, Cách mạng tháng Tám",
    "từ điển Bách khoa toàn thư, tạp chí Cộng sản",
    "Nguyễn Ái Quốc, ông Nguyễn Văn An, bà Trần Thị Bình làm giám đốc",
    "Vla-đi-mia I-lích Lê-nin, Phri-đrích Ăng-ghen, Mát-xcơ-va, Men-bơn",
    "ỦY BAN NHÂN DÂN TỈNH LONG AN, NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP, ĐIỀU 5 CHƯƠNG II",
]


@pytest.mark.parametrize(("code", "text", "reading"), WRONG)
def test_a_wrong_capital_is_named_with_its_rule_and_its_reading(code, text, reading):
    found = [(slip.code, slip.reading or slip.found.split()[-1]) for slip in line_slips(text)]

    assert found == [(code, reading)]


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_annex_writes_is_right(text):
    assert line_slips(text) == ()


def test_every_rule_of_the_annex_has_a_wrong_sample():
    assert {code for code, _, _ in WRONG} == {f"VH{n:02}" for n in range(1, 24)}


def test_a_line_in_capitals_has_no_wrong_capitals():
    assert line_slips("PHỐI HỢP VỚI ỦY BAN NHÂN DÂN TỈNH, THÀNH PHỐ HỒ CHÍ MINH") == ()


@pytest.mark.parametrize(("code", "text", "_reading"), WRONG)
def test_the_place_of_a_slip_is_where_it_stands(code, text, _reading):
    (slip,) = line_slips(text)

    assert slip.found.endswith(text[slip.start : slip.end])
