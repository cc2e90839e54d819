"""Kiểm tra ngôn ngữ của một văn bản: the slips of its lines as findings, each with its place."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from kehoach.anatomy import Component, Grid
from kehoach.checks.language import _characters
from kehoach.checks.language._consistency import abbreviated_posts
from kehoach.checks.language._line import composed_slips, name_slip
from kehoach.checks.language._screen import Kind
from kehoach.checks.language._sentences import line_slip
from kehoach.checks.language._slips import Slip
from kehoach.checks.language._words import Suspect, suspected
from kehoach.checks.registry import Check
from kehoach.findings import Severity
from kehoach.observed import Place, lines_of
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.anatomy import Anatomy
    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import Line

_AROUND: Final = 14
_SHOWN: Final = 60
_NAMED: Final = 3
_COLUMNS: Final = 3
_STOPS: Final = (".", "?", "!")
_COMMITTEES: Final = ("uỷ", "ủy")
# Parts that hold blanks, rules and fixed words of form, which the checks of form look at.
_FORM: Final = frozenset(
    (Component.NATION, Component.MOTTO, Component.NUMBER, Component.PLACE_DATE, Component.RULE,
     Component.PAGE_NUMBER, Component.REPEATED, Component.SIGNATURE, Component.SIGNED,
     Component.REFERENCE, Component.DRAFT)
)  # fmt: skip
# Phụ lục II of NĐ 30/2020/NĐ-CP; before it no rule of form spoke of capitals.
_CAPITALS_SINCE: Final = dt.date(2020, 3, 5)
_DASHES: Final = frozenset(("list-dash", "tight-dash"))
_NO_TONES: Final = frozenset((Component.NATION, Component.MOTTO))
_PROSE: Final = frozenset((Component.BODY, Component.BASIS))


@frozen
class _Row:
    """One line of the paper, with the part that it plays; `flows` is False in tables."""

    text: str
    place: Place
    component: Component
    flows: bool = True


@frozen
class _Told:
    """What one distinct line shows, in whatever part: its slips, its tone marks.

    `tones` are words whose mark has two places, each with whether it stands on the old one.
    """

    slips: tuple[Slip, ...] = ()
    tones: tuple[tuple[str, bool], ...] = ()


def lines_with_parts(context: Context) -> Iterator[tuple[Line, Component]]:
    """Các dòng chữ của thân văn bản, blank ones left out, each with the part that it plays."""
    parts = _components(context.anatomy)
    for line in context.lines:
        if line.text and not line.text.isspace():
            yield line, parts.get(_key_of(line), Component.BODY)


def _rows(context: Context) -> Iterator[_Row]:
    for line, component in lines_with_parts(context):
        yield _Row(line.text, line.place, component, line.place.table is None)
    for note in (*context.observed.footnotes, *context.observed.endnotes):
        for line in lines_of(note.blocks, f"chú thích {note.id}"):
            if line.text.strip():
                yield _Row(line.text, line.place, Component.FOOTNOTE, flows=False)


def _components(anatomy: Anatomy) -> dict[tuple[int | None, int | None, str], Component]:
    """The parts of lines by where they stand and what they say; body text and tables left out."""
    found: dict[tuple[int | None, int | None, str], Component] = {}
    for span in anatomy.spans:
        for element in span.elements:
            if not isinstance(element, Grid) and span.component is not Component.BODY:
                found[_key_of(element.line)] = span.component
    for annex in anatomy.annexes:
        found |= {_key_of(piece.line): Component.REFERENCE for piece in annex.reference}
    return found


def _key_of(line: Line) -> tuple[int | None, int | None, str]:
    return line.place.paragraph, line.place.line, line.text


def _told(texts: Iterable[str]) -> dict[str, _Told]:
    """What each distinct line shows; a line that shows nothing is left out."""
    lines = tuple(dict.fromkeys(texts))
    composed = tuple(map(nfc, lines))
    suspects = suspected(composed)
    loose = {index for index, line in enumerate(lines) if line != composed[index]}
    found: dict[str, _Told] = {}
    for index in suspects.keys() | loose:
        line, text, suspect = lines[index], composed[index], suspects.get(index, _CLEAR)
        slips = composed_slips(text, suspect) if suspect.kinds or suspect.words else ()
        if Kind.POSTS in suspect.kinds:
            slips += abbreviated_posts(text)
        if index in loose:
            word = _characters.decomposed(line)
            slips = (Slip("FT04", 0, 0, nfc(word), "", "decomposed"), *slips)
        found[line] = _Told(slips, suspect.tones)
    return found


_NOTHING: Final = _Told()
_CLEAR: Final = Suspect()


def _language(context: Context) -> Iterator[Finding]:
    """Every line once; the same slip in the same words is told once, with the count."""
    found = _Tally(context)
    before = ""
    rows = tuple(_rows(context))
    seen = _told(row.text for row in rows)
    for row in rows:
        told = seen.get(row.text, _NOTHING)
        in_prose = row.flows and row.component in _PROSE
        if told.slips or before or row.component is Component.SIGNER:
            for slip in _slips_of(row, told, before if in_prose else ""):
                found.add(slip, row)
        if told.tones and row.component not in _NO_TONES:
            found.count(told, row)
        before = row.text if in_prose and row.text.rstrip().endswith(_STOPS) else ""
    yield from found.findings()
    yield from found.tones()


class _Tally:
    """Slips by their words, each with its first place; words by the way of their tone marks."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._first: dict[tuple[str, str, str], tuple[Slip, _Row]] = {}
        self._styles: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._places: dict[str, Place] = {}

    def add(self, slip: Slip, row: _Row) -> None:
        if not self.context.has_format and slip.aspect == "double" and len(slip.found) >= _COLUMNS:
            return  # the columns of a text file
        key = slip.code, slip.aspect, row.text if slip.code in {"BD09", "BD10"} else slip.found
        self._counts[key] += 1
        self._first.setdefault(key, (slip, row))

    def count(self, told: _Told, row: _Row) -> None:
        for word, is_old in told.tones:
            self._styles[not is_old][word] += 1
            self._places.setdefault(word, row.place)

    def findings(self) -> Iterator[Finding]:
        for key, (slip, row) in self._first.items():
            yield _finding(self.context, slip, row, self._counts[key])

    def tones(self) -> Iterator[Finding]:
        """Tone marks placed in two ways in one paper; told once, at the rarer way."""
        styles = self._styles
        told = self.context.finding
        committees = [style.pop(word, 0) for style, word in zip(styles, _COMMITTEES, strict=True)]
        if all(committees):
            rarer = _COMMITTEES[committees[0] > committees[1]]
            pairs = zip(_COMMITTEES, committees, strict=True)
            old, new = (f"“{word}” ({count} lần)" for word, count in pairs)
            yield told("BD12", self._places[rarer], old=old, new=new)
        if all(styles):
            rare = min(styles, key=lambda style: style.total())
            old, new = map(_examples, styles)
            yield told("BD11", self._places[next(iter(rare))], old=old, new=new)


def _slips_of(row: _Row, told: _Told, before: str) -> Iterator[Slip]:
    component = row.component
    if component in _FORM:
        yield from (slip for slip in told.slips if _of_form(slip, component))
        return
    if component is Component.SIGNER and (slip := name_slip(row.text)):
        yield slip
    posts = component in _PROSE
    for slip in told.slips:
        if slip.code == "BD13" and not posts:
            continue
        if slip.aspect in _DASHES and component is Component.RECIPIENT:
            continue  # NN03 says it
        yield slip
    if before and (slip := line_slip(row.text, before)):
        yield slip


def _of_form(slip: Slip, component: Component) -> bool:
    """In lines of form: strange characters, placeholders other than blanks, a number's dashes."""
    match slip.code:
        case "FT04":
            return slip.aspect != "nbsp"
        case "BD10":
            return slip.aspect != "dots"
        case "BD09":
            return slip.aspect == "notation" and component is Component.NUMBER
    return False


def _finding(context: Context, slip: Slip, row: _Row, count: int) -> Finding:
    around = nfc(row.text)[max(0, slip.start - _AROUND) : slip.end + _AROUND].strip()
    more = f" (và {count - 1} chỗ khác)" if count > 1 else ""
    slots = {"found": _short(slip.found), "reading": slip.reading, "around": f"…{around}…"}
    made = context.finding(slip.code, row.place, slip.aspect, **slots)
    if slip.code.startswith("VH") and context.rulebook.first_day < _CAPITALS_SINCE:
        made = evolve(made, severity=Severity.INFO, clause="")
    return evolve(made, message=made.message + more) if more else made


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _examples(style: Counter[str]) -> str:
    shown = ", ".join(f"“{word}”" for word, _ in style.most_common(_NAMED))
    return f"{shown} ({style.total()} lần)"


def _prompts(context: Context) -> Iterator[Finding]:
    """Content controls that still show the prompt of their template."""
    for line in context.lines:
        if line.first:
            for run in line.paragraph.runs:
                if run.placeholder and run.text.strip():
                    shown = _short(run.text)
                    yield context.finding("BD10", line.place, "prompt", found=shown, around="")


CHECKS: Final = (
    Check("language-words", "Viết hoa, ký tự, dấu cách, chỗ chưa điền, chính tả", _language),
    Check("language-prompts", "Lời nhắc của mẫu còn lại", _prompts),
)
"""Các phép kiểm tra ngôn ngữ, in the order in which they run."""
