"""Sửa trang và phông: paper, margins, page numbers, typeface and colour of the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.checks.form.marks import urgency_marks
from kehoach.checks.mend._job import ALIGNS, LOOKS
from kehoach.observed import paragraphs_of
from kehoach.word.mending import PageLook, RunLook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks.mend._job import Job
    from kehoach.findings import Finding
    from kehoach.observed import ObservedParagraph
    from kehoach.rules import Range

_SIDES: Final = ("top", "bottom", "left", "right")
_MARGIN, _PAPER = 0.5, 1.0


def paper(job: Job, _: Finding) -> bool:
    """PG01: giấy A4, lying as it lay."""
    page, done = job.book.page, False
    for index, section in enumerate(job.file.observed.sections):
        short, long = sorted((section.width, section.height))
        if max(abs(short - page.width), abs(long - page.height)) > _PAPER:
            sides = (page.width, page.height)
            width, height = sides[::-1] if section.width > section.height else sides
            done = job.file.set_page(index, PageLook(width=width, height=height)) or done
    return done


def margins(job: Job, finding: Finding) -> bool:
    """PG02, PG03: lề clamped into their range."""
    page, done = job.book.page, False
    for index, section in enumerate(job.file.observed.sections):
        if section.landscape:
            continue
        wanted: dict[str, float] = {}
        for side in _SIDES:
            asked: Range = getattr(page.margins, side)
            found = getattr(section.margins, side)
            found += section.margins.gutter if side == "left" else 0
            if not asked.min - _MARGIN <= found <= asked.max + _MARGIN:
                wanted[side] = asked.clamp(found)
        if wanted:
            look = PageLook(
                top=wanted.get("top"), bottom=wanted.get("bottom"),
                left=wanted.get("left"), right=wanted.get("right"),
            )  # fmt: skip
            done = job.file.set_page(index, look) or done
    return done and finding.aspect != "landscape"


def number_place(job: Job, _: Finding) -> bool:
    """PG05, PG06: a number where the rules put it, none on the first page."""
    rule = job.book.page_number
    size = job.book.part("page_number").size.preferred
    done = job.file.number_in(rule.place, size, ALIGNS.get(rule.align, "center"))
    if done and rule.hidden_on_first:
        hidden_first(job, _)
    return done


def hidden_first(job: Job, _: Finding) -> bool:
    """PG07: không hiện số on the first page."""
    job.file.hide_first_number()
    return job.file.set_page(0, PageLook(first_page_differs=True))


def number_look(job: Job, finding: Finding) -> bool:
    """PG08: dáng, chữ số and start of page numbers."""
    rule = job.book.part("page_number")
    if finding.aspect == "start":
        return job.file.set_page(0, PageLook(start=job.book.page_number.start))
    if finding.aspect == "numerals":
        decimal, sections = PageLook(numerals="decimal"), job.file.observed.sections
        done = [job.file.set_page(index, decimal) for index, _ in enumerate(sections)]
        return any(done)
    if finding.aspect not in LOOKS:
        return False
    look = RunLook(size=rule.size.preferred, bold=rule.bold, italic=rule.italic)
    return job.file.dress_numbers(look, ALIGNS.get(job.book.page_number.align, "center"))


def _everything(job: Job) -> Iterator[ObservedParagraph]:
    observed = job.file.observed
    yield from (one for _, one in observed.paragraphs())
    for section in observed.sections:
        for marginal in (section.headers, section.footers):
            for blocks in (marginal.default, marginal.first, marginal.even):
                yield from (one for _, one in paragraphs_of(blocks or ()))


def typeface(job: Job, _: Finding) -> bool:
    """FT01: phông chữ of every run."""
    look = RunLook(font=job.book.font.family)
    return sum(job.file.dress(one, look) for one in _everything(job)) > 0


def black(job: Job, _: Finding) -> bool:
    """FT03: chữ đen on no ground, but for the urgency mark."""
    red = {id(piece.line.paragraph) for paper in job.papers for piece in urgency_marks(paper)}
    look = RunLook(black=True)
    kept = (one for one in _everything(job) if id(one) not in red)
    return sum(job.file.dress(one, look) for one in kept) > 0


def annex_pages(job: Job, finding: Finding) -> bool:
    """PG09: the section of an annex counts its pages from 1, where a section begins with it."""
    place = getattr(finding.at, "paragraph", None)
    for index, section in enumerate(job.file.observed.sections):
        if place is not None and index and section.start == place - 1:
            return job.file.set_page(index, PageLook(start=1, first_page_differs=True))
    return False
