"""Tệp văn bản và .csv: lines and rows as paragraphs and one table."""

from __future__ import annotations

import csv
import io
from typing import Final

from kehoach.observed.blocks import (
    ObservedCell,
    ObservedParagraph,
    ObservedRow,
    ObservedRun,
    ObservedTable,
)
from kehoach.observed.paper import Observed, SourceKind
from kehoach.word._observe.decode import Decoded, decode
from kehoach.word._observe.xml import Unreadable

_DELIMITERS: Final = (";", ",", "\t", "|")
_SNIFFED: Final = 20
_MOST_PIECES: Final = 2_000_000


def observe_lines(data: bytes) -> Observed:
    """A paragraph a line."""
    decoded = decode(data)
    _check(decoded.text, "\n")
    lines = decoded.text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return Observed(
        kind=SourceKind.TEXT,
        blocks=tuple(_paragraph(line, number) for number, line in enumerate(lines, 1)),
        remarks=decoded.remarks,
        encoding=decoded.encoding,
    )


def _check(text: str, *signs: str) -> None:
    if sum(map(text.count, signs)) > _MOST_PIECES:
        raise Unreadable("tệp có quá nhiều dòng hoặc ô", "chia thành nhiều tệp nhỏ hơn")


def _paragraph(text: str, line: int | None = None) -> ObservedParagraph:
    return ObservedParagraph((ObservedRun(text),) if text else (), line=line)


def observe_rows(data: bytes) -> Observed:
    """One table, a row a record; the delimiter is the one that cuts the first rows alike."""
    decoded = decode(data)
    rows = tuple(_rows(decoded))
    width = max((len(row.cells) for row in rows), default=0)
    return Observed(
        kind=SourceKind.CSV,
        blocks=(ObservedTable(rows, grid=(0.0,) * width),),
        remarks=decoded.remarks,
        encoding=decoded.encoding,
    )


def _rows(decoded: Decoded) -> list[ObservedRow]:
    text = decoded.text
    if text.startswith("sep=") and "\n" in text:
        delimiter = text[4:5].strip("\n") or ","
        first, text = 2, text.partition("\n")[2]
    else:
        delimiter, first = _delimiter(text), 1
    _check(text, "\n", delimiter)
    made = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = first
    try:
        for record in reader:
            made.append(_row(record, line))
            line = first + reader.line_num
    except csv.Error as fault:
        raise Unreadable(
            f"tệp .csv sai ở dòng {line}", "kiểm tra dấu ngoặc kép ở dòng đó"
        ) from fault
    return made


def _row(record: list[str], line: int) -> ObservedRow:
    cells = tuple(
        ObservedCell((*map(_paragraph, value.split("\n")),), column)
        for column, value in enumerate(record)
    )
    return ObservedRow(cells, line=line)


def _delimiter(text: str) -> str:
    """The sign that cuts most of the first records into the same number of fields, over one."""
    sample = io.StringIO(text[: 1 << 16], newline="")
    head = "".join(line for line, _ in zip(sample, range(_SNIFFED), strict=False))

    def score(sign: str) -> tuple[float, int]:
        try:
            counts = [
                len(record) for record in csv.reader(io.StringIO(head, newline=""), delimiter=sign)
            ]
        except csv.Error:
            return 0.0, 0
        usual = max(set(counts), key=counts.count, default=1)
        return (counts.count(usual) / len(counts), usual) if usual > 1 else (0.0, 0)

    return max(_DELIMITERS, key=score)
