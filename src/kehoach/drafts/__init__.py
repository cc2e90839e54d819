"""Dự thảo: papers that follow from a plan, each again a value of the plan's family."""

from __future__ import annotations

from kehoach.drafts._report_parts import Results
from kehoach.drafts.amendment import amendment
from kehoach.drafts.annex import assignment_annex, with_assignment_annex
from kehoach.drafts.conference import Conference, conclusion, conference_invitation
from kehoach.drafts.conference_days import ConferenceDays, conference_days, conference_findings
from kehoach.drafts.copies import CopyForm, copy_of, electronic_copy_of, signing_of_annex
from kehoach.drafts.decision import decision, decision_promulgating, resolution
from kehoach.drafts.dispatch import Dispatch, Dispatches, dispatch
from kehoach.drafts.extract import extract
from kehoach.drafts.frame import Frame
from kehoach.drafts.introduction import introduction
from kehoach.drafts.invitation import invitation
from kehoach.drafts.leave import leave
from kehoach.drafts.minutes import minutes
from kehoach.drafts.own_plan import own_plan
from kehoach.drafts.printed import printed_annex
from kehoach.drafts.remind import remind, reports_notice, summary_of_reports
from kehoach.drafts.report import ReportKind, report
from kehoach.drafts.submission import submission
from kehoach.drafts.telegram import telegram
from kehoach.drafts.tone import Tone, tone

__all__ = [
    "Conference",
    "ConferenceDays",
    "CopyForm",
    "Dispatch",
    "Dispatches",
    "Frame",
    "ReportKind",
    "Results",
    "Tone",
    "amendment",
    "assignment_annex",
    "conclusion",
    "conference_days",
    "conference_findings",
    "conference_invitation",
    "copy_of",
    "decision",
    "decision_promulgating",
    "dispatch",
    "electronic_copy_of",
    "extract",
    "introduction",
    "invitation",
    "leave",
    "minutes",
    "own_plan",
    "printed_annex",
    "remind",
    "report",
    "reports_notice",
    "resolution",
    "signing_of_annex",
    "submission",
    "summary_of_reports",
    "telegram",
    "tone",
    "with_assignment_annex",
]
