"""llms.txt: what programs read first leads to pages that are there, and names what exists."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import kehoach

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "llms.txt").read_text(encoding="utf-8")


def test_it_begins_with_the_name_and_a_summary():
    title, blank, summary, *_ = TEXT.splitlines()

    assert (title, blank) == ("# kehoach", "")
    assert summary.startswith("> ")


def test_every_link_leads_to_a_file():
    links = re.findall(r"\]\(([^)]+)\)", TEXT)

    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_every_plugin_is_named():
    names = [path.parent.name for path in (ROOT / "plugins").glob("*/pyproject.toml")]

    assert [name for name in names if f"plugins/{name}/README.md" not in TEXT] == []


def test_every_module_and_public_name_it_tells_of_exists():
    for name in re.findall(r"`kehoach\.(\w+)(?:\.(\w+))?", TEXT):
        module = importlib.import_module(f"kehoach.{name[0]}")
        assert not name[1] or hasattr(module, name[1]), name
    face = re.search(r"daily face: (.*?)\. Everything", TEXT, re.DOTALL)
    assert face is not None
    for name in re.findall(r"`(\w+)`", face[1]):
        assert hasattr(kehoach, name)
