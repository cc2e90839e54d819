"""Sửa đoạn: sizes, alignment, indents, gaps, blank ones, labels and rows; no letter changes."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Piece
from kehoach.checks.form._homes import home_of
from kehoach.checks.form._parts import addressees, body, body_pieces
from kehoach.checks.form.addressee import colon_of
from kehoach.checks.form.body import blanks_between, paragraphs
from kehoach.checks.mend._job import ALIGNS
from kehoach.observed import ObservedTable, paragraphs_of
from kehoach.word.mending import ParagraphLook, RunLook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks.form._homes import Home
    from kehoach.checks.mend._job import Job
    from kehoach.findings import Finding
    from kehoach.observed import ObservedParagraph

_GAP, _LINES = 0.5, 0.02
_WRONG_ALIGNS: Final = ("left", "right", "center")
_SLACK_MM: Final = 0.5
_LONG: Final = 60


def body_size(job: Job, _: Finding) -> bool:
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


def justify(job: Job, _: Finding) -> bool:
    """BD01: canh đều long paragraphs."""
    look = ParagraphLook(align=ALIGNS[job.book.body.align])
    wrong = (
        piece.line.paragraph
        for piece in _paragraphs(job)
        if piece.line.paragraph.format.alignment in _WRONG_ALIGNS and len(piece.text) > _LONG
    )
    return sum(job.file.lay_out(paragraph, look) for paragraph in wrong) > 0


def first_lines(job: Job, finding: Finding) -> bool:
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


def gaps(job: Job, _: Finding) -> bool:
    """BD03: khoảng cách đoạn."""
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


def line_spacing(job: Job, _: Finding) -> bool:
    """BD04: giãn dòng within its range."""
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


def close(job: Job, finding: Finding) -> bool:
    """HD19: no blank line, no gap and no wide lines between two lines of the head."""
    if finding.aspect == "blank":
        return _unspaced(job, finding)
    seen = [one for _, one in job.file.observed.paragraphs()]
    done = False
    for paragraph in job.paragraphs_at(finding.at):
        index = next(i for i, one in enumerate(seen) if one is paragraph)
        done = job.file.lay_out(paragraph, ParagraphLook(before=0, line=1.0)) or done
        if index and not seen[index - 1].is_blank:
            done = job.file.lay_out(seen[index - 1], ParagraphLook(after=0)) or done
    return done


def _unspaced(job: Job, finding: Finding) -> bool:
    done = False
    for piece in job.pieces_at(finding.at):
        for paper in job.papers:
            home = home_of(paper, piece)
            if home is not None:
                removed = [job.file.remove_blank(one) for one in _blanks_above(home)]
                done = any(removed) or done
    return done


def _blanks_above(home: Home) -> list[ObservedParagraph]:
    found = []
    for block in reversed(home.blocks[: home.index]):
        if isinstance(block, ObservedTable) or not block.is_blank:
            break
        found.append(block)
    return found


def blank_paragraphs(job: Job, _: Finding) -> bool:
    """BD08: blank paragraphs between those of the body go, and leave the gap that is asked."""
    gap, done = job.book.body.paragraph_spacing, False
    for paper in job.papers:
        for above, below in pairwise(body(paper)):
            if isinstance(above, Piece) and isinstance(below, Piece) and below.gap:
                between = blanks_between(paper, above, below)
                removed = [job.file.remove_blank(one) for one in between]
                if removed and all(removed):
                    upper, lower = (one.line.paragraph.format for one in (above, below))
                    if upper.space_after + lower.space_before < gap.min - _GAP:
                        look = ParagraphLook(before=gap.preferred)
                        job.file.lay_out(below.line.paragraph, look)
                    done = True
    return done


def article_labels(job: Job, finding: Finding) -> bool:
    """DC03: "Điều 1." in bold, the text after it as it is."""
    return _labels(
        job, finding, re.compile(r"\s*Điều[\s\u00a0]+\d+[\s\u00a0]*[.:)/–-]?"), bold=True
    )


def point_labels(job: Job, finding: Finding) -> bool:
    """DC04: "a)" upright and not bold."""
    return _labels(job, finding, re.compile(r"\s*[a-zđ][.)/]"), bold=False)


def _labels(job: Job, finding: Finding, label: re.Pattern[str], *, bold: bool) -> bool:
    if finding.aspect != "bold":
        return False
    done = False
    for paper in job.papers:
        for piece in body_pieces(paper):
            paragraph = piece.line.paragraph
            found = label.match(job.file.text(paragraph) or "")
            if piece.line.first and found and piece.place == finding.at:
                done = job.file.dress(paragraph, RunLook(bold=bold), found.span()) or done
    return done


def under_colon(job: Job, finding: Finding) -> bool:
    """KG03: the dashes of the addressees below the colon."""
    if finding.aspect != "under":
        return False
    done = False
    for paper in job.papers:
        pieces = addressees(paper)
        for piece in pieces[1:]:
            paragraph = piece.line.paragraph
            sides = (colon_of(pieces[0]), paragraph.format.right)
            done = job.file.lay_out(paragraph, ParagraphLook(sides=sides)) or done
    return done


def rows(job: Job, finding: Finding) -> bool:
    """BD14, SG07: a table that fits, rows not split, a header repeated; a signature not alone."""
    at = finding.at
    for place, paragraph in job.file.observed.paragraphs():
        if finding.aspect == "alone":
            if place == at:
                return job.file.keep_with_next(paragraph)
        elif place == at or (place.table is not None and place.table == getattr(at, "table", None)):
            if finding.aspect == "width":
                return job.file.fit_table(paragraph, _text_width(job, paragraph))
            return job.file.keep_rows(paragraph, header=finding.aspect == "header")
    return False


def _text_width(job: Job, paragraph: ObservedParagraph) -> float:
    """The width of the text area around the table that holds the paragraph, in millimetres."""
    observed = job.file.observed
    for section in observed.sections:
        inside = paragraphs_of(observed.blocks[section.start : section.end])
        if any(one is paragraph for _, one in inside):
            return section.text_width
    return math.inf
