"""Đọc tệp danh mục cơ quan: a YAML (or JSON) file becomes a directory, or all its faults at once.

The file has the keys `kehoach: 1`, `directory` (its title), `sources` (short keys for citations
that many rows share), `organizations`, `groups` and `successions`.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated

from attrs import evolve, field, frozen
from cattrs.errors import BaseValidationError

from kehoach.converters import as_tuple
from kehoach.files import _scalars as scalars
from kehoach.files._bytes import clean_lines, decode, read_bytes
from kehoach.files._converter import converter
from kehoach.files._faults import Fault, PlacedFault, expected, place, refuse
from kehoach.files._lines import lines_of
from kehoach.files._structure import VERSION, VERSION_KEY, _flatten
from kehoach.files._tree import parse
from kehoach.findings import Finding, Severity
from kehoach.organizations import Directory, Group, Organization, Succession
from kehoach.terms import Term

if TYPE_CHECKING:
    from os import PathLike

    from cattrs import Converter

    from kehoach.files._tree import Tree


@frozen
class _Contents:
    """Tệp danh mục cơ quan, as it is written."""

    directory: Annotated[str, Term("Tên danh mục")]
    sources: Annotated[dict[str, str], Term("Nguồn")] = field(factory=dict)
    organizations: Annotated[tuple[Organization, ...], Term("Cơ quan, đơn vị")] = field(
        default=(), converter=as_tuple
    )
    groups: Annotated[tuple[Group, ...], Term("Nhóm cơ quan")] = field(
        default=(), converter=as_tuple
    )
    successions: Annotated[tuple[Succession, ...], Term("Kế thừa")] = field(
        default=(), converter=as_tuple
    )


def load_directory(path: str | PathLike[str]) -> Directory:
    """Đọc danh mục cơ quan from a file.

    Raises `InvalidPlanFile` with every fault of the file (findings in Vietnamese, with path and
    line), `PlanFileTooLarge` past the bounds of safe reading. What the rows say is not judged
    here; see `kehoach.organizations.check`.
    """
    return loads_directory(decode(read_bytes(path), str(path)), str(path))


def loads_directory(text: str, source: str = "<text>") -> Directory:
    """Đọc danh mục cơ quan từ chữ: as `load_directory`; `source` names the text in findings."""
    text = clean_lines(text, source)
    tree, written = parse(text, source)
    contents = _structure(tree)
    faults = written if isinstance(contents, _Contents) else (*written, *contents)
    if faults or not isinstance(contents, _Contents):
        raise refuse(source, *_findings(text, faults))
    return _directory(contents)


def _structure(tree: Tree) -> _Contents | tuple[PlacedFault, ...]:
    if not isinstance(tree, dict):
        return (PlacedFault((), expected("một nhóm khóa ở gốc, bắt đầu bằng 'kehoach: 1'", tree)),)
    if tree.get(VERSION_KEY) != VERSION:
        fault = Fault("file.version", "thiếu khóa 'kehoach: 1' ở gốc", "thêm vào dòng đầu")
        return (PlacedFault((), fault),)
    body = {key: value for key, value in tree.items() if key != VERSION_KEY}
    try:
        return _converter().structure(body, _Contents)
    except BaseValidationError as error:
        return tuple(_flatten(error, (), _Contents))


@cache
def _converter() -> Converter:
    """The converter of plan files, but a day is a day: no words, no half dates."""
    made = converter().copy()
    made.register_structure_hook_factory(_is_day, lambda _: _read_day)
    return made


def _is_day(type_: object) -> bool:
    return type_ == (datetime.date | None)


def _read_day(value: object, _: object) -> datetime.date | None:
    return None if value is None else scalars.read_date(value)


def _directory(contents: _Contents) -> Directory:
    def cited(source: str) -> str:
        return contents.sources.get(source, source)

    bodies = [evolve(one, source=cited(one.source)) for one in contents.organizations]
    groups = [evolve(one, source=cited(one.source)) for one in contents.groups]
    successions = [evolve(one, basis=cited(one.basis)) for one in contents.successions]
    return Directory(bodies, groups, successions, contents.directory)


def _findings(text: str, faults: tuple[PlacedFault, ...]) -> tuple[Finding, ...]:
    lines = lines_of(text, (fault.path for fault in faults))
    found = (
        Finding(
            one.fault.code,
            Severity.ERROR,
            one.fault.message,
            place=place(one.path),
            line=one.line or lines[one.path],
            advice=one.fault.advice,
        )
        for one in faults
    )
    return tuple(sorted(found, key=lambda finding: finding.line or 0))
