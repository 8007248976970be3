"""What texts say of the office comes from its settings and the list of provinces."""

from zoneinfo import ZoneInfo

import pytest

from handlers.frame.office import Office
from models.people import Language


def office(province_code: str) -> Office:
    return Office(
        "Sở Khoa học và Công nghệ",
        province_code,
        ZoneInfo("Asia/Ho_Chi_Minh"),
        Language.VIETNAMESE,
        network="Mạng lưới sẵn sàng",
        network_in_english="readiness network",
    )


@pytest.mark.parametrize(
    ("code", "whole", "button"),
    [
        ("25", "Toàn tỉnh Phú Thọ", "🗺 Toàn tỉnh"),
        ("46", "Toàn thành phố Huế", "🗺 Toàn thành phố"),
        ("24", "Toàn thành phố Bắc Ninh", "🗺 Toàn thành phố"),
    ],
)
def test_a_province_is_called_what_it_is(code: str, whole: str, button: str) -> None:
    reader = office(code).reader(Language.VIETNAMESE)

    assert reader.label("whole-province") == whole
    assert reader.label("button-whole-province") == button


def test_english_has_its_own_words() -> None:
    assert office("25").reader(Language.ENGLISH).label("whole-province") == "The whole of Phú Thọ Province"
    assert office("46").reader(Language.ENGLISH).label("button-whole-province") == "🗺 Whole city"


def test_the_network_is_called_as_the_settings_say() -> None:
    assert "<b>Mạng lưới sẵn sàng</b> tỉnh Phú Thọ" in office("25").reader(Language.VIETNAMESE).say(
        "greeting", department="Sở"
    )
    assert "<b>readiness network</b> of Huế City" in office("46").reader(Language.ENGLISH).say(
        "greeting", department="Sở"
    )


def test_an_example_is_a_commune_of_the_province() -> None:
    said = office("25").reader(Language.VIETNAMESE).label("refusal-commune-not-found", asked="x")

    assert said.endswith("ví dụ: au co.")
