"""The messages that show honours: made for whom they go to, late, and edited in place from then on."""

from collections.abc import Sequence

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.honours.views import cards as views
from models.honours import Honour, HonourRelease
from models.incidents import Incident
from models.people import Person
from services.honours import honours, lists, releasing
from services.honours.honours import HonourSheet, HonourUnknown
from services.outbox.deliveries import Claimed
from services.people import accounts, businesses


async def compose_proposed(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a coordinator that the records of an incident propose somebody; None once all was decided on."""
    person = await _person(occasion, claimed)
    incident = await occasion.session.get(Incident, claimed.subject_id)
    if person is None or incident is None or person.staff_role not in accounts.COORDINATORS:
        return None
    found = await lists.of_incident(occasion.session, incident_id=incident.id or 0)
    return views.proposed(reader, incident, found) if found else None


async def compose_thanks(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Thank one of a business's people; whoever speaks for it no more, or may not read of it, gets nothing."""
    person = await _person(occasion, claimed)
    if person is None or await occasion.session.get(Honour, claimed.subject_id) is None:
        return None
    try:
        sheet = await honours.own(occasion.session, honour_id=claimed.subject_id or 0, person=person)
    except HonourUnknown:
        return None
    return views.thanks(reader, sheet, occasion.office.department)


async def compose_named(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Name to one of the network's people those who agreed; None where nobody is left before it was sent."""
    person, release = await _person(occasion, claimed), await _release(occasion, claimed)
    if person is None or release is None or not await businesses.spoken_for(occasion.session, person=person):
        return None

    async def gather() -> Sequence[HonourSheet]:
        return await releasing.released(occasion.session, release_id=claimed.subject_id or 0)

    found = await releasing.read_by(occasion.session, found=await occasion.once(claimed, gather), person=person)
    if not found and not claimed.is_edit:
        return None
    return views.named(reader, found, occasion.office.department, is_drill=release.is_drill)


async def _release(occasion: Occasion, claimed: Claimed) -> HonourRelease | None:
    return await occasion.session.get(HonourRelease, claimed.subject_id)


async def _person(occasion: Occasion, claimed: Claimed) -> Person | None:
    return await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None
