"""Văn bản thành trang: a paper's sheets, laid out as its Word file is."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from kehoach.rules import letterhead_columns
from kehoach.rules.fitting import ASCENT, balanced_width, line_width, lines_in
from kehoach_html._blocks import blocks, texts
from kehoach_html._page import encoded, environment
from kehoach_html._style import css_class, first_page_css, page_css, paper_css
from kehoach_html._text import Notes, plain_markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.documents import (
        Appendix,
        Closing,
        CopyBlock,
        Document,
        Letterhead,
        SignatureBlock,
        Title,
    )
    from kehoach.rules import PartKey, Rulebook

BOX_MARGIN_MM: Final = 4.0
BOX_HEIGHT_MM: Final = 8.0
GAP_PT: Final = 12.0
"""Distance between the body and the closing, points."""

Parts = dict[str, Any]


def paper_html(document: Document, rulebook: Rulebook) -> bytes:
    """Trang HTML của văn bản: one file that prints on the pages of its Word file.

    Notes stand at the end, since browsers cannot set them under their page. Raises
    UnwritableText for characters that no file can hold, ValueError for a table whose rows do not
    fit its columns.
    """
    notes = Notes()
    sheets = list(_sheets(document, rulebook, notes, count(1)))
    head = document.letterhead
    boxed = head.circulation if head else ""
    styles = [
        paper_css(rulebook),
        *(rule for sheet in sheets for rule in _page_rules(sheet, rulebook)),
        first_page_css(rulebook, boxed, _circulation(head, rulebook), document.office_address),
    ]
    pieces = (
        environment()
        .get_template("paper.html")
        .generate(
            properties=document.properties,
            style=Markup("\n".join(styles)),  # noqa: S704 - numbers, colours and CSS strings of ours
            sheets=sheets,
            notes=notes,
            watermark=document.watermark,
            copies=[_copy(one, rulebook) for one in document.copies],
            address=plain_markup(document.office_address),
            circulation=plain_markup(boxed),
        )
    )
    return encoded(pieces)


def _page_rules(sheet: Parts, rulebook: Rulebook) -> Iterator[str]:
    first = sheet["name"] == "sheet-1"
    return page_css(rulebook, sheet["name"], landscape=sheet["landscape"], first=first)


def _sheets(
    document: Document, rulebook: Rulebook, notes: Notes, numbers: Iterator[int]
) -> Iterator[Parts]:
    """The paper, its annexes, then what it promulgates with its own annexes."""
    number = next(numbers)
    width = rulebook.page.text_width
    yield {
        "name": f"sheet-{number}",
        "landscape": False,
        "letterhead": _letterhead(document.letterhead, rulebook) if document.letterhead else None,
        "title": _title(document.title, rulebook, width) if document.title else None,
        "addressees": list(_addressees(document.addressees, rulebook)),
        "blocks": blocks(document.blocks, rulebook, notes),
        "closing": _closing(document.closing, rulebook) if document.closing else None,
        "marked": _marks(document) if number > 1 else None,
    }
    for appendix in document.appendices:
        yield _annex(appendix, rulebook, notes, next(numbers))
    for enclosed in document.enclosed:
        yield from _sheets(enclosed, rulebook, notes, numbers)


def _marks(document: Document) -> Parts:
    """Circulation and address of a promulgated paper, which stand in its body."""
    head = document.letterhead
    return {
        "circulation": plain_markup(head.circulation if head else ""),
        "address": plain_markup(document.office_address),
    }


def _annex(appendix: Appendix, rulebook: Rulebook, notes: Notes, number: int) -> Parts:
    page = rulebook.page
    width = page.landscape_text_width if appendix.landscape else page.text_width
    shown: tuple[tuple[PartKey, str], ...] = (
        ("annex_label", appendix.label), ("annex_title", appendix.title),
        ("annex_reference", appendix.reference),
    )  # fmt: skip
    return {
        "name": f"sheet-{number}",
        "landscape": appendix.landscape,
        "letterhead": None,
        "title": _ruled(shown, rulebook, width, "annex_reference"),
        "addressees": [],
        "blocks": blocks(appendix.blocks, rulebook, notes),
        "closing": None,
        "marked": None,
    }


def _letterhead(given: Letterhead, rulebook: Rulebook) -> Parts:
    left, right = letterhead_columns(rulebook, given.nation, given.place_date)
    number, day = rulebook.part("number"), rulebook.part("place_date")
    return {
        "left": left,
        "right": right,
        "superior": texts(given.superior),
        "issuer": texts(given.issuer),
        "issuer_rule": _rule("issuer", given.issuer, rulebook, left),
        "nation": plain_markup(given.nation),
        "motto": plain_markup(given.motto),
        "motto_rule": _rule("motto", (given.motto,), rulebook, right),
        "number": plain_markup(given.number),
        "number_before": number.space_before + _lowered(number.size.preferred, day.size.preferred),
        "place_date": plain_markup(given.place_date),
        "subject": plain_markup(given.subject),
        "urgency": plain_markup(given.urgency),
        "urgency_box": _urgency(given.urgency, rulebook, left),
    }


def _lowered(small: float, large: float) -> float:
    """Points that set a smaller size on the baseline of a larger one beside it."""
    return max(large - small, 0.0) * ASCENT


def _rule(key: PartKey, lines: Sequence[str], rulebook: Rulebook, available: float) -> float:
    """Length in millimetres of the line drawn under a part's last line; 0 for none."""
    part = rulebook.part(key)
    if part.rule is None or not lines:
        return 0.0
    last = lines_in(lines[-1], part, available)[-1]
    return line_width(last, part) * part.rule.preferred


def _urgency(word: str, rulebook: Rulebook, available: float) -> tuple[float, float]:
    known = next((mark for mark in rulebook.urgency if mark.text == word), None)
    if known is not None:
        return known.width, known.height
    breadth = line_width(word, rulebook.part("urgency")) + 2 * BOX_MARGIN_MM
    return min(breadth, available), BOX_HEIGHT_MM


def _circulation(head: Letterhead | None, rulebook: Rulebook) -> tuple[float, float]:
    """Width of the box of circulation, and its distance from the right margin, millimetres."""
    if head is None:
        return 0.0, 0.0
    _, right = letterhead_columns(rulebook, head.nation, head.place_date)
    breadth = line_width(head.circulation, rulebook.part("circulation")) + 2 * BOX_MARGIN_MM
    return breadth, (right - breadth) / 2


def _title(given: Title, rulebook: Rulebook, width: float) -> Parts:
    shown: tuple[tuple[PartKey, str], ...] = (
        ("kind_name", given.kind), ("summary", given.summary),
        ("annex_reference", given.reference),
    )  # fmt: skip
    return _ruled(shown, rulebook, width, "summary")


def _ruled(
    shown: Sequence[tuple[PartKey, str]], rulebook: Rulebook, available: float, ruled: PartKey
) -> Parts:
    """Centred lines, several of one length where a text breaks, and the rule below them."""
    printed = [(key, text) for key, text in shown if text]
    lines = []
    for key, text in printed:
        room = balanced_width(text, rulebook.part(key), available)
        inset = max(available - room, 0.0) / 2
        lines.append({"part": css_class(key), "text": plain_markup(text), "inset": inset})
    share, length = rulebook.part(ruled).rule, 0.0
    if printed and share is not None:
        key, text = printed[-1]
        part = rulebook.part(key)
        last = lines_in(text, part, balanced_width(text, part, available))[-1]
        length = line_width(last, part) * share.preferred
    return {"lines": lines, "rule": length}


def _addressees(lines: Sequence[str], rulebook: Rulebook) -> Iterator[Parts]:
    """Kính gửi: one line, or a label with the dashes of the list under its colon."""
    if not lines:
        return
    part, indent = rulebook.part("addressee"), rulebook.layout.addressee_indent
    label, colon, after = lines[0].partition(":")
    hanging = line_width(f"{label}: ", part) if after.strip() else 0.0
    yield {
        "text": plain_markup(lines[0]),
        "left": indent + hanging,
        "hanging": hanging,
        "before": rulebook.layout.addressee_gap,
    }
    dash = line_width("- ", part)
    under = indent + (line_width(label, part) if colon else 0.0) + dash
    for line in lines[1:]:
        yield {"text": plain_markup(line), "left": under, "hanging": dash, "before": 3.0}


def _closing(given: Closing, rulebook: Rulebook) -> Parts:
    many = len(given.signatures) > 1
    label, authority = rulebook.part("recipients_label"), rulebook.part("authority")
    lines = list(given.recipients)
    if given.drafter:
        lines[-1:] = [" ".join((*lines[-1:], given.drafter))]
    return {
        "many": many,
        "right": rulebook.layout.signature_right if given.signatures else 0.0,
        "signatures": [_signature(one, rulebook) for one in given.signatures],
        "label": plain_markup(given.recipients_label),
        "label_before": label.space_before
        + _lowered(label.size.preferred, authority.size.preferred)
        + GAP_PT,
        "recipients": texts(lines),
        "confirmation": _signature(given.confirmation, rulebook) if given.confirmation else None,
    }


def _signature(block: SignatureBlock, rulebook: Rulebook) -> Parts:
    return {
        "lines": texts(block.lines),
        "space": rulebook.layout.signature_space,
        "other_post": plain_markup(block.other_post),
        "name": plain_markup(block.name),
    }


def _copy(given: CopyBlock, rulebook: Rulebook) -> Parts:
    left, right = letterhead_columns(rulebook, given.form, given.place_date)
    number, day = rulebook.part("number"), rulebook.part("place_date")
    return {
        "left": left,
        "right": right,
        "form": plain_markup(given.form),
        "issuer": texts(given.issuer),
        "issuer_rule": _rule("issuer", given.issuer, rulebook, left),
        "number": plain_markup(given.number),
        "number_before": number.space_before + _lowered(number.size.preferred, day.size.preferred),
        "place_date": plain_markup(given.place_date),
        "closing": _closing(given.closing, rulebook),
    }
