"""Báo cáo gửi về: forms that go out to bodies, and their answers read into ledger and report."""

from __future__ import annotations

from kehoach.returns.blank import blank_returns
from kehoach.returns.collecting import Collected, collect, results_of
from kehoach.returns.files import read_observed_return, read_return, return_text
from kehoach.returns.form import return_document
from kehoach.returns.values import Answer, AnswerState, Return

__all__ = [
    "Answer",
    "AnswerState",
    "Collected",
    "Return",
    "blank_returns",
    "collect",
    "read_observed_return",
    "read_return",
    "results_of",
    "return_document",
    "return_text",
]
