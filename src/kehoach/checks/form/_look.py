"""Dáng chữ: how the letters of a part are dressed, held against the rule of that part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.checks._table import table
from kehoach.observed import SourceKind
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kehoach.anatomy import Piece
    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import ObservedRun
    from kehoach.rules import PartKey, PartRule

_TOLERANCE = 0.05
_FEW_LETTERS = 4
_ALIGNS: Final = {
    "left": "canh trái", "center": "canh giữa", "right": "canh phải", "both": "canh đều",
    "distribute": "dàn đều",
}  # fmt: skip
_RULE_ALIGNS: Final = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def points(value: float) -> str:
    """Cỡ chữ bằng chữ số: "13", "13,5"."""
    return f"{value:g}".replace(".", ",")


def span(low: float, high: float) -> str:
    """Một khoảng: "13–14", or one number where both ends agree."""
    return points(low) if low == high else f"{points(low)}–{points(high)}"


def lettered(piece: Piece) -> tuple[ObservedRun, ...]:
    """The visible runs of a piece that carry letters or digits; notes' marks are left out."""
    found = tuple(filter(_is_lettered, piece.line.paragraph.runs))
    if piece.whole:
        return found
    own = piece.text.replace(" ", "")
    return tuple(run for run in found if _bare(run) and _bare(run) in own) or found


def _is_lettered(run: ObservedRun) -> bool:
    form = run.format
    if form.hidden or form.vertical or run.field == "PAGE":
        return False
    text = run.text
    return text[:1].isalnum() or any(map(str.isalnum, text))


def _bare(run: ObservedRun) -> str:
    return "".join(nfc(run.text).split())


def check_look(
    context: Context, code: str, pieces: Iterable[Piece], key: PartKey, clause: str = ""
) -> Iterator[Finding]:
    """Size, weight, slope, case and alignment, those that the code's row has words for."""
    if context.observed.kind is not SourceKind.DOCX:
        return
    rule = context.part(key)
    aspects = [name for name in _JUDGES if name in table()[code].messages]
    told: set[tuple[int, str]] = set()
    for piece in pieces:
        runs = lettered(piece)
        for aspect in aspects:
            marked = (id(piece.line.paragraph), aspect)
            if marked in told or not runs or not _holds(context, rule, aspect):
                continue
            if found := _JUDGES[aspect](piece, runs, rule):
                told.add(marked)
                yield context.finding(
                    code, piece, aspect, name=_named(rule, piece), found=found[0],
                    expected=found[1], rule="" if clause else f"parts.{key}", clause=clause,
                    origin=context.rulebook.origin_of(f"parts.{key}.{aspect}"),
                )  # fmt: skip


def _named(rule: PartRule, piece: Piece) -> str:
    if piece.text.strip(" :") in rule.name:
        return f"“{piece.text}”"
    shown = piece.text if len(piece.text) <= _SHOWN else f"{piece.text[:_SHOWN].rstrip()}…"
    return f"{rule.name} “{shown}”"


_SHOWN = 40


def _holds(context: Context, rule: PartRule, aspect: str) -> bool:
    """Whether some text decides this attribute: the regime's clause, or a house style."""
    if not rule.provided:
        return False
    if aspect not in rule.house and rule.certainty != "house":
        return True
    origin = context.rulebook.origin_of(f"parts.{rule.key}.{aspect}")
    return origin == context.rulebook.style != ""


Verdict = tuple[str, str] | None


def _size(_: Piece, runs: Sequence[ObservedRun], rule: PartRule) -> Verdict:
    sizes = {run.format.size for run in runs}
    wrong = [
        size
        for size in sizes
        if not rule.size.min - _TOLERANCE <= size <= rule.size.max + _TOLERANCE
    ]
    if not wrong:
        return None
    return ", ".join(map(points, sorted(wrong))), span(rule.size.min, rule.size.max)


def _weight(runs: Sequence[ObservedRun], asked: bool) -> bool:  # noqa: FBT001 - a rule's value
    """Whether the weight is the one asked; a run of signs without letters decides nothing."""
    return all(run.format.bold is asked for run in runs)


def _bold(_: Piece, runs: Sequence[ObservedRun], rule: PartRule) -> Verdict:
    if _weight(runs, rule.bold):
        return None
    return ("không in đậm", "in đậm") if rule.bold else ("in đậm", "không in đậm")


def _italic(_: Piece, runs: Sequence[ObservedRun], rule: PartRule) -> Verdict:
    if all(run.format.italic is rule.italic for run in runs):
        return None
    return ("in đứng", "in nghiêng") if rule.italic else ("in nghiêng", "in đứng")


def _case(piece: Piece, runs: Sequence[ObservedRun], rule: PartRule) -> Verdict:
    letters = [sign for sign in piece.text if sign.isalpha()]
    if len(letters) < _FEW_LETTERS or rule.case == "any":
        return None
    capitals = all(map(str.isupper, letters)) or all(run.format.caps for run in runs)
    if rule.case == "upper" and not capitals:
        return "chữ thường", "chữ in hoa"
    if rule.case == "lower" and capitals:
        return "in hoa toàn bộ", "chữ thường"
    return None


def _align(piece: Piece, _: Sequence[ObservedRun], rule: PartRule) -> Verdict:
    asked = _RULE_ALIGNS.get(rule.align, "")
    seen = piece.line.paragraph.format.alignment
    if not asked or seen == asked or not piece.whole:
        return None
    return _ALIGNS[seen], _ALIGNS[asked]


_JUDGES: Final[dict[str, Callable[[Piece, Sequence[ObservedRun], PartRule], Verdict]]] = {
    "size": _size, "bold": _bold, "italic": _italic, "case": _case, "align": _align,
}  # fmt: skip
