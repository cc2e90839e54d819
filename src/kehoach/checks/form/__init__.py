"""Kiểm tra thể thức: page, typeface and each part of a paper against the rulebook."""

from __future__ import annotations

from kehoach.checks.form.addressee import check_addressees
from kehoach.checks.form.annexes import check_annexes
from kehoach.checks.form.bases import check_bases, check_citations
from kehoach.checks.form.body import (
    check_blanks,
    check_bullets,
    check_ending,
    check_paragraphs,
    check_sizes,
)
from kehoach.checks.form.day import check_day, check_future
from kehoach.checks.form.decision import check_order
from kehoach.checks.form.font import check_leftovers, check_pairing, check_typeface
from kehoach.checks.form.head import (
    check_issuer,
    check_layout,
    check_lines,
    check_motto,
    check_nation,
)
from kehoach.checks.form.marks import check_marks, check_minutes
from kehoach.checks.form.number import check_number
from kehoach.checks.form.numbering import (
    check_articles,
    check_headings,
    check_points,
    check_single,
)
from kehoach.checks.form.page import check_numbers, check_paper
from kehoach.checks.form.party import check_party
from kehoach.checks.form.recipients import check_recipients
from kehoach.checks.form.signature import check_signature, check_together
from kehoach.checks.form.tables import check_tables
from kehoach.checks.form.title import check_subject, check_title
from kehoach.checks.registry import Check

FILE_CHECKS: tuple[Check, ...] = (
    Check("form-paper", "Khổ giấy, lề, chiều trang", check_paper),
    Check("form-page-number", "Số trang", check_numbers),
    Check("form-typeface", "Phông, màu chữ", check_typeface),
    Check("form-leftovers", "Sửa đổi, nhận xét còn lại", check_leftovers),
)
"""Kiểm tra cả tệp: run once a file, whatever papers it holds."""

PAPER_CHECKS: tuple[Check, ...] = (
    Check("form-pairing", "Bộ cỡ chữ", check_pairing),
    Check("form-nation", "Quốc hiệu", check_nation),
    Check("form-motto", "Tiêu ngữ", check_motto),
    Check("form-issuer", "Tên cơ quan", check_issuer),
    Check("form-lines", "Đường kẻ", check_lines),
    Check("form-layout", "Bố cục phần đầu", check_layout),
    Check("form-number", "Số, ký hiệu", check_number),
    Check("form-day", "Địa danh, thời gian", check_day),
    Check("form-marks", "Dấu chỉ dẫn", check_marks),
    Check("form-title", "Tên loại, trích yếu", check_title),
    Check("form-subject", "Trích yếu công văn", check_subject),
    Check("form-bases", "Căn cứ", check_bases),
    Check("form-citations", "Cách dẫn văn bản", check_citations),
    Check("form-future", "Dẫn văn bản ban hành sau", check_future),
    Check("form-addressees", "Kính gửi", check_addressees),
    Check("form-order", "Lời quyết định", check_order),
    Check("form-articles", "Điều", check_articles),
    Check("form-headings", "Phần, chương, mục", check_headings),
    Check("form-points", "Khoản, điểm", check_points),
    Check("form-single", "Danh sách một mục", check_single),
    Check("form-body", "Trình bày nội dung", check_paragraphs),
    Check("form-body-size", "Cỡ chữ nội dung", check_sizes),
    Check("form-bullets", "Dấu đầu dòng", check_bullets),
    Check("form-ending", "Dấu kết thúc", check_ending),
    Check("form-blanks", "Đoạn trống", check_blanks),
    Check("form-tables", "Bảng", check_tables),
    Check("form-signature", "Chữ ký", check_signature),
    Check("form-together", "Chữ ký liền nội dung", check_together),
    Check("form-recipients", "Nơi nhận", check_recipients),
    Check("form-annexes", "Phụ lục", check_annexes),
    Check("form-minutes", "Biên bản", check_minutes),
    Check("form-party", "Thể thức của Đảng", check_party),
)
"""Kiểm tra từng văn bản: run for each paper that a file holds."""

CHECKS: tuple[Check, ...] = FILE_CHECKS + PAPER_CHECKS
"""Mọi phép kiểm tra thể thức."""
