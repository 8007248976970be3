"""Settings: from the environment and `.env`, checked at the start, each explained in `.env.example`."""

import errno
import os
import re
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url

from bot.base import database_url
from models.libpq import LARGEST_PORT, ParameterWrong
from models.people import Language
from services.places import communes

if TYPE_CHECKING:
    from handlers.frame.office import Office

TELEGRAM = "https://api.telegram.org"
DATA = Path("data")
CHATS = DATA / "sandbox-chats.db"
ENV_FILE = Path(".env")
GETTEXT = re.compile(r"[_:]")
# What cannot be seen, and what Python makes of bytes that are no UTF-8.
UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
# Telegram's ids have at most 52 bits (https://core.telegram.org/bots/api#user).
LARGEST_ID = 2**52 - 1
MOST_SHOWN = 100
SECRET = ("bot_token", "bot_proxy", "database_url", "webhook_secret", "heartbeat", "cap_token")


class SettingWrong(Exception):
    """A setting's value cannot be used; the message names the setting, what is wrong and what is allowed."""


class Settings(BaseSettings):
    """All that can be set. Empty values in `.env` count as not set."""

    # Some editors on Windows begin a file with a mark, which would become part of the first name.
    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore"
    )

    bot_token: str | None = Field(default=None, pattern=r"^\d{3,20}:[A-Za-z0-9_-]{4,64}$")
    bot_api_url: str = TELEGRAM
    bot_proxy: str | None = None
    database_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{1,256}$", validate_default=True)
    listen_host: str = "127.0.0.1"
    listen_port: int = Field(default=8080, ge=0, le=LARGEST_PORT)
    owner_ids: Annotated[tuple[Annotated[int, Field(ge=1, le=LARGEST_ID)], ...], NoDecode] = ()
    province: str = "25"
    department: str = "Sở Khoa học và Công nghệ"
    department_address: str = Field(default="", max_length=200)
    superior: str = Field(default="", max_length=200)
    department_unit: str = Field(default="", max_length=60)
    network: str = "Mạng lưới chuyển đổi số và ứng cứu sự cố"
    network_in_english: str = "digital-transformation and incident-response network"
    time_zone: str = "Asia/Ho_Chi_Minh"
    language: Language = Language.VIETNAMESE
    sandbox_port: int = Field(default=8765, ge=0, le=LARGEST_PORT)
    messages_per_second: int = Field(default=30, ge=1, le=1000)
    watch_port: int | None = Field(default=None, ge=0, le=LARGEST_PORT)
    heartbeat: str | None = None
    cap_sender: str | None = Field(default=None, pattern=r"^[A-Za-z0-9._+-]+(@[A-Za-z0-9.-]+)?$", max_length=100)
    cap_token: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{16,256}$")
    cap_address: str | None = None
    cap_web: str | None = None
    peer_networks: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    calendar_address: str | None = None
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")

    @field_validator("*", mode="before")
    @classmethod
    def _of_one_line(cls, value: object) -> object:
        if isinstance(value, str) and UNWRITABLE.search(value):
            raise ValueError("not text on one line")
        return value

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = value.replace(" ", "").strip(",").split(",")
        if not all(part.isdecimal() for part in parts):
            raise ValueError("not numbers")
        return tuple(dict.fromkeys(int(part) for part in parts))

    @field_validator("peer_networks", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(ip_network(part.strip()) for part in value.strip(",").split(","))

    @field_validator("province")
    @classmethod
    def _known_province(cls, value: str) -> str:
        return communes.province(value.zfill(2)).code

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        # Raises ValueError for what is no name, and ZoneInfoNotFoundError, a KeyError, for a name that nobody knows.
        try:
            return ZoneInfo(value).key
        except (KeyError, OSError):
            raise ValueError("unknown") from None

    @field_validator("bot_api_url", "bot_proxy", "webhook_url", "cap_address", "cap_web", "calendar_address")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        # To ask for a port that is none raises ValueError.
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            raise ValueError("not an address")
        return value.rstrip("/")

    @field_validator("heartbeat")
    @classmethod
    def _file_or_address(cls, value: str | None) -> str | None:
        if value is not None and "://" in value:
            return cls._web_address(value)
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _guarded(cls, value: str | None, given: ValidationInfo) -> str | None:
        # Without a secret anybody who guesses the address could speak for everybody.
        if value is None and given.data.get("webhook_url") is not None:
            raise ValueError("missing")
        return value

    @field_validator("database_url")
    @classmethod
    def _kept_database(cls, value: str | None) -> str | None:
        return None if value is None else database_url.understood(value)

    @property
    def in_sandbox(self) -> bool:
        """Tell whether the program plays with its own stand-in for Telegram."""
        return self.bot_token is None

    @property
    def database(self) -> str:
        """Give the database's URL; the sandbox has a file of its own, so that play and earnest never mix."""
        return self.database_url or f"sqlite+aiosqlite:///{DATA / ('sandbox.db' if self.in_sandbox else 'san-sang.db')}"

    @property
    def secrets(self) -> Sequence[str]:
        """List what no line of a log may show."""
        # The name of a file is none.
        given = [getattr(self, name) for name in SECRET if name != "database_url" or self.on_server]
        # A token's second half is all that is secret of it.
        key = (self.bot_token or "").partition(":")[2]
        return [*filter(None, [*given, key]), *database_url.passwords(self.database)]

    @property
    def on_server(self) -> bool:
        """Tell whether the database is PostgreSQL, on which several processes can work."""
        return make_url(self.database).get_backend_name() == "postgresql"

    @property
    def database_shown(self) -> str:
        """Give the database's URL as it may be shown: without its password."""
        return database_url.shown(self.database)

    @property
    def office(self) -> "Office":
        """Describe the coordinating department."""
        # With all that a reader's words stand on: commands that name no office need not wait for it.
        from handlers.frame.office import Office

        return Office(
            department=self.department,
            province_code=self.province,
            time_zone=ZoneInfo(self.time_zone),
            language=self.language,
            address=self.department_address,
            unit=self.department_unit,
            superior=self.superior,
            calendar_address=self.calendar_address or "",
            network=self.network,
            network_in_english=self.network_in_english,
        )


ALLOWED = {
    "bot_token": "the token that @BotFather gave, such as 123456789:AAF…, or nothing for the sandbox",
    "bot_api_url": "the http or https address of a Bot API server, such as https://api.telegram.org",
    "bot_proxy": "the http or https address of a proxy, such as http://127.0.0.1:3128, or nothing",
    "database_url": (
        "sqlite+aiosqlite:/// and a file, such as sqlite+aiosqlite:///data/san-sang.db, "
        "or postgresql:// and user:password@host/database"
    ),
    "webhook_url": "the https address at which Telegram hands over updates, or nothing to ask for them",
    "webhook_secret": "1 to 256 of the letters A-Z and a-z, digits, _ and -; needed with WEBHOOK_URL",
    "listen_host": "the address on which the webhook listens, such as 127.0.0.1, or 0.0.0.0 behind a proxy elsewhere",
    "listen_port": "a port from 1 to 65535, or 0 for any free one",
    "department_address": "at most 200 letters",
    "department_unit": "at most 60 letters",
    "superior": "at most 200 letters",
    "owner_ids": "Telegram ids (numbers) separated by commas, such as 123456789,987654321",
    "department": "a name on one line, such as Sở Khoa học và Công nghệ",
    "network": "the network's name on one line, such as Mạng lưới chuyển đổi số và ứng cứu sự cố",
    "network_in_english": "the same in English, such as digital-transformation and incident-response network",
    "province": "the official two-digit code of a province since July 2025, such as 01 for Hà Nội",
    "time_zone": "a time zone's name, such as Asia/Ho_Chi_Minh",
    "language": "vi or en",
    "sandbox_port": "a port from 1 to 65535, or 0 for any free one",
    "messages_per_second": "a number from 1 to 1000; 30 unless Telegram allows paid broadcasts",
    "watch_port": "a port from 1 to 65535, 0 for any free one, or nothing",
    "heartbeat": "a file, or an http or https address, that is fed while all is well; or nothing",
    "cap_sender": "an e-mail address or the name of a machine, such as skhcn@phutho.gov.vn, or nothing",
    "cap_token": "16 to 256 of the letters A-Z and a-z, digits, _ and -, or nothing",
    "cap_address": "the https address at which others reach the feeds, such as https://sansang.phutho.gov.vn",
    "cap_web": "the https address of a page that people read, such as https://skhcn.phutho.gov.vn, or nothing",
    "peer_networks": "networks separated by commas, such as 10.20.0.0/16,fd00:20::/48, or nothing",
    "calendar_address": "the https address at which phones reach calendars, or nothing",
    "log_level": "DEBUG, INFO, WARNING or ERROR",
}


def read_settings() -> Settings:
    """Read the settings; raises SettingWrong for the first that cannot be used."""
    if GETTEXT.search(os.environ.get("LANGUAGE", "")):
        # Some desktops set a LANGUAGE of their own, such as en_US:en, for gettext: it is not ours.
        del os.environ["LANGUAGE"]
    if os.path.lexists(ENV_FILE) and not ENV_FILE.is_file():
        # It would count as no file at all.
        why = os.strerror(errno.EISDIR) if ENV_FILE.is_dir() else "It is no file, or leads to none"
        raise SettingWrong(f"{ENV_FILE} cannot be read: {why}.")
    try:
        return Settings()
    except ValidationError as error:
        raise SettingWrong(_what_is_wrong(error)) from None
    except communes.ProvinceUnknown as error:
        raise SettingWrong(f"PROVINCE: {error}. Allowed: {ALLOWED['province']}.") from None
    except ParameterWrong as error:
        raise SettingWrong(f"DATABASE_URL: {error}.") from None
    except UnicodeDecodeError:
        raise SettingWrong(f"{ENV_FILE} is no text in UTF-8. Save it in that encoding.") from None
    except OSError as error:
        raise SettingWrong(f"{ENV_FILE} cannot be read: {error.strerror}.") from None


def _what_is_wrong(error: ValidationError) -> str:
    """Name the first wrong setting, its value and what is allowed."""
    first = error.errors(include_url=False)[0]
    name, value = str(first["loc"][0]), str(first["input"])
    # A token is a secret even when it is mistyped, and any address may hold a password.
    shown = "" if name in SECRET or "@" in value else f" {value[:MOST_SHOWN]!r}"
    return f"{name.upper()}: the value{shown} cannot be used. Allowed: {ALLOWED[name]}."
