"""Mends: what was asked is mended, nothing else moves, and every result is a sound file."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest
from lxml import etree

from benchmarks.faults.papers import PAPERS, written
from benchmarks.faults.table import FAULTS
from kehoach.checks import lint
from kehoach.checks.mend import annotate, mend
from kehoach.errors import MendRefused, ReadError
from kehoach.findings import Finding, Severity
from kehoach.observed import lines_of, paragraphs_of
from kehoach.rules import rulebook
from kehoach.word import observe, write
from tests.sample_papers import PAPERS as SAMPLES
from tests.support import ooxml, render
from tests.support.word_xml import W, docx, member, p, r, replaced

BOOK = rulebook("nd30-2020")
MAIN = "word/document.xml"
PLAN = written("plan")


def keys(findings):
    """What tells a finding from another: code, aspect, place, message."""
    return {(one.code, one.aspect, one.place, one.message) for one in findings}


def told(known):
    """The keys without their places, which a drawn line below a text moves on."""
    return {(code, aspect, message) for code, aspect, _, message in known}


def texts(blocks):
    """The texts of paragraphs."""
    return [block.text for block in blocks]


def words(paper):
    """What a paper says, line by line, in its headers and footers too; blank lines left out."""
    blocks = [paper.blocks]
    for section in paper.sections:
        for marginal in (section.headers, section.footers):
            blocks += [one or () for one in (marginal.default, marginal.first, marginal.even)]
    lines = (line for one in blocks for line in lines_of(one))
    return [line.text for line in lines if line.text.strip() and not line.text.isdecimal()]


def fields(blocks):
    """The fields of paragraphs."""
    return [run.field for _, one in paragraphs_of(blocks) for run in one.runs if run.field]


def changed(old, new, data=PLAN):
    """The paper with one text of its main part replaced."""
    xml = member(data, MAIN).decode()
    assert old in xml
    return replaced(data, MAIN, xml.replace(old, new).encode())


def own_faults(data, bad):
    """The faults of validity that a mend brought in."""
    known = ooxml.faults(bad)
    return [one for one in ooxml.faults(data) if one not in known]


def members(data):
    """The members of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def elements(data, name):
    """The elements of the main part with this name."""
    return list(etree.fromstring(member(data, MAIN)).iter(f"{{{W}}}{name}"))


@pytest.mark.parametrize("one", FAULTS, ids=lambda one: one.name)
def test_safe_mends_take_their_findings_away_and_change_no_letter(one):
    bad = one.made()

    mended = mend(bad)
    seen = observe(mended.data)
    after = keys(lint(seen))

    assert words(seen) == words(observe(bad))
    assert keys(mended.applied) & after == set()
    assert told(after) <= told(keys(lint(observe(bad))))
    assert own_faults(mended.data, bad) == []


@pytest.mark.parametrize("one", FAULTS, ids=lambda one: one.name)
def test_tracked_mends_read_clean_once_accepted_and_as_before_once_refused(one):
    bad = one.made()

    mended = mend(bad, guarded=True, track_changes=True)
    after = keys(lint(observe(mended.data)))

    assert keys(mended.applied) & after == set()
    assert own_faults(mended.data, bad) == []
    if one.code != "BD15":  # its own revisions would be refused as well
        assert words(_refused(mended.data)) == words(observe(bad))


def _refused(data):
    """The paper as it is when every revision is refused."""
    for name in members(data):
        if name == MAIN or "header" in name or "footer" in name:
            root = etree.fromstring(member(data, name))
            _refuse(root)
            data = replaced(data, name, etree.tostring(root))
    return observe(data)


def _refuse(root):
    for change in list(root.iter(f"{{{W}}}pPrChange")):
        own = _parent(change)
        for child in list(own):
            if not child.tag.endswith(("}rPr", "}sectPr")):
                own.remove(child)
        for child in reversed(list(change[0])):
            own.insert(0, child)
    for inserted in list(root.iter(f"{{{W}}}ins")):
        _parent(inserted).remove(inserted)
    for deleted in list(root.iter(f"{{{W}}}del")):
        for letters in list(deleted.iter(f"{{{W}}}delText", f"{{{W}}}delInstrText")):
            letters.tag = letters.tag.replace("delText", "t").replace("delInstrText", "instrText")
        for child in list(deleted):
            deleted.addprevious(child)
        _parent(deleted).remove(deleted)


def _parent(element):
    return element.getparent()


KNOWN = {name: keys(lint(observe(written(name)))) for name in PAPERS}


@pytest.mark.parametrize("one", FAULTS, ids=lambda one: one.name)
def test_the_table_says_what_the_mender_does(one):
    bad = one.made()
    own = [each for each in lint(observe(bad)) if keys((each,)).isdisjoint(KNOWN[one.paper])]

    safe, guarded = (keys(mend(bad, guarded=asked).applied) for asked in (False, True))
    after = keys(lint(observe(mend(bad, guarded=True).data)))

    for each in own:
        (key,) = keys((each,))
        done = "SAFE" if key in safe else "GUARDED" if key in guarded else ""
        assert done == (each.mend if each.mend in ("SAFE", "GUARDED") else ""), each
        assert not (done and key in after), each


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_a_paper_without_faults_stays_the_same_bytes(name):
    data = written(name)

    assert mend(data, BOOK, guarded=True).data == data


def test_only_the_part_that_changed_is_written_anew():
    bad = changed('w:left="1701"', 'w:left="1134"')

    before, after = members(bad), members(mend(bad).data)

    assert [name for name in before if before[name] != after[name]] == [MAIN]
    assert list(before) == list(after)


def test_what_was_not_mended_is_the_same_xml():
    bad = changed('w:left="1701"', 'w:left="1134"')

    root = etree.fromstring(member(mend(bad).data, MAIN))
    for margins in root.iter(f"{{{W}}}pgMar"):
        margins.set(f"{{{W}}}left", "1134")

    assert _canonical(root) == _canonical(etree.fromstring(member(bad, MAIN)))


def _canonical(root):
    return etree.tostring(root, method="c14n")


def test_the_words_are_not_touched_unless_asked():
    bad = changed("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")

    shy, asked = mend(bad), mend(bad, guarded=True)

    assert "–" in observe(shy.data).text
    assert [one.code for one in shy.left] == ["HD03"]
    assert "Độc lập - Tự do - Hạnh phúc" in observe(asked.data).text
    assert [one.code for one in asked.applied] == ["HD03"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("giao  nhiệm vụ", "giao nhiệm vụ"),
        ("các sở , ngành", "các sở, ngành"),
        ("( theo mẫu)", "(theo mẫu)"),
        ("giao\u200b nhiệm vụ", "giao nhiệm vụ"),
        ("Ðài Truyền hình", "Đài Truyền hình"),
        ("Quyết định số 5/QĐ–UBND", "Quyết định số 5/QĐ-UBND"),
        ("giao\u0300 va\u0300 nhận", "giaò và nhận"),
        ("các  sở , ngành", "các sở, ngành"),
    ],
)
def test_spaces_and_characters_are_mended_on_request(wrong, right):
    data = docx(p(wrong))

    assert wrong in observe(mend(data, BOOK).data).text
    assert right in observe(mend(data, BOOK, guarded=True).data).text


@pytest.mark.parametrize("text", ["gửi Ủy Ban Nhân Dân tỉnh", "tại khoản 2 điều 5", "các sở,ngành"])
def test_what_is_only_suggested_is_never_written(text):
    assert text in observe(mend(docx(p(text)), BOOK, guarded=True).data).text


def test_a_mend_inside_one_run_leaves_the_looks_of_others():
    body = p(r("giao  việc ") + r("rất quan trọng", "<w:b/>") + r(" cho  sở"))

    ((_, paragraph),) = observe(mend(docx(body), BOOK, guarded=True).data).paragraphs()
    first, second, third = paragraph.runs

    assert (first.text, second.text, third.text) == ("giao việc ", "rất quan trọng", " cho sở")
    assert (first.format.bold, second.format.bold) == (False, True)


def test_findings_limit_what_is_mended():
    bad = changed("Độc lập - Tự do", "Độc lập – Tự do", changed('w:left="1701"', 'w:left="1134"'))
    chosen = [one for one in lint(observe(bad)) if one.code == "HD03"]

    mended = mend(bad, findings=chosen, guarded=True)

    assert [one.code for one in mended.applied] == ["HD03"]
    assert observe(mended.data).sections[0].margins.left == pytest.approx(20, abs=0.1)


def test_revisions_are_kehoach_s_and_keep_the_old_look():
    bad = changed("ngày 09 tháng", "ngày 9 tháng", changed('w:left="1701"', 'w:left="1134"'))

    data = mend(bad, guarded=True, track_changes=True).data
    names = ("rPrChange", "pPrChange", "sectPrChange", "ins", "del")
    revisions = [one for name in names for one in elements(data, name)]

    assert revisions
    assert {one.get(f"{{{W}}}author") for one in revisions} == {"kehoach"}
    assert len({one.get(f"{{{W}}}id") for one in revisions}) == len(revisions)
    assert all(one.get(f"{{{W}}}date") is None for one in revisions)


def test_a_day_is_written_where_it_is_given():
    bad = changed('w:left="1701"', 'w:left="1134"')

    data = mend(bad, track_changes=True, date="2026-03-19T08:00:00Z").data

    (change, *_) = elements(data, "sectPrChange")
    assert change.get(f"{{{W}}}date") == "2026-03-19T08:00:00Z"


def test_a_page_number_moves_from_the_footer_to_a_new_header():
    footer = p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134"'
        ' w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    bad = docx("".join(p(f"Nội dung {n}.") for n in range(80)) + section, footer1=footer)

    mended = mend(bad, BOOK)
    seen = observe(mended.data).sections[0]

    assert "PG06" in {one.code for one in mended.applied}
    assert seen.first_page_differs
    assert seen.headers.default is not None
    assert fields(seen.headers.default) == ["PAGE"]
    assert fields(seen.footers.default or ()) == []


SETTINGS = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (docx(p("a"), extra={"_xmlsignatures/sig1.xml": b"<a/>"}), "chữ ký"),
        (docx(p("a"), extra={"word/vbaProject.bin": b"x"}), "macro"),
        (docx(p("a"), settings=SETTINGS), "khóa"),
        (docx(p("a"), settings="<w:writeProtection/>"), "khóa"),
    ],
    ids=["signed", "macros", "protected", "write-protected"],
)
def test_a_file_that_must_not_be_touched_is_refused_in_words(data, what):
    for touch in (mend, lambda given: annotate(given, ())):
        with pytest.raises(MendRefused, match=what) as caught:
            touch(data)
        assert caught.value.advice


@pytest.mark.parametrize("data", [b"PK\x03\x04 hong", b"not a file"], ids=["damaged", "text"])
def test_what_cannot_be_read_cannot_be_mended(data):
    for touch in (mend, lambda given: annotate(given, ())):
        with pytest.raises(ReadError, match="hỏng"):
            touch(data)


def test_a_protection_that_is_not_enforced_is_none():
    off = SETTINGS.replace('"1"', '"0"')

    assert mend(docx(p("a"), settings=off), BOOK).data


def test_comments_stand_at_their_places():
    bad = changed("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")
    findings = lint(observe(bad))

    data = annotate(bad, findings)
    seen = observe(data)

    assert [one.author for one in seen.comments] == ["kehoach"] * len(findings)
    assert any("HD03" in texts(one.blocks)[0] for one in seen.comments)
    assert own_faults(data, bad) == []
    assert seen.text == observe(bad).text
    marked = [
        paragraph.text
        for _, paragraph in seen.paragraphs()
        if any(run.note and run.note.kind == "comment" for run in paragraph.runs)
    ]
    assert "Độc lập – Tự do – Hạnh phúc" in marked


def test_comments_that_a_file_has_stay():
    data = annotate(PLAN, [Finding("X", Severity.ERROR, "một")])
    other = Finding("Y", Severity.INFO, "hai", "đoạn 3", advice="sửa", clause="Điều 1")
    data = annotate(data, [other])

    first, second = observe(data).comments

    assert texts(first.blocks)[0] == "Lỗi X: một"
    assert texts(second.blocks) == ["Lưu ý Y: hai", "Cách sửa: sửa", "Điều 1"]
    assert first.id != second.id
    assert ooxml.faults(data) == []


def test_a_place_in_words_leads_to_its_paragraph():
    data = docx(p("một") + p("hai") + p("ba"))

    seen = observe(annotate(data, [Finding("X", Severity.INFO, "sai", "đoạn 2")]))

    marked = [any(run.note for run in one.runs) for _, one in seen.paragraphs()]

    assert marked == [False, True, False]


def test_a_body_that_ends_in_a_table_gets_no_closing_mark():
    data = write(SAMPLES["decision"], BOOK)
    ended = [one for one in lint(observe(data), BOOK) if one.code == "BD06"]

    mended = mend(data, BOOK, guarded=True)

    assert ended
    assert set(ended) <= set(mended.left)


@pytest.mark.parametrize("tracked", [False, True])
def test_python_docx_opens_what_was_mended_and_annotated(tracked):
    bad = FAULTS[0].made()
    data = annotate(mend(bad, guarded=True, track_changes=tracked).data, lint(observe(bad)))

    assert python_docx.Document(io.BytesIO(data)).paragraphs


@pytest.mark.rendered
def test_libreoffice_draws_what_was_mended_and_annotated():
    render.require_office()
    bad = changed("Độc lập - Tự do", "Độc lập – Tự do", changed('w:left="1701"', 'w:left="1134"'))
    tracked = mend(bad, guarded=True, track_changes=True).data

    commented = annotate(bad, lint(observe(bad)))

    drawn = render.to_pdfs([mend(bad, guarded=True).data, tracked, commented])

    assert all(one.startswith(b"%PDF") for one in drawn)


def test_under_the_old_circular_page_numbers_move_to_the_footer():
    """Thông tư 01/2011 puts them in the right corner at the bottom."""
    old = rulebook("tt01-2011")
    mended = mend(PLAN, old)
    seen = observe(mended.data)

    assert "PG06" in {one.code for one in mended.applied}
    assert "PG06" not in {one.code for one in lint(seen, old)}
    assert fields(seen.sections[0].footers.default or ()) == ["PAGE"]
    assert fields(seen.sections[0].headers.default or ()) == []


def test_a_house_style_is_laid_over_the_rules_of_the_paper_s_own_day(tmp_path):
    style = tmp_path / "nha.toml"
    style.write_text(
        'name = "Nhà"\n[parts.kind_name]\nsize = { min = 16, max = 16, preferred = 16 }\n', "utf-8"
    )

    found = [one for one in lint(observe(PLAN), style=style) if one.code == "TL01"]
    mended = mend(PLAN, style=style)

    assert [one.aspect for one in found] == ["size"]
    assert "phong cách “Nhà”" in found[0].clause
    assert "TL01" not in {one.code for one in lint(observe(mended.data), style=style)}


def test_a_drawn_line_takes_the_length_that_a_mended_letter_asks():
    """The size is mended first, the line below it in a second look."""
    one = next(each for each in FAULTS if each.name == "Tiêu ngữ cỡ 12")

    assert not {"HD04", "HD22"} & {each.code for each in lint(observe(mend(one.made()).data))}
