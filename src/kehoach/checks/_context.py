"""Ngữ cảnh kiểm tra: what every check may look at, and how it words what it found."""

from __future__ import annotations

import datetime as dt
from functools import reduce, wraps
from typing import TYPE_CHECKING, TypeVar, cast

from attrs import field, frozen

from kehoach.anatomy import Anatomy
from kehoach.checks._table import table
from kehoach.findings import Finding, Severity
from kehoach.observed import Line, Observed, Place, SourceKind
from kehoach.rules import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach.anatomy import Piece
    from kehoach.checks._table import Message
    from kehoach.rules import DocumentType, PartKey, PartRule

_HOUSE = "house"
_Answer = TypeVar("_Answer")


@frozen(eq=False)
class Context:
    """Ngữ cảnh kiểm tra: one paper, its parts and the rules that it is held to.

    `kind` is the key of the paper's type ("KH", "CV"), "" where it was not recognised; `date`
    the day of the paper, None where it is blank or unreadable; `enclosed` tells a text that
    another paper promulgates; it has neither number nor signature of its own. `lines` are the
    lines of the body, computed once for all checks.
    """

    observed: Observed
    anatomy: Anatomy
    rulebook: Rulebook
    kind: str = ""
    date: dt.date | None = None
    enclosed: bool = False
    lines: tuple[Line, ...] = field(default=(), repr=False)
    _known: dict[object, object] = field(factory=dict, init=False, repr=False)

    @property
    def has_format(self) -> bool:
        """Có định dạng: whether the paper came from a Word file, so that its look can be judged."""
        return self.observed.kind is SourceKind.DOCX

    @property
    def type(self) -> DocumentType | None:
        """Loại văn bản theo quy định; None where it was not recognised."""
        return next((one for one in self.rulebook.types if one.key == self.kind), None)

    def part(self, key: PartKey) -> PartRule:
        """Quy tắc của một thành phần."""
        return self.rulebook.part(key)

    def finding(  # noqa: PLR0913 - what a finding is made of
        self, code: str, at: Place | Piece | Line | None = None, aspect: str = "", *,
        clause: str = "", rule: str = "", origin: str = "", mend: str = "", **slots: object,
    ) -> Finding:  # fmt: skip
        """Một phát hiện worded from the rule table; `slots` fill the message and the advice.

        `clause` (or `rule`, a path into the rulebook) overrides the table's; `origin` is the
        layer that decided and is named where it is a house style; `mend` overrides the table's
        where a machine can do less at this place. KeyError for a code or an
        aspect that the table has not.
        """
        message = table()[code].messages[aspect]
        place = at if at is None or isinstance(at, Place) else at.place
        cited = clause or clause_of(message, self.rulebook, rule)
        if origin and origin == self.rulebook.style:
            cited = "; ".join(filter(None, (cited, f"phong cách “{origin}”")))
        return Finding(
            code,
            message.severity,
            message.text.format(**slots),
            place.describe() if place else "",
            place.line if place else None,
            cited,
            message.advice.format(**slots),
            mend=mend or message.mend,
            aspect=aspect,
            at=place,
        )

    def fault(  # noqa: PLR0913 - what a finding is made of
        self, code: str, message: str, at: Place | Piece | Line | None = None, *,
        severity: Severity = Severity.WARNING, clause: str = "", advice: str = "",
    ) -> Finding:  # fmt: skip
        """Một phát hiện in words of its own, for the checks of plugins.

        `code` should begin with what no code of kehoach begins with ("VP-LUU"); `message` says
        in Vietnamese what was expected and what came.
        """
        place = at if at is None or isinstance(at, Place) else at.place
        where = place.describe() if place else ""
        line = place.line if place else None
        return Finding(code, severity, message, where, line, clause, advice, at=place)


def clause_of(message: Message, rulebook: Rulebook, rule: str = "") -> str:
    """Điều khoản của một câu báo lỗi under a rulebook; "" where it is this library's choice.

    `rule` is a path into the rulebook that goes before the message's own.
    """
    return _cite(rulebook, rule or message.rule) or message.clause


def _cite(rulebook: Rulebook, path: str) -> str:
    """The clause of a rule of the rulebook; "" where the rule is this library's choice."""
    if not path:
        return ""
    found: object = rulebook
    if path.startswith("parts."):
        wanted = path.removeprefix("parts.")
        found = next((one for one in rulebook.parts if one.key == wanted), None)
    else:
        found = reduce(getattr, path.split("."), found)
    cite = getattr(found, "cite", "")
    return "" if cite == _HOUSE else str(cite)


def once(function: Callable[[Context], _Answer]) -> Callable[[Context], _Answer]:
    """Tính một lần: what a function says of a context, kept with the context."""

    @wraps(function)
    def told(context: Context) -> _Answer:
        known = context._known  # noqa: SLF001 - the store is there for this function
        if function not in known:
            known[function] = function(context)
        return cast("_Answer", known[function])

    return told
