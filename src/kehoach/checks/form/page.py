"""Trang giấy và số trang (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 1-3 và 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.anatomy import Grid
from kehoach.checks._table import Mend
from kehoach.checks.form._look import points, span
from kehoach.observed import Block, ObservedParagraph, ObservedTable, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import Marginal, ObservedSection, Place
    from kehoach.rules import Rulebook

_NEAR = 1.0
_FAR = 2.5
_MARGIN = 0.5
_LINE_LETTERS = 85
_PAGE_LINES = 52
_SIDES = (("top", "trên"), ("bottom", "dưới"), ("left", "trái"), ("right", "phải"))
_SIZE_SLACK = 0.05


def check_paper(context: Context) -> Iterator[Finding]:
    """Khổ giấy, lề, chiều của từng phân đoạn."""
    told: set[tuple[str, str, str]] = set()
    for section in context.observed.sections:
        for one in (
            *_paper(context, section),
            *_margins(context, section),
            *_turned(context, section),
        ):
            marked = (one.code, one.aspect, one.message)
            if marked not in told:
                told.add(marked)
                yield one


def _paper(context: Context, section: ObservedSection) -> Iterator[Finding]:
    page = context.rulebook.page
    short, long = sorted((section.width, section.height))
    papers = [(page.width, page.height)]
    papers += [(one.width, one.height) for one in page.other_papers if context.kind in one.types]
    off = min(max(abs(short - width), abs(long - height)) for width, height in papers)
    if off > _NEAR:
        yield context.finding(
            "PG01", _place(context, section), "paper" if off > _FAR else "near",
            found=f"{section.width:.0f} × {section.height:.0f}",
            expected=f"{page.width:.0f} × {page.height:.0f} (A4)",
        )  # fmt: skip


def _margins(context: Context, section: ObservedSection) -> Iterator[Finding]:
    page = context.rulebook.page
    if section.width < page.width - _FAR and not section.landscape:
        return  # another paper has margins of its own
    rule = page.landscape.margins if section.landscape else page.margins
    for side, word in _SIDES:
        found = getattr(section.margins, side) + (section.margins.gutter if side == "left" else 0)
        asked = getattr(rule, side)
        if asked.min - _MARGIN <= found <= asked.max + _MARGIN:
            continue
        short = side == "left" and found < asked.min and not section.landscape
        aspect = "" if short else ("landscape" if section.landscape else "margin")
        yield context.finding(
            "PG03" if short else "PG02", _place(context, section), aspect, side=word,
            found=points(round(found, 1)), expected=span(asked.min, asked.max),
            origin=context.rulebook.origin_of(f"page.margins.{side}"),
        )  # fmt: skip


def _turned(context: Context, section: ObservedSection) -> Iterator[Finding]:
    if not section.landscape or context.rulebook.page.landscape.allowed == "always":
        return
    blocks = context.observed.blocks[section.start : section.end]
    tables = _content_tables(context)
    if not any(id(block) in tables for block in blocks):
        yield context.finding("PG04", _place(context, section))


def _content_tables(context: Context) -> frozenset[int]:
    """The tables that hold content, by identity; those that lay out the head are none."""
    anatomy = context.anatomy
    elements = [one for span in anatomy.spans for one in span.elements] + list(anatomy.enclosing)
    elements += [one for annex in anatomy.annexes for one in annex.body]
    return frozenset(id(one.table) for one in elements if isinstance(one, Grid) and one.table)


def _place(context: Context, section: ObservedSection) -> Place | None:
    blocks = context.observed.blocks[section.start : section.end]
    if not section.start:
        return None
    first = next((place for place, _ in paragraphs_of(blocks)), None)
    return _shifted(first, section.start) if first else None


def _shifted(place: Place, blocks: int) -> Place | None:
    return evolve(place, paragraph=place.paragraph + blocks) if place.paragraph else None


@frozen
class Number:
    """A PAGE field, as it stands in a header or footer; `on` names the pages that show it."""

    where: str
    on: str
    paragraph: ObservedParagraph


def numbers_of(section: ObservedSection) -> tuple[Number, ...]:
    """The page numbers of a section, those that no page shows left out."""
    found: list[Number] = []
    for where, marginal in (("header", section.headers), ("footer", section.footers)):
        for on, blocks in _shown(section, marginal):
            found += [
                Number(where, on, paragraph)
                for _, paragraph in paragraphs_of(blocks or ())
                if any(run.field.upper().startswith("PAGE") for run in paragraph.runs)
            ]
    return tuple(found)


def _shown(
    section: ObservedSection, marginal: Marginal
) -> Iterator[tuple[str, tuple[Block, ...] | None]]:
    yield "default", marginal.default
    if section.first_page_differs:
        yield "first", marginal.first
    yield "even", marginal.even


def check_numbers(context: Context) -> Iterator[Finding]:
    """Số trang: có, đúng chỗ, không ở trang đầu, đúng kiểu, phụ lục đánh riêng."""
    sections = context.observed.sections
    if not sections:
        return
    numbered = [numbers_of(section) for section in sections]
    if not any(numbered):
        if _pages(context) > 1:
            yield context.finding("PG05")
        return
    told: set[tuple[str, str]] = set()
    for section, numbers in zip(sections, numbered, strict=True):
        for one in _judged(context, section, numbers, first=section is sections[0]):
            if (one.code, one.message) not in told:
                told.add((one.code, one.message))
                yield one
    yield from _annexes(context, sections)


def _pages(context: Context) -> int:
    """An estimate of the pages: what the file says, or its sections and lines counted."""
    said = context.observed.properties.pages or 0
    breaks = sum("\f" in run.text for _, one in context.observed.paragraphs() for run in one.runs)
    lines = sum(1 + len(line.text) // _LINE_LETTERS for line in context.lines)
    return max(said, breaks + 1, len(context.observed.sections), lines // _PAGE_LINES + 1)


def _judged(
    context: Context, section: ObservedSection, numbers: tuple[Number, ...], *, first: bool
) -> Iterator[Finding]:
    rule = context.rulebook.page_number
    words = {"header": "đầu trang", "footer": "chân trang"}
    for number in numbers:
        if number.where != rule.place:
            yield context.finding("PG06", found=words[number.where], expected=words[rule.place])
        yield from _dressed(context, number, section)
    if not first or not numbers:
        return
    hidden = section.first_page_differs and not any(one.on == "first" for one in numbers)
    if rule.hidden_on_first and not hidden and (section.page_start or 1) == 1:
        yield context.finding("PG07")
    start = section.page_start
    if start not in (None, rule.start):
        yield context.finding("PG08", None, "start", found=start, expected=rule.start)


def _dressed(context: Context, number: Number, section: ObservedSection) -> Iterator[Finding]:
    name = context.part("page_number").name
    if _unnumbered(number.paragraph).strip():
        yield context.finding("PG08", None, "plain", found=number.paragraph.text.strip())
    if section.page_format not in ("decimal", "", "numberInDash") or "roman" in _fields(number):
        own = "roman" in _fields(number)  # the field says so itself
        yield context.finding("PG08", None, "numerals", mend="" if not own else Mend.SUGGEST)
    align = number.paragraph.format.alignment
    asked = context.rulebook.page_number.align
    if align != asked and asked in ("center", "right", "left"):
        words = {"left": "canh trái", "center": "canh giữa", "right": "canh phải"}
        found = words.get(align, "canh đều")
        yield context.finding("PG08", None, "align", name=name, found=found, expected=words[asked])
    yield from _typeface(context, number, rulebook=context.rulebook)


def _typeface(context: Context, number: Number, *, rulebook: Rulebook) -> Iterator[Finding]:
    rule = rulebook.part("page_number")
    runs = [run for run in number.paragraph.runs if run.field]
    for run in runs[:1]:
        size = run.format.size
        if not rule.size.min - _SIZE_SLACK <= size <= rule.size.max + _SIZE_SLACK:
            yield context.finding(
                "PG08", None, "size", name=rule.name, found=points(size),
                expected=span(rule.size.min, rule.size.max),
            )  # fmt: skip
        if run.format.bold:
            yield context.finding(
                "PG08", None, "bold", name=rule.name, found="in đậm", expected="không in đậm"
            )
        if run.format.italic:
            yield context.finding(
                "PG08", None, "italic", name=rule.name, found="in nghiêng", expected="in đứng"
            )


def _unnumbered(paragraph: ObservedParagraph) -> str:
    """What stands beside the number: words such as "Trang 2/5", dashes."""
    return "".join(run.text for run in paragraph.runs if not run.field)


def _fields(number: Number) -> str:
    return " ".join(run.field for run in number.paragraph.runs).lower()


def _annexes(context: Context, sections: tuple[ObservedSection, ...]) -> Iterator[Finding]:
    """Each annex begins a section whose pages count from 1."""
    if not context.rulebook.page_number.annex_restart:
        return
    starts = {section.start: section for section in sections}
    for annex in context.anatomy.annexes:
        place = annex.label[0].place if annex.label else None
        if place is None or place.part or place.table or place.paragraph is None:
            continue
        section = starts.get(place.paragraph - 1) or _preceded_by_blanks(context, place, starts)
        if section is None or section.page_start != context.rulebook.page_number.start:
            yield context.finding("PG09", place, annex=annex.label[0].text)


def _preceded_by_blanks(
    context: Context, place: Place, starts: dict[int, ObservedSection]
) -> ObservedSection | None:
    """The section that begins with blank paragraphs only before the label."""
    index = (place.paragraph or 1) - 1
    while index and index not in starts:
        block = context.observed.blocks[index - 1]
        if isinstance(block, ObservedTable) or not block.is_blank:
            return None
        index -= 1
    return starts.get(index)
