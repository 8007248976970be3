"""The dispatcher applies every update exactly once, or sets it aside and tells of it."""

import asyncio
import json

from sqlalchemy import update
from sqlmodel import col, select

from bot.sandbox.traffic.faults import Fault
from models.drafts import Draft
from models.identity import id_of
from models.inbox import InboxState, InboxUpdate
from models.people import Person
from tests.enrolment import enrol
from tests.scenarios.grouping import bind, link
from tests.story import COORDINATOR, Story, buttons_of

AN, BINH = 201, 202
SECRET = "Lê Thị Riêng Tư"


async def work(story: Story) -> None:
    """Let the bot work as `settle` does, where an update is expected to fail."""
    while await story.house.poller.poll(wait_seconds=0) + await story.house.dispatcher.drain():
        continue
    await story.house.delivery.drain()


async def rows(story: Story) -> list[InboxUpdate]:
    async with story.database.reading() as session:
        return list(await session.exec(select(InboxUpdate).order_by(col(InboxUpdate.update_id))))


async def draft_of(story: Story, telegram_id: int) -> Draft | None:
    async with story.database.reading() as session:
        found = await session.exec(
            select(Draft).join(Person, col(Person.id) == Draft.person_id).where(Person.telegram_id == telegram_id)
        )
        return found.first()


async def spoil_draft(story: Story, telegram_id: int) -> None:
    """Let what is stored of a dialogue be unreadable, as after a mistake of ours or of the disk."""
    draft = await draft_of(story, telegram_id)
    assert draft is not None
    async with story.database.writing() as session:
        await session.exec(update(Draft).where(col(Draft.person_id) == draft.person_id).values(data={"form": SECRET}))


async def test_an_update_that_cannot_be_read_is_set_aside_at_once_and_the_others_go_on(story: Story) -> None:
    story.person(AN, "An")
    story.world.faults.add(Fault("malformed_update"))
    await story.world.say(AN, "/menu")
    await story.world.say(COORDINATOR, "/menu")

    await work(story)

    spoiled, sound = await rows(story)
    assert (spoiled.state, spoiled.attempts, sound.state) == (InboxState.QUARANTINED, 0, InboxState.DONE)
    assert "TypeError" in (spoiled.error or "")
    menu, told = story.arrived(COORDINATOR)
    assert "Điều phối viên" in menu
    assert str(spoiled.update_id) in told
    assert story.arrived(AN) == []


async def test_an_update_whose_handler_stumbles_is_tried_three_times_then_set_aside(story: Story) -> None:
    await enrol(story, AN, "An", "Viễn thông Sông Hồng")
    await story.say(COORDINATOR, "/suco")
    await spoil_draft(story, COORDINATOR)
    story.look_away()

    await story.world.say(COORDINATOR, "Đứt cáp")
    await work(story)

    failed = (await rows(story))[-1]
    assert (failed.state, failed.attempts) == (InboxState.QUARANTINED, 3)
    assert (failed.error or "").startswith("ValidationError")
    assert SECRET not in (failed.error or "")
    assert failed.body
    story.clock.advance(5)
    await work(story)
    apology, told = story.arrived(COORDINATOR)
    assert apology.startswith("Rất tiếc, hệ thống gặp lỗi")
    assert str(failed.update_id) in told
    assert (await draft_of(story, COORDINATOR)) is not None


async def test_one_persons_trouble_does_not_hold_up_what_they_do_next(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    await spoil_draft(story, COORDINATOR)
    await story.world.say(COORDINATOR, "Đứt cáp")
    await story.world.say(COORDINATOR, "/huy")
    story.look_away()

    await work(story)

    assert [row.state for row in await rows(story)][-2:] == [InboxState.QUARANTINED, InboxState.DONE]
    assert await draft_of(story, COORDINATOR) is None
    assert "Đã hủy" in " ".join(story.arrived(COORDINATOR))


async def test_a_tap_that_fails_for_good_is_answered_with_the_truth(story: Story) -> None:
    await story.say(COORDINATOR, "/suco")
    await spoil_draft(story, COORDINATOR)
    message = story.last(COORDINATOR)

    query = await story.world.press(COORDINATOR, message["message_id"], "☐ Diễn tập")
    await work(story)

    assert (await rows(story))[-1].state is InboxState.QUARANTINED
    answer = story.world.answer(query)
    assert answer is not None
    assert answer["text"].startswith("Rất tiếc, hệ thống gặp lỗi")
    assert story.chat(COORDINATOR)[-2]["text"] == message["text"]


async def test_two_people_are_served_side_by_side_and_one_persons_words_in_order(story: Story) -> None:
    for person in (AN, BINH):
        story.person(person, "Người")
    await story.world.say(AN, "/menu")
    await story.world.say(AN, "/trogiup")
    await story.world.say(BINH, "/menu")
    story.world.faults.add(Fault("slow", "sendMessage", chat_id=AN, seconds=0.5))
    await story.house.poller.poll(wait_seconds=0)

    started = [await story.house.dispatcher.start_waiting(), await story.house.dispatcher.start_waiting()]
    await story.house.dispatcher.finish()
    await story.settle()

    assert sum(started) == 2
    said = [call.chat_id for call in story.world.calls if call.method == "sendMessage"]
    assert said == [AN, BINH, AN]
    menu, help_page = story.arrived(AN)
    assert "đăng ký tham gia" in menu
    assert "Trợ giúp" in help_page


async def test_at_the_end_nobody_waits_for_words_that_take_long(story: Story) -> None:
    story.person(AN, "Người")
    await story.world.say(AN, "/menu")
    story.world.faults.add(Fault("slow", "sendMessage", chat_id=AN, seconds=10))
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.start_waiting()

    # Telegram takes ten seconds to answer.
    async with asyncio.timeout(8):
        await story.house.dispatcher.finish(seconds=0.1)


async def test_a_flood_of_one_person_does_not_keep_others_waiting(story: Story) -> None:
    for person in (AN, BINH):
        story.person(person, "Người")
    for _ in range(60):
        await story.world.say(AN, "/ngonngu")
    await story.world.say(BINH, "/menu")
    await story.house.poller.poll(wait_seconds=0)

    assert await story.house.dispatcher.start_waiting() == 2
    await story.house.dispatcher.finish()

    assert len(story.arrived(BINH)) == 1


async def test_a_flood_that_fills_all_that_is_looked_at_is_shed_at_the_first_look(story: Story) -> None:
    for person in (AN, BINH):
        story.person(person, "Người")
    await story.say(AN, "/ngonngu")
    message = story.last(AN)
    for _ in range(136):
        await story.world.press(AN, message["message_id"], buttons_of(message)[0])
    await story.world.say(BINH, "/menu")
    while story.world.pending_updates:
        await story.house.poller.poll(wait_seconds=0)

    assert await story.house.dispatcher.start_waiting() == 2
    await story.house.dispatcher.finish()


async def test_a_refusal_takes_back_what_the_handler_changed(story: Story) -> None:
    await story.say(COORDINATOR, "/suco Mất điện tại Ba Vì")
    before = await draft_of(story, COORDINATOR)
    story.look_away()

    await story.say(COORDINATOR, f"/suco {'dài ' * 600}")

    (refused,) = story.arrived(COORDINATOR)
    assert "2000" in refused.replace(".", "")
    after = await draft_of(story, COORDINATOR)
    assert before is not None
    assert after is not None
    assert (after.key, after.step, after.data) == (before.key, before.step, before.data)


async def test_an_unknown_button_gets_a_true_word_and_changes_nothing(story: Story) -> None:
    await story.say(COORDINATOR, "/menu")
    message = story.last(COORDINATOR)

    for data in ("zz:1", "a", "a:1", "a:x:ready", "a:1:READY", "m:nowhere", "l:fr", "t:-1:", "d:k:v:", "x" * 64):
        said = await story.forge(COORDINATOR, message, data)
        assert said, data

    assert story.last(COORDINATOR)["text"] == message["text"]
    assert buttons_of(story.last(COORDINATOR)) == buttons_of(message)


async def test_a_newcomer_is_greeted_in_the_language_of_their_telegram(story: Story) -> None:
    story.person(AN, "Ann", language_code="en-GB")
    story.person(BINH, "Benoît", language_code="fr")

    await story.say(AN, "/start")
    await story.say(BINH, "/start")

    assert "register" in story.text(AN)
    assert "đăng ký" in story.text(BINH)


async def known(story: Story, telegram_id: int) -> bool:
    """Tell whether anything is stored of a person: as somebody, or as the sender of an update."""
    async with story.database.reading() as session:
        person = (await session.exec(select(Person).where(Person.telegram_id == telegram_id))).first()
    return person is not None or telegram_id in [row.sender_id for row in await rows(story)]


async def test_a_newcomer_who_is_only_told_no_is_not_kept(story: Story) -> None:
    story.person(AN, "An")
    for words in ("/suco Mất điện", "/start i-khong-co"):
        await story.say(AN, words)
    assert len(story.arrived(AN)) == 2
    assert not await known(story, AN)

    await story.say(AN, "/start")
    await story.say(AN, "/suco Mất điện")
    assert await known(story, AN)


async def test_who_passes_by_in_a_group_or_an_inline_query_is_not_kept(story: Story) -> None:
    story.person(AN, "An")
    await enrol(story, BINH, "Bình", "Viễn thông Sông Hồng")
    for group in (story.world.create_group("Nhóm", [AN]), await bind(story, BINH, "Trực ban", AN)):
        await story.say(AN, "/nhom@san_sang_bot", group=group)
        assert story.arrived(group)
    await story.world.ask_inline(AN, "song hong")
    await story.settle()

    assert not await known(story, AN)
    assert await known(story, BINH)


async def test_who_is_not_kept_leaves_nothing_behind_that_was_changed_for_them(story: Story) -> None:
    story.person(AN, "An")
    await enrol(story, BINH, "Bình", "Viễn thông Sông Hồng")
    token = await link(story, BINH)

    await story.say(AN, f"/start {token}")

    assert "để đưa bot vào nhóm" in story.text(AN)
    assert not await known(story, AN)


async def test_bots_and_channels_are_not_taken_for_people(story: Story) -> None:
    async with story.database.reading() as session:
        before = [id_of(person) for person in await session.exec(select(Person))]
    body = {"message_id": 7, "date": 1, "chat": {"id": -5, "type": "group", "title": "Nhóm"}, "text": "/menu"}
    robot = {"id": 99, "is_bot": True, "first_name": "Robot"}
    story.world.queue.put("message", {**body, "from": robot}, 99)
    story.world.queue.put("message", {**body, "sender_chat": body["chat"]}, 0)

    await story.settle()

    async with story.database.reading() as session:
        assert [id_of(person) for person in await session.exec(select(Person))] == before
    assert not [call for call in story.world.calls if call.method == "sendMessage"]


async def test_a_command_in_a_group_is_answered_with_the_way_to_the_private_chat(story: Story) -> None:
    group = story.world.create_group("Nhóm trực ban", [COORDINATOR])
    await story.settle()
    story.look_away()

    await story.say(COORDINATOR, f"/suco@{story.world.username} Mất điện", group=group)

    assert ["nhắn riêng" in text for text in story.arrived(group)] == [True]
    assert await draft_of(story, COORDINATOR) is None


async def test_a_tap_that_another_worker_has_applied_is_not_answered_again(story: Story) -> None:
    await story.say(COORDINATOR, "/menu")
    (row,) = await rows(story)
    said = len(story.world.calls)

    await story.house.dispatcher._apply(row)

    assert len(story.world.calls) == said


async def test_a_date_beyond_the_platform_is_set_aside_at_once(story: Story) -> None:
    story.person(AN, "An")
    await story.world.say(AN, "/menu")
    await story.house.poller.poll(wait_seconds=0)
    (row,) = await rows(story)
    body = json.loads(row.body)
    body["message"]["date"] = 10**18
    async with story.database.writing() as session:
        await session.exec(update(InboxUpdate).values(body=json.dumps(body)))

    await work(story)

    (spoiled,) = await rows(story)
    assert spoiled.state is InboxState.QUARANTINED
