"""Tệp văn bản và tệp Word: a draft is written twice, to be completed and to be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kehoach.cli._findings import tell
from kehoach.cli.export import chosen_rulebook
from kehoach.compose import open_places, unknowns
from kehoach.exporting import export
from kehoach.files import dump

if TYPE_CHECKING:
    from kehoach.plan import Plan

pair_option = click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tên tệp; ghi cả tệp văn bản (.yaml) và tệp Word (.docx).",
)  # fmt: skip
_SUFFIXES: Final = (".yaml", ".yml", ".docx")


def pair_of(target: Path) -> tuple[Path, Path]:
    """The document file and the Word file that go by one name."""
    stem = target.with_suffix("") if target.suffix.lower() in _SUFFIXES else target
    return stem.with_name(f"{stem.name}.yaml"), stem.with_name(f"{stem.name}.docx")


def refuse_existing(source: Path, targets: tuple[Path, ...], *, force: bool) -> None:
    """Keep what is there, and the source whatever `force` says."""
    for target in targets:
        if target.exists() and source.exists() and target.samefile(source):
            raise click.UsageError(f"{target} là chính tệp kế hoạch; chọn tên khác bằng -o")
        if target.exists() and not force:
            raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")


def write_pair(
    made: Plan, target: Path, title: str, *, regime: str | None = None, draft: bool = False
) -> int:
    """Write both files, say so, and tell what is still to be filled in; how many things that is."""
    paper, docx = pair_of(target)
    rules, note = chosen_rulebook(made, regime, "14")
    left = open_places(made)
    if draft or not left:
        export(made, docx, rulebook=rules, draft=draft)
    dump(made, paper)
    click.echo(f"đã soạn {title}:")
    click.echo(f"  tệp văn bản, điền tiếp ở đây: {paper}")
    if draft or not left:
        click.echo(f"  văn bản Word: {docx}")
    else:
        click.echo(f"  chưa ghi {docx}: còn {len(left)} chỗ cần viết; --draft để in dự thảo")
    if note:
        click.echo(f"lưu ý: {note}", err=True)
    found = unknowns(made, rules)
    for finding in found:
        tell(finding, paper)
    if found:
        click.echo(f"Điền {paper} rồi chạy: kehoach export {paper} -o {docx} --force")
    return len(found)
