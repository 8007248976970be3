"""Several people's answers share a commit: what each of them says counts as if it had one of its own."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from bot.sandbox.traffic.faults import Fault
from handlers.front.routes import may_share
from models.identity import id_of
from models.inbox import InboxState, InboxUpdate
from models.people import Person
from models.responses import Answer, Response, ResponseChange
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, BINH, CHI, declare, small_network
from tests.story import COORDINATOR, Json, Story, buttons_of, text_of

DUNG = 204
READY, REMOTE, CANNOT = "✅ Sẵn sàng", "💻 Hỗ trợ từ xa", "⛔ Không thể"


async def alerted(story: Story) -> None:
    """Alert four people: An and Bình of one business, Chi and Dũng of one each."""
    await small_network(story)
    await enrol(story, DUNG, "Vũ Đức Dũng", "Bưu chính Ba Vì")
    await declare(story)


async def tap(story: Story, person: int, button: str) -> str:
    """Tap, and let the bot hear of it later; returns the id of the query."""
    return await story.world.press(person, story.last_with(person, button)["message_id"], button)


async def handed_over(story: Story, *taps: tuple[int, str]) -> list[str]:
    """Let people tap, and store all of it before any of it is applied; returns the ids of the queries."""
    queries = [await tap(story, person, button) for person, button in taps]
    await story.house.poller.poll(wait_seconds=0)
    return queries


def told(story: Story, queries: list[str]) -> list[str]:
    """Give what each tap was answered with."""
    answers = [story.world.answer(query) for query in queries]
    return [str((answer or {}).get("text")) for answer in answers]


async def rows(story: Story) -> list[InboxUpdate]:
    async with story.database.reading() as session:
        query = select(InboxUpdate).order_by(col(InboxUpdate.received_at).desc(), col(InboxUpdate.update_id).desc())
        return list(await session.exec(query))


async def said(story: Story) -> list[tuple[int, Answer]]:
    """List every step of every answer, with who took it."""
    async with story.database.reading() as session:
        steps = await session.exec(
            select(Person.telegram_id, ResponseChange.answer)
            .join(ResponseChange, col(ResponseChange.person_id) == col(Person.id))
            .order_by(col(ResponseChange.id))
        )
        return [(telegram_id, Answer(answer)) for telegram_id, answer in steps]


async def standing(story: Story) -> list[Answer]:
    """List the answers as they stand."""
    async with story.database.reading() as session:
        return [one.answer for one in await session.exec(select(Response).order_by(col(Response.id)))]


@asynccontextmanager
async def refusing(story: Story, telegram_id: int) -> AsyncIterator[None]:
    """Let the database refuse whatever a person answers."""
    async with story.database.writing() as session:
        person_id = id_of((await session.exec(select(Person).where(Person.telegram_id == telegram_id))).one())
    trigger = f"CREATE TRIGGER refusing BEFORE INSERT ON responses FOR EACH ROW WHEN (NEW.person_id = {person_id})"
    if story.database.writer.dialect.name == "postgresql":
        refuse = "CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE 'refused'; END $$ LANGUAGE plpgsql"
        begin, end = [refuse, f"{trigger} EXECUTE FUNCTION refuse()"], ["DROP FUNCTION refuse CASCADE"]
    else:
        begin, end = [f"{trigger} BEGIN SELECT RAISE(ABORT, 'refused'); END"], ["DROP TRIGGER refusing"]
    for statements in (begin, None, end):
        if statements is None:
            yield
            continue
        async with story.database.writer.begin() as connection:
            for statement in statements:
                await connection.execute(text(statement))


async def test_the_answers_of_several_people_are_one_commit_and_each_is_told_what_counts(story: Story) -> None:
    await alerted(story)
    queries = await handed_over(story, (AN, READY), (CHI, REMOTE), (DUNG, CANNOT))
    before = story.commits

    await story.house.dispatcher.drain()

    assert story.commits == before + 1
    assert told(story, queries) == [
        f"Đã ghi nhận: {button[2:]}. Xin cảm ơn Quý đơn vị." for button in (READY, REMOTE, "⛔ Không thể tham gia")
    ]
    await story.settle()
    assert await said(story) == [(AN, Answer.READY), (CHI, Answer.REMOTE), (DUNG, Answer.CANNOT)]
    for person, button in ((AN, READY), (BINH, READY), (CHI, REMOTE), (DUNG, "⛔ Không thể")):
        assert f"✔ {button}" in buttons_of(story.last(person))
    tally = story.text(COORDINATOR)
    for line in ("✅ Sẵn sàng: 1", "💻 Từ xa: 1", "⛔ Không thể: 1", "⏳ Chưa trả lời: 0"):
        assert line in tally


async def test_no_answer_is_told_before_it_is_committed(story: Story) -> None:
    await alerted(story)
    queries = await handed_over(story, (AN, READY), (CHI, REMOTE))

    async with story.database.writing():
        await story.house.dispatcher.start_waiting()
        assert told(story, queries) == ["None", "None"]
        assert await said(story) == []
    await story.house.dispatcher.finish()

    assert all(answer.startswith("Đã ghi nhận") for answer in told(story, queries))


async def test_where_one_answer_fails_the_others_count_and_it_alone_is_set_aside(story: Story) -> None:
    await alerted(story)
    queries = await handed_over(story, (AN, READY), (CHI, REMOTE), (DUNG, CANNOT))

    async with refusing(story, CHI):
        await story.house.dispatcher.drain()

    assert await said(story) == [(AN, Answer.READY), (DUNG, Answer.CANNOT)]
    tried = {row.sender_id: (row.state, row.attempts) for row in await rows(story) if row.sender_id in (AN, CHI, DUNG)}
    assert tried == {AN: (InboxState.DONE, 0), CHI: (InboxState.QUARANTINED, 3), DUNG: (InboxState.DONE, 0)}
    ready, sorry, cannot = told(story, queries)
    assert sorry.startswith("Rất tiếc, hệ thống gặp lỗi")
    assert READY[2:] in ready
    assert CANNOT[2:] in cannot
    story.clock.advance(4)
    await story.house.delivery.drain()
    tally, trouble = (text_of(message) for message in story.chat(COORDINATOR)[-2:])
    for line in ("✅ Sẵn sàng: 1", "💻 Từ xa: 0", "⛔ Không thể: 1", "⏳ Chưa trả lời: 1"):
        assert line in tally
    assert str(next(row.update_id for row in await rows(story) if row.sender_id == CHI)) in trouble


async def test_an_answer_and_its_opposite_by_one_person_count_in_their_order(story: Story) -> None:
    await alerted(story)
    queries = await handed_over(story, (AN, READY), (CHI, REMOTE), (AN, CANNOT))

    await story.house.dispatcher.drain()

    assert await standing(story) == [Answer.CANNOT, Answer.REMOTE]
    assert [answer for person, answer in await said(story) if person == AN] == [Answer.READY, Answer.CANNOT]
    assert ["Đã ghi nhận" in answer for answer in told(story, queries)] == [True, True, True]


async def test_colleagues_who_answer_in_one_commit_are_heard_one_after_the_other(story: Story) -> None:
    await alerted(story)
    queries = await handed_over(story, (AN, READY), (BINH, READY), (CHI, REMOTE))
    more = await handed_over(story, (BINH, CANNOT))
    before = story.commits

    await story.house.dispatcher.drain()

    assert story.commits == before + 2
    assert await said(story) == [(AN, Answer.READY), (CHI, Answer.REMOTE), (BINH, Answer.CANNOT)]
    assert await standing(story) == [Answer.CANNOT, Answer.REMOTE]
    first, again, *others = told(story, [*queries, *more])
    assert "Đã ghi nhận" in first
    assert "không cần bấm lại" in again
    assert ["Đã ghi nhận" in answer for answer in others] == [True, True]


async def test_who_may_not_answer_is_told_no_among_those_who_may(story: Story) -> None:
    await alerted(story)
    stranger, newcomer = story.person(900, "Người lạ"), story.person(901, "Người mới")
    await story.say(stranger, "/start")
    message = story.last(stranger)
    forged = [await story.world.forge(stranger, message["message_id"], data) for data in ("a:1:ready", "a:9:ready")]
    story.world.queue.put("callback_query", a_tap("a:1:ready", sender=newcomer)["callback_query"], newcomer)

    queries = await handed_over(story, (AN, READY))
    await story.settle()

    assert told(story, [*queries, *forged]) == [
        "Đã ghi nhận: Sẵn sàng. Xin cảm ơn Quý đơn vị.",
        "Cảnh báo này không gửi đến đơn vị của Anh/Chị.",
        "Không tìm thấy sự cố này.",
    ]
    assert await said(story) == [(AN, Answer.READY)]
    async with story.database.reading() as session:
        assert newcomer not in list(await session.exec(select(Person.telegram_id)))


async def test_what_is_too_deep_to_be_read_holds_nobody_up(story: Story) -> None:
    await alerted(story)
    deep = "[" * 100_000 + "]" * 100_000
    async with story.database.writing() as session:
        body = json.dumps(a_tap("a:1:ready", sender=CHI)).replace(json.dumps("…"), deep)
        now = story.clock.now() - timedelta(seconds=1)
        session.add(InboxUpdate(update_id=1, sender_id=CHI, body=body, received_at=now, state=InboxState.STORED))
    queries = await handed_over(story, (AN, READY))

    await story.house.dispatcher.drain()

    assert "Đã ghi nhận" in told(story, queries)[0]
    assert [row.state for row in await rows(story) if row.sender_id == CHI] == [InboxState.QUARANTINED]


async def test_an_answer_that_was_stored_when_the_bot_died_counts_once_and_shows(story: Story) -> None:
    await alerted(story)
    story.world.faults.add(Fault("drop_before", "answerCallbackQuery", times=2))
    queries = await handed_over(story, (AN, READY), (CHI, REMOTE))
    await story.house.dispatcher.drain()
    assert told(story, queries) == ["None", "None"]

    await story.restart()
    await story.settle()

    assert await said(story) == [(AN, Answer.READY), (CHI, Answer.REMOTE)]
    assert f"✔ {READY}" in buttons_of(story.last(AN))
    assert f"✔ {REMOTE}" in buttons_of(story.last(CHI))
    assert "⏳ Chưa trả lời: 1 (33%)" in story.text(COORDINATOR)


def a_tap(data: object, *, sender: int = AN, chat_type: object = "private", **more: object) -> Json:
    chat = {"id": sender, "type": chat_type}
    person = {"id": sender, "is_bot": False, "first_name": "An"}
    message = {"message_id": 7, "date": 1, "chat": chat, "text": "…"}
    query = {"id": "5", "from": person, "chat_instance": "1", "data": data, "message": message}
    return {"update_id": 1, "callback_query": query, **more}


@pytest.mark.parametrize(
    "raw",
    [
        a_tap("ab:1:ready"),
        a_tap("t:1"),
        a_tap(None),
        a_tap(7),
        a_tap("a:1:ready", chat_type="supergroup"),
        a_tap("a:1:ready", chat_type=None),
        a_tap("a:1:ready", message={"text": "/menu"}),
        {"update_id": 1, "callback_query": {"id": "5", "data": "a:1:ready", "inline_message_id": "9"}},
        {"update_id": 1, "callback_query": "a:1:ready"},
        {"update_id": 1, "message": {"text": "a:1:ready"}},
    ],
)
def test_nothing_but_an_answer_in_a_private_chat_shares_a_commit(raw: Json) -> None:
    assert may_share(a_tap("a:1:ready"))

    assert not may_share(raw)
