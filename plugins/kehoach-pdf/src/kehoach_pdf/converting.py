"""Chuyển thành PDF: one paper, or many in few starts of LibreOffice."""

from __future__ import annotations

import io
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.errors import FontMissing, KehoachError, OfficeFailed
from kehoach_pdf._bytes import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.documents import Document
    from kehoach.plan import Plan
    from kehoach.rules import Rulebook

AT_ONCE = 50
"""Papers in one start of LibreOffice: its command line stays short and memory bounded."""

_NOTHING_MADE = "it made no pdf of the paper"


@frozen
class Converted:
    """Bản PDF: its bytes and the number of its pages."""

    data: bytes
    pages: int


@frozen
class Lost:
    """Văn bản không chuyển được, và lý do, one line in English."""

    reason: str


Result: TypeAlias = Converted | Lost


def convert(
    subject: Plan | Document,
    rulebook: Rulebook | None = None,
    *,
    archive: bool = False,
    time_limit: float | None = None,
) -> Converted:
    """Chuyển kế hoạch hoặc văn bản thành PDF, or with `archive` PDF/A-2b.

    Without a rulebook the one of the paper's day serves. `time_limit` is in seconds, 120 by
    default. The same paper gives the same bytes from one LibreOffice with one set of fonts.

    Raises FontMissing before anything is started, OfficeMissing without LibreOffice, OfficeFailed
    when it takes too long or makes nothing twice, UnwritableText, UndatedPaper, NoRulebook.
    """
    (made,) = _printed([_Paper.of(subject, rulebook)], archive=archive, time_limit=time_limit)
    if isinstance(made, Lost):
        raise OfficeFailed("LibreOffice", made.reason)
    return made


def convert_many(
    subjects: Iterable[Plan | Document],
    rulebook: Rulebook | None = None,
    *,
    archive: bool = False,
    at_once: int = AT_ONCE,
    time_limit: float | None = None,
) -> Iterator[Result]:
    """Chuyển nhiều văn bản, in their order; `at_once` of them share one LibreOffice.

    A paper that cannot be written or drawn becomes a `Lost`, the others go on. `time_limit` is in
    seconds for each start; 120 by default, and 20 more a paper. Raises FontMissing, OfficeMissing,
    and OfficeFailed when the time of a start is up.
    """
    waiting = iter(subjects)
    while batch := [_attempted(each, rulebook) for each in islice(waiting, at_once)]:
        papers = [each for each in batch if isinstance(each, _Paper)]
        drawn = iter(_printed(papers, archive=archive, time_limit=time_limit) if papers else ())
        for each in batch:
            yield each if isinstance(each, Lost) else next(drawn)


@frozen
class _Paper:
    """A paper as .docx, the family that it is set in, and its day."""

    data: bytes
    family: str
    day: str

    @classmethod
    def of(cls, subject: Plan | Document, rulebook: Rulebook | None) -> _Paper:
        """Compose and write the paper; raises what that raises."""
        from kehoach.compose import plan_document  # noqa: PLC0415 - listing plugins needs none
        from kehoach.exporting import rulebook_of  # noqa: PLC0415 - the same
        from kehoach.plan import Plan  # noqa: PLC0415 - the same
        from kehoach.word import write  # noqa: PLC0415 - loads python-docx

        rules = rulebook or rulebook_of(subject)
        paper = plan_document(subject, rules) if isinstance(subject, Plan) else subject
        day = paper.properties.date
        return cls(write(paper, rules), rules.font.family, f"{day:%Y%m%d}" if day else "19800101")


def _attempted(subject: Plan | Document, rulebook: Rulebook | None) -> _Paper | Lost:
    try:
        return _Paper.of(subject, rulebook)
    except (KehoachError, ValueError) as error:
        return Lost(" ".join(str(error).split()))


def _printed(papers: list[_Paper], *, archive: bool, time_limit: float | None) -> Iterator[Result]:
    from kehoach.office import font_for, printed  # noqa: PLC0415 - listing plugins needs none

    for family in {paper.family for paper in papers}:
        if font_for(family) is None:
            raise FontMissing(family)
    drawn = printed([paper.data for paper in papers], archive=archive, time_limit=time_limit)
    for paper, data in zip(papers, drawn, strict=True):
        yield Lost(_NOTHING_MADE) if data is None else _counted(settled(data, paper.day))


def _counted(data: bytes) -> Converted:
    from pypdf import PdfReader  # noqa: PLC0415 - for what has been drawn alone

    return Converted(data, len(PdfReader(io.BytesIO(data)).pages))
