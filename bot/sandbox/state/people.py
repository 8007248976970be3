"""The cast: who the people are, and how each stands with the bot."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from bot.sandbox.errors import SandboxError, forbidden

Temper = Literal["prompt", "slow", "silent", "unreachable"]
TEMPERS = ("prompt", "slow", "silent", "unreachable")


@dataclass(frozen=True)
class Habit:
    """A button text that a simulated person looks for, and how often they choose it."""

    match: str
    weight: int = 1


@dataclass
class TelegramUser:
    """One user of Telegram in the sandbox. `temper` None means that somebody plays them by hand.

    `notes` and `headings` are what `note` and `group` say in each language in which the chat page may be opened.
    """

    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    phone: str = ""
    language_code: str = "vi"
    note: str = ""
    group: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    featured: bool = False
    temper: Temper | None = None
    habits: list[Habit] = field(default_factory=list)
    started: bool = False

    @property
    def name(self) -> str:
        """First and last name as Telegram shows them."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_user(self) -> dict[str, Any]:
        """Return the Bot API's User."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user

    @classmethod
    def from_dict(cls, facts: dict[str, Any]) -> "TelegramUser":
        """Read a person from JSON; raises SandboxError that names what is wrong."""
        unknown = set(facts) - {each.name for each in fields(cls)}
        if unknown:
            raise SandboxError(f"A person has no field called {', '.join(sorted(unknown))}.")
        if not isinstance(facts.get("id"), int) or not facts.get("first_name"):
            raise SandboxError("A person needs a whole number as id and a first_name.")
        if facts.get("temper") not in (None, *TEMPERS):
            raise SandboxError(f"A temper is one of {', '.join(TEMPERS)}, or null.")
        try:
            habits = [Habit(**habit) for habit in facts.get("habits", ())]
        except TypeError:
            raise SandboxError("A habit has a match, and may have a weight.") from None
        return cls(**{**facts, "habits": habits})


@dataclass
class Account:
    """A person and how they stand with the bot."""

    person: TelegramUser
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    unread: int = 0

    def check_writable(self) -> None:
        """Raise the 403 that Telegram answers to a bot that may not write to this person."""
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")

    def as_record(self) -> dict[str, Any]:
        """Return what is kept over a restart."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> "Account":
        """Read back what `as_record` gave."""
        return cls(**{**record, "person": TelegramUser.from_dict(record["person"])})


class People:
    """Everybody by Telegram id, in the order in which they came."""

    def __init__(self) -> None:
        self.accounts: dict[int, Account] = {}

    def __contains__(self, person_id: object) -> bool:
        return person_id in self.accounts

    def add(self, people: Iterable[TelegramUser]) -> list[Account]:
        """Add people, or replace what is known of them; how they stand with the bot is kept."""
        changed = []
        for person in people:
            account = self.accounts.setdefault(person.id, Account(person))
            if account.person.temper == "unreachable" and person.temper != "unreachable":
                account.blocked = False
            account.person = person
            account.started = account.started or person.started
            account.blocked = account.blocked or person.temper == "unreachable"
            changed.append(account)
        return changed

    def get(self, person_id: int) -> Account:
        """Return the account with this id; raises SandboxError when there is nobody."""
        account = self.accounts.get(person_id)
        if account is None:
            raise SandboxError(f"There is nobody with the id {person_id}.")
        return account
