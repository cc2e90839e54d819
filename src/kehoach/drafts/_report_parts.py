"""Các phần của báo cáo: figures, comparison, targets and what is left open, as nodes of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from kehoach.compose import open_place
from kehoach.deadlines import Period
from kehoach.drafts._words import capital, first_clauses
from kehoach.plan import Item, Plan, TextTable
from kehoach.tracking import DutyKind, Outcome, Progress, Timeliness, body_of, figures, figures_by
from kehoach.tracking.telling import (
    days_words,
    figures_table,
    names_of,
    term_words,
)
from kehoach.vietnamese import count, number, short_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator

    from kehoach.plan import Content
    from kehoach.tracking import Status

_SHOWN: Final = 12
_NAMED: Final = 6
_FEW: Final = 3


@frozen
class Results:
    """Lời báo cáo của các cơ quan: (body's name, its words) by node of the plan, and who sent none.

    `late` and `missing` are names of bodies whose report came late or not at all; `received` those
    whose report came in time.
    """

    words: Mapping[str, tuple[tuple[str, str], ...]] = field(factory=dict)
    received: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@frozen
class Material:
    """Chất liệu của báo cáo: the plan, its progress at the cut-off and at the times to compare."""

    plan: Plan
    progress: Progress
    period: Period
    before: Progress | None
    year_ago: Progress | None
    results: Results

    def open_duties(self) -> Iterator[Status]:
        """What is left to do, reports and targets apart."""
        for one in self.progress:
            if one.counted and one.state.open and one.duty.kind in _WORK:
                yield one


_WORK = (DutyKind.TASK, DutyKind.MILESTONE)


def _figures(material: Material) -> Iterator[Content]:
    """The four cells and the ratios, each with its denominator."""
    found = figures(material.progress)
    day = short_date(material.progress.on)
    yield Item(
        f"Đến hết ngày {day}, tổng số nhiệm vụ giao là {count(found.assigned)}; đã hoàn thành"
        f" {count(found.done)} ({cells_words(found.on_time, found.late, found.done_without_term)});"
        f" chưa hoàn thành {count(found.not_done)} (trong hạn {count(found.in_term)}, quá hạn"
        f" {count(found.overdue)}, không ghi hạn {count(found.open_without_term)})."
    )
    told = "; ".join(one.describe() for one in found.ratios if one.whole)
    if told:
        yield Item(f"Tỷ lệ: {told}.")
    if found.standing:
        yield Item(
            f"Ngoài ra có {count(found.standing)} nhiệm vụ thường xuyên hoặc làm khi có yêu cầu,"
            " không tính vào tỷ lệ."
        )


def cells_words(on_time: int, late: int, without: int) -> str:
    """The words "đúng hạn 8, quá hạn 2, không ghi hạn 1"."""
    words = f"đúng hạn {count(on_time)}, quá hạn {count(late)}"
    return f"{words}, không ghi hạn {count(without)}" if without else words


def _comparison(material: Material) -> Iterator[Content]:
    """The same figures at the end of the last period, and a year ago."""
    columns = [("Kỳ này", figures(material.progress))]
    columns += [("Kỳ trước", figures(material.before))] if material.before is not None else []
    columns += (
        [("Cùng kỳ năm trước", figures(material.year_ago))] if material.year_ago is not None else []
    )
    if len(columns) == 1:
        return
    yield Item("So sánh với các kỳ trước:")
    rows: list[tuple[str, ...]] = [
        (name, *(count(getattr(one, key)) for _, one in columns)) for name, key in _COMPARED
    ]
    rows.append(("Tỷ lệ đã hoàn thành/đến hạn", *(str(one.done_of_due) for _, one in columns)))
    yield TextTable(("Nội dung", *(name for name, _ in columns)), tuple(rows))


_COMPARED: Final = (
    ("Tổng số nhiệm vụ giao", "assigned"),
    ("Đã hoàn thành", "done"),
    ("Trong đó: đúng hạn", "on_time"),
    ("Chưa hoàn thành", "not_done"),
    ("Trong đó: quá hạn", "overdue"),
)


def _merged(material: Material) -> Iterator[Content]:
    """What the bodies wrote, task by task; a place to write where nobody did."""
    texts = {one.duty.node: one.duty.text for one in material.progress}
    told = [(node, words) for node, words in material.results.words.items() if words]
    if not told:
        yield Item(open_place("kết quả cụ thể theo từng nhóm nhiệm vụ, số liệu"))
        return
    yield Item("Kết quả cụ thể theo từng nhiệm vụ:")
    for node, words in told:
        lines = tuple(Item(f"{name}: {text}") for name, text in words)
        yield Item(texts.get(node, node), lines)


def _targets(material: Material) -> Iterator[Content]:
    rows = [
        (
            str(turn),
            one.duty.text,
            one.name,
            number(one.figure) if one.figure is not None else "–",
            (one.outcome or Outcome.NOT_REPORTED).label,
        )
        for turn, one in enumerate(_of_kind(material, DutyKind.TARGET), 1)
    ]
    if rows:
        yield Item("Kết quả thực hiện các chỉ tiêu:")
        yield TextTable(
            ("STT", "Chỉ tiêu", "Cơ quan", "Kết quả", "Đánh giá"), tuple(rows), (1.5, 6, 4, 2, 2)
        )


def _submissions(material: Material) -> Iterator[Content]:
    """Who reported in time, who late, who not at all."""
    told = material.results
    groups = (("đúng hạn", told.received), ("quá hạn", told.late), ("chưa gửi", told.missing))
    if not any(names for _, names in groups):
        return
    counts = ", ".join(f"{count(len(names))} {word}" for word, names in groups)
    yield Item(f"Tình hình gửi báo cáo, số cơ quan: {counts}.")
    if told.late:
        yield Item(f"Các cơ quan gửi báo cáo quá hạn: {', '.join(told.late)}.")
    if told.missing:
        yield Item(f"Các cơ quan chưa gửi báo cáo: {', '.join(told.missing)}.")


def _strengths(_: Material) -> Iterator[Content]:
    yield Item(f"Ưu điểm, kết quả nổi bật: {open_place('những việc làm tốt, vì sao')}")


def _weaknesses(material: Material) -> Iterator[Content]:
    overdue = tuple(_late(material))
    yield Item(f"Tồn tại, hạn chế: {open_place('những việc chưa tốt')}", overdue)


def _overdue(material: Material) -> Iterator[Content]:
    yield from _late(material)


def _late(material: Material) -> Iterator[Item]:
    """What is overdue, a line a duty with the bodies that have not done it."""
    duties = _by_duty(one for one in material.progress.overdue if one.counted)
    for some in duties[:_SHOWN]:
        yield _line(some, overdue=True)
    if len(duties) > _SHOWN:
        yield Item(f"Và {count(len(duties) - _SHOWN)} nhiệm vụ quá hạn khác, nêu tại phụ lục.")


def _line(found: list[Status], *, overdue: bool = False) -> Item:
    word = "quá hạn " if overdue else "" if _is_many(found) else "hạn "
    when = f"{word}{_terms(found)}"
    return Item(f"{capital(first_clauses(found[0].duty.text))} ({when}): {_bodies(found)}.")


def _by_duty(found: Iterable[Status]) -> list[list[Status]]:
    """The obligations of one duty together, whatever its bodies and its times."""
    grouped: dict[str, list[Status]] = {}
    for one in found:
        grouped.setdefault(one.duty.node, []).append(one)
    return list(grouped.values())


def _terms(found: list[Status]) -> str:
    """The days of one duty: each where they are few, else how many, the first and the last."""
    if _is_many(found):
        first, *_, last = _days(found)
        return f"{count(len(_days(found)))} kỳ, từ {short_date(first)} đến {short_date(last)}"
    return ", ".join(dict.fromkeys(term_words(one) for one in found))


def _days(found: list[Status]) -> list[datetime.date]:
    return sorted({one.due for one in found if one.due is not None})


def _is_many(found: list[Status]) -> bool:
    return len(_days(found)) > _FEW


def _bodies(found: list[Status]) -> str:
    names = list(dict.fromkeys(one.name for one in found))
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} và {count(len(names) - _NAMED)} cơ quan khác"
    return ", ".join(names)


def _causes(_: Material) -> Iterator[Content]:
    yield Item(f"Nguyên nhân: {open_place('nguyên nhân khách quan, chủ quan')}")


def _lessons(_: Material) -> Iterator[Content]:
    yield Item(f"Bài học kinh nghiệm: {open_place('bài học rút ra')}")


def _ahead(material: Material) -> Iterator[Content]:
    """What is left: what is overdue first, then the nearest day first."""
    left = sorted(material.open_duties(), key=lambda one: str(one.due))
    overdue = [one for one in left if one.timeliness is Timeliness.OVERDUE]
    dated = [one for one in left if one.due is not None and one not in overdue]
    undated = [one for one in left if one.due is None and one.term.rated]
    lines = [_line(some, overdue=True) for some in _by_duty(overdue)]
    lines += [_line(some) for some in _by_duty(dated)]
    yield from lines[:_SHOWN]
    rest = len(_by_duty(undated))
    if rest:
        yield Item(
            f"Tiếp tục {count(rest)} nhiệm vụ chưa hoàn thành không ghi hạn, nêu tại phụ lục."
        )
    yield Item(open_place("nhiệm vụ, giải pháp trọng tâm khác"))


PARTS: Final[dict[str, Callable[[Material], Iterator[Content]]]] = {
    "figures": _figures,
    "comparison": _comparison,
    "merged": _merged,
    "targets": _targets,
    "submissions": _submissions,
    "strengths": _strengths,
    "weaknesses": _weaknesses,
    "overdue": _overdue,
    "causes": _causes,
    "lessons": _lessons,
    "ahead": _ahead,
}
"""Các phần mà đề cương gọi tên, by the words of report-outlines.toml."""


def results_table(material: Material) -> tuple[Content, ...]:
    """Bảng kết quả thực hiện nhiệm vụ: a row a duty with its bodies, reports and targets apart."""
    rows = [
        (str(turn), capital(some[0].duty.text), _bodies(some), _terms(some), *_outcome(some))
        for turn, some in enumerate(_by_duty(_of_kind(material, *_WORK)), 1)
    ]
    if not rows:
        return ()
    titles = ("STT", "Nhiệm vụ", "Cơ quan, đơn vị", "Thời hạn", "Kết quả", "Ghi chú")
    return (TextTable(titles, tuple(rows), (1.5, 9, 4, 3, 3.5, 3)),)


def _outcome(found: list[Status]) -> tuple[str, str]:
    """How the duty stands: the state of one body, or how many bodies stand how; who is late."""
    if len(found) == 1:
        return found[0].label, days_words(found[0])
    labels = Counter(one.label for one in found)
    told = "; ".join(f"{label}: {count(number)}" for label, number in labels.items())
    late = [one for one in found if one.timeliness is Timeliness.OVERDUE]
    return told, f"quá hạn: {_bodies(late)}" if late else ""


def bodies_table(material: Material) -> tuple[Content, ...]:
    """Bảng tổng hợp theo cơ quan, with a last row for all."""
    by_body = figures_by(material.progress, body_of)
    titles, *rows = figures_table(by_body, names_of(material.progress))
    return (TextTable(titles, tuple(rows), (1.5, 5, *([2] * (len(titles) - 4)), 3, 3)),)


def _of_kind(material: Material, *kinds: DutyKind) -> Iterator[Status]:
    return (one for one in material.progress if one.duty.kind in kinds and one.counted)
