"""A correction is told: shortly to those who act on what stood before, and as an update to all where that is wished."""

from telegram import Update

from handlers.corrections.taps import TellCorrectionTap
from handlers.corrections.views import news as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.updates import writing
from models.corrections import Correction
from models.incidents import IncidentStatus
from services.corrections import following
from services.corrections.correcting import NothingCorrected
from services.corrections.kinds import OfCorrection
from services.groups import bindings
from services.incidents import lifecycle as incidents
from services.outbox.deliveries import Claimed


@allow(COORDINATORS)
async def on_tell(update: Update, context: Context) -> None:
    """Propose an update to everybody that says what was corrected."""
    tap = TellCorrectionTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    correction = await following.last(context.session, incident=incident)
    if correction is None:
        raise NothingCorrected
    # It goes to everybody: in the language of the office, whatever the coordinator speaks.
    reader = context.office.reader(context.office.language)
    lines = views.changes(reader, correction) or [reader.own(incident.title)]
    text = "\n".join([reader.label("correction-update", code=incident.code), *lines])
    await writing.propose(context, incident_id=tap.incident_id, text=text)


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell one of those who act on it what was corrected, unless all is over by now."""
    told, session = claimed.read(OfCorrection), occasion.session
    correction = await session.get(Correction, told.correction_id) if told is not None else None
    if correction is None:
        return None
    incident = await incidents.by_id(session, incident_id=correction.incident_id)
    if incident.status is IncidentStatus.CLOSED and not claimed.is_edit:
        return None
    in_group = claimed.group_id is not None
    if in_group and await bindings.spoken_to(session, group_id=claimed.group_id) is None:
        return None
    tasks = await following.tasks_of(session, incident_id=correction.incident_id, person_id=claimed.person_id or 0)
    return views.news(reader, incident, correction, tasks=tasks, in_group=in_group, now=occasion.now)
