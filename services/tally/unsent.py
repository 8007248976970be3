"""Who has not got an incident's messages: by name, with why, whom to call, and whether sending again can help."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.channels import Reach
from models.groups import Group
from models.identity import id_of
from models.incidents import Alerted, Incident
from models.members import IN_NETWORK, Member, Representative, RepresentativeStatus
from models.people import Person
from services.ground.paging import nearest_page
from services.outbox import again, receipt
from services.tally import resending

PAGE = 8
# What became of what somebody has not got, for certain: nobody knows, it failed, it can be sent again.
UNCERTAIN, LOST, HELPED = 0, 1, 2


@dataclass(frozen=True)
class Unsent:
    """One recipient whom messages (`kinds`) could not be sent to: a person, or a business's group (`is_group`).

    `phone` is of a person who speaks for a business of the roster. `error` says why it failed, in the channel's
    words; `again` tells whether the messages can be sent again; `uncertain` that nobody knows whether they came.
    """

    name: str
    member: Member | None
    phone: str | None
    error: str
    again: bool
    kinds: Sequence[BroadcastKind]
    is_group: bool = False
    uncertain: bool = False


@dataclass(frozen=True)
class UnsentPage:
    """A part of the list: `number` counts from 0, `again` counts the messages that can be sent again."""

    lines: Sequence[Unsent]
    number: int
    pages: int
    total: int
    again: int


async def count(session: AsyncSession, *, incident: Incident) -> int:
    """Count the people and groups who have not got what was sent to them."""
    recipients = select(Delivery.person_id, Delivery.group_id).distinct().select_from(Delivery)
    found = recipients.join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id)).where(*_failed(incident))
    return (await session.exec(select(func.count()).select_from(found.subquery()))).one()


async def listing(session: AsyncSession, *, incident: Incident, number: int) -> UnsentPage:
    """List them a page at a time, those first whom sending again cannot help: they are called by telephone."""
    total = await count(session, incident=incident)
    number, pages = nearest_page(number, total=total, size=PAGE)
    helped = func.max(
        case((again.has_failed(), HELPED), (col(Delivery.state) == DeliveryState.FAILED, LOST), else_=UNCERTAIN)
    )
    rows = await session.exec(
        select(
            Delivery.person_id,
            Delivery.group_id,
            func.max(func.coalesce(col(Reach.reason), col(Delivery.error), "")),
            helped,
        )
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .outerjoin(Reach, receipt.lost())
        .where(*_failed(incident))
        .group_by(col(Delivery.person_id), col(Delivery.group_id))
        .order_by(helped, func.min(col(Delivery.id)))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    found = rows.all()
    missed = await _missed(session, incident, [(person_id, group_id) for person_id, group_id, *_ in found])
    people = await _people(session, incident, [person_id for person_id, *_ in found if person_id is not None])
    groups = await _groups(session, [group_id for _, group_id, *_ in found if group_id is not None])
    lines = [
        _line(
            people.get(person_id or 0) or groups.get(group_id or 0),
            error,
            missed[person_id, group_id],
            can=how == HELPED,
            uncertain=how == UNCERTAIN,
        )
        for person_id, group_id, error, how in found
    ]
    return UnsentPage(
        lines=lines, number=number, pages=pages, total=total, again=await resending.count(session, incident=incident)
    )


@dataclass(frozen=True)
class _Recipient:
    name: str = ""
    member: Member | None = None
    phone: str | None = None
    is_group: bool = False


def _line(
    found: _Recipient | None, error: str, kinds: Sequence[BroadcastKind], *, can: bool, uncertain: bool
) -> Unsent:
    one = found or _Recipient()
    return Unsent(one.name, one.member, one.phone, error, can, kinds, one.is_group, uncertain)


def _failed(incident: Incident) -> Sequence[ColumnElement[bool]]:
    """Make the conditions that a message of an incident has failed and never went out, or nobody knows whether."""
    return (
        resending.is_of(incident),
        col(Delivery.state).in_((DeliveryState.FAILED, DeliveryState.UNCERTAIN)),
        col(Delivery.sent_at).is_(None),
    )


async def _missed(
    session: AsyncSession, incident: Incident, recipients: Collection[tuple[int | None, int | None]]
) -> Mapping[tuple[int | None, int | None], Sequence[BroadcastKind]]:
    """Tell which kinds of messages some recipients (ids of a person, or of a group) have not got, in order."""
    rows = await session.exec(
        select(Delivery.person_id, Delivery.group_id, Broadcast.kind)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *_failed(incident),
            col(Delivery.person_id).in_([person for person, _ in recipients])
            | col(Delivery.group_id).in_([group for _, group in recipients]),
        )
        .order_by(col(Delivery.id))
    )
    kinds: dict[tuple[int | None, int | None], list[BroadcastKind]] = {one: [] for one in recipients}
    for person_id, group_id, word in rows:
        theirs, kind = kinds[person_id, group_id], BroadcastKind(word)
        if kind not in theirs:
            theirs.append(kind)
    return kinds


async def _people(session: AsyncSession, incident: Incident, ids: Collection[int]) -> Mapping[int, _Recipient]:
    """Find who some people (ids) are, and for which business they were called, else for which one they speak."""
    people = await session.exec(select(Person).where(col(Person.id).in_(ids)))
    found = {id_of(person): _Recipient(person.name) for person in people}
    called = (
        select(Alerted.person_id)
        .where(
            Alerted.incident_id == id_of(incident),
            Alerted.person_id == Representative.person_id,
            Alerted.member_id == Representative.member_id,
        )
        .correlate(Representative)
        .exists()
    )
    spoken = await session.exec(
        select(Representative, Member)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(
            col(Representative.person_id).in_(ids),
            Representative.status == RepresentativeStatus.APPROVED,
            # Nobody is to be called of a business that has left.
            col(Member.status).in_(IN_NETWORK),
        )
        # The last one counts: a business for which a person was called, the eldest of several.
        .order_by(called, col(Member.id).desc())
    )
    return found | {one.person_id: _Recipient(one.name, member, one.phone) for one, member in spoken}


async def _groups(session: AsyncSession, ids: Collection[int]) -> Mapping[int, _Recipient]:
    rows = await session.exec(
        select(Group, Member).join(Member, col(Member.id) == col(Group.member_id)).where(col(Group.id).in_(ids))
    )
    return {id_of(group): _Recipient(group.title, member, is_group=True) for group, member in rows}
