"""Chữ trong đoạn: runs with their fields, links, notes, content controls and drawings."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from attrs import define

from kehoach.observed.blocks import NoteReference, ObservedDrawing, ObservedRun
from kehoach.word._observe.drawings import drawings_in
from kehoach.word._observe.xml import MC, VAL, R, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from kehoach.observed.blocks import Block
    from kehoach.observed.formats import RunFormat
    from kehoach.word._observe.formats import Around, Dressed, Formats
    from kehoach.word._observe.package import Relationship

M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATE: Final = f"{MC}AlternateContent"
_R, _T, _RPR, _PPR = f"{W}r", f"{W}t", f"{W}rPr", f"{W}pPr"
_SIGNS: Final = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}  # fmt: skip
_NOTES: Final[dict[str, Literal["footnote", "endnote", "comment"]]] = {
    f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote",
    f"{W}commentReference": "comment",
}  # fmt: skip
_GONE: Final = frozenset((f"{W}del", f"{W}moveFrom", _PPR))
_SILENT: Final = frozenset((f"{W}instrText", f"{W}delText", f"{W}delInstrText", f"{W}rt", _RPR))
_PAGE_BREAKS: Final = frozenset(("page", "column"))
_ADDRESS: Final = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)
_ANCHOR: Final = re.compile(r'\\l\s+"([^"]*)"')
_DEEPEST_FIELD: Final = 20
_LONGEST_INSTRUCTION: Final = 4096
_LAST_CODE: Final = 0xFFFF
_SURROGATES: Final = range(0xD800, 0xE000)
_PLAIN: Final = ("", "", "", False)


@define(eq=False)
class _Field:
    """A field being read: its instruction, whether its result has begun, whether it has any."""

    instruction: str = ""
    separated: bool = False
    shown: bool = False
    link: str = ""

    def separate(self) -> None:
        """The instruction is complete."""
        self.separated = True
        self.instruction = self.instruction.strip()
        self.link = _address(self.instruction)


class Inline:
    """Bộ đọc chữ: what stands inside paragraphs; neighbouring runs of one look become one."""

    def __init__(
        self,
        formats: Formats,
        links: dict[str, Relationship],
        text_box: Callable[[_Element], tuple[Block, ...]],
    ) -> None:
        self._formats, self._links, self._text_box = formats, links, text_box
        self._fields: list[_Field] = []
        self._link, self._control, self._placeholder = "", "", False
        self._dressed: Dressed
        self._around: Around
        self._out: list[ObservedRun] = []
        self._texts: list[str] = []
        self._format: RunFormat | None = None
        self._traits: tuple[str, str, str, bool] = _PLAIN

    def runs(self, element: _Element, dressed: Dressed, around: Around) -> tuple[ObservedRun, ...]:
        """The runs of a paragraph."""
        self._dressed, self._around = dressed, around
        self._out = []
        self._walk(element)
        self._flush()
        for field in self._fields:
            if not field.separated:
                field.separate()  # an instruction ends with its paragraph at the latest
        return tuple(self._out)

    @contextmanager
    def control_of(self, element: _Element) -> Iterator[_Element | None]:
        """Inside of a w:sdt, with its title and prompt noted for the runs in it."""
        before = self._control, self._placeholder
        properties = element.find(f"{W}sdtPr")
        if properties is not None:
            name = properties.find(f"{W}alias")
            name = properties.find(f"{W}tag") if name is None else name
            self._control = (name.get(VAL) if name is not None else "") or "sdt"
            self._placeholder = properties.find(f"{W}showingPlcHdr") is not None
        try:
            yield element.find(f"{W}sdtContent")
        finally:
            self._control, self._placeholder = before

    def _walk(self, container: _Element) -> None:
        for child in container:
            tag = child.tag
            if tag == _R:
                self._run(child)
            elif tag in self._containers:
                self._containers[tag](self, child)
            elif tag not in _GONE and len(child):
                self._walk(child)

    def _run(self, element: _Element) -> None:
        text, own = "", None
        for child in element:
            tag = child.tag
            if tag == _T:
                text += child.text or ""
            elif tag == _RPR:
                own = child
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            else:
                if text:
                    self._emit(text, self._formats.run(own, self._dressed, self._around))
                    text = ""
                self._special(child, own)
        if text:
            self._emit(text, self._formats.run(own, self._dressed, self._around))

    def _special(self, child: _Element, own: _Element | None) -> None:
        looks = self._formats.run(own, self._dressed, self._around)
        read = self._inside_runs.get(child.tag, Inline._nested)
        read(self, child, looks)

    def _break(self, child: _Element, looks: RunFormat) -> None:
        self._emit("\f" if child.get(f"{W}type") in _PAGE_BREAKS else "\n", looks)

    def _instruction(self, child: _Element, _looks: RunFormat) -> None:
        field = self._fields[-1] if self._fields else None
        if field and not field.separated and len(field.instruction) < _LONGEST_INSTRUCTION:
            field.instruction += child.text or ""

    def _symbol(self, child: _Element, looks: RunFormat) -> None:
        self._emit(_character(child), looks)

    def _note(self, child: _Element, looks: RunFormat) -> None:
        kind = _NOTES[child.tag]
        self._emit_alone(looks, note=NoteReference(kind, child.get(f"{W}id") or ""))

    def _page_number(self, _child: _Element, looks: RunFormat) -> None:
        self._emit_alone(looks, field="PAGE")

    def _choice_in_run(self, child: _Element, looks: RunFormat) -> None:
        choice = chosen(child)
        for each in choice if choice is not None else ():
            self._inside_runs.get(each.tag, Inline._nested)(self, each, looks)

    def _nested(self, child: _Element, looks: RunFormat) -> None:
        """A ruby, a run inside a run, the text of a choice; what is silent has no text."""
        tag = child.tag
        if tag == _R:
            self._run(child)
        elif tag == _T or tag in _SIGNS:
            self._emit(_SIGNS.get(tag) or child.text or "", looks)
        elif tag not in _SILENT:
            for each in child:
                self._inside_runs.get(each.tag, Inline._nested)(self, each, looks)

    def _drawn(self, child: _Element, looks: RunFormat) -> None:
        kept = self._out, self._dressed, self._around, self._fields, self._link
        self._flush()
        self._fields, self._link = [], ""
        found = tuple(drawings_in(child, self._text_box, self._links))
        self._out, self._dressed, self._around, self._fields, self._link = kept
        if found:
            self._emit_alone(looks, drawings=found)

    def _control_inside(self, child: _Element) -> None:
        with self.control_of(child) as content:
            if content is not None:
                self._walk(content)

    def _choice(self, child: _Element) -> None:
        choice = chosen(child)
        if choice is not None:
            self._walk(choice)

    def _formula(self, child: _Element) -> None:
        text = "".join(each.text or "" for each in child.iter(f"{M}t"))
        self._emit(text, self._formats.run(None, self._dressed, self._around))

    def _hyperlink(self, element: _Element) -> None:
        before = self._link
        relation = self._links.get(element.get(f"{R}id") or "")
        anchor = element.get(f"{W}anchor") or ""
        address = relation.target if relation else ""
        self._link = f"{address}#{anchor}" if anchor else address
        self._walk(element)
        self._link = before

    def _simple_field(self, element: _Element) -> None:
        field = _Field(element.get(f"{W}instr") or "")
        field.separate()
        self._fields.append(field)
        self._walk(element)
        self._close(field, self._formats.run(None, self._dressed, self._around))

    def _field_character(self, element: _Element, looks: RunFormat) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            del self._fields[: -_DEEPEST_FIELD + 1]
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].separate()
        elif self._fields and kind == "end":
            self._close(self._fields[-1], looks)

    def _close(self, field: _Field, looks: RunFormat) -> None:
        instruction = field.instruction.strip()
        if field in self._fields:
            del self._fields[self._fields.index(field) :]
        if not field.shown and instruction and all(each.separated for each in self._fields):
            self._emit_alone(looks, field=instruction)

    def _emit(self, text: str, looks: RunFormat) -> None:
        traits = _PLAIN
        if self._fields or self._link or self._control:
            if not all(field.separated for field in self._fields):
                return
            traits = self._traits_now()
        if looks is self._format and traits == self._traits:
            self._texts.append(text)
            return
        self._flush()
        self._texts, self._format, self._traits = [text], looks, traits

    def _traits_now(self) -> tuple[str, str, str, bool]:
        instruction = ""
        link = self._link
        for field in self._fields:
            field.shown = True
            instruction = field.instruction
            link = link or field.link
        return instruction, link, self._control, self._placeholder

    def _emit_alone(
        self,
        looks: RunFormat,
        *,
        field: str = "",
        note: NoteReference | None = None,
        drawings: tuple[ObservedDrawing, ...] = (),
    ) -> None:
        """A run without text: an empty field, a note's reference, drawings."""
        self._flush()
        around, link, control, placeholder = self._traits_now()
        self._out.append(
            ObservedRun("", looks, field or around, link, note, drawings, control, placeholder)
        )

    def _flush(self) -> None:
        if self._format is None:
            return
        texts = self._texts
        text = texts[0] if len(texts) == 1 else "".join(texts)
        if self._traits is _PLAIN:
            self._out.append(ObservedRun(text, self._format))
        else:
            field, link, control, placeholder = self._traits
            self._out.append(
                ObservedRun(
                    text, self._format, field, link, control=control, placeholder=placeholder
                )
            )
        self._texts, self._format, self._traits = [], None, _PLAIN

    _containers: ClassVar[dict[str, Callable[[Inline, _Element], None]]] = {
        f"{W}hyperlink": _hyperlink,
        f"{W}sdt": _control_inside,
        f"{W}fldSimple": _simple_field,
        ALTERNATE: _choice,
        f"{M}oMath": _formula,
    }
    _inside_runs: ClassVar[dict[str, Callable[[Inline, _Element, RunFormat], None]]] = {
        f"{W}br": _break,
        f"{W}fldChar": _field_character,
        f"{W}instrText": _instruction,
        f"{W}sym": _symbol,
        f"{W}footnoteReference": _note,
        f"{W}endnoteReference": _note,
        f"{W}commentReference": _note,
        f"{W}drawing": _drawn,
        f"{W}pict": _drawn,
        f"{W}object": _drawn,
        f"{W}pgNum": _page_number,
        ALTERNATE: _choice_in_run,
    }


def chosen(alternate: _Element) -> _Element | None:
    """The one branch of alternate content to read: the first choice, else the fallback."""
    for name in ("Choice", "Fallback"):
        branch = alternate.find(f"{MC}{name}")
        if branch is not None and len(branch):
            return branch
    return None


def _address(instruction: str) -> str:
    if not instruction.upper().startswith("HYPERLINK"):
        return ""
    address, anchor = _ADDRESS.search(instruction), _ANCHOR.search(instruction)
    return (address[1] if address else "") + (f"#{anchor[1]}" if anchor else "")


def _character(element: _Element) -> str:
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 0 < code <= _LAST_CODE and code not in _SURROGATES else ""
