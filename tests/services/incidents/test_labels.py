"""Labels of the Traffic Light Protocol: read, compared, and what they let nobody else be called for."""

from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.views.tlp import labelled
from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.tlp import Tlp
from services.declarations import touched as named
from services.declarations.declaring import Declaration
from services.incidents import audience, latecomers
from services.incidents.audience import Wanted
from services.incidents.sharing import labels
from services.notation.tlp import label_in
from services.people.latecomers import Latecomers
from services.systems import register
from services.systems.entries import Party, SystemEntry
from tests.network import CABLE_CUT, MORNING, TIME_ZONE, found_network
from tests.services.cast import NOON, OTHER_REGISTRATION, approved, coordinator, newcomer
from tests.services.incidents.test_touched import declared


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("TLP:AMBER+STRICT Cổng lỗi", Tlp.AMBER_STRICT),
        ("cổng lỗi, tlp: amber", Tlp.AMBER),
        ("TLP RED", Tlp.RED),
        ("TLP:WHITE", Tlp.CLEAR),
        ("TLP:GREEN rồi TLP:RED", Tlp.RED),
        ("TLP:GREENISH", None),
        ("amber", None),
    ],
)
def test_the_label_that_words_name_is_read_and_of_several_the_narrowest_counts(text: str, label: Tlp | None) -> None:
    assert label_in(text) is label


def test_a_label_is_wider_than_those_for_fewer_and_none_is_as_for_the_community() -> None:
    assert labels.is_wider(Tlp.GREEN, than=Tlp.AMBER)
    assert labels.is_wider(Tlp.AMBER, than=Tlp.AMBER_STRICT)
    assert labels.is_wider(Tlp.CLEAR, than=None)
    assert not labels.is_wider(Tlp.GREEN, than=None)
    assert not labels.is_wider(Tlp.RED, than=Tlp.RED)
    assert [one for one in Tlp if labels.is_narrow(one)] == [Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED]


async def test_amber_is_for_those_who_have_to_do_with_the_system_and_strict_for_its_own_side_alone(
    session: AsyncSession,
) -> None:
    operator = (await approved(session, await newcomer(session))).member_id
    provider = (await approved(session, await newcomer(session, 1005), OTHER_REGISTRATION)).member_id
    entry = SystemEntry("Cổng dịch vụ công", operator=Party("x", operator), connectivity=(provider,))
    await register.add(session, entry=entry, by=await coordinator(session), now=NOON)

    async def called(words: str) -> list[int]:
        form = await named.read_into(session, form=Declaration(title=words))
        found = await audience.find(session, wanted=form.wanted, now=NOON, time_zone=TIME_ZONE)
        return [member_id for member_id, _ in found.pairs]

    assert await called("TLP:AMBER Cổng dịch vụ công lỗi") == [provider, operator]
    assert await called("TLP:AMBER+STRICT Cổng dịch vụ công lỗi") == [operator]
    assert sorted(await called("TLP:AMBER Cổng lỗi")) == sorted([operator, provider]), "no system: it is warned of"
    assert await called("TLP:RED Cổng dịch vụ công lỗi") == [operator]
    assert await called("TLP:RED Cổng lỗi") == [], "named people: somebody has to name them"


async def test_a_label_for_the_side_of_a_system_alone_calls_nobody_where_that_side_is_not_in_the_network(
    session: AsyncSession,
) -> None:
    provider = (await approved(session, await newcomer(session))).member_id
    entry = SystemEntry("Cổng dịch vụ công", connectivity=(provider,))
    await register.add(session, entry=entry, by=await coordinator(session), now=NOON)

    for words, expected in (("TLP:AMBER", [provider]), ("TLP:AMBER+STRICT", []), ("TLP:RED", [])):
        form = await named.read_into(session, form=Declaration(title=f"{words} Cổng dịch vụ công lỗi"))
        found = await audience.find(session, wanted=form.wanted, now=NOON, time_zone=TIME_ZONE)
        assert [member_id for member_id, _ in found.pairs] == expected


def test_a_title_that_begins_with_a_label_shows_the_incidents_own_in_its_place() -> None:
    assert labelled("TLP:RED Cổng lỗi", Tlp.RED) == "TLP:RED · Cổng lỗi"
    assert labelled("[TLP:AMBER+STRICT] Cổng lỗi", Tlp.AMBER) == "TLP:AMBER · Cổng lỗi"
    assert labelled("TLP:RED", Tlp.RED) == "TLP:RED · TLP:RED"
    assert labelled("Cổng lỗi", None) == "Cổng lỗi"


async def test_a_circle_never_widens_by_itself_what_is_for_an_organisation_at_most(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    incident = await declared(session)
    late = (await approved(session, await newcomer(session, 1005), OTHER_REGISTRATION)).member_id

    async def wider() -> list[int]:
        found = await audience.find(session, wanted=Wanted(), besides=id_of(incident), now=NOON, time_zone=TIME_ZONE)
        return [member_id for member_id, _ in found.pairs]

    assert await wider() == [late]
    await labels.change(session, incident=incident, label=Tlp.AMBER, by=await coordinator(session), now=NOON)
    assert await wider() == []


async def test_what_is_for_an_organisation_at_most_calls_nobody_who_comes_late(session: AsyncSession) -> None:
    network = await found_network(session)
    telecom = replace(CABLE_CUT, wanted=Wanted(first=(id_of(network.telecom),), only_first=True))
    narrow = await network.declare(replace(telecom, tlp=Tlp.AMBER))
    wide = await network.declare(telecom)
    late = Latecomers([id_of(network.chi)], [id_of(network.it)])

    await latecomers.call(session, late=late, now=MORNING, time_zone=TIME_ZONE)

    assert await network.recipients(BroadcastKind.ALERT, narrow) == [[network.an.id, network.binh.id]]
    assert len(await network.recipients(BroadcastKind.ALERT, wide)) == 2
