"""kehoach doctor: whether this machine and these files serve, each line with the next step."""

from __future__ import annotations

import json
import platform
import sys
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import asdict, frozen

from kehoach.cli._days import days_off_option, today, workdays
from kehoach.cli._explain import explain
from kehoach.cli._ledgers import LEDGER, directory_option, existing_ledger, is_url, ledger_option
from kehoach.cli._options import json_option
from kehoach.cli._vietnamese import Command
from kehoach.errors import KehoachError
from kehoach.files import load_directory, read_plan_file
from kehoach.findings import Severity
from kehoach.office import find_pdftotext, find_soffice, font_for
from kehoach.organizations import check as check_directory
from kehoach.plan import resolve
from kehoach.plugins import BUILT_INS, Status, load_plugins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.organizations import Directory
    from kehoach.plan import Plan
    from kehoach.tracking.ledger import Ledger

FOUND = 1
FAMILY = "Times New Roman"
LEAST_PYTHON = (3, 11)
"""As `requires-python` has it."""
_NAMES_SHOWN = 3


class State(StrEnum):
    """Tình trạng: tốt, lưu ý, cảnh báo, lỗi."""

    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def label(self) -> str:
        """The Vietnamese word that a clerk reads."""
        return {"ok": "tốt", "info": "lưu ý", "warning": "cảnh báo", "error": "lỗi"}[self.value]


@frozen
class Line:
    """Một dòng khám: what was looked at, how it is, what was seen, and the next step if any."""

    topic: str
    state: State
    message: str
    advice: str = ""


@click.command(cls=Command)
@click.argument("plan_file", metavar="[KẾ_HOẠCH]", required=False, type=click.Path(path_type=Path))
@directory_option
@ledger_option
@days_off_option
@json_option
@click.pass_obj
def doctor(  # noqa: PLR0913 - one argument an option
    settings: dict[str, bool], *, plan_file: Path | None, directory: Path | None,
    place: str | None, days_off: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Khám máy, tệp kế hoạch, danh mục, sổ theo dõi; chỗ nào hỏng thì chỉ cách chữa."""
    lines = list(_looked_at(settings, plan_file, directory, place, days_off))
    if as_json:
        click.echo(json.dumps([asdict(one) for one in lines], ensure_ascii=False, indent=2))
    else:
        for one in lines:
            advice = f"\n    → {one.advice}" if one.advice else ""
            click.echo(f"{one.state.label}: {one.topic}: {one.message}{advice}")
    return FOUND if any(one.state is State.ERROR for one in lines) else 0


def _looked_at(
    settings: dict[str, bool],
    plan_file: Path | None,
    directory: Path | None,
    place: str | None,
    days_off: Path | None,
) -> Iterator[Line]:
    yield _python()
    yield _font()
    yield from _programs()
    yield from _plugins(third_party=settings["third_party"])
    plan: Plan | None = None
    bodies: Directory | None = None
    if plan_file is not None:
        try:
            plan = read_plan_file(plan_file).plan
            yield Line("tệp kế hoạch", State.OK, str(plan_file))
        except KehoachError as error:
            yield _fault("tệp kế hoạch", error, "sửa những chỗ ấy rồi khám lại")
    yield from _days_off(plan, days_off)
    if directory is not None:
        try:
            bodies = load_directory(directory)
            yield _directory(bodies, directory)
        except KehoachError as error:
            yield _fault("danh mục cơ quan", error, "sửa những chỗ ấy rồi khám lại")
    if plan is not None and bodies is not None:
        yield _named_bodies(plan, bodies)
    yield from _ledger(place)


def _fault(topic: str, error: KehoachError, advice: str) -> Line:
    return Line(topic, State.ERROR, explain(error), advice)


def _python() -> Line:
    has = (
        f"Python {platform.python_version()} trên {platform.system()}, kehoach {version('kehoach')}"
    )
    if sys.version_info[:2] >= LEAST_PYTHON:
        return Line("Python", State.OK, has)
    least = ".".join(map(str, LEAST_PYTHON))
    return Line("Python", State.ERROR, has, f"cài Python {least} trở lên")


def _font() -> Line:
    found = font_for(FAMILY)
    if found == FAMILY:
        return Line("phông chữ", State.OK, FAMILY)
    if found is not None:
        told = f"không có {FAMILY}; khi vẽ trang dùng {found}, cùng bề rộng"
        return Line("phông chữ", State.INFO, told)
    advice = f"cài {FAMILY}, hoặc Liberation Serif 2 (Debian, Ubuntu: fonts-liberation2)"
    return Line("phông chữ", State.WARNING, f"không có {FAMILY} hay phông cùng bề rộng", advice)


def _programs() -> Iterator[Line]:
    soffice, reader = find_soffice(), find_pdftotext()
    if soffice is not None:
        yield Line("LibreOffice", State.OK, str(soffice))
    else:
        yield Line(
            "LibreOffice", State.WARNING, "chưa cài; không xuất được PDF, không đọc được .doc",
            "cài LibreOffice nếu cần những việc ấy",
        )  # fmt: skip
    if reader is not None:
        yield Line("pdftotext", State.OK, str(reader))
    else:
        yield Line(
            "pdftotext", State.INFO, "chưa cài; không đọc được văn bản PDF", "cài poppler nếu cần"
        )


def _plugins(*, third_party: bool) -> Iterator[Line]:
    """Each plugin that is not built in; one line where there is none."""
    found = [
        one
        for one in load_plugins(third_party=third_party).report()
        if one.distribution != "kehoach" or one.name not in BUILT_INS
    ]
    for one in found:
        told = f"{one.name} ({one.origin})"
        if one.status is Status.FAILED:
            advice = "cập nhật hoặc gỡ bộ cắm ấy; các bộ cắm khác vẫn dùng được"
            yield Line("bộ cắm", State.ERROR, f"{told}: {one.reason}", advice)
        elif one.status is Status.BLOCKED:
            yield Line("bộ cắm", State.INFO, f"{told}: đang tắt ({one.reason})")
        else:
            yield Line("bộ cắm", State.OK, told)
    if not found:
        yield Line("bộ cắm", State.INFO, "chưa cài bộ cắm nào; .docx, .txt … có sẵn")


def _days_off(plan: Plan | None, days_off: Path | None) -> Iterator[Line]:
    """Whether the days off of each year that the plan touches are decided."""
    try:
        calendar = workdays(days_off)
    except KehoachError as error:
        yield _fault("lịch nghỉ", error, "sửa tệp ngày nghỉ")
        return
    for year in _years(plan):
        try:
            provisional = calendar.provisional(year)
        except KehoachError as error:
            yield _fault("lịch nghỉ", error, "thêm ngày nghỉ của năm ấy bằng --days-off")
            continue
        if provisional:
            told = f"năm {year}: có ngày nghỉ còn là dự kiến; hạn tính ra là tạm tính"
            advice = "khi có quyết định, cập nhật kehoach hoặc thêm tệp --days-off"
            yield Line("lịch nghỉ", State.WARNING, told, advice)
        else:
            yield Line("lịch nghỉ", State.OK, f"năm {year}: đã đủ ngày nghỉ, ngày làm bù")


def _years(plan: Plan | None) -> range:
    """The years of the plan's period, else that of its day, else the present one."""
    if plan is not None and plan.period is not None:
        return range(plan.period.start.year, plan.period.end.year + 1)
    year = getattr(plan.date, "year", None) if plan is not None else None
    year = year or today().year
    return range(year, year + 1)


def _directory(bodies: Directory, file: Path) -> Line:
    findings = [one for one in check_directory(bodies) if one.severity is not Severity.INFO]
    size = f"{file}: {len(bodies.organizations)} dòng, {len(bodies.groups)} nhóm"
    if not findings:
        return Line("danh mục cơ quan", State.OK, size)
    told = f"{size}; {len(findings)} chỗ hở, trùng hoặc thiếu, như {findings[0].describe()}"
    return Line("danh mục cơ quan", State.WARNING, told, f"kehoach directory check {file}")


def _named_bodies(plan: Plan, bodies: Directory) -> Line:
    """Whether the directory knows the bodies that the plan names."""
    _, findings = resolve(plan, bodies, plan.known_day or today())
    if not findings:
        return Line("cơ quan trong kế hoạch", State.OK, "danh mục có đủ")
    told = "; ".join(one.describe() for one in findings[:_NAMES_SHOWN])
    rest = len(findings) - _NAMES_SHOWN
    more = f"; và {rest} tên khác" if rest > 0 else ""
    return Line(
        "cơ quan trong kế hoạch", State.WARNING, f"{len(findings)} tên cần xem: {told}{more}",
        "thêm vào danh mục, hoặc sửa tên trong kế hoạch",
    )  # fmt: skip


def _ledger(place: str | None) -> Iterator[Line]:
    """The ledger that was named, or the one that lies in this folder."""
    if place is None and not Path(LEDGER).is_file():
        return
    wanted = place or LEDGER
    try:
        with existing_ledger(wanted) as ledger:
            yield from _health(ledger, wanted)
    except KehoachError as error:
        yield _fault("sổ theo dõi", error, "kiểm tra đường dẫn, quyền, hoặc lấy bản sao lưu")


def _health(ledger: Ledger, place: str) -> Iterator[Line]:
    for one in ledger.findings():
        yield Line("sổ theo dõi", State.WARNING, one.message, one.advice)
    found = ledger.verify()
    if found.broken is not None:
        broken = found.broken
        told = f"{place}: kế hoạch {broken.plan}, sự kiện thứ {broken.number} đã bị sửa"
        advice = "xem kehoach track verify; lấy lại bản sao lưu gần nhất còn nguyên"
        yield Line("sổ theo dõi", State.ERROR, told, advice)
        return
    where = "" if is_url(place) else f" ({Path(place).stat().st_size / 2**20:.1f} MiB)"
    told = f"{place}{where}: {found.plans} kế hoạch, {found.events} sự kiện, nguyên vẹn"
    yield Line("sổ theo dõi", State.OK, told)
