"""Writes docs/reference/plan-file.md from the classes of the plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kehoach.files import json_schema

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "plan-file.md"
HEAD = """\
# The plan file

YAML or JSON, with `kehoach: 1` at its root and then the keys of `Plan`. Keys are English, values
Vietnamese; `kehoach schema` prints the JSON Schema that editors use. This page is made from the
classes by `tools/make_reference.py`.

- Every scalar is read as its text: `no`, `07` and `1.10` stay what they are.
- A date is written 2013-07-10 or 10/7/2013; a date of the paper may be partial (2013-07, 7/2013).
- A period is written 2013, 2013-H1, 2013-Q2, 2013-07, 2011..2015 or 2013-01-01..2013-12-31.
- A mapping in `content` is told by its key: `task`, `item`, `paragraph`, `assignees`, `target`,
  `report`, `task_table`, `table` or `heading`.
- Where a class needs only one text, a bare string stands for it: a party, a task, a recipient.
- A datum that is also printed in a sentence carries its `phrase`.
- `mark` is a node's own number style, `items_mark` that of what it holds, written as the first
  label of the series: `I.`, `1.`, `a)`, `1.1.`, `(1)`, `Phần I`, `Chương I`, `Mục 1`, `Điều 1.`,
  `-`, `+`, or an empty string for none.
- `[^dấu]` in a text hangs the footnote of that mark.
"""


def page() -> str:
    """The page as text."""
    schema = json_schema()
    parts = [HEAD, *(_table(name, part) for name, part in sorted(schema["$defs"].items()))]
    return "\n".join(part for part in parts if part)


def _table(name: str, schema: dict[str, Any]) -> str:
    body = next((one for one in (schema, *schema.get("anyOf", ())) if "properties" in one), None)
    if body is None:
        return ""
    required = set(body.get("required", ()))
    rows = [
        f"| `{key}`{' *' if key in required else ''} | {one.get('description', '')} |"
        for key, one in body["properties"].items()
    ]
    title = schema.get("description") or body.get("description", "")
    lines = [f"## {name}", "", title, "", "| Key | Thuật ngữ |", "| --- | --- |", *rows, ""]
    return "\n".join(lines).replace("\n\n\n", "\n\n")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
