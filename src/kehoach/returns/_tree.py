"""Bản báo cáo ↔ cây YAML: the keys of the file, and what is wrong with one that does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach.errors import InvalidReturn
from kehoach.files import parse_period, write_period
from kehoach.returns.values import Answer, AnswerState, Return
from kehoach.vietnamese import fold, nfc, number, parse_date, parse_number, short_date

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal

MARK = "kehoach-bao-cao"
VERSION = "1"
_STATES = {fold(one.label): one for one in AnswerState}
STATE_WORDS = tuple(one.label for one in AnswerState)


def to_tree(form: Return) -> dict[str, Any]:
    """The file's keys, in Vietnamese where a clerk fills them in."""
    return {
        MARK: VERSION,
        "plan": form.plan,
        "body": form.body,
        "name": form.name,
        "period": write_period(form.period),
        "so": form.number or None,
        "ngay": short_date(form.date) if form.date else None,
        "viec": [_answer_tree(one) for one in form.answers],
    }


def _answer_tree(one: Answer) -> dict[str, Any]:
    return {
        "key": one.key,
        ("chi_tieu" if one.target else "nhiem_vu"): one.task,
        **({"han": one.due} if one.due else {}),
        **({} if one.target else {"muc_do": one.state.label if one.state else None}),
        "so_lieu": None if one.figure is None else number(one.figure),
        "ket_qua": one.result or None,
        **({} if one.target else {"van_ban": one.paper or None}),
        **(
            {}
            if one.target
            else {"ngay_van_ban": short_date(one.paper_date) if one.paper_date else None}
        ),
    }


def from_tree(tree: object, source: str) -> Return:
    """The return of a parsed file; raises InvalidReturn naming the place and what was expected."""
    if not isinstance(tree, dict) or tree.get(MARK) != VERSION:
        raise InvalidReturn(source, "", f"thiếu dòng “{MARK}: {VERSION}” của mẫu báo cáo")
    answers = tree.get("viec") or []
    if not isinstance(answers, list):
        raise InvalidReturn(source, "viec", "cần một danh sách việc")
    period = text_of(tree, "period")
    try:
        span = parse_period(period)
    except ValueError:
        raise InvalidReturn(source, "period", f"“{period}” không phải là kỳ") from None
    return Return(
        needed(tree, "plan", source),
        needed(tree, "body", source),
        text_of(tree, "name"),
        span,
        tuple(_answer(one, turn, source) for turn, one in enumerate(answers, 1)),
        text_of(tree, "so"),
        day(text_of(tree, "ngay"), source, "ngay"),
    )


def _answer(tree: object, turn: int, source: str) -> Answer:
    where = f"việc {turn}"
    if not isinstance(tree, dict):
        raise InvalidReturn(source, where, "cần các dòng key, muc_do, ket_qua …")
    target = "chi_tieu" in tree
    return Answer(
        needed(tree, "key", source, where),
        text_of(tree, "chi_tieu" if target else "nhiem_vu"),
        text_of(tree, "han"),
        target,
        state(text_of(tree, "muc_do"), source, where),
        text_of(tree, "ket_qua"),
        figure(text_of(tree, "so_lieu"), source, where),
        text_of(tree, "van_ban"),
        day(text_of(tree, "ngay_van_ban"), source, where),
    )


def text_of(tree: dict[str, Any], key: str) -> str:
    """The text under a key, "" where there is none."""
    value = tree.get(key)
    return nfc(" ".join(value.split())) if isinstance(value, str) else ""


def needed(tree: dict[str, Any], key: str, source: str, where: str = "") -> str:
    """The text under a key that every return has."""
    value = text_of(tree, key)
    if not value:
        raise InvalidReturn(source, where or key, f"thiếu “{key}”, giữ nguyên dòng này của mẫu")
    return value


def state(text: str, source: str, where: str) -> AnswerState | None:
    """The state that the words mean, with or without tone marks."""
    if not text:
        return None
    found = _STATES.get(fold(text))
    if found is None:
        told = ", ".join(STATE_WORDS)
        raise InvalidReturn(source, where, f"mức độ “{text}” không có; viết một trong: {told}")
    return found


def figure(text: str, source: str, where: str) -> Decimal | None:
    """The figure, a per cent sign left out."""
    if not text:
        return None
    try:
        return parse_number(text.rstrip("% "))
    except ValueError:
        raise InvalidReturn(source, where, f"số liệu “{text}” không phải là số") from None


def day(text: str, source: str, where: str) -> datetime.date | None:
    """The day, in any form that papers use."""
    if not text:
        return None
    try:
        return parse_date(text)
    except ValueError:
        raise InvalidReturn(source, where, f"“{text}” không phải là ngày, như 9/7/2013") from None
