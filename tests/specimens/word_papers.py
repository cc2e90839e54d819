"""Word files as offices make them: built with python-docx, nothing of ours."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def new_paper() -> Any:
    """An empty paper."""
    return docx.Document()


def numbering(paper: Any, levels: Sequence[tuple[str, str]] = LEVELS) -> int:
    """A multi-level list of the paper; answers its number."""
    part = paper.part.numbering_part.element
    abstract = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (kind, text) in enumerate(levels)
    )
    number = 90
    part.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{abstract}</w:abstractNum>'
        ),
    )
    part.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
    )
    return number


def line(  # noqa: PLR0913 - what a paragraph may be told
    paper: Any, text: str, *, bold: bool = False, italic: bool = False, centre: bool = False,
    number: int = 0, level: int = 0, style: str | None = None,
) -> Any:  # fmt: skip
    """One paragraph."""
    paragraph = paper.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if centre:
        paragraph.alignment = CENTRE
    if number:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                f'<w:numId w:val="{number}"/></w:numPr>'
            )
        )
    return paragraph


def columns(paper: Any, *cells: Iterable[tuple[str, bool]]) -> None:
    """A layout table of one row: a letterhead or a closing."""
    table = paper.add_table(rows=1, cols=len(cells))
    for cell, lines in zip(table.rows[0].cells, cells, strict=True):
        for index, (text, bold) in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.add_run(text).bold = bold or None


def grid(paper: Any, rows: Sequence[Sequence[str]], *, headers: int = 1) -> Any:
    """A table with a repeated header row."""
    table = paper.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for row in table.rows[:headers]:
        properties = row._tr.get_or_add_trPr()
        properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    return table


def saved(paper: Any) -> bytes:
    """The bytes of the file."""
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def province_plan() -> bytes:
    """A province: letterhead and closing in tables, automatic numbers, a table in the body."""
    paper = new_paper()
    number = numbering(paper)
    columns(
        paper,
        [("ỦY BAN NHÂN DÂN", True), ("TỈNH ĐỒNG THÁP", True), ("Số: 88/KH-UBND", False)],
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
            ("Độc lập - Tự do - Hạnh phúc", True),
            ("Đồng Tháp, ngày 28 tháng 3 năm 2024", False),
        ],
    )
    line(paper, "")
    line(paper, "KẾ HOẠCH", bold=True, centre=True)
    line(paper, "Cải cách hành chính nhà nước", bold=True, centre=True)
    line(paper, "trên địa bàn tỉnh Đồng Tháp năm 2024", bold=True, centre=True)
    line(
        paper, "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;", italic=True
    )
    line(
        paper,
        "Căn cứ Nghị quyết số 131/NQ-CP ngày 06 tháng 10 năm 2022 của Chính phủ,",
        italic=True,
    )
    line(paper, "Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính năm 2024 như sau:")
    line(paper, "Mục đích, yêu cầu", bold=True, number=number)
    line(paper, "Mục đích", bold=True, number=number, level=1)
    line(paper, "Nâng cao chất lượng phục vụ người dân, doanh nghiệp.", number=number, level=2)
    line(paper, "Cải thiện Chỉ số cải cách hành chính của Tỉnh.", number=number, level=2)
    line(paper, "Yêu cầu", bold=True, number=number, level=1)
    line(paper, "Xác định rõ trách nhiệm của từng cơ quan, đơn vị.", number=number, level=2)
    line(paper, "Nhiệm vụ trọng tâm", bold=True, number=number)
    table = grid(
        paper,
        [
            ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp",
            "Thời gian hoàn thành", "Sản phẩm"],
            ["1", "Ban hành Kế hoạch kiểm soát thủ tục hành chính", "Văn phòng UBND Tỉnh",
            "Các sở, ban, ngành Tỉnh", "Quý I/2024", "Kế hoạch"],
            ["2", "Rà soát, đơn giản hóa thủ tục hành chính", "Văn phòng UBND Tỉnh",
            "Các sở, ban, ngành Tỉnh; UBND các huyện, thành phố", "Trước 30/9/2024", "Quyết định"],
            ["3", "Đánh giá Chỉ số cải cách hành chính các huyện, thành phố", "Sở Nội vụ", "",
            "Tháng 12/2024", "Báo cáo"],
        ],
    )  # fmt: skip
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Văn phòng UBND Tỉnh"
    line(paper, "Tổ chức thực hiện", bold=True, number=number)
    line(paper, "Sở Nội vụ", bold=True, number=number, level=1)
    line(
        paper,
        "Chủ trì, phối hợp với Văn phòng UBND Tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch.",
        number=number,
        level=2,
    )
    line(paper, "Định kỳ hằng quý tổng hợp, báo cáo Ủy ban nhân dân Tỉnh.", number=number, level=2)
    line(paper, "Sở Tài chính", bold=True, number=number, level=1)
    line(paper, "Tham mưu Ủy ban nhân dân Tỉnh bố trí kinh phí thực hiện.", number=number, level=2)
    line(
        paper,
        "Các sở, ban, ngành Tỉnh; Ủy ban nhân dân các huyện, thành phố",
        bold=True,
        number=number,
        level=1,
    )
    line(
        paper,
        "Xây dựng kế hoạch của cơ quan, đơn vị, địa phương trước ngày 15 tháng 4 năm 2024.",
        number=number,
        level=2,
    )
    line(
        paper,
        "Báo cáo kết quả định kỳ về Sở Nội vụ trước ngày 05 tháng 12 năm 2024.",
        number=number,
        level=2,
    )
    line(paper, "Trên đây là Kế hoạch cải cách hành chính năm 2024 của Ủy ban nhân dân Tỉnh./.")
    columns(
        paper,
        [
            ("Nơi nhận:", True), ("- Bộ Nội vụ;", False), ("- TT/TU, TT/HĐND Tỉnh;", False),
            ("- CT, các PCT/UBND Tỉnh;", False), ("- Các sở, ban, ngành Tỉnh;", False),
            ("- Lưu: VT, NC.", False),
        ],
        [
            ("TM. ỦY BAN NHÂN DÂN", True), ("CHỦ TỊCH", True), ("", False), ("", False),
            ("Phạm Thiện Nghĩa", True),
        ],
    )  # fmt: skip
    return saved(paper)


def department_plan() -> bytes:
    """A department: headings without numbers, bullets of Word, tasks in a landscape annex."""
    paper = new_paper()
    columns(
        paper,
        [("UBND TỈNH TÂY NINH", False), ("SỞ Y TẾ", True), ("Số:      /KH-SYT", False)],
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
            ("Độc lập - Tự do - Hạnh phúc", True),
            ("Tây Ninh, ngày … tháng … năm 2025", False),
        ],
    )
    line(paper, "Kế hoạch", bold=True, centre=True)
    line(paper, "Phòng, chống dịch bệnh truyền nhiễm năm 2026", bold=True, centre=True)
    line(
        paper,
        (
            "Thực hiện Kế hoạch số 3421/KH-UBND ngày 10/11/2025 của UBND tỉnh, Sở Y tế xây dựng Kế "
            "hoạch phòng, chống dịch bệnh truyền nhiễm năm 2026, cụ thể:"
        ),
    )
    line(paper, "I. Mục tiêu", bold=True)
    line(paper, "95% trẻ em dưới 1 tuổi được tiêm chủng đầy đủ.", style="List Bullet")
    line(paper, "100% ổ dịch được phát hiện, xử lý kịp thời.", style="List Bullet")
    line(paper, "II. Nội dung thực hiện", bold=True)
    line(paper, "Theo Phụ lục đính kèm.")
    line(paper, "III. Tổ chức thực hiện", bold=True)
    line(paper, "1. Trung tâm Kiểm soát bệnh tật tỉnh", bold=True)
    line(paper, "Giám sát chặt chẽ tình hình dịch bệnh.", style="List Bullet")
    line(paper, "Báo cáo Sở Y tế trước ngày 25 hằng tháng.", style="List Bullet")
    line(paper, "2. Trung tâm Y tế khu vực, Trạm Y tế các xã, phường", bold=True)
    line(paper, "Tổ chức tiêm chủng an toàn.", style="List Bullet")
    line(paper, "Trên đây là Kế hoạch của Sở Y tế./.")
    columns(
        paper,
        [
            ("Nơi nhận:", True),
            ("- UBND tỉnh;", False),
            ("- GĐ, các PGĐ SYT;", False),
            ("- Lưu: VT, NVY.", False),
        ],
        [("KT. GIÁM ĐỐC", True), ("PHÓ GIÁM ĐỐC", True), ("", False), ("Võ Thị Mai", True)],
    )
    section = paper.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    line(paper, "Phụ lục", bold=True, centre=True)
    line(paper, "DANH MỤC NHIỆM VỤ PHÒNG, CHỐNG DỊCH BỆNH NĂM 2026", bold=True, centre=True)
    line(
        paper,
        "(Kèm theo Kế hoạch số      /KH-SYT ngày … tháng … năm 2025 của Sở Y tế)",
        italic=True,
        centre=True,
    )
    table = grid(
        paper,
        [
            ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Ghi chú"],
            ["I", "Giám sát dịch bệnh", "", "", ""],
            ["1", "Giám sát bệnh tay chân miệng", "Trung tâm Kiểm soát bệnh tật tỉnh",
            "Thường xuyên", ""],
            ["2", "Giám sát trọng điểm cúm",
            ("Trung tâm Kiểm soát bệnh tật tỉnh\nphối hợp: Bệnh viện Đa khoa "
            "tỉnh"), "Hằng tháng", "Theo hướng dẫn của Bộ Y tế"],
        ],
    )  # fmt: skip
    table.cell(1, 1).merge(table.cell(1, 4)).text = "Giám sát dịch bệnh"
    line(paper, "")
    grid(
        paper,
        [
            ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Ghi chú"],
            ["3", "Tập huấn xử lý ổ dịch", "Trạm Y tế các xã, phường", "Tháng 3/2026", ""],
        ],
    )
    return saved(paper)


WORD_PAPERS = {"province": province_plan, "department": department_plan}
