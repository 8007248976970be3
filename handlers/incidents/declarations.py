"""Declaring an incident: a line of text or a template, a preview exactly as members see it, an explicit send."""

from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import album_of, attached, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.texts import label
from handlers.frame.views.dialogues import buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.incidents import tally
from handlers.incidents.cards import facts_to_be
from handlers.incidents.declaration_fields import FIELDS, attach, hear, keep, read, set_value
from handlers.incidents.forms import DeclarationForm
from handlers.incidents.views import cards as incident_views
from handlers.incidents.views import declarations as views
from models.drafts import Dialogue, Draft
from models.incidents import IncidentKind, Severity
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.incidents import audience, declarations, templates
from services.incidents.declarations import Declaration
from services.members import capabilities
from services.places import choosing, communes

# The steps that hear a line, and all that hear words.
LINE = ("start", "severity")
TYPED = (*LINE, "title", "description", "place", "headcount", "until")


@allow(COORDINATORS)
async def on_declare(update: Update, context: Context) -> None:
    """Begin (`/suco`); text after the command is the incident in one line, also under a photo or a document."""
    message = update.message
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.INCIDENT,
        step="start",
        data=_begun(message).write(),
        now=context.now,
    )
    words = words_of(message).split(maxsplit=1)
    if message is not None and len(words) > 1:
        _take_line(context, draft, words[1])
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


def _begun(message: TelegramMessage | None) -> DeclarationForm:
    """Begin with the file under which the command stands, if it stands under one."""
    file = attached(message)
    if message is None or file is None:
        return DeclarationForm()
    return DeclarationForm(Declaration(attachments=(file,)), album=album_of(message))


async def begin_with(context: Context, *, line: str, kind: IncidentKind) -> None:
    """Begin to declare, as an incident or a drill, what was typed before."""
    form = replace(declarations.from_line(line), kind=kind)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.INCIDENT,
        step="severity",
        data=DeclarationForm(form).write(),
        now=context.now,
    )
    context.show(await step(context, draft))


def _take_line(context: Context, draft: Draft, line: str) -> None:
    """Make a declaration of one typed text and the files so far; only the severity is asked before the preview."""
    before = read(draft)
    form = replace(declarations.from_line(line), kind=before.kind, attachments=before.attachments)
    keep(context, draft, form, step="severity")


async def step(context: Context, draft: Draft) -> Message:
    """Make the message of the step at which a declaration stands."""
    form = read(draft)
    reader = context.reader
    match draft.step:
        case "start":
            return views.start(reader, draft, form.kind)
        case "severity":
            return views.ask_severity(reader, draft, form)
        case "preview" | "confirm":
            return await _preview(context, draft, form)
        case "hub":
            return views.hub(reader, draft, await _facts(context, form))
        case field if field in FIELDS:
            return await _field(context, draft, field, form)
        case _:
            raise DraftGone


async def _facts(context: Context, form: Declaration) -> incident_views.Facts:
    code = await declarations.expected_code(
        context.session, kind=form.kind, now=context.now, time_zone=context.office.time_zone
    )
    return await facts_to_be(context, declaration=form, code=code)


async def _preview(context: Context, draft: Draft, form: Declaration) -> Message:
    called = await audience.find(
        context.session, wanted=form.wanted, now=context.now, time_zone=context.office.time_zone
    )
    facts = await _facts(context, form)
    card = incident_views.card(context.reader, facts, now=context.now)
    return views.preview(
        context.reader,
        draft,
        card,
        members=called.members,
        people=len(called.people),
        held_back=called.held_back,
        complete=bool(form.title and form.description),
    )


async def _field(context: Context, draft: Draft, field: str, form: Declaration) -> Message:
    reader, kept = context.reader, DeclarationForm.of(draft)
    if field == "place":
        offer = choosing.offered(kept.place, province_code=context.office.province_code)
        chosen = [communes.commune(code) for code in form.wanted.commune_codes]
        return views.ask_place(reader, draft, chosen, offer, asked=kept.place)
    if field == "capabilities":
        names = await capabilities.names(context.session, language=reader.language)
        return views.ask_capabilities(reader, draft, names, form.wanted.capability_ids, page=kept.page)
    return views.ask(reader, draft, field, form)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of a declaration."""
    match tap.verb:
        case "kind" if draft.step == "start":
            keep(context, draft, replace(read(draft), kind=_kind(tap.value)), step="start")
        case "template" if draft.step == "start":
            _take_template(context, draft, tap.value)
        case "severity" if draft.step == "severity":
            keep(context, draft, replace(read(draft), severity=_severity(tap.value)), step="preview")
        case "edit":
            _open(context, draft, tap.value)
        case "set" if draft.step in FIELDS:
            await set_value(context, draft, tap.value)
        case "page" if draft.step == "capabilities":
            form = replace(DeclarationForm.of(draft), page=number_of(tap.value))
            drafts.go(draft, step=draft.step, now=context.now, form=form)
        case "preview":
            drafts.go(draft, step="preview", now=context.now)
        case "ask" if draft.step == "preview":
            drafts.go(draft, step="confirm", now=context.now)
        case "send" if draft.step == "confirm":
            await _send(update, context, draft)
            return
        case "back":
            drafts.go(draft, step=_before(draft.step), now=context.now)
        case "sample":
            context.notice(views.only_a_preview(context.reader))
            return
        case _:
            raise StepPassed
    context.show(await step(context, draft))


def _kind(value: str) -> IncidentKind:
    if value not in set(IncidentKind):
        raise DraftGone
    return IncidentKind(value)


def _severity(value: str) -> Severity:
    if value not in set(Severity):
        raise DraftGone
    return Severity(value)


def _before(step: str) -> str:
    """Tell where "back" leads: a field to the overview, the confirmation to the preview."""
    return {"confirm": "preview", "preview": "hub", "severity": "start", "hub": "start"}.get(step, "hub")


def _open(context: Context, draft: Draft, field: str) -> None:
    if field != "hub" and field not in FIELDS:
        raise DraftGone
    drafts.go(draft, step=field, now=context.now, form=replace(DeclarationForm.of(draft), place="", page=0))


def _take_template(context: Context, draft: Draft, name: str) -> None:
    """Fill a template in the language of the office: its words go to everyone."""
    template = templates.by_name(name)
    language = context.office.language
    form = templates.fill(
        template,
        title=label(language, f"template-{name}-title"),
        description=label(language, f"template-{name}-text"),
    )
    keep(context, draft, form, step="preview")


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear a line at the start, or the value of the field that is open; a wrong kind of input gets a word."""
    message = update.effective_message
    if message is None:
        return
    text, file = words_of(message), attached(message)
    if file is not None:
        is_next = attach(context, draft, file, album=album_of(message))
        if not text or draft.step not in TYPED:
            # An album comes as so many messages: one word for all of them.
            if not is_next:
                context.show(await step(context, draft))
            return
    if draft.step in TYPED and (not text or text.startswith("/")):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    if draft.step in LINE:
        _take_line(context, draft, text)
    elif draft.step in FIELDS:
        hear(context, draft, text)
    else:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    context.show(await step(context, draft))


async def _send(update: Update, context: Context, draft: Draft) -> None:
    """Send; the preview turns into the live tally of the one who sent."""
    incident, called = await declarations.declare(
        context.session,
        declaration=read(draft),
        draft_key=f"{draft.person_id}:{draft.key}",
        province_code=context.office.province_code,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(views.sent(context.reader, incident.code, called.members, len(called.people)))
    await tally.show(update, context, incident)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, takes_files=True, anew=frozenset(LINE))
