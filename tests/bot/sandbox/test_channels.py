"""Channels in the sandbox, as the Bot API has them: posts in the channel's own name, rights, being put out."""

import pytest
from telegram import Bot, ChatMemberAdministrator
from telegram.error import BadRequest, Forbidden

from bot.sandbox.errors import SandboxError
from tests.bot.sandbox.conftest import LAN, MAI
from tests.bot.sandbox.test_groups import change_of, heard
from tests.bot.sandbox.world import World


async def test_a_bot_runs_a_channel_or_is_not_in_it_and_hears_of_both(bot: Bot, world: World) -> None:
    chat_id = world.create_channel("Cảnh báo", MAI)
    with pytest.raises(Forbidden, match="bot is not a member of the channel chat"):
        await bot.send_message(chat_id, "Tin")

    world.appoint_bot(chat_id, MAI)
    [appointed] = await heard(bot)
    assert change_of(appointed) == ("left", "administrator", MAI)
    change = appointed.my_chat_member
    assert change is not None
    assert change.chat.type == "channel"
    member = change.new_chat_member
    assert isinstance(member, ChatMemberAdministrator)
    assert member.can_post_messages
    assert member.can_manage_topics is None

    world.put_bot_out(chat_id, MAI)
    [gone] = await heard(bot)
    assert change_of(gone) == ("administrator", "kicked", MAI)
    with pytest.raises(Forbidden, match="bot was kicked from the channel chat"):
        await bot.send_message(chat_id, "Tin")


async def test_a_post_has_nobodys_name_and_is_edited_by_its_bot(bot: Bot, world: World) -> None:
    chat_id = world.create_channel("Cảnh báo", MAI)
    world.appoint_bot(chat_id, MAI)

    post = await bot.send_message(chat_id, "Tin")
    assert post.from_user is None
    assert post.sender_chat is not None
    assert post.sender_chat.id == chat_id
    edited = await bot.edit_message_text("Tin mới", chat_id, post.message_id)
    assert not isinstance(edited, bool)
    assert edited.text == "Tin mới"
    assert await bot.delete_message(chat_id, post.message_id)


async def test_without_the_right_to_post_nothing_is_posted_and_only_editors_edit(bot: Bot, world: World) -> None:
    chat_id = world.create_channel("Cảnh báo", MAI)
    world.appoint_bot(chat_id, MAI)
    post = await bot.send_message(chat_id, "Tin")

    world.appoint_bot(chat_id, MAI, lacks=["can_post_messages"])
    with pytest.raises(BadRequest, match=r"(?i)need administrator rights in the channel chat"):
        await bot.send_message(chat_id, "Tin")
    assert await bot.edit_message_text("Tin mới", chat_id, post.message_id)

    world.appoint_bot(chat_id, MAI, lacks=["can_post_messages", "can_edit_messages"])
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("Tin khác", chat_id, post.message_id)


async def test_only_the_founder_runs_a_channel_and_people_only_read_it(bot: Bot, world: World) -> None:
    chat_id = world.create_channel("Cảnh báo", MAI)
    with pytest.raises(SandboxError, match="Only the founder"):
        world.appoint_bot(chat_id, LAN)
    with pytest.raises(SandboxError, match="only the bot writes there"):
        await world.say(MAI, "Chào", chat_id)
    with pytest.raises(SandboxError, match="no group"):
        world.add_bot(chat_id)
    assert await heard(bot) == []
