"""Lỗi cú pháp: what the parsers of YAML and JSON complain about, in Vietnamese."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    import json

_QUOTE = "đặt cả chuỗi trong dấu nháy kép"
_INDENT = "kiểm tra lề trái: các khóa cùng nhóm phải thẳng cột, dùng dấu cách, không dùng tab"

_YAML = (
    ("mapping values are not allowed", "dấu hai chấm ở chỗ không được phép", _QUOTE),
    ("cannot start any token", "ký tự này không được mở đầu một giá trị (tab, @, %, `)", _QUOTE),
    ("did not find expected key", "các khóa không thẳng cột với nhau", _INDENT),
    ("did not find expected '-'", "các dòng của danh sách không thẳng cột với nhau", _INDENT),
    ("did not find expected ',' or", "thiếu dấu phẩy, hoặc thiếu ] hay } đóng lại", ""),
    ("unexpected end of stream", "thiếu dấu nháy đóng", ""),
    ("unknown escape character", r"ký hiệu \ trong nháy kép không đúng", r"viết \\ cho dấu \ "),
    ("could not find expected ':'", "thiếu dấu hai chấm sau khóa", _QUOTE),
    ("undefined alias", "tên sau dấu * chưa được đặt bằng dấu &", _QUOTE),
)
_JSON = (
    ("Expecting ',' delimiter", "thiếu dấu phẩy, hoặc thiếu ] hay } đóng lại"),
    ("Expecting property name", "cần một khóa trong dấu nháy kép (JSON không cho dấu phẩy cuối)"),
    ("Expecting ':' delimiter", "thiếu dấu hai chấm sau khóa"),
    ("Unterminated string", "thiếu dấu nháy đóng"),
    ("Expecting value", "thiếu một giá trị"),
    ("Extra data", "có chữ thừa sau kế hoạch"),
    ("Invalid control character", "có xuống dòng hoặc tab ngay trong chuỗi; viết \\n hoặc \\t"),
)


def describe_yaml_error(error: yaml.YAMLError) -> tuple[str, int | None, str]:
    """Message, line from 1 (if known) and advice; the parser's own words where none is ours."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return f"YAML không đúng cú pháp ({error})", None, ""
    mark = error.problem_mark or error.context_mark
    line = None if mark is None else mark.line + 1
    problem = error.problem or ""
    for fragment, message, advice in _YAML:
        if fragment in problem:
            return f"YAML không đúng cú pháp: {message}", line, advice.strip()
    return f"YAML không đúng cú pháp ({problem})", line, ""


def describe_json_error(error: json.JSONDecodeError) -> tuple[str, str]:
    """Message and advice; the parser's own words where none is ours."""
    for fragment, message in _JSON:
        if error.msg.startswith(fragment):
            return f"JSON không đúng cú pháp: {message} (cột {error.colno})", ""
    return f"JSON không đúng cú pháp ({error.msg}, cột {error.colno})", ""
