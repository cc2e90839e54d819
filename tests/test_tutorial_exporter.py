"""docs/tutorials/first-exporter: its files and commands, from an empty folder to a plugin."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.markdown import FENCE, Block, Command, commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "docs" / "tutorials" / f"first-exporter{suffix}" for suffix in (".md", ".vi.md")]
NAMED = re.compile(r"^```\w+ (?P<name>[\w.-]+)$", re.MULTILINE)
KEHOACH = ("-c", "from kehoach.cli import main; main()")
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet", "--no-cache-dir", "install")
OFFLINE = ("--no-index", "--no-deps", "--no-build-isolation")


def files_of(page: str) -> dict[str, str]:
    """The files that a page shows, by the names beside their fences."""
    return {
        named["name"]: block["code"]
        for block in FENCE.finditer(page)
        if (named := NAMED.match(block[0]))
    }


def commands_of(page: str) -> list[Command]:
    """The commands of the page, whether or not the other tests run them."""
    found = [block for block in FENCE.finditer(page) if block["kind"] == "console"]
    return [each for block in found for each in commands(Block("console", block["code"], 1))]


def arguments(command: Command, site: Path) -> list[str]:
    """What a line of the page means here: this Python, no network, a folder of its own."""
    program, *rest = shlex.split(command.text)
    if program == "pip":
        assert rest[0] == "install"
        return [*PIP, *OFFLINE, "--target", str(site), *rest[1:]]
    if program == "kehoach":
        return [*KEHOACH, *rest]
    assert program == "python"
    return [*rest, "-p", "no:cacheprovider"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_tutorial_leads_from_an_empty_folder_to_a_plugin_in_use(page, tmp_path):
    text = page.read_text(encoding="utf-8")
    folder, site = tmp_path / "kehoach-nhac", tmp_path / "site"
    folder.mkdir()
    for name, content in files_of(text).items():
        (folder / name).write_text(content, encoding="utf-8")
    path = os.pathsep.join([str(site), str(ROOT / "src")])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    env.pop("KEHOACH_DISABLE_PLUGINS", None)

    assert set(files_of(text)) == {"pyproject.toml", "kehoach_nhac.py", "test_kehoach_nhac.py"}
    for command in commands_of(text):
        done = subprocess.run(
            [sys.executable, *arguments(command, site)], capture_output=True, check=False,
            cwd=folder, env=env, encoding="utf-8",
        )  # fmt: skip
        said = " ".join((done.stdout + done.stderr).split())
        assert done.returncode == 0, f"{command.text}: {said}"
        for line in command.shown:
            assert " ".join(line.split()) in said, command.text
    assert (folder / "viec.nhac").is_file()


def test_both_languages_show_the_same_files_and_commands():
    first, second = (page.read_text(encoding="utf-8") for page in PAGES)

    assert files_of(first) == files_of(second)
    assert [one.text for one in commands_of(first)] == [one.text for one in commands_of(second)]
