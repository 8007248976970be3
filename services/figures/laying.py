"""Courses laid together as figures: how many, of what, how fast, and who answered."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from models.identity import id_of
from models.incidents import Incident, IncidentType, Severity
from models.members import Sector
from services.figures.courses import IncidentCourse, MeasuredTime, MemberCall
from services.figures.spreads import Spread, spread

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True)
class AnswerFigures:
    """How many businesses were called and how many answered, each incident counted, and how long answers took."""

    called: int = 0
    answered: int = 0
    took: Spread = field(default_factory=Spread)


@dataclass(frozen=True)
class CourseFigures:
    """Incidents laid together; `unreached` counts people, and `unreached_in` is the newest incident with one."""

    total: int = 0
    ended: int = 0
    by_type: Mapping[IncidentType, int] = field(default_factory=dict)
    by_severity: Mapping[Severity, int] = field(default_factory=dict)
    times: Mapping[MeasuredTime, Spread] = field(default_factory=lambda: {time: Spread() for time in MeasuredTime})
    answers: AnswerFigures = field(default_factory=AnswerFigures)
    sectors: Mapping[Sector, AnswerFigures] = field(default_factory=dict)
    unreached: int = 0
    unreached_in: Incident | None = None


def laid(courses: Sequence[IncidentCourse], sectors: Mapping[int, Sequence[Sector]]) -> CourseFigures:
    """Lay courses together; a business of two sectors counts in both, and once in the whole."""
    calls = [call for one in courses for call in one.calls]
    of_sector: dict[Sector, list[MemberCall]] = {}
    for call in calls:
        for sector in sectors.get(call.member_id, ()):
            of_sector.setdefault(sector, []).append(call)
    missed = [one for one in courses if one.unreached]
    return CourseFigures(
        total=len(courses),
        ended=sum(one.is_over for one in courses),
        by_type=_counted(IncidentType, (one.incident.type for one in courses)),
        by_severity=_counted(Severity, (one.incident.severity for one in courses)),
        times={time: spread(took for one in courses if (took := one.took(time)) is not None) for time in MeasuredTime},
        answers=_answers(calls),
        sectors={sector: _answers(of_sector[sector]) for sector in Sector if sector in of_sector},
        unreached=len(frozenset[int]().union(*(one.unreached for one in missed))),
        unreached_in=max((one.incident for one in missed), key=id_of, default=None),
    )


def _counted(kinds: Iterable[Kind], given: Iterable[Kind]) -> Mapping[Kind, int]:
    """Count by kind, in the order of the kinds; what did not happen is left out."""
    counter = Counter(given)
    return {one: counter[one] for one in kinds if counter[one]}


def _answers(calls: Sequence[MemberCall]) -> AnswerFigures:
    answered = [one for one in calls if one.answered_at is not None]
    took = spread(one.answered_at - one.sent_at for one in answered if one.answered_at and one.sent_at)
    return AnswerFigures(len(calls), len(answered), took)
