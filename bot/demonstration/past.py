"""What the network has behind it in the demonstration: an incident of weeks ago, and the lesson drawn from it."""

from datetime import datetime, time, timedelta

from sqlalchemy import func
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.demonstration.texts import words
from handlers.frame.office import Office
from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentType, Severity
from models.lessons import Lesson, LessonAnswer, LessonVerdict
from models.members import ContactKind, Representative, Sector
from models.people import Person
from models.responses import Answer
from models.tlp import Tlp
from services.conversations.asking import Spoken
from services.declarations import declaring
from services.declarations.declaring import Declaration
from services.ground.arrivals import Arrival
from services.incidents import notices, responses
from services.incidents.audience import Wanted
from services.incidents.responses import Said
from services.lessons import answering, sending, writing
from services.lessons.writing import LessonSaid

AGO, AT = timedelta(days=20), time(9, 10)
SEEN_BEFORE, LASTED = timedelta(minutes=25), timedelta(hours=4)
TAUGHT_AFTER, REMINDED_AFTER = timedelta(days=2), timedelta(days=3)
# Of ten businesses one after another: what each answers, and after how many minutes; the last one says nothing.
ANSWERS = (
    (Answer.READY, 3),
    (Answer.READY_30, 3),
    (Answer.READY, 11),
    (Answer.REMOTE, 11),
    (Answer.READY_60, 11),
    (Answer.CANNOT, 28),
    (Answer.READY, 28),
    (Answer.REMOTE, 28),
    (Answer.READY_120, 28),
)
VERDICTS = (LessonVerdict.APPLIED, LessonVerdict.APPLIED, LessonVerdict.UNCONCERNED)


async def play(session: AsyncSession, *, office: Office, by: Person, now: datetime) -> None:
    """Let an incident have come, been answered and ended, and its lesson have been sent; all messages are long read."""
    local = datetime.combine((now.astimezone(office.time_zone) - AGO).date(), AT, office.time_zone)
    before = await _newest(session)
    incident = await _declare(session, office, by, local)
    await _answer(session, incident, local)
    summary = words(office.language, "past-summary")
    await notices.all_clear(session, incident_id=id_of(incident), summary=summary, by=by, now=local + LASTED)
    await _teach(session, office, by, local + TAUGHT_AFTER)
    await _let_be_read(session, since=before)


async def _declare(session: AsyncSession, office: Office, by: Person, at: datetime) -> Incident:
    declaration = Declaration(
        type=IncidentType.TECHNICAL,
        severity=Severity.MEDIUM,
        title=words(office.language, "past-title"),
        description=words(office.language, "past-text"),
        headcount_wanted=12,
        began_at=at - SEEN_BEFORE,
        wanted=Wanted(sectors=(Sector.TELECOM,)),
        tlp=Tlp.GREEN,
    )
    incident, _ = await declaring.declare(
        session,
        declaration=declaration,
        draft_key="demonstration-past",
        province_code=office.province_code,
        by=by,
        now=at,
        time_zone=office.time_zone,
    )
    return incident


async def _answer(session: AsyncSession, incident: Incident, at: datetime) -> None:
    called = select(Alerted.member_id, Person).join(Person, col(Person.id) == col(Alerted.person_id))
    called = called.where(Alerted.incident_id == id_of(incident)).order_by(col(Alerted.member_id), col(Person.id))
    first = dict(reversed((await session.exec(called)).all()))
    for minutes in sorted({after for _, after in ANSWERS}):
        came = at + timedelta(minutes=minutes)
        said = [
            Said(incident, first[member_id], ANSWERS[place % 10][0], only_for=member_id, came=Arrival(came))
            for place, member_id in enumerate(sorted(first))
            if place % 10 < len(ANSWERS) and ANSWERS[place % 10][1] == minutes
        ]
        await responses.respond_together(session, said=said, now=came)


async def _teach(session: AsyncSession, office: Office, by: Person, at: datetime) -> None:
    lesson = await writing.write(
        session,
        said=LessonSaid(
            happened=words(office.language, "past-lesson-happened"),
            found=words(office.language, "past-lesson-found"),
            todo=words(office.language, "past-lesson-todo"),
        ),
        draft_key="demonstration-past",
        by=by,
        now=at,
        time_zone=office.time_zone,
    )
    await sending.send(session, lesson_id=id_of(lesson), sector=Sector.TELECOM, by=by, now=at)
    await _learn(session, lesson, at)
    lesson.reminded_at = at + REMINDED_AFTER


async def _learn(session: AsyncSession, lesson: Lesson, at: datetime) -> None:
    """Let every sixth business that got a lesson have answered it."""
    asked = select(Person).join(Representative, col(Representative.person_id) == col(Person.id))
    asked = asked.join(LessonAnswer, col(LessonAnswer.member_id) == col(Representative.member_id))
    asked = asked.where(
        LessonAnswer.lesson_id == id_of(lesson), Representative.contact == ContactKind.PRIMARY
    ).order_by(col(Person.id))
    for place, person in enumerate((await session.exec(asked)).all()[::6]):
        moment = at + timedelta(hours=1, minutes=place)
        await answering.answer(
            session,
            lesson_id=id_of(lesson),
            verdict=VERDICTS[place % len(VERDICTS)],
            question=Spoken("", 0, Arrival(moment)),
            by=person,
            now=moment,
        )


async def _newest(session: AsyncSession) -> int:
    return (await session.exec(select(func.max(Broadcast.id)))).one() or 0


async def _let_be_read(session: AsyncSession, *, since: int) -> None:
    """Let all messages since a broadcast (id) have been sent when they were written: chats begin empty."""
    await session.exec(
        update(Delivery)
        .where(col(Delivery.broadcast_id) > since)
        .values(state=DeliveryState.SENT, sent_at=col(Delivery.due_at), edit_due_at=None)
    )
