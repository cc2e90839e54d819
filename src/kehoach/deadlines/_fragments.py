"""Mẫu câu: the parts of which the phrases of deadlines are made, as data.

In a pattern `<NAME>` stands for the part of that name, and a space for any white space, the
no-break space among them. Letters are matched in either case.
"""

from __future__ import annotations

import re
from functools import cache

FRAGMENTS = {
    "DAY": r"(?:(?:mùng|mồng) )?\d{1,2}(?!\d)",
    "DATE": (
        r"(?:ngày )?(?<![\d/])<DAY>(?:\s?/\s?\d{1,2}(?:\s?/\s?\d{4})?|[.-]\d{1,2}[.-]\d{4}"
        r"| tháng \d{1,2}(?:/\d{4}| năm \d{4})?)(?![/\d]|-\d|<OTHERWISE>)"
    ),
    # After a day and month: a date of the lunar calendar, or a month counted within a quarter.
    "OTHERWISE": r"(?: năm \d{4})? (?:\(?âm lịch|của (?:mỗi )?(?:quý|kỳ)(?!\w))",
    "HOUR": r"\d{1,2}(?:\s?(?:giờ|h|g)(?:\s?\d{2})?(?: phút|['\u2019\u2032])?|:\d{2})(?!\w),?",
    "QUARTER": r"(?:IV|I{1,3}|[1-4])(?!\w)",
    "MONTH": r"\d{1,2}(?!\d)",
    "YEAR": r"(?:\s?/\s?| năm )\d{4}(?!\d)",
    "DASH": r"\s?[-–—]\s?",
    "PERIOD": (
        r"(?:<SPAN>|<PART>|<BETWEEN>|<QUARTERS>(?:<YEAR>|[ -]\d{4}(?!\d))?<ALONE>"
        r"|<MONTHS>(?:<YEAR>|[-.]\d{4}(?!\d))?(?![/\d])<ALONE>"
        r"|(?:(?:giai đoạn|thời kỳ|các năm|năm học|năm) )?\d{4}<DASH>\d{4}(?!\d)|năm \d{4}(?!\d))"
    ),
    "SERIES": r"(?:,\s?|,? và )",
    "QUARTERS": (
        r"quý <QUARTER>(?:<DASH>(?:quý )?<QUARTER>|(?:<SERIES>[1-4]){1,3}(?=<YEAR>)"
        r"|(?:<SERIES>(?:quý <QUARTER>|(?:IV|I{1,3})(?!\w))){1,3})?"
    ),
    "MONTHS": (
        r"tháng <MONTH>(?:<DASH>(?:tháng )?<MONTH>|(?:<SERIES>\d{1,2}){1,5}(?=<YEAR>)"
        r"|(?:<SERIES>tháng <MONTH>){1,5})?"
    ),
    # No period of a longer series is read as if it stood alone: "tháng 3, 6, 9, 12".
    "ALONE": r"(?!<SERIES>(?:(?:quý|tháng) )?(?:\d{1,2}|IV|I{1,3})(?:<YEAR>|<SERIES>\d))",
    "PART": r"(?:(?:0?6|sáu) tháng (?:đầu|cuối)|(?:0?9|chín) tháng(?: đầu)?) năm(?: \d{4})?",
    "SPAN": (
        r"(?:tuần )?từ (?:(?:năm )?\d{4} đến (?:hết )?(?:năm )?\d{4}(?!\d)"
        r"|tháng <MONTH>(?:<YEAR>)? đến (?:hết )?tháng <MONTH>(?:<YEAR>)?"
        r"|quý <QUARTER>(?:<YEAR>)? đến (?:hết )?quý <QUARTER>(?:<YEAR>)?"
        r"|(?:<DATE>|ngày <DAY>)(?: đến (?:hết )?|<DASH>)<DATE>)"
    ),
    "BETWEEN": (
        r"(?:tháng <MONTH><YEAR><DASH>tháng <MONTH><YEAR>"
        r"|quý <QUARTER><YEAR><DASH>quý <QUARTER><YEAR>)"
    ),
    "STRETCH": r"(?:đầu|giữa|cuối)",
    "BEFORE": r"(?:(?:chậm nhất|muộn nhất)(?: là)? )?trước",
    "BY": (
        r"(?:(?:chậm nhất|muộn nhất)(?: là)?(?: (?:vào|đến|trong))?(?: hết)?"
        r"|không (?:quá|muộn hơn|chậm hơn)|(?:từ nay )?(?<!tính\s)đến(?: hết)?|hết|trong|vào"
        r"|hạn (?:cuối|chót)(?: là)?)"
    ),
    "IN": (
        r"(?:(?:chậm nhất|muộn nhất)(?: là)?(?: (?:trong|đến|vào))?(?: hết)?"
        r"|không quá|từ nay đến(?: hết)?|đến hết|hết|trong(?: suốt| cả)?|vào)"
    ),
    "LIMIT": r"(?:<BEFORE>|<BY>)",
    "ITEM": (
        r"(?:(?:hằng|hàng) )?(?:(?:0?3|0?6|0?9|12|ba|sáu|chín) tháng|tuần|tháng|quý|năm)"
        r"(?! \d| <QUARTER>| (?:đầu|cuối) năm|\w)"
    ),
    "AND": r"(?:, (?:và )?|/| và )",
    "RHYTHM": (
        r"(?:(?:định kỳ )?(?:(?:0?3|0?6|0?9|12|ba|sáu|chín) tháng)(?: (?:một|1|01)|\s*/)\s*lần"
        r"|định kỳ <ITEM>(?:<AND><ITEM>){0,5}"
        r"|(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)(?!\w)(?:<AND><ITEM>){0,5}(?:,? <ONCE>)?"
        r"(?!,?(?: (?:ít nhất|tối thiểu))? <NUMBER> lần| (?:khách|vị)(?!\w)))"
    ),
    "ONCE": r"(?:0?1|một) lần(?!\w)",
    "YEARLY": r"(?:định kỳ )?(?:hằng|hàng|mỗi) năm",
    "AFTER": r"(?:liền kề|liền sau|kế tiếp|tiếp theo|sau)",
    "OF_WHAT": r"(?:quý|kỳ|6 tháng|06 tháng|sáu tháng|năm)",
    "NTH": r"(?:\d{1,2}|nhất|hai|ba|tư|năm|sáu)",
    "PLACE": (
        r"(?:của |vào )?tháng(?: <AFTER>(?:(?: của)? (?:kỳ|quý|tháng|năm)(?: báo cáo)?)?"
        r"|(?: đầu| đầu tiên| cuối| cuối cùng| thứ <NTH>)(?: của| trong)?(?: mỗi| hằng)? <OF_WHAT>"
        r"(?: báo cáo)?(?: <AFTER>)?| báo cáo|(?<=của\stháng)(?! \d))"
    ),
    "WEEKDAY": r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)(?!\w)",
    "NUMBER": (
        r"(?:\d+(?:\.\d{3})*(?:\s?\([^()]*\))?"
        r"|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười lăm|mười|hai mươi|ba mươi)"
    ),
    "UNIT": r"(?:giờ(?! làm việc)|tiếng(?!\w)|h(?!\w)|ngày làm việc|ngày|tuần|tháng|năm)",
    "AT_LEAST": r"(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)(?: là)?",
    "WITHIN": (
        r"(?:(?:chậm nhất|muộn nhất)(?: là)?(?: (?:trong|sau))?(?: vòng)?"
        r"|trong(?: (?:vòng|thời hạn|thời gian))?(?: (?:không quá|tối đa))?|không quá|tối đa|sau)"
    ),
    "SINCE": r"(?:(?:kể|tính) từ|từ|sau(?= khi | ngày ))",
    "STANDING_TAIL": (
        r"(?:(?:,? (?:và )?|\s?/\s?)(?:thường xuyên|liên tục|kịp thời|định kỳ|đột xuất"
        r"|(?:hằng|hàng) (?:ngày|tháng|quý|năm)"
        r"|trong (?:suốt |cả )?(?:<PERIOD>|tháng|quý|năm|kỳ|quá trình thực hiện)))"
    ),
}

# An event in words: the whole phrase may hold anything; in a sentence it ends with its clause.
_EVENTS_IN_PHRASE = {"EVENT": r".+?", "EVENT_BETWEEN": r".+?"}
_EVENTS_IN_SENTENCE = {
    "EVENT": r"(?:<DATE>|[^,.;:()\n]+?)(?= để | phải |\s*[,.;:()\n]|\s*$)",
    "EVENT_BETWEEN": r"(?:<DATE>|[^,.;:()\n]{1,80}?)",
}
_PART = re.compile(r"<([A-Z_]+)>")


@cache
def compiled(pattern: str, *, in_sentence: bool = False) -> re.Pattern[str]:
    """The pattern ready to use; in a sentence it stands between whole words."""
    parts = FRAGMENTS | (_EVENTS_IN_SENTENCE if in_sentence else _EVENTS_IN_PHRASE)
    written = rf"(?<!\w)(?:{pattern})(?!\w)" if in_sentence else pattern
    while found := _PART.search(written):
        written = written.replace(found[0], f"(?:{parts[found[1]]})")
    written = written.replace(" ", r"\s+").replace("quý", "qu[ýí]")
    return re.compile(written, re.IGNORECASE)
