"""Lessons in tests of the services: written by An for the telecom business, and whom they were told to."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import col, select

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.lessons import Lesson
from models.members import Sector
from models.people import Person
from models.tlp import Tlp
from services.lessons import sending, writing
from services.lessons.writing import LessonSaid
from tests.network import MORNING, TIME_ZONE, Network

SAID = LessonSaid(
    happened="Máy chủ thư bị mã hóa tệp. Kẻ tấn công vào qua lỗ hổng cũ.",
    found="Nhân viên trực thấy tệp lạ lúc giao ca",
    todo="Vá máy chủ thư\nTắt giao thức cũ",
    indicators="evil.example.com\n203.0.113.7",
    products="Zimbra 8.8.15",
    tlp=Tlp.GREEN,
)


async def write(
    network: Network, said: LessonSaid = SAID, *, by: Person | None = None, key: str = "", now: datetime = MORNING
) -> Lesson:
    """Let An write a lesson for the telecom business; coordinators write for none."""
    author = by or network.an
    if author.staff_role is None and said.member_id is None:
        said = replace(said, member_id=id_of(network.telecom))
    network.declared += 1
    return await writing.write(
        network.session,
        said=said,
        draft_key=key or f"lesson:{network.declared}",
        by=author,
        now=now,
        time_zone=TIME_ZONE,
    )


async def sent(
    network: Network, said: LessonSaid = SAID, *, sector: Sector | None = None, by: Person | None = None
) -> Lesson:
    """Let a lesson be written, and sent by the coordinator."""
    lesson = await write(network, said, by=by)
    await sending.send(network.session, lesson_id=id_of(lesson), sector=sector, by=network.coordinator, now=MORNING)
    return lesson


async def told(network: Network, kind: BroadcastKind, lesson: Lesson) -> list[set[int]]:
    """List whom each broadcast of a kind about a lesson went to."""
    query = select(Broadcast.id).where(
        Broadcast.kind == kind, Broadcast.subject == "lesson", Broadcast.subject_id == id_of(lesson)
    )
    found = []
    for broadcast_id in (await network.session.exec(query.order_by(col(Broadcast.id)))).all():
        went = await network.session.exec(select(Delivery.person_id).where(Delivery.broadcast_id == broadcast_id))
        found.append({one for one in went if one is not None})
    return found
