"""Chữ viết tắt: what an abbreviation stands for, by where in the paper it stands.

TT is Thường trực before the name of a collective body among the recipients, Thông tư among the
bases, số thứ tự over a column. Where the place does not decide, all readings are answered and
none is chosen.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import islice, product

from attrs import frozen

from kehoach.organizations.organization import Certainty, lowest


class Position(StrEnum):
    """Vị trí của chữ viết tắt trong văn bản."""

    RECIPIENT = "recipient"
    BASIS = "basis"
    NOTATION = "notation"
    COLUMN = "column"
    PLACE = "place"
    SIGNATURE = "signature"
    NAME = "name"


@frozen
class Abbreviation:
    """Chữ viết tắt: its letters, what they stand for, and where; no positions means anywhere.

    `owned` is a post or a unit whose body follows, also after a comma: "CT, các PCT. UBND tỉnh".
    """

    letters: str
    full: str
    positions: tuple[Position, ...] = ()
    owned: bool = False
    certainty: Certainty = Certainty.LIKELY


@frozen
class Reading:
    """Cách đọc: the names that a printed abbreviation stands for, in order."""

    names: tuple[str, ...]
    certainty: Certainty


_R, _B, _N = Position.RECIPIENT, Position.BASIS, Position.NOTATION
_C, _P, _S, _I = Position.COLUMN, Position.PLACE, Position.SIGNATURE, Position.NAME

ABBREVIATIONS: tuple[Abbreviation, ...] = (
    Abbreviation("TT", "Thường trực", (_R, _I), owned=True),
    Abbreviation("TT", "Trung tâm", (_R, _I)),
    Abbreviation("TT", "Thông tin", (_I,)),
    Abbreviation("TT", "Thông tư", (_B, _N)),
    Abbreviation("TT", "thị trấn", (_P,)),
    Abbreviation("TT", "Số thứ tự", (_C,)),
    Abbreviation("CT", "Chủ tịch", (_R, _S), owned=True, certainty=Certainty.CERTAIN),
    Abbreviation("CT", "Chỉ thị", (_B, _N)),
    Abbreviation("CT", "Công Thương", (_R, _I)),
    Abbreviation("CTr", "Chương trình"),
    Abbreviation("PCT", "Phó Chủ tịch", (_R, _S), owned=True, certainty=Certainty.CERTAIN),
    Abbreviation("BC", "Báo cáo", (_B, _N)),
    Abbreviation("BC", "Ban Chỉ đạo", (_R, _I)),
    Abbreviation("BCĐ", "Ban Chỉ đạo"),
    Abbreviation("NC", "Nội chính", (_R, _I, _N)),
    Abbreviation("NC", "Nghiên cứu", (_R, _I, _N)),
    Abbreviation("TU", "Tỉnh ủy"),
    Abbreviation("TU", "Thành ủy"),
    Abbreviation("TW", "Trung ương"),
    Abbreviation("T.Ư", "Trung ương"),
    Abbreviation("TTTT", "Thông tin và Truyền thông"),
    Abbreviation("BTG", "Ban Tuyên giáo", owned=True),
    Abbreviation("BDV", "Ban Dân vận", owned=True),
    Abbreviation("VHXH", "Văn hóa - Xã hội"),
    Abbreviation("NCVX", "Nghiên cứu Văn xã", certainty=Certainty.UNCERTAIN),
    Abbreviation("UBND", "Ủy ban nhân dân"),
    Abbreviation("HĐND", "Hội đồng nhân dân"),
    Abbreviation("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    Abbreviation("ĐĐBQH", "Đoàn đại biểu Quốc hội"),
    Abbreviation("VPCP", "Văn phòng Chính phủ"),
    Abbreviation("VP", "Văn phòng"),
    Abbreviation("CVP", "Chánh Văn phòng", (_R, _S), owned=True),
    Abbreviation("PCVP", "Phó Chánh Văn phòng", (_R, _S), owned=True),
    Abbreviation("LĐVP", "Lãnh đạo Văn phòng", (_R,), owned=True),
    Abbreviation("CNTT", "Công nghệ thông tin"),
    Abbreviation("VT", "Văn thư"),
    Abbreviation("TM", "Thay mặt", (_S,)),
    Abbreviation("KT", "Ký thay", (_S,)),
    Abbreviation("TL", "Thừa lệnh", (_S,)),
    Abbreviation("TUQ", "Thừa ủy quyền", (_S,)),
    Abbreviation("Q", "Quyền", (_S,)),
)

# A standing committee is that of a collective body; before other names TT may be Trung tâm.
_COLLECTIVE = re.compile(r"(?:TU|HĐND|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|UBMTTQ|MTTQ)\b")
_TOKEN = re.compile(r"T\.Ư|[^\W_]+|[^\w]+|_")
_SHORTENED = re.compile(r"T\.Ư|\w*[A-ZĐƯ]{2}\w*|[A-ZĐ]")
_MOST_READINGS = 16


def initials(name: str) -> str:
    """Chữ viết tắt trong ký hiệu văn bản: "Sở Thông tin và Truyền thông" → "STTTT".

    A People's Committee is UBND, whatever its place (NĐ 30/2020/NĐ-CP, Phụ lục III).
    """
    plain = " ".join(name.split())
    if plain.casefold().startswith("ủy ban nhân dân"):
        return "UBND"
    words = (word.strip(",.()") for word in plain.split())
    return "".join(word[0].upper() for word in words if word[:1].isalpha() and word != "và")


def readings_of(letters: str, position: Position | None = None) -> tuple[Abbreviation, ...]:
    """Các nghĩa của một chữ viết tắt at a position, or everywhere; empty where it is unknown."""
    return tuple(
        known
        for known in ABBREVIATIONS
        if known.letters == letters
        and (position is None or not known.positions or position in known.positions)
    )


def expand_abbreviation(
    text: str, position: Position | None = None, *, seat: str = "Tỉnh ủy"
) -> tuple[Reading, ...]:
    """Viết đầy đủ: one reading is the answer, several are a choice, none: nothing is shortened.

    `seat` is what TU stands for at a known position in this province ("Thành ủy" in a city under
    the centre); an empty one leaves both. "CT, các PCT. UBND tỉnh" gives two whole names.
    """
    parts = [part.strip() for part in text.strip(" -;.\n").split(",")]
    owned = _with_owners(parts)
    choices = [_expand_part(part, position, seat) for part in owned]
    if all(
        len(some) == 1 and some[0][0] == part for some, part in zip(choices, owned, strict=True)
    ):
        return ()
    combined = list(islice(product(*choices), _MOST_READINGS))
    return tuple(
        Reading(tuple(name for name, _ in row), lowest(certainty for _, certainty in row))
        for row in combined
    )


def _with_owners(parts: list[str]) -> list[str]:
    """Give each bare post or unit the body that follows it in a later part."""
    owner, result = "", []
    for part in reversed(parts):
        head, _, body = part.removeprefix("các ").partition(" ")
        if not _is_owned(head.rstrip(".")):
            owner = ""
        elif body:
            owner = body
        elif owner:
            result.append(f"{part.rstrip('.')}. {owner}")
            continue
        result.append(part)
    return result[::-1]


def _is_owned(letters: str) -> bool:
    return any(known.owned for known in readings_of(letters))


def _expand_part(part: str, position: Position | None, seat: str) -> list[tuple[str, Certainty]]:
    words = _TOKEN.findall(part)
    options: list[list[tuple[str, Certainty]]] = []
    for index, word in enumerate(words):
        inside = index > 0 and words[index - 1].endswith("-")
        known = _known(word, "".join(words[index + 1 :]), position, seat)
        if not known or (inside and len(known) > 1):
            options.append([(word, Certainty.CERTAIN)])
        else:
            options.append([(entry.full, entry.certainty) for entry in known])
    rows = list(islice(product(*options), _MOST_READINGS))
    return [
        (_joined(words, [text for text, _ in row]), lowest(certainty for _, certainty in row))
        for row in rows
    ]


def _known(word: str, after: str, position: Position | None, seat: str) -> tuple[Abbreviation, ...]:
    """The meanings of a word, as far as the position and what follows decide between them."""
    if not _SHORTENED.fullmatch(word):
        return ()
    known = readings_of(word, position)
    if word == "TU" and position is not None and seat:
        return tuple(entry for entry in known if entry.full == seat)
    body = after.lstrip(". ")
    heads = word == "CT" or (word == "TT" and _COLLECTIVE.match(body))
    if position is Position.RECIPIENT and body and heads:
        return tuple(entry for entry in known if entry.owned)
    return known


def _joined(words: list[str], full: list[str]) -> str:
    """The expanded words; a stop after, a dash between expanded words was a border: a space now."""
    result = ""
    for index, (printed, text) in enumerate(zip(words, full, strict=True)):
        before = index > 0 and full[index - 1] != words[index - 1]
        after = index + 1 < len(words) and full[index + 1] != words[index + 1]
        border = printed.strip() == "." or (printed == "-" and after)
        result += " " if before and border else text
    return result.strip(" .") if full != words else result
