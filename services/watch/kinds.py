"""What the owners are told when something is wrong with the system itself."""

from dataclasses import dataclass, replace

from services.ground.details import Details
from services.jobs.kinds import JOB_TROUBLE, GivenUp


@dataclass(frozen=True)
class SetAside(Details):
    """How many updates were set aside, of which `update_id` is the newest."""

    word = "quarantined"
    count: int
    update_id: int


@dataclass(frozen=True)
class Waited:
    """A lane (0 is the inbox) that has not kept its promise, and for how many seconds its oldest message has waited."""

    lane: int
    seconds: int


@dataclass(frozen=True)
class Late(Details):
    """The lanes that have not kept their promises."""

    word = "late"
    lanes: tuple[Waited, ...]


@dataclass(frozen=True)
class Failing(Details):
    """A broadcast (id) of which too much failed."""

    word = "failures"
    broadcast_id: int
    failed: int
    recipients: int


@dataclass(frozen=True)
class AnsweredByAnother(Details):
    """How many requests to Telegram something else answered."""

    word = "telegram"
    count: int


@dataclass(frozen=True)
class ClockAhead(Details):
    """By how many seconds the clock was ahead."""

    word = "clock"
    seconds: int


@dataclass(frozen=True)
class Stumbled(Details):
    """A duty of the clock, by its name, that could not be done."""

    word = "duty"
    duty: str


TROUBLE = replace(JOB_TROUBLE, details=(GivenUp, SetAside, Late, Failing, AnsweredByAnother, ClockAhead, Stumbled))
KINDS = (TROUBLE,)
