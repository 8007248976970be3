"""News of a withdrawal, and to whoever has no role any more: on which day they are erased."""

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.privacy.views import my_data
from handlers.privacy.views import news as views
from models.identity import id_of
from models.members import ContactKind, Member
from models.people import Person
from services.business import suspension
from services.members import representatives
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.privacy import expiry


async def compose_withdrawal(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell those who stay that a colleague withdrew, and who is called first now."""
    member = await occasion.session.get(Member, claimed.subject_id)
    if member is None:
        return None
    everybody = await representatives.of(occasion.session, member_id=id_of(member))
    if claimed.person_id not in {one.person_id for one in everybody}:
        return None
    primary = next((one for one in everybody if one.contact is ContactKind.PRIMARY), None)
    own = primary is not None and primary.person_id == claimed.person_id
    return views.told_of_withdrawal(reader, member, None if own else primary.name if primary is not None else "—")


async def compose_nobody_left(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell coordinators that nobody speaks for a business; None once somebody does."""
    member = await occasion.session.get(Member, claimed.subject_id)
    coordinators = await accounts.coordinator_ids(occasion.session)
    if member is None or claimed.person_id not in coordinators:
        return None
    if await representatives.of(occasion.session, member_id=id_of(member)):
        return None
    tasks = await suspension.open_tasks(occasion.session, member_id=id_of(member))
    return views.told_nobody_left(reader, member, [task.code for task in tasks])


async def compose_erasure(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell somebody without a role on which day they are erased; None once they have one."""
    person = await occasion.session.get(Person, claimed.person_id)
    at = expiry.erased_on(person) if person is not None else None
    return my_data.told_of_erasure(reader, at) if at is not None else None
