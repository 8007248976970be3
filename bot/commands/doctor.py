"""The doctor: looks at everything that a run needs and gives a plain verdict on each."""

import asyncio
import os
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from sqlalchemy import Connection, inspect, text
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.base.lock import AlreadyRunning, only_one
from bot.base.migrate import file_of, newest_step, steps
from bot.base.settings import Settings
from bot.base.shared_locks import TROUBLE
from bot.commands import start
from bot.commands.soundness import PROBLEMS, Unsound, missing, verify
from bot.telegram.transport import AiohttpRequest, NotTelegram
from models.database import Database, opened
from services.audit import chain
from services.audit.chain import Breach, BrokenSeal
from services.ground.audit import SHORT_HASH
from services.places import communes
from services.watch import ahead, outages
from services.watch.strays import stray_communes

# Reminders and deadlines live by the clock; more than this is noticed by people.
TOLERANCE_SECONDS = 5
# What a bot hears is kept every ten seconds.
SILENT = timedelta(seconds=90)
SEAL = "seal"
RUNNING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'san-sang-locks' AND datname = current_database()"
)


@dataclass(frozen=True)
class Diagnosis:
    """What was found of one subject."""

    subject: str
    good: bool
    finding: str


async def examine(settings: Settings, *, seal: str = "") -> Sequence[Diagnosis]:
    """Look at settings, database, API, token and clock, each even when another is bad.

    `seal` is how the hash of a seal over the record begins, as somebody wrote it down.
    """
    database = await _database(settings, seal)
    if seal and all(one.subject != SEAL for one in database):
        database = [*database, Diagnosis(SEAL, good=False, finding=f"{seal} could not be looked for.")]
    return [_settings(settings), *database, *await _telegram(settings)]


def _settings(settings: Settings) -> Diagnosis:
    province = communes.province(settings.province).name
    owners = len(settings.owner_ids)
    if not settings.in_sandbox and not owners:
        return Diagnosis(
            "settings", good=False, finding="OWNER_IDS is empty: nobody could approve or declare anything."
        )
    finding = f"{settings.department}, {province}, {settings.time_zone}, {settings.language}; owners: {owners}."
    return Diagnosis("settings", good=True, finding=finding)


async def _database(settings: Settings, seal: str) -> Sequence[Diagnosis]:
    file = file_of(settings.database)
    if file is not None and not file.exists():
        folder = next(parent for parent in file.absolute().parents if parent.exists())
        good = folder.is_dir() and os.access(folder, os.W_OK)
        state = "is made at the first start" if good else f"cannot be made: {folder} cannot be written"
        return [Diagnosis("database", good=good, finding=f"{file} {state}.")]
    try:
        # An empty file is filled at the first start.
        if file is not None and file.stat().st_size:
            await asyncio.to_thread(verify, file)
        return await _opened(settings, seal)
    except Unsound as error:
        return [Diagnosis("database", good=False, finding=f"{error} Restore a backup.")]
    except (*TROUBLE, sqlite3.Error) as error:
        return [Diagnosis("database", good=False, finding=start.trouble(settings, error).words)]


async def _opened(settings: Settings, seal: str) -> Sequence[Diagnosis]:
    """Write to the database as the bot would, and look whether it is the one that this version knows."""
    shown = settings.database_shown
    async with opened(settings.database) as database:
        async with database.writer.begin() as connection:
            columns = await connection.run_sync(_columns)
            if not columns:
                return [Diagnosis("database", good=True, finding=f"{shown} is empty; it is filled at the first start.")]
            if "alembic_version" not in columns:
                return [Diagnosis("database", good=False, finding=f"{shown} is another program's.")]
            step = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()
        if step not in steps():
            return [Diagnosis("database", good=False, finding=f"{shown}, step {step}: {start.NEWER}.")]
        # What an older database lacks comes with the next start.
        if step != newest_step():
            return [Diagnosis("database", good=True, finding=f"{shown} can be written, step {step}.")]
        if lacking := missing(columns):
            finding = f"{shown} lacks {'; '.join(lacking[:PROBLEMS])}. Restore a backup."
            return [Diagnosis("database", good=False, finding=finding)]
        verdict = Diagnosis("database", good=True, finding=f"{shown} can be written, step {step}.")
        stored = (*(await _stored_moments(database)), *(await _stored_places(database)))
        record = (await _record(database), *(await _kept_seal(database, seal)))
        return [verdict, *stored, *record, *(await _heard(settings, database))]


def _columns(connection: Connection) -> dict[str, Collection[str]]:
    found = inspect(connection).get_multi_columns()
    return {table: frozenset(column["name"] for column in columns) for (_, table), columns in found.items()}


async def _heard(settings: Settings, database: Database) -> Sequence[Diagnosis]:
    """Say when Telegram was last heard: a bot that runs hears it all the time. Nothing where it never was."""
    async with database.reading() as session:
        heard_at = await outages.last_heard(session)
    if heard_at is None or settings.in_sandbox:
        return []
    silence = datetime.now(UTC) - heard_at
    moment = f"{heard_at.astimezone(settings.office.time_zone):%H:%M:%S %d/%m/%Y}"
    if silence < SILENT or not await _is_running(settings, database):
        return [Diagnosis("updates", good=True, finding=f"Telegram was last heard at {moment}.")]
    finding = (
        f"the bot runs, and has heard nothing from Telegram since {moment}. Look at the token below, and into the logs."
    )
    return [Diagnosis("updates", good=False, finding=finding)]


async def _is_running(settings: Settings, database: Database) -> bool:
    """Tell whether a bot works on the database: it holds the file's lock, or has a connection for its locks."""
    if file := file_of(settings.database):
        try:
            with only_one(file):
                return False
        except AlreadyRunning:
            return True
    async with database.reading() as session:
        return bool((await session.execute(RUNNING)).scalar())


async def _stored_moments(database: Database) -> Sequence[Diagnosis]:
    """Say whether moments are stored that lie in the future; nothing where there are none."""
    async with database.reading() as session:
        by = await ahead.furthest(session, now=datetime.now(UTC))
    if by is None:
        return []
    finding = (
        f"what was done is stored up to {by.total_seconds() / 60:.0f} minutes ahead of this machine's clock. Check the"
        " clock; if it is right now, restart the bot: it takes these moments for now, and tells the owners."
    )
    return [Diagnosis("stored times", good=False, finding=finding)]


async def _stored_places(database: Database) -> Sequence[Diagnosis]:
    """Name the stored codes that are no commune's; nothing where there are none."""
    async with database.reading() as session:
        strays = await stray_communes(session)
    if not strays:
        return []
    named = ", ".join(f"{code} ({count})" for code, count in list(strays.items())[:PROBLEMS])
    more = f" and {len(strays) - PROBLEMS} more" if len(strays) > PROBLEMS else ""
    finding = f"no commune has these codes, which businesses or incidents have: {named}{more}. Enter them anew."
    return [Diagnosis("stored places", good=False, finding=finding)]


async def _record(database: Database) -> Diagnosis:
    """Say whether the record of changes is as it was sealed, and its newest hash, which a person may write down."""
    async with database.reading() as session:
        found = await chain.verify(session, now=datetime.now(UTC))
    if found.broken is not None:
        return Diagnosis(
            "record", good=False, finding=f"{_broken(found.broken)} Compare the table audit with a backup."
        )
    finding = f"{found.entries} sealed entries, unchanged; the newest seal is {found.head[:SHORT_HASH]}."
    return Diagnosis("record", good=True, finding=finding)


def _broken(broken: BrokenSeal) -> str:
    at = f"{broken.sealed_at:%H:%M:%S %d/%m/%Y} UTC"
    match broken.breach:
        case Breach.CUT:
            return (
                f"it ends too early, or nothing is left of it: it once reached entry {broken.last_id}, sealed at {at}."
            )
        case Breach.UNTOLD:
            return f"nothing in it tells of an incident that was declared at {at}."
        case Breach.CHANGED:
            between = f"entries between {broken.first_id} and {broken.last_id}, sealed at {at}"
            return f"{between}, were changed, added or removed since."


async def _kept_seal(database: Database, beginning: str) -> Sequence[Diagnosis]:
    """Say whether a seal that was written down still stands; nothing where none was given."""
    if not beginning:
        return []
    async with database.reading() as session:
        seal = await chain.stands(session, beginning=beginning)
    if seal is None:
        finding = f"none begins with {beginning}: since then the record was cut or made anew, or that was let go."
        return [Diagnosis(SEAL, good=False, finding=f"{finding} Compare the table audit with a backup.")]
    at = f"{seal.sealed_at:%H:%M:%S %d/%m/%Y} UTC"
    finding = f"{beginning} stands, of {at}. If the record is good, all up to entry {seal.last_id} is as it was then."
    return [Diagnosis(SEAL, good=True, finding=finding)]


async def _telegram(settings: Settings) -> Sequence[Diagnosis]:
    if settings.bot_token is None:
        return [Diagnosis("token", good=True, finding="BOT_TOKEN is not set: the sandbox stands in for Telegram.")]
    return [await _clock(settings), await _token(settings, settings.bot_token)]


async def _clock(settings: Settings) -> Diagnosis:
    """Compare our clock with the one that the API's server writes into its answers."""
    try:
        timeout = aiohttp.ClientTimeout(total=10)
        async with (
            aiohttp.ClientSession(timeout=timeout) as web,
            web.get(settings.bot_api_url, proxy=settings.bot_proxy, allow_redirects=False) as answer,
        ):
            written = answer.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError) as error:
        finding = f"{settings.bot_api_url} cannot be reached ({type(error).__name__}); check the network and BOT_PROXY."
        return Diagnosis("API", good=False, finding=finding)
    if written is None:
        return Diagnosis("API", good=True, finding=f"{settings.bot_api_url} answers; it tells no time to compare with.")
    seconds = abs((datetime.now(UTC) - parsedate_to_datetime(written)).total_seconds())
    finding = f"{settings.bot_api_url} answers; the clocks differ by {seconds:.0f} s."
    return Diagnosis("API and clock", good=seconds <= TOLERANCE_SECONDS, finding=finding)


async def _token(settings: Settings, token: str) -> Diagnosis:
    requests = AiohttpRequest(proxy=settings.bot_proxy)
    bot = ExtBot(token, f"{settings.bot_api_url}/bot", request=requests, get_updates_request=requests)
    try:
        await bot.initialize()
        return Diagnosis("token", good=True, finding=f"belongs to @{bot.username}.")
    except InvalidToken:
        return Diagnosis("token", good=False, finding="Telegram refuses BOT_TOKEN; copy it anew from @BotFather.")
    except NotTelegram:
        finding = "could not be checked: something else answers for Telegram, such as a login page or a proxy's."
        return Diagnosis("token", good=False, finding=f"{finding} Check the network and BOT_PROXY.")
    except TelegramError as error:
        return Diagnosis("token", good=False, finding=f"could not be checked: {error.message}")
    finally:
        await bot.shutdown()
