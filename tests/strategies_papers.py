"""Plans as offices write them: texts that a reader can tell apart, for the way there and back."""

from __future__ import annotations

import datetime
from functools import cache

from hypothesis import strategies as st

from kehoach.documents import Issuer, Number, Recipient, Signature
from kehoach.plan import Assignment, Item, Mood, Paragraph, Party, Plan, Section, Task

_DUTIES = (
    "Tham mưu UBND tỉnh triển khai các văn bản quy phạm pháp luật mới.",
    "Chủ trì, phối hợp với Sở Tài chính tổ chức hội nghị trước ngày 15/6/2024.",
    "Hỗ trợ cấp xã tập huấn kỹ năng số khi có yêu cầu.",
    "Thường xuyên theo dõi, thống kê số lượng hồ sơ; tổng hợp, báo cáo UBND tỉnh.",
    "Tiếp tục thực hiện Quyết định số 35/2011/QĐ-UBND ngày 19/9/2011 của UBND tỉnh.",
    "Bố trí đủ kinh phí, phân bổ cho các đơn vị trong quý II/2024.",
)
_POINTS = (
    "Nâng cao hiệu lực, hiệu quả công tác quản lý.",
    "Xác định rõ trách nhiệm của từng cơ quan, đơn vị.",
    "Phát huy mặt tích cực và hạn chế mặt tiêu cực.",
)
_BODIES = (
    "Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "UBND các huyện, thành phố Tân An",
    "Công an tỉnh", "Sở Lao động - Thương binh và Xã hội", "Các sở, ban, ngành tỉnh",
)  # fmt: skip


@cache
def tasks() -> st.SearchStrategy[Task]:
    """Duties of one sentence or two."""
    return st.builds(Task, text=st.sampled_from(_DUTIES))


@cache
def assignments() -> st.SearchStrategy[Assignment]:
    """One body or two, with their duties."""
    names = st.lists(st.sampled_from(_BODIES), min_size=1, max_size=2, unique=True)
    return st.builds(
        Assignment,
        assignees=names.map(lambda some: tuple(map(Party, some))),
        tasks=st.lists(tasks(), min_size=1, max_size=3).map(tuple),
        mood=st.sampled_from((Mood.ASSIGN, Mood.REQUEST)),
        items_mark=st.sampled_from((None, "", "a)")),
    )


@cache
def sections() -> st.SearchStrategy[tuple[Section, ...]]:
    """Purposes, general work, duties."""
    points = st.lists(st.builds(Item, text=st.sampled_from(_POINTS)), min_size=1, max_size=4)
    duties = st.lists(assignments(), min_size=1, max_size=3)
    return st.tuples(
        st.builds(Section, heading=st.just("MỤC ĐÍCH, YÊU CẦU"), content=points),
        st.builds(Section, heading=st.just("NHIỆM VỤ CỤ THỂ"), content=duties),
    )


@cache
def realistic_plans() -> st.SearchStrategy[Plan]:
    """Whole plans of a province."""
    return st.builds(
        Plan,
        title=st.sampled_from(("Cải cách hành chính năm 2024", "Thực hiện Đề án 06\nnăm 2024")),
        issuer=st.just(Issuer("Ủy ban nhân dân tỉnh Long An", abbreviation="UBND")),
        number=st.builds(Number, st.none() | st.just("45"), st.just("KH-UBND")),
        place=st.just("Long An"),
        date=st.dates(datetime.date(2021, 1, 1), datetime.date(2026, 12, 31)),
        bases=st.lists(st.just("Căn cứ Luật Tổ chức chính quyền địa phương"), max_size=2),
        opening=st.just((Paragraph("UBND tỉnh xây dựng kế hoạch như sau:"),)),
        sections=sections(),
        closing=st.sampled_from(((), (Paragraph("Trên đây là Kế hoạch của UBND tỉnh"),))),
        recipients=st.lists(st.sampled_from(_BODIES).map(Recipient), min_size=1, max_size=3),
        archive=st.just("VT, NC"),
        signature=st.builds(
            Signature,
            lines=st.just(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
            name=st.none() | st.just("Trần Văn A"),
        ),
    )
