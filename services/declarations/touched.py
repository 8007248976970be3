"""The systems that a declaration names, and what is proposed because of them before it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentKind
from models.systems import InformationSystem
from models.tlp import Tlp
from services.declarations.declaring import Declaration
from services.incidents.sharing import labels
from services.systems import businesses, legal, mentions, proposals
from services.systems.proposals import Gravity


@dataclass(frozen=True)
class TouchedByForm:
    """What a declaration's systems are called, who is called first for them, and what else is proposed.

    `gravity` is a graver severity than is said, `notices` counts what must be told by law once it is sent.
    """

    names: Sequence[str] = ()
    first: Sequence[str] = ()
    gravity: Gravity | None = None
    notices: int = 0


async def read_into(session: AsyncSession, *, form: Declaration) -> Declaration:
    """Give a declaration with the systems that its words name, who is called first for them, and its label.

    A label for an organisation at most leaves those alone to be called: with AMBER the providers too, with a narrower
    one the owner and the operator. Where nobody is known for whom RED would be, it is for nobody until one says so.
    """
    text = f"{form.title}\n{form.description}"
    found, label = await mentions.named_in(session, text=text), labels.label_in(text)
    alone = label in (Tlp.AMBER_STRICT, Tlp.RED)
    first = tuple(await proposals.first_called(session, systems=found, without_providers=alone)) if found else ()
    limits = bool(first) or label is Tlp.RED or (alone and bool(found))
    wanted = replace(form.wanted, first=first, only_first=limits and labels.is_narrow(label))
    return replace(form, systems=tuple(id_of(one) for one in found), tlp=label, wanted=wanted)


async def of(session: AsyncSession, *, form: Declaration, now: datetime, time_zone: ZoneInfo) -> TouchedByForm:
    """Tell what the systems of a declaration propose."""
    if not form.systems:
        return TouchedByForm()
    systems = await _systems(session, form)
    named = await businesses.names(session, ids=form.wanted.first)
    rules = legal.in_force(now, time_zone).rules if form.kind is IncidentKind.INCIDENT else ()
    notices = [one for one in rules if any(one.applies(level=each.level, type_=form.type) for each in systems)]
    return TouchedByForm(
        names=[one.name for one in systems],
        first=[named[one] for one in form.wanted.first if one in named],
        gravity=proposals.raised(systems, beyond=form.severity),
        notices=len(notices),
    )


async def gravest(session: AsyncSession, *, form: Declaration) -> Gravity | None:
    """Tell how grave a declaration is at least by its systems, whatever it says."""
    return proposals.gravest(await _systems(session, form)) if form.systems else None


async def _systems(session: AsyncSession, form: Declaration) -> Sequence[InformationSystem]:
    rows = await session.exec(select(InformationSystem).where(col(InformationSystem.id).in_(form.systems)))
    by_id = {id_of(one): one for one in rows}
    return [by_id[one] for one in form.systems if one in by_id and by_id[one].retired_at is None]
