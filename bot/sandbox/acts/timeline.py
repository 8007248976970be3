"""Messages as they come into a chat, change and go, and every change shown to whoever looks."""

from typing import Any

from bot.sandbox.state.chats import Chat
from bot.sandbox.world import World

Json = dict[str, Any]


def post(world: World, chat: Chat, sender: Json, content: Json) -> Json:
    """Put a message into a chat and show it."""
    described = world.describe(chat)
    message = {
        "message_id": world.next_message_id,
        # What stands in a channel is in the channel's own name.
        **({"sender_chat": described} if chat.is_channel else {"from": sender}),
        "chat": described,
        "date": int(world.clock()),
        **content,
    }
    world.next_message_id += 1
    chat.messages[message["message_id"]] = message
    world.records.message_changed(chat, message)
    if chat.is_channel and sender["id"] == world.bot_id:
        chat.bots_posts.append(message["message_id"])
    if chat.is_group:
        chat.count_unread(sender["id"])
        world.records.chat_changed(chat)
    world.events.publish("message", chat_id=chat.id, message={**message, "edits": 0})
    return message


def replace(world: World, chat: Chat, message: Json) -> Json:
    """Show a message anew after an edit."""
    message_id = message["message_id"]
    edited = {**message, "edit_date": int(world.clock())}
    chat.messages[message_id] = edited
    chat.edits[message_id] = chat.edits.get(message_id, 0) + 1
    world.records.message_changed(chat, edited)
    world.events.publish("edit", chat_id=chat.id, message=chat.seen(message_id))
    return edited


def delete(world: World, chat: Chat, message_id: int) -> None:
    """Take a message away, and the reply keyboard that it brought."""
    del chat.messages[message_id]
    world.records.message_deleted(chat, message_id)
    chat.edits.pop(message_id, None)
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
        world.records.chat_changed(chat)
    world.events.publish("delete", chat_id=chat.id, message_id=message_id)
    if chat.keyboard_message == message_id:
        show_keyboard(world, chat, None, None)


def show_keyboard(world: World, chat: Chat, keyboard: Json | None, message_id: int | None) -> None:
    """Show or take away the reply keyboard."""
    chat.keyboard, chat.keyboard_message = keyboard, message_id
    world.records.chat_changed(chat)
    world.events.publish("keyboard", chat_id=chat.id, keyboard=keyboard)


def sent(world: World, chat: Chat, message: Json) -> None:
    """Take note of a message of the bot that has just been shown."""
    world.counters["sent"] += 1
    world.books.change(chat.id)
    if not chat.is_group:
        account = world.people.get(chat.id)
        account.unread += 1
        world.records.account_changed(account)
        _let_crowd_read(world, chat, message)


def edited(world: World, chat: Chat, message: Json) -> None:
    """Take note of a message of the bot that has just been edited."""
    world.counters["edited"] += 1
    world.books.change(chat.id)
    if not chat.is_group and "via_bot" not in message:
        _let_crowd_read(world, chat, message)


def _let_crowd_read(world: World, chat: Chat, message: Json) -> None:
    """Let the person of this private chat plan a tap, if they play themselves."""
    plan = world.crowd.notice(world.people.get(chat.id), message, world.clock())
    if plan is not None:
        world.records.plan_changed(plan)
