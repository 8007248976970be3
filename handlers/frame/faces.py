"""What a wing adds to the chat, said once by the wing itself; `handlers/wings.py` collects it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from itertools import chain
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from handlers.frame.access import Handler
from handlers.frame.compose import Composer
from handlers.frame.context import AfterEnd, Context, Handover, LeftOpen, Origin
from handlers.frame.conversation import Conversation
from handlers.frame.links import LinkWord
from handlers.frame.record_sheets import RecordSheet
from handlers.frame.taps import Tap
from handlers.frame.views.message import Button, InlineResult
from handlers.frame.views.open_things import OpenThing
from handlers.frame.work import Work
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from models.incidents import Incident
from models.invitations import InvitationKind
from models.jobs import JobKind
from services.ground.refusals import Refusal

Route = BaseHandler[Any, Context, None]
# Hears a message, or leaves it to those who are asked after it; tells whether it heard.
Hearing = Callable[[Update, Context], Awaitable[bool]]
# Tells what is under way for the person whose turn it is.
OpenNow = Callable[[Context], Awaitable[Sequence[OpenThing]]]
# Counts what waits behind an entry of the main menu.
CountWaiting = Callable[[Context], Awaitable[int]]
# Finds what an inline query asks for beside businesses, as far as the person whose turn it is may see it.
FindInline = Callable[[Context, str], Awaitable[Sequence[InlineResult]]]
# Gives the buttons of what can be done with an incident now.
OfferNow = Callable[[Context, Incident], Awaitable[Sequence[Button]]]


class MenuKind(StrEnum):
    """Whose menu it is; that of a group is seen by whoever looks."""

    OWNER = "owner"
    COORDINATOR = "coordinator"
    REPRESENTATIVE = "representative"
    OBSERVER = "observer"
    STRANGER = "stranger"
    GROUP = "group"


class MenuPage(StrEnum):
    """The page of a menu on which an entry stands: the first, or a page behind it.

    There is one for what is prepared before it is needed, and one for what is looked back at afterwards.
    """

    FIRST = "first"
    PREPARE = "prepare"
    AFTER = "after"


OF_COORDINATORS = frozenset({MenuKind.OWNER, MenuKind.COORDINATOR})
OF_EVERYBODY = frozenset(MenuKind) - {MenuKind.GROUP}


@dataclass(frozen=True)
class Command:
    """What may be written after a slash, under a Vietnamese and an English name, and whatever else people try.

    The command menus `listed_in` show it, the lowest `rank` first. `under_files` says that it is heard in the caption
    of a photo or a file as well.
    """

    vietnamese: str
    english: str
    handler: Handler
    listed_in: frozenset[MenuKind] = frozenset()
    rank: int = 0
    under_files: bool = False
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names under which it is heard, the English one last."""
        return tuple(dict.fromkeys((self.vietnamese, *self.also, self.english)))


@dataclass(frozen=True)
class MenuPlace:
    """Where else a button of the main menu stands, and in whose menus."""

    shown_in: frozenset[MenuKind]
    page: MenuPage
    row: int
    column: int


@dataclass(frozen=True)
class MenuEntry:
    """What a button of the main menu opens, and where it stands in the menus that show it.

    `waits` counts what waits behind it for those who coordinate; the button names the number. `also` is another page on
    which it stands.
    """

    handler: Handler
    shown_in: frozenset[MenuKind] = frozenset()
    row: int = 0
    column: int = 0
    page: MenuPage = MenuPage.FIRST
    waits: CountWaiting | None = None
    also: MenuPlace | None = None

    @property
    def places(self) -> tuple[MenuPlace, ...]:
        """List where it stands."""
        first = MenuPlace(self.shown_in, self.page, self.row, self.column)
        return (first, self.also) if self.also is not None else (first,)


@dataclass(frozen=True)
class IncidentOffer:
    """What coordinators can do with an incident beside what its tally offers.

    `give` is asked when they open that page; it gives a button for each thing that makes sense now. The lowest `rank`
    stands first.
    """

    rank: int
    give: OfferNow


@dataclass(frozen=True)
class HandlerFace:
    """What a wing of the handlers adds, by its name.

    Rows and columns of menu entries and ranks of commands and sheets leave gaps, so that a new one finds a place
    between two.
    """

    wing: str
    commands: tuple[Command, ...] = ()
    # What the buttons of the main menu open, by the name that such a button carries.
    entries: Mapping[str, MenuEntry] = field(default_factory=dict)
    taps: Mapping[type[Tap], Handler] = field(default_factory=dict)
    conversations: Mapping[Dialogue, Conversation] = field(default_factory=dict)
    # With which a dialogue is over: somebody else did something meanwhile.
    over: tuple[type[Refusal], ...] = ()
    # Where deep links lead; each handler gets the link. Those of an invitation get the invitation.
    links: Mapping[LinkWord, Handler] = field(default_factory=dict)
    invitations: Mapping[InvitationKind, Handler] = field(default_factory=dict)
    composers: Mapping[BroadcastKind, Composer] = field(default_factory=dict)
    # The same for news of a business's place in the network, BroadcastKind.MEMBERSHIP, by the word of `News`.
    news: Mapping[str, Composer] = field(default_factory=dict)
    works: Mapping[JobKind, Work] = field(default_factory=dict)
    # The handler that takes a file that is sent in private, by how its name ends, unless a dialogue waits for one.
    files: Mapping[str, Handler] = field(default_factory=dict)
    # How each part of a person's file is written, by the name of the part.
    sheets: Mapping[str, RecordSheet] = field(default_factory=dict)
    # Asked in their order of what is written in private: before a dialogue hears it, and before the menu is shown.
    before_dialogues: tuple[Hearing, ...] = ()
    before_menu: tuple[Hearing, ...] = ()
    # Asked of what is written in a business's group, before it becomes a question.
    in_groups: tuple[Hearing, ...] = ()
    # Asked of a message that was edited.
    edited: tuple[Hearing, ...] = ()
    # What is heard in the place of a command (its English name) from those whose role does not include it.
    instead: Mapping[str, Handler] = field(default_factory=dict)
    # What is under way for the person who opens the main menu, which begins with it.
    open_now: tuple[OpenNow, ...] = ()
    # What coordinators can do with an incident, beside what its tally offers.
    offers: tuple[IncidentOffer, ...] = ()
    # What whoever takes over the command of an incident should know.
    handovers: tuple[Handover, ...] = ()
    # What whoever is about to send a declaration that was begun from something of this wing should know.
    origins: tuple[Origin, ...] = ()
    # What is still open of an incident, for whoever ends it.
    left_open: tuple[LeftOpen, ...] = ()
    # What comes by itself after the end of an incident, for whoever has just ended it.
    after_end: tuple[AfterEnd, ...] = ()
    # What an inline query finds beside businesses, on its first page.
    inline: tuple[FindInline, ...] = ()
    # Whatever else is heard: inline queries, what happens to a group.
    others: tuple[Route, ...] = ()
    # What is heard besides, whoever else hears it: what happens in the operations group.
    beside: tuple[Route, ...] = ()


def collected(faces: Iterable[HandlerFace]) -> HandlerFace:
    """Lay faces together into one; raises ValueError where two name the same."""
    laid = tuple(faces)
    names = [one.name for one in fields(HandlerFace) if one.name != "wing"]
    whole = HandlerFace("", **{name: _joined(name, [getattr(face, name) for face in laid]) for name in names})
    _check_once("commands", [name for command in whole.commands for name in command.names])
    return whole


def _joined(what: str, parts: list[Any]) -> Any:
    """Join the tables or lists of one name."""
    _check_once(what, list(chain(*parts)))
    if isinstance(parts[0], Mapping):
        return {key: value for part in parts for key, value in part.items()}
    return tuple(chain(*parts))


def _check_once(what: str, named: list[Any]) -> None:
    twice = [one for number, one in enumerate(named) if one in named[:number]]
    if twice:
        raise ValueError(f"{what} that two faces name: {', '.join(map(str, twice))}")
