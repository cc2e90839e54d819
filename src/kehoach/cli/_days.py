"""Ngày trên dòng lệnh: days typed as 12/7/2013 or 2013-07-12, days off, and the user's clock."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.vietnamese import parse_date
from kehoach.workdays import vietnam

if TYPE_CHECKING:
    from kehoach.workdays import WorkCalendar

_HOURS = datetime.timezone(datetime.timedelta(hours=7))


class Day(click.ParamType):  # type: ignore[type-arg]  # no generic before click 8.2
    """Một ngày."""

    name = "ngày"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """The day that was typed."""
        if isinstance(value, datetime.date):
            return value
        try:
            return parse_date(str(value))
        except ValueError:
            reason = f"“{value}” không phải là ngày; viết như 12/7/2013 hoặc 2013-07-12"
            self.fail(reason, param, ctx)


class Moment(click.ParamType):  # type: ignore[type-arg]  # no generic before click 8.2
    """Giờ và ngày, hoặc chỉ ngày: "8:30 15/7/2013"."""

    name = "giờ ngày"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """The hour and day that were typed, or the day alone."""
        if isinstance(value, datetime.date):
            return value
        first, _, rest = str(value).strip().partition(" ")
        hour, day = (first, rest) if rest else ("", first)
        try:
            on = parse_date(day)
            return datetime.datetime.combine(on, _hour(hour)) if hour else on
        except ValueError:
            reason = f"“{value}” không phải là giờ, ngày; viết như “8:30 15/7/2013” hoặc 15/7/2013"
            self.fail(reason, param, ctx)


def _hour(typed: str) -> datetime.time:
    hours, _, minutes = typed.partition(":")
    return datetime.time(int(hours), int(minutes))


DAY = Day()
MOMENT = Moment()

days_off_option = click.option(
    "--days-off", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp TOML thêm ngày nghỉ, ngày làm bù của cơ quan.",
)  # fmt: skip


def workdays(days_off: Path | None) -> WorkCalendar:
    """The calendar of working days, with the office's own days off on top."""
    if days_off is None:
        return vietnam()
    try:
        return vietnam(days_off)
    except OSError as error:
        raise click.FileError(str(days_off), "kiểm tra lại tên và thư mục") from error


def now() -> datetime.datetime:
    """The present instant, in Vietnam's time."""
    return datetime.datetime.now(_HOURS)


def today() -> datetime.date:
    """Today in Vietnam."""
    return now().date()


def end_of(day: datetime.date) -> datetime.datetime:
    """The last instant of a day in Vietnam."""
    return datetime.datetime.combine(day, datetime.time.max, _HOURS)
