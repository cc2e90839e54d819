"""Mẫu nhận dạng: how the lines of each part look; lenient where scanners misread tone marks.

The wording of Quốc hiệu, Tiêu ngữ, "Số:", "Nơi nhận:", "Kính gửi:" and of the authorities is that
of NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.
"""

from __future__ import annotations

import re

CAP = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
"""The Vietnamese capitals, for use inside a character class."""

_DASH = r"\s*[-–—‑]\s*"
NATION = re.compile(r"C\wNG\s+H\w{1,2}A?\s+X\w\s+H\wI\s+CH\w\s+NGH\wA\s+VI\wT\s+NAM", re.IGNORECASE)
MOTTO = re.compile(rf"Đ\wc\s+l\wp{_DASH}T\w\s+do{_DASH}H\wnh\s+ph\wc", re.IGNORECASE)
NUMBER = re.compile(
    r"Số\s*[:.]?\s*(?P<text>\d*)[\s.…_]*(?P<slash>[/-])\s*(?P<notation>[^\s,;]+)"
    r"|Số\s*:\s*[\d.…\s]*$"
)
NUMBER_START = re.compile(r"(?:^|\s)Số\s*:")
PLACE_DATE = re.compile(
    r"(?P<place>[^,;:()\d]{2,60}),\s*ngày\s*(?P<day>\d{0,2})[\s.…_]*tháng\s*(?P<month>\d{0,2})[\s.…_]*"
    r"năm\s*(?P<year>\d{0,4})[\s.…_]*$",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"V/v\b|Về việc\s", re.IGNORECASE)
URGENCY = re.compile(r"(?:THƯỢNG KHẨN|KHẨN|HỎA TỐC(?: HẸN GIỜ)?)\b[^a-z]*$")
CIRCULATION = re.compile(r"(?:LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|TÀI LIỆU .*MẬT|MẬT|TỐI MẬT)$")
DRAFT = re.compile(r"\(?\s*(?:BẢN\s+)?DỰ THẢO(?:\s+(?:LẦN\s+)?\d*)?\s*\)?$", re.IGNORECASE)
RULE = re.compile(r"[-–—_*=~.·…\s]{2,}$|[-–—_…]+$")
DRAFTER = re.compile(rf"[{CAP}.]{{1,8}}\s?\(?\d{{1,4}}\)?$")
"""Ký hiệu người soạn thảo và số lượng bản: "PL.(300)"."""
PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:Trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?$", re.IGNORECASE
)
REFERENCE = re.compile(
    r"\(?\s*(?:Ban hành\s+)?(?:Kèm|kèm)\s+theo\b|\(\s*(?:Phụ lục\s+)?(?:ban hành )?kèm theo\b"
)
BASIS = re.compile(
    r"(?:[-–+]\s*)?(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét đề nghị|Xét|Triển khai thực "
    r"hiện)\s"
)
ORDER = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*[:.]?")
"""Dòng "QUYẾT ĐỊNH:" hoặc "QUYẾT NGHỊ:"."""
OPENING_END = re.compile(r"(?:như sau|sau đây)\s*[:.]$|:$")
ADDRESSEE = re.compile(r"Kính gửi\b\s*:?", re.IGNORECASE)
RECIPIENTS_LABEL = re.compile(r"N[ơoƠO]i\s+nhận\s*[:.]?", re.IGNORECASE)
ARCHIVE = re.compile(r"(?:[-–+]\s*)?L[ưu]u\s*[:.]?\s*(?=VT|V\.T|VP|HC|\w)", re.IGNORECASE)
AUTHORITY = re.compile(rf"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q(?=\s*\.))\s*[./]?\s*(?=[{CAP}])")
_POSTS = (
    "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "BỘ TRƯỞNG",
    "THỨ TRƯỞNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG",
    "VỤ TRƯỞNG", "VIỆN TRƯỞNG", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG",
    "TRƯỞNG ĐOÀN", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA",
    "PHÓ CHÁNH THANH TRA",
    "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "BÍ THƯ", "PHÓ BÍ THƯ", "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG",
    "TỔNG BIÊN TẬP", "TỔ TRƯỞNG", "ỦY VIÊN", "THƯ KÝ", "QUYỀN", "THỦ TRƯỞNG",
)  # fmt: skip
POST = re.compile(rf"(?:{'|'.join(sorted(_POSTS, key=len, reverse=True))})(?![a-zđ])")
SIGNED = re.compile(
    (
        r"\(?\s*(?:Đã ký|Ký tên|Chữ ký|Ký, ghi|ký)\b[^)]*\)?$"
        r"|\[?\s*daky\s*\]?$"
    ),
    re.IGNORECASE,
)
PERSON = re.compile(
    rf"(?:(?:GS|PGS|TS|ThS|BS|CN|KS|Ths|Tiến sĩ|Thạc sĩ|Đại tá|Thượng tá|Trung tá|Thiếu tướng)"
    rf"[.\s]*)*[{CAP}][^\W\d_]*(?:\s+[{CAP}][^\W\d_]*){{1,6}}$"
)
OFFICE_ADDRESS = re.compile(
    r"(?:Địa chỉ|Trụ sở|ĐT|Điện thoại|Tel|Website|Email)\s*:", re.IGNORECASE
)
ANNEX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|BIỂU(?= SỐ)|PHỤ BIỂU)(?:\s+(?:SỐ|số))?(?P<ordinal>\s*(?:[IVXLC]+"
    r"|\d{1,2}))?"
    r"(?P<rest>\s*[.:–-]?\s*.*)$"
)
HEADING = re.compile(
    r"(?!V/[vV]\b)(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:[IVXLC]+|\d+|thứ)\b"
    r"|[IVXLC]{1,6}\s*[./)-]|\d{1,2}(?:\.\d{1,2})*\s*[./)]|[A-ZĐa-zđ]\s*[./)]\s)"
)
NOTE = re.compile(r"\[\d{1,3}\]\s+\S")
NOTE_MARK = re.compile(r"(?<=\S)\[(\d{1,3})\]")
COLUMNS = re.compile(r"\t+|\s{3,}")
BLANKS = re.compile(
    r"(?<=Số:)\s+(?=[/\d-])|(?<=ngày)\s+(?=tháng|\d)|(?<=tháng)\s+(?=năm|\d)|(?<=năm)\s+(?=\d)"
)
"""Gaps inside a number or a date that is still to be filled in."""
WIDE = re.compile(r"\t|\S\s{3,}\S")
