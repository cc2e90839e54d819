"""Các cột của bảng theo dõi: what each shows of a status, and the one word that judges it."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from kehoach.tracking import Progress, Status
from kehoach.tracking.figures import cells_of
from kehoach.tracking.telling import NOBODY
from kehoach_xlsx.texts import Value, ready

DUE_SOON = "sắp đến hạn"
WORDS = {
    "on_time": "hoàn thành đúng hạn",
    "late": "hoàn thành quá hạn",
    "done_without_term": "hoàn thành, không hạn",
    "in_term": "trong hạn",
    "overdue": "quá hạn",
    "open_without_term": "chưa xong, không hạn",
    "standing": "thường xuyên",
    "helping": "phối hợp",
    "withdrawn": "thu hồi",
    "reached": "chỉ tiêu đạt",
    "not_reached": "chỉ tiêu chưa đạt",
    "not_reported": "chỉ tiêu chưa có số liệu",
}
"""Từ đánh giá của mỗi ô số liệu (`kehoach.tracking.Figures`); the summary counts these words."""


@frozen
class Judged:
    """Một việc với từ đánh giá and the code of its body.

    Formulas count by the code ("#3"), since a name or an id may look like a number, a comparison
    or a pattern to them.
    """

    status: Status
    word: str
    code: str

    def cells(self) -> tuple[Value, ...]:
        """The row of it in every view."""
        return ready(column.value(self) for column in COLUMNS)


@frozen
class Column:
    """Cột: its title, its width in characters, and what it shows."""

    title: str
    width: int
    value: Callable[[Judged], Value]


COLUMNS = (
    Column("Khóa", 16, lambda one: one.status.key),
    Column("Nhiệm vụ", 60, lambda one: one.status.duty.text),
    Column("Cơ quan, đơn vị", 28, lambda one: one.status.name or NOBODY),
    Column("Cơ quan số", 9, lambda one: one.code),
    Column("Loại", 10, lambda one: one.status.duty.kind.label),
    Column("Thời hạn", 11, lambda one: one.status.due),
    Column("Hạn đầu", 11, lambda one: one.status.first_due),
    Column("Tình trạng", 18, lambda one: one.status.state.label),
    Column("Đánh giá", 20, lambda one: one.word),
    Column("Số ngày còn (âm: trễ)", 10, lambda one: one.status.days),
    Column("Ngày hoàn thành", 11, lambda one: one.status.done_on),
    Column("Cách nêu thời hạn", 24, lambda one: one.status.duty.phrase),
    Column("Sản phẩm", 24, lambda one: one.status.duty.product),
    Column("Phối hợp", 28, lambda one: ", ".join(one.status.duty.coordinators)),
    Column("Nơi nhận", 24, lambda one: one.status.duty.receiver),
    Column("Kế hoạch", 16, lambda one: one.status.plan),
)
CODE, DUE, JUDGED = 3, 5, 8
"""Vị trí của cột Cơ quan số, Thời hạn, Đánh giá."""


def judged(progress: Progress) -> tuple[Judged, ...]:
    """Mọi việc với từ đánh giá, in the order of the progress."""
    codes: dict[str, str] = {}
    found = []
    for status in progress:
        code = codes.setdefault(status.body, f"#{len(codes) + 1}")
        found.append(Judged(status, _word(status, progress), code))
    return tuple(found)


def _word(status: Status, progress: Progress) -> str:
    main, *parts = cells_of(status, progress)
    return DUE_SOON if "due_soon" in parts else WORDS[main]
