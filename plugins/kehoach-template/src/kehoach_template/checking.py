"""Kiểm tra mẫu: every unknown or broken tag with its place, before anything is filled."""

from __future__ import annotations

import io
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import docx
from jinja2 import TemplateSyntaxError

from kehoach.errors import ReadError
from kehoach.findings import Finding, Severity
from kehoach.observed import SourceKind
from kehoach.word import observe
from kehoach_template._names_check import Walker
from kehoach_template._places import paragraphs
from kehoach_template._sandbox import environment
from kehoach_template._tags import Broken, Tag, tags_of
from kehoach_template.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kehoach_template._places import Placed
    from kehoach_template.names import Shape

_ADVICE_NAMES = "xem các tên bằng kehoach-template names"
_WIDTHS = {"tr": "dòng của bảng", "tc": "ô của bảng"}


def check_template(template: bytes, names: Mapping[str, Shape] = NAMES) -> tuple[Finding, ...]:
    """Kiểm tra một mẫu .docx: no finding of severity error means that it can be filled.

    `names` are those that may be used: `PAPER_NAMES` where papers fill it, not plans. Raises
    ReadError for what is no .docx, or is not safe to open.
    """
    found = tuple(each for one in placed(template) for each in tags_of(one))
    broken = tuple(_broken(one) for one in found if isinstance(one, Broken))
    tags = [one for one in found if isinstance(one, Tag)]
    faults = [each for _, story in groupby(tags, _story) for each in _story_faults([*story], names)]
    return (*broken, *map(_misplaced, filter(_is_misplaced, tags)), *faults)


def placed(template: bytes) -> tuple[Placed, ...]:
    """The paragraphs of a template; raises as `check_template` does."""
    if observe(template, "mẫu").kind is not SourceKind.DOCX:
        raise ReadError("mẫu", "mẫu phải là tệp .docx", "lưu lại trong Word thành .docx")
    return tuple(paragraphs(docx.Document(io.BytesIO(template))))


_story = attrgetter("paragraph.story")


def _story_faults(tags: Sequence[Tag], names: Mapping[str, Shape]) -> Iterator[Finding]:
    sandbox = environment()
    try:
        tree = sandbox.parse("\n".join(tag.code for tag in tags))
    except TemplateSyntaxError as error:
        tag = tags[min(max(error.lineno, 1), len(tags)) - 1]
        yield _fault("broken", tag.paragraph, f"thẻ {tag.written} không đọc được: {error.message}")
        return
    for fault in Walker(sandbox, names).faults(tree):
        tag = tags[fault.tag - 1]
        near = f"có phải ý là {fault.nearest}? " if fault.nearest else ""
        message = f"thẻ {tag.written}: {fault.message}"
        yield _fault("unknown", tag.paragraph, message, near + _ADVICE_NAMES)


def _broken(one: Broken) -> Finding:
    advice = "mở và đóng thẻ trong cùng một đoạn: {{ … }} hoặc {% … %}"
    return _fault("broken", one.paragraph, f"thẻ thiếu dấu mở hoặc đóng: {one.written}", advice)


def _is_misplaced(tag: Tag) -> bool:
    return (tag.takes in _WIDTHS and not tag.paragraph.in_table) or (
        tag.takes == "p" and not tag.alone
    )


def _misplaced(tag: Tag) -> Finding:
    if tag.takes == "p":
        message = f"thẻ {tag.written} xóa cả đoạn, chữ còn lại trong đoạn sẽ mất"
        return _fault("misplaced", tag.paragraph, message, "để thẻ một mình trong đoạn")
    message = f"thẻ {tag.written} dành cho {_WIDTHS[tag.takes]} nhưng đứng ngoài bảng"
    return _fault("misplaced", tag.paragraph, message, "chuyển thẻ vào bảng, hoặc dùng {%p … %}")


def _fault(code: str, paragraph: Placed, message: str, advice: str = "") -> Finding:
    place = paragraph.place
    return Finding(f"template.{code}", Severity.ERROR, message, place, advice=advice)
