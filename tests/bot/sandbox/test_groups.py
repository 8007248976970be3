"""Groups that the bot is put into and out of, and what it hears there."""

import httpx
import pytest
from telegram import Bot, Message, Update
from telegram.error import Forbidden

from bot.sandbox.errors import SandboxError
from tests.bot.sandbox.conftest import LAN, MAI, NEWCOMER
from tests.bot.sandbox.test_files import png
from tests.bot.sandbox.world import World

UPDATES = ["message", "my_chat_member", "chat_member", "callback_query"]


async def heard(bot: Bot) -> list[Update]:
    """What the bot is told since it looked last."""
    updates = await bot.get_updates(allowed_updates=UPDATES)
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return list(updates)


def message_of(update: Update) -> Message:
    assert update.message is not None
    return update.message


def change_of(update: Update) -> tuple[str, str, int]:
    """Who changed what about the bot: the status before, the one after, and the person's id."""
    change = update.my_chat_member
    assert change is not None
    return change.old_chat_member.status, change.new_chat_member.status, change.from_user.id


async def test_a_group_without_the_bot_is_closed_to_it(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN], with_bot=False)
    await world.say(MAI, "Chào cả nhà", chat_id)

    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(chat_id, "Tin")
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.get_chat(chat_id)
    assert await heard(bot) == []


async def test_a_startgroup_link_puts_the_bot_in_and_says_start_there(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN], with_bot=False)

    message_id = await world.open_group_link(LAN, chat_id, "grp_1")

    joined, announced, started = await heard(bot)
    assert change_of(joined) == ("left", "member", LAN)
    assert [each.id for each in message_of(announced).new_chat_members] == [world.bot_id]
    assert (message_of(started).text, message_of(started).message_id) == ("/start@san_sang_bot grp_1", message_id)
    assert message_of(started).entities[0].length == len("/start@san_sang_bot")
    assert await bot.send_message(chat_id, "Chào nhóm")

    await world.open_group_link(MAI, chat_id)

    [again] = await heard(bot)
    assert message_of(again).text == "/start@san_sang_bot"
    with pytest.raises(SandboxError, match="start payload"):
        await world.open_group_link(MAI, chat_id, "a b")
    with pytest.raises(SandboxError, match="is not in this group"):
        await world.open_group_link(NEWCOMER, chat_id, "grp_1")
    with pytest.raises(SandboxError, match="no group"):
        await world.open_group_link(MAI, MAI, "grp_1")


async def test_a_bot_that_was_kicked_is_told_so_and_kept_out_until_it_is_added_again(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN])
    sent = await bot.send_message(chat_id, "Tin")
    await heard(bot)
    with pytest.raises(SandboxError, match="Only the founder"):
        world.kick_bot(chat_id, by=LAN)

    world.kick_bot(chat_id)

    kicked, left = await heard(bot)
    assert change_of(kicked) == ("member", "kicked", MAI)
    gone = message_of(left).left_chat_member
    assert gone is not None
    assert gone.id == world.bot_id
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(chat_id, "Tin")
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.edit_message_text("Khác", chat_id, sent.message_id)
    await world.say(MAI, "/help@san_sang_bot", chat_id)
    assert await heard(bot) == []
    with pytest.raises(SandboxError, match="is not in this group"):
        world.kick_bot(chat_id)
    world.add_bot(chat_id)
    assert change_of((await heard(bot))[0]) == ("kicked", "member", MAI)
    assert await bot.send_message(chat_id, "Tin")
    with pytest.raises(SandboxError, match="in this group already"):
        world.add_bot(chat_id)


async def test_a_bot_that_leaves_hears_of_it_itself(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI])
    await heard(bot)

    await bot.leave_chat(chat_id)

    left, announced = await heard(bot)
    assert change_of(left) == ("member", "left", world.bot_id)
    assert message_of(announced).left_chat_member is not None


async def test_members_come_and_go_and_the_bot_reads_the_lines_about_it(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI])
    await heard(bot)

    world.add_member(chat_id, LAN)
    world.add_member(chat_id, NEWCOMER, by=LAN)
    assert world.members(chat_id) == [MAI, LAN, NEWCOMER]
    assert await bot.get_chat_member_count(chat_id) == 4
    with pytest.raises(SandboxError, match="Only the founder"):
        world.remove_member(chat_id, LAN, by=NEWCOMER)
    world.remove_member(chat_id, LAN)
    world.remove_member(chat_id, NEWCOMER, by=NEWCOMER)

    told = await heard(bot)
    came = [member.id for each in told for member in message_of(each).new_chat_members]
    went = [each.message.left_chat_member.id for each in told if each.message and each.message.left_chat_member]
    assert (came, went) == ([LAN, NEWCOMER], [LAN, NEWCOMER])
    with pytest.raises(SandboxError, match="Lan is not in this chat"):
        await world.say(LAN, "Chào", chat_id)
    with pytest.raises(SandboxError, match="The last member"):
        world.remove_member(chat_id, MAI)


async def test_an_administrator_hears_of_members_by_an_update_of_their_own(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI], bot_is_admin=True)
    await heard(bot)

    world.add_member(chat_id, LAN)
    world.remove_member(chat_id, LAN)

    changes = [each.chat_member for each in await heard(bot) if each.chat_member]
    assert [each.new_chat_member.status for each in changes] == ["member", "kicked"]
    assert [each.user.id for each in await bot.get_chat_administrators(chat_id)] == [MAI, world.bot_id]


async def test_in_privacy_mode_files_reach_the_bot_as_answers_to_it_only(bot: Bot, world: World) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN])
    sent = await bot.send_message(chat_id, "Gửi ảnh hiện trường")
    await heard(bot)
    picture = png(4, 4)

    await world.upload(MAI, filename="a.png", content=picture, kind="photo", caption="riêng", chat_id=chat_id)
    await world.upload(
        LAN,
        filename="b.png",
        content=picture,
        kind="photo",
        caption="cho bot",
        chat_id=chat_id,
        reply_to=sent.message_id,
    )

    assert [message_of(each).caption for each in await heard(bot)] == ["cho bot"]


async def test_unread_messages_of_a_group_are_counted_for_each_member(
    bot: Bot, world: World, http: httpx.AsyncClient
) -> None:
    chat_id = world.create_group("Tổ trực", [MAI, LAN])
    await bot.send_message(chat_id, "Một")
    await world.say(MAI, "Hai", chat_id)

    async def unread(person: int) -> int:
        [row] = [each for each in (await http.get("/sandbox/people")).json() if each["id"] == person]
        return int(row["groups"][0]["unread"])

    assert (await unread(MAI), await unread(LAN)) == (0, 3)
    await http.get(f"/sandbox/chats/{LAN}", params={"chat_id": chat_id})
    assert await unread(LAN) == 0


async def test_the_page_founds_groups_and_changes_who_is_in_them(
    http: httpx.AsyncClient, bot: Bot, world: World
) -> None:
    mai = f"/sandbox/chats/{MAI}"
    founded = await http.post(f"{mai}/groups", json={"title": "Nhóm chung", "members": [LAN]})
    chat_id = founded.json()["chat_id"]
    assert world.members(chat_id) == [MAI, LAN]
    assert await heard(bot) == []

    started = await http.post(f"{mai}/startgroup", json={"chat_id": chat_id, "payload": "grp_1"})
    added = await http.post(f"{mai}/members", json={"chat_id": chat_id, "add": [NEWCOMER]})
    removed = await http.post(f"{mai}/members", json={"chat_id": chat_id, "remove": LAN})
    shown = (await http.get(mai, params={"chat_id": chat_id})).json()
    out = await http.post(f"{mai}/bot", json={"chat_id": chat_id, "present": False})
    back = await http.post(f"{mai}/bot", json={"chat_id": chat_id, "present": True})
    refused = await http.post(f"{mai}/groups", json={"title": " ", "members": []})

    assert [each.status_code for each in (started, added, removed, out, back, refused)] == [200] * 5 + [400]
    assert [each["name"] for each in shown["members"]] == ["Mai Trần", "Bình"]
    assert (shown["bot_is_member"], shown["is_founder"]) == (True, True)
    statuses = [each.my_chat_member.new_chat_member.status for each in await heard(bot) if each.my_chat_member]
    assert statuses == ["member", "kicked", "member"]
