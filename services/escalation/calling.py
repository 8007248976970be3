"""An escalation from its beginning to its end: who is called at each stage, what came of it, what was noted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.escalation import ESCALATION_SUBJECT, CallState, Escalation, EscalationCall, EscalationStage, Post
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from services.escalation import cards, posts
from services.escalation.kinds import EscalationNews
from services.escalation.posts import LEADER_OF, LEADERS, WayToCall, answering_for
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import lifecycle
from services.policies import versions
from services.policies.terms import EscalationMinutes

LINK_LENGTH, MINUTES_LENGTH = 300, 2000
# Telegram refuses a whole message for a button whose address names no host.
ADDRESS = re.compile(r"https://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]\S*)?")
# What may be said of a call, by what was said of it before.
FOLLOWS: Mapping[CallState, Sequence[CallState]] = {
    CallState.CALLED: (CallState.ACCEPTED, CallState.DECLINED, CallState.NO_ANSWER),
    CallState.NO_ANSWER: (CallState.ACCEPTED, CallState.DECLINED),
    CallState.DECLINED: (CallState.ACCEPTED,),
    CallState.ACCEPTED: (CallState.CAME, CallState.DECLINED),
    CallState.CAME: (CallState.LEFT,),
}
# Who said yes and has not gone since.
TAKING_PART = (CallState.ACCEPTED, CallState.CAME)


class EscalationUnknown(Refusal):
    """There is no such escalation, or no such call."""


class EscalationUnderWay(Refusal):
    """Those above have been called for the incident `code` already."""


class EscalationOver(Refusal):
    """The escalation has ended, or gone on to the next stage."""


class NobodyAbove(Refusal):
    """No post is held by anybody who could be called."""


class NotYourCall(Refusal):
    """The call went to another person."""


class CallUntimely(Refusal):
    """Of a call that stands where it does, something else may be said."""


class LinkUnreadable(Refusal):
    """What was typed is no address of a meeting: it begins with https:// and has `limit` characters at most."""

    says_back = True


class MinutesLength(Refusal):
    """The notes are empty, or have together more than `limit` characters."""


@dataclass(frozen=True)
class EscalationSheet:
    """All that a card says of an escalation; `calls` are those of its stage, in the order of the posts."""

    escalation: Escalation
    incident: Incident
    calls: Sequence[EscalationCall]

    @property
    def unanswered(self) -> Sequence[EscalationCall]:
        """The calls that got a no or no answer in time, and nobody of the same authority takes part in their place."""
        return () if self.escalation.ended_at is not None else uncovered(self.calls)


async def by_id(session: AsyncSession, *, escalation_id: int) -> Escalation:
    """Find an escalation; raises EscalationUnknown."""
    escalation = await session.get(Escalation, escalation_id)
    if escalation is None:
        raise EscalationUnknown
    return escalation


async def still_open(session: AsyncSession, *, escalation_id: int) -> Escalation:
    """Find an escalation that has not ended; raises EscalationUnknown or EscalationOver."""
    escalation = await by_id(session, escalation_id=escalation_id)
    if escalation.ended_at is not None:
        raise EscalationOver
    return escalation


async def of_incident(session: AsyncSession, *, incident_id: int) -> Escalation | None:
    """Find the escalation of an incident that is under way."""
    query = select(Escalation).where(Escalation.incident_id == incident_id, col(Escalation.ended_at).is_(None))
    return (await session.exec(query)).first()


async def sheet(session: AsyncSession, *, escalation: Escalation) -> EscalationSheet:
    """Gather all that a card says of an escalation."""
    calls = await calls_of(session, escalation=escalation)
    incident = await lifecycle.by_id(session, incident_id=escalation.incident_id)
    return EscalationSheet(escalation, incident, calls)


async def calls_of(session: AsyncSession, *, escalation: Escalation) -> Sequence[EscalationCall]:
    """List the calls of the stage under way, in the order of the posts."""
    query = select(EscalationCall).where(
        EscalationCall.escalation_id == id_of(escalation), EscalationCall.stage == escalation.stage
    )
    order = list(Post)
    return sorted((await session.exec(query)).all(), key=lambda one: order.index(one.post))


def check_link(text: str) -> str:
    """Give the address of a meeting back; raises LinkUnreadable."""
    link = text.strip()
    if len(link) > LINK_LENGTH or not ADDRESS.fullmatch(link):
        raise LinkUnreadable(limit=LINK_LENGTH)
    return link


async def begin(session: AsyncSession, *, incident_id: int, link: str, by: Person, now: datetime) -> Escalation:
    """Call those above to a meeting at once, leaders where nobody of theirs can be called.

    Raises IncidentUnknown, IncidentClosed, EscalationUnderWay, NobodyAbove or LinkUnreadable.
    """
    await may_begin(session, incident_id=incident_id)
    called = await called_first(session)
    if not called:
        raise NobodyAbove
    allowed = await _minutes(session, incident_id=incident_id)
    escalation = Escalation(
        incident_id=incident_id,
        stage=EscalationStage.MEETING,
        stage_at=now,
        asks_at=now + timedelta(minutes=allowed.meeting),
        link=check_link(link) if link else "",
        begun_by_id=id_of(by),
        begun_at=now,
    )
    session.add(escalation)
    await session.flush()
    await _call(session, escalation, called, now=now)
    await cards.tell(session, escalation=escalation, news=EscalationNews.BEGUN, now=now)
    _record(session, escalation, "escalation-begun", by=by, now=now)
    return escalation


async def _minutes(session: AsyncSession, *, incident_id: int) -> EscalationMinutes:
    """Give the times of an escalation by the policy with which its incident began."""
    incident = await lifecycle.by_id(session, incident_id=incident_id)
    return (await versions.of_incident(session, incident=incident)).escalation


async def may_begin(session: AsyncSession, *, incident_id: int) -> None:
    """See that an incident can be escalated; raises IncidentUnknown, IncidentClosed or EscalationUnderWay."""
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    if await of_incident(session, incident_id=incident_id) is not None:
        raise EscalationUnderWay(code=incident.code)


async def called_first(session: AsyncSession) -> Sequence[Post]:
    """List the posts that are called at once: all who can be, of leaders those who have nobody before them."""
    ways = {line.post: line.way for line in await posts.lines(session)}
    able = [post for post, way in ways.items() if way in (WayToCall.BOT, WayToCall.PHONE)]
    before = {LEADER_OF[post] for post in (Post.FIRST_SPECIALIST, Post.SECOND_SPECIALIST) if post in able}
    return [post for post in able if post not in LEADERS or post not in before]


async def _call(session: AsyncSession, escalation: Escalation, called: Iterable[Post], *, now: datetime) -> bool:
    """Call the holders of some posts at the stage under way, each once; tell whether anybody was called."""
    allowed = await _minutes(session, incident_id=escalation.incident_id)
    is_meeting = escalation.stage is EscalationStage.MEETING
    due_at = now + timedelta(minutes=allowed.answer if is_meeting else allowed.answer_on_site)
    having = {one.post for one in await calls_of(session, escalation=escalation)}
    wanted = set(called) - having
    found = False
    for line in await posts.lines(session):
        if line.post in wanted and line.holder is not None and line.way in (WayToCall.BOT, WayToCall.PHONE):
            one = EscalationCall(
                escalation_id=id_of(escalation),
                stage=escalation.stage,
                post=line.post,
                name=line.holder.name,
                office=line.holder.office,
                phone=line.holder.phone,
                person_id=line.holder.person_id if line.way is WayToCall.BOT else None,
                state=CallState.CALLED,
                state_at=now,
                due_at=due_at,
            )
            session.add(one)
            await session.flush()
            await cards.call(session, escalation=escalation, one=one, now=now)
            found = True
    return found


async def go_on(session: AsyncSession, *, escalation_id: int, by: Person, now: datetime) -> Escalation:
    """Ask for support on site: those who were called first, and whoever accepted meanwhile.

    Raises EscalationUnknown or EscalationOver.
    """
    escalation = await still_open(session, escalation_id=escalation_id)
    if escalation.stage is EscalationStage.ON_SITE:
        raise EscalationOver
    accepted = [one.post for one in await calls_of(session, escalation=escalation) if one.state is CallState.ACCEPTED]
    await _fall_silent(session, escalation)
    escalation.stage, escalation.stage_at, escalation.asks_at = EscalationStage.ON_SITE, now, None
    await session.flush()
    await _call(session, escalation, [*await called_first(session), *accepted], now=now)
    await cards.redraw(session, escalation=escalation, now=now)
    await cards.tell(session, escalation=escalation, news=EscalationNews.ON_SITE, now=now, by=by)
    _record(session, escalation, "escalation-on-site", by=by, now=now)
    return escalation


async def end(session: AsyncSession, *, escalation_id: int, by: Person | None, now: datetime) -> Escalation:
    """End an escalation: nobody is called for it any more. Raises EscalationUnknown or EscalationOver."""
    escalation = await still_open(session, escalation_id=escalation_id)
    await _fall_silent(session, escalation)
    escalation.ended_at, escalation.asks_at = now, None
    await session.flush()
    await cards.redraw(session, escalation=escalation, now=now)
    _record(session, escalation, "escalation-ended", by=by, now=now)
    return escalation


async def _fall_silent(session: AsyncSession, escalation: Escalation) -> None:
    """Let the calls of the stage under way climb no further."""
    for one in await calls_of(session, escalation=escalation):
        one.due_at = None


async def set_link(session: AsyncSession, *, escalation_id: int, link: str, by: Person, now: datetime) -> Escalation:
    """Say where the meeting is; who was called in the bot sees it on their card.

    Raises EscalationUnknown, EscalationOver or LinkUnreadable.
    """
    escalation = await still_open(session, escalation_id=escalation_id)
    escalation.link = check_link(link)
    await session.flush()
    await cards.redraw(session, escalation=escalation, now=now)
    _record(session, escalation, "escalation-link", by=by, now=now)
    return escalation


async def note(session: AsyncSession, *, escalation_id: int, text: str, by: Person, now: datetime) -> Escalation:
    """Add to the minutes. Raises EscalationUnknown, EscalationOver or MinutesLength."""
    escalation = await still_open(session, escalation_id=escalation_id)
    minutes = "\n".join(part for part in (escalation.minutes, text) if part)
    if not text or len(minutes) > MINUTES_LENGTH:
        raise MinutesLength(limit=MINUTES_LENGTH)
    escalation.minutes = minutes
    await session.flush()
    await cards.redraw(session, escalation=escalation, now=now)
    _record(session, escalation, "escalation-minutes", by=by, now=now)
    return escalation


async def call_by_id(session: AsyncSession, *, call_id: int) -> EscalationCall:
    """Find a call; raises EscalationUnknown."""
    one = await session.get(EscalationCall, call_id)
    if one is None:
        raise EscalationUnknown
    return one


async def answer(
    session: AsyncSession, *, call_id: int, state: CallState, person: Person, now: datetime
) -> EscalationCall:
    """Keep what the person says who was called in the bot.

    Raises EscalationUnknown, NotYourCall, EscalationOver or CallUntimely.
    """
    one = await call_by_id(session, call_id=call_id)
    if one.person_id != person.id or not posts.coordinates(person) or state is CallState.NO_ANSWER:
        raise NotYourCall
    return await mark(session, call_id=call_id, state=state, by=person, now=now)


async def mark(session: AsyncSession, *, call_id: int, state: CallState, by: Person, now: datetime) -> EscalationCall:
    """Keep what came of a call; without an answer, or with a no, the leader is called.

    Raises EscalationUnknown, EscalationOver or CallUntimely.
    """
    one = await call_by_id(session, call_id=call_id)
    escalation = await still_open(session, escalation_id=one.escalation_id)
    if one.stage is not escalation.stage:
        raise EscalationOver
    comes = state in (CallState.CAME, CallState.LEFT)
    if state not in FOLLOWS.get(one.state, ()) or (comes and one.stage is EscalationStage.MEETING):
        raise CallUntimely
    one.state, one.state_at, one.due_at = state, now, None
    if comes:
        one.came_at, one.left_at = (now, None) if state is CallState.CAME else (one.came_at, now)
    await session.flush()
    if state in (CallState.DECLINED, CallState.NO_ANSWER):
        await climb(session, escalation=escalation, one=one, now=now)
    await cards.redraw(session, escalation=escalation, now=now)
    _record(session, escalation, f"escalation-call-{state.replace('_', '-')}", by=by, now=now)
    return one


async def climb(session: AsyncSession, *, escalation: Escalation, one: EscalationCall, now: datetime) -> None:
    """Call the leader above a call, once at each stage; where that brings nobody, tell those who coordinate.

    Nobody climbs where another of the same authority takes part. A leader whose own specialist still has time to
    answer, or takes part, is not called for another office.
    """
    calls = await calls_of(session, escalation=escalation)
    if one not in uncovered(calls):
        return
    leader = LEADER_OF.get(one.post)
    if leader is not None and _is_answered_for(calls, leader):
        if leader in answering_for(one.post):
            return
    elif leader is not None and await _call(session, escalation, [leader], now=now):
        return
    await cards.tell_of_silence(session, escalation=escalation, now=now)


def _is_answered_for(calls: Sequence[EscalationCall], post: Post) -> bool:
    """Tell whether somebody of a post's authority takes part, or still has time to say so."""
    theirs = [one for one in calls if one.post in answering_for(post)]
    return any(one.state in TAKING_PART or one.due_at is not None for one in theirs)


def uncovered(calls: Sequence[EscalationCall]) -> Sequence[EscalationCall]:
    """List the calls that got a no or no answer in time, and nobody of the same authority takes part in their place."""
    there = {one.post for one in calls if one.state in TAKING_PART}
    return [one for one in calls if _came_to_nothing(one) and not there & answering_for(one.post)]


def _came_to_nothing(one: EscalationCall) -> bool:
    is_silent = one.state is CallState.NO_ANSWER or (one.state is CallState.CALLED and one.due_at is None)
    return is_silent or one.state is CallState.DECLINED


def _record(session: AsyncSession, escalation: Escalation, action: str, *, by: Person | None, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject=ESCALATION_SUBJECT,
        subject_id=id_of(escalation),
        now=now,
        after={"incident_id": escalation.incident_id, "stage": escalation.stage},
    )
