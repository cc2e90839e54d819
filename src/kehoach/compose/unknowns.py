"""Chỗ còn trống: what a plan does not know yet, as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.documents import PartialDate
from kehoach.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.plan import Plan


def unknowns(plan: Plan) -> tuple[Finding, ...]:
    """Những điều chưa biết: each blank that the paper prints, and what to fill in."""
    return tuple(_unknowns(plan))


def _unknowns(plan: Plan) -> Iterator[Finding]:
    if plan.issuer is None:
        yield _unknown("issuer", "chưa có cơ quan ban hành", "ghi issuer.name")
    elif plan.issuer.inferred:
        yield Finding(
            "unknown-issuer-inferred", Severity.INFO,
            "cơ quan ban hành được suy ra, không có trong bản gốc", "issuer",
            advice="xác nhận rồi bỏ dòng inferred",
        )  # fmt: skip
    if plan.enclosed_by is None:
        yield from _unknown_frame(plan)


def _unknown_frame(plan: Plan) -> Iterator[Finding]:
    if plan.number.text is None:
        yield _unknown("number", "chưa có số; để trống chỗ ghi số", "ghi number.text khi đã ký")
    if plan.number.notation is None and not (plan.issuer and plan.issuer.abbreviation):
        yield _unknown("notation", "chưa có ký hiệu", "ghi number.notation, ví dụ KH-UBND")
    if plan.place is None:
        yield _unknown("place", "chưa có địa danh", "ghi place")
    if plan.date is None:
        yield _unknown("date", "chưa có ngày ban hành; để trống", "ghi date khi đã ký")
    elif isinstance(plan.date, PartialDate):
        yield _unknown("date", "ngày ban hành chưa đủ; để trống phần chưa biết", "ghi đủ date")
    if plan.signature is None:
        yield _unknown("signature", "chưa có quyền hạn, chức vụ người ký", "ghi signature.lines")
    elif plan.signature.name is None:
        yield _unknown("signer", "chưa có họ tên người ký; để trống", "ghi signature.name")
    if not plan.recipients:
        yield _unknown("recipients", "chưa có nơi nhận", "ghi recipients")
    if plan.archive is None:
        yield _unknown("archive", "chưa có dòng Lưu", "ghi archive, ví dụ VT, VX")


def _unknown(what: str, message: str, advice: str) -> Finding:
    return Finding(f"unknown-{what}", Severity.INFO, message, what, advice=advice)
