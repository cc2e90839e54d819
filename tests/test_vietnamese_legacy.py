"""Old encodings become Unicode: TCVN3, VNI, VIQR."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vietnamese.legacy import (
    LegacyEncoding,
    from_legacy,
    from_tcvn3,
    from_viqr,
    from_vni,
    legacy_font,
    recognize,
)

LOWER = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
MARKED = [letter for letter in LOWER if not letter.isascii()]
TONES = {"\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0301": "ù", "\u0323": "ï"}
ROUND = {"": "â", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0301": "á", "\u0323": "ä"}
SHORT = {"": "ê", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0301": "é", "\u0323": "ë"}
IN_VNI = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
IN_VIQR = {
    "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0301": "'", "\u0323": ".",
    "\u0302": "^", "\u0306": "(", "\u031b": "+",
}  # fmt: skip
# The lower half of TCVN 5712:1993 VN3, row by row as the standard's table prints it.
TCVN3 = {
    0xA8: "ăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò", 0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip
IN_TCVN3 = {x: chr(first + i) for first, row in TCVN3.items() for i, x in enumerate(row)}


def in_vni(letter: str) -> str:
    """The letter as VNI writes it, worked out from its parts."""
    lower = letter.lower()
    if lower in IN_VNI:
        made = IN_VNI[lower]
    else:
        base, *marks = list(unicodedata.normalize("NFD", lower))
        tone = next((mark for mark in marks if mark in TONES), "")
        if "\u0302" in marks:
            made = base + ROUND[tone]
        elif "\u0306" in marks:
            made = base + SHORT[tone]
        elif "\u031b" in marks:
            made = IN_VNI[{"o": "ơ", "u": "ư"}[base]] + TONES[tone]
        else:
            made = base + TONES[tone]
    return made.upper() if letter.isupper() else made


def in_viqr(letter: str) -> str:
    """The letter as VIQR writes it."""
    if letter in "đĐ":
        return "dd" if letter == "đ" else "DD"
    base, *marks = list(unicodedata.normalize("NFD", letter))
    modifiers = sorted((IN_VIQR[mark] for mark in marks), key="^(+".find, reverse=True)
    return base + "".join(modifiers)


def test_the_alphabet_has_all_134_marked_letters():
    assert len(MARKED) * 2 == 134


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("Uû ban nh©n d©n tØnh Long An", "Uỷ ban nhân dân tỉnh Long An"),
        ("KÕ ho¹ch triÓn khai n¨m 2005", "Kế hoạch triển khai năm 2005"),
        ("Sè: 12/KH-UBND", "Số: 12/KH-UBND"),
        ("¡n ¢m £m ¤ng ¥n ¦¬m §i", "Ăn Âm Êm Ông Ơn Ươm Đi"),
        ("NhiÖt ®é 30°C", "Nhiệt độ 30°C"),
    ],
)
def test_known_tcvn3_texts_are_read(old, new):
    assert from_tcvn3(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Uû BAN NH¢N D¢N TØNH", "UỶ BAN NHÂN DÂN TỈNH"),
        ("Tõ ngµy 01/4", "Từ ngày 01/4"),
        ("Së TTTT", "Sở TTTT"),
        ("UBND tØnh", "UBND tỉnh"),
    ],
)
def test_small_toned_letters_among_capitals_become_capitals_in_tcvn3(old, new):
    assert from_tcvn3(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ngöôøi, nöôùc, ñöôïc, thuyû, kyõ thuaät", "người, nước, được, thuỷ, kỹ thuật"),
        ("Keá hoaïch soá 12/KH-UBND", "Kế hoạch số 12/KH-UBND"),
        ("trong naêm, ñaëc bieät, baèng, maét", "trong năm, đặc biệt, bằng, mắt"),
    ],
)
def test_known_vni_texts_are_read(old, new):
    assert from_vni(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("DDo^.c la^.p - Tu+. do - Ha.nh phu'c", "Độc lập - Tự do - Hạnh phúc"),
        ("ddu+o+`ng, ngu+o+`i, na(m", "đường, người, năm"),
        ("cu?a to^i. Ngu+o+`i kha'c.", "của tôi. Người khác."),
        (r"nha\. Ai\?", "nha. Ai?"),
        ("http://www.longan.gov.vn (a)", "http://www.longan.gov.vn (a)"),
    ],
)
def test_known_viqr_texts_are_read(old, new):
    assert from_viqr(old) == new


@pytest.mark.parametrize("letter", MARKED)
def test_every_small_letter_comes_back_from_tcvn3(letter):
    assert from_tcvn3(f"x{IN_TCVN3[letter]}") == f"x{letter}"


@pytest.mark.parametrize("letter", MARKED)
def test_every_capital_comes_back_from_a_tcvn3_font_of_capitals(letter):
    assert from_legacy(IN_TCVN3[letter], LegacyEncoding.TCVN3, capitals=True) == letter.upper()


@pytest.mark.parametrize("letter", MARKED + [letter.upper() for letter in MARKED])
def test_every_letter_comes_back_from_vni(letter):
    assert from_vni(in_vni(letter)) == letter


@pytest.mark.parametrize("letter", MARKED + [letter.upper() for letter in MARKED])
def test_every_letter_comes_back_from_viqr(letter):
    assert from_viqr(in_viqr(letter)) == letter


SYLLABLES = (
    "Đường người thuỷ quyển nghiêng khuỷu ngoằn ươm Ỷ ăn ất đặc Nguyễn tuổi giữ hoạch".split()
)


@given(st.lists(st.sampled_from(SYLLABLES)).map(" ".join))
def test_words_come_back_from_vni(text):
    old = "".join(x if x.isascii() else in_vni(x) for x in text)

    assert from_vni(old) == text


@given(st.lists(st.sampled_from(SYLLABLES)).map(" ".join))
def test_words_come_back_from_viqr(text):
    old = "".join(x if x.isascii() else in_viqr(x) for x in text)

    assert from_viqr(old) == text


@given(st.text())
def test_any_text_is_read_without_fault_and_stays_nfc(text):
    for read in (from_tcvn3, from_vni, from_viqr):
        assert unicodedata.is_normalized("NFC", read(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".VnTime", (LegacyEncoding.TCVN3, False)),
        (".VnTimeH", (LegacyEncoding.TCVN3, True)),
        (".VnArial NarrowH", (LegacyEncoding.TCVN3, True)),
        ("VNI-Times", (LegacyEncoding.VNI, False)),
        ("VNI-Helve-Condense", (LegacyEncoding.VNI, False)),
        ("Times New Roman", None),
        ("UVnTime", None),
        ("", None),
    ],
)
def test_an_old_font_is_known_by_its_name(name, expected):
    assert legacy_font(name) == expected


def test_unicode_text_in_an_old_font_is_left_alone():
    assert from_legacy("Cộng hòa", LegacyEncoding.TCVN3) == "Cộng hòa"


def test_characters_of_a_symbol_font_are_read_as_those_of_its_code_page():
    assert from_legacy("C\uf0e9ng", LegacyEncoding.TCVN3) == "Cộng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", LegacyEncoding.TCVN3),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", LegacyEncoding.VNI),
        ("Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", LegacyEncoding.VIQR),
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", None),
        ("Déjà vu à la carte : être naïve, ça va, là-bas", None),
        ("A plain text (in English), x^2 + a^b?", None),
        ("trong đó", None),
        ("", None),
    ],
)
def test_the_encoding_of_a_whole_text_is_recognised_by_its_syllables(text, expected):
    assert recognize(text) == expected
