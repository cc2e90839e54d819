"""Soạn văn bản: from plans and progress to documents, one file a kind of paper."""

from __future__ import annotations

from kehoach.compose._body import assignees_heading
from kehoach.compose._data import FIELD_COLUMNS, TABLE_COLUMNS, datum_words, threshold_words
from kehoach.compose._frame import document_type, notation
from kehoach.compose._marks import DOCUMENT_WIDE, Style, style_of
from kehoach.compose._ordinals import Ordinals
from kehoach.compose.citing import citation, short_citation
from kehoach.compose.numbering import numbered
from kehoach.compose.open_places import DRAFT, open_place, open_places
from kehoach.compose.places import path_of, place_words
from kehoach.compose.plan import annex_document, day_of, plan_document
from kehoach.compose.register_book import BOOK_COLUMNS, book_rows, register_book
from kehoach.compose.texts import texts_of
from kehoach.compose.unknowns import unknowns

__all__ = [
    "BOOK_COLUMNS",
    "DOCUMENT_WIDE",
    "DRAFT",
    "FIELD_COLUMNS",
    "TABLE_COLUMNS",
    "Ordinals",
    "Style",
    "annex_document",
    "assignees_heading",
    "book_rows",
    "citation",
    "datum_words",
    "day_of",
    "document_type",
    "notation",
    "numbered",
    "open_place",
    "open_places",
    "path_of",
    "place_words",
    "plan_document",
    "register_book",
    "short_citation",
    "style_of",
    "texts_of",
    "threshold_words",
    "unknowns",
]
