"""The rooms of the library: who may import whom, and how long a module may be."""

from __future__ import annotations

import ast
import graphlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).resolve().parent.parent / "src"
LONGEST = 400

# From the top down: a room imports only rooms above it. The third parties are those that the room
# may import besides attrs, which every room may.
ROOMS: dict[str, set[str]] = {
    "findings": set(),
    "errors": set(),
    "terms": set(),
    "converters": set(),
    "vietnamese": set(),
    "workdays": {"holidays"},
    "deadlines": {"pendulum"},
    "organizations": set(),
    "documents": set(),
    "plan": set(),
    "comparing": set(),
    "cycles": {"pendulum"},
    "files": {"cattrs", "yaml"},
    "rules": set(),
    "citations": set(),
    "store": {"sqlalchemy"},
    "tracking": {"pendulum"},
    "renewing": set(),
    "coverage": set(),
    "register": set(),
    "compose": set(),
    "drafts": set(),
    "observed": set(),
    "returns": set(),
    "word": {"docx", "lxml"},
    "office": set(),
    "anatomy": set(),
    "reading": set(),
    "collating": set(),
    "checks": set(),
    "hookspecs": {"pluggy"},
    "exporters": set(),
    "plugins": {"pluggy"},
    "exporting": set(),
    "issuing": set(),
    "testing": set(),
    "cli": {"click", "rich"},
    "__main__": set(),
}
ORDER = list(ROOMS)
FACE = "kehoach"


def module_name(path: Path) -> str:
    """Return the dotted name: a package's `__init__` has the package's."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted((SOURCE / FACE).rglob("*.py"))}
ROOM_MODULES = [name for name in MODULES if name != FACE]


def room_of(module: str) -> str:
    """Return the room: the second part of a dotted name."""
    return module.split(".")[1]


def imports(tree: ast.AST, module: str, *, is_package: bool) -> Iterator[str]:
    """Yield each imported module, wherever the import stands (functions, TYPE_CHECKING)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                home = module.split(".")
                home = home[: len(home) - node.level + is_package]
                source = ".".join([*home, source]).rstrip(".")
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield inner if inner in MODULES else source


def imports_of(module: str, *, for_types: bool = True) -> set[str]:
    """Return what a module of ours imports, with or without what only its types need."""
    path = MODULES[module]
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    if not for_types:
        tree = RuntimeOnly().visit(tree)
    return set(imports(tree, module, is_package=path.name == "__init__.py"))


class RuntimeOnly(ast.NodeTransformer):
    """Drops the branches that only a type checker reads."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        """Leave out `if TYPE_CHECKING:`."""
        only_types = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        return None if only_types else self.generic_visit(node)


def faults_of(module: str, imported: set[str]) -> list[str]:
    """Return one line an import that the table of rooms does not allow."""
    room = room_of(module)
    above = ORDER[: ORDER.index(room) + 1]
    allowed = {"attrs"} | ROOMS[room] | sys.stdlib_module_names
    faults = []
    for name in sorted(imported):
        top = name.split(".")[0]
        if name == FACE:
            faults.append(f"{module} imports the public face instead of a room")
        elif top == FACE and room_of(name) not in above:
            faults.append(f"{module} imports {name}, which stands below {room}")
        elif top not in {FACE, *allowed}:
            faults.append(f"{module} imports {name}, which has no place in {room}")
    return faults


def test_every_module_belongs_to_a_room_of_the_list():
    strangers = [name for name in ROOM_MODULES if room_of(name) not in ROOMS]

    assert strangers == []


@pytest.mark.parametrize("module", [m for m in ROOM_MODULES if room_of(m) in ROOMS])
def test_a_room_imports_only_rooms_above_it_and_its_own_third_parties(module):
    assert faults_of(module, imports_of(module)) == []


def test_there_is_no_import_cycle():
    graph = {
        name: (imports_of(name, for_types=False) & MODULES.keys()) - {name} for name in ROOM_MODULES
    }

    graphlib.TopologicalSorter(graph).prepare()


def test_no_module_is_too_long():
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()
    }

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("from kehoach.plan import Plan", "below"),
        ("import kehoach.word.writer", "below"),
        ("from ..plan import Plan", "below"),
        ("if TYPE_CHECKING:\n    from kehoach.plan import Plan", "below"),
        ("def late():\n    import docx", "no place"),
        ("from kehoach import Plan", "public face"),
    ],
)
def test_a_forbidden_import_is_seen_wherever_it_stands(code, fault):
    module = "kehoach.documents.parts"
    (line,) = faults_of(module, set(imports(ast.parse(code), module, is_package=False)))

    assert fault in line


def test_imports_from_above_from_within_and_of_attrs_are_allowed():
    code = "import datetime\nfrom attrs import frozen\nfrom ..errors import X\nfrom . import tree"
    module = "kehoach.documents.parts"

    assert faults_of(module, set(imports(ast.parse(code), module, is_package=False))) == []
