"""A lesson is written: one question a step, files at any of them, and all of it shown before it is handed in."""

from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.gathering import Gathered
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import buttons_only, cancelled, files_kept, files_kept_alone, under, with_loss
from handlers.frame.views.message import Message
from handlers.lessons import cards
from handlers.lessons.forms import LessonForm
from handlers.lessons.rooms import CONCERNED, list_of
from handlers.lessons.taps import LessonReviewTap
from handlers.lessons.views import writing as views
from handlers.lessons.views.writing import BUSINESS, CHECK, STEPS
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.lessons import LessonPart
from models.tlp import Tlp
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.lessons import indicators, lessons
from services.lessons import writing as rules
from services.lessons.writing import LessonSaid
from services.notation.nothing import says_nothing
from services.people import businesses

FIRST = LessonPart.HAPPENED.value
BY_BUTTONS = frozenset({BUSINESS, LessonPart.LABEL.value, CHECK})


@allow(CONCERNED)
async def on_new(_update: Update, context: Context) -> None:
    """Begin to write a lesson: for one's business, or for the coordinating body."""
    members = await _members(context)
    said = LessonSaid(member_id=members[0] if members else None)
    await _begin(context, said, at=BUSINESS if len(members) > 1 else FIRST)


@allow(COORDINATORS)
async def on_review(update: Update, context: Context) -> None:
    """Begin to write a lesson of what a review found: each step shows what that says of it."""
    tap = LessonReviewTap.unpack(tapped_data(update))
    await _begin(context, await rules.found_in_review(context.session, review_id=tap.review_id), at=FIRST)


async def _begin(context: Context, said: LessonSaid, *, at: str) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.LESSON,
        step=at,
        data=LessonForm(said).write(),
        now=context.now,
        keeps_before=True,
    )
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def _members(context: Context) -> list[int]:
    """List the businesses (ids) for which a person may write; those who coordinate write for none."""
    if context.turn.roles & COORDINATORS:
        return []
    return [id_of(one) for one in await businesses.spoken_for(context.session, person=context.person)]


async def step(context: Context, draft: Draft) -> Message:
    """Make the question where a lesson stands."""
    if draft.step not in STEPS:
        raise DraftGone
    form = LessonForm.of(draft)
    members = await businesses.spoken_for(context.session, person=context.person)
    is_choosing = not context.turn.roles & COORDINATORS and len(members) > 1
    label = await rules.kept_label(context.session, said=form.said) if draft.step == CHECK else None
    shown = views.LessonSoFar(form.said, form.gathered.files, is_album=bool(form.gathered.album), label=label)
    is_first = draft.step == (BUSINESS if is_choosing else FIRST)
    return views.ask(context.reader, draft, shown, members, is_first=is_first)


@allow(CONCERNED)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of a lesson that is being written."""
    said = LessonForm.of(draft).said
    match tap.verb:
        case "back":
            drafts.go(draft, step=STEPS[max(STEPS.index(draft.step) - 1, 0)], now=context.now)
        case views.SEND if draft.step == CHECK:
            await _hand_in(update, context, draft)
            return
        case views.NAME if draft.step == CHECK:
            _go(context, draft, replace(said, may_be_named=tap.value == "1"), to=CHECK)
        case views.SKIP if tap.value == draft.step:
            _go(context, draft, said)
        case views.LABEL if draft.step == LessonPart.LABEL and tap.value in set(Tlp):
            _go(context, draft, replace(said, tlp=Tlp(tap.value)))
        case "business" if draft.step == BUSINESS:
            member_id = number_of(tap.value)
            if member_id not in await _members(context):
                raise TapUnreadable
            _go(context, draft, replace(said, member_id=member_id))
        case _:
            raise StepPassed
    context.show(await step(context, draft))


def _go(context: Context, draft: Draft, said: LessonSaid, *, to: str | None = None) -> None:
    """Keep what was said, and go on to the next step, or `to` one."""
    following = to or STEPS[STEPS.index(draft.step) + 1]
    drafts.go(draft, step=following, now=context.now, form=replace(LessonForm.of(draft), said=said, unread=()))


@allow(CONCERNED)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the words of a step, and files at any."""
    message = update.effective_message
    if message is None:
        return
    text = words_of(message)
    if attached(message) is not None:
        await _keep_file(context, draft, message)
        return
    if draft.step in BY_BUTTONS or not text or text.startswith("/"):
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    part = LessonPart(draft.step)
    if part in lessons.OPTIONAL and says_nothing(text):
        _keep(context, draft, part, "")
    elif part is LessonPart.INDICATORS:
        await _hear_signs(context, draft, text)
        return
    else:
        _keep(context, draft, part, lessons.tidied(part, text))
    context.show(await step(context, draft))


def _keep(context: Context, draft: Draft, part: LessonPart, words: str) -> None:
    _go(context, draft, _with(LessonForm.of(draft).said, part, words))


async def _hear_signs(context: Context, draft: Draft, text: str) -> None:
    """Keep the signs that can be read, and ask for the other lines again; where none can be, raise what tells so."""
    form = LessonForm.of(draft)
    before = f"{form.said.indicators}\n" if form.unread else ""
    found, unread = indicators.sort(before + text)
    if not found:
        lessons.tidied(LessonPart.INDICATORS, text)
    said = replace(form.said, indicators=indicators.kept(found))
    if unread:
        form = replace(form, said=said, unread=tuple(unread))
        drafts.go(draft, step=draft.step, now=context.now, form=form)
        context.show(views.ask_unread(context.reader, await step(context, draft), len(found), unread))
        return
    _go(context, draft, said)
    context.show(await step(context, draft))


def _with(said: LessonSaid, part: LessonPart, text: str) -> LessonSaid:
    """Put words into a part that is written."""
    match part:
        case LessonPart.HAPPENED:
            return replace(said, happened=text)
        case LessonPart.FOUND:
            return replace(said, found=text)
        case LessonPart.TODO:
            return replace(said, todo=text)
        case LessonPart.INDICATORS:
            return replace(said, indicators=text)
        case LessonPart.PRODUCTS:
            return replace(said, products=text)
        case _:
            raise StepPassed


async def _keep_file(context: Context, draft: Draft, message: TelegramMessage) -> None:
    """Keep a file, whatever is asked; an album comes as so many messages, and gets one word."""
    form = LessonForm.of(draft)
    is_next = form.gathered.is_next(message)
    joined = form.gathered.joined_by(message)
    gathered = Gathered(files=joined.files, album=joined.album)
    drafts.go(draft, step=draft.step, now=context.now, form=replace(form, gathered=gathered))
    if not is_next:
        shown, is_typed = await step(context, draft), draft.step not in BY_BUTTONS
        context.show(files_kept(context.reader, shown) if is_typed else files_kept_alone(context.reader, shown))


async def _hand_in(update: Update, context: Context, draft: Draft) -> None:
    """Keep the lesson; a member's waits for a coordinator, whose own is shown at once with what there is to do."""
    form = LessonForm.of(draft)
    lesson = await rules.write(
        context.session,
        said=form.said,
        files=form.gathered.files,
        draft_key=f"{draft.person_id}:{draft.key}",
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(context.reader.label("lesson-handed-in", code=lesson.code))
    if context.turn.roles & COORDINATORS:
        await cards.show_page(update, context, lesson)
    else:
        await cards.show_read(update, context, lesson)


async def leave(context: Context, _draft: Draft) -> Message:
    """Show the list to whoever stops writing: from there it begins anew, or leads to the menu."""
    stopped = cancelled(context.reader)
    return under(stopped, await list_of(context)) if context.turn.roles & CONCERNED else stopped


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, leave=leave, takes_files=True)
