"""One paper of each Mẫu of NĐ 30/2020/NĐ-CP, for the tests of drafts."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import evolve

from kehoach.deadlines import Before
from kehoach.documents import Issuer, Number, Recipient, Signature
from kehoach.drafts import (
    copy_of,
    decision,
    decision_promulgating,
    introduction,
    invitation,
    leave,
    minutes,
    resolution,
    telegram,
)
from kehoach.plan import (
    Annex,
    Assignment,
    Item,
    Paragraph,
    Party,
    Plan,
    Section,
    Task,
    TextTable,
)

if TYPE_CHECKING:
    from kehoach.drafts import Frame

NEW_DAY = datetime.date(2026, 6, 5)
OLD_DAY = datetime.date(2013, 6, 5)
OFFICE = Issuer("Sở Nội vụ", "Ủy ban nhân dân tỉnh Đồng Mẫu", "SNV")
COMMITTEE = Issuer("Ủy ban nhân dân tỉnh Đồng Mẫu", abbreviation="UBND")
COUNCIL = Issuer("Hội đồng nhân dân tỉnh Đồng Mẫu", abbreviation="HĐND")
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Căn cứ Nghị định số 45/2025/NĐ-CP ngày 28 tháng 02 năm 2025 của Chính phủ quy định tổ chức",
)
OLD_BASES = ("Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân",)


def papers(day: datetime.date = NEW_DAY) -> dict[str, Plan]:
    """The papers by their Mẫu, all of one day."""
    committee: Frame = {
        "issuer": COMMITTEE,
        "number": Number("7"),
        "place": "Đồng Mẫu",
        "date": day,
        "recipients": (Recipient("Như Điều 3"), Recipient("TT. HĐND tỉnh")),
        "archive": "VT, NC",
        "signature": Signature(
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn An"
        ),
    }
    council: Frame = {
        **committee,
        "issuer": COUNCIL,
        "signature": Signature(("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), "Trần Thị Bình"),
    }
    signed = Signature(("GIÁM ĐỐC",), "Lê Văn Cường")
    office: Frame = {
        **committee,
        "issuer": OFFICE,
        "recipients": (Recipient("Như trên"), Recipient("Giám đốc Sở")),
        "archive": "VT, VP",
        "signature": signed,
    }
    single: Frame = {
        "issuer": OFFICE,
        "number": Number("7"),
        "place": "Đồng Mẫu",
        "date": day,
        "signature": signed,
    }
    urgent: Frame = {**committee, "recipients": (Recipient("Như trên"), Recipient("VP UBND tỉnh"))}
    kept: Frame = {**single, "archive": "VT, VP"}
    above: Frame = {**office, "issuer": COMMITTEE}
    plan = _plan(day, committee)
    letter = _letter(office)
    bases = BASES if day >= NEW_DAY else OLD_BASES
    return {
        "1.1": resolution(
            "Về việc thông qua chương trình công tác năm 2026",
            (
                "Thông qua chương trình công tác năm 2026 của Hội đồng nhân dân tỉnh.",
                "Giao Thường trực Hội đồng nhân dân tỉnh tổ chức thực hiện Nghị quyết này.",
            ),
            bases=bases,
            **council,
        ),
        "1.2": decision(
            "Về việc thành lập Tổ công tác cải cách hành chính",
            (
                Item(
                    "Thành lập Tổ công tác cải cách hành chính, gồm:",
                    (Item("Tổ trưởng: Giám đốc Sở Nội vụ."), Item("Tổ phó: Chánh Thanh tra tỉnh.")),
                ),
                "Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ.",
                "Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.",
            ),
            bases=bases,
            proposer="Giám đốc Sở Nội vụ",
            **committee,
        ),
        "1.3": decision_promulgating(
            plan, bases=bases, proposer="Giám đốc Sở Nội vụ", number=Number("12")
        ),
        "1.4": plan,
        "1.5": letter,
        "1.6": telegram(
            "Về việc ứng phó bão số 5",
            ("Ủy ban nhân dân các huyện, thành phố", "Ban Chỉ huy Quân sự tỉnh"),
            ("Bão số 5 đang tiến vào đất liền.", "Yêu cầu các cơ quan trực ban 24/24 giờ."),
            sender="Chủ tịch Ủy ban nhân dân tỉnh Đồng Mẫu",
            **urgent,
        ),
        "1.7": invitation(
            "Họp triển khai kế hoạch cải cách hành chính",
            ("Lãnh đạo Văn phòng Ủy ban nhân dân tỉnh",),
            event="cuộc họp triển khai kế hoạch cải cách hành chính năm 2026.",
            chair="Giám đốc Sở Nội vụ.",
            at=datetime.datetime.combine(day, datetime.time(8, 30)),
            venue="Phòng họp số 2, Sở Nội vụ.",
            notes=("Đề nghị các đồng chí dự họp đúng giờ.",),
            **office,
        ),
        "1.8": introduction(
            "Ông Phạm Văn Dũng",
            post="Chuyên viên",
            sent_to="Ủy ban nhân dân xã An Mẫu",
            purpose="Kiểm tra công tác văn thư, lưu trữ",
            until=day + datetime.timedelta(days=20),
            **single,
        ),
        "1.9": minutes(
            "Họp giao ban tháng 6",
            (
                Paragraph("Chủ tọa thông báo nội dung cuộc họp."),
                Item("Thống nhất các việc đã nêu."),
            ),
            began=datetime.datetime.combine(day, datetime.time(8)),
            ended=datetime.datetime.combine(day, datetime.time(11, 15)),
            venue="Phòng họp số 2",
            attending="Lãnh đạo các phòng thuộc Sở",
            chair="Lê Văn Cường",
            secretary="Võ Thị Em",
            chair_post="Giám đốc Sở Nội vụ",
            issuer=OFFICE,
            number=Number("7"),
            recipients=office["recipients"],
        ),
        "1.10": leave(
            "Bà Võ Thị Em",
            post="Chuyên viên Văn phòng Sở",
            asked_on=day - datetime.timedelta(days=3),
            length="05 ngày",
            first=day + datetime.timedelta(days=4),
            last=day + datetime.timedelta(days=8),
            where="xã An Mẫu, tỉnh Đồng Mẫu",
            counted_as="nghỉ hằng năm.",
            confirmed=True,
            **kept,
        ),
        "2.1": evolve(
            plan,
            closing=(Paragraph("Danh mục và mẫu báo cáo tại Phụ lục I và Phụ lục II kèm theo."),),
            annexes=(
                Annex("Danh mục nhiệm vụ", (TextTable(("STT", "Nhiệm vụ"), (("1", "Rà soát"),)),)),
                Annex("Mẫu báo cáo", (Paragraph("Báo cáo gồm hai phần."),)),
            ),
        ),
        "3.1 SY": copy_of(letter, "SY", **office),
        "3.1 TrS": copy_of(plan, "TrS", **office),
        "3.1 SL": copy_of(copy_of(letter, "SY", **office), "SL", **above),
    }


def _plan(day: datetime.date, frame: Frame) -> Plan:
    deadline = Before(day + datetime.timedelta(days=60), phrase="trước ngày 04/8/" + str(day.year))
    task = Task(f"Rà soát thủ tục hành chính, hoàn thành {deadline.phrase}.", deadline=deadline)
    reporting = Task("Báo cáo kết quả với Ủy ban nhân dân tỉnh.")
    assigned = (
        Assignment((Party("Sở Nội vụ"),), (task,)),
        Assignment((Party("Thanh tra tỉnh"),), (reporting,)),
    )
    named: Frame = {
        **frame,
        "recipients": (Recipient("Các sở, ngành tỉnh"), Recipient("UBND các xã")),
    }
    return Plan(
        f"Cải cách hành chính năm {day.year}",
        opening=(Paragraph("Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:"),),
        sections=(
            Section(
                "Mục đích",
                (Item("Nâng cao chất lượng phục vụ."), Item("Giảm thời gian giải quyết.")),
            ),
            Section("Phân công", assigned),
        ),
        **named,
    )


def _letter(frame: Frame) -> Plan:
    numbered: Frame = {**frame, "number": Number("9", "SNV-VP")}
    return Plan(
        "báo cáo công tác văn thư",
        kind="CV",
        addressees=("Ủy ban nhân dân các xã, phường", "Các phòng thuộc Sở"),
        opening=(Paragraph("Sở Nội vụ đề nghị các cơ quan báo cáo công tác văn thư."),),
        **numbered,
    )
