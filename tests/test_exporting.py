"""Exporting: the right exporter, the whole file or the old one, names that stay in their folder."""

from __future__ import annotations

import copy
import datetime
import errno
import os
import pickle
import types
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, BinaryIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kehoach import errors
from kehoach.documents import Document, Paragraph, Properties
from kehoach.exporting import (
    BatchFailure,
    BatchResult,
    check_file_name,
    export,
    export_many,
    file_name_from,
    rulebook_of,
    subject_of,
)
from kehoach.exporting import batch as batch_room
from kehoach.hookspecs import Exporter, Subject, hookimpl
from kehoach.plan import Plan
from kehoach.plugins import Plugins, load_plugins
from kehoach.rules import rulebook
from kehoach.testing import sample_documents, sample_plans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = datetime.date(2026, 3, 19)
UNSAFE = ["a/b", "..", "../b", "a\\b", "a:b", "a\nb", "a\x00b", "CON", "nul", "x.", "x "]


def paper(text: str, day: datetime.date | None = DAY) -> Document:
    return Document("KH", Properties(text, date=day), blocks=(Paragraph(text),))


def plugins_with(*exporters: Exporter) -> Plugins:
    @hookimpl
    def kehoach_exporters() -> tuple[Exporter, ...]:
        return exporters

    own = {"thu": types.SimpleNamespace(kehoach_exporters=kehoach_exporters)}
    return load_plugins(third_party=False, disabled=(), own=own)


def write_title(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    """Write the title, but fail as the title asks."""
    stream.write(document.properties.title.encode())
    match document.properties.title:
        case "raise":
            raise ValueError("không\nghi được")
        case "exit":
            raise SystemExit(1)
        case "close":
            stream.close()
        case "crash":
            os._exit(9)


def write_nothing(_document: Document, _rulebook: object, _stream: BinaryIO) -> None:
    pass


TITLES = Exporter("titles", ".ttl", Subject.DOCUMENT, "Tên", write_title)
NOTHING = Exporter("nothing", ".nil", Subject.DOCUMENT, "Không có gì", write_nothing)
PLUGINS = plugins_with(TITLES, NOTHING)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Path]:
    """A target that exists; after the test it is as it was, and nothing stands beside it."""
    path = tmp_path / "cũ.ttl"
    path.write_bytes(b"old")
    yield path

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_suffix_chooses_the_exporter(tmp_path):
    assert export(paper("Chào"), tmp_path / "a.txt", plugins=PLUGINS) == tmp_path / "a.txt"

    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Chào\n"


def test_the_format_goes_before_the_suffix(tmp_path):
    export(paper("Chào"), str(tmp_path / "a.txt"), format="titles", plugins=PLUGINS)

    assert (tmp_path / "a.txt").read_bytes() == "Chào".encode()


def test_a_plan_becomes_a_paper_where_the_exporter_takes_papers(tmp_path):
    export(sample_plans()["whole"], tmp_path / "a.txt", plugins=PLUGINS)

    assert "\nKẾ HOẠCH\nChuyển đổi số\n" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_a_plan_becomes_a_word_file(tmp_path):
    export(sample_plans()["whole"], tmp_path / "a.docx", plugins=PLUGINS)

    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")


def test_the_default_plugins_serve_where_none_are_given(tmp_path):
    export(paper("Chào"), tmp_path / "a.txt")

    assert (tmp_path / "a.txt").exists()


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "a.txt").write_text("dài hơn nhiều", encoding="utf-8")
    export(paper("x"), tmp_path / "a.txt", plugins=PLUGINS)

    assert (tmp_path / "a.txt").read_bytes() == b"x\n"


@pytest.mark.parametrize("value", [None, "plan", {"title": "x"}])
def test_what_is_no_subject_is_a_type_error(tmp_path, value):
    with pytest.raises(TypeError, match="expected a Plan, a Document"):
        export(value, tmp_path / "a.txt")


def test_kinds_of_subjects():
    assert (subject_of(Plan("x")), subject_of(paper("x"))) == (Subject.PLAN, Subject.DOCUMENT)


@pytest.mark.parametrize("name", ["a.xyz", "a"])
def test_a_suffix_without_an_exporter_names_those_that_exist(tmp_path, name):
    with pytest.raises(errors.UnknownExporter, match=r"docx \(.docx.*titles"):
        export(paper("x"), tmp_path / name, plugins=PLUGINS)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("day", "regime"), [(datetime.date(2013, 3, 19), "tt01-2011"), (DAY, "nd30-2020")]
)
@pytest.mark.parametrize("make", [lambda day: paper("x", day), lambda day: Plan("x", date=day)])
def test_the_day_of_the_paper_chooses_the_rulebook(make, day, regime):
    assert rulebook_of(make(day)).id == regime


@pytest.mark.parametrize("subject", [paper("Chưa ngày", None), Plan("Chưa ngày")])
def test_a_paper_without_a_day_asks_for_a_rulebook(tmp_path, subject):
    with pytest.raises(errors.UndatedPaper, match=r"Chưa ngày.*pass a rulebook"):
        export(subject, tmp_path / "a.txt", plugins=PLUGINS)

    export(subject, tmp_path / "a.txt", rulebook=rulebook("nd30-2020"), plugins=PLUGINS)


def test_a_day_before_all_rules_has_no_rulebook(tmp_path):
    with pytest.raises(errors.NoRulebook):
        export(paper("x", datetime.date(1990, 1, 1)), tmp_path / "a.txt", plugins=PLUGINS)


@pytest.mark.parametrize(
    ("title", "reason", "cause"),
    [
        ("raise", "ValueError: không ghi được", ValueError),
        ("exit", "SystemExit: 1", SystemExit),
        ("close", "closed", ValueError),
    ],
)
def test_a_fault_of_the_exporter_keeps_the_old_file(old, title, reason, cause):
    with pytest.raises(errors.ExportFailed, match=reason) as caught:
        export(paper(title), old, plugins=PLUGINS)

    assert (caught.value.exporter, caught.value.target) == ("titles", str(old))
    assert isinstance(caught.value.__cause__, cause)


def test_characters_that_no_file_holds_are_the_cause(old):
    with pytest.raises(errors.ExportFailed, match=r"U\+0007 BEL") as caught:
        export(paper("chuông \a"), old, format="text", plugins=PLUGINS)

    assert isinstance(caught.value.__cause__, errors.UnwritableText)


def test_an_exporter_that_writes_nothing_replaces_nothing(old):
    with pytest.raises(errors.ExportFailed, match="wrote nothing"):
        export(paper("x"), old, format="nothing", plugins=PLUGINS)


def test_a_read_only_target_stays(old):
    old.chmod(0o444)

    with pytest.raises(errors.TargetUnwritable, match="read-only"):
        export(paper("x"), old, plugins=PLUGINS)
    old.chmod(0o644)


def test_a_full_disk_is_told_and_the_old_file_stays(old, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(errors.TargetUnwritable, match="full"):
        export(paper("x"), old, plugins=PLUGINS)


def test_a_target_open_elsewhere_is_told_and_the_old_file_stays(old, monkeypatch):
    def held(_source: object, _target: object) -> None:
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(os, "replace", held)

    with pytest.raises(errors.TargetUnwritable, match="open in another program"):
        export(paper("x"), old, plugins=PLUGINS)


def test_a_missing_folder_and_a_folder_as_target_are_told(tmp_path):
    (tmp_path / "a.txt").mkdir()

    for target in (tmp_path / "không" / "a.txt", tmp_path / "a.txt"):
        with pytest.raises(errors.TargetUnwritable, match="folder"):
            export(paper("x"), target, plugins=PLUGINS)


@pytest.mark.parametrize(
    "name", ["a:b.txt", "a\nb.txt", "CON.txt", "aux", "a.txt.", "..", "a?.txt"]
)
def test_a_file_name_that_not_every_system_holds_is_refused(tmp_path, name):
    with pytest.raises(errors.UnsafeFileName):
        export(paper("x"), tmp_path / name, plugins=PLUGINS)

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "error",
    [
        errors.ExportFailed("a.docx", "docx", "cháy"),
        errors.TargetUnwritable("a.docx", "đầy"),
        errors.UnknownExporter(("docx",), suffix=".x"),
        errors.UndatedPaper("Kế hoạch"),
    ],
)
def test_an_exception_travels_between_processes(error):
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own
        assert (type(twin), str(twin), vars(twin)) == (type(error), str(error), vars(error))


# names


@pytest.mark.parametrize("name", [*UNSAFE, "", ".", " x", "a\u202eb", "a\u2028b", "a\ud800b"])
def test_an_unsafe_name_is_refused_with_its_reason(name):
    with pytest.raises(errors.UnsafeFileName) as caught:
        check_file_name(name)
    assert caught.value.name == name
    assert caught.value.reason


@pytest.mark.parametrize("name", ["COM1", "com¹.txt", "LPT9.tar.gz", "CONIN$", "prn .txt"])
def test_a_name_that_windows_reserves_is_refused(name):
    with pytest.raises(errors.UnsafeFileName, match="Windows"):
        check_file_name(name)


@pytest.mark.parametrize(
    "name", ["Kế hoạch năm 2026.docx", "a..b", ".ẩn", "Con người.txt", "COM10"]
)
def test_an_ordinary_name_is_itself(name):
    assert check_file_name(name) == name


def test_a_name_is_measured_in_bytes():
    assert check_file_name("ế" * 80) == "ế" * 80
    with pytest.raises(errors.UnsafeFileName, match="243 bytes"):
        check_file_name("ế" * 81)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kế hoạch số 05/KH-UBND: năm 2026", "Kế hoạch số 05-KH-UBND- năm 2026"),
        ("Chuyển đổi số\nnăm 2026...", "Chuyển đổi số năm 2026"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Con người", "Con người"),
        ("..", "khong-ten"),
        ("\x00\u202e", "khong-ten"),
        ("To\u0302\u0309", "Tổ"),
    ],
)
def test_a_title_becomes_a_name(text, name):
    assert file_name_from(text) == name


def test_a_long_title_is_cut_between_words():
    name = file_name_from("Kế hoạch " * 40, longest=50)

    assert name == "Kế hoạch Kế hoạch Kế hoạch Kế"
    assert len(name.encode()) <= 50


@given(st.text(), st.integers(8, 200))
def test_a_name_from_any_text_is_safe_short_and_stable(text, longest):
    name = file_name_from(text, longest=longest)

    assert check_file_name(name) == name
    assert len(name.encode()) <= max(longest, len("khong-ten"))
    assert file_name_from(name, longest=max(longest, len("khong-ten"))) == name


# batches


def papers(*titles: str) -> list[tuple[str, Document]]:
    return [(f"{n}-{title}", paper(title)) for n, title in enumerate(titles)]


def test_a_batch_goes_into_a_folder_in_the_order_of_the_subjects(tmp_path):
    folder = tmp_path / "mới" / "nữa"

    result = export_many(papers("a", "b"), folder, format="titles", plugins=PLUGINS)

    assert result == BatchResult((folder / "0-a.ttl", folder / "1-b.ttl"))
    assert [path.read_bytes() for path in result.written] == [b"a", b"b"]


def test_a_mapping_gives_names_and_subjects(tmp_path):
    result = export_many({"Kế hoạch": paper("a")}, tmp_path, format="titles", plugins=PLUGINS)

    assert result.written == (tmp_path / "Kế hoạch.ttl",)


@pytest.mark.parametrize("pool", [None, ThreadPoolExecutor])
def test_what_fails_is_told_at_the_end_and_the_others_finish(tmp_path, pool):
    subjects = papers("a", "raise", "b", "exit", "c")
    executor = pool(2) if pool else None

    result = export_many(subjects, tmp_path, format="titles", executor=executor, plugins=PLUGINS)

    assert [path.name for path in result.written] == ["0-a.ttl", "2-b.ttl", "4-c.ttl"]
    assert [failure.name for failure in result.failed] == ["1-raise", "3-exit"]
    assert "ValueError: không ghi được" in result.failed[0].reason
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0-a.ttl", "2-b.ttl", "4-c.ttl"]
    if executor:
        executor.shutdown()


def test_a_pool_of_processes_writes_the_same_bytes(tmp_path):
    subjects = dict(sample_documents())
    here = export_many(subjects, tmp_path / "a", format="docx", rulebook=rulebook("nd30-2020"))
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        there = export_many(
            subjects, tmp_path / "b", format="docx", rulebook=rulebook("nd30-2020"),
            executor=executor,
        )  # fmt: skip

    assert (len(there.written), there.failed) == (len(subjects), ())
    assert [p.read_bytes() for p in there.written] == [p.read_bytes() for p in here.written]


def test_an_exporter_that_does_not_pickle_fails_item_by_item(tmp_path):
    local = Exporter("local", ".loc", Subject.DOCUMENT, "x", lambda *_: None)
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        result = export_many(
            papers("a", "b"), tmp_path, format="local", executor=executor,
            plugins=plugins_with(local),
        )  # fmt: skip

    assert [failure.name for failure in result.failed] == ["0-a", "1-b"]


def test_an_executor_that_is_shut_down_is_told_for_each_item(tmp_path):
    executor = ThreadPoolExecutor(1)
    executor.shutdown()

    result = export_many(
        papers("a", "b"), tmp_path, format="titles", executor=executor, plugins=PLUGINS
    )

    assert [failure.name for failure in result.failed] == ["0-a", "1-b"]
    assert "shutdown" in result.failed[0].reason


def test_progress_counts_up_to_the_total(tmp_path):
    seen: list[tuple[int, int | None, str]] = []

    export_many(
        papers("a", "raise"), tmp_path, format="titles", plugins=PLUGINS,
        on_progress=lambda *step: seen.append(step),
    )  # fmt: skip

    assert seen == [(1, 2, "0-a"), (2, 2, "1-raise")]


def test_of_an_iterator_the_total_is_unknown(tmp_path):
    seen: list[tuple[int, int | None, str]] = []

    export_many(
        iter(papers("a")), tmp_path, format="titles", plugins=PLUGINS,
        on_progress=lambda *step: seen.append(step),
    )  # fmt: skip

    assert seen == [(1, None, "0-a")]


def test_work_that_waits_is_cancelled_when_the_caller_stops(tmp_path):
    class Idle:
        """An executor that never starts."""

        def __init__(self) -> None:
            self.futures: list[Future[object]] = []

        def submit(self, *_call: object) -> Future[object]:
            self.futures.append(Future())
            if len(self.futures) == 1:
                self.futures[0].set_result([tmp_path])
            return self.futures[-1]

    def stop(*_step: object) -> None:
        raise KeyboardInterrupt

    idle = Idle()
    with pytest.raises(KeyboardInterrupt):
        export_many(
            papers("a", "b", "c"), tmp_path, format="titles", executor=idle,  # type: ignore[arg-type]
            on_progress=stop, plugins=PLUGINS,
        )  # fmt: skip

    assert [future.cancelled() for future in idle.futures] == [False, True, True]


def test_an_iterator_is_read_no_further_than_the_window(tmp_path, monkeypatch):
    monkeypatch.setattr(batch_room, "WINDOW", 3)
    ahead: list[int] = []
    read = done = 0

    def endless() -> Iterator[tuple[str, Document]]:
        nonlocal read
        for pair in papers(*"abcdefghij"):
            read += 1
            ahead.append(read - done)
            yield pair

    def count(*_step: object) -> None:
        nonlocal done
        done += 1

    with ThreadPoolExecutor(2) as executor:
        result = export_many(
            endless(), tmp_path, format="titles", executor=executor, on_progress=count,
            plugins=PLUGINS,
        )  # fmt: skip

    assert len(result.written) == 10
    assert max(ahead) <= 3


@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_name_stops_a_batch_before_anything_is_written(tmp_path, name):
    with pytest.raises(errors.UnsafeFileName):
        export_many(
            [("a", paper("a")), (name, paper("b"))],
            tmp_path / "x",
            format="titles",
            plugins=PLUGINS,
        )

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("twin", ["kế hoạch", "KẾ HOẠCH", "Ke\u0302\u0301 hoa\u0323ch"])
def test_names_that_some_system_confuses_stop_a_batch(tmp_path, twin):
    with pytest.raises(errors.UnsafeFileName, match="another subject"):
        export_many(
            [("Kế hoạch", paper("a")), (twin, paper("b"))], tmp_path, format="text", plugins=PLUGINS
        )

    assert not list(tmp_path.iterdir())


def test_in_an_iterator_such_names_are_failures_and_nothing_is_overwritten(tmp_path):
    pairs = iter([("a", paper("một")), ("A", paper("hai")), ("../x", paper("ba"))])

    result = export_many(pairs, tmp_path / "x", format="titles", plugins=PLUGINS)

    assert [failure.name for failure in result.failed] == ["A", "../x"]
    assert (tmp_path / "x" / "a.ttl").read_text(encoding="utf-8") == "một"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_an_unknown_format_stops_a_batch(tmp_path):
    with pytest.raises(errors.UnknownExporter):
        export_many(papers("a"), tmp_path / "x", format="pdf", plugins=PLUGINS)

    assert not list(tmp_path.iterdir())


def test_a_subject_that_the_exporter_does_not_take_is_a_failure(tmp_path):
    of_plans = plugins_with(evolve(TITLES, name="plans", accepts=Subject.PLAN))
    subjects = [("a", paper("a")), ("b", None)]

    result = export_many(subjects, tmp_path, format="plans", plugins=of_plans)  # type: ignore[arg-type]

    assert "the name 'plans' of a document" in result.failed[0].reason
    assert result.failed[1] == BatchFailure(
        "b", "TypeError: expected a Plan, a Document, a Calendar or a Progress, got NoneType"
    )


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "x").write_text("a file")

    with pytest.raises(errors.TargetUnwritable):
        export_many(papers("a"), tmp_path / "x", format="titles", plugins=PLUGINS)


def test_an_empty_batch_is_done(tmp_path):
    assert export_many([], tmp_path, format="text", plugins=PLUGINS) == BatchResult()


def test_a_process_that_dies_costs_only_failures(tmp_path):
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        result = export_many(
            papers("crash", "a"), tmp_path, format="titles", executor=executor, plugins=PLUGINS
        )

    assert result.written == ()
    assert {failure.name for failure in result.failed} == {"0-crash", "1-a"}
