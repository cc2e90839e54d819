"""Phần cuối văn bản: nơi nhận and signatures, held together and held to the body."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach.documents import Run
from kehoach.word._blocks import KEEP, paragraph
from kehoach.word._letterhead import layout_table, lowered, row
from kehoach.word._measure import LINE, MM_A_POINT, wrapped
from kehoach.word._text import Footnotes, run, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.documents import Closing, SignatureBlock
    from kehoach.rules import PartKey, Rulebook

GAP_PT = 12.0
"""Distance between the body and the closing table, points."""
FEW_LINES = 3
"""So many recipients more than the signature is high still stand in its row."""


@lru_cache(maxsize=256)
def closing(given: Closing, rulebook: Rulebook) -> str:
    """The closing table: recipients beside the signature, or below several signatures."""
    widths, rows = _several(given, rulebook) if len(given.signatures) > 1 else _one(given, rulebook)
    if given.confirmation:
        left = _confirmation(given.confirmation, rulebook)
        rows += row(widths, (left, *[""] * (len(widths) - 1)))
    return layout_table(widths, rows)


def _one(given: Closing, rulebook: Rulebook) -> tuple[tuple[float, ...], str]:
    """The recipients beside one signature or none."""
    text_width = rulebook.page.text_width
    right = rulebook.layout.signature_right if given.signatures else 0.0
    widths = (text_width - right, right) if right else (text_width,)
    recipients = _recipients(given, rulebook)
    beside = recipients
    if given.signatures:
        beside = recipients[: _beside(given, rulebook, widths[0])]
    signature = [_signature(block, rulebook) for block in given.signatures]
    rows = row(widths, ("".join(beside), *signature))
    rest = "".join(recipients[len(beside) :])
    if rest:
        rows += row(widths, (rest, *["" for _ in signature]), whole=False)
    return widths, rows


def _several(given: Closing, rulebook: Rulebook) -> tuple[tuple[float, ...], str]:
    """Signatures side by side in one unsplit row, the recipients below them (Mẫu 1.9)."""
    count = len(given.signatures)
    widths = (rulebook.page.text_width / count,) * count
    cells = [_signature(block, rulebook) for block in given.signatures]
    rows = row(widths, cells)
    recipients = "".join(_recipients(given, rulebook))
    if recipients:
        rows += row(widths, (recipients, *[""] * (count - 1)), whole=False)
    return widths, rows


def _confirmation(block: SignatureBlock, rulebook: Rulebook) -> str:
    """Words in italics, room to sign, then post and name (Mẫu 1.10)."""
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="Recipient"/>{KEEP}{"" if index else _before(GAP_PT)}'
        f'<w:jc w:val="center"/></w:pPr>{runs((Run(line, italic=True),), Footnotes())}</w:p>'
        for index, line in enumerate(block.lines)
    ]
    return "".join((*lines, _signed(block, rulebook)))


def _signature(block: SignatureBlock, rulebook: Rulebook) -> str:
    last = len(block.lines) - 1
    lines = [
        paragraph("Post" if index == last else "Authority", line, "" if index else _before(GAP_PT))
        for index, line in enumerate(block.lines)
    ]
    return "".join((*lines, _signed(block, rulebook)))


def _signed(block: SignatureBlock, rulebook: Rulebook) -> str:
    """Room to sign, then the signer's other post and name."""
    space = _before(rulebook.layout.signature_space / MM_A_POINT)
    if not block.other_post:
        return paragraph("SignerName", block.name, KEEP + space)
    post = paragraph("SignerName", block.other_post, KEEP + space)
    return post + paragraph("SignerName", block.name, KEEP)


def _before(points: float) -> str:
    return f'<w:spacing w:before="{round(points * 20)}"/>'


def _recipients(given: Closing, rulebook: Rulebook) -> list[str]:
    """The paragraphs of the left column; the drafter's mark ends the last of them."""
    lines = list(given.recipients)
    written = [paragraph("Recipient", line) for line in lines[:-1]]
    if given.recipients_label:
        first = lowered(rulebook.part("recipients_label"), rulebook.part("authority"), GAP_PT)
        written.insert(0, paragraph("RecipientsLabel", given.recipients_label, first))
    ending = lines[-1:] + ([given.drafter] if given.drafter else [])
    if ending:
        inside = run(" ".join(ending))
        written.append(f'<w:p><w:pPr><w:pStyle w:val="Recipient"/>{KEEP}</w:pPr>{inside}</w:p>')
    return written


def _beside(given: Closing, rulebook: Rulebook, available: float) -> int:
    """How many paragraphs of the left column stand in the signature's row.

    They reach at least as far down as the signature, so that no gap opens before the rest.
    """
    room = _signature_height(given.signatures[0], rulebook)
    lines = _left_column(given)
    for count, (key, text) in enumerate(lines, start=1):
        part = rulebook.part(key)
        room -= len(wrapped(text, part, available)) * part.size.preferred * LINE
        if room <= 0 and len(lines) - count >= FEW_LINES:
            return count
    return len(lines)


def _left_column(given: Closing) -> Sequence[tuple[PartKey, str]]:
    label: list[tuple[PartKey, str]] = [("recipients_label", given.recipients_label)]
    lines = given.recipients or ((given.drafter,) if given.drafter else ())
    return [*(label if given.recipients_label else ()), *(("recipient", line) for line in lines)]


def _signature_height(block: SignatureBlock, rulebook: Rulebook) -> float:
    """Height of a signature block in points, the gap above it left out."""
    available = rulebook.layout.signature_right
    texts: list[tuple[PartKey, str]] = [("authority", line) for line in block.lines]
    texts += [("signer_name", text) for text in (block.other_post, block.name or " ") if text]
    height = rulebook.layout.signature_space / MM_A_POINT
    for key, text in texts:
        part = rulebook.part(key)
        height += len(wrapped(text, part, available)) * part.size.preferred * LINE
    return height
