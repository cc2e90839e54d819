"""Khối nội dung: paragraphs and headings as WordprocessingML."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from kehoach.documents import Heading, Paragraph, Part, Table
from kehoach.word._measure import twips, width
from kehoach.word._styles import ABOVE_TABLE, HEADING_LEVELS, placing, size, spacing, style_id
from kehoach.word._tables import table
from kehoach.word._text import NOT_BOLD, OPEN, Footnotes, escaped, run, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Block
    from kehoach.rules import PartKey, PartRule, Rulebook

SEPARATOR = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/><w:keepNext/></w:pPr></w:p>'
"""What keeps two tables apart, which Word would make one."""
BETWEEN_TABLES = SEPARATOR.replace("</w:pPr>", f'<w:spacing w:before="{ABOVE_TABLE}"/></w:pPr>')
_OPENINGS = {part: f'<w:p><w:pPr><w:pStyle w:val="{style_id(part)}"/>' for part in Part}
KEEP = "<w:keepNext/>"
KEEP_ABOVE_TABLE = f'{KEEP}<w:spacing w:after="{ABOVE_TABLE}"/>'
_PLAIN = {part: f"{opening}</w:pPr><w:r>{OPEN}" for part, opening in _OPENINGS.items()}
_NOT_AT_EDGE = frozenset(("", " "))
_PLAIN_END = "</w:t></w:r></w:p>"


def paragraph(style: str, text: str, properties: str = "") -> str:
    """One paragraph of plain text; `properties` follows the style inside w:pPr."""
    inside = run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def blocks(
    given: tuple[Block, ...], rulebook: Rulebook, across: int, notes: Footnotes
) -> Iterator[str]:
    """The blocks of one section, `across` twips wide; the last one is kept with what follows."""
    last = len(given) - 1
    for index, (block, after) in enumerate(zip_longest(given, given[1:])):
        above_table = isinstance(after, Table)
        if isinstance(block, Paragraph):
            text = block.text
            above_table &= block.part is not Part.TABLE_CAPTION
            if block.part is Part.ADDRESSEE:
                yield _addressee(block, rulebook, notes)
            elif after and not above_table and isinstance(text, str) and _is_plain(text):
                yield _PLAIN[block.part] + escaped(text) + _PLAIN_END
            else:
                kept = KEEP_ABOVE_TABLE if above_table else "" if after else KEEP
                yield f"{_OPENINGS[block.part]}{kept}</w:pPr>{runs(text, notes)}</w:p>"
        elif isinstance(block, Heading):
            yield _heading(block, rulebook, notes, above_table=above_table)
        else:
            yield from table(block, across, notes, keep=index >= last - 1)
            if above_table:
                yield BETWEEN_TABLES


def _addressee(block: Paragraph, rulebook: Rulebook, notes: Footnotes) -> str:
    """One of those whom a công điện calls, under the middle of the sender's line (Mẫu 1.6)."""
    dash = width("- ", rulebook.part("addressee"))
    left = 1.5 * rulebook.layout.addressee_indent + dash
    place = f'<w:spacing w:before="60"/><w:ind w:left="{twips(left)}" w:hanging="{twips(dash)}"/>'
    return f"{_OPENINGS[block.part]}{place}</w:pPr>{runs(block.text, notes)}</w:p>"


def _is_plain(text: str) -> bool:
    return (
        text[:1] not in _NOT_AT_EDGE and text[-1] != " " and "\n" not in text and "\t" not in text
    )


def _heading(block: Heading, rulebook: Rulebook, notes: Footnotes, *, above_table: bool) -> str:
    level = min(max(block.level, 1), HEADING_LEVELS)
    properties, lighter, own_size = _departure(block.part, rulebook, above_table=above_table)
    label = paragraph(style_id(block.label_part), block.label) if block.label else ""
    return (
        f'{label}<w:p><w:pPr><w:pStyle w:val="Heading{level}"/>{properties}</w:pPr>'
        f"{runs(block.text, notes, lighter, own_size)}</w:p>"
    )


@lru_cache(maxsize=256)
def _departure(part: Part, rulebook: Rulebook, *, above_table: bool) -> tuple[str, str, str]:
    """What sets a part apart from the heading styles: paragraph properties, weight, size."""
    usual, own = rulebook.part("clause_heading"), _rule_of(part, rulebook)
    place = placing(own, rulebook)
    space = spacing(own, rulebook, above_table=above_table)
    return (
        ("" if space == spacing(usual, rulebook) else space)
        + ("" if place == placing(usual, rulebook) else place),
        NOT_BOLD if usual.bold and not own.bold else "",
        "" if size(own) == size(usual) else size(own),
    )


def _rule_of(part: Part, rulebook: Rulebook) -> PartRule:
    key = "table_head" if part is Part.TABLE_CAPTION else part.value
    return rulebook.part(cast("PartKey", key))
