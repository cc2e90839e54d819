"""Khế ước của bộ xuất: what `kehoach.export` relies on, checked on samples."""

from __future__ import annotations

import contextlib
import copy
import hashlib
import io
import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from kehoach.errors import UnwritableText
from kehoach.hookspecs import Exporter, Subject
from kehoach.rules import REGIMES, Rulebook, rulebook
from kehoach.testing.samples import (
    forbidden_document,
    forbidden_plan,
    sample_documents,
    sample_plans,
)
from kehoach.testing.tracking_samples import (
    forbidden_calendar,
    forbidden_progress,
    sample_calendars,
    sample_progresses,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SAMPLES: Mapping[Subject, Any] = {
    Subject.PLAN: (sample_plans, forbidden_plan),
    Subject.DOCUMENT: (sample_documents, forbidden_document),
    Subject.CALENDAR: (sample_calendars, forbidden_calendar),
    Subject.PROGRESS: (sample_progresses, forbidden_progress),
}
_ELSEWHERE = """
import pickle, sys
exporter, cases = pickle.load(sys.stdin.buffer)
from kehoach.testing.contract import digests
sys.stdout.write(" ".join(digests(exporter, cases)))
"""
# Another zone, locale and order of sets than most processes have.
_OTHER_WORLD = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "20130319"}


class _Pipe(io.RawIOBase):
    """A stream that takes bytes and nothing else, like a pipe."""

    def __init__(self) -> None:
        super().__init__()
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        view = memoryview(data)
        self.data += view
        return view.nbytes


def check_exporter(exporter: Exporter, *, subjects: Mapping[str, Any] | None = None) -> None:
    """Kiểm tra một bộ xuất; raises AssertionError that lists every fault found.

    Runs it over samples of the kind that it accepts, hostile ones among them, and over your own
    `subjects` by name, under every rulebook. It has to write bytes to a stream that cannot seek,
    leave the stream open, print nothing, change neither subject nor rulebook, raise nothing but
    UnwritableText (and that only for characters that no file can hold), write the same bytes each
    time, also in another process with another time zone, locale and hash seed, for which it has
    to pickle. Raises TypeError for what is no Exporter.
    """
    if not isinstance(exporter, Exporter):
        raise TypeError(f"expected an Exporter, got {exporter!r}")
    make, make_forbidden = _SAMPLES[exporter.accepts]
    named = {**make(), **(subjects or {})}
    books = tuple(rulebook(regime.id) for regime in REGIMES)
    faults = [fault for name in named for fault in _faults(exporter, name, named[name], books)]
    faults += _forbidden_faults(exporter, make_forbidden(), books[-1])
    if not faults:
        faults += _faults_elsewhere(exporter, [(each, books[-1]) for each in named.values()])
    if faults:
        listed = "\n".join(f"  - {fault}" for fault in faults)
        raise AssertionError(f"exporter {exporter.name!r} breaks its contract:\n{listed}")


def digests(exporter: Exporter, cases: Iterable[tuple[Any, Rulebook]]) -> list[str]:
    """Giá trị băm của các tệp: one a case, a subject with its rulebook."""
    found = []
    for subject, book in cases:
        stream = _Pipe()
        exporter.write(subject, book, cast("BinaryIO", stream))
        found.append(hashlib.sha256(stream.data).hexdigest())
    return found


def _faults(
    exporter: Exporter,
    name: str,
    subject: object,
    books: Iterable[Rulebook],
) -> Iterator[str]:
    for book in books:
        where = f"sample {name!r} under {book.id}"
        before = copy.deepcopy((subject, book))
        first, faults = _run(exporter, subject, book)
        yield from (f"{where}: {fault}" for fault in faults)
        if (subject, book) != before:
            yield f"{where}: it changes the subject or the rulebook"
        if not faults:
            again, _ = _run(exporter, subject, book)
            if again != first:
                yield f"{where}: it writes other bytes the second time"


def _run(exporter: Exporter, subject: object, book: Rulebook) -> tuple[bytes, list[str]]:
    stream, printed = _Pipe(), io.StringIO()
    faults = []
    try:
        with contextlib.redirect_stdout(printed):
            exporter.write(subject, book, cast("BinaryIO", stream))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it raises is the finding
        return b"", [f"it raises {type(error).__name__}: {error}"]
    if stream.closed:
        faults.append("it closes the stream")
    if not stream.data:
        faults.append("it writes nothing")
    if printed.getvalue():
        faults.append("it prints to standard output")
    return bytes(stream.data), faults


def _forbidden_faults(exporter: Exporter, subject: object, book: Rulebook) -> Iterator[str]:
    try:
        exporter.write(subject, book, cast("BinaryIO", _Pipe()))
    except UnwritableText:
        return
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it raises is the finding
        yield f"on forbidden characters it raises {type(error).__name__}, not UnwritableText"


def _faults_elsewhere(exporter: Exporter, cases: list[tuple[Any, Rulebook]]) -> Iterator[str]:
    try:
        packed = pickle.dumps((exporter, cases))
    except Exception as error:  # noqa: BLE001 - whatever pickle raises is the finding
        yield f"it does not pickle ({error}); let `write` be a function of a module"
        return
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(  # noqa: S603 - this very Python, with our own program
        [sys.executable, "-c", _ELSEWHERE],
        input=packed,
        capture_output=True,
        env={**os.environ, **_OTHER_WORLD, "PYTHONPATH": path},
        check=False,
    )
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        yield f"it fails in another process: {last}"
    elif done.stdout.decode().split() != digests(exporter, cases):
        yield "it writes other bytes in another process (time zone, locale or order of a set)"
