"""A lesson is written down, sharpened by a coordinator, and its business asked whether it may be named."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.lessons import LESSON_SUBJECT, Lesson, LessonNaming, LessonPart, LessonState
from models.people import Person
from models.tlp import UNLABELLED, Tlp
from services.ground import attachments, audit, codes
from services.ground.attachments import Attachment
from services.ground.codes import Code
from services.ground.refusals import Refusal
from services.incidents.sharing import honoured, learnt
from services.lessons import hiding, lessons
from services.lessons.kinds import LESSON, LESSON_WAITING, LessonTold
from services.notation.tlp import label_in, narrowest
from services.outbox import broadcasts
from services.people import accounts, businesses
from services.reviews import reviews
from services.reviews.reviewed import is_drill

TITLE = lessons.LENGTHS[LessonPart.TITLE]


class LessonWrittenAlready(Refusal):
    """The lesson was sent already; `code` names it."""


class LessonSettled(Refusal):
    """The lesson `code` was sent or closed: its words stay."""


@dataclass(frozen=True)
class LessonSaid:
    """All that a person says of what was learnt; `member_id` is the business for which they say it, if for one.

    `incident_id` is what it was learnt from, as those who coordinate know it; `is_drill` says that it was a drill.
    """

    member_id: int | None = None
    happened: str = ""
    found: str = ""
    todo: str = ""
    indicators: str = ""
    products: str = ""
    tlp: Tlp = Tlp.GREEN
    may_be_named: bool | None = None
    incident_id: int | None = None
    is_drill: bool = False


def titled(happened: str) -> str:
    """Make a title of what happened: its first sentence, as far as a title goes."""
    line = happened.splitlines()[0]
    first = line.partition(". ")[0].rstrip(".") or line
    if len(first) <= TITLE:
        return first
    return f"{first[: TITLE - 1].rpartition(' ')[0] or first[: TITLE - 1]}…"


async def found_in_review(session: AsyncSession, *, review_id: int) -> LessonSaid:
    """Say what a review found as a lesson would: what happened and why, how it was found, what to do.

    Whoever writes it takes names out and may widen the label, which is the incident's. Raises ReviewUnknown.
    """
    review = await reviews.by_id(session, review_id=review_id)
    about = await reviews.about(session, review=review)
    happened = f"{about.title.rstrip('.')}. {review.causes}".strip()
    return LessonSaid(
        happened=happened[: lessons.LENGTHS[LessonPart.HAPPENED]],
        found=review.detected[: lessons.LENGTHS[LessonPart.FOUND]],
        todo=review.changes[: lessons.LENGTHS[LessonPart.TODO]],
        tlp=(about.tlp if isinstance(about, Incident) else None) or UNLABELLED,
        incident_id=review.incident_id,
        is_drill=is_drill(about),
    )


async def write(
    session: AsyncSession,
    *,
    said: LessonSaid,
    files: tuple[Attachment, ...] = (),
    draft_key: str,
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
) -> Lesson:
    """Keep a lesson, once for each draft; one of a member waits for coordinators, who are told of it.

    Raises LessonWrittenAlready, LessonNotYours, TooManyFiles or what `lessons.tidied` raises.
    """
    before = (await session.exec(select(Lesson).where(Lesson.draft_key == draft_key))).first()
    if before is not None:
        raise LessonWrittenAlready(code=before.code)
    await _check_speaker(session, said.member_id, by)
    incident = await _learnt_from(session, said, by)
    attachments.check_number(files)
    code = await codes.following(session, series=lessons.SERIES, now=now, time_zone=time_zone)
    made = _made(said, code, draft_key=draft_key, by=by, now=now)
    made.is_drill = said.is_drill
    if incident is not None:
        made.incident_id, made.is_drill = incident.id, incident.kind is IncidentKind.DRILL
    made.tlp = await kept_label(session, said=said)
    if made.member_id is not None:
        made.widest = made.tlp
    made.words = lessons.found_by(made)
    session.add(made)
    await session.flush()
    await attachments.keep(session, subject=LESSON_SUBJECT, subject_id=id_of(made), attachments=files)
    put_on_record(session, made, by, "lesson-written", now, after={"code": made.code, "member_id": made.member_id})
    if made.member_id is not None:
        people = await accounts.coordinator_ids(session)
        await broadcasts.queue(session, kind=LESSON_WAITING, people=people, subject_id=id_of(made), now=now)
    return made


async def kept_label(session: AsyncSession, *, said: LessonSaid) -> Tlp:
    """Give the label that a lesson will carry: its words, or what it was learnt from, may be for fewer than was chosen.

    An incident may have become for fewer since the draft was begun.
    """
    return await carried(session, _chosen(said), said.incident_id)


def _chosen(said: LessonSaid) -> Tlp:
    """Give the label that was chosen for a lesson, or that its words name for fewer."""
    named = label_in("\n".join((said.happened, said.found, said.todo, said.products)))
    return narrowest(said.tlp, named) or said.tlp


async def carried(session: AsyncSession, chosen: Tlp, incident_id: int | None) -> Tlp:
    """Give the label that a lesson carries for which one was chosen, by the incident (id) from which it was learnt."""
    incident = await session.get(Incident, incident_id) if incident_id is not None else None
    return learnt.carried(chosen, incident=incident.tlp if incident is not None else None)


def _made(said: LessonSaid, code: Code, *, draft_key: str, by: Person, now: datetime) -> Lesson:
    """Make the row of a lesson of what was said; raises what `lessons.tidied` raises."""
    happened = lessons.tidied(LessonPart.HAPPENED, said.happened)
    found = lessons.tidied(LessonPart.FOUND, said.found)
    todo = lessons.tidied(LessonPart.TODO, said.todo)
    return Lesson(
        year=code.year,
        number=code.number,
        code=str(code),
        member_id=said.member_id,
        person_id=id_of(by),
        title=titled(happened),
        happened=happened,
        found=found,
        todo=todo,
        indicators=lessons.tidied(LessonPart.INDICATORS, said.indicators),
        products=lessons.tidied(LessonPart.PRODUCTS, said.products),
        tlp=_chosen(said),
        chosen_tlp=_chosen(said),
        words="",
        may_be_named=said.may_be_named if said.member_id is not None else None,
        state=LessonState.WAITING,
        written_at=now,
        draft_key=draft_key,
    )


async def _check_speaker(session: AsyncSession, member_id: int | None, by: Person) -> None:
    """See that a person may write for a business, or for the coordinating body; raises LessonNotYours."""
    if member_id is None:
        allowed = by.staff_role in accounts.COORDINATORS
    else:
        allowed = member_id in {one.id for one in await businesses.spoken_for(session, person=by)}
    if not allowed:
        raise lessons.LessonNotYours


async def is_author(session: AsyncSession, *, lesson: Lesson, person: Person | None) -> bool:
    """Tell whether a person wrote a lesson, and may still write for that for which they did."""
    if person is None or lesson.person_id != person.id:
        return False
    if lesson.member_id is None:
        return person.staff_role in accounts.COORDINATORS
    return lesson.member_id in {one.id for one in await businesses.spoken_for(session, person=person)}


async def _learnt_from(session: AsyncSession, said: LessonSaid, by: Person) -> Incident | None:
    """Find the incident or drill from which a lesson was learnt; raises LessonNotYours."""
    if said.incident_id is None:
        return None
    if by.staff_role not in accounts.COORDINATORS:
        raise lessons.LessonNotYours
    return await session.get(Incident, said.incident_id)


def put_on_record(
    session: AsyncSession, lesson: Lesson, by: Person, action: str, now: datetime, *, after: dict[str, object]
) -> None:
    """Keep on record what a person did with a lesson."""
    audit.record(
        session, person=by, action=action, subject=LESSON_SUBJECT, subject_id=id_of(lesson), now=now, after=after
    )


async def waiting(session: AsyncSession, *, lesson_id: int) -> Lesson:
    """Find a lesson that was not sent yet, and let nobody else change it; raises LessonUnknown or LessonSettled."""
    lesson = await lessons.by_id(session, lesson_id=lesson_id, lock=True)
    if lesson.state is not LessonState.WAITING:
        raise LessonSettled(code=lesson.code)
    return lesson


async def name(session: AsyncSession, *, lesson_id: int, accepts: bool, by: Person, now: datetime) -> Lesson:
    """Keep whether the business that learnt a lesson may be named, in what was sent too; it can be changed any time.

    Raises LessonUnknown or LessonNotYours.
    """
    lesson = await lessons.by_id(session, lesson_id=lesson_id, lock=True)
    if lesson.member_id is None:
        raise lessons.LessonNotYours
    await _check_speaker(session, lesson.member_id, by)
    lesson.may_be_named = accepts
    asked = select(LessonNaming).where(LessonNaming.lesson_id == lesson_id, LessonNaming.member_id == lesson.member_id)
    for one in await session.exec(asked):
        one.accepts = accepts
    lesson.words = lessons.found_by(lesson, await hiding.of(session, lesson=lesson))
    put_on_record(session, lesson, by, "lesson-naming", now, after={"may_be_named": accepts})
    await session.flush()
    if not accepts:
        await honoured.unname(session, members=[lesson.member_id], lesson_id=lesson_id, by=by, now=now)
    await redraw(session, lesson=lesson, now=now)
    return lesson


async def show_anew(session: AsyncSession, *, lesson: Lesson, to: Person, now: datetime) -> None:
    """Show a lesson in a message of its own to somebody who opens it, and keep it true from then on."""
    opened = LessonTold(opened=True)
    lesson_id, people = id_of(lesson), [id_of(to)]
    await broadcasts.queue(
        session, kind=LESSON, people=people, subject_id=lesson_id, details=opened, lane=Lane.ASKED, now=now
    )


async def redraw(session: AsyncSession, *, lesson: Lesson, now: datetime) -> None:
    """Have every message that shows a lesson edited in place."""
    await broadcasts.redraw(session, subject=LESSON_SUBJECT, subject_id=id_of(lesson), lane=Lane.UPDATE, now=now)
