"""Hình vẽ: DrawingML and VML shapes with their size, place, line and text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from kehoach.observed.blocks import ObservedDrawing
from kehoach.word._observe.xml import PT_OF_EMU, A, R, W, emu, twips, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from kehoach.observed.blocks import Block, DrawingKind
    from kehoach.word._observe.package import Relationship

    Blocks = Callable[[_Element], tuple[Block, ...]]
    Links = dict[str, Relationship]

WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V: Final = "{urn:schemas-microsoft-com:vml}"
_LINES: Final = frozenset(("line", "straightConnector1"))
_VML_LINES: Final = frozenset(("#_x0000_t20", "#_x0000_t32"))
_VML_SHAPES: Final = frozenset(
    f"{V}{name}"
    for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc")
)
_USUAL_LINE: Final = 0.75
_STYLE: Final = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
_MM_OF_TWIP: Final = 25.4 / 1440


@frozen
class _Scale:
    """What a group makes of the places and sizes inside it."""

    x: float = 1.0
    y: float = 1.0


def drawings_in(element: _Element, blocks: Blocks, links: Links) -> Iterator[ObservedDrawing]:
    """The drawings of a w:drawing, w:pict or w:object."""
    if element.tag == f"{W}drawing":
        for frame in element:
            if frame.tag in (f"{WP}inline", f"{WP}anchor"):
                yield _framed(frame, blocks, links)
        return
    found = list(_vml(element, blocks, links))
    if element.tag == f"{W}object":
        size = found[0] if found else ObservedDrawing("object")
        yield evolve(size, kind="object")
        return
    yield from found


def _framed(frame: _Element, blocks: Blocks, links: Links) -> ObservedDrawing:
    inside = frame.find(f"{A}graphic/{A}graphicData")
    made = [] if inside is None else list(_shapes(inside, blocks, links, _Scale()))
    drawing = made[0] if len(made) == 1 else ObservedDrawing(_kind_of(inside), parts=tuple(made))
    extent, named = frame.find(f"{WP}extent"), frame.find(f"{WP}docPr")
    drawing = evolve(
        drawing,
        anchored=frame.tag == f"{WP}anchor",
        width=drawing.width if extent is None else emu(extent.get("cx")),
        height=drawing.height if extent is None else emu(extent.get("cy")),
        name="" if named is None else named.get("name") or "",
        description="" if named is None else named.get("descr") or "",
        x=None,
        y=None,
    )
    across, down = frame.find(f"{WP}positionH"), frame.find(f"{WP}positionV")
    aligned = None if across is None else across.find(f"{WP}align")
    return evolve(
        drawing,
        x=_offset(across),
        y=_offset(down),
        x_from="" if across is None else across.get("relativeFrom") or "",
        y_from="" if down is None else down.get("relativeFrom") or "",
        align="" if aligned is None else aligned.text or "",
    )


def _offset(position: _Element | None) -> float | None:
    offset = None if position is None else position.find(f"{WP}posOffset")
    return None if offset is None else emu(offset.text)


def _kind_of(inside: _Element | None) -> DrawingKind:
    address = "" if inside is None else inside.get("uri") or ""
    return "chart" if "chart" in address or "diagram" in address else "shape"


def _shapes(
    container: _Element, blocks: Blocks, links: Links, scale: _Scale
) -> Iterator[ObservedDrawing]:
    for child in container:
        name = child.tag.rpartition("}")[2]
        if name in ("wsp", "cxnSp"):
            yield _shape(child, blocks, scale)
        elif name in ("wgp", "grpSp"):
            yield _group(child, blocks, links, scale)
        elif name == "pic":
            yield _picture(child, links, scale)
        elif name == "wpc":
            yield from _shapes(child, blocks, links, scale)


def _shape(element: _Element, blocks: Blocks, scale: _Scale) -> ObservedDrawing:
    properties = next((child for child in element if child.tag.endswith("}spPr")), None)
    drawing = _measured(properties, scale)
    geometry = None if properties is None else properties.find(f"{A}prstGeom")
    form = "" if geometry is None else geometry.get("prst") or ""
    kind: DrawingKind = "line" if form in _LINES or element.tag.endswith("}cxnSp") else "shape"
    text = next((child for child in element.iter(f"{W}txbxContent")), None)
    inside = () if text is None else blocks(text)
    width, color = _outline(element, properties)
    return evolve(
        drawing,
        kind="text_box" if inside else kind,
        blocks=inside,
        line_width=width,
        line_color=color,
    )


def _outline(element: _Element, properties: _Element | None) -> tuple[float | None, str]:
    """The width of a shape's line in points and its colour; None for no line."""
    line = None if properties is None else properties.find(f"{A}ln")
    if line is not None and line.find(f"{A}noFill") is None:
        color = line.find(f"{A}solidFill/{A}srgbClr")
        width = line.get("w")
        drawn = _USUAL_LINE if width is None else round(whole(width) * PT_OF_EMU, 2)
        return drawn, "" if color is None else (color.get("val") or "").upper()
    styled = next(element.iter(f"{A}lnRef"), None)
    if line is None and styled is not None and styled.get("idx") not in (None, "0"):
        return _USUAL_LINE, ""
    return None, ""


def _measured(properties: _Element | None, scale: _Scale) -> ObservedDrawing:
    frame = None if properties is None else properties.find(f"{A}xfrm")
    place = None if frame is None else frame.find(f"{A}off")
    size = None if frame is None else frame.find(f"{A}ext")
    drawing = ObservedDrawing("shape")
    if size is not None:
        drawing = evolve(
            drawing,
            width=_scaled(size.get("cx"), scale.x),
            height=_scaled(size.get("cy"), scale.y),
        )
    if place is not None:
        drawing = evolve(
            drawing, x=_scaled(place.get("x"), scale.x), y=_scaled(place.get("y"), scale.y)
        )
    return drawing


def _scaled(value: str | None, scale: float) -> float | None:
    length = emu(value)
    return None if length is None else round(length * scale, 2)


def _group(element: _Element, blocks: Blocks, links: Links, scale: _Scale) -> ObservedDrawing:
    properties = next((child for child in element if child.tag.endswith("}grpSpPr")), None)
    frame = None if properties is None else properties.find(f"{A}xfrm")
    inner = scale
    if frame is not None:
        outside, inside = frame.find(f"{A}ext"), frame.find(f"{A}chExt")
        inner = _Scale(
            scale.x * _ratio(outside, inside, "cx"), scale.y * _ratio(outside, inside, "cy")
        )
    parts = tuple(_shapes(element, blocks, links, inner))
    return evolve(_measured(properties, scale), kind="group", parts=parts)


def _ratio(outside: _Element | None, inside: _Element | None, key: str) -> float:
    if outside is None or inside is None:
        return 1.0
    return whole(outside.get(key)) / (whole(inside.get(key)) or 1) or 1.0


def _picture(element: _Element, links: Links, scale: _Scale) -> ObservedDrawing:
    drawing = _measured(element.find(f"{PIC}spPr"), scale)
    image = next(element.iter(f"{A}blip"), None)
    link = None if image is None else image.get(f"{R}embed") or image.get(f"{R}link")
    relation = links.get(link or "")
    return evolve(drawing, kind="picture", target=relation.target if relation else "")


def _vml(container: _Element, blocks: Blocks, links: Links) -> Iterator[ObservedDrawing]:
    for child in container:
        if child.tag in _VML_SHAPES:
            yield _vml_shape(child, blocks, links)
        elif child.tag == f"{V}group":
            parts = tuple(_vml(child, blocks, links))
            yield evolve(_vml_measured(child), kind="group", parts=parts)
        elif child.tag != f"{V}shapetype" and len(child):
            yield from _vml(child, blocks, links)


def _vml_shape(element: _Element, blocks: Blocks, links: Links) -> ObservedDrawing:
    drawing = _vml_measured(element)
    text = next(element.iter(f"{W}txbxContent"), None)
    inside = () if text is None else blocks(text)
    image = element.find(f"{V}imagedata")
    kind: DrawingKind = "shape"
    if inside:
        kind = "text_box"
    elif image is not None:
        relation = links.get(image.get(f"{R}id") or "")
        return evolve(drawing, kind="picture", target=relation.target if relation else "")
    elif element.tag == f"{V}line" or element.get("type") in _VML_LINES:
        kind = "line"
    stroked = element.get("stroked") not in ("f", "false", "0")
    weight = twips(element.get("strokeweight"))
    drawn = _USUAL_LINE if weight is None else weight / 20
    color = element.get("strokecolor") or ""
    return evolve(
        drawing,
        kind=kind,
        blocks=inside,
        line_width=drawn if stroked else None,
        line_color=color.partition(" ")[0].lstrip("#").upper() if color.startswith("#") else "",
    )


def _vml_measured(element: _Element) -> ObservedDrawing:
    style = dict(_STYLE.findall(element.get("style") or ""))
    width, height = _length(style.get("width")), _length(style.get("height"))
    x, y = _length(style.get("margin-left")), _length(style.get("margin-top"))
    if element.tag == f"{V}line" and width is None:
        start, end = _point(element.get("from")), _point(element.get("to"))
        width, height = abs(end[0] - start[0]), abs(end[1] - start[1])
        x, y = min(start[0], end[0]), min(start[1], end[1])
    return ObservedDrawing(
        "shape",
        width=_rounded(width),
        height=_rounded(height),
        x=_rounded(x),
        y=_rounded(y),
        x_from=style.get("mso-position-horizontal-relative", ""),
        y_from=style.get("mso-position-vertical-relative", ""),
        align=style.get("mso-position-horizontal", ""),
        anchored=style.get("position", "").strip() == "absolute",
        name=element.get("id") or "",
        description=element.get("alt") or "",
    )


def _length(value: str | None) -> float | None:
    """A CSS length in millimetres; a bare number counts pixels."""
    if value is None:
        return None
    value = value.strip()
    length = twips(f"{value}px" if value.replace(".", "", 1).lstrip("-").isdigit() else value)
    return None if length is None else length * _MM_OF_TWIP


def _point(value: str | None) -> tuple[float, float]:
    x, _, y = (value or "").partition(",")
    return _length(x) or 0.0, _length(y) or 0.0


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
