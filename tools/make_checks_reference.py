"""Writes docs/reference/checks.md from the tables of rules: every code, its clause and its mend."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.checks import clause_of, table
from kehoach.rules import rulebook

if TYPE_CHECKING:
    from kehoach.checks import CheckRule

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "checks.md"
GROUPS = {
    "PG": "Page and page numbers", "FT": "Typeface and characters", "HD": "Head of the paper",
    "TL": "Kind and summary", "CC": "Bases", "DC": "Decisions, articles, headings",
    "BD": "Body", "KG": "Addressees", "SG": "Signature", "NN": "Recipients", "PL": "Annexes",
    "MK": "Marks", "BB": "Minutes", "XX": "Of the file as a whole", "VH": "Capitals",
    "ND": "Content of a plan",
}  # fmt: skip
HEAD = """\
# Checks

What `kehoach check` looks for. This page is made from the tables of rules by
`tools/make_checks_reference.py`; the clauses are those of Nghị định 30/2020/NĐ-CP (NĐ 30), a paper
of 2011–2020 is told those of Thông tư 01/2011/TT-BNV. A rule without a clause is this library's
advice.

Severity: `error` and `warning` count as faults (exit code 1), `info` does not.

| Mend | Who changes it |
| --- | --- |
| SAFE | `kehoach fix`: format only, no letter of the paper changes |
| GUARDED | `kehoach fix --guarded`: marks, spaces and capitals that the decree fixes |
| SUGGEST | a human; the finding says how it should be |
| NEVER | a human; only he knows |

A finding names less than the table where a machine cannot mend at that very place.
"""


def page() -> str:
    """The page as text."""
    rules = sorted(table().values(), key=lambda rule: (_rank(rule.code), rule.code))
    parts = [HEAD]
    for prefix, group in groupby(rules, key=lambda rule: rule.code[:2]):
        parts += [f"## {GROUPS.get(prefix, prefix)}", "", _HEADER, *map(_rows, group), ""]
    return "\n".join(parts)


def _rank(code: str) -> int:
    return list(GROUPS).index(code[:2]) if code[:2] in GROUPS else len(GROUPS)


_HEADER = "| Code | Finding | Severity | Mend | Clause |\n| --- | --- | --- | --- | --- |"


def _rows(rule: CheckRule) -> str:
    book = rulebook("nd30-2020")
    rows = []
    for aspect, message in rule.messages.items():
        code = f"`{rule.code}`" + (f" {aspect}" if aspect else "")
        clause = clause_of(message, book).replace("NĐ 30/2020/NĐ-CP", "NĐ 30")
        text = message.text.replace("{more}", "").replace("|", "\\|")
        said = f"**{rule.title}**: {text}"
        rows.append(f"| {code} | {said} | {message.severity} | {message.mend} | {clause} |")
    return "\n".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
