"""The messages that show a question: to coordinators, and to the person who asked."""

from dataclasses import replace

from markupsafe import Markup

from handlers.conversations.views import answering as answering_views
from handlers.conversations.views import asking as asking_views
from handlers.conversations.views import cards as views
from handlers.frame.compose import Occasion
from handlers.frame.views import attached
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.conversations import QUESTION_SUBJECT, Question, QuestionState
from models.identity import id_of
from models.incidents import IncidentStatus
from services.conversations import asking, danger, hearers, hints, threads, waiting
from services.conversations.kinds import AnswerGiven, OpenedFile, Rung, Settled, Waiting
from services.conversations.threads import Sheet
from services.ground import attachments as kept
from services.groups import bindings
from services.outbox.deliveries import Claimed
from services.people import accounts


async def compose_question(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a coordinator's copy; what was settled meanwhile is told to nobody anew."""
    sheet = await _sheet(occasion, claimed)
    coordinators = {id_of(person) for person in await accounts.coordinators(occasion.session)}
    if sheet is None or claimed.person_id not in coordinators:
        return None
    given, waiting = claimed.read(AnswerGiven), claimed.read(Waiting)
    if given is not None:
        return await _given(occasion, reader, sheet, given.answer_id)
    if waiting is None:
        return None
    if waiting.whole:
        return views.whole(reader, sheet, now=occasion.now)
    if not claimed.is_edit and sheet.question.state is not QuestionState.OPEN:
        return None
    before = await threads.before(occasion.session, question=sheet.question)
    return views.card(
        reader,
        sheet,
        before=before,
        waited=waiting.rung is not Rung.AT_ONCE,
        returned=waiting.returned,
        repeated=claimed.is_repeat,
        now=occasion.now,
    )


async def _given(occasion: Occasion, reader: Reader, sheet: Sheet, answer_id: int) -> Message | None:
    """Make what the coordinator who gave an answer sees of how far it is."""
    given = next((one for one in sheet.answers if one.answer.id == answer_id), None)
    if given is None:
        return None
    to_others = await hearers.only_others(occasion.session, question=sheet.question)
    return answering_views.answered(reader, sheet, given, to_others=to_others)


async def compose_answer(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the answer for the person who asked, another of the business, or the group; None for outsiders of it."""
    sheet, settled = await _sheet(occasion, claimed), claimed.read(Settled)
    if sheet is None or settled is None or not await _may_read(occasion, claimed, sheet):
        return None
    given = next((one for one in sheet.answers if one.answer.id == settled.answer_id), None)
    message = asking_views.answered(
        reader,
        sheet.question,
        given.answer.text if given is not None else None,
        code=sheet.code,
        with_files=attached.below(reader, given.files) if given is not None else None,
        asked_by_other=claimed.person_id not in (None, sheet.question.person_id),
    )
    question = sheet.question
    own_chat = claimed.group_id is not None or claimed.person_id == question.person_id
    written_here = question.group_id == claimed.group_id and own_chat and question.message_id
    return replace(message, answers=sheet.question.message_id) if written_here else message


async def compose_file(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a coordinator's copy of one file of a question; it is taken away where its person has taken it back."""
    sheet, opened = await _sheet(occasion, claimed), claimed.read(OpenedFile)
    if sheet is None or opened is None:
        return None
    files = await kept.of(occasion.session, subject=QUESTION_SUBJECT, subject_id=id_of(sheet.question))
    if opened.part >= len(files):
        return Message(Markup(), takes_away=True) if claimed.is_edit else None
    caption = Markup.escape(views.caption(reader, sheet, now=occasion.now))
    return Message(caption, answers=opened.message_id, files=(files[opened.part],))


async def compose_taken(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the question where words go, or the confirmation; None for words that were taken back before it."""
    question = await occasion.session.get(Question, claimed.subject_id)
    if question is None:
        return None
    if question.state is QuestionState.TAKEN_BACK:
        return asking_views.taken_back(reader, became=question.became) if claimed.is_edit else None
    return await asked_or_taken(occasion, reader, question)


async def asked_or_taken(occasion: Occasion, reader: Reader, question: Question) -> Message:
    """Make the question where words go, or the confirmation that they are on their way."""
    if question.state is QuestionState.HELD:
        concerns = await waiting.concerns(occasion.session, question=question)
        return asking_views.ask_where(reader, question, concerns, in_group=question.group_id is not None)
    return await taken(occasion, reader, question)


async def taken(occasion: Occasion, reader: Reader, question: Question) -> Message:
    """Make the confirmation that words are on their way."""
    sheet = await threads.sheet(occasion.session, question=question)
    incident = sheet.incident
    if incident is not None and incident.closed_at is not None and incident.status is IncidentStatus.CLOSED:
        at = reader.short_moment(incident.closed_at, occasion.now)
        return asking_views.taken_after_end(reader, question, code=sheet.code, at=at)
    if question.is_unsorted and danger.is_told_in(question.text):
        concerns = await waiting.concerns(occasion.session, question=question)
        return asking_views.taken_unsorted(reader, question, concerns)
    if incident is None or sheet.task is not None:
        return asking_views.taken(reader, question, code=sheet.code)
    answer = hints.meant(question.text)
    silent = await asking.lacks_answer(occasion.session, question=question)
    return asking_views.taken(reader, question, code=sheet.code, answer=answer, silent=silent)


async def _may_read(occasion: Occasion, claimed: Claimed, sheet: Sheet) -> bool:
    if claimed.person_id is None:
        member = await bindings.spoken_to(occasion.session, group_id=claimed.group_id)
        return member is not None and sheet.member is not None and member.id == sheet.member.id
    return await hearers.may_hear(occasion.session, question=sheet.question, person_id=claimed.person_id)


async def _sheet(occasion: Occasion, claimed: Claimed) -> Sheet | None:
    """Gather what a question's messages say, once for all of them."""
    if claimed.subject_id is None:
        return None

    async def gather() -> Sheet:
        question = await occasion.session.get_one(Question, claimed.subject_id)
        return await threads.sheet(occasion.session, question=question)

    return await occasion.once(claimed, gather, about=(QUESTION_SUBJECT, claimed.subject_id))
