"""Phông chữ của máy: whether it can draw papers as their rulebook asks, with Vietnamese letters."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kehoach.office.programs import find_soffice, run

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWINS: Final = {"Times New Roman": ("Liberation Serif", "Tinos")}
"""Families of the same widths, letter by letter, in which a paper breaks its lines alike."""
_FILES: Final = {
    "Times New Roman": ("times.ttf", "Times New Roman.ttf"),
    "Liberation Serif": ("LiberationSerif-Regular.ttf",),
    "Tinos": ("Tinos-Regular.ttf",),
}
_SECONDS: Final = 60.0


def font_for(family: str) -> str | None:
    """Phông chữ sẽ dùng: the family, or one of the same widths, that has Vietnamese letters.

    `None` where this machine has none. fontconfig is asked where it is installed, else the font
    folders of Windows, macOS and LibreOffice are looked into.
    """
    wanted = (family, *_TWINS.get(family, ()))
    has = _listed() if shutil.which("fc-list") else _lying_about(wanted)
    return next((each for each in wanted if each in has), None)


def _listed() -> frozenset[str]:
    """The families with Vietnamese letters that fontconfig knows, under each of their names."""
    done = run(["fc-list", ":lang=vi", "family"], "fc-list", _SECONDS)
    names = done.output.decode(errors="replace").replace("\\", "").splitlines()
    return frozenset(name.strip() for line in names for name in line.split(","))


def _lying_about(families: tuple[str, ...]) -> frozenset[str]:
    folders = tuple(_folders())
    return frozenset(
        family
        for family in families
        if any((folder / name).is_file() for folder in folders for name in _FILES.get(family, ()))
    )


def _folders() -> Iterator[Path]:
    yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    if local := os.environ.get("LOCALAPPDATA"):
        yield Path(local) / "Microsoft" / "Windows" / "Fonts"
    yield Path("/System/Library/Fonts/Supplemental")
    yield Path("/Library/Fonts")
    if program := find_soffice():
        yield program.parent.parent / "share" / "fonts" / "truetype"
        yield program.parent.parent / "Resources" / "fonts" / "truetype"
