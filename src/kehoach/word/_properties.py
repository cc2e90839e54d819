"""Thuộc tính tệp: the core properties, without the time of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.word._text import escaped

if TYPE_CHECKING:
    from kehoach.documents import Properties

NO_DAY: Final = "1980-01-01"
"""Stands for the day of a paper that has none: the earliest that the package's format knows."""
_NAMESPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_xml(properties: Properties) -> str:
    """docProps/core.xml: title, author, subject, language and the day of the paper."""
    day = properties.date.isoformat() if properties.date else NO_DAY
    texts = {
        "title": properties.title,
        "subject": properties.subject,
        "creator": properties.author,
        "language": "vi-VN",
    }
    told = "".join(f"<dc:{name}>{escaped(text)}</dc:{name}>" for name, text in texts.items())
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return f"<cp:coreProperties {_NAMESPACES}>{told}{dated}</cp:coreProperties>"
