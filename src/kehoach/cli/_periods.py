"""Kỳ trên dòng lệnh: a period typed as 2013, 2013-H1, 2013-Q3 or 2013-07."""

from __future__ import annotations

import click

from kehoach.deadlines import Period
from kehoach.files import parse_period


class PeriodOption(click.ParamType[Period]):
    """Một kỳ: 2013, 2013-H1, 2013-Q3, 2013-07."""

    name = "kỳ"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        """The period that was typed."""
        if isinstance(value, Period):
            return value
        try:
            return parse_period(str(value))
        except ValueError:
            self.fail(f"“{value}” không phải là kỳ; viết như 2013, 2013-H1, 2013-Q3", param, ctx)


period_option = click.option(
    "--period", metavar="KỲ", type=PeriodOption(), required=True,
    help="Kỳ báo cáo: 2013 (cả năm), 2013-H1, 2013-Q3, 2013-07.",
)  # fmt: skip
