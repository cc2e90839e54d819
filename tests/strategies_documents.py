"""Documents of every shape: any text that a file can hold, any mix of parts."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from kehoach.documents import (
    Alignment,
    Appendix,
    Cell,
    Closing,
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Properties,
    Row,
    Run,
    SignatureBlock,
    Table,
    Title,
)
from kehoach.vietnamese import is_clean

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"

any_text = st.text(max_size=60).filter(is_clean)
vietnamese = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyẾỘỰ0123456789 \u00a0-.,;&<>\"'\n\t", max_size=80)
texts = st.one_of(vietnamese, any_text)
lines = st.text("AĂÂBCDĐEÊGHIKLMNOÔƠ TỈNH\u00a0&<", min_size=1, max_size=60)
some_lines = st.lists(lines, max_size=3).map(tuple)
runs = st.builds(
    Run, texts, bold=st.booleans(), italic=st.booleans(), footnote=st.none() | vietnamese
)
rich_texts = texts | st.lists(runs, max_size=3).map(tuple)
paragraphs = st.builds(Paragraph, rich_texts, st.sampled_from(Part))
headings = st.builds(
    Heading,
    rich_texts,
    st.integers(1, 12),
    st.sampled_from(Part),
    st.just("") | lines,
    st.sampled_from((Part.CHAPTER_LABEL, Part.PART_LABEL, Part.SECTION_LABEL)),
)


@st.composite
def rows(draw: st.DrawFn, width: int, left: dict[int, int]) -> Row:
    """A row of `width` places; `left` counts down the rows that cells above still cover."""
    row: list[str | Cell | None] = []
    while (at := len(row)) < width:
        if left.get(at, 0):
            left[at] -= 1
            row.append(None)
            continue
        free = next((n for n in range(at, width) if left.get(n, 0)), width) - at
        if draw(st.booleans()):
            row.append(draw(texts))
            continue
        across, down = draw(st.integers(1, free)), draw(st.integers(1, 3))
        bold, italic = draw(st.booleans()), draw(st.booleans())
        align = draw(st.none() | st.sampled_from(Alignment))
        row += [Cell(draw(rich_texts), across, down, bold, italic, align), *[None] * (across - 1)]
        left.update(dict.fromkeys(range(at, at + across), down - 1))
    return tuple(row)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table whose cells cover places across and down."""
    shares = st.floats(0.5, 9, allow_nan=False)
    columns = draw(st.lists(st.builds(Column, shares, st.sampled_from(Alignment)), min_size=1))
    columns = columns[:5]
    left: dict[int, int] = {}
    counts = draw(st.integers(0, 2)), draw(st.integers(0, 5))
    header, body = (tuple(draw(rows(len(columns), left)) for _ in range(count)) for count in counts)
    return Table(tuple(columns), body, header)


blocks = st.lists(st.one_of(paragraphs, headings, tables()), max_size=5).map(tuple)
letterheads = st.builds(
    Letterhead,
    st.lists(lines, min_size=1, max_size=2).map(tuple),
    st.just(NATION),
    st.just(MOTTO),
    superior=some_lines,
    number=st.just("") | lines,
    place_date=st.just("") | lines,
    subject=st.just("") | lines,
    urgency=st.sampled_from(("", "HỎA TỐC", "THƯỢNG KHẨN", "KHẨN", "NGAY")),
    circulation=st.sampled_from(("", "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI")),
)
titles = st.builds(Title, lines, summary=texts, reference=texts)
signatures = st.builds(
    SignatureBlock, st.lists(lines, min_size=1, max_size=3).map(tuple), texts, texts
)
closings = st.builds(
    Closing,
    st.lists(signatures, max_size=3).map(tuple),
    st.just("") | lines,
    st.lists(lines, max_size=40).map(tuple),
    st.just("") | lines,
)
appendices = st.builds(Appendix, texts, texts, texts, blocks, st.booleans())
dates = st.none() | st.dates(datetime.date(2011, 3, 5), datetime.date(2030, 1, 1))
properties = st.builds(Properties, any_text, any_text, any_text, dates)
parts = {
    "kind": st.just("KH"),
    "properties": properties,
    "letterhead": st.none() | letterheads,
    "title": st.none() | titles,
    "addressees": st.lists(lines, max_size=3).map(tuple),
    "blocks": blocks,
    "closing": st.none() | closings,
}
enclosed = st.builds(Document, **parts)
documents = st.builds(
    Document,
    office_address=st.just("") | lines,
    appendices=st.lists(appendices, max_size=2).map(tuple),
    enclosed=st.lists(enclosed, max_size=1).map(tuple),
    **parts,
)
