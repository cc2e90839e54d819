"""Plans of any shape whose words are those of real papers: `plans()` with its texts replaced.

The recogniser goes by wording, so a paper whose issuer is called "§" cannot be checked for form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from kehoach.documents import Enclosure, Footnote, Issuer, Marks, Number, Recipient, Signature
from kehoach.plan import Annex, Emendation, Milestone, Paragraph, Party, Plan, Section
from tests.strategies import plans

if TYPE_CHECKING:
    from collections.abc import Callable

BODIES = (
    "Sở Thông tin và Truyền thông", "Công an tỉnh", "Sở Văn hóa, Thể thao và Du lịch",
    "Ủy ban nhân dân các xã, phường", "Văn phòng Ủy ban nhân dân tỉnh", "Báo Long An",
)  # fmt: skip
ISSUERS = (
    Issuer("Ủy ban nhân dân tỉnh Long An", None, "UBND"),
    Issuer("Sở Nội vụ", "UBND tỉnh Lào Cai", "SNV"),
    Issuer("Cục Văn thư và Lưu trữ nhà nước", "Bộ Nội vụ", "VTLTNN"),
    Issuer("Ủy ban nhân dân\nxã An Thới Đông", None, "UBND"),
)
SENTENCES = (
    "Phối hợp với các sở, ngành, địa phương bảo đảm an toàn thông tin; chủ động phòng ngừa.",
    "Tham mưu triển khai các chủ trương về quản lý dịch vụ.",
    "Tổng hợp, báo cáo kết quả thực hiện",
    "Rà soát “điểm nóng” – bức xúc; xử lý nghiêm.",
)
HEADINGS = ("Mục đích, yêu cầu", "Nhiệm vụ trọng tâm", "Tổ chức thực hiện", "Công tác tuyên truyền")
TITLES = (
    "Quản lý Internet năm 2026",
    "Thực hiện công tác quản lý Internet và trò chơi trực tuyến trên địa bàn tỉnh năm 2026",
    "Thực hiện công tác quản lý Internet\nvà trò chơi trực tuyến năm 2026",
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Nghị định số 147/2024/NĐ-CP ngày 09 tháng 11 năm 2024 của Chính phủ về Internet",
)
KINDS = ("KH", "CTr", "TB", "CV", "PA", "ĐA", "DA", "HD", "BC", "TTr", "CT", "NQ", "QĐ")
SIGNATURES = (
    Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Hữu Phước"),
    Signature(("GIÁM ĐỐC",), "Nguyễn Thị Hoa"),
    Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), None),
)
PLACES = ("Long An", "Thành phố Hồ Chí Minh", "Lào Cai", "An Thới Đông")
MARKS = (Marks(), Marks("KHẨN"), Marks("THƯỢNG KHẨN", "LƯU HÀNH NỘI BỘ", "PL.(300)"))


@st.composite
def plausible_plans(draw: st.DrawFn) -> Plan:
    """Plans of any shape with the words of real papers."""
    plan = draw(plans())
    random = draw(st.randoms(use_true_random=False))
    kind = random.choice(KINDS)
    plan = attrs.evolve(_worded(plan, random.choice), kind=kind)
    count = random.randint(0, 3)
    worded: Plan = attrs.evolve(
        plan,
        title=random.choice(TITLES),
        issuer=random.choice((*ISSUERS, ISSUERS[0])),
        number=random.choice((Number(), Number("5"), Number("123"))),
        place=random.choice((*PLACES, None)),
        enclosed_by=_enclosure(plan),
        authority_line=None,
        opening=(Paragraph("Để triển khai nhiệm vụ năm 2026, ban hành kế hoạch như sau:"),),
        bases=tuple(BASES[:count]),
        addressees=tuple(BODIES[:count]),
        recipients=tuple(Recipient(one) for one in ("Như trên", *BODIES[: count + 1])),
        archive=random.choice(("VT, VX", None)),
        signature=random.choice((*SIGNATURES, None)),
        marks=random.choice(MARKS),
        office_address=None,
        footnotes=(),
    )
    return worded


def _enclosure(plan: Plan) -> Enclosure | None:
    """The decision that promulgates the paper, with a number that a decision can have."""
    if plan.enclosed_by is None or plan.kind == "CV":
        return None
    return attrs.evolve(plan.enclosed_by, kind="QĐ", number=Number("12"), issuer=None)


def _worded(node: Any, choose: Callable[[Any], Any]) -> Any:
    if isinstance(node, tuple):
        return tuple(_worded(item, choose) for item in node)
    if not attrs.has(type(node)) or isinstance(node, Emendation | Footnote | Issuer | Signature):
        return node
    values = {
        one.name: _worded(getattr(node, one.name), choose) for one in attrs.fields(type(node))
    }
    for name, value in values.items():
        words = _words(node, name)
        if words and isinstance(value, str):
            values[name] = choose(words)
        elif words and isinstance(value, tuple) and value and isinstance(value[0], str):
            values[name] = tuple(choose(words) for _ in value)
    if isinstance(node, Milestone | Plan):
        values.pop("emendations", None)
    if "emendations" in values:
        values["emendations"] = ()
    return attrs.evolve(node, **values)


def _words(node: Any, name: str) -> tuple[str, ...]:
    if isinstance(node, Party) and name == "name":
        return BODIES
    if name in ("heading", "title") or (isinstance(node, Section) and name == "heading"):
        return HEADINGS
    if isinstance(node, Annex) and name == "title":
        return HEADINGS
    if name in ("text", "details", "product", "budget", "note", "form", "measure"):
        return SENTENCES
    if name in ("authority", "officer", "name"):
        return BODIES
    return ()
