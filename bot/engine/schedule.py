"""The clock's work: everything that happens later is a row with a due time, and a tick asks what is due."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy.exc import OperationalError
from sqlmodel.ext.asyncio.session import AsyncSession

from models.database import Database
from services.ground.faces import Due
from services.watch import outages, trouble
from services.wings import KINDS, WINGS

log = structlog.get_logger(__name__)
# What the wings have due, in the order in which a tick does it.
DUE = sorted((due for wing in WINGS for due in wing.due), key=lambda due: due.rank)


@dataclass(frozen=True)
class Duty:
    """Something that the clock does, by the name under which it is told of when it stumbles."""

    name: str
    work: Callable[[AsyncSession], Awaitable[object]]


async def tick(
    database: Database, *, now: datetime, time_zone: ZoneInfo, cap_sender: str | None = None
) -> Sequence[str]:
    """Do what is due: reminders, questions anew after an outage, deliveries whose worker is gone.

    `cap_sender` is the name under which other systems are told; without one they are told nothing.
    Gives the names of the duties that stumbled.
    """
    known = {"time_zone": time_zone, "kinds": KINDS, "wings": WINGS, "cap_sender": cap_sender}
    duties = [Duty(_name(due.work), partial(_do, due=due, known=known, now=now)) for due in DUE]
    return await _do_all(database, duties, now)


async def tidy(database: Database, *, now: datetime) -> Sequence[str]:
    """Forget what need not be kept any longer; gives the names of the duties that stumbled."""
    duties = [Duty(_name(forget), partial(forget, now=now)) for wing in WINGS for forget in wing.tidy]
    return await _do_all(database, duties, now)


async def _do(session: AsyncSession, *, due: Due, known: Mapping[str, Any], now: datetime) -> None:
    if due.rests_while_catching_up and await outages.is_catching_up(session):
        return
    await due.work(session, now=now, **{name: known[name] for name in due.wants})


async def _do_all(database: Database, duties: Sequence[Duty], now: datetime) -> Sequence[str]:
    """Do all in one transaction; where one duty stumbles, each in its own, so that it keeps no other from its work.

    Where the database itself is in trouble nothing can be done: raises OperationalError.
    """
    try:
        async with database.writing() as session:
            for duty in duties:
                await duty.work(session)
    except OperationalError:
        raise
    except Exception:
        log.exception("the clock stumbled; each of its duties is done by itself")
        return await _do_apart(database, duties, now)
    return ()


async def _do_apart(database: Database, duties: Sequence[Duty], now: datetime) -> Sequence[str]:
    stumbled = []
    for duty in duties:
        try:
            async with database.writing() as session:
                await duty.work(session)
        except OperationalError:
            raise
        except Exception:
            log.exception("a duty of the clock stumbled", duty=duty.name)
            stumbled.append(duty.name)
            async with database.writing() as session:
                await trouble.tell_stumbled(session, duty=duty.name, now=now)
    return stumbled


def _name(work: Any) -> str:
    return f"{work.__module__.removeprefix('services.')}.{work.__name__}"
