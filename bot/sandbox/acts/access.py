"""Who may act and write in a chat. What a Telegram client would not allow is refused in plain words."""

from bot.sandbox.errors import SandboxError
from bot.sandbox.state.chats import Chat
from bot.sandbox.state.people import Account
from bot.sandbox.world import World


def writer_in(world: World, person_id: int, chat_id: int | None, *, starts: bool = False) -> tuple[Account, Chat]:
    """Return the person and the chat; raises SandboxError when the person can't write into it.

    `starts` says that the message is START, the only one that opens the chat with the bot.
    """
    account, chat = actor_in(world, person_id, chat_id)
    if chat.is_channel:
        raise SandboxError("In the sandbox people read channels, and only the bot writes there.")
    if not chat.is_group and not account.started and not starts:
        raise SandboxError(f"{account.person.name} has not opened the bot yet: only START can be pressed.")
    return account, chat


def actor_in(world: World, person_id: int, chat_id: int | None) -> tuple[Account, Chat]:
    """Return the person and the chat; raises SandboxError when the person can't act in it."""
    account = world.people.get(person_id)
    if account.deactivated:
        raise SandboxError(f"{account.person.name} has deleted their account.")
    chat = world.chat(person_id if chat_id is None else chat_id)
    if person_id not in chat.members:
        raise SandboxError(f"{account.person.name} is not in this chat.")
    if chat.migrated_to is not None:
        raise SandboxError("This group has become a supergroup; write there.")
    if account.blocked and not chat.is_group:
        raise SandboxError(f"{account.person.name} has stopped the bot and must let it write again first.")
    return account, chat
