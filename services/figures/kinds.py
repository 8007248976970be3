"""What is said of figures by itself: the digest."""

from dataclasses import dataclass

from models.broadcasts import BroadcastKind, Lane
from models.figures import DigestRhythm
from services.ground.details import Details
from services.ground.faces import MessageKind


@dataclass(frozen=True)
class DigestOf(Details):
    """Of which period (its key) a digest is, and in which rhythm it comes."""

    word = "digest-of"
    period: str
    rhythm: DigestRhythm


DIGEST = MessageKind(
    BroadcastKind.DIGEST, Lane.DIGEST, "", named=None, details=(DigestOf,), sent_again=True, replaceable=True
)
KINDS = (DIGEST,)
