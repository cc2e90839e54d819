"""Xuất một tệp: choose the exporter, make what it takes, write the file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, TypeAlias, cast

from kehoach.compose import day_of, plan_document
from kehoach.documents import Document
from kehoach.errors import (
    ExportFailed,
    KehoachError,
    TargetUnwritable,
    UndatedPaper,
    UnknownExporter,
)
from kehoach.exporting.names import check_file_name
from kehoach.files.atomic import write_atomically
from kehoach.hookspecs import Exporter, Subject
from kehoach.plan import Plan
from kehoach.plugins import Plugins, default_plugins, served_as
from kehoach.rules import Rulebook, rulebook, rulebook_on

if TYPE_CHECKING:
    from collections.abc import Iterator

SPOOLED_BYTES = 8 << 20
"""Bytes of one file kept in memory; past them it waits on disk."""

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
    UnsafeFileName, UndatedPaper, NoRulebook, ExportFailed for a fault of the exporter,
    TargetUnwritable for one of the target.
    """
    target = Path(path)
    check_file_name(target.name)
    chosen = (plugins or default_plugins()).exporter_for(target.suffix, subject_of(subject), format)
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
    """Quy định thể thức của văn bản: the one it was composed under, or that of its day.

    A plan's day is what `compose.day_of` says.

    Raises UndatedPaper for a paper without a day, NoRulebook for a day before all of them.
    """
    if isinstance(subject, Plan):
        return rulebook_on(day_of(subject))
    if subject.regime:
        return rulebook(subject.regime)
    day = subject.properties.date
    if day is None:
        raise UndatedPaper(subject.properties.title)
    return rulebook_on(day)


def write_file(
    subject: Exportable, target: Path, exporter: Exporter, rulebook: Rulebook | None
) -> None:
    """Ghi tệp bằng một bộ xuất đã chọn; raises as `export` does."""
    kind = subject_of(subject)
    rules = rulebook or rulebook_of(subject)
    accepted = _as_accepted(subject, kind, exporter, rules)
    with _rendered(accepted, target, exporter, rules) as rendered:
        _refuse_read_only(target)
        write_atomically(target, lambda stream: shutil.copyfileobj(rendered, stream))


def _as_accepted(
    subject: Exportable, kind: Subject, exporter: Exporter, rulebook: Rulebook
) -> Exportable:
    if exporter.accepts is kind:
        return subject
    if isinstance(subject, Plan) and exporter.accepts in served_as(kind):
        return plan_document(subject, rulebook)
    raise UnknownExporter((exporter.name,), name=exporter.name, subject=kind)


@contextmanager
def _rendered(
    subject: Exportable, target: Path, exporter: Exporter, rulebook: Rulebook
) -> Iterator[IO[bytes]]:
    """A stream of its own, so that nothing an exporter does can reach the target."""
    with tempfile.SpooledTemporaryFile(SPOOLED_BYTES) as stream:
        try:
            exporter.write(subject, rulebook, cast("BinaryIO", stream))
            size = stream.seek(0, os.SEEK_END)
            stream.seek(0)
        except (Exception, SystemExit) as error:
            raise ExportFailed(str(target), exporter.name, describe(error)) from error
        if not size:
            raise ExportFailed(str(target), exporter.name, "it wrote nothing")
        yield stream


def _refuse_read_only(target: Path) -> None:
    """Heed the mark that a user sets; replacing a file would need no right to write it."""
    if target.is_file() and not target.stat().st_mode & 0o222:
        raise TargetUnwritable(str(target), "the file is read-only")


def describe(error: BaseException) -> str:
    """The message of one of our own errors; kind and message of any other, on one line."""
    text = str(error) if isinstance(error, KehoachError) else f"{type(error).__name__}: {error}"
    return " ".join(text.split())
