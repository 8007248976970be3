"""The systems that a declaration names, and what is proposed because of them before it is sent."""

from collections.abc import Collection, Sequence
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
from services.incidents.touched.systems import MOST, SystemsTouchedTooMany
from services.notation.tlp import label_in, narrowest
from services.systems import businesses, legal, mentions, proposals, register
from services.systems.proposals import Gravity

# With these labels a system's providers are not called.
FOR_ITS_OWN_SIDE = (Tlp.AMBER_STRICT, Tlp.RED)


@dataclass(frozen=True)
class TouchedByForm:
    """What a declaration's systems are called, who is called first for them, and what else is proposed.

    `gravity` is a graver severity than is said, `notices` counts what must be told by law once it is sent; `more` says
    that the register holds some that can be named.
    """

    names: Sequence[str] = ()
    first: Sequence[str] = ()
    gravity: Gravity | None = None
    notices: int = 0
    more: bool = False


async def read_into(session: AsyncSession, *, form: Declaration) -> Declaration:
    """Give a declaration with the systems that its words name, who is called first for them, and its label.

    A label for an organisation at most leaves those alone to be called: with AMBER the providers too, with a narrower
    one the owner and the operator. Where nobody is known for whom RED would be, it is for nobody until one says so.
    """
    text = f"{form.title}\n{form.description}"
    found, label = await mentions.named_in(session, text=text), narrowest(form.tlp, label_in(text))
    alone = label in FOR_ITS_OWN_SIDE
    first = tuple(await proposals.first_called(session, systems=found, without_providers=alone)) if found else ()
    read = replace(
        form, systems=tuple(id_of(one) for one in found), tlp=label, wanted=replace(form.wanted, first=first)
    )
    return replace(read, wanted=replace(read.wanted, only_first=_is_limited(read)))


async def narrowed(session: AsyncSession, *, form: Declaration, label: Tlp) -> Declaration:
    """Give a declaration under a label that is for fewer: those alone are called whom that label leaves."""
    named = replace(form, tlp=label)
    found = await _first(session, named, await named_by(session, form=named))
    first = tuple(one for one in found if one in form.wanted.first)
    named = replace(named, wanted=replace(form.wanted, first=first))
    return replace(named, wanted=replace(named.wanted, only_first=_is_limited(named)))


async def with_system(session: AsyncSession, *, form: Declaration, system_id: int) -> Declaration:
    """Give a declaration that names one more system, with those who are called first for it; twice is once.

    Raises SystemUnknown or SystemsTouchedTooMany.
    """
    if system_id in form.systems:
        return form
    if len(form.systems) >= MOST:
        raise SystemsTouchedTooMany(limit=MOST)
    added = await register.in_use(session, system_id=system_id)
    wished = {*form.wanted.first, *await _first(session, form, [added])}
    return await _with(session, form, (*form.systems, system_id), wished)


async def without_system(session: AsyncSession, *, form: Declaration, system_id: int) -> Declaration:
    """Give a declaration that does not name a system, nor those who would be called first for it alone."""
    left = tuple(one for one in form.systems if one != system_id)
    return await _with(session, form, left, form.wanted.first)


async def _with(
    session: AsyncSession, form: Declaration, systems: tuple[int, ...], wished: Collection[int]
) -> Declaration:
    """Give a declaration with other systems: of those who are called first for them the ones that are wished for.

    Where more are called on purpose than the label is for, it stays so.
    """
    is_wider = _is_limited(form) and not form.wanted.only_first
    named = replace(form, systems=systems)
    found = await _first(session, named, await named_by(session, form=named))
    named = replace(named, wanted=replace(form.wanted, first=tuple(one for one in found if one in wished)))
    return replace(named, wanted=replace(named.wanted, only_first=_is_limited(named) and not is_wider))


async def _first(session: AsyncSession, form: Declaration, systems: Sequence[InformationSystem]) -> Sequence[int]:
    return await proposals.first_called(session, systems=systems, without_providers=form.tlp in FOR_ITS_OWN_SIDE)


def _is_limited(form: Declaration) -> bool:
    """Tell whether a declaration's label leaves those of its systems alone to be called."""
    is_known = bool(form.wanted.first) or (form.tlp in FOR_ITS_OWN_SIDE and bool(form.systems))
    return labels.is_narrow(form.tlp) and (is_known or form.tlp is Tlp.RED)


async def of(session: AsyncSession, *, form: Declaration, now: datetime, time_zone: ZoneInfo) -> TouchedByForm:
    """Tell what the systems of a declaration propose."""
    more = await register.holds_any(session)
    if not form.systems:
        return TouchedByForm(more=more)
    systems = await named_by(session, form=form)
    named = await businesses.names(session, ids=form.wanted.first)
    rules = legal.in_force(now, time_zone).rules if form.kind is IncidentKind.INCIDENT else ()
    notices = [one for one in rules if any(one.applies(level=each.level, type_=form.type) for each in systems)]
    return TouchedByForm(
        names=[one.name for one in systems],
        first=[named[one] for one in form.wanted.first if one in named],
        gravity=proposals.raised(systems, beyond=form.severity),
        notices=len(notices),
        more=more,
    )


async def gravest(session: AsyncSession, *, form: Declaration) -> Gravity | None:
    """Tell how grave a declaration is at least by its systems, whatever it says."""
    return proposals.gravest(await named_by(session, form=form)) if form.systems else None


async def named_by(session: AsyncSession, *, form: Declaration) -> Sequence[InformationSystem]:
    """List the systems that a declaration names, in its order; one that left the register meanwhile is left out."""
    rows = await session.exec(select(InformationSystem).where(col(InformationSystem.id).in_(form.systems)))
    by_id = {id_of(one): one for one in rows}
    return [by_id[one] for one in form.systems if one in by_id and by_id[one].retired_at is None]
