"""Khung văn bản: issuer, number, day, title, bases, recipients and signature, from the anatomy.

What a paper does not print stays `None` and is reported; an issuer that only the signature tells
is marked as inferred.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from kehoach.anatomy import Anatomy, Component, Piece, clean, kind_line, note_mark, sender_ending
from kehoach.anatomy.patterns import ADDRESSEE, ARCHIVE, BASIS, CIRCULATION, NUMBER, PLACE_DATE
from kehoach.documents import (
    Enclosure,
    Footnote,
    Issuer,
    Marks,
    Number,
    PartialDate,
    Recipient,
    Signature,
)
from kehoach.observed import Marginal, ObservedParagraph, lines_of
from kehoach.reading._names import sentence_case
from kehoach.rules import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach.observed import Observed

Covered: TypeAlias = Callable[[str], tuple[str, ...]]
"""What a line of recipients stands for: the names of the bodies."""

_DOTS = re.compile(r"[\s.…_]+$")
_COMMITTEE = re.compile(r"(?:TM\s*[./]?\s*)?(?:ỦY|UỶ) BAN NHÂN DÂN", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:UBND|(?:Ủy|Uỷ) ban nhân dân)\s+(?P<level>tỉnh|thành phố|huyện|thị xã|xã|phường|thị "
    r"trấn"
    r"|đặc khu|quận)"
)
REFERENCE = re.compile(
    r"[Kk]èm theo\s+(?P<kind>[^\d(]{2,40}?)\s+số\s*:?\s*(?P<number>[\d.…\s]*?)\s*(?P<slash>/)"
    r"\s*(?P<notation>[^\s,)]+)(?:\s*,?\s*ngày\s*(?P<day>[\d.…_\s]*?)(?:\s*tháng\s*"
    r"|/)(?P<month>[\d.…_\s]*?)(?:\s*năm\s*"
    r"|/)(?P<year>[\d.…_\s]*?))?"
    r"(?:\s*,?\s*của\s+(?P<issuer>[^)]+?))?\s*\)?\s*[.;]?$"
)
_DRAFTED = re.compile(r"[.;]\s+(?P<drafter>[^\W\d_.]+\.?\s?\(?\d{1,4}\)?)$")
_NAME = re.compile(r"[^\W\d_]")
_ENDING = " .;,"
_DECADE = 4


@frozen
class Frame:
    """Phần khung đã đọc."""

    kind: str
    title: str
    issuer: Issuer | None
    number: Number
    place: str | None
    date: datetime.date | PartialDate | None
    enclosed_by: Enclosure | None
    authority_line: str | None
    bases: tuple[str, ...]
    addressees: tuple[str, ...]
    recipients: tuple[Recipient, ...]
    archive: str | None
    signature: Signature | None
    marks: Marks
    office_address: str | None
    footnotes: tuple[Footnote, ...]


def read_frame(anatomy: Anatomy, observed: Observed, covered: Covered) -> Frame:
    """The frame of a paper; `covered` tells the bodies that a line of recipients names."""
    reference = " ".join(anatomy.text(Component.REFERENCE).split("\n"))
    issuer = _issuer(anatomy)
    place, date = _place_date(anatomy)
    recipients, archive = _recipients(anatomy, covered)
    signature = _signature(anatomy)
    if issuer is None:
        issuer = _inferred(anatomy, signature, place)
    return Frame(
        kind=_kind(anatomy),
        title=_title(anatomy),
        issuer=issuer,
        number=_number(anatomy),
        place=place,
        date=date,
        enclosed_by=read_enclosure(reference),
        authority_line=anatomy.text(Component.AUTHORITY_LINE) or _sender(anatomy, issuer),
        bases=tuple(_bases(anatomy)),
        addressees=_addressees(anatomy),
        recipients=recipients,
        archive=archive,
        signature=signature,
        marks=_marks(anatomy, observed),
        office_address=_address(anatomy, observed),
        footnotes=_footnotes(anatomy, observed),
    )


def _sender(anatomy: Anatomy, issuer: Issuer | None) -> str | None:
    """Who speaks in a công điện, giấy mời, giấy giới thiệu, where it is not the issuer."""
    line = anatomy.text(Component.SENDER).replace("\n", " ")
    name = line.removesuffix(sender_ending(_kind(anatomy))).strip(" .…")
    same = issuer is not None and name.casefold() == issuer.name.casefold()
    return None if same else name or None


def _kind(anatomy: Anatomy) -> str:
    pieces = anatomy.pieces(Component.KIND)
    found = kind_line(pieces[0]) if pieces else None
    if found is None:
        return "CV" if anatomy.of(Component.SUBJECT) else "KH"
    return found.key


def _title(anatomy: Anatomy) -> str:
    title = anatomy.text(Component.SUMMARY)
    if title or anatomy.of(Component.KIND):
        return title
    subject = anatomy.text(Component.SUBJECT).replace("\n", " ")
    return re.sub(r"^V/v:?\s*", "", subject)


def _issuer(anatomy: Anatomy) -> Issuer | None:
    printed = " ".join(piece.text for piece in anatomy.pieces(Component.ISSUER)).strip("*- ")
    if not _NAME.search(printed):
        return None
    superior = " ".join(piece.text for piece in anatomy.pieces(Component.SUPERIOR)).strip("*- ")
    notation = _number(anatomy).notation or ""
    return Issuer(
        _as_written(printed, anatomy),
        _as_written(superior, anatomy) or None,
        notation.rsplit("-", 1)[-1] if "-" in notation and not _has_unit(notation) else None,
    )


def _has_unit(notation: str) -> bool:
    """Whether a notation ends with a unit's letters after the issuer's ("UBND-VX")."""
    keys = {one.abbreviation for one in rulebook("nd30-2020").types if one.abbreviation}
    return notation.split("-", 1)[0] not in keys


def _as_written(printed: str, anatomy: Anatomy) -> str:
    """A name in capitals as the paper itself writes it elsewhere, else in sentence case."""
    if not printed.isupper():
        return printed
    place, _ = _place_date(anatomy)
    wanted = printed.lower()
    for text in _texts(anatomy):
        at = text.lower().find(wanted)
        if at >= 0 and not (found := text[at : at + len(printed)]).isupper():
            return found[:1].upper() + found[1:]
    name = sentence_case(printed)
    at = name.casefold().find((place or "\n").casefold())
    return name if at < 0 or place is None else name[:at] + place + name[at + len(place) :]


def _texts(anatomy: Anatomy) -> Iterable[str]:
    """The texts in which the issuer's name may stand in sentence case."""
    yield anatomy.text(Component.REFERENCE)
    for annex in anatomy.annexes:
        yield " ".join(piece.text for piece in annex.reference)
    for component in (Component.RECIPIENT, Component.BASIS):
        yield from (piece.text for piece in anatomy.pieces(component))
    yield from (piece.text for piece in anatomy.pieces(Component.BODY)[:40])


def _inferred(anatomy: Anatomy, signature: Signature | None, place: str | None) -> Issuer | None:
    """The people's committee that signs, at the level that the paper itself names it."""
    lines = signature.lines if signature else ()
    if not place or not any(_COMMITTEE.match(line) for line in lines):
        return None
    for piece in anatomy.pieces(Component.BODY)[:40]:
        if found := _LEVEL.search(piece.text):
            name = f"Ủy ban nhân dân {found['level']} {place}"
            return Issuer(name, abbreviation="UBND", inferred=True)
    return None


def _number(anatomy: Anatomy) -> Number:
    printed = " ".join(piece.text for piece in anatomy.pieces(Component.NUMBER))
    found = NUMBER.search(printed)
    if not found or not found["slash"]:
        digits = re.search(r"\d+", printed)
        return Number(digits[0] if digits else None)
    notation = found["notation"].strip(".…_")
    whole = notation and not notation.endswith("-")
    return Number(found["text"] or None, notation if whole else None)


def _place_date(anatomy: Anatomy) -> tuple[str | None, datetime.date | PartialDate | None]:
    for piece in anatomy.pieces(Component.PLACE_DATE):
        if found := PLACE_DATE.match(piece.text):
            place = found["place"].strip(" .…_")
            return place or None, date_of(found["day"], found["month"], found["year"])
    return None, None


def date_of(day: str, month: str, year: str) -> datetime.date | PartialDate | None:
    """The day that three parts name, as far as they are filled in."""
    numbers = [re.sub(r"\D", "", part or "") for part in (day, month, year)]
    if len(numbers[2]) != _DECADE:
        return None
    whole_year, whole_month = int(numbers[2]), int(numbers[1]) if numbers[1] else None
    if whole_month is None or not 1 <= whole_month <= 12:  # noqa: PLR2004
        return PartialDate(whole_year)
    if not numbers[0]:
        return PartialDate(whole_year, whole_month)
    try:
        return datetime.date(whole_year, whole_month, int(numbers[0]))
    except ValueError:
        return PartialDate(whole_year, whole_month)


def read_enclosure(reference: str) -> Enclosure | None:
    """What a line "(Kèm theo Quyết định số …)" names; `None` for an empty line."""
    if not reference:
        return None
    found = REFERENCE.search(reference)
    if not found:
        return Enclosure("QĐ")
    kinds = {one.name.lower(): one.key for one in rulebook("nd30-2020").types}
    day, month, year = (found[part] or "" for part in ("day", "month", "year"))
    digits = re.sub(r"\D", "", found["number"])
    return Enclosure(
        kinds.get(found["kind"].strip().lower(), "QĐ"),
        Number(digits or None, found["notation"]),
        date_of(day, month, year),
        (found["issuer"] or "").strip(" .…") or None,
    )


def _bases(anatomy: Anatomy) -> Iterable[str]:
    """The căn cứ, those that were wrapped over several lines joined again."""
    held = ""
    for piece in anatomy.pieces(Component.BASIS):
        if held and BASIS.match(piece.text):
            yield held.lstrip("-–+ ").rstrip(_ENDING)
            held = ""
        held = f"{held} {piece.text}".strip()
    if held:
        yield held.lstrip("-–+ ").rstrip(_ENDING)


def _addressees(anatomy: Anatomy) -> tuple[str, ...]:
    names = []
    for piece in anatomy.pieces(Component.ADDRESSEE):
        text = ADDRESSEE.sub("", piece.text, count=1).strip(" :")
        text = text.lstrip("-–+ ").rstrip(_ENDING)
        if text:
            names.append(text)
    return tuple(names)


def _recipients(anatomy: Anatomy, covered: Covered) -> tuple[tuple[Recipient, ...], str | None]:
    recipients: list[Recipient] = []
    archive = None
    lines, _ = _recipient_lines(anatomy)
    for text in lines:
        if (found := ARCHIVE.match(text)) and archive is None:
            archive = text[found.end() :].rstrip(_ENDING) or None
            continue
        bare = text.lstrip("-–+•* ").rstrip(_ENDING)
        if bare:
            recipients.append(Recipient(bare, covered(bare)))
    return tuple(recipients), archive


def _recipient_lines(anatomy: Anatomy) -> tuple[list[str], str]:
    """The lines of the list without the drafter's mark, which follows the last or "Lưu"."""
    lines = list(_unwrapped(anatomy.pieces(Component.RECIPIENT)))
    for index, text in reversed(list(enumerate(lines))):
        last = index == len(lines) - 1
        if (last or ARCHIVE.match(text)) and (found := _DRAFTED.search(text)):
            lines[index] = text[: found.start() + 1]
            return lines, found["drafter"]
    return lines, ""


def _unwrapped(pieces: Sequence[Piece]) -> Iterable[str]:
    """The lines of the list, those that were wrapped joined again."""
    held = ""
    for piece in pieces:
        text = piece.text
        starts = text.startswith(("-", "–", "+", "•", "*")) or bool(ARCHIVE.match(text))
        if held and (starts or held.endswith(";")):
            yield held
            held = ""
        held = f"{held} {text}".strip()
    if held:
        yield held


def _signature(anatomy: Anatomy) -> Signature | None:
    lines = tuple(piece.text for piece in anatomy.pieces(Component.SIGNATURE))
    names = anatomy.pieces(Component.SIGNER)
    posts = anatomy.text(Component.OTHER_POST).replace("\n", " ")
    if not lines and not names:
        return None
    return Signature(lines, names[-1].text if names else None, posts or None)


def _address(anatomy: Anatomy, observed: Observed) -> str | None:
    printed = anatomy.text(Component.OFFICE_ADDRESS)
    return printed or "\n".join(_margin(observed, "footers")) or None


def _marks(anatomy: Anatomy, observed: Observed) -> Marks:
    drafter = anatomy.text(Component.DRAFTER) or _recipient_lines(anatomy)[1]
    margin = next((text for text in _margin(observed, "headers") if CIRCULATION.match(text)), None)
    circulation = anatomy.text(Component.CIRCULATION) or margin
    return Marks(anatomy.text(Component.URGENCY) or None, circulation, drafter or None)


def _margin(observed: Observed, place: Literal["headers", "footers"]) -> Iterable[str]:
    """The lines that stand above or below the text of page 1 alone."""
    for section in observed.sections[:1]:
        marginal: Marginal = getattr(section, place)
        for line in lines_of(marginal.first or ()):
            if line.text.strip() and not any(run.field for run in line.paragraph.runs):
                yield " ".join(line.text.split())


def _footnotes(anatomy: Anatomy, observed: Observed) -> tuple[Footnote, ...]:
    notes = []
    for note in (*observed.footnotes, *observed.endnotes):
        texts = [clean(block.text) for block in note.blocks if isinstance(block, ObservedParagraph)]
        text = "\n".join(filter(None, texts))
        if text:
            notes.append(Footnote(note_mark(note.kind, note.id), text))
    for piece in anatomy.pieces(Component.FOOTNOTE):
        mark, _, text = piece.text.partition("]")
        notes.append(Footnote(mark[1:], text.strip()))
    return tuple(notes)
