"""Đọc tệp kế hoạch: a YAML or JSON file becomes a plan, or all its faults at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.files._bytes import clean_lines, decode, read_bytes
from kehoach.files._faults import place, refuse
from kehoach.files._lines import lines_of
from kehoach.files._remarks import remarks, repeated_ids
from kehoach.files._structure import structure
from kehoach.files._tree import parse
from kehoach.findings import Finding, Severity
from kehoach.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from kehoach.files._faults import PlacedFault


@frozen
class PlanFile:
    """Tệp kế hoạch đã đọc: the plan, and what in it deserves a second look.

    `findings` are warnings and notes (a phrase that its sentence lacks, an empty section, missing
    ids), in the order of the file; faults never come this way, they raise.
    """

    plan: Plan
    findings: tuple[Finding, ...] = ()


def load(path: str | PathLike[str]) -> Plan:
    """Đọc kế hoạch: the plan that a YAML or JSON file holds.

    Raises `InvalidPlanFile` with every fault of the file (its `findings` are in Vietnamese and
    carry path and line), `PlanFileTooLarge` for a file past the bounds of safe reading.
    """
    return loads(decode(read_bytes(path), str(path)), str(path))


def loads(text: str, source: str = "<text>") -> Plan:
    """Đọc kế hoạch từ chữ: as `load`; `source` names the text in findings.

    A source that ends in .json, or a text that begins with a brace, is read as JSON.
    """
    return _read_plan(clean_lines(text, source), source)


def read_plan_file(path: str | PathLike[str]) -> PlanFile:
    """Đọc và nhận xét: as `load`, with the findings of a plan that can be read."""
    source = str(path)
    text = clean_lines(decode(read_bytes(path), source), source)
    plan = _read_plan(text, source)
    noted = tuple(remarks(plan))
    lines = lines_of(text, (remark.path for remark in noted if remark.path))
    findings = (
        evolve(remark.finding, place=place(remark.path), line=lines.get(remark.path))
        for remark in noted
    )
    return PlanFile(plan, tuple(sorted(findings, key=_line)))


def _read_plan(text: str, source: str) -> Plan:
    tree, written = parse(text, source)
    plan = structure(tree)
    found = repeated_ids(plan) if isinstance(plan, Plan) else plan
    faults = (*written, *found)
    if faults or not isinstance(plan, Plan):
        raise refuse(source, *_findings(text, faults))
    return plan


def _findings(text: str, faults: Iterable[PlacedFault]) -> Iterable[Finding]:
    faults = tuple(faults)
    lines = lines_of(text, (fault.path for fault in faults if fault.line is None))
    found = [_finding(fault, fault.line or lines[fault.path]) for fault in faults]
    return sorted(found, key=_line)


def _line(finding: Finding) -> int:
    return finding.line or 0


def _finding(placed: PlacedFault, line: int | None) -> Finding:
    fault = placed.fault
    return Finding(
        fault.code,
        Severity.ERROR,
        fault.message,
        place=place(placed.path),
        line=line,
        advice=fault.advice,
    )
