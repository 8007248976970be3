"""What is said of a system, whoever says it: a coordinator in chat, or a row of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.systems import ContactHours, SystemMark
from services.ground.refusals import Refusal
from services.notation.phones import PhoneInvalid, read_phone
from services.notation.spelling import search_key, tidy_line

NAME_LENGTH = 200
TEXT_LENGTH = 500
PERSON_LENGTH = 100
HIGHEST_LEVEL = 5
MOST_CONTACTS = 12


class SystemNameLength(Refusal):
    """The name is empty, has no letters, or is longer than `limit` characters."""


class SystemTextLength(Refusal):
    """The text is longer than `limit` characters; it has `length`."""


class SystemLevelRange(Refusal):
    """The level is no number from 1 to `highest`."""

    says_back = True


class SystemContactUnclear(Refusal):
    """The line `text` does not say a name and a number."""


class SystemContactPhone(Refusal):
    """The number in the line `text` is none that can be called."""


class SystemContactsTooMany(Refusal):
    """There are more than `limit` people to call."""


@dataclass(frozen=True)
class Party:
    """Whose a system is or who runs it: a name, and the business (id) where it is one of the network."""

    name: str = ""
    member_id: int | None = None


@dataclass(frozen=True)
class Called:
    """Somebody to call for a system, and when; the number is E.164."""

    hours: ContactHours
    name: str
    title: str
    phone: str


@dataclass(frozen=True)
class SystemEntry:
    """All that the register says of a system; `connectivity` and `security` are the businesses (ids) that provide it.

    `level` is the legal one, None while nobody has determined it.
    """

    name: str = ""
    also_called: tuple[str, ...] = ()
    owner: Party = Party()
    operator: Party = Party()
    level: int | None = None
    mark: SystemMark = SystemMark.MANAGED
    commune_code: str | None = None
    serves: str = ""
    connectivity: tuple[int, ...] = ()
    security: tuple[int, ...] = ()
    contacts: tuple[Called, ...] = ()

    @property
    def names(self) -> Sequence[str]:
        """List all names of the system, its own first."""
        return (self.name, *self.also_called)


def check_name(name: str) -> str:
    """Give a name back; raises SystemNameLength."""
    if not search_key(name) or len(name) > NAME_LENGTH:
        raise SystemNameLength(limit=NAME_LENGTH, length=len(name))
    return name


def check_text(text: str) -> str:
    """Give words back; raises SystemTextLength."""
    if len(text) > TEXT_LENGTH:
        raise SystemTextLength(limit=TEXT_LENGTH, length=len(text))
    return text


def check_level(level: int | None) -> int | None:
    """Give a level back; raises SystemLevelRange."""
    if level is not None and not 1 <= level <= HIGHEST_LEVEL:
        raise SystemLevelRange(highest=HIGHEST_LEVEL)
    return level


def read_names(text: str) -> tuple[str, ...]:
    """Read other names, a line or a semicolon apart; raises SystemNameLength."""
    lines = [tidy_line(one) for one in text.replace(";", "\n").splitlines()]
    return tuple(dict.fromkeys(check_name(one) for one in lines if one))


def read_contacts(text: str, *, hours: ContactHours) -> tuple[Called, ...]:
    """Read people to call, each "name, title, number", a line or a semicolon apart; the title may be left out.

    Raises SystemContactUnclear, SystemContactPhone or SystemContactsTooMany.
    """
    lines = [tidy_line(one) for one in text.replace(";", "\n").splitlines()]
    found = tuple(dict.fromkeys(_contact(one, hours) for one in lines if one))
    if len(found) > MOST_CONTACTS:
        raise SystemContactsTooMany(limit=MOST_CONTACTS)
    return found


def _contact(line: str, hours: ContactHours) -> Called:
    name, *more = [part.strip() for part in line.split(",")]
    if not more or not name or len(line) > 3 * PERSON_LENGTH:
        raise SystemContactUnclear(text=line[:PERSON_LENGTH])
    *title, phone = more
    try:
        return Called(hours, name[:PERSON_LENGTH], ", ".join(title)[:PERSON_LENGTH], read_phone(phone))
    except PhoneInvalid as wrong:
        raise SystemContactPhone(text=line[:PERSON_LENGTH]) from wrong


def checked(entry: SystemEntry) -> SystemEntry:
    """Give an entry back whose every part can be kept; raises what the checks of its parts raise."""
    for name in entry.names:
        check_name(name)
    for text in (entry.serves, entry.owner.name, entry.operator.name):
        check_text(text)
    check_level(entry.level)
    return entry
