"""“6 rõ”: who leads, by when, with which product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.checks.content._told import told
from kehoach.checks.content._works import Work, key_of, names
from kehoach.deadlines import OnRequest, Standing, Undated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.checks.content._works import Part
    from kehoach.findings import Finding
    from kehoach.plan import Assignment

_VAGUE: Final = frozenset(
    ("kết quả", "kết quả thực hiện", "văn bản", "các văn bản", "văn bản chỉ đạo", "sản phẩm",
     "theo quy định", "theo kế hoạch", "hoàn thành", "hoạt động", "các hoạt động", "công việc",
     "nhiệm vụ", "hồ sơ", "tài liệu", "đạt yêu cầu", "đảm bảo yêu cầu", "bảo đảm yêu cầu")
)  # fmt: skip
_PLURAL: Final = ("các ", "những ", "mỗi ", "toàn bộ ")


def leaders(parts: Sequence[Part]) -> Iterator[Finding]:
    """Rõ người: each task has one body that leads it."""
    told_of: set[int] = set()
    for work in parts:
        if not isinstance(work, Work):
            continue
        if len({key_of(party.name) for party in work.leads}) > 1 and not _of_heading(work):
            slots = {"count": len(work.leads), "bodies": names(work.leads)}
            yield told("ND02", work.place, "several", **slots)
        elif not work.doers:
            aspect = "coordinators" if work.helpers else "nobody"
            yield told("ND01", work.place, aspect, bodies=names(work.helpers))
        elif work.assignment and id(work.assignment) not in told_of and _together(work):
            told_of.add(id(work.assignment))
            place = work.place.rpartition(" › ")[0]
            yield told("ND02", place, "together", bodies=names(work.assignees))


def _of_heading(work: Work) -> bool:
    return work.leads is work.assignees or work.leads == work.assignees


def _together(work: Work) -> bool:
    """Several single bodies under one heading; a plural ("các sở") means each for itself."""
    assignment: Assignment | None = work.assignment
    if assignment is None or len(assignment.assignees) < 2 or not _of_heading_only(work):  # noqa: PLR2004 - more than one
        return False
    return not any(one.name.lower().startswith(_PLURAL) or " các " in one.name
                   for one in assignment.assignees)  # fmt: skip


def _of_heading_only(work: Work) -> bool:
    return not any(one.party for one in work.task.responsibilities if one.role == "lead")


def times(parts: Sequence[Part]) -> Iterator[Finding]:
    """Rõ thời gian: a deadline or a standing duty; a report has a day."""
    works = [part for part in parts if isinstance(part, Work)]
    dayless = [work for work in works if _dayless(work)]
    for work in works:
        match work.task.deadline:
            case None if not any(one.deadline for one in work.task.milestones):
                yield told("ND03", work.place, "missing")
            case Undated(phrase=phrase):
                yield told("ND03", work.place, "undated", phrase=phrase or "không thời hạn")
    for part in parts:
        if not isinstance(part, Work):
            duty, place = part
            for due in duty.dues:
                if due.deadline is None:
                    yield told("ND03", place, "report", name=due.name)
            if not duty.dues and duty.cycle is None:
                yield told("ND03", place, "report", name=duty.name or "báo cáo")
    if dayless:
        standing = sum(isinstance(one.task.deadline, Standing | OnRequest) for one in dayless)
        slots = {"count": len(dayless), "all": len(works), "standing": standing}
        yield told("ND03", "", "summary", **slots)


def _dayless(work: Work) -> bool:
    """Whether no day is named, by the task or its milestones."""
    held = (work.task.deadline, *(one.deadline for one in work.task.milestones))
    return all(one is None or isinstance(one, Standing | OnRequest | Undated) for one in held)


def products(parts: Sequence[Part]) -> Iterator[Finding]:
    """Rõ sản phẩm: what comes out is named, in more than general words."""
    works = [part for part in parts if isinstance(part, Work)]
    for work in works:
        product = work.task.product
        if product is not None and key_of(product) in _VAGUE:
            yield told("ND04", work.place, "vague", product=product)
    missing = sum(not work.task.product for work in works)
    if missing:
        yield told("ND04", "", "summary", count=missing, all=len(works))
