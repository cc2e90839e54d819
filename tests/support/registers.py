"""Outgoing papers for the register, and a process that takes numbers or issues until killed.

    python -m tests.support.registers many PLACE NAME COUNT
    python -m tests.support.registers killed PLACE FOLDER MOMENT

`many` takes COUNT numbers one by one. `killed` issues FOLDER/plan.yaml and dies by SIGKILL at the
MOMENT: "reserved", "printed" (the paper is written), "filed" (its source too).
"""

from __future__ import annotations

import datetime
import os
import signal
import sys
from pathlib import Path
from typing import Any

import kehoach
from kehoach.issuing import Issuing, issue
from kehoach.register import OutgoingPaper, Register

DAY = datetime.date(2013, 3, 19)
AT = datetime.datetime(2013, 3, 19, 9, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
RECORD: dict[str, Any] = {"by": "văn thư", "at": AT}


def paper(title: str = "Quản lý Internet năm 2013", **more: Any) -> OutgoingPaper:
    """A plan of the province's committee; its title tells it from others."""
    told: dict[str, Any] = {
        "issuer": "Ủy ban nhân dân tỉnh Long An",
        "kind": "KH",
        "kind_name": "Kế hoạch",
        "notation": "KH-UBND",
        "digest": title,
    }
    return OutgoingPaper(title=title, **{**told, **more})


def many(place: str, name: str, number: int) -> None:
    """Take numbers, one transaction each."""
    with Register(place, timeout=120) as register:
        for turn in range(number):
            register.reserve(paper(f"{name} {turn}"), DAY, **RECORD)


def die() -> None:
    """End this process at once, as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def killed(place: str, folder: Path, moment: str) -> None:
    """Issue a paper and die on the way."""
    plan = kehoach.load(folder / "plan.yaml")

    with Register(place) as register:
        reserve, mark = register.reserve, register.mark_written

        def reserving(*given: Any, **named: Any) -> Any:
            entry = reserve(*given, **named)
            if moment == "reserved":
                die()
            return entry

        def marking(*given: Any, **named: Any) -> Any:
            if moment == "filed":
                die()
            return mark(*given, **named)

        def write(numbered: kehoach.Plan, target: Path, rulebook: Any) -> None:
            kehoach.export(numbered, target, rulebook=rulebook)
            if moment == "printed" and target.parent == folder:
                die()

        register.reserve = reserving  # type: ignore[method-assign]
        register.mark_written = marking  # type: ignore[method-assign]
        how = Issuing(register=register, target=folder / "plan.docx",
                      source=folder / "plan.yaml", write=write, **RECORD)  # fmt: skip
        issue(plan, DAY, how)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["many", place, name, number]:
            many(place, name, int(number))
        case ["killed", place, folder, moment]:
            killed(place, Path(folder), moment)
