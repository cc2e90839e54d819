"""Ngữ cảnh kiểm tra: what every check may look at, and how it words what it found."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import field, frozen

from kehoach.checks._table import table
from kehoach.findings import Finding
from kehoach.observed import Line, Observed, ObservedParagraph, Place, SourceKind

if TYPE_CHECKING:
    from kehoach.anatomy import Anatomy, Piece
    from kehoach.rules import DocumentType, PartKey, PartRule, Rulebook


@frozen
class Context:
    """Ngữ cảnh kiểm tra: one paper, its parts and the rules that it is held to.

    `kind` is the key of the paper's type ("KH", "CV"), "" where it was not recognised; `date`
    the day of the paper, None where it is blank or unreadable; `lines` are the lines of its
    body, computed once for all checks.
    """

    observed: Observed
    anatomy: Anatomy
    rulebook: Rulebook
    kind: str = ""
    date: dt.date | None = None
    lines: tuple[Line, ...] = field(default=(), eq=False, repr=False)

    @property
    def has_format(self) -> bool:
        """Có định dạng: whether the paper came from a Word file, so that its look can be judged."""
        return self.observed.kind is SourceKind.DOCX

    @property
    def type(self) -> DocumentType | None:
        """Loại văn bản theo quy định; None where it was not recognised."""
        return next((one for one in self.rulebook.types if one.key == self.kind), None)

    def part(self, key: PartKey) -> PartRule:
        """Quy tắc của một thành phần."""
        return self.rulebook.part(key)

    def finding(
        self,
        code: str,
        at: Place | Piece | Line | None = None,
        aspect: str = "",
        *,
        clause: str = "",
        origin: str = "",
        **slots: object,
    ) -> Finding:
        """Một phát hiện worded from the rule table; `slots` fill the message and the advice.

        `clause` overrides the table's; `origin` is the layer that decided, named where it is a
        house style. KeyError for a code or an aspect that the table has not.
        """
        rule = table()[code]
        message = rule.messages[aspect]
        place = at if at is None or isinstance(at, Place) else at.place
        cite = clause or rule.clause or self._cite(rule.part)
        if origin and origin == self.rulebook.style:
            cite = f"{cite}; phong cách “{origin}”" if cite else f"phong cách “{origin}”"
        return Finding(
            code,
            message.severity,
            message.text.format(**slots),
            place.describe() if place else "",
            place.line if place else None,
            "" if cite == "house" else cite,
            message.advice.format(**slots),
            mend=message.mend,
            aspect=aspect,
            at=place,
        )

    def _cite(self, part: str) -> str:
        return next((one.cite for one in self.rulebook.parts if one.key == part), "")


def text_of(paragraph: ObservedParagraph) -> str:
    """Chữ của đoạn, without the spaces at its ends."""
    return paragraph.text.strip()
