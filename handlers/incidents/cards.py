"""Incidents as people meet them: lists, details, cards that are edited in place, reminders."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.frame.access import COORDINATORS, EVERYONE, PRIVATE_OR_GROUP, PRIVATE_OR_OPERATIONS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.office import Office
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import CardTap, DetailsTap
from handlers.incidents.views import cards as views
from handlers.incidents.views import details as details_views
from handlers.incidents.views import listing
from models.identity import id_of
from models.incidents import INCIDENT_SUBJECT, NOTICE_SUBJECT, Incident, IncidentStatus
from models.people import Role
from models.presence import Presence
from models.tlp import Tlp
from services.ground import attachments
from services.groups import bindings
from services.incidents import audience, own_cards, reminders, responses
from services.incidents import lifecycle as incidents
from services.incidents import standings as answers
from services.incidents.audience import Wanted
from services.incidents.kinds import AfterOutage
from services.incidents.sharing import labels, naming
from services.incidents.standings import AnswerStep, Standing
from services.incidents.touched import systems as touched
from services.members import capabilities
from services.outbox.deliveries import Claimed
from services.people import businesses
from services.places import communes
from services.presence import stays
from services.tally import asked, course

MEMBERS_AND_COORDINATORS = COORDINATORS | {Role.REPRESENTATIVE, Role.OBSERVER}


@allow(MEMBERS_AND_COORDINATORS, places=PRIVATE_OR_OPERATIONS)
async def on_list(update: Update, context: Context) -> None:
    """List incidents (`/tinhhinh`): all of them to coordinators, to members those they were alerted of.

    In the operations group the answer is who does what now.
    """
    if context.turn.operations is not None:
        await context.turn.entries["situation"](update, context)
        return
    coordinating = bool(context.turn.roles & COORDINATORS)
    if coordinating:
        found = await incidents.recent(context.session)
    else:
        found = await incidents.recent_for(context.session, person=context.person)
    headlines = [listing.Headline(id_of(one), one.code, one.title, one.status, one.kind) for one in found]
    context.show(listing.incident_list(context.reader, headlines, coordinating=coordinating))


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_details(update: Update, context: Context) -> None:
    """Show an incident's whole text and its files to those who were alerted, and keep that they looked."""
    tap = DetailsTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    alerted = await responses.was_alerted(context.session, incident=incident, person=context.person)
    if not alerted and not context.turn.roles & COORDINATORS:
        raise responses.NotAlerted
    if alerted:
        await responses.see(context.session, incident=incident, person=context.person, now=context.now)
        await audience.call_in(context.session, incident=incident, person=context.person, now=context.now)
    facts = await facts_of(context.session, incident=incident, office=context.office, reader=context.reader)
    history = await _history(context, incident)
    if context.turn.group is not None:
        context.notice(details_views.details_follow(context.reader))
    said = await course.said_to(context.session, incident=incident, person=context.person)
    if context.turn.roles & COORDINATORS:
        said = await course.said(context.session, incident=incident)
    with_said = await attachments.of_each(
        context.session, subject=NOTICE_SUBJECT, subject_ids=[id_of(one) for one in said]
    )
    questions = await _questions(context, incident)
    narrow = labels.is_narrow(incident.tlp)
    shown = details_views.details(
        context.reader,
        facts,
        said=said,
        files=with_said,
        history=history,
        questions=questions,
        answerable=alerted,
        now=context.now,
    )
    context.whisper(replace(shown, protected=narrow))
    files = await attachments.of(context.session, subject=INCIDENT_SUBJECT, subject_id=id_of(incident))
    context.send_attachments(files, incident.code, protected=narrow)
    for one in said:
        at = context.reader.short_moment(one.said_at, context.now)
        context.send_attachments(with_said.get(id_of(one), ()), f"{incident.code} · {at}", protected=narrow)


async def _questions(context: Context, incident: Incident) -> int:
    """Count what was asked in words: by everybody for coordinators, for others by their own businesses."""
    incident_id = id_of(incident)
    if context.turn.roles & COORDINATORS:
        return await asked.all_of(context.session, incident_id=incident_id)
    members = [id_of(one) for one in await businesses.spoken_for(context.session, person=context.person)]
    return await asked.all_of(context.session, incident_id=incident_id, members=members)


@allow(EVERYONE)
async def on_card(update: Update, context: Context) -> None:
    """Send a person their own card anew, at the end of the chat."""
    tap = CardTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await own_cards.send_anew(context.session, incident=incident, person=context.person, now=context.now)
    context.notice(views.card_follows(context.reader))


async def _history(context: Context, incident: Incident) -> dict[str, Sequence[AnswerStep]]:
    """Gather what the person's businesses answered so far, step by step, by their names."""
    standings = await answers.standings(context.session, incident=incident, person_id=id_of(context.person))
    return {
        standing.member.name: await answers.history(context.session, response=standing.response)
        for standing in standings
        if standing.response is not None
    }


async def facts_of(session: AsyncSession, *, incident: Incident, office: Office, reader: Reader) -> views.Facts:
    """Gather what a card says of an incident."""
    wanted = await incidents.wanted_by(session, incident=incident)
    return views.Facts(
        code=incident.code,
        kind=incident.kind,
        type=incident.type,
        severity=incident.severity,
        status=incident.status,
        title=reader.own(incident.title),
        description=reader.own(incident.description),
        headcount_wanted=incident.headcount_wanted,
        headcount_unit=incident.headcount_unit,
        began_at=incident.began_at,
        until_at=incident.until_at,
        communes=commune_names(wanted),
        sectors=sector_names(wanted, reader),
        capabilities=await capability_names(session, wanted, reader),
        files=len(await attachments.of(session, subject=INCIDENT_SUBJECT, subject_id=id_of(incident))),
        declared_at=incident.declared_at,
        department=office.department,
        summary=reader.own(incident.summary) if incident.summary is not None else None,
        closed_at=incident.closed_at,
        incident_id=id_of(incident),
        corrected_at=incident.corrected_at,
        tlp=incident.tlp,
        recipients=await _recipients(session, incident),
        enough=incident.enough_at is not None and incident.thanked_at is not None,
    )


async def _recipients(session: AsyncSession, incident: Incident) -> Sequence[str]:
    """Name for whom it is, where the label asks for it."""
    if incident.tlp is not Tlp.RED:
        return ()
    return await naming.named(session, incident_id=id_of(incident))


def commune_names(wanted: Wanted) -> list[str]:
    """Name the communes that are meant."""
    return [communes.commune(code).name for code in wanted.commune_codes]


def sector_names(wanted: Wanted, reader: Reader) -> list[str]:
    """Name the sectors that are meant, in the reader's language."""
    return [reader.label(f"sector-{sector}") for sector in wanted.sectors]


async def capability_names(session: AsyncSession, wanted: Wanted, reader: Reader) -> list[str]:
    """Name the capabilities that are meant, in the reader's language."""
    named = await capabilities.names(session, language=reader.language, ids=wanted.capability_ids)
    return list(named.values())


async def compose_alert(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a person's card; a first one goes out only to those who speak for a business while it is not over."""
    if claimed.subject_id is None:
        return None
    session = occasion.session
    incident = await occasion.once(
        claimed,
        lambda: incidents.by_id(session, incident_id=claimed.subject_id or 0),
        about=("incident", claimed.subject_id),
    )
    if not claimed.is_edit and incident.status is IncidentStatus.CLOSED:
        return None
    is_alike = not claimed.is_edit and claimed.person_id not in await _readers_of_systems(occasion, claimed)
    if is_alike and claimed.person_id in await _silent(occasion, claimed):
        return await occasion.once(
            claimed,
            lambda: _first_card(occasion, claimed, incident, reader),
            about=("first card", claimed.broadcast_id, claimed.is_repeat),
        )
    standings = await standings_of(session, incident, claimed)
    if not standings:
        return views.card_of_nobody(reader, incident) if claimed.is_edit else None
    if claimed.is_edit and await _has_newer(occasion, claimed):
        return views.card_moved(reader, incident)
    facts = await occasion.once(
        claimed, lambda: facts_of(session, incident=incident, office=occasion.office, reader=reader)
    )
    offered = {one for standing in standings if standing.response for one in standing.response.offered_capability_ids}
    names = await _systems(occasion, claimed, standings)
    return views.card(
        reader,
        replace(facts, systems=names) if names else facts,
        standings=standings,
        equipment=await capabilities.kinds(session, language=reader.language, ids=offered),
        stays=await _stays(occasion, claimed, incident, standings),
        repeated=claimed.is_repeat,
        in_group=claimed.group_id is not None,
        now=occasion.now,
    )


async def _systems(occasion: Occasion, claimed: Claimed, standings: Sequence[Standing]) -> Sequence[str]:
    """Name the touched systems that a recipient's businesses may see; looked up for the whole incident at once."""
    shown = await _shown_systems(occasion, claimed)
    return list(dict.fromkeys(name for one in standings for name in shown.get(id_of(one.member), ())))


async def _shown_systems(occasion: Occasion, claimed: Claimed) -> Mapping[int, Sequence[str]]:
    incident_id = claimed.subject_id or 0
    return await occasion.once(
        claimed,
        lambda: touched.shown_to(occasion.session, incident_id=incident_id),
        about=("systems", incident_id),
    )


async def _readers_of_systems(occasion: Occasion, claimed: Claimed) -> Collection[int]:
    """Find the people whose card names a system that others may not see."""
    incident_id, shown = claimed.subject_id or 0, await _shown_systems(occasion, claimed)
    if not shown:
        return ()
    return await occasion.once(
        claimed,
        lambda: touched.alerted_for(occasion.session, incident_id=incident_id, members=shown),
        about=("readers of systems", incident_id),
    )


async def _stays(
    occasion: Occasion, claimed: Claimed, incident: Incident, standings: Sequence[Standing]
) -> Mapping[int, Presence]:
    """Give the last stay on site of a recipient's businesses (ids); looked up for the whole incident at once."""
    newest = await occasion.once(
        claimed,
        lambda: stays.newest(occasion.session, incident_id=id_of(incident)),
        about=("stays", incident.id),
    )
    return {id_of(one.member): newest[id_of(one.member)] for one in standings if one.member.id in newest}


async def _silent(occasion: Occasion, claimed: Claimed) -> Collection[int]:
    """Find, for the whole batch at once, the people whose card is the same for all: none of theirs has answered."""
    incident_id = claimed.subject_id or 0

    async def look() -> Collection[int]:
        batch = [one.person_id for one in occasion.batch if _subject(one) == _subject(claimed)]
        people = [person_id for person_id in batch if person_id is not None]
        return await answers.silent(occasion.session, incident_id=incident_id, people=people)

    return await occasion.once(claimed, look, about=("silent", incident_id))


async def _has_newer(occasion: Occasion, claimed: Claimed) -> bool:
    """Tell whether a person was sent a newer card of the incident; looked up for the whole batch at once."""
    incident_id = claimed.subject_id or 0

    async def look() -> Mapping[int, int]:
        batch = [one.person_id for one in occasion.batch if _subject(one) == _subject(claimed)]
        people = [person_id for person_id in batch if person_id is not None]
        return await own_cards.newest(occasion.session, incident_id=incident_id, people=people)

    newest = await occasion.once(claimed, look, about=("newest card", incident_id))
    return claimed.person_id is not None and newest.get(claimed.person_id, 0) > claimed.id


def _subject(claimed: Claimed) -> tuple[str, int | None]:
    return claimed.subject, claimed.subject_id


async def _first_card(occasion: Occasion, claimed: Claimed, incident: Incident, reader: Reader) -> Message:
    facts = await facts_of(occasion.session, incident=incident, office=occasion.office, reader=reader)
    return views.card(reader, facts, repeated=claimed.is_repeat, now=occasion.now)


async def standings_of(session: AsyncSession, incident: Incident, claimed: Claimed) -> Sequence[Standing]:
    """Tell how the businesses of a recipient stand: a person's, or the one whose group it is."""
    if claimed.person_id is not None:
        return await answers.standings(session, incident=incident, person_id=claimed.person_id)
    member = await bindings.spoken_to(session, group_id=claimed.group_id)
    if member is None:
        return ()
    return await answers.standings_of(session, incident=incident, member_id=id_of(member))


async def compose_reminder(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask those again who have not answered meanwhile; once sent, it becomes a card that shows the answer."""
    if claimed.subject_id is None or claimed.person_id is None:
        return None
    session = occasion.session
    incident = await incidents.by_id(session, incident_id=claimed.subject_id)
    if claimed.is_edit:
        return await compose_alert(occasion, claimed, reader)
    if incident.status is IncidentStatus.CLOSED:
        return None
    if await reminders.has_spoken(session, incident_id=claimed.subject_id, person_id=claimed.person_id):
        return None
    facts = await occasion.once(
        claimed, lambda: facts_of(session, incident=incident, office=occasion.office, reader=reader)
    )
    if claimed.read(AfterOutage) is not None:
        return views.asked_again(reader, facts, now=occasion.now)
    wrote = await occasion.once(
        claimed,
        lambda: asked.people_of_those_who_wrote(session, incident_id=id_of(incident)),
        about=("wrote", incident.id),
    )
    return views.reminder(reader, facts, wrote=claimed.person_id in wrote, now=occasion.now)
