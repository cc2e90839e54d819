"""Tên cơ quan trong câu: names split by the longest match against a directory, or by their shape.

A comma or "và" parts two names only where a new name begins after it, so that "Sở Văn hóa, Thể
thao và Du lịch" and "UBND các huyện, thành phố Tân An" stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from kehoach.plan import Mood
from kehoach.reading._bodies import BODY_HEAD, CAP, GROUP_HEAD, NOT_HEAD, VERB

Known: TypeAlias = Callable[[str], bool]
"""Whether a directory knows a name."""

_LOW = (
    r"tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố|quận|đặc khu|Trung ương|trung ương|nhân dân"
    r"|nông thôn|vận tải"
    r"|bệnh tật|quân sự|nhà nước|xã hội|phụ nữ|thanh niên|lao động|biên phòng|nông dân|chính trị"
    r"|cựu chiến binh|tỉnh ủy"
    r"|huyện ủy|trực thuộc|liên quan|có liên quan|cùng cấp|các cấp|cấp (?:tỉnh|huyện|xã)|nhiệt "
    r"đới|khu vực|khối|dân tộc"
    r"|công cộng|cộng đồng|cơ sở|hành chính|công|cấp|thuộc|đất đai|truyền thông|giáo dục|liên "
    r"ngành|khu công nghiệp"
)
_LOW_WORD = re.compile(rf"\s+(?:{_LOW})(?!\w)")
_PLACES = r"huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu|quận"
_CAPITAL = rf"(?:[{CAP}][^\s,;:.()]*)"
_GOES_ON = re.compile(
    rf"\s+(?:{_CAPITAL}|(?:các\s+)?(?:{_LOW})(?!\w)|[-–]\s+(?:{_CAPITAL}|xã hội|nghề nghiệp))"
    rf"|\s*,\s+(?:(?:các\s+)?(?:{_PLACES})(?!\w)|(?P<comma>{_CAPITAL}))"
    rf"|\s+và\s+(?:(?:các\s+)?(?:{_PLACES})(?!\w)|(?P<and>{_CAPITAL}))"
    r"|\s*\((?!qua|thông qua|báo cáo|gửi|để)[^()]{2,60}\)"
)
# The second syllable of a word that a capital begins: "Thông tin", "Nội vụ".
_SECOND = re.compile(r"\s+(?P<second>[^\W\d_A-Z][^\W\d_]*)(?!\w)")
_CAPITAL_BEFORE = re.compile(rf"(?:^|[\s,(-]){_CAPITAL}$")
_GROUP_WORD = re.compile(
    r"\s+(?:[-–]\s+)?[^\s,;:.()]+|\s*\((?!qua|thông qua|báo cáo|gửi|để)[^()]{2,60}\)"
)
_GROUP_COMMA = re.compile(
    r"\s*,\s+(?:(?:và\s+)?(?:ban|ngành|sở|địa phương|đoàn thể|cơ quan|đơn vị|tổ chức|bộ|xã"
    r"|phường|thị trấn|huyện|thị xã"
    r"|thành phố|hội|phòng|cá nhân|doanh nghiệp|đặc khu|trung tâm|trường)(?!\w))"
    r"|\s+và\s+(?:ngành|đoàn thể|địa phương"
    r"|cá nhân|doanh nghiệp|đơn vị|tổ chức|cơ quan)(?!\w)"
)
_BETWEEN = re.compile(r"\s*[,;]\s+(?:và\s+)?|\s+và\s+|\s*;\s*|\s*/\s*|\s+cùng\s+(?:với\s+)?")
_BORDER = re.compile(r"[;,]\s+(?:và\s+)?|\svà\s+|/\s*|\n\s*")
_HEAD_WINDOW = 48
_SIGNS = (",", ";", "/", "\n", "và")
_OF_SEVERAL = re.compile(
    r"(?:Các|các)\s+(?P<kind>[Ss]ở|[Bb]ộ|[Pp]hòng"
    r"|[Bb]an)(?:,\s*(?:ban,?\s*)?ngành)?(?:\s+\w+){0,2}\s*:\s*(?P<list>.+)"
)
_ARTICLE = re.compile(r"(?:các|những|toàn thể|tất cả)\s", re.IGNORECASE)
_MOOD = re.compile(
    r"(?:(?P<request>(?:Kính )?đề nghị)|(?P<require>Yêu cầu)|(?P<assign>Giao(?: nhiệm vụ| trách "
    r"nhiệm)?(?: cho)?"
    r"|Phân công(?: nhiệm vụ)?(?: cho)?|(?:Nhiệm vụ,? )?(?:T|t)rách nhiệm(?: của)?|Nhiệm vụ của"
    r"|Đối với))\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:,?\s*(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|thực hiện|chủ trì|là cơ quan "
    r"[^:]{0,60}))?\s*[:.]?\s*$"
)
_BRACKET = re.compile(r"\s*\([^()]*\)\s*:?$")
_LONGEST, _MOST_WORDS, _GROUP_WORDS = 400, 22, 14
_TIED = re.compile(
    r"(?:Văn phòng|VP)\s+(?:\S+\s+){0,4}?(?:HĐND|Hội đồng nhân dân|ĐBQH|Đảng ủy|Tỉnh ủy)$"
)


def begins_name(text: str, at: int = 0) -> bool:
    """Whether the name of a body or group begins here."""
    return _head(text, at) is not None


def _head(text: str, at: int) -> tuple[int, bool] | None:
    """Where the first words of a name end that begins at an offset, and whether of a group."""
    found = _head_of(text[at : at + _HEAD_WINDOW])
    return (at + found[0], found[1]) if found else None


@lru_cache(maxsize=4096)
def _head_of(piece: str) -> tuple[int, bool] | None:
    if NOT_HEAD.match(piece):
        return None
    group = GROUP_HEAD.match(piece)
    found = BODY_HEAD.match(piece) or group
    return (found.end(), group is not None) if found else None


def split_names(text: str, known: Known | None = None) -> tuple[str, ...]:
    """The names in a printed list; the text itself where nothing in it parts two names."""
    text = text.strip().rstrip(".;:").strip()
    if several := _OF_SEVERAL.fullmatch(text):
        kind = several["kind"].capitalize()
        parts = re.split(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+(?=[^,;]*$)", several["list"])
        return tuple(name if _head(name, 0) else f"{kind} {name}" for name in parts if name)
    if known is not None and (names := _by_directory(text, known)):
        return names
    return _by_shape(text)


def _by_directory(text: str, known: Known) -> tuple[str, ...]:
    """The fewest pieces that are all known; () where there are none."""
    if known(text):
        return (text,)
    borders = [(found.start(), found.end()) for found in _BORDER.finditer(text)][:40]
    starts, stops = [0, *(end for _, end in borders)], [*(start for start, _ in borders), len(text)]
    best: list[tuple[str, ...] | None] = [()]
    for last, stop in enumerate(stops):
        options = [
            (*before, piece)
            for first in range(max(0, last - 6), last + 1)
            if (before := best[first]) is not None
            and (piece := text[starts[first] : stop].strip())
            and known(piece)
        ]
        best.append(min(options, key=len, default=None))
    return best[-1] or ()


def _by_shape(text: str) -> tuple[str, ...]:
    if not any(sign in text for sign in _SIGNS):
        return (text.strip(),) if text.strip() else ()
    names: list[str] = []
    start = 0
    for border in _BORDER.finditer(text):
        sign = border[0].strip()
        left = text[start : border.start()].rstrip()
        if sign[:1] not in (";", "") or not sign:
            head = _head(text, border.end())
            if head is None or _TIED.search(left):
                continue
            if not text[border.end()].isupper() and not head[1]:
                continue
            if _lists_nouns(left, text, border.end()):
                continue
        names.append(left)
        start = border.end()
    names.append(text[start:])
    return tuple(name.strip() for name in names if name.strip())


def _lists_nouns(left: str, text: str, at: int) -> bool:
    """As in "các Sở, ngành, địa phương": a bare noun goes on with the group that "các" began."""
    if text[at].isupper() or _ARTICLE.match(text, at):
        return False
    return bool(GROUP_HEAD.match(left)) or left.startswith(("Mặt trận", "UBMTTQ", "MTTQ"))


def scan_names(text: str, at: int, known: Known | None = None) -> tuple[tuple[str, ...], int]:
    """The names that stand in a sentence from an offset on, and where they end."""
    start, end = at, _scan(text, at)
    if end == at:
        return (), at
    while (
        end - start < _LONGEST
        and (between := _BETWEEN.match(text, end))
        and _head(text, between.end())
    ):
        following = _scan(text, between.end())
        if following == between.end():
            break
        end = following
    return split_names(text[start:end], known), end


def _scan(text: str, at: int) -> int:
    """The end of one name; `at` where none begins."""
    head = _head(text, at)
    if head is None:
        return at
    (end, is_group), words = head, 0
    while end < len(text):
        if is_group:
            comma = _GROUP_COMMA.match(text, end)
            found = comma or _GROUP_WORD.match(text, end)
            if found is None or (comma is None and _stops(text, end)):
                break
            words += 1
            if words > _GROUP_WORDS:
                break
        else:
            found = _GOES_ON.match(text, end) or _SECOND.match(text, end)
            if found is None or _ends_before(text, found):
                break
        end = found.end()
    return end


def _stops(text: str, end: int) -> bool:
    word = end + len(text[end:]) - len(text[end:].lstrip())
    if text.startswith(("từ tỉnh", "từ cấp", "từ huyện"), word):
        return False
    if text.startswith("đến ", word) and re.search(
        r"từ \w+ ?\w* $", text[max(0, word - 12) : word]
    ):
        return False
    if VERB.match(text, word) or text.startswith("và ", word):
        return True
    return text.startswith("có ", word) and not text.startswith("có liên quan", word)


def _ends_before(text: str, found: re.Match[str]) -> bool:
    """Whether a capital after a comma or "và" begins another name, or a verb begins."""
    if "second" in found.re.groupindex:
        before = text[max(0, found.start() - 12) : found.start()]
        return (
            not found["second"].islower()
            or not _CAPITAL_BEFORE.search(before)
            or VERB.match(text, found.start("second")) is not None
        )
    group = "comma" if found["comma"] else "and" if found["and"] else ""
    if group:
        return _head(text, found.start(group)) is not None
    word = found.start() + len(found[0]) - len(found[0].lstrip())
    return bool(VERB.match(text, word)) and text[word].islower() and not _LOW_WORD.match(found[0])


@lru_cache(maxsize=1024)
def _mood_of(text: str) -> tuple[Mood, int]:
    found = _MOOD.match(text)
    if not found or not _head(text, found.end()):
        return Mood.ASSIGN, 0
    if found["request"]:
        return Mood.REQUEST, found.end()
    return (Mood.REQUIRE if found["require"] else Mood.ASSIGN), found.end()


def mood_of(text: str) -> tuple[Mood, int]:
    """The mood of a heading or sentence, and where the name after its word begins."""
    return _mood_of(text)


def heading_names(text: str, known: Known | None = None) -> tuple[Mood, tuple[str, ...]] | None:
    """The mood and names of a heading that names who is to act; None for any other heading.

    After "Đề nghị" and the like a name lost the capital that it has at the beginning of a line.
    """
    if len(text) > _LONGEST:
        return None
    if text.isupper():
        found = _MOOD.match(text)
        start = found.end() if found else 0
        text = text[:start].capitalize() + sentence_case(text[start:])
    mood, start = mood_of(text)
    bare = _TAIL.sub("", _BRACKET.sub("", text[start:]))
    if known is not None and known(bare):
        return mood, (bare,)
    if not bare or _head(bare, 0) is None:
        return None
    names = split_names(bare, known)
    if not all(_is_name(name, known) for name in names):
        return None
    first, *others = names
    return mood, (first[0].upper() + first[1:], *others)


def _is_name(name: str, known: Known | None) -> bool:
    if known is not None and known(name):
        return True
    head = _head(name, 0)
    if head is None or len(name.split()) > _MOST_WORDS or ":" in name:
        return False
    rest = name[head[0] :]
    return not any(found[0].islower() for found in _VERB_IN_NAME.finditer(rest))


_VERB_IN_NAME = re.compile(
    r"(?<!\w)(?:thực hiện|tổ chức (?!chính|xã|đoàn|hội|cơ)|triển khai|đẩy mạnh|đảm bảo|bảo đảm"
    r"|xây dựng (?!cơ)|tham mưu"
    r"|hướng dẫn|rà soát|tăng cường|nâng cao|báo cáo|theo dõi|đôn đốc|tổng hợp|chủ trì|phối hợp "
    r"với|chỉ đạo (?!\w+ trình)"
    r"|có trách nhiệm|đề xuất|ban hành|căn cứ|hoàn thành|tiếp tục|phải|được giao (?!nhiệm)|là"
    r"|chịu)(?!\w)"
)


def sentence_case(name: str) -> str:
    """A name in capitals as it is written in a sentence: "SỞ Y TẾ" gives "Sở Y tế".

    Words after the kind of a place keep their capitals; of other words the first of each part has
    one. It is a reading, not a fact; the printed form stays in the heading.
    """
    words = name.lower().split()
    result: list[str] = []
    capital, named = True, False
    for word in words:
        if word in _LEVELS and result:
            result.append(word)
            named, capital = word in _NAMING, False
            continue
        if named or (capital and word not in ("và", "-", "các", "của")):
            result.append(word[:1].upper() + word[1:])
        else:
            result.append(word)
        capital = (
            (word in _KINDS and not named) or word in ("-", "–") or (word == "và" and not named)
        )
        capital = capital or (word.endswith(",") and not named)
    return _abbreviated(" ".join(result))


_LEVELS = {
    "tỉnh",
    "huyện",
    "xã",
    "phường",
    "quận",
    "nhân",
    "dân",
    "thành",
    "phố",
    "thị",
    "trấn",
    "đặc",
    "khu",
}
_NAMING = {"tỉnh", "huyện", "xã", "phường", "quận", "phố", "trấn", "khu"}
_KINDS = {"sở", "bộ", "ban", "phòng", "cục", "vụ", "viện", "hội", "báo", "đài"}
_LETTERS = re.compile(
    r"(?<!\w)(?:ubnd|hđnd|ubmttq\w*|mttq\w*|bch|bcđ|vnpt|đbqh|tt&tt)(?!\w)", re.IGNORECASE
)


def _abbreviated(name: str) -> str:
    named = _LETTERS.sub(lambda found: found[0].upper(), name)
    return named[:1].upper() + named[1:]
