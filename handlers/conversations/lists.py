"""Lists of questions, for coordinators and for members: each stays true, for words may be erased."""

from telegram import Update

from handlers.conversations.views import lists as views
from handlers.frame.access import COORDINATORS
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_message_id
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.conversations import cards, threads
from services.conversations.kinds import QUESTIONS, Listed
from services.conversations.threads import QuestionPage
from services.outbox.deliveries import Claimed
from services.people import accounts, businesses


async def show(update: Update, context: Context, incident: Incident | None, page: QuestionPage) -> None:
    """Show a page in the place of the tapped message, or as a new one."""
    incident_id = id_of(incident) if incident is not None else None
    if tapped_message_id(update) is None:
        person_id = id_of(context.person)
        await cards.show_list(context.session, incident_id=incident_id, page=page.number, to=person_id, now=context.now)
        return
    occasion = Occasion(context.session, context.office, context.now)
    context.show(_drawn(occasion, context.reader, page, incident, wide=bool(context.turn.roles & COORDINATORS)))
    await keep_tapped(update, context, kind=QUESTIONS, subject_id=incident_id or 0, details=Listed(page.number))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a list anew, as its reader may see it now; None for who has nothing to see any more."""
    listed, person = claimed.read(Listed), await occasion.session.get(Person, claimed.person_id)
    if listed is None or person is None:
        return None
    incident = await occasion.session.get(Incident, claimed.subject_id) if claimed.subject_id else None
    wide = bool(await accounts.roles(occasion.session, person=person) & COORDINATORS)
    page = await seen_by(occasion, person, incident, listed.page, wide=wide)
    return _drawn(occasion, reader, page, incident, wide=wide) if page is not None else None


async def seen_by(
    occasion: Occasion, person: Person, incident: Incident | None, number: int, *, wide: bool
) -> QuestionPage | None:
    """Find a page: of all questions (`wide`), or of those of the person's businesses; None where none is."""
    incident_id = id_of(incident) if incident is not None else None
    if wide:
        return await threads.page(occasion.session, incident_id=incident_id, number=number)
    members = [id_of(one) for one in await businesses.spoken_for(occasion.session, person=person)]
    page = await threads.page(
        occasion.session, members=members, incident_id=incident_id, number=number, reader=id_of(person)
    )
    return page if members and (incident is None or page.total) else None


async def count_waiting(context: Context) -> int:
    """Count the questions that nobody has answered, for the button of the main menu."""
    return await threads.count_waiting(context.session)


def _drawn(occasion: Occasion, reader: Reader, page: QuestionPage, incident: Incident | None, *, wide: bool) -> Message:
    draw = views.listing if wide else views.own
    return draw(reader, page, incident=incident, now=occasion.now)
