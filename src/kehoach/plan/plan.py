"""Kế hoạch: the whole paper as data."""

from __future__ import annotations

import datetime
from typing import Annotated

from attrs import field, frozen

from kehoach.converters import tuples
from kehoach.deadlines import Period
from kehoach.documents.parts import (
    Enclosure,
    Footnote,
    Issuer,
    Marks,
    Number,
    PartialDate,
    Recipient,
    Signature,
    paper_date,
)
from kehoach.plan.nodes import Content, Paragraph, Section
from kehoach.terms import Term


@frozen(field_transformer=tuples)
class Annex:
    """Phụ lục của kế hoạch; two or more are numbered in Roman numerals."""

    title: Annotated[str, Term("Tên phụ lục")]
    content: Annotated[tuple[Content, ...], Term("Nội dung")] = ()
    landscape: Annotated[bool, Term("Trang ngang")] = False
    items_mark: Annotated[str | None, Term("Kiểu đánh số của nội dung")] = None


@frozen(field_transformer=tuples)
class Plan:
    """Kế hoạch (hoặc chương trình, chỉ thị, công văn …): one paper that gives tasks.

    `kind` is a key of the table of document types ("KH"); `title` is the trích yếu, a newline in
    it is kept as a line break; `date` may be unknown or partial; `opening` stands before the first
    section, `closing` after the last; `archive` is what follows "Lưu:" ("VT, VX").
    `cosigners` stand left of `signature` (thư ký beside chủ tọa), `confirmation` below both on
    the left. `encloses` are the texts that this paper promulgates; `copied` is the paper of which
    this one is a copy (sao y, sao lục, trích sao).
    """

    title: Annotated[str, Term("Trích yếu nội dung")]
    kind: Annotated[str, Term("Loại văn bản (khóa trong bảng tên loại)")] = "KH"
    period: Annotated[Period | None, Term("Năm hoặc kỳ của kế hoạch")] = None
    issuer: Annotated[Issuer | None, Term("Cơ quan ban hành")] = None
    number: Annotated[Number, Term("Số, ký hiệu")] = Number()
    place: Annotated[str | None, Term("Địa danh")] = None
    date: Annotated[datetime.date | PartialDate | None, Term("Ngày ban hành")] = field(
        default=None, converter=paper_date
    )
    enclosed_by: Annotated[Enclosure | None, Term("Văn bản ban hành kèm theo")] = None
    authority_line: Annotated[str | None, Term("Thẩm quyền ban hành")] = None
    bases: Annotated[tuple[str, ...], Term("Căn cứ")] = ()
    addressees: Annotated[tuple[str, ...], Term("Kính gửi")] = ()
    opening: Annotated[tuple[Paragraph, ...], Term("Phần mở đầu")] = ()
    sections: Annotated[tuple[Section, ...], Term("Các mục")] = ()
    closing: Annotated[tuple[Paragraph, ...], Term("Phần kết")] = ()
    recipients: Annotated[tuple[Recipient, ...], Term("Nơi nhận")] = ()
    archive: Annotated[str | None, Term("Lưu")] = None
    signature: Annotated[Signature | None, Term("Người ký")] = None
    cosigners: Annotated[tuple[Signature, ...], Term("Những người cùng ký, bên trái người ký")] = ()
    confirmation: Annotated[Signature | None, Term("Xác nhận của nơi đến, bên dưới")] = None
    marks: Annotated[Marks, Term("Các dấu chỉ dẫn")] = Marks()
    office_address: Annotated[str | None, Term("Địa chỉ cơ quan, điện thoại, thư điện tử")] = None
    annexes: Annotated[tuple[Annex, ...], Term("Phụ lục")] = ()
    footnotes: Annotated[tuple[Footnote, ...], Term("Chú thích")] = ()
    encloses: Annotated[tuple[Plan, ...], Term("Văn bản được ban hành kèm theo")] = ()
    copied: Annotated[Plan | None, Term("Văn bản được sao")] = None

    @property
    def known_day(self) -> datetime.date | None:
        """Ngày để hiểu tên cơ quan: its own, else the first of its period, if either is known."""
        if isinstance(self.date, datetime.date):
            return self.date
        return self.period.start if self.period else None
