"""The office that runs the network, as its settings describe it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from models.people import Language


@dataclass(frozen=True)
class Office:
    """The coordinating department, its province, its clock and the language it speaks first."""

    department: str
    province_code: str
    time_zone: ZoneInfo
    language: Language
