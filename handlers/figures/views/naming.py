"""How periods, times and kinds are called in figures."""

from handlers.frame.views.reader import Reader
from models.incidents import IncidentType, Severity
from models.members import Sector
from models.tlp import Tlp
from services.figures.courses import MeasuredTime
from services.figures.periods import Period

# Numbers without a name of anybody: for the network and those above it, not for the public.
LABEL = Tlp.GREEN


def period_name(reader: Reader, period: Period) -> str:
    """Name a period: "tháng 10/2026", "tuần 48/2026", "năm 2026"."""
    return reader.label(f"figures-period-{period.kind}", number=str(period.number), year=str(period.year))


def file_name(reader: Reader, period: Period) -> str:
    """Name a file of a period, without its ending: "so-lieu-quy-4-2026"."""
    return reader.label(f"figures-file-{period.kind}", number=str(period.number), year=str(period.year))


def period_days(reader: Reader, period: Period) -> str:
    """Write a period's first and last day."""
    return reader.label("figures-days-of", first=f"{period.first:%d/%m/%Y}", last=f"{period.last:%d/%m/%Y}")


def time_name(reader: Reader, time: MeasuredTime) -> str:
    """Name a time that is measured."""
    return reader.label(f"figures-time-{time.replace('_', '-')}")


def type_name(reader: Reader, one: IncidentType) -> str:
    """Name a type of incidents."""
    return reader.label(f"type-{one.replace('_', '-')}")


def severity_name(reader: Reader, one: Severity) -> str:
    """Name a severity."""
    return reader.label(f"severity-{one}")


def sector_name(reader: Reader, one: Sector) -> str:
    """Name a sector."""
    return reader.label(f"sector-{one}")
