"""How severities, circles, minutes and quiet hours are said."""

from collections.abc import Sequence

from handlers.frame.views.reader import Reader
from models.circles import WaveCircle
from models.incidents import Severity
from services.policies.terms import Quiet, Wave


def severity_name(reader: Reader, severity: Severity) -> str:
    """Name a severity with its mark."""
    return reader.label(f"severity-{severity}-marked")


def circle_name(reader: Reader, circle: WaveCircle) -> str:
    """Say who is called in a circle."""
    return reader.label(f"circle-{circle.replace('_', '-')}")


def minutes(reader: Reader, several: Sequence[int]) -> str:
    """Write minutes one after the other, or that there are none."""
    said = ", ".join(str(one) for one in several)
    return reader.label("policy-minutes", minutes=said) if several else reader.label("policy-none")


def wave_text(reader: Reader, wave: Wave) -> str:
    """Say after how long a wave calls whom, and until how many are ready."""
    key = "policy-wave-until" if wave.fewer_than else "policy-wave"
    return reader.label(key, minutes=wave.after, circle=circle_name(reader, wave.circle), ready=wave.fewer_than)


def quiet_text(reader: Reader, quiet: Quiet | None) -> str:
    """Write quiet hours: "22:00–6:00", or that there are none."""
    return f"{_clock(quiet.begins)}–{_clock(quiet.ends)}" if quiet else reader.label("policy-none")


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
