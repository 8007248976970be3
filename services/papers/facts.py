"""What is known of an incident for its papers: of systems, reports, duties, calls, answers and tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.escalation import Escalation, EscalationCall
from models.identity import id_of
from models.incidents import Incident
from models.lessons import Lesson
from models.members import Member
from models.papers import PaperAnswer, PaperForm
from models.people import Person
from models.responses import Response
from models.reviews import Review
from models.systems import InformationSystem, Provision, SystemProvider
from models.tasks import Task, TaskChange, TaskState, TaskStep
from services.incidents.sharing import labels
from services.incidents.touched import duties, systems
from services.incidents.touched.duties import LegalDuty
from services.papers.shapes import CONTACT, REPORTER
from services.timelines import events, signs
from services.timelines.events import TimelineEvent
from services.timelines.signs import FirstSign

# What is the same for each incident, so that it is asked for once.
REMEMBERED = tuple(one.word for part in (REPORTER, CONTACT) for one in part.fields)


@dataclass(frozen=True)
class PaperSystem:
    """A system that the incident touches, with the businesses (names) that provide for it."""

    system: InformationSystem
    connectivity: Sequence[str]
    security: Sequence[str]


@dataclass(frozen=True)
class PaperDone:
    """A task that was done: by which business (name), when, and with which words of it."""

    task: Task
    member: str
    at: datetime
    note: str


@dataclass(frozen=True)
class PaperFacts:
    """What is known of an incident for the fields of its papers; `said` is what coordinators wrote, by field.

    `remembered` is what they wrote last of the office itself, for whichever incident. `escalation` is the last one,
    with its calls. `cause` and `went_well` are the review's, done or not. `learnt` is what is to change, as the review
    says, or else a lesson that the office made of it.
    """

    incident: Incident
    declared_by: str
    systems: Sequence[PaperSystem]
    duties: Sequence[LegalDuty]
    first_sign: FirstSign | None
    escalation: Escalation | None
    calls: Sequence[EscalationCall]
    done: Sequence[PaperDone]
    cause: str
    went_well: str
    learnt: str
    said: Mapping[str, str]
    remembered: Mapping[str, str]

    def asked_for(self, form: PaperForm) -> Sequence[LegalDuty]:
        """List what the rules that hold for the incident ask for by a document."""
        return [one for one in self.duties if one.rule.paper is form]

    @property
    def detected_at(self) -> datetime:
        """Tell when the incident was found out, as far as the records know."""
        return signs.found_at(self.incident, self.first_sign)


@dataclass(frozen=True)
class PaperRecords:
    """What documents show as tables: each business's answer and task with its name, and the time line."""

    answers: Sequence[tuple[Response, str]]
    tasks: Sequence[tuple[Task, str]]
    time_line: Sequence[TimelineEvent]


async def of(session: AsyncSession, *, incident: Incident) -> PaperFacts:
    """Gather what is known of an incident."""
    incident_id = id_of(incident)
    escalation = await _escalation(session, incident_id)
    review = (await session.exec(select(Review).where(Review.incident_id == incident_id))).first()
    return PaperFacts(
        incident=incident,
        declared_by=(await session.get_one(Person, incident.declared_by_id)).name,
        systems=await _systems(session, incident_id),
        duties=await duties.all_of(session, incident_id=incident_id),
        first_sign=(await signs.first(session, incidents=[incident_id])).get(incident_id),
        escalation=escalation,
        calls=await _calls(session, escalation),
        done=await _done(session, incident_id),
        cause=review.causes if review is not None else "",
        went_well=review.well if review is not None else "",
        learnt=(review.changes if review is not None else "") or await _lesson(session, incident),
        said=await said(session, incident_id=incident_id),
        remembered=await remembered(session),
    )


async def records(session: AsyncSession, *, incident: Incident) -> PaperRecords:
    """Gather what documents of an incident show as tables; of a large network these are many rows."""
    return PaperRecords(
        answers=await _answers(session, id_of(incident)),
        tasks=await _tasks(session, id_of(incident)),
        time_line=await events.of(session, incident=incident),
    )


async def said(session: AsyncSession, *, incident_id: int) -> Mapping[str, str]:
    """Give what coordinators wrote for the papers of an incident, by field."""
    query = select(PaperAnswer).where(PaperAnswer.incident_id == incident_id)
    return {one.field: one.value for one in (await session.exec(query)).all()}


async def remembered(session: AsyncSession) -> Mapping[str, str]:
    """Give what was written last of who reports and who is asked, whichever incident that was for.

    The office stays the same.
    """
    query = select(PaperAnswer).where(col(PaperAnswer.field).in_(REMEMBERED)).order_by(col(PaperAnswer.said_at))
    return {one.field: one.value for one in (await session.exec(query.order_by(col(PaperAnswer.id)))).all()}


async def _systems(session: AsyncSession, incident_id: int) -> Sequence[PaperSystem]:
    touched = await systems.of(session, incident_id=incident_id)
    query = (
        select(SystemProvider, Member.name)
        .join(Member, col(Member.id) == col(SystemProvider.member_id))
        .where(col(SystemProvider.system_id).in_([id_of(one) for one in touched]))
        .order_by(col(Member.name))
    )
    provided = (await session.exec(query)).all()
    return [
        PaperSystem(one, _names(provided, one, Provision.CONNECTIVITY), _names(provided, one, Provision.SECURITY))
        for one in touched
    ]


def _names(
    provided: Sequence[tuple[SystemProvider, str]], system: InformationSystem, provision: Provision
) -> Sequence[str]:
    return [name for one, name in provided if one.system_id == system.id and one.provision is provision]


async def _lesson(session: AsyncSession, incident: Incident) -> str:
    """Give what a lesson of the office says is to be done.

    What a business wrote in a lesson is its own, and may not be tied to it. A lesson for fewer
    readers than its incident is not quoted: the paper carries the incident's label.
    """
    query = (
        select(Lesson)
        .where(Lesson.incident_id == id_of(incident), col(Lesson.member_id).is_(None))
        .order_by(col(Lesson.written_at).desc(), col(Lesson.id).desc())
    )
    lessons = (await session.exec(query)).all()
    return next((one.todo for one in lessons if not labels.is_wider(incident.tlp, than=one.tlp)), "")


async def _answers(session: AsyncSession, incident_id: int) -> Sequence[tuple[Response, str]]:
    query = (
        select(Response, Member.name)
        .join(Member, col(Member.id) == col(Response.member_id))
        .where(Response.incident_id == incident_id)
        .order_by(col(Response.answered_at), col(Response.id))
    )
    return (await session.exec(query)).all()


async def _tasks(session: AsyncSession, incident_id: int) -> Sequence[tuple[Task, str]]:
    query = (
        select(Task, Member.name)
        .join(Member, col(Member.id) == col(Task.member_id))
        .where(Task.incident_id == incident_id)
        .order_by(col(Task.id))
    )
    return (await session.exec(query)).all()


async def _done(session: AsyncSession, incident_id: int) -> Sequence[PaperDone]:
    """List the tasks that are done; of one that was sent back and done again the last time counts."""
    query = (
        select(TaskChange, Task, Member.name)
        .join(Task, col(Task.id) == col(TaskChange.task_id))
        .join(Member, col(Member.id) == col(TaskChange.member_id))
        .where(
            Task.incident_id == incident_id,
            TaskChange.step == TaskStep.DONE,
            col(Task.state).in_((TaskState.DONE, TaskState.VERIFIED)),
        )
        .order_by(col(Task.id), col(TaskChange.at), col(TaskChange.id))
    )
    rows = (await session.exec(query)).all()
    last = {id_of(task): PaperDone(task, name, step.at, step.note or "") for step, task, name in rows}
    return list(last.values())


async def _escalation(session: AsyncSession, incident_id: int) -> Escalation | None:
    query = select(Escalation).where(Escalation.incident_id == incident_id).order_by(col(Escalation.id).desc())
    return (await session.exec(query.limit(1))).first()


async def _calls(session: AsyncSession, escalation: Escalation | None) -> Sequence[EscalationCall]:
    if escalation is None:
        return ()
    query = select(EscalationCall).where(EscalationCall.escalation_id == id_of(escalation))
    return (await session.exec(query.order_by(col(EscalationCall.id)))).all()
