"""kehoach check, fix: faults of form, language and content, and the mends that are safe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click
from attrs import frozen

from kehoach.checks import Check, lint, pages_in_print, with_pages
from kehoach.checks.content import check_plan
from kehoach.checks.mend import annotate, mend
from kehoach.citations import legal_texts
from kehoach.cli._findings import finding_json, finding_line
from kehoach.cli._options import force_option, json_option, regime_option, style_option
from kehoach.cli._sources import observed, source_bytes, style_file
from kehoach.cli._vietnamese import Command
from kehoach.files import load_directory, read_plan_file
from kehoach.files.atomic import write_atomically
from kehoach.findings import Severity
from kehoach.office import pdf_text, printed
from kehoach.plugins import load_plugins
from kehoach.rules import rulebook
from kehoach.word.mending import laid_out_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.findings import Finding
    from kehoach.rules import Rulebook

FOUND = 1
DOCX = ".docx"
PLAN_FILES = (".yaml", ".yml", ".json")


@frozen
class Choices:
    """Cách kiểm tra một văn bản: what the options ask."""

    regime: str | None = None
    style: Path | None = None
    pages: bool = False
    extra: tuple[Check, ...] = ()

    @property
    def rules(self) -> Rulebook | None:
        """The rulebook that was named; None where the paper's day decides."""
        return rulebook(self.regime) if self.regime else None


class Settings(TypedDict):
    """What the group's own options ask of every command."""

    third_party: bool


@click.command(cls=Command)
@click.argument("file", metavar="TỆP")
@regime_option
@style_option
@click.option(
    "--directory", metavar="TỆP", type=click.Path(path_type=Path),
    help="Danh mục cơ quan, để kiểm tra tệp kế hoạch.",
)  # fmt: skip
@click.option(
    "--annotate", "annotated", metavar="TỆP", type=click.Path(path_type=Path),
    help="Ghi bản sao .docx có chú thích tại từng chỗ.",
)  # fmt: skip
@click.option(
    "--legal-texts", "texts", metavar="TỆP", type=click.Path(path_type=Path),
    help="Tệp TOML thêm văn bản pháp luật, để biết căn cứ nào đã hết hiệu lực.",
)  # fmt: skip
@click.option("--pages", is_flag=True, help="Dàn trang bằng LibreOffice để ghi số trang.")
@json_option
@click.pass_obj
def check(  # noqa: PLR0913 - one argument an option
    settings: Settings, *, file: str, regime: str | None, style: Path | None,
    directory: Path | None, annotated: Path | None, texts: Path | None, pages: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Kiểm tra thể thức, câu chữ của văn bản, hoặc nội dung của tệp kế hoạch."""
    if Path(file).suffix.lower() in PLAN_FILES:
        findings = plan_findings(file, directory, texts)
    else:
        extra = load_plugins(third_party=settings["third_party"]).checks()
        findings = paper_findings(file, Choices(regime, style and style_file(style), pages, extra))
        if annotated is not None:
            commented = annotate(source_bytes(file), findings, file)
            write_atomically(annotated, lambda stream: stream.write(commented))
    _show(file, findings, as_json=as_json)
    return FOUND if faults_in(findings) else 0


@click.command(cls=Command)
@click.argument("file", metavar="TỆP")
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tệp .docx đã sửa cần ghi.",
)  # fmt: skip
@regime_option
@style_option
@click.option("--guarded", is_flag=True, help="Sửa cả dấu câu, khoảng trắng, số 0 ở đầu.")
@click.option("--track-changes", is_flag=True, help="Ghi chỗ sửa thành vết để người duyệt nhận.")
@force_option
def fix(  # noqa: PLR0913 - one argument an option
    *, file: str, target: Path, regime: str | None, style: Path | None, guarded: bool,
    track_changes: bool, force: bool,
) -> None:  # fmt: skip
    """Sửa những lỗi thể thức mà máy sửa được an toàn."""
    if target.exists() and not force:
        raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
    mended = mend(
        source_bytes(file), Choices(regime).rules, style=style and style_file(style),
        guarded=guarded, track_changes=track_changes, source=file,
    )  # fmt: skip
    write_atomically(target, lambda stream: stream.write(mended.data))
    click.echo(f"đã ghi {target}: sửa {len(mended.applied)} điều, còn {len(mended.left)} điều")
    for one in mended.left:
        click.echo(f"  {finding_line(one)}")


def paper_findings(file: str, choices: Choices | None = None) -> tuple[Finding, ...]:
    """Kiểm tra một văn bản: its findings from top to bottom, with their pages where known.

    What concerns the whole file comes first.
    """
    asked = choices or Choices()
    seen = observed(file)
    order: dict[object, int] = {place: index for index, (place, _) in enumerate(seen.paragraphs())}
    findings = tuple(
        sorted(
            lint(seen, asked.rules, style=asked.style, extra=asked.extra),
            key=lambda one: order.get(one.at, -1),
        )
    )
    if Path(file).suffix.lower() != DOCX or not findings:
        return findings
    data = source_bytes(file)
    if asked.pages:
        (pdf,) = printed([data])
        if pdf is not None:
            return with_pages(findings, pages_in_print(seen, pdf_text(pdf).decode("utf-8")))
    return with_pages(findings, laid_out_pages(data))


def plan_findings(
    file: str, directory: Path | None = None, texts: Path | None = None
) -> tuple[Finding, ...]:
    """Kiểm tra nội dung tệp kế hoạch: what reading it says, and what its content lacks."""
    read = read_plan_file(file)
    bodies = load_directory(directory) if directory else None
    try:
        known = legal_texts(texts)
    except OSError as error:
        raise click.FileError(str(texts), "kiểm tra lại tên và thư mục") from error
    return (*read.findings, *check_plan(read.plan, directory=bodies, texts=known))


def faults_in(findings: Iterable[Finding]) -> int:
    """Số lỗi và cảnh báo; what only informs does not count."""
    return sum(one.severity is not Severity.INFO for one in findings)


def verdict(file: str, findings: tuple[Finding, ...]) -> str:
    """Kết luận trên một dòng: how many faults and remarks a file has."""
    faults = faults_in(findings)
    others = len(findings) - faults
    if not findings:
        return f"{file}: không thấy lỗi"
    return f"{file}: {faults} lỗi hoặc cảnh báo, {others} lưu ý{_mendable(findings)}"


def _mendable(findings: tuple[Finding, ...]) -> str:
    """How many of the findings `kehoach fix` takes away."""
    safe, guarded = (sum(one.mend == kind for one in findings) for kind in ("SAFE", "GUARDED"))
    told = f"kehoach fix sửa được {safe} điều" if safe else ""
    if guarded:
        more = f"{guarded} điều nữa" if safe else f"{guarded} điều"
        told = ", ".join(filter(None, (told, f"kehoach fix --guarded sửa được {more}")))
    return f"; {told}" if told else ""


def _show(file: str, findings: tuple[Finding, ...], *, as_json: bool) -> None:
    if as_json:
        click.echo(
            json.dumps([finding_json(one) for one in findings], ensure_ascii=False, indent=2)
        )
        return
    for one in findings:
        click.echo(finding_line(one))
    click.echo(verdict(file, findings))
