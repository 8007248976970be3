"""Signs of an attack are known by their look, and kept so that nobody opens one by mistake."""

import pytest

from services.lessons import indicators
from services.lessons.indicators import IndicatorKind, IndicatorsTooMany, IndicatorUnreadable


@pytest.mark.parametrize(
    ("typed", "kind", "defanged"),
    [
        ("203.0.113.7", IndicatorKind.ADDRESS, "203[.]0[.]113[.]7"),
        ("203[.]0.113(.)7", IndicatorKind.ADDRESS, "203[.]0[.]113[.]7"),
        ("203.0.113.0/24", IndicatorKind.ADDRESS, "203[.]0[.]113[.]0/24"),
        ("2001:db8::1", IndicatorKind.ADDRESS, "2001[:]db8[:][:]1"),
        ("D41D8CD98F00B204E9800998ECF8427E", IndicatorKind.HASH, "d41d8cd98f00b204e9800998ecf8427e"),
        ("evil.example.com", IndicatorKind.DOMAIN, "evil[.]example[.]com"),
        ("fxp.example.com", IndicatorKind.DOMAIN, "fxp[.]example[.]com"),
        ("ftp://evil.example/a", IndicatorKind.LINK, "fxp://evil[.]example/a"),
        ("- evil[dot]example[.]com", IndicatorKind.DOMAIN, "evil[.]example[.]com"),
        ("https://evil.example/tai-ve.php?a=1.2", IndicatorKind.LINK, "hxxps://evil[.]example/tai-ve.php?a=1.2"),
        ("hxxp://evil[.]example", IndicatorKind.LINK, "hxxp://evil[.]example"),
        ("ke.toan@evil.example", IndicatorKind.EMAIL, "ke[.]toan[@]evil[.]example"),
        ("Hoa_don.exe", IndicatorKind.FILE, "Hoa_don.exe"),
        # As reports and programs write them.
        ("203.0.113[.]5:4443", IndicatorKind.ADDRESS, "203[.]0[.]113[.]5:4443"),
        ("[2001:db8::1]:443", IndicatorKind.ADDRESS, "[2001[:]db8[:][:]1]:443"),
        ("192.0.2.0[/]24", IndicatorKind.ADDRESS, "192[.]0[.]2[.]0/24"),
        ("- IP: 203.0.113.7", IndicatorKind.ADDRESS, "203[.]0[.]113[.]7"),
        ("192.0.2.44 (C2)", IndicatorKind.ADDRESS, "192[.]0[.]2[.]44"),
        ("MD5 D41D8CD98F00B204E9800998ECF8427E", IndicatorKind.HASH, "d41d8cd98f00b204e9800998ecf8427e"),
        (
            "SHA1: da39a3ee5e6b4b0d3255bfef95601890afd80709",
            IndicatorKind.HASH,
            "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        ),
        ('"evil[.]example."', IndicatorKind.DOMAIN, "evil[.]example"),
        ("evil.example:8080", IndicatorKind.DOMAIN, "evil[.]example:8080"),
        ("*.evil.example", IndicatorKind.DOMAIN, "*[.]evil[.]example"),
        ("* www[.evil[.example", IndicatorKind.DOMAIN, "www[.]evil[.]example"),
        ("www.get.sh", IndicatorKind.DOMAIN, "www[.]get[.]sh"),
        ("tcp://evil.example:443", IndicatorKind.LINK, "tcp://evil[.]example:443"),
        ("evil.example/tai-ve", IndicatorKind.LINK, "evil[.]example/tai-ve"),
        ("README_LOCKED.txt", IndicatorKind.FILE, "README_LOCKED.txt"),
        ("run.sh", IndicatorKind.FILE, "run.sh"),
        (".locked", IndicatorKind.FILE, ".locked"),
        ("/opt/.x/kworker", IndicatorKind.FILE, "/opt/.x/kworker"),
        (r"C:\Users\a b\c.exe", IndicatorKind.FILE, r"C:\Users\a b\c.exe"),
        (r"HKLM\Software\Run", IndicatorKind.REGISTRY, r"HKLM\Software\Run"),
        ("+84 912 345 678", IndicatorKind.PHONE, "+84 912 345 678"),
        ("1900xxxx", IndicatorKind.PHONE, "1900xxxx"),
    ],
)
def test_a_sign_is_known_by_its_look_and_written_so_that_nothing_opens_it(
    typed: str, kind: IndicatorKind, defanged: str
) -> None:
    (found,) = indicators.read(typed)

    assert (found.kind, found.defanged) == (kind, defanged)
    assert list(indicators.read(found.defanged)) == [found]


def test_signs_in_one_line_are_parted_and_none_comes_out_live() -> None:
    found = indicators.read("hxxps://evil.example[.]com/a?b=1 , 203.0.113.7 8.8.8[.]8; bad@evil.example setup.exe")

    assert indicators.kept(found).splitlines() == [
        "hxxps://evil[.]example[.]com/a?b=1",
        "203[.]0[.]113[.]7",
        "8[.]8[.]8[.]8",
        "bad[@]evil[.]example",
        "setup.exe",
    ]


def test_a_file_and_its_hash_in_brackets_are_two_signs() -> None:
    found = indicators.read("ssh.exe (SHA1 da39a3ee5e6b4b0d3255bfef95601890afd80709)")

    assert indicators.kept(found).splitlines() == ["ssh.exe", "da39a3ee5e6b4b0d3255bfef95601890afd80709"]


def test_the_name_of_a_program_may_have_spaces() -> None:
    (found,) = indicators.read("Hoa don thang 11.pdf.exe")

    assert (found.kind, found.defanged) == (IndicatorKind.FILE, "Hoa don thang 11.pdf.exe")


def test_each_line_is_a_sign_and_the_same_sign_counts_once() -> None:
    found = indicators.read("evil.example\n\nevil[.]example\n203.0.113.7")

    assert indicators.kept(found) == "evil[.]example\n203[.]0[.]113[.]7"


@pytest.mark.parametrize(
    "line", ["tin nhắn lạ", "12345", "abc", "2001:zz::1", "a" * 33, "300.300.300.300", "1.2.3", "evil.example:999999"]
)
def test_what_is_no_sign_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(IndicatorUnreadable) as refusal:
        indicators.read(f"203.0.113.7\n{line}")

    assert refusal.value.values["line"] == line


def test_more_signs_than_a_message_holds_are_refused() -> None:
    with pytest.raises(IndicatorsTooMany):
        indicators.read("\n".join(f"203.0.113.{number}" for number in range(21)))


def test_signs_that_are_together_longer_than_a_message_holds_are_refused() -> None:
    four = [f"{number}{'x' * 195}.exe" for number in range(4)]

    # Four of 200 letters and the ends of their lines leave 96.
    assert len(indicators.kept(indicators.read("\n".join([*four, f"{'y' * 92}.exe"])))) == 900
    with pytest.raises(IndicatorsTooMany):
        indicators.read("\n".join([*four, f"{'y' * 93}.exe"]))
