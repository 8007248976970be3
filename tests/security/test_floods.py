"""One person's flood: others are served as if there were none, and a first answer is never dropped."""

from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.inbox import InboxState, InboxUpdate
from models.responses import Answer, Response, ResponseChange
from services.ground import inbox
from tests.conftest import BEGINNING
from tests.scenarios.declaring import AN, BINH, declared
from tests.story import Json, Story

READY, CANNOT, DETAILS = "✅ Sẵn sàng", "⛔ Không thể", "Xem chi tiết"


def a_tap(number: int, data: str, *, sender: int = AN, message: Any = 7) -> Json:
    tapped = {"message_id": message, "chat": {"id": sender, "type": "private"}, "date": 0}
    return {
        "update_id": number,
        "callback_query": {"id": f"q{number}", "from": {"id": sender}, "message": tapped, "data": data},
    }


def a_word(number: int, *, sender: int = AN) -> Json:
    return {"update_id": number, "message": {"from": {"id": sender}, "text": str(number)}}


async def left(session: AsyncSession) -> list[int]:
    """Give what still waits."""
    query = select(InboxUpdate.update_id).where(InboxUpdate.state == InboxState.STORED)
    return list(await session.exec(query.order_by(col(InboxUpdate.update_id))))


async def test_of_each_tap_the_first_and_the_last_are_kept_in_their_order(session: AsyncSession) -> None:
    taps = ["ready", "cannot", *["ready"] * 20, "details", *["cannot"] * 20, "ready"]
    await inbox.store(session, updates=[a_tap(number, data) for number, data in enumerate(taps)], now=BEGINNING)

    assert await inbox.flooders(session) == [AN]
    answered = await inbox.shed(session, sender_id=AN, now=BEGINNING)

    kept = [taps[number] for number in await left(session)]
    assert kept == ["ready", "cannot", "details", "cannot", "ready"]
    assert len(answered) == len(taps) - len(kept)


async def test_of_what_is_written_the_first_and_the_very_last_are_kept(session: AsyncSession) -> None:
    await inbox.store(session, updates=[a_word(number) for number in range(100)], now=BEGINNING)

    assert await inbox.shed(session, sender_id=AN, now=BEGINNING) == []

    assert await left(session) == [*range(inbox.FLOOD), 99]


async def test_nobodys_and_everybody_elses_updates_are_left_alone(session: AsyncSession) -> None:
    others = [a_tap(number, "ready", sender=BINH) for number in range(inbox.FLOOD)]
    posts = [{"update_id": 500 + number, "channel_post": {"text": "…"}} for number in range(100)]
    await inbox.store(session, updates=[*others, *posts], now=BEGINNING)

    assert await inbox.flooders(session) == []


async def test_taps_that_nobody_can_read_are_left_for_the_quarantine(session: AsyncSession) -> None:
    spoiled: list[Json] = [a_tap(number, "ready") for number in range(50)]
    for number, update in enumerate(spoiled):
        update["callback_query"]["message"] = (None, 1, "x", [], {})[number % 5]
    await inbox.store(session, updates=spoiled, now=BEGINNING)

    await inbox.shed(session, sender_id=AN, now=BEGINNING)

    assert len(await left(session)) >= 40


async def test_a_flood_of_taps_is_answered_cheaply_and_the_last_answer_counts(story: Story) -> None:
    await declared(story)
    story.look_away()
    queries = [*await tap_often(story, AN, READY, 60), *await tap_often(story, AN, CANNOT, 60)]
    queries += await tap_often(story, AN, READY, 60)

    queries.append(await story.world.press(BINH, story.last(BINH)["message_id"], DETAILS))
    while story.world.pending_updates:
        await story.house.poller.poll(wait_seconds=0)
    await story.settle()

    assert all(story.world.answer(query) is not None for query in queries)
    async with story.database.reading() as session:
        (response,) = (await session.exec(select(Response))).all()
        steps = (await session.exec(select(ResponseChange))).all()
    assert response.answer is Answer.READY
    assert len(steps) <= 3
    assert story.arrived(AN) == []


async def tap_often(story: Story, person: int, button: str, times: int) -> list[str]:
    """Tap one button again and again before the bot hears of it."""
    message = next(one for one in reversed(story.chat(person)) if one.get("reply_markup"))
    return [await story.world.press(person, message["message_id"], button) for _ in range(times)]
