"""Digests: wished for by a tap, and composed when their turn has come."""

from telegram import Update

from handlers.figures.taps import DigestTap, FiguresPart
from handlers.figures.views import digests as views
from handlers.figures.views import pages
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.people import Person
from services.figures import digests, figures, periods
from services.figures.figures import FiguresReport
from services.figures.kinds import DigestOf
from services.ground import audit
from services.outbox.deliveries import Claimed
from services.people import accounts


@allow(COORDINATORS)
async def on_digests(_update: Update, context: Context) -> None:
    """Show which digests one gets, and when the next one comes."""
    await _show(context)


@allow(COORDINATORS)
async def on_digest(update: Update, context: Context) -> None:
    """Keep that one wants a digest, or no more."""
    tap = DigestTap.unpack(tapped_data(update))
    if tap.wants not in (0, 1):
        raise TapUnreadable
    await digests.wish(
        context.session,
        rhythm=tap.rhythm,
        wants=bool(tap.wants),
        person=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    context.notice(views.kept(context.reader, tap.rhythm, wants=bool(tap.wants)))
    await _show(context)


async def _show(context: Context) -> None:
    wished = await digests.wished(context.session, person=context.person)
    today = context.now.astimezone(context.office.time_zone).date()
    context.show(views.choice(context.reader, wished, today))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a digest for one who still coordinates; its figures are counted as the records are at that moment."""
    of = claimed.read(DigestOf)
    person = await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None
    if of is None or person is None or person.staff_role not in accounts.COORDINATORS:
        return None

    async def gather() -> FiguresReport:
        return await figures.of(
            occasion.session,
            period=periods.by_key(of.period),
            now=occasion.now,
            time_zone=occasion.office.time_zone,
        )

    report = await occasion.once(claimed, gather)
    seal = await audit.last_seal(occasion.session)
    page = pages.page(reader, report, FiguresPart.OVERVIEW, now=occasion.now, rhythm=of.rhythm)
    return views.with_seal(reader, page, seal) if seal is not None else page
