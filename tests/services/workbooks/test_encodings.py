"""A stray byte spoils its own cell, and a file of stray bytes is read as what else it may be."""

from services.workbooks.encodings import decode

LETTER, STRAY = "ễ".encode(), b"\xff"


def test_a_file_with_more_letters_than_stray_bytes_is_utf_8() -> None:
    assert decode(b"Vi" + LETTER + b"n th" + "ô".encode() + b"ng;" + STRAY) == "Viễn thông;\ufffd"
    assert decode(LETTER * 3 + b";" + STRAY * 2) == "ễễễ;\ufffd\ufffd"


def test_a_file_with_as_many_stray_bytes_as_letters_is_no_utf_8() -> None:
    for many in (1, 2):
        text = decode(LETTER * many + b";" + STRAY * many)
        assert text is None or "ễ" not in text
