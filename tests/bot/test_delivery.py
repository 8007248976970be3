"""The delivery engine: what is wrong with one message stays with that message."""

from sqlmodel import col, select

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.members import Sector
from models.people import Person
from services import broadcasts
from tests.network import HOAN_KIEM, business
from tests.story import COORDINATOR, Story


async def test_a_message_that_cannot_be_made_does_not_hold_up_the_others(story: Story) -> None:
    await story.say(COORDINATOR, "/start")
    story.look_away(COORDINATOR)
    now = story.clock.now()
    async with story.database.writing() as session:
        coordinator = (await session.exec(select(Person).where(Person.telegram_id == COORDINATOR))).one()
        member = await business(session, "0100000001", "Viễn thông Sông Hồng", (Sector.TELECOM,), HOAN_KIEM)
        # Nobody stands behind this application: its card cannot be made.
        application = Application(
            kind=ApplicationKind.JOIN,
            member_id=id_of(member),
            person_id=id_of(coordinator),
            status=ApplicationStatus.SUBMITTED,
            submitted_at=now,
        )
        session.add(application)
        await session.flush()
        people = [id_of(coordinator)]
        await broadcasts.queue(
            session, kind=BroadcastKind.APPLICATION, people=people, application_id=application.id, now=now
        )
        await broadcasts.queue(session, kind=BroadcastKind.TROUBLE, people=people, update_id=7, now=now)

    await story.settle()

    (trouble,) = story.arrived(COORDINATOR)
    assert "7" in trouble
    async with story.database.reading() as session:
        rows = await session.exec(
            select(Broadcast.kind, Delivery.state, Delivery.error)
            .join(Delivery, col(Delivery.broadcast_id) == Broadcast.id)
            .order_by(col(Delivery.id))
        )
        assert rows.all() == [
            (BroadcastKind.APPLICATION, DeliveryState.FAILED, "ApplicationUnknown: ('ApplicationUnknown', {})"),
            (BroadcastKind.TROUBLE, DeliveryState.SENT, None),
        ]
