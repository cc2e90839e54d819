"""The ledger, on SQLite and on PostgreSQL: what goes in comes out, and it only grows."""

from __future__ import annotations

import contextlib
import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.errors import (
    InvalidEvent,
    InvalidMove,
    LedgerUnavailable,
    StaleObligation,
    UnknownObligation,
)
from kehoach.tracking import (
    EventKind,
    Figures,
    Recorder,
    State,
    assess,
    body_of,
    figures_by,
    parse_filter,
    plan_of,
)
from kehoach.tracking.events import correction
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.transfer import (
    FORMAT,
    export_lines,
    import_events,
    import_lines,
)
from kehoach.workdays import vietnam
from tests.support.tracking import (
    PLACES,
    PLAN,
    START,
    assigned,
    database,
    event,
    instant,
    obligation,
    provinces,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

JULY, ON = datetime.date(2013, 7, 1), datetime.date(2013, 7, 31)
ONE = obligation()
DAYS = st.dates(datetime.date(2013, 3, 1), datetime.date(2014, 6, 1))
REUSED = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(params=PLACES)
def place(request, tmp_path) -> Iterator[str]:
    with database(request.param, tmp_path) as found:
        yield found


@pytest.fixture
def ledger(place) -> Iterator[Ledger]:
    with Ledger(place) as made:
        yield made


def recorded(ledger: Ledger) -> list[Any]:
    return list(ledger.events())


def test_events_come_back_as_they_were_recorded(ledger):
    events = [
        assigned(),
        event(EventKind.PROGRESSED, JULY, figure=Decimal("12.50"), on_behalf="Sở TTTT"),
        event(EventKind.NOTED, JULY, note="Ủy ban họp, “đôn đốc”", reference="12/TB-UBND"),
    ]
    receipt = ledger.append(*events)

    assert recorded(ledger) == events
    assert receipt.ids == tuple(one.id for one in events)
    assert recorded(ledger)[0].at.timezone_name == "Asia/Ho_Chi_Minh"


def test_the_same_event_twice_is_one_event(ledger):
    first = ledger.append(assigned())
    again = ledger.append(assigned(), assigned())

    assert (len(first.ids), again.ids, again.repeated) == (1, (), 2)
    assert len(recorded(ledger)) == 1


def test_all_events_of_a_call_are_kept_or_none(ledger):
    with pytest.raises(InvalidMove):
        ledger.append(assigned(), event(EventKind.ACCEPTED, JULY))

    assert recorded(ledger) == []
    assert ledger.verify().sound


def test_an_obligation_that_was_never_given_is_unknown_and_the_nearest_is_named(ledger):
    ledger.append(assigned(obligation("1.1@so-nv")))

    with pytest.raises(UnknownObligation) as caught:
        ledger.append(event(EventKind.STARTED, JULY))

    assert caught.value.nearest == ("1.1@so-nv",)


def test_an_event_recorded_late_takes_its_place(ledger):
    ledger.append(assigned(), event(EventKind.SUBMITTED, JULY), event(EventKind.ACCEPTED, JULY))
    ledger.append(event(EventKind.STARTED, START, at=instant(ON)))

    assert ledger.status(PLAN, ONE.key, START, vietnam()).state is State.IN_PROGRESS
    assert ledger.status(PLAN, ONE.key, ON, vietnam()).state is State.DONE
    assert ledger.verify().sound


def test_an_event_recorded_late_must_leave_the_later_ones_possible(ledger):
    ledger.append(assigned(), event(EventKind.SUBMITTED, JULY))

    with pytest.raises(InvalidMove):
        ledger.append(event(EventKind.WITHDRAWN, START, at=instant(ON)))


def test_a_correction_points_to_an_event_and_takes_its_day(ledger):
    wrong = event(EventKind.PROGRESSED, JULY, figure=Decimal(90))
    ledger.append(assigned(), wrong)

    def correction(day=JULY, corrects=wrong.id):
        figure = Decimal(9)
        return event(EventKind.CORRECTED, day, at=instant(ON), corrects=corrects, figure=figure)

    with pytest.raises(InvalidEvent, match="takes the day"):
        ledger.append(correction(day=START))
    with pytest.raises(InvalidEvent, match="no event"):
        ledger.append(correction(corrects="nowhere"))
    ledger.append(correction())
    with pytest.raises(InvalidEvent, match="not to a correction"):
        ledger.append(correction(corrects=correction().id))

    assert ledger.status(PLAN, ONE.key, JULY, vietnam()).figure == Decimal(9)
    assert recorded(ledger)[1] == wrong


def test_a_stale_revision_is_refused_and_told_what_happened(ledger):
    ledger.append(assigned())
    seen = ledger.status(PLAN, ONE.key, ON, vietnam()).revision
    ledger.append(event(EventKind.STARTED, JULY, note="đã bắt đầu"))

    with pytest.raises(StaleObligation) as caught:
        ledger.append(event(EventKind.SUBMITTED, JULY), expect={ONE.key: seen})

    assert (caught.value.seen, caught.value.revision) == (1, 2)
    assert caught.value.since == ("01/7/2013: bắt đầu, đã bắt đầu (vp)",)
    assert len(recorded(ledger)) == 2


def test_a_revision_that_holds_and_other_obligations_do_not_hinder(ledger):
    other = obligation("2@so-nv")
    ledger.append(assigned(), assigned(other))
    ledger.append(event(EventKind.STARTED, JULY, other))
    ledger.append(
        event(EventKind.STARTED, JULY), event(EventKind.SUBMITTED, JULY), expect={ONE.key: 1}
    )

    assert ledger.status(PLAN, ONE.key, ON, vietnam()).state is State.SUBMITTED


def test_a_retry_of_what_was_written_is_not_stale(ledger):
    ledger.append(assigned())
    started = event(EventKind.STARTED, JULY)
    ledger.append(started, expect={ONE.key: 1})

    assert ledger.append(started, expect={ONE.key: 1}).repeated == 1


def test_starting_twice_adds_nothing_and_a_changed_plan_is_followed(ledger):
    works = [obligation("1@so-nv"), obligation("2@so-nv")]

    def start(wanted, day):
        return ledger.start(wanted, by="vp", day=day, at=instant(day), reason="KH 12")

    first, second = start(works, START), start(works, JULY)
    third = start([obligation("1@so-nv", due=ON)], JULY)

    assert (len(first), second) == (2, ())
    assert [one.kind for one in third] == [EventKind.REDATED, EventKind.WITHDRAWN]
    assert recorded(ledger) == [*first, *third]


def test_the_history_of_one_obligation_is_read_alone(ledger):
    ledger.append(assigned(), assigned(obligation("2@so-nv")), event(EventKind.STARTED, JULY))

    assert [one.kind for one in ledger.events(PLAN, ONE.key)] == [
        EventKind.ASSIGNED,
        EventKind.STARTED,
    ]


def test_a_status_before_the_work_was_given_is_unknown(ledger):
    ledger.append(assigned())

    with pytest.raises(UnknownObligation):
        ledger.status(PLAN, ONE.key, START - datetime.timedelta(days=1), vietnam())


@REUSED
@given(events=provinces(), on=DAYS, known=st.none() | DAYS)
def test_the_kept_summary_always_answers_as_all_events_do(tmp_path_factory, events, on, known):
    folder = tmp_path_factory.mktemp("so")
    until = instant(known) if known else None
    whole = assess(events, on=on, calendar=vietnam(), known=until)
    with Ledger(folder / "a.db") as ledger:
        for one in events:
            ledger.append(one)

        assert ledger.progress(on, vietnam(), known=until) == whole
        assert ledger.figures_by_body(on, vietnam(), known=until) == figures_by(whole, body_of)
        assert ledger.figures_by_plan(on, vietnam(), known=until) == figures_by(whole, plan_of)
        for body in {one.body for one in whole} | {"so-tc"}:
            own = tuple(one for one in whole if one.body == body)
            assert ledger.progress(on, vietnam(), known=until, body=body).items == own
        assert ledger.verify().sound
        last = datetime.date(2015, 1, 1)
        assert ledger.progress(last, vietnam()) == assess(events, on=last, calendar=vietnam())


@settings(REUSED, max_examples=15)
@given(events=provinces(), on=DAYS)
def test_both_databases_answer_alike(tmp_path_factory, events, on):
    with database("postgresql", tmp_path_factory.mktemp("so")) as url, Ledger(url) as ledger:
        ledger.append(*events)
        whole = assess(events, on=on, calendar=vietnam())

        assert ledger.progress(on, vietnam()) == whole
        assert ledger.figures_by_body(on, vietnam()) == figures_by(whole, body_of)
        assert ledger.verify().sound


@REUSED
@given(events=st.permutations([assigned(), *(event(k, d) for k in (
    EventKind.STARTED, EventKind.SUBMITTED, EventKind.ACCEPTED, EventKind.SUSPENDED,
    EventKind.RESUMED, EventKind.WITHDRAWN) for d in (JULY, ON))]), on=DAYS)  # fmt: skip
def test_however_late_things_are_recorded_the_summary_holds(tmp_path_factory, events, on):
    with Ledger(tmp_path_factory.mktemp("so") / "a.db") as ledger:
        for one in events:
            with contextlib.suppress(InvalidMove, UnknownObligation):
                ledger.append(one)

        held = list(ledger.events())
        assert ledger.progress(on, vietnam()) == assess(held, on=on, calendar=vietnam())
        assert ledger.verify().sound


def test_progress_is_narrowed_by_plan_body_and_filter(ledger):
    works = [
        obligation("1@so-nv"),
        obligation("2@so-tc", due=None),
        obligation("1@so-nv", plan="kh-2014"),
    ]
    ledger.append(*map(assigned, works))

    def found(**narrowed):
        return [(one.plan, one.key) for one in ledger.progress(ON, vietnam(), **narrowed)]

    assert found(plan="kh-2014") == [("kh-2014", "1@so-nv")]
    assert found(body="so-tc") == [(PLAN, "2@so-tc")]
    assert found(where=parse_filter("quá_hạn kế_hoạch:kh-2013")) == [(PLAN, "1@so-nv")]
    assert ledger.figures_by_body(ON, vietnam(), body="so-tc") == {
        "so-tc": Figures(open_without_term=1)
    }


def test_a_body_finds_what_was_its_own_on_a_past_day(ledger):
    ledger.append(assigned(), event(EventKind.REASSIGNED, JULY, body="so-nv", name="Sở Nội vụ"))

    def of(body, on):
        return len(ledger.progress(on, vietnam(), body=body))

    assert (of("so-tttt", START), of("so-tttt", ON)) == (1, 0)
    assert (of("so-nv", START), of("so-nv", ON)) == (0, 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET note = 'x'",
        "DELETE FROM events",
        "DELETE FROM duties",
        "UPDATE duties SET content = ''",
    ],
)
def test_the_database_itself_refuses_to_change_the_past(ledger, statement):
    ledger.append(assigned())

    with pytest.raises(LedgerUnavailable, match="only grows"), ledger.store.writing() as connection:
        connection.execute(sqlalchemy.text(statement))


def test_the_database_refuses_to_replace_or_empty(ledger):
    ledger.append(assigned())
    columns = "seq, plan, obligation, kind, day, at, by, void, id, previous"
    statement = (
        f"INSERT OR REPLACE INTO events ({columns})"  # noqa: S608
        " VALUES (1, 'p', 'o', 'noted', '2013-01-01', '', 'x', 0, 'x', 'x')"
        if ledger.store.is_file
        else "TRUNCATE events"
    )

    with pytest.raises(LedgerUnavailable, match="only grows"), ledger.store.writing() as connection:
        connection.execute(sqlalchemy.text(statement))


def tamper(ledger: Ledger, *statements: str) -> None:
    """Change the past as someone would who owns the database."""
    with ledger.store.writing() as connection:
        if ledger.store.is_file:
            for table in ("events", "duties"):
                for verb in ("update", "delete"):
                    connection.exec_driver_sql(f"DROP TRIGGER {table}_no_{verb}")
        else:
            for table in ("events", "duties"):
                connection.exec_driver_sql(f"DROP TRIGGER {table}_only_grows ON {table}")
        for one in statements:
            connection.exec_driver_sql(one)


@pytest.mark.parametrize(
    ("statement", "number", "reason"),
    [
        ("UPDATE events SET note = 'khác' WHERE seq = 3", 3, "not that of its id"),
        ("UPDATE events SET day = '2013-06-01' WHERE seq = 2", 2, "not that of its id"),
        ("DELETE FROM events WHERE seq = 2", 2, "does not follow"),
        ("DELETE FROM events WHERE seq = 4", 3, "the chain ends here"),
        ("DELETE FROM events", 0, "missing"),
        ("UPDATE plans SET head = 'x'", 4, "the chain ends here"),
        ("UPDATE duties SET content = '{}'", 0, "wording"),
        ("UPDATE standings SET state = 'done'", 0, "summary"),
        ("DELETE FROM standings", 0, "summary"),
        ("UPDATE standings SET obligation = 'x'", 0, "summary"),
    ],
)
def test_verify_names_the_first_broken_link(ledger, statement, number, reason):
    ledger.append(assigned(), *(event(EventKind.NOTED, JULY, note=str(n)) for n in range(3)))
    assert ledger.verify().sound

    tamper(ledger, statement)
    found = ledger.verify()

    assert found.broken is not None
    assert (found.broken.number, found.sound) == (number, False)
    assert reason in found.broken.reason


def test_every_plan_has_a_chain_of_its_own(ledger):
    ledger.append(assigned(), assigned(obligation(plan="kh-2014")))
    before = ledger.heads()
    ledger.append(event(EventKind.STARTED, JULY))

    assert ledger.heads()["kh-2014"] == before["kh-2014"]
    assert ledger.heads()[PLAN] != before[PLAN]
    assert ledger.verify("kh-2014").events == 1
    assert (ledger.verify().plans, ledger.verify().events) == (2, 3)


@settings(REUSED, max_examples=10)
@given(events=provinces())
def test_moving_there_and_back_loses_nothing(tmp_path_factory, events):
    folder = tmp_path_factory.mktemp("so")
    with (
        database("postgresql", folder) as url,
        Ledger(folder / "a.db") as first,
        Ledger(url) as server,
        Ledger(folder / "b.db") as back,
    ):
        first.append(*events)
        import_lines(server, export_lines(first))
        import_lines(back, export_lines(server))

        assert first.heads() == server.heads() == back.heads()
        assert list(export_lines(back)) == list(export_lines(first))
        assert back.verify().sound


def test_importing_twice_adds_nothing(ledger, tmp_path):
    with Ledger(tmp_path / "other.db") as other:
        other.append(assigned(), event(EventKind.STARTED, JULY))
        lines = list(export_lines(other))
    first, second = import_lines(ledger, lines), import_lines(ledger, lines)

    assert (first.added, first.repeated, first.rejected) == (2, 0, ())
    assert (second.added, second.repeated, second.rejected) == (0, 2, ())


def test_rejected_lines_are_listed_with_their_reason_and_the_others_taken(ledger, tmp_path):
    with Ledger(tmp_path / "other.db") as other:
        other.append(assigned(), event(EventKind.STARTED, JULY), event(EventKind.SUBMITTED, JULY))
        head, given_, started, submitted = export_lines(other)
    forged = started.replace("2013-07-01", "2013-07-02")
    found = import_lines(ledger, [head, submitted, given_, "{oops", forged, started, "", submitted])

    assert (found.added, found.repeated) == (3, 0)
    assert [one.line for one in found.rejected] == [2, 4, 5]
    reasons = [one.reason for one in found.rejected]
    assert "no obligation" in reasons[0]
    assert "property name" in reasons[1]
    assert "not that of the content" in reasons[2]
    assert ledger.verify().sound


def test_an_export_is_one_event_a_line(ledger):
    ledger.append(assigned())
    head, line = export_lines(ledger)

    assert head.startswith('{"kehoach-ledger": 1')
    assert FORMAT == {"kehoach-ledger": 1}
    assert line.endswith("}\n")


def test_many_events_are_imported_in_batches(ledger):
    works = [obligation(f"{n}@so-{n % 7}") for n in range(2500)]
    found = import_events(ledger, map(assigned, works))

    assert (found.added, len(ledger.progress(ON, vietnam()))) == (2500, 2500)
    assert ledger.verify().events == 2500


def test_work_that_was_given_by_mistake_is_as_if_it_never_was_and_may_be_given_again(ledger):
    first = assigned()
    ledger.append(first)
    ledger.append(correction(first, by="vp", at=instant(START, 10), note="giao nhầm", void=True))

    assert len(ledger.progress(ON, vietnam())) == 0
    assert ledger.figures_by_body(ON, vietnam()) == {}
    assert ledger.verify().sound
    (again,) = ledger.start([obligation()], by="vp", day=ON, at=instant(ON))
    assert again.kind is EventKind.ASSIGNED
    assert [one.key for one in ledger.progress(ON, vietnam())] == [obligation().key]


def test_what_start_would_record_can_be_seen_first(ledger):
    recorder = Recorder("vp", START, instant(START))

    seen = ledger.preview([obligation()], recorder)

    assert ledger.keys() == ()
    assert seen == ledger.start([obligation()], by="vp", day=START, at=instant(START))
    assert ledger.preview([obligation()], recorder) == ()
    assert ledger.keys(PLAN) == ((PLAN, obligation().key),)


def test_the_last_event_is_neither_a_correction_nor_corrected(ledger):
    first = assigned()
    later = [event(EventKind.REMINDED, ON, note=f"lần {turn}") for turn in range(60)]
    ledger.append(first, *later)
    assert ledger.last_event() == later[-1]

    voids = [
        correction(one, by="vp", at=instant(ON, 10), note="nhầm", void=True) for one in later[5:]
    ]
    ledger.append(*voids)

    assert ledger.last_event(PLAN, ONE.key) == later[4]
    assert ledger.last_event("khác") is None
