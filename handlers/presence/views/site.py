"""Who is on site, as coordinators read it."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.presence.taps import SitePlacesTap, SiteTap
from handlers.tally.taps import CalledTap, TallyTap
from models.identity import id_of
from models.incidents import Incident
from services.notation.business_names import with_short_form
from services.presence.site import Site, SiteLine
from services.tally.counting import AnswerGroup

IN_A_ROW = 4
# So many businesses stand in a handover note.
HANDED_OVER = 4


def button(reader: Reader, incident: Incident, seen: Site) -> Button:
    """Make the button that leads to who is on site."""
    return Button(reader.label("button-site", count=seen.there), SiteTap(id_of(incident), 0).pack())


def handover(reader: Reader, seen: Site) -> list[str]:
    """Name for whoever takes over command the businesses that are on site."""
    there = [with_short_form(one.member.name) for one in seen.lines if one.stay.left_at is None][:HANDED_OVER]
    if not there:
        return []
    names = ", ".join(there)
    key = "site-handover" if seen.there <= len(there) else "site-handover-more"
    return [reader.label(key, names=names, count=seen.there - len(there))]


def site(reader: Reader, incident: Incident, seen: Site, *, now: datetime) -> Message:
    """List the stays; each business opens by its number, to call it or to give it a task."""
    incident_id = id_of(incident)
    head = reader.say("site-head", code=incident.code, count=seen.there)
    lines = [_line(reader, number, one, now) for number, one in enumerate(seen.lines, 1)]
    numbers = [
        Button(str(number), CalledTap(incident_id, id_of(one.member), AnswerGroup.READY, 0).pack())
        for number, one in enumerate(seen.lines, 1)
    ]
    rows = [tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW)]
    if seen.places:
        places = Button(reader.label("button-site-places", count=seen.places), SitePlacesTap(incident_id).pack())
        rows.append((places,))
    rows += turning(Page(seen.lines, seen.number, seen.pages), lambda page: SiteTap(incident_id, page).pack())
    back = Button(reader.label("button-to-tally"), TallyTap(incident_id).pack())
    text = Markup("\n\n").join([head, Markup("\n").join(lines) or reader.say("site-nobody")])
    return Message(text, rows=(*rows, (back,)))


def _line(reader: Reader, number: int, one: SiteLine, now: datetime) -> Markup:
    stay = one.stay
    text = reader.say(
        "site-line" if stay.left_at is None else "site-line-gone",
        number=number,
        member=with_short_form(one.member.name),
        by=reader.known_as(one.by),
        since=reader.short_moment(stay.arrived_at, now),
        left=reader.short_moment(stay.left_at, now) if stay.left_at is not None else "",
    )
    others = [reader.say("engaged-elsewhere", codes=", ".join(one.elsewhere))] if one.elsewhere else []
    return Markup("\n").join([text, *others])
