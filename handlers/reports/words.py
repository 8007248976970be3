"""What goes with a step of a report: a coordinator's reason, question or advice, and what the reporter adds."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.conversations.views import danger
from handlers.frame.access import COORDINATORS, EVERYONE, NotAllowed, allow
from handlers.frame.attachments import album_of, attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import with_loss, words_only, words_or_files_only
from handlers.frame.views.message import Message
from handlers.reports.forms import ReportWordsForm
from handlers.reports.taps import ReportAnswerTap
from handlers.reports.views import words as views
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.people import Role
from models.reports import Report, ReportStep
from services.conversations import meaning
from services.conversations import meaning as conversations
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.reports import declared, replies, reporting, reports, triage
from services.reports.reports import ReportSheet, ReportStepTaken

SAID, PREVIEW = "said", "preview"


async def begin(context: Context, report: Report, step_taken: ReportStep) -> None:
    """Ask for the words of a step, below the card."""
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.REPORT_WORDS,
        step=SAID,
        data=ReportWordsForm(id_of(report), report.code, step_taken, begun_at=context.now).write(),
        now=context.now,
        keeps_before=True,
    )
    if step_taken is not ReportStep.ADDED:
        await declared.begin(context.session, report=report, draft=draft, now=context.now)
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


async def step(context: Context, draft: Draft) -> Message:
    """Make the question where the dialogue stands."""
    form = ReportWordsForm.of(draft)
    gathered = form.gathered
    if draft.step == PREVIEW:
        return views.preview(context.reader, draft, form.step, code=form.code, said=gathered.words)
    return views.ask(
        context.reader,
        draft,
        form.step,
        code=form.code,
        said=gathered.words,
        files=gathered.files,
        is_album=bool(gathered.album),
    )


async def check(context: Context, draft: Draft) -> None:
    """See that there is something left to decide; raises ReportSettled where a colleague was faster."""
    form = ReportWordsForm.of(draft)
    if form.step is not ReportStep.ADDED:
        await triage.undecided(context.session, report_id=form.report_id)


@allow(EVERYONE)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the button that says that all is said, or that a coordinator's words are to be sent as they are shown."""
    adds = ReportWordsForm.of(draft).step is ReportStep.ADDED
    if tap.verb != (views.END if adds else views.SEND) or (draft.step != PREVIEW and not adds):
        raise StepPassed
    await _keep(context, draft)


@allow(EVERYONE)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear words, and of the reporter files too; words alone are all that is asked for."""
    message, form = update.effective_message, ReportWordsForm.of(draft)
    if message is None:
        return
    text, file = words_of(message), attached(message)
    adds = form.step is ReportStep.ADDED
    if text.startswith("/") or not (text or (file and adds)) or (file is not None and not adds):
        expected = words_or_files_only if adds else words_only
        context.show(expected(context.reader, await step(context, draft)))
        return
    if not adds:
        await _show_before_it_is_sent(context, draft, form, message)
        return
    is_next = form.gathered.is_next(message)
    form = replace(form, gathered=form.gathered.joined_by(message))
    drafts.go(draft, step=SAID, now=context.now, form=form)
    if file is None and update.edited_message is None:
        await _keep(context, draft)
    elif not is_next:
        # An album comes as so many messages: one word for all of them.
        context.show(await step(context, draft))


async def _show_before_it_is_sent(
    context: Context, draft: Draft, form: ReportWordsForm, message: TelegramMessage
) -> None:
    """Show what a reporter is to be told: what is typed after a look elsewhere may be meant for somebody else."""
    reports.check_words(words_of(message))
    said = form.gathered.joined_by(message, anew=True)
    drafts.go(draft, step=PREVIEW, now=context.now, form=replace(form, gathered=said))
    context.show(await step(context, draft))


async def _keep(context: Context, draft: Draft) -> None:
    """Take the step with all that was said."""
    form = ReportWordsForm.of(draft)
    meanwhile = await _asked_meanwhile(context, form)
    if form.step is ReportStep.ADDED:
        report = await reporting.add(
            context.session,
            report_id=form.report_id,
            text=form.gathered.words,
            files=form.gathered.files,
            by=context.person,
            province_code=context.office.province_code,
            now=context.now,
        )
    else:
        report = await _order(context, form.report_id, form.step, form.gathered.words)
    await drafts.discard(context.session, person=context.person)
    unreached = await _unreached(context, report, form.step)
    context.show(
        views.said(context.reader, report, form.step, unreached=unreached, meanwhile=meanwhile, now=context.now)
    )


async def _unreached(context: Context, report: Report, step_taken: ReportStep) -> ReportSheet | None:
    """Gather whom to call where what was said of a report does not reach its reporter; None where it does."""
    if step_taken is ReportStep.ADDED:
        return None
    sheet = await reports.sheet(context.session, report=report)
    return sheet if sheet.unreached else None


async def _asked_meanwhile(context: Context, form: ReportWordsForm) -> Sequence[ReportStepTaken]:
    """List what colleagues asked the reporter while a coordinator was writing."""
    if form.step is ReportStep.ADDED or form.begun_at is None:
        return ()
    steps = await reports.history(
        context.session, report=await reports.by_id(context.session, report_id=form.report_id)
    )
    return [one for one in steps if one.step is ReportStep.ASKED_BACK and one.at >= form.begun_at]


async def _order(context: Context, report_id: int, step_taken: ReportStep, words: str) -> Report:
    """Decide with words; raises NotAllowed for whoever coordinates no longer."""
    if not context.turn.roles & COORDINATORS:
        raise NotAllowed
    return await triage.say(
        context.session, report_id=report_id, step=step_taken, words=words, by=context.person, now=context.now
    )


async def hear_reply(update: Update, context: Context) -> bool:
    """Take a reply to a report's card: of the reporter it is added, of a coordinator it asks back."""
    message = update.effective_message
    answered = message.reply_to_message if message is not None else None
    if message is None or answered is None or update.edited_message is not None or context.turn.group is not None:
        return False
    text, file = words_of(message), attached(message)
    report = await replies.report_of(context.session, address=str(message.chat.id), message_id=answered.message_id)
    if report is None or text.startswith("/") or not (text or file):
        return False
    if report.person_id == context.person.id:
        await _add(context, report, message)
        return True
    if not context.turn.roles & COORDINATORS or not text:
        return False
    await _order(context, id_of(report), ReportStep.ASKED_BACK, text)
    unreached = await _unreached(context, report, ReportStep.ASKED_BACK)
    context.send(views.said(context.reader, report, ReportStep.ASKED_BACK, unreached=unreached, now=context.now))
    return True


async def hear_answer(update: Update, context: Context) -> bool:
    """Add what the reporter writes outside of a dialogue to the report on which they were asked back.

    Where an incident may be meant, or more than one report, the words are asked about as all others are; that they
    answer a report is offered beside.
    """
    message = update.effective_message
    if message is None or message.reply_to_message is not None or update.edited_message is not None:
        return False
    text, speaks = words_of(message), Role.REPRESENTATIVE in context.turn.roles
    if not speaks or context.turn.roles & COORDINATORS or context.turn.group is not None or text.startswith("/"):
        return False
    if not (text or attached(message)):
        return False
    if await drafts.current(context.session, person=context.person) is not None:
        return False
    asked = await replies.asked_back(context.session, person=context.person)
    # The files of an album come one by one, and would go two ways.
    if (
        len(asked) == 1
        and not album_of(message)
        and not await meaning.concerns(context.session, person=context.person, at=context.now)
    ):
        await _add(context, asked[0], message)
        return True
    if asked and not await _follows(context, message):
        context.send(views.offer(context.reader, asked, message.message_id))
    return False


async def _follows(context: Context, message: TelegramMessage) -> bool:
    """Tell whether a message is a further one of an album of which the first one was taken."""
    album = album_of(message)
    return (
        bool(album)
        and await conversations.written(
            context.session, person=context.person, group_id=None, message_id=message.message_id, album=album
        )
        is not None
    )


@allow(frozenset({Role.REPRESENTATIVE}))
async def on_answer(update: Update, context: Context) -> None:
    """Add what the reporter wrote a moment ago to the report that they tapped."""
    tap = ReportAnswerTap.unpack(tapped_data(update))
    report = await replies.take_words(
        context.session,
        report_id=tap.report_id,
        message_id=tap.message_id,
        by=context.person,
        province_code=context.office.province_code,
        now=context.now,
    )
    context.show(views.said(context.reader, report, ReportStep.ADDED, now=context.now))


async def _add(context: Context, report: Report, message: TelegramMessage) -> None:
    file = attached(message)
    files = (file,) if file is not None else ()
    await reporting.add(
        context.session,
        report_id=id_of(report),
        text=words_of(message),
        files=files,
        by=context.person,
        province_code=context.office.province_code,
        now=context.now,
    )
    said = views.said(context.reader, report, ReportStep.ADDED, now=context.now)
    context.send(danger.with_whom_to_call(context.reader, said, words_of(message)))


CONVERSATION = Conversation(
    check=check, on_message=on_message, on_tap=on_tap, step=step, takes_files=True, told=frozenset({SAID})
)
