"""What businesses have answered, as a card and a list say it: by whom, with what, on site or gone."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.fitting import Room, shorten
from handlers.frame.views.quantities import counted, quantity
from handlers.frame.views.reader import Reader
from models.capabilities import Unit
from models.presence import Presence
from models.responses import Answer, Response
from services.incidents.standings import Standing
from services.members.capabilities import Kind


def answer_said(reader: Reader, answer: Answer) -> str:
    """Say an answer where no button stands beside it, its mark included."""
    return reader.label(f"answer-said-{answer.replace('_', '-')}")


def answers(
    reader: Reader,
    standings: Sequence[Standing],
    equipment: Mapping[int, Kind],
    stays: Mapping[int, Presence],
    room: Room,
    now: datetime,
) -> Markup:
    """Say what a person's businesses have answered, each in its lines."""
    return Markup("\n").join(
        _answer_line(reader, standing, equipment, stays.get(standing.response.member_id), room, now)
        for standing in standings
        if standing.response is not None
    )


def _answer_line(
    reader: Reader,
    standing: Standing,
    equipment: Mapping[int, Kind],
    stay: Presence | None,
    room: Room,
    now: datetime,
) -> Markup:
    """Say what a business answered, by whom and when, and what comes with it."""
    response = standing.response
    if response is None:
        return Markup("")
    said = reader.say(
        "card-answer",
        member=standing.member.name,
        answer=answer_said(reader, response.answer),
        by=reader.known_as(standing.by),
        at=reader.short_moment(response.answered_at, now),
    )
    more = []
    if stay is not None:
        more += _stay(reader, stay, response, now)
    elif response.eta_at is not None and response.answer is not Answer.READY:
        more.append(reader.say("card-eta", at=reader.short_moment(response.eta_at, now)))
    more += offer_lines(reader, response, equipment, room)
    if response.stood_down_at is not None:
        more.append(reader.say("card-stood-down", at=reader.short_moment(response.stood_down_at, now)))
    return Markup("\n").join([said, *more])


def _stay(reader: Reader, stay: Presence, response: Response, now: datetime) -> list[Markup]:
    """Say since when a business is on site, or when it has gone; that it stood down at that moment says as much."""
    arrived = reader.short_moment(stay.arrived_at, now)
    if stay.left_at is None:
        return [reader.say("card-on-site", at=arrived)]
    if stay.left_at == response.stood_down_at:
        return []
    return [reader.say("card-gone", at=reader.short_moment(stay.left_at, now), since=arrived)]


def in_units(quantities: Mapping[str, int]) -> list[tuple[Unit, int]]:
    """Give what is counted by its unit alone, "2 teams", of what comes with an answer."""
    return [(unit, quantities[unit]) for unit in Unit if unit in quantities]


def offer_lines(reader: Reader, response: Response, equipment: Mapping[int, Kind], room: Room) -> list[Markup]:
    """Say what comes with an answer: people, equipment (by capability id) and a note where there is room."""
    lines = []
    if response.offered_people is not None:
        lines.append(reader.say("card-offered-people", count=response.offered_people))
    names = [
        quantity(reader, equipment[one].name, response.offered_quantities.get(str(one), 0), equipment[one].unit)
        for one in response.offered_capability_ids
        if one in equipment
    ]
    names = [*(counted(reader, number, unit) for unit, number in in_units(response.offered_quantities)), *names]
    if names and room.offer:
        lines.append(reader.say("card-offered-equipment", names=shorten(", ".join(names), room.offer)))
    if response.note and room.offer:
        lines.append(reader.say("card-note", note=shorten(response.note, room.offer)))
    return lines
