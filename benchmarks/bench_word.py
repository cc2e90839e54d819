"""Writing .docx against the floor, docxtpl and python-docx: ratios of one run.

Run: python benchmarks/bench_word.py            (docxtpl from the extra "bench")

The paper is the provincial plan of the examples; every tool prints the same text. The floor is
what no writer can go below: ready strings, the shared parts deflated beforehand, zlib at level 6,
a zip put together by hand.
"""

from __future__ import annotations

import gc
import io
import statistics
import struct
import sys
import time
import tracemalloc
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm, Pt
from docxtpl import DocxTemplate

from kehoach import load, plan_document
from kehoach.documents import Column, Document, Paragraph, Properties, Table, plain
from kehoach.rules import rulebook
from kehoach.word import write, write_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document as PythonDocx

BOOK = rulebook("tt01-2011")
PLAN = Path(__file__).resolve().parent.parent / "examples" / "long-an-2013" / "plan.yaml"
HEAD = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Kết quả", "Ghi chú")
ROWS = 20_000
ROW_SHARES = (1, 6, 3, 3, 2, 2, 2)
DRAWN = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
MIB = 1 << 20


@cache
def founding() -> Document:
    """The plan of the examples as a paper."""
    return plan_document(load(PLAN), BOOK)


def paper(seed: int = 0) -> Document:
    """The founding paper, its blocks turned by the seed, which also stands in its texts."""
    document = founding()
    turn = seed % len(document.blocks)
    turned = document.blocks[turn:] + document.blocks[:turn]
    return attrs.evolve(
        document,
        properties=attrs.evolve(document.properties, title=f"Kế hoạch số {seed}"),
        blocks=(Paragraph(f"Kế hoạch này là kế hoạch thứ {seed}."), *turned),
    )


def table(count: int) -> Document:
    """A report of one table with so many rows."""
    rows = tuple(
        (
            str(number), f"Nhiệm vụ số {number} giao các sở, ngành và UBND các huyện thực hiện",
            "Sở Thông tin và Truyền thông", f"UBND huyện số {number % 15}",
            f"{number % 28 + 1}/{number % 12 + 1}/2013", f"{number % 101} %", "Đang thực hiện",
        )
        for number in range(count)
    )  # fmt: skip
    columns = tuple(Column(share) for share in ROW_SHARES)
    return Document("BC", Properties("Bảng theo dõi"), blocks=(Table(columns, rows, (HEAD,)),))


def texts(document: Document) -> Iterator[str]:
    """The printed lines of a paper, in their order."""
    head, title, closing = document.letterhead, document.title, document.closing
    assert head, "a paper of this benchmark has all its parts"  # noqa: S101
    assert title  # noqa: S101
    assert closing  # noqa: S101
    yield from (*head.issuer, head.nation, head.motto, head.number, head.place_date)
    yield from (title.kind, *title.summary.split("\n"))
    yield from (plain(block.text) for block in document.blocks if not isinstance(block, Table))
    for block in closing.signatures:
        yield from (*block.lines, block.name)
    yield from (closing.recipients_label, *closing.recipients)


class Floor:
    """The least work that gives the file: the lines of the paper in ready XML."""

    def __init__(self, document: Document) -> None:
        self.start, self.end = self._frame(document)
        self.shared = self._shared(document)

    @staticmethod
    def _frame(document: Document) -> tuple[str, str]:
        with zipfile.ZipFile(io.BytesIO(write(document, BOOK))) as package:
            xml = package.read("word/document.xml").decode()
        return xml[: xml.index("<w:body>") + 8], xml[xml.rindex("<w:sectPr>") :]

    @staticmethod
    def _shared(document: Document) -> list[tuple[bytes, int, int, bytes]]:
        with zipfile.ZipFile(io.BytesIO(write(document, BOOK))) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
        return [packed(name, data) for name, data in parts if name != "word/document.xml"]

    def __call__(self, lines: list[str]) -> bytes:
        """The bytes of a paper with these lines."""
        body = "".join(map(DRAWN.format, lines))
        data = f"{self.start}{body}{self.end}".encode()
        return zipped([*self.shared, packed("word/document.xml", data)])


def packed(name: str, data: bytes) -> tuple[bytes, int, int, bytes]:
    """Name, checksum, length and deflated bytes of a member."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return name.encode(), zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush()


def zipped(members: list[tuple[bytes, int, int, bytes]]) -> bytes:
    """A zip made by hand."""
    out, directory, place = [], [], 0
    for name, checksum, length, data in members:
        fields = (20, 0, 8, 0, 33, checksum, len(data), length, len(name), 0)
        local = struct.pack("<4s5H3I2H", b"PK\x03\x04", *fields) + name + data
        central = struct.pack("<4sH", b"PK\x01\x02", 20) + struct.pack("<5H3I2H", *fields)
        directory.append(central + struct.pack("<3H2I", 0, 0, 0, 0, place) + name)
        out.append(local)
        place += len(local)
    listed = b"".join(directory)
    count = len(members)
    sizes = (0, 0, count, count, len(listed), place, 0)
    return b"".join(out) + listed + struct.pack("<4s4H2IH", b"PK\x05\x06", *sizes)


def python_docx(lines: list[str]) -> bytes:
    """What an office's first script does: paragraph by paragraph, formatted directly."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(line)
        run.font.name, run.font.size, run.font.bold = "Times New Roman", Pt(14), line.isupper()
    return saved(document)


def saved(document: PythonDocx | DocxTemplate) -> bytes:
    """The bytes of a document that saves itself."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paper_template() -> bytes:
    """A docxtpl template of the paper: a loop over its lines."""
    document = docx.Document()
    for text in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(text)
    return saved(document)


def table_template() -> bytes:
    """A docxtpl template of the table: a loop over its rows."""
    document = docx.Document()
    grid = document.add_table(4, len(HEAD))
    for index, text in enumerate(HEAD):
        grid.rows[0].cells[index].text = text
        grid.rows[2].cells[index].text = f"{{{{ row[{index}] }}}}"
    grid.rows[1].cells[0].text = "{%tr for row in rows %}"
    grid.rows[3].cells[0].text = "{%tr endfor %}"
    return saved(document)


def rendered(template: bytes, **values: Any) -> bytes:  # noqa: ANN401 - docxtpl takes anything
    """What docxtpl makes of a template."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(values, autoescape=True)
    return saved(document)


def milliseconds(work: Callable[[], object], rounds: int, number: int = 1) -> float:
    """The median of `rounds` timings of `number` calls, a call, without the collector."""
    timed = []
    gc.disable()
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(number):
            work()
        timed.append((time.perf_counter() - start) / number * 1e3)
        gc.collect()
    gc.enable()
    return statistics.median(timed)


def told(name: str, value: float, bound: float, *, at_least: bool) -> bool:
    """Print one ratio beside its bound; whether it keeps it."""
    kept = value >= bound if at_least else value <= bound
    sign = "≥" if at_least else "≤"
    print(f"{name:58} {value:9.2f}  {sign} {bound:<5g} {'' if kept else '  MISSED'}")
    return kept


def one_paper() -> list[bool]:
    """One paper, warm: the floor, docxtpl, python-docx."""
    document = paper()
    lines, template = list(texts(document)), paper_template()
    floor = Floor(document)
    ours = milliseconds(lambda: write(document, BOOK), 15, 50)
    plan = load(PLAN)
    planned = milliseconds(lambda: write(plan_document(plan, BOOK), BOOK), 15, 50)
    least = milliseconds(lambda: floor(lines), 15, 50)
    naive = milliseconds(lambda: python_docx(lines), 5)
    templated = milliseconds(lambda: rendered(template, lines=lines), 5)
    print(f"one paper: {ours:.2f} ms, floor {least:.2f} ms, {len(write(document, BOOK))} bytes")
    return [
        told("one paper × the floor", ours / least, 2, at_least=False),
        told("plan to bytes × the floor", planned / least, 4, at_least=False),
        told("docxtpl × one paper", templated / ours, 10, at_least=True),
        told("python-docx, formatted directly × one paper", naive / ours, 40, at_least=True),
    ]


def long_table() -> list[bool]:
    """20,000 rows of seven columns: docxtpl, the line, the memory."""
    large, small = table(ROWS), table(1000)
    ours = milliseconds(lambda: write(large, BOOK), 3)
    a_thousand = milliseconds(lambda: write(small, BOOK), 9)
    block = large.blocks[0]
    assert isinstance(block, Table)  # noqa: S101
    template = table_template()
    templated = milliseconds(lambda: rendered(template, rows=block.rows), 1)
    tracemalloc.start()
    with io.BytesIO() as stream:
        write_to(large, BOOK, stream)
    peak = tracemalloc.get_traced_memory()[1] / MIB
    tracemalloc.stop()
    print(f"{ROWS} rows: {ours:.0f} ms, docxtpl {templated:.0f} ms")
    return [
        told("docxtpl × table of 20,000 rows", templated / ours, 12, at_least=True),
        told(
            "20,000 rows × 20 times 1,000", ours / a_thousand / (ROWS / 1000), 1.3, at_least=False
        ),
        told("memory beyond the data, MiB", peak, 40, at_least=False),
    ]


def many_papers(count: int = 1000) -> list[bool]:
    """A thousand papers: against the floor's pace, the memory, two threads."""
    papers = [paper(seed) for seed in range(count)]
    lines = [list(texts(document)) for document in papers]
    floor = Floor(papers[0])
    least = milliseconds(lambda: [len(floor(each)) for each in lines], 3)
    ours = milliseconds(lambda: [len(write(each, BOOK)) for each in papers], 3)
    with ThreadPoolExecutor(2) as pool:

        def spread() -> list[int]:
            return list(pool.map(lambda each: len(write(each, BOOK)), papers, chunksize=8))

        threaded = milliseconds(spread, 3)
    tracemalloc.start()
    peaks = []
    for half in (papers[: count // 10], papers):
        for each in half:
            write(each, BOOK)
        peaks.append(tracemalloc.get_traced_memory()[1] / MIB)
    tracemalloc.stop()
    print(f"{count} papers: {count / ours * 1e3:.0f} a second, floor {count / least * 1e3:.0f}")
    return [
        told("papers a second × the floor's", least / ours, 0.5, at_least=True),
        told("two threads × one", ours / threaded, 1.4, at_least=True),
        told(
            "memory of 1,000 papers beyond that of 100, MiB", peaks[1] - peaks[0], 4, at_least=False
        ),
    ]


def main() -> int:
    """Print every ratio; 1 when one is missed."""
    kept = [*one_paper(), *long_table(), *many_papers()]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
