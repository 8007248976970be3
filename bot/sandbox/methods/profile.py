"""Who the bot is, and its command menus."""

from typing import TYPE_CHECKING, Any

from bot.sandbox.commands import WIDE_SCOPES, check_commands, check_language
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]
Scope = dict[str, Any]


@method("getMe")
def get_me(world: "World") -> Json:
    """Return the bot itself, with what it may do."""
    return {
        **world.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("setMyCommands")
def set_my_commands(
    world: "World", *, commands: list[Json], scope: Scope | None = None, language_code: str = ""
) -> bool:
    """Keep a command list for a scope and a language."""
    world.menus.set(_scope_key(world, scope), check_language(language_code), check_commands(commands))
    _show_menus(world)
    return True


@method("getMyCommands")
def get_my_commands(world: "World", *, scope: Scope | None = None, language_code: str = "") -> list[Json]:
    """Exactly the list that was set for this scope and language."""
    return world.menus.get(_scope_key(world, scope), check_language(language_code))


@method("deleteMyCommands")
def delete_my_commands(world: "World", *, scope: Scope | None = None, language_code: str = "") -> bool:
    """Forget the list of this scope and language, so that the next wider one shows."""
    world.menus.set(_scope_key(world, scope), check_language(language_code), [])
    _show_menus(world)
    return True


def _show_menus(world: "World") -> None:
    world.profile_changed()
    world.events.publish("commands")


def _scope_key(world: "World", scope: Scope | None) -> str:
    kind = str((scope or {"type": "default"}).get("type", ""))
    if kind in WIDE_SCOPES:
        return kind
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id = str((scope or {}).get("chat_id", ""))
    if not chat_id.lstrip("-").isdigit():
        raise bad_request("chat not found")
    chat = world.known_chat(int(chat_id))
    if kind != "chat" and not chat.is_group:
        raise bad_request("can't use this scope in a private chat")
    if kind == "chat_member":
        return f"chat_member:{chat.id}:{(scope or {}).get('user_id')}"
    return f"{kind}:{chat.id}"
