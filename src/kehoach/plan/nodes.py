"""Kế hoạch: the nodes of a plan, frozen, in the order in which the paper prints them.

What is printed and what is data agree (law 7): a datum that is also printed in a sentence carries
the `phrase` it is printed with; a datum without a phrase is printed from the data.
"""

from __future__ import annotations

import math
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeAlias

from attrs import frozen

from kehoach.converters import tuples
from kehoach.deadlines import Deadline, Period, Recurring
from kehoach.terms import Term


class Role(StrEnum):
    """Vai trò của một cơ quan trong một nhiệm vụ."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    ADVISE = "advise"
    DIRECT = "direct"
    IMPLEMENT = "implement"
    MONITOR = "monitor"
    CONSOLIDATE = "consolidate"
    SUPPORT = "support"
    GUIDE = "guide"
    SUBMIT = "submit"
    PARTICIPATE = "participate"
    REPORT = "report"
    FUND = "fund"
    INSPECT = "inspect"


class Mood(StrEnum):
    """Cách giao việc: giao, đề nghị (ngoài hệ thống), yêu cầu."""

    ASSIGN = "assign"
    REQUEST = "request"
    REQUIRE = "require"


class Layout(StrEnum):
    """Cách trình bày một nhóm nhiệm vụ.

    HEADING: the assignees are a heading over the tasks. INLINE: they stand before the text ("Sở
    X: …"). FIELDS: each task is followed by lines "Đơn vị chủ trì: …". TABLE: a row a task.
    """

    HEADING = "heading"
    INLINE = "inline"
    FIELDS = "fields"
    TABLE = "table"


class Datum(StrEnum):
    """Dữ liệu mà một cột hoặc một dòng của nhiệm vụ in ra."""

    ORDINAL = "ordinal"
    TEXT = "text"
    LEAD = "lead"
    COORDINATE = "coordinate"
    MONITOR = "monitor"
    DEADLINE = "deadline"
    PRODUCT = "product"
    BUDGET = "budget"
    AUTHORITY = "authority"
    OFFICER = "officer"
    NOTE = "note"
    OTHER = "other"


@frozen
class Party:
    """Cơ quan, đơn vị, nhóm: a body by its printed name, and by its id where that is known."""

    name: Annotated[str, Term("Tên như in trong văn bản")]
    id: Annotated[str | None, Term("Mã trong danh mục cơ quan")] = None


@frozen
class Responsibility:
    """Phân công: who does what in a task.

    A missing `party` means the assignees of the assignment that holds the task; `to` receives the
    result ("tham mưu UBND tỉnh"); `phrase` is the wording in the sentence.
    """

    role: Annotated[Role, Term("Vai trò")]
    party: Annotated[Party | None, Term("Cơ quan thực hiện")] = None
    to: Annotated[Party | None, Term("Cơ quan nhận kết quả")] = None
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None


@frozen
class Emendation:
    """Đính chính: the text holds `reading` where the original printed `printed`, and why."""

    printed: Annotated[str, Term("Chữ in trong bản gốc")]
    reading: Annotated[str, Term("Chữ đọc lại cho đúng")]
    reason: Annotated[str, Term("Lý do")]


@frozen
class Milestone:
    """Mốc: a further deadline inside a task, with a text of its own."""

    text: Annotated[str, Term("Nội dung mốc")]
    deadline: Annotated[Deadline | None, Term("Thời hạn")] = None
    id: Annotated[str | None, Term("Mã")] = None


@frozen(field_transformer=tuples)
class Paragraph:
    """Đoạn văn không đánh số."""

    text: Annotated[str, Term("Đoạn văn", key="paragraph", tag=True)]
    emendations: Annotated[tuple[Emendation, ...], Term("Đính chính")] = ()


@frozen(field_transformer=tuples)
class Item:
    """Điểm, khoản: a numbered or dashed paragraph that gives nobody a task; may hold sub-items."""

    text: Annotated[str, Term("Khoản, điểm", key="item", tag=True)]
    items: Annotated[tuple[Item, ...], Term("Điểm con")] = ()
    mark: Annotated[str | None, Term("Dấu đầu dòng của mục này")] = None
    items_mark: Annotated[str | None, Term("Dấu đầu dòng của các điểm con")] = None
    number: Annotated[int | None, Term("Số thứ tự in, nếu không nối tiếp")] = None
    emendations: Annotated[tuple[Emendation, ...], Term("Đính chính")] = ()


@frozen(field_transformer=tuples)
class Task:
    """Nhiệm vụ: one thing to be done.

    `responsibilities` name who takes part and how; a task without lead or deadline is legal.
    `milestones` are further deadlines. `details` are dashed lines printed under the text; one
    that begins with a mark ("+ …", "a) …") keeps it, `details_mark` replaces the dash of the
    others. `mark` and `number` override the group's mark ("-", "a)", "1.", "" for none) and count.
    `implements` names the tasks of a superior's plan that this one carries out; it is not printed.
    """

    text: Annotated[str, Term("Nhiệm vụ", key="task", tag=True)]
    id: Annotated[str | None, Term("Mã cố định của nhiệm vụ")] = None
    responsibilities: Annotated[tuple[Responsibility, ...], Term("Phân công", key="roles")] = ()
    deadline: Annotated[Deadline | None, Term("Thời hạn")] = None
    milestones: Annotated[tuple[Milestone, ...], Term("Các mốc")] = ()
    product: Annotated[str | None, Term("Sản phẩm, kết quả")] = None
    budget: Annotated[str | None, Term("Kinh phí")] = None
    authority: Annotated[str | None, Term("Thẩm quyền quyết định")] = None
    officer: Annotated[str | None, Term("Người phụ trách")] = None
    note: Annotated[str | None, Term("Ghi chú")] = None
    others: Annotated[tuple[str, ...], Term("Dữ liệu của các cột khác, theo thứ tự")] = ()
    details: Annotated[tuple[str, ...], Term("Các dòng chi tiết")] = ()
    details_mark: Annotated[str | None, Term("Dấu đầu dòng của các dòng dưới nhiệm vụ")] = None
    mark: Annotated[str | None, Term("Dấu đầu dòng")] = None
    number: Annotated[int | None, Term("Số thứ tự in, nếu không nối tiếp")] = None
    emendations: Annotated[tuple[Emendation, ...], Term("Đính chính")] = ()
    implements: Annotated[tuple[str, ...], Term("Mã việc của cấp trên mà việc này triển khai")] = ()


class Bound(StrEnum):
    """Chiều của ngưỡng: tối thiểu, tối đa, đúng bằng."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


@frozen
class Threshold:
    """Ngưỡng của một chỉ tiêu: "tối thiểu 98%", "100%"."""

    value: Annotated[Decimal, Term("Giá trị")]
    unit: Annotated[str, Term("Đơn vị")] = "%"
    bound: Annotated[Bound, Term("Chiều của ngưỡng")] = Bound.AT_LEAST
    phrase: Annotated[str | None, Term("Cụm từ trong câu")] = None


@frozen(field_transformer=tuples)
class Target:
    """Chỉ tiêu: what is to be reached, how it is measured, who follows it."""

    text: Annotated[str, Term("Chỉ tiêu", key="target", tag=True)]
    id: Annotated[str | None, Term("Mã cố định của chỉ tiêu")] = None
    measure: Annotated[str | None, Term("Đại lượng được đo")] = None
    threshold: Annotated[Threshold | None, Term("Ngưỡng")] = None
    follower: Annotated[Party | None, Term("Cơ quan theo dõi, đánh giá")] = None
    mark: Annotated[str | None, Term("Dấu đầu dòng")] = None
    number: Annotated[int | None, Term("Số thứ tự in, nếu không nối tiếp")] = None
    emendations: Annotated[tuple[Emendation, ...], Term("Đính chính")] = ()
    implements: Annotated[tuple[str, ...], Term("Mã việc của cấp trên mà việc này triển khai")] = ()


@frozen(field_transformer=tuples)
class ReportDue:
    """Kỳ báo cáo: one report of a duty, with the period it covers and the day it is due."""

    name: Annotated[str, Term("Tên báo cáo")]
    deadline: Annotated[Deadline | None, Term("Hạn gửi")] = None
    period: Annotated[Period | None, Term("Kỳ báo cáo")] = None
    id: Annotated[str | None, Term("Mã")] = None
    implements: Annotated[tuple[str, ...], Term("Mã việc của cấp trên mà việc này triển khai")] = ()


@frozen(field_transformer=tuples)
class ReportingDuty:
    """Chế độ báo cáo: who reports what to whom, through whom, how often and by when.

    `text` is the printed sentence. `dues` are the reports that it names one by one; `cycle` is the
    rule where it names only a rhythm. `consolidator` merges the reports for `receivers`' superior.
    """

    text: Annotated[str, Term("Câu quy định báo cáo", key="report", tag=True)]
    id: Annotated[str | None, Term("Mã cố định")] = None
    name: Annotated[str | None, Term("Tên báo cáo")] = None
    form: Annotated[str | None, Term("Hình thức, mẫu báo cáo")] = None
    reporters: Annotated[tuple[Party, ...], Term("Cơ quan báo cáo")] = ()
    receivers: Annotated[tuple[Party, ...], Term("Cơ quan nhận báo cáo")] = ()
    via: Annotated[Party | None, Term("Gửi qua")] = None
    consolidator: Annotated[Party | None, Term("Cơ quan tổng hợp")] = None
    cycle: Annotated[Recurring | None, Term("Chu kỳ")] = None
    dues: Annotated[tuple[ReportDue, ...], Term("Các kỳ báo cáo có hạn gửi")] = ()
    mark: Annotated[str | None, Term("Dấu đầu dòng")] = None
    number: Annotated[int | None, Term("Số thứ tự in, nếu không nối tiếp")] = None
    emendations: Annotated[tuple[Emendation, ...], Term("Đính chính")] = ()


@frozen
class TaskColumn:
    """Cột (hoặc dòng) của bảng phân công: its printed title, the datum it shows, its width."""

    title: Annotated[str, Term("Tiêu đề cột")]
    shows: Annotated[Datum, Term("Dữ liệu in trong cột")]
    share: Annotated[float, Term("Phần bề rộng")] = 1.0


@frozen(field_transformer=tuples)
class Assignment:
    """Giao nhiệm vụ cho một hoặc nhiều cơ quan dưới cùng một đề mục.

    `heading` is the printed line where it is not mood and names joined by commas; the assignees
    supply the default parties of the tasks, in `role`. `columns` label the lines of the layout
    FIELDS and the columns of TABLE.
    """

    assignees: Annotated[tuple[Party, ...], Term("Cơ quan được giao", tag=True)]
    tasks: Annotated[tuple[Task, ...], Term("Các nhiệm vụ")] = ()
    mood: Annotated[Mood, Term("Cách giao việc")] = Mood.ASSIGN
    role: Annotated[Role, Term("Vai trò mặc định của cơ quan được giao")] = Role.LEAD
    heading: Annotated[str | None, Term("Dòng đề mục như in")] = None
    layout: Annotated[Layout, Term("Cách trình bày")] = Layout.HEADING
    columns: Annotated[tuple[TaskColumn, ...], Term("Các cột hoặc dòng")] = ()
    mark: Annotated[str | None, Term("Dấu, số của đề mục")] = None
    items_mark: Annotated[str | None, Term("Dấu đầu dòng của các nhiệm vụ")] = None
    number: Annotated[int | None, Term("Số thứ tự in, nếu không nối tiếp")] = None


@frozen
class GroupRow:
    """Dòng nhóm của bảng phân công: "I", "Công tác tuyên truyền"."""

    text: Annotated[str, Term("Tên nhóm", key="group", tag=True)]
    mark: Annotated[str | None, Term("Số thứ tự của nhóm")] = None


@frozen(field_transformer=tuples)
class TaskTable:
    """Bảng phân công nhiệm vụ: tasks as rows, under group rows where there are groups."""

    rows: Annotated[tuple[Task | GroupRow, ...], Term("Các dòng", key="task_table", tag=True)]
    columns: Annotated[tuple[TaskColumn, ...], Term("Các cột")] = ()


@frozen(field_transformer=tuples)
class TextTable:
    """Bảng chữ, số: titles of the columns, then rows of text."""

    columns: Annotated[tuple[str, ...], Term("Tiêu đề các cột", key="table", tag=True)]
    rows: Annotated[tuple[tuple[str, ...], ...], Term("Các dòng")] = ()
    widths: Annotated[tuple[float, ...], Term("Phần bề rộng các cột")] = ()

    def __attrs_post_init__(self) -> None:
        for width in self.widths:
            if not 0 < width < math.inf:
                raise ValueError(f"expected widths above 0, got {width}")


@frozen(field_transformer=tuples)
class Section:
    """Mục: a heading and what stands under it, in order.

    `mark` is the number style of its own heading, written as the first label of the series ("I.",
    "1.", "a)", "1.1.", "Phần I", "Chương I", "Mục 1", "Điều 1.", "" for none); `items_mark` is
    that of what it holds. Both have defaults by depth.
    """

    heading: Annotated[str | None, Term("Đề mục", tag=True)]
    content: Annotated[tuple[Content, ...], Term("Nội dung, theo thứ tự")] = ()
    mark: Annotated[str | None, Term("Kiểu đánh số của đề mục")] = None
    items_mark: Annotated[str | None, Term("Kiểu đánh số của nội dung bên trong")] = None
    number: Annotated[int | None, Term("Số thứ tự in, nếu không nối tiếp")] = None
    layout: Annotated[Layout | None, Term("Cách trình bày các nhiệm vụ đứng riêng")] = None
    columns: Annotated[tuple[TaskColumn, ...], Term("Các cột hoặc dòng của nhiệm vụ")] = ()
    id: Annotated[str | None, Term("Mã")] = None


Content: TypeAlias = (
    Paragraph | Item | Assignment | Task | Target | ReportingDuty | TaskTable | TextTable | Section
)
