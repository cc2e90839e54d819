"""Mẫu báo cáo Word: a paper whose table holds content controls to fill in, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from attrs import evolve

from kehoach.compose import citation, plan_document
from kehoach.deadlines import period_words
from kehoach.documents import CONTROL_PROMPT, Cell, Document, Recipient, Table
from kehoach.drafts.frame import Frame, rules_of
from kehoach.errors import InvalidReturn
from kehoach.files import write_period
from kehoach.plan import Annex, Paragraph, Plan, ReportingDuty, TextTable, parts
from kehoach.returns._tree import MARK, STATE_WORDS, from_tree
from kehoach.vietnamese import number, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.documents import Issuer
    from kehoach.observed import Observed
    from kehoach.returns.values import Answer, Return
    from kehoach.rules import Rulebook

_TITLES = (
    "TT", "Nhiệm vụ, chỉ tiêu", "Thời hạn", "Mức độ", "Số liệu", "Kết quả", "Văn bản",
    "Ngày văn bản",
)  # fmt: skip
_WIDTHS = (1.2, 8, 2.8, 2.8, 2, 7, 3.2, 2.8)
_FIELDS = ("muc_do", "so_lieu", "ket_qua", "van_ban", "ngay_van_ban")


def return_document(
    form: Return,
    plan: Plan,
    by: Issuer,
    *,
    rulebook: Rulebook | None = None,
    **frame: Unpack[Frame],
) -> Document:
    """Mẫu báo cáo của một cơ quan thành văn bản Word có ô điền.

    Each cell to fill in is a content control; the marks by which they are read again stand in the
    controls, not in the text. `frame` is that of the body's report.
    """
    rules = rulebook or rules_of(plan)
    words = period_words(form.period)
    given: Frame = {"recipients": (Recipient("Như trên"),), **frame, "issuer": by}
    rows = tuple(_texts(turn, one) for turn, one in enumerate(form.answers, 1))
    paper = Plan(
        f"Kết quả thực hiện nhiệm vụ {words}",
        kind="BC",
        period=form.period,
        addressees=tuple(_receivers(plan)),
        opening=(
            Paragraph(
                f"Thực hiện {citation(plan, rules)}, {form.name} báo cáo kết quả thực hiện nhiệm vụ"
                f" {words} tại Phụ lục kèm theo."
            ),
        ),
        closing=(Paragraph(f"Trên đây là báo cáo kết quả {words} của {form.name}."),),
        annexes=(Annex(f"Kết quả {words}", (TextTable(_TITLES, rows, _WIDTHS),), landscape=True),),
        **given,
    )
    made = plan_document(paper, rules)
    (annex,) = made.appendices
    blocks = tuple(_controlled(block, form) for block in annex.blocks)
    return evolve(made, appendices=(evolve(annex, blocks=blocks),))


def _receivers(plan: Plan) -> Iterator[str]:
    """Whom the plan has reports sent to, else its issuer."""
    duties = (one for one, _ in parts(plan) if isinstance(one, ReportingDuty))
    named = dict.fromkeys(party.name for one in duties for party in one.receivers)
    if not named and plan.issuer is not None:
        named[" ".join(plan.issuer.name.split())] = None
    yield from (f"{name[:1].upper()}{name[1:]}" for name in named)


def _texts(turn: int, one: Answer) -> tuple[str, ...]:
    filled = (
        one.state.label if one.state else "",
        number(one.figure) if one.figure is not None else "",
        one.result,
        one.paper,
        short_date(one.paper_date) if one.paper_date else "",
    )
    return (str(turn), one.task, one.due, *filled)


def _controlled(block: Any, form: Return) -> Any:  # noqa: ANN401 - any block of a document
    if not isinstance(block, Table):
        return block
    rows = [
        (*row[: -len(_FIELDS)], *_cells(one, row[-len(_FIELDS) :], form if turn == 0 else None))
        for turn, (row, one) in enumerate(zip(block.rows, form.answers, strict=True))
    ]
    return evolve(block, rows=tuple(rows))


def _cells(one: Answer, texts: tuple[Any, ...], head: Return | None) -> tuple[Cell, ...]:
    """The cells to fill in; the first of all also tells whose form it is."""
    cells = []
    for name, text in zip(_FIELDS, texts, strict=True):
        if one.target and name in ("muc_do", "van_ban", "ngay_van_ban"):
            cells.append(Cell("–"))
            continue
        mark = f"{name}|{one.key}|{'chi_tieu' if one.target else 'nhiem_vu'}"
        choices = STATE_WORDS if name == "muc_do" else ()
        cells.append(Cell(text or CONTROL_PROMPT, control=f"{MARK}|{mark}", choices=choices))
    if head is not None:
        first = next(turn for turn, cell in enumerate(cells) if cell.control)
        whose = f"{write_period(head.period)}|{head.plan}|{head.body}"
        cells[first] = evolve(cells[first], control=f"{cells[first].control}|{whose}")
    return tuple(cells)


def from_observed(observed: Observed, source: str) -> Return:
    """Báo cáo trong các ô điền của một tệp Word; raises InvalidReturn where they do not fit."""
    tree: dict[str, Any] = {MARK: "1", "viec": []}
    tasks: dict[str, dict[str, str]] = {}
    for run in (run for _, paragraph in observed.paragraphs() for run in paragraph.runs):
        parts = run.control.split("|")
        if parts[0] != MARK or len(parts) < _LEAST:
            continue
        _, name, key, kind, *head = parts
        if len(head) == _HEAD:
            tree["period"], tree["plan"], tree["body"] = head
        task = tasks.setdefault(key, {"key": key, kind: ""})
        told = "" if run.placeholder or run.text.strip() == CONTROL_PROMPT else run.text
        task[name] = f"{task.get(name, '')}{told}"
    if not tasks:
        told = (
            "tệp không có ô điền nào của mẫu báo cáo (LibreOffice trước bản 7.5 bỏ mã của ô khi"
            " lưu); điền lại vào mẫu bằng Word, hoặc điền tệp .yaml đi kèm"
        )
        raise InvalidReturn(source, "", told)
    tree["viec"] = list(tasks.values())
    return from_tree(tree, source)


_LEAST, _HEAD = 4, 3
