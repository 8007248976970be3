"""Labels in words: in every spelling that people use, and taken out of what they stand in."""

import pytest

from models.tlp import Tlp
from services.notation import tlp


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("TLP:AMBER+STRICT Cổng lỗi", Tlp.AMBER_STRICT),
        ("TLP:AMBER-STRICT Cổng lỗi", Tlp.AMBER_STRICT),
        ("TLP AMBER STRICT", Tlp.AMBER_STRICT),
        ("cổng lỗi, tlp: amber", Tlp.AMBER),
        ("TLP RED", Tlp.RED),
        ("TLP:ĐỎ mất dữ liệu", Tlp.RED),
        ("tlp đỏ", Tlp.RED),
        ("TLP\uff1aRED", Tlp.RED),
        ("TLP=RED", Tlp.RED),
        ("TLP.RED", Tlp.RED),
        ("TLP_RED", Tlp.RED),
        ("[TLP] RED", Tlp.RED),
        ("nhãn đỏ: lộ mật khẩu", Tlp.RED),
        ("Nhãn: đỏ", Tlp.RED),
        ("\u0422L\u0420:R\u0415D", Tlp.RED),
        ("TLP:WHITE", Tlp.CLEAR),
        ("TLP:GREEN rồi TLP:RED", Tlp.RED),
        ("TLP vàng nghiêm ngặt, cổng lỗi", Tlp.AMBER_STRICT),
        ("TLP vàng+ nghiêm ngặt", Tlp.AMBER_STRICT),
        ("TLP vàng (nghiêm nghặt)", Tlp.AMBER_STRICT),
        ("hổ phách nghiêm ngặt: cổng lỗi", Tlp.AMBER_STRICT),
        ("nhãn vàng nghiêm ngặt, cổng lỗi", Tlp.AMBER_STRICT),
        ("TLP:VÀNG Nghiêm trọng: cổng lỗi", Tlp.AMBER),
        ("TLP yellow", Tlp.AMBER),
        ("Nhãn đỏ, chỉ gửi nội bộ", Tlp.RED),
        ("Lộ mật khẩu, nhãn đỏ", Tlp.RED),
        ("Lộ mật khẩu (nhãn đỏ)", Tlp.RED),
        ("thiết bị dán nhãn đỏ, nhãn mất", None),
        ("TLP xanh lá", Tlp.GREEN),
        ("TLP xanh dương", None),
        ("TLP hồng", None),
        ("TLP:GREENISH", None),
        ("TLP do Sở quy định", None),
        ("dán nhãn đỏ lên thiết bị", None),
        ("amber", None),
    ],
)
def test_a_label_is_read_in_every_spelling_and_of_several_the_narrowest_counts(text: str, label: Tlp | None) -> None:
    assert tlp.label_in(text) is label


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("TLP:RED Lộ mật khẩu", "Lộ mật khẩu"),
        ("[TLP:AMBER+STRICT] Cổng lỗi", "Cổng lỗi"),
        ("TLP:ĐỎ · Cổng lỗi", "Cổng lỗi"),
        ("Cổng lỗi, TLP=RED xem nhật ký", "Cổng lỗi, xem nhật ký"),
        ("TLP:GREEN\nDòng hai (TLP:RED)", "Dòng hai"),
        ("TLP:RED", ""),
        ("Nhãn đỏ, chỉ gửi nội bộ", "chỉ gửi nội bộ"),
        ("TLP vàng nghiêm ngặt, cổng lỗi", "cổng lỗi"),
        ("Cổng lỗi", "Cổng lỗi"),
    ],
)
def test_a_label_is_taken_out_with_what_stands_around_it(text: str, left: str) -> None:
    assert tlp.unlabelled(text) == left


def test_what_looks_like_a_label_and_is_none_is_named() -> None:
    assert tlp.resembling("Báo TLP:PURPLE cho biết") == "TLP:PURPLE"
    assert tlp.resembling("TLP: do") == "TLP: do"
    assert tlp.resembling("TLP:RED rồi TLP:GREEN") == ""
    assert tlp.resembling("Cổng lỗi") == ""
    assert tlp.resembling("TLP hồng, cổng lỗi") == "TLP hồng"
    assert tlp.resembling("TLP xanh dương") == "TLP xanh dương"
    assert tlp.resembling("Nhãn hồng, chỉ gửi nội bộ") == "Nhãn hồng"
    assert tlp.resembling("nhãn: màu tím") == "nhãn: màu tím"
    assert tlp.resembling("nhãn đỏ, chỉ gửi nội bộ; nhãn hàng bị lỗi") == ""
    assert tlp.resembling("thiết bị dán nhãn cam") == ""
