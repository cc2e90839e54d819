"""Xuất hàng loạt: many subjects into one folder; what fails is told at the end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kehoach.errors import TargetUnwritable, UnsafeFileName
from kehoach.exporting.names import check_file_name, same_file_key
from kehoach.exporting.single import Exportable, describe, write_file
from kehoach.hookspecs import Exporter
from kehoach.plugins import Plugins, default_plugins
from kehoach.rules import Rulebook

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor


WINDOW = 128
"""Papers in the hands of an executor at once, so that a long batch stays small in memory."""

PARCELS = 16
"""Parts of a long batch's window; the papers of one go to a worker together."""


@frozen
class BatchFailure:
    """Một mục không xuất được, và lý do."""

    name: str
    reason: str


@frozen
class BatchResult:
    """Kết quả xuất hàng loạt, in the order of the subjects."""

    written: tuple[Path, ...] = ()
    failed: tuple[BatchFailure, ...] = ()


Pairs: TypeAlias = "Mapping[str, Exportable] | Iterable[tuple[str, Exportable]]"


@frozen
class _Job:
    index: int
    name: str
    target: Path
    subject: Exportable
    exporter: Exporter
    rulebook: Rulebook | None


_Outcome: TypeAlias = Path | BatchFailure


def export_many(  # noqa: PLR0913 - the options of `export`, and those of a batch
    subjects: Pairs,
    folder: str | os.PathLike[str],
    *,
    format: str,  # noqa: A002 - the word a caller looks for
    rulebook: Rulebook | None = None,
    executor: Executor | None = None,
    on_progress: Callable[[int, int | None, str], None] | None = None,
    plugins: Plugins | None = None,
) -> BatchResult:
    """Xuất nhiều kế hoạch hoặc văn bản vào một thư mục, made if it is missing.

    `subjects` pairs a file name without suffix with each subject; `format` names the exporter.
    Any `concurrent.futures.Executor` may do the work, else this thread does it.
    `on_progress(done, total, name)` is called here after each; the total of an iterator is None.

    Before anything is written, the names of a mapping or list are checked: raises UnsafeFileName
    for one that is unsafe or that two subjects share (without case). An iterator is read as it
    is written, and such a name becomes a failure. Raises UnknownExporter or DuplicatePlugin for
    the format, TargetUnwritable for the folder; every other fault is in the result.
    """
    exporter = (plugins or default_plugins()).exporter_named(format)
    total = len(subjects) if isinstance(subjects, Collection) else None
    if isinstance(subjects, Collection):
        _check_names(subjects, exporter.suffix)
    jobs = _jobs(_pairs(subjects), _made(Path(folder)), exporter, rulebook)
    outcomes: dict[int, _Outcome] = {}
    for index, name, outcome in _done(jobs, executor):
        outcomes[index] = outcome
        if on_progress is not None:
            on_progress(len(outcomes), total, name)
    ordered = [outcomes[index] for index in sorted(outcomes)]
    return BatchResult(
        tuple(each for each in ordered if isinstance(each, Path)),
        tuple(each for each in ordered if isinstance(each, BatchFailure)),
    )


def _pairs(subjects: Pairs) -> Iterable[tuple[str, Exportable]]:
    return subjects.items() if isinstance(subjects, Mapping) else subjects


def _check_names(subjects: Pairs, suffix: str) -> None:
    seen: set[str] = set()
    for name, _ in _pairs(subjects):
        _check_new(name, suffix, seen)


def _check_new(name: str, suffix: str, seen: set[str]) -> None:
    check_file_name(name)
    key = same_file_key(check_file_name(name + suffix))
    if key in seen:
        raise UnsafeFileName(name, "another subject of the batch has it (without case)")
    seen.add(key)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetUnwritable(str(folder), error.strerror or describe(error)) from error
    return folder


def _jobs(
    pairs: Iterable[tuple[str, Exportable]],
    folder: Path,
    exporter: Exporter,
    rulebook: Rulebook | None,
) -> Iterator[_Job | tuple[int, str, BatchFailure]]:
    seen: set[str] = set()
    for index, (name, subject) in enumerate(pairs):
        try:
            _check_new(name, exporter.suffix, seen)
        except UnsafeFileName as error:
            yield index, name, BatchFailure(name, describe(error))
        else:
            target = folder / (name + exporter.suffix)
            yield _Job(index, name, target, subject, exporter, rulebook)


def _done(
    jobs: Iterable[_Job | tuple[int, str, BatchFailure]], executor: Executor | None
) -> Iterator[tuple[int, str, _Outcome]]:
    """The outcomes as they come; what waits is cancelled if the caller stops listening."""
    if executor is None:
        for job in jobs:
            yield job if isinstance(job, tuple) else (job.index, job.name, _attempt(job))
        return
    pool = _Pool(executor)
    try:
        for job in jobs:
            if isinstance(job, tuple):
                yield job
            else:
                yield from pool.take(job)
        yield from pool.rest()
    finally:
        pool.cancel()


class _Pool:
    """Jobs in the hands of an executor, a few of them in one parcel.

    The first papers go one by one, so that a short batch is spread over all workers; later ones
    go in parcels, because handing over costs as much as a paper does.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._parcel: list[_Job] = []
        self._waiting: dict[Future[list[_Outcome]], list[_Job]] = {}
        self._finished: SimpleQueue[Future[list[_Outcome]]] = SimpleQueue()
        self._held = 0

    def take(self, job: _Job) -> Iterator[tuple[int, str, _Outcome]]:
        """Take one job, and give what is done where no further one may be held."""
        self._parcel.append(job)
        size = 1 if self._parcel[0].index < WINDOW else max(1, WINDOW // PARCELS)
        if len(self._parcel) < size:
            return
        self._send()
        while self._held + size > WINDOW:
            yield from self._next()

    def rest(self) -> Iterator[tuple[int, str, _Outcome]]:
        """Everything that is still held."""
        if self._parcel:
            self._send()
        while self._waiting:
            yield from self._next()

    def cancel(self) -> None:
        """Cancel what has not begun."""
        for future in self._waiting:
            future.cancel()

    def _send(self) -> None:
        future = _submitted(self._executor, self._parcel)
        self._waiting[future] = self._parcel
        self._held += len(self._parcel)
        self._parcel = []
        future.add_done_callback(self._finished.put)

    def _next(self) -> Iterator[tuple[int, str, _Outcome]]:
        future = self._finished.get()
        jobs = self._waiting.pop(future)
        self._held -= len(jobs)
        try:
            outcomes = future.result()
        except Exception as error:  # noqa: BLE001 - cancelled, or lost with its process
            outcomes = [BatchFailure(job.name, describe(error)) for job in jobs]
        for job, outcome in zip(jobs, outcomes, strict=True):
            yield job.index, job.name, outcome


def _submitted(executor: Executor, jobs: list[_Job]) -> Future[list[_Outcome]]:
    """The future of a parcel; an executor that takes no more gives one that has failed."""
    try:
        return executor.submit(_attempt_all, jobs)
    except Exception as error:  # noqa: BLE001 - a broken pool is told like any other fault
        refused: Future[list[_Outcome]] = Future()
        refused.set_exception(error)
        return refused


def _attempt_all(jobs: list[_Job]) -> list[_Outcome]:
    return [_attempt(job) for job in jobs]


def _attempt(job: _Job) -> _Outcome:
    try:
        write_file(job.subject, job.target, job.exporter, job.rulebook)
    except Exception as error:  # noqa: BLE001 - one paper of many: told at the end
        return BatchFailure(job.name, describe(error))
    return job.target
