"""Thuật ngữ: the Vietnamese name of a field and its key in a file, kept in its type annotation."""

from __future__ import annotations

from attrs import frozen


@frozen
class Term:
    """Thuật ngữ của một trường dữ liệu.

    `vi` is the Vietnamese term that editors show; `key` is the name in a plan file where it is
    not the attribute's own name; `tag` marks the field whose key tells this class from its
    siblings in a union (a mapping with the key `task` is a `Task`).
    """

    vi: str
    key: str = ""
    tag: bool = False
