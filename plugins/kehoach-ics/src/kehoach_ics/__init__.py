"""Lịch iCalendar (RFC 5545): the deadlines and reports of a plan, for phones and mail programs."""

from __future__ import annotations

from kehoach_ics.reminders import Reminder, by_body, of_calendar, of_progress

__all__ = ["Reminder", "by_body", "of_calendar", "of_progress"]
