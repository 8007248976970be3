"""Who has not stood down after the end: listed once by itself and whenever somebody looks, to be called or asked."""

from collections.abc import Sequence

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.incidents.cards import facts_of, standings_of
from handlers.presence.taps import AskLateTap, LateTap, StrikeLateTap
from handlers.presence.views import late as views
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus
from services.incidents import lifecycle as incidents
from services.incidents.answer_steps import ENGAGED
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.presence import standing_down, stays
from services.presence.kinds import LATE


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to see who has not stood down, after the end of what is no drill."""
    if incident.status is not IncidentStatus.CLOSED or incident.kind is IncidentKind.DRILL:
        return []
    late = await standing_down.late(context.session, incident=incident)
    return [views.button(context.reader, incident, late)] if late else []


@allow(COORDINATORS)
async def on_late(update: Update, context: Context) -> None:
    """Show who has not stood down, and keep that true."""
    tap = LateTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    late = await standing_down.late(context.session, incident=incident)
    context.show(views.late(context.reader, incident, late, now=context.now))
    await keep_tapped(update, context, kind=LATE, subject_id=tap.incident_id)


@allow(COORDINATORS)
async def on_ask(update: Update, context: Context) -> None:
    """Ask those who have not stood down."""
    tap = AskLateTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    asked = await standing_down.remind(context.session, incident=incident, by=context.person, now=context.now)
    context.notice(views.asked(context.reader, asked))


@allow(COORDINATORS)
async def on_strike(update: Update, context: Context) -> None:
    """Take a business off the list of which nobody can be asked, because a coordinator knows that it has gone."""
    tap = StrikeLateTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await standing_down.strike(
        context.session, incident=incident, member_id=tap.member_id, by=context.person, now=context.now
    )
    late = await standing_down.late(context.session, incident=incident)
    context.show(views.late(context.reader, incident, late, now=context.now))
    context.notice(views.struck(context.reader))


async def compose_late(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the list for whoever leads; once everybody has stood down it says so, and a first one does not go out."""
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id or 0)
    coordinators = await accounts.coordinator_ids(occasion.session)
    if claimed.person_id not in coordinators:
        return None
    late = await standing_down.late(occasion.session, incident=incident)
    if not claimed.is_edit and (not late or incident.status is not IncidentStatus.CLOSED):
        return None
    return views.late(reader, incident, late, now=occasion.now)


async def compose_asked(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask a member whose business has not stood down; once it has, the message says so."""
    session = occasion.session
    incident = await incidents.by_id(session, incident_id=claimed.subject_id or 0)
    standings = await standings_of(session, incident, claimed)
    there = await stays.there_now(session, incident_id=id_of(incident))
    waiting = incident.status is IncidentStatus.CLOSED and any(
        (one.response and one.response.answer in ENGAGED and one.response.stood_down_at is None)
        or one.member.id in there
        for one in standings
    )
    if not waiting and not claimed.is_edit:
        return None
    facts = await facts_of(session, incident=incident, office=occasion.office, reader=reader)
    return views.ask(reader, facts, waiting=waiting)
