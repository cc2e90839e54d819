"""Make src/kehoach/rules/times-widths.json from Liberation Serif (the widths of Times New Roman).

    python tools/make_widths.py [FOLDER OF LiberationSerif-*.ttf]

Needs fontTools. Widths are in units of which `em` make one em; characters of one width stand
together, so that the file stays small and a change is easy to see. Liberation Serif 2 is
needed: version 1 lacks ơ, ư and the letters with two marks.
"""

from __future__ import annotations

import json
import sys
from itertools import chain
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype/liberation2")
TARGET = Path(__file__).parents[1] / "src/kehoach/rules/times-widths.json"
NO_BREAK_HYPHEN = 0x2011
STYLES = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold_italic": "BoldItalic",
}
SPANS = (
    (0x20, 0x7F),  # Latin
    (0xA0, 0x180),  # Latin-1, Latin Extended-A
    (0x1A0, 0x1A2), (0x1AF, 0x1B1),  # Ơ ơ Ư ư
    (0x1EA0, 0x1EFA),  # Vietnamese letters with two marks
    (0x2010, 0x2027), (0x2030, 0x203B), (0x2044, 0x2045),  # dashes, quotes, bullet, ellipsis, ‰, ⁄
    (0x2070, 0x208F),  # superior and inferior figures
    (0x20AB, 0x20AD), (0x2116, 0x2117), (0x2122, 0x2123),  # ₫ € № ™
    (0x2190, 0x2194), (0x2212, 0x2213), (0x2248, 0x2249), (0x2260, 0x2266),  # arrows, − ≈ ≠ ≤ ≥
    (0x25A0, 0x25A2), (0x25CF, 0x25D0),  # ■ □ ●
)  # fmt: skip


def widths(font: Path) -> dict[str, int]:
    """The advance width of each character that the font has, font units."""
    face = TTFont(font)
    glyphs, metrics = face.getBestCmap(), face["hmtx"]
    if ord("ự") not in glyphs:
        sys.exit(f"{font}: no Vietnamese letters; take Liberation Serif 2")
    glyphs[NO_BREAK_HYPHEN] = glyphs[ord("-")]
    codes = chain.from_iterable(range(*span) for span in SPANS)
    return {chr(code): metrics[glyphs[code]][0] for code in codes if code in glyphs}


def grouped(by_character: dict[str, int]) -> dict[str, str]:
    """Width → all characters of that width."""
    groups: dict[int, str] = {}
    for character, width in by_character.items():
        groups[width] = groups.get(width, "") + character
    return {str(width): groups[width] for width in sorted(groups)}


def main() -> None:
    """Write the data file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS
    em = TTFont(folder / "LiberationSerif-Regular.ttf")["head"].unitsPerEm
    styles = {
        style: grouped(widths(folder / f"LiberationSerif-{face}.ttf"))
        for style, face in STYLES.items()
    }
    text = json.dumps({"em": em, "styles": styles}, ensure_ascii=False, indent=1)
    TARGET.write_text(text + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(text)} characters")


if __name__ == "__main__":
    main()
