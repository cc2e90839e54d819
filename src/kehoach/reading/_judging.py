"""Nút này là gì: heading, assignees or task, by the label, the form and the words of a node."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach.plan import Mood
from kehoach.reading._fields import read_fields
from kehoach.reading._labels import HEADING_RANK
from kehoach.reading._names import heading_names
from kehoach.reading._nodes import CLOSES, Assignee, acts, text_of
from kehoach.reading._outline import PLAIN
from kehoach.reading._roles import names_actor
from kehoach.reading._topics import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach.reading._names import Known
    from kehoach.reading._outline import Node

NO_TASKS = frozenset((Topic.PURPOSE, Topic.TARGETS, Topic.BUDGET))
"""Topics under which nothing is a duty of anybody."""

_NO_ASSIGNEES = frozenset((Topic.PURPOSE, Topic.TARGETS))
_WORKING = frozenset((Topic.TASKS, Topic.ASSIGNMENT))
_LONG_HEADING = 200
_INLINE_WITHIN = 220
_SHORT = 60
_SEVERAL = 2
_LONGEST_CALL = 7
_DETAIL = re.compile(
    r"(?:nội dung|hình thức|địa điểm|đối tượng|số lượng|thành phần|yêu cầu|mục đích|mục tiêu"
    r"|chủ đề|quy mô|giải pháp|cách thức"
    r"|phương pháp|nhiệm vụ)[^:]{0,30}:",
    re.IGNORECASE,
)


def is_heading(node: Node, topic: Topic) -> bool:
    """Whether a node heads what stands below it."""
    if node.label is None:
        return node.rank < PLAIN and bool(node.text)
    if node.label.rank <= HEADING_RANK:
        return not node.ended or bool(node.children and len(node.text) <= _LONG_HEADING)
    if node.label.is_bullet:
        return False
    if not node.children:
        return node.bold and not node.ended and len(node.text) <= _SHORT and topic not in _WORKING
    if not node.ended:
        return not _gives_details(node, topic)
    return len(node.text) <= _SHORT and (node.bold or topic_of(node.text) is not Topic.NONE)


def is_task_with_data(node: Node, topic: Topic) -> bool:
    """One group of data lines under a line that says what to do: that line is the task."""
    if topic in NO_TASKS or node.label is None or not node.children:
        return False
    if node.rank <= HEADING_RANK and not node.ended:
        return False
    return _gives_details(node, topic) or _has_data_of_its_own(node)


def _gives_details(node: Node, topic: Topic) -> bool:
    """Whether the children only tell more of one task ("- Nội dung: …", "- Địa điểm: …")."""
    if topic in NO_TASKS or node.text.endswith(":") or node.text.isupper():
        return False
    told = [child for child in node.children if _is_detail(child.text)]
    return len(told) * 2 > len(node.children)


def _is_detail(text: str) -> bool:
    """Whether a line tells more of a task; "Yêu cầu Sở X: …" tells somebody what to do."""
    return bool(_DETAIL.match(text)) and heading_names(text.partition(":")[0]) is None


def _has_data_of_its_own(node: Node) -> bool:
    leaves = [not child.children and bool(read_fields(child.text)) for child in node.children]
    if not any(leaves):
        return False
    first = leaves.index(True)
    if not all(leaves[first:]):
        pairs: Sequence[tuple[bool, Node]] = list(zip(leaves, node.children, strict=True))
        return all(leaf or _is_detail(child.text) for leaf, child in pairs)
    plain = [child for child in node.children[:first] if not _is_detail(child.text)]
    if len(plain) < _SEVERAL:  # several plain lines may be several tasks
        return not plain or acts(node.text) or node.ended
    return acts(node.text) and node.children[first].style == plain[0].style


def assignee_of(node: Node, topic: Topic, known: Known | None) -> Assignee | None:
    """Who is to act, where the line is a heading that names them or begins with them."""
    if topic in _NO_ASSIGNEES or not node.text or node.grid is not None:
        return None
    if node.label is None and node.rank >= PLAIN and ":" not in node.text:
        return None
    if node.label is not None and node.rank <= HEADING_RANK and topic is Topic.NONE:
        return None
    text = text_of(node)
    name, colon, rest = text.partition(":")
    if colon and len(name) <= _INLINE_WITHIN and rest.strip():
        named = None if read_fields(text) else heading_names(name, known)
        if named is None and topic is Topic.ASSIGNMENT and _calls(name, rest):
            named = Mood.ASSIGN, (name.strip(),)
        return Assignee(*named, name, rest.strip()) if named else None
    named = heading_names(text, known) if node.children else None
    return Assignee(*named, text, "") if named else None


def _calls(name: str, rest: str) -> bool:
    """Whether somebody without the name of a body is told what to do: "Chi đoàn lớp: …"."""
    words = name.split()
    if not words or len(words) > _LONGEST_CALL or any(sign in name for sign in ",;()"):
        return False
    spoken = name.lower()
    return not (acts(spoken) or topic_of(name) is not Topic.NONE) and acts(rest.strip().lower())


def is_task(node: Node, topic: Topic, known: Known | None) -> bool:
    """Whether a paragraph is a duty: it names who acts, or begins with what is to be done."""
    text = node.text
    if topic in NO_TASKS or not text or CLOSES.match(text):
        return False
    if names_actor(text, known):
        return True
    if topic is Topic.TASKS:
        return node.label is not None or acts(text)
    if topic in (Topic.ASSIGNMENT, Topic.NONE):
        return acts(text)
    return topic is Topic.REPORTING and node.label is not None and acts(text)
