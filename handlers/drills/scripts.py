"""Scripts of drills: listed, written inject by inject in chat, saved as versions."""

from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.drills.forms import ExerciseForm
from handlers.drills.taps import ExerciseTap, TakeOutTap
from handlers.drills.views import samples
from handlers.drills.views import scripts as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import album_of, attached, is_next_of, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import BACK, buttons_only, files_kept, with_loss, words_only
from handlers.frame.views.message import Message
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.scripts import Script, ScriptKind, StepRole, StepStart
from services.drills import exercises
from services.ground import attachments, drafts
from services.ground.drafts import StepPassed
from services.scripts import versions, writing
from services.scripts.writing import StepWords

TITLE, TEXT, EXPECTED, MINUTES, WITHIN, ROLE = views.STEPS
ROLES = {role.value: role for role in exercises.ROLES}


async def show_all(context: Context) -> None:
    """List the scripts of drills."""
    context.show(views.listing(context.reader, await versions.listed(context.session, kind=ScriptKind.DRILL)))


async def take_sample(context: Context) -> None:
    """Write down the script that comes with the product, to be changed and saved."""
    sample = samples.power_cut(context.reader)
    await versions.check_free(context.session, kind=ScriptKind.DRILL, title=sample.title)
    script = await versions.begin_new(
        context.session, kind=ScriptKind.DRILL, title=sample.title, by=context.person, now=context.now
    )
    for words in sample.steps:
        await writing.add(context.session, script_id=id_of(script), words=words, by=context.person, now=context.now)
    await _show(context, script)


async def _show(context: Context, script: Script) -> None:
    context.show(views.script(context.reader, script, await exercises.steps_of(context.session, script=script)))


@allow(COORDINATORS)
async def on_exercise(update: Update, context: Context) -> None:
    """Take a button of a script; changes begin a version of their own."""
    tap = ExerciseTap.unpack(tapped_data(update))
    session, by, now = context.session, context.person, context.now
    script = await exercises.by_id(session, script_id=tap.exercise_id)
    match tap.verb:
        case "show":
            pass
        case "change":
            script = await versions.begin_work(session, script_id=tap.exercise_id, by=by, now=now)
        case "add":
            await versions.in_work(session, script_id=tap.exercise_id)
            await begin(context, script_id=tap.exercise_id)
            return
        case "save":
            script = await versions.save(session, script_id=tap.exercise_id, by=by, now=now)
            context.notice(views.saved(context.reader))
        case "drop":
            await versions.drop(session, script_id=tap.exercise_id, by=by, now=now)
            context.notice(views.dropped(context.reader))
            await show_all(context)
            return
        case "retire":
            await versions.retire(session, script_id=tap.exercise_id, by=by, now=now)
            await show_all(context)
            return
        case _:
            raise TapUnreadable
    await _show(context, script)


@allow(COORDINATORS)
async def on_take_out(update: Update, context: Context) -> None:
    """Take an inject out of the version that is worked on."""
    tap = TakeOutTap.unpack(tapped_data(update))
    step = await writing.step_by_id(context.session, step_id=tap.exercise_step_id)
    script = await exercises.by_id(context.session, script_id=step.script_id)
    await writing.take_out(context.session, step_id=tap.exercise_step_id, by=context.person, now=context.now)
    context.notice(views.taken_out(context.reader))
    await _show(context, script)


async def begin(context: Context, *, script_id: int = 0) -> None:
    """Begin to write an inject of a script, or a script with its title where there is none yet."""
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.EXERCISE,
        step=TEXT if script_id else TITLE,
        data=ExerciseForm(script_id).write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    return views.ask(context.reader, draft, files=len(ExerciseForm.of(draft).files))


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the title, what happens (with photos), what is expected, and numbers of minutes."""
    message = update.effective_message
    text, file = words_of(message), attached(message)
    if message is None or text.startswith("/") or not (text or file):
        context.show(words_only(context.reader, await _step(context, draft)))
    elif draft.step == TEXT:
        await _hear_text(context, draft, message)
    elif file or draft.step == ROLE:
        context.show(buttons_only(context.reader, await _step(context, draft)))
    elif draft.step == TITLE:
        await _take_title(context, draft, text)
    else:
        await _take(context, draft, text)


async def _hear_text(context: Context, draft: Draft, message: TelegramMessage) -> None:
    """Keep what happens, and the photos that go with it; words lead on."""
    form, text, file = ExerciseForm.of(draft), words_of(message), attached(message)
    files = attachments.joined(form.files, file) if file else form.files
    is_next = is_next_of(form.album, message)
    form = replace(form, text=text or form.text, files=files, album=album_of(message))
    if text:
        writing.check(StepWords(text))
    further = EXPECTED if form.text else TEXT
    drafts.go(draft, step=further, now=context.now, form=form)
    if not is_next:
        shown = await _step(context, draft)
        context.show(shown if form.text else files_kept(context.reader, shown))


async def _take_title(context: Context, draft: Draft, text: str) -> None:
    await versions.check_free(context.session, kind=ScriptKind.DRILL, title=text)
    script = await versions.begin_new(
        context.session, kind=ScriptKind.DRILL, title=text, by=context.person, now=context.now
    )
    drafts.go(draft, step=TEXT, now=context.now, form=ExerciseForm(id_of(script)))
    context.show(await _step(context, draft))


async def _take(context: Context, draft: Draft, text: str) -> None:
    """Take what was typed or tapped at a step, and go on to the next one."""
    form = ExerciseForm.of(draft)
    if draft.step == EXPECTED:
        form = replace(form, expected=text)
    else:
        number = exercises.minutes_in(text)
        form = replace(form, minutes=number) if draft.step == MINUTES else replace(form, within=number)
    within = form.within if draft.step == WITHIN else 1
    writing.check(StepWords(form.text, minutes=form.minutes, within=within, expected=form.expected))
    drafts.go(draft, step=views.STEPS[views.STEPS.index(draft.step) + 1], now=context.now, form=form)
    context.show(await _step(context, draft))


@allow(COORDINATORS)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Go back a step, or take what a button says."""
    form = ExerciseForm.of(draft)
    if tap.verb == BACK and draft.step not in (TITLE, TEXT):
        drafts.go(draft, step=views.STEPS[views.STEPS.index(draft.step) - 1], now=context.now)
        context.show(await _step(context, draft))
    elif tap.verb != draft.step:
        raise StepPassed
    elif draft.step == ROLE and tap.value in ROLES:
        await _add(context, form, ROLES[tap.value])
    elif draft.step in (MINUTES, WITHIN) and tap.value.isdecimal():
        await _take(context, draft, tap.value)
    elif draft.step == EXPECTED and tap.value == "none":
        await _take(context, draft, "")
    else:
        raise TapUnreadable


async def _add(context: Context, form: ExerciseForm, role: StepRole) -> None:
    """Add the inject, and show the script that it is of."""
    words = StepWords(
        form.text,
        role=role,
        starts=StepStart.BEGINNING,
        minutes=form.minutes,
        within=form.within,
        expected=form.expected,
    )
    await writing.add(
        context.session,
        script_id=form.script_id,
        words=words,
        files=form.files,
        by=context.person,
        now=context.now,
    )
    await drafts.discard(context.session, person=context.person)
    await _show(context, await exercises.by_id(context.session, script_id=form.script_id))


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step, takes_files=True)
