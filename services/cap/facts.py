"""The facts of a message, kept typed as they were when it was written, and how the standard writes moments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from models.cap import CapCause
from models.incidents import IncidentType, Severity
from models.tlp import Tlp

# Việt Nam's time all year, whatever clock the office reads: a moment is part of a message's name, and never changes.
VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class CapFacts:
    """What a message is made of.

    `words` is what was said: of an alert or a correction the incident's description, else the notice's text. Without
    communes it concerns the whole province (its code).
    """

    code: str
    cause: CapCause
    is_exercise: bool
    type: IncidentType
    severity: Severity
    title: str
    words: str
    province_code: str
    communes: tuple[str, ...] = ()
    actions: str = ""
    needs: str = ""
    began_at: datetime | None = None
    tlp: Tlp | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "CapFacts":
        """Read facts as they are stored."""
        return _adapter().validate_python(dict(stored))

    def written(self) -> dict[str, Any]:
        """Write facts as they are stored."""
        return dict(_adapter().dump_python(self, mode="json"))


@cache
def _adapter() -> TypeAdapter[CapFacts]:
    return TypeAdapter(CapFacts)


def moment(at: datetime) -> str:
    """Write a moment as the standard wants it: whole seconds, and a numeric offset (`+07:00`)."""
    return at.astimezone(VIETNAM).replace(microsecond=0).isoformat()
