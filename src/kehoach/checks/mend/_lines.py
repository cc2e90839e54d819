"""Sửa đường kẻ: lines below Tiêu ngữ, the issuer's name and the summary, drawn as long as asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.checks.form._homes import Home, home_of, line_below, printed_width
from kehoach.word.mending import ParagraphLook, RunLook

if TYPE_CHECKING:
    from kehoach.anatomy import Piece
    from kehoach.checks.mend._job import Job
    from kehoach.findings import Finding
    from kehoach.rules import PartKey

# The line of a title stands below "(Kèm theo …)" where there is such a line.
_KEYS: Final[dict[PartKey, PartKey]] = {
    "motto": "motto", "issuer": "issuer", "summary": "summary", "annex_reference": "summary",
}  # fmt: skip


def mend_line(job: Job, finding: Finding) -> bool:
    """Draw the line that is missing or underlined, or make the one that is there fit."""
    found = _placed(job, finding)
    if found is None:
        return False
    piece, home, sides = found
    paragraph = piece.line.paragraph
    if finding.aspect == "length":
        drawn = line_below(home)
        if drawn is None or drawn.holder is None:
            return False
        return job.file.lay_out(drawn.holder, ParagraphLook(sides=sides))
    if finding.aspect == "underline":
        done = job.file.dress(paragraph, RunLook(underline=False))
        return done and (line_below(home) is not None or job.file.rule_below(paragraph, *sides))
    return finding.aspect == "missing" and job.file.rule_below(paragraph, *sides)


def mend_typed_line(job: Job, finding: Finding) -> bool:
    """Draw the line that was typed with underscores or dashes."""
    found = _placed(job, finding)
    if found is None:
        return False
    _, home, sides = found
    drawn = line_below(home)
    return bool(drawn and drawn.holder and job.file.rule_instead(drawn.holder, *sides))


def _placed(job: Job, finding: Finding) -> tuple[Piece, Home, tuple[float, float]] | None:
    """The text above the line, where it stands, and the indents of a line of the right length."""
    for part in job.parts_at(finding.at):
        key = _KEYS.get(part.key) if part.key else None
        rule = job.book.part(key).rule if key else None
        for paper in job.papers:
            home = home_of(paper, part.piece)
            if rule is not None and home is not None:
                share = (rule.min + rule.max) / 2
                length = printed_width(part.piece, home) * share
                return part.piece, home, _sides(home, length)
    return None


def _sides(home: Home, length: float) -> tuple[float, float]:
    form = home.paragraph.format
    spare = max(home.width - form.left - form.right - length, 0.0) / 2
    return form.left + spare, form.right + spare
