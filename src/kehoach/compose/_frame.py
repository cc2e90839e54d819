"""Khung văn bản: letterhead, title, căn cứ, kính gửi, nơi nhận and signature, as printed.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1–5, 7 and 9; what is unknown prints as the
customary blank.
"""

from __future__ import annotations

import re
from string import digits
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose._ink import printed
from kehoach.documents import (
    Closing,
    Enclosure,
    Issuer,
    Letterhead,
    Marks,
    Number,
    Paragraph,
    Part,
    PartialDate,
    Signature,
    SignatureBlock,
)
from kehoach.errors import UnknownDocumentType
from kehoach.rules import break_name, letterhead_columns, room_for
from kehoach.vietnamese import BLANK, official_date_parts

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from kehoach.compose._ink import Ink
    from kehoach.plan import Plan
    from kehoach.rules import DocumentType, Rulebook
    from kehoach.rules.rulebook import ListMarks, PartKey

NBSP = "\u00a0"
GAP = NBSP * 6
DOTS = "……………"
_CLOSING = re.compile(r"\s*(?:[;,]|(?<![.…])\.)$")


def document_type(kind: str, rulebook: Rulebook) -> DocumentType:
    """The type of a paper; raises `UnknownDocumentType` naming those that the regime knows."""
    try:
        return rulebook.type(kind)
    except KeyError:
        known = tuple(one.key for one in rulebook.types)
        raise UnknownDocumentType(kind, rulebook.id, known) from None


def letterhead(plan: Plan, kind: DocumentType, rulebook: Rulebook) -> Letterhead:
    """Phần đầu văn bản of a plan; a promulgated one has neither number nor place and day.

    So it is with the kinds of paper that are not numbered (thư công) or not dated (biên bản).
    """
    issuer = plan.issuer or Issuer(DOTS)
    alone = plan.enclosed_by is None
    is_letter = kind.key == "CV"
    nation = rulebook.texts.national_name.text
    day = place_date(plan.place, plan.date, rulebook) if alone and kind.dated else ""
    left, _ = letterhead_columns(rulebook, nation, day)
    return Letterhead(
        issuer=name_lines(issuer.name, "issuer", left, rulebook),
        superior=name_lines(issuer.superior or "", "superior", left, rulebook),
        nation=nation,
        motto=rulebook.texts.motto.text,
        number=number_line(plan.number, kind, issuer, rulebook) if alone and kind.numbered else "",
        place_date=day,
        subject=printed(f"{rulebook.texts.subject_prefix.text} {plan.title}") if is_letter else "",
        **_mark_words(plan.marks),
    )


def name_lines(name: str, part: PartKey, width: float, rulebook: Rulebook) -> tuple[str, ...]:
    """A body's name in capitals, on lines that a column of `width` millimetres can hold."""
    if not name:
        return ()
    rule = rulebook.part(part)
    lines = (
        line
        for part_of_name in printed(name).upper().split("\n")
        for line in break_name(part_of_name, width, rule.size.preferred, bold=rule.bold)
    )
    return tuple(lines)


def number_line(number: Number, kind: DocumentType, issuer: Issuer, rulebook: Rulebook) -> str:
    """The line "Số: 05/KH-UBND", with a gap for a number that is not yet given."""
    rule = rulebook.numbers
    text = number.text or GAP
    if len(text) == 1 and text in digits and int(text) < rule.number_pad_below:
        text = text.zfill(2)
    label = rulebook.texts.number_label.text
    return printed(f"{label}{NBSP}{text}{rule.separator}{notation(number, kind, issuer, rulebook)}")


def notation(number: Number, kind: DocumentType, issuer: Issuer, rulebook: Rulebook) -> str:
    """Ký hiệu: as given, or made from the type's and the issuer's abbreviations."""
    if number.notation:
        return number.notation.strip().removeprefix(rulebook.numbers.separator)
    parts = (kind.abbreviation, issuer.abbreviation or "……")
    return rulebook.numbers.joiner.join(part for part in parts if part)


def place_date(
    place: str | None, date: datetime.date | PartialDate | None, rulebook: Rulebook
) -> str:
    """The line "Long An, ngày 19 tháng 3 năm 2013", unbroken whatever of it is blank.

    One that is wider than the usual column keeps only the day together.
    """
    named, day = printed(place or "………"), date_words(date).replace(" ", NBSP)
    return unbroken(f"{named}, {day}", "place_date", rulebook.layout.letterhead_right, rulebook)


def unbroken(text: str, part: PartKey, width: float, rulebook: Rulebook) -> str:
    """The text held on one line, if a column of `width` millimetres has room for it."""
    bound = text.replace(" ", NBSP)
    return bound if room_for(bound, rulebook.part(part)) <= width else text


def date_words(date: datetime.date | PartialDate | None) -> str:
    """The words "ngày 19 tháng 3 năm 2013", with blanks for what is unknown."""
    match date:
        case None:
            parts: tuple[int | None, int | None, int | None] = (None, None, None)
        case PartialDate(year, month):
            parts = (year, month, None)
        case _:
            parts = (date.year, date.month, date.day)
    return official_date_parts(*parts).replace(BLANK, BLANK.replace(" ", NBSP))


def reference(
    kind_name: str, number: str, date: datetime.date | PartialDate | None, issuer: str | None,
    rulebook: Rulebook,
) -> str:  # fmt: skip
    """The line "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)"."""
    template = rulebook.texts.annex_reference.text
    day = "ngày {day} tháng {month} năm {year}"
    dated = template.replace(day, date_words(date))
    return printed(dated.format(type=kind_name, number=number, issuer=issuer or DOTS))


def enclosure_reference(enclosure: Enclosure, issuer: Issuer | None, rulebook: Rulebook) -> str:
    """The "(Kèm theo Quyết định …)" line of a text that a decision promulgates."""
    kind = document_type(enclosure.kind, rulebook)
    home = issuer or Issuer(DOTS)
    number = number_text(enclosure.number, kind, home, rulebook)
    return reference(kind.name, number, enclosure.date, enclosure.issuer or home.name, rulebook)


def enclosed_in(plan: Plan, text: Plan, kind: DocumentType, rulebook: Rulebook) -> Plan:
    """A text that the plan promulgates, with the plan's own number and day in its "Kèm theo"."""
    issuer = plan.issuer or Issuer(DOTS)
    number = Number(plan.number.text, notation(plan.number, kind, issuer, rulebook))
    line = Enclosure(plan.kind, number, plan.date, issuer.name.replace("\n", " "))
    return evolve(text, enclosed_by=line, issuer=text.issuer or plan.issuer)


def number_text(number: Number, kind: DocumentType, issuer: Issuer, rulebook: Rulebook) -> str:
    """The number "05/KH-UBND" as a citation prints it."""
    line = number_line(number, kind, issuer, rulebook)
    return line.removeprefix(f"{rulebook.texts.number_label.text}{NBSP}")


def bases(texts: tuple[str, ...], ink: Ink, rulebook: Rulebook) -> tuple[Paragraph, ...]:
    """Căn cứ: a paragraph each, with the closing marks of the regime."""
    lines = listed(texts, rulebook.punctuation.basis)
    return tuple(Paragraph(ink(line), Part.BASIS) for line in lines)


def addressees(names: tuple[str, ...], rulebook: Rulebook) -> tuple[str, ...]:
    """Kính gửi: one name on the label's line, several on lines of their own."""
    label = rulebook.texts.addressee_label.text
    match tuple(name for name in names if name.strip()):
        case ():
            return ()
        case (name,):
            return (printed(f"{label} {name}"),)
        case _:
            return (label, *listed(names, rulebook.punctuation.addressee))


def closing(plan: Plan, rulebook: Rulebook) -> Closing | None:
    """Nơi nhận and chữ ký, the cosigners before the signer; a promulgated text has neither."""
    if plan.enclosed_by is not None:
        return None
    recipients = [one.text for one in plan.recipients]
    if plan.archive:
        recipients.append(f"{rulebook.texts.archive.text.partition('VT')[0]}{plan.archive}")
    signatures = (*plan.cosigners, plan.signature or Signature((DOTS,)))
    confirmed = plan.confirmation
    return Closing(
        signatures=tuple(_signature(one, rulebook) for one in signatures),
        recipients_label=rulebook.texts.recipients_label.text,
        recipients=listed(recipients, rulebook.punctuation.recipient),
        drafter=printed(plan.marks.drafter or ""),
        confirmation=_signature(confirmed, rulebook) if confirmed else None,
    )


def listed(texts: Iterable[str], marks: ListMarks) -> tuple[str, ...]:
    """Lines with their dash, each closed by its mark and the last by its own."""
    bare = [one for text in texts if (one := _CLOSING.sub("", printed(text).strip()))]
    ends = [marks.end] * (len(bare) - 1) + [marks.last]
    return tuple(f"{marks.dash}{text}{end}" for text, end in zip(bare, ends, strict=False))


def _signature(signature: Signature, rulebook: Rulebook) -> SignatureBlock:
    name, width = printed(signature.name or ""), rulebook.layout.signature_right
    return SignatureBlock(
        lines=tuple(map(printed, signature.lines)),
        name=unbroken(name, "signer_name", width, rulebook),
        other_post=printed(signature.other_post or ""),
    )


def _mark_words(marks: Marks) -> dict[str, str]:
    return {
        "urgency": printed(marks.urgency or "").upper(),
        "circulation": printed(marks.circulation or "").upper(),
    }
