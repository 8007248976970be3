"""Words outside of every topic: whose log they go to, who says so, and what stays of those that belong to none."""

from collections.abc import Sequence

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind, KeptAttachment
from models.identity import id_of
from models.incidents import Incident
from models.operations import GroupTalk, LogEntry
from models.people import Person
from services.ground.attachments import Attachment
from services.incidents import lifecycle as incidents
from services.operations import log, talks
from services.operations.log import Written
from services.operations.talks import TalkOfAnother, TalkSettled, TalkUnknown
from services.privacy import records
from services.wings import WINGS
from tests.services.operations.room import CHAT, Room, open_room


async def with_incidents(session: AsyncSession, count: int) -> tuple[Room, list[Incident]]:
    room = await open_room(session)
    declared = [await room.network.declare() for _ in range(count)]
    await room.run()
    return room, declared


async def hear(room: Room, text: str, number: int, *, by: Person | None = None, file: str = "") -> GroupTalk:
    person = by or room.network.an
    talk = await talks.going_on(room.session, group=room.group, person=person, now=room.now)
    if talk is None:
        among = await talks.possible(room.session, group=room.group)
        talk = await talks.begin(room.session, group=room.group, among=among, by=person, now=room.now)
    kept = Attachment(AttachmentKind.PHOTO, file, file) if file else None
    written = Written(text, number, file=kept)
    await talks.hear(room.session, group=room.group, talk=talk, written=written, by=person, now=room.now)
    return talk


async def logged(room: Room, incident: Incident) -> Sequence[str]:
    return [line.entry.text for line in (await log.page(room.session, incident=incident)).lines][::-1]


async def test_words_in_a_row_go_to_the_only_incident_until_they_are_taken_out_again(session: AsyncSession) -> None:
    room, (incident,) = await with_incidents(session, 1)
    talk = await hear(room, "Xe đã đi", 1)
    room.pass_time(seconds=119)
    assert (await hear(room, "Hai xe", 2, file="f1")).id == talk.id
    room.pass_time(seconds=119)
    await hear(room, "Ba xe", 3)
    await log.change(session, group=room.group, message_id=1, text="Xe đi rồi", by=room.network.an, now=room.now)
    assert await logged(room, incident) == ["Xe đã đi", "Hai xe", "Ba xe", "Xe đi rồi"]

    await talks.leave(session, group=room.group, talk_id=id_of(talk), by=room.network.an, coordinates=False)
    await hear(room, "Ăn trưa chưa", 4)

    assert (await session.exec(select(LogEntry))).all() == []
    assert (await session.exec(select(KeptAttachment))).all() == []
    with pytest.raises(TalkSettled):
        await talks.leave(session, group=room.group, talk_id=id_of(talk), by=room.network.an, coordinates=False)

    room.pass_time(minutes=2)
    assert (await hear(room, "Đã tới nơi", 5)).id != talk.id
    assert await logged(room, incident) == ["Đã tới nơi"]


async def test_of_several_incidents_words_wait_in_none_until_their_author_says_which(session: AsyncSession) -> None:
    room, (first, second) = await with_incidents(session, 2)
    talk = await hear(room, "Xe đã đi", 1)
    await hear(room, "Hai xe", 2)
    another = await hear(room, "Rõ", 3, by=room.network.binh)
    assert another.id != talk.id
    assert await logged(room, first) == await logged(room, second) == []
    kept = await records.gather(session, person=room.network.an, wings=WINGS)
    assert [(entry.text, code) for entry, code, _ in kept.parts["log"]] == [("Xe đã đi", None), ("Hai xe", None)]

    await talks.keep(
        session,
        group=room.group,
        talk_id=id_of(talk),
        incident_id=id_of(second),
        by=room.network.an,
        coordinates=False,
    )
    await hear(room, "Ba xe", 4)

    assert await logged(room, first) == []
    assert await logged(room, second) == ["Xe đã đi", "Hai xe", "Ba xe"]


async def test_nobody_but_the_author_and_coordinators_chooses_and_only_once(session: AsyncSession) -> None:
    room, (first, second) = await with_incidents(session, 2)
    talk = await hear(room, "Xe đã đi", 1)
    await incidents.close(session, incident_id=id_of(second), summary="Xong", by=room.network.coordinator, now=room.now)

    async def keep(incident: Incident, by: Person, *, coordinates: bool, talk_id: int = id_of(talk)) -> None:
        await talks.keep(
            session,
            group=room.group,
            talk_id=talk_id,
            incident_id=id_of(incident),
            by=by,
            coordinates=coordinates,
        )

    for refusal, incident, by, talk_id in (
        (TalkOfAnother, first, room.network.binh, id_of(talk)),
        (TalkUnknown, second, room.network.an, id_of(talk)),
        (TalkUnknown, first, room.network.an, 99),
    ):
        with pytest.raises(refusal):
            await keep(incident, by, coordinates=False, talk_id=talk_id)
    await keep(first, room.network.coordinator, coordinates=True)
    with pytest.raises(TalkSettled):
        await keep(first, room.network.an, coordinates=False)

    assert await logged(room, first) == ["Xe đã đi"]


async def test_the_words_of_another_group_are_out_of_reach(session: AsyncSession) -> None:
    room, _ = await with_incidents(session, 1)
    talk = await hear(room, "Xe đã đi", 1)
    talk.chat_id = CHAT - 1
    await session.flush()

    with pytest.raises(TalkUnknown):
        await talks.leave(session, group=room.group, talk_id=id_of(talk), by=room.network.an, coordinates=True)
    assert await talks.going_on(session, group=room.group, person=room.network.an, now=room.now) is None


async def test_where_nothing_is_open_words_can_be_of_nothing(session: AsyncSession) -> None:
    room, (incident,) = await with_incidents(session, 1)
    await incidents.close(
        session, incident_id=id_of(incident), summary="Xong", by=room.network.coordinator, now=room.now
    )

    assert await talks.possible(session, group=room.group) == []
