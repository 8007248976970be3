"""E-mail addresses: those that people write are read, everything else is refused."""

import pytest

from services.notation.emails import EmailInvalid, read_email


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("vanthu@skhcn.example.vn", "vanthu@skhcn.example.vn"),
        (" Van-Thu.2@SKHCN.example.vn. ", "Van-Thu.2@SKHCN.example.vn"),
        ("E-mail: cds@example.gov.vn", "cds@example.gov.vn"),
        ("Thư điện tử: cds@example.gov.vn", "cds@example.gov.vn"),
        ("<cds@example.gov.vn>", "cds@example.gov.vn"),
    ],
)
def test_an_address_is_read_as_it_is_written(written: str, address: str) -> None:
    assert read_email(written) == address


@pytest.mark.parametrize(
    "written",
    ["", "không có", "cds@", "@example.vn", "cds@example", "a b@example.vn", "a@b.vn, c@d.vn", f"{'a' * 250}@b.vn"],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(EmailInvalid):
        read_email(written)
