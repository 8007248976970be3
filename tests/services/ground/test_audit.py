"""The last of some actions is found on record."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from services.ground import audit
from tests.services.cast import NOON, newcomer

SECOND = timedelta(seconds=1)


async def test_the_last_of_some_actions_is_found(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    for number, action in enumerate(("invitation-made", "invitation-used", "invitation-opened")):
        audit.record(
            session, person=person, action=action, subject="invitation", subject_id=7, now=NOON + number * SECOND
        )
    await session.flush()

    found = await audit.latest(
        session, subject="invitation", subject_id=7, actions=("invitation-used", "invitation-made")
    )

    assert found is not None
    assert found.action == "invitation-used"
    assert await audit.latest(session, subject="invitation", subject_id=8, actions=("invitation-used",)) is None
