"""Contact tests: asked in two taps, confirmed in one, counted live, with the list of who cannot be reached."""

from telegram import Update

from handlers.drills.taps import AskContactsTap, ConfirmContactTap, ContactListTap, ContactTestTap
from handlers.drills.views import contact_tests as views
from handlers.frame.access import COORDINATORS, EVERYONE, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.contact_tests import ContactTest
from models.identity import id_of
from models.members import Sector
from services.drills import contact_counting, contact_tests
from services.drills.kinds import CONTACT_COUNT
from services.incidents import lifecycle
from services.outbox import deliveries
from services.outbox.deliveries import Claimed
from services.people import accounts

# So many tests of before are listed.
LATEST = 5
CIRCLES = {"all": None, **{sector.value: sector for sector in Sector}}


@allow(COORDINATORS)
async def on_choose(_update: Update, context: Context) -> None:
    """Show whom a contact test would ask, and how the last ones went (`/lienlac`)."""
    circles = await contact_tests.circles(context.session, now=context.now)
    latest = await contact_tests.latest(context.session, limit=LATEST)
    under_way = [one.code for one in await lifecycle.newest_open(context.session, limit=LATEST)]
    context.show(views.choose(context.reader, circles, latest, under_way=under_way, now=context.now))


@allow(COORDINATORS)
async def on_new(update: Update, context: Context) -> None:
    """Ask everybody of the tapped circle, and show the live count in the place of the choice."""
    tap = AskContactsTap.unpack(tapped_data(update))
    if tap.verb == "choose":
        await on_choose(update, context)
    elif tap.verb in CIRCLES:
        test = await contact_tests.ask(
            context.session,
            sector=CIRCLES[tap.verb],
            by=context.person,
            now=context.now,
            time_zone=context.office.time_zone,
        )
        context.notice(views.asked(context.reader, test))
        await _show(update, context, test)
    else:
        raise TapUnreadable


@allow(COORDINATORS)
async def on_test(update: Update, context: Context) -> None:
    """Show a contact test, ask the silent once more, or end it after a question."""
    tap = ContactTestTap.unpack(tapped_data(update))
    session, test_id = context.session, tap.test_id
    match tap.verb:
        case "show":
            await _show(update, context, await contact_tests.by_id(session, test_id=test_id))
        case "again":
            number = await contact_tests.ask_again(session, test_id=test_id, by=context.person, now=context.now)
            context.notice(views.asked_again(context.reader, number))
            await _show(update, context, await contact_tests.by_id(session, test_id=test_id))
        case "end":
            test = await contact_tests.still_open(session, test_id=test_id)
            counted = await contact_counting.count(session, test=test, now=context.now)
            context.show(views.ask_end(context.reader, test, counted))
        case "end-now":
            test = await contact_tests.end(session, test_id=test_id, by=context.person, now=context.now)
            await _show(update, context, test)
        case _:
            raise TapUnreadable


async def _show(update: Update, context: Context, test: ContactTest) -> None:
    """Show the live count in the place of the tapped message, and keep it true from now on."""
    counted = await contact_counting.count(context.session, test=test, now=context.now)
    context.show(views.count(context.reader, test, counted))
    await keep_tapped(update, context, kind=CONTACT_COUNT, subject_id=id_of(test))


@allow(COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """Show a heap in the place of the count."""
    tap = ContactListTap.unpack(tapped_data(update))
    test = await contact_tests.by_id(context.session, test_id=tap.test_id)
    page = await contact_counting.listing(context.session, test=test, heap=tap.heap, number=tap.page)
    context.show(views.listing(context.reader, test, tap.heap, page, now=context.now))


@allow(EVERYONE)
async def on_confirm(update: Update, context: Context) -> None:
    """Keep that the question is there; the person's message says so from now on."""
    tap = ConfirmContactTap.unpack(tapped_data(update))
    await contact_tests.confirm(context.session, test_id=tap.test_id, person=context.person, now=context.now)
    context.notice(views.confirmed(context.reader))


async def compose_question(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask one person to confirm, or show that they did; None for whoever speaks for nobody any more."""
    if claimed.subject_id is None or claimed.person_id is None:
        return None
    test = await contact_tests.by_id(occasion.session, test_id=claimed.subject_id)
    asked = await contact_tests.asked_of(occasion.session, test_id=id_of(test), person_id=claimed.person_id)
    if asked is None:
        return views.not_asked_any_more(reader, test) if claimed.is_edit else None
    if not claimed.is_edit and (test.ended_at is not None or asked.confirmed_at is not None):
        return None
    return views.question(
        reader, test, asked.confirmed_at, department=occasion.office.department, repeated=claimed.is_repeat
    )


async def compose_count(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Count anew for a coordinator; an older message points to the newest."""
    if claimed.subject_id is None:
        return None
    coordinators = {id_of(person) for person in await accounts.coordinators(occasion.session)}
    if claimed.person_id not in coordinators:
        return None
    test = await contact_tests.by_id(occasion.session, test_id=claimed.subject_id)
    if not await deliveries.is_newest(occasion.session, claimed=claimed):
        return views.moved(reader, test)
    counted = await contact_counting.count(occasion.session, test=test, now=occasion.now)
    return views.count(reader, test, counted)
