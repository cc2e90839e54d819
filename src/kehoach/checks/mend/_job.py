"""Việc sửa một tệp: the open file, its papers and where their parts stand."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from kehoach.anatomy import Component, Piece
from kehoach.checks.form.marks import addresses, circulations, urgency_marks
from kehoach.rules import PartKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach.checks._context import Context
    from kehoach.observed import Line, ObservedParagraph
    from kehoach.rules import Rulebook
    from kehoach.word.mending import Mendable

LOOKS: Final = frozenset(("size", "bold", "italic", "align"))
"""Aspects that a look of a part mends."""
ALIGNS: Final = {"justify": "both", "left": "left", "center": "center", "right": "right"}
"""Word's names of alignments, by those of the rules."""

Edit: TypeAlias = tuple[int, int, str]
"""Start, end and new text of a stretch."""
_BREAK: Final = re.compile(r"[\n\f\v]")
_KEYS: Final[dict[Component, PartKey]] = {
    Component.NATION: "national_name", Component.MOTTO: "motto", Component.SUPERIOR: "superior",
    Component.ISSUER: "issuer", Component.NUMBER: "number", Component.SUBJECT: "letter_subject",
    Component.PLACE_DATE: "place_date", Component.KIND: "kind_name",
    Component.SUMMARY: "summary", Component.REFERENCE: "annex_reference",
    Component.AUTHORITY_LINE: "authority_line", Component.BASIS: "basis",
    Component.ADDRESSEE: "addressee", Component.SIGNATURE: "post", Component.SIGNER: "signer_name",
    Component.OTHER_POST: "signer_name", Component.RECIPIENTS_LABEL: "recipients_label",
    Component.RECIPIENT: "recipient", Component.OFFICE_ADDRESS: "office_address",
    Component.URGENCY: "urgency", Component.CIRCULATION: "circulation",
}  # fmt: skip
_BY_CODE: Final[dict[str, PartKey]] = {
    "CC01": "basis", "DC01": "order_line", "DC02": "authority_line", "DC05": "roman_heading",
    "PL04": "annex_reference",
}  # fmt: skip


@frozen
class Part:
    """A piece with the key of the rule that dresses it, "" where none is known."""

    piece: Piece
    key: PartKey | None


class Job:
    """One file and its papers, the main one last; `main` is what the whole-file checks saw."""

    def __init__(self, file: Mendable, papers: tuple[Context, ...]) -> None:
        self.file, self.papers = file, papers
        self.main = papers[-1]
        self._parts: dict[object, list[Part]] = {}
        self._keys: dict[int, set[PartKey | None]] = {}
        for part in _parts(papers):
            self._parts.setdefault(part.piece.place, []).append(part)
            self._keys.setdefault(id(part.piece.line.paragraph), set()).add(part.key)

    @property
    def book(self) -> Rulebook:
        """The rules."""
        return self.main.rulebook

    def parts(self) -> Iterator[Part]:
        """Every part."""
        return (part for found in self._parts.values() for part in found)

    def parts_at(self, place: object, code: str = "") -> list[Part]:
        """The parts at a place that fill their line, and their paragraph with their like."""
        found = []
        for part in self._parts.get(place, ()):
            alone = len(self._keys[id(part.piece.line.paragraph)]) == 1
            if part.piece.whole and alone:
                found.append(Part(part.piece, _BY_CODE.get(code, part.key)))
        return found

    def spans_at(self, place: object) -> list[tuple[Part, tuple[int, int]]]:
        """The parts at a place that share their line, with where they stand in the paragraph."""
        found = []
        for part in self._parts.get(place, ()):
            text = (self.file.text(part.piece.line.paragraph) or "").replace("\u00a0", " ")
            if not part.piece.whole and text.count(part.piece.text) == 1:
                start = text.index(part.piece.text)
                found.append((part, (start, start + len(part.piece.text))))
        return found

    def lines_at(self, place: object) -> list[Line]:
        """The lines at a place, whatever stands beside in them."""
        return [line for line in self.file.observed.lines() if line.place == place]

    def paragraphs_at(self, place: object) -> list[ObservedParagraph]:
        """The paragraphs at a place, whatever parts share them."""
        found = {id(part.piece.line.paragraph): part for part in self._parts.get(place, ())}
        return [part.piece.line.paragraph for part in found.values()]

    def pieces_at(self, place: object) -> list[Piece]:
        """The pieces at a place that fill their line."""
        return [part.piece for part in self._parts.get(place, ()) if part.piece.whole]

    def rewrite(self, line: Line, change: Callable[[str], str]) -> bool:
        """Change the text of a line, in as small steps as can be; False where nothing changed."""

        def edits(text: str) -> list[Edit]:
            changed = change(text)
            steps = SequenceMatcher(None, text, changed, autojunk=False).get_opcodes()
            return [(i, j, changed[k:n]) for tag, i, j, k, n in steps if tag != "equal"]

        return self.edit(line, edits)

    def edit(self, line: Line, edits: Callable[[str], list[Edit]]) -> bool:
        """Replace stretches of what the line says now, given as start, end and new text."""
        held = self._held(line)
        return held is not None and self._apply(line.paragraph, held[0], edits(held[1]))

    def _held(self, line: Line) -> tuple[int, str] | None:
        """Where the line begins in what its paragraph now says, and what it now says."""
        whole = self.file.text(line.paragraph)
        seen = _BREAK.split(line.paragraph.printed)
        now = _BREAK.split(whole) if whole is not None else []
        if len(seen) != len(now) or seen.count(line.text) != 1:
            return None
        index = seen.index(line.text)
        return sum(len(one) + 1 for one in now[:index]), now[index]

    def _apply(self, paragraph: ObservedParagraph, at: int, edits: list[Edit]) -> bool:
        done = [
            self.file.replace(paragraph, at + start, at + end, text)
            for start, end, text in sorted(edits, reverse=True)
        ]
        return bool(done) and all(done)


def _parts(papers: tuple[Context, ...]) -> Iterator[Part]:
    for context in papers:
        for span in context.anatomy.spans:
            key = _KEYS.get(span.component)
            yield from (Part(one, key) for one in span.elements if isinstance(one, Piece))
        for annex in context.anatomy.annexes:
            yield from (Part(one, "annex_label") for one in annex.label)
            yield from (Part(one, "annex_title") for one in annex.title)
            yield from (Part(one, "annex_reference") for one in annex.reference)
            yield from (Part(one, None) for one in annex.body if isinstance(one, Piece))
        yield from (Part(one, "urgency") for one in urgency_marks(context))
        yield from (Part(one, "circulation") for one in circulations(context))
        yield from (Part(one, "office_address") for one in addresses(context))
