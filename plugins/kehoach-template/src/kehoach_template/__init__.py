"""Mẫu Word của cơ quan: checked tag by tag, then filled from a plan or a paper."""

from __future__ import annotations

from kehoach_template.checking import check_template
from kehoach_template.filling import InvalidTemplate, TemplatePlugin, fill
from kehoach_template.names import NAMES
from kehoach_template.values import template_values

__all__ = [
    "NAMES",
    "InvalidTemplate",
    "TemplatePlugin",
    "check_template",
    "fill",
    "template_values",
]
