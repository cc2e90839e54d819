"""Phần cuối văn bản: nơi nhận and chữ ký, one after the other, side by side or interleaved.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 and 9.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.anatomy import patterns
from kehoach.anatomy._flow import columns
from kehoach.anatomy.parts import Component, Grid, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.anatomy._collector import Collector
    from kehoach.anatomy.parts import Element

_LONGEST = 200
_SEARCHED_BACK = 25
_RECIPIENT = re.compile(r"[-–—+•*]\s*\S")
_SHARED = re.compile(
    rf"(?<=[.;:)\w])\s+(?=(?:TM|KT|TL|TUQ)\s*[./]\s*[{patterns.CAP}]{{2,}})"
    rf"|(?:(?<=;)|(?<=[^{patterns.CAP}]\.))\s+(?=(?:{patterns.POST.pattern})[^a-z]*$)"
    r"|(?<=[.;])\s+(?=\(Đã ký\)$)"
)


def find_tail(elements: Sequence[Element], start: int) -> int | None:
    """The index of the first line of recipients or signature; None where there is neither."""
    label = signature = None
    for index in range(start, len(elements)):
        element = elements[index]
        if isinstance(element, Grid) or len(element.text) > _LONGEST:
            continue
        text = element.text
        if patterns.RECIPIENTS_LABEL.match(text) and len(text) < 120:  # noqa: PLR2004
            label = index
            break
        if signature is None and _signs(text):
            signature = index
    if signature is not None:
        return signature
    if label is not None:
        return _back_to_signature(elements, start, label)
    return _bare_signature(elements, start)


def _signs(text: str) -> bool:
    """Whether a line names an authority in capitals: "TM. ỦY BAN NHÂN DÂN"."""
    found = patterns.AUTHORITY.match(text)
    return bool(found) and text.isupper() and any(sign in text[:4] for sign in "./ ")


def _back_to_signature(elements: Sequence[Element], start: int, label: int) -> int:
    """The signature may have been read before the recipients beside it."""
    first = label
    for index in range(label - 1, max(start, label - 8) - 1, -1):
        element = elements[index]
        if isinstance(element, Grid) or not _closes(element.text):
            break
        if patterns.POST.match(element.text) or _signs(element.text):
            first = index
    return first


def _closes(text: str) -> bool:
    return bool(
        patterns.POST.match(text)
        or patterns.PERSON.match(text)
        or patterns.SIGNED.match(text)
        or (text.isupper() and not patterns.HEADING.match(text))
    )


def _bare_signature(elements: Sequence[Element], start: int) -> int | None:
    """A post in capitals near the end, where the paper has neither recipients nor authority."""
    for index in range(max(start, len(elements) - _SEARCHED_BACK), len(elements)):
        element = elements[index]
        if not isinstance(element, Piece) or not element.text.isupper():
            continue
        if patterns.POST.match(element.text) and len(element.text) < 80:  # noqa: PLR2004 - a line
            return index
    return None


def read_tail(elements: Sequence[Element], start: int, into: Collector) -> int:
    """Sort the closing lines into their parts; returns the index of what follows them."""
    state = _Closing(into)
    index = start
    while index < len(elements):
        element = elements[index]
        if isinstance(element, Grid) or state.ends_before(element):
            break
        for piece in _cut(element):
            state.take(piece)
        index += 1
    state.finish()
    return index


def _cut(element: Piece) -> Iterator[Piece]:
    for piece in columns(element):
        if len(piece.text) > _LONGEST:
            yield piece
            continue
        texts = _SHARED.split(piece.text)
        for index, text in enumerate(texts):
            gap = piece.gap if not index else 0
            yield evolve(piece, text=text, gap=gap, whole=len(texts) == 1 and piece.whole)


class _Closing:
    """The closing lines seen so far."""

    def __init__(self, into: Collector) -> None:
        self.into = into
        self.below: list[Piece] = []
        self.listing = False
        self.signed = False
        self.archived = False

    def ends_before(self, piece: Piece) -> bool:
        """Whether an annex, or whatever else is no closing, begins here."""
        text = piece.text
        if patterns.ANNEX.match(text) and not text.rstrip().endswith((";", ".")):
            return True
        if patterns.REFERENCE.match(text) or len(text) > _LONGEST * 2:
            return True
        if patterns.HEADING.match(text) and not _RECIPIENT.match(text):
            return bool(self.below) or self.archived
        done = self.signed and any(patterns.PERSON.match(one.text) for one in self.below)
        return done and piece.capitals and len(text.split()) > 3 and not _closes_more(text)  # noqa: PLR2004

    def take(self, piece: Piece) -> None:
        """Sort one piece."""
        text = piece.text
        if found := patterns.RECIPIENTS_LABEL.match(text):
            self.listing = True
            self.into.add(Component.RECIPIENTS_LABEL, evolve(piece, text=found[0]))
            rest = text[found.end() :].strip()
            if rest:
                self.take(evolve(piece, text=rest, whole=False))
        elif patterns.RULE.match(text):
            self.into.add(Component.RULE, piece)
        elif patterns.DRAFTER.match(text):
            self.into.add(Component.DRAFTER, piece)
        elif patterns.SIGNED.match(text):
            self.into.add(Component.SIGNED, piece)
        elif _signs(text) or (patterns.POST.match(text) and piece.capitals and not self.below):
            self.signed = True
            self.into.add(Component.SIGNATURE, piece)
        elif _RECIPIENT.match(text) or patterns.ARCHIVE.match(text):
            self._recipient(piece)
        elif self._continues(piece):
            self.into.add(Component.RECIPIENT, piece)
        elif patterns.OFFICE_ADDRESS.match(text):
            self.into.add(Component.OFFICE_ADDRESS, piece)
        else:
            self._other(piece)

    def _recipient(self, piece: Piece) -> None:
        self.archived = self.archived or bool(patterns.ARCHIVE.match(piece.text))
        self.into.add(Component.RECIPIENT, piece)

    def _continues(self, piece: Piece) -> bool:
        """A line without a dash among the recipients: a list without dashes, or a wrapped line."""
        if not self.listing or self.archived:
            return False
        if piece.text.endswith((";", "; .")):
            return True
        before = self.into.found.get(Component.RECIPIENT)
        if not before or not isinstance(before[-1], Piece):
            return not patterns.PERSON.match(piece.text) and not piece.capitals
        unended = not before[-1].text.endswith((";", "."))
        return unended and not piece.gap and piece.text[:1].islower()

    def _other(self, piece: Piece) -> None:
        if piece.capitals and not self.below and self.signed and not self._is_person(piece):
            self.into.add(Component.SIGNATURE, piece)
        else:
            self.signed = True
            self.below.append(piece)

    def _is_person(self, piece: Piece) -> bool:
        """A name in capitals stands below a gap, two lines of a post do not."""
        return piece.gap > 0 and bool(patterns.PERSON.match(piece.text)) and piece.gap > 1

    def finish(self) -> None:
        """The last line below the stack is the name, the one above it another post."""
        names = [one for one in self.below if patterns.PERSON.match(one.text)]
        name = names[-1] if names else None
        if name is None and self.below and not patterns.ANNEX.match(self.below[-1].text):
            name = self.below[-1]
        for piece in self.below:
            if piece is name:
                self.into.add(Component.SIGNER, piece)
            elif name is not None and piece.line.place != name.line.place and len(piece.text) < 80:  # noqa: PLR2004
                self.into.add(Component.OTHER_POST, piece)
            else:
                self.into.add(Component.REMAINDER, piece)


def _closes_more(text: str) -> bool:
    return bool(patterns.AUTHORITY.match(text) or patterns.POST.match(text))
