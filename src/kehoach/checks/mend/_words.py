"""Sửa chữ, on request only: dashes, spaces, zeros and closing marks of what the decree fixes."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Component
from kehoach.checks._table import Mend, table
from kehoach.checks.form._parts import body_pieces, like
from kehoach.checks.form.body import SIGN, paragraphs
from kehoach.checks.language import line_slips
from kehoach.checks.language._run import lines_with_parts
from kehoach.checks.mend._lines import mend_typed_line
from kehoach.vietnamese import nfc, official_date, roman
from kehoach.word.mending import ParagraphLook, RunLook

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach.checks.mend._job import Edit, Job
    from kehoach.findings import Finding

_FORM: Final = frozenset(
    (Component.NATION, Component.MOTTO, Component.NUMBER, Component.PLACE_DATE, Component.RULE,
     Component.SIGNATURE, Component.REFERENCE, Component.DRAFT)
)  # fmt: skip
_LABEL: Final = re.compile(r"^(\s*)[Ss][ốỐ]\s*[:.]?\s*")
_NUMBER: Final = re.compile(
    r"^(\s*Số:)([\s\u00a0]*)(\d*)([\s\u00a0.…_]*)/[ \u00a0]*([^\t]*)(.*)$", re.DOTALL
)
_DIGIT: Final = re.compile(r"(?<=Số:)([ \u00a0]*)(\d)(?=[ \u00a0]*/)")
_PREFIX: Final = re.compile(r"^(\s*)(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)[\s\u00a0]*[.:]?[\s\u00a0]*(?=\S)")
_CLOSING: Final = re.compile(r"[\s\u00a0]*[.,;:]*[\s\u00a0]*$")
_DIGITS: Final = re.compile(
    r"(?:ngày[\s\u00a0]*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
)
_ALMOST: Final = 0.9
_PLAIN_WORD: Final = re.compile(r"[^\W\d_]+(?![.\w])")
_DASH: Final = re.compile(r"^(\s*)[-–—+•]?[ \u00a0]*")


def mend_words(job: Job, finding: Finding) -> bool:
    """Mend one finding in the words themselves; False where this library has no mend for it."""
    if finding.code in ("BD09", "FT04"):
        return _language(job, finding)
    key = finding.code, finding.aspect
    if known := _OF_BODY.get(key):
        return known(job)
    if key == ("PG08", "plain"):
        return job.file.bare_numbers()
    if key == ("HD05", "typed"):
        return mend_typed_line(job, finding)
    change = _CHANGES.get(key)
    if change is None:
        return False
    lines = [piece.line for piece in job.pieces_at(finding.at)]
    if finding.code in _ANYWHERE:
        lines += job.lines_at(finding.at)
    done = any(job.rewrite(line, lambda text: change(job, text)) for line in lines)
    if done and key == ("DC05", "plain"):
        job.file.dress(lines[0].paragraph, RunLook(bold=True))
    return done


def _language(job: Job, finding: Finding) -> bool:
    """Every slip of this kind in the body; blanks in lines of form stay."""
    if table()[finding.code].messages[finding.aspect].mend is not Mend.GUARDED:
        return False
    blanks = finding.aspect in ("double", "nbsp", "before", "opening")
    done = False
    for line, component in lines_with_parts(job.main):
        if finding.aspect == "decomposed":
            done = job.rewrite(line, nfc) or done
        elif not (blanks and component in _FORM):
            done = job.edit(line, lambda text: _edits(text, finding)) or done
    return done


def _edits(text: str, finding: Finding) -> list[Edit]:
    """The stretches of a line that this kind of slip concerns, with what they should read."""
    if not unicodedata.is_normalized("NFC", text):
        return []
    return [
        (slip.start, slip.end, slip.reading)
        for slip in line_slips(text)
        if (slip.code, slip.aspect) == (finding.code, finding.aspect)
    ]


def _motto(job: Job, text: str) -> str:
    """The motto as the decree prints it, where no word of it is missing or another."""
    expected = job.book.texts.motto.text
    bare = re.sub(r"[\s\u00a0]*[-–—‑−][\s\u00a0]*", " - ", text.strip())
    return expected if like(nfc(bare), expected) > _ALMOST else text


def _label(job: Job, text: str) -> str:
    return _LABEL.sub(rf"\g<1>{job.book.texts.number_label.text} ", text)


def _notation(_: Job, text: str) -> str:
    """No spaces around the slash and the hyphens; a gap for a number to come stays."""
    found = _NUMBER.match(text)
    if found is None:
        return text
    label, space, number, gap, notation, rest = found.groups()
    tight = re.sub(r"[ \u00a0]*[-–—‑][ \u00a0]*", "-", notation.rstrip(" \u00a0"))
    return f"{label}{space}{number}{'' if number else gap}/{tight}{rest}"


def _padded(_: Job, text: str) -> str:
    return _DIGIT.sub(r"\g<1>0\2", text)


def _day(_: Job, text: str) -> str:
    return re.sub(r"(ngày[\s\u00a0]+)(\d)(?!\d)", r"\g<1>0\2", text)


def _month(_: Job, text: str) -> str:
    return re.sub(r"(tháng[\s\u00a0]+)([12])(?!\d)", r"\g<1>0\2", text)


def _zero(_: Job, text: str) -> str:
    return re.sub(r"(tháng[\s\u00a0]+)0([3-9])(?!\d)", r"\1\2", text)


def _authority(_: Job, text: str) -> str:
    return _PREFIX.sub(lambda found: f"{found[1]}{found[2].replace('/', '')}. ", text)


def _closed(mark: str) -> Callable[[Job, str], str]:
    return lambda _, text: _CLOSING.sub(mark, text, count=1)


def _ended(job: Job, text: str) -> str:
    return _CLOSING.sub(job.book.punctuation.ending.text, text, count=1)


def _dashed(_: Job, text: str) -> str:
    return _DASH.sub(r"\g<1>- ", text, count=1)


def _comma(_: Job, text: str) -> str:
    return re.sub(r"^(\s*\S[^,\t]*?)([\s\u00a0]+ngày\b)", r"\1,\2", text, count=1)


def _in_words(_: Job, text: str) -> str:
    """A day in digits, as official papers print it."""
    found = _DIGITS.search(text)
    if found is None:
        return text
    day, month, year = (int(found[one]) for one in ("day", "month", "year"))
    try:
        said = official_date(dt.date(year, month, day))
    except ValueError:
        return text
    return f"{text[: found.start()]}{said}{text[found.end() :]}"


def _capital(_: Job, text: str) -> str:
    at = len(text) - len(text.lstrip())
    return f"{text[:at]}{text[at : at + 1].upper()}{text[at + 1 :]}"


def _upper(_: Job, text: str) -> str:
    return text.upper()


def _name(_: Job, text: str) -> str:
    return _PLAIN_WORD.sub(lambda word: word[0][:1] + word[0][1:].lower(), text)


def _unstopped(_: Job, text: str) -> str:
    return re.sub(r"[\s\u00a0]*[.,;:]+[\s\u00a0]*$", "", text)


def _prefix(job: Job, text: str) -> str:
    expected = job.book.texts.subject_prefix.text
    return re.sub(
        r"^(\s*)(?:V/v|Về việc)\b[\s\u00a0]*[:.]?[\s\u00a0]*", rf"\g<1>{expected} ", text,
        count=1, flags=re.IGNORECASE,
    )  # fmt: skip


def _undoubled(_: Job, text: str) -> str:
    return re.sub(r"(V/v)[\s\u00a0]+về việc\b", r"\1", text, count=1, flags=re.IGNORECASE)


def _unmarked(_: Job, text: str) -> str:
    return re.sub(
        r"^(\s*)(?:[-–+•*]|\d+[.)])[\s\u00a0]*(?=Căn cứ|Theo đề nghị|Xét)", r"\1", text, count=1
    )


def _heading(_: Job, text: str) -> str:
    pattern = r"^(\s*[IVXLC]{1,6})[\s\u00a0]?[./):–-][\s\u00a0]*"
    return re.sub(pattern, r"\1. ", text, count=1)


def _archive(_: Job, text: str) -> str:
    return re.sub(r"Lưu[\s\u00a0]*[:.]?[\s\u00a0]*(?=VT)", "Lưu: ", text, count=1)


def _label_case(job: Job, text: str) -> str:
    expected = job.book.texts.annex_label.text
    return re.sub(rf"^(\s*){expected}\b", rf"\g<1>{expected}", text, flags=re.IGNORECASE)


def _label_roman(_: Job, text: str) -> str:
    return re.sub(r"\d+", lambda found: roman(int(found[0])), text, count=1)


def _ended_once(job: Job, text: str) -> str:
    mark = re.escape(job.book.punctuation.ending.text)
    return re.sub(rf"{mark}[\s\u00a0]*$", ".", text)


def _article(_: Job, text: str) -> str:
    return re.sub(r"^(\s*Điều[\s\u00a0]+\d+)[\s\u00a0]*[:.)/–-]*[\s\u00a0]*", r"\1. ", text)


def _addressee(_: Job, text: str) -> str:
    return re.sub(r"^(\s*Kính gửi)[\s\u00a0]*[:.]?", r"\1:", text)


def _each(job: Job, change: Callable[[str], str]) -> bool:
    """Change every paragraph of the body to which the change applies."""
    done = [job.rewrite(one.line, change) for paper in job.papers for one in body_pieces(paper)]
    return any(done)


def _clauses(job: Job) -> bool:
    return _each(job, lambda text: re.sub(r"^(\s*\d{1,2})[/)](?=\s)", r"\1.", text))


def _points(job: Job) -> bool:
    return _each(job, lambda text: re.sub(r"^(\s*[a-zđ])[./](?=\s)", r"\1)", text))


def _signs(job: Job) -> bool:
    return _each(job, lambda text: SIGN.sub("- ", text, count=1) if SIGN.match(text) else text)


def _bullets(job: Job) -> bool:
    """Automatic bullets become dashes that are typed, indented as the body is."""
    done = False
    look = ParagraphLook(first_line=job.book.body.indent.preferred)
    for paper in job.papers:
        for piece in body_pieces(paper):
            number = piece.line.paragraph.number
            if piece.line.first and number is not None and number.kind == "bullet":
                paragraph = piece.line.paragraph
                if job.file.replace(paragraph, 0, 0, "- "):
                    job.file.drop_bullet(paragraph)
                    job.file.lay_out(paragraph, look)
                    done = True
    return done


def _typed_indents(job: Job) -> bool:
    """Spaces and tabs before a paragraph go; its first line is indented instead."""
    look, done = ParagraphLook(first_line=job.book.body.indent.preferred), False
    for paper in job.papers:
        for piece in paragraphs(paper):
            paragraph = piece.line.paragraph
            text = job.file.text(paragraph) or ""
            typed = len(text) - len(text.lstrip(" \t\u00a0"))
            begins = text.startswith(("\t", "  ", "\u00a0\u00a0"))
            if begins and job.file.replace(paragraph, 0, typed, ""):
                job.file.lay_out(paragraph, look)
                done = True
    return done


_OF_BODY: Final[dict[tuple[str, str], Callable[[Job], bool]]] = {
    ("DC04", "clause"): _clauses, ("DC04", "point"): _points, ("BD05", "sign"): _signs,
    ("BD05", "bullet"): _bullets, ("BD02", "typed"): _typed_indents,
}  # fmt: skip
_ANYWHERE: Final = frozenset(("HD10", "HD11", "HD16"))
"""Codes whose change finds its own place in a line that several parts share."""
_CHANGES: Final[dict[tuple[str, str], Callable[[Job, str], str]]] = {
    ("HD03", "dash"): _motto, ("HD03", "spaces"): _motto, ("HD03", "letters"): _motto,
    ("HD10", "label"): _label, ("HD10", "spaces"): _notation,
    ("HD16", "comma"): _comma, ("HD16", "digits"): _in_words, ("HD16", "capital"): _capital,
    **{(code, "case"): _upper for code in (
        "HD21", "HD23", "TL01", "DC05", "SG06", "PL03", "MK02", "MK03",
    )},
    ("DC05", "plain"): _upper, ("DC05", "mark"): _heading, ("SG06", "name"): _name,
    ("TL03", "stop"): _unstopped, ("TL04", "prefix"): _prefix, ("TL04", "doubled"): _undoubled,
    ("CC03", "mark"): _unmarked, ("NN04", "colon"): _archive,
    ("PL02", "case"): _label_case, ("PL02", "roman"): _label_roman,
    ("BD06", "elsewhere"): _ended_once,
    ("HD11", ""): _padded,
    ("HD16", "day"): _day, ("HD16", "month"): _month, ("HD16", "zero"): _zero,
    ("CC02", "end"): _closed(";"), ("CC02", "last"): _closed("."),
    ("DC01", "colon"): _closed(":"), ("DC03", "mark"): _article, ("KG02", "colon"): _addressee,
    ("NN01", "colon"): _closed(":"),
    ("NN03", "end"): _closed(";"), ("NN03", "last"): _closed("."), ("NN03", "dash"): _dashed,
    ("KG03", "end"): _closed(";"), ("KG03", "last"): _closed("."), ("KG03", "dash"): _dashed,
    ("SG01", "dot"): _authority, ("SG01", "slash"): _authority, ("SG01", "spaces"): _authority,
    ("BD06", "missing"): _ended,
}  # fmt: skip
