"""Kiểm tra ngôn ngữ của một văn bản: the slips of its lines as findings, each with its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from kehoach.anatomy import Component, Grid
from kehoach.checks._registry import Check
from kehoach.checks.language import _characters, _placeholders, _spacing
from kehoach.checks.language._consistency import POSTS, tone_styles
from kehoach.checks.language._line import line_slips, name_slip
from kehoach.checks.language._sentences import line_slip
from kehoach.checks.language._slips import Slip
from kehoach.observed import Place, lines_of
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.anatomy import Anatomy
    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import Line

_AROUND: Final = 14
_SHOWN: Final = 60
_NAMED: Final = 3
_COLUMNS: Final = 3
# Parts that hold blanks, rules and fixed words of form, which the checks of form look at.
_FORM: Final = frozenset(
    (Component.NATION, Component.MOTTO, Component.NUMBER, Component.PLACE_DATE, Component.RULE,
     Component.PAGE_NUMBER, Component.REPEATED, Component.SIGNATURE, Component.SIGNED,
     Component.REFERENCE, Component.DRAFT)
)  # fmt: skip
_NO_TONES: Final = frozenset((Component.NATION, Component.MOTTO))
_PROSE: Final = frozenset((Component.BODY, Component.BASIS))
_CAPITALS: Final = "VH"
_FORM_CODES: Final = ("FT04",)


@frozen
class _Row:
    """One line of the paper, with the part that it plays; `flows` is False in tables."""

    text: str
    place: Place
    component: Component
    flows: bool = True


def _rows(context: Context) -> tuple[_Row, ...]:
    parts = _components(context.anatomy)
    rows = []
    for line in context.lines:
        if line.text and not line.text.isspace():
            component = parts.get((line.place, line.text), Component.BODY)
            rows.append(_Row(line.text, line.place, component, line.place.table is None))
    for note in (*context.observed.footnotes, *context.observed.endnotes):
        rows += [
            _Row(line.text, line.place, Component.FOOTNOTE, flows=False)
            for line in lines_of(note.blocks, f"chú thích {note.id}")
            if line.text.strip()
        ]
    return tuple(rows)


def _components(anatomy: Anatomy) -> dict[tuple[Place, str], Component]:
    found: dict[tuple[Place, str], Component] = {}

    def put(lines: tuple[Line, ...], component: Component) -> None:
        for line in lines:
            found[line.place, line.text] = component

    for span in anatomy.spans:
        for element in span.elements:
            put(element.lines if isinstance(element, Grid) else (element.line,), span.component)
    for annex in anatomy.annexes:
        for piece in annex.reference:
            put((piece.line,), Component.REFERENCE)
    return found


def _language(context: Context) -> Iterator[Finding]:
    """Every line once; the same slip in the same words is told once, with the count."""
    counts: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], tuple[Slip, _Row]] = {}
    before = ""
    for row in _rows(context):
        for slip in _slips_of(row, before):
            if not context.has_format and len(slip.found) >= _COLUMNS and slip.aspect == "double":
                continue  # the columns of a text file
            key = (slip.code, slip.aspect, _key(slip, row))
            counts[key] += 1
            first.setdefault(key, (slip, row))
        before = row.text if row.flows and row.component in _PROSE else ""
    for key, (slip, row) in first.items():
        yield _finding(context, slip, row, counts[key])


def _key(slip: Slip, row: _Row) -> str:
    """What makes two slips one finding: the same words, or for spaces the same line."""
    return row.text if slip.code in {"BD09", "BD10"} else slip.found


def _slips_of(row: _Row, before: str) -> Iterator[Slip]:
    component = row.component
    if component in _FORM:
        yield from _of_form(row)
        return
    if component is Component.SIGNER:
        slip = name_slip(row.text)
        if slip is not None:
            yield slip
    yield from line_slips(row.text)
    if before and component in _PROSE and row.flows:
        slip = line_slip(row.text, before)
        if slip is not None:
            yield slip
    if component in _PROSE:
        for found in POSTS.finditer(row.text):
            yield Slip("BD13", *found.span(), found[0])
    if word := _characters.decomposed(row.text):
        yield Slip("FT04", 0, 0, nfc(word), "", "decomposed")


def _of_form(row: _Row) -> Iterator[Slip]:
    """Lines of form: strange characters, and placeholders other than blanks."""
    text = nfc(row.text)
    yield from (slip for slip in _characters.slips(text) if slip.code in _FORM_CODES)
    yield from (slip for slip in _placeholders.slips(text) if slip.aspect != "dots")
    if row.component is Component.NUMBER:
        yield from (slip for slip in _spacing.slips(text) if slip.aspect == "notation")
    if word := _characters.decomposed(row.text):
        yield Slip("FT04", 0, 0, nfc(word), "", "decomposed")


def _finding(context: Context, slip: Slip, row: _Row, count: int) -> Finding:
    around = nfc(row.text)[max(0, slip.start - _AROUND) : slip.end + _AROUND].strip()
    more = f" (và {count - 1} chỗ khác)" if count > 1 else ""
    found = _short(slip.found)
    slots = {"found": found, "reading": slip.reading, "around": f"…{around}…"}
    made = context.finding(slip.code, row.place, slip.aspect, **slots)
    return evolve(made, message=made.message + more) if more else made


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _consistent(context: Context) -> Iterator[Finding]:
    """Tone marks placed in two ways in one paper; told once, at the first of the rarer way."""
    styles: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    places: dict[str, Place] = {}
    for row in _rows(context):
        if row.component in _NO_TONES:
            continue
        for words, style in zip(tone_styles(nfc(row.text)), styles, strict=True):
            for word in words:
                style[word.lower()] += 1
                places.setdefault(word.lower(), row.place)
    committees = [style.pop(word, 0) for style, word in zip(styles, ("uỷ", "ủy"), strict=True)]
    if all(committees):
        rarer = "uỷ" if committees[0] <= committees[1] else "ủy"
        old, new = (f"“{word}” ({n} lần)" for word, n in zip(("uỷ", "ủy"), committees, strict=True))
        yield context.finding("BD12", places[rarer], old=old, new=new)
    if all(styles):
        rare = min(styles, key=lambda style: style.total())
        old, new = (_examples(style) for style in styles)
        yield context.finding("BD11", places[next(iter(rare))], old=old, new=new)


def _examples(style: Counter[str]) -> str:
    shown = ", ".join(f"“{word}”" for word, _ in style.most_common(_NAMED))
    return f"{shown} ({style.total()} lần)"


def _prompts(context: Context) -> Iterator[Finding]:
    """Content controls that still show the prompt of their template."""
    for place, paragraph in context.observed.paragraphs():
        for run in paragraph.runs:
            if run.placeholder and run.text.strip():
                yield context.finding("BD10", place, "prompt", found=_short(run.text), around="")


CHECKS: Final = (
    Check("language-words", "Viết hoa, ký tự, dấu cách, chỗ chưa điền, chính tả", _language),
    Check("language-tones", "Vị trí dấu thanh nhất quán", _consistent),
    Check("language-prompts", "Lời nhắc của mẫu còn lại", _prompts),
)
"""Các phép kiểm tra ngôn ngữ, in the order in which they run."""
