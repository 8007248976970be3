"""What the wing `presence` adds to the chat."""

from handlers.frame.faces import HandlerFace, IncidentOffer
from handlers.presence import late, record_sheets, site, stays
from handlers.presence.taps import (
    AskLateTap,
    GoneTap,
    LateTap,
    OnSiteTap,
    SitePlacesTap,
    SiteTap,
    StandDownTap,
    StrikeLateTap,
)
from models.broadcasts import BroadcastKind

FACE = HandlerFace(
    "presence",
    taps={
        OnSiteTap: stays.on_site,
        GoneTap: stays.on_gone,
        StandDownTap: stays.on_stand_down,
        SiteTap: site.on_site_list,
        SitePlacesTap: site.on_places,
        LateTap: late.on_late,
        AskLateTap: late.on_ask,
        StrikeLateTap: late.on_strike,
    },
    before_dialogues=(stays.hear_place,),
    composers={
        BroadcastKind.STAND_DOWN_LATE: late.compose_late,
        BroadcastKind.STAND_DOWN_ASKED: late.compose_asked,
    },
    sheets=record_sheets.SHEETS,
    handovers=(site.hand_over,),
    offers=(IncidentOffer(30, site.offer), IncidentOffer(31, late.offer)),
)
