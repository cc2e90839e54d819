"""Khối bản sao: under a full line, who copies and how, then recipients and signature (Mẫu 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.rules import letterhead_columns
from kehoach.word._blocks import KEEP, SEPARATOR, paragraph
from kehoach.word._closing import closing
from kehoach.word._letterhead import layout_table, lowered, row, rule, rule_below

if TYPE_CHECKING:
    from kehoach.documents import CopyBlock
    from kehoach.rules import Rulebook

ABOVE = f'{KEEP}<w:spacing w:before="240"/>'


def copy_block(given: CopyBlock, rulebook: Rulebook, available: float) -> str:
    """The block that certifies a copy, `available` millimetres wide, held on one page."""
    line = rule(available, available, ABOVE)
    return line + _head(given, rulebook) + SEPARATOR + closing(given.closing, rulebook)


def _head(given: CopyBlock, rulebook: Rulebook) -> str:
    widths = letterhead_columns(rulebook, given.form, given.place_date)
    issuer = "".join(paragraph("Issuer", line, KEEP) for line in given.issuer)
    issuer += rule_below("issuer", given.issuer[-1:], rulebook, widths[0])
    form = paragraph("CopyForm", given.form, KEEP)
    level = lowered(rulebook.part("number"), rulebook.part("place_date"))
    number = paragraph("Number", given.number, KEEP + level)
    day = paragraph("PlaceDate", given.place_date, KEEP)
    rows = row(widths, (issuer, form)) + row(widths, (number, day))
    return layout_table(widths, rows)
