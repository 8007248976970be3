"""Which playbooks fit an incident, and which businesses that are ready could do their steps."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.members import Member, MemberSector, MemberStatus, Sector
from models.responses import Response
from models.scripts import RunStepState, Script, ScriptKind, ScriptStep, StepRole
from models.systems import Provision, SystemProvider
from services.incidents.touched import systems as touched
from services.notation.spelling import search_key
from services.playbooks import shipped_playbooks
from services.scripts import versions
from services.scripts.running import Running
from services.tally.counting import GROUP_OF, AnswerGroup
from services.tasks import cards as task_cards

HELPING = (AnswerGroup.READY, AnswerGroup.REMOTE)
SECTOR_OF = {
    StepRole.TELECOM: Sector.TELECOM,
    StepRole.POSTAL: Sector.POSTAL,
    StepRole.IT: Sector.IT,
    # Where nobody of the system's own is ready.
    StepRole.OPERATOR: Sector.IT,
    StepRole.CONNECTIVITY: Sector.TELECOM,
    StepRole.SECURITY: Sector.IT,
}
ROLE_OF = {Provision.CONNECTIVITY: StepRole.CONNECTIVITY, Provision.SECURITY: StepRole.SECURITY}


@dataclass(frozen=True)
class ReadyMember:
    """A business that said it joins an incident, and for which somebody speaks: how, and what it is.

    `roles` are those that it has for the systems that the incident touches.
    """

    member: Member
    group: AnswerGroup
    eta_at: datetime | None
    sectors: frozenset[Sector]
    roles: frozenset[StepRole] = frozenset()


async def fitting(session: AsyncSession, *, incident: Incident, now: datetime) -> Sequence[Script]:
    """List the playbooks that count: those for the incident's type first, of these those whose words it says."""
    await shipped_playbooks.lay_down(session, now=now)
    said = f" {search_key(f'{incident.title} {incident.description}')} "

    def rank(script: Script) -> tuple[bool, int]:
        matches = sum(f" {search_key(word)}" in said for word in script.words)
        return incident.type not in script.types, -matches

    listed = await versions.listed(session, kind=ScriptKind.PLAYBOOK)
    return sorted((script for script in listed if script.saved_at is not None), key=rank)


async def ready(session: AsyncSession, *, incident_id: int) -> Sequence[ReadyMember]:
    """List the businesses that join an incident: those who come before those who help from afar, by time of arrival."""
    query = (
        select(Response, Member)
        .join(Member, col(Member.id) == col(Response.member_id))
        .where(
            Response.incident_id == incident_id,
            col(Response.stood_down_at).is_(None),
            Member.status == MemberStatus.APPROVED,
        )
        .order_by(col(Response.eta_at), col(Response.answered_at), col(Response.id))
    )
    found = [(answer, member) for answer, member in await session.exec(query) if GROUP_OF[answer.answer] in HELPING]
    sectors = await _sectors(session, [id_of(member) for _, member in found])
    roles = await _roles(session, incident_id)
    helping = [
        ReadyMember(
            member,
            GROUP_OF[answer.answer],
            answer.eta_at,
            sectors.get(id_of(member), frozenset()),
            frozenset(role for role, those in roles.items() if id_of(member) in those),
        )
        for answer, member in found
        if await task_cards.spokespeople(session, member_id=id_of(member))
    ]
    return sorted(helping, key=lambda one: HELPING.index(one.group))


async def _sectors(session: AsyncSession, members: Sequence[int]) -> Mapping[int, frozenset[Sector]]:
    query = select(MemberSector).where(col(MemberSector.member_id).in_(members))
    found: dict[int, frozenset[Sector]] = {}
    for row in await session.exec(query):
        found[row.member_id] = found.get(row.member_id, frozenset()) | {row.sector}
    return found


async def _roles(session: AsyncSession, incident_id: int) -> Mapping[StepRole, set[int]]:
    """Tell who (ids) operates the systems that an incident touches, and who provides what for them."""
    systems = await touched.of(session, incident_id=incident_id)
    roles: dict[StepRole, set[int]] = {StepRole.OPERATOR: {one.operator_id for one in systems if one.operator_id}}
    ids = [id_of(one) for one in systems]
    for row in await session.exec(select(SystemProvider).where(col(SystemProvider.system_id).in_(ids))):
        roles.setdefault(ROLE_OF[row.provision], set()).add(row.member_id)
    return roles


def able(helping: Sequence[ReadyMember], step: ScriptStep) -> Sequence[ReadyMember]:
    """Choose those who could do a step by its role; for the office's own steps nobody is proposed.

    Where nobody of a touched system's own is ready, those of the sector could do it.
    """
    if step.role is StepRole.NAMED:
        return [one for one in helping if one.member.id == step.member_id]
    if step.role is StepRole.COORDINATORS:
        return ()
    if own := [one for one in helping if step.role in one.roles]:
        return own
    sector = SECTOR_OF.get(step.role)
    return [one for one in helping if sector is None or sector in one.sectors]


def owners(helping: Sequence[ReadyMember], steps: Sequence[ScriptStep]) -> Mapping[int, ReadyMember]:
    """Propose for each step (id) the business that is ready for it; of several the one with the fewest steps so far.

    A step for which nobody is ready is left out.
    """
    given: Counter[int] = Counter()
    proposed: dict[int, ReadyMember] = {}
    for step in steps:
        if candidates := able(helping, step):
            chosen = min(candidates, key=lambda one: given[id_of(one.member)])
            given[id_of(chosen.member)] += 1
            proposed[id_of(step)] = chosen
    return proposed


async def for_step(session: AsyncSession, *, one: Running) -> Sequence[ReadyMember]:
    """List the businesses that are ready for a run's incident, those able to do a step of it first."""
    if one.run.incident_id is None:
        return ()
    helping = await ready(session, incident_id=one.run.incident_id)
    fit = {id_of(found.member) for found in able(helping, one.step)}
    return sorted(helping, key=lambda found: found.member.id not in fit)


async def now_for(session: AsyncSession, *, one: Running) -> ReadyMember | None:
    """Propose a business for a step that is due and has none, if one is ready for its role by now."""
    if one.row.state is not RunStepState.DUE or one.row.task_id is not None or one.run.incident_id is None:
        return None
    helping = await ready(session, incident_id=one.run.incident_id)
    return owners(helping, [one.step]).get(id_of(one.step))
