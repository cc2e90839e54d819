"""Thành phần thể thức: the one recogniser of a paper's parts; reading and checking both use it."""

from __future__ import annotations

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
    "Piece",
    "Span",
    "recognise",
]
