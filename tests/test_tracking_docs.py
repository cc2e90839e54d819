"""The reference of tracking is complete: every event, every move, every word of a filter."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.tracking import MOVES, EventKind, State, Timeliness
from kehoach.tracking.filters import DAYS, FLAGS, NUMBERS, TEXTS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "tracking.md"


@pytest.mark.parametrize("state", State)
def test_the_table_of_moves_is_that_of_the_code(state):
    allowed = ", ".join(kind.value for kind in EventKind if kind in MOVES[state])

    row = f"| `{state.value}` | {state.label} | {allowed} |"

    assert row in PAGE.read_text(encoding="utf-8")


def test_every_event_and_every_timeliness_has_its_row():
    text = PAGE.read_text(encoding="utf-8")

    missing = [
        one for one in (*EventKind, *Timeliness) if f"| `{one.value}` | {one.label} |" not in text
    ]
    assert missing == []


def test_every_word_of_a_filter_is_listed():
    text = PAGE.read_text(encoding="utf-8")

    assert [one for one in (*TEXTS, *DAYS, *NUMBERS, *FLAGS) if f"`{one}`" not in text] == []
