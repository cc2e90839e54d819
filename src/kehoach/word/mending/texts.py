"""Sửa chữ: a stretch of a paragraph's text replaced, plainly or as a deletion and an insertion."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from attrs import frozen
from lxml.etree import _Element

from kehoach.word._observe.xml import MC, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.word.mending.properties import Revisions

_R, _T, _TAB, _RPR = f"{W}r", f"{W}t", f"{W}tab", f"{W}rPr"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_PASSED: Final = frozenset(
    (f"{W}hyperlink", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}sdt", f"{W}sdtContent",
     f"{W}fldSimple", f"{W}customXml", f"{W}dir", f"{W}bdo")
)  # fmt: skip
_SIGNS: Final = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "\u2011",
    "softHyphen": "", "sym": "\ufffc",
}  # fmt: skip
_PAGE_BREAKS: Final = ("page", "column")


@frozen
class _Piece:
    """Characters of one element: `start` is where they begin in the paragraph's text."""

    element: _Element
    start: int
    text: str


def own_runs(paragraph: _Element) -> Iterator[_Element]:
    """The runs of a paragraph that are printed; those of text boxes in it are not its own."""
    for child in paragraph:
        if child.tag == _R:
            yield child
        elif child.tag in _PASSED:
            yield from own_runs(child)


def has_alternates(paragraph: _Element) -> bool:
    """Whether alternate content stands among the runs, of which Word shows one branch."""
    return any(child.tag == f"{MC}AlternateContent" for child in paragraph)


def text_of(paragraph: _Element) -> str:
    """The printed characters, fields' results too, soft hyphens left out."""
    return "".join(piece.text for piece in _pieces(paragraph))


def _pieces(paragraph: _Element) -> Iterator[_Piece]:
    start = 0
    waiting: list[bool] = []
    for run in own_runs(paragraph):
        for child in run:
            name = str(child.tag).removeprefix(W)
            if name == "fldChar":
                waiting = _field(child.get(f"{W}fldCharType") or "", waiting)
            elif (name == "t" or name in _SIGNS) and not any(waiting):
                text = (child.text or "") if name == "t" else _sign(child, name)
                yield _Piece(child, start, text)
                start += len(text)


def _field(kind: str, waiting: list[bool]) -> list[bool]:
    """Fields that are open, each True while its instruction goes on."""
    if kind == "begin":
        return [*waiting, True]
    if kind == "separate" and waiting:
        return [*waiting[:-1], False]
    return waiting[:-1] if kind == "end" else waiting


def _sign(element: _Element, name: str) -> str:
    is_page = name == "br" and element.get(f"{W}type") in _PAGE_BREAKS
    return "\f" if is_page else _SIGNS[name]


def replace(
    paragraph: _Element, start: int, end: int, text: str, revisions: Revisions | None
) -> bool:
    """Put `text` in the place of the characters from start to end; False where that cannot be.

    Letters are replaced, tabs are taken away; no break or symbol changes. With `revisions` the old
    characters become a deletion and the new ones an insertion with the look of the first run.
    """
    pieces = list(_pieces(paragraph))
    length = pieces[-1].start + len(pieces[-1].text) if pieces else 0
    if not pieces or not 0 <= start <= end <= length:
        return False
    touched = [one for one in pieces if one.start < end and one.start + len(one.text) > start]
    if start == end:
        touched = [one for one in pieces if one.start <= start <= one.start + len(one.text)
                   and one.element.tag == _T][:1]  # fmt: skip
    known = (_T,) if text else (_T, _TAB)
    if not touched or any(one.element.tag not in known for one in touched):
        return False
    for index, piece in enumerate(touched):
        if piece.element.tag == _TAB:
            _remove_sign(piece.element, revisions)
            continue
        first, last = max(start - piece.start, 0), min(end - piece.start, len(piece.text))
        new = text if index == 0 else ""
        if revisions is None:
            _set(piece.element, piece.text[:first] + new + piece.text[last:])
        else:
            _revise(piece, (first, last), new, revisions)
    return True


def _remove_sign(sign: _Element, revisions: Revisions | None) -> None:
    """Take a tab out of its run; as a revision it stands in a deleted run of its own."""
    run = sign.getparent()
    parent = None if run is None else run.getparent()
    if run is None or parent is None:
        return
    if revisions is None:
        run.remove(sign)
        return
    after = list(run)[run.index(sign) + 1 :]
    gone, rest = _like(run), _like(run)
    gone.append(sign)
    rest.extend(after)
    deleted = run.makeelement(f"{W}del", revisions.attributes())
    deleted.append(gone)
    place = parent.index(run)
    if after:
        parent.insert(place + 1, rest)
    parent.insert(place + 1, deleted)
    if not len(run) or (len(run) == 1 and run[0].tag == _RPR):
        parent.remove(run)


def runs_within(paragraph: _Element, start: int, end: int) -> tuple[_Element, ...]:
    """The runs of the characters from start to before end, cut off from their neighbours."""
    _cut(paragraph, end)
    _cut(paragraph, start)
    found: dict[_Element, bool] = {}
    for piece in _pieces(paragraph):
        run = piece.element.getparent()
        if run is not None and piece.text:
            inside = start <= piece.start and piece.start + len(piece.text) <= end
            found[run] = found.get(run, True) and inside
    return tuple(run for run, inside in found.items() if inside)


def _cut(paragraph: _Element, offset: int) -> None:
    """Make a run end before the character at the offset."""
    for piece in _pieces(paragraph):
        inside = offset - piece.start
        run, element = piece.element.getparent(), piece.element
        if run is None or not 0 <= inside < len(piece.text):
            continue
        after = list(run)[run.index(element) + 1 :]
        rest = _like(run)
        if inside == 0:
            if all(one.tag == _RPR for one in list(run)[: run.index(element)]):
                return
            rest.append(element)
        elif element.tag == _T:
            rest.append(_letters(run, "t", piece.text[inside:]))
            _set(element, piece.text[:inside])
        else:
            return
        rest.extend(after)
        run.addnext(rest)
        return


def _set(element: _Element, text: str) -> None:
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(_SPACE, "preserve")


def _revise(piece: _Piece, span: tuple[int, int], new: str, revisions: Revisions) -> None:
    """The run cut in three: before, deleted and inserted, after."""
    run, parent = piece.element.getparent(), None
    if run is not None:
        parent = run.getparent()
    if run is None or parent is None:
        return
    first, last = span
    at = run.index(piece.element)
    after = list(run)[at + 1 :]
    rest = _like(run)
    if piece.text[last:]:
        rest.append(_letters(run, "t", piece.text[last:]))
    rest.extend(after)
    place = parent.index(run)
    if len(rest) > (rest.find(_RPR) is not None):
        parent.insert(place + 1, rest)
    if new:
        inserted = run.makeelement(f"{W}ins", revisions.attributes())
        made = _like(run)
        made.append(_letters(run, "t", new))
        inserted.append(made)
        inside_insertion = parent.tag == f"{W}ins"
        parent.insert(place + 1, made if inside_insertion else inserted)
    if piece.text[first:last]:
        deleted = run.makeelement(f"{W}del", revisions.attributes())
        gone = _like(run)
        gone.append(_letters(run, "delText", piece.text[first:last]))
        deleted.append(gone)
        parent.insert(place + 1, deleted)
    _set(piece.element, piece.text[:first])
    if not piece.text[:first]:
        run.remove(piece.element)
    if not len(run) or (len(run) == 1 and run[0].tag == _RPR):
        parent.remove(run)


def _like(run: _Element) -> _Element:
    """An empty run that looks the same."""
    made = run.makeelement(_R)
    own = run.find(_RPR)
    if own is not None:
        made.append(copy.deepcopy(own))
    return made


def _letters(run: _Element, name: str, text: str) -> _Element:
    made = run.makeelement(f"{W}{name}")
    _set(made, text)
    return made
