"""Honours in chat (`/tuyenduong`): proposals for those who coordinate, those who are named for everybody."""

from telegram import Update

from handlers.frame.access import COORDINATORS, EVERYONE, allow
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views import refusals
from handlers.honours.taps import (
    HonourConfirmTap,
    HonourListTap,
    HonourNamingTap,
    HonourPaperTap,
    HonourPreviewTap,
    HonourReleaseTap,
    HonourTap,
)
from handlers.honours.views import cards as views
from handlers.honours.views import lists as list_views
from models.jobs import JobKind
from models.people import Role
from services.ground.years import FIRST_YEAR
from services.honours import consent, deciding, honours, lists, proposing, releasing
from services.honours.deciding import HonourDecided
from services.honours.kinds import THANKS
from services.honours.lists import OF_STAFF, HonourHeap
from services.jobs import queue

CONCERNED = COORDINATORS | {Role.REPRESENTATIVE}
MOST_OWN = 4


@allow(CONCERNED)
async def on_honours(_update: Update, context: Context) -> None:
    """Show proposals to those who coordinate, and who is named this year to everybody else (`/tuyenduong`)."""
    if _is_staff(context):
        await proposing.propose(context.session, now=context.now)
        await _show(context, HonourHeap.PROPOSED)
        return
    await _show(context, HonourHeap.NAMED)


@allow(CONCERNED)
async def on_list(update: Update, context: Context) -> None:
    """Show another heap, year or page."""
    tap = HonourListTap.unpack(tapped_data(update))
    hidden = tap.heap in OF_STAFF and not _is_staff(context)
    await _show(context, HonourHeap.NAMED if hidden else tap.heap, year=tap.year, number=tap.page)


async def _show(context: Context, heap: HonourHeap, *, year: int = 0, number: int = 0) -> None:
    this_year, chosen = _this_year(context), _chosen(context, year)
    page = await lists.page(context.session, heap=heap, year=chosen, number=number, time_zone=context.office.time_zone)
    if heap in OF_STAFF:
        ready = len(await releasing.batches(context.session))
        context.show(list_views.of_staff(context.reader, page, ready=ready))
        return
    mine = await lists.own(context.session, person=context.person, limit=MOST_OWN)
    is_staff = _is_staff(context)
    context.show(list_views.of_year(context.reader, page, mine, is_staff=is_staff, this_year=this_year))


def _this_year(context: Context) -> int:
    return context.now.astimezone(context.office.time_zone).year


def _chosen(context: Context, year: int) -> int:
    """Give the year that a button names; 0, and any that never was or is to come, are the nearest one."""
    return min(max(year or _this_year(context), FIRST_YEAR), _this_year(context))


def _is_staff(context: Context) -> bool:
    return bool(context.turn.roles & COORDINATORS)


async def count_waiting(context: Context) -> int:
    """Count the proposals that wait, for the button of the menu."""
    return await lists.waiting(context.session)


@allow(CONCERNED)
async def on_honour(update: Update, context: Context) -> None:
    """Show an honour: to those who coordinate with what there is to do, to its business with what it can say."""
    honour_id = HonourTap.unpack(tapped_data(update)).honour_id
    if _is_staff(context):
        await show_page(context, honour_id)
        return
    sheet = await honours.own(context.session, honour_id=honour_id, person=context.person)
    context.show(views.thanks(context.reader, sheet, context.office.department))
    await keep_tapped(update, context, kind=THANKS, subject_id=honour_id, anew=True)


async def show_page(context: Context, honour_id: int) -> None:
    """Show the coordinators' page of an honour."""
    context.show(views.page(context.reader, await honours.sheet(context.session, honour_id=honour_id)))


@allow(COORDINATORS)
async def on_confirm(update: Update, context: Context) -> None:
    """Confirm an honour, and have its business thanked; what was decided on meanwhile is shown as it stands."""
    tap = HonourConfirmTap.unpack(tapped_data(update))
    try:
        await deciding.confirm(
            context.session, honour_id=tap.honour_id, seen=tap.seen, by=context.person, now=context.now
        )
    except HonourDecided as decided:
        await show_decided(context, tap.honour_id, decided)
        return
    context.notice(context.reader.label("honour-confirmed"))
    await show_page(context, tap.honour_id)


async def show_decided(context: Context, honour_id: int, decided: HonourDecided) -> None:
    """Say that somebody decided first, and show how the honour stands now."""
    context.notice(refusals.plain(decided, context.reader), urgent=True)
    await show_page(context, honour_id)


@allow(EVERYONE)
async def on_naming(update: Update, context: Context) -> None:
    """Keep whether a business may be named; its people's cards follow by the outbox.

    Whoever once said yes can say no whatever became of the business, and so the service tells who may.
    """
    tap = HonourNamingTap.unpack(tapped_data(update))
    if tap.accepts not in (0, 1):
        raise TapUnreadable
    accepts = bool(tap.accepts)
    await consent.say(context.session, honour_id=tap.honour_id, accepts=accepts, by=context.person, now=context.now)
    context.notice(context.reader.label(f"honour-kept-{'yes' if accepts else 'no'}"))


@allow(COORDINATORS)
async def on_releases(_update: Update, context: Context) -> None:
    """List what could be told to the network."""
    context.show(views.releases(context.reader, await releasing.batches(context.session)))


@allow(COORDINATORS)
async def on_preview(update: Update, context: Context) -> None:
    """Show a message to the network before it is released."""
    tap = HonourPreviewTap.unpack(tapped_data(update))
    found = await releasing.batch(context.session, circle=tap.circle, honour_id=tap.honour_id)
    context.show(views.preview(context.reader, found, context.office.department))


@allow(COORDINATORS)
async def on_release(update: Update, context: Context) -> None:
    """Release a message to the network."""
    tap = HonourReleaseTap.unpack(tapped_data(update))
    found = await releasing.release(
        context.session, circle=tap.circle, honour_id=tap.honour_id, by=context.person, now=context.now
    )
    context.notice(context.reader.label("honours-released", people=len(found.people)))
    context.show(views.releases(context.reader, await releasing.batches(context.session)))


@allow(COORDINATORS)
async def on_paper(update: Update, context: Context) -> None:
    """Have a file of a year written."""
    tap = HonourPaperTap.unpack(tapped_data(update))
    await queue.ask(
        context.session,
        kind=JobKind.HONOURS,
        person=context.person,
        asked={"year": _chosen(context, tap.year), "paper": tap.paper.value},
        now=context.now,
    )
    context.notice(context.reader.label("paper-under-way"))
