"""Reporting (`/baocao`): four taps and a sentence, with whatever files there are; thanks and a code at once."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.conversations.views import danger
from handlers.declarations.fields import BeginningUnclear
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation, edited_words
from handlers.frame.gathering import Gathered
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import with_loss, words_or_files_only
from handlers.frame.views.message import Message
from handlers.reports import lists, owners, unfinished
from handlers.reports.forms import ReportForm
from handlers.reports.views import reporting as views
from handlers.reports.views import unfinished as unfinished_views
from handlers.reports.views.reporting import BUSINESS, HELP, KIND, OWNER, SINCE, WHOSE, WORDS
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.people import Role
from models.reports import ReportKind
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.notation.past import read_past
from services.people import businesses
from services.reports import reporting as rules
from services.reports.reporting import Sign

MEMBERS = frozenset({Role.REPRESENTATIVE})
COMMAND = re.compile(r"^/\w+(?:@\w+)?[\s:;,.\u2013\u2014-]*")
BEFORE = {KIND: BUSINESS, SINCE: KIND, WHOSE: SINCE, OWNER: WHOSE, HELP: WHOSE, WORDS: HELP}


@allow(COORDINATORS | MEMBERS)
async def on_reports(update: Update, context: Context) -> None:
    """Begin to report (`/baocao`), with what stands after the command; those who coordinate get the list."""
    if context.turn.roles & COORDINATORS:
        await lists.show(context, incident_id=0, number=0)
        return
    await _begin(context, _said_with_command(update.message))


@allow(MEMBERS)
async def on_new(_update: Update, context: Context) -> None:
    """Begin to report."""
    await _begin(context, Gathered())


def _said_with_command(message: TelegramMessage | None) -> Gathered:
    """Give what stands after the command, and the file under which it stands."""
    if message is None:
        return Gathered()
    gathered = Gathered().joined_by(message)
    said = COMMAND.sub("", words_of(message)).strip()
    return replace(gathered, said={message.message_id: said} if said else {})


async def _begin(context: Context, gathered: Gathered) -> None:
    """Begin, or show where a report stands that is not finished: nothing of it is dropped without a word."""
    draft = await unfinished.begun(context)
    if draft is None or ReportForm.of(draft) == await _first(context):
        await _begin_anew(context, gathered)
        return
    unfinished.open_again(context, draft, gathered)
    await unfinished.keep(context, draft)
    context.show(unfinished_views.choose(context.reader, draft, await step(context, draft)))


async def _first(context: Context) -> ReportForm:
    """Give the form of a report of which nothing is said yet."""
    spoken_for = await businesses.spoken_for(context.session, person=context.person)
    return ReportForm(Sign(member_id=id_of(spoken_for[0])))


async def _begin_anew(context: Context, gathered: Gathered) -> None:
    before = await drafts.current(context.session, person=context.person)
    spoken_for = await businesses.spoken_for(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.REPORT,
        step=KIND if len(spoken_for) == 1 else BUSINESS,
        data=replace(await _first(context), gathered=gathered).write(),
        now=context.now,
        keeps_before=True,
    )
    await unfinished.keep(context, draft)
    context.show(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question where a report stands."""
    kept, reader = ReportForm.of(draft), context.reader
    gathered = kept.gathered
    form = views.SignSoFar(
        kept.sign,
        gathered.words,
        gathered.files,
        is_album=bool(gathered.album),
        now=context.now,
        owner=await owners.named(context, kept.sign),
        goes=await unfinished.goes(context, kept),
    )
    if draft.step == OWNER:
        form = replace(form, owners=await owners.offered(context, kept.sign.whose_said))
    spoken_for = await businesses.spoken_for(context.session, person=context.person)
    if draft.step == BUSINESS:
        return views.ask_business(reader, draft, form, spoken_for)
    if draft.step not in BEFORE:
        raise DraftGone
    return views.ask(reader, draft, form, is_first=draft.step == KIND and len(spoken_for) < 2)


@allow(MEMBERS)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of a report."""
    form = ReportForm.of(draft)
    if tap.verb == "send" and draft.step == WORDS:
        await _send(context, draft)
        context.notice(context.reader.label("report-sent"))
        return
    if tap.verb == unfinished_views.ANEW:
        await unfinished.let_go(context, draft)
        await _begin_anew(context, form.anew)
        return
    if tap.verb == unfinished_views.RESUME:
        unfinished.go_on(context, draft)
    elif tap.verb == "back":
        drafts.go(draft, step=_before(draft.step, form.sign), now=context.now)
    elif tap.verb == "confidential" and draft.step == WORDS:
        _go(context, draft, WORDS, replace(form.sign, is_confidential=tap.value == "1"))
    elif tap.verb == draft.step == OWNER:
        _go(context, draft, HELP, await owners.chosen(context, form.sign, tap.value))
    elif tap.verb == draft.step:
        _take(context, draft, form.sign, tap.value)
    else:
        raise StepPassed
    await unfinished.keep(context, draft)
    context.show(await step(context, draft))


def _before(step: str, sign: Sign) -> str:
    """Tell where "back" leads: after another's system to whose it is."""
    return OWNER if step == HELP and not sign.is_own else BEFORE.get(step, KIND)


def _take(context: Context, draft: Draft, sign: Sign, value: str) -> None:
    """Keep what a button says, and go on to the next question; raises TapUnreadable for what is none of ours."""
    match draft.step:
        case "business":
            _go(context, draft, KIND, replace(sign, member_id=number_of(value)))
        case "kind" if value in set(ReportKind):
            _go(context, draft, SINCE, replace(sign, kind=ReportKind(value)))
        case "since" if value == views.AS_READ:
            _go(context, draft, WHOSE, sign)
        case "since" if value == views.NOT_KNOWN:
            _go(context, draft, WHOSE, replace(sign, began_at=None))
        case "since" if value in map(str, views.MINUTES_AGO):
            began_at = context.now - timedelta(minutes=number_of(value))
            _go(context, draft, WHOSE, replace(sign, began_at=began_at))
        case "whose":
            is_own = value == "1"
            sign = replace(sign, is_own=is_own, owner_id=None, system_id=None, whose_said="")
            _go(context, draft, HELP if is_own else OWNER, sign)
        case "help":
            _go(context, draft, WORDS, replace(sign, needs_help=value == "1"))
        case _:
            raise TapUnreadable


def _go(context: Context, draft: Draft, to: str, sign: Sign) -> None:
    drafts.go(draft, step=to, now=context.now, form=replace(ReportForm.of(draft), sign=sign))


@allow(MEMBERS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the sentence that sends the report, a moment since when, and files and words at any step."""
    message, form = update.effective_message, ReportForm.of(draft)
    if message is None:
        return
    text, file = words_of(message), attached(message)
    if text.startswith("/") or not (text or file):
        context.show(words_or_files_only(context.reader, await step(context, draft)))
        return
    if draft.step == SINCE and file is None:
        sign = replace(form.sign, began_at=_beginning(context, text))
        _go(context, draft, SINCE if views.is_long_ago(sign, context.now) else WHOSE, sign)
        await unfinished.keep(context, draft)
        context.show(await step(context, draft))
        return
    if draft.step == OWNER and file is None:
        sign, is_open = await owners.heard(context, form.sign, text)
        _go(context, draft, OWNER if is_open else HELP, sign)
        await unfinished.keep(context, draft)
        context.show(await step(context, draft))
        return
    is_next = form.gathered.is_next(message)
    form = unfinished.noted(context, draft, replace(form, gathered=form.gathered.joined_by(message)), message)
    drafts.go(draft, step=draft.step, now=context.now, form=form)
    if draft.step == WORDS and file is None and update.edited_message is None:
        await _send(context, draft)
        return
    await unfinished.keep(context, draft)
    if not is_next:
        # An album comes as so many messages: one word for all of them.
        context.show(await step(context, draft))


def _beginning(context: Context, text: str) -> datetime:
    """Read since when it is so; raises what `read_past` does, or BeginningUnclear."""
    began_at = read_past(text, now=context.now, time_zone=context.office.time_zone)
    if began_at is None:
        raise BeginningUnclear
    return began_at


async def _send(context: Context, draft: Draft) -> None:
    """Send the report; what says thanks comes by the outbox, and stays true from then on."""
    form = ReportForm.of(draft)
    report = await rules.report(
        context.session,
        sign=replace(form.sign, text=form.gathered.words, files=form.gathered.files),
        draft_key=f"{draft.person_id}:{draft.key}",
        by=context.person,
        province_code=context.office.province_code,
        now=context.now,
        time_zone=context.office.time_zone,
        message_id=max((one for one, words in form.gathered.said.items() if words), default=0),
        came=context.came,
    )
    await unfinished.settle(context, form, report)
    await drafts.discard(context.session, person=context.person)


async def hear_edit(update: Update, context: Context) -> bool:
    """Take the words to which a reporter has changed the message that was sent as the report."""
    message = await edited_words(update, context)
    if message is None:
        return False
    changed = await rules.change(
        context.session,
        by=context.person,
        message_id=message.message_id,
        text=words_of(message),
        province_code=context.office.province_code,
        now=context.now,
    )
    if changed is not None:
        said = views.changed(context.reader, changed.code)
        context.send(danger.with_whom_to_call(context.reader, said, changed.text))
    return changed is not None


CONVERSATION = Conversation(
    on_message=on_message,
    on_tap=on_tap,
    step=step,
    let_go=unfinished.let_go,
    takes_files=True,
    told=frozenset({WORDS}),
)
