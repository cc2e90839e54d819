"""Kiểu trình bày riêng: an office's own choices, merged over a regime and never hidden.

A style file has the keys of a regime's data file, and a `name`. What it sets against the
regime is allowed and listed as a `Departure`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from attrs import evolve

from kehoach.errors import InvalidStyle
from kehoach.rules._departures import compare
from kehoach.rules._structure import Layers, item_name, join, refuse_key
from kehoach.rules.regimes import SIZE_SETS, assemble, rulebook
from kehoach.rules.rulebook import HOUSE, PartKey, Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STYLE_KEYS: Final = (
    "page", "font", "body", "page_number", "texts", "punctuation", "numbers", "layout",
    "size_sets", "urgency", "circulation", "authorities", "types", "parts",
)  # fmt: skip


def with_style(base: Rulebook, style: str | Path | Mapping[str, Any]) -> Rulebook:
    """Quy định thể thức with a style (a TOML file or its mapping) merged on top.

    Raises InvalidStyle for an unknown key or a value of the wrong kind, OSError for a file
    that cannot be read. Later styles win; each rule's `origin` names the last that touched it.
    """
    table, name = read_style(style)
    layers = Layers(base.id, name)
    refuse_foreign(table, layers)
    touched: list[str] = []
    merged = merge(base.source, table, "", touched, layers)
    overridden = base.overridden | {key: name for leaf in touched for key in prefixes(leaf)}
    names = " + ".join(filter(None, (base.style, name)))
    styled = assemble(merged, base.sizes, Layers(base.id, name, overridden))
    departures = tuple(compare(rulebook(base.id, base.sizes), styled, "", styled))
    key = f"{base.key}+{name}:{digest(table)}"
    return evolve(styled, key=key, style=names, departures=departures)


def read_style(style: str | Path | Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """The style's table without its name, and the name (a file's stem where it has none)."""
    if isinstance(style, str | Path):
        path = Path(style)
        table, name = parse(path), path.stem
    else:
        table, name = dict(style), "style"
    given = table.pop("name", name)
    if not isinstance(given, str):
        raise InvalidStyle(name, "name", "a text", repr(given))
    return table, given


def parse(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; InvalidStyle where it is not TOML."""
    import tomllib  # noqa: PLC0415 - most papers have no style

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidStyle(path.stem, "", "a TOML file in UTF-8", str(error)) from error


def refuse_foreign(table: dict[str, Any], layers: Layers) -> None:
    """Raise InvalidStyle for a section or a part that no regime has."""
    for key in table:
        if key not in STYLE_KEYS:
            refuse_key(key, STYLE_KEYS, "", layers)
    parts = table.get("parts", {})
    if not isinstance(parts, dict):
        layers.refuse("parts", "a table of parts", repr(parts))
    for key in parts:
        if key not in get_args(PartKey):
            refuse_key(key, get_args(PartKey), "parts", layers)


def digest(table: dict[str, Any]) -> str:
    """Twelve characters that stand for the content of a style."""
    import hashlib  # noqa: PLC0415 - most papers have no style
    import json  # noqa: PLC0415 - the same

    text = json.dumps(table, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def prefixes(key: str) -> Iterator[str]:
    """The dotted key and all keys above it."""
    names = key.split(".")
    return (".".join(names[:depth]) for depth in range(1, len(names) + 1))


def merge(base: Any, over: Any, path: str, touched: list[str], layers: Layers) -> Any:  # noqa: ANN401
    """The base with the style's values on top; the keys set are added to `touched`."""
    if is_by_set(over):
        touched.append(path)
        return {sizes: over.get(sizes, pick(base, sizes)) for sizes in SIZE_SETS}
    if isinstance(base, dict) and isinstance(over, dict):
        below = {
            key: merge(base.get(key), value, join(path, key), touched, layers)
            for key, value in over.items()
        }
        return base | below
    if is_keyed(base) and isinstance(over, list):
        return merge_list(base, over, path, touched, layers)
    leaves = over.items() if isinstance(over, dict) and over else ()
    touched.extend(join(path, key) for key, _ in leaves)
    touched.append(path)
    return over


def merge_list(
    base: list[Any], over: list[Any], path: str, touched: list[str], layers: Layers
) -> list[Any]:
    """A list of named tables: known names are merged in place, new ones added at the end."""
    merged = {item_name(item): item for item in base}
    for index, item in enumerate(over):
        name = item_name(item)
        if not name:
            layers.refuse(join(path, str(index)), "a table that names its item", repr(item))
        known = merged.get(name, {"cite": layers.style, "certainty": HOUSE})
        merged[name] = merge(known, item, join(path, name), touched, layers)
    return list(merged.values())


def is_by_set(value: object) -> bool:
    """Whether the value is written by set of sizes: {"14": …, "13": …}."""
    return isinstance(value, dict) and bool(value) and value.keys() <= set(SIZE_SETS)


def pick(value: Any, sizes: str) -> Any:  # noqa: ANN401
    """The value for a set, of one written by set or once for all."""
    return value[sizes] if is_by_set(value) else value


def is_keyed(value: object) -> bool:
    """Whether the value is a list of named tables."""
    return isinstance(value, list) and bool(value) and all(map(item_name, value))
