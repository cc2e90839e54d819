"""Giá trị điền vào mẫu: a paper, or a plan with its paper, as plain texts and lists."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from kehoach.compose import datum_words, plan_document, threshold_words
from kehoach.deadlines import deadline_words
from kehoach.documents import Cell, Heading, Letterhead, Paragraph, Part, Table, Title, plain
from kehoach.exporting import rulebook_of
from kehoach.plan import (
    Assignment,
    Datum,
    Plan,
    ReportingDuty,
    Role,
    Section,
    Target,
    Task,
    TaskTable,
)
from kehoach.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kehoach.documents import Appendix, Block, Document, Row, Text
    from kehoach.plan import Content, GroupRow, Party
    from kehoach.rules import Rulebook

_NO_HEAD = Letterhead((), "", "")
_SHARED = {
    "chu_tri": (Datum.LEAD, (Role.LEAD, Role.IMPLEMENT)),
    "phoi_hop": (Datum.COORDINATE, (Role.COORDINATE, Role.PARTICIPATE, Role.SUPPORT)),
    "theo_doi": (Datum.MONITOR, (Role.MONITOR, Role.INSPECT)),
}
"""Whom a task names under each heading; else its assignees, where they have such a role."""


def template_values(subject: Plan | Document, rulebook: Rulebook | None = None) -> dict[str, Any]:
    """Giá trị của mọi tên trong mẫu, as `NAMES` describes them; control characters are left out.

    A plan gives those of its paper and those of its data. Raises UndatedPaper, NoRulebook.
    """
    if not isinstance(subject, Plan):
        return dict(_clean(_paper(subject)))
    document = plan_document(subject, rulebook or rulebook_of(subject))
    return dict(_clean(_paper(document) | _data(subject)))


def _clean(value: Any) -> Any:  # noqa: ANN401 - texts, lists and mappings of them
    if isinstance(value, str):
        offsets = {offset for offset, _ in forbidden_characters(value)}
        return "".join(one for at, one in enumerate(value) if at not in offsets)
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return {key: _clean(one) for key, one in value.items()} if isinstance(value, dict) else value


def _paper(document: Document) -> dict[str, Any]:
    head, title, closing = (
        document.letterhead or _NO_HEAD,
        document.title or Title(""),
        document.closing,
    )
    bases = [one for one in document.blocks if _is_basis(one)]
    return {
        "quoc_hieu": head.nation,
        "tieu_ngu": head.motto,
        "co_quan_cap_tren": "\n".join(head.superior),
        "co_quan": "\n".join(head.issuer),
        "so_ky_hieu": head.number,
        "dia_danh_ngay": head.place_date,
        "ve_viec": head.subject,
        "do_khan": head.urgency,
        "luu_hanh": head.circulation,
        "ten_loai": title.kind,
        "trich_yeu": title.summary,
        "kem_theo": title.reference,
        "kinh_gui": list(document.addressees),
        "can_cu": [plain(one.text) for one in bases if isinstance(one, Paragraph)],
        "noi_dung": _blocks(one for one in document.blocks if not _is_basis(one)),
        "chu_thich": list(_notes(document)),
        "tieu_de_noi_nhan": closing.recipients_label if closing else "",
        "noi_nhan": list(closing.recipients) if closing else [],
        "ky_hieu_soan_thao": closing.drafter if closing else "",
        "chu_ky": [
            {
                "quyen_han": list(one.lines),
                "ho_ten": one.name,
                "chuc_danh_khac": one.other_post,
            }
            for one in (closing.signatures if closing else ())
        ],
        "dia_chi": document.office_address,
        "phu_luc": [_appendix(one) for one in document.appendices],
    }


def _is_basis(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.part is Part.BASIS


def _appendix(one: Appendix) -> dict[str, Any]:
    return {
        "nhan": one.label,
        "ten": one.title,
        "kem_theo": one.reference,
        "noi_dung": _blocks(one.blocks),
    }


def _blocks(given: Iterable[Block]) -> list[dict[str, Any]]:
    return [_block(one) for one in given]


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Table):
        rows = [_row(row) for row in (*block.header, *block.rows)]
        return {"chu": "", "nhan": "", "cap": 0, "bang": rows}
    label, level = (block.label, block.level) if isinstance(block, Heading) else ("", 0)
    return {"chu": plain(block.text), "nhan": label, "cap": level, "bang": []}


def _row(row: Row) -> list[str]:
    return [plain(one.text) if isinstance(one, Cell) else one or "" for one in row]


def _notes(document: Document) -> Iterator[str]:
    for block in chain(document.blocks, *(one.blocks for one in document.appendices)):
        if isinstance(block, Table):
            cells = chain(*block.header, *block.rows)
            texts = [one.text for one in cells if isinstance(one, Cell)]
        else:
            texts = [block.text]
        for text in texts:
            yield from _hung(text)


def _hung(text: Text) -> Iterator[str]:
    if not isinstance(text, str):
        yield from (run.footnote for run in text if run.footnote is not None)


def _data(plan: Plan) -> dict[str, Any]:
    found: dict[str, list[dict[str, Any]]] = {"nhiem_vu": [], "chi_tieu": [], "bao_cao": []}
    parts = chain(plan.sections, *(annex.content for annex in plan.annexes))
    for name, row in _rows(parts, ""):
        found[name].append({"stt": len(found[name]) + 1, **row})
    return found


def _rows(
    nodes: Iterable[Content | GroupRow], under: str, assignees: tuple[Party, ...] = (),
    role: Role = Role.LEAD,
) -> Iterator[tuple[str, Mapping[str, Any]]]:  # fmt: skip
    """Each task, target and report of the plan, in its order, with the list that it belongs to."""
    for node in nodes:
        match node:
            case Section(heading=heading, content=content):
                yield from _rows(content, heading or under)
            case Assignment():
                yield from _rows(node.tasks, node.heading or under, node.assignees, node.role)
            case TaskTable(rows=rows):
                yield from _rows(rows, under)
            case Task():
                yield "nhiem_vu", _task(node, under, _names(assignees), role)
            case Target():
                yield "chi_tieu", _target(node)
            case ReportingDuty():
                yield "bao_cao", _report(node)


def _task(task: Task, under: str, assignees: str, role: Role) -> dict[str, Any]:
    return {
        "ma": task.id or "",
        "muc": under,
        "noi_dung": task.text,
        "chi_tiet": list(task.details),
        "co_quan": assignees,
        **{
            name: datum_words(task, datum) or (assignees if role in roles else "")
            for name, (datum, roles) in _SHARED.items()
        },
        "thoi_han": datum_words(task, Datum.DEADLINE),
        "san_pham": task.product or "",
        "kinh_phi": task.budget or "",
        "tham_quyen": task.authority or "",
        "can_bo": task.officer or "",
        "ghi_chu": task.note or "",
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "ma": target.id or "",
        "noi_dung": target.text,
        "dai_luong": target.measure or "",
        "nguong": threshold_words(target.threshold) if target.threshold else "",
        "theo_doi": target.follower.name if target.follower else "",
    }


def _report(duty: ReportingDuty) -> dict[str, Any]:
    times = (one.deadline for one in duty.dues if one.deadline)
    cycle = [deadline_words(duty.cycle)] if duty.cycle else []
    return {
        "ma": duty.id or "",
        "ten": duty.name or "",
        "noi_dung": duty.text,
        "don_vi": _names(duty.reporters),
        "noi_nhan": _names(duty.receivers),
        "tong_hop": duty.consolidator.name if duty.consolidator else "",
        "thoi_han": "; ".join([*cycle, *map(deadline_words, times)]),
    }


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(party.name for party in parties))
