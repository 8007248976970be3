"""Who the bot is, and its command menus."""

from typing import Annotated, Any

from bot.sandbox.errors import bad_request
from bot.sandbox.methods.parameters import Longest
from bot.sandbox.methods.registry import method
from bot.sandbox.state.commands import WIDE_SCOPES, check_commands, check_language
from bot.sandbox.world import World

Json = dict[str, Any]
Scope = dict[str, Any]


@method("getMe")
def get_me(world: World) -> Json:
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
def set_my_commands(world: World, *, commands: list[Json], scope: Scope | None = None, language_code: str = "") -> bool:
    """Keep a command list for a scope and a language."""
    world.menus.set(_scope_key(world, scope), check_language(language_code), check_commands(commands))
    _show_menus(world)
    return True


@method("getMyCommands")
def get_my_commands(world: World, *, scope: Scope | None = None, language_code: str = "") -> list[Json]:
    """Return exactly the list that was set for this scope and language."""
    return world.menus.get(_scope_key(world, scope), check_language(language_code))


@method("deleteMyCommands")
def delete_my_commands(world: World, *, scope: Scope | None = None, language_code: str = "") -> bool:
    """Forget the list of this scope and language, so that the next wider one shows."""
    world.menus.set(_scope_key(world, scope), check_language(language_code), [])
    _show_menus(world)
    return True


def _show_menus(world: World) -> None:
    world.records.profile_changed()
    world.events.publish("commands")


def _scope_key(world: World, scope: Scope | None) -> str:
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


@method("setMyName")
def set_my_name(
    world: World, *, name: Annotated[str, Longest(64, "NAME_TOO_LONG")] = "", language_code: str = ""
) -> bool:
    """Name the bot, for everybody or for one language."""
    if name or language_code:
        _keep_text(world, "names", language_code, name)
    return True


@method("getMyName")
def get_my_name(world: World, *, language_code: str = "") -> Json:
    """Return the bot's name in a language."""
    return {"name": _find_text(world, "names", language_code)}


@method("setMyDescription")
def set_my_description(
    world: World,
    *,
    description: Annotated[str, Longest(512, "BOT_DESCRIPTION_TOO_LONG")] = "",
    language_code: str = "",
) -> bool:
    """Say what the bot can do, in the empty chat with it."""
    _keep_text(world, "descriptions", language_code, description)
    return True


@method("getMyDescription")
def get_my_description(world: World, *, language_code: str = "") -> Json:
    """Return what is said of the bot in a language."""
    return {"description": _find_text(world, "descriptions", language_code)}


@method("setMyShortDescription")
def set_my_short_description(
    world: World,
    *,
    short_description: Annotated[str, Longest(120, "BOT_SHORT_DESCRIPTION_TOO_LONG")] = "",
    language_code: str = "",
) -> bool:
    """Say what the bot is, on its profile page."""
    _keep_text(world, "short_descriptions", language_code, short_description)
    return True


@method("getMyShortDescription")
def get_my_short_description(world: World, *, language_code: str = "") -> Json:
    """Return what is said on the bot's profile page in a language."""
    return {"short_description": _find_text(world, "short_descriptions", language_code)}


@method("setChatMenuButton")
def set_chat_menu_button(
    world: World, *, chat_id: int | None = None, menu_button: dict[str, Any] | None = None
) -> bool:
    """Choose the button beside the input field, for everybody or for one private chat."""
    button = menu_button or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: unsupported type specified")
    world.profile["buttons"]["" if chat_id is None else str(world.known_chat(chat_id).id)] = button
    world.records.profile_changed()
    return True


@method("getChatMenuButton")
def get_chat_menu_button(world: World, *, chat_id: int | None = None) -> Json:
    """Return the button beside the input field."""
    buttons = world.profile["buttons"]
    shown: Json = buttons.get(str(chat_id), buttons.get("", {"type": "default"}))
    return shown


@method("close")
def close(world: World) -> bool:
    """Close the bot instance; here nothing is to be done."""
    return True


@method("logOut")
def log_out(world: World) -> bool:
    """Log out from this server; here nothing is to be done."""
    return True


def _keep_text(world: World, what: str, language: str, text: str) -> None:
    texts = world.profile[what]
    check_language(language)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    world.records.profile_changed()


def _find_text(world: World, what: str, language: str) -> str:
    texts = world.profile[what]
    return str(texts.get(check_language(language)) or texts.get("", ""))
