"""What a report may be the same as: earlier reports that wait, and incidents under way, of one kind, place and time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentCommune, IncidentKind, IncidentType
from models.reports import UNDECIDED, Report, ReportKind
from services.incidents import under_way
from services.notation.spelling import search_key
from services.places import nearness

# What coordinators declare where a member reports this.
TYPES: Mapping[ReportKind, IncidentType] = {
    ReportKind.FAILURE: IncidentType.TECHNICAL,
    ReportKind.LINE: IncidentType.DISASTER,
    ReportKind.MALWARE: IncidentType.MALWARE,
    ReportKind.INTRUSION: IncidentType.INTRUSION,
    ReportKind.LEAK: IncidentType.ESPIONAGE,
    ReportKind.DENIAL: IncidentType.DENIAL_OF_SERVICE,
    ReportKind.PHISHING: IncidentType.PHISHING,
    ReportKind.OTHER: IncidentType.OTHER,
}
# As what else the same may have been declared.
RELATED: Mapping[ReportKind, Collection[IncidentType]] = {
    ReportKind.FAILURE: (IncidentType.OPERATION, IncidentType.DISASTER, IncidentType.DENIAL_OF_SERVICE),
    ReportKind.LINE: (IncidentType.TECHNICAL,),
    ReportKind.MALWARE: (IncidentType.ENCRYPTION, IncidentType.SABOTAGE, IncidentType.COMBINED),
    ReportKind.INTRUSION: (IncidentType.DEFACEMENT, IncidentType.SABOTAGE, IncidentType.COMBINED),
    ReportKind.LEAK: (IncidentType.INTRUSION, IncidentType.COMBINED),
    ReportKind.DENIAL: (IncidentType.TECHNICAL, IncidentType.COMBINED),
    ReportKind.PHISHING: (IncidentType.COMBINED,),
}
WITHIN = timedelta(hours=24)
# So near in time two signs of different kinds may be of one fault: the power fails, and then the signal.
AT_ONE_TIME = timedelta(hours=2)
# So many are offered, of so many that are weighed.
OFFERED, WEIGHED = 2, 200


@dataclass(frozen=True)
class Alike:
    """The reports and the incidents with which a report may have its matter in common, the likeliest first.

    Those `of_other_kinds` came from the same place at the same time: less likely, but one fault may show in two ways.
    """

    reports: Sequence[Report] = ()
    incidents: Sequence[Incident] = ()
    of_other_kinds: Sequence[Report] = ()


async def to(session: AsyncSession, *, report: Report) -> Alike:
    """Find what a report may be the same as."""
    return Alike(
        await _reports(session, report), await incidents(session, report=report), await _of_other_kinds(session, report)
    )


async def _reports(session: AsyncSession, report: Report) -> Sequence[Report]:
    query = (
        select(Report)
        .where(
            Report.kind == report.kind,
            col(Report.state).in_(UNDECIDED),
            col(Report.id) < id_of(report),
            col(Report.reported_at) > report.reported_at - WITHIN,
        )
        .order_by(col(Report.id).desc())
        .limit(WEIGHED)
    )
    near = [one for one in await session.exec(query) if _near(report.commune_code, one.commune_code)]
    return sorted(near, key=lambda one: _weight(report, one), reverse=True)[:OFFERED]


async def _of_other_kinds(session: AsyncSession, report: Report) -> Sequence[Report]:
    """List earlier reports of other kinds from the same commune, the newest first; an unknown place is not the same."""
    query = (
        select(Report)
        .where(
            Report.kind != report.kind,
            Report.commune_code == report.commune_code,
            col(Report.commune_code).is_not(None),
            col(Report.state).in_(UNDECIDED),
            col(Report.id) < id_of(report),
            col(Report.reported_at) > report.reported_at - AT_ONE_TIME,
        )
        .order_by(col(Report.id).desc())
        .limit(OFFERED)
    )
    return (await session.exec(query)).all()


def _near(one: str | None, other: str | None) -> bool:
    """Tell whether two communes (codes) are one or neighbours; one that is not known may be any."""
    return one is None or other is None or one == other or other in nearness.neighbours(one)


def _weight(report: Report, other: Report) -> tuple[bool, float, datetime]:
    """Weigh how likely two reports are of one matter: by the place, by the words they share, and by time."""
    words, others = set(search_key(report.text).split()), set(search_key(other.text).split())
    shared = len(words & others) / max(1, min(len(words), len(others)))
    return report.commune_code == other.commune_code, shared, other.reported_at


async def incidents(session: AsyncSession, *, report: Report) -> Sequence[Incident]:
    """List the incidents under way that a report may belong to, the newest first."""
    types = {TYPES[report.kind], *RELATED.get(report.kind, ())} if report.kind in RELATED else set(IncidentType)
    query = under_way.every().where(Incident.kind == IncidentKind.INCIDENT, col(Incident.type).in_(types))
    found = (await session.exec(query.order_by(col(Incident.id).desc()).limit(WEIGHED))).all()
    places = await _places(session, [id_of(one) for one in found])
    return [one for one in found if _touches(report, places.get(id_of(one), ()))][:OFFERED]


def _touches(report: Report, communes: Collection[str]) -> bool:
    """Tell whether a report lies at one of an incident's communes; an incident without one is everywhere."""
    return not communes or any(_near(report.commune_code, one) for one in communes)


async def _places(session: AsyncSession, incident_ids: Collection[int]) -> Mapping[int, Collection[str]]:
    rows = await session.exec(select(IncidentCommune).where(col(IncidentCommune.incident_id).in_(incident_ids)))
    found: dict[int, list[str]] = {}
    for one in rows:
        found.setdefault(one.incident_id, []).append(one.commune_code)
    return found
