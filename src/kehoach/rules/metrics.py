"""Bề rộng chữ: how wide a text runs in Times New Roman, and where its lines break.

The advance widths are those of Liberation Serif, which has the metrics of Times New Roman.
Kerning and hyphenation are left out, as Word leaves them out unless asked.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

POINT: float = 25.4 / 72
"""One point, in millimetres."""


class Widths(dict[str, float]):
    """Bề rộng từng ký tự: advance widths of one style, in millimetres at one point.

    Combining marks have none; a character that the data lacks has the mean of the letters.
    """

    def __missing__(self, character: str) -> float:
        """The width of a character that the data lacks, remembered."""
        zero = unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}
        mean = 0.0 if zero else sum(self[letter] for letter in LETTERS) / len(LETTERS)
        self[character] = mean
        return mean


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def widths(bold: bool = False, italic: bool = False) -> Widths:  # noqa: FBT001, FBT002
    """Bề rộng chữ of one style, millimetres at one point; one table a style, made on first use."""
    style = "_".join(name for name, wanted in (("bold", bold), ("italic", italic)) if wanted)
    data = widths_data()
    unit = POINT / int(data["em"])
    groups = data["styles"][style or "regular"]
    return Widths(
        {char: int(width) * unit for width, characters in groups.items() for char in characters}
    )


@cache
def widths_data() -> dict[str, Any]:
    """The data file as it stands."""
    text = files("kehoach.rules").joinpath("times-widths.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def text_width(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """Bề rộng of one line of text at a size in points, millimetres; decomposed text as its NFC."""
    table = widths(bold, italic)
    return size_pt * sum([table[character] for character in unicodedata.normalize("NFC", text)])


def break_lines(
    text: str, width_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False
) -> tuple[str, ...]:
    """Ngắt dòng: the lines of a text in a column, greedily, as Word fills them.

    A line breaks after a space or a hyphen, never at a no-break space; a word wider than the
    column is cut; a line feed ends a line. Spaces at the break are dropped.
    """
    table = widths(bold, italic)
    limit = width_mm / size_pt + 1e-9
    lines: list[str] = []
    for paragraph in unicodedata.normalize("NFC", text).split("\n"):
        lines.extend(fill(paragraph, limit, table))
    return tuple(lines)


def wrap_lines(
    text: str, width_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False
) -> int:
    """Số dòng: how many lines a text takes in a column; at least one."""
    return len(break_lines(text, width_mm, size_pt, bold=bold, italic=italic))


def fill(paragraph: str, limit: float, table: Widths) -> list[str]:
    """The lines of one paragraph; `limit` is the column in millimetres at one point."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces(paragraph):
        bare = sum([table[character] for character in piece.rstrip(" ")])
        if line and used + bare > limit:
            lines.append(line.rstrip(" "))
            line, used = "", 0.0
        while bare > limit and len(piece) > 1:
            head = cut(piece, limit, table)
            lines.append(piece[:head])
            piece = piece[head:]  # noqa: PLW2901 - what is left of a word too wide
            bare = sum([table[character] for character in piece.rstrip(" ")])
        line += piece
        used += sum([table[character] for character in piece])
    return [*lines, line.rstrip(" ")]


def pieces(paragraph: str) -> list[str]:
    """The paragraph cut after each run of spaces and each hyphen inside a word."""
    cuts = [
        index + 1
        for index, (here, after) in enumerate(pairwise(paragraph))
        if after != " "
        and (here == " " or (here in "-–" and index and paragraph[index - 1] != " "))
    ]
    return [paragraph[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]


def cut(word: str, limit: float, table: Widths) -> int:
    """How many characters of a word too wide fit in a line; at least one."""
    used = 0.0
    for index, character in enumerate(word):
        used += table[character]
        if used > limit:
            return max(index, 1)
    return len(word)
