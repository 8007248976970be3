"""Writing a playbook: what is typed or chosen of it, one thing at a time; nothing counts before it is saved."""

from dataclasses import replace
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import album_of, attached, is_next_of, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.dialogues import buttons_only, files_kept, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.playbooks import scripts
from handlers.playbooks.forms import ScriptForm
from handlers.playbooks.taps import StepVerb
from handlers.playbooks.views import editing as views
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import IncidentType
from models.scripts import ScriptKind, StepRole, StepStart
from services.ground import attachments, drafts
from services.ground.attachments import Attachment
from services.ground.drafts import DraftGone, StepPassed
from services.notation.spelling import tidy_line
from services.playbooks import naming
from services.scripts import lengths, versions, writing
from services.scripts.versions import ScriptSaved
from services.scripts.writing import ScriptStepUnknown, StepMinutesUnread
from services.tasks import orders as tasks

NEW, TITLE, ADD, TYPES = "new", "title", "add", "types"
WITH_FILES = (ADD, StepVerb.TEXT, StepVerb.FILES)
TYPED = (NEW, TITLE, *WITH_FILES, StepVerb.EXPECTED, StepVerb.ROLE, StepVerb.WHEN, StepVerb.WITHIN)
TOO_LATE = (ScriptSaved, ScriptStepUnknown)


async def begin(context: Context, step: str, *, script_id: int = 0, step_id: int = 0) -> None:
    """Begin to ask for one thing about a playbook or a step of it."""
    before = await drafts.current(context.session, person=context.person)
    files = await writing.files_of(context.session, step_id=step_id)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.SCRIPT,
        step=step,
        data=ScriptForm(script_id, step_id, files=tuple(files)).write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the question where the dialogue stands."""
    form = ScriptForm.of(draft)
    match draft.step:
        case "new":
            return views.ask_new(context.reader, draft)
        case "title" | "add" | "types":
            script = await versions.in_work(context.session, script_id=form.script_id)
            return views.ask_of_script(context.reader, draft, script, form)
        case _ if draft.step in set(StepVerb):
            step = await writing.step_by_id(context.session, step_id=form.step_id)
            return views.ask_of_step(
                context.reader,
                draft,
                step,
                form,
                names=await naming.names_of(context.session, steps=[step]),
                found=await naming.find(context.session, text=form.asked, by=context.person, now=context.now),
            )
        case _:
            raise DraftGone


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear what is typed for the one thing that is asked, and files that go with a step."""
    message = update.effective_message
    text, file = words_of(message), attached(message)
    if draft.step not in TYPED:
        context.show(buttons_only(context.reader, await _step(context, draft)))
    elif message is not None and file is not None and draft.step in WITH_FILES:
        await _hear_file(context, draft, message, file)
    elif draft.step == StepVerb.FILES:
        context.show(views.files_only(context.reader, await _step(context, draft)))
    elif file is not None or not text or text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
    else:
        await _take(context, draft, ScriptForm.of(draft), text.strip())


async def _hear_file(context: Context, draft: Draft, message: TelegramMessage, file: Attachment) -> None:
    """Keep a file of a step; words under it are those of the step, and what else is of the same album goes with it."""
    form, text = ScriptForm.of(draft), words_of(message)
    is_next = is_next_of(form.album, message)
    form = replace(form, files=attachments.joined(form.files, file), album=album_of(message))
    said: dict[str, Any] = {"by": context.person, "now": context.now}
    wanting = draft.step != StepVerb.FILES and not text
    if draft.step == ADD and text:
        words = writing.StepWords(text)
        step = await writing.add(context.session, script_id=form.script_id, words=words, files=form.files, **said)
        form = replace(form, script_id=0, step_id=step.id or 0)
    elif draft.step == StepVerb.TEXT and text:
        words = replace(writing.words_of(await writing.step_by_id(context.session, step_id=form.step_id)), text=text)
        await writing.change(context.session, step_id=form.step_id, words=words, **said)
    if form.step_id:
        await writing.attach(context.session, step_id=form.step_id, files=form.files, **said)
    drafts.go(draft, step=draft.step if wanting else StepVerb.FILES, now=context.now, form=form)
    if not is_next:
        shown = await _step(context, draft)
        context.show(files_kept(context.reader, shown) if wanting else shown)


async def _take(context: Context, draft: Draft, form: ScriptForm, text: str) -> None:
    """Keep what was typed, and show what it became."""
    said: dict[str, Any] = {"by": context.person, "now": context.now}
    match draft.step:
        case "new":
            title = await versions.check_free(context.session, kind=ScriptKind.PLAYBOOK, title=tidy_line(text))
            script = await versions.begin_new(context.session, kind=ScriptKind.PLAYBOOK, title=title, **said)
            await _done(context, script_id=script.id or 0)
        case "title":
            one = await versions.in_work(context.session, script_id=form.script_id)
            title = await versions.check_free(context.session, kind=one.kind, title=tidy_line(text), but=one.name)
            await versions.rename(context.session, script_id=form.script_id, title=title, **said)
            await _done(context, script_id=form.script_id)
        case "add":
            words = writing.StepWords(text)
            step = await writing.add(context.session, script_id=form.script_id, words=words, files=form.files, **said)
            await _done(context, step_id=step.id or 0)
        case "role":
            drafts.go(draft, step=draft.step, now=context.now, form=replace(form, asked=tidy_line(text)))
            context.show(await _step(context, draft))
        case "when":
            step = await writing.step_by_id(context.session, step_id=form.step_id)
            await _change(context, form, minutes=_minutes(text))
        case "within":
            await _change(context, form, within=_minutes(text))
        case _:
            await _change(context, form, **{draft.step: text})


def _minutes(text: str) -> int:
    """Read a length of time; raises StepMinutesUnread."""
    minutes = lengths.read(text)
    if minutes is None:
        raise StepMinutesUnread
    return minutes


async def _change(context: Context, form: ScriptForm, **changed: Any) -> None:
    step = await writing.step_by_id(context.session, step_id=form.step_id)
    words = replace(writing.words_of(step), **changed)
    await writing.change(context.session, step_id=form.step_id, words=words, by=context.person, now=context.now)
    await _done(context, step_id=form.step_id)


async def _done(context: Context, *, script_id: int = 0, step_id: int = 0) -> None:
    """End the dialogue, and show the playbook or the step as it is now."""
    await drafts.discard(context.session, person=context.person)
    if step_id:
        await scripts.show_step(context, await writing.any_step(context.session, step_id=step_id))
    else:
        await scripts.show(context, script_id)


@allow(COORDINATORS)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take what is chosen by a button."""
    form = ScriptForm.of(draft)
    match tap.verb:
        case "role" if draft.step == StepVerb.ROLE and tap.value in views.ROLES:
            await _change(context, form, role=StepRole(tap.value), member_id=None)
        case "member" if draft.step == StepVerb.ROLE:
            member = await tasks.owner(context.session, member_id=number_of(tap.value))
            await _change(context, form, role=StepRole.NAMED, member_id=id_of(member))
        case "start" if draft.step == StepVerb.WHEN and tap.value[:1] in views.STARTS:
            starts: StepStart = views.STARTS[tap.value[:1]]
            await _change(context, form, starts=starts, minutes=number_of(tap.value[1:]))
        case "within" if draft.step == StepVerb.WITHIN:
            await _change(context, form, within=number_of(tap.value))
        case "none" if draft.step == StepVerb.EXPECTED:
            await _change(context, form, expected="")
        case "drop" if draft.step == StepVerb.FILES:
            await writing.attach(context.session, step_id=form.step_id, files=(), by=context.person, now=context.now)
            await _done(context, step_id=form.step_id)
        case "type" if draft.step == TYPES and tap.value in set(IncidentType):
            await versions.turn_type(
                context.session,
                script_id=form.script_id,
                one=IncidentType(tap.value),
                by=context.person,
                now=context.now,
            )
            context.show(await _step(context, draft))
        case "page" if draft.step == TYPES:
            drafts.go(draft, step=TYPES, now=context.now, form=replace(form, page=number_of(tap.value)))
            context.show(await _step(context, draft))
        case "back":
            await _done(context, script_id=form.script_id, step_id=form.step_id)
        case _:
            raise StepPassed


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=_step, takes_files=True)
