"""Nút và đoạn: small questions about the nodes of an outline, and what joins neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.plan import Content, Item, Mood, Paragraph, Party, ReportingDuty, Task
from kehoach.reading._outline import PLAIN, Node, without_end
from kehoach.reading._role_words import ACTIONS, STARTS_TASK
from kehoach.reading._tables import continues, merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_LABEL = 60


class Assignee:
    """Who a line names: mood and names, the words before the colon, and what follows it."""

    __slots__ = ("mood", "names", "rest", "title")

    def __init__(self, mood: Mood, names: tuple[str, ...], title: str, rest: str) -> None:
        self.mood, self.names, self.title, self.rest = mood, names, title, rest


REPORTS = re.compile(
    (
        r"(?:định kỳ|hằng|hàng|báo cáo|chế độ báo cáo|kết quả|thời gian báo cáo|thực hiện "
        r"(?:chế độ "
        r")?báo cáo|tổng hợp,? báo cáo)"
    ),
    re.IGNORECASE,
)
CLOSES = re.compile(
    r"Trên đây|Trong quá trình|Kế hoạch này (?:có|thay)|Nơi nhận|Căn cứ (?:Kế hoạch|nội "
    r"dung Kế "
    r"hoạch|kế hoạch) này"
)


def after_label(text: str) -> str:
    """A text without the label that it begins with: "Chế độ trực: các đơn vị …"."""
    label, colon, rest = text.partition(":")
    return rest.strip() if colon and len(label) <= _LONGEST_LABEL else text


def acts(text: str) -> bool:
    """Whether a text begins with what is to be done."""
    lower = text[:80].lower()
    return bool(ACTIONS.match(lower) or STARTS_TASK.match(lower))


def text_of(node: Node) -> str:
    """The text of a node without the end mark of the paper, which composers set anew."""
    return without_end(node.text)


def is_plain(node: Node) -> bool:
    """An unlabelled paragraph with nothing below it."""
    return node.label is None and node.grid is None and not node.children and node.rank >= PLAIN


def detail_lines(node: Node) -> Iterator[str]:
    """A node and what is below it as printed lines, the first without its mark."""
    if node.grid is not None:
        for row in node.grid.rows:
            yield " ".join(" ".join(cell.text for cell in row).split())
        return
    stack = [(node, True)]
    while stack:
        one, outer = stack.pop()
        label = "" if one.label is None or outer else one.label.printed
        line = f"{label} {text_of(one)}".strip()
        if line:
            yield line
        stack += [(child, False) for child in reversed(one.children)]


def tables_joined(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes, with tables that go on over pages made one."""
    held: Node | None = None
    for node in nodes:
        if held is not None and held.grid and node.grid and continues(held.grid, node.grid):
            held = Node(grid=merged((held.grid, node.grid)))
            continue
        if held is not None:
            yield held
            held = None
        if node.grid is not None:
            held = node
        else:
            yield node
    if held is not None:
        yield held


def consolidated(content: tuple[Content, ...]) -> tuple[Content, ...]:
    """Reporting duties with whoever merges the reports, where a sentence beside them says so."""
    if not any(isinstance(one, ReportingDuty) for one in content):
        return content
    texts = [
        one.text for one in content if isinstance(one, Task | Item | Paragraph | ReportingDuty)
    ]
    return tuple(
        evolve(one, consolidator=_consolidator(one, texts))
        if isinstance(one, ReportingDuty)
        else one
        for one in content
    )


def _consolidator(duty: ReportingDuty, texts: Sequence[str]) -> Party | None:
    parties: tuple[Party, ...] = (*duty.receivers, *((duty.via,) if duty.via else ()))
    for party in parties:
        says = re.compile(rf"{re.escape(party.name)}[^.;]{{0,60}}?\btổng hợp\b")
        if any(says.search(text) for text in texts):
            return party
    return None
