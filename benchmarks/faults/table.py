"""The faults: each a small edit of a correct paper, with the code that must catch it."""

# ruff: noqa: E501 - one fault a line is how the table reads
from __future__ import annotations

import unicodedata

from attrs import frozen

from benchmarks.faults import shapes
from benchmarks.faults.edits import (
    Edit,
    again,
    body,
    both,
    drop,
    drop_next,
    everywhere,
    form,
    form_next,
    insert,
    page,
    run,
    saved_xml,
    say,
    section,
    style,
    swap,
    without,
)
from benchmarks.faults.papers import DUTY, LAST, MOTTO, NATION, REFERENCE, written


@frozen
class Fault:
    """Lỗi cài vào: `name` tells it, `paper` names the correct paper, `code` must catch it.

    `public` numbers it among the 29 that two public checkers were tried on. `lost` says why
    LibreOffice's saving does not leave the fault in the file, "" where it does.
    """

    name: str
    paper: str
    code: str
    edit: Edit
    public: bool = False
    lost: str = ""

    def made(self) -> bytes:
        """The paper with the fault in it."""
        return self.edit(written(self.paper))


ITALIC, UPRIGHT = "<w:i/>", '<w:i w:val="0"/>'
BOLD, LIGHT = "<w:b/>", '<w:b w:val="0"/>'
ISSUER = "TỈNH LÀO CAI"
NUMBER = "12/KH-UBND"
DAY = "ngày 09 tháng 3 năm 2026"
SUMMARY = "Quản lý Internet và trò chơi trực tuyến"
BASIS = "Căn cứ Nghị định số 147"
LAST_BASIS = "Theo đề nghị của Giám đốc Sở"
SUBJECT = "V/v triển khai"
NBSP = "\u00a0"


def size(points: float) -> str:
    """w:sz for a size in points."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def align(value: str) -> str:
    """w:jc."""
    return f'<w:jc w:val="{value}"/>'


def spacing(before: int = 120, after: int = 0, line: int = 240, rule: str = "auto") -> str:
    """w:spacing in twips."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


def plain(text: str) -> str:
    """A bare paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


PAGE = (
    Fault("lề trái 25 mm", "plan", "PG03", page(left="1417"), public=True),
    Fault("lề phải 25 mm", "plan", "PG02", page(right="1417"), public=True),
    Fault("khổ giấy Letter", "plan", "PG01", page(w="12240", h="15840"), public=True),
    Fault("lề trên 15 mm", "plan", "PG02", page(top="850")),
    Fault("lề dưới 30 mm", "plan", "PG02", page(bottom="1701")),
    Fault("lề trái 40 mm", "plan", "PG02", page(left="2268")),
    Fault("khổ giấy A5", "plan", "PG01", page(w="8391", h="11906")),
    Fault("khổ giấy lệch 2 mm", "plan", "PG01", page(h="16950")),
    Fault("trang ngang không có bảng", "plan", "PG04", page(w="16838", h="11906", orient="landscape")),
    Fault("không có số trang", "plan", "PG05", section(0, without("headerReference"))),
    Fault("số trang ở chân trang", "plan", "PG06", shapes.to_footer),
    Fault("số trang hiện ở trang đầu", "plan", "PG07", everywhere("titlePg", "val", None)),
    Fault("số trang canh phải", "plan", "PG08", shapes.number_form(align("right"))),
    Fault("số trang cỡ 11", "plan", "PG08", style("Header", run_xml=size(11))),
    Fault("số trang nghiêng", "plan", "PG08", style("Header", run_xml=ITALIC)),
    Fault("số trang ghi “Trang 2”", "plan", "PG08", shapes.number_text("Trang ")),
    Fault("phụ lục đánh số trang nối tiếp", "annexed", "PG09", section(1, shapes.counted_on)),
)  # fmt: skip
FONT = (
    Fault("nội dung phông Arial", "plan", "FT01", run(DUTY, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'), public=True),
    Fault("phông mặc định Calibri", "plan", "FT01", lambda data: saved_xml(data, "word/styles.xml", b"Times New Roman", b"Calibri")),
    Fault("phông .VnTime", "plan", "FT02", run(LAST, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:cs=".VnTime"/>')),
    Fault("chữ đỏ", "plan", "FT03", run(DUTY, '<w:color w:val="FF0000"/>'), public=True),
    Fault("chữ xanh", "plan", "FT03", run(LAST, '<w:color w:val="0563C1"/>')),
    Fault("chữ tô vàng", "plan", "FT03", run(LAST, '<w:highlight w:val="yellow"/>')),
    Fault("nội dung cỡ 11", "plan", "FT05", run(DUTY, size(11)), public=True),
    Fault("nội dung cỡ 16", "plan", "FT05", run(LAST, size(16))),
    Fault("nội dung lẫn cỡ 13 và 14", "plan", "FT05", run(DUTY, size(13))),
    Fault("bộ cỡ chữ 12/14/14", "plan", "FT06", run(NATION, size(12))),
)  # fmt: skip
HEAD_FAULTS = (
    Fault("thiếu Quốc hiệu", "plan", "HD01", drop(NATION), public=True),
    Fault("Quốc hiệu sai chữ", "plan", "HD01", say(NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIÊT NAM")),
    Fault("Quốc hiệu bên trái", "plan", "HD01", body(shapes.swapped)),
    Fault("Quốc hiệu hai dòng", "plan", "HD02", both(again(NATION, "NGHĨA VIỆT NAM"), say(NATION, "CỘNG HÒA XÃ HỘI CHỦ"))),
    Fault("Quốc hiệu tràn ô", "plan", "HD02", run(NATION, size(15))),
    Fault("Tiêu ngữ dùng gạch dài", "plan", "HD03", say(MOTTO, MOTTO.replace("-", "–")), public=True),
    Fault("Tiêu ngữ không dấu cách", "plan", "HD03", say(MOTTO, "Độc lập-Tự do-Hạnh phúc")),
    Fault("Tiêu ngữ viết hoa sai", "plan", "HD03", say(MOTTO, "Độc Lập - Tự Do - Hạnh Phúc")),
    Fault("thiếu Tiêu ngữ", "plan", "HD03", drop(MOTTO)),
    Fault("Tiêu ngữ không đậm", "plan", "HD22", run(MOTTO, LIGHT), public=True),
    Fault("Tiêu ngữ nghiêng", "plan", "HD22", run(MOTTO, ITALIC)),
    Fault("Tiêu ngữ cỡ 12", "plan", "HD22", run(MOTTO, size(12))),
    Fault("Quốc hiệu cỡ 16", "plan", "HD21", run(NATION, size(16)), public=True),
    Fault("Quốc hiệu không đậm", "plan", "HD21", run(NATION, LIGHT)),
    Fault("Quốc hiệu chữ thường", "plan", "HD21", say(NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    Fault("thiếu đường kẻ dưới Tiêu ngữ", "plan", "HD04", drop_next(MOTTO)),
    Fault("đường kẻ dưới Tiêu ngữ quá ngắn", "plan", "HD04", form_next(MOTTO, '<w:ind w:left="2200" w:right="2200"/>')),
    Fault("Tiêu ngữ gạch chân", "plan", "HD05", both(drop_next(MOTTO), run(MOTTO, '<w:u w:val="single"/>'))),
    Fault("đường kẻ gõ gạch dưới", "plan", "HD05", both(drop_next(MOTTO), insert(MOTTO, plain("_______________")))),
    Fault("thiếu đường kẻ dưới cơ quan", "plan", "HD06", drop_next(ISSUER)),
    Fault("đường kẻ dưới cơ quan quá dài", "plan", "HD06", form_next(ISSUER, '<w:ind w:left="300" w:right="300"/>')),
    Fault("thiếu đường kẻ dưới trích yếu", "plan", "HD06", drop_next(SUMMARY)),
    Fault("cơ quan ban hành không đậm", "plan", "HD07", run(ISSUER, LIGHT), public=True),
    Fault("cơ quan chủ quản đậm", "letter", "HD07", run("UBND TỈNH LÀO CAI", BOLD)),
    Fault("cơ quan ban hành cỡ 15", "plan", "HD23", run(ISSUER, size(15))),
    Fault("cơ quan ban hành canh trái", "plan", "HD23", form(ISSUER, align("left"))),
    Fault("thiếu cơ quan ban hành", "plan", "HD23", drop("ỦY BAN NHÂN DÂN", ISSUER)),
    Fault("đường kẻ dưới chủ quản", "letter", "HD08", both(drop_next("SỞ NỘI VỤ"), form("UBND TỈNH LÀO CAI", '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'))),
    Fault("phần đầu xếp bằng tab", "plan", "HD09", body(shapes.flattened)),
    Fault("số có dấu cách trong ký hiệu", "plan", "HD10", say(NUMBER, "12/KH - UBND"), public=True),
    Fault("số có dấu cách trước gạch chéo", "plan", "HD10", say(NUMBER, "12 /KH-UBND")),
    Fault("“Số” thiếu hai chấm", "plan", "HD10", say(f"Số:{NBSP}12", "Số 12")),
    Fault("thiếu số, ký hiệu", "plan", "HD10", drop(NUMBER)),
    Fault("số 5 không có số 0", "plan", "HD11", say(NUMBER, "5/KH-UBND"), public=True),
    Fault("công văn có chữ CV", "letter", "HD12", say("05/SNV-VP", "05/CV-SNV")),
    Fault("tên loại lạ KHO", "plan", "HD13", say(NUMBER, "12/KHO-UBND"), public=True),
    Fault("ký hiệu TTr trên kế hoạch", "plan", "HD13", say(NUMBER, "12/TTr-UBND")),
    Fault("năm trong số", "plan", "HD14", say(NUMBER, "12/2026/KH-UBND")),
    Fault("số in đậm", "plan", "HD15", run(NUMBER, BOLD)),
    Fault("số cỡ 14", "plan", "HD15", run(NUMBER, size(14))),
    Fault("địa danh, ngày không nghiêng", "plan", "HD16", run(DAY, UPRIGHT), public=True),
    Fault("tháng ghi 03", "plan", "HD16", say("tháng 3", "tháng 03"), public=True),
    Fault("ngày ghi 9", "plan", "HD16", say("ngày 09", "ngày 9"), public=True),
    Fault("tháng ghi 1", "plan", "HD16", say("tháng 3", "tháng 1")),
    Fault("thiếu dấu phẩy sau địa danh", "plan", "HD16", say("Lào Cai, ngày", "Lào Cai ngày")),
    Fault("ngày viết bằng số", "plan", "HD16", say(f"Lào Cai, {DAY}", "Lào Cai, ngày 09/3/2026")),
    Fault("thiếu địa danh, ngày", "plan", "HD16", drop(DAY)),
    Fault("ngày 31 tháng 4", "plan", "HD16", say(DAY, "ngày 31 tháng 4 năm 2026")),
    Fault("địa danh, ngày cỡ 12", "plan", "HD16", run(DAY, size(12))),
    Fault("địa danh cấp huyện", "plan", "HD17", say(f"Lào Cai, {DAY}", f"Huyện Bắc Hà, {DAY}")),
    Fault("số và ngày không cùng hàng", "plan", "HD18", body(shapes.loosened)),
    Fault("dòng trống giữa Quốc hiệu và Tiêu ngữ", "plan", "HD19", insert(NATION, "<w:p/>")),
    Fault("Tiêu ngữ cách Quốc hiệu 12 pt", "plan", "HD19", form(MOTTO, spacing(before=240))),
    Fault("căn cứ dẫn văn bản ngày sau", "plan", "HD20", say("ngày 09 tháng 11 năm 2024", "ngày 09 tháng 11 năm 2027")),
)  # fmt: skip
TITLE = (
    Fault("tên loại cỡ 18", "plan", "TL01", run("KẾ HOẠCH", size(18)), public=True),
    Fault("tên loại không đậm", "plan", "TL01", run("KẾ HOẠCH", LIGHT)),
    Fault("tên loại canh trái", "plan", "TL01", form("KẾ HOẠCH", align("left"))),
    Fault("tên loại chữ thường", "plan", "TL01", say("KẾ HOẠCH", "Kế hoạch")),
    Fault("công văn ghi CÔNG VĂN", "letter", "TL02", both(again("Kính gửi:", "Kính gửi:"), say("Kính gửi:", "CÔNG VĂN"))),
    Fault("trích yếu không đậm", "plan", "TL03", run(SUMMARY, LIGHT), public=True),
    Fault("trích yếu in hoa", "plan", "TL03", say(f"{SUMMARY} năm 2026", f"{SUMMARY} năm 2026".upper())),
    Fault("trích yếu có dấu chấm", "plan", "TL03", say(f"{SUMMARY} năm 2026", f"{SUMMARY} năm 2026.")),
    Fault("thiếu trích yếu", "plan", "TL03", drop(SUMMARY)),
    Fault("V/v in đậm", "letter", "TL04", run(SUBJECT, BOLD)),
    Fault("V/v cỡ 14", "letter", "TL04", run(SUBJECT, size(14))),
    Fault("ghi V/V", "letter", "TL04", say("V/v triển", "V/V triển")),
    Fault("V/v về việc", "letter", "TL04", say("V/v triển", "V/v về việc triển")),
    Fault("V/v quá dài", "letter", "TL05", say("năm 2026", "năm 2026 " + "và các nhiệm vụ có liên quan " * 3 + "khác")),
)  # fmt: skip
BASES = (
    Fault("căn cứ không nghiêng", "plan", "CC01", run(BASIS, UPRIGHT), public=True),
    Fault("căn cứ cuối kết thúc bằng “;”", "plan", "CC02", say("15/TTr-SKHCN.", "15/TTr-SKHCN;"), public=True),
    Fault("căn cứ kết thúc bằng “,”", "plan", "CC02", say("trên mạng;", "trên mạng,")),
    Fault("căn cứ không có dấu cuối", "plan", "CC02", say("15/TTr-SKHCN.", "15/TTr-SKHCN")),
    Fault("hai căn cứ một đoạn", "plan", "CC03", say("trên mạng;", "trên mạng; Căn cứ Luật An ninh mạng ngày 12 tháng 6 năm 2018;")),
    Fault("căn cứ có gạch đầu dòng", "plan", "CC03", say("Căn cứ Nghị", "- Căn cứ Nghị")),
    Fault("luật ghi số và cơ quan", "decision", "CC04", say("Luật Tổ chức chính quyền địa phương ngày", "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày")),
    Fault("nghị định thiếu ngày", "plan", "CC05", say(" ngày 09 tháng 11 năm 2024 của Chính phủ", " của Chính phủ")),
    Fault("quyết định không có căn cứ", "decision", "CC06", drop("Căn cứ Luật Tổ chức", BASIS, LAST_BASIS)),
    Fault("luật đứng sau nghị định", "decision", "CC07", swap("Căn cứ Luật Tổ chức", BASIS)),
    Fault("dẫn thông tư đã hết hiệu lực", "plan", "CC08", say("Nghị định số 147/2024/NĐ-CP ngày 09 tháng 11 năm 2024 của Chính phủ", "Thông tư số 01/2011/TT-BNV ngày 19 tháng 01 năm 2011 của Bộ Nội vụ")),
)  # fmt: skip
ORDER = (
    Fault("thiếu dòng QUYẾT ĐỊNH", "decision", "DC01", drop("QUYẾT ĐỊNH:")),
    Fault("QUYẾT ĐỊNH thiếu hai chấm", "decision", "DC01", say("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH.")),
    Fault("dòng QUYẾT ĐỊNH canh trái", "decision", "DC01", form("QUYẾT ĐỊNH:", align("left"))),
    Fault("thiếu thẩm quyền ban hành", "decision", "DC02", drop("ỦY BAN NHÂN DÂN TỈNH LÀO CAI")),
    Fault("thẩm quyền người đứng đầu, ký TM.", "decision", "DC02", say("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI")),
    Fault("Điều 1 dùng hai chấm", "decision", "DC03", say("Điều 1. ", "Điều 1: ")),
    Fault("nhảy số Điều", "decision", "DC03", say("Điều 3. ", "Điều 4. ")),
    Fault("Điều không đậm", "articles", "DC03", run("Điều 2. ", LIGHT)),
    Fault("khoản ghi 1)", "articles", "DC04", say("1. Quy chế", "1) Quy chế")),
    Fault("điểm ghi a.", "plan", "DC04", say("a) Kiểm", "a. Kiểm")),
    Fault("điểm f)", "plan", "DC04", say("đ) Tổng", "f) Tổng")),
    Fault("thiếu điểm đ)", "plan", "DC04", say("đ) Tổng", "e) Tổng")),
    Fault("mục ghi I/", "plan", "DC05", say("I. MỤC ĐÍCH", "I/ MỤC ĐÍCH")),
    Fault("tiêu đề mục chữ thường", "plan", "DC05", say("II. NHIỆM VỤ", "II. Nhiệm vụ")),
    Fault("tiêu đề mục không đậm", "plan", "DC05", run("II. NHIỆM VỤ", LIGHT)),
    Fault("chương không canh giữa", "articles", "DC05", form("Chương I", align("left"))),
    Fault("danh sách một khoản", "articles", "DC06", drop("2. Việc phối hợp")),
)  # fmt: skip
BODY = (
    Fault("nội dung canh trái", "plan", "BD01", style("BodyText", form_xml=align("left")), public=True),
    Fault("một đoạn canh phải", "plan", "BD01", form(DUTY, align("right"))),
    Fault("lùi đầu dòng 20 mm", "plan", "BD02", style("BodyText", form_xml='<w:ind w:firstLine="1134"/>')),
    Fault("không lùi đầu dòng", "plan", "BD02", form(DUTY, '<w:ind w:firstLine="0"/>')),
    Fault("lùi đầu dòng bằng tab", "plan", "BD02", body(shapes.tabbed(DUTY))),
    Fault("đoạn cách 2 pt", "plan", "BD03", style("BodyText", form_xml=spacing(before=40))),
    Fault("giãn dòng 2,5", "plan", "BD04", style("BodyText", form_xml=spacing(line=600)), public=True),
    Fault("giãn dòng 0,8", "plan", "BD04", form(DUTY, spacing(line=192))),
    Fault("giãn dòng đúng 10 pt", "plan", "BD04", form(DUTY, spacing(line=200, rule="exact"))),
    Fault("dấu chấm tròn đầu dòng", "plan", "BD05", say("- Phối hợp", "• Phối hợp")),
    Fault("thiếu “./.”", "plan", "BD06", say("thực hiện./.", "thực hiện."), public=True),
    Fault("“./.” giữa văn bản", "plan", "BD06", say("đúng thời hạn.", "đúng thời hạn./.")),
    Fault("chữ sau “./.”", "plan", "BD07", again(LAST, "Nơi nào chưa rõ thì hỏi Sở Khoa học và Công nghệ.")),
    Fault("đoạn trống giữa các đoạn", "plan", "BD08", insert("đúng thời hạn", "<w:p/>")),
    Fault("bảng rộng hơn vùng chữ", "table", "BD14", body(shapes.widened)),
    Fault("bảng dài không lặp tiêu đề", "table", "BD14", everywhere("tblHeader", "val", None)),
    Fault("hàng của bảng bị ngắt", "table", "BD14", everywhere("cantSplit", "val", None)),
    Fault("còn sửa đổi đang theo dõi", "plan", "BD15", shapes.tracked("tổ chức thực hiện")),
)  # fmt: skip
ADDRESS = (
    Fault("công văn thiếu Kính gửi", "short", "KG01", drop("Kính gửi:")),
    Fault("Kính gửi in đậm", "letter", "KG02", run("Kính gửi:", BOLD)),
    Fault("Kính gửi thiếu hai chấm", "short", "KG02", say("Kính gửi: ", "Kính gửi ")),
    Fault("Kính gửi cỡ 12", "letter", "KG02", run("- Ủy ban nhân dân các xã", size(12))),
    Fault("nơi kính gửi không gạch đầu dòng", "letter", "KG03", say("- Các sở, ban, ngành tỉnh.", "Các sở, ban, ngành tỉnh;")),
    Fault("nơi kính gửi kết thúc bằng “,”", "letter", "KG03", say("các xã, phường;", "các xã, phường,")),
    Fault("nhiều nơi trên một dòng Kính gửi", "short", "KG03", say("tỉnh Lào Cai", "tỉnh Lào Cai; Sở Tài chính")),
    Fault("một nơi nhưng xuống dòng", "letter", "KG04", drop("- Ủy ban nhân dân các xã")),
    Fault("Kính gửi trên kế hoạch", "plan", "KG05", insert(SUMMARY, plain("Kính gửi: Ủy ban nhân dân tỉnh"))),
)  # fmt: skip
SIGNATURE = (
    Fault("TM thiếu dấu chấm", "plan", "SG01", say("TM. ỦY", "TM ỦY")),
    Fault("T/M", "plan", "SG01", say("TM. ỦY", "T/M ỦY")),
    Fault("TM. hai dấu cách", "plan", "SG01", say("TM. ỦY", "TM.  ỦY")),
    Fault("TM. CHỦ TỊCH", "plan", "SG02", say("TM. ỦY BAN NHÂN DÂN", "TM. CHỦ TỊCH")),
    Fault("KT. tập thể", "plan", "SG02", say("KT. CHỦ TỊCH", "KT. ỦY BAN NHÂN DÂN")),
    Fault("PHÓ mà không KT.", "plan", "SG03", drop("KT. CHỦ TỊCH"), public=True),
    Fault("KT. không có cấp phó", "plan", "SG03", say("PHÓ CHỦ TỊCH", "CHỦ TỊCH")),
    Fault("chức vụ kèm cơ quan", "plan", "SG04", say("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH UBND TỈNH")),
    Fault("học vị trước họ tên", "plan", "SG05", say("Trần Văn Nam", "TS. Trần Văn Nam")),
    Fault("họ tên in hoa", "plan", "SG06", say("Trần Văn Nam", "TRẦN VĂN NAM")),
    Fault("chữ ký không đậm", "plan", "SG06", run("PHÓ CHỦ TỊCH", LIGHT), public=True),
    Fault("chức vụ cỡ 12", "plan", "SG06", run("PHÓ CHỦ TỊCH", size(12))),
    Fault("họ tên không đậm", "plan", "SG06", run("Trần Văn Nam", LIGHT)),
    Fault("chữ ký không giữ với nội dung", "plan", "SG07", form(LAST, '<w:keepNext w:val="0"/>')),
    Fault("in chữ (Đã ký)", "plan", "SG08", again("PHÓ CHỦ TỊCH", "(Đã ký)")),
    Fault("thiếu họ tên", "plan", "SG09", drop("Trần Văn Nam")),
)  # fmt: skip
RECIPIENTS = (
    Fault("thiếu Nơi nhận", "plan", "NN01", drop("Nơi nhận:"), public=True),
    Fault("Nơi nhận cỡ 14", "plan", "NN01", run("Nơi nhận:", size(14)), public=True),
    Fault("Nơi nhận không nghiêng", "plan", "NN01", run("Nơi nhận:", UPRIGHT)),
    Fault("Nơi nhận thiếu hai chấm", "plan", "NN01", say("Nơi nhận:", "Nơi nhận")),
    Fault("danh sách nơi nhận cỡ 13", "plan", "NN02", run("- Các sở, ban, ngành tỉnh;", size(13))),
    Fault("nơi nhận nghiêng", "plan", "NN02", run("- Bộ Khoa học", ITALIC)),
    Fault("nơi nhận không gạch đầu dòng", "plan", "NN03", say("- Bộ Khoa học", "Bộ Khoa học")),
    Fault("nơi nhận kết thúc bằng “,”", "plan", "NN03", say("và Công nghệ;", "và Công nghệ,")),
    Fault("dòng cuối nơi nhận thiếu chấm", "plan", "NN03", say("VT, VX.", "VT, VX")),
    Fault("thiếu dòng Lưu", "plan", "NN04", drop("- Lưu: VT"), public=True),
    Fault("Lưu thiếu hai chấm", "plan", "NN04", say("- Lưu: VT", "- Lưu VT")),
    Fault("dòng Lưu không ở cuối", "plan", "NN04", swap("- Các sở, ban, ngành tỉnh;", "- Lưu: VT")),
    Fault("Lưu thiếu đơn vị", "plan", "NN04", say("VT, VX.", "VT.")),
    Fault("thiếu Như trên", "letter", "NN05", drop("- Như trên;")),
    Fault("thiếu Như Điều", "decision", "NN06", drop("- Như Điều 3;")),
    Fault("ghi (để b/c)", "plan", "NN07", say("và Công nghệ;", "và Công nghệ (để b/c);")),
)  # fmt: skip
ANNEX = (
    Fault("dẫn phụ lục không có", "plan", "PL01", say("đúng thời hạn.", "đúng thời hạn (theo Phụ lục I kèm theo).")),
    Fault("phụ lục không được dẫn", "annexed", "PL01", drop("Chi tiết nhiệm vụ")),
    Fault("PHỤ LỤC in hoa", "annexed", "PL02", body(shapes.labelled("PHỤ LỤC II"))),
    Fault("phụ lục đánh số Ả Rập", "annexed", "PL02", body(shapes.labelled("Phụ lục 2"))),
    Fault("nhãn phụ lục không đậm", "annexed", "PL03", style("AnnexLabel", run_xml=LIGHT)),
    Fault("tiêu đề phụ lục chữ thường", "annexed", "PL03", say("DANH MỤC NHIỆM VỤ", "Danh mục nhiệm vụ")),
    Fault("nhãn phụ lục cỡ 12", "annexed", "PL03", style("AnnexLabel", run_xml=size(12))),
    Fault("dòng kèm theo không nghiêng", "annexed", "PL04", style("AnnexReference", run_xml=UPRIGHT)),
    Fault("dòng kèm theo sai số", "annexed", "PL04", say("(Kèm theo Kế hoạch số 12", "(Kèm theo Kế hoạch số 13")),
    Fault("dòng kèm theo sai ngày", "annexed", "PL04", say("UBND ngày 09 tháng 3", "UBND ngày 10 tháng 3")),
    Fault("thiếu dòng kèm theo", "annexed", "PL04", drop(REFERENCE)),
    Fault("kèm theo ghi số khi chưa có số", "annexed", "PL05", say(f"Số:{NBSP}12", f"Số:{NBSP * 6}")),
)  # fmt: skip
OTHERS = (
    Fault("HỎA TỐC HẸN GIỜ", "letter", "MK01", say("THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ")),
    Fault("dấu khẩn màu đen", "letter", "MK02", run("THƯỢNG KHẨN", '<w:color w:val="000000"/>')),
    Fault("dấu khẩn không khung", "letter", "MK02", form("THƯỢNG KHẨN", '<w:pBdr><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:pBdr>')),
    Fault("phạm vi lưu hành cỡ 11", "letter", "MK03", style("Circulation", run_xml=size(11))),
    Fault("địa chỉ cơ quan in đậm", "letter", "MK04", style("OfficeAddress", run_xml=BOLD)),
    Fault("biên bản thiếu giờ kết thúc", "minutes", "BB01", say("Cuộc họp kết thúc vào 11 giờ 00, ngày 09 tháng 3 năm 2026", "Các thành viên thống nhất nội dung trên")),
    Fault("thư ký, chủ tọa đổi chỗ", "minutes", "BB01", body(shapes.exchanged("THƯ KÝ", "CHỦ TỌA"))),
    Fault("nét thể thức Đảng", "plan", "XX01", insert(ISSUER, plain("*"))),
)  # fmt: skip

LOOKS = (
    Fault("số trang in đậm", "plan", "PG08", style("Header", run_xml=BOLD)),
    Fault("số trang bắt đầu từ 3", "plan", "PG08", section(0, shapes.counted_from(start="3"))),
    Fault("số trang chữ số La Mã", "plan", "PG08", section(0, shapes.counted_from(fmt="upperRoman"))),
    Fault("số canh trái", "plan", "HD15", form(NUMBER, align("left"))),
    Fault("số in nghiêng", "plan", "HD15", run(NUMBER, ITALIC)),
    Fault("địa danh, ngày canh trái", "plan", "HD16", form(DAY, align("left"))),
    Fault("địa danh, ngày in đậm", "plan", "HD16", run(DAY, BOLD)),
    Fault("địa danh viết thường", "plan", "HD16", say("Lào Cai, ngày", "lào Cai, ngày")),
    Fault("Quốc hiệu in nghiêng", "plan", "HD21", run(NATION, ITALIC)),
    Fault("Tiêu ngữ canh trái", "plan", "HD22", form(MOTTO, align("left"))),
    Fault("cơ quan ban hành in nghiêng", "plan", "HD23", run(ISSUER, ITALIC)),
    Fault("tên loại in nghiêng", "plan", "TL01", run("KẾ HOẠCH", ITALIC)),
    Fault("trích yếu in nghiêng", "plan", "TL03", run(SUMMARY, ITALIC)),
    Fault("trích yếu cỡ 12", "plan", "TL03", run(SUMMARY, size(12))),
    Fault("trích yếu canh trái", "plan", "TL03", form(SUMMARY, align("left"))),
    Fault("V/v in nghiêng", "letter", "TL04", run(SUBJECT, ITALIC)),
    Fault("V/v canh trái", "letter", "TL04", form(SUBJECT, align("left"))),
    Fault("căn cứ in đậm", "plan", "CC01", run(BASIS, BOLD)),
    Fault("căn cứ cỡ 12", "plan", "CC01", run(BASIS, size(12))),
    Fault("QUYẾT ĐỊNH không đậm", "decision", "DC01", run("QUYẾT ĐỊNH:", LIGHT)),
    Fault("thẩm quyền canh trái", "decision", "DC02", form("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", align("left"))),
    Fault("mục không in hoa, không đậm", "plan", "DC05", both(say("II. NHIỆM VỤ", "II. Nhiệm vụ"), run("II. Nhiệm vụ", LIGHT))),
    Fault("dấu đầu dòng tự động", "plan", "BD05", shapes.bulleted("- Phối hợp")),
    Fault("Kính gửi in nghiêng", "letter", "KG02", run("Kính gửi:", ITALIC)),
    Fault("gạch đầu dòng lệch dấu hai chấm", "letter", "KG03", form("- Ủy ban nhân dân các xã", '<w:ind w:left="0" w:firstLine="0"/>')),
    Fault("chức vụ in nghiêng", "plan", "SG06", run("PHÓ CHỦ TỊCH", ITALIC)),
    Fault("chức vụ chữ thường", "plan", "SG06", say("PHÓ CHỦ TỊCH", "Phó Chủ tịch")),
    Fault("Nơi nhận không đậm", "plan", "NN01", run("Nơi nhận:", LIGHT)),
    Fault("danh sách nơi nhận đậm", "plan", "NN02", run("- Bộ Khoa học", BOLD)),
    Fault("nhãn phụ lục canh trái", "annexed", "PL03", style("AnnexLabel", form_xml=align("left"))),
    Fault("nhãn phụ lục in nghiêng", "annexed", "PL03", style("AnnexLabel", run_xml=ITALIC)),
    Fault("dòng kèm theo cỡ 12", "annexed", "PL04", style("AnnexReference", run_xml=size(12))),
    Fault("dấu khẩn cỡ 16", "letter", "MK02", run("THƯỢNG KHẨN", size(16))),
    Fault("phạm vi lưu hành không đậm", "letter", "MK03", style("Circulation", run_xml=LIGHT)),
    Fault("địa chỉ cơ quan cỡ 9", "letter", "MK04", style("OfficeAddress", run_xml=size(9))),
)  # fmt: skip
LANGUAGE = (
    Fault("hai dấu cách liền nhau", "plan", "BD09", say("đúng thời hạn", "đúng  thời hạn")),
    Fault("dấu cách trước dấu chấm", "plan", "BD09", say("đúng thời hạn.", "đúng thời hạn .")),
    Fault("thiếu dấu cách sau dấu chấm", "plan", "BD09", say("đúng thời hạn.", "đúng thời hạn.Các nơi báo cáo.")),
    Fault("chữ dựng rời", "plan", "FT04", say("đúng thời hạn", unicodedata.normalize("NFD", "đúng thời hạn"))),
    Fault("ký tự không thấy", "plan", "FT04", say("đúng thời hạn", "đúng\u200b thời hạn")),
    Fault("chữ o Ki-rin", "plan", "FT04", say("đúng thời hạn", "đúng thời hạn, hоàn thành")),
    Fault("chữ Ð thay chữ Đ", "plan", "FT04", say("đúng thời hạn", "đúng thời hạn tại Ðài")),
    Fault("chỗ chưa điền", "plan", "BD10", say("đúng thời hạn", "đúng thời hạn [CẦN BỔ SUNG]")),
    Fault("dấu thanh đặt hai cách", "plan", "BD11", say("đúng thời hạn", "hoà giải, hòa nhập, khoá, khóa")),
    Fault("chức vụ viết tắt", "plan", "BD13", say("đúng thời hạn", "đúng thời hạn do PGĐ duyệt")),
    Fault("sai chính tả", "plan", "BD16", say("đúng thời hạn", "đúng thời hạnn")),
    Fault("viết hoa mọi chữ tên cơ quan", "plan", "VH09", say("đúng thời hạn", "đúng thời hạn cho Sở Y Tế")),
    Fault("điều viết thường khi viện dẫn", "plan", "VH02", say("đúng thời hạn", "theo điều 5 của Nghị định")),
)  # fmt: skip


FAULTS: tuple[Fault, ...] = (
    *PAGE, *FONT, *HEAD_FAULTS, *TITLE, *BASES, *ORDER, *BODY, *ADDRESS, *SIGNATURE, *RECIPIENTS,
    *ANNEX, *OTHERS, *LOOKS, *LANGUAGE,
)  # fmt: skip
"""Bảng lỗi."""
