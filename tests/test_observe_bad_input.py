"""Bad input: an honest answer each, in bounded time and memory, and ReadError only."""

from __future__ import annotations

import io
import pickle
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.errors import KehoachError, ReadError
from kehoach.word import observe_csv, observe_text
from kehoach.word._observe import door
from kehoach.word._observe.xml import Unreadable
from tests.support.word_xml import docx, member, p, r, replaced, seen, tbl, tc, tr, val, zipped

SOUND = docx(p("Kế hoạch") + tbl(tr(tc("a"), tc("b")), grid=(9, 9)))
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


def body(data: bytes, content: bytes) -> bytes:
    """The file with this document part."""
    return replaced(data, "word/document.xml", content)


def encrypted_member() -> bytes:
    """A zip that says that its document is encrypted."""
    data = bytearray(SOUND)
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "rỗng"),
        (SOUND[: len(SOUND) // 2], "cắt cụt"),
        (b"PK\x03\x04", "cắt cụt"),
        (zipped({"a.txt": b"x"}), "không phải tệp Word"),
        (zipped({"content.xml": b"<x/>"}), "OpenDocument"),
        (zipped({}), "không phải tệp Word"),
        (body(SOUND, b""), "không có phần nội dung"),
        (body(SOUND, b"<a/>"), "không có phần nội dung"),
        (body(SOUND, b"<w:document"), "hỏng"),
        (body(SOUND, f"{ENTITIES}<w>&b;&c;</w>".encode()), "thực thể"),
        (body(SOUND, f"{ENTITIES}<w>&b;&c;</w>".encode("utf-16")), "thực thể"),
        (body(SOUND, b'<?xml version="1.0" encoding="UTF-7"?>+ADw-w/+AD4-'), "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "đời cũ"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "mật khẩu",
        ),
        (encrypted_member(), "mật khẩu"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "ảnh"),
        (bytes(range(32)) * 40, "không phải tệp văn bản"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_reason(data, what):
    with pytest.raises(ReadError, match=what) as caught:
        seen(data, "ke-hoach.docx")

    assert caught.value.source == "ke-hoach.docx"
    assert caught.value.advice


def test_a_read_error_is_a_value_error_that_travels_between_processes():
    error = ReadError("a.docx", "tệp rỗng", "kiểm tra lại tệp")
    copied = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert isinstance(error, ValueError)
    assert isinstance(error, KehoachError)
    assert (copied.source, copied.what, copied.advice) == (error.source, error.what, error.advice)


def test_a_missing_document_part_is_told():
    with zipfile.ZipFile(io.BytesIO(SOUND)) as package:
        files = {n: package.read(n) for n in package.namelist() if "document.xml" not in n}

    with pytest.raises(ReadError, match="không phải tệp Word"):
        seen(zipped(files))


def test_a_part_that_unpacks_out_of_all_proportion_is_not_unpacked():
    with pytest.raises(ReadError, match="bom nén"):
        seen(body(SOUND, b"<w>" + b" " * (40 << 20) + b"</w>"))


def test_a_bomb_in_a_lesser_part_costs_that_part_only():
    found = seen(replaced(docx(p("a"), styles=""), "word/styles.xml", b" " * (40 << 20)))

    assert [remark.code for remark in found.remarks] == ["read.damaged-part"]
    assert found.text == "a"


def test_too_many_tags_are_refused_before_a_tree_is_built(monkeypatch):
    monkeypatch.setattr("kehoach.word._observe.xml.MAX_TAGS", 100)

    with pytest.raises(ReadError, match="quá lớn"):
        seen(docx(p("a") * 100))


def test_what_nobody_foresaw_is_a_read_error_too(monkeypatch):
    def broken(_data: bytes) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(door, "read", broken)

    with pytest.raises(ReadError, match="không như mong đợi") as caught:
        seen(SOUND)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_tables_nested_without_end_are_refused():
    depth = 400
    nested = "<w:tbl><w:tr><w:tc>" * depth + p("a") + "</w:tc></w:tr></w:tbl>" * depth

    with pytest.raises(ReadError, match="lồng nhau"):
        seen(docx(nested))


def test_ten_megabytes_of_one_line_are_one_paragraph():
    line = "kế hoạch " * 1_100_000

    assert observe_text(line.encode()).text == line
    assert seen(docx(p(r(line)))).blocks[0].text == line
    with pytest.raises(ReadError, match="dòng 1"):
        observe_csv(line.encode())


def test_a_text_of_more_than_the_bound_is_refused(monkeypatch):
    monkeypatch.setattr("kehoach.word._observe.decode.MAX_BYTES", 10)

    with pytest.raises(ReadError, match="quá lớn"):
        observe_text(b"x" * 11)


def test_numbers_past_all_bounds_are_read_as_none():
    properties = (
        '<w:ind w:left="99999999999999999999"/><w:spacing w:line="-1e999"/>'
        '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-5"/></w:numPr>' + val("outlineLvl", "x")
    )
    cell = tc("a", '<w:gridSpan w:val="999999999"/><w:tcW w:w="nan"/>')
    found = seen(docx(p("a", properties) + tbl(tr(cell), grid=(9,))))

    assert found.blocks[0].format.left == 0.0
    assert found.blocks[1].rows[0].cells[0].across == 1000


def test_fields_that_are_never_ended_do_not_pile_up():
    begin = r('<w:fldChar w:fldCharType="begin"/>')

    assert seen(docx(p(begin * 3_000 + r("a")) + p("b") * 3_000)).text.endswith("b")


def test_a_list_s_text_has_a_bound():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{"x" * 5_000}"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = p("a", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')

    assert len(seen(docx(item, numbering=numbering)).blocks[0].number.text) == 255


SPECIMEN = docx(
    p("Số", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + tbl(tr(tc("a", val("vMerge", "restart")), tc("b")), tr(tc("", "<w:vMerge/>"), tc("c")))
    + p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>PAGE</w:instrText>"))
    + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
    styles='<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    header1=p("đầu trang"),
)


def survives(data: bytes) -> None:
    """The inner reading ends with a value, or a reason; nothing else is raised."""
    try:
        door.read(data)
    except (Unreadable, RecursionError):
        return


@given(st.lists(st.tuples(st.integers(0, len(SPECIMEN) - 1), st.integers(0, 255)), max_size=8))
@settings(max_examples=150)
def test_flipped_bytes_of_a_file_are_read_or_refused(flips):
    data = bytearray(SPECIMEN)
    for place, value in flips:
        data[place] = value

    survives(bytes(data))


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "header1"])
@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_of_a_part_are_read_or_refused(part, seed):
    name = f"word/{part}.xml"
    chance = random.Random(seed)  # noqa: S311 - repeatable
    content = bytearray(member(SPECIMEN, name))
    for _ in range(chance.randint(1, 12)):
        content[chance.randrange(len(content))] = chance.choice(b'0129<>"/ aw:-.%')

    survives(replaced(SPECIMEN, name, bytes(content)))


NAMES = st.sampled_from(
    (
        "p r t tbl tr tc sdt sdtContent ins del hyperlink fldSimple br tab pPr rPr sectPr drawing "
        "pict fldChar instrText tcPr tblPr trPr numPr ilvl numId pStyle rStyle jc ind spacing sym "
        "vMerge gridSpan gridBefore sz b u tblStyle tblLook tcW tblGrid gridCol pgSz pgMar tabs "
        "pBdr top"
    ).split()
)
VALUES = st.sampled_from(
    ("1", "0", "-1", "A", "x", "", "begin", "end", "separate", "restart", "999999999999", "1e5",
     "12pt", "\u0661", "0x1F", "nil", "single", "FFFFFFFF", "50%")
)  # fmt: skip
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        "val w type fill ascii left start firstLine line fldCharType char id pos sz".split()
    ),
    VALUES, max_size=3,
)  # fmt: skip


def element(name: str, attributes: dict[str, str], inside: list[str]) -> str:
    """One element of the structure fuzz."""
    told = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{told}>{''.join(inside)}</w:{name}>"


TREES = st.recursive(
    st.builds(element, NAMES, ATTRIBUTES, st.just([])) | st.just("<w:t>chữ</w:t>"),
    lambda inner: st.builds(element, NAMES, ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=4), st.lists(TREES, max_size=2), st.lists(TREES, max_size=2))
@settings(max_examples=150)
def test_any_structure_of_word_s_elements_is_read(trees, styles, numbering):
    data = docx("".join(trees), styles="".join(styles), numbering="".join(numbering))

    assert seen(data).kind == "docx"
    door.read(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    survives(data)
    survives(b"PK\x03\x04" + data)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(data):
    try:
        observe_csv(data)
    except ReadError:
        return
