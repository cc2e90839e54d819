"""Gom thành phần: what the steps of the recogniser found so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.anatomy.parts import Component, Element, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class Collector:
    """Elements by component, in the order in which each was found."""

    def __init__(self) -> None:
        self.found: dict[Component, list[Element]] = {}

    def add(self, component: Component, *elements: Element) -> None:
        """Take elements as parts of a component."""
        if elements:
            self.found.setdefault(component, []).extend(elements)

    def extend(self, component: Component, elements: Iterable[Element]) -> None:
        """Take many."""
        self.add(component, *elements)

    def spans(self) -> tuple[Span, ...]:
        """What was found, as values."""
        return tuple(Span(component, tuple(found)) for component, found in self.found.items())
