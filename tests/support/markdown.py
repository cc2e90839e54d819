"""The code blocks of a Markdown file, in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w*)[^\n]*\n(?P<code>.*?)^(?P=indent)```", re.MULTILINE | re.DOTALL
)
NO_RUN = "<!-- no-run -->"
PROMPT = "$ "


@frozen
class Block:
    """A fenced block: its kind (`python`), its text, the line on which the text begins."""

    kind: str
    code: str
    line: int


@frozen
class Command:
    """A command line of a console block, with the output shown below it."""

    text: str
    shown: tuple[str, ...]
    line: int


def blocks(markdown: str) -> Iterator[Block]:
    """Yield the blocks to run: not those with `<!-- no-run -->` as the last line before them."""
    for match in FENCE.finditer(markdown):
        if not markdown[: match.start()].rstrip().endswith(NO_RUN):
            indent = match["indent"]
            code = "".join(line.removeprefix(indent) for line in match["code"].splitlines(True))
            yield Block(match["kind"], code, markdown.count("\n", 0, match.start()) + 2)


def commands(block: Block) -> Iterator[Command]:
    r"""Yield the `$ …` lines; one that ends in `\` goes on in the next line."""
    joined = block.code.replace("\\\n", "")
    found: list[Command] = []
    for number, line in enumerate(joined.splitlines()):
        if line.startswith(PROMPT):
            found.append(Command(line.removeprefix(PROMPT), (), block.line + number))
        elif found and line.strip():
            last = found[-1]
            found[-1] = Command(last.text, (*last.shown, line), last.line)
    yield from found
