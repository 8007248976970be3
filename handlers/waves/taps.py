"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.circles import WaveCircle


@dataclass(frozen=True)
class WavesTap(Tap):
    """A look at the waves of an incident, done and to come."""

    word: ClassVar[str] = "wv"
    incident_id: int


@dataclass(frozen=True)
class CallWaveTap(Tap):
    """The wish to call the next wave now, which is asked about."""

    word: ClassVar[str] = "wvc"
    incident_id: int
    circle: WaveCircle


@dataclass(frozen=True)
class CallWaveNowTap(Tap):
    """The word that the next wave is called; the circle tells whether it is still the next one."""

    word: ClassVar[str] = "wvn"
    incident_id: int
    circle: WaveCircle


@dataclass(frozen=True)
class HoldWavesTap(Tap):
    """The wish that no wave comes by itself until it is released."""

    word: ClassVar[str] = "wvh"
    incident_id: int


@dataclass(frozen=True)
class ReleaseWavesTap(Tap):
    """The wish that waves come by themselves again."""

    word: ClassVar[str] = "wvr"
    incident_id: int
