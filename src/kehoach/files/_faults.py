"""Lỗi khi đọc tệp: faults as they are raised, and the findings they become."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.errors import InvalidPlanFile
from kehoach.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys and indices from the root, `("sections", 2, "content", 0)`."""

_SHOWN = 40


class Fault(ValueError):
    """One fault of one value; its path is known only to whoever caught it."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        self.code, self.message, self.advice = code, message, advice
        super().__init__(message)


@frozen
class PlacedFault:
    """A fault with its path; its line is looked up in the text when it is reported."""

    path: Path
    fault: Fault
    line: int | None = None


def place(path: Path) -> str:
    """The path as the reader sees it: `sections[2].content[0].tasks[3].deadline`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def show(value: object) -> str:
    """What came, in Vietnamese: a text in quotes (cut), or the name of its shape."""
    if value is None:
        return "để trống"
    if isinstance(value, dict):
        return "nhưng có một nhóm khóa"
    if isinstance(value, list):
        return "nhưng có một danh sách"
    return f"nhưng có {quoted(str(value))}"


def quoted(text: str) -> str:
    """A text in quotes, cut after 40 characters."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "'" + cut.replace("\n", " ") + "'"


def expected(what: str, value: object, advice: str = "") -> Fault:
    """The fault of a value that is not what its key needs."""
    return Fault("file.wrong-value", f"cần {what}, {show(value)}", advice)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one, as a question; empty when none is."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; có phải ý là '{found[0]}'?" if found else ""


def error(code: str, message: str, line: int | None = None, advice: str = "") -> Finding:
    """A finding of severity ERROR about the whole file or one of its lines."""
    return Finding(code, Severity.ERROR, message, line=line, advice=advice)


def refuse(source: str, *findings: Finding) -> InvalidPlanFile:
    """The exception that carries the findings."""
    return InvalidPlanFile(source, findings)
