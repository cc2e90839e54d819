"""Vị trí bằng chữ: a part of a plan as a paper refers to it: "điểm a khoản 1 Mục III"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, frozen

from kehoach.compose._marks import Style, style_of
from kehoach.compose.numbering import numbered
from kehoach.plan import (
    Annex,
    Assignment,
    GroupRow,
    Layout,
    Paragraph,
    Section,
    Task,
    TaskTable,
    TextTable,
)
from kehoach.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.plan import Plan

Path: TypeAlias = tuple[str | int, ...]

_NAMES = {"roman": "Mục", "arabic": "khoản", "letters": "điểm", "words": ""}
_ENDS = {"opening": "phần mở đầu", "closing": "phần kết"}


@frozen
class _Spot:
    """Where one stands on the way down: default marks, and the numbers above."""

    items: str = "-"
    headings: str = "I."
    numbers: tuple[int, ...] = ()
    tabled: bool = False

    def inside(self, style: Style, number: int | None, items: str | None) -> _Spot:
        marks = (style.inner(for_headings=False), style.inner(for_headings=True))
        items_mark, headings = marks if items is None else (items, items)
        numbers = self.numbers if number is None else (*self.numbers, number)
        return _Spot(items_mark, headings, numbers)


def place_words(plan: Plan, path: Iterable[str | int]) -> str:
    """Chỉ một chỗ của kế hoạch, from the innermost mark outwards, as its paper numbers it.

    `path` are steps as `comparing.Change.path` has them; steps into what has no mark of its own
    (a datum, a milestone) say nothing. Of the whole plan it is "".
    """
    return " ".join(reversed([word for word in _steps(numbered(plan), tuple(path)) if word]))


def path_of(plan: Plan, part: object) -> Path:
    """Đường đến một phần của kế hoạch, known as the very same object; () where it is not."""
    names = ("opening", "sections", "closing", "annexes")
    return next((path for name in names for path in _found(getattr(plan, name), part, (name,))), ())


def _found(value: object, part: object, path: Path) -> Iterator[Path]:
    if value is part:
        yield path
    elif isinstance(value, tuple):
        for turn, one in enumerate(value):
            yield from _found(one, part, (*path, turn))
    else:
        for name in _HOLDERS:
            yield from _found(getattr(value, name, ()), part, (*path, name))


_HOLDERS = ("content", "tasks", "rows", "items")


def _steps(plan: Plan, path: Path) -> Iterator[str]:
    """The words of each step, outermost first."""
    node: Any = plan
    spot, siblings = _Spot(), ()
    for step in path:
        if isinstance(step, str):
            if step in _ENDS and node is plan:
                yield _ENDS[step]
            elif step not in {"sections", "annexes", *_HOLDERS}:
                return
            siblings = getattr(node, step)
            continue
        if step >= len(siblings):
            return
        holder, node = node, siblings[step]
        word, spot = _step(holder, node, siblings, step, spot)
        yield "" if word == "đoạn" and holder is plan else word
        siblings = node if isinstance(node, tuple) else ()


def _step(holder: Any, node: Any, siblings: Any, at: int, spot: _Spot) -> tuple[str, _Spot]:  # noqa: ANN401, PLR0911 - one case a kind of part
    match node:
        case Annex():
            label = f"Phụ lục {roman(at + 1)}" if len(siblings) > 1 else "Phụ lục"
            marks = ("-", "I.") if node.items_mark is None else (node.items_mark,) * 2
            return label, _Spot(*marks)
        case Section() if node.heading is None:
            style = style_of(spot.headings if node.mark is None else node.mark)
            return "", spot.inside(style, None, node.items_mark)
        case Section() | Assignment():
            word, inner = _marked(node, siblings, at, spot, spot.headings)
            return word, evolve(inner, tabled=node.layout is Layout.TABLE)
        case GroupRow():
            return f"nhóm {_group(siblings, at)}", spot
        case Task() if spot.tabled or isinstance(holder, TaskTable):
            groups = [i for i, one in enumerate(siblings[:at]) if isinstance(one, GroupRow)]
            group = f" nhóm {_group(siblings, groups[-1])}" if groups else ""
            return f"số thứ tự {node.number}{group}", spot
        case Task() if isinstance(holder, Assignment) and _is_inline(holder):
            return "", spot
        case _ if not hasattr(node, "mark"):
            return _unmarked(node, siblings, at), spot
    return _marked(node, siblings, at, spot, spot.items)


def _unmarked(node: Any, siblings: Any, at: int) -> str:  # noqa: ANN401 - any part without a mark
    match node:
        case Paragraph():
            return _counted("đoạn", siblings, at, Paragraph)
        case TaskTable():  # its rows are known by their ordinals
            word = _counted("bảng", siblings, at, TaskTable)
            return "" if word == "bảng" else word
        case TextTable():
            return _counted("bảng", siblings, at, TextTable)
        case tuple():
            return _ordinal("hàng", at + 1)
    return ""


def _is_inline(holder: Assignment) -> bool:
    return holder.layout is Layout.INLINE and len(holder.tasks) == 1


def _marked(node: Any, siblings: Any, at: int, spot: _Spot, default: str) -> tuple[str, _Spot]:  # noqa: ANN401 - any node with a mark
    style = style_of(default if node.mark is None else node.mark)
    items = getattr(node, "items_mark", None)
    if not style.counted or node.number is None:
        return _unnumbered(node, siblings, at, default), spot.inside(style, None, items)
    label = style.label(node.number, spot.numbers).strip("().:/- ").replace("\u00a0", " ")
    if style.numerals == "arabic" and not spot.numbers and not style.word:
        name = "Mục"
    else:
        name = "" if style.word else _NAMES[style.numerals]
    return f"{name} {label}".strip(), spot.inside(style, node.number, items)


def _unnumbered(node: Any, siblings: Any, at: int, default: str) -> str:  # noqa: ANN401 - any node with a mark
    heading = getattr(node, "heading", None)
    if heading:
        return f"Mục “{' '.join(heading.split())}”"
    if isinstance(node, Assignment):
        return f"phần của {', '.join(party.name for party in node.assignees)}"
    alike = [
        one for one in siblings[:at]
        if hasattr(one, "mark") and not hasattr(one, "heading")
        and not style_of(default if one.mark is None else one.mark).counted
    ]  # fmt: skip
    return _ordinal("gạch đầu dòng", len(alike) + 1)


def _counted(word: str, siblings: Any, at: int, cls: type) -> str:  # noqa: ANN401 - any list of parts
    """Which of several of its kind; one that stands alone is not counted."""
    alike = [turn for turn, one in enumerate(siblings) if isinstance(one, cls)]
    return _ordinal(word, alike.index(at) + 1) if len(alike) > 1 else word


def _group(rows: Any, at: int) -> str:  # noqa: ANN401 - rows of a table
    if rows[at].mark is not None:
        return str(rows[at].mark).strip("().")
    return roman(sum(isinstance(one, GroupRow) for one in rows[: at + 1]))


def _ordinal(word: str, number: int) -> str:
    words = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
    return f"{word} thứ {words[number - 1] if number <= len(words) else number}"
