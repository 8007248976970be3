"""An incident as members see it: the card with its answer buttons, its details, a reminder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from markupsafe import Markup

from handlers.frame.views.fitting import ROOMS, Room, first_that_fits, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.incidents.taps import AnswerTap, CardTap, DetailsTap, OfferTap
from handlers.incidents.views.given import answer_said, answers
from handlers.presence.taps import GoneTap, OnSiteTap
from models.capabilities import Unit
from models.incidents import Incident, IncidentKind, IncidentStatus, IncidentType, Severity
from models.presence import Presence
from models.responses import Answer
from models.tlp import Tlp
from services.incidents.answer_steps import ENGAGED
from services.incidents.standings import Standing
from services.members.capabilities import Kind

MARKS = {IncidentStatus.OPEN: "🔴", IncidentStatus.HANDLING: "🟠", IncidentStatus.CLOSED: "🟢"}
# A drill is no emergency, whatever its status, until it is over as everything else.
DRILL = "🧪"
# So many of those for whom alone it is are named; a card's buttons stay in sight.
MOST_NAMED = 3
# Far apart in meaning, far apart on the screen: people mis-tap at night.
ANSWER_ROWS = (
    (Answer.READY,),
    (Answer.READY_30, Answer.READY_60, Answer.READY_120),
    (Answer.REMOTE,),
    (Answer.NEEDS_INFO, Answer.CANNOT),
)
# These share a row, and so are named more shortly on their buttons than elsewhere.
SHORTENED = (Answer.REMOTE, Answer.NEEDS_INFO, Answer.CANNOT)
NO_STAYS: Mapping[int, Presence] = MappingProxyType({})


@dataclass(frozen=True)
class Facts:
    """What a card says of an incident; names are in the reader's language, communes by name."""

    code: str
    kind: IncidentKind
    type: IncidentType
    severity: Severity
    status: IncidentStatus
    title: str
    description: str
    headcount_wanted: int
    until_at: datetime | None
    communes: Sequence[str]
    sectors: Sequence[str]
    capabilities: Sequence[str]
    files: int
    declared_at: datetime
    department: str
    summary: str | None = None
    closed_at: datetime | None = None
    incident_id: int = 0
    headcount_unit: Unit = Unit.PEOPLE
    began_at: datetime | None = None
    # The touched systems whose names the reader may see.
    systems: Sequence[str] = ()
    corrected_at: datetime | None = None
    # How far it may be told, and, where that is to some people alone, who they are.
    tlp: Tlp | None = None
    recipients: Sequence[str] = ()
    # The headcount wanted is there, and those who have not answered were thanked.
    enough: bool = False


def mark_of(kind: IncidentKind, status: IncidentStatus) -> str:
    """Give the mark of a status; a drill that is under way has one of its own."""
    return DRILL if kind is IncidentKind.DRILL and status is not IncidentStatus.CLOSED else MARKS[status]


def first_line(reader: Reader, facts: Facts) -> Markup:
    """Write mark, code, the label and the title; a drill says so before anything else."""
    key = "card-first-line-drill" if facts.kind is IncidentKind.DRILL else "card-first-line"
    return reader.say(
        key, mark=mark_of(facts.kind, facts.status), code=facts.code, title=labelled(facts.title, facts.tlp)
    )


def card(
    reader: Reader,
    facts: Facts,
    *,
    standings: Sequence[Standing] = (),
    equipment: Mapping[int, Kind] = MappingProxyType({}),
    stays: Mapping[int, Presence] = NO_STAYS,
    repeated: bool = False,
    in_group: bool = False,
    now: datetime,
) -> Message:
    """Make the card that lives through the whole incident and is edited in place.

    `stays` are the last stays on site of the businesses (ids) that are or were there. In a group there is no button for
    what takes several steps.
    """
    text = first_that_fits(
        _card_text(
            reader, facts, room, standings=standings, equipment=equipment, stays=stays, repeated=repeated, now=now
        )
        for room in ROOMS
    )
    rows = _buttons(reader, facts, standings, stays, in_group=in_group)
    return Message(text, rows=rows, quiet=facts.severity is Severity.LOW)


def card_of_nobody(reader: Reader, incident: Incident) -> Message:
    """Show in a card's place that its reader no longer answers for any business, and nothing of what it said."""
    return Message(reader.say("card-of-nobody", code=incident.code))


def _card_text(
    reader: Reader,
    facts: Facts,
    room: Room,
    *,
    standings: Sequence[Standing],
    equipment: Mapping[int, Kind],
    stays: Mapping[int, Presence],
    repeated: bool,
    now: datetime,
) -> Markup:
    parts = [
        reader.say("card-repeated") if repeated else None,
        Markup("\n").join([first_line(reader, facts), *corrected(reader, facts, now), *_needs(reader, facts, room)]),
        _text(facts.description, facts.title, room),
        _closing(reader, facts, room) if facts.status is IncidentStatus.CLOSED else _asking(reader, facts, standings),
        answers(reader, standings, equipment, stays, room, now),
        _given_before(reader, facts, standings),
    ]
    return Markup("\n\n").join(part for part in parts if part)


def corrected(reader: Reader, facts: Facts, now: datetime) -> list[Markup]:
    """Say when what was sent was last corrected, if it was."""
    if facts.corrected_at is None:
        return []
    return [reader.say("card-corrected", at=reader.short_moment(facts.corrected_at, now))]


def _recipients(reader: Reader, names: Sequence[str]) -> Markup:
    """Name the first of those for whom alone it is, and count the others: the answer must stay in sight."""
    named, more = "; ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return reader.say("card-recipients-more" if more > 0 else "card-recipients", names=named, more=max(more, 0))


def _needs(reader: Reader, facts: Facts, room: Room) -> list[Markup]:
    """Say severity, place, what is needed and until when, a line each."""
    severity = reader.label(f"severity-{facts.severity}")
    place = shorten(place_name(reader, facts), room.words)
    lines = [
        reader.say("card-severity", severity=severity, type=type_name(reader, facts.type)),
        reader.say("card-place", place=place),
    ]
    if facts.recipients:
        lines.append(_recipients(reader, facts.recipients))
    if facts.systems:
        lines.append(reader.say("card-systems", names=shorten("; ".join(facts.systems), room.words)))
    wanted = [*facts.sectors, *facts.capabilities]
    if facts.headcount_wanted:
        wanted.append(needed_count(reader, facts))
    if wanted:
        lines.append(reader.say("card-needs", needs=" · ".join(wanted)))
    if facts.began_at is not None:
        lines.append(reader.say("card-began", at=reader.full_moment(facts.began_at)))
    if facts.until_at is not None:
        lines.append(reader.say("card-until", until=reader.full_moment(facts.until_at)))
    return lines


def needed_count(reader: Reader, facts: Facts) -> str:
    """Say how many are needed, of people, teams or things."""
    return reader.label("needed-count", count=facts.headcount_wanted, unit=facts.headcount_unit.value)


def place_name(reader: Reader, facts: Facts) -> str:
    """Name the communes where help is wanted, or the whole province."""
    if facts.communes:
        return ", ".join(facts.communes)
    return reader.label("whole-province")


def _text(description: str, title: str, room: Room) -> Markup:
    """Cut a long description: the whole of it is behind the details button."""
    if description == title:
        return Markup("")
    return Markup.escape(shorten(description, room.description))


def _asking(reader: Reader, facts: Facts, standings: Sequence[Standing]) -> Markup:
    if any(standing.response for standing in standings):
        return Markup("")
    return reader.say("card-enough" if facts.enough else f"card-asking-{facts.kind}")


def _given_before(reader: Reader, facts: Facts, standings: Sequence[Standing]) -> Markup:
    """Ask to answer again where the answer was given to what stood before a correction."""
    if facts.corrected_at is None or facts.status is IncidentStatus.CLOSED:
        return Markup("")
    before = any(one.response and one.response.answered_at < facts.corrected_at for one in standings)
    return reader.say("card-answered-before") if before else Markup("")


def _closing(reader: Reader, facts: Facts, room: Room) -> Markup:
    closed = reader.moment(facts.closed_at) if facts.closed_at else ""
    return reader.say("card-closed", at=closed, summary=shorten(facts.summary or "", room.words))


def _buttons(
    reader: Reader,
    facts: Facts,
    standings: Sequence[Standing],
    stays: Mapping[int, Presence] = NO_STAYS,
    *,
    in_group: bool = False,
) -> tuple[tuple[Button, ...], ...]:
    details = Button(
        reader.label("button-details-with-file" if facts.files else "button-details"),
        DetailsTap(facts.incident_id).pack(),
    )
    if facts.status is IncidentStatus.CLOSED:
        return ((details,),)
    given = {standing.response.answer for standing in standings if standing.response}
    rows = [tuple(_answer_button(reader, facts, answer, given) for answer in row) for row in ANSWER_ROWS]
    rows[0] += _presence(reader, facts, standings, stays)
    if not given & set(ENGAGED) or in_group:
        return (*rows, (details,))
    # With one more the rows stay five, so that all of them are in sight.
    offer = Button(reader.label("button-offer"), OfferTap(facts.incident_id).pack())
    ready, times, remote, others = rows
    return (ready, times, (*remote, details), others, (offer,))


def _presence(
    reader: Reader, facts: Facts, standings: Sequence[Standing], stays: Mapping[int, Presence]
) -> tuple[Button, ...]:
    """Let those who come say that they are on site, and those who are that they have gone."""
    coming = [
        one.response.member_id
        for one in standings
        if one.response and one.response.answer in ENGAGED and one.response.answer is not Answer.REMOTE
    ]
    there = {member_id for member_id, stay in stays.items() if stay.left_at is None}
    if any(member_id not in there for member_id in coming):
        # Whoever has gone comes back by the same tap.
        again = all(member_id in stays for member_id in coming if member_id not in there)
        label = reader.label("button-on-site-again" if again else "button-on-site")
        return (Button(label, OnSiteTap(facts.incident_id).pack()),)
    if there:
        return (Button(reader.label("button-gone"), GoneTap(facts.incident_id).pack()),)
    return ()


def _answer_button(reader: Reader, facts: Facts, answer: Answer, given: set[Answer]) -> Button:
    name = answer.replace("_", "-")
    text = reader.label(f"answer-short-{name}" if answer in SHORTENED else f"answer-{name}")
    return Button(
        reader.label("button-chosen", text=text) if answer in given else text,
        AnswerTap(facts.incident_id, answer).pack(),
        # Once something else was chosen, it calls no more.
        Style.SUCCESS if answer is Answer.READY and given <= {Answer.READY} else None,
    )


def answer_name(reader: Reader, answer: Answer) -> str:
    """Name an answer as its button does, its mark included."""
    return reader.label(f"answer-{answer.replace('_', '-')}")


def type_name(reader: Reader, type_: IncidentType) -> str:
    """Name a type of incident."""
    return reader.label(f"type-{type_.replace('_', '-')}")


def ask_what(reader: Reader, *, code: str, in_group: bool) -> Message:
    """Ask what is missing, after an answer that something is."""
    return Message(reader.say("needs-info-in-group" if in_group else "needs-info-what", code=code))


def to_card(reader: Reader, facts: Facts, *, answerable: bool) -> tuple[tuple[Button, ...], ...]:
    """Lead to the card, while it can be answered."""
    if not answerable or facts.status is IncidentStatus.CLOSED:
        return ()
    return ((Button(reader.label("button-to-card"), CardTap(facts.incident_id).pack(), Style.PRIMARY),),)


def card_follows(reader: Reader) -> str:
    """Say that the card comes at the end of the chat."""
    return reader.label("card-follows")


def card_moved(reader: Reader, incident: Incident) -> Message:
    """Say in an older card that there is a newer one below: it keeps no buttons."""
    return Message(
        reader.say(
            "card-moved",
            mark=mark_of(incident.kind, incident.status),
            code=incident.code,
            title=labelled(reader.own(incident.title), incident.tlp),
        )
    )


def reminder(reader: Reader, facts: Facts, *, now: datetime, wrote: bool = False) -> Message:
    """Ask again, briefly, with the same buttons as the card; of who `wrote` only the button is missing."""
    key = "reminder-wrote" if wrote else f"reminder-{facts.kind}"
    return _ask_again(reader, facts, reader.say(key, at=reader.short_moment(facts.declared_at, now)))


def asked_again(reader: Reader, facts: Facts, *, now: datetime) -> Message:
    """Ask again after an outage, and say why."""
    return _ask_again(reader, facts, reader.say("asked-again", at=reader.short_moment(facts.declared_at, now)))


def _ask_again(reader: Reader, facts: Facts, asking: Markup) -> Message:
    text = Markup("\n\n").join([first_line(reader, facts), asking])
    return Message(text, rows=_buttons(reader, facts, ()), quiet=facts.severity is Severity.LOW)


def answered(reader: Reader, answer: Answer) -> str:
    """Confirm an answer to the person who tapped, in words alone: its mark stands on the button."""
    said = answer_said(reader, answer)
    return reader.label("answer-stored", answer=said.partition(" ")[2])
