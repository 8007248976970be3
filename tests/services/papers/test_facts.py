"""What was learnt of an incident is known to its papers once its review or a lesson made from it says so."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.lessons import Lesson, LessonState
from models.reviews import Review
from models.tlp import Tlp
from services.papers import facts
from tests.network import MORNING, Network, found_network

TODO = "Có tuyến cáp dự phòng."


def lesson(
    network: Network, incident_id: int, *, number: int, member_id: int | None, todo: str, tlp: Tlp = Tlp.GREEN
) -> Lesson:
    """Make a lesson of an incident: of the office itself, or of a business."""
    return Lesson(
        year=2026,
        number=number,
        code=f"BH-2026-000{number}",
        member_id=member_id,
        person_id=id_of(network.coordinator),
        title="Đứt cáp",
        happened="Đứt cáp.",
        found="",
        todo=todo,
        tlp=tlp,
        chosen_tlp=tlp,
        words="",
        incident_id=incident_id,
        state=LessonState.SENT,
        written_at=MORNING,
        draft_key=str(number),
    )


@pytest.mark.parametrize(("changes", "learnt"), [("Bật xác thực hai lớp", "Bật xác thực hai lớp"), ("", TODO)])
async def test_the_review_tells_what_was_learnt_or_else_the_offices_own_lesson(
    session: AsyncSession, changes: str, learnt: str
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    incident_id = id_of(incident)
    assert (await facts.of(session, incident=incident)).learnt == ""
    session.add(lesson(network, incident_id, number=1, member_id=None, todo=TODO))
    # What a business wrote is its own: no paper tells of it.
    session.add(lesson(network, incident_id, number=2, member_id=network.it.id, todo="Của riêng đơn vị"))
    session.add(
        Review(
            incident_id=incident_id,
            owner_id=id_of(network.coordinator),
            opened_at=MORNING,
            ended_at=MORNING,
            due_at=MORNING,
            asks_at=MORNING,
            remind_at=MORNING,
            changes=changes,
        )
    )
    await session.flush()

    assert (await facts.of(session, incident=incident)).learnt == learnt


async def test_a_lesson_for_fewer_readers_than_its_incident_is_quoted_in_no_paper_of_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    session.add(lesson(network, id_of(incident), number=1, member_id=None, todo=TODO))
    session.add(lesson(network, id_of(incident), number=2, member_id=None, todo="Chỉ cho ít người", tlp=Tlp.AMBER))
    await session.flush()

    assert (await facts.of(session, incident=incident)).learnt == TODO
