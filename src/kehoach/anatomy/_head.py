"""Phần đầu văn bản: letterhead in whatever order it was flattened, and where the title stands.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1-5.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.anatomy import patterns
from kehoach.anatomy._flow import columns
from kehoach.anatomy.parts import Component, Grid, Piece
from kehoach.rules import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach.anatomy._collector import Collector
    from kehoach.anatomy.parts import Element

_HEAD_LINES = 60
_LONGEST = 160
_LONGEST_SUMMARY = 300
_SUMMARY_LINES = 8
_SEARCHED = (
    (patterns.NATION, Component.NATION),
    (patterns.MOTTO, Component.MOTTO),
    (patterns.PLACE_DATE, Component.PLACE_DATE),
)
_WHOLE = (
    (patterns.RULE, Component.RULE),
    (patterns.URGENCY, Component.URGENCY),
    (patterns.CIRCULATION, Component.CIRCULATION),
    (patterns.DRAFT, Component.DRAFT),
    (patterns.SUBJECT, Component.SUBJECT),
)
_AFTER_HEAD = (
    patterns.HEADING, patterns.BASIS, patterns.ADDRESSEE, patterns.RECIPIENTS_LABEL,
)  # fmt: skip
# Words with which the name of a body begins; NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 2 prints
# the superior above the issuer, so a second such line begins a second name.
_BODY_WORDS = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|BAN|CỤC|CHI CỤC|TỔNG CỤC|VỤ|VIỆN|VĂN PHÒNG"
    r"|THANH TRA"
    r"|CÔNG AN|PHÒNG|TRUNG TÂM|TRƯỜNG|HỘI|ĐOÀN|LIÊN ĐOÀN|MẶT TRẬN|UBMTTQ\w*|TÒA ÁN|BẢO HIỂM|KHO BẠC"
    r"|ĐÀI|BÁO"
    r"|TỈNH ỦY|HUYỆN ỦY|THÀNH ỦY|ĐẢNG ỦY|ĐẢNG BỘ|CHI BỘ|CÔNG TY|TỔNG CÔNG TY|CHÍNH PHỦ|THỦ TƯỚNG"
    r"|QUỸ|TỈNH ĐOÀN|HUYỆN ĐOÀN|BCH|BCĐ)(?![\w])"
)


@frozen
class KindLine:
    """Dòng tên loại: the key of the type, its name as printed, and what follows on the line."""

    key: str
    name: str
    rest: str


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Names of types in capitals, the longer first, with their keys (NĐ 30/2020/NĐ-CP, Điều 7)."""
    pairs = ((one.name.upper(), one.key) for one in rulebook("nd30-2020").types if one.key != "CV")
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def kind_line(piece: Piece) -> KindLine | None:
    """The type that a line names, alone or before the subject in capitals."""
    text = piece.text
    if len(text) > _LONGEST_SUMMARY:
        return None
    tight = text.replace(" ", "")
    for name, key in _kinds():
        if text[:1] != name[:1] and tight[:1] != name[:1]:
            continue
        if tight == name.replace(" ", ""):
            return KindLine(key, text, "")
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalnum():
            rest = text[len(name) :].lstrip(" :")
            if rest and not rest.startswith((",", ".", ";", ")")):
                return KindLine(key, name, rest)
        alone = text.rstrip(":").upper() == name
        if alone and (piece.centred or piece.bold) and text[:1].isupper():
            return KindLine(key, text, "")
    return None


def find_title(elements: Sequence[Element]) -> int | None:
    """The index of the line that names the type of the paper; None where there is none."""
    for index, element in enumerate(elements[:_HEAD_LINES]):
        if isinstance(element, Grid):
            return None
        if kind_line(element):
            return index
        if patterns.HEADING.match(element.text) and len(element.text) > 2:  # noqa: PLR2004
            return None
    return None


def letterhead_end(elements: Sequence[Element]) -> int:
    """Where the letterhead of a paper without a title ends: after its last line of head."""
    end = 0
    for index, element in enumerate(elements[:_HEAD_LINES]):
        if isinstance(element, Grid) or len(element.text) > _LONGEST:
            break
        if any(one.match(element.text) for one in _AFTER_HEAD):
            break
        parts = [_component(piece) for piece in _cut(element)]
        known = any(part not in (None, Component.RULE) for part in parts)
        if known or (element.text.isupper() and _BODY_WORDS.match(element.text)):
            end = index + 1
    return end


def read_letterhead(elements: Sequence[Element], into: Collector) -> None:
    """Sort the lines before the title into their parts."""
    names: list[Piece] = []
    before: Component | None = None
    for element in elements:
        if isinstance(element, Grid):
            into.add(Component.REMAINDER, element)
            continue
        for piece in _cut(element):
            component = _component(piece)
            if component is None:
                if before is Component.SUBJECT and not piece.capitals:
                    into.add(Component.SUBJECT, piece)
                    continue
                names.append(piece)
                continue
            into.add(component, piece)
            before = component if component is not Component.RULE else before
    _names(names, into)


def _component(piece: Piece) -> Component | None:
    text = piece.text
    for pattern, component in _WHOLE:
        if pattern.match(text):
            return component
    for pattern, component in _SEARCHED:
        if pattern.match(text):
            return component
    if patterns.NUMBER_START.match(text) or patterns.NUMBER.match(text):
        return Component.NUMBER
    return None


def _cut(element: Piece) -> Iterator[Piece]:
    """The pieces of a line that several parts share, by columns, then by what is recognised."""
    for piece in columns(element):
        yield from _cut_at_parts(piece)


def _cut_at_parts(piece: Piece) -> Iterator[Piece]:
    text = piece.text
    if len(text) > _LONGEST or not (cut := _border(text)):
        yield piece
        return
    for part in (text[:cut].strip(), text[cut:].strip()):
        if part:
            yield from _cut_at_parts(evolve(piece, text=part, whole=False))


def _border(text: str) -> int:
    """Where a part begins or ends inside a line; 0 where the line is of one part."""
    for pattern in (patterns.NATION, patterns.MOTTO):
        if found := pattern.search(text):
            if found.start():
                return found.start()
            return found.end() if text[found.end() :].strip(" .-–—_") else 0
    if found := patterns.NUMBER_START.search(text):
        if found.start():
            return found.start()
        number = patterns.NUMBER.match(text)
        if number and text[number.end() :].strip():
            return number.end()
    return 0


def _names(pieces: list[Piece], into: Collector) -> None:
    """Tên cơ quan: the superior's lines, then the issuer's; one name alone is the issuer's."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if not _named(piece):
            into.add(Component.REMAINDER, piece)
        elif not groups or _begins(piece, groups[-1]):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    if not groups:
        return
    into.extend(Component.SUPERIOR, (piece for group in groups[:-1] for piece in group))
    into.extend(Component.ISSUER, groups[-1])


def _named(piece: Piece) -> bool:
    text = piece.text.strip("*- ")
    return (
        bool(text)
        and len(text) <= _LONGEST
        and (piece.capitals or bool(_BODY_WORDS.match(text.upper())))
    )


def _begins(piece: Piece, group: list[Piece]) -> bool:
    """Whether a line begins a new name rather than goes on with the one above."""
    if not _BODY_WORDS.match(piece.text.upper()):
        return False
    above = group[-1]
    if above.text.upper().endswith((" VÀ", ",", " -", " CỦA")):
        return False
    bold, bold_above = piece.bold, above.bold
    return not (bold and bold_above and len(group) == 1 and above.text.isupper() and _open(above))


def _open(piece: Piece) -> bool:
    """Whether a name cannot end here: a bare word that asks for more."""
    return piece.text.upper() in {"BAN CHỈ ĐẠO", "VĂN PHÒNG", "BAN CHẤP HÀNH", "BAN THƯỜNG VỤ"}


def read_title(elements: Sequence[Element], start: int, into: Collector) -> int:
    """Tên loại, trích yếu and the reference below; returns the index of what follows."""
    first = elements[start]
    assert isinstance(first, Piece)  # noqa: S101 - `find_title` answers pieces only
    found = kind_line(first)
    rest = found.rest if found else ""
    name = first.text[: len(first.text) - len(rest)].rstrip(" :") if rest else first.text
    into.add(Component.KIND, evolve(first, text=name, whole=not rest))
    if rest:
        into.add(Component.SUMMARY, evolve(first, text=rest, whole=False))
    index = _summary(elements, start + 1, into, has_some=bool(rest))
    return _references(elements, index, into)


def _summary(elements: Sequence[Element], index: int, into: Collector, *, has_some: bool) -> int:
    taken: list[Piece] = []
    while index < len(elements) and len(taken) < _SUMMARY_LINES:
        element = elements[index]
        if isinstance(element, Grid) or patterns.REFERENCE.match(element.text):
            break
        if patterns.RULE.match(element.text):
            into.add(Component.RULE, element)
            index += 1
            if taken:
                break
            continue
        if not _goes_on(element, taken, has_some=has_some):
            break
        taken.append(element)
        index += 1
    into.extend(Component.SUMMARY, taken)
    return index


def _goes_on(  # noqa: PLR0911 - one return a sign
    piece: Piece, taken: list[Piece], *, has_some: bool
) -> bool:
    """Whether a line still belongs to the trích yếu."""
    text = piece.text
    if len(text) > _LONGEST_SUMMARY or patterns.HEADING.match(text):
        return False
    if patterns.ADDRESSEE.match(text) or (text.startswith("Căn cứ ") and not piece.centred):
        return False
    if not taken and not has_some:
        return not text.endswith((";", ":")) or piece.centred
    if text.isupper() and taken and not taken[-1].text.isupper() and _names_authority(text):
        return False
    if piece.line.paragraph.format.alignment == "center":
        return not text.endswith((";", ":")) and not text.startswith("(")
    if piece.line.place.line is None:
        return bool(taken) and piece.bold and taken[-1].bold
    ends = taken[-1].text[-1] if taken else ""
    return not piece.gap and len(text) <= _LONGEST and text[-1] not in ".;:" and ends not in ".;:"


def names_body(text: str) -> bool:
    """Whether a line begins with the name of a body: the main clause after the last căn cứ."""
    return text[:1].isupper() and bool(_BODY_WORDS.match(text[:40].upper()))


def _names_authority(text: str) -> bool:
    """Whether a line in capitals says who issues the paper: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"."""
    return bool(_BODY_WORDS.match(text) or patterns.POST.match(text))


def _references(elements: Sequence[Element], index: int, into: Collector) -> int:
    """The "(Kèm theo …)" under the title, over as many lines as its bracket needs."""
    opened = 0
    while index < len(elements):
        element = elements[index]
        if isinstance(element, Grid):
            break
        text = element.text
        if patterns.RULE.match(text):
            into.add(Component.RULE, element)
        elif opened or patterns.REFERENCE.match(text):
            into.add(Component.REFERENCE, element)
            opened = opened + text.count("(") - text.count(")")
        else:
            break
        index += 1
        if not opened and into.found.get(Component.REFERENCE):
            break
    return index
