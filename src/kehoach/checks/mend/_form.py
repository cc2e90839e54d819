"""Sửa định dạng: pages, fonts, the look of parts and paragraphs; no letter changes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kehoach.checks.form._parts import body_pieces
from kehoach.checks.form.body import paragraphs
from kehoach.checks.form.marks import urgency_marks
from kehoach.observed import paragraphs_of
from kehoach.word._mend import PageLook, ParagraphLook, RunLook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach.anatomy import Piece
    from kehoach.checks.mend._job import Job
    from kehoach.findings import Finding
    from kehoach.observed import ObservedParagraph
    from kehoach.rules import PartKey, PartRule, Range

_SIDES: Final = ("top", "bottom", "left", "right")
_MARGIN, _PAPER, _GAP, _LINES, _SIZE = 0.5, 1.0, 0.5, 0.02, 0.05
_LOOKS: Final = frozenset(("size", "bold", "italic", "align"))
_ALIGNS: Final = {"justify": "both", "left": "left", "center": "center", "right": "right"}
_PAIRED: Final[tuple[PartKey, ...]] = ("national_name", "motto", "place_date")
_WRONG_ALIGNS: Final = ("left", "right", "center")
_SLACK_MM: Final = 0.5
_LONG: Final = 60


def mend_form(job: Job, finding: Finding) -> bool:
    """Mend one finding of form; False where this library has no mend for it."""
    known = _BY_CODE.get(finding.code)
    if known is not None and (finding.aspect not in _LOOKS or finding.code in _OF_FILE):
        return known(job, finding)
    return finding.aspect in _LOOKS and _dress_part(job, finding)


def _dress_part(job: Job, finding: Finding) -> bool:
    """Size, weight, slope or alignment of the part at the finding's place."""
    done = []
    for part in job.parts_at(finding.at, finding.code):
        if part.key is None:
            continue
        rule, paragraph = job.book.part(part.key), part.piece.line.paragraph
        if finding.aspect == "align":
            # Only labels of parts and chapters are told to be centred among headings.
            asked = "center" if finding.code == "DC05" else _ALIGNS.get(rule.align, "")
            look = ParagraphLook(align=asked)
            done.append(job.file.lay_out(paragraph, look))
        elif finding.aspect == "size" and part.key in _PAIRED:
            done.append(job.file.dress(paragraph, RunLook(size=_paired_size(job, part.key))))
        else:
            done.append(job.file.dress(paragraph, _run_look(rule, paragraph, finding.aspect)))
    return any(done)


def _run_look(rule: PartRule, paragraph: ObservedParagraph, aspect: str) -> RunLook:
    if aspect == "bold":
        return RunLook(bold=rule.bold)
    if aspect == "italic":
        return RunLook(italic=rule.italic)
    sizes = [run.format.size for run in paragraph.runs if run.text.strip()]
    wrong = [size for size in sizes if size not in rule.size]
    return RunLook(size=rule.size.clamp(wrong[0]) if wrong else None)


def _paired_size(job: Job, key: PartKey) -> float:
    """The size of a part of the head in the set of sizes that most of the head has."""
    seen: dict[PartKey, float] = {}
    for part in job.parts():
        for run in part.piece.line.paragraph.runs:
            if part.key in _PAIRED and run.text.strip():
                seen.setdefault(part.key, run.format.size)
    sets = [dict(zip(_PAIRED, (one.national_name, one.motto, one.place_date), strict=True))
            for one in job.book.size_sets]  # fmt: skip
    if not sets:
        return job.book.part(key).size.preferred
    return max(sets, key=lambda one: sum(one[name] == size for name, size in seen.items()))[key]


def _weights(job: Job, finding: Finding) -> bool:
    """HD07: the superior's name not bold, the issuer's bold."""
    done = [
        job.file.dress(part.piece.line.paragraph, RunLook(bold=job.book.part(part.key).bold))
        for part in job.parts_at(finding.at)
        if part.key in ("superior", "issuer")
    ]
    return any(done)


def _paper(job: Job, _: Finding) -> bool:
    page, done = job.book.page, False
    for index, section in enumerate(job.file.observed.sections):
        short, long = sorted((section.width, section.height))
        if max(abs(short - page.width), abs(long - page.height)) > _PAPER:
            sides = (page.width, page.height)
            width, height = sides[::-1] if section.width > section.height else sides
            done = job.file.set_page(index, PageLook(width=width, height=height)) or done
    return done


def _margins(job: Job, finding: Finding) -> bool:
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


def _number_place(job: Job, _: Finding) -> bool:
    """PG05, PG06: a number in the header, none on the first page."""
    rule = job.book.page_number
    if rule.place != "header":
        return False
    done = job.file.number_in_header(job.book.part("page_number").size.preferred)
    if done and rule.hidden_on_first:
        job.file.set_page(0, PageLook(first_page_differs=True))
    return done


def _hidden_first(job: Job, _: Finding) -> bool:
    return job.file.set_page(0, PageLook(first_page_differs=True))


def _number_look(job: Job, finding: Finding) -> bool:
    rule = job.book.part("page_number")
    if finding.aspect == "start":
        return job.file.set_page(0, PageLook(start=job.book.page_number.start))
    if finding.aspect not in _LOOKS:
        return False
    look = RunLook(size=rule.size.preferred, bold=rule.bold, italic=rule.italic)
    return job.file.dress_numbers(look, _ALIGNS.get(job.book.page_number.align, "center"))


def _everything(job: Job) -> Iterator[ObservedParagraph]:
    observed = job.file.observed
    yield from (one for _, one in observed.paragraphs())
    for section in observed.sections:
        for marginal in (section.headers, section.footers):
            for blocks in (marginal.default, marginal.first, marginal.even):
                yield from (one for _, one in paragraphs_of(blocks or ()))


def _typeface(job: Job, _: Finding) -> bool:
    look = RunLook(font=job.book.font.family)
    return sum(job.file.dress(one, look) for one in _everything(job)) > 0


def _black(job: Job, _: Finding) -> bool:
    red = {id(piece.line.paragraph) for paper in job.papers for piece in urgency_marks(paper)}
    look = RunLook(black=True)
    kept = (one for one in _everything(job) if id(one) not in red)
    return sum(job.file.dress(one, look) for one in kept) > 0


def _body_size(job: Job, _: Finding) -> bool:
    """FT05: the size that most of the body has, where it is permitted."""
    rule, weights = job.book.part("body"), dict[float, int]()
    pieces = [
        piece
        for paper in job.papers
        for piece in body_pieces(paper)
        if piece.place.table is None and piece.line.first
    ]
    for run in (run for piece in pieces for run in piece.line.paragraph.runs):
        if run.format.size in rule.size:
            weights[run.format.size] = weights.get(run.format.size, 0) + len(run.text)
    size = max(weights, key=weights.__getitem__, default=rule.size.preferred)
    return sum(job.file.dress(one.line.paragraph, RunLook(size=size)) for one in pieces) > 0


def _paragraphs(job: Job) -> Iterator[Piece]:
    for paper in job.papers:
        yield from paragraphs(paper)


def _justify(job: Job, _: Finding) -> bool:
    look = ParagraphLook(align=_ALIGNS[job.book.body.align])
    wrong = (
        piece.line.paragraph
        for piece in _paragraphs(job)
        if piece.line.paragraph.format.alignment in _WRONG_ALIGNS and len(piece.text) > _LONG
    )
    return sum(job.file.lay_out(paragraph, look) for paragraph in wrong) > 0


def _first_lines(job: Job, finding: Finding) -> bool:
    """BD02: the indent of the rulebook; one typed with spaces is left to a human."""
    if finding.aspect != "indent":
        return False
    indent, done = job.book.body.indent, False
    for piece in _paragraphs(job):
        paragraph = piece.line.paragraph
        start = paragraph.format.left + paragraph.format.first_line
        right = any(abs(start - value) <= _SLACK_MM for value in indent.allowed)
        typed = paragraph.text.startswith(("\t", "  ", "\u00a0"))
        if not (right or typed or (paragraph.number and paragraph.format.left)):
            look = ParagraphLook(first_line=indent.preferred)
            done = job.file.lay_out(paragraph, look) or done
    return done


def _gaps(job: Job, _: Finding) -> bool:
    least, done = job.book.body.paragraph_spacing, False
    for paper in job.papers:
        for above, below in pairwise(paragraphs(paper)):
            upper, lower = above.line.paragraph.format, below.line.paragraph.format
            merged = upper.style == lower.style and upper.style != ""
            after = 0.0 if merged and upper.contextual_spacing else upper.space_after
            before = 0.0 if merged and lower.contextual_spacing else lower.space_before
            if after + before < least.min - _GAP:
                look = ParagraphLook(before=least.preferred)
                done = job.file.lay_out(below.line.paragraph, look) or done
    return done


def _line_spacing(job: Job, _: Finding) -> bool:
    allowed, done = job.book.body.line_spacing, False
    for piece in _paragraphs(job):
        form = piece.line.paragraph.format
        sizes = [run.format.size for run in piece.line.paragraph.runs if run.text.strip()]
        size = max(sizes, default=form.mark.size)
        if form.line_rule == "auto":
            wrong = not allowed.min - _LINES <= form.line <= allowed.max + _LINES
            line = allowed.clamp(form.line)
        else:
            wrong = form.line < size or form.line > size * 1.15 * allowed.max + 1
            line = allowed.preferred
        if wrong:
            done = job.file.lay_out(piece.line.paragraph, ParagraphLook(line=line)) or done
    return done


def _close(job: Job, finding: Finding) -> bool:
    """HD19: no gap and no wide lines between two lines of the head."""
    if finding.aspect != "spacing":
        return False
    seen = [one for _, one in job.file.observed.paragraphs()]
    done = False
    for piece in job.pieces_at(finding.at):
        paragraph = piece.line.paragraph
        index = next(i for i, one in enumerate(seen) if one is paragraph)
        done = job.file.lay_out(paragraph, ParagraphLook(before=0, line=1.0)) or done
        if index and not seen[index - 1].is_blank:
            done = job.file.lay_out(seen[index - 1], ParagraphLook(after=0)) or done
    return done


def _annex_pages(job: Job, finding: Finding) -> bool:
    """PG09: the section of an annex counts its pages from 1, where a section begins with it."""
    place = getattr(finding.at, "paragraph", None)
    for index, section in enumerate(job.file.observed.sections):
        if place is not None and index and section.start == place - 1:
            return job.file.set_page(index, PageLook(start=1, first_page_differs=True))
    return False


def _rows(job: Job, finding: Finding) -> bool:
    """BD14, SG07: rows that are not split, a header row that is repeated."""
    if finding.code == "SG07" and finding.aspect != "split":
        return False
    if finding.aspect not in ("split", "header"):
        return False
    at = finding.at
    for place, paragraph in job.file.observed.paragraphs():
        if place == at or (place.table is not None and place.table == getattr(at, "table", None)):
            return job.file.keep_rows(paragraph, header=finding.aspect == "header")
    return False


_OF_FILE: Final = frozenset(("PG08", "FT05"))
_BY_CODE: Final[dict[str, Callable[[Job, Finding], bool]]] = {
    "PG01": _paper, "PG02": _margins, "PG03": _margins, "PG05": _number_place,
    "PG06": _number_place, "PG07": _hidden_first, "PG08": _number_look, "PG09": _annex_pages,
    "FT01": _typeface, "FT03": _black, "FT05": _body_size, "HD07": _weights, "HD19": _close,
    "BD01": _justify, "BD02": _first_lines, "BD03": _gaps, "BD04": _line_spacing,
    "BD14": _rows, "SG07": _rows,
}  # fmt: skip
