"""Sổ trên dòng lệnh: which ledger is meant, its options, and keys that were typed short."""

from __future__ import annotations

import getpass
import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli._days import DAY
from kehoach.tracking.ledger import Ledger
from kehoach.tracking.records import event_to_line
from kehoach.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach.tracking import Event

LEDGER = "theo-doi.db"
"""Tên tệp sổ khi không nêu."""

_SHOWN = 8
_YES = ("co", "c", "yes", "y")

ledger_option = click.option(
    "--ledger", "place", metavar="TỆP|URL",
    help=f"Sổ theo dõi: một tệp, hoặc URL postgresql://…; mặc định {LEDGER} ở thư mục này.",
)  # fmt: skip
plan_option = click.option(
    "--plan", metavar="KHÓA", help="Khóa của kế hoạch trong sổ, khi sổ có nhiều kế hoạch."
)
on_option = click.option(
    "--on", metavar="NGÀY", type=DAY, help="Tính đến ngày nào; mặc định hôm nay."
)
directory_option = click.option(
    "--directory", metavar="TỆP", type=click.Path(path_type=Path),
    help="Danh mục cơ quan, để mở các nhóm thành từng cơ quan.",
)  # fmt: skip
by_option = click.option(
    "--by", metavar="NGƯỜI", help="Người hoặc cơ quan ghi sổ; mặc định tên đăng nhập máy này."
)
for_option = click.option("--for", "on_behalf", metavar="CƠ_QUAN", help="Ghi thay cho cơ quan nào.")

yes_option = click.option("--yes", is_flag=True, help="Không hỏi lại.")
reference_option = click.option(
    "--reference", metavar="NGUỒN", help="Văn bản, tệp làm căn cứ của lần ghi này."
)

Name = tuple[str, str]
"""Plan and key of an obligation."""


def is_url(place: str) -> bool:
    """Whether the place is a database server's."""
    return "://" in place


@contextmanager
def existing_ledger(place: str | None) -> Iterator[Ledger]:
    """The ledger that was asked for; a file that is not there is told, never made."""
    wanted = place or LEDGER
    if not is_url(wanted) and not Path(wanted).is_file():
        raise click.UsageError(
            f"chưa có sổ {wanted}; lập sổ bằng: kehoach track start KẾ_HOẠCH.yaml"
            f" --ledger {wanted}, hoặc chỉ sổ đã có bằng --ledger"
        )
    with Ledger(wanted) as ledger:
        yield ledger


def recorder_name(by: str | None) -> str:
    """Who records: as said, else the name with which the user is logged in."""
    if by:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise click.UsageError("chưa biết ai ghi sổ; thêm --by TÊN") from None


def named(names: Sequence[Name], typed: str) -> Name:
    """The one obligation that a key means: in full, by its task, or its beginning or ending."""
    return only(matching(names, typed), typed)


def only(found: Sequence[Name], typed: str) -> Name:
    """The one that was found; several or none are told."""
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(
            f"sổ không có việc nào có khóa “{typed}”; xem khóa bằng: kehoach track status --all"
        )
    same = len({key for _, key in found}) == 1
    lines = [f"  {key}  ({plan})" if same else f"  {key}" for plan, key in found[:_SHOWN]]
    rest = len(found) - _SHOWN
    lines += [f"  … và {rest} việc khác"] if rest > 0 else []
    advice = "thêm --plan KHÓA" if same else "gõ thêm, như G2@so-tc"
    raise click.UsageError("\n".join([f"“{typed}” chỉ {len(found)} việc; {advice}:", *lines]))


def matching(names: Sequence[Name], typed: str) -> list[Name]:
    """What fits best: the whole key, the whole parts of it, or where it begins or ends."""
    wanted = fold(typed.strip())
    node, _, body = wanted.partition("@")
    for fits in (_whole, _parts, _part_of):
        if found := [name for name in names if fits(fold(name[1]), wanted, node, body)]:
            return found
    return []


def _whole(key: str, wanted: str, _: str, __: str) -> bool:
    return key == wanted


def _parts(key: str, _: str, node: str, body: str) -> bool:
    """The task in full, the body (where one is given) from its beginning or to its end."""
    own, __, owner = key.partition("@")
    named_so = node in (own, own.partition("/")[0])
    return named_so and (not body or owner.startswith(body) or owner.endswith(body))


def _part_of(key: str, wanted: str, node: str, body: str) -> bool:
    own, _, owner = key.partition("@")
    if not body:
        return key.startswith(wanted) or key.endswith(wanted)
    return own.startswith(node) and (owner.startswith(body) or owner.endswith(body))


def ask(question: str) -> None:
    """Go on after a yes; without someone to ask, `--yes` must say it."""
    try:
        said = click.prompt(f"{question} (có/không)", err=True, default="không", show_default=False)
    except click.Abort:
        raise click.UsageError("chưa ghi gì; thêm --yes nếu đồng ý") from None
    if fold(str(said)).strip() not in _YES:
        raise click.UsageError("chưa ghi gì")


def events_json(events: Iterable[Event]) -> str:
    """The events as a program reads them."""
    told = [json.loads(event_to_line(event)) for event in events]
    return json.dumps(told, ensure_ascii=False, indent=2)
