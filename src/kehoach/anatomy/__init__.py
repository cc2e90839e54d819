"""Thành phần thể thức: the one recogniser of a paper's parts; reading and checking both use it."""

from __future__ import annotations

from kehoach.anatomy._flow import clean, note_mark
from kehoach.anatomy._head import KindLine, kind_line
from kehoach.anatomy._sender import sender_ending
from kehoach.anatomy.parts import (
    Anatomy,
    AnnexParts,
    Component,
    Element,
    Grid,
    GridCell,
    Piece,
    Span,
)
from kehoach.anatomy.recognise import recognise

__all__ = [
    "Anatomy",
    "AnnexParts",
    "Component",
    "Element",
    "Grid",
    "GridCell",
    "KindLine",
    "Piece",
    "Span",
    "clean",
    "kind_line",
    "note_mark",
    "recognise",
    "sender_ending",
]
