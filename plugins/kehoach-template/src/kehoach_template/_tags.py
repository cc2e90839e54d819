"""Thẻ trong mẫu: what stands between braces in a paragraph, whole or broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach_template._places import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = re.compile(r"\{(?P<open>[{%#])(?P<inside>.*?)(?P<close>[}%#])\}")
_CLOSING = {"{": "}", "%": "%", "#": "#"}
_STRAY = re.compile(r"\{[{%#]|[}%#]\}")
_WIDTHS = re.compile(r"(p|tr|tc|r)(?=[ ])|(?P<merge>(?:vm|hm)\s*$|(?:colspan|cellbg)\s)")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@frozen
class Tag:
    """Một thẻ: as written, as Jinja reads it, what it takes with it (p, tr, tc, r), its place."""

    written: str
    code: str
    takes: str
    paragraph: Placed
    alone: bool


@frozen
class Broken:
    """Một thẻ hỏng: a brace without its partner."""

    written: str
    paragraph: Placed


def tags_of(paragraph: Placed) -> Iterator[Tag | Broken]:
    """The tags of a paragraph, from left to right."""
    text, at = paragraph.text, 0
    for found in _WHOLE.finditer(text):
        yield from _strays(text[at : found.start()], paragraph)
        at = found.end()
        if _CLOSING[found["open"]] != found["close"] or _STRAY.search(found["inside"]):
            yield Broken(found[0], paragraph)
        elif found["open"] != "#":
            alone = found[0] == text.strip()
            yield _tag(found[0], found["open"], found["inside"], paragraph, alone=alone)
    yield from _strays(text[at:], paragraph)


def _tag(written: str, opening: str, inside: str, paragraph: Placed, *, alone: bool) -> Tag:
    width = _WIDTHS.match(inside.lstrip() if opening == "%" else inside)
    takes = width[1] or "" if width else ""
    if takes:
        inside = inside.lstrip()[len(takes) :]
    code = inside.translate(_QUOTES).replace("\n", " ").strip("-+ ")
    if width and width["merge"]:
        code = code.partition(" ")[2] or "''"
        return Tag(written, f"{{{{ {code} }}}}", "", paragraph, alone)
    closing = _CLOSING[opening]
    return Tag(written, f"{{{opening} {code} {closing}}}", takes, paragraph, alone)


def _strays(text: str, paragraph: Placed) -> Iterator[Broken]:
    for found in _STRAY.finditer(text):
        yield Broken(text[max(found.start() - 20, 0) : found.end() + 20].strip(), paragraph)
