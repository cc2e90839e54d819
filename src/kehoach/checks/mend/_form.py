"""Sửa định dạng: the look of the parts of a paper, and who mends what; no letter changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.checks.mend import _page, _paragraphs
from kehoach.checks.mend._job import ALIGNS, LOOKS
from kehoach.checks.mend._lines import mend_line
from kehoach.word.mending import ParagraphLook, RunLook

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach.checks.mend._job import Job
    from kehoach.findings import Finding
    from kehoach.observed import ObservedParagraph
    from kehoach.rules import PartKey, PartRule

_PAIRED: Final[tuple[PartKey, ...]] = ("national_name", "motto", "place_date")


def mend_form(job: Job, finding: Finding) -> bool:
    """Mend one finding of form; False where this library has no mend for it."""
    known = _BY_CODE.get(finding.code)
    of_part = finding.aspect in LOOKS and finding.code not in _OF_FILE
    if known is not None and not of_part:
        return known(job, finding)
    return finding.aspect in LOOKS and _dress_part(job, finding)


def _dress_part(job: Job, finding: Finding) -> bool:
    """Size, weight, slope or alignment of the part at the finding's place."""
    done = [] if finding.aspect == "align" else _dress_spans(job, finding)
    for part in job.parts_at(finding.at, finding.code):
        if part.key is None:
            continue
        rule, paragraph = job.book.part(part.key), part.piece.line.paragraph
        if finding.aspect == "align":
            # Only labels of parts and chapters are told to be centred among headings.
            asked = "center" if finding.code == "DC05" else ALIGNS.get(rule.align, "")
            look = ParagraphLook(align=asked)
            done.append(job.file.lay_out(paragraph, look))
        elif finding.aspect == "size" and part.key in _PAIRED:
            done.append(job.file.dress(paragraph, RunLook(size=_paired_size(job, part.key))))
        else:
            done.append(job.file.dress(paragraph, _run_look(rule, paragraph, finding.aspect)))
    return any(done)


def _dress_spans(job: Job, finding: Finding) -> list[bool]:
    """The look of parts that share their line with others, each where it stands."""
    return [
        job.file.dress(
            paragraph, _run_look(job.book.part(part.key), paragraph, finding.aspect), span
        )
        for part, span in job.spans_at(finding.at)
        if part.key is not None
        for paragraph in (part.piece.line.paragraph,)
    ]


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
    done += [
        job.file.dress(part.piece.line.paragraph, RunLook(bold=job.book.part(part.key).bold), span)
        for part, span in job.spans_at(finding.at)
        if part.key in ("superior", "issuer")
    ]
    return any(done)


def _red(job: Job, finding: Finding) -> bool:
    """MK02: the urgency mark in the red of a stamp."""
    if finding.aspect != "color":
        return False
    look = RunLook(color=_STAMP)
    done = [job.file.dress(one.line.paragraph, look) for one in job.pieces_at(finding.at)]
    return any(done)


_OF_FILE: Final = frozenset(("PG08", "FT05", "DC03", "DC04"))
"""Codes whose looks are mended by a function of their own."""
_STAMP: Final = "FF0000"
_BY_CODE: Final[dict[str, Callable[[Job, Finding], bool]]] = {
    "PG01": _page.paper, "PG02": _page.margins, "PG03": _page.margins,
    "PG05": _page.number_place, "PG06": _page.number_place, "PG07": _page.hidden_first,
    "PG08": _page.number_look, "PG09": _page.annex_pages,
    "FT01": _page.typeface, "FT03": _page.black, "FT05": _paragraphs.body_size,
    "HD04": mend_line, "HD05": mend_line, "HD06": mend_line,
    "HD07": _weights, "HD19": _paragraphs.close,
    "DC03": _paragraphs.article_labels, "DC04": _paragraphs.point_labels,
    "BD01": _paragraphs.justify, "BD02": _paragraphs.first_lines, "BD03": _paragraphs.gaps,
    "BD04": _paragraphs.line_spacing, "BD08": _paragraphs.blank_paragraphs,
    "BD14": _paragraphs.rows, "SG07": _paragraphs.rows, "KG03": _paragraphs.under_colon,
    "MK02": _red,
}  # fmt: skip
