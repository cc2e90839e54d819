"""Kế hoạch → văn bản: the paper of a plan."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.compose._body import Place, body, section
from kehoach.compose._copies import copy_block
from kehoach.compose._frame import (
    addressees,
    bases,
    closing,
    document_type,
    enclosed_in,
    enclosure_reference,
    letterhead,
    number_text,
    reference,
)
from kehoach.compose._ink import Ink, ended, inker, printed
from kehoach.compose._marks import style_of
from kehoach.compose._sender import sender_lines
from kehoach.documents import (
    Appendix,
    Block,
    Document,
    Heading,
    Issuer,
    Number,
    Paragraph,
    Part,
    PartialDate,
    Properties,
    Table,
    Title,
)
from kehoach.errors import UndatedPaper
from kehoach.rules import rulebook_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.plan import Annex, Plan
    from kehoach.rules import DocumentType, Rulebook


def plan_document(plan: Plan, rulebook: Rulebook | None = None) -> Document:
    """Văn bản của kế hoạch: every printed character of it, under a rulebook.

    Without a rulebook the day of the paper chooses the regime. A copy is the copied paper with
    the block that certifies it. Raises `UndatedPaper` when it has no day, `NoRulebook` for a day
    that no regime covers, `UnknownDocumentType` for its kind.
    """
    rules = rulebook or rulebook_on(day_of(plan))
    kind = document_type(plan.kind, rules)
    if kind.copy:
        return _copy(plan, kind, rules)
    ink = inker({note.mark: note.text for note in plan.footnotes})
    return Document(
        kind=plan.kind,
        properties=_properties(plan, kind),
        letterhead=letterhead(plan, kind, rules),
        title=_title(plan, kind, rules),
        addressees=() if kind.sender else addressees(plan.addressees, rules),
        blocks=_closed(tuple(_blocks(plan, kind, ink, rules)), rules),
        closing=closing(plan, rules),
        office_address=printed(plan.office_address or ""),
        appendices=tuple(_appendices(plan, kind, ink, rules)),
        enclosed=tuple(
            plan_document(enclosed_in(plan, one, kind, rules), rules) for one in plan.encloses
        ),
        signing=printed(plan.marks.signing or ""),
        regime=rules.id,
    )


def _copy(plan: Plan, kind: DocumentType, rules: Rulebook) -> Document:
    """The copied paper, if it is at hand, and below it what certifies the copy."""
    block = copy_block(plan, rules)
    if plan.copied is None:
        properties = _properties(plan, kind)
        return Document(kind.key, properties, copies=(block,), regime=rules.id)
    original = plan_document(plan.copied, rules)
    return evolve(original, copies=(*original.copies, block))


def annex_document(
    plan: Plan, ordinal: int = 1, rulebook: Rulebook | None = None, *, signing: str = ""
) -> Document:
    """Phụ lục điện tử ở tệp riêng (Mẫu 2.2): the plan's annex of that ordinal, counted from 1.

    Its "(Kèm theo …)" leaves number and day blank; `signing` is what the organisation's signature
    shows of itself. Raises `IndexError` for an annex that the plan has not, else as
    `plan_document`.
    """
    if not 0 < ordinal <= len(plan.annexes):
        message = f"expected an annex from 1 to {len(plan.annexes)}, got {ordinal}"
        raise IndexError(message)
    rules = rulebook or rulebook_on(day_of(plan))
    kind = document_type(plan.kind, rules)
    blank = evolve(plan, number=Number(notation=plan.number.notation), date=None)
    ink = inker({note.mark: note.text for note in plan.footnotes})
    annex = tuple(_appendices(blank, kind, ink, rules))[ordinal - 1]
    return Document(
        kind=plan.kind,
        properties=evolve(_properties(plan, kind), title=annex.title),
        appendices=(annex,),
        regime=rules.id,
        signing=printed(signing),
    )


def day_of(plan: Plan) -> datetime.date:
    """The day that chooses the regime: of a partial date its first; raises `UndatedPaper`.

    A copy follows the day of what it copies.
    """
    if plan.copied is not None and plan.copied.date is not None:
        return day_of(plan.copied)
    date = plan.date
    if date is None and plan.enclosed_by is not None:
        date = plan.enclosed_by.date
    match date:
        case None:
            raise UndatedPaper(plan.title)
        case PartialDate(year, month):
            return datetime.date(year, month or 1, 1)
        case _:
            return date


def _properties(plan: Plan, kind: DocumentType) -> Properties:
    title = printed(f"{kind.name} {plan.title}".replace("\n", " "))
    author = plan.issuer.name.replace("\n", " ") if plan.issuer else ""
    date = plan.date if isinstance(plan.date, datetime.date) else None
    return Properties(title=title, author=printed(author), subject=kind.name, date=date)


def _title(plan: Plan, kind: DocumentType, rules: Rulebook) -> Title | None:
    if kind.key == "CV":
        return None
    enclosed = plan.enclosed_by
    line = enclosure_reference(enclosed, plan.issuer, rules) if enclosed else ""
    return Title(kind.name.upper(), printed(plan.title) if kind.titled else "", line)


def _blocks(plan: Plan, kind: DocumentType, ink: Ink, rules: Rulebook) -> Iterator[Block]:
    if plan.authority_line and not kind.sender:
        yield Paragraph(printed(plan.authority_line).upper(), Part.AUTHORITY_LINE)
    yield from bases(plan.bases, ink, rules)
    yield from sender_lines(plan, kind, ink, rules)
    if order := _order(plan.kind, rules):
        yield Paragraph(order, Part.ORDER_LINE)
    for paragraph in plan.opening:
        yield Paragraph(ink(paragraph.text))
    place = Place(ink, _upper(rules), items="-", headings="I.")
    for one in plan.sections:
        yield from section(one, place)
    for paragraph in plan.closing:
        yield Paragraph(ink(paragraph.text))


def _order(kind: str, rules: Rulebook) -> str:
    """The line that opens the body of a decision or a resolution (Mẫu 1.1–1.3)."""
    lines = {"QĐ": rules.texts.decision_order, "NQ": rules.texts.resolution_order}
    return lines[kind].text if kind in lines else ""


def _upper(rules: Rulebook) -> frozenset[Part]:
    upper = {rule.key for rule in rules.parts if rule.case == "upper"}
    return frozenset(part for part in Part if part.value in upper)


def _closed(blocks: tuple[Block, ...], rules: Rulebook) -> tuple[Block, ...]:
    """The body with its end mark after the last sentence."""
    mark = rules.punctuation.ending.text
    if not blocks:
        return blocks
    last = blocks[-1]
    if isinstance(last, Heading | Table):
        return (*blocks, Paragraph(mark))
    return (*blocks[:-1], evolve(last, text=ended(last.text, mark)))


def _appendices(plan: Plan, kind: DocumentType, ink: Ink, rules: Rulebook) -> Iterator[Appendix]:
    line = _own_reference(plan, kind, rules)
    label, numeral = rules.texts.annex_label.text, style_of("I")
    for ordinal, annex in enumerate(plan.annexes, 1):
        numbered = f"{label}\u00a0{numeral.label(ordinal, ())}" if len(plan.annexes) > 1 else label
        yield _appendix(annex, numbered, line, ink, rules)


def _own_reference(plan: Plan, kind: DocumentType, rules: Rulebook) -> str:
    """What an annex accompanies: this paper, or the decision that promulgates it."""
    if plan.enclosed_by:
        return enclosure_reference(plan.enclosed_by, plan.issuer, rules)
    issuer = plan.issuer or Issuer("")
    number = number_text(plan.number, kind, issuer, rules)
    return reference(kind.name, number, plan.date, issuer.name.replace("\n", " "), rules)


def _appendix(annex: Annex, label: str, line: str, ink: Ink, rules: Rulebook) -> Appendix:
    marks = ("-", "I.") if annex.items_mark is None else (annex.items_mark, annex.items_mark)
    place = Place(ink, _upper(rules), *marks)
    return Appendix(
        label=label,
        title=printed(annex.title).upper(),
        reference=line,
        blocks=tuple(body(annex.content, place)),
        landscape=annex.landscape,
    )
