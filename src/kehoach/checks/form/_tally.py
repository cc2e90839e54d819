"""Gộp lỗi trùng: one finding for a fault that many paragraphs share, at its first place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.checks._context import Context
    from kehoach.findings import Finding
    from kehoach.observed import Place


class Tally:
    """Faults by code, aspect and what was found; told once, with the number of the others."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._seen: dict[tuple[str, str, str], list[Place | int | dict[str, str]]] = {}

    def add(self, code: str, aspect: str, place: Place, found: str, **slots: str) -> None:
        """Count one more place of a fault."""
        known = self._seen.get((code, aspect, found))
        if known is None:
            self._seen[code, aspect, found] = [place, 0, {"found": found, **slots}]
        else:
            known[1] += 1  # type: ignore[operator]

    def findings(self) -> Iterator[Finding]:
        """One finding a fault, in the order in which they were first seen."""
        for (code, aspect, _), (place, others, slots) in self._seen.items():
            more = f" (và {others} chỗ khác)" if others else ""
            yield self._context.finding(code, place, aspect, more=more, **slots)  # type: ignore[arg-type]
