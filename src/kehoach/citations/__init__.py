"""Viện dẫn: legal texts as a dated table, how they are cited, and which of them a paper cites."""

from __future__ import annotations

from kehoach.citations.citing import (
    basis,
    basis_lines,
    cited,
    full_citation,
    in_order,
    short_citation,
)
from kehoach.citations.recognising import Citation, citations_in, proposed_order
from kehoach.citations.texts import LegalText, LegalTexts, legal_texts

__all__ = [
    "Citation",
    "LegalText",
    "LegalTexts",
    "basis",
    "basis_lines",
    "citations_in",
    "cited",
    "full_citation",
    "in_order",
    "legal_texts",
    "proposed_order",
    "short_citation",
]
