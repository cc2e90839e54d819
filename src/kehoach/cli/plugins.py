"""kehoach plugins: what is plugged in, and what could not be."""

from __future__ import annotations

import json

import click
from attrs import asdict

from kehoach.cli._options import json_option
from kehoach.cli._vietnamese import Command
from kehoach.plugins import load_plugins

_STATUS = {"active": "đang dùng", "blocked": "bị tắt", "failed": "lỗi"}


@click.command(cls=Command)
@json_option
@click.pass_obj
def plugins(settings: dict[str, bool], *, as_json: bool) -> None:
    """Liệt kê các bộ cắm: tên, gói, phiên bản, tình trạng, lý do."""
    report = load_plugins(third_party=settings["third_party"]).report()
    if as_json:
        click.echo(json.dumps([asdict(one) for one in report], ensure_ascii=False, indent=2))
        return
    for one in report:
        status = _STATUS.get(one.status, one.status)
        reason = f": {one.reason}" if one.reason else ""
        hooks = ", ".join(one.hooks) or "–"
        click.echo(f"{one.name} ({one.distribution} {one.version}) – {status}{reason} – {hooks}")
