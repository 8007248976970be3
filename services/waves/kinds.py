"""What is said of an incident's course: that there is one, that its severity was raised, that enough help is there."""

from dataclasses import dataclass

from models.broadcasts import BroadcastKind, Lane
from models.incidents import Severity
from services.ground.details import Details
from services.ground.faces import MessageKind
from services.incidents.kinds import CALLED, SUBJECT


@dataclass(frozen=True)
class LetKnow(Details):
    """That there is the incident, for those whom the policy lets know of it."""

    word = "let_know"


@dataclass(frozen=True)
class Raised(Details):
    """From which severity to which the incident was raised, since nobody had answered after so many minutes."""

    word = "raised"
    before: Severity
    after: Severity
    minutes: int


@dataclass(frozen=True)
class NotNeeded(Details):
    """Thanks to those who have not answered: the headcount wanted is there."""

    word = "not_needed"


@dataclass(frozen=True)
class RestsForReal(Details):
    """That a quick drill rests for something real (id)."""

    word = "rests_for_real"
    incident_id: int


@dataclass(frozen=True)
class GoesOnAgain(Details):
    """That a quick drill goes on, since what is real is over."""

    word = "goes_on_again"


TOLD = (LetKnow, Raised, NotNeeded, RestsForReal, GoesOnAgain)
COURSE = MessageKind(BroadcastKind.COURSE, Lane.UPDATE, SUBJECT, named=CALLED, details=TOLD)
KINDS = (COURSE,)
