"""Lỗi: what is wrong, doubtful or unknown in the user's material, as a value."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen


class Severity(StrEnum):
    """Mức độ của một phát hiện (lỗi, cảnh báo, lưu ý)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """The Vietnamese word that a clerk reads."""
        return {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}[self.value]


@frozen
class Finding:
    """Lỗi: một điều cần người dùng xem lại.

    `code` never changes its meaning; `message` says in Vietnamese what was expected and what
    came; `place` says where, in words; `line` is the line of the source file, from 1, if known;
    `clause` cites the rule that decides; `advice` says what to do next. `mend` says whether a
    machine may mend it (SAFE, GUARDED, SUGGEST, NEVER; "" where that was not asked), `aspect`
    which side of the rule was broken ("italic"), `page` is the page, from 1, where it is known,
    `at` is the place as a value for tools that go there; it takes no part in comparing two
    findings.
    """

    code: str
    severity: Severity
    message: str
    place: str = ""
    line: int | None = None
    clause: str = ""
    advice: str = ""
    mend: str = field(default="", kw_only=True)
    aspect: str = field(default="", kw_only=True)
    page: int | None = field(default=None, kw_only=True)
    at: object = field(default=None, kw_only=True, eq=False, repr=False)

    def describe(self, source: str = "") -> str:
        """One line in Vietnamese: source, line, place, message, clause and advice."""
        where = ":".join(part for part in (source, str(self.line or "")) if part)
        page = f"trang {self.page}" if self.page else ""
        parts = [where, ", ".join(filter(None, (page, self.place))), self.message]
        text = ": ".join(part for part in parts if part)
        clause = f" [{self.clause}]" if self.clause else ""
        advice = f" → {self.advice}" if self.advice else ""
        return f"{text}{clause}{advice}"
