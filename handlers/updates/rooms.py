"""Updates on their way: composed for each reader, acknowledged in a tap, said to be unchanged in a tap, asked for."""

from collections.abc import Collection, Sequence

from markupsafe import Markup
from telegram import Update

from handlers.frame.access import COORDINATORS, EVERYONE, PRIVATE_OR_GROUP, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.views import attached as attached_views
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.incidents import notices as notice_room
from handlers.incidents.cards import facts_of
from handlers.incidents.views.cards import Facts
from handlers.updates import writing
from handlers.updates.taps import AcknowledgeTap, RemindSeenNowTap, RemindSeenTap, SeenTap, TakeBackTap, UnchangedTap
from handlers.updates.views import messages as views
from handlers.updates.views import seen as seen_views
from models.identity import id_of
from models.incidents import NOTICE_SUBJECT, Incident, IncidentStatus, Notice
from models.members import Member
from models.people import Person
from models.updates import Acknowledgement
from services.command import holding
from services.ground import attachments
from services.groups import bindings
from services.incidents import lifecycle as incidents
from services.incidents import notices
from services.incidents.kinds import OfNotice
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.updates import due, seen, situations
from services.updates.kinds import Owed
from services.updates.seen import EverybodyAcknowledged, Seen


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_acknowledge(update: Update, context: Context) -> None:
    """Keep that an update was seen; in a business's group, by that business."""
    tap = AcknowledgeTap.unpack(tapped_data(update))
    group = context.turn.group
    only_for = group.member_id if group is not None else None
    await seen.acknowledge(
        context.session, notice_id=tap.notice_id, person=context.person, only_for=only_for, now=context.now
    )
    context.notice(seen_views.acknowledged(context.reader))


@allow(COORDINATORS)
async def on_unchanged(update: Update, context: Context) -> None:
    """Tell those who got the last update that nothing is new."""
    tap = UnchangedTap.unpack(tapped_data(update))
    people = await situations.say_unchanged(
        context.session, incident_id=tap.incident_id, by=context.person, now=context.now
    )
    await writing.confirm(context, tap.incident_id, people=people)


@allow(COORDINATORS)
async def on_take_back(update: Update, context: Context) -> None:
    """Take back an update."""
    tap = TakeBackTap.unpack(tapped_data(update))
    notice = await situations.take_back(context.session, notice_id=tap.notice_id, by=context.person, now=context.now)
    unknown = await situations.in_doubt(context.session, notice=notice)
    files = await attachments.of(context.session, subject=NOTICE_SUBJECT, subject_id=id_of(notice))
    context.show(views.taken_back(context.reader, unknown=unknown, has_files=bool(files)))


@allow(COORDINATORS)
async def on_seen(update: Update, context: Context) -> None:
    """Show who has acknowledged an update."""
    tap = SeenTap.unpack(tapped_data(update))
    notice = await situations.by_id(context.session, notice_id=tap.notice_id)
    context.show(await _listing(context, notice, tap.page))


async def _listing(context: Context, notice: Notice, number: int) -> Message:
    incident = await incidents.by_id(context.session, incident_id=notice.incident_id)
    page = await seen.listing(context.session, notice_id=id_of(notice), number=number)
    return seen_views.listing(context.reader, incident, notice, page, now=context.now)


@allow(COORDINATORS)
async def on_remind(update: Update, context: Context) -> None:
    """Ask whether those are to be asked again who have not acknowledged an update."""
    tap = RemindSeenTap.unpack(tapped_data(update))
    notice = await situations.still_said(context.session, notice_id=tap.notice_id)
    incident = await incidents.still_open(context.session, incident_id=notice.incident_id)
    counted = (await seen.count(context.session, notice_ids=[tap.notice_id])).get(tap.notice_id, Seen())
    if counted.seen >= counted.asked:
        raise EverybodyAcknowledged
    context.show(seen_views.ask_remind(context.reader, incident, notice, counted, now=context.now))


@allow(COORDINATORS)
async def on_remind_now(update: Update, context: Context) -> None:
    """Ask those again who have not acknowledged an update."""
    tap = RemindSeenNowTap.unpack(tapped_data(update))
    notice = await situations.still_said(context.session, notice_id=tap.notice_id)
    people = await seen.remind(context.session, notice_id=tap.notice_id, by=context.person, now=context.now)
    context.notice(seen_views.reminded(context.reader, people))
    context.show(await _listing(context, notice, 0))


async def offers(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to look at who has acknowledged the last update that asks for it.

    That nothing is new is said where updates are written, not here: one tap of it goes to all, and this page is edited
    from.
    """
    asking = await situations.asking(context.session, incident_id=id_of(incident))
    if asking is None:
        return []
    counted = (await seen.count(context.session, notice_ids=[id_of(asking)])).get(id_of(asking), Seen())
    return [seen_views.button(context.reader, id_of(asking), counted)]


async def hand_over(context: Context, incident: Incident) -> Sequence[str]:
    """Tell whoever takes over command when the next update is due."""
    planned = await due.of_incident(context.session, incident=incident)
    return [views.handover(context.reader, planned.due_at, now=context.now)] if planned is not None else []


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make an update for one reader: with who of theirs has acknowledged it, where that is asked for."""
    brought = claimed.read(OfNotice)
    if brought is None:
        return None
    session = occasion.session

    async def gather() -> tuple[Notice, Facts, Markup | None, Collection[int]]:
        notice = await notices.by_id(session, notice_id=brought.notice_id)
        incident = await incidents.by_id(session, incident_id=notice.incident_id)
        facts = await facts_of(session, incident=incident, office=occasion.office, reader=reader)
        files = await attachments.of(session, subject=NOTICE_SUBJECT, subject_id=brought.notice_id)
        if notice.taken_back_at is not None:
            files = []
        observers = [id_of(one) for one in await accounts.observers(session)] if notice.observers else []
        return notice, facts, attached_views.below(reader, files), observers

    notice, facts, with_files, observers = await occasion.once(claimed, gather)
    may_have_come = claimed.is_edit or claimed.is_repeat
    if notice.taken_back_at is not None and not may_have_come:
        return None
    told = await notice_room.is_told(occasion, claimed, incident_id=notice.incident_id)
    if not told and claimed.person_id not in observers:
        return None
    standing = await _standing(occasion, claimed, notice)
    return views.update(
        reader,
        facts,
        notice,
        with_files=with_files,
        seen=[await _seen_by(occasion, one) for one in standing if one.at is not None],
        waits=any(one.at is None for one in standing) if standing else not claimed.is_edit,
        has_details=claimed.person_id not in observers,
        repeated=claimed.is_repeat and notice.taken_back_at is None,
    )


async def _standing(occasion: Occasion, claimed: Claimed, notice: Notice) -> Sequence[Acknowledgement]:
    """Tell what of an update a reader has acknowledged; a first message, to many, need not know."""
    if not notice.asks_seen or not claimed.is_edit or notice.taken_back_at is not None:
        return ()
    if claimed.group_id is not None:
        member = await bindings.spoken_to(occasion.session, group_id=claimed.group_id)
        if member is None:
            return ()
        return await seen.of_member(occasion.session, notice_id=id_of(notice), member_id=id_of(member))
    person = await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None
    if person is None:
        return ()
    return await seen.standing(occasion.session, notice_id=id_of(notice), person=person)


async def _seen_by(occasion: Occasion, one: Acknowledgement) -> views.SeenBy:
    member = await occasion.session.get(Member, one.member_id) if one.member_id is not None else None
    person = await occasion.session.get(Person, one.person_id) if one.person_id is not None else None
    by = person.name if person is not None else None
    return views.SeenBy(member.name if member is not None else "", by, one.at or occasion.now)


async def compose_reminder(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask one reader again to acknowledge an update, unless it was done meanwhile or the incident is over."""
    brought = claimed.read(OfNotice)
    if brought is None or claimed.person_id is None:
        return None
    session = occasion.session
    notice = await notices.by_id(session, notice_id=brought.notice_id)
    incident = await incidents.by_id(session, incident_id=notice.incident_id)
    person = await session.get_one(Person, claimed.person_id)
    standing = await seen.standing(session, notice_id=brought.notice_id, person=person)
    is_over = incident.status is IncidentStatus.CLOSED or notice.taken_back_at is not None
    waits = any(one.at is None for one in standing) and not is_over
    if not waits and not claimed.is_edit:
        return None
    facts = await facts_of(session, incident=incident, office=occasion.office, reader=reader)
    return views.reminder(reader, facts, notice, now=occasion.now) if waits else views.reminder_over(reader, facts)


async def compose_owed(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a coordinator that an update is due or late, unless one went out meanwhile or the incident is over."""
    told = claimed.read(Owed)
    if told is None or claimed.person_id is None or claimed.subject_id is None:
        return None
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id)
    person = await occasion.session.get_one(Person, claimed.person_id)
    if person.staff_role not in accounts.COORDINATORS:
        return None
    return await owed(occasion, incident, reader, told, is_edit=claimed.is_edit)


async def owed(
    occasion: Occasion, incident: Incident, reader: Reader, told: Owed, *, is_edit: bool = False
) -> Message | None:
    """Say that an update is due or late; None where one went out meanwhile, or the incident is over.

    What was said before is said as of now: who commands may have been erased.
    """
    session = occasion.session
    planned = await due.of_incident(session, incident=incident)
    if not is_edit and (planned is None or planned.due_at != told.due_at):
        return None
    facts = await facts_of(session, incident=incident, office=occasion.office, reader=reader)
    held = await holding.holder(session, incident=incident)
    return views.owed(
        reader,
        facts,
        due_at=told.due_at,
        is_late=told.is_late,
        held=held,
        now=occasion.now,
    )
