"""The decree's own templates, their blanks filled in: no error but those of the conversion."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from kehoach.checks import lint
from kehoach.observed import Observed, ObservedParagraph, ObservedRun, ObservedTable
from kehoach.rules import rulebook
from kehoach.word import observe

SPECIMEN = Path(__file__).parent / "specimens" / "nd30-2020-phu-luc-3.docx"
BLANK = {"BD10"}
"""The dots that are left stand for what a user writes: recipients, a row of the body."""
HEADING = re.compile(r"\s*Mẫu (\d\.\d+)")
BLANKS = (
    (r"TÊN CQ, TC CHỦ QUẢN|TÊN CƠ QUAN, TỔ CHỨC CHỦ QUẢN", "BỘ NỘI VỤ"),
    (r"TÊN CƠ QUAN, TỔ\s+CHỨC|TÊN CƠ QUAN", "CỤC VĂN THƯ VÀ LƯU TRỮ"),
    (r"Số:[\s.…]*/(NQ|QĐ|CĐ|GM|GGT|BB|GNP|SY)-.*", r"Số: 05/\1-VTLTNN"),
    (r"Số:[\s.…]*/[\s.…]*-[\s.…]*", "Số: 05/{}"),
    (r"[\s.…]*, ngày[\s.…]*tháng.*", "Hà Nội, ngày 06 tháng 3 năm 2020"),
    (r"TÊN LOẠI VĂN BẢN", "KẾ HOẠCH"),
    (r"V/v[\s.…]+", "V/v công tác văn thư"),
    (r"Về việc[\s.…]+", "Về việc công tác văn thư"),
    (r"(Ban hành|Ban hành \(Phê duyệt\))[\s.…]+", "Ban hành Quy chế công tác văn thư"),
    (r"THẨM QUYỀN BAN HÀNH", "CỤC TRƯỞNG CỤC VĂN THƯ VÀ LƯU TRỮ"),
    (r"QUYỀN HẠN, CHỨC VỤ.*", "CỤC TRƯỞNG"),
    (r"Họ và tên", "Nguyễn Văn A"),
    (r"Căn cứ[\s.…]*;", "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;"),
    (r"Theo đề nghị của[\s.…]*", "Theo đề nghị của Chánh Văn phòng."),
)
FOUND = {
    "1.9": {"FT01", "FT05"},  # the conversion left a run without typeface and size: Calibri 11
    "3.1": {"FT05"},  # the dotted line that stands for the body is printed in 12
}
"""What is left of each template, by its code."""


@cache
def templates() -> dict[str, Observed]:
    """Each Mẫu as a paper of its own, from its heading to its notes."""
    whole = observe(SPECIMEN.read_bytes())
    starts = [
        (index, found[1])
        for index, block in enumerate(whole.blocks)
        if isinstance(block, ObservedParagraph) and (found := HEADING.match(block.text))
    ]
    ends = [index for index, _ in starts[1:]] + [len(whole.blocks)]
    return {
        name: _paper(whole, start + 1, end, name)
        for (start, name), end in zip(starts, ends, strict=True)
    }


def _paper(whole: Observed, start: int, end: int, name: str) -> Observed:
    kept = []
    for block in whole.blocks[start:end]:
        if isinstance(block, ObservedTable) and block.rows[0].cells[0].text.startswith("Ghi chú"):
            break
        kept.append(_filled(block, name))
    section = evolve(whole.sections[0], start=0, end=len(kept))
    return evolve(whole, blocks=tuple(kept), sections=(section,))


def _filled(block: ObservedParagraph | ObservedTable, name: str):
    if isinstance(block, ObservedTable):
        rows = tuple(
            evolve(
                row,
                cells=tuple(
                    evolve(cell, blocks=tuple(_filled(one, name) for one in cell.blocks))
                    for cell in row.cells
                ),
            )
            for row in block.rows
            if not any(cell.text.startswith("Ghi chú") for cell in row.cells)
        )
        return evolve(block, rows=rows)
    runs = tuple(run for run in block.runs if not run.format.vertical or "__" in run.text)
    text = "".join(run.text for run in runs).strip()
    for pattern, value in BLANKS:
        found = re.fullmatch(pattern, text)
        if found:
            look = next(run for run in runs if any(map(str.isalnum, run.text)))
            notation = "VTLTNN-VP" if name == "1.5" else "KH-VTLTNN"
            return evolve(block, runs=(evolve(look, text=found.expand(value).format(notation)),))
    if text and set(text) <= set(".…/ \t"):
        return evolve(block, runs=(evolve(runs[0], text=_blank(text, runs)),))
    return evolve(block, runs=runs)


def _blank(text: str, runs: tuple[ObservedRun, ...]) -> str:
    """What fills a dotted line: a trích yếu in bold, a căn cứ in italics, else the body."""
    if all(run.format.bold for run in runs):
        return "Công tác văn thư"
    if all(run.format.italic for run in runs):
        return "Theo đề nghị của Chánh Văn phòng."
    return "Nội dung trình bày ở đây./." if text.endswith("./.") else "Nội dung trình bày ở đây."


@pytest.mark.parametrize("name", [f"1.{number}" for number in range(1, 11)] + ["2.1", "2.2", "3.1"])
def test_a_template_of_the_decree_has_no_error_of_form(name):
    """What the conversion to .docx broke is listed by code."""
    found = lint(templates()[name], rulebook("nd30-2020"))

    errors = {one.code for one in found if one.severity.value == "error"} - BLANK
    assert errors == FOUND.get(name, set())
