"""Phông, màu, cỡ chữ của cả tệp (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4-6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Component
from kehoach.checks.form._look import lettered, points
from kehoach.checks.form._tally import Tally
from kehoach.checks.form.marks import urgency_marks
from kehoach.observed import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import ObservedParagraph, ObservedRun, Place, RunFormat

_BLACK: Final = frozenset(("", "000000", "auto", "AUTO"))
_WHITE: Final = frozenset(("", "FFFFFF", "auto", "AUTO"))
_SYMBOLS: Final = frozenset(("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"))
_LEGACY: Final = (".vn", "vni-", "vni ")
_ASCII_END = "\x80"


def check_typeface(context: Context) -> Iterator[Finding]:
    """Phông, màu chữ, nền chữ của mọi đoạn, cả trong đầu trang, chân trang và chú thích."""
    tally = Tally(context)
    faults: dict[int, tuple[tuple[str, str, str], ...]] = {}
    red = _marks(context)
    for place, paragraph in _everything(context):
        for run in paragraph.runs:
            if not run.text or run.text.isspace() or run.format.hidden:
                continue
            form = run.format
            known = faults.get(id(form))
            if known is None:
                known = faults[id(form)] = tuple(_faults(context, form))
            for code, aspect, found in known:
                if aspect == "color" and id(paragraph) in red:
                    continue
                if code == "FT01" and not _uses(run, found):
                    continue
                tally.add(code, aspect, place, found, expected=context.rulebook.font.family)
    yield from tally.findings()


def _everything(context: Context) -> Iterator[tuple[Place, ObservedParagraph]]:
    observed = context.observed
    lines = context.lines or observed.lines()
    yield from ((line.place, line.paragraph) for line in lines if line.first)
    for note in (*observed.footnotes, *observed.endnotes):
        yield from paragraphs_of(note.blocks, "chú thích")
    told: set[int] = set()
    for section in observed.sections:
        for part, marginal in (("đầu trang", section.headers), ("chân trang", section.footers)):
            for blocks in (marginal.default, marginal.first, marginal.even):
                if blocks and id(blocks) not in told:
                    told.add(id(blocks))
                    yield from paragraphs_of(blocks, part)


def _faults(context: Context, form: RunFormat) -> Iterator[tuple[str, str, str]]:
    """Code, aspect and what was found, of a look; both fonts that it names are judged."""
    family = context.rulebook.font.family
    for font in dict.fromkeys((form.font, form.font_high)):
        low = font.casefold()
        if low.startswith(_LEGACY):
            yield "FT02", "", font
        elif low != family.casefold() and low not in _SYMBOLS:
            yield "FT01", "", font or "không rõ"
    if form.color not in _BLACK:
        yield "FT03", "color", form.color
    ground = form.highlight or ("" if form.shading in _WHITE else f"#{form.shading}")
    if ground and ground not in ("none", "white"):
        yield "FT03", "highlight", ground


def _uses(run: ObservedRun, font: str) -> bool:
    """Whether some visible character of the run is set in the font."""
    form = run.format
    if form.font == form.font_high:
        return True
    low = any(sign < _ASCII_END and not sign.isspace() for sign in run.text)
    high = any(sign >= _ASCII_END and not sign.isspace() for sign in run.text)
    named = "" if font == "không rõ" else font
    return (low and form.font == named) or (high and form.font_high == named)


def _marks(context: Context) -> frozenset[int]:
    """The paragraphs that are printed in red: the urgency mark."""
    return frozenset(id(piece.line.paragraph) for piece in urgency_marks(context))


def check_pairing(context: Context) -> Iterator[Finding]:
    """Cỡ Quốc hiệu, Tiêu ngữ, địa danh đi theo bộ."""
    if not context.has_format:
        return
    sizes: list[float] = []
    keys = ("national_name", "motto", "place_date")
    for component in (Component.NATION, Component.MOTTO, Component.PLACE_DATE):
        pieces = context.anatomy.pieces(component)
        runs = lettered(pieces[0]) if pieces else ()
        if not runs:
            return
        sizes.append(runs[0].format.size)
    if not all(size in context.part(key).size for key, size in zip(keys, sizes, strict=True)):  # type: ignore[arg-type]
        return
    sets = [(one.national_name, one.motto, one.place_date) for one in context.rulebook.size_sets]
    if tuple(sizes) not in sets:
        yield context.finding(
            "FT06", context.anatomy.pieces(Component.NATION)[0],
            found="/".join(map(points, sizes)),
            expected=" hoặc ".join("/".join(map(points, one)) for one in sets),
            clause=context.rulebook.size_sets[0].cite if sets else "",
        )  # fmt: skip


def check_leftovers(context: Context) -> Iterator[Finding]:
    """Sửa đổi đang theo dõi và nhận xét còn lại trong tệp."""
    if context.observed.comments:
        yield context.finding("BD15", None, "comments", found=len(context.observed.comments))
    if any(one.code == "read.tracked-changes" for one in context.observed.remarks):
        yield context.finding("BD15", None, "changes")
