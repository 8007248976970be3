"""A business that gets another name is known by the one that it had as well, however it got it."""

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from services.business import mergers
from services.business.mergers import Field
from services.members import renaming
from services.wings import WINGS
from tests.network import MORNING, found_network


async def test_names_of_before_are_kept_once_each_and_a_name_that_comes_back_is_todays(session: AsyncSession) -> None:
    network = await found_network(session)
    for name in ("Hoa Sen Xanh", "Hoa Sen Xanh", "Hoa Sen Đỏ", "Hoa Sen Xanh"):
        renaming.rename(network.it, name=name)

    assert network.it.name == "Hoa Sen Xanh"
    assert network.it.known_as.splitlines() == ["Công nghệ Hoa Sen", "Hoa Sen Đỏ"]
    assert renaming.all_names(network.it.name, network.it.known_as) == [
        "Hoa Sen Xanh",
        "Công nghệ Hoa Sen",
        "Hoa Sen Đỏ",
    ]


async def test_a_merger_that_takes_the_others_name_keeps_the_one_that_went(session: AsyncSession) -> None:
    network = await found_network(session)
    kept = await mergers.merge(
        session,
        kept_id=id_of(network.telecom),
        other_id=id_of(network.it),
        others=[Field.NAME],
        wings=WINGS,
        by=network.coordinator,
        now=MORNING,
    )

    assert (kept.name, kept.known_as) == ("Công nghệ Hoa Sen", "Viễn thông Sông Hồng")
