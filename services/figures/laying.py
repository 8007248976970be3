"""Courses laid together as figures: how many, of what, how fast, and who answered."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from models.identity import id_of
from models.incidents import Incident, IncidentType, Severity
from models.members import Sector
from services.figures.courses import IncidentCourse, MeasuredTime, MemberAnswer
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


def laid(
    courses: Sequence[IncidentCourse], called: Mapping[int, int], sectors: Mapping[int, Sequence[Sector]]
) -> CourseFigures:
    """Lay courses together; `called` says how often each business (id) was called to them.

    A business of two sectors counts in both, and once in the whole.
    """
    answers = [answer for one in courses for answer in one.answers]
    in_sector = {sector: {one for one, its in sectors.items() if sector in its} for sector in Sector}
    missed = [one for one in courses if one.unreached]
    return CourseFigures(
        total=len(courses),
        ended=sum(one.is_over for one in courses),
        by_type=_counted(IncidentType, (one.incident.type for one in courses)),
        by_severity=_counted(Severity, (one.incident.severity for one in courses)),
        times={time: spread(took for one in courses if (took := one.took(time)) is not None) for time in MeasuredTime},
        answers=_answers(answers, called),
        sectors={
            sector: _answers([one for one in answers if one.member_id in meant], _only(called, meant))
            for sector, meant in in_sector.items()
            if not meant.isdisjoint(called)
        },
        unreached=len(frozenset[int]().union(*(one.unreached for one in missed))),
        unreached_in=max((one.incident for one in missed), key=id_of, default=None),
    )


def _only(called: Mapping[int, int], meant: Collection[int]) -> Mapping[int, int]:
    return {member_id: times for member_id, times in called.items() if member_id in meant}


def _counted(kinds: Iterable[Kind], given: Iterable[Kind]) -> Mapping[Kind, int]:
    """Count by kind, in the order of the kinds; what did not happen is left out."""
    counter = Counter(given)
    return {one: counter[one] for one in kinds if counter[one]}


def _answers(answers: Sequence[MemberAnswer], called: Mapping[int, int]) -> AnswerFigures:
    took = spread(one.answered_at - one.sent_at for one in answers if one.sent_at is not None)
    return AnswerFigures(sum(called.values()), len(answers), took)
