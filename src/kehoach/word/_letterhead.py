"""Phần đầu văn bản: letterhead, title, annex heads and addressees, with their drawn rules."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach.rules import letterhead_columns
from kehoach.rules.fitting import balanced_width
from kehoach.word._blocks import paragraph
from kehoach.word._measure import ASCENT, LINE, MM_A_POINT, twips, width, wrapped
from kehoach.word._styles import style_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.documents import Appendix, Letterhead, Title
    from kehoach.rules import PartKey, PartRule, Rulebook

BORDER_PT = 1.0
"""Thickness of a box's border; its sides are measured between the middles of the lines."""
BELOW_TITLE = '<w:spacing w:after="120"/>'
CIRCULATION_HEIGHT_MM = 8.0
CIRCULATION_MARGIN_MM = 4.0


@lru_cache(maxsize=256)
def letterhead(given: Letterhead, rulebook: Rulebook) -> str:
    """The two-column table at the head of page 1; Quốc hiệu stays on one line."""
    left, right = letterhead_columns(rulebook, given.nation, given.place_date)
    issuer = (
        *_lines("superior", given.superior),
        *_lines("issuer", given.issuer),
        rule_below("issuer", given.issuer[-1:], rulebook, left),
    )
    nation = (
        *_lines("national_name", (given.nation,)),
        *_lines("motto", (given.motto,)),
        rule_below("motto", (given.motto,), rulebook, right),
    )
    rows = row((left, right), ("".join(issuer), "".join(nation)))
    if given.number or given.place_date or given.subject or given.urgency:
        rows += row((left, right), _number_row(given, rulebook, left))
    return layout_table((left, right), rows)


def _number_row(given: Letterhead, rulebook: Rulebook, left: float) -> tuple[str, str]:
    number, day = rulebook.part("number"), rulebook.part("place_date")
    under = []
    if given.number:
        under.append(paragraph("Number", given.number, lowered(number, day)))
    if given.subject:
        under.append(paragraph("LetterSubject", given.subject))
    if given.urgency:
        under.append(_urgency(given.urgency, rulebook, left))
    return "".join(under), "".join(_lines("place_date", filter(None, (given.place_date,))))


def lowered(small: PartRule, large: PartRule, extra: float = 0.0) -> str:
    """w:spacing that sets a smaller part on the baseline of a larger one beside it."""
    gap = max(large.size.preferred - small.size.preferred, 0.0) * ASCENT
    return f'<w:spacing w:before="{round((small.space_before + gap + extra) * 20)}"/>'


def _urgency(word: str, rulebook: Rulebook, available: float) -> str:
    """The red box under the number; a word that the rulebook does not know gets a box to fit."""
    part = rulebook.part("urgency")
    known = next((mark for mark in rulebook.urgency if mark.text == word), None)
    if known is None:
        breadth = min(width(word, part) + 2 * CIRCULATION_MARGIN_MM, available)
        sides = (breadth, CIRCULATION_HEIGHT_MM)
    else:
        sides = (known.width, known.height)
    indent = (available - sides[0]) / 2
    return boxed("Urgency", word, part, sides, (indent, indent), before=6.0)


def circulation(head: Letterhead, rulebook: Rulebook) -> str:
    """The box in the top margin, centred above Quốc hiệu (NĐ 30/2020/NĐ-CP, Phụ lục I, ô 11)."""
    part = rulebook.part("circulation")
    left, right = letterhead_columns(rulebook, head.nation, head.place_date)
    breadth = width(head.circulation, part) + 2 * CIRCULATION_MARGIN_MM
    beside = (right - breadth) / 2
    sides = (breadth, CIRCULATION_HEIGHT_MM)
    return boxed("Circulation", head.circulation, part, sides, (left + beside, beside), before=0.0)


def boxed(  # noqa: PLR0913 - a box is its text, its look and its place
    style: str,
    text: str,
    part: PartRule,
    sides: tuple[float, float],
    indents: tuple[float, float],
    *,
    before: float,
) -> str:
    """A bordered paragraph of exact width and height in millimetres, between two indents."""
    height = sides[1] / MM_A_POINT - BORDER_PT
    space = max(round((height - part.size.preferred * LINE) / 2), 0)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{round(BORDER_PT * 8)}" w:space="{gap}"'
        f' w:color="{part.color}"/>'
        for side, gap in (("top", space), ("left", 0), ("bottom", space), ("right", 0))
    )
    line = round((height - 2 * space) * 20)
    left, right = (twips(indent + BORDER_PT / 2 * MM_A_POINT) for indent in indents)
    return paragraph(
        style,
        text,
        f'<w:pBdr>{borders}</w:pBdr><w:spacing w:before="{round((before + space) * 20)}"'
        f' w:after="{space * 20}" w:line="{line}" w:lineRule="exact"/>'
        f'<w:ind w:left="{left}" w:right="{right}" w:firstLine="0"/>',
    )


@lru_cache(maxsize=256)
def title(given: Title, rulebook: Rulebook) -> str:
    """Tên loại, trích yếu, the reference of a promulgated text, and the rule below."""
    shown: tuple[tuple[PartKey, str], ...] = (
        ("kind_name", given.kind), ("summary", given.summary),
        ("annex_reference", given.reference),
    )  # fmt: skip
    return _ruled(shown, rulebook, rulebook.page.text_width, "summary")


def annex_head(given: Appendix, rulebook: Rulebook) -> str:
    """Label, title and reference of an annex, and the rule below the last of them."""
    page = rulebook.page
    available = page.landscape_text_width if given.landscape else page.text_width
    shown: tuple[tuple[PartKey, str], ...] = (
        ("annex_label", given.label), ("annex_title", given.title),
        ("annex_reference", given.reference),
    )  # fmt: skip
    return _ruled(shown, rulebook, available, "annex_reference")


def _ruled(
    shown: Sequence[tuple[PartKey, str]], rulebook: Rulebook, available: float, ruled: PartKey
) -> str:
    """Centred lines, those that are not empty, and a rule below them as the part `ruled` asks."""
    printed = [(key, text) for key, text in shown if text]
    share = rulebook.part(ruled).rule
    lines = "".join(_centred(key, text, rulebook, available) for key, text in printed)
    if not printed or share is None:
        return lines
    key, text = printed[-1]
    part = rulebook.part(key)
    last = wrapped(text, part, balanced_width(text, part, available))[-1]
    return lines + rule(width(last, part) * share.preferred, available, BELOW_TITLE)


def _centred(key: PartKey, text: str, rulebook: Rulebook, available: float) -> str:
    """A centred text; where it takes several lines, they are of one length."""
    room = balanced_width(text, rulebook.part(key), available)
    if room >= available:
        return paragraph(style_id(key), text)
    side = twips((available - room) / 2)
    indents = f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
    return paragraph(style_id(key), text, indents)


def addressees(lines: Sequence[str], rulebook: Rulebook) -> Iterator[str]:
    """Kính gửi: one line, or a label with the dashes of the list under its colon."""
    if not lines:
        return
    part, indent = rulebook.part("addressee"), rulebook.layout.addressee_indent
    label, colon, after = lines[0].partition(":")
    hanging = width(f"{label}: ", part) if after.strip() else 0.0
    gap = f'<w:spacing w:before="{round(rulebook.layout.addressee_gap * 20)}"/>'
    yield paragraph("Addressee", lines[0], gap + _hanging(indent + hanging, hanging))
    dash = width("- ", part)
    under = indent + (width(label, part) if colon else 0.0) + dash
    for line in lines[1:]:
        yield paragraph("Addressee", line, f'<w:spacing w:before="60"/>{_hanging(under, dash)}')


def _hanging(left: float, hanging: float) -> str:
    return f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>'


def _lines(key: PartKey, texts: Iterator[str] | Sequence[str]) -> Iterator[str]:
    return (paragraph(style_id(key), text) for text in texts)


def rule_below(key: PartKey, texts: Sequence[str], rulebook: Rulebook, available: float) -> str:
    """The rule under the last line of a part, as long as the part asks."""
    part = rulebook.part(key)
    if part.rule is None or not texts:
        return ""
    last = wrapped(texts[0], part, available)[-1]
    return rule(width(last, part) * part.rule.preferred, available)


def rule(length: float, available: float, properties: str = "") -> str:
    """A drawn line of `length` millimetres in the middle of a column; none for length 0."""
    if length <= 0:
        return ""
    whole, drawn = twips(available), twips(length)
    left = (whole - drawn) // 2
    indents = f'<w:ind w:left="{left}" w:right="{whole - drawn - left}"/>'
    return paragraph("Rule", "", properties + indents)


def layout_table(widths: Sequence[float], rows: str) -> str:
    """A table without borders and with cell margins of 0, as wide as its columns (millimetres)."""
    sizes = [twips(breadth) for breadth in widths]
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="{sum(sizes)}"'
        ' w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def row(widths: Sequence[float], cells: Sequence[str], *, whole: bool = True) -> str:
    """One row of such a table; a `whole` one is not split over two pages."""
    unsplit = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(breadth)}" w:type="dxa"/></w:tcPr>{cell or "<w:p/>"}'
        "</w:tc>"
        for breadth, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr>{unsplit}{inside}</w:tr>"
