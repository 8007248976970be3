"""What the wing `waves` adds to the chat."""

from handlers.frame.faces import HandlerFace, IncidentOffer
from handlers.waves import pages, telling
from handlers.waves.taps import CallWaveNowTap, CallWaveTap, HoldWavesTap, ReleaseWavesTap, WavesTap
from models.broadcasts import BroadcastKind

FACE = HandlerFace(
    "waves",
    taps={
        WavesTap: pages.on_waves,
        CallWaveTap: pages.on_call,
        CallWaveNowTap: pages.on_call_now,
        HoldWavesTap: pages.on_hold,
        ReleaseWavesTap: pages.on_release,
    },
    composers={BroadcastKind.COURSE: telling.compose},
    offers=(IncidentOffer(20, pages.offer),),
)
