r"""Xuất ra Markdown: a paper as CommonMark, with the tables and footnotes of GitHub.

Every printed character stands in the text and nothing of it is taken for markup: what Markdown
would read as a mark is escaped, so that `\- a` is shown as "- a". Line breaks stay line breaks;
spaces at the ends of lines fall away. The two-column head becomes the left block, then the right
one; a covered place of a table is an empty cell.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

from attrs import evolve

from kehoach.documents import Alignment, Cell, Document, Heading, Paragraph, Run, Table, plain
from kehoach.errors import UnwritableText
from kehoach.hookspecs import Exporter, Subject, hookimpl
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.documents import Appendix, Block, Closing, Letterhead, Row, Text, Title
    from kehoach.rules import Rulebook

DEEPEST = 6
"""The last level of headings in Markdown; the title has the first."""

# What Markdown, GitHub's dialect included, could read as a mark: anywhere; at the start of a line
# (lists, rules, tables, underlined headings); and what it would turn into a link or a picture.
_MARKS = re.compile(
    r"""[\\`*_{}\[\]<>#|~&$@]
    | ^[ \t]*(?P<first>[-+=:]) | ^[ \t]*\d{1,9}(?P<item>[.)])
    | :(?=//) | (?<=www)\. | :(?=[\w+-]+:)""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_BREAK, _BREAK_IN_LINE = "\\\n", "<br>"
_SPACE = " \t\n"
_RULES = {
    Alignment.LEFT: ":---",
    Alignment.CENTER: ":---:",
    Alignment.RIGHT: "---:",
    Alignment.JUSTIFY: ":---",
}


@hookimpl
def kehoach_exporters() -> list[Exporter]:
    """Bộ xuất `markdown`."""
    return [Exporter("markdown", ".md", Subject.DOCUMENT, "Markdown (.md)", write)]


def write(document: Document, rulebook: Rulebook, stream: BinaryIO) -> None:  # noqa: ARG001
    """Ghi văn bản thành Markdown; raises UnwritableText for characters that no file can hold."""
    stream.write(as_markdown(document).encode())


def as_markdown(document: Document) -> str:
    """Markdown của một văn bản, ending in a line feed; raises as `write` does."""
    notes: list[str] = []
    parts = [part for part in _document(document, notes) if part]
    listed = (f"[^{n}]: {_inline(note, [])}" for n, note in zip(count(1), notes, strict=False))
    text = "\n\n".join([*parts, *listed]) + "\n"
    for offset, character in forbidden_characters(text):
        line = text.count("\n", 0, offset) + 1
        raise UnwritableText(f"line {line} of the text", offset, character)
    return text


def _document(document: Document, notes: list[str]) -> Iterator[str]:
    """The parts of a paper from top to bottom; footnotes met on the way are added to `notes`."""
    yield _lines([document.signing])
    if document.letterhead is not None:
        yield from _letterhead(document.letterhead)
    if document.title is not None:
        yield from _title(document.title)
    yield _lines(document.addressees)
    yield from _blocks(document.blocks, notes)
    if document.closing is not None:
        yield from _closing(document.closing)
    yield _lines([document.office_address])
    for appendix in document.appendices:
        yield from _appendix(appendix, notes)
    for enclosed in document.enclosed:
        yield "---"
        yield from _document(enclosed, notes)
    for certified in document.copies:
        yield "---"
        yield _lines([*certified.issuer, certified.number])
        yield _lines([certified.form, certified.place_date])
        yield from _closing(certified.closing)


def _lines(lines: Iterable[str]) -> str:
    """The lines that hold something, as one paragraph."""
    return _inline("\n".join(filter(None, lines)), [], _BREAK)


def _letterhead(head: Letterhead) -> Iterator[str]:
    left = [*head.superior, *head.issuer, head.number, head.subject]
    yield _lines([*left, head.urgency, head.circulation])
    yield _lines([head.nation, head.motto, head.place_date])


def _title(title: Title) -> Iterator[str]:
    yield _heading(title.kind, 1, [])
    yield _lines([title.summary, title.reference])


def _heading(text: Text, level: int, notes: list[str], label: str = "") -> str:
    printed = _BREAK_IN_LINE.join(filter(None, [_inline(label, []), _inline(text, notes)]))
    return f"{'#' * min(level, DEEPEST)} {printed}" if printed else ""


def _blocks(blocks: Iterable[Block], notes: list[str]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _inline(block.text, notes, _BREAK)
            case Heading():
                yield _heading(block.text, block.level + 1, notes, block.label)
            case Table():
                yield _table(block, notes)


def _table(table: Table, notes: list[str]) -> str:
    """A table of GitHub, which has one row of titles; further ones follow as rows."""
    titles, *rows = [*table.header, *table.rows] if table.header else [(), *table.rows]
    rule = [_RULES[column.align] for column in table.columns]
    lines = [_row(titles or ("",) * len(rule), notes), f"| {' | '.join(rule)} |"]
    return "\n".join([*lines, *(_row(row, notes) for row in rows)]) if rule else ""


def _row(row: Row, notes: list[str]) -> str:
    return f"| {' | '.join(_inline(_cell(one), notes) for one in row)} |"


def _cell(cell: str | Cell | None) -> Text:
    if not isinstance(cell, Cell):
        return cell or ""
    runs = (Run(cell.text),) if isinstance(cell.text, str) else cell.text
    bold, italic = cell.bold, cell.italic
    return tuple(evolve(run, bold=run.bold or bold, italic=run.italic or italic) for run in runs)


def _inline(text: Text, notes: list[str], line_break: str = _BREAK_IN_LINE) -> str:
    """A text as Markdown; `line_break` stands for each newline in it."""
    runs = (Run(text),) if isinstance(text, str) else text
    places = {
        found.start(found.lastgroup or 0) for found in _MARKS.finditer(plain(text))
    }  # on the whole text: a mark may begin in one run and end in the next
    written, start = "", 0
    for run in runs:
        printed = "".join(
            f"\\{character}" if place in places else character
            for place, character in enumerate(run.text, start)
        )
        start += len(run.text)
        written += _styled(printed, run, written)
        if run.footnote is not None:
            notes.append(run.footnote)
            written += f"[^{len(notes)}]"
    return line_break.join(line.strip(" \t") for line in written.strip(_SPACE).split("\n"))


def _styled(text: str, run: Run, before: str) -> str:
    """The text between its marks; tags serve where asterisks would not be read as marks."""
    core = text.strip(_SPACE)
    if not core or not (run.bold or run.italic):
        return text
    mark, opening, closing = "", "", ""
    if run.italic:
        mark, opening, closing = "*", "<em>", "</em>"
    if run.bold:
        mark, opening, closing = f"**{mark}", f"<strong>{opening}", f"{closing}</strong>"
    if core[0].isalnum() and core[-1].isalnum() and not before.endswith("*"):
        opening, closing = mark, mark
    lead, _, trail = text.partition(core)
    return f"{lead}{opening}{core}{closing}{trail}"


def _closing(closing: Closing) -> Iterator[str]:
    yield _lines([closing.recipients_label, *closing.recipients, closing.drafter])
    confirmed = (closing.confirmation,) if closing.confirmation else ()
    for signature in (*closing.signatures, *confirmed):
        yield _lines(signature.lines)
        yield _lines([signature.other_post, signature.name])


def _appendix(appendix: Appendix, notes: list[str]) -> Iterator[str]:
    yield "---"
    yield _heading(appendix.title, 2, notes, appendix.label)
    yield _lines([appendix.reference])
    yield from _blocks(appendix.blocks, notes)
