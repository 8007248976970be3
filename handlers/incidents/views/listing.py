"""The list of incidents: the tally behind each for coordinators, the person's own card for members."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.frame.taps import MenuTap, Tap
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import CardTap, DetailsTap
from handlers.incidents.views.cards import mark_of
from handlers.tally.taps import TallyTap
from models.incidents import IncidentKind, IncidentStatus


@dataclass(frozen=True)
class Headline:
    """An incident in one line of a list."""

    incident_id: int
    code: str
    title: str
    status: IncidentStatus
    kind: IncidentKind


def incident_list(reader: Reader, headlines: Sequence[Headline], *, coordinating: bool) -> Message:
    """List incidents, each behind a button: the tally for coordinators, the card for members."""
    if not headlines:
        return Message(reader.say("incidents-none"), rows=((_menu_button(reader),),))
    rows = [(_headline_button(reader, headline, coordinating=coordinating),) for headline in headlines]
    return Message(reader.say("incidents-list", count=len(headlines)), rows=(*rows, (_menu_button(reader),)))


def _headline_button(reader: Reader, headline: Headline, *, coordinating: bool) -> Button:
    text = reader.label(
        "incidents-line",
        mark=mark_of(headline.kind, headline.status),
        code=headline.code,
        title=reader.own(headline.title),
    )
    return Button(text[:60], _opening(headline, coordinating=coordinating).pack())


def _opening(headline: Headline, *, coordinating: bool) -> Tap:
    """Lead coordinators to the tally, members to the card with its buttons, or to the details of what is over."""
    if coordinating:
        return TallyTap(headline.incident_id)
    over = headline.status is IncidentStatus.CLOSED
    return DetailsTap(headline.incident_id) if over else CardTap(headline.incident_id)


def _menu_button(reader: Reader) -> Button:
    return Button(reader.label("button-menu"), MenuTap("menu").pack())
