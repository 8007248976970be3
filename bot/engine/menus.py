"""The command menu of each person, by role and language, set on Telegram whenever it should be another."""

import asyncio

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.telegram.failures import judge
from handlers.frame.office import Office
from handlers.front.layout import COMMANDS
from handlers.front.views import commands
from models.database import Database
from models.identity import id_of
from models.people import Language, Person
from services.outbox.deliveries import Outcome
from services.people import accounts

log = structlog.get_logger(__name__)
BATCH = 10


class Menus:
    """Brings Telegram's command menus in line with what is stored."""

    def __init__(self, database: Database, bot: Bot, office: Office) -> None:
        self.wake = asyncio.Event()
        self._database = database
        self._bot = bot
        self._office = office
        self._is_default_due = False

    async def show_default(self) -> None:
        """Set the menus of strangers and of groups: in the office's language, and in each one that we speak.

        Where Telegram cannot be asked just now, they are set with the next ones: no reason not to start.
        """
        self._is_default_due = True
        try:
            await self._set_default()
        except TelegramError as error:
            log.warning("default menus not set yet", error=str(error))

    async def _set_default(self) -> None:
        for kind, scope in (("stranger", BotCommandScopeDefault()), ("group", BotCommandScopeAllGroupChats())):
            await self._bot.set_my_commands(self._commands(kind, self._office.language), scope)
            for language in Language:
                await self._bot.set_my_commands(self._commands(kind, language), scope, language_code=language.value)
        self._is_default_due = False

    async def drain(self) -> int:
        """Set every menu that is not as it should be; return how many were set."""
        if self._is_default_due:
            await self._set_default()
        total = 0
        while True:
            async with self._database.reading() as session:
                stale = await accounts.with_stale_menu(session, limit=BATCH)
            if not stale:
                return total
            for person in stale:
                await self._show(person)
            total += len(stale)

    async def _show(self, person: Person) -> None:
        wanted = person.menu_wanted
        kind, _, language = wanted.partition(":")
        scope = BotCommandScopeChat(person.telegram_id)
        try:
            await self._bot.set_my_commands(self._commands(kind, Language(language)), scope)
        except TelegramError as error:
            if judge(error).outcome not in (Outcome.UNREACHABLE, Outcome.FAILED):
                raise
            # Refused for good; it is set again when the next change comes.
            log.warning("menu not set", person_id=person.id, error=str(error))
        async with self._database.writing() as session:
            await accounts.menu_was_shown(session, person_id=id_of(person), menu=wanted)

    def _commands(self, kind: str, language: Language) -> list[BotCommand]:
        reader = self._office.reader(language)
        return [BotCommand(name, what) for name, what in commands(reader, COMMANDS[kind])]
