"""Groups of businesses: bound by a representative, written to like a person, lost when the bot is put out."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Delivery, DeliveryState
from models.groups import Group
from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.lists import listed
from models.members import ContactKind, Member, MemberStatus, Representative, RepresentativeStatus
from models.operations import OperationsGroup
from models.people import Person
from services.ground import audit
from services.ground.faces import Kinds
from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line
from services.outbox import broadcasts
from services.people import invitations
from services.people.accounts import NAMELESS, coordinators
from services.people.businesses import may_be_spoken_for
from services.people.kinds import MEMBERSHIP, News

# The words under which people and groups are told what became of a binding.
BOUND, UNBOUND, LOST = "group-bound", "group-unbound", "group-lost"
# The same of a lost group, to coordinators.
OUT_OF_REACH = "group-out-of-reach"
# A business that is gone keeps no chat from another.
GONE = (MemberStatus.LEFT, MemberStatus.MERGED)
# How long a group is left in peace after it was told where commands belong.
HINT_PAUSE = timedelta(minutes=10)


class OnlyRepresentatives(Refusal):
    """In a business's group only those who speak for it answer; `name` is the business."""


class OnlyPrimaryContact(Refusal):
    """A business has a primary contact, and only they bind its group."""


class GroupLinkOfAnother(Refusal):
    """The link that binds a group was made by somebody else."""


class GroupOfAnother(Refusal):
    """The chat is bound to another business."""


class GroupOfDepartment(Refusal):
    """The chat is the department's operations group."""


class GroupBoundAlready(Refusal):
    """The chat is bound to the same business already; `name` is the business."""


class NoGroup(Refusal):
    """The business has no group."""


class NotSpokenFor(Refusal):
    """The person does not speak for the business."""


async def bound_to(session: AsyncSession, *, members: Iterable[int]) -> Sequence[int]:
    """List the ids of the groups that are bound to some businesses (ids), as far as these are in the network."""
    wanted = listed(session, list(dict.fromkeys(members)))
    query = (
        select(col(Group.id))
        .join(Member, col(Member.id) == col(Group.member_id))
        .join(wanted, wanted.c.value == col(Group.member_id))
        .where(col(Group.left_at).is_(None), Member.status == MemberStatus.APPROVED)
        .order_by(wanted.c.key)
    )
    return [group_id for group_id in await session.exec(query) if group_id is not None]


async def of_chat(session: AsyncSession, *, chat_id: int) -> Group | None:
    """Find the group that is bound in a chat."""
    query = select(Group).where(Group.chat_id == chat_id, col(Group.left_at).is_(None))
    return (await session.exec(query)).first()


async def of_member(session: AsyncSession, *, member_id: int) -> Group | None:
    """Find the group of a business."""
    query = select(Group).where(Group.member_id == member_id, col(Group.left_at).is_(None))
    return (await session.exec(query)).first()


async def spoken_to(session: AsyncSession, *, group_id: int | None) -> Member | None:
    """Find the business of the group to which a message goes now, or None when it goes nowhere any more."""
    query = (
        select(Member)
        .join(Group, col(Group.member_id) == col(Member.id))
        .where(Group.id == group_id, col(Group.left_at).is_(None), Member.status == MemberStatus.APPROVED)
    )
    return (await session.exec(query)).first()


async def check_speaker(session: AsyncSession, *, group: Group, person: Person) -> None:
    """Let only those pass who speak for a group's business; raises OnlyRepresentatives."""
    spoken = await session.exec(may_be_spoken_for(id_of(person)).where(Member.id == group.member_id))
    if spoken.first() is None:
        member = await session.get_one(Member, group.member_id)
        raise OnlyRepresentatives(name=member.name)


async def to_look_after(session: AsyncSession, *, member_id: int, person: Person) -> Member:
    """Find a business for which a person speaks; raises NotSpokenFor."""
    found = (await session.exec(may_be_spoken_for(id_of(person)).where(Member.id == member_id))).first()
    if found is None:
        raise NotSpokenFor
    return found


async def may_bind(session: AsyncSession, *, member_id: int, person: Person) -> bool:
    """Tell whether a person binds a business's group: its primary contact, or anybody where there is none."""
    return person.id in await called_first(session, member_id=member_id)


async def called_first(session: AsyncSession, *, member_id: int) -> Sequence[int]:
    """List the primary contacts of a business (person ids); where it has none, all who speak for it."""
    query = select(Representative).where(
        Representative.member_id == member_id, Representative.status == RepresentativeStatus.APPROVED
    )
    speaking = (await session.exec(query.order_by(col(Representative.id)))).all()
    primary = [one.person_id for one in speaking if one.contact is ContactKind.PRIMARY]
    return primary or [one.person_id for one in speaking]


async def invite(session: AsyncSession, *, member: Member, by: Person, now: datetime) -> tuple[str, datetime]:
    """Make the one-time link (its token, and until when) by which a person binds a group to a business.

    An earlier one that the person made for this is taken back. Raises OnlyPrimaryContact.
    """
    if not await may_bind(session, member_id=id_of(member), person=by):
        raise OnlyPrimaryContact
    for earlier in await _links(session, by=by, now=now):
        if earlier.member_id == member.id:
            invitations.revoke(session, invitation=earlier, by=by, now=now)
    token = await invitations.mint(session, kind=InvitationKind.GROUP, by=by, member_id=member.id, now=now)
    return token, now + invitations.LIFETIME[InvitationKind.GROUP]


async def _links(session: AsyncSession, *, by: Person, now: datetime) -> Sequence[Invitation]:
    living = await invitations.living(session, kind=InvitationKind.GROUP, now=now)
    return [one for one in living if one.created_by_id == by.id]


async def awaits_a_group(session: AsyncSession, *, person: Person, now: datetime) -> bool:
    """Tell whether a person has made a link that binds a group, and has not used it yet."""
    return bool(await _links(session, by=person, now=now))


async def bind(
    session: AsyncSession,
    *,
    invitation: Invitation,
    person: Person,
    chat_id: int,
    title: str,
    topic_id: int | None = None,
    kinds: Kinds,
    now: datetime,
) -> tuple[Group, Member]:
    """Bind a chat, or a topic of it, to the business that a link was made for; its group of before is let go and told.

    Raises GroupLinkOfAnother, NotSpokenFor, OnlyPrimaryContact, GroupOfAnother, -OfDepartment or -BoundAlready.
    """
    if invitation.created_by_id != person.id or invitation.member_id is None:
        raise GroupLinkOfAnother
    member = await to_look_after(session, member_id=invitation.member_id, person=person)
    if not await may_bind(session, member_id=id_of(member), person=person):
        raise OnlyPrimaryContact
    await _refuse_taken(session, chat_id, member)
    before = await of_member(session, member_id=id_of(member))
    if before is not None:
        await unbind(session, group=before, by=person, now=now)
    group = await _take(session, chat_id=chat_id, title=title, member=member, by=person, now=now)
    group.topic_id = topic_id
    invitations.use(session, invitation=invitation, person=person, now=now)
    _record(session, group, action="group-bound", person=person, now=now)
    await _tell(session, group, what=BOUND, by=person, now=now)
    await _show_what_is_open(session, group, kinds=kinds, now=now)
    return group, member


async def _refuse_taken(session: AsyncSession, chat_id: int, member: Member) -> None:
    of_department = select(OperationsGroup.id).where(
        OperationsGroup.chat_id == chat_id, col(OperationsGroup.left_at).is_(None)
    )
    if (await session.exec(of_department)).first() is not None:
        raise GroupOfDepartment
    held = await of_chat(session, chat_id=chat_id)
    if held is None:
        return
    if held.member_id == member.id:
        raise GroupBoundAlready(name=member.name)
    holder = await session.get_one(Member, held.member_id)
    if holder.status not in GONE:
        raise GroupOfAnother


async def _take(session: AsyncSession, *, chat_id: int, title: str, member: Member, by: Person, now: datetime) -> Group:
    """Write down whose group a chat is; a chat that was bound before keeps its row, and its old messages go."""
    group = (await session.exec(select(Group).where(Group.chat_id == chat_id))).first()
    if group is None:
        group = Group(
            chat_id=chat_id,
            member_id=id_of(member),
            title=title,
            language=by.language,
            bound_by_id=id_of(by),
            bound_at=now,
        )
        session.add(group)
    else:
        await _let_go_of_messages(session, id_of(group))
    group.member_id, group.language = id_of(member), by.language
    rename(group, title=title)
    group.bound_by_id, group.bound_at, group.left_at = id_of(by), now, None
    await session.flush()
    return group


def choose_topic(session: AsyncSession, *, group: Group, topic_id: int | None, by: Person, now: datetime) -> None:
    """Let what comes from now on appear in this topic of a group, None for General."""
    group.topic_id = topic_id
    _record(session, group, action="group-topic-chosen", person=by, now=now)


def rename(group: Group, *, title: str) -> None:
    """Keep the name that a group has in Telegram, tidied like the names of people."""
    group.title = tidy_line(title) or NAMELESS


async def _show_what_is_open(session: AsyncSession, group: Group, *, kinds: Kinds, now: datetime) -> None:
    """Let the cards of what is under way for a business appear in its new group."""
    for kind in kinds.values():
        open_ones = await kind.open_for(session, group.member_id) if kind.open_for is not None else ()
        for subject_id, details in open_ones:
            await broadcasts.queue(
                session,
                kind=kind,
                people=(),
                groups=[id_of(group)],
                subject_id=subject_id,
                details=details,
                now=now,
            )


async def unbind(session: AsyncSession, *, group: Group, by: Person | None, now: datetime, there: bool = True) -> None:
    """Let a group go: nothing of the business appears there any more; primary contacts are told, and those `there`."""
    await _leave(session, group, now=now)
    _record(session, group, action="group-unbound", person=by, now=now)
    await _tell(session, group, what=UNBOUND, by=by, there=there, now=now)


async def release_gone(session: AsyncSession, *, now: datetime) -> None:
    """Let the groups of businesses go that have left the network."""
    for group in (await session.exec(_of_gone())).all():
        await unbind(session, group=group, by=None, now=now)


@cache
def _of_gone() -> SelectOfScalar[Group]:
    return (
        select(Group)
        .join(Member, col(Member.id) == col(Group.member_id))
        .where(col(Group.left_at).is_(None), col(Member.status).in_(GONE))
    )


async def _tell(
    session: AsyncSession, group: Group, *, what: str, now: datetime, by: Person | None = None, there: bool = False
) -> None:
    """Tell those who are called first for a business, except the one who did it, and the group if it is `there`."""
    first = await called_first(session, member_id=group.member_id)
    await broadcasts.queue(
        session,
        kind=MEMBERSHIP,
        people=[one for one in first if by is None or one != by.id],
        groups=[id_of(group)] if there else (),
        subject_id=group.member_id,
        details=News(what),
        now=now,
    )


async def lose(session: AsyncSession, *, group_id: int, now: datetime) -> Group | None:
    """Stop writing to a group that the bot has lost, and tell the people who are called first, once.

    Returns the group, or None where it was lost before.
    """
    group = await session.get_one(Group, group_id)
    if group.left_at is not None:
        return None
    await _leave(session, group, now=now)
    await _tell(session, group, what=LOST, now=now)
    return group


async def tell_coordinators(session: AsyncSession, *, group: Group, now: datetime) -> None:
    """Tell the coordinators that a business's group cannot be written to; who is called first has heard it already."""
    first = await called_first(session, member_id=group.member_id)
    people = [id_of(one) for one in await coordinators(session) if one.id not in first]
    await broadcasts.queue(
        session, kind=MEMBERSHIP, people=people, subject_id=group.member_id, details=News(OUT_OF_REACH), now=now
    )


async def _leave(session: AsyncSession, group: Group, *, now: datetime) -> None:
    group.left_at = group.left_at or now
    await session.flush()
    await _let_go_of_messages(session, id_of(group))


async def _let_go_of_messages(session: AsyncSession, group_id: int) -> None:
    """Send and edit nothing more of what was meant for a group."""
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.group_id) == group_id,
            col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENT)),
        )
        .values(state=DeliveryState.DROPPED, edit_due_at=None, revision=col(Delivery.revision) + 1)
    )


def may_hint(group: Group, *, now: datetime) -> bool:
    """Tell whether a group may be told once more where commands belong, and keep that it is."""
    if group.hinted_at is not None and now - group.hinted_at < HINT_PAUSE:
        return False
    group.hinted_at = now
    return True


def _record(session: AsyncSession, group: Group, *, action: str, person: Person | None, now: datetime) -> None:
    audit.record(
        session,
        person=person,
        action=action,
        subject="member",
        subject_id=group.member_id,
        now=now,
        after={"group_id": group.id},
    )
