"""Bản PDF của văn bản, drawn by LibreOffice: PDF 1.6 or 1.7, and PDF/A-2b for what is kept.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 8 asks for .pdf from version 1.4 on for signed
papers; both kinds are later versions.
"""

from __future__ import annotations

from kehoach_pdf.converting import Converted, Lost, convert, convert_many

__all__ = ["Converted", "Lost", "convert", "convert_many"]
