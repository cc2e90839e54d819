"""Xuất một tệp: choose the exporter, make what it takes, write the file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, TypeAlias, cast

from attrs import evolve

from kehoach.compose import DRAFT, day_of, open_places, plan_document
from kehoach.documents import Document
from kehoach.errors import (
    ExportFailed,
    KehoachError,
    TargetUnwritable,
    UndatedPaper,
    UnfinishedPaper,
    UnknownExporter,
)
from kehoach.exporting.deriving import (
    NO_SOURCES,
    Sources,
    calendar_of,
    progress_of,
    refuse_unused,
)
from kehoach.exporting.names import check_file_name
from kehoach.files.atomic import write_atomically
from kehoach.hookspecs import Exporter, Subject
from kehoach.plan import Plan
from kehoach.plugins import Plugins, default_plugins, served_as
from kehoach.rules import REGIMES, Rulebook, rulebook, rulebook_on

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from kehoach.cycles import Calendar
    from kehoach.organizations import Directory
    from kehoach.tracking import Progress
    from kehoach.tracking.filters import Filter
    from kehoach.tracking.ledger import Ledger
    from kehoach.workdays import WorkCalendar

SPOOLED_BYTES = 8 << 20
"""Bytes of one file kept in memory; past them it waits on disk."""

Exportable: TypeAlias = "Plan | Document | Calendar | Progress"


def export(  # noqa: PLR0913 - how to write it, and what a plan's progress is made from
    subject: Exportable,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word a caller looks for
    rulebook: Rulebook | None = None,
    plugins: Plugins | None = None,
    on: datetime.date | None = None,
    ledger: Ledger | None = None,
    directory: Directory | None = None,
    calendar: WorkCalendar | None = None,
    where: Filter | None = None,
    key: str | None = None,
    draft: bool = False,
) -> Path:
    """Xuất kế hoạch, văn bản, lịch hoặc tiến độ ra tệp; returns the path.

    `format` names an exporter ("docx", "text"); without it the suffix of the path decides. The
    rulebook is the one in force on the day of the paper, if none is given. The file is replaced
    as a whole; whatever fails, the old one stays.

    Of a plan that goes to an exporter of progress or calendars these are made first, from the
    sources that `kehoach.exporting.Sources` describes: `on`, `ledger`, `directory`, `calendar`,
    `where`, `key`.

    A paper with places that a human must still write (`compose.open_places`) is refused unless it
    is a `draft`, whose pages carry the watermark "DỰ THẢO".

    Raises UnknownExporter, AmbiguousExporter or DuplicatePlugin where no single exporter serves,
    UnusedSource for a source that this export does not look at, ProgressNeedsDay, UntrackedPlan,
    OutsideCalendar, UnfinishedPaper, UnsafeFileName, UndatedPaper, NoRulebook, ExportFailed for a
    fault of the exporter, TargetUnwritable for one of the target.
    """
    target = Path(path)
    check_file_name(target.name)
    kind = subject_of(subject)
    chosen = (plugins or default_plugins()).exporter_for(target.suffix, kind, format)
    sources = Sources(on, ledger, directory, calendar, where, key)
    refuse_unused(chosen, kind, sources)
    write_file(subject, target, chosen, rulebook, sources, draft=draft)
    return target


def subject_of(value: object) -> Subject:
    """Loại đối tượng của một giá trị; raises TypeError for what no exporter can take."""
    if isinstance(value, Plan):
        return Subject.PLAN
    if isinstance(value, Document):
        return Subject.DOCUMENT
    return _computed(value)


def _computed(value: object) -> Subject:
    from kehoach.cycles import Calendar  # noqa: PLC0415 - most exports are papers
    from kehoach.tracking import Progress  # noqa: PLC0415 - the same

    if isinstance(value, Calendar):
        return Subject.CALENDAR
    if isinstance(value, Progress):
        return Subject.PROGRESS
    kinds = "a Plan, a Document, a Calendar or a Progress"
    raise TypeError(f"expected {kinds}, got {type(value).__name__}")


def rulebook_of(subject: Exportable) -> Rulebook:
    """Quy định thể thức của văn bản: the one it was composed under, or that of its day.

    A plan's day is what `compose.day_of` says, that of a progress the one it is as of. A calendar
    has none: it gets the newest rules.

    Raises UndatedPaper for a paper without a day, NoRulebook for a day before all of them.
    """
    if isinstance(subject, Plan):
        return rulebook_on(day_of(subject))
    if not isinstance(subject, Document):
        on: datetime.date | None = getattr(subject, "on", None)
        return rulebook_on(on) if on else rulebook(REGIMES[-1].id)
    if subject.regime:
        return rulebook(subject.regime)
    day = subject.properties.date
    if day is None:
        raise UndatedPaper(subject.properties.title)
    return rulebook_on(day)


def write_file(  # noqa: PLR0913 - what is written, where, and how
    subject: Exportable,
    target: Path,
    exporter: Exporter,
    rulebook: Rulebook | None,
    sources: Sources = NO_SOURCES,
    *,
    draft: bool = False,
) -> None:
    """Ghi tệp bằng một bộ xuất đã chọn; raises as `export` does."""
    accepted, rules = _as_accepted(subject, exporter, rulebook, sources)
    if isinstance(accepted, Document):
        accepted = _finished(accepted, draft=draft)
    with _rendered(accepted, target, exporter, rules) as rendered:
        _refuse_read_only(target)
        write_atomically(target, lambda stream: shutil.copyfileobj(rendered, stream))


def _as_accepted(
    subject: Exportable, exporter: Exporter, rulebook: Rulebook | None, sources: Sources
) -> tuple[Exportable, Rulebook]:
    """What the exporter takes, made of the subject if need be, with its rules."""
    kind = subject_of(subject)
    if exporter.accepts is kind:
        return subject, rulebook or rulebook_of(subject)
    if not isinstance(subject, Plan) or exporter.accepts not in served_as(kind):
        raise UnknownExporter((exporter.name,), name=exporter.name, subject=kind)
    if exporter.accepts is Subject.DOCUMENT:
        rules = rulebook or rulebook_of(subject)
        return plan_document(subject, rules), rules
    derive = progress_of if exporter.accepts is Subject.PROGRESS else calendar_of
    made: Progress | Calendar = derive(subject, sources)
    return made, rulebook or rulebook_of(made)


def _finished(document: Document, *, draft: bool) -> Document:
    """The document, as a draft under a watermark; raises UnfinishedPaper for open places."""
    if draft or document.watermark:
        return evolve(document, watermark=document.watermark or DRAFT)
    if left := open_places(document):
        raise UnfinishedPaper(document.properties.title, left)
    return document


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
