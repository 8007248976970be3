"""An advisory is written and sent: one question a step, and at the end exactly what goes out, and to how many."""

from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Update

from handlers.advisories import cards, rooms
from handlers.advisories.circle_names import named
from handlers.advisories.forms import AdvisoryForm
from handlers.advisories.views import writing as views
from handlers.advisories.views.writing import CHECK, DUE, LABEL, LABELS, STEPS, SURE, USUAL, WHAT, WHOM
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import buttons_only, cancelled, under, with_loss, words_only
from handlers.frame.views.message import Message
from models.advisories import AdvisoryPart
from models.drafts import Dialogue, Draft
from models.members import Sector
from models.tlp import Tlp
from services.advisories import advisories, sending, whom
from services.advisories.circles import AdvisoryCircle
from services.advisories.sending import AdvisoryDuePast, AdvisorySaid
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.ground.working_days import end_of_work
from services.notation.deadlines import read_deadline
from services.places import communes
from services.roster import search as roster
from services.roster.search import Viewer


@allow(COORDINATORS)
async def on_new(_update: Update, context: Context) -> None:
    """Begin to write an advisory."""
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.ADVISORY,
        step=WHAT,
        data=AdvisoryForm().write(),
        now=context.now,
        keeps_before=True,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question where an advisory stands."""
    if draft.step not in STEPS:
        raise DraftGone
    form = AdvisoryForm.of(draft)
    said, session = form.said, context.session
    offer = reach = None
    if draft.step == WHOM and form.unclear:
        offer = await whom.look_up(
            session,
            said=form.unclear,
            viewer=_viewer(context),
            province_code=context.office.province_code,
            now=context.now,
        )
    if draft.step in (CHECK, SURE):
        reach = await sending.reach(session, said=said, now=context.now, time_zone=context.office.time_zone)
    circle = await named(session, context.reader, said.circle)
    return views.ask(context.reader, draft, views.AdvisorySoFar(said, circle, offer, reach))


def _viewer(context: Context) -> Viewer:
    viewer = roster.viewer_of(context.person, context.turn.roles)
    if viewer is None:
        raise StepPassed
    return viewer


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of an advisory that is being written."""
    said = AdvisoryForm.of(draft).said
    match tap.verb:
        case "back":
            drafts.go(draft, step=STEPS[max(STEPS.index(draft.step) - 1, 0)], now=context.now)
        case views.SEND if draft.step == CHECK and said.circle == AdvisoryCircle():
            # What goes to everybody is asked once more.
            _go(context, draft, said, to=SURE)
        case views.SEND if draft.step in (CHECK, SURE):
            await _send(update, context, draft)
            return
        case views.KEEP if tap.value == draft.step:
            _go(context, draft, said)
        case views.DAYS if draft.step == DUE:
            _go(context, draft, replace(said, due_at=_in_days(context, tap.value)))
        case views.LABEL if draft.step == LABEL and tap.value in LABELS:
            _go(context, draft, replace(said, tlp=Tlp(tap.value)))
        case _ if draft.step == WHOM:
            _choose(context, draft, said, tap)
        case _:
            raise StepPassed
    context.show(await step(context, draft))


def _choose(context: Context, draft: Draft, said: AdvisorySaid, tap: DialogueTap) -> None:
    """Take a button of the step that asks whom it concerns."""
    circle, to = said.circle, WHOM
    match tap.verb:
        case views.SECTOR if tap.value in set(Sector):
            circle = whom.toggled(circle, Sector(tap.value))
        case views.COMMUNE if tap.value in {one.code for one in communes.communes(context.office.province_code)}:
            circle = whom.with_commune(circle, tap.value)
        case views.MEMBER:
            circle = whom.with_member(circle, number_of(tap.value))
        case views.ALL:
            circle, to = AdvisoryCircle(), LABEL
        case views.CLEAR:
            circle = AdvisoryCircle()
        case views.ON if circle != AdvisoryCircle():
            to = LABEL
        case _:
            raise StepPassed
    _go(context, draft, replace(said, circle=circle), to=to)


def _in_days(context: Context, value: str) -> datetime | None:
    """Give the end of work of the day that is so many days ahead; 0 is no deadline."""
    if value not in map(str, USUAL):
        raise TapUnreadable
    if value == "0":
        return None
    zone = context.office.time_zone
    day = context.now.astimezone(zone).date() + timedelta(days=number_of(value))
    return end_of_work(day, zone).astimezone(context.now.tzinfo)


def _go(context: Context, draft: Draft, said: AdvisorySaid, *, to: str | None = None, unclear: str = "") -> None:
    """Keep what was said, and go on to the next step, or `to` one."""
    following = to or STEPS[STEPS.index(draft.step) + 1]
    drafts.go(draft, step=following, now=context.now, form=AdvisoryForm(said, unclear))


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the words of a step."""
    message = update.effective_message
    if message is None:
        return
    text = words_of(message)
    if draft.step in (LABEL, CHECK, SURE):
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    if attached(message) is not None or not text or text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    await _take(context, draft, text)
    context.show(await step(context, draft))


async def _take(context: Context, draft: Draft, text: str) -> None:
    said = AdvisoryForm.of(draft).said
    match draft.step:
        case "what":
            _go(context, draft, replace(said, what=advisories.tidied(AdvisoryPart.WHAT, text)))
        case "todo":
            _go(context, draft, replace(said, todo=advisories.tidied(AdvisoryPart.TODO, text)))
        case "due":
            due_at = moment(context, text)
            _go(context, draft, replace(said, due_at=due_at))
        case _:
            read = await whom.read(
                context.session,
                typed=text,
                circle=said.circle,
                viewer=_viewer(context),
                province_code=context.office.province_code,
                now=context.now,
            )
            unclear = read.offer.said if read.offer is not None else ""
            _go(context, draft, replace(said, circle=read.circle), to=WHOM, unclear=unclear)


def moment(context: Context, text: str) -> datetime:
    """Read a deadline that was typed; raises MomentUnclear, MomentPast or AdvisoryDuePast."""
    due_at = read_deadline(text, now=context.now, time_zone=context.office.time_zone)
    if due_at <= context.now:
        raise AdvisoryDuePast
    return due_at


async def _send(update: Update, context: Context, draft: Draft) -> None:
    """Send the advisory, and show its page, on which it is followed up."""
    advisory = await sending.send(
        context.session,
        said=AdvisoryForm.of(draft).said,
        draft_key=f"{draft.person_id}:{draft.key}",
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(context.reader.label("advisory-sent", code=advisory.code))
    await cards.show_page(update, context, advisory)


async def leave(context: Context, _draft: Draft) -> Message:
    """Show the list to whoever stops writing: from there it begins anew, or leads to the menu."""
    stopped = cancelled(context.reader)
    return under(stopped, await rooms.list_of(context)) if context.turn.roles & rooms.CONCERNED else stopped


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, leave=leave)
