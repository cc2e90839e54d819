"""Viết hoa: parts of papers, names of papers, units, days and posts.

NĐ 30/2020/NĐ-CP, Phụ lục II, Mục III đến Mục V.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kehoach.checks.language._slips import (
    CAPITAL,
    NUMBER,
    SMALL,
    SPACE,
    Pattern,
    begins_sentence,
    capitalised,
    lowered,
    phrases,
    recased,
    vocabulary,
    words_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.checks.language._slips import Fix

_NAME: Final = rf"[{CAPITAL}][{SMALL}]*"
_PAPERS: Final = (
    "nghị định", "thông tư", "quyết định", "nghị quyết", "kế hoạch", "công văn", "chỉ thị",
    "thông báo", "tờ trình", "báo cáo", "công điện", "hướng dẫn", "chương trình", "quy chế",
)  # fmt: skip
_LISTED: Final = r"(?:danh|hạng|đề|chuyên|thư|đầu|tiểu|khoa)[ \u00a0]$"
_YEAR_STEM: Final = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_YEAR_BRANCH: Final = "tý|tí|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
_DIRECTIONS: Final = (
    "tây bắc", "đông bắc", "tây nguyên", "đông nam bộ", "tây nam bộ", "nam trung bộ",
    "bắc trung bộ", "trung bộ", "nam bộ", "bắc bộ",
)  # fmt: skip
_MONTHS: Final = ("giêng", "mười", "hai", "ba", "tư", "sáu", "bảy", "tám", "chín", "chạp")
_COUNT: Final = re.compile(r"(?<!khoản[ \u00a0])(?<!điểm[ \u00a0])\b\d+[ \u00a0]$|những[ \u00a0]$")
_COUNTED_BY: Final = re.compile(
    r"(?:\d|hằng|hàng|mỗi|ngày|các|những|mấy|vài)[,]?[ \u00a0]$", re.IGNORECASE
)


def patterns() -> Iterator[Pattern]:
    """The patterns of these rules."""
    yield from _cited_parts()
    yield from _papers()
    yield from _units()
    yield from _places()
    yield from _years_and_days()
    yield from _posts()
    yield from _special_nouns()


def _pattern(  # noqa: PLR0913, PLR0917 - what a pattern is made of
    code: str, first: str, pattern: str, fix: Fix, aspect: str = "", second: Iterable[str] = ()
) -> Pattern:
    known = frozenset(second)
    return Pattern(code, tuple(first.split()), re.compile(pattern), fix, aspect, known)


def _upper(found: re.Match[str]) -> str:
    return capitalised(found[0])


def _lower_inside(found: re.Match[str]) -> str | None:
    """Small, unless a sentence begins here."""
    return None if begins_sentence(found.string, found.start()) else lowered(found[0])


def _before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - 24) : found.start()]


def _cited_parts() -> Iterator[Pattern]:
    """Khoản 7 Mục V."""
    yield _pattern("VH02", "Khoản Điểm", rf"(?:Khoản|Điểm){SPACE}(?:\d+|[a-zđ])\b", _lower_inside)
    number = (NUMBER,)
    yield _pattern(
        "VH02", "điều", rf"điều{SPACE}\d+\b(?!{SPACE}(?:khoản|điểm)?\w*%)", _article, second=number
    )
    yield _pattern(
        "VH02", "chương phần", rf"(?:chương|phần){SPACE}[IVXLC]+\b", _upper, second=number
    )
    yield _pattern(
        "VH02", "mục", rf"mục{SPACE}(?:\d{{1,2}}|[IVXLC]+)\b(?![.,]\d)", _section, second=number
    )
    yield _pattern(
        "VH02", "tiểu", rf"tiểu{SPACE}mục{SPACE}(?:\d{{1,2}}|[IVXLC]+)\b", _upper, second=("mục",)
    )


def _article(found: re.Match[str]) -> str | None:
    return None if _COUNT.search(_before(found)) else _upper(found)


def _section(found: re.Match[str]) -> str | None:
    return None if re.search(_LISTED, _before(found), re.IGNORECASE) else _upper(found)


def _papers() -> Iterator[Pattern]:
    """Khoản 6 Mục V."""
    for paper in _PAPERS:
        first, second = paper.split()
        named = rf"{first}{SPACE}{second}(?={SPACE}số{SPACE}\d+/)"
        yield _pattern("VH16", first, named, _upper, second=(second,))
    laws = phrases(vocabulary("laws"))
    yield Pattern(
        "VH16", ("luật",),
        re.compile(rf"luật{SPACE}(?:{laws})(?!\w)", re.IGNORECASE), _law,
        second=words_at(0, vocabulary("laws")),
    )  # fmt: skip
    yield Pattern(
        "VH16", ("bộ",),
        re.compile(rf"bộ{SPACE}luật{SPACE}(?:{laws})(?!\w)", re.IGNORECASE), _law,
        second=frozenset(("luật",)),
    )  # fmt: skip


def _law(found: re.Match[str]) -> str | None:
    """A law by its name: one of its words has a capital already, or a basis begins with it."""
    text = found[0]
    led = _before(found).split()[-1:]
    cited = [word.lower() for word in _before(found).split()[-2:]] == ["căn", "cứ"]
    if text.isupper() or (text.islower() and not cited):
        return None
    if led and led[0].lower() in {"pháp", "kỷ", "bộ"}:
        return None
    head = re.match(rf"(?:bộ{SPACE})?luật{SPACE}", text, re.IGNORECASE)
    cut = head.end() if head else 0
    models = {law.lower(): law for law in vocabulary("laws")}
    model = models.get(" ".join(text[cut:].split()).lower(), text[cut:])
    return capitalised(text[:cut].lower()) + recased(text[cut:], model)


def _units() -> Iterator[Pattern]:
    """Khoản 1 Mục III."""
    yield _pattern(
        "VH04", "Tỉnh Thành Huyện Thị Xã",
        rf"(?:Tỉnh|Thành phố|Huyện|Thị xã|Thị trấn|Xã){SPACE}(?={_NAME})(?!Hồ Chí Minh)", _unit,
    )  # fmt: skip
    yield _pattern(
        "VH05",
        "quận phường",
        rf"(?:quận|phường){SPACE}\d{{1,2}}\b",
        _numbered_unit,
        second=(NUMBER,),
    )
    people = phrases(vocabulary("people_and_events"))
    yield _pattern(
        "VH05",
        "quận phường xã",
        rf"(?:quận|phường|xã){SPACE}(?:{people})(?!\w)",
        _upper,
        "named",
        words_at(0, vocabulary("people_and_events")),
    )
    yield _pattern("VH06", "thủ", rf"thủ{SPACE}đô{SPACE}Hà{SPACE}Nội\b", _upper, second=("đô",))
    yield _pattern(
        "VH06",
        "thành",
        rf"thành{SPACE}phố{SPACE}Hồ{SPACE}Chí{SPACE}Minh\b",
        _upper,
        second=("phố",),
    )


def _unit(found: re.Match[str]) -> str | None:
    rest = found.string[found.end() :]
    family = "|".join(vocabulary("family_names"))
    person = rf"(?:{family})(?:{SPACE}{_NAME}){{2,}}"
    if re.match(rf"(?:Đoàn|Ủy|Uỷ|Đội|Hội)\b|{person}", rest):
        return None
    if rest.startswith(vocabulary("people_and_events")) or rest[:6].isupper():
        return None
    return _lower_inside(found)


def _numbered_unit(found: re.Match[str]) -> str | None:
    after = found.string[found.end() : found.end() + 12]
    if re.match(r"[ \u00a0](?:huyện|quận|phường|xã|thị|đơn)", after):
        return None
    return None if re.search(r"\d[ \u00a0]$", _before(found)) else _upper(found)


def _places() -> Iterator[Pattern]:
    fused = vocabulary("fused_places")
    firsts = {name.split()[0].lower() for name in fused}
    pairs = "|".join(rf"{name.split()[0].lower()}{SPACE}{name.split()[1]}" for name in fused)
    yield _pattern(
        "VH07", " ".join(firsts), rf"(?:{pairs})(?!\w)", _upper, second=words_at(1, fused)
    )
    terrain = "|".join(capitalised(word) for word in vocabulary("terrain"))
    names = phrases(vocabulary("terrain_names"))
    yield _pattern(
        "VH07", " ".join(map(capitalised, vocabulary("terrain"))),
        rf"(?:{terrain}){SPACE}(?:{names})(?!\w)", _lower_inside, "terrain",
        words_at(0, vocabulary("terrain_names")),
    )  # fmt: skip
    regions = "|".join(one.replace(" ", SPACE) for one in sorted(_DIRECTIONS, key=len)[::-1])
    yield Pattern(
        "VH08", ("tây", "đông", "nam", "bắc", "trung"),
        re.compile(rf"(?:{regions})\b(?!{SPACE}(?:đội|máy|phận|môn))", re.IGNORECASE), _region,
        second=words_at(1, _DIRECTIONS),
    )  # fmt: skip


def _region(found: re.Match[str]) -> str | None:
    text = found[0]
    if text.isupper():
        return None
    is_direction = text.lower().split()[-1] == "bắc"
    named = re.search(r"(?:vùng|miền|khu vực|các tỉnh)[ \u00a0]$", _before(found))
    if is_direction and text.islower() and not named:
        return None
    return re.sub(r"\w+", lambda word: capitalised(word[0].lower()), text)


def _years_and_days() -> Iterator[Pattern]:
    """Khoản 5, khoản 8 Mục V."""
    yield Pattern(
        "VH17", tuple(_YEAR_STEM.split("|")),
        re.compile(rf"(?:{_YEAR_STEM}){SPACE}(?:{_YEAR_BRANCH})\b", re.IGNORECASE), _lunar_year,
        second=frozenset(_YEAR_BRANCH.split("|")),
    )  # fmt: skip
    feasts = rf"(?:nguyên{SPACE}đán|đoan{SPACE}ngọ|trung{SPACE}thu)"
    yield Pattern(
        "VH18", ("tết",), re.compile(rf"tết{SPACE}{feasts}\b", re.IGNORECASE), _feast,
        second=frozenset(("nguyên", "đoan", "trung")),
    )  # fmt: skip
    yield _pattern(
        "VH18", "dịp nghỉ đón ăn vui trước sau mừng",
        rf"(?:dịp|nghỉ|đón|ăn|vui|trước|sau|mừng){SPACE}tết\b(?!{SPACE}(?:\w+{SPACE}[đĐ]án|[tT]rung|[đĐ]oan|[dD]ương))",
        lambda found: found[0].replace("tết", "Tết"), "alone", ("tết",),
    )  # fmt: skip
    yield _pattern(
        "VH19", "sáng chiều trưa tối đêm vào hằng mỗi từ",
        rf"(?:sáng|chiều|trưa|tối|đêm|vào|hằng|mỗi|từ){SPACE}thứ{SPACE}(?:hai|ba|tư|năm|sáu|bảy)\b",
        lambda found: _last_capitalised(found[0]), second=("thứ",),
    )  # fmt: skip
    yield _pattern(
        "VH19", "chủ", rf"chủ{SPACE}nhật\b(?!{SPACE}(?:ký|trình))", _upper, second=("nhật",)
    )
    yield _pattern(
        "VH19", "tháng",
        rf"tháng{SPACE}(?:giêng|mười{SPACE}một|mười{SPACE}hai|hai|ba|tư|sáu|bảy|tám|chín|mười|chạp)\b",
        _month, second=_MONTHS,
    )  # fmt: skip
    days = phrases(vocabulary("holidays"))
    yield Pattern(
        "VH15", ("ngày",), re.compile(rf"ngày{SPACE}(?:{days})(?!\w)", re.IGNORECASE), _holiday,
        second=words_at(0, vocabulary("holidays")),
    )  # fmt: skip


def _lunar_year(found: re.Match[str]) -> str | None:
    text = found[0]
    led = re.search(r"(?:năm|xuân|tết)[ \u00a0]$", _before(found), re.IGNORECASE)
    if text.isupper() or (text.islower() and not led):
        return None
    return re.sub(r"\w+", lambda word: capitalised(word[0].lower()), text)


def _feast(found: re.Match[str]) -> str | None:
    text = found[0]
    if text.isupper():
        return None
    first = text[0] if begins_sentence(found.string, found.start()) else "t"
    return first + text[1:4].lower() + capitalised(text[4:].lower())


def _last_capitalised(text: str) -> str:
    cut = max(text.rfind(" "), text.rfind("\u00a0")) + 1
    return text[:cut] + capitalised(text[cut:])


def _month(found: re.Match[str]) -> str | None:
    after = found.string[found.end() : found.end() + 8]
    if _COUNTED_BY.search(_before(found)) or re.match(
        r"[ \u00a0](?:lần|kỳ|ngày|buổi|đợt|bên|cấp|đồng|tuần|năm (?!\d)|trở)", after
    ):
        return None
    head = re.match(rf"tháng{SPACE}", found[0])
    return None if head is None else head[0] + capitalised(found[0][head.end() :])


def _holiday(found: re.Match[str]) -> str | None:
    text = found[0]
    if text.isupper():
        return None
    name = " ".join(text.split()[1:])
    models = [one for one in vocabulary("holidays") if one.lower() == name.lower()]
    return text[: len(text) - len(name)] + recased(name, models[0]) if models else None


def _posts() -> Iterator[Pattern]:
    """Khoản 1 Mục II, khoản 3 Mục V."""
    posts = "|".join(post.replace(" ", SPACE) for post in
                     sorted(vocabulary("posts"), key=len, reverse=True))  # fmt: skip
    first = " ".join({post.split()[0] for post in vocabulary("posts")})
    family = "|".join(vocabulary("family_names"))
    yield _pattern(
        "VH13",
        first,
        rf"(?:{posts})(?={SPACE}(?:{family}){SPACE}{_NAME}(?:{SPACE}{_NAME})?)",
        _upper,
        second=words_at(1, vocabulary("posts")),
    )
    deputy = rf"(?:phó{SPACE})?"
    top = rf"{deputy}thủ{SPACE}tướng(?={SPACE}Chính phủ)"
    yield _pattern("VH13", "thủ phó", top, _upper, second=("tướng", "thủ"))
    head = rf"{deputy}chủ{SPACE}tịch(?={SPACE}(?:nước\b|Quốc hội))"
    yield _pattern("VH13", "chủ phó", head, _upper, second=("tịch", "chủ"))
    inside = rf"(?:{SPACE}[{CAPITAL}{SMALL}]+){{0,2}}{SPACE}{_NAME}(?![{SMALL}])"
    person = rf"(?:ông|bà|Ông|Bà|chí){SPACE}(?:{family}){inside}"
    yield _pattern(
        "VH22", "ông bà Ông Bà chí", person, _person,
        second=words_at(0, vocabulary("family_names")),
    )  # fmt: skip


def _person(found: re.Match[str]) -> str | None:
    """A name of which one syllable in the middle is small: "Nguyễn văn An"."""
    words = re.split(rf"({SPACE})", found[0])
    small = [index for index, word in enumerate(words) if index and word.strip() and word.islower()]
    if len(small) != 1:
        return None
    words[small[0]] = capitalised(words[small[0]])
    return "".join(words)


def _special_nouns() -> Iterator[Pattern]:
    """Khoản 1, khoản 4 Mục V: only where the words around leave no doubt."""
    yield _pattern(
        "VH03",
        "nhân",
        rf"nhân{SPACE}dân\b(?!{SPACE}(?:tệ|các cấp|cấp|tỉnh|huyện|xã))",
        _people,
        second=("dân",),
    )
    yield _pattern("VH03", "nhà", rf"nhà{SPACE}nước\b", _state, second=("nước",))
    yield _pattern("VH14", "đảng", rf"đảng(?=(?:,{SPACE}|{SPACE}và{SPACE})[Nn]hà nước\b)", _upper)
    yield _pattern("VH14", "đảng", r"đảng\b(?![ \u00a0]\w)", _party)


def _people(found: re.Match[str]) -> str | None:
    led = r"(?:phục vụ|đời sống|ý kiến|quyền làm chủ của|trong|của|và|vận động|lợi ích)[ \u00a0]$"
    return _upper(found) if re.search(led, _before(found)) else None


def _state(found: re.Match[str]) -> str | None:
    led = (
        r"(?:Đảng,|Đảng và|Đảng,? Nhà nước và|quy định của|chính sách của|pháp luật của"
        r"|chủ trương của|lợi ích của|ưu đãi của)[ \u00a0]$"
    )
    return _upper(found) if re.search(led, _before(found)) else None


def _party(found: re.Match[str]) -> str | None:
    led = r"(?:lãnh đạo của|nghị quyết của|chủ trương của|đường lối của)[ \u00a0]$"
    return _upper(found) if re.search(led, _before(found), re.IGNORECASE) else None
