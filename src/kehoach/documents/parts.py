"""Các thành phần thể thức: the parts that every paper carries, as data.

The list follows NĐ 30/2020/NĐ-CP, Điều 8. What is not known is `None`; the composers print the
customary blank for it and nothing is invented.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from attrs import field, frozen

from kehoach.converters import plain_date, tuples
from kehoach.terms import Term


@frozen
class PartialDate:
    """Ngày chưa đủ: a date of which the day, or the day and the month, are not yet known."""

    year: Annotated[int, Term("Năm")]
    month: Annotated[int | None, Term("Tháng")] = None

    def __attrs_post_init__(self) -> None:
        datetime.date(self.year, self.month or 1, 1)


def paper_date(value: datetime.date | PartialDate | None) -> datetime.date | PartialDate | None:
    """The day of a paper: a plain date, a partial one, or `None` when it is unknown."""
    return value if value is None or isinstance(value, PartialDate) else plain_date(value)


@frozen
class Issuer:
    """Cơ quan ban hành, with its direct superior (cơ quan chủ quản trực tiếp) if it prints one.

    `name` is the full official name in sentence case ("Ủy ban nhân dân tỉnh Long An"); the
    letterhead prints it in capitals, broken at a phrase border, or where the name holds a
    newline. `abbreviation` ("UBND") closes the notation of the paper's number.
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2.
    """

    name: Annotated[str, Term("Tên cơ quan ban hành")]
    superior: Annotated[str | None, Term("Tên cơ quan chủ quản trực tiếp")] = None
    abbreviation: Annotated[str | None, Term("Chữ viết tắt tên cơ quan ban hành")] = None
    id: Annotated[str | None, Term("Mã trong danh mục cơ quan")] = None
    inferred: Annotated[bool, Term("Suy ra, không có trong bản gốc")] = False


@frozen
class Number:
    """Số, ký hiệu: `text` is the number as it stands ("05"), `notation` what follows the slash.

    A missing `text` prints as a gap before the slash (the number is given after signature, NĐ
    30/2020/NĐ-CP, Điều 15); a missing `notation` is made from the kind and the issuer's
    abbreviation when both are known.
    """

    text: Annotated[str | None, Term("Số")] = None
    notation: Annotated[str | None, Term("Ký hiệu")] = None


@frozen(field_transformer=tuples)
class Recipient:
    """Nơi nhận: one line of the list, without its dash and its closing mark.

    `text` is what is printed ("TT. TU, TT. HĐND tỉnh"); `parties` are the bodies it covers, by
    id or name, where that is known.
    """

    text: Annotated[str, Term("Tên nơi nhận", key="name")]
    parties: Annotated[tuple[str, ...], Term("Các cơ quan mà dòng này gồm")] = ()


@frozen(field_transformer=tuples)
class Signature:
    """Chữ ký: quyền hạn, chức vụ, họ và tên của người ký.

    `lines` is the stack as printed ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
    `other_post` is the signer's other post, printed above the name (NĐ 30/2020/NĐ-CP, Phụ lục I,
    Phần I, Mục II, khoản 7); a missing `name` leaves its line empty.
    """

    lines: Annotated[tuple[str, ...], Term("Quyền hạn, chức vụ của người ký")]
    name: Annotated[str | None, Term("Họ và tên người ký")] = None
    other_post: Annotated[str | None, Term("Chức danh khác của người ký")] = None


@frozen
class Marks:
    """Các dấu chỉ dẫn: mức độ khẩn, phạm vi lưu hành, ký hiệu người soạn thảo, số bản.

    `urgency` and `circulation` are the words of the rulebook ("HỎA TỐC", "LƯU HÀNH NỘI BỘ");
    `drafter` is the drafter's mark with the number of copies ("PL.(300)"); `signing` is what the
    organisation's digital signature shows of itself at the top right of page 1 ("Sao y; …").
    """

    urgency: Annotated[str | None, Term("Mức độ khẩn")] = None
    circulation: Annotated[str | None, Term("Phạm vi lưu hành")] = None
    drafter: Annotated[str | None, Term("Ký hiệu người soạn thảo và số lượng bản")] = None
    signing: Annotated[str | None, Term("Thông tin ký số của cơ quan, góc trên bên phải")] = None


@frozen
class Enclosure:
    """Văn bản ban hành kèm theo: the paper that promulgates this one.

    Under it the plan prints neither number nor place and day, but the line "(Kèm theo Quyết
    định số … ngày … của …)" (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3).
    """

    kind: Annotated[str, Term("Loại văn bản ban hành")] = "QĐ"
    number: Annotated[Number, Term("Số, ký hiệu")] = Number()
    date: Annotated[datetime.date | PartialDate | None, Term("Ngày ban hành")] = field(
        default=None, converter=paper_date
    )
    issuer: Annotated[str | None, Term("Cơ quan, chức danh ban hành")] = None


@frozen
class Footnote:
    """Chú thích cuối trang: the text that stands under the page where `[^mark]` is written."""

    mark: Annotated[str, Term("Dấu chú thích, viết trong câu là [^dấu]")]
    text: Annotated[str, Term("Nội dung chú thích")]
