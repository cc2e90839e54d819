"""Kiểu trình bày: the rulebook's parts, pages and page numbers as CSS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.documents import Part
from kehoach.rules.fitting import LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.rules import PartRule, Rulebook
    from kehoach.rules.page import Margins

_FLOW: Final = frozenset(part.value for part in Part) - {"table_caption"}
_KEPT: Final = frozenset(
    {"part_label", "chapter_label", "section_label", "subsection_label", "authority_line",
     "order_line", "kind_name", "summary", "annex_label", "annex_title", "annex_reference",
     "authority", "post"}
)  # fmt: skip
"""Parts that stand on one page with what follows them."""
_TWINS: Final = ("Liberation Serif", "Tinos")
_UNSAFE: Final = re.compile(r"[^0-9A-Za-z ]")


def css_string(text: str) -> str:
    """A text as a CSS string: what is no letter, digit or space is written by its number."""
    escaped = _UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return f'"{escaped}"'


def _families(rulebook: Rulebook) -> str:
    return ", ".join((*map(css_string, (rulebook.font.family, *_TWINS)), "serif"))


def paper_css(rulebook: Rulebook) -> str:
    """What all pages of the rulebook's papers share."""
    body = rulebook.part("body")
    rules = [
        f"body {{ font: {body.size.preferred:g}pt/{LINE:g} {_families(rulebook)}; }}",
        f"hr {{ border-top-width: {rulebook.layout.line_thickness:g}pt; }}",
        *(_part(part, rulebook) for part in rulebook.parts),
    ]
    return "\n".join(rules)


def _part(part: PartRule, rulebook: Rulebook) -> str:
    first = f"{rulebook.body.indent.preferred:g}mm" if part.indent == "body" else "0"
    kept = " break-after: avoid;" if part.key in _KEPT else ""
    align = part.align if part.align in {"left", "center", "right"} else "justify"
    return (
        f".{css_class(part.key)} {{ font: {'italic' if part.italic else 'normal'}"
        f" {'bold' if part.bold else 'normal'} {part.size.preferred:g}pt/{_line(part, rulebook):g}"
        f" {_families(rulebook)}; color: #{part.color}; text-align: {align};"
        f" text-indent: {first}; margin: {before(part, rulebook):g}pt 0"
        f" {part.space_after:g}pt;{kept} }}"
    )


def css_class(key: str) -> str:
    """The class of a part."""
    return key.replace("_", "-")


def before(part: PartRule, rulebook: Rulebook) -> float:
    """Points above a part: body paragraphs keep at least the distance that the rules ask for."""
    if part.key == "kind_name":
        return rulebook.layout.letterhead_gap
    least = rulebook.body.paragraph_spacing.preferred if part.key in _FLOW else 0.0
    return max(part.space_before, least)


def _line(part: PartRule, rulebook: Rulebook) -> float:
    return LINE * (rulebook.body.line_spacing.preferred if part.key in _FLOW else 1.0)


def page_css(rulebook: Rulebook, name: str, *, landscape: bool, first: bool) -> Iterator[str]:
    """The pages of one sheet: size, margins and the number, which counts from the sheet's start."""
    page, margins = rulebook.page, rulebook.page.margins
    sides = (page.width, page.height)
    if landscape:
        sides, margins = sides[::-1], page.landscape.margins
    number = rulebook.page_number
    counter = "page" if first else f"page-{name}"
    counts = "" if first else f" counter-increment: {counter};"
    style = "later-pages" if number.hidden_on_first else "decimal"
    shown = f"content: counter({counter}, {style}); {_number_place(rulebook)}"
    yield (
        f"@page {name} {{ size: {sides[0]:g}mm {sides[1]:g}mm; margin: {_sides(margins)};{counts}"
        f" {_corner(rulebook)} {{ {shown} }} }}"
    )
    yield f".{name} {{ page: {name}; }}"
    yield f"@media screen {{ .{name} {{ width: {sides[0]:g}mm; padding: {_sides(margins)}; }} }}"


def _sides(margins: Margins) -> str:
    edges = (margins.top, margins.right, margins.bottom, margins.left)
    return " ".join(f"{edge.preferred:g}mm" for edge in edges)


def _corner(rulebook: Rulebook) -> str:
    edge = "top" if rulebook.page_number.place == "header" else "bottom"
    align = rulebook.page_number.align
    return f"@{edge}-{align if align in {'left', 'right'} else 'center'}"


def _number_place(rulebook: Rulebook) -> str:
    part = rulebook.part("page_number")
    font = f"font: {part.size.preferred:g}pt/{LINE:g} {_families(rulebook)};"
    if rulebook.page_number.place == "header":
        return f"{font} vertical-align: top; padding-top: {_distance(rulebook):g}mm;"
    return f"{font} vertical-align: bottom; padding-bottom: {_distance(rulebook):g}mm;"


def _distance(rulebook: Rulebook) -> float:
    page = rulebook.page
    in_header = rulebook.page_number.place == "header"
    return (page.header_distance if in_header else page.footer_distance).preferred


def first_page_css(
    rulebook: Rulebook, circulation: str, box: tuple[float, float], address: str
) -> str:
    """What the margins of the first page hold: the box of circulation, the office's address.

    `box` is the box's width and its distance from the right margin, millimetres.
    """
    held = []
    if circulation:
        part = rulebook.part("circulation")
        above = rulebook.page.header_distance.preferred
        held.append(
            f"@top-right {{ content: {css_string(circulation)}; border: 1pt solid #{part.color};"
            f" width: {box[0]:g}mm; height: 8mm; margin: {above:g}mm {box[1]:g}mm auto 0;"
            f" text-align: center; vertical-align: middle; color: #{part.color};"
            f" font: bold {part.size.preferred:g}pt/{LINE:g} {_families(rulebook)}; }}"
        )
    if address:
        part = rulebook.part("office_address")
        held.append(
            f"@bottom-left {{ content: {css_string(address)}; width: 100%; vertical-align: top;"
            f" border-top: {rulebook.layout.line_thickness:g}pt solid; padding-top: 2pt;"
            f" white-space: pre-wrap; text-align: {part.align};"
            f" font: {part.size.preferred:g}pt/{LINE:g} {_families(rulebook)}; }}"
        )
    return f"@page :first {{ {' '.join(held)} }}" if held else ""
