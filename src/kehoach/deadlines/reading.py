"""Đọc thời hạn: deadlines from the words of a paper, a whole phrase or those inside a sentence.

A day without a year takes the year that is given. A date that belongs to a citation ("Quyết định
số 35/2011/QĐ-UBND ngày 19/9/2011") is no deadline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kehoach.deadlines._forms import FORMS
from kehoach.deadlines._fragments import compiled
from kehoach.deadlines._readers import read_date
from kehoach.deadlines.kinds import Before, By, Deadline, In
from kehoach.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a cell of a table says before the deadline itself.
_LED = (
    r"(?:(?:thời (?:gian|hạn)|hạn|tiến độ)(?: (?:thực hiện|hoàn thành|báo cáo|gửi|nộp))?\s?:\s*)?"
    r"(?:(?:phấn đấu )?(?:hoàn thành|thực hiện|xong|gửi|nộp|trình|báo cáo)(?: xong)? )?"
)
_LONGEST = 300  # a phrase is never so long; a page of text would only cost time
_LABELLED = (
    r"(?:thời (?:gian|hạn)|hạn|tiến độ)(?: [^\s:;.,()]+){0,4}\s?:\s*"
    r"(?P<rest>[^;\n()]+?)(?=\.?(?:\n|$)|\.\s|;)"
)
_IN_BRACKETS = r"\((?P<rest><DATE>|(?:quý|tháng) [^()]{1,16})\)"
# A date in brackets is due where its sentence speaks of something to hand in.
_HANDED_IN = r"báo cáo|sơ kết|tổng kết|gửi|nộp|trình|hoàn thành|thời hạn"
_CITED = (
    r"số\s\S*\d\S*/\S+\s*$"
    r"|(?:chỉ thị|nghị quyết|nghị định|quyết định|thông tư|kết luận|luật|pháp lệnh)"
    rf"(?!\w)(?:(?!{_HANDED_IN}).)*$"
)
# What a day or a span is of, where it is of no duty.
_IN_FORCE = r"hiệu lực(?: thi hành)?(?: kể)?\s*$"
_OF_FIGURES = r"số liệu(?: báo cáo)?(?: được)?(?: tính| lấy)?:?\s*$"
# What was done by then, where a sentence tells of the past.
_COUNTED = r"(?:tính|cập nhật)(?: đến)?(?: thời điểm)?\s*$"
_BINDS = r"(?:chậm|muộn|không|hạn)(?!\w)"
_DONE = r"[^.;:\n]{0,40}?(?<!\w)đã(?!\w)"
_NEAR = 60
_IN_SENTENCE = tuple(
    (form, tuple(frozenset(need.split("|")) for need in form.needs.split()))
    for form in FORMS
    if form.in_sentence
)
_SIGNS = frozenset().union(*(need for _, needs in _IN_SENTENCE for need in needs)) - {"#", "/"}
_DIGIT = re.compile(r"\d")
_DAY_MONTH = re.compile(r"\d\s?[/.-]\s?\d|\d\s+tháng\s+\d")
_NEXT_DAY = r"(?:,|;|,? và) (?P<date><DATE>)(?=\s*(?:[.,;:)]|$)| (?:và|hằng|hàng|để|về)(?!\w))"


@frozen
class Found:
    """Cụm từ tìm thấy: its place in the text, from `start` to before `end`, and what it means."""

    start: int
    end: int
    deadline: Deadline


def parse_deadline(text: str, *, year: int | None = None) -> Deadline | None:
    """Đọc một cụm từ thời hạn: the deadline that the whole text means, with the text as phrase.

    *Trước 30/6/2026*, *Quý II/2026*, *định kỳ 6 tháng, năm*, *trong 05 ngày làm việc kể từ ngày
    nhận được văn bản*. `None` where the text means none, or names no year and `year` is not given.
    """
    phrase = nfc(text).strip()
    if len(phrase) > _LONGEST:
        return None
    bare = _bare(phrase)
    led = compiled(_LED).match(bare)
    for words in dict.fromkeys((bare, bare[led.end() :] if led else bare)):
        for form in FORMS:
            found = compiled(form.pattern).fullmatch(words) if form.whole else None
            if found and (deadline := form.read(found, year)):
                return evolve(deadline, phrase=phrase)
    return None


def find_deadlines(text: str, year: int | None = None) -> tuple[Found, ...]:
    """Tìm thời hạn trong câu: the phrases inside a text, in order, none over another.

    Offsets count in the composed form (NFC) of the text. A period counts only after a word such as
    "trong", "chậm nhất", a day only after "trước", "chậm nhất", "đến" and the like, or in brackets
    after the name of a report; "tiếp tục" and "duy trì" only where a sentence begins with them.
    """
    composed = nfc(text)
    found = sorted(
        (*_formed(composed, year), *_labelled(composed, year), *_bracketed(composed, year)),
        key=lambda one: (one.start, -one.end),
    )
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(one for one in kept if not _of_no_duty(composed, one))


def without_phrase(deadline: Deadline) -> Deadline:
    """Dữ liệu của thời hạn: the deadline without its words, to compare what two of them mean."""
    return evolve(deadline, phrase=None)


def _bare(phrase: str) -> str:
    """The phrase without its last mark, and without brackets around the whole."""
    bare = phrase.rstrip(".;, \n")
    if bare.startswith("(") or "(" not in bare:
        bare = bare.strip("()")
    return bare.strip().rstrip(".;,").strip()


def _formed(text: str, year: int | None) -> Iterator[Found]:
    present = signs_of(text.lower())
    for form, needs in _IN_SENTENCE:
        if all(map(present.intersection, needs)):
            for match in compiled(form.pattern, in_sentence=True).finditer(text):
                if deadline := form.read(match, year):
                    yield Found(*match.span(), evolve(deadline, phrase=match[0]))
                    yield from _next_days(text, match.end(), deadline, year)


def signs_of(lower: str) -> set[str]:
    """Which of the words that forms need stand in a text: looking for words is cheap."""
    present = {sign for sign in _SIGNS if sign in lower}
    if _DIGIT.search(lower):
        present.add("#")
        if _DAY_MONTH.search(lower):
            present.add("/")
    return present


def _of_no_duty(text: str, found: Found) -> bool:
    """Whether the days are of a paper in force, of figures, or of what has been done."""
    before = text[max(0, found.start - _NEAR) : found.start]
    if compiled(_IN_FORCE).search(before) or compiled(_COUNTED).search(before):
        return True
    told = isinstance(found.deadline, By | In) and not compiled(_BINDS).match(text, found.start)
    if told and compiled(_DONE).match(text, found.end):
        return True
    return isinstance(found.deadline, In) and compiled(_OF_FIGURES).search(before) is not None


def _next_days(text: str, end: int, deadline: Deadline, year: int | None) -> Iterator[Found]:
    """The further days of "trước ngày 20/6/2026 và 20/12/2026", under the same words."""
    while isinstance(deadline, Before | By) and deadline.phrase is None:
        match = compiled(_NEXT_DAY).match(text, end)
        day = read_date(match["date"], year) if match else None
        if match is None or day is None:
            return
        end = match.end()
        yield Found(*match.span("date"), evolve(deadline, day=day, phrase=match["date"]))


def _labelled(text: str, year: int | None) -> Iterator[Found]:
    for match in compiled(_LABELLED, in_sentence=True).finditer(text):
        if deadline := parse_deadline(match["rest"], year=year):
            yield Found(*match.span("rest"), deadline)


def _bracketed(text: str, year: int | None) -> Iterator[Found]:
    for match in compiled(_IN_BRACKETS).finditer(text):
        sentence = text[: match.start()].rpartition(". ")[2].rpartition("\n")[2]
        if not compiled(_HANDED_IN).search(sentence) or compiled(_CITED).search(sentence):
            continue
        if deadline := parse_deadline(match[0], year=year):
            yield Found(*match.span(), deadline)
