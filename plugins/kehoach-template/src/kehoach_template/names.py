"""Tên dùng trong mẫu: what a tag may name, and what each stands for.

A text is a description, a mapping holds the fields of a thing, a list the one shape of its items.
The names are Vietnamese without marks, since those who make a template read them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Shape: TypeAlias = "str | Mapping[str, Shape] | Sequence[Shape]"

_BLOCK: Final[Shape] = {
    "chu": "chữ của đoạn, đã có dấu đầu dòng",
    "nhan": "dòng riêng phía trên đề mục (Chương I)",
    "cap": "cấp của đề mục, từ 1; 0 nếu không phải đề mục",
    "bang": [["từng dòng của bảng, từng ô của dòng; trống nếu không phải bảng"]],
}
_SIGNATURE: Final[Shape] = {
    "quyen_han": ["từng dòng quyền hạn, chức vụ"],
    "ho_ten": "họ và tên người ký",
    "chuc_danh_khac": "chức danh khác, in trên họ tên",
}
_TASK: Final[Shape] = {
    "stt": "số thứ tự",
    "ma": "mã nhiệm vụ",
    "muc": "đề mục chứa nhiệm vụ",
    "noi_dung": "nội dung nhiệm vụ",
    "chi_tiet": ["từng dòng chi tiết"],
    "co_quan": "cơ quan được giao, như ở đề mục",
    "chu_tri": "cơ quan chủ trì",
    "phoi_hop": "cơ quan phối hợp",
    "theo_doi": "cơ quan theo dõi",
    "thoi_han": "thời hạn bằng chữ",
    "san_pham": "sản phẩm",
    "kinh_phi": "kinh phí",
    "tham_quyen": "thẩm quyền quyết định",
    "can_bo": "người phụ trách",
    "ghi_chu": "ghi chú",
}
_TARGET: Final[Shape] = {
    "stt": "số thứ tự",
    "ma": "mã chỉ tiêu",
    "noi_dung": "nội dung chỉ tiêu",
    "dai_luong": "đại lượng được đo",
    "nguong": "ngưỡng phải đạt",
    "theo_doi": "cơ quan theo dõi",
}
_REPORT: Final[Shape] = {
    "stt": "số thứ tự",
    "ma": "mã chế độ báo cáo",
    "ten": "tên báo cáo",
    "noi_dung": "câu quy định báo cáo",
    "don_vi": "cơ quan báo cáo",
    "noi_nhan": "cơ quan nhận báo cáo",
    "tong_hop": "cơ quan tổng hợp",
    "thoi_han": "chu kỳ, hạn gửi bằng chữ",
}

PAPER_NAMES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "quoc_hieu": "Quốc hiệu",
        "tieu_ngu": "Tiêu ngữ",
        "co_quan_cap_tren": "tên cơ quan chủ quản",
        "co_quan": "tên cơ quan ban hành",
        "so_ky_hieu": "dòng số, ký hiệu",
        "dia_danh_ngay": "địa danh và ngày ban hành",
        "ve_viec": "V/v … của công văn",
        "do_khan": "mức độ khẩn",
        "luu_hanh": "phạm vi lưu hành",
        "ten_loai": "tên loại văn bản",
        "trich_yeu": "trích yếu nội dung",
        "kem_theo": "dòng (Kèm theo …)",
        "kinh_gui": ["từng dòng Kính gửi"],
        "can_cu": ["từng căn cứ"],
        "noi_dung": [_BLOCK],
        "chu_thich": ["từng chú thích"],
        "tieu_de_noi_nhan": "dòng Nơi nhận:",
        "noi_nhan": ["từng dòng nơi nhận"],
        "ky_hieu_soan_thao": "ký hiệu người soạn thảo",
        "chu_ky": [_SIGNATURE],
        "dia_chi": "địa chỉ cơ quan",
        "phu_luc": [
            {
                "nhan": "Phụ lục I",
                "ten": "tên phụ lục",
                "kem_theo": "dòng (Kèm theo …)",
                "noi_dung": [_BLOCK],
            }
        ],
    }
)
"""Tên có trong mọi văn bản."""

PLAN_NAMES: Final[Mapping[str, Shape]] = MappingProxyType(
    {"nhiem_vu": [_TASK], "chi_tieu": [_TARGET], "bao_cao": [_REPORT]}
)
"""Tên chỉ có khi điền từ kế hoạch."""

NAMES: Final[Mapping[str, Shape]] = MappingProxyType({**PAPER_NAMES, **PLAN_NAMES})
"""Mọi tên dùng được trong mẫu."""
