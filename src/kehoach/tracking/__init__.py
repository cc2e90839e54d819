"""Theo dõi: what was given to whom, what they did, and how it stands as of any day.

The ledger is `kehoach.tracking.ledger.Ledger`; it alone needs a database.
"""

from __future__ import annotations

from kehoach.tracking._holders import Bodies, Body, Holder, helpers, holders
from kehoach.tracking._keys import plan_key
from kehoach.tracking._walk import Asked, asked
from kehoach.tracking.assessing import (
    DUE_SOON,
    Outcome,
    Progress,
    Status,
    assess,
)
from kehoach.tracking.changes import Change, ChangeKind, changes
from kehoach.tracking.duties import Duty, DutyKind, Obligation, Term
from kehoach.tracking.events import Event, Paper
from kehoach.tracking.figures import (
    Figures,
    PeriodFigures,
    Ratio,
    body_of,
    figures,
    figures_by,
    period_figures,
    plan_of,
)
from kehoach.tracking.filter_text import parse_filter
from kehoach.tracking.moves import possible
from kehoach.tracking.obligations import obligations
from kehoach.tracking.revising import Recorder, revision
from kehoach.tracking.states import MOVES, EventKind, State, Timeliness

__all__ = [
    "DUE_SOON",
    "MOVES",
    "Asked",
    "Bodies",
    "Body",
    "Change",
    "ChangeKind",
    "Duty",
    "DutyKind",
    "Event",
    "EventKind",
    "Figures",
    "Holder",
    "Obligation",
    "Outcome",
    "Paper",
    "PeriodFigures",
    "Progress",
    "Ratio",
    "Recorder",
    "State",
    "Status",
    "Term",
    "Timeliness",
    "asked",
    "assess",
    "body_of",
    "changes",
    "figures",
    "figures_by",
    "helpers",
    "holders",
    "obligations",
    "parse_filter",
    "period_figures",
    "plan_key",
    "plan_of",
    "possible",
    "revision",
]
