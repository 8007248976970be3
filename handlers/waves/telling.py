"""What people are told of an incident's course, made when it is sent."""

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.incidents.cards import facts_of
from handlers.waves import views
from models.incidents import Incident, IncidentStatus
from services.ground.details import Details
from services.incidents import lifecycle as incidents
from services.incidents import reminders
from services.outbox.deliveries import Claimed
from services.waves.kinds import COURSE, GoesOnAgain, LetKnow, NotNeeded, Raised, RestsForReal


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Let know of an incident, that its severity was raised, or thank who is not needed; nothing after the end."""
    if claimed.subject_id is None:
        return None
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id)
    if incident.status is IncidentStatus.CLOSED:
        return None
    told: Details | None = claimed.read(*COURSE.details)
    facts = await occasion.once(
        claimed, lambda: facts_of(occasion.session, incident=incident, office=occasion.office, reader=reader)
    )
    match told:
        case LetKnow():
            return views.let_know(reader, facts)
        case Raised():
            return views.raised(reader, facts, told)
        case RestsForReal(incident_id=real_id):
            real = await incidents.by_id(occasion.session, incident_id=real_id)
            return views.rests(reader, facts, real.code) if real.status is not IncidentStatus.CLOSED else None
        case GoesOnAgain():
            return views.goes_on(reader, facts)
        case NotNeeded() if await _is_not_needed(occasion, claimed, incident):
            return views.not_needed(reader, facts)
        case _:
            return None


async def _is_not_needed(occasion: Occasion, claimed: Claimed, incident: Incident) -> bool:
    """Tell whether there is still enough help, and the person's businesses have still not answered."""
    if incident.enough_at is None or claimed.person_id is None:
        return False
    return not await reminders.has_spoken(
        occasion.session, incident_id=claimed.subject_id or 0, person_id=claimed.person_id
    )
