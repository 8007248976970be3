"""Words become a question: kept at once, sent when it is known which incident they concern, and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.conversations import QUESTION_SUBJECT, Question, QuestionState
from models.identity import id_of
from models.incidents import IncidentStatus
from models.people import Person
from models.responses import Response
from models.tasks import Task
from services.conversations import bursts, cards, hints, ladder, outsiders
from services.conversations.meaning import Concern
from services.ground import attachments
from services.ground.arrivals import Arrival
from services.ground.attachments import Attachment
from services.ground.refusals import Refusal
from services.incidents import lifecycle
from services.people.businesses import spoken_for, suspended_of

# What nobody said where to send is forgotten after this time.
KEEP_HELD = timedelta(days=1)
# What strangers sent is forgotten after this time.
KEEP_OF_STRANGERS = timedelta(days=30)
# So long after words were sent an edit of them counts.
CHANGED_WITHIN = timedelta(hours=48)
SETTLED = (QuestionState.ANSWERED, QuestionState.NOTED)


class QuestionUnknown(Refusal):
    """There is no such question."""


class NotYourQuestion(Refusal):
    """The question is another person's."""


class QuestionSettled(Refusal):
    """The question was sent, answered, noted or taken back already."""


class NobodySpokenFor(Refusal):
    """The person speaks for no business."""


class ChangedTooLate(Refusal):
    """What was sent is too old to be changed, or its incident is over: a new message is heard."""


@dataclass(frozen=True)
class Spoken:
    """What a person wrote: the text, its message (id), and the business's group (id) if it was written there.

    `file` came with it, as one of an `album` or alone; `further` files came before it.
    """

    text: str
    message_id: int
    came: Arrival
    group_id: int | None = None
    file: Attachment | None = None
    album: str = ""
    further: tuple[Attachment, ...] = ()


async def hold(
    session: AsyncSession,
    *,
    person: Person,
    spoken: Spoken,
    only_for: int | None = None,
    follows: Question | None = None,
    task: Task | None = None,
) -> Question:
    """Keep words as they came, sent to nobody yet; those that follow a question join its conversation.

    Words of a `task` are of its incident, and of the business that has it while the person speaks for that. Those of
    strangers are of no business; of what does not go by itself only the last is kept. Raises NobodySpokenFor.
    """
    members: list[int | None] = [
        id_of(one) for one in await spoken_for(session, person=person) if only_for in (None, one.id)
    ]
    if not members and only_for is not None:
        raise NobodySpokenFor
    if not members:
        members = [await _of_outsider(session, person)]
    if follows is not None and follows.state is QuestionState.HELD:
        follows = None
    before = follows or task
    question = Question(
        incident_id=before.incident_id if before else None,
        task_id=follows.task_id if follows else task.id if task else None,
        member_id=before.member_id if before and before.member_id in members else members[0],
        person_id=id_of(person),
        group_id=spoken.group_id,
        thread_id=(follows.thread_id or id_of(follows)) if follows else None,
        message_id=spoken.message_id,
        text=spoken.text,
        album=spoken.album,
        said={str(spoken.message_id): spoken.text} if spoken.album else None,
        is_voice=spoken.file is not None and spoken.file.kind is AttachmentKind.VOICE,
        asked_at=spoken.came.at,
        update_id=spoken.came.update_id,
        state=QuestionState.HELD,
    )
    session.add(question)
    await session.flush()
    await _attach(session, question, spoken)
    return question


async def _of_outsider(session: AsyncSession, person: Person) -> int | None:
    """Give the suspended business (id) of a person who speaks for no other; of a stranger forget what would not go."""
    suspended = await suspended_of(session, person=person)
    if suspended is not None:
        return id_of(suspended)
    for before in await outsiders.held_by(session, person_id=id_of(person)):
        await drop(session, question=before)
    return None


async def _attach(session: AsyncSession, question: Question, spoken: Spoken) -> None:
    files = [*spoken.further, *([spoken.file] if spoken.file is not None else [])]
    await attachments.keep(session, subject=QUESTION_SUBJECT, subject_id=id_of(question), attachments=files)


async def join_album(session: AsyncSession, *, person: Person, spoken: Spoken, now: datetime) -> bool:
    """Add the next file of an album to the question that its first one became; tell whether there is one."""
    query = select(Question).where(Question.person_id == id_of(person), Question.album == spoken.album)
    question = (await session.exec(query)).first() if spoken.album else None
    if question is None:
        return False
    if question.state is not QuestionState.TAKEN_BACK:
        before = question.said or {str(question.message_id): question.text}
        question.said = {**before, str(spoken.message_id): spoken.text}
        question.text = _joined(question.said)
        await session.flush()
        await _attach(session, question, spoken)
        await cards.redraw(session, question=question, now=now)
    return True


def _joined(said: Mapping[str, str]) -> str:
    """Give the words of all messages of an album, a message a line."""
    return "\n".join(part for part in said.values() if part)


async def send(
    session: AsyncSession, *, question: Question, concern: Concern | None, now: datetime, sender: str = ""
) -> None:
    """Bring a question to the coordinators, as one of an incident or of none; `sender` is whose a stranger's is.

    A member's bare acknowledgement is only kept.

    Raises QuestionSettled, or what `outsiders.check_speaker`, `outsiders.check` or `bursts.lane_for` raise.
    """
    if question.state is not QuestionState.HELD:
        raise QuestionSettled
    await outsiders.check_speaker(session, question=question)
    question.sender = sender if question.member_id is None else ""
    await outsiders.check(session, question=question, now=now)
    if concern is not None:
        question.incident_id, question.member_id = id_of(concern.incident), concern.member_id
    if await _only_acknowledges(session, question):
        question.state, question.settled_at = QuestionState.NOTED, now
        await session.flush()
        return
    lane = await bursts.lane_for(session, question=question, now=now)
    question.state = QuestionState.OPEN
    await session.flush()
    await ladder.plan(session, question=question, now=now)
    await cards.tell_coordinators(session, question=question, now=now, lane=lane)


async def _only_acknowledges(session: AsyncSession, question: Question) -> bool:
    """Tell whether a member's words need nobody; what comes with a file does, and what was asked for."""
    answers_back = question.thread_id is not None
    if question.member_id is None or answers_back or not hints.is_bare_acknowledgement(question.text):
        return False
    return not await attachments.of(session, subject=QUESTION_SUBJECT, subject_id=id_of(question))


def is_only_kept(question: Question) -> bool:
    """Tell whether words were kept as an acknowledgement that no coordinator was told of."""
    return question.state is QuestionState.NOTED and question.settled_by_id is None


async def lacks_answer(session: AsyncSession, *, question: Question) -> bool:
    """Tell whether the business has chosen no answer to the alert that its words are about."""
    given = select(Response.id).where(
        Response.incident_id == question.incident_id, Response.member_id == question.member_id
    )
    return question.member_id is not None and (await session.exec(given)).first() is None


async def by_id(session: AsyncSession, *, question_id: int, lock: bool = False) -> Question:
    """Find a question, and with `lock` let nobody else change it meanwhile; raises QuestionUnknown."""
    question = await session.get(Question, question_id, with_for_update=lock, populate_existing=lock)
    if question is None:
        raise QuestionUnknown
    return question


async def own(session: AsyncSession, *, question_id: int, person: Person) -> Question:
    """Find a question of a person's; raises QuestionUnknown or NotYourQuestion."""
    question = await by_id(session, question_id=question_id, lock=True)
    if question.person_id != person.id:
        raise NotYourQuestion
    return question


async def drop(session: AsyncSession, *, question: Question) -> None:
    """Forget words that were not sent; raises QuestionSettled."""
    if question.state is not QuestionState.HELD:
        raise QuestionSettled
    await attachments.forget(session, subject=QUESTION_SUBJECT, subject_id=id_of(question))
    await session.delete(question)
    await session.flush()


async def take_back(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Forget what a person wrote, as they wish, while nobody has answered it; raises QuestionSettled."""
    if question.state is not QuestionState.OPEN and not is_only_kept(question):
        raise QuestionSettled
    await _forget(session, question, now=now)


async def move(session: AsyncSession, *, question: Question, to: str, now: datetime) -> None:
    """Take words away that a person has made an answer to something else (`to`, a code), sent or not yet.

    Raises QuestionSettled for words that were answered or taken back.
    """
    if question.state not in (QuestionState.HELD, QuestionState.OPEN) and not is_only_kept(question):
        raise QuestionSettled
    question.became, question.goes_at = to, None
    await _forget(session, question, now=now)
    await cards.redraw_confirmation(session, question=question, now=now)


async def _forget(session: AsyncSession, question: Question, *, now: datetime) -> None:
    await cards.redraw_alike(session, question=question, now=now)
    question.state, question.text, question.said = QuestionState.TAKEN_BACK, "", None
    question.settled_at = now
    await attachments.forget(session, subject=QUESTION_SUBJECT, subject_id=id_of(question))
    await ladder.end(session, question=question, now=now)
    await cards.redraw(session, question=question, now=now)
    await cards.take_files_away(session, question=question, now=now)
    await cards.redraw_quotes(session, person_id=question.person_id, now=now)


async def change(
    session: AsyncSession, *, question: Question, text: str, now: datetime, message_id: int | None = None
) -> Question | None:
    """Put the words of an edited message (id) in the place of those that came first with it.

    What was settled keeps its words: the new ones are sent as a question that follows it, which is given back. Raises
    ChangedTooLate, or what `send` raises.
    """
    said = {**question.said, str(message_id): text} if question.said and message_id is not None else None
    text = _joined(said) if said else text
    if question.state is QuestionState.TAKEN_BACK or question.text == text:
        return None
    if now - question.asked_at > CHANGED_WITHIN:
        raise ChangedTooLate
    if question.state in SETTLED:
        return await _ask_anew(session, question, text=text, now=now)
    await outsiders.check_speaker(session, question=question)
    await cards.redraw_alike(session, question=question, now=now)
    question.text, question.said, question.edited_at = text, said, now
    await session.flush()
    await cards.redraw(session, question=question, now=now)
    await cards.redraw_confirmation(session, question=question, now=now)
    await cards.redraw_alike(session, question=question, now=now)
    return None


async def _ask_anew(session: AsyncSession, question: Question, *, text: str, now: datetime) -> Question:
    if question.incident_id is not None:
        incident = await lifecycle.by_id(session, incident_id=question.incident_id)
        if incident.status is IncidentStatus.CLOSED:
            raise ChangedTooLate
    changed = Question(
        incident_id=question.incident_id,
        task_id=question.task_id,
        member_id=question.member_id,
        person_id=question.person_id,
        group_id=question.group_id,
        thread_id=question.thread_id or id_of(question),
        changes_id=id_of(question),
        message_id=question.message_id,
        text=text,
        asked_at=now,
        state=QuestionState.HELD,
    )
    session.add(changed)
    await session.flush()
    await send(session, question=changed, concern=None, now=now, sender=question.sender)
    return changed


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Delete what was typed and sent nowhere, a day after, and forget a month after what strangers wrote."""
    query = select(Question).where(Question.state == QuestionState.HELD, Question.asked_at < now - KEEP_HELD)
    for question in (await session.exec(query)).all():
        await drop(session, question=question)
    await outsiders.forget_senders(session, now=now)
    strangers = select(Question).where(
        col(Question.member_id).is_(None),
        Question.state != QuestionState.TAKEN_BACK,
        Question.asked_at < now - KEEP_OF_STRANGERS,
    )
    for question in (await session.exec(strangers)).all():
        await _forget(session, question, now=now)
