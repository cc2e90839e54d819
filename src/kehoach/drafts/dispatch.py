"""Phân công gửi từng nơi: one công văn for each heading or each body of a plan.

Each carries exactly the tasks, reports and targets of its addressees, in the plan's own words and
with the plan's own days; together they carry the plan.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from kehoach.compose import citation, short_citation
from kehoach.compose.texts import texts_of
from kehoach.cycles.instances import slug
from kehoach.documents import Number, Recipient
from kehoach.drafts._entries import Entry, Opener, entries, with_last_stop, with_whole_reports
from kehoach.drafts._sharing import ByHeading, Share, by_body
from kehoach.drafts._words import Headings, called, capital, issuer_name
from kehoach.drafts.frame import rules_of, year_of
from kehoach.drafts.tone import Tone, tone
from kehoach.findings import Finding, Severity
from kehoach.organizations import Found, Organization
from kehoach.plan import (
    Assignment,
    Layout,
    Paragraph,
    Party,
    Plan,
    Section,
    Target,
    Task,
    with_ids,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from kehoach.documents import Footnote, PartialDate
    from kehoach.drafts._entries import Spot
    from kehoach.organizations import Directory
    from kehoach.plan import Content
    from kehoach.rules import Rulebook
    from kehoach.tracking import Body

_ASKED = {
    Tone.ASSIGN: "nhiệm vụ",
    Tone.REQUIRE: "nhiệm vụ",
    Tone.REQUEST: "nội dung",
    Tone.PETITION: "nội dung",
}
_CLOSING = {
    Tone.ASSIGN: "Yêu cầu {names} triển khai thực hiện.",
    Tone.REQUIRE: "Yêu cầu {names} triển khai thực hiện.",
    Tone.REQUEST: "Đề nghị {names} quan tâm, phối hợp thực hiện.",
    Tone.PETITION: "Kính đề nghị {names} quan tâm, xem xét.",
}

_SHOWN = 80
_DIGITS = 2


@frozen
class Dispatch:
    """Công văn gửi một nơi: to whom, in which tone, the paper, and a name for its file.

    `parties` are the addressees with their ids where a directory knows them; `slug` is made of
    ASCII letters, digits and hyphens, and begins with the paper's turn.
    """

    parties: tuple[Party, ...]
    tone: Tone
    paper: Plan
    slug: str


@frozen
class Dispatches:
    """Bộ công văn: made one by one as they are asked for, any number of times.

    `findings` say what a person must still look at. `len` tells how many papers there are.
    """

    plan: Plan
    findings: tuple[Finding, ...]
    _shares: tuple[Any, ...] = field(repr=False)
    _make: Callable[[Any, str], Dispatch] = field(repr=False, eq=False)

    def __len__(self) -> int:
        return len(self._shares)

    def __iter__(self) -> Iterator[Dispatch]:
        digits = max(_DIGITS, len(str(len(self))))
        for turn, share in enumerate(self._shares, 1):
            yield self._make(share, f"{turn:0{digits}d}")


def dispatch(
    plan: Plan,
    directory: Directory | None = None,
    *,
    per_body: bool = False,
    on: datetime.date | None = None,
    rulebook: Rulebook | None = None,
) -> Dispatches:
    """Phân công gửi từng nơi: the công văn by which the issuer sends the plan's work out.

    One paper a heading, a pair addressed together; general duties ("các Sở, ngành …") go into the
    papers of the headings that they mean. With `per_body` the directory opens groups and each body
    gets a paper of its own. Without a directory a group's name means the headings whose names begin
    with its words, and a finding says what was understood.

    `on` is the day of the papers; without it only the plan's year is printed. Numbers are left
    blank, the signer is the plan's. The tone follows the plan's mood and, with a directory, whether
    the body can be ordered, is asked, or stands above the issuer. Raises `NoRulebook` for a plan
    older than every regime.
    """
    whole = with_last_stop(with_ids(plan))
    opener = Opener(whole, directory)
    found = tuple(entries(whole, opener))
    findings = [*_of_names(found, opener)]
    if per_body:
        shares = by_body(found, opener)
    else:
        work = ByHeading(tuple(with_whole_reports(found)), opener)
        shares = work.shares()
        findings += _of_headings(work, opener)
    findings += (_unassigned(entry) for entry in found if not entry.bodies)
    maker = _Maker(whole, on or year_of(plan), opener, rulebook or rules_of(plan))
    return Dispatches(whole, tuple(findings), shares, maker.dispatch)


class _Maker:
    """Makes the papers of one plan; what they share is made once."""

    def __init__(
        self,
        plan: Plan,
        date: datetime.date | PartialDate | None,
        opener: Opener,
        rules: Rulebook,
    ) -> None:
        self._plan, self._opener = plan, opener
        self._heading = Headings(plan)
        self._cited = citation(plan, rules)
        self._issuer = issuer_name(plan)
        self._own = issuer_row(plan, opener)
        self._frame = Plan(
            title=f"triển khai {short_citation(plan, rules)}",
            kind="CV",
            period=plan.period,
            issuer=plan.issuer,
            number=Number(),
            place=plan.place,
            date=date,
            recipients=(Recipient(rules.texts.first_recipient.text),),
            archive=plan.archive,
            signature=plan.signature,
        )

    def dispatch(self, share: Share, turn: str) -> Dispatch:
        """The paper of one share."""
        names = tuple(capital(party.name) for party in share.parties)
        style = self._tone(share)
        opening = self._opening(share, names, style)
        content = tuple(self._content(share))
        alone = _only_assignment(content)
        if alone is not None:
            content = (evolve(alone, heading=opening, layout=Layout.INLINE, mark=""),)
        paper = evolve(
            self._frame,
            addressees=names,
            opening=() if alone else (Paragraph(opening),),
            sections=(Section(None, content),),
            closing=(Paragraph(_CLOSING[style].format(names=called(names))),),
            footnotes=self._footnotes(content),
        )
        return Dispatch(share.parties, style, paper, f"{turn}-{slug('-'.join(names))}".strip("-"))

    def _tone(self, share: Share) -> Tone:
        given = (entry.assignment for entry in share.entries if entry.assignment)
        rows = (self._opener.row(body) for body in share.bodies)
        bodies = [row for row in rows if isinstance(row, Organization)]
        return tone((one.mood for one in given), bodies, self._own)

    def _opening(self, share: Share, names: tuple[str, ...], style: Tone) -> str:
        count = len(share.entries) + len(share.led)
        things = f"{'các ' if count > 1 else ''}{_ASKED[style]}"
        return (
            f"Thực hiện {self._cited}, {self._issuer} {style.verb} {called(names)} thực hiện"
            f" {things} sau:"
        )

    def _content(self, share: Share) -> Iterator[Content]:
        for spot, members in _groups(share.entries):
            yield from self._group(self._heading(spot.heading), members, share.parties)
        for assignees, led in groupby(share.led, lambda one: one.assignment):
            if assignees is not None:
                given = called(tuple(party.name for party in assignees.assignees))
                named = called(tuple(party.name for party in share.parties))
                heading = f"Nhiệm vụ giao {given}, do {named} chủ trì"
                yield _assignment(heading, tuple(led), assignees.assignees)

    def _group(
        self, heading: str, members: tuple[Entry, ...], parties: tuple[Party, ...]
    ) -> Iterator[Content]:
        tasks = tuple(one for one in members if isinstance(one.node, Task))
        others = tuple(one.node for one in members if not isinstance(one.node, Task))
        if others and all(one.assignment is None for one in tasks) and not _tabled(tasks):
            yield Section(heading or "Chế độ báo cáo", tuple(one.node for one in members))
            return
        for _, some in groupby(tasks, lambda one: (one.spot.layout, one.spot.columns)):
            yield _assignment(heading or "Nhiệm vụ", tuple(some), parties)
        reports = tuple(node for node in others if not isinstance(node, Target))
        targets = tuple(node for node in others if isinstance(node, Target))
        if targets:
            yield Section("Chỉ tiêu", targets)
        if reports:
            yield Section("Chế độ báo cáo", reports)

    def _footnotes(self, content: tuple[Content, ...]) -> tuple[Footnote, ...]:
        """Those of the plan's notes that the texts mark."""
        if not self._plan.footnotes:
            return ()
        text = "\n".join(texts_of(content))
        return tuple(note for note in self._plan.footnotes if f"[^{note.mark}]" in text)


def _only_assignment(content: tuple[Content, ...]) -> Assignment | None:
    match content:
        case (Assignment(layout=Layout.HEADING) as alone,):
            return alone
    return None


def _groups(found: Iterable[Entry]) -> Iterator[tuple[Spot, tuple[Entry, ...]]]:
    """The entries by the section in which they stand, in the order of the plan."""
    grouped: dict[int, list[Entry]] = {}
    for entry in found:
        grouped.setdefault(entry.spot.turn, []).append(entry)
    for members in grouped.values():
        yield members[0].spot, tuple(members)


def _tabled(tasks: tuple[Entry, ...]) -> bool:
    return any(one.spot.layout is not Layout.HEADING for one in tasks)


def _assignment(heading: str, members: tuple[Entry, ...], parties: tuple[Party, ...]) -> Assignment:
    spot = members[0].spot
    layout = Layout.HEADING if spot.layout is Layout.INLINE else spot.layout
    first = members[0].assignment
    return Assignment(
        assignees=parties,
        tasks=tuple(one.node for one in members if isinstance(one.node, Task)),
        mood=first.mood if first else Assignment(()).mood,
        heading=heading,
        layout=layout,
        columns=spot.columns,
    )


def issuer_row(plan: Plan, opener: Opener) -> Organization | None:
    """The issuer in the directory, on the plan's day."""
    if plan.issuer is None or opener.directory is None or opener.day is None:
        return None
    name = " ".join(plan.issuer.name.split())
    match opener.directory.lookup(plan.issuer.id or name, on=opener.day):
        case Found(body):
            return body
    return None


def _of_names(found: tuple[Entry, ...], opener: Opener) -> Iterator[Finding]:
    """What the directory cannot say of the names to which work is given."""
    labels = dict.fromkeys(label for entry in found for label in entry.labels)
    seen: set[tuple[Body, ...]] = set()
    for label in labels:
        bodies = opener.bodies((opener.party(label),))
        if bodies not in seen:
            seen.add(bodies)
            yield from opener.doubts(label)


def _of_headings(work: ByHeading, opener: Opener) -> Iterator[Finding]:
    for label, names in work.understood.items():
        meant = ", ".join(dict.fromkeys(names))
        yield Finding(
            "dispatch.understood",
            Severity.WARNING,
            f"không có danh mục cơ quan: hiểu “{label}” gồm {meant}",
            advice="kiểm tra lại, hoặc cho danh mục bằng --directory",
        )
    if work.left:
        named = ", ".join(body.name for body in work.left.values())
        how = (
            "dùng --per-body để gửi từng cơ quan"
            if opener.directory
            else "ghi tên, hoặc cho danh mục"
        )
        yield Finding(
            "dispatch.no-heading",
            Severity.WARNING,
            f"có việc chung nhưng không có đề mục riêng, nên không có văn bản: {named}",
            advice=how,
        )


def _unassigned(entry: Entry) -> Finding:
    text = entry.node.text
    return Finding(
        "dispatch.unassigned",
        Severity.WARNING,
        "kế hoạch không nói ai làm, nên không văn bản nào có việc này",
        text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…",
        advice="ghi assignees hoặc roles trong tệp kế hoạch",
    )
