"""kehoach compose: the papers that follow from a plan, each as a document file and as .docx."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

import click
from attrs import evolve, frozen

from kehoach.cli._findings import tell
from kehoach.cli._options import force_option, regime_option
from kehoach.cli._vietnamese import Command
from kehoach.cli.export import chosen_rulebook
from kehoach.compose import unknowns
from kehoach.drafts import assignment_annex, copy_of, decision_promulgating, printed_annex
from kehoach.exporting import export
from kehoach.files import dump, load
from kehoach.plan import Plan

_SUFFIXES: Final = (".yaml", ".yml", ".docx")


@frozen
class Composed:
    """Một loại văn bản suy ra từ kế hoạch: what it is called, and how it is made."""

    title: str
    make: Callable[[Plan], Plan]


def _with_annex(plan: Plan, by: Literal["task", "assignee"] = "task") -> Plan:
    return evolve(plan, annexes=(*plan.annexes, printed_annex(assignment_annex(plan, by=by))))


def _copied(paper: Plan) -> Plan:
    try:
        return copy_of(paper, "SL" if paper.kind == "SY" else "SY")
    except ValueError as error:
        message = "chỉ sao y được một văn bản và sao lục được một bản sao y"
        raise click.UsageError(message) from error


KINDS: Final = {
    "decision": Composed("quyết định ban hành kế hoạch", decision_promulgating),
    "approval": Composed(
        "quyết định phê duyệt kế hoạch",
        lambda plan: decision_promulgating(plan, verb="Phê duyệt"),
    ),
    "annex": Composed("kế hoạch kèm phụ lục phân công, theo nhiệm vụ", _with_annex),
    "annex-by-body": Composed(
        "kế hoạch kèm phụ lục phân công, theo cơ quan",
        lambda plan: _with_annex(plan, by="assignee"),
    ),
    "copy": Composed("bản sao y, hoặc bản sao lục của một bản sao y", _copied),
}
"""Loại văn bản suy ra từ kế hoạch, by the word that names it on the command line."""
_LISTED: Final = "; ".join(f"{name}: {kind.title}" for name, kind in KINDS.items())


@click.command(cls=Command, help=f"Soạn văn bản suy ra từ một tệp kế hoạch.\n\nLOẠI: {_LISTED}.")
@click.argument("kind", metavar="LOẠI", type=click.Choice(tuple(KINDS)))
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "target", metavar="TỆP", type=click.Path(path_type=Path), required=True,
    help="Tên tệp cần ghi; ghi cả tệp văn bản (.yaml) để điền tiếp và tệp Word (.docx).",
)  # fmt: skip
@regime_option
@force_option
def compose(*, kind: str, file: Path, target: Path, regime: str | None, force: bool) -> None:
    """Write the document file and the paper, and tell what is still to be filled in."""
    stem = target.with_suffix("") if target.suffix.lower() in _SUFFIXES else target
    paper, docx = (stem.with_name(f"{stem.name}{suffix}") for suffix in (".yaml", ".docx"))
    _refuse(file, (paper, docx), force=force)
    made = KINDS[kind].make(load(file))
    rules, note = chosen_rulebook(made, regime, "14")
    export(made, docx, rulebook=rules)
    dump(made, paper)
    click.echo(f"đã soạn {KINDS[kind].title}:")
    click.echo(f"  tệp văn bản, điền tiếp ở đây: {paper}")
    click.echo(f"  văn bản Word: {docx}")
    if note:
        click.echo(f"lưu ý: {note}", err=True)
    found = unknowns(made, rules)
    for finding in found:
        tell(finding, paper)
    if found:
        click.echo(f"Điền {paper} rồi chạy: kehoach export {paper} -o {docx} --force")


def _refuse(source: Path, targets: tuple[Path, ...], *, force: bool) -> None:
    for target in targets:
        if target.exists() and source.exists() and target.samefile(source):
            raise click.UsageError(f"{target} là chính tệp kế hoạch; chọn tên khác bằng -o")
        if target.exists() and not force:
            raise click.UsageError(f"{target} đã có; thêm --force nếu muốn ghi đè")
