"""Văn bản đã đọc: what was seen in a paper, as values; Word files and texts both end here."""

from __future__ import annotations

from kehoach.observed.blocks import (
    Block,
    NoteReference,
    ObservedCell,
    ObservedDrawing,
    ObservedNumber,
    ObservedParagraph,
    ObservedRow,
    ObservedRun,
    ObservedTable,
)
from kehoach.observed.formats import Border, Borders, ParagraphFormat, RunFormat, TabStop
from kehoach.observed.lines import Line, Place, lines_of, paragraphs_of
from kehoach.observed.paper import (
    FileProperties,
    Marginal,
    Margins,
    Observed,
    ObservedComment,
    ObservedNote,
    ObservedSection,
    SourceKind,
)

__all__ = [
    "Block",
    "Border",
    "Borders",
    "FileProperties",
    "Line",
    "Marginal",
    "Margins",
    "NoteReference",
    "Observed",
    "ObservedCell",
    "ObservedComment",
    "ObservedDrawing",
    "ObservedNote",
    "ObservedNumber",
    "ObservedParagraph",
    "ObservedRow",
    "ObservedRun",
    "ObservedSection",
    "ObservedTable",
    "ParagraphFormat",
    "Place",
    "RunFormat",
    "SourceKind",
    "TabStop",
    "lines_of",
    "paragraphs_of",
]
