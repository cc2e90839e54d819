"""Hypothesis strategies for what plans and other papers are made of.

Texts are those that a file can hold: composed (NFC) and without control characters.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from kehoach.deadlines import (
    Ahead,
    Before,
    By,
    Deadline,
    Every,
    In,
    OnRequest,
    Period,
    Recurring,
    Standing,
    Stretch,
    Undated,
    Unit,
    Within,
)
from kehoach.documents import (
    Enclosure,
    Footnote,
    Issuer,
    Marks,
    Number,
    PartialDate,
    Recipient,
    Signature,
)
from kehoach.vietnamese import is_clean, nfc

T = TypeVar("T")

_SENTENCES = (
    "Tham mưu UBND tỉnh triển khai, thực hiện các chủ trương của Đảng về Internet năm 2013.",
    "Chủ trì phối hợp với các Sở, ngành liên quan đẩy mạnh thông tin tuyên truyền.",
    "Hỗ trợ cấp huyện triển khai, hướng dẫn các quy định mới: tập huấn, thanh tra, kiểm tra.",
    "gửi kế hoạch của đơn vị mình về Sở Thông tin và Truyền thông trước ngày 01/4/2013",
    "báo cáo sơ kết 06 tháng (10/7/2013) và tổng kết năm (20/12/2013) về tình hình thực hiện",
    'Rà soát "điểm nóng" – bức xúc; xử lý nghiêm # không để kéo dài',
    "Thực hiện công tác quản lý Internet\nvà trò chơi trực tuyến năm 2013",
    "Phấn đấu 98% đại lý có cam kết\u00a0bằng văn bản",
    "- Đẩy mạnh công tác thông tin; huy động các cấp, các ngành.",
)
_NAMES = (
    "Sở Thông tin và Truyền thông",
    "Công an tỉnh",
    "UBND các huyện, thành phố Tân An",
    "Sở Lao động - Thương binh và Xã hội",
    "UBMTTQVN tỉnh",
    "Các doanh nghiệp cung cấp đường truyền Internet",
)
_TRICKY = (
    "yes", "07", "1.10", "2013-03-19", "10/7/2013", "null", "~", "true", "1e3", "0x1F", "16:00",
    "*a", "&b", "- c", "? d", "[x]", "{y}", "a: b", "a #b", "---", "...", "'", '"', "\\", "%", "@",
    "`", "|", ">", " đầu", "cuối ", "hai  cách", "\tcột", "dòng\n", "\ndòng", "a\n\nb", "a\n  b",
    "x:", "<<", "\u2028", "\ufeff", "😀", "=", "", "1_000", "+1", ".5", "y", "a,b", "d: [e", "1.1.",
    "no", "(1)", "I.",
)  # fmt: skip


@cache
def texts() -> st.SearchStrategy[str]:
    """Any text a file can hold: real sentences, texts that YAML trips over, and random ones."""
    letters = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
    return st.one_of(
        st.sampled_from(_SENTENCES),
        st.sampled_from(_TRICKY),
        st.text(letters, max_size=40).map(nfc).filter(is_clean),
        st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=4).map(" ".join),
    )


@cache
def sentences() -> st.SearchStrategy[str]:
    """Real sentences of one or more lines."""
    return st.sampled_from(_SENTENCES)


@cache
def names() -> st.SearchStrategy[str]:
    """Real names of bodies, sometimes any text."""
    return st.one_of(st.sampled_from(_NAMES), texts())


@cache
def days() -> st.SearchStrategy[datetime.date]:
    """Days of the years that plans speak of."""
    return st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31))


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """The value, or `None`."""
    return st.none() | strategy


def tuples_of(
    strategy: st.SearchStrategy[T], max_size: int = 3
) -> st.SearchStrategy[tuple[T, ...]]:
    """A short tuple."""
    return st.lists(strategy, max_size=max_size).map(tuple)


@cache
def ids() -> st.SearchStrategy[str]:
    """Ids as they are written in files."""
    return st.from_regex(r"(?:nv|ct|bc)-[a-z2-7]{6}|[1-9]\.[1-9]", fullmatch=True)


@cache
def marks() -> st.SearchStrategy[str]:
    """Label styles, the empty one for none included."""
    return st.sampled_from(("", "I.", "1.", "a)", "-", "+", "1.1.", "(1)", "Phần I", "Điều 1."))


@cache
def counts() -> st.SearchStrategy[int]:
    """Small whole numbers from 1."""
    return st.integers(1, 400)


@cache
def shares() -> st.SearchStrategy[float]:
    """Parts of a width."""
    return st.floats(0.25, 20).map(lambda share: round(share, 2))


@cache
def periods() -> st.SearchStrategy[Period]:
    """Periods with a short form, and any span of days."""
    years = st.integers(1990, 2099)
    return st.one_of(
        st.builds(Period.year, years),
        st.builds(Period.half, years, st.integers(1, 2)),
        st.builds(Period.quarter, years, st.integers(1, 4)),
        st.builds(Period.month, years, st.integers(1, 12)),
        st.tuples(years, years).map(
            lambda pair: Period(datetime.date(min(pair), 1, 1), datetime.date(max(pair), 12, 31))
        ),
        st.tuples(days(), days()).map(lambda pair: Period(min(pair), max(pair))),
    )


@cache
def events() -> st.SearchStrategy[str]:
    """Events in words; one that looks like a day becomes a day in the value."""
    return st.just("nhận được văn bản") | texts()


@cache
def hours() -> st.SearchStrategy[str]:
    """Hours of a day."""
    return st.sampled_from(("16:00", "8:30", "16 giờ"))


@cache
def recurrences() -> st.SearchStrategy[Recurring]:
    """Rhythms of reports."""
    return st.builds(
        Recurring,
        every=st.sampled_from(Every),
        day=maybe(st.integers(1, 31)),
        month=maybe(st.integers(1, 12)),
        following=st.booleans(),
        strict=st.booleans(),
        hour=maybe(hours()),
        phrase=maybe(texts()),
        also=tuples_of(st.sampled_from(Every), 1),
    )


@cache
def deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines of every kind."""
    phrase = maybe(texts())
    start: st.SearchStrategy[datetime.date | str] = days() | events()
    amount, unit = counts(), st.sampled_from(Unit)
    return st.one_of(
        st.builds(Before, day=days(), phrase=phrase, hour=maybe(hours())),
        st.builds(By, day=days(), phrase=phrase, hour=maybe(hours())),
        st.builds(Within, amount=amount, after=start, unit=unit, phrase=phrase),
        st.builds(Ahead, amount=amount, of=start, unit=unit, phrase=phrase),
        st.builds(In, period=periods(), stretch=maybe(st.sampled_from(Stretch)), phrase=phrase),
        recurrences(),
        st.builds(Standing, phrase=phrase),
        st.builds(OnRequest, phrase=phrase),
        st.builds(Undated, phrase=phrase),
    )


@cache
def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates without day, or without day and month."""
    return st.builds(PartialDate, year=st.integers(1990, 2099), month=maybe(st.integers(1, 12)))


@cache
def paper_dates() -> st.SearchStrategy[datetime.date | PartialDate | None]:
    """The day of a paper, as far as it is known."""
    return st.one_of(st.none(), days(), partial_dates())


@cache
def numbers() -> st.SearchStrategy[Number]:
    """Numbers of papers."""
    texts_ = maybe(st.sampled_from(("05", "07", "1234")))
    return st.builds(Number, text=texts_, notation=maybe(st.sampled_from(("KH-UBND", "UBND-VX"))))


@cache
def issuers() -> st.SearchStrategy[Issuer]:
    """Issuers."""
    return st.builds(
        Issuer,
        name=names(),
        superior=maybe(names()),
        abbreviation=maybe(st.sampled_from(("UBND", "STTTT"))),
        id=maybe(st.just("ubnd-tinh")),
        inferred=st.booleans(),
    )


@cache
def enclosures() -> st.SearchStrategy[Enclosure]:
    """Papers that promulgate the plan."""
    return st.builds(
        Enclosure, kind=st.just("QĐ"), number=numbers(), date=paper_dates(), issuer=maybe(names())
    )


@cache
def recipients() -> st.SearchStrategy[Recipient]:
    """Lines of the recipients."""
    return st.builds(Recipient, text=names(), parties=tuples_of(names(), 2))


@cache
def signatures() -> st.SearchStrategy[Signature]:
    """Signatures."""
    return st.builds(
        Signature, lines=tuples_of(texts()), name=maybe(names()), other_post=maybe(names())
    )


@cache
def paper_marks() -> st.SearchStrategy[Marks]:
    """Urgency, circulation, drafter."""
    return st.builds(
        Marks,
        urgency=maybe(st.sampled_from(("KHẨN", "HỎA TỐC"))),
        circulation=maybe(st.just("LƯU HÀNH NỘI BỘ")),
        drafter=maybe(st.just("PL.(300)")),
        signing=maybe(st.just("Sao y; Sở Nội vụ; 05/6/2026; 15:30:00")),
    )


@cache
def footnotes() -> st.SearchStrategy[Footnote]:
    """Footnotes."""
    return st.builds(Footnote, mark=st.sampled_from(("1", "2", "*")), text=texts())
