"""How people stand with the bot: they stop it, let it write again, or delete their account."""

from bot.sandbox.world import World


def set_blocked(world: World, person_id: int, *, blocked: bool) -> None:
    """Stop the bot, or let it write again; doing so twice changes nothing."""
    account = world.people.get(person_id)
    if account.blocked == blocked:
        return
    account.blocked = blocked
    world.records.account_changed(account)
    world.events.publish("people")
    member, kicked = {"status": "member"}, {"status": "kicked", "until_date": 0}
    bot = {"user": world.bot_user()}
    body = {
        "chat": world.describe(world.chat(person_id)),
        "from": account.person.as_user(),
        "date": int(world.clock()),
        "old_chat_member": {**(member if blocked else kicked), **bot},
        "new_chat_member": {**(kicked if blocked else member), **bot},
    }
    world.queue.put("my_chat_member", body, person_id)


def deactivate(world: World, person_id: int) -> None:
    """Delete a person's account; the bot is not told."""
    account = world.people.get(person_id)
    account.deactivated = True
    world.records.account_changed(account)
    world.events.publish("people")
