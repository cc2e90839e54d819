"""The documentation is run: each Python block and each `$ kehoach …` line, beside examples/."""

from __future__ import annotations

import inspect
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.cli._vietnamese import COMMANDS
from kehoach.hookspecs import KehoachSpec
from tests.support.markdown import Block, Command, blocks, commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    page.relative_to(ROOT)
    for page in [
        *sorted(ROOT.glob("README*.md")),
        *sorted((ROOT / "docs").rglob("*.md")),
    ]
]
CONSOLE = {"console", "bash"}
ELLIPSES = {"…", "..."}
MAKE_REFERENCE = "import runpy; print(runpy.run_path('tools/make_reference.py')['page']())"
PROGRAM = f"""#!{sys.executable}
from kehoach.cli import main
main()
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a copy of examples/, and `kehoach` on the PATH."""
    folder = tmp_path / "desk"
    folder.mkdir()
    if (ROOT / "examples").exists():
        shutil.copytree(ROOT / "examples", folder / "examples")
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "kehoach").write_text(PROGRAM, encoding="utf-8")
    (programs / "kehoach").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"), prepend=os.pathsep)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(folder)
    return folder


def run_python(block: Block, page: Path, names: dict[str, object]) -> None:
    """Run a block; a traceback names the page and its line."""
    code = "\n" * (block.line - 1) + block.code
    exec(compile(code, str(ROOT / page), "exec"), names)  # noqa: S102  our own documentation


def run_console(command: Command, page: Path) -> None:
    """Run a command; it must succeed (`# exit 1` behind it: so) and print every line shown."""
    text, _, remark = command.text.partition("  # exit ")
    done = subprocess.run(["bash", "-c", text], capture_output=True, check=False, text=True)
    output = " ".join((done.stdout + done.stderr).split())
    place = f"{page}:{command.line}: {text}\n{done.stdout}{done.stderr}"

    assert done.returncode == int(remark or 0), place
    for line in command.shown:
        assert line.strip() in ELLIPSES or " ".join(line.split()) in output, f"{line!r} at {place}"


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.usefixtures("desk")
def test_a_page_of_the_documentation_runs_from_top_to_bottom(page):
    names: dict[str, object] = {"__name__": "__docs__"}
    for block in blocks((ROOT / page).read_text(encoding="utf-8")):
        if block.kind == "python":
            run_python(block, page, names)
        elif block.kind in CONSOLE:
            for command in commands(block):
                if command.text.split()[0] == "kehoach":
                    run_console(command, page)


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_the_test_command_of_the_readme_is_what_the_checks_run_last(name):
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()[-1]

    assert last in (ROOT / name).read_text(encoding="utf-8").splitlines()


def test_a_block_is_found_with_its_line_and_a_marked_one_is_left_out():
    text = "# A\n\n```python\nx = 1\n```\n\n<!-- no-run -->\n\n```python\nboom\n```\n"

    assert list(blocks(text)) == [Block("python", "x = 1\n", 4)]


def test_a_command_goes_on_after_a_backslash_and_keeps_the_output_shown_below_it():
    block = Block("console", "$ kehoach \\\n  a\nout\n$ ls\n", 10)

    assert [(command.text, command.shown) for command in commands(block)] == [
        ("kehoach   a", ("out",)),
        ("ls", ()),
    ]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("text", "shown"), [("false", ()), ("echo một", ("hai",)), ("true  # exit 1", ())]
)
def test_a_command_that_fails_or_prints_something_else_is_a_failure(text, shown):
    with pytest.raises(AssertionError, match="page"):
        run_console(Command(text, shown, 1), Path("page"))


@pytest.mark.usefixtures("desk")
def test_a_command_that_prints_what_is_shown_passes():
    run_console(
        Command("printf 'a   b\\nc\\n'; exit 3  # exit 3", ("a b", "…", "c"), 1), Path("page")
    )


def test_the_reference_of_the_plan_file_is_made_from_the_classes():
    done = subprocess.run(
        [sys.executable, "-c", MAKE_REFERENCE],
        capture_output=True, check=True, cwd=ROOT, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip

    assert done.stdout.rstrip() == (
        (ROOT / "docs" / "reference" / "plan-file.md").read_text(encoding="utf-8").rstrip()
    ), "run tools/make_reference.py"


def test_every_hook_is_documented_with_its_arguments():
    page = (ROOT / "docs" / "reference" / "plugins.md").read_text(encoding="utf-8")
    hooks = {
        name: inspect.signature(hook)
        for name, hook in vars(KehoachSpec).items()
        if name.startswith("kehoach_")
    }

    assert hooks
    for name, signature in hooks.items():
        arguments = ", ".join(one for one in signature.parameters if one != "self")
        assert f"### `{name}({arguments})`" in page


def test_every_command_is_documented():
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"`kehoach {name}" not in page] == []
