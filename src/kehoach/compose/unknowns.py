"""Chỗ còn trống: what a plan does not know yet, as findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from kehoach.compose._frame import document_type
from kehoach.compose._ink import MARK
from kehoach.compose.open_places import open_places
from kehoach.compose.texts import texts_of
from kehoach.documents import PartialDate
from kehoach.findings import Finding, Severity
from kehoach.rules import REGIMES
from kehoach.rules import rulebook as rulebook_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.plan import Plan
    from kehoach.rules import DocumentType, Rulebook

_BLANK: Final = re.compile(r"……|(?:^|(?<=\s))…(?=[\s.,;/)]|$)")
_SHOWN: Final = 60


def unknowns(plan: Plan, rulebook: Rulebook | None = None) -> tuple[Finding, ...]:
    """Những điều chưa biết: each blank that the paper prints, and what to fill in.

    With a rulebook also what its table of types asks for and its words for marks; data that the
    paper does not print are told too. What a paper encloses is told with it, what it copies not.
    """
    own = evolve(plan, encloses=(), copied=None)
    found = (*_unknowns(own, _kind_of(plan, rulebook)), *_blanks(own), *_notes(own))
    asked = tuple(_asked_for(plan, rulebook)) if rulebook else ()
    enclosed = (
        evolve(finding, place=f"encloses[{index}].{finding.place}")
        for index, text in enumerate(plan.encloses)
        for finding in (*_titled(text), *_blanks(text), *_notes(text))
    )
    return (*found, *asked, *enclosed)


def _kind_of(plan: Plan, rulebook: Rulebook | None) -> DocumentType | None:
    """What the table of types says of the paper's kind, the newest where no rulebook is given."""
    rules = rulebook or rulebook_of(REGIMES[-1].id)
    return next((one for one in rules.types if one.key == plan.kind), None)


def _blanks(plan: Plan) -> Iterator[Finding]:
    """Texts that hold dots where words are to be filled in."""
    for what in open_places(plan):
        yield Finding(
            "unknown.open",
            Severity.ERROR,
            f"còn chỗ cần viết: {what}",
            "text",
            advice="viết thay cho chữ trong ngoặc vuông",
        )
    for text in texts_of(plan):
        if _BLANK.search(text):
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
            yield _unknown("text", f"còn chỗ trống: “{shown}”", "thay dấu … bằng chữ phải điền")


def _asked_for(plan: Plan, rulebook: Rulebook) -> Iterator[Finding]:
    kind = document_type(plan.kind, rulebook)
    if kind.addressee == "required" and not plan.addressees:
        yield _unknown("addressees", f"{kind.name.lower()} phải có Kính gửi", "ghi addressees")
    if kind.bases == "required" and not any(one.startswith("Căn cứ") for one in plan.bases):
        yield _unknown("bases", f"{kind.name.lower()} phải có căn cứ ban hành", "ghi bases")
    known = [mark.text for mark in rulebook.urgency]
    if plan.marks.urgency and plan.marks.urgency.upper() not in known:
        yield _doubt(
            "urgency", f"mức độ khẩn “{plan.marks.urgency}” không có trong quy định", known
        )
    known = [rule.text for rule in rulebook.circulation]
    if plan.marks.circulation and plan.marks.circulation.upper() not in known:
        message = f"phạm vi lưu hành “{plan.marks.circulation}” không có trong quy định"
        yield _doubt("circulation", message, known)


def _notes(plan: Plan) -> Iterator[Finding]:
    """Footnotes without a mark, marks without a footnote, marks where none can be printed."""
    known = [note.mark for note in plan.footnotes]
    flat = (plan.title, *plan.addressees, *(one.text for one in plan.recipients))
    unprintable = {mark for text in flat for mark in MARK.findall(text)}
    used = {mark for text in texts_of(plan) for mark in MARK.findall(text)}
    for mark in sorted(used - set(known)):
        yield _doubt(f"[^{mark}]", f"dấu chú thích [^{mark}] không có trong footnotes", ())
    for mark in sorted(unprintable & set(known)):
        message = f"chú thích [^{mark}] không in được trong trích yếu, kính gửi, nơi nhận"
        yield _doubt(f"[^{mark}]", message, ())
    for mark in sorted(set(known) - used):
        yield _doubt(f"[^{mark}]", f"chú thích {mark} không được nhắc đến ở đâu", ())
    for mark in sorted({mark for mark in known if known.count(mark) > 1}):
        yield _doubt(f"[^{mark}]", f"chú thích {mark} có nhiều lần trong footnotes", ())


def _doubt(place: str, message: str, known: Iterable[str]) -> Finding:
    listed = ", ".join(known)
    advice = f"dùng một trong: {listed}" if listed else "sửa dấu hoặc chú thích"
    return Finding("compose.doubtful", Severity.WARNING, message, place, advice=advice)


def _titled(plan: Plan) -> Iterator[Finding]:
    if not plan.title.strip():
        yield _unknown("title", "chưa có trích yếu", "ghi title")


def _unknowns(plan: Plan, kind: DocumentType | None) -> Iterator[Finding]:
    if kind is None or kind.titled:
        yield from _titled(plan)
    if kind and kind.called != "nowhere" and not plan.addressees:
        yield _unknown("addressees", f"{kind.name.lower()} chưa ghi gửi ai", "ghi addressees")
    if kind and kind.copy and (plan.sections or plan.opening or plan.closing or plan.annexes):
        message = "bản sao không in phần nội dung ghi ở đây"
        yield Finding(
            "compose.not-printed", Severity.WARNING, message, "sections",
            advice="ghi nội dung vào copied, là văn bản được sao",
        )  # fmt: skip
    if plan.issuer is None:
        yield _unknown("issuer", "chưa có cơ quan ban hành", "ghi issuer.name")
    elif plan.issuer.inferred:
        yield Finding(
            "unknown-issuer-inferred", Severity.INFO,
            "cơ quan ban hành được suy ra, không có trong bản gốc", "issuer",
            advice="xác nhận rồi bỏ dòng inferred",
        )  # fmt: skip
    if plan.enclosed_by is None:
        yield from _unknown_number(plan) if kind is None or kind.numbered else ()
        yield from _unknown_day(plan) if kind is None or kind.dated else ()
        yield from _unknown_closing(plan)
    elif plan.signature or plan.recipients or plan.archive:
        message = "văn bản ban hành kèm theo không in chữ ký, nơi nhận đã ghi"
        yield Finding(
            "compose.not-printed", Severity.WARNING, message, "enclosed_by",
            advice="chuyển sang văn bản ban hành, hoặc bỏ enclosed_by",
        )  # fmt: skip


def _unknown_number(plan: Plan) -> Iterator[Finding]:
    if plan.number.text is None:
        yield _unknown("number", "chưa có số; để trống chỗ ghi số", "ghi number.text khi đã ký")
    if plan.number.notation is None and not (plan.issuer and plan.issuer.abbreviation):
        yield _unknown("notation", "chưa có ký hiệu", "ghi number.notation, ví dụ KH-UBND")


def _unknown_day(plan: Plan) -> Iterator[Finding]:
    if plan.place is None:
        yield _unknown("place", "chưa có địa danh", "ghi place")
    if plan.date is None:
        yield _unknown("date", "chưa có ngày ban hành; để trống", "ghi date khi đã ký")
    elif isinstance(plan.date, PartialDate):
        yield _unknown("date", "ngày ban hành chưa đủ; để trống phần chưa biết", "ghi đủ date")


def _unknown_closing(plan: Plan) -> Iterator[Finding]:
    if plan.signature is None:
        yield _unknown("signature", "chưa có quyền hạn, chức vụ người ký", "ghi signature.lines")
    elif plan.signature.name is None:
        yield _unknown("signer", "chưa có họ tên người ký; để trống", "ghi signature.name")
    for one in plan.cosigners:
        if one.name is None:
            message = f"chưa có họ tên người ký “{' '.join(one.lines)}”; để trống"
            yield _unknown("cosigners", message, "ghi name của người cùng ký")
    if not plan.recipients:
        yield _unknown("recipients", "chưa có nơi nhận", "ghi recipients")
    if plan.archive is None:
        yield _unknown("archive", "chưa có dòng Lưu", "ghi archive, ví dụ VT, VX")


def _unknown(what: str, message: str, advice: str) -> Finding:
    return Finding(f"unknown-{what}", Severity.INFO, message, what, advice=advice)
