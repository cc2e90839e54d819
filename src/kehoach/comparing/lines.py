"""Từng dòng, từng chữ: what changed between the printed lines of two readings of one paper."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.comparing._aligning import aligned, likeness_of_texts
from kehoach.comparing.changes import ChangeKind
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

_CONTEXT = 4
_WORD = re.compile(r"\S+")
_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f]+")


@frozen
class PrintedLine:
    """Dòng in: its text, and its place in Vietnamese words ("đoạn 12")."""

    text: str
    place: str = ""


@frozen
class WordChange:
    """Chữ thay đổi: the words before and after, with some unchanged ones around them."""

    before: str
    after: str
    left: str = ""
    right: str = ""


@frozen
class LineChange:
    """Dòng thay đổi: added, dropped, moved or changed; of a changed one, word by word.

    `place` is that of the line in the newer reading; of a dropped one, in the older.
    """

    kind: ChangeKind
    place: str
    before: str = ""
    after: str = ""
    words: tuple[WordChange, ...] = ()


def line_changes(old: Iterable[PrintedLine], new: Iterable[PrintedLine]) -> tuple[LineChange, ...]:
    """Các dòng thay đổi, in order; blanks at ends, kinds and numbers of spaces do not count."""
    first = [one for one in old if plain(one.text)]
    second = [one for one in new if plain(one.text)]
    found = []
    for i, j in aligned(first, second, _key, _likeness):
        if j is None and i is not None:
            text = plain(first[i].text)
            found.append(LineChange(ChangeKind.DROPPED, first[i].place, before=text))
        elif i is None and j is not None:
            text = plain(second[j].text)
            found.append(LineChange(ChangeKind.ADDED, second[j].place, after=text))
        elif i is not None and j is not None:
            before, after = plain(first[i].text), plain(second[j].text)
            if before != after:
                words = word_changes(before, after)
                change = LineChange(ChangeKind.CHANGED, second[j].place, before, after, words)
                found.append(change)
    return tuple(_with_moves(found))


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Các chữ thay đổi giữa hai câu."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, False)  # noqa: FBT003 - autojunk has no other name here
    found = []
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag != "equal":
            said = _unpunctuated(" ".join(old[a:a_end]), " ".join(new[b:b_end]))
            around = new[max(0, b - _CONTEXT) : b], new[b_end : b_end + _CONTEXT]
            found.append(WordChange(*said, *map(" ".join, around)))
    return tuple(found)


def _unpunctuated(before: str, after: str) -> tuple[str, str]:
    """Both without the mark that closes them alike."""
    if before[-1:] == after[-1:] and before[-1:] in tuple(".,;:") and len(before) > 1 < len(after):
        return before[:-1], after[:-1]
    return before, after


def plain(text: str) -> str:
    """The text in NFC with single spaces."""
    return _BLANKS.sub(" ", nfc(text)).strip()


def _key(line: PrintedLine) -> str:
    return plain(line.text)


def _likeness(old: PrintedLine, new: PrintedLine) -> float:
    return likeness_of_texts(plain(old.text), plain(new.text))


def _with_moves(changes: list[LineChange]) -> list[LineChange]:
    """A line that was dropped here and added there has moved."""
    dropped = {one.before: one for one in changes if one.kind is ChangeKind.DROPPED}
    gone: set[int] = set()
    kept = []
    for one in changes:
        origin = dropped.pop(one.after, None) if one.kind is ChangeKind.ADDED else None
        if origin is None:
            kept.append(one)
        else:
            gone.add(id(origin))
            place = f"{origin.place} → {one.place}"
            kept.append(LineChange(ChangeKind.MOVED, place, origin.before, one.after))
    return [one for one in kept if id(one) not in gone]
