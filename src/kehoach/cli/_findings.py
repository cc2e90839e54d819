"""Các phát hiện: how findings are printed for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.findings import Finding


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as a program reads it."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "line": finding.line,
        "place": finding.place,
        "page": finding.page,
        "message": finding.message,
        "clause": finding.clause,
        "advice": finding.advice,
        "mend": finding.mend,
    }


def finding_line(finding: Finding) -> str:
    """A finding as a clerk reads it, its code at the end; the line only where no place says it."""
    shown = evolve(finding, line=None) if finding.place else finding
    return f"{finding.severity.label}: {shown.describe()} ({finding.code})"


def tell(finding: Finding, file: Path) -> None:
    """One finding on standard error."""
    click.echo(f"{finding.severity.label}: {finding.describe(str(file))}", err=True)
