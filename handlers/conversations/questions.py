"""What coordinators do with questions, and the lists in which both sides find them."""

from collections.abc import Sequence

from telegram import Update

from handlers.conversations import answering, lists
from handlers.conversations.taps import HandTap, QuestionsTap, QuestionTap
from handlers.conversations.views import cards as views
from handlers.declarations import dialogue as declarations
from handlers.frame.access import COORDINATORS, NotAllowed, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data, tapped_message_id
from handlers.frame.taps import TapUnreadable
from models.conversations import QUESTION_ANSWER_SUBJECT, Question
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.people import Role
from services.conversations import answering as rules
from services.conversations import cards, threads
from services.conversations.kinds import QUESTION, Waiting
from services.ground import attachments
from services.incidents import lifecycle
from services.tally import asked

# So many of the newest parts of a conversation are shown whole.
MOST_OF_THREAD = 8
CONCERNED = COORDINATORS | {Role.REPRESENTATIVE}


async def hand_over(context: Context, incident: Incident) -> Sequence[str]:
    """Tell whoever takes over the command of an incident which questions of members nobody has settled."""
    page = await threads.page(context.session, incident_id=id_of(incident), number=0)
    return views.handover(context.reader, page, now=context.now)


async def left_open(context: Context, incident: Incident) -> Sequence[str]:
    """Count the questions of an incident that nobody has settled."""
    return views.left_open(context.reader, await asked.waiting(context.session, incident_id=id_of(incident)))


@allow(COORDINATORS)
async def on_question(update: Update, context: Context) -> None:
    """Take a button of a question."""
    tap = QuestionTap.unpack(tapped_data(update))
    question = await rules.to_settle(context.session, question_id=tap.question_id)
    match tap.verb:
        case views.SHOW:
            await _show(update, context, question)
        case views.ANSWER:
            await answering.begin(context, question)
        case views.NOTE:
            await rules.take_note(context.session, question_id=tap.question_id, by=context.person, now=context.now)
            context.notice(views.noted(context.reader))
        case views.UNNOTE:
            await rules.undo_note(context.session, question_id=tap.question_id, by=context.person, now=context.now)
            context.notice(views.waits_again(context.reader))
        case views.HAND:
            await _choose_colleague(context, question)
        case views.ALL:
            await _answer_all(context, question)
        case views.ALIKE:
            count = await rules.answer_alike(
                context.session, question_id=tap.question_id, by=context.person, now=context.now
            )
            context.notice(views.answered_alike(context.reader, count))
            await _show(update, context, question)
        case views.DECLARE:
            await declarations.begin_with(context, line=question.text, kind=IncidentKind.INCIDENT, below=True)
        case views.FILES:
            await _send_files(update, context, question)
        case views.THREAD:
            await _show_thread(context, question)
        case _:
            raise TapUnreadable


async def _show(update: Update, context: Context, question: Question) -> None:
    """Show a question in the place of the tapped message, and keep it true from now on."""
    sheet = await threads.sheet(context.session, question=question)
    before = await threads.before(context.session, question=question)
    context.show(views.card(context.reader, sheet, before=before, now=context.now))
    waiting = Waiting(question.incident_id)
    await keep_tapped(update, context, kind=QUESTION, subject_id=id_of(question), details=waiting)


async def _choose_colleague(context: Context, question: Question) -> None:
    await rules.check_waits(context.session, question=question, by=context.person)
    sheet = await threads.sheet(context.session, question=question)
    colleagues = await rules.colleagues(context.session, by=context.person)
    context.show(views.choose_colleague(context.reader, sheet, colleagues))


async def _answer_all(context: Context, question: Question) -> None:
    """Lead to an update to everybody: with the answer that was given, or after one that is typed now."""
    await lifecycle.still_open(context.session, incident_id=question.incident_id or 0)
    given = (await rules.answers(context.session, question_ids=[id_of(question)])).get(id_of(question))
    if given:
        files = await attachments.of(context.session, subject=QUESTION_ANSWER_SUBJECT, subject_id=id_of(given[-1]))
        await answering.propose_to_all(context, question, given[-1].text, tuple(files))
    else:
        await answering.begin(context, question, to_all=True)


async def _send_files(update: Update, context: Context, question: Question) -> None:
    """Send what came with a question and with its answers, as what it was."""
    sheet = await threads.sheet(context.session, question=question)
    await cards.show_files(
        context.session,
        question=question,
        count=sheet.files,
        to=id_of(context.person),
        under=tapped_message_id(update),
        now=context.now,
    )
    for one in sheet.answers:
        context.send_attachments(one.files, views.answer_caption(context.reader, sheet, one, now=context.now))


async def _show_thread(context: Context, question: Question) -> None:
    before = [one.question for one in await threads.before(context.session, question=question)]
    shown = [*before, question][-MOST_OF_THREAD:]
    await cards.show_whole(context.session, questions=shown, to=id_of(context.person), now=context.now)


@allow(COORDINATORS)
async def on_hand(update: Update, context: Context) -> None:
    """Hand a question to a colleague."""
    tap = HandTap.unpack(tapped_data(update))
    question, colleague = await rules.hand_over(
        context.session, question_id=tap.question_id, colleague_id=tap.person_id, by=context.person, now=context.now
    )
    context.notice(views.handed(context.reader, colleague))
    await _show(update, context, question)


@allow(CONCERNED)
async def on_questions(update: Update, context: Context) -> None:
    """List questions (`/hoidap`): all of them to coordinators, to members those of their businesses."""
    await _list(update, context, None, 0)


@allow(CONCERNED)
async def on_list_tap(update: Update, context: Context) -> None:
    """Turn the tapped message into a list of questions."""
    tap = QuestionsTap.unpack(tapped_data(update))
    incident = await lifecycle.by_id(context.session, incident_id=tap.incident_id) if tap.incident_id else None
    await _list(update, context, incident, tap.page)


async def _list(update: Update, context: Context, incident: Incident | None, number: int) -> None:
    occasion = Occasion(context.session, context.office, context.now)
    wide = bool(context.turn.roles & COORDINATORS)
    page = await lists.seen_by(occasion, context.person, incident, number, wide=wide)
    if page is None:
        raise NotAllowed
    await lists.show(update, context, incident, page)
