"""Chủ đề: the fonts and colours that styles name indirectly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from kehoach.word._observe.xml import A

if TYPE_CHECKING:
    from lxml.etree import _Element

_COLORS: Final = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1",
    "text2": "dk2", "background1": "lt1", "background2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", "tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2",
}  # fmt: skip
_SLOTS: Final = {
    "Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs",
}  # fmt: skip


@frozen
class Theme:
    """Chủ đề: fonts by the name that a style uses (`minorHAnsi`), colours by theirs."""

    fonts: dict[str, str] = field(factory=dict)
    colors: dict[str, str] = field(factory=dict)

    def color(self, name: str) -> str:
        """The hex triple of a theme colour, "" when unknown."""
        return self.colors.get(_COLORS.get(name, name), "")


def theme(root: _Element | None) -> Theme:
    """The theme of a part, empty without one."""
    if root is None:
        return Theme()
    return Theme(dict(_fonts(root)), dict(_colors(root)))


def _fonts(root: _Element) -> list[tuple[str, str]]:
    found = []
    for size in ("major", "minor"):
        element = root.find(f".//{A}{size}Font")
        for slot, script in _SLOTS.items() if element is not None else ():
            face = None if element is None else element.find(f"{A}{script}")
            found.append(
                (f"{size}{slot}", (face.get("typeface") or "") if face is not None else "")
            )
    return found


def _colors(root: _Element) -> list[tuple[str, str]]:
    scheme = root.find(f".//{A}clrScheme")
    found = []
    for element in scheme if scheme is not None else ():
        name = element.tag.rpartition("}")[2]
        for color in element:
            value = color.get("lastClr") or color.get("val") or ""
            found.append((name, value.upper()))
    return found
