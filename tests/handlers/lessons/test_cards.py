"""Whom a lesson is shown to once more."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.compose import Occasion
from handlers.front import outbox
from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.lessons import LessonVerdict
from services.conversations.asking import Spoken
from services.ground.arrivals import Arrival
from services.lessons import answering, sending
from services.lessons.kinds import LessonTold
from tests.handlers.frame.test_sharing import OFFICE
from tests.network import MORNING, TIME_ZONE, found_network
from tests.services.learning import sent
from tests.services.sending import sends


async def test_who_speaks_for_two_businesses_is_reminded_for_the_one_that_is_silent(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await sent(network)
    week = MORNING + timedelta(days=7)
    await sends(session, now=MORNING)
    await sending.remind_due(session, now=week, time_zone=TIME_ZONE)
    due = [one for one in await sends(session, now=week) if one.read(LessonTold) == LessonTold(again=True)]
    (reminder,) = [one for one in due if one.person_id == id_of(network.chi)]
    assert reminder.kind is BroadcastKind.LESSON

    async def shown(member_id: int) -> bool:
        """Let Chi answer for one business more, and tell whether the reminder is still made."""
        await answering.answer(
            session,
            lesson_id=id_of(lesson),
            verdict=LessonVerdict.APPLIED,
            question=Spoken("", message_id=0, came=Arrival(week)),
            by=network.chi,
            now=week,
            only_for=member_id,
        )
        return await outbox.compose(Occasion(session, OFFICE, week), reminder) is not None

    assert await shown(id_of(network.it))
    assert not await shown(id_of(network.postal))
