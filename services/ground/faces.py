"""What a wing adds to the whole, said once by the wing itself; `services/wings.py` collects it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any, Protocol

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from services.ground.details import Details
from services.ground.holding_types import Erasure, FilePart, OfMember, OfPerson

# Tells the subjects (ids) and details of what is under way for a business (id).
OpenFor = Callable[[AsyncSession, int], Awaitable[Sequence[tuple[int, Details | None]]]]

# Tells where the files are kept that go out under a message: a subject (a word and its id), as attachments are kept;
# gets the subject (id) and the details of the message.
Brings = Callable[[AsyncSession, int | None, Mapping[str, Any] | None], Awaitable[tuple[str, int] | None]]

# Selects what a person's file calls the thing that a message is about; gets the column that holds its id.
SubjectName = Callable[[Any], Any]


def called(name: Any) -> SubjectName:
    """Call a subject by a column of its own table."""
    return lambda subject_id: select(name).where(name.class_.id == subject_id).scalar_subquery()


@dataclass(frozen=True)
class MessageKind:
    """A kind of message: the word under which it is stored, what it is about, and how it is sent.

    `subject` is what such a message is about, found by an id; "" where it is about no such thing. `details` are the
    types of what it is about beside that. `named` says what a person's file calls the subject; None is a message that
    the file shows without a name.
    `sent_again`: it is sent once more where nobody knows whether it arrived. `replaceable`: people open lists in its
    place; `DeliveryEngine` looks before an edit whether it is still shown. `stays`: `broadcasts.let_go` has it edited
    on, whatever is put in its place. `open_for`: tells what is under way for a business (by its id), and shown in its
    group by a message of this kind. `brings` tells which files follow a message of this kind once it was sent.
    """

    name: BroadcastKind
    lane: Lane
    subject: str
    named: SubjectName | None = field(kw_only=True)
    details: Sequence[type[Details]] = ()
    sent_again: bool = False
    replaceable: bool = False
    stays: bool = False
    open_for: OpenFor | None = None
    brings: Brings | None = None


# All kinds, by the word under which they are stored.
Kinds = Mapping[BroadcastKind, MessageKind]


class Rank(IntEnum):
    """When in a tick something is done; what has the same rank is done in the order of the wings, from below."""

    BEFORE_ANYONE_IS_REMINDED = 1
    WHO_WAS_ALERTED = 2
    OTHERS = 3
    LAST = 4


@dataclass(frozen=True)
class Due:
    """What the clock asks for each second: `work(session, now=...)`, with what else it `wants` by name.

    What `rests_while_catching_up` is left out after an outage until everybody was asked again.
    """

    work: Callable[..., Awaitable[object]]
    rank: Rank = Rank.OTHERS
    wants: tuple[str, ...] = ()
    rests_while_catching_up: bool = False


class Tidying(Protocol):
    """Forgets what a wing need not keep any longer."""

    def __call__(self, session: AsyncSession, *, now: datetime) -> Awaitable[None]:
        """Delete what is old enough at `now`."""


@dataclass(frozen=True)
class ServiceFace:
    """What a wing of the services adds, by its name.

    Whoever was erased may be named by messages of others; `redrawn` has them edited. `settled` is told what came of
    messages, in the transaction that keeps it: `settle(session, results=..., now=...)`.
    """

    wing: str
    kinds: Sequence[MessageKind] = ()
    due: tuple[Due, ...] = ()
    tidy: tuple[Tidying, ...] = ()
    parts: tuple[FilePart, ...] = ()
    people: tuple[OfPerson, ...] = ()
    members: tuple[OfMember, ...] = ()
    redrawn: tuple[Erasure, ...] = ()
    settled: tuple[Callable[..., Awaitable[None]], ...] = ()
