"""Sửa chữ, on request only: dashes, spaces, zeros and closing marks of what the decree fixes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from kehoach.anatomy import Component
from kehoach.checks._table import Mend, table
from kehoach.checks.language import line_slips
from kehoach.checks.language._run import lines_with_parts
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach.checks.mend._job import Edit, Job
    from kehoach.findings import Finding

_FORM: Final = frozenset(
    (Component.NATION, Component.MOTTO, Component.NUMBER, Component.PLACE_DATE, Component.RULE,
     Component.SIGNATURE, Component.REFERENCE, Component.DRAFT)
)  # fmt: skip
_LABEL: Final = re.compile(r"^(\s*)[Ss][ốỐ]\s*[:.]?\s*")
_NUMBER: Final = re.compile(r"^(\s*Số:)([\s\u00a0]*)(\d*)([\s\u00a0.…_]*)/\s*(.*)$", re.DOTALL)
_DIGIT: Final = re.compile(r"(?<=Số:)([ \u00a0]*)(\d)(?=[ \u00a0]*/)")
_PREFIX: Final = re.compile(r"^(\s*)(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)[\s\u00a0]*[.:]?[\s\u00a0]*(?=\S)")
_CLOSING: Final = re.compile(r"[\s\u00a0]*[.,;:]*[\s\u00a0]*$")
_DASH: Final = re.compile(r"^(\s*)[-–—+•]?[ \u00a0]*")


def mend_words(job: Job, finding: Finding) -> bool:
    """Mend one finding in the words themselves; False where this library has no mend for it."""
    if finding.code in ("BD09", "FT04"):
        return _language(job, finding)
    change = _CHANGES.get((finding.code, finding.aspect))
    in_table = getattr(finding.at, "table", None) is not None
    if change is None or (finding.code == "BD06" and in_table):
        return False
    pieces = job.pieces_at(finding.at)
    done = [job.rewrite(piece.line, lambda text: change(job, text)) for piece in pieces[:1]]
    return any(done)


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
    expected = job.book.texts.motto.text
    bare = re.sub(r"[\s\u00a0]*[-–—‑−][\s\u00a0]*", " - ", text.strip())
    return expected if bare == expected else text


def _label(job: Job, text: str) -> str:
    return _LABEL.sub(rf"\g<1>{job.book.texts.number_label.text} ", text)


def _notation(_: Job, text: str) -> str:
    """No spaces around the slash and the hyphens; a gap for a number to come stays."""
    found = _NUMBER.match(text)
    if found is None:
        return text
    label, space, number, gap, notation = found.groups()
    tight = re.sub(r"[\s\u00a0]*[-–—‑][\s\u00a0]*", "-", notation.rstrip())
    return f"{label}{space}{number}{'' if number else gap}/{tight}"


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


def _article(_: Job, text: str) -> str:
    return re.sub(r"^(\s*Điều[\s\u00a0]+\d+)[\s\u00a0]*[:.)/–-]*[\s\u00a0]*", r"\1. ", text)


def _addressee(_: Job, text: str) -> str:
    return re.sub(r"^(\s*Kính gửi)[\s\u00a0]*[:.]?", r"\1:", text)


_CHANGES: Final[dict[tuple[str, str], Callable[[Job, str], str]]] = {
    ("HD03", "dash"): _motto, ("HD03", "spaces"): _motto,
    ("HD10", "label"): _label, ("HD10", "spaces"): _notation, ("HD10", "marks"): _notation,
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
