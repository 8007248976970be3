"""What stands behind the tally: lists of businesses, each with its page, and what can be written to them."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Message
from handlers.tally.taps import AnswerFilesTap, CalledTap, LeavesTap, ListTap, TallyPart, TallyPartTap
from handlers.tally.views import buttons
from handlers.tally.views import called as called_views
from handlers.tally.views import lists as views
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.members import MemberStatus
from models.roster import LookKind
from services.incidents import answer_files, standings
from services.incidents import lifecycle as incidents
from services.members import capabilities
from services.roster import contacts as roster_contacts
from services.roster.contacts import Contacts
from services.roster.search import Viewer
from services.tally import counting as tally
from services.tally import course
from services.tally import listing as tally_lists
from services.updates import due, seen


@allow(COORDINATORS)
async def on_part(update: Update, context: Context) -> None:
    """Show in the tally's place what stands behind it; the tally is edited again when one comes back to it."""
    tap = TallyPartTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    context.show(await (_overview if tap.part is TallyPart.LISTS else _writing)(context, incident))


async def _overview(context: Context, incident: Incident) -> Message:
    counted = await tally.count(context.session, incident=incident, now=context.now)
    names = await capabilities.names(context.session, language=context.reader.language)
    return views.overview(context.reader, incident, counted, names=names)


async def _writing(context: Context, incident: Incident) -> Message:
    counted = await tally.count(context.session, incident=incident, now=context.now)
    so_far = await course.of(context.session, incident=incident, now=context.now)
    said = await course.said(context.session, incident=incident)
    asking = [id_of(one) for one in said if one.asks_seen and one.taken_back_at is None]
    return views.writing(
        context.reader,
        incident,
        counted,
        so_far,
        said=said,
        seen_counts=await seen.count(context.session, notice_ids=asking) if asking else {},
        planned=await due.of_incident(context.session, incident=incident),
    )


@allow(COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """Show one heap in the tally's place."""
    tap = ListTap.unpack(tapped_data(update))
    session = context.session
    incident = await incidents.by_id(session, incident_id=tap.incident_id)
    page = await tally_lists.listing(session, incident=incident, group=tap.group, number=tap.page, now=context.now)
    names = await capabilities.kinds(session, language=context.reader.language)
    counted = await tally.count(session, incident=incident, now=context.now)
    so_far = await course.of(session, incident=incident, now=context.now)
    shown = views.listing(
        context.reader,
        incident,
        tap.group,
        page,
        equipment=names,
        remindable=buttons.may_remind(counted, so_far),
        now=context.now,
    )
    context.show(shown)


@allow(COORDINATORS)
async def on_leaves(update: Update, context: Context) -> None:
    """Offer the pages of a heap by the names with which they begin."""
    tap = LeavesTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    found = await tally_lists.leaves(context.session, incident=incident, group=tap.group, now=context.now)
    context.show(views.leaves(context.reader, incident, tap.group, found))


@allow(COORDINATORS)
async def on_called(update: Update, context: Context) -> None:
    """Open one business of a list: its answer, and its people with their numbers; the look is kept."""
    tap = CalledTap.unpack(tapped_data(update))
    session = context.session
    incident = await incidents.by_id(session, incident_id=tap.incident_id)
    line = await tally_lists.line_of(session, incident=incident, member_id=tap.member_id)
    steps = await standings.history(session, response=line.response) if line.response is not None else ()
    open_still = incident.status is not IncidentStatus.CLOSED
    shown = called_views.business(
        context.reader,
        line,
        tap,
        contacts=await _contacts(context, tap.member_id),
        steps=steps,
        equipment=await capabilities.kinds(session, language=context.reader.language),
        assignable=open_still and line.member.status is MemberStatus.APPROVED,
        now=context.now,
    )
    context.show(shown)


@allow(COORDINATORS)
async def on_files(update: Update, context: Context) -> None:
    """Send what came beside a business's answer."""
    tap = AnswerFilesTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    line = await tally_lists.line_of(context.session, incident=incident, member_id=tap.member_id)
    files = await answer_files.of_member(context.session, incident_id=tap.incident_id, member_id=tap.member_id)
    context.send_attachments(files, f"{incident.code} · {line.member.name}")


async def _contacts(context: Context, member_id: int) -> Contacts | None:
    """Find whom to call, unless the business stands in the roster no longer."""
    viewer = Viewer(context.person.id or 0, coordinates=True, sees_phones=True)
    try:
        return await roster_contacts.contacts(
            context.session,
            viewer=viewer,
            person=context.person,
            member_id=member_id,
            now=context.now,
            time_zone=context.office.time_zone,
            how=LookKind.WORK,
        )
    except roster_contacts.NotInRoster:
        return None
