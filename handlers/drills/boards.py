"""A drill as coordinators lead it: its live board, and what they do with it."""

from telegram import Update

from handlers.drills import results
from handlers.drills.taps import DrillTap, NextInjectTap, RepliesTap
from handlers.drills.views import boards as views
from handlers.drills.views.boards import BoardFacts
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.drills import Drill
from models.identity import id_of
from services.drills import course, injects, people, scoring
from services.drills import planning as drills
from services.drills.kinds import DRILL_BOARD
from services.incidents import lifecycle as incidents
from services.outbox import deliveries
from services.outbox.deliveries import Claimed
from services.people import accounts

# With these every coordinator gets a board of their own, whoever tapped among them.
TOLD = frozenset({"begin-now", "cancel-now", "rest", "go-on", "end-now"})


@allow(COORDINATORS)
async def on_drill(update: Update, context: Context) -> None:
    """Do with a drill what was tapped; what cannot be taken back is asked first."""
    tap = DrillTap.unpack(tapped_data(update))
    session, drill_id, by, now = context.session, tap.drill_id, context.person, context.now
    match tap.verb:
        case "show":
            drill = await drills.by_id(session, drill_id=drill_id)
        case "begin" | "cancel":
            context.show(views.ask(context.reader, await drills.still_planned(session, drill_id=drill_id), tap.verb))
            return
        case "end":
            drill, _ = await course.under_way(session, drill_id=drill_id)
            context.show(views.ask(context.reader, drill, tap.verb))
            return
        case "begin-now":
            drill = await course.begin(session, drill_id=drill_id, by=by, now=now)
        case "cancel-now":
            drill = await drills.cancel(session, drill_id=drill_id, by=by, now=now)
        case "rest":
            drill = await course.rest(session, drill_id=drill_id, by=by, now=now)
        case "go-on":
            drill = await course.go_on(session, drill_id=drill_id, by=by, now=now)
        case "end-now":
            zone = context.office.time_zone
            drill = await course.end(session, drill_id=drill_id, by=by, now=now, time_zone=zone)
        case "file":
            await results.send_file(context, await drills.by_id(session, drill_id=drill_id))
            return
        case _:
            raise TapUnreadable
    if tap.verb in TOLD:
        context.show(views.moved(context.reader, drill))
    else:
        await show(update, context, drill)


@allow(COORDINATORS)
async def on_next(update: Update, context: Context) -> None:
    """Send the next inject before its time, and show the board."""
    tap = NextInjectTap.unpack(tapped_data(update))
    drill = await course.step_forward(context.session, run_step_id=tap.inject_id, by=context.person, now=context.now)
    await show(update, context, drill)


async def show(update: Update, context: Context, drill: Drill) -> None:
    """Show the board in the place of the tapped message, and keep it true from now on."""
    occasion = Occasion(session=context.session, office=context.office, now=context.now)
    context.show(views.board(context.reader, await _facts(occasion, drill)))
    await keep_tapped(update, context, kind=DRILL_BOARD, subject_id=id_of(drill))


async def _facts(occasion: Occasion, drill: Drill) -> BoardFacts:
    session = occasion.session
    result = await scoring.of_drill(session, drill=drill)
    real = await incidents.by_id(session, incident_id=drill.rests_for_id) if drill.rests_for_id else None
    return BoardFacts(
        drill=drill,
        members=await people.count(session, drill=drill, now=occasion.now),
        as_in=await drills.code_of(session, drill_id=drill.as_in_id),
        injects=await injects.standings(session, drill=drill),
        rests=await course.rests(session, drill=drill),
        rests_for=real.code if real is not None else None,
        result=result,
        next_at=await drills.next_time(session, drill=drill),
        now=occasion.now,
    )


async def compose_board(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the board of a coordinator; an older message points to the newest."""
    if claimed.subject_id is None or claimed.person_id not in await accounts.coordinator_ids(occasion.session):
        return None
    drill = await drills.by_id(occasion.session, drill_id=claimed.subject_id)
    if not await deliveries.is_newest(occasion.session, claimed=claimed):
        return views.moved(reader, drill)
    facts = await occasion.once(claimed, lambda: _facts(occasion, drill), about=drill.code)
    return views.board(reader, facts)


@allow(COORDINATORS)
async def on_replies(update: Update, context: Context) -> None:
    """Show what businesses said of an inject, a page at a time."""
    tap = RepliesTap.unpack(tapped_data(update))
    inject = await injects.by_id(context.session, run_step_id=tap.inject_id)
    replies = await injects.replies(context.session, inject=inject)
    context.show(views.replies(context.reader, inject, replies, tap.page, now=context.now))
