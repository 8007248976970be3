"""What the owners are told of long work that came to nothing."""

from dataclasses import dataclass

from models.broadcasts import BroadcastKind, Lane
from services.ground.details import Details
from services.ground.faces import MessageKind


@dataclass(frozen=True)
class GivenUp(Details):
    """A job (id) that was given up."""

    word = "job"
    job_id: int


# The same kind as every trouble with the system, which services/watch/kinds.py names with all that it may be about.
JOB_TROUBLE = MessageKind(BroadcastKind.TROUBLE, Lane.REPLY, "", named=None, details=(GivenUp,))
