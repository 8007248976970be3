"""QR codes: pictures of links that are small and well-formed."""

import struct

from handlers.frame.views.qr import qr_png

LINK = f"https://t.me/san_sang_bot?start=i-{'A' * 32}"


def test_a_link_becomes_a_square_png_that_fits_a_phone_and_a_sheet() -> None:
    picture = qr_png(LINK)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    assert width == height
    assert 250 <= width <= 500
    assert len(picture) < 10_000


def test_different_links_are_different_pictures() -> None:
    assert qr_png(LINK) != qr_png(LINK.replace("A", "B"))
    assert qr_png(LINK) == qr_png(LINK)
