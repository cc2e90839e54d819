"""Chữ in ra: what every text passes before it stands in a Document.

Text is NFC, words that must stay on one line are bound, footnote marks become footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias
from unicodedata import is_normalized, normalize

from attrs import evolve

from kehoach.documents import Run, Text
from kehoach.vietnamese import bind

Ink: TypeAlias = Callable[[str], Text]

_BLANK = " \u00a0"
MARK = re.compile(r"\[\^([^\]\s]+)\]")


@lru_cache(maxsize=2048)  # the papers that one plan gives share most of their texts
def printed(text: str) -> str:
    """The text in NFC, with no-break spaces where a line must not end."""
    return bind(text if is_normalized("NFC", text) else normalize("NFC", text))


def inker(footnotes: Mapping[str, str]) -> Ink:
    """A function that prints texts and hangs the footnotes that they mark by `[^mark]`."""
    if not footnotes:
        return printed

    def ink(text: str) -> Text:
        return _with_notes(printed(text), footnotes) if "[^" in text else printed(text)

    return ink


def joined(label: str, text: Text) -> Text:
    """A label, a space and a text."""
    if not label:
        return text
    if isinstance(text, str):
        return f"{label} {text}"
    return (Run(f"{label} "), *text)


def capitals(text: Text) -> Text:
    """The text in capitals, its footnotes as they are."""
    if isinstance(text, str):
        return text.upper()
    return tuple(evolve(run, text=run.text.upper()) for run in text)


def ended(text: Text, mark: str) -> Text:
    """The text closed by the end mark, in the place of its own full stop, semicolon or mark."""
    if isinstance(text, str):
        return _unended(text, mark) + mark
    *before, last = text
    if last.footnote is not None:
        return (*text, Run(mark))
    return (*before, evolve(last, text=_unended(last.text, mark) + mark))


def _unended(text: str, mark: str) -> str:
    return text.rstrip(_BLANK).removesuffix(mark).rstrip(f"{_BLANK}.;")


def _with_notes(text: str, footnotes: Mapping[str, str]) -> Text:
    runs = []
    at = 0
    for mark in MARK.finditer(text):
        note = footnotes.get(mark[1])
        if note is None:
            continue
        runs.append(Run(text[at : mark.start()], footnote=printed(note)))
        at = mark.end()
    if not runs:
        return text
    rest = (Run(text[at:]),) if text[at:] else ()
    return (*runs, *rest)
