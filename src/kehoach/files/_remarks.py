"""Nhận xét: what a plan that can be read still leaves doubtful, and repeated ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from kehoach.files._faults import Fault, Path, PlacedFault, quoted
from kehoach.files._fields import fields_of
from kehoach.files._walk import Node, nodes
from kehoach.findings import Finding, Severity
from kehoach.plan import IDENTIFIED, Plan, ReportingDuty, Section, Target, Task
from kehoach.vietnamese import unbind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

LONG_TITLE = 300
"""Characters of a title (trích yếu) above which it is no longer a summary."""

_THOUSANDS = -3
_PLACEHOLDER = re.compile("<[^<>\n]+>")


@frozen
class Remark:
    """A finding still without its line."""

    path: Path
    finding: Finding


def repeated_ids(plan: Plan) -> Iterator[PlacedFault]:
    """Every id that a second node carries."""
    seen: set[str] = set()
    for path, node in nodes(plan):
        if isinstance(node, (*IDENTIFIED, Section)) and node.id is not None:
            if node.id in seen:
                message = f"mã {quoted(node.id)} đã dùng cho một mục khác"
                advice = "mỗi mã chỉ dùng một lần; xóa mã này rồi chạy 'kehoach ids TỆP'"
                yield PlacedFault((*path, "id"), Fault("file.repeated-id", message, advice))
            seen.add(node.id)


def remarks(plan: Plan) -> Iterator[Remark]:
    """What deserves a second look although the plan can be read."""
    yield from _missing_ids(plan)
    if len(plan.title) > LONG_TITLE:
        message = f"trích yếu dài {len(plan.title)} ký tự; trích yếu nêu khái quát nội dung"
        yield _warning(("title",), "file.long-title", message, "rút gọn trích yếu")
    for path, node in nodes(plan):
        if isinstance(node, Section) and not node.content:
            message = "mục này không có nội dung"
            yield _warning(path, "file.empty-section", message, "thêm nội dung hoặc bỏ mục")
        yield from _absent_phrases(path, node)
        yield from _unfilled(path, node)
        if isinstance(node, Target) and node.threshold:
            yield from _doubtful_thousands((*path, "threshold", "value"), node.threshold.value)


def _missing_ids(plan: Plan) -> Iterator[Remark]:
    missing = [p for p, node in nodes(plan) if isinstance(node, IDENTIFIED) and node.id is None]
    if missing:
        message = f"{len(missing)} nhiệm vụ, mốc, chỉ tiêu, báo cáo chưa có mã"
        advice = "chạy 'kehoach ids TỆP' để điền"
        finding = Finding("file.missing-ids", Severity.INFO, message, advice=advice)
        yield Remark((), finding)


def _unfilled(path: Path, node: Node) -> Iterator[Remark]:
    """Places of a starting file that still hold `<what belongs here>`."""
    cls: type = type(node)
    for field in fields_of(cls):
        value = getattr(node, field.name)
        written = value if isinstance(value, tuple) else (value,)
        for index, text in enumerate(written):
            if isinstance(text, str) and (found := _PLACEHOLDER.search(text)):
                steps = (
                    (*path, field.key, index) if isinstance(value, tuple) else (*path, field.key)
                )
                message = f"chỗ chưa điền: {quoted(found[0])}"
                yield _warning(steps, "file.placeholder", message, "điền hoặc bỏ")


def _absent_phrases(path: Path, node: Node) -> Iterator[Remark]:
    """Law of agreement: a phrase stands in the text of its node, letter by letter."""
    for texts, roots in _sentences(node):
        spoken = _flat(" ".join(texts))
        for steps, root in roots:
            for inner, part in nodes(root, (*path, *steps)):
                yield from _absent_phrase(inner, part, spoken)


def _absent_phrase(path: Path, part: object, spoken: str) -> Iterator[Remark]:
    phrase = getattr(part, "phrase", None)
    if phrase and _flat(phrase) not in spoken:
        cls: type = type(part)
        key = next(field.key for field in fields_of(cls) if field.name == "phrase")
        message = f"cụm từ {quoted(phrase)} không có trong câu của mục này"
        advice = "chép đúng từng chữ như trong câu"
        yield _warning((*path, key), "file.absent-phrase", message, advice)


def _sentences(node: Node) -> Iterable[tuple[list[str], list[tuple[Path, object]]]]:
    """The texts of a node, and the data whose phrases stand in them."""
    match node:
        case Task():
            said = [node.text, *node.details]
            yield said, [(("roles",), node.responsibilities), (("deadline",), node.deadline)]
            for index, milestone in enumerate(node.milestones):
                where: Path = ("milestones", index, "deadline")
                yield [*said, milestone.text], [(where, milestone.deadline)]
        case Target():
            yield [node.text], [(("threshold",), node.threshold)]
        case ReportingDuty():
            yield [node.text], [(("cycle",), node.cycle)]
            for index, due in enumerate(node.dues):
                where = ("dues", index, "deadline")
                yield [node.text, due.name], [(where, due.deadline)]


def _flat(text: str) -> str:
    return " ".join(unbind(text).split())


def _doubtful_thousands(path: Path, value: Decimal) -> Iterator[Remark]:
    """A value such as 1.000, that some write for one thousand."""
    if value.as_tuple().exponent == _THOUSANDS and abs(value) >= 1:
        message = f"'{value}' được đọc là {value.normalize():f} (dấu chấm là dấu thập phân)"
        yield _warning(
            path, "file.doubtful-number", message, "số nghìn viết liền, không có dấu chấm"
        )


def _warning(path: Path, code: str, message: str, advice: str) -> Remark:
    return Remark(path, Finding(code, Severity.WARNING, message, advice=advice))
