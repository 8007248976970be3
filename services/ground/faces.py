"""What a wing adds to the whole, said once by the wing itself; `services/wings.py` collects it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane

# What some messages are about, by the names under which the outbox takes it.
OpenFor = Callable[[AsyncSession, int], Awaitable[Sequence[Mapping[str, Any]]]]


@dataclass(frozen=True)
class MessageKind:
    """A kind of message: the word under which it is stored, and how it is sent.

    `sent_again`: it is sent once more where nobody knows whether it arrived. `replaceable`: people open lists in its
    place. `stays`: it is kept true whatever is put in its place. `open_for`: tells what is under way for a business (by
    its id), and shown in its group by a message of this kind.
    """

    name: BroadcastKind
    lane: Lane
    sent_again: bool = False
    replaceable: bool = False
    stays: bool = False
    open_for: OpenFor | None = None


# All kinds, by the word under which they are stored.
Kinds = Mapping[BroadcastKind, MessageKind]


@dataclass(frozen=True)
class ServiceFace:
    """What a wing of the services adds, by its name."""

    wing: str
    kinds: Sequence[MessageKind] = ()
