"""Bảng theo dõi: the progress as one page without network, for reading, asking and printing."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen
from markupsafe import Markup

from kehoach.compose import threshold_words
from kehoach.tracking import DutyKind, Figures, Timeliness, body_of, figures_by
from kehoach.tracking.telling import NOBODY, names_of, term_words
from kehoach.vietnamese import count, number, percent, short_date, sort_key
from kehoach_html._columns import LONGEST_HISTORY, columns_of, embedded
from kehoach_html._page import encoded, rendered

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from kehoach.tracking import Progress, Status

OVERDUE_SHOWN: Final = 100
"""So many overdue obligations stand on the page itself; all of them are found by asking."""
BODIES_OPEN: Final = 40
"""So many bodies are shown at once, the others when the reader unfolds them."""
CELLS: Final = (
    ("on_time", "Hoàn thành đúng hạn", "✓"),
    ("late", "Hoàn thành quá hạn", "✓!"),
    ("in_term", "Chưa hoàn thành, trong hạn", "…"),
    ("overdue", "Chưa hoàn thành, quá hạn", "!"),
)
"""Bốn ô số liệu: field of `Figures`, words, and a sign that is read without colour."""
_CELL_OF: Final = {
    Timeliness.ON_TIME: "on_time",
    Timeliness.LATE: "late",
    Timeliness.IN_TERM: "in_term",
    Timeliness.DUE_SOON: "in_term",
    Timeliness.OVERDUE: "overdue",
}
_BESIDE: Final = (
    ("done_without_term", "đã hoàn thành, không thời hạn"),
    ("open_without_term", "chưa hoàn thành, không thời hạn"),
    ("due_soon", "sắp đến hạn"),
    ("waiting", "chờ duyệt kết quả"),
    ("suspended", "tạm dừng"),
    ("refused", "từ chối"),
    ("standing", "thường xuyên hoặc theo yêu cầu"),
    ("helping", "phối hợp"),
    ("withdrawn", "thu hồi"),
)
_PLACE: Final = "\ue000kehoach-data\ue000"
"""Stands for the data until the page is put together, so that the template need not copy it."""


def dashboard_html(progress: Progress) -> bytes:
    """Trang theo dõi of a progress; raises UnwritableText for characters that no file can hold."""
    by_body = figures_by(progress, body_of)
    total = sum(by_body.values(), Figures())
    overdue = _overdue(progress)
    page = rendered(
        "dashboard.html",
        style=Markup(_asset("dashboard.css")),  # noqa: S704 - a file of this package
        script=Markup(_asset("dashboard.js")),  # noqa: S704 - the same
        policy=_policy(),
        title=" ".join(progress.title.split()) or "Tiến độ thực hiện nhiệm vụ",
        on=short_date(progress.on),
        due_soon=progress.due_soon,
        size=count(len(progress)),
        bodies=_bodies(by_body, names_of(progress)),
        bodies_open=BODIES_OPEN,
        cells=_cells(total),
        pieces=_bar(total),
        told=_told({name: getattr(total, name) for name, _, _ in CELLS}),
        beside=[
            {"count": count(value), "words": words}
            for name, words in _BESIDE
            if (value := getattr(total, name))
        ],
        ratios=[
            {
                "name": ratio.name,
                "value": str(ratio),
                "of": f"{count(ratio.part)}/{count(ratio.whole)}",
            }
            for ratio in total.ratios
        ],
        months=_months(progress),
        year=progress.on.year,
        targets=[_target(one) for one in progress if one.outcome is not None],
        overdue=overdue[:OVERDUE_SHOWN],
        overdue_left=len(overdue[OVERDUE_SHOWN:]),
        overdue_count=count(len(progress.overdue)),
        history_left_out=len(progress.history) > LONGEST_HISTORY,
        data=Markup(_PLACE),  # noqa: S704 - replaced by what `embedded` escapes
    )
    before, _, after = page.rpartition(_PLACE)  # texts of the plan stand before it
    return encoded((before, embedded(columns_of(progress)), after))


@cache
def _asset(name: str) -> str:
    return files("kehoach_html").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """The page may run its own script and style, and reach nothing."""
    style, script = (_digest(_asset(f"dashboard.{suffix}")) for suffix in ("css", "js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _cells(total: Figures) -> list[dict[str, Any]]:
    whole = total.with_term
    return [
        {
            "name": name,
            "words": words,
            "sign": sign,
            "count": count(getattr(total, name)),
            "share": percent(100 * getattr(total, name) / whole, 1) if whole else "–",
        }
        for name, words, sign in CELLS
    ]


@frozen
class Piece:
    """Một đoạn của thanh: the cell it stands for, where it begins and how long it is, per mille."""

    name: str
    start: float
    length: float


def _bar(one: Figures) -> list[Piece]:
    """The four cells as pieces of one bar of length 1000; empty where nothing has a day."""
    return list(_pieces({name: getattr(one, name) for name, _, _ in CELLS}, one.with_term))


def _pieces(counts: Mapping[str, int], whole: int) -> Iterator[Piece]:
    at = 0.0
    for name, _, _ in CELLS:
        if counts[name] and whole:
            length = 1000 * counts[name] / whole
            yield Piece(name, round(at, 2), round(length, 2))
            at += length


def _bodies(by_body: Mapping[str, Figures], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """A row a body: the most overdue first, then by name."""
    places = {body: place for place, body in enumerate(by_body)}
    rows = [
        {
            "place": places[body],
            "name": names[body] or NOBODY,
            "figures": one,
            "bar": _bar(one),
            "told": _told({name: getattr(one, name) for name, _, _ in CELLS}),
            "ratio": str(one.done_of_due),
        }
        for body, one in by_body.items()
        if one.assigned
    ]
    return sorted(rows, key=lambda row: (-row["figures"].overdue, sort_key(row["name"])))


def _told(counts: Mapping[str, int]) -> str:
    """A bar in words."""
    parts = [f"{words.lower()} {count(counts[name])}" for name, words, _ in CELLS if counts[name]]
    return "; ".join(parts) or "không có việc nào có thời hạn"


def _months(progress: Progress) -> list[dict[str, Any]]:
    """What falls due before, in each month of, and after the year of the day."""
    year = progress.on.year
    cells: Counter[tuple[int, str]] = Counter()
    reports: Counter[int] = Counter()
    for one in progress:
        cell = _CELL_OF.get(one.timeliness)
        if one.due is not None and one.counted and cell:
            month = _month(one.due, year)
            cells[month, cell] += 1
            reports[month] += one.duty.kind is DutyKind.REPORT
    wholes = Counter[int]()
    for (month, _), value in cells.items():
        wholes[month] += value
    tallest = max(wholes.values(), default=0)
    shown = [month for month in range(14) if 1 <= month <= 12 or wholes[month]]  # noqa: PLR2004 - months
    return [
        {
            "value": {0: "truoc", 13: "sau"}.get(month, str(month)),
            "label": {0: f"trước {year}", 13: f"sau {year}"}.get(month, f"T{month}"),
            "now": month == progress.on.month,
            "count": wholes[month],
            "reports": reports[month],
            "height": 100 * wholes[month] / tallest if tallest else 0,
            "bar": list(_pieces({name: cells[month, name] for name, _, _ in CELLS}, wholes[month])),
            "told": _told({name: cells[month, name] for name, _, _ in CELLS}),
        }
        for month in shown
    ]


def _month(due: datetime.date, year: int) -> int:
    if due.year != year:
        return 0 if due.year < year else 13
    return due.month


def _target(one: Status) -> dict[str, str]:
    limit = one.duty.threshold
    return {
        "text": one.duty.text,
        "body": one.name or NOBODY,
        "limit": threshold_words(limit) if limit else "–",
        "figure": f"{number(one.figure)}" if one.figure is not None else "–",
        "outcome": one.outcome.value if one.outcome else "",
        "words": one.outcome.label if one.outcome else "",
    }


def _overdue(progress: Progress) -> list[dict[str, Any]]:
    """What is overdue, the longest first; bodies that owe one thing by one day stand together."""
    owing: dict[tuple[str, datetime.date | None, str], list[Status]] = {}
    for one in progress.overdue:
        owing.setdefault((one.duty.text, one.due, term_words(one)), []).append(one)
    return [
        {
            "text": text,
            "due": due,
            "bodies": list(dict.fromkeys(one.name or NOBODY for one in held)),
            "days": count(abs(held[0].days or 0)),
            "working": count(abs(held[0].working_days or 0)),
        }
        for (text, _, due), held in owing.items()
    ]
