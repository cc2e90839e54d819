"""What stands where on the pages of a PDF, in millimetres from the top left corner."""

from __future__ import annotations

import io
import itertools
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

import pdfplumber
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MM = 25.4 / 72
COLUMN_GAP_MM = 8
SAME_BASELINE_PT = 1.5
THIN_PT = 4.0

Char = dict[str, Any]


@frozen
class TextLine:
    """Characters on one baseline without a wide gap; millimetres, size in points.

    `bold` and `italic` hold for the whole line: every visible character is so.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size_pt: float
    bold: bool
    italic: bool


@frozen
class RuleLine:
    """A drawn horizontal line; millimetres."""

    x0: float
    x1: float
    y: float
    thickness: float


@frozen
class Box:
    """Any other drawn straight figure, an upright line among them; millimetres."""

    x0: float
    x1: float
    top: float
    bottom: float


@frozen
class Page:
    """A page: its size in millimetres, and what stands on it from the top down."""

    width_mm: float
    height_mm: float
    lines: tuple[TextLine, ...]
    rules: tuple[RuleLine, ...]
    boxes: tuple[Box, ...]

    def line(self, start: str) -> TextLine:
        """Return the first line that begins with `start`; raises LookupError with what is there."""
        for line in self.lines:
            if line.text.startswith(start):
                return line
        raise LookupError(f"no line begins with {start!r}; there are {self.texts}")

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of every line."""
        return tuple(line.text for line in self.lines)


def pdf_pages(pdf: bytes) -> tuple[Page, ...]:
    """Return the pages of the PDF."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return tuple(_page(page) for page in opened.pages)


def _page(page: Any) -> Page:
    figures = [*page.lines, *page.rects, *(c for c in page.curves if _is_flat(c))]
    rules = {
        _rule(figure) for figure in figures if _is_flat(figure)
    }  # LibreOffice draws some twice
    boxes = [_box(figure) for figure in figures if not _is_flat(figure)]
    return Page(
        width_mm=float(page.width) * MM,
        height_mm=float(page.height) * MM,
        lines=tuple(_lines(page.chars, float(page.height))),
        rules=tuple(sorted(rules, key=lambda rule: (rule.y, rule.x0))),
        boxes=tuple(sorted(boxes, key=lambda box: (box.top, box.x0))),
    )


def _is_flat(figure: Char) -> bool:
    width, height = figure["x1"] - figure["x0"], figure["bottom"] - figure["top"]
    return bool(height < THIN_PT and width > height)


def _rule(figure: Char) -> RuleLine:
    drawn = figure["bottom"] - figure["top"]
    thickness = drawn or figure.get("linewidth") or 0
    middle = (figure["top"] + figure["bottom"]) / 2
    return RuleLine(figure["x0"] * MM, figure["x1"] * MM, middle * MM, thickness * MM)


def _box(figure: Char) -> Box:
    return Box(*(figure[side] * MM for side in ("x0", "x1", "top", "bottom")))


def _lines(chars: Iterable[Char], height: float) -> Iterator[TextLine]:
    upright = sorted((char for char in chars if char["upright"]), key=_down)
    row: list[Char] = []
    for char in upright:
        if row and _down(char) - _down(row[0]) > SAME_BASELINE_PT:
            yield from _split(row, height)
            row = []
        row.append(char)
    yield from _split(row, height)


def _down(char: Char) -> float:
    """Return the baseline's place in points, growing downwards."""
    return -float(char["matrix"][5])


def _split(row: list[Char], height: float) -> Iterator[TextLine]:
    """Yield a row's lines: a gap wider than a column's gap, spaces included, parts two."""
    part: list[Char] = []
    right = 0.0
    for char in sorted(row, key=lambda char: (char["x0"], char["x1"])):
        if not char["text"].isspace():
            if part and (char["x0"] - right) * MM > COLUMN_GAP_MM:
                yield _line(part, height)
                part = []
            right = char["x1"]
        if part or not char["text"].isspace():
            part.append(char)
    if part:
        yield _line(part, height)


def _line(chars: list[Char], height: float) -> TextLine:
    visible = [char for char in chars if not char["text"].isspace()]
    sizes = Counter(round(char["size"], 1) for char in visible)
    return TextLine(
        text=_text(chars),
        x0=visible[0]["x0"] * MM,
        x1=visible[-1]["x1"] * MM,
        top=min(char["top"] for char in visible) * MM,
        bottom=max(char["bottom"] for char in visible) * MM,
        baseline=(height + _down(visible[0])) * MM,
        size_pt=sizes.most_common(1)[0][0],
        bold=all("Bold" in char["fontname"] for char in visible),
        italic=all("Italic" in char["fontname"] for char in visible),
    )


def _text(chars: list[Char]) -> str:
    """Return the characters; a tab or a justified gap without a space character becomes one."""
    pieces = [chars[0]["text"]]
    for before, char in itertools.pairwise(chars):
        if char["x0"] - before["x1"] > char["size"] / 5:
            pieces.append(" ")
        pieces.append(char["text"])
    return unicodedata.normalize("NFC", " ".join("".join(pieces).split()))
