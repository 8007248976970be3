"""A duty of the clock that stumbles keeps no other from its work, and owners are told of it."""

from sqlalchemy import text
from sqlmodel import col, func, select

from models.audit import AuditSeal
from models.broadcasts import Broadcast, BroadcastKind
from models.identity import id_of
from services.audit import chain
from tests.scenarios.declaring import declare, small_network
from tests.story import Story

# A database that refuses every new seal, as one does in which a row stands in the way.
NO_MORE_SEALS = "CREATE TRIGGER stop BEFORE INSERT ON audit_seals BEGIN SELECT RAISE(ABORT, 'no more seals'); END"


async def count(story: Story, kind: BroadcastKind) -> int:
    async with story.database.reading() as session:
        return (await session.exec(select(func.count()).where(Broadcast.kind == kind))).one()


async def test_reminders_go_out_though_the_record_cannot_be_sealed_and_owners_are_told_once(story: Story) -> None:
    await small_network(story)
    await declare(story)
    async with story.database.writing() as session:
        await session.exec(text(NO_MORE_SEALS))  # type: ignore[call-overload]
    story.may_stumble = True

    await story.pass_time(minutes=40)

    assert await count(story, BroadcastKind.REMINDER) > 0
    assert await count(story, BroadcastKind.TROUBLE) == 1


async def test_a_seal_whose_row_was_moved_stops_nothing_and_shows(story: Story) -> None:
    await small_network(story)
    await story.pass_time(seconds=10)
    await declare(story)
    await story.pass_time(seconds=10)
    async with story.database.writing() as session:
        first = (await session.exec(select(AuditSeal).order_by(col(AuditSeal.id)).limit(1))).one()
        first.id = id_of(first) + 1000
    await declare(story, "Mất điện trạm phát sóng")

    await story.pass_time(seconds=10)

    async with story.database.reading() as session:
        assert (await chain.verify(session, now=story.clock.now())).broken is not None
