"""Command menus: kept by scope and language, and found for one reader as Telegram finds them.

The order of search is the Bot API's: https://core.telegram.org/bots/api#determining-list-of-commands
"""

import re
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.state.chats import Chat

Json = dict[str, Any]
NAME = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def check_commands(commands: list[Any]) -> list[Json]:
    """Return the commands as shown; raises 400 for names and descriptions that Telegram refuses."""
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_check_command(each) for each in commands]


def _check_command(command: Any) -> Json:
    if not isinstance(command, dict) or not {"command", "description"} <= command.keys():
        raise bad_request('can\'t parse BotCommand: Field "command" must be of type String')
    name = str(command["command"]).removeprefix("/")
    description = str(command["description"]).strip()
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def check_language(code: str) -> str:
    """Return a two-letter code, or "" for every language; raises the 400 for anything else."""
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


class CommandMenus:
    """Command lists by scope and language."""

    def __init__(self) -> None:
        self.menus: dict[str, list[Json]] = {}

    def set(self, scope: str, language: str, commands: list[Json]) -> None:
        """Keep a list, or forget it when it is empty."""
        key = f"{scope}|{language}"
        if commands:
            self.menus[key] = commands
        else:
            self.menus.pop(key, None)

    def get(self, scope: str, language: str) -> list[Json]:
        """Return exactly this list, empty when it was not set."""
        return self.menus.get(f"{scope}|{language}", [])

    def shown_to(self, person_id: int, language: str, chat: Chat) -> list[Json]:
        """Return the list that this person sees in this chat."""
        for scope in _scopes(person_id, chat):
            for code in (language[:2], ""):
                found = self.get(scope, code)
                if found:
                    return found
        return []


def _scopes(person_id: int, chat: Chat) -> list[str]:
    if not chat.is_group:
        return [f"chat:{chat.id}", "all_private_chats", "default"]
    of_chat = [f"chat_member:{chat.id}:{person_id}"]
    of_all = ["all_group_chats"]
    if person_id == chat.creator:
        of_chat.append(f"chat_administrators:{chat.id}")
        of_all.insert(0, "all_chat_administrators")
    return [*of_chat, f"chat:{chat.id}", *of_all, "default"]
