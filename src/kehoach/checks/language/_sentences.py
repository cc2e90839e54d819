"""Đầu câu: capitals after a full stop and where a line begins (Phụ lục II, Mục I)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.checks.language._slips import SMALL, Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFTER_STOP: Final = re.compile(rf"(?<![.…/\d?!])[.?!][”\"]?[ \u00a0]+(?P<low>[{SMALL}][{SMALL}]*)")
_BEFORE: Final = re.compile(r"[\w./-]*$")
_ABBREVIATED: Final = frozenset(
    "v tp tx tt tr gs pgs ts ths bs ks cn st vs no p q kt tm tl tuq ô đ vd stt nxb sđt".split()
)
_LINE_START: Final = re.compile(
    r"[ \u00a0]*(?:[-–+•*][ \u00a0]*|\d{1,3}(?:\.\d{1,2})*[.)][ \u00a0]*|[IVXLC]{1,5}\.[ \u00a0]*)?"
    rf"(?P<low>[{SMALL}][{SMALL}]+)(?=[ \u00a0,])"
)
_ENDING: Final = 3
_FINISHED: Final = re.compile(r"[\w)”%][.?!]$")


def slips(text: str) -> Iterator[Slip]:
    """Small letters after a full stop inside a line."""
    if ". " not in text and "? " not in text and "! " not in text and ".\u00a0" not in text:
        return
    for found in _AFTER_STOP.finditer(text):
        led = _BEFORE.search(text[: found.start()])
        word = led[0] if led else ""
        last = word.rpartition(".")[2]
        if len(last) == 1 or last.lower() in _ABBREVIATED or (last.isupper() and len(last) < 5):  # noqa: PLR2004 - abbreviations are short
            continue
        shown = f"{word}{found[0]}"
        yield Slip("VH01", found.start("low"), found.end("low"), shown, "", "sentence")


def line_slip(text: str, before: str) -> Slip | None:
    """A line that begins small although the line before it has ended its sentence."""
    ended = before.rstrip()[-_ENDING:]
    if not _FINISHED.search(ended) or ended.endswith("./."):
        return None
    found = _LINE_START.match(text)
    if found is None:
        return None
    shown = text[: found.end()].strip()
    return Slip("VH01", found.start("low"), found.end("low"), shown, "", "line")
