"""An inject as members have it: the card, what they say of it by a button, and in words."""

from telegram import Update

from handlers.drills.forms import InjectWordsForm
from handlers.drills.taps import InjectTap
from handlers.drills.views import injects as views
from handlers.frame.access import EVERYONE, PRIVATE_OR_GROUP, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.drafts import Dialogue, Draft
from models.drills import DrillState
from models.identity import id_of
from services.drills import course, injects, people, planning, scoring
from services.drills.injects import InjectOver, NotYourInject
from services.drills.kinds import INJECT, DrillEvent, OfEvent, OwnResult
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.groups import bindings
from services.incidents import lifecycle as incidents
from services.outbox.deliveries import Claimed

WORDS = "words"


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_inject(update: Update, context: Context) -> None:
    """Keep what a member says of an inject, in private or in the business's group; the card shows it from now on."""
    tap = InjectTap.unpack(tapped_data(update))
    session, person, now = context.session, context.person, context.now
    only_for = context.turn.group.member_id if context.turn.group is not None else None
    match tap.verb:
        case "seen":
            await injects.see(session, run_step_id=tap.inject_id, person=person, now=now, only_for=only_for)
        case "done" | "cannot":
            done = tap.verb == "done"
            await injects.answer(
                session, run_step_id=tap.inject_id, person=person, now=now, done=done, only_for=only_for
            )
        case "show" if only_for is None:
            await _show(update, context, tap.inject_id)
            return
        case "words" if only_for is None:
            await _begin(context, tap.inject_id)
            return
        case _:
            raise TapUnreadable
    context.notice(views.taken(context.reader))


async def _show(update: Update, context: Context, inject_id: int) -> None:
    """Show the card in the place of the tapped message, and keep it true from now on."""
    found = await injects.told(context.session, run_step_id=inject_id, person_id=id_of(context.person))
    number, of = await injects.place_of(context.session, inject=found.inject)
    context.show(views.card(context.reader, found, number=number, of=of, now=context.now))
    await keep_tapped(update, context, kind=INJECT, subject_id=inject_id)


async def _begin(context: Context, inject_id: int) -> None:
    """Ask for the words; whoever asks has seen the inject."""
    found = await injects.see(context.session, run_step_id=inject_id, person=context.person, now=context.now)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.INJECT_WORDS,
        step=WORDS,
        data=InjectWordsForm(inject_id, found.inject.drill.code).write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    return views.ask_words(context.reader, draft, code=InjectWordsForm.of(draft).code)


@allow(EVERYONE)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the words, which are an answer."""
    message = update.effective_message
    words = words_of(message)
    if not words or words.startswith("/") or attached(message):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    form = InjectWordsForm.of(draft)
    await injects.answer(
        context.session, run_step_id=form.inject_id, person=context.person, now=context.now, words=words
    )
    await drafts.discard(context.session, person=context.person)
    context.show(views.words_taken(context.reader, code=form.code))


@allow(EVERYONE)
async def _on_tap(_update: Update, _context: Context, _draft: Draft, _tap: DialogueTap) -> None:
    """There is no button but the one that cancels."""
    raise StepPassed


async def _check(context: Context, draft: Draft) -> None:
    found = await injects.told(
        context.session, run_step_id=InjectWordsForm.of(draft).inject_id, person_id=id_of(context.person)
    )
    if not found.inject.is_open:
        raise InjectOver(at=found.inject.row.done_at or found.inject.drill.ended_at)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step, check=_check)
OVER = (InjectOver, NotYourInject)


async def compose_inject(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of a person or a business's group; None where nobody there got it, or it comes too late."""
    if claimed.subject_id is None:
        return None
    try:
        found = await _found(occasion, claimed, claimed.subject_id)
    except NotYourInject:
        inject = await injects.by_id(occasion.session, run_step_id=claimed.subject_id)
        return views.not_yours_any_more(reader, inject) if claimed.is_edit and claimed.person_id is not None else None
    if not claimed.is_edit and (not found.inject.is_open or found.inject.rests_since is not None):
        # While the drill rests nobody gets a new card: what is stale now goes out when it goes on.
        return None
    number, of = await injects.place_of(occasion.session, inject=found.inject)
    return views.card(
        reader,
        found,
        number=number,
        of=of,
        now=occasion.now,
        repeated=claimed.is_repeat,
        in_group=claimed.group_id is not None,
    )


async def _found(occasion: Occasion, claimed: Claimed, run_step_id: int) -> injects.Told:
    """Gather what those to whom a message goes did with an inject; raises NotYourInject."""
    if claimed.person_id is not None:
        return await injects.told(occasion.session, run_step_id=run_step_id, person_id=claimed.person_id)
    member = await bindings.spoken_to(occasion.session, group_id=claimed.group_id)
    if member is None:
        raise NotYourInject
    return await injects.told_to_member(occasion.session, run_step_id=run_step_id, member_id=id_of(member))


async def compose_news(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell one person who takes part what happened; None where it is no longer so."""
    if claimed.subject_id is None or claimed.person_id is None:
        return None
    session = occasion.session
    drill = await planning.by_id(session, drill_id=claimed.subject_id)
    mine = await people.partaking_of(session, drill=drill, person_id=claimed.person_id)
    if claimed.read(OwnResult) is not None:
        result = await occasion.once(
            claimed, lambda: scoring.of_drill(session, drill=drill), about=("result of a drill", claimed.subject_id)
        )
        own = [one for one in result.ranked if id_of(one.member) in {id_of(member) for member in mine}]
        if not own:
            return None
        department = occasion.office.department
        return views.own_result(reader, drill, own, result, department=department)
    event = claimed.read(OfEvent)
    rests = await occasion.once(
        claimed, lambda: course.rests(session, drill=drill), about=("a drill rests", claimed.subject_id)
    )
    if event is None or not _still_so(event.what, drill.state, rests=rests):
        return None
    real = await incidents.by_id(session, incident_id=event.incident_id) if event.incident_id else None
    return views.news(reader, drill, event.what, incident=real.code if real else None)


def _still_so(what: DrillEvent, state: DrillState, *, rests: bool) -> bool:
    """Tell whether what is to be told is so when it is sent."""
    if what is DrillEvent.LEFT:
        return state is not DrillState.CANCELLED
    if what is DrillEvent.JOINED:
        return state is DrillState.RUNNING
    if what in (DrillEvent.ANNOUNCED, DrillEvent.MOVED, DrillEvent.HELD):
        return state is DrillState.PLANNED
    if what is DrillEvent.CANCELLED:
        return state is DrillState.CANCELLED
    running = state is DrillState.RUNNING
    return running and (rests if what is DrillEvent.RESTS else not rests)
