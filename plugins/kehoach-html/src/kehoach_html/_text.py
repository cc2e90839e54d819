"""Chữ trong trang: text as escaped markup, every space, tab and line break of it kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from kehoach.documents import Run, Text

_KEPT = re.compile(r"\n|\t+| {2,}|^ | $", re.MULTILINE)


class Notes:
    """Chú thích: the notes of one paper, in the order in which they are hung."""

    def __init__(self) -> None:
        self.texts: list[Markup] = []

    def hung(self, text: str) -> Markup:
        """The number that leads to a note."""
        self.texts.append(plain_markup(text))
        link = Markup('<sup><a id="r{0}" href="#n{0}">{0}</a></sup>')
        return link.format(len(self.texts))


def markup(text: Text, notes: Notes, *, bold: bool = False, italic: bool = False) -> Markup:
    """A text with its runs and notes; `bold` and `italic` dress all of it."""
    if isinstance(text, str):
        return _dressed(plain_markup(text), bold=bold, italic=italic)
    return Markup("").join(_run(run, notes, bold=bold, italic=italic) for run in text)


def plain_markup(text: str) -> Markup:
    """A text without dress; a line feed becomes a break, and runs of spaces stay as they are."""
    return Markup(_KEPT.sub(_kept, str(escape(text))))  # noqa: S704 - escaped the moment before


def _run(run: Run, notes: Notes, *, bold: bool, italic: bool) -> Markup:
    inside = _dressed(plain_markup(run.text), bold=bold or run.bold, italic=italic or run.italic)
    return inside if run.footnote is None else inside + notes.hung(run.footnote)


def _dressed(inside: Markup, *, bold: bool, italic: bool) -> Markup:
    if italic and inside:
        inside = Markup("<i>{}</i>").format(inside)
    return Markup("<b>{}</b>").format(inside) if bold and inside else inside


def _kept(found: re.Match[str]) -> str:
    return "<br>" if found[0] == "\n" else f'<span class="kept">{found[0]}</span>'
