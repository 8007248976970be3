"""The picture of the house shows the house as it is."""

from tests import house


def test_the_picture_is_what_make_house_draws_now() -> None:
    assert house.PICTURE.read_text("utf-8") == house.drawn(), "run `make house`"


def test_the_picture_names_every_wing_of_both_floors_at_the_same_place() -> None:
    above, below = ({box.name: box.column for box in house.boxes(floor)} for floor in ("handlers", "services"))

    assert {"tasks", "incidents", "roster"} <= above.keys() & below.keys()
    assert {name: above[name] for name in above.keys() & below.keys()} == {
        name: below[name] for name in above.keys() & below.keys()
    }


def test_an_arrow_leads_down_from_each_floor_and_none_up() -> None:
    assert house.imported("bot") == {"handlers", "services", "models"}
    assert house.imported("handlers") == {"services", "models"}
    assert house.imported("services") == {"models"}
    assert house.imported("models") == set()
