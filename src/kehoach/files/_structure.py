"""Dựng kế hoạch: a tree becomes a plan, or the list of all that stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from kehoach.files._converter import converter
from kehoach.files._faults import Fault, Path, PlacedFault, expected, nearest, quoted
from kehoach.files._fields import fields_of
from kehoach.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach.files._tree import Tree

VERSION_KEY = "kehoach"
VERSION = "1"


def structure(tree: Tree) -> Plan | tuple[PlacedFault, ...]:
    """The plan of a tree, or every fault of it with its path."""
    if tree is None:
        fault = Fault("file.empty", "tệp trống", "chạy 'kehoach new -o plan.yaml' để có tệp mẫu")
        return (PlacedFault((), fault),)
    if not isinstance(tree, dict):
        return (PlacedFault((), expected("một nhóm khóa ở gốc, bắt đầu bằng 'kehoach: 1'", tree)),)
    faults = list(_version_faults(tree))
    body = {key: value for key, value in tree.items() if key != VERSION_KEY}
    try:
        plan: Plan = converter().structure(body, Plan)
    except BaseValidationError as error:
        return (*faults, *_flatten(error, ()))
    return tuple(faults) or plan


def _version_faults(tree: dict[str, Tree]) -> Iterator[PlacedFault]:
    version = tree.get(VERSION_KEY)
    if VERSION_KEY not in tree:
        fault = Fault("file.version", "thiếu khóa 'kehoach: 1' ở gốc", "thêm vào dòng đầu")
        yield PlacedFault((), fault)
    elif version != VERSION:
        yield PlacedFault((VERSION_KEY,), expected("phiên bản 1 của tệp kế hoạch", version))


def _flatten(error: BaseException, path: Path, owner: type = Plan) -> Iterator[PlacedFault]:
    """The faults in cattrs' tree of exceptions, in the order of the classes' fields."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _flatten(inner, (*path, *_step(inner, error.cl)), error.cl)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield PlacedFault((*path, key), _unknown_key(key, error.cl))
    elif isinstance(error, KeyError):
        yield PlacedFault(path[:-1], _missing_key(str(path[-1]), owner))
    elif isinstance(error, Fault):
        yield PlacedFault(path, error)
    elif isinstance(error, ValueError):  # a rule of the class that no reader knows
        yield PlacedFault(path, Fault("file.wrong-value", f"giá trị không hợp lệ ({error})"))
    else:
        raise error


def _step(error: BaseException, owner: type) -> tuple[str | int, ...]:
    kinds = (AttributeValidationNote, IterableValidationNote)
    note = next((note for note in getattr(error, "__notes__", ()) if isinstance(note, kinds)), None)
    if note is None:
        return ()
    if isinstance(note, IterableValidationNote):
        return (note.index,)
    return (next(field.key for field in fields_of(owner) if field.name == note.name),)


def _unknown_key(key: str, owner: type) -> Fault:
    known = [field.key for field in fields_of(owner)]
    advice = "" if nearest(key, known) else f"các khóa có thể dùng: {', '.join(known)}"
    if key == "<<":
        advice = "tệp kế hoạch không dùng khóa gộp của YAML; viết các khóa ra"
    message = f"khóa không có: {quoted(key)}{nearest(key, known)}"
    return Fault("file.unknown-key", message, advice)


def _missing_key(key: str, owner: type) -> Fault:
    vi = next((field.vi for field in fields_of(owner) if field.key == key), "")
    return Fault("file.missing-key", f"thiếu khóa bắt buộc '{key}' ({vi})")
