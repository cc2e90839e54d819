"""Đọc phiếu báo cáo: a form that came back becomes events; each row that cannot is explained.

A form comes from outside: it is bounded before anything of it is read, and no formula counts.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kehoach.errors import InvalidEvent, ReadError
from kehoach.tracking import MOVES, DutyKind, Event, EventKind, Paper
from kehoach.vietnamese import fold, is_clean, parse_date, short_date
from kehoach_xlsx.form_columns import FILLED, KINDS, TITLES, WITH_FIGURE, WITH_PAPER, WITH_REASON

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    from kehoach.tracking import Progress, Recorder, Status

MAX_BYTES = 256 << 20
"""Bytes of a form, unpacked."""

MAX_ROWS, MAX_COLUMNS, MAX_PARTS = 200_000, 64, 1_000
_WHOLE = 100
_BY_WORD = {fold(word): kind for word, kind in KINDS.items()}


@frozen
class Rejected:
    """Dòng bị loại: its number in the sheet, its key, and why, in Vietnamese."""

    row: int
    key: str
    reason: str

    def describe(self) -> str:
        """``"dòng 5 (1.1@so-nv): thiếu ngày"``."""
        return f"dòng {self.row} ({self.key or 'không có khóa'}): {self.reason}"


@frozen
class ReadForm:
    """Kết quả đọc phiếu: the events in the order of the rows, and the rows that give none."""

    events: tuple[Event, ...]
    rejected: tuple[Rejected, ...]


def read_form(
    source: bytes | str | os.PathLike[str],
    progress: Progress,
    recorder: Recorder,
    *,
    body: str | None = None,
) -> ReadForm:
    """Đọc phiếu báo cáo (a path, or the bytes of the file) into events to append to the ledger.

    `progress` is that of the ledger today: a row whose obligation it does not hold, or whose state
    does not allow what is reported, is rejected. With `body` so are the rows of other bodies.
    Events are recorded by the recorder on behalf of the body, on the day that the row names. Rows
    in which nothing is filled in are passed over. Raises ReadError for a file that is no such form
    or not safe to read.
    """
    name, data = _data(source)
    known = {(one.plan, one.key): one for one in progress}
    events: list[Event] = []
    rejected: list[Rejected] = []
    for number, row in _rows(name, data):
        if not any(row[title].value not in (None, "") for title, _ in FILLED):
            continue
        key = str(row["Khóa"].value or "").strip()
        try:
            status = known.get((str(row["Kế hoạch"].value or "").strip(), key))
            events.append(_event(row, status, recorder, body))
        except _Refused as refused:
            rejected.append(Rejected(number, key, str(refused)))
    return ReadForm(tuple(events), tuple(rejected))


class _Refused(Exception):
    """Why a row gives no event, in Vietnamese."""


@frozen
class _Cell:
    value: Any = None
    is_formula: bool = False


def _data(source: bytes | str | os.PathLike[str]) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        return "phiếu", source
    try:
        return str(source), Path(source).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(str(source), f"không mở được: {reason}", "kiểm tra lại tên tệp") from error


def _rows(name: str, data: bytes) -> Iterator[tuple[int, Mapping[str, _Cell]]]:
    """The rows below the titles, by column title, with their numbers."""
    import openpyxl  # noqa: PLC0415 - on first use

    _refuse_unsafe(name, data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
        titles = next(iter(rows), ())
        places = _places(name, [str(cell.value or "") for cell in titles])
        for number, row in enumerate(rows, 2):
            yield number, {title: _cell(row, place) for title, place in places.items()}
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(name, "tệp Excel bị hỏng", "xin cơ quan gửi lại phiếu") from error


def _cell(row: Sequence[Any], place: int) -> _Cell:
    if place >= len(row):
        return _Cell()
    cell = row[place]
    value = cell.value.strip() if isinstance(cell.value, str) else cell.value
    return _Cell(value, cell.data_type == "f")


def _places(name: str, titles: Sequence[str]) -> dict[str, int]:
    found = {fold(title.strip()): place for place, title in enumerate(titles)}
    missing = [title for title in TITLES if fold(title) not in found]
    if missing:
        what = f"không phải phiếu báo cáo: trang đầu thiếu cột {', '.join(missing)}"
        raise ReadError(name, what, "dùng phiếu do kehoach lập, đừng đổi tên cột")
    return {title: found[fold(title)] for title in TITLES}


def _refuse_unsafe(name: str, data: bytes) -> None:
    """Judge the package by its list of parts, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        advice = "lưu lại thành .xlsx rồi làm lại"
        raise ReadError(name, "không phải tệp Excel .xlsx", advice) from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_BYTES:
        raise ReadError(name, "tệp quá lớn khi giải nén", "xin cơ quan gửi lại phiếu")


def _event(
    row: Mapping[str, _Cell], status: Status | None, recorder: Recorder, body: str | None
) -> Event:
    if status is None:
        raise _Refused("sổ theo dõi không có việc này; khóa có thể đã bị sửa")
    if body is not None and status.body != body:
        raise _Refused(f"việc này của {status.name or 'cơ quan khác'}, không phải của {body}")
    for title, _ in FILLED:
        if row[title].is_formula:
            raise _Refused(f"ô “{title}” là công thức; điền giá trị")
    kind = _kind(row, status)
    day = _day(row, "Ngày", recorder.day)
    if day is None:
        raise _Refused("thiếu ngày")
    try:
        return Event(
            plan=status.plan,
            obligation=status.key,
            kind=kind,
            day=day,
            by=recorder.by,
            at=recorder.at,
            on_behalf=status.name or recorder.on_behalf,
            reference=recorder.reference,
            note=_note(row, kind),
            due=_asked(row, kind, day),
            paper=_paper(row, kind, day),
            figure=_figure(row, kind),
        )
    except InvalidEvent as error:
        raise _Refused(f"{kind.label}: {error.reason}") from error


def _kind(row: Mapping[str, _Cell], status: Status) -> EventKind:
    word = _text(row, "Việc báo")
    if not word:
        raise _Refused("có số liệu nhưng chưa chọn việc báo")
    kind = _BY_WORD.get(fold(word))
    if kind is None:
        raise _Refused(f"không có việc báo “{word}”; có: {', '.join(KINDS)}")
    is_target = status.duty.kind is DutyKind.TARGET
    allowed = kind in MOVES[status.state]
    if kind is EventKind.TARGET_MEASURED:
        allowed = allowed and is_target
    elif kind in (EventKind.SUBMITTED, EventKind.EXTENSION_ASKED):
        allowed = allowed and not is_target
    if kind is EventKind.EXTENSION_ASKED and status.due is None:
        raise _Refused("việc này không có thời hạn để xin gia hạn")
    if not allowed:
        raise _Refused(f"việc đang “{status.state.label}”, không {kind.label} được")
    return kind


def _asked(row: Mapping[str, _Cell], kind: EventKind, day: datetime.date) -> datetime.date | None:
    asked = _day(row, "Xin gia hạn đến", None)
    if (asked is None) == (kind is EventKind.EXTENSION_ASKED):
        wrong = "thiếu ngày xin gia hạn" if asked is None else "chỉ xin gia hạn mới có ngày xin"
        raise _Refused(wrong)
    if asked is not None and asked < day:
        raise _Refused(f"ngày xin gia hạn {short_date(asked)} đã qua")
    return asked


def _paper(row: Mapping[str, _Cell], kind: EventKind, day: datetime.date) -> Paper | None:
    number, dated = _text(row, "Số văn bản"), _day(row, "Ngày văn bản", day)
    if not number and dated is None:
        return None
    if kind not in WITH_PAPER:
        raise _Refused(f"“{kind.label}” không có văn bản kết quả; để trống hai cột văn bản")
    if not number or dated is None:
        raise _Refused("văn bản kết quả cần cả số và ngày")
    return Paper(number, dated)


def _figure(row: Mapping[str, _Cell], kind: EventKind) -> Decimal | None:
    value = row["Số liệu"].value
    if value in (None, ""):
        if kind is EventKind.TARGET_MEASURED:
            raise _Refused("thiếu số liệu")
        return None
    if kind not in WITH_FIGURE:
        raise _Refused(f"“{kind.label}” không có số liệu; để trống cột ấy")
    figure = _decimal(value)
    if figure is None or (kind is EventKind.PROGRESSED and not 0 <= figure <= _WHOLE):
        wanted = "một số từ 0 đến 100" if kind is EventKind.PROGRESSED else "một số"
        raise _Refused(f"số liệu “{value}” phải là {wanted}")
    return figure


def _decimal(value: object) -> Decimal | None:
    """A number as it was typed; a comma may part the decimals."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = Decimal(str(value).rstrip("%").strip().replace(",", "."))
    except ArithmeticError:
        return None
    return found if found.is_finite() else None


def _note(row: Mapping[str, _Cell], kind: EventKind) -> str | None:
    note = _text(row, "Ghi chú, lý do")
    if not note and kind in WITH_REASON:
        raise _Refused(f"“{kind.label}” cần lý do hoặc nội dung ở cột “Ghi chú, lý do”")
    return note or None


def _text(row: Mapping[str, _Cell], title: str) -> str:
    value = row[title].value
    text = "" if value is None else " ".join(str(value).split())
    if not is_clean(text):
        raise _Refused(f"ô “{title}” có ký tự không dùng được")
    return text


def _day(
    row: Mapping[str, _Cell], title: str, latest: datetime.date | None
) -> datetime.date | None:
    value = row[title].value
    if value in (None, ""):
        return None
    if isinstance(value, datetime.datetime):
        found = value.date()
    elif isinstance(value, datetime.date):
        found = value
    else:
        try:
            found = parse_date(str(value))
        except ValueError:
            raise _Refused(f"{title}: “{value}” không phải là ngày, như 15/7/2026") from None
    if latest is not None and found > latest:
        raise _Refused(f"{title} {short_date(found)} sau ngày {short_date(latest)}")
    return found
