"""Xuất một tệp: choose the exporter, make what it takes, write the file whole or not at all."""

from __future__ import annotations

import calendar
import datetime
import io
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kehoach.documents import Document, PartialDate
from kehoach.errors import ExportFailed
from kehoach.exporting.names import check_file_name
from kehoach.files.atomic import write_atomically
from kehoach.hookspecs import Exporter, Subject
from kehoach.plan import Plan
from kehoach.plugins import Plugins, default_plugins, served_as
from kehoach.rules import NoRulebook, Rulebook, rulebook_on

if TYPE_CHECKING:
    import os

Exportable: TypeAlias = Plan | Document


def export(
    subject: Exportable,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word a caller looks for
    rulebook: Rulebook | None = None,
    plugins: Plugins | None = None,
) -> Path:
    """Xuất kế hoạch hoặc văn bản ra tệp; returns the path.

    `format` names an exporter ("docx", "text"); without it the suffix of the path decides. The
    rulebook is the one in force on the day of the paper, if none is given. The file is replaced
    as a whole; whatever fails, the old one stays.

    Raises UnknownExporter, AmbiguousExporter or DuplicatePlugin where no single exporter serves,
    UnsafeFileName, NoRulebook for a paper without a day, ExportFailed for a fault of the
    exporter, TargetUnwritable for one of the target.
    """
    target = Path(path)
    check_file_name(target.name)
    chosen = (plugins or default_plugins()).exporter_for(
        target.suffix, subject_of(subject), format
    )
    write_file(subject, target, chosen, rulebook)
    return target


def subject_of(value: object) -> Subject:
    """Loại đối tượng của một giá trị; raises TypeError for what no exporter can take."""
    if isinstance(value, Plan):
        return Subject.PLAN
    if isinstance(value, Document):
        return Subject.DOCUMENT
    raise TypeError(f"expected a Plan or a Document, got {type(value).__name__}")


def rulebook_of(subject: Exportable) -> Rulebook:
    """Quy định thể thức vào ngày của văn bản.

    A day of which only the month or the year is known decides where the whole month or year has
    one rulebook. Raises NoRulebook otherwise, and for a paper without a day.
    """
    day = subject.date if isinstance(subject, Plan) else subject.properties.date
    if day is None:
        raise NoRulebook("the paper has no day; pass rulebook=")
    if not isinstance(day, PartialDate):
        return rulebook_on(day)
    first, last = _span(day)
    if rulebook_on(first) != rulebook_on(last):
        raise NoRulebook(f"the rules changed between {first} and {last}; pass rulebook=")
    return rulebook_on(first)


def write_file(
    subject: Exportable, target: Path, exporter: Exporter, rulebook: Rulebook | None
) -> None:
    """Ghi tệp bằng một bộ xuất đã chọn; raises as `export` does."""
    rules = rulebook or rulebook_of(subject)
    data = _rendered(_as_accepted(subject, exporter, rules), target, exporter, rules)
    write_atomically(target, lambda stream: _put(data, stream))


