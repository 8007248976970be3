"""The record (`/nhatky`): owners look for who did what, open an entry, and take what they found out."""

from datetime import datetime, timedelta

from telegram import Update

from handlers.audit import views
from handlers.audit.forms import AuditForm
from handlers.audit.taps import AuditEntryTap, AuditFileTap, AuditSpan, AuditTap
from handlers.frame.access import allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import words_only
from handlers.frame.views.message import Message
from models.drafts import LOOKING_UP, Dialogue, Draft
from models.jobs import JobKind
from models.people import Role
from services.audit import search
from services.audit.search import AuditQuery
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.jobs import queue
from services.notation.spelling import search_key, tidy_line

OWNERS = frozenset({Role.OWNER})
STEP = "search"
DAYS = {AuditSpan.WEEK: timedelta(days=7), AuditSpan.MONTH: timedelta(days=30)}


@allow(OWNERS)
async def on_audit(update: Update, context: Context) -> None:
    """Open the record, or search at once for what stands after the command (`/nhatky SC-2026-0007`)."""
    typed = update.message.text if update.message is not None else None
    _, _, after = tidy_line(typed or "").partition(" ")
    form = AuditForm(views.short_key(after))
    hears = await _begin_search(context, form)
    context.show(await _list(context, form, hears=hears))
    search.record_search(context.session, words=after, person=context.person, now=context.now)


async def _begin_search(context: Context, form: AuditForm) -> bool:
    """Hear what is typed next as a search, unless another dialogue is under way: looking something up ends none."""
    under_way = await drafts.current(context.session, person=context.person)
    if under_way is not None and under_way.dialogue not in LOOKING_UP:
        return False
    await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.AUDIT,
        step=STEP,
        data=form.write(),
        now=context.now,
    )
    return True


def _since(context: Context, span: AuditSpan) -> datetime | None:
    """Tell from when on a time reaches; today begins at the office's midnight."""
    if span is AuditSpan.TODAY:
        local = context.now.astimezone(context.office.time_zone)
        return local.replace(hour=0, minute=0, second=0, microsecond=0)
    return context.now - DAYS[span] if span in DAYS else None


async def _list(context: Context, form: AuditForm, *, hears: bool = True) -> Message:
    found = await search.page(
        context.session,
        query=AuditQuery(form.text, since=_since(context, form.span)),
        actions=views.action_names(context.reader),
        number=form.page,
    )
    return views.listing(context.reader, found, form, now=context.now, hears=hears)


@allow(OWNERS)
async def on_list(update: Update, context: Context) -> None:
    """Turn a page of the record, or choose another time."""
    tap = AuditTap.unpack(tapped_data(update))
    form = AuditForm(_checked(tap.text), tap.span, tap.page)
    draft = await drafts.current(context.session, person=context.person)
    is_own = draft is not None and draft.dialogue is Dialogue.AUDIT
    if draft is not None and is_own:
        drafts.go(draft, step=STEP, now=context.now, form=form)
    context.show(await _list(context, form, hears=is_own))


def _checked(text: str) -> str:
    """Give the words of a button back; raises TapUnreadable for what no button of ours carries."""
    if text != search_key(text):
        raise TapUnreadable
    return text


@allow(OWNERS)
async def on_entry(update: Update, context: Context) -> None:
    """Show one entry whole."""
    tap = AuditEntryTap.unpack(tapped_data(update))
    line = await search.one(context.session, entry_id=tap.entry_id)
    context.show(views.entry(context.reader, line, AuditForm(_checked(tap.text), tap.span, tap.page)))


@allow(OWNERS)
async def on_file(update: Update, context: Context) -> None:
    """Have what was found written as a workbook."""
    tap = AuditFileTap.unpack(tapped_data(update))
    since = _since(context, tap.span)
    await queue.ask(
        context.session,
        kind=JobKind.AUDIT,
        person=context.person,
        asked={"words": _checked(tap.text), "since": since.isoformat() if since is not None else None},
        now=context.now,
    )
    context.notice(views.under_way(context.reader))


@allow(OWNERS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear what to search for."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    form = AuditForm(views.short_key(message.text), AuditForm.of(draft).span)
    drafts.go(draft, step=STEP, now=context.now, form=form)
    context.show(await _list(context, form))
    search.record_search(context.session, words=message.text, person=context.person, now=context.now)


@allow(OWNERS)
async def _on_tap(_update: Update, _context: Context, _draft: Draft, _tap: DialogueTap) -> None:
    """Refuse: a search has no buttons of its own."""
    raise StepPassed


async def _step(context: Context, draft: Draft) -> Message:
    return await _list(context, AuditForm.of(draft))


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step, goes_on=False)
