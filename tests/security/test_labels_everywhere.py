"""What is told of a labelled incident is labelled and protected by whatever way it is reached, and RED is the named's.

Written down by hand from the protocol: no table of the program is read.
"""

import pytest
from sqlmodel import select

from models.incidents import Incident, NamedRecipient
from models.people import Person
from models.tlp import Tlp
from tests.scenarios.declaring import AN, BINH, CHI, declared
from tests.scenarios.operations.test_operations import with_topic
from tests.scenarios.registering import second_coordinator
from tests.scenarios.tasking import TELECOM, give
from tests.story import COORDINATOR, SECOND_COORDINATOR, Json, Story, buttons_of, text_of

# Words that stand in the incident and in what is said of it, and nowhere else.
SECRET = "mật khẩu Zulu"
LABELS = [(Tlp.RED, "TLP:RED"), (Tlp.AMBER_STRICT, "TLP:AMBER+STRICT"), (Tlp.AMBER, "TLP:AMBER")]


async def labelled(story: Story, label: Tlp) -> set[tuple[int, int]]:
    """Let an incident with a topic be labelled for few; of RED An alone is named. Returns the messages before it."""
    await with_topic(story)
    async with story.database.writing() as session:
        incident = (await session.exec(select(Incident))).one()
        incident.tlp, incident.title, incident.description = label, f"Lộ {SECRET}", f"Lộ {SECRET} của máy chủ"
        if label is Tlp.RED:
            an = (await session.exec(select(Person).where(Person.telegram_id == AN))).one()
            session.add(NamedRecipient(incident_id=incident.id or 0, person_id=an.id or 0))
    return {(chat, one["message_id"]) for chat in story.world.chats for one in story.chat(chat)}


def telling(story: Story, before: set[tuple[int, int]]) -> list[tuple[int, Json]]:
    """List what the bot has written since then that tells of the incident, with the chat."""
    return [
        (chat, one)
        for chat in story.world.chats
        for one in story.chat(chat)
        if SECRET in text_of(one) and (chat, one["message_id"]) not in before
    ]


@pytest.mark.parametrize(("label", "written"), LABELS)
async def test_whatever_is_opened_of_a_labelled_incident_says_so_and_is_protected(
    story: Story, label: Tlp, written: str
) -> None:
    before = await labelled(story, label)
    await story.press(AN, "✅ Sẵn sàng")
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await give(story, f"Đổi {SECRET}", business=TELECOM)
    await story.say(AN, f"Xin hỏi {SECRET} ở đâu")
    await story.pass_time(seconds=30)
    for person in (AN, COORDINATOR):
        for command in ("/start", "/tinhhinh", "/nhiemvu", "/hoidap", "/hientrang"):
            await story.say(person, command)
            for button in ("SC-2026-0001", "NV-2026-0001", "Hỏi", SECRET):
                if any(button in one for one in buttons_of(story.last(person))):
                    await story.press(person, button, message=story.last(person))
                    break
    await story.press(AN, "ℹ️ Xem chi tiết")
    await story.pass_time(seconds=30)

    told = telling(story, before)
    assert {AN, COORDINATOR} <= {chat for chat, _ in told}
    for chat, message in told:
        assert message.get("has_protected_content"), (chat, text_of(message))
        assert written in text_of(message), (chat, text_of(message))
    if label is Tlp.RED:
        assert {chat for chat, _ in told} == {AN, COORDINATOR}
        for person in (BINH, CHI):
            for command in ("/start", "/tinhhinh", "/nhiemvu", "/hoidap"):
                await story.say(person, command)
                assert SECRET not in story.text(person), command


async def test_whoever_coordinates_no_longer_reads_nothing_more_by_leaving_what_they_had_begun(story: Story) -> None:
    await declared(story)
    await second_coordinator(story)
    await story.say(SECOND_COORDINATOR, "/tinhhinh")
    for button in ("SC-2026-0001", "✉️ Nhắn tin…", "📣 Báo tin cho tất cả"):
        await story.press(SECOND_COORDINATOR, button)
    await story.say(SECOND_COORDINATOR, "Đang xử lý")
    preview = story.last_with(SECOND_COORDINATOR, "✖ Hủy")
    async with story.database.writing() as session:
        person = (await session.exec(select(Person).where(Person.telegram_id == SECOND_COORDINATOR))).one()
        person.staff_role = None
        incident = (await session.exec(select(Incident))).one()
        incident.title, incident.description = f"Lộ {SECRET}", f"Lộ {SECRET} của máy chủ"

    await story.press(SECOND_COORDINATOR, "✖ Hủy", message=preview)
    await story.say(SECOND_COORDINATOR, "/huy")
    await story.say(SECOND_COORDINATOR, "/start")

    assert not any(SECRET in text_of(one) for one in story.chat(SECOND_COORDINATOR))
