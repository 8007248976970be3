"""Two entries of one business become one: where either said that it may not be named, it is not."""

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import Honour, HonourKind, HonourRelease, HonourState
from models.identity import id_of
from models.lessons import LessonNaming
from models.reviews import Review, ReviewVoice
from services.business import mergers
from services.lessons import lessons
from services.wings import WINGS
from tests.network import MORNING, Network, found_network
from tests.services.learning import write

SAID = pytest.mark.parametrize(
    ("kept", "other", "left"),
    [
        (True, False, False),
        (None, False, False),
        (False, True, False),
        (False, None, False),
        (True, None, True),
        (True, True, True),
    ],
)


async def merge(network: Network) -> None:
    """Let the IT business go into the telecom one."""
    await mergers.merge(
        network.session,
        kept_id=id_of(network.telecom),
        other_id=id_of(network.it),
        others=(),
        wings=WINGS,
        by=network.coordinator,
        now=MORNING,
    )


@SAID
async def test_a_no_to_thanks_counts_more_than_the_others_yes_or_silence(
    session: AsyncSession, kept: bool | None, other: bool | None, *, left: bool | None
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    released = HonourRelease(is_drill=False, released_by_id=id_of(network.coordinator), released_at=MORNING)
    session.add(released)
    await session.flush()
    for member, said, person in ((network.telecom, kept, network.an), (network.it, other, network.dung)):
        session.add(
            Honour(
                member_id=id_of(member),
                kind=HonourKind.EARLY,
                incident_id=id_of(incident),
                happened_at=MORNING,
                state=HonourState.CONFIRMED,
                proposed_at=MORNING,
                may_be_named=said,
                named_by_id=id_of(person) if said is not None else None,
                release_id=released.id,
            )
        )
    await session.flush()

    await merge(network)

    (honour,) = (await session.exec(select(Honour))).all()
    assert (honour.member_id, honour.may_be_named) == (network.telecom.id, left)
    said_no = network.an if kept is False else network.dung
    assert left is not False or honour.named_by_id == said_no.id


@SAID
async def test_a_no_in_a_review_counts_more_than_the_others_yes_or_silence(
    session: AsyncSession, kept: bool | None, other: bool | None, *, left: bool | None
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    review = Review(
        incident_id=id_of(incident),
        owner_id=id_of(network.coordinator),
        opened_at=MORNING,
        ended_at=MORNING,
        due_at=MORNING,
        asks_at=MORNING,
        remind_at=MORNING,
    )
    session.add(review)
    await session.flush()
    for member, said in ((network.telecom, kept), (network.it, other)):
        at = MORNING if said is not None else None
        session.add(ReviewVoice(review_id=id_of(review), member_id=id_of(member), may_be_named=said, at=at))
    await session.flush()

    await merge(network)

    (voice,) = (await session.exec(select(ReviewVoice).execution_options(populate_existing=True))).all()
    assert (voice.member_id, voice.may_be_named) == (network.telecom.id, left)


@SAID
async def test_a_no_to_a_lesson_counts_more_than_the_others_yes_or_silence(
    session: AsyncSession, kept: bool | None, other: bool | None, *, left: bool | None
) -> None:
    network = await found_network(session)
    lesson = await write(network, by=network.coordinator)
    for member, said in ((network.telecom, kept), (network.it, other)):
        session.add(_asked(network, id_of(lesson), id_of(member), said))
    await session.flush()

    await merge(network)

    (row,) = (await session.exec(select(LessonNaming))).all()
    assert (row.member_id, row.accepts) == (network.telecom.id, left)


async def test_a_no_moves_along_and_a_yes_to_another_name_does_not(session: AsyncSession) -> None:
    network = await found_network(session)
    one, two = await write(network, by=network.coordinator), await write(network, by=network.coordinator)
    session.add_all([_asked(network, id_of(one), id_of(network.it), said=False)])
    session.add_all([_asked(network, id_of(two), id_of(network.it), said=True)])
    await session.flush()

    await merge(network)

    rows = (await session.exec(select(LessonNaming).order_by(col(LessonNaming.lesson_id)))).all()
    assert [(row.member_id, row.accepts) for row in rows] == [(network.telecom.id, False), (network.telecom.id, None)]


async def test_who_was_asked_and_said_no_is_not_named_where_the_other_learnt_it_and_said_yes(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    lesson = await write(network)
    lesson.may_be_named = True
    session.add(_asked(network, id_of(lesson), id_of(network.it), said=False))
    await session.flush()

    await merge(network)

    assert (await lessons.sheet(session, lesson=lesson)).named is None


def _asked(network: Network, lesson_id: int, member_id: int, said: bool | None) -> LessonNaming:
    return LessonNaming(
        lesson_id=lesson_id,
        member_id=member_id,
        asked_by_id=id_of(network.coordinator),
        asked_at=MORNING,
        accepts=said,
    )
