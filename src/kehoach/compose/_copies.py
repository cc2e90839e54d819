"""Bản sao: the block that certifies a copy (NĐ 30/2020/NĐ-CP, Điều 25; Phụ lục III, Mẫu 3.1)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kehoach.compose._frame import (
    DOTS,
    closing,
    document_type,
    name_lines,
    number_line,
    place_date,
)
from kehoach.documents import Closing, CopyBlock, Issuer
from kehoach.rules import letterhead_columns, rulebook_on

if TYPE_CHECKING:
    from kehoach.plan import Plan
    from kehoach.rules import Rulebook


def copy_block(plan: Plan, rulebook: Rulebook) -> CopyBlock:
    """Khối bản sao: form, who copies, number, place and day, recipients and signature.

    The form of the copy and its abbreviation are those of the copy's own day, the look is that of
    the paper. Raises `UnknownDocumentType`, and `NoRulebook` for a day that no regime covers.
    """
    own = rulebook_on(plan.date) if isinstance(plan.date, datetime.date) else rulebook
    kind = document_type(plan.kind, own)
    issuer = plan.issuer or Issuer(DOTS)
    form, day = kind.name.upper(), place_date(plan.place, plan.date, rulebook)
    left, _ = letterhead_columns(rulebook, form, day)
    return CopyBlock(
        form=form,
        issuer=name_lines(issuer.name, "issuer", left, rulebook),
        number=number_line(plan.number, kind, issuer, rulebook),
        place_date=day,
        closing=closing(plan, rulebook) or Closing(()),
    )
