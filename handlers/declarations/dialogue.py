"""Declaring an incident: a line of text or a template, a preview exactly as members see it, an explicit send."""

import re
from contextlib import suppress
from dataclasses import replace

from markupsafe import Markup
from telegram import Message as TelegramMessage
from telegram import Update

from handlers.declarations import line_parts
from handlers.declarations.facts import to_choose
from handlers.declarations.fields import FIELDS, attach, hear, keep, kind_of, read, set_value, severity_of
from handlers.declarations.forms import DeclarationForm
from handlers.declarations.line_parts import LINE
from handlers.declarations.previews import alternatives_to, facts_of, meanwhile, preview
from handlers.declarations.systems import ask_systems, system_names
from handlers.declarations.views import previews
from handlers.declarations.views import steps as views
from handlers.declarations.views.previews import ONCE_MORE
from handlers.declarations.views.templates import template_words
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import album_of, attached, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views import refusals
from handlers.frame.views.dialogues import buttons_only, retired, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.frame.words import (
    Retire,
)
from handlers.tally import cards as tally
from models.drafts import Dialogue, Draft
from models.incidents import IncidentKind
from models.tlp import Tlp
from services.declarations import declaring as declarations
from services.declarations import templates, touched
from services.declarations.declaring import Declaration, JustSent
from services.declarations.lines import severity_alone
from services.ground import drafts
from services.ground.attachments import Attachment
from services.ground.drafts import DraftGone, StepPassed
from services.ground.refusals import Refusal
from services.members import capabilities
from services.places import choosing, communes

# So many words may be another line, in the place of the one before; fewer are a slip.
FEWEST_OF_A_LINE = 3
# "/suco:Cháy trạm" and "/suco@bot" lose nothing of what follows.
COMMAND = re.compile(r"^/\w+(?:@\w+)?[\s:;,.\u2013\u2014-]*")
# The steps that hear words.
TYPED = (*LINE, "title", "description", "place", "systems", "headcount", "began", "until")


@allow(COORDINATORS)
async def on_declare(update: Update, context: Context) -> None:
    """Begin (`/suco`); text after the command is the incident in one line, also under a photo or a document."""
    message = update.message
    before = await drafts.current(context.session, person=context.person)
    if before is not None and before.dialogue is Dialogue.INCIDENT:
        await _retire(context, before)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.INCIDENT,
        step="start",
        data=_begun(message).write(),
        now=context.now,
    )
    line = COMMAND.sub("", words_of(message)).strip()
    if line:
        await line_parts.take_line(context, draft, line)
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def _retire(context: Context, before: Draft) -> None:
    """Say on what was being declared that it is no more: two previews below each other must not both ask."""
    if before.message_id is None:
        return
    with suppress(Refusal):
        shown = await step(context, before)
        context.turn.words.append(Retire(before.message_id, retired(context.reader, shown)))


def _begun(message: TelegramMessage | None) -> DeclarationForm:
    """Begin with the file under which the command stands, if it stands under one."""
    file = attached(message)
    if message is None or file is None:
        return DeclarationForm()
    return DeclarationForm(Declaration(attachments=(file,)), album=album_of(message))


async def begin_with(
    context: Context, *, line: str, kind: IncidentKind, files: tuple[Attachment, ...] = (), below: bool = False
) -> None:
    """Begin to declare, as an incident or a drill, what was typed before, with the files that came with it.

    `below`: the tapped message stays, and what was under way waits.
    """
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.INCIDENT,
        step="start",
        data=DeclarationForm(Declaration(kind=kind, attachments=files)).write(),
        now=context.now,
        keeps_before=below,
    )
    await line_parts.take_line(context, draft, line)
    shown = await step(context, draft)
    if below:
        context.send(with_loss(context.reader, shown, before=before, now=draft))
    else:
        context.show(shown)


async def begin_filled(context: Context, kept: DeclarationForm, *, asks_severity: bool = True) -> Draft:
    """Begin to declare what is known from elsewhere, below the tapped message.

    What places are meant is asked first, where that is left open, and then how grave it is, if `asks_severity`.
    """
    before = await drafts.current(context.session, person=context.person)
    found = await touched.read_into(context.session, form=kept.form)
    # A label in the words of others makes what is passed on narrower, and never public.
    kept = replace(kept, form=replace(found, tlp=None) if kept.form.tlp is None and found.tlp is Tlp.CLEAR else found)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.INCIDENT,
        step="where" if kept.doubts else "severity" if asks_severity else "preview",
        data=line_parts.with_systems(kept).write(),
        now=context.now,
        keeps_before=True,
    )
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))
    return draft


async def step(context: Context, draft: Draft) -> Message:
    """Make the message of the step at which a declaration stands."""
    form = read(draft)
    reader = context.reader
    match draft.step:
        case "start":
            in_use = await templates.in_use(context.session, now=context.now)
            names = [(one.name, template_words(reader, one).button) for one in in_use]
            return views.start(reader, draft, form.kind, names, page=DeclarationForm.of(draft).page)
        case "where":
            return _which_place(context, draft)
        case "severity":
            return views.ask_severity(reader, draft, form, await touched.gravest(context.session, form=form))
        case "preview" | "confirm":
            return await preview(context, draft)
        case "hub":
            return views.hub(reader, draft, await facts_of(context, form), systems=await system_names(context, form))
        case field if field in FIELDS:
            return await _field(context, draft, field, form)
        case _:
            raise DraftGone


def _which_place(context: Context, draft: Draft) -> Message:
    kept = DeclarationForm.of(draft)
    if not kept.doubts:
        raise StepPassed
    doubt = kept.doubts[0]
    found = [communes.commune(code) for code in doubt.codes]
    is_only = len(kept.doubts) == 1 and not kept.form.wanted.commune_codes
    return views.ask_which_place(context.reader, draft, doubt.said, found, left=len(kept.doubts), is_only=is_only)


async def _is_news(context: Context, draft: Draft) -> bool:
    """Keep what was decided meanwhile as told; tell whether it was not told before, or changes what is declared."""
    before, said = read(draft), Markup("\n").join(await meanwhile(context, draft))
    kept = DeclarationForm.of(draft)
    is_other = kept.form != before
    if said == kept.told and not is_other:
        return False
    drafts.go(draft, step=draft.step, now=context.now, form=replace(kept, told=str(said)))
    return bool(said) or is_other


async def _take_instead(context: Context, draft: Draft, value: str) -> None:
    """Wish for what reaches somebody; tapped when the way is there no more, the preview shows what there is."""
    kept = DeclarationForm.of(draft)
    chosen = next((one for one in await alternatives_to(context, kept.form) if one.way == value), None)
    if chosen is None:
        return
    form = replace(kept.form, wanted=chosen.wanted)
    drafts.go(draft, step="preview", now=context.now, form=replace(kept, form=form))


async def _field(context: Context, draft: Draft, field: str, form: Declaration) -> Message:
    reader, kept = context.reader, DeclarationForm.of(draft)
    if field == "place":
        offer = choosing.offered(kept.place, province_code=context.office.province_code)
        chosen = [communes.commune(code) for code in form.wanted.commune_codes]
        return views.ask_place(reader, draft, chosen, offer, asked=kept.place, to_preview=kept.from_preview)
    if field == "systems":
        return await ask_systems(context, draft)
    if field == "capabilities":
        names = await capabilities.names(context.session, language=reader.language)
        return views.ask_capabilities(reader, draft, names, form.wanted.capability_ids, page=kept.page)
    if field == "recipients":
        return views.ask_recipients(reader, draft, await to_choose(context, form), page=kept.page)
    return views.ask(reader, draft, field, form)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of a declaration."""
    match tap.verb:
        case "kind" | "template" | "where" | "severity":
            await _take_early(context, draft, tap)
        case "edit":
            _open(context, draft, tap.value)
        case "set" if draft.step in FIELDS:
            field = draft.step
            await set_value(context, draft, tap.value)
            line_parts.was_set(context, draft, field)
        case "page" if draft.step in ("start", "capabilities", "recipients"):
            form = replace(DeclarationForm.of(draft), page=number_of(tap.value))
            drafts.go(draft, step=draft.step, now=context.now, form=form)
        case "drop" | "as" | "late" | "ask_for" | previews.WHOLE | previews.RAISE | previews.WIDER if (
            draft.step == "preview"
        ):
            _mend_line(context, draft, tap)
        case previews.INSTEAD if draft.step == "preview":
            await _take_instead(context, draft, tap.value)
        case "preview":
            drafts.go(draft, step="preview", now=context.now)
        case "ask" if draft.step == "preview" and not line_parts.asks_where(DeclarationForm.of(draft)):
            await _is_news(context, draft)
            drafts.go(draft, step="confirm", now=context.now)
        case "send" if draft.step == "confirm":
            await _send(update, context, draft, once_more=tap.value == ONCE_MORE)
            return
        case "back":
            drafts.go(draft, step=_before(draft), now=context.now)
        case _:
            raise StepPassed
    context.show(await step(context, draft))


def _mend_line(context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of the preview that say of the line what is meant; raises StepPassed."""
    match tap.verb, tap.value:
        case "drop", value:
            line_parts.take_back(context, draft, value)
        case "as", "drill":
            line_parts.take_as_drill(context, draft)
        case previews.RAISE, value:
            keep(context, draft, replace(read(draft), severity=severity_of(value)), step="preview")
        case previews.WIDER, _:
            form = read(draft)
            keep(context, draft, replace(form, wanted=replace(form.wanted, only_first=False)), step="preview")
        case previews.WHOLE, _:
            line_parts.take_whole(context, draft)
        case "as", "real":
            line_parts.take_as_real(context, draft)
        case "late", "next":
            line_parts.take_next_day(context, draft)
        case "ask_for", "place" | "until" | "began" | "recipients" | "systems":
            line_parts.open_from_preview(context, draft, tap.value)
        case _:
            raise StepPassed


async def _take_early(context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of the steps that lead to the preview; raises StepPassed."""
    match tap.verb, draft.step:
        case "kind", "start":
            keep(context, draft, replace(read(draft), kind=kind_of(tap.value)), step="start")
            line_parts.kind_was_chosen(context, draft)
        case "template", "start":
            await _take_template(context, draft, tap.value)
        case "where", "where":
            line_parts.choose_place(context, draft, tap.value)
        case "severity", "severity":
            keep(context, draft, replace(read(draft), severity=severity_of(tap.value)), step="preview")
        case _:
            raise StepPassed


def _before(draft: Draft) -> str:
    """Tell where "back" leads: a field to the overview, or to the preview where it was opened; the rest one step."""
    if draft.step in FIELDS and DeclarationForm.of(draft).from_preview:
        return "preview"
    before = {"confirm": "preview", "preview": "hub", "severity": "start", "where": "start", "hub": "start"}
    return before.get(draft.step, "hub")


def _open(context: Context, draft: Draft, field: str) -> None:
    if field != "hub" and field not in FIELDS:
        raise DraftGone
    drafts.go(draft, step=field, now=context.now, form=_opened(draft))


def _opened(draft: Draft) -> DeclarationForm:
    return replace(DeclarationForm.of(draft), place="", system="", page=0, from_preview=False)


async def _take_template(context: Context, draft: Draft, name: str) -> None:
    """Fill a template in the language of the office: its words go to everyone."""
    template = await templates.by_name(context.session, name=name, now=context.now)
    words = template_words(context.office.reader(context.office.language), template)
    form = templates.fill(template, title=words.title, description=words.text)
    # Of a line that was typed before nothing is left.
    drafts.go(draft, step="preview", now=context.now, form=DeclarationForm(form))


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
                context.show(line_parts.with_files(context, draft, await step(context, draft)))
            return
    if draft.step in TYPED and (not text or text.startswith("/")):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    if draft.step == "severity" and (severity := severity_alone(text)) is not None:
        keep(context, draft, replace(read(draft), severity=severity), step="preview")
    elif draft.step == "severity" and len(text.split()) < FEWEST_OF_A_LINE:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    elif draft.step in LINE:
        await line_parts.take_line(context, draft, text)
    elif draft.step in FIELDS:
        field = draft.step
        hear(context, draft, text)
        if draft.step != field:
            line_parts.was_set(context, draft, field)
    else:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    context.show(await step(context, draft))


async def _send(update: Update, context: Context, draft: Draft, *, once_more: bool) -> None:
    """Send; the preview turns into the live tally of the one who sent. What was just sent is asked about first.

    So is what a colleague decided meanwhile of that from which it was begun.
    """
    if await _is_news(context, draft):
        context.notice(context.reader.label("preview-meanwhile"), urgent=True)
        context.show(await step(context, draft))
        return
    try:
        incident, called = await declarations.declare(
            context.session,
            declaration=read(draft),
            draft_key=f"{draft.person_id}:{draft.key}",
            province_code=context.office.province_code,
            by=context.person,
            now=context.now,
            time_zone=context.office.time_zone,
            once_more=once_more,
        )
    except JustSent as twin:
        # A colleague was faster: the question takes the place of the button that sends.
        context.notice(refusals.plain(twin, context.reader), urgent=True)
        context.show(await step(context, draft))
        return
    await drafts.discard(context.session, person=context.person)
    context.notice(views.sent(context.reader, incident.code, called.members, len(called.people)))
    await tally.show(update, context, incident)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=step, takes_files=True, anew=frozenset(LINE))
