"""The contract of exporters: the built-ins keep it, and each way to break it is found."""

from __future__ import annotations

import io
import itertools
import os
from typing import TYPE_CHECKING, BinaryIO

import pytest

from kehoach.hookspecs import Exporter, Subject
from kehoach.plugins import load_plugins
from kehoach.testing import (
    check_exporter,
    sample_calendars,
    sample_documents,
    sample_plans,
    sample_progresses,
)
from kehoach.tracking import DutyKind, Outcome, Progress, State, Timeliness
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach.documents import Document
    from kehoach.plan import Plan

BUILT_INS = load_plugins(third_party=False, disabled=()).exporters()
_counter = itertools.count()


def exporter(write: Callable[..., None], accepts: Subject = Subject.DOCUMENT) -> Exporter:
    return Exporter("thu", ".thu", accepts, "Thử", write)


def clean(document: Document | Plan, _rulebook: object, stream: BinaryIO) -> None:
    """Keep the contract: write the characters of a file, and no others."""
    text = repr(document)
    stream.write("".join(each for each in text if not forbidden_characters(each)).encode())


def closes(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    with stream:
        stream.write(b"x")


def wraps(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    io.TextIOWrapper(stream, "utf-8").write("x")


def seeks(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write(b"x")
    stream.seek(0)


def writes_text(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write("x")  # type: ignore[call-overload]


def writes_nothing(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    pass


def prints(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write(b"x")
    print("đã ghi")  # noqa: T201 - the fault to be found


def counts(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write(str(next(_counter)).encode())


def changes(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write(b"x")
    object.__setattr__(document, "kind", f"{document.kind}.")


def exits(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    raise SystemExit(1)


def naive(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write(document.properties.title.encode() + b".")
    stream.write("".join(str(getattr(block, "text", "")) for block in document.blocks).encode())


def careless(subject: Progress, _rulebook: object, stream: BinaryIO) -> None:
    stream.write(str(getattr(subject, "title", ".")).encode() + b".")
    stream.write("".join(one.duty.text for one in getattr(subject, "items", ())).encode())


def of_its_process(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    clean(document, _rulebook, stream)
    stream.write(str(os.getpid()).encode())


def of_its_zone(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write(os.environ.get("TZ", "here").encode())


def of_its_sets(document: Document, _rulebook: object, stream: BinaryIO) -> None:
    stream.write("".join({str(number) for number in range(200)}).encode())


@pytest.mark.parametrize("built_in", BUILT_INS, ids=[one.name for one in BUILT_INS])
def test_the_built_in_exporters_keep_the_contract(built_in):
    check_exporter(built_in)


@pytest.mark.parametrize("accepts", Subject)
def test_a_plain_exporter_keeps_the_contract(accepts):
    check_exporter(exporter(clean, accepts))


@pytest.mark.parametrize(
    ("write", "fault"),
    [
        (closes, "it closes the stream"),
        (wraps, "it closes the stream"),
        (seeks, "it raises UnsupportedOperation"),
        (writes_text, "it raises TypeError"),
        (writes_nothing, "it writes nothing"),
        (prints, "it prints to standard output"),
        (counts, "other bytes the second time"),
        (changes, "it changes the subject or the rulebook"),
        (exits, "it raises SystemExit"),
        (naive, "on forbidden characters it raises UnicodeEncodeError"),
        (of_its_process, "other bytes in another process"),
        (of_its_zone, "other bytes in another process"),
        (of_its_sets, "other bytes in another process"),
        (lambda _document, _rulebook, stream: stream.write(b"x") and None, "it does not pickle"),
    ],
)
def test_each_way_to_break_the_contract_is_found(write, fault):
    with pytest.raises(AssertionError, match="exporter 'thu' breaks its contract") as caught:
        check_exporter(exporter(write))

    assert fault in str(caught.value)


def test_the_fault_names_the_sample_and_the_rulebook():
    with pytest.raises(AssertionError, match="sample 'hostile' under nd30-2020: it writes nothing"):
        check_exporter(exporter(writes_nothing))


def test_own_subjects_are_checked_too():
    own = {"riêng": sample_documents()["whole"]}

    with pytest.raises(AssertionError, match="sample 'riêng'"):
        check_exporter(exporter(writes_nothing), subjects=own)


@pytest.mark.parametrize("accepts", [Subject.CALENDAR, Subject.PROGRESS])
def test_a_calendar_and_a_progress_have_forbidden_characters_too(accepts):
    with pytest.raises(AssertionError, match="on forbidden characters it raises"):
        check_exporter(exporter(careless, accepts))


def test_the_samples_of_progress_hold_every_state_timeliness_kind_and_outcome():
    every = [one for progress in sample_progresses().values() for one in progress]

    assert {one.state for one in every} == set(State) - {State.ABSENT}
    assert {one.timeliness for one in every} == set(Timeliness)
    assert {one.duty.kind for one in every} == set(DutyKind)
    assert {one.outcome for one in every} == {None, *Outcome}


def test_what_is_no_exporter_is_a_type_error():
    with pytest.raises(TypeError, match="expected an Exporter"):
        check_exporter(clean)  # type: ignore[arg-type]


def test_samples_are_values_that_agree_each_time():
    assert sample_documents() == sample_documents()
    assert sample_plans() == sample_plans()
    assert sample_calendars() == sample_calendars()
    assert sample_progresses() == sample_progresses()
