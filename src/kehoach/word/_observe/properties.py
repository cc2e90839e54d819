"""Thuộc tính: one w:rPr or w:pPr as what it sets, nothing more; layers of these make a format."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from kehoach.observed.formats import Border, TabStop
from kehoach.word._observe.xml import VAL, W, is_on, millimetres, twips, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from kehoach.word._observe.theme import Theme

Layer = dict[str, Any]
"""What one place sets: names of RunFormat's or ParagraphFormat's attributes, and a few more."""

TOGGLES: Final = ("bold", "italic", "caps", "small_caps", "strike", "hidden")
"""Properties that a style turns round: bold in a bold style is upright (ECMA-376, 17.7.3)."""
INDENTS: Final = ("left", "right", "first_line")
_SWITCHES: Final = {
    f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "caps", f"{W}smallCaps": "small_caps",
    f"{W}strike": "strike", f"{W}vanish": "hidden",
}  # fmt: skip
_FONTS: Final = (
    ("font", "ascii"), ("font_high", "hAnsi"), ("font_complex", "cs"),
    ("font_east_asian", "eastAsia"),
)  # fmt: skip
_FONT_NAMES: Final = tuple(
    (slot, f"{W}{name}", f"{W}{name}{'theme' if name == 'cs' else 'Theme'}")
    for slot, name in _FONTS
)
_VERTICAL: Final = {"superscript": "superscript", "subscript": "subscript"}
_ALIGNMENTS: Final = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "distribute", "lowKashida": "both", "mediumKashida": "both",
    "highKashida": "both", "thaiDistribute": "both",
}  # fmt: skip
_RULES: Final = {"auto": "auto", "exact": "exact", "atLeast": "at_least"}
_BORDER_SIDES: Final = {
    f"{W}top": "top", f"{W}bottom": "bottom", f"{W}left": "left", f"{W}start": "left",
    f"{W}right": "right", f"{W}end": "right", f"{W}between": "between",
    f"{W}insideH": "inside_h", f"{W}insideV": "inside_v",
}  # fmt: skip
_HEADINGS: Final = 9
_MOST_TABS: Final = 64
_FLAGS: Final = {
    f"{W}keepNext": "keep_next", f"{W}keepLines": "keep_lines",
    f"{W}pageBreakBefore": "page_break_before", f"{W}contextualSpacing": "contextual_spacing",
}  # fmt: skip


def run_layer(element: _Element | None, theme: Theme) -> Layer:
    """What a w:rPr sets."""
    layer: Layer = {}
    for child in element if element is not None else ():
        tag = child.tag
        name = _SWITCHES.get(tag)
        if name is not None:
            layer[name] = is_on(child)
            continue
        read = _RUN.get(tag)
        if read is not None:
            read(child, layer, theme)
    return layer


def _fonts(element: _Element, layer: Layer, theme: Theme) -> None:
    for slot, name, indirect in _FONT_NAMES:
        themed = theme.fonts.get(element.get(indirect) or "", "")
        face = themed or element.get(name)
        if face:
            layer[slot] = face


def _size(element: _Element, layer: Layer, _theme: Theme) -> None:
    half_points = twips(element.get(VAL))
    if half_points is not None and half_points > 0:
        # A bare number counts half-points, a measure with its unit comes back in twips.
        bare = (element.get(VAL) or "").strip().isdecimal()
        layer["size"] = half_points / (2 if bare else 20)


def _underline(element: _Element, layer: Layer, _theme: Theme) -> None:
    kind = element.get(VAL) or "single"
    layer["underline"] = "" if kind == "none" else kind


def hex_color(value: str | None, themed: str | None, theme: Theme) -> str:
    """A colour as a hex triple, "" for the automatic one."""
    if value and value.lower() != "auto":
        return value.lstrip("#").upper()
    return theme.color(themed) if themed and not value else ""


def _color(element: _Element, layer: Layer, theme: Theme) -> None:
    layer["color"] = hex_color(element.get(VAL), element.get(f"{W}themeColor"), theme)


def _highlight(element: _Element, layer: Layer, _theme: Theme) -> None:
    name = element.get(VAL) or ""
    layer["highlight"] = "" if name == "none" else name


def shading(element: _Element, theme: Theme) -> str:
    """The fill of a w:shd, "" when there is none."""
    if element.get(VAL) == "nil":
        return ""
    return hex_color(element.get(f"{W}fill"), element.get(f"{W}themeFill"), theme)


def _shading(element: _Element, layer: Layer, theme: Theme) -> None:
    layer["shading"] = shading(element, theme)


def _vertical(element: _Element, layer: Layer, _theme: Theme) -> None:
    layer["vertical"] = _VERTICAL.get(element.get(VAL) or "", "")


def _spacing(element: _Element, layer: Layer, _theme: Theme) -> None:
    layer["spacing"] = (twips(element.get(VAL)) or 0.0) / 20


def _raised(element: _Element, layer: Layer, _theme: Theme) -> None:
    layer["raised"] = whole(element.get(VAL)) / 2


def _scale(element: _Element, layer: Layer, _theme: Theme) -> None:
    layer["scale"] = float(whole((element.get(VAL) or "").rstrip("%"), 100))


def _language(element: _Element, layer: Layer, _theme: Theme) -> None:
    name = element.get(VAL)
    if name:
        layer["language"] = name


def _style(element: _Element, layer: Layer, _theme: Theme) -> None:
    layer["style"] = element.get(VAL) or ""


_RUN: Final[dict[str, Callable[[_Element, Layer, Theme], None]]] = {
    f"{W}rFonts": _fonts,
    f"{W}sz": _size,
    f"{W}u": _underline,
    f"{W}color": _color,
    f"{W}highlight": _highlight,
    f"{W}shd": _shading,
    f"{W}vertAlign": _vertical,
    f"{W}spacing": _spacing,
    f"{W}position": _raised,
    f"{W}w": _scale,
    f"{W}lang": _language,
    f"{W}rStyle": _style,
}


def paragraph_layer(element: _Element | None, theme: Theme) -> Layer:
    """What a w:pPr sets; `number` is (list id or None, level or None), `tabs` a chain."""
    layer: Layer = {}
    for child in element if element is not None else ():
        tag = child.tag
        name = _FLAGS.get(tag)
        if name is not None:
            layer[name] = is_on(child)
            continue
        read = _PARAGRAPH.get(tag)
        if read is not None:
            read(child, layer, theme)
    return layer


def _justification(element: _Element, layer: Layer, _theme: Theme) -> None:
    layer["alignment"] = _ALIGNMENTS.get(element.get(VAL) or "", "left")


def _indents(element: _Element, layer: Layer, _theme: Theme) -> None:
    for name, keys in (("left", ("start", "left")), ("right", ("end", "right"))):
        for key in keys:
            length = millimetres(element.get(f"{W}{key}"))
            if length is not None:
                layer[name] = length
    first = millimetres(element.get(f"{W}firstLine"))
    hanging = millimetres(element.get(f"{W}hanging"))
    if hanging is not None:
        layer["first_line"] = -hanging or 0.0
    elif first is not None:
        layer["first_line"] = first


def _gaps(element: _Element, layer: Layer, _theme: Theme) -> None:
    for name, key in (("space_before", "before"), ("space_after", "after")):
        length = twips(element.get(f"{W}{key}"))
        if length is not None:
            layer[name] = length / 20
        automatic = element.get(f"{W}{key}Autospacing")
        if automatic is not None:
            layer[f"{name}_auto"] = automatic in ("1", "true", "on")
    rule = _RULES.get(element.get(f"{W}lineRule") or "")
    if rule is not None:
        layer["line_rule"] = rule
    line = twips(element.get(f"{W}line"))
    if line is not None:
        layer["line"] = line


def _number(element: _Element, layer: Layer, _theme: Theme) -> None:
    identity, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    layer["number"] = (
        None if identity is None else whole(identity.get(VAL)),
        None if level is None else min(max(whole(level.get(VAL)), 0), 8),
    )


def _outline(element: _Element, layer: Layer, _theme: Theme) -> None:
    level = whole(element.get(VAL), _HEADINGS)
    layer["outline_level"] = level + 1 if 0 <= level < _HEADINGS else None


def _tabs(element: _Element, layer: Layer, _theme: Theme) -> None:
    stops = []
    for child in islice(element, _MOST_TABS):
        place = millimetres(child.get(f"{W}pos"))
        kind, leader = child.get(VAL) or "left", child.get(f"{W}leader") or ""
        if place is not None:
            stops.append(TabStop(place, kind, "" if leader == "none" else leader))
    layer["tabs"] = tuple(stops)


def border(element: _Element, theme: Theme) -> Border | None:
    """A drawn line, None for no line."""
    kind = element.get(VAL) or "nil"
    if kind in ("nil", "none"):
        return None
    width = max(whole(element.get(f"{W}sz"), 4), 0) / 8
    color = hex_color(element.get(f"{W}color"), element.get(f"{W}themeColor"), theme)
    return Border(kind, width, color, float(whole(element.get(f"{W}space"))))


def border_layer(element: _Element | None, theme: Theme) -> dict[str, Border | None]:
    """What a w:pBdr, w:tblBorders or w:tcBorders sets, by side."""
    found: dict[str, Border | None] = {}
    for child in element if element is not None else ():
        side = _BORDER_SIDES.get(child.tag)
        if side is not None:
            found[side] = border(child, theme)
    return found


def _borders(element: _Element, layer: Layer, theme: Theme) -> None:
    layer["borders"] = border_layer(element, theme)


_PARAGRAPH: Final[dict[str, Callable[[_Element, Layer, Theme], None]]] = {
    f"{W}jc": _justification,
    f"{W}ind": _indents,
    f"{W}spacing": _gaps,
    f"{W}numPr": _number,
    f"{W}outlineLvl": _outline,
    f"{W}tabs": _tabs,
    f"{W}pBdr": _borders,
    f"{W}shd": _shading,
    f"{W}pStyle": _style,
}
