"""Every update is stored once, kept in order, tried three times at most, and forgotten in time."""

import json
from datetime import timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.inbox import InboxState, InboxUpdate
from services.ground import inbox
from services.ground.inbox import KEEP, KEEP_QUARANTINED
from tests.network import MORNING

LATER = MORNING + timedelta(seconds=5)
AN, BINH = 1001, 1002


def wrote(update_id: int, sender: int = AN, text: str = "Chào") -> dict[str, Any]:
    return {"update_id": update_id, "message": {"message_id": 1, "from": {"id": sender}, "text": text}}


async def stored(session: AsyncSession) -> list[InboxUpdate]:
    query = select(InboxUpdate).order_by(col(InboxUpdate.update_id)).execution_options(populate_existing=True)
    return list((await session.exec(query)).all())


async def waiting(session: AsyncSession, *busy: int, limit: int = 10) -> list[int]:
    return [row.update_id for row in await inbox.waiting(session, busy=busy, limit=limit)]


async def test_an_update_that_is_handed_over_twice_is_stored_once(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(7), wrote(7)], now=MORNING)
    await inbox.store(session, updates=[wrote(7, text="anders"), wrote(8)], now=LATER)

    rows = await stored(session)

    assert [(row.update_id, row.received_at) for row in rows] == [(7, MORNING), (8, LATER)]
    assert json.loads(rows[0].body)["message"]["text"] == "Chào"


async def test_what_was_applied_is_not_applied_again_when_it_comes_again(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(7)], now=MORNING)
    await inbox.finish(session, update_ids=[7], now=MORNING)

    await inbox.store(session, updates=[wrote(7)], now=LATER)

    assert await waiting(session) == []
    (row,) = await stored(session)
    assert (row.state, row.done_at, row.body) == (InboxState.DONE, MORNING, "")


async def test_half_a_character_holds_nothing_up(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(7, text="Chào \ud83d"), wrote(8)], now=MORNING)

    assert await waiting(session) == [7, 8]
    assert json.loads((await stored(session))[0].body)["message"]["text"] == "Chào \ud83d"


async def test_nothing_to_store_is_no_mistake(session: AsyncSession) -> None:
    await inbox.store(session, updates=[], now=MORNING)

    assert await stored(session) == []


async def test_the_sender_is_found_in_every_kind_of_update() -> None:
    tap: dict[str, Any] = {"update_id": 1, "callback_query": {"id": "5", "from": {"id": AN}, "data": "x"}}
    block: dict[str, Any] = {"update_id": 2, "my_chat_member": {"from": {"id": BINH}, "chat": {"id": -5}}}
    nobody: list[dict[str, Any]] = [
        {"update_id": 3},
        {"update_id": 4, "poll": {"id": "1"}},
        {"update_id": 5, "message": {"from": "An"}},
    ]

    assert [inbox.sender_of(raw) for raw in (wrote(1), tap, block, *nobody)] == [AN, AN, BINH, 0, 0, 0]


async def test_updates_wait_in_the_order_in_which_they_came_even_when_their_numbers_jump(
    session: AsyncSession,
) -> None:
    await inbox.store(session, updates=[wrote(900), wrote(901)], now=MORNING)
    await inbox.store(session, updates=[wrote(3)], now=LATER)

    assert await waiting(session) == [900, 901, 3]
    assert await waiting(session, limit=2) == [900, 901]


async def test_who_is_being_served_is_passed_over(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(1), wrote(2, BINH), wrote(3)], now=MORNING)

    assert await waiting(session, AN) == [2]
    assert await waiting(session, AN, BINH) == []


async def test_only_the_first_of_a_senders_updates_is_held_and_nobody_waits_for_another_sender(
    session: AsyncSession,
) -> None:
    await inbox.store(session, updates=[wrote(1), wrote(2, BINH), wrote(3, BINH)], now=MORNING)

    assert sorted(await inbox.claim(session, update_ids=[1, 2, 3])) == [1, 2]
    assert list(await inbox.claim(session, update_ids=[3])) == []


async def test_who_sends_more_than_forty_updates_floods_and_what_nobody_sent_never_does(session: AsyncSession) -> None:
    posts: list[dict[str, Any]] = [{"update_id": 900 + number, "channel_post": {}} for number in range(41)]
    await inbox.store(session, updates=[*posts, *(wrote(number) for number in range(40))], now=MORNING)
    assert await inbox.flooders(session) == []

    await inbox.store(session, updates=[wrote(40)], now=LATER)

    assert await inbox.flooders(session) == [AN]


async def test_of_one_button_the_first_and_the_last_tap_of_a_flood_count(session: AsyncSession) -> None:
    def tapped(update_id: int, data: str) -> dict[str, Any]:
        message = {"message_id": 5, "chat": {"id": AN}}
        tap = {"id": f"tap-{update_id}", "from": {"id": AN}, "message": message, "data": data}
        return {"update_id": update_id, "callback_query": tap}

    taps = [tapped(number, data) for number, data in enumerate(("yes", "yes", "no", "yes", "yes", "no"), 1)]
    await inbox.store(session, updates=taps, now=MORNING)

    assert await inbox.shed(session, sender_id=AN, now=LATER) == ["tap-2", "tap-4"]
    assert await waiting(session) == [1, 3, 5, 6]


async def test_of_what_is_written_in_a_flood_the_first_forty_and_the_very_last_count(session: AsyncSession) -> None:
    blocks: list[dict[str, Any]] = [
        {"update_id": 900 + number, "my_chat_member": {"from": {"id": AN}}} for number in range(3)
    ]
    await inbox.store(session, updates=[*(wrote(number) for number in range(1, 44)), *blocks], now=MORNING)

    assert await inbox.shed(session, sender_id=AN, now=LATER) == []

    assert await waiting(session, limit=100) == [*range(1, 41), 43, 900, 901, 902]


async def test_after_the_third_failure_an_update_is_set_aside(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(7)], now=MORNING)

    tried = [await inbox.fail(session, update_id=7, error=f"lỗi {number}", now=MORNING) for number in (1, 2, 3)]

    assert tried == [False, False, True]
    (row,) = await stored(session)
    assert (row.state, row.attempts, row.error) == (InboxState.QUARANTINED, 3, "lỗi 3")
    assert row.body
    assert await waiting(session) == []


async def test_what_can_never_be_read_is_set_aside_at_once(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(7), wrote(8)], now=MORNING)

    await inbox.quarantine(session, update_id=7, error="TypeError", now=MORNING)

    assert await waiting(session) == [8]


async def test_applied_updates_are_forgotten_when_they_can_no_longer_come_again(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(1), wrote(2), wrote(3)], now=MORNING)
    await inbox.finish(session, update_ids=[1], now=MORNING)
    await inbox.quarantine(session, update_id=2, error="TypeError", now=MORNING)

    await inbox.forget_old(session, now=MORNING + KEEP)
    assert len(await stored(session)) == 3
    await inbox.forget_old(session, now=MORNING + KEEP + timedelta(seconds=1))

    assert [row.update_id for row in await stored(session)] == [2, 3]


async def test_what_was_set_aside_is_kept_for_a_month_to_find_out_why(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(1), wrote(2)], now=MORNING)
    await inbox.quarantine(session, update_id=1, error="TypeError", now=MORNING)

    await inbox.forget_old(session, now=MORNING + KEEP_QUARANTINED)
    assert len(await stored(session)) == 2
    await inbox.forget_old(session, now=MORNING + KEEP_QUARANTINED + timedelta(seconds=1))

    assert [row.update_id for row in await stored(session)] == [2]


async def test_of_who_is_forgotten_nothing_is_kept_but_that_updates_came_and_what_waits(session: AsyncSession) -> None:
    await inbox.store(session, updates=[wrote(1), wrote(2), wrote(3, BINH)], now=MORNING)
    for update_id in (1, 3):
        await inbox.quarantine(session, update_id=update_id, error="TypeError: Chào", now=MORNING)

    await inbox.forget_sender(session, sender_id=AN)

    rows = [(row.update_id, row.sender_id, bool(row.body), row.error) for row in await stored(session)]
    assert rows == [(1, 0, False, "TypeError"), (2, 0, True, None), (3, BINH, True, "TypeError: Chào")]
