"""Cổng cắm: the hooks that a plugin may implement, and the records it hands over.

A plugin is a module (or an object) in the entry-point group `kehoach`. Its hooks register frozen
records and do nothing else; what a record offers is called when it is needed.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

import pluggy
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach.checks import Check
    from kehoach.rules import Rulebook

GROUP = "kehoach"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,12}")


class Subject(StrEnum):
    """Đối tượng xuất: kế hoạch, văn bản, lịch, tiến độ."""

    PLAN = "plan"
    DOCUMENT = "document"
    CALENDAR = "calendar"
    PROGRESS = "progress"


Write: TypeAlias = "Callable[[Any, Rulebook, BinaryIO], None]"
"""Writes a subject, under a rulebook, as bytes to a stream that stays open."""


@frozen
class Exporter:
    """Bộ xuất: writes one kind of subject as one kind of file.

    `name` is what a caller asks for ("docx"): small letters, digits and hyphens. `suffix` ends
    the file names (".docx"), in small letters. `title` is the Vietnamese line that a clerk reads
    in a list. `write(subject, rulebook, stream)` writes bytes to the stream and neither closes it
    nor keeps it; give a function of a module, so that other processes find it too.

    Raises ValueError for a malformed name, suffix or title, TypeError for a part of a wrong type.
    """

    name: str
    suffix: str
    accepts: Subject
    title: str
    write: Write

    def __attrs_post_init__(self) -> None:
        _require(_NAME, self.name, "a name of small letters, digits and hyphens")
        _require(_SUFFIX, self.suffix, "a suffix like '.docx'")
        _require(_LINE, self.title, "a title of one line")
        if not isinstance(self.accepts, Subject):
            raise TypeError(f"expected a Subject in `accepts`, got {self.accepts!r}")
        if not callable(self.write):
            raise TypeError(f"expected a function in `write`, got {self.write!r}")


class KehoachSpec:
    """Các hook của kehoach."""

    @hookspec
    def kehoach_exporters(self) -> Iterable[Exporter]:  # type: ignore[empty-body]
        """Đăng ký bộ xuất: return the exporters that the plugin brings.

        A name that another plugin has too is refused to both, until one of them is removed.

        ```python
        @hookimpl
        def kehoach_exporters():
            return [Exporter("markdown", ".md", Subject.DOCUMENT, "Markdown", write)]
        ```
        """

    @hookspec
    def kehoach_checks(self) -> Iterable[Check]:  # type: ignore[empty-body]
        """Đăng ký phép kiểm tra: return the checks that `kehoach check` runs after its own.

        A check is a record `kehoach.checks.Check(name, title, run)`; `run` takes the
        `kehoach.checks.Context` of a paper and yields findings. A name that another plugin or a
        built-in check has too is refused; a check that raises is named in a finding.

        ```python
        @hookimpl
        def kehoach_checks():
            return [Check("co-quan-luu", "Dòng Lưu của cơ quan", run)]
        ```
        """


def _require(pattern: re.Pattern[str], value: object, expected: str) -> None:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"expected {expected}, got {value!r}")
