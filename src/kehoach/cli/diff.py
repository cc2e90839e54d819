"""kehoach diff: what changed between two plan files, or from a file's paper to the signed one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli._options import json_option, regime_option, style_option
from kehoach.cli._sources import observed
from kehoach.cli._vietnamese import Command
from kehoach.cli.check import PLAN_FILES
from kehoach.cli.export import chosen_rulebook
from kehoach.collating import signed_changes
from kehoach.comparing import ChangeKind, diff, word_changes
from kehoach.comparing.naming import said, short_label
from kehoach.compose import plan_document
from kehoach.files import read_plan_file
from kehoach.rules import with_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.comparing import Change, LineChange, WordChange

DIFFERENT = 1


@click.command("diff", cls=Command)
@click.argument("old", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("new", metavar="TỆP_KIA")
@regime_option
@style_option
@json_option
def diff_command(
    *, old: Path, new: str, regime: str | None, style: Path | None, as_json: bool
) -> int:  # fmt: skip
    """So hai tệp kế hoạch, hoặc so văn bản của TỆP với bản Word đã ký, đã sửa tay."""
    plan = read_plan_file(old).plan
    if Path(new).suffix.lower() in PLAN_FILES:
        changes = diff(plan, read_plan_file(new).plan)
        lines = [line for one in changes for line in _told(one)]
        rows = [_as_json(one) for one in changes]
    else:
        rules, _ = chosen_rulebook(plan, regime, "14")
        rules = with_style(rules, style) if style else rules
        found = signed_changes(plan_document(plan, rules), rules, observed(new))
        lines = [line for one in found for line in _line_told(one)]
        rows = [_line_json(one) for one in found]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            click.echo(line)
        click.echo(f"{len(rows)} thay đổi" if rows else "không có thay đổi nào")
    return DIFFERENT if rows else 0


def _told(change: Change) -> Iterator[str]:
    where = change.place or "toàn văn bản"
    match change.kind:
        case ChangeKind.ADDED:
            yield f"{change.kind.label}: {where}: {_whole(change.after)}"
        case ChangeKind.DROPPED:
            yield f"{change.kind.label}: {where}: {_whole(change.before)}"
        case ChangeKind.MOVED:
            yield f"{change.kind.label}: {_whole(change.after)}: {where}"
        case _:
            yield f"{change.kind.label}: {where}: {change.field}"
            if isinstance(change.before, str) and isinstance(change.after, str):
                for word in word_changes(change.before, change.after):
                    yield f"  {_words(word)}"
                return
            yield f"  từ: {said(change.before)}"
            yield f"  thành: {said(change.after)}"


def _whole(value: Any) -> str:  # noqa: ANN401 - any part of a plan
    return said(value) if isinstance(value, str | tuple) else f"“{short_label(value)}”"


def _as_json(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "id": change.id,
        "path": list(change.path),
        "into": list(change.into),
        "index": change.index,
        "place": change.place,
        "field": change.field,
        "before": None if change.before is None else said(change.before),
        "after": None if change.after is None else said(change.after),
    }


def _line_told(change: LineChange) -> Iterator[str]:
    match change.kind:
        case ChangeKind.ADDED:
            yield f"thêm: {change.place}: “{change.after}”"
        case ChangeKind.DROPPED:
            yield f"bỏ: {change.place} (bản của kehoach): “{change.before}”"
        case ChangeKind.MOVED:
            yield f"chuyển chỗ: {change.place}: “{change.after}”"
        case _:
            for word in change.words:
                yield f"sửa: {change.place}: {_words(word)}"


def _words(word: WordChange) -> str:
    if not word.before:
        said = f"thêm “{word.after}”"
    elif not word.after:
        said = f"bỏ “{word.before}”"
    else:
        said = f"“{word.before}” thành “{word.after}”"
    return f"{said} (ở: {word.left or 'đầu câu'} | {word.right or 'cuối câu'})"


def _line_json(change: LineChange) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "place": change.place,
        "before": change.before or None,
        "after": change.after or None,
        "words": [{"before": word.before, "after": word.after} for word in change.words],
    }
