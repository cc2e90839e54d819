"""Số đã cấp: what the register holds of one outgoing paper, and what became of its number."""

from __future__ import annotations

import datetime
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from kehoach.converters import as_tuple, plain_date
from kehoach.organizations import name_key
from kehoach.store.register_tables import NUMBER_COLUMNS, Series

if TYPE_CHECKING:
    from collections.abc import Sequence


class EntryState(StrEnum):
    """Tình trạng của một số: đã cấp mà chưa ghi xong văn bản, đã phát hành, đã hủy."""

    RESERVED = "reserved"
    WRITTEN = "written"
    VOID = "void"

    @property
    def label(self) -> str:
        """The Vietnamese words that a clerk reads."""
        return {"reserved": "đã cấp số, chưa ghi văn bản", "written": "đã phát hành",
                "void": "đã hủy"}[self.value]  # fmt: skip


@frozen(kw_only=True)
class OutgoingPaper:
    """Văn bản đi cần cấp số: what the register writes down of it.

    `issuer` (with `superior` where it prints one) decides whose numbers are counted, `kind` which
    series; `notation` is the ký hiệu ("KH-UBND"), `pad_below` the number below which a zero leads.
    `digest` tells the paper from others whatever its number and day; `source` and `target` are
    the files it comes from and goes to.
    """

    issuer: str
    superior: str = ""
    kind: str
    kind_name: str
    notation: str
    pad_below: int = 10
    title: str
    signer: str = ""
    recipients: tuple[str, ...] = field(default=(), converter=as_tuple)
    archive: str = ""
    copies: int | None = None
    digest: str = ""
    source: str = ""
    target: str = ""

    @property
    def body(self) -> str:
        """Khóa của cơ quan ban hành, whatever the case and abbreviations of its name."""
        return body_key(self.issuer, self.superior)

    def printed(self, number: int) -> str:
        """Số, ký hiệu như in ra: "05/KH-UBND"."""
        return f"{self.text(number)}/{self.notation}"

    def text(self, number: int) -> str:
        """Số như in ra: "05"."""
        return f"0{number}" if number < self.pad_below else str(number)


def body_key(issuer: str, superior: str = "") -> str:
    """Khóa của một cơ quan ban hành: its name, and its superior's where it prints one."""
    return " < ".join(name_key(name) for name in (issuer, superior) if name.strip())


@frozen(kw_only=True)
class Entry:
    """Số đã cấp: a line of the register, with its state.

    `printed` is the number with its notation ("58/KH-UBND"); `note` is the reason of a void one,
    or where the paper of a written one lies. `at` is the instant at which it was given.
    """

    place: int
    series: Series
    number: int
    printed: str
    day: datetime.date = field(converter=plain_date)
    at: datetime.datetime
    by: str
    issuer: str
    kind: str
    kind_name: str
    title: str
    signer: str
    recipients: tuple[str, ...]
    archive: str
    copies: int | None
    digest: str
    source: str
    target: str
    state: EntryState = EntryState.RESERVED
    note: str = ""

    @property
    def text(self) -> str:
        """Số, without the notation: "05"."""
        return self.printed.partition("/")[0]


def row_of(paper: OutgoingPaper, series: Series, number: int) -> dict[str, Any]:
    """The columns of a new entry that come from its paper."""
    return {
        **series._asdict(),
        "number": number,
        "printed": paper.printed(number),
        "issuer": " ".join(paper.issuer.split()),
        "kind": paper.kind,
        "kind_name": paper.kind_name,
        "title": " ".join(paper.title.split()),
        "signer": paper.signer,
        "recipients": json.dumps(paper.recipients, ensure_ascii=False),
        "archive": paper.archive,
        "copies": paper.copies,
        "digest": paper.digest,
        "source": paper.source,
        "target": paper.target,
    }


def entry_of(row: Sequence[Any], acts: Sequence[Sequence[str]]) -> Entry:
    """The entry of a row and of what was done with it since, in order."""
    told = dict(zip(NUMBER_COLUMNS, row, strict=True))
    series = Series(told.pop("body"), told.pop("year"), told.pop("series"))
    state, note = EntryState.RESERVED, ""
    for act, _, _, said in acts:
        state, note = EntryState(act), said
    return Entry(
        place=told.pop("seq"),
        series=series,
        day=datetime.date.fromisoformat(told.pop("day")),
        at=datetime.datetime.fromisoformat(told.pop("at")),
        recipients=tuple(json.loads(told.pop("recipients"))),
        state=state,
        note=note,
        **told,
    )
