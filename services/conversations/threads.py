"""Questions as people read them: with whose they are, what was answered, and what came before in the same thread."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import case, func, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import (
    QUESTION_ANSWER_SUBJECT,
    QUESTION_SUBJECT,
    AnswerFate,
    Question,
    QuestionAnswer,
    QuestionState,
)
from models.identity import id_of
from models.incidents import Incident
from models.members import ContactKind, Member, Representative, RepresentativeStatus
from models.people import Person
from models.tasks import Task
from services.conversations import alike, answering
from services.ground import attachments
from services.ground.attachments import Attachment
from services.ground.paging import nearest_page
from services.incidents.sharing import naming
from services.people import businesses

PAGE = 6


@dataclass(frozen=True)
class Given:
    """An answer, the name of who gave it, and what came with it."""

    answer: QuestionAnswer
    by: str
    files: Sequence[Attachment] = ()


@dataclass(frozen=True)
class Sheet:
    """What is shown of a question: `asker` is how its person speaks for the business, if they still do.

    `member` is none where a stranger asks, `person` is empty for one who was erased; `settled_by` and `handed_to` are
    names; `files` counts what came with it, `alike` the other businesses that wait for an answer to the same;
    `changed` is the settled question whose words were changed to these, `task` the one that it is about.
    `contact` is whom to call: the asker, or who is called first for the business.
    """

    question: Question
    member: Member | None
    incident: Incident | None
    person: str
    asker: Representative | None
    answers: Sequence[Given]
    settled_by: str | None
    handed_to: str | None
    files: int = 0
    alike: int = 0
    changed: Question | None = None
    contact: Representative | None = None
    task: Task | None = None

    @property
    def undelivered(self) -> bool:
        """Tell whether the question waits because nobody could be sent the answer."""
        last = self.answers[-1].answer.fate if self.answers else None
        return self.question.state is QuestionState.OPEN and last is AnswerFate.LOST

    @property
    def code(self) -> str:
        """Give the code of what it is about: the task, or the incident; nothing where it is about neither."""
        about = self.task or self.incident
        return about.code if about is not None else ""

    @property
    def all_files(self) -> int:
        """Count what came with the question and with its answers."""
        return self.files + sum(len(one.files) for one in self.answers)


@dataclass(frozen=True)
class QuestionPage:
    """A part of a list of questions: `number` counts from 0; `open` are those that wait, on all pages."""

    lines: Sequence[Sheet]
    number: int
    pages: int
    total: int
    open: int


async def sheet(session: AsyncSession, *, question: Question) -> Sheet:
    """Gather what is shown of one question."""
    (one,) = await sheets(session, questions=[question])
    return one


async def sheets(session: AsyncSession, *, questions: Sequence[Question]) -> Sequence[Sheet]:
    """Gather what is shown of some questions, in their order."""
    ids = [id_of(one) for one in questions]
    given = await answering.answers(session, question_ids=ids)
    files = await attachments.count_of_each(session, subject=QUESTION_SUBJECT, subject_ids=ids)
    same = await alike.businesses(session, questions=questions)
    with_answers = await attachments.of_each(
        session, subject=QUESTION_ANSWER_SUBJECT, subject_ids=[id_of(one) for those in given.values() for one in those]
    )
    found = [await _sheet(session, one, given.get(id_of(one), []), with_answers) for one in questions]
    return [replace(one, files=files.get(id_of(one.question), 0), alike=same[id_of(one.question)]) for one in found]


async def _sheet(
    session: AsyncSession,
    question: Question,
    given: Sequence[QuestionAnswer],
    files: Mapping[int, Sequence[Attachment]],
) -> Sheet:
    incident = await session.get(Incident, question.incident_id) if question.incident_id is not None else None
    member, asker = None, None
    if question.member_id is not None:
        member = await session.get_one(Member, question.member_id)
        found = await businesses.representative(session, member_id=question.member_id, person_id=question.person_id)
        asker = found if found is not None and found.status is RepresentativeStatus.APPROVED else None
    return Sheet(
        question=question,
        member=member,
        incident=incident,
        person=await _name(session, question.person_id) or "",
        asker=asker,
        answers=[Given(one, await _name(session, one.said_by_id) or "", files.get(id_of(one), ())) for one in given],
        contact=asker or await _called_first(session, question.member_id),
        settled_by=await _name(session, question.settled_by_id),
        handed_to=await _name(session, question.handed_to_id),
        changed=await session.get(Question, question.changes_id) if question.changes_id is not None else None,
        task=await session.get(Task, question.task_id) if question.task_id is not None else None,
    )


async def _called_first(session: AsyncSession, member_id: int | None) -> Representative | None:
    """Find the primary contact of a business (id), or another one where it has none."""
    query = (
        select(Representative)
        .where(Representative.member_id == member_id, Representative.status == RepresentativeStatus.APPROVED)
        .order_by(case((col(Representative.contact) == ContactKind.PRIMARY, 0), else_=1), col(Representative.id))
        .limit(1)
    )
    return (await session.exec(query)).first() if member_id is not None else None


async def _name(session: AsyncSession, person_id: int | None) -> str | None:
    person = await session.get(Person, person_id) if person_id is not None else None
    return person.name if person is not None else None


async def page(
    session: AsyncSession,
    *,
    incident_id: int | None,
    number: int,
    members: Collection[int] | None = None,
    reader: int | None = None,
) -> QuestionPage:
    """List the questions of an incident (id) or of all, of some businesses (ids) or of all.

    A `reader` (person id) sees none of an incident for named people alone who is not one of them.

    Those that wait come first, the oldest before the others; then the rest, the newest first.
    """
    seen: list[ColumnElement[bool]] = [col(Question.state).not_in(answering.GONE)]
    if incident_id is not None:
        seen.append(col(Question.incident_id) == incident_id)
    if members is not None:
        seen.append(col(Question.member_id).in_(members))
    if reader is not None:
        of_none = col(Question.incident_id).is_(None)
        seen.append(of_none | ~naming.hides(col(Question.incident_id), reader))
    waits = col(Question.state) == QuestionState.OPEN
    total = (await session.exec(select(func.count(col(Question.id))).where(*seen))).one()
    waiting = (await session.exec(select(func.count(col(Question.id))).where(*seen, waits))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    oldest_that_waits = case((waits, col(Question.asked_at)))
    rows = await session.exec(
        select(Question)
        .where(*seen)
        .order_by(case((waits, 0), else_=1), oldest_that_waits, col(Question.asked_at).desc(), col(Question.id))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    return QuestionPage(await sheets(session, questions=rows.all()), number, pages, total, waiting)


async def count_waiting(session: AsyncSession) -> int:
    """Count the questions that nobody has settled, of every incident and of none."""
    return (await session.exec(select(func.count(col(Question.id))).where(Question.state == QuestionState.OPEN))).one()


async def newest_waiting(session: AsyncSession, *, by: Person, limit: int) -> Sequence[Sheet]:
    """Gather the newest questions that nobody has answered, the newest first; none that somebody asked themselves."""
    query = (
        select(Question)
        .where(Question.state == QuestionState.OPEN, Question.person_id != id_of(by))
        .order_by(col(Question.asked_at).desc(), col(Question.id).desc())
        .limit(limit)
    )
    return await sheets(session, questions=(await session.exec(query)).all())


async def before(session: AsyncSession, *, question: Question) -> Sequence[Sheet]:
    """List what was asked and answered in a question's conversation before it, the oldest first."""
    first = question.thread_id
    if first is None:
        return ()
    query = (
        select(Question)
        .where(
            col(Question.state).not_in(answering.GONE),
            or_(col(Question.id) == first, col(Question.thread_id) == first),
            col(Question.id) < question.id,
        )
        .order_by(col(Question.id))
    )
    return await sheets(session, questions=(await session.exec(query)).all())
