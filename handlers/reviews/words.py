"""What is typed of a review: the words of a part, why a task stays open, to whom or until when it moves, and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from handlers.reviews import cards
from handlers.reviews.forms import ReviewForm
from handlers.reviews.taps import ReviewChange, ReviewKeepTap, ReviewMoveTap, ReviewPartTap
from handlers.reviews.views import records
from handlers.reviews.views import writing as views
from handlers.reviews.views.writing import DATE, DATE_REASON, KEEP, OWNER, OWNER_REASON, PART
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from models.reviews import Review, ReviewPart
from models.tasks import Task
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.ground.working_days import end_of_work, working_day_after
from services.notation.deadlines import read_deadline
from services.notation.spelling import search_key, tidy_line
from services.reviews import facts, reviews, writing


@allow(COORDINATORS)
async def on_part(update: Update, context: Context) -> None:
    """Ask for the words of a part."""
    tap = ReviewPartTap.unpack(tapped_data(update))
    await _begin(context, tap.review_id, PART, part=tap.part)


@allow(COORDINATORS)
async def on_keep(update: Update, context: Context) -> None:
    """Ask why a task stays open."""
    tap = ReviewKeepTap.unpack(tapped_data(update))
    review = await reviews.still_open(context.session, review_id=tap.review_id)
    await writing.waiting_task(context.session, review=review, task_id=tap.task_id)
    await _begin(context, tap.review_id, KEEP, task_id=tap.task_id)


@allow(COORDINATORS)
async def on_move(update: Update, context: Context) -> None:
    """Ask to whom, or until when, a review moves."""
    tap = ReviewMoveTap.unpack(tapped_data(update))
    await _begin(context, tap.review_id, OWNER if tap.change is ReviewChange.OWNER else DATE)


async def _begin(
    context: Context, review_id: int, first: str, *, part: ReviewPart | None = None, task_id: int = 0
) -> None:
    review = await reviews.still_open(context.session, review_id=review_id)
    about = await reviews.about(context.session, review=review)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.REVIEW,
        step=first,
        data=ReviewForm(review_id, about.code, part, task_id).write(),
        now=context.now,
        keeps_before=True,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question where the dialogue stands."""
    form, reader = ReviewForm.of(draft), context.reader
    review = await reviews.by_id(context.session, review_id=form.review_id)
    match draft.step:
        case views.PART if form.part is not None:
            known = await _known(context, review) if form.part is ReviewPart.DETECTED else ""
            now = getattr(review, form.part.value)
            return views.ask_part(reader, draft, form.code, form.part, now, known=known)
        case views.KEEP:
            task = await context.session.get_one(Task, form.task_id)
            return views.ask_keep(reader, draft, form.code, task.code)
        case views.OWNER:
            people = await _people(context, review, form)
            return views.ask_owner(reader, draft, form.code, people, number=form.page, typed=form.looked_for)
        case views.DATE:
            return views.ask_date(reader, draft, form.code, _dates(context))
        case views.OWNER_REASON | views.DATE_REASON:
            return views.ask_reason(reader, draft, form.code, await _where(context, form))
        case _:
            raise DraftGone


async def _known(context: Context, review: Review) -> str:
    """Say what the records know of how it was found out."""
    about = await reviews.about(context.session, review=review)
    if not isinstance(about, Incident):
        return ""
    known = await facts.of(context.session, incident=about, now=context.now)
    return records.found(context.reader, known)


async def _people(context: Context, review: Review, form: ReviewForm) -> Sequence[Person]:
    """List to whom a review can go, by the name that was typed if one was."""
    everyone = await writing.possible_owners(context.session, review=review)
    wanted = search_key(form.looked_for)
    return [one for one in everyone if wanted in search_key(one.name)]


def _dates(context: Context) -> Sequence[datetime]:
    zone = context.office.time_zone
    today = context.now.astimezone(zone).date()
    days = (working_day_after(today, count) for count in views.MORE_DAYS)
    return [end_of_work(day, zone) for day in days]


async def _where(context: Context, form: ReviewForm) -> str:
    """Name whom, or the date, that was chosen."""
    if form.due_at is not None:
        return context.reader.moment(form.due_at)
    owner = await context.session.get_one(Person, form.owner_id)
    return context.reader.known_as(owner.name)


@allow(COORDINATORS)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a name, a page of names, or a date; go back from a reason."""
    form = ReviewForm.of(draft)
    match tap.verb:
        case "back" if draft.step in (OWNER_REASON, DATE_REASON):
            to = OWNER if draft.step == OWNER_REASON else DATE
            drafts.go(draft, step=to, now=context.now, form=replace(form, owner_id=0, due_at=None))
        case views.TO if draft.step == OWNER:
            review = await reviews.still_open(context.session, review_id=form.review_id)
            owner = await writing.check_owner(context.session, review=review, person_id=number_of(tap.value))
            drafts.go(draft, step=OWNER_REASON, now=context.now, form=replace(form, owner_id=id_of(owner)))
        case views.TURN if draft.step == OWNER:
            drafts.go(draft, step=OWNER, now=context.now, form=replace(form, page=number_of(tap.value)))
        case views.DAYS if draft.step == DATE:
            if number_of(tap.value) not in views.MORE_DAYS:
                raise TapUnreadable
            due_at = _dates(context)[views.MORE_DAYS.index(number_of(tap.value))]
            drafts.go(draft, step=DATE_REASON, now=context.now, form=replace(form, due_at=due_at))
        case _:
            raise StepPassed
    context.show(await step(context, draft))


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the words of a part or a reason, a name, or a date."""
    message = update.effective_message
    if message is None:
        return
    text, form = words_of(message), ReviewForm.of(draft)
    if not text or text.startswith("/") or attached(message) is not None:
        context.show(words_only(context.reader, await step(context, draft)))
        return
    if draft.step == OWNER:
        await _look_for(context, draft, form, tidy_line(text))
    elif draft.step == DATE:
        due_at = writing.check_date(
            read_deadline(text, now=context.now, time_zone=context.office.time_zone), now=context.now
        )
        drafts.go(draft, step=DATE_REASON, now=context.now, form=replace(form, due_at=due_at))
        context.show(await step(context, draft))
    else:
        review = await _keep(context, draft.step, form, text)
        await drafts.discard(context.session, person=context.person)
        context.notice(context.reader.label("review-kept"))
        await cards.show_page(update, context, review)


async def _look_for(context: Context, draft: Draft, form: ReviewForm, name: str) -> None:
    """Take the one whose name was typed; of several, or of none, show who there is."""
    form = replace(form, looked_for=name[: views.NAME], page=0)
    review = await reviews.still_open(context.session, review_id=form.review_id)
    found = await _people(context, review, form)
    if len(found) == 1:
        drafts.go(draft, step=OWNER_REASON, now=context.now, form=replace(form, owner_id=id_of(found[0])))
    else:
        kept = form if found else replace(form, looked_for="")
        drafts.go(draft, step=OWNER, now=context.now, form=kept)
    context.show(await step(context, draft))


async def _keep(context: Context, at: str, form: ReviewForm, text: str) -> Review:
    """Keep what was typed at the end of the dialogue."""
    session, by, now, review_id = context.session, context.person, context.now, form.review_id
    if at == PART and form.part is not None:
        return await writing.write(session, review_id=review_id, part=form.part, text=text, by=by, now=now)
    if at == KEEP:
        return await writing.keep_open(session, review_id=review_id, task_id=form.task_id, reason=text, by=by, now=now)
    if at == OWNER_REASON:
        return await writing.give(session, review_id=review_id, person_id=form.owner_id, reason=text, by=by, now=now)
    return await writing.put_off(
        session,
        review_id=review_id,
        due_at=form.due_at,
        reason=text,
        by=by,
        now=now,
        time_zone=context.office.time_zone,
    )


async def leave(context: Context, draft: Draft) -> Message:
    """Show the review again to whoever stops writing; what was kept before stays in it."""
    review = await reviews.by_id(context.session, review_id=ReviewForm.of(draft).review_id)
    return await cards.page_of(context, review)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, leave=leave, in_parts=True)
