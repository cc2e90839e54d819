"""What is said of a plan that can be read but deserves a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kehoach.files import read_plan_file
from kehoach.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.findings import Finding

HEAD = "kehoach: 1\ntitle: Kế hoạch thử\n"


def findings_of(path: Path, text: str) -> tuple[Finding, ...]:
    path.write_text(text, encoding="utf-8")
    return read_plan_file(path).findings


def test_missing_ids_are_one_note_with_their_count(tmp_path: Path):
    text = f"{HEAD}sections: [{{heading: A, content: [{{task: x}}, {{target: y}}]}}]\n"
    (finding,) = findings_of(tmp_path / "plan.yaml", text)

    assert (finding.code, finding.severity) == ("file.missing-ids", Severity.INFO)
    assert finding.message.startswith("2 nhiệm vụ")


def test_a_phrase_that_its_sentence_lacks_is_a_warning(tmp_path: Path):
    text = (
        f"{HEAD}sections:\n- heading: A\n  content:\n"
        "  - task: báo cáo trước ngày\n      01/4/2013\n    id: a\n"
        "    deadline: {before: 01/4/2013, phrase: trước ngày 01/4/2013}\n"
        "    roles:\n    - {role: lead, phrase: Chủ trì}\n"
    )
    (finding,) = findings_of(tmp_path / "plan.yaml", text)

    assert (finding.code, finding.severity) == ("file.absent-phrase", Severity.WARNING)
    assert finding.place == "sections[0].content[0].roles[0].phrase"
    assert finding.line == 11


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("{target: x, id: a, threshold: {value: 98, phrase: z}}", "threshold.phrase"),
        ("{report: x, id: a, cycle: {every: month, phrase: z}}", "cycle.phrase"),
        (
            "{report: x, id: a, dues: [{name: y, id: b, deadline: {by: 1/4/2013, phrase: z}}]}",
            "dues[0].deadline.phrase",
        ),
        (
            "{task: x, id: a, milestones: [{text: y, id: b, deadline: {standing: z}}]}",
            "milestones[0].deadline.standing",
        ),
    ],
)
def test_every_phrase_is_looked_for_in_its_own_text(tmp_path: Path, content: str, place: str):
    text = f"{HEAD}sections: [{{heading: A, content: [{content}]}}]\n"
    (finding,) = findings_of(tmp_path / "plan.yaml", text)

    assert finding.place == f"sections[0].content[0].{place}"


def test_a_number_with_a_point_before_thousands_is_doubted(tmp_path: Path):
    content = "{target: x, id: a, threshold: {value: 1.000}}"
    text = f"{HEAD}sections: [{{heading: A, content: [{content}]}}]\n"
    (finding,) = findings_of(tmp_path / "plan.yaml", text)

    assert finding.message == "'1.000' được đọc là 1 (dấu chấm là dấu thập phân)"


def test_findings_of_a_clean_plan_are_none(tmp_path: Path):
    assert findings_of(tmp_path / "plan.yaml", HEAD) == ()
