"""A workbook of one sheet of text, with the least that Excel's format asks for."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sheet1.xml" ContentType="{_SPREADSHEET}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="s" Type="{_LINKS}/worksheet" Target="sheet1.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_SHEETS}" xmlns:r="{_LINKS}">'
        '<sheets><sheet name="Trang 1" sheetId="1" r:id="s"/></sheets></workbook>'
    ),
}


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """The bytes of a .xlsx file whose cells are these texts."""
    inside = "".join(
        f'<row r="{number}">{"".join(_cell(place, number, cell) for place, cell in enumerate(row))}'
        "</row>"
        for number, row in enumerate(rows, 1)
    )
    sheet = f'<worksheet xmlns="{_SHEETS}"><sheetData>{inside}</sheetData></worksheet>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in (*_PARTS.items(), ("xl/sheet1.xml", sheet)):
            package.writestr(name, text)
    return stream.getvalue()


def _cell(place: int, number: int, text: str) -> str:
    where = f"{chr(ord('A') + place)}{number}"
    return f'<c r="{where}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
