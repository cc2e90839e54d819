"""Nói lại cho dễ hiểu: what a clerk reads when kehoach cannot go on."""

from __future__ import annotations

from kehoach import errors


def explain(error: errors.KehoachError) -> str:
    """The fault and the next step, in Vietnamese."""
    match error:
        case errors.InvalidPlanFile():
            return _invalid_file(error)
        case errors.PlanFileTooLarge():
            return f"{error.source}: quá {error.limit} {error.what}; không đọc"
        case errors.TargetUnwritable():
            return f"không ghi được {error.target}: {error.reason}; tệp cũ (nếu có) còn nguyên"
        case errors.UnsafeFileName():
            return f"tên tệp không an toàn {error.name!r}: {error.reason}"
        case errors.UnknownExporter():
            return f"không có bộ xuất cho {error.asked}; hiện có: {', '.join(error.known)}"
        case errors.DuplicatePlugin():
            return (
                f"hai bộ cắm cùng tên {error.name!r}: {error.first} và {error.second}; "
                "gỡ một trong hai"
            )
        case errors.ExportFailed():
            return f"bộ xuất {error.exporter} lỗi khi ghi {error.target}: {error.reason}"
        case errors.UndatedPaper():
            return "văn bản chưa có ngày; chọn quy định bằng --regime"
        case errors.UnknownDocumentType():
            known = ", ".join(error.known)
            return f"{error.regime} không có loại văn bản {error.kind!r}; có: {known}"
        case errors.NoRulebook():
            return f"không có quy định thể thức cho {error.asked}; có: {error.known}"
        case errors.InvalidStyle():
            return _invalid_style(error)
        case errors.UnwritableText():
            return f"{error.where}: có ký tự cấm {error.character} ở vị trí {error.offset}; xóa đi"
        case _:
            return str(error)


def _invalid_file(error: errors.InvalidPlanFile) -> str:
    lines = [f"{error.source} chưa dùng được, {len(error.findings)} lỗi:"]
    lines += (f"  {one.describe(error.source)}" for one in error.findings)
    return "\n".join(lines)


def _invalid_style(error: errors.InvalidStyle) -> str:
    nearest = f"; có phải ý là {error.nearest!r}?" if error.nearest else ""
    return (
        f"tệp phong cách {error.style}, khóa {error.key!r}: cần {error.expected}, "
        f"nhưng có {error.got}{nearest}"
    )
