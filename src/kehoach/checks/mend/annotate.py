"""Ghi nhận xét: a copy of the file with each finding as a Word comment at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.word.mending import Mendable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.findings import Finding
    from kehoach.observed import Observed, ObservedParagraph

_QUOTED: Final = re.compile(r"“…?([^”…]{4,})…?”")


def annotate(data: bytes, findings: Iterable[Finding], source: str = "", date: str = "") -> bytes:
    """Ghi các phát hiện thành nhận xét của Word, by author "kehoach".

    A finding of which the place is unknown, or in a header, stands at the first paragraph. The
    comments carry no day unless `date` (ISO 8601) is given. Raises ReadError for what cannot be
    read, MendRefused for files that must not be touched: signed, protected, with macros.
    """
    file = Mendable(data, source, date=date)
    places = _Places(file.observed)
    for finding in findings:
        file.comment(places.paragraph(finding), _words(finding))
    return file.data()


def _words(finding: Finding) -> str:
    head = f"{finding.severity.label.capitalize()} {finding.code}: {finding.message}"
    rest = (finding.advice and f"Cách sửa: {finding.advice}", finding.clause)
    return "\n".join((head, *(one for one in rest if one)))


class _Places:
    """Paragraphs by place: as a value, or in the words of a finding."""

    def __init__(self, observed: Observed) -> None:
        self._exact: dict[object, ObservedParagraph] = {}
        self._told: dict[str, list[ObservedParagraph]] = {}
        for place, paragraph in observed.paragraphs():
            self._exact.setdefault(place, paragraph)
            self._told.setdefault(place.describe(), []).append(paragraph)

    def paragraph(self, finding: Finding) -> ObservedParagraph | None:
        if finding.at is not None:
            return self._exact.get(finding.at)
        found = self._told.get(finding.place, [])
        quoted = _QUOTED.search(finding.message)
        if quoted:
            return next((one for one in found if quoted[1] in one.printed), *found[:1] or (None,))
        return found[0] if found else None
