"""Phông cũ: runs in `.VnTime`, `VNI-Times` and their like become Unicode text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from kehoach.observed.formats import RunFormat
from kehoach.vietnamese.legacy import LegacyEncoding, from_legacy, legacy_font

if TYPE_CHECKING:
    from kehoach.observed.blocks import ObservedNumber, ObservedRun

_BEFORE_MARK: Final = re.compile("[aouyeôö]$", re.IGNORECASE)
_MARK: Final = re.compile("^[ùøûõïâáàåãäêéèúüë]", re.IGNORECASE)


@define
class Converted:
    """Đã chuyển: which formats are in an old font, and how many characters were converted."""

    characters: Counter[tuple[str, str]] = field(factory=Counter)
    _known: dict[int, tuple[RunFormat, tuple[LegacyEncoding, bool] | None]] = field(factory=dict)

    def encoding(self, looks: RunFormat) -> tuple[LegacyEncoding, bool] | None:
        """The encoding of an old font, and whether it shows capitals only."""
        known = self._known.get(id(looks))
        if known is None:
            found = legacy_font(looks.font_high) or legacy_font(looks.font)
            known = self._known[id(looks)] = (looks, found)
        return known[1]

    def concerns(self, runs: tuple[ObservedRun, ...]) -> bool:
        """Whether any of the runs is in an old font."""
        return any(self.encoding(run.format) is not None for run in runs)

    def text(self, text: str, looks: RunFormat) -> str:
        """The text in Unicode, counted when it changed."""
        found = self.encoding(looks)
        if found is None or not text:
            return text
        encoding, capitals = found
        made = from_legacy(text, encoding, capitals=capitals)
        if made != text:
            font = looks.font_high if legacy_font(looks.font_high) else looks.font
            self.characters[encoding.value, font] += len(text)
        return made


def convert_runs(runs: tuple[ObservedRun, ...], converted: Converted) -> tuple[ObservedRun, ...]:
    """The runs in Unicode; a VNI mark that begins a run goes to the letter before it."""
    given = list(runs)
    for index in range(1, len(given)):
        before, after = given[index - 1], given[index]
        if (
            _MARK.match(after.text)
            and _BEFORE_MARK.search(before.text)
            and _is_vni(before, converted)
            and _is_vni(after, converted)
        ):
            given[index - 1] = evolve(before, text=before.text + after.text[0])
            given[index] = evolve(after, text=after.text[1:])
    return tuple(_convert(run, converted) for run in given)


def _is_vni(run: ObservedRun, converted: Converted) -> bool:
    found = converted.encoding(run.format)
    return found is not None and found[0] is LegacyEncoding.VNI


def _convert(run: ObservedRun, converted: Converted) -> ObservedRun:
    text = converted.text(run.text, run.format)
    found = converted.encoding(run.format)
    if found is None or text == run.text:
        return run
    return evolve(run, text=text, legacy=found[0].value)


def convert_number(number: ObservedNumber, converted: Converted) -> str:
    """The text of an automatic number in Unicode."""
    if number.kind == "bullet":
        return number.text
    return converted.text(number.text, number.format)
