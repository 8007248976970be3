"""Which policy holds: the newest version for what begins now, and for an incident the one with which it began."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, Severity
from models.people import Person
from models.policies import PolicyVersion
from services.ground import audit
from services.policies.terms import DEFAULTS, Policy, read, written

# A report has no severity until somebody has looked at it: until then it climbs as what is serious.
UNSEEN_REPORT = Severity.SERIOUS


async def newest(session: AsyncSession, *, severity: Severity) -> PolicyVersion | None:
    """Find the version that holds for what begins now; None before anything began by it or changed it."""
    query = select(PolicyVersion).where(PolicyVersion.severity == severity).order_by(col(PolicyVersion.number).desc())
    return (await session.exec(query.limit(1))).first()


async def current(session: AsyncSession, *, severity: Severity) -> Policy:
    """Give the policy of what begins now."""
    return _terms(await newest(session, severity=severity), severity)


async def of_incident(session: AsyncSession, *, incident: Incident) -> Policy:
    """Give the policy with which an incident began."""
    if incident.policy_id is None:
        return DEFAULTS[incident.severity]
    version = await session.get_one(PolicyVersion, incident.policy_id)
    return _terms(version, version.severity)


async def of_something(session: AsyncSession, *, incident_id: int | None, severity: Severity) -> Policy:
    """Give the policy of something that may belong to an incident (id): the incident's, or that of its severity."""
    incident = await session.get(Incident, incident_id) if incident_id is not None else None
    return await (of_incident(session, incident=incident) if incident else current(session, severity=severity))


async def report_steps(session: AsyncSession) -> Sequence[timedelta]:
    """Tell after which times a report that nobody has looked at climbs."""
    policy = await current(session, severity=UNSEEN_REPORT)
    return [timedelta(minutes=minutes) for minutes in policy.reports]


async def keep(session: AsyncSession, *, incident: Incident, now: datetime) -> Policy:
    """Let an incident that is being declared keep the policy of its severity as it is now, and give it."""
    severity = incident.severity
    version = await newest(session, severity=severity)
    if version is None:
        version = await _store(session, severity, DEFAULTS[severity], number=1, now=now)
    incident.policy_id = id_of(version)
    return _terms(version, severity)


async def change(
    session: AsyncSession, *, severity: Severity, policy: Policy, by: Person, now: datetime
) -> PolicyVersion | None:
    """Store a new version of a severity's policy; None where it says what held before."""
    before = await newest(session, severity=severity)
    if _terms(before, severity) == policy:
        return None
    version = await _store(session, severity, policy, number=before.number + 1 if before else 1, now=now)
    audit.record(
        session,
        person=by,
        action="policy-changed",
        subject="policy",
        subject_id=id_of(version),
        now=now,
        before=written(_terms(before, severity)),
        after=written(policy),
    )
    return version


async def _store(
    session: AsyncSession, severity: Severity, policy: Policy, *, number: int, now: datetime
) -> PolicyVersion:
    version = PolicyVersion(severity=severity, number=number, terms=written(policy), since=now)
    session.add(version)
    await session.flush()
    return version


async def longest(session: AsyncSession) -> timedelta:
    """Tell within which time after an alert all comes that any policy plans."""
    stored = (await session.exec(select(PolicyVersion))).all()
    policies = [*DEFAULTS.values(), *(_terms(version, version.severity) for version in stored)]
    return max(timedelta(minutes=policy.longest) for policy in policies)


def _terms(version: PolicyVersion | None, severity: Severity) -> Policy:
    return read(version.terms, severity=severity) if version else DEFAULTS[severity]
