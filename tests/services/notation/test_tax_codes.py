"""Tax codes: every way of writing one is read, and what is wrong with a wrong one is said precisely."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.ground.refusals import Refusal
from services.notation.tax_codes import (
    BranchCodeShort,
    TaxCodeCharacters,
    TaxCodeCheckDigit,
    TaxCodeLength,
    TaxCodeNeverIssued,
    TaxCodeOfNobody,
    erased_code,
    is_erased,
    is_personal,
    masked,
    read_tax_code,
)

WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def with_check_digit(nine_digits: str) -> str:
    """Complete a business's tax code by the published rule, without the library."""
    remainder = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, nine_digits, strict=True)) % 11
    assume(remainder)
    return f"{nine_digits}{10 - remainder}"


nine_digits = st.from_regex(r"\A[0-9]{2}(?!0{7})[0-9]{7}\Z")
businesses = nine_digits.map(with_check_digit)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("0100112437", "0100112437"),
        (" 01.00.112.437 ", "0100112437"),
        ("0100 112 437", "0100112437"),
        ("MST: 0100112437", "0100112437"),
        ("MST0100112437", "0100112437"),
        ("mst 0100-112-437.", "0100112437"),
        ("Mã số thuế: 0100112437", "0100112437"),
        ("ma so thue 0100112437", "0100112437"),
        ("Mã số doanh nghiệp: 0100112437", "0100112437"),
        ("Tax code: 0100112437", "0100112437"),
        ("０１００１１２４３７", "0100112437"),
        ("0100112437\u200b", "0100112437"),
        ("0314409058-002", "0314409058-002"),
        ("0314409058002", "0314409058-002"),
        ("0312 68 78 78 – 001", "0312687878-001"),
        ("001099012345", "001099012345"),
        ("MST: 001 099 012 345", "001099012345"),
    ],
)
def test_a_tax_code_is_read_however_it_is_written(written: str, code: str) -> None:
    assert read_tax_code(written) == code


@given(businesses)
def test_every_code_with_the_right_check_digit_is_a_business(code: str) -> None:
    assert read_tax_code(code) == code


@given(businesses, st.integers(1, 999))
def test_every_numbered_branch_of_a_business_is_read_with_its_dash(code: str, branch: int) -> None:
    assert read_tax_code(f"{code}{branch:03}") == f"{code}-{branch:03}"


@given(businesses, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_in_a_business_code_is_noticed(code: str, place: int, change: int) -> None:
    wrong = (int(code[place]) + change) % 10
    with pytest.raises((TaxCodeCheckDigit, TaxCodeNeverIssued)):
        read_tax_code(f"{code[:place]}{wrong}{code[place + 1 :]}")


@given(st.one_of(businesses, st.from_regex(r"\A0(01|25|79|96)[01][0-9]{8}\Z")))
def test_a_code_that_was_read_is_read_again_as_itself(code: str) -> None:
    assert read_tax_code(read_tax_code(code)) == code


@pytest.mark.parametrize(
    ("written", "length"), [("", 0), ("MST:", 0), ("010011243", 9), ("01001124370", 11), ("0" * 14, 14)]
)
def test_a_code_of_the_wrong_length_tells_how_many_digits_it_has(written: str, length: int) -> None:
    with pytest.raises(TaxCodeLength) as refusal:
        read_tax_code(written)
    assert refusal.value.values == {"length": length}


@pytest.mark.parametrize(
    ("written", "characters"),
    [("O1OO112437", "O"), ("01001l2437", "l"), ("không có", "không"), ("0100112437 & 0100112438", "&")],
)
def test_a_code_with_letters_tells_which(written: str, characters: str) -> None:
    with pytest.raises(TaxCodeCharacters) as refusal:
        read_tax_code(written)
    assert refusal.value.values == {"characters": characters}


@pytest.mark.parametrize("written", ["0100112438", "0100112438-001"])
def test_a_code_whose_check_digit_disagrees_shows_its_ten_digits(written: str) -> None:
    with pytest.raises(TaxCodeCheckDigit) as refusal:
        read_tax_code(written)
    assert refusal.value.values == {"digits": written[:10]}


@pytest.mark.parametrize(("written", "code"), [("0100112437000", "0100112437-000"), ("0000000000", "0000000000")])
def test_a_branch_or_a_serial_number_of_zeros_was_never_issued(written: str, code: str) -> None:
    with pytest.raises(TaxCodeNeverIssued) as refusal:
        read_tax_code(written)
    assert refusal.value.values == {"code": code}


@pytest.mark.parametrize(
    "written",
    [
        *("100109106001", "910690123456", "000000000000", "003099012345", "097099012345"),
        # A country's code, and the century or the year of nobody alive and of age.
        *("100499012345", "203245012345", "999999999999"),
        *("001499012345", "001299012345", "001399012345", "MST: 028 099 012 345"),
    ],
)
def test_twelve_digits_that_are_nobodys_personal_number_are_refused(written: str) -> None:
    with pytest.raises(TaxCodeOfNobody) as refusal:
        read_tax_code(written)
    assert refusal.value.values == {"code": written.removeprefix("MST: ").replace(" ", "")}


@pytest.mark.parametrize("written", ["001199012345", "096099012345", "025205012345", "079307012345", "001099012345"])
def test_a_personal_number_says_where_and_when_its_holder_was_born(written: str) -> None:
    assert read_tax_code(written) == written


@pytest.mark.parametrize("written", ["112186012345", "230190012345", "310203012345"])
def test_a_personal_number_of_somebody_born_abroad_begins_with_a_countrys_code(written: str) -> None:
    assert read_tax_code(written) == written


def test_nobody_born_from_2030_on_keeps_a_business_yet() -> None:
    assert read_tax_code("025229012345") == "025229012345"
    with pytest.raises(TaxCodeOfNobody):
        read_tax_code("025230012345")


def test_a_branch_that_lost_its_zero_is_nobodys_personal_number() -> None:
    assert read_tax_code("0100109106001") == "0100109106-001"
    with pytest.raises(TaxCodeOfNobody):
        read_tax_code("100109106001")


def test_of_a_personal_number_only_what_tells_it_apart_is_shown() -> None:
    assert masked("025201001890") == "0252…890"
    assert [is_personal(code) for code in ("025201001890", "0100109106", "0100109106-001", erased_code(7))] == [
        *(True, False, False, False)
    ]
    assert is_erased(erased_code(7))
    assert not is_erased("025201001890")


@pytest.mark.parametrize("written", ["0100109106-01", "0100109106 - 01", "MST 0100109106–01"])
def test_a_branch_that_lacks_a_digit_is_named_as_such(written: str) -> None:
    with pytest.raises(BranchCodeShort) as refusal:
        read_tax_code(written)
    assert refusal.value.values == {"digits": "01"}


def test_every_refusal_of_a_tax_code_has_words_of_its_own() -> None:
    refusals: list[type[Refusal]] = [TaxCodeLength, TaxCodeCharacters, TaxCodeCheckDigit, TaxCodeNeverIssued]
    assert [refusal.key() for refusal in refusals] == [
        "refusal-tax-code-length",
        "refusal-tax-code-characters",
        "refusal-tax-code-check-digit",
        "refusal-tax-code-never-issued",
    ]
