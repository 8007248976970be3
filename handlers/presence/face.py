"""What the wing `presence` adds to the chat."""

from handlers.frame.faces import HandlerFace, IncidentOffer
from handlers.presence import record_sheets, site, stays
from handlers.presence.taps import GoneTap, OnSiteTap, SitePlacesTap, SiteTap, StandDownTap

FACE = HandlerFace(
    "presence",
    taps={
        OnSiteTap: stays.on_site,
        GoneTap: stays.on_gone,
        StandDownTap: stays.on_stand_down,
        SiteTap: site.on_site_list,
        SitePlacesTap: site.on_places,
    },
    before_dialogues=(stays.hear_place,),
    sheets=record_sheets.SHEETS,
    offers=(IncidentOffer(30, site.offer),),
)
