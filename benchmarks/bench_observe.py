"""Reading .docx against a bare walk over its XML and other readers: ratios of one run.

Run: python benchmarks/bench_observe.py         (mammoth and docx2python from the extra "bench")

The papers are those of bench_word.py: a provincial plan of seven pages as our own writer makes
it and as python-docx makes it with direct formatting, and a table of 5,000 rows. The floor
unzips the body, parses it with lxml and collects the text of its w:t, nothing else.
"""

from __future__ import annotations

import importlib
import io
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from bench_word import BOOK, milliseconds, paper, python_docx, table, texts, told
from lxml import etree

from kehoach.word import observe, write

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
ROWS = 5_000


def walked(data: bytes) -> list[str | None]:
    """The floor: the text of every w:t."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [element.text for element in root.iter(TEXT)]


def through_python_docx(data: bytes) -> list[str]:
    """python-docx's own walk: the texts of paragraphs, then those of tables cell by cell."""
    document = docx.Document(io.BytesIO(data))
    found = [paragraph.text for paragraph in document.paragraphs]
    cells = (cell for each in document.tables for row in each.rows for cell in row.cells)
    return [*found, *(cell.text for cell in cells)]


def through_mammoth(data: bytes) -> str:
    """What mammoth makes of a file: HTML."""
    mammoth: Any = importlib.import_module("mammoth")
    made: str = mammoth.convert_to_html(io.BytesIO(data)).value
    return made


def through_docx2python(data: bytes) -> str:
    """What docx2python makes of a file: text."""
    reader: Any = importlib.import_module("docx2python")
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        Path(file.name).write_bytes(data)
        with reader.docx2python(file.name) as read:
            text: str = read.text
    return text


def beside(name: str, reader: Callable[[bytes], object], data: bytes, ours: float) -> None:
    """Print how long another reader takes, if it is installed."""
    try:
        reader(data)
    except ImportError:
        print(f"{name:58} not installed")
        return
    except Exception as fault:  # noqa: BLE001 - another reader may fail in any way
        print(f"{name:58} fails: {fault!r}")
        return
    print(f"{name + ' × observe':58} {milliseconds(lambda: reader(data), 3) / ours:9.2f}")


def one_paper() -> list[bool]:
    """Our own paper and a directly formatted one, warm."""
    own, direct = write(paper(), BOOK), python_docx(list(texts(paper())))
    ours, floor = (
        milliseconds(lambda: observe(own), 15, 10),
        milliseconds(lambda: walked(own), 15, 20),
    )
    formatted = milliseconds(lambda: observe(direct), 15, 10)
    theirs = milliseconds(lambda: through_python_docx(direct), 7)
    print(f"own paper: {ours:.2f} ms, floor {floor:.2f} ms; directly formatted: {formatted:.2f} ms")
    beside("mammoth, own paper", through_mammoth, own, ours)
    beside("docx2python, own paper", through_docx2python, own, ours)
    beside("mammoth, directly formatted", through_mammoth, direct, formatted)
    beside("docx2python, directly formatted", through_docx2python, direct, formatted)
    return [
        told("own paper × a walk that collects its text", ours / floor, 8, at_least=False),
        told("directly formatted × python-docx's walk", formatted / theirs, 1.5, at_least=False),
    ]


def long_table() -> list[bool]:
    """5,000 rows of seven columns: time in proportion to the rows."""
    large, small = write(table(ROWS), BOOK), write(table(ROWS // 10), BOOK)
    ours, tenth = milliseconds(lambda: observe(large), 5), milliseconds(lambda: observe(small), 15)
    print(f"{ROWS} rows: {ours:.0f} ms, floor {milliseconds(lambda: walked(large), 3):.0f} ms")
    return [told("5,000 rows × 10 times 500", ours / tenth / 10, 1.3, at_least=False)]


def main() -> int:
    """Print every ratio; 1 when one is missed."""
    return 0 if all([*one_paper(), *long_table()]) else 1


if __name__ == "__main__":
    sys.exit(main())
