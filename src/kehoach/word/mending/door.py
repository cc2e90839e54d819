"""Cửa sửa: one opened .docx with what is seen in it, and the edits that can be made to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.errors import MendRefused, ReadError
from kehoach.word._observe.docx import main_part
from kehoach.word._observe.package import Package
from kehoach.word._observe.xml import Unreadable, W
from kehoach.word.mending.blocks import (
    drop_bullet,
    fit_table,
    insert_rule,
    remove_empty,
    turn_into_rule,
)
from kehoach.word.mending.comments import Comments
from kehoach.word.mending.package import Parts, Untouchable, refuse
from kehoach.word.mending.pages import PageNumbers, set_page, twips
from kehoach.word.mending.properties import Revisions, drop, first_child, put, remember
from kehoach.word.mending.texts import has_alternates, own_runs, replace, runs_within, text_of
from kehoach.word.mending.tracing import Tracing

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kehoach.observed import ObservedParagraph, ParagraphFormat, RunFormat
    from kehoach.word.mending.looks import PageLook, ParagraphLook, RunLook
    from kehoach.word.mending.tracing import Traced

_BLACK: Final = ("", "000000")
_SLACK: Final = 0.05
_SPECIAL: Final = ("symbol", "wingdings", "webdings", ".vn", "vni-", "vni ")
_PAINTED: Final = ("none", "white", "")


class Mendable:
    """Tệp đang sửa: `observed` is what was seen when it was opened.

    Edits name paragraphs of `observed` and tell whether anything changed; `data()` gives the file.
    With `track_changes` each edit is a Word revision by "kehoach", without a day unless `date`
    (ISO 8601) is given. Raises ReadError for what cannot be read, MendRefused for files that must
    not be touched: signed, protected, with macros.
    """

    def __init__(
        self, data: bytes, source: str = "", *, track_changes: bool = False, date: str = ""
    ) -> None:
        try:
            self._parts, self._traced = _opened(data)
            self.observed = self._traced.observed()
        except Untouchable as fault:
            raise MendRefused(source, fault.what, fault.advice) from fault
        except Unreadable as fault:
            raise ReadError(source, fault.what, fault.advice) from fault
        except Exception as fault:
            what = "cấu trúc tệp không như mong đợi"
            raise ReadError(source, what, "mở bằng Word và lưu lại dưới dạng .docx") from fault
        self._date = date
        self._revisions = Revisions(self._traced.root, date) if track_changes else None
        self._comments: Comments | None = None

    def data(self) -> bytes:
        """The file as it is now; the same bytes where nothing was changed."""
        return self._parts.data()

    def dress(
        self, paragraph: ObservedParagraph, look: RunLook, span: tuple[int, int] | None = None
    ) -> bool:
        """Đặt dáng chữ: give the runs of a paragraph the look, where theirs differs.

        `span` limits it to some characters of `text(paragraph)`, from the first to before the last.
        """
        traced = self._traced.traced(paragraph)
        if traced is None:
            return False
        changed = False
        element = traced.element
        runs = tuple(own_runs(element)) if span is None else runs_within(element, *span)
        for run in runs:
            if run.find(f"{W}t") is not None or run.find(f"{W}tab") is not None:
                seen = self._traced.look_of(run, traced)
                if not seen.vertical and not seen.hidden:
                    changed = self._dress_run(run, seen, look) or changed
        return self._noted(changed, traced)

    def _dress_run(self, run: _Element, seen: RunFormat, look: RunLook) -> bool:
        wanted = _wanted(seen, look)
        grounds = look.black and (
            seen.highlight not in _PAINTED or seen.shading not in ("", "FFFFFF")
        )
        if not wanted and not grounds:
            return False
        own = first_child(run, "rPr")
        remember(own, self._revisions)
        for name, values in wanted.items():
            put(own, name, values)
        if grounds:
            drop(own, "shd")
            put(own, "highlight", {"val": "none"})
            if seen.shading:
                put(own, "shd", {"val": "clear", "color": "auto", "fill": "auto"})
        return True

    def lay_out(self, paragraph: ObservedParagraph, look: ParagraphLook) -> bool:
        """Đặt dáng đoạn: alignment, indent, gaps and line spacing, where they differ."""
        traced = self._traced.traced(paragraph)
        if traced is None:
            return False
        wanted = _layout(traced.dressed.format, look)
        if not wanted:
            return False
        own = first_child(traced.element, "pPr")
        remember(own, self._revisions)
        for name, values in wanted.items():
            put(own, name, values)
        return self._noted(True, traced)  # noqa: FBT003 - the truth value is the result

    def keep_with_next(self, paragraph: ObservedParagraph) -> bool:
        """Giữ với đoạn sau."""
        traced = self._traced.traced(paragraph)
        if traced is None or traced.dressed.format.keep_next:
            return False
        own = first_child(traced.element, "pPr")
        remember(own, self._revisions)
        put(own, "keepNext", {"val": None})
        return self._noted(True)  # noqa: FBT003 - the truth value is the result

    def rule_below(self, paragraph: ObservedParagraph, left: float, right: float) -> bool:
        """Kẻ đường dưới một đoạn: a blank paragraph with a border, indented so (mm)."""
        traced = self._traced.traced(paragraph)
        if traced is None:
            return False
        insert_rule(traced.element, left, right, self._revisions)
        return self._noted(True, traced)  # noqa: FBT003 - the truth value is the result

    def rule_instead(self, paragraph: ObservedParagraph, left: float, right: float) -> bool:
        """Kẻ đường thay cho ký tự gõ: a paragraph of typed signs becomes a drawn line."""
        traced, text = self._traced.traced(paragraph), self.text(paragraph)
        if traced is None or not text:
            return False
        if not replace(traced.element, 0, len(text), "", self._revisions):
            return False
        turn_into_rule(traced.element, left, right, self._revisions)
        return self._noted(True, traced)  # noqa: FBT003 - the truth value is the result

    def remove_blank(self, paragraph: ObservedParagraph) -> bool:
        """Bỏ đoạn trống; False where it holds anything or must stay."""
        traced = self._traced.traced(paragraph)
        if traced is None:
            return False
        return self._noted(remove_empty(traced.element, self._revisions), traced)

    def drop_bullet(self, paragraph: ObservedParagraph) -> bool:
        """Bỏ dấu đầu dòng tự động."""
        traced = self._traced.traced(paragraph)
        if traced is None:
            return False
        drop_bullet(traced.element, self._revisions)
        return self._noted(True, traced)  # noqa: FBT003 - the truth value is the result

    def fit_table(self, paragraph: ObservedParagraph, width: float) -> bool:
        """Thu bảng cho vừa: the table that holds the paragraph, to so many millimetres.

        Widths of columns have no tracked form: in a file with revisions nothing is done.
        """
        traced = self._traced.traced(paragraph)
        tables = [] if traced is None else list(traced.element.iterancestors(f"{W}tbl"))
        if not tables or self._revisions is not None:
            return False
        return self._noted(fit_table(tables[-1], width), traced)

    def keep_rows(self, paragraph: ObservedParagraph, *, header: bool = False) -> bool:
        """Giữ hàng: no row of the paragraph's table is split; `header` repeats the first instead.

        Rows have no tracked form of these properties: in a file with revisions nothing is done.
        """
        traced = self._traced.traced(paragraph)
        table = None if traced is None else next(traced.element.iterancestors(f"{W}tbl"), None)
        if table is None or self._revisions is not None:
            return False
        rows = table.findall(f"{W}tr")
        name = "tblHeader" if header else "cantSplit"
        for row in rows[:1] if header else rows:
            own = row.find(f"{W}trPr")
            if own is None:
                own = row.makeelement(f"{W}trPr")
                before = row.find(f"{W}tblPrEx")
                row.insert(0 if before is None else 1, own)
            drop(own, name)
            put(own, name, {})
        return self._noted(bool(rows))

    def text(self, paragraph: ObservedParagraph) -> str | None:
        """Chữ của đoạn as it is now; None where it cannot be edited safely."""
        traced = self._traced.traced(paragraph)
        if traced is None or has_alternates(traced.element):
            return None
        return text_of(traced.element)

    def replace(self, paragraph: ObservedParagraph, start: int, end: int, text: str) -> bool:
        """Thay chữ: characters of `text(paragraph)`, from start to before end."""
        traced = self._traced.traced(paragraph)
        if traced is None:
            return False
        return self._noted(replace(traced.element, start, end, text, self._revisions), traced)

    def set_page(self, index: int, look: PageLook) -> bool:
        """Đặt trang: paper, margins and numbering of a section, counted from 0."""
        sections = self._traced.section_elements
        if index >= len(sections):
            return False
        set_page(sections[index], look, self._revisions)
        return self._noted(True)  # noqa: FBT003 - the truth value is the result

    def number_in(self, kind: str, size: float, align: str) -> bool:
        """Số trang ở đầu trang ("header") hoặc chân trang ("footer"), out of the other."""
        sections = self._traced.section_elements
        if not sections:
            return False
        numbers = PageNumbers(self._parts, self._revisions)
        numbers.clear("footer" if kind == "header" else "header")
        numbers.put_in(kind, sections, size, align)
        return self._noted(True)  # noqa: FBT003 - the truth value is the result

    def hide_first_number(self) -> bool:
        """Không hiện số ở trang thứ nhất, where the first page has a header of its own."""
        sections = self._traced.section_elements
        if not sections:
            return False
        PageNumbers(self._parts, self._revisions).clear_first(sections[0])
        return True

    def bare_numbers(self) -> bool:
        """Chỉ in chữ số: the words and dashes around page numbers go."""
        return PageNumbers(self._parts, self._revisions).bare()

    def dress_numbers(self, look: RunLook, align: str) -> bool:
        """Dáng số trang: size, weight, slope and alignment, in headers and footers."""
        changed = False
        for paragraph, part in PageNumbers(self._parts, self._revisions).dressed():
            own = first_child(paragraph, "pPr")
            remember(own, self._revisions)
            put(own, "jc", {"val": align})
            put(own, "ind", {"left": "0", "right": "0", "firstLine": "0", "hanging": None})
            for run in own_runs(paragraph):
                looks = first_child(run, "rPr")
                remember(looks, self._revisions)
                if look.size is not None:
                    put(looks, "sz", {"val": str(round(look.size * 2))})
                    put(looks, "szCs", {"val": str(round(look.size * 2))})
                put(looks, "b", {"val": None if look.bold else "0"})
                put(looks, "i", {"val": None if look.italic else "0"})
            self._parts.change(part)
            changed = True
        return changed

    def comment(self, paragraph: ObservedParagraph | None, text: str) -> None:
        """Ghi nhận xét on a paragraph; on the first of the paper where none is given or known."""
        traced = None if paragraph is None else self._traced.traced(paragraph)
        in_body = traced is not None and traced.part == self._parts.main
        element = traced.element if traced and in_body else self._traced.root.find(f".//{W}p")
        if element is None:
            return
        element = next(reversed(list(element.iterancestors(f"{W}p"))), element)
        if self._comments is None:
            self._comments = Comments(self._parts)
        self._comments.add(element, text, self._date)

    def _noted(self, changed: bool, traced: Traced | None = None) -> bool:  # noqa: FBT001 - passed through
        if changed:
            self._parts.change(traced.part if traced else self._parts.main)
        return changed


def _opened(data: bytes) -> tuple[Parts, Tracing]:
    package = Package(data)
    main = main_part(package)
    if main is None:
        raise Unreadable("đây không phải tệp Word", "mở bằng Word và lưu lại")
    refuse(package, main)
    parts = Parts(package, data, main)
    return parts, Tracing(parts)


def _wanted(seen: RunFormat, look: RunLook) -> dict[str, dict[str, str | None]]:
    """The properties of a run that must change, with their attributes."""
    wanted: dict[str, dict[str, str | None]] = {}
    if look.size is not None and abs(seen.size - look.size) > _SLACK:
        wanted["sz"] = wanted["szCs"] = {"val": str(round(look.size * 2))}
    for name, asked, found in (("b", look.bold, seen.bold), ("i", look.italic, seen.italic)):
        if asked is not None and asked is not found:
            wanted[name] = {"val": None if asked else "0"}
    if look.font and {seen.font, seen.font_high} != {look.font} and not _is_special(seen):
        wanted["rFonts"] = _fonts(look.font)
    color = look.color or ("000000" if look.black and seen.color not in _BLACK else "")
    if color and seen.color != color:
        wanted["color"] = {"val": color, **dict.fromkeys(("themeColor", "themeTint", "themeShade"))}
    if look.underline is False and seen.underline:
        wanted["u"] = {"val": "none"}
    return wanted


def _layout(form: ParagraphFormat, look: ParagraphLook) -> dict[str, dict[str, str | None]]:
    """The properties that must change, with their attributes."""
    wanted: dict[str, dict[str, str | None]] = {}
    if look.align and form.alignment != look.align:
        wanted["jc"] = {"val": look.align}
    if look.first_line is not None:
        wanted["ind"] = _indent(look.first_line)
    if look.sides is not None:
        left, right = map(twips, look.sides)
        wanted["ind"] = {
            **_indent(0),
            "left": left,
            "right": right,
            "rightChars": None,
            "end": None,
        }
    if spacing := _spacing(form, look):
        wanted["spacing"] = spacing
    if look.before and form.contextual_spacing:
        wanted["contextualSpacing"] = {"val": "0"}
    return wanted


def _spacing(form: ParagraphFormat, look: ParagraphLook) -> dict[str, str | None]:
    spacing: dict[str, str | None] = {}
    for name, points in (("before", look.before), ("after", look.after)):
        if points is not None and abs(points - getattr(form, f"space_{name}")) > _SLACK:
            twentieths = {name: str(round(points * 20)), f"{name}Autospacing": "0"}
            spacing |= {**twentieths, f"{name}Lines": None}
    if look.line is not None:
        spacing |= {"line": str(round(look.line * 240)), "lineRule": "auto"}
    return spacing


def _is_special(seen: RunFormat) -> bool:
    """A font of symbols, or of an old encoding, where another font would show other letters."""
    fonts = (seen.font.casefold(), seen.font_high.casefold())
    return any(one.startswith(_SPECIAL) for one in fonts)


def _fonts(name: str) -> dict[str, str | None]:
    slots: dict[str, str | None] = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), name)
    themes = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")
    return slots | dict.fromkeys(themes)


def _indent(millimetres: float) -> dict[str, str | None]:
    chars = ("hanging", "hangingChars", "firstLineChars", "leftChars", "startChars", "start")
    return {"left": "0", "firstLine": twips(millimetres)} | dict.fromkeys(chars)
