"""Xuất tệp: a subject becomes a file, whole or not at all."""

from __future__ import annotations

from kehoach.exporting.batch import BatchFailure, BatchResult, export_many
from kehoach.exporting.deriving import Sources, calendar_of, progress_of
from kehoach.exporting.names import check_file_name, file_name_from
from kehoach.exporting.single import export, rulebook_of, subject_of

__all__ = [
    "BatchFailure",
    "BatchResult",
    "Sources",
    "calendar_of",
    "check_file_name",
    "export",
    "export_many",
    "file_name_from",
    "progress_of",
    "rulebook_of",
    "subject_of",
]
