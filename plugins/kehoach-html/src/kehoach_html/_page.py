"""Trang: templates with everything escaped, and a page as bytes without forbidden characters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kehoach.errors import UnwritableText
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def environment() -> Environment:
    """The templates of this package; made once a process."""
    return Environment(
        loader=PackageLoader("kehoach_html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def rendered(name: str, **values: Any) -> str:  # noqa: ANN401 - what the template asks for
    """A template of this package with its values."""
    return environment().get_template(name).render(values)


def encoded(pieces: Iterable[str]) -> bytes:
    """The page as UTF-8; raises UnwritableText for characters that no file can hold."""
    text = "".join(pieces)
    for offset, character in forbidden_characters(text):
        line = text.count("\n", 0, offset) + 1
        start = text.rfind("\n", 0, offset) + 1
        raise UnwritableText(f"line {line} of the page", offset - start, character)
    return text.encode()
