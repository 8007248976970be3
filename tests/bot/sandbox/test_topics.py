"""Topics of a forum, as strict as Telegram: rights, names, closed and deleted ones, and what the bot is told."""

import pytest
from telegram import Bot, ChatMemberAdministrator
from telegram.error import BadRequest, RetryAfter

from bot.sandbox.errors import SandboxError
from bot.sandbox.traffic.limits import FloodLimits
from tests.bot.sandbox.conftest import LAN, MAI
from tests.bot.sandbox.test_groups import heard
from tests.bot.sandbox.world import World


async def forum_of(bot: Bot, world: World, *, lacks: tuple[str, ...] = ()) -> int:
    """Found a forum and let the bot hear all of it."""
    chat_id = world.create_forum("Điều hành", [MAI, LAN], lacks=lacks)
    await heard(bot)
    return chat_id


async def test_a_topic_is_opened_named_closed_and_opened_again(bot: Bot, world: World) -> None:
    world.limits = None
    chat_id = await forum_of(bot, world)

    topic = await bot.create_forum_topic(chat_id, "🔴 SC-2026-0001")
    thread = topic.message_thread_id
    sent = await bot.send_message(chat_id, "Thẻ", message_thread_id=thread)
    assert (sent.message_thread_id, sent.is_topic_message) == (thread, True)
    assert await bot.edit_forum_topic(chat_id, thread, name="🟢 SC-2026-0001")
    assert await bot.close_forum_topic(chat_id, thread)
    assert world.chat(chat_id).topics[thread] == {
        "name": "🟢 SC-2026-0001",
        "icon_color": 0x6FB9F0,
        "closed": True,
    }
    assert await bot.reopen_forum_topic(chat_id, thread)

    said = [key for one in world.messages(chat_id) for key in one if key.startswith("forum_topic")]
    assert said == ["forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened"]
    # What the bot does itself, it is not told of.
    assert await heard(bot) == []


async def test_what_changes_nothing_or_names_no_topic_is_refused(bot: Bot, world: World) -> None:
    chat_id = await forum_of(bot, world)
    thread = (await bot.create_forum_topic(chat_id, "Một")).message_thread_id

    with pytest.raises(BadRequest, match="Topic_not_modified"):
        await bot.edit_forum_topic(chat_id, thread, name="Một")
    with pytest.raises(BadRequest, match="Topic_not_modified"):
        await bot.reopen_forum_topic(chat_id, thread)
    with pytest.raises(BadRequest, match="Topic_id_invalid"):
        await bot.close_forum_topic(chat_id, thread + 1)
    with pytest.raises(BadRequest, match="too long"):
        await bot.create_forum_topic(chat_id, "x" * 129)
    with pytest.raises(BadRequest, match="must be non-empty"):
        await bot.create_forum_topic(chat_id, " ")
    for unknown in (1, thread + 1):
        with pytest.raises(BadRequest, match="essage thread not found"):
            await bot.send_message(chat_id, "Thẻ", message_thread_id=unknown)


async def test_topics_want_a_forum_and_the_right_to_manage_them(bot: Bot, world: World) -> None:
    chat_id = await forum_of(bot, world, lacks=("can_manage_topics", "can_pin_messages"))
    message = await bot.send_message(chat_id, "Thẻ")

    with pytest.raises(BadRequest, match="ot enough rights to create a topic"):
        await bot.create_forum_topic(chat_id, "Một")
    with pytest.raises(BadRequest, match="ot enough rights to manage pinned messages"):
        await bot.pin_chat_message(chat_id, message.message_id)
    member = await bot.get_chat_member(chat_id, bot.id)
    assert isinstance(member, ChatMemberAdministrator)
    assert (member.can_manage_topics, member.can_pin_messages, member.can_delete_messages) == (False, False, True)
    assert (await bot.get_chat(chat_id)).is_forum

    world.set_rights(chat_id)
    (change,) = await heard(bot)
    assert change.my_chat_member is not None
    assert change.my_chat_member.new_chat_member.to_dict()["can_manage_topics"] is True
    thread = (await bot.create_forum_topic(chat_id, "Một")).message_thread_id
    world.set_forum(chat_id, on=False)
    with pytest.raises(BadRequest, match="he chat is not a forum"):
        await bot.create_forum_topic(chat_id, "Hai")
    with pytest.raises(BadRequest, match="essage thread not found"):
        await bot.send_message(chat_id, "Thẻ", message_thread_id=thread)
    assert await heard(bot) == []


async def test_who_manages_topics_writes_in_closed_ones_and_nobody_else(bot: Bot, world: World) -> None:
    chat_id = await forum_of(bot, world)
    thread = world.open_topic(chat_id, "Của người")
    world.act_on_topic(chat_id, thread, "close")
    (closed,) = await heard(bot)
    assert closed.message is not None
    assert closed.message.forum_topic_closed is not None

    assert await bot.send_message(chat_id, "Thẻ", message_thread_id=thread)
    with pytest.raises(SandboxError, match="closed"):
        await world.say(MAI, "Chào", chat_id, thread_id=thread)
    world.set_rights(chat_id, lacks=("can_manage_topics",))
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(chat_id, "Thẻ", message_thread_id=thread)


async def test_a_deleted_topic_takes_its_messages_along_and_nobody_tells_the_bot(bot: Bot, world: World) -> None:
    chat_id = await forum_of(bot, world)
    thread = (await bot.create_forum_topic(chat_id, "Một")).message_thread_id
    sent = await bot.send_message(chat_id, "Thẻ", message_thread_id=thread)

    world.act_on_topic(chat_id, thread, "delete")

    assert await heard(bot) == []
    with pytest.raises(BadRequest, match="essage to edit not found"):
        await bot.edit_message_text("Thẻ mới", chat_id, sent.message_id)
    with pytest.raises(BadRequest, match="essage thread not found"):
        await bot.send_message(chat_id, "Thẻ", message_thread_id=thread)


async def test_what_people_write_in_a_topic_answers_its_beginning_unless_it_answers_something(
    bot: Bot, world: World
) -> None:
    chat_id = await forum_of(bot, world)
    thread = (await bot.create_forum_topic(chat_id, "Một")).message_thread_id
    card = await bot.send_message(chat_id, "Thẻ", message_thread_id=thread)

    await world.say(LAN, "Rõ", chat_id, thread_id=thread)
    await world.say(LAN, "Về thẻ", chat_id, reply_to=card.message_id)
    await world.say(LAN, "Chung", chat_id)

    plain, answer, general = [update.message for update in await heard(bot)]
    assert plain is not None
    assert plain.reply_to_message is not None
    assert (plain.message_thread_id, plain.reply_to_message.message_id) == (thread, thread)
    assert answer is not None
    assert answer.reply_to_message is not None
    assert (answer.message_thread_id, answer.reply_to_message.message_id) == (thread, card.message_id)
    assert general is not None
    assert (general.message_thread_id, general.is_topic_message) == (None, None)
    with pytest.raises(SandboxError, match="no such topic"):
        await world.say(LAN, "Đâu", chat_id, thread_id=5)


async def test_all_topics_of_a_forum_share_the_twenty_messages_of_a_group(bot: Bot, world: World) -> None:
    world.limits = FloodLimits(everywhere=None, chat=None)
    chat_id = await forum_of(bot, world)
    threads = [(await bot.create_forum_topic(chat_id, name)).message_thread_id for name in ("Một", "Hai")]
    for number in range(18):
        await bot.send_message(chat_id, str(number), message_thread_id=threads[number % 2])

    with pytest.raises(RetryAfter):
        await bot.send_message(chat_id, "quá nhiều", message_thread_id=threads[0])
    with pytest.raises(RetryAfter):
        await bot.close_forum_topic(chat_id, threads[1])
    assert not world.chat(chat_id).topics[threads[1]]["closed"]


async def test_a_link_that_asks_for_rights_gives_them_where_the_founder_opens_it(bot: Bot, world: World) -> None:
    for opener, is_admin in ((MAI, True), (LAN, False)):
        chat_id = world.create_group("Nhóm", [MAI, LAN], with_bot=False)
        await world.open_group_link(opener, chat_id, "o-", as_admin=True)

        assert world.chat(chat_id).bot_is_admin is is_admin


async def test_only_the_founder_manages_topics_and_only_a_supergroup_has_them(bot: Bot, world: World) -> None:
    plain = world.create_group("Nhóm", [MAI, LAN])
    with pytest.raises(SandboxError, match="Only a supergroup"):
        world.set_forum(plain, on=True)
    chat_id = await forum_of(bot, world)
    thread = world.open_topic(chat_id, "Một")

    with pytest.raises(SandboxError, match="Only the founder"):
        world.act_on_topic(chat_id, thread, "close", by=LAN)
    with pytest.raises(SandboxError, match="no such topic"):
        world.act_on_topic(chat_id, 999, "close")
