"""Chữ chìm: the word that lies under every page of a draft."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

VML: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_WIDTH, _HEIGHT = 420, 140  # pt, under 45 degrees within the margins of A4
_TYPE: Final = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom"'
    ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_STYLE: Final = (
    "position:absolute;margin-left:0;margin-top:0;"
    f"width:{_WIDTH}pt;height:{_HEIGHT}pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark_run(text: str) -> str:
    """The run of a header that draws the word, grey, under the text of the page."""
    return (
        f"<w:r><w:pict>{_TYPE}"
        f'<v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" style="{_STYLE}"'
        ' o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        "<v:textpath style='font-family:\"Times New Roman\";font-size:1pt'"
        f" string={quoteattr(text)}/></v:shape></w:pict></w:r>"
    )
