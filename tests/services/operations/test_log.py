"""An incident's log: whose words it keeps, what an edit leaves, how it is paged, and what an erasure takes."""

from datetime import timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind, KeptAttachment
from models.identity import id_of
from models.incidents import Incident
from models.operations import LogEntry
from services.ground.attachments import Attachment
from services.operations import log
from services.operations.log import Written
from services.privacy import records, withdrawal
from services.wings import WINGS
from tests.network import MORNING
from tests.services.operations.room import THREAD, Room, open_room
from tests.services.sending import sends


async def with_incident(session: AsyncSession) -> Room:
    room = await open_room(session)
    await room.network.declare()
    await room.run()
    return room


async def write(room: Room, text: str, number: int, *, album: str = "", file: str = "") -> None:
    kept = Attachment(AttachmentKind.PHOTO, file, file) if file else None
    written = Written(text, number, THREAD + 1, file=kept, album=album)
    incident_id = await log.concerned(room.session, group=room.group, written=written)
    assert incident_id is not None
    await log.write(
        room.session,
        group=room.group,
        incident_id=incident_id,
        written=written,
        by=room.network.an,
        now=MORNING + timedelta(minutes=number),
    )


@pytest.mark.parametrize(
    ("written", "is_kept"),
    [
        (Written("Trong chủ đề", 1, THREAD + 1), True),
        (Written("Chủ đề khác", 1, 5), False),
        (Written("Chuyện chung", 1), False),
        (Written("Về SC-2026-0001: đã nối", 1), True),
        (Written("về sc-2026-0001, đã nối", 1), True),
        (Written("SC-2026-0002 là sự cố khác", 1), False),
    ],
)
async def test_words_belong_to_an_incident_by_their_topic_or_by_its_code(
    session: AsyncSession, written: Written, is_kept: bool
) -> None:
    room = await with_incident(session)

    found = await log.concerned(session, group=room.group, written=written)

    assert (found is not None) is is_kept


async def test_an_answer_to_a_card_belongs_to_its_incident_where_there_are_no_topics(session: AsyncSession) -> None:
    room = await open_room(session)
    incident = await room.network.declare()
    await room.run()
    topic = await room.topic(incident)
    card, _ = topic.pinned

    for answers in (card, 999):
        found = await log.concerned(session, group=room.group, written=Written("Rõ", 50, answers=answers))
        assert found == (incident.id if answers == card else None)


async def test_an_edit_keeps_both_and_the_page_shows_what_was_before(session: AsyncSession) -> None:
    room = await with_incident(session)
    await write(room, "Một đội", 1)
    await write(room, "Đã nhận", 2)
    for number, text in enumerate(("Hai đội", "Hai đội", "Ba đội"), start=3):
        await log.change(
            session,
            group=room.group,
            message_id=1,
            text=text,
            by=room.network.an,
            now=MORNING + timedelta(minutes=number),
        )
    await log.change(session, group=room.group, message_id=2, text="Khác", by=room.network.chi, now=MORNING)

    page = await log.page(session, incident=await room.network.session.get_one(Incident, 1))

    shown = [(line.author, line.entry.text, line.before) for line in page.lines]
    an = "Nguyễn Văn An"
    assert shown == [
        (an, "Ba đội", "Hai đội"),
        (an, "Hai đội", "Một đội"),
        (an, "Đã nhận", None),
        (an, "Một đội", None),
    ]


async def test_a_log_is_paged_from_its_newest_end_and_files_are_counted(session: AsyncSession) -> None:
    room = await with_incident(session)
    for number in range(1, log.PAGE + 3):
        await write(room, f"Lời {number}", number)
    for number in (20, 21):
        await write(room, "Hai ảnh" if number == 20 else "", number, album="a", file=f"f{number}")
    incident = await session.get_one(Incident, 1)

    first, last = [await log.page(session, incident=incident, number=number) for number in (0, 99)]

    assert (first.total, first.count, last.number) == (log.PAGE + 3, 2, 1)
    assert [line.entry.text for line in first.lines][:2] == ["Hai ảnh", f"Lời {log.PAGE + 2}"]
    assert [line.files for line in first.lines] == [2, 0, 0, 0, 0]
    assert [line.entry.text for line in last.lines] == ["Lời 3", "Lời 2", "Lời 1"][-len(last.lines) :]
    assert [one.file_id for one in await log.files_on(session, shown=first)] == ["f20", "f21"]


async def test_an_erasure_takes_a_persons_words_and_files_and_leaves_their_place(session: AsyncSession) -> None:
    room = await with_incident(session)
    await write(room, "Tôi ở cổng số 2", 1, file="f1")
    kept = await records.gather(session, person=room.network.an, wings=WINGS)
    assert [entry.text for entry, *_ in kept.parts["log"]] == ["Tôi ở cổng số 2"]

    await withdrawal.withdraw(session, person=room.network.an, wings=WINGS, now=MORNING)

    (entry,) = (await session.exec(select(LogEntry))).all()
    assert (entry.text, entry.person_id) == ("", id_of(room.network.an))
    assert (await session.exec(select(KeptAttachment))).all() == []
    assert all(one.person_id != room.network.an.id for one in await sends(session))
