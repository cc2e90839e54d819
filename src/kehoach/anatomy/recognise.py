"""Nhận dạng thành phần thể thức: the one recogniser of a paper's parts, for reading and checking.

It goes by the wording of the parts (NĐ 30/2020/NĐ-CP, Phụ lục I), by capitals and by order, and
takes formatting as a hint where the file has any.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.anatomy import patterns
from kehoach.anatomy._annexes import find_annexes, read_annexes
from kehoach.anatomy._collector import Collector
from kehoach.anatomy._copies import copies_start
from kehoach.anatomy._flow import flow
from kehoach.anatomy._head import (
    find_title,
    kind_line,
    letterhead_end,
    names_body,
    read_letterhead,
    read_title,
)
from kehoach.anatomy._sender import read_sender
from kehoach.anatomy._tail import find_tail, read_tail
from kehoach.anatomy.parts import Anatomy, Component, Element, Grid, Piece

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kehoach.observed import Observed

_PROMULGATING = frozenset(("QĐ", "NQ"))
_REFERENCE_WITHIN = 8
_LONGEST_HEADER = 100
_REPEATS = 2
_WRAPPED_LINES = 8


def recognise(observed: Observed) -> Anatomy:
    """Nhận dạng: the parts of a paper, every non-blank line of it in one of them.

    Never raises; a paper of which nothing is recognised is all body.
    """
    into = Collector()
    elements = _without_footnotes(_without_page_marks(flow(observed), into), into)
    copies = copies_start(elements)
    into.extend(Component.COPY, elements[copies:])
    elements = elements[:copies]
    start = _enclosed_start(elements)
    enclosing, elements = elements[:start], elements[start:]
    title = find_title(elements)
    head = letterhead_end(elements) if title is None else title
    read_letterhead(elements[:head], into)
    after = head if title is None else read_title(elements, head, into)
    after = _before_body(elements, after, into)
    tail = find_tail(elements, after)
    if tail is None:
        end = find_annexes(elements, after)
        end = len(elements) if end is None else end
        into.extend(Component.BODY, elements[after:end])
    else:
        into.extend(Component.BODY, elements[after:tail])
        end = read_tail(elements, tail, into)
    annexes = read_annexes(elements[end:], observed, into)
    return Anatomy(into.spans(), annexes, tuple(enclosing))


def _without_page_marks(elements: list[Element], into: Collector) -> list[Element]:
    """The elements without page numbers, and without headers that every page repeats."""
    pages = {
        index
        for index, element in enumerate(elements)
        if isinstance(element, Piece) and element.whole and patterns.PAGE_NUMBER.match(element.text)
    }
    if not pages:
        return elements
    repeated = _repeated(elements, pages)
    kept: list[Element] = []
    for index, element in enumerate(elements):
        if index in pages:
            into.add(Component.PAGE_NUMBER, element)
        elif isinstance(element, Piece) and element.text in repeated and index:
            into.add(Component.REPEATED, element)
        else:
            kept.append(element)
    return kept


def _without_footnotes(elements: list[Element], into: Collector) -> list[Element]:
    """The elements of a text without the notes listed at its end, "[1]" in the text as "[^1]"."""
    end = len(elements)
    while end and isinstance(last := elements[end - 1], Piece) and patterns.NOTE.match(last.text):
        end -= 1
    if end == len(elements):
        return elements
    into.extend(Component.FOOTNOTE, elements[end:])
    known = {one.text[1 : one.text.index("]")] for one in elements[end:] if isinstance(one, Piece)}

    def marked(found: re.Match[str]) -> str:
        return f"[^{found[1]}]" if found[1] in known else found[0]

    return [
        evolve(one, text=patterns.NOTE_MARK.sub(marked, one.text))
        if isinstance(one, Piece) and "[" in one.text
        else one
        for one in elements[:end]
    ]


def _repeated(elements: Sequence[Element], pages: set[int]) -> frozenset[str]:
    """Short lines that stand beside two or more page numbers, each time the same."""
    beside: Counter[str] = Counter()
    for page in pages:
        for index in (page - 1, page + 1):
            element = elements[index] if 0 <= index < len(elements) else None
            if isinstance(element, Piece) and len(element.text) <= _LONGEST_HEADER:
                beside[element.text] += 1
    return frozenset(text for text, count in beside.items() if count >= _REPEATS)


def _enclosed_start(elements: Sequence[Element]) -> int:
    """Where a text begins that a decision in the same file promulgates; 0 where none does."""
    first = find_title(elements)
    if first is None:
        return 0
    kind = _kind_at(elements, first)
    if kind not in _PROMULGATING:
        return 0
    for index in range(first + 1, len(elements)):
        inner = _kind_at(elements, index)
        if not inner or inner in _PROMULGATING:
            continue
        near = elements[index : index + _REFERENCE_WITHIN]
        if any(isinstance(one, Piece) and patterns.REFERENCE.match(one.text) for one in near):
            return _letterhead_start(elements, index)
    return 0


def _kind_at(elements: Sequence[Element], index: int) -> str:
    element = elements[index]
    if isinstance(element, Grid):
        return ""
    found = kind_line(element)
    return found.key if found else ""


def _letterhead_start(elements: Sequence[Element], title: int) -> int:
    """Back over the letterhead lines above a title."""
    start = title
    while start and isinstance(above := elements[start - 1], Piece):
        text = above.text
        if patterns.POST.match(text) or (patterns.PERSON.match(text) and not text.isupper()):
            break
        known = patterns.NATION.search(text) or patterns.MOTTO.search(text)
        dated = patterns.PLACE_DATE.match(text) or patterns.NUMBER_START.match(text)
        if not (known or dated or patterns.RULE.match(text) or text.isupper()):
            break
        start -= 1
    return start


def _before_body(elements: Sequence[Element], index: int, into: Collector) -> int:
    """Thẩm quyền ban hành, kính gửi and căn cứ; returns the index of the first line of the body."""
    index = _authority_line(elements, index, into)
    index = read_sender(elements, _addressees(elements, index, into), into)
    while lines := _sentence(elements, index):
        listed = Component.BASIS in into.found
        end = index + len(lines)
        text = " ".join(line.text for line in lines)
        if not _is_basis(text, listed=listed, last=end >= len(elements)):
            break
        into.extend(Component.BASIS, lines)
        index = end
    return index


def _sentence(elements: Sequence[Element], index: int) -> list[Piece]:
    """A line with those that go on with it where lines were wrapped by hand."""
    lines: list[Piece] = []
    for element in elements[index : index + _WRAPPED_LINES]:
        if isinstance(element, Grid):
            break
        if lines and (element.gap or patterns.BASIS.match(element.text)):
            break
        if lines and lines[-1].text.endswith(",") and names_body(element.text):
            break
        lines.append(element)
        if element.text.endswith((";", ".", ":")) or element.number is None:
            break
    return lines


def _authority_line(elements: Sequence[Element], index: int, into: Collector) -> int:
    """A line in capitals between the title and the căn cứ."""
    if index + 1 >= len(elements):
        return index
    line, following = elements[index], elements[index + 1]
    if isinstance(line, Grid) or isinstance(following, Grid) or not line.text.isupper():
        return index
    if patterns.HEADING.match(line.text) or patterns.ORDER.fullmatch(line.text):
        return index
    if not patterns.BASIS.match(following.text):
        return index
    into.add(Component.AUTHORITY_LINE, line)
    return index + 1


def _addressees(elements: Sequence[Element], index: int, into: Collector) -> int:
    if index >= len(elements):
        return index
    first = elements[index]
    if isinstance(first, Grid) or not patterns.ADDRESSEE.match(first.text):
        return index
    into.add(Component.ADDRESSEE, first)
    index += 1
    listed = first.text.endswith((":", ";", ",")) or not first.text.split(":", 1)[-1].strip()
    while index < len(elements):
        element = elements[index]
        if isinstance(element, Grid) or not element.text.startswith(("-", "–", "+")):
            if not (listed and isinstance(element, Piece) and element.text.endswith(";")):
                break
            if len(element.text) > _LONGEST_HEADER:
                break
        into.add(Component.ADDRESSEE, element)
        index += 1
    return index


def _is_basis(text: str, *, listed: bool, last: bool) -> bool:
    """A căn cứ ends with a semicolon, or with a stop or comma before the main clause."""
    if not patterns.BASIS.match(text) or patterns.OPENING_END.search(text):
        return False
    if text.endswith(";"):
        return True
    if (listed or text.lstrip("-–+ ").startswith("Căn cứ")) and text.endswith((",", ".")):
        return not last and not _says_more(text)
    return False


def _says_more(text: str) -> bool:
    """Whether a sentence that begins with "Căn cứ" has its own main clause."""
    return any(
        words in text for words in (" ban hành kế hoạch", " xây dựng ", " ban hành Kế hoạch")
    )
