"""Nhận xét về tệp: what the reader should know of the file itself, in Vietnamese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kehoach.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach.word._observe.legacy import Converted
    from kehoach.word._observe.package import Relationship

_SHOWN: Final = 5


def remark(
    code: str,
    message: str,
    advice: str = "",
    severity: Severity = Severity.WARNING,
    place: str = "",
) -> Finding:
    """One remark about a file."""
    return Finding(f"read.{code}", severity, message, place=place, advice=advice)


def macros() -> Finding:
    """Macro: read past, never run."""
    return remark("macros", "tệp có macro; không chạy", "lưu lại dưới dạng .docx không macro")


def tracked_changes(count: int) -> Finding:
    """Sửa đổi được theo dõi: the paper was read as if all of them were accepted."""
    return remark(
        "tracked-changes",
        f"tệp còn {count} sửa đổi đang theo dõi; đã đọc như khi chấp nhận tất cả",
        "chấp nhận hoặc từ chối các sửa đổi rồi lưu lại",
    )


def comments(count: int) -> Finding:
    """Nhận xét còn lại trong tệp."""
    return remark("comments", f"tệp còn {count} nhận xét", "xóa các nhận xét trước khi phát hành")


def legacy(converted: Converted) -> Iterator[Finding]:
    """Phông cũ: what was converted, by encoding."""
    encodings = dict.fromkeys(encoding for encoding, _ in converted.characters)
    for encoding in encodings:
        fonts = sorted(font for one, font in converted.characters if one == encoding)
        total = sum(n for (one, _), n in converted.characters.items() if one == encoding)
        yield remark(
            "legacy-encoding",
            f"{total} ký tự phông {', '.join(fonts[:_SHOWN])} (bảng mã {encoding}) "
            "đã được chuyển sang Unicode",
            "chuyển tệp sang Unicode, phông Times New Roman",
        )


def converted_text(encoding: str) -> Finding:
    """Văn bản bảng mã cũ đã chuyển sang Unicode."""
    return remark(
        "legacy-encoding", f"văn bản dùng bảng mã {encoding}, đã được chuyển sang Unicode",
        "lưu lại với bảng mã UTF-8",
    )  # fmt: skip


def encoding(name: str) -> Finding:
    """Bảng mã không phải UTF-8, recognised by its content."""
    return remark(
        "encoding", f"văn bản dùng bảng mã {name}", "lưu lại với bảng mã UTF-8", Severity.INFO
    )


def undecodable(count: int) -> Finding:
    """Byte không đọc được: replaced by U+FFFD."""
    return remark("undecodable", f"{count} ký tự không đọc được", "kiểm tra bảng mã của tệp")


def external(relations: Iterable[Relationship]) -> Iterator[Finding]:
    """Phần nằm ngoài tệp: named, never fetched."""
    targets = sorted(
        {each.target for each in relations if each.external and each.kind != "hyperlink"}
    )
    if targets:
        more = f" và {len(targets) - _SHOWN} nơi khác" if len(targets) > _SHOWN else ""
        shown = ", ".join(target[:100] for target in targets[:_SHOWN])
        yield remark(
            "external",
            f"tệp trỏ ra ngoài ({shown}{more}); không tải về",
            "nhúng các phần đó vào tệp",
        )


def foreign_chunks(count: int) -> Finding:
    """Phần chèn từ tệp khác (altChunk): not read."""
    return remark(
        "alternative-chunk", f"{count} phần chèn nguyên từ tệp khác; không đọc",
        "mở bằng Word và lưu lại",
    )  # fmt: skip


def damaged(parts: Iterable[str]) -> Finding:
    """Phần phụ bị hỏng: the body was read without it."""
    names = sorted(set(parts))
    return remark(
        "damaged-part", f"phần {', '.join(names[:_SHOWN])} bị hỏng, không đọc được; "
        "định dạng có thể không đúng", "mở bằng Word và lưu lại",
    )  # fmt: skip


def hidden_sheets(names: Iterable[str]) -> Finding:
    """Trang tính bị ẩn: read all the same."""
    return remark(
        "hidden-sheet", f"trang tính bị ẩn: {', '.join(names)}; vẫn được đọc",
        severity=Severity.INFO,
    )  # fmt: skip
