"""Who has not stood down after the end, and the question that goes to them."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts, first_line
from handlers.presence.taps import AskLateTap, LateTap, StandDownTap, StrikeLateTap
from handlers.tally.taps import CalledTap, TallyTap
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.notation.business_names import with_short_form
from services.presence.standing_down import LateOne
from services.tally.counting import AnswerGroup

# So many are named, each behind its number; the rest is counted.
SHOWN, IN_A_ROW = 8, 4


def button(reader: Reader, incident: Incident, late: Sequence[LateOne]) -> Button:
    """Make the button that leads to who has not stood down."""
    return Button(reader.label("button-late", count=len(late)), LateTap(id_of(incident)).pack())


def late(reader: Reader, incident: Incident, late: Sequence[LateOne], *, now: datetime) -> Message:
    """List who has not stood down: each opens by its number with its telephones, and all can be asked at once."""
    incident_id = id_of(incident)
    back = (Button(reader.label("button-to-tally"), TallyTap(incident_id).pack()),)
    if incident.status is not IncidentStatus.CLOSED:
        return Message(reader.say("late-reopened", code=incident.code), rows=(back,))
    if not late:
        return Message(reader.say("late-nobody", code=incident.code), rows=(back,))
    ended = reader.short_moment(incident.closed_at, now) if incident.closed_at else ""
    lines = [_line(reader, number, one, now) for number, one in enumerate(late[:SHOWN], 1)]
    if len(late) > SHOWN:
        lines.append(reader.say("late-more", count=len(late) - SHOWN))
    numbers = [
        Button(str(number), CalledTap(incident_id, id_of(one.member), AnswerGroup.READY, 0).pack())
        for number, one in enumerate(late[:SHOWN], 1)
    ]
    rows = [
        *_asking(reader, incident_id, late),
        *(tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW)),
        *_striking(reader, incident_id, late),
        back,
    ]
    head = reader.say("late-head", code=incident.code, at=ended, count=len(late))
    hints = [reader.say("list-hint")]
    if any(not one.asked for one in late):
        hints.append(reader.say("late-out-of-reach-hint"))
    parts = [head, Markup("\n").join(lines), Markup("\n").join(hints)]
    return Message(Markup("\n\n").join(parts), rows=tuple(rows))


def _asking(reader: Reader, incident_id: int, late: Sequence[LateOne]) -> list[tuple[Button, ...]]:
    """Offer to ask those who can be written to, if there are any."""
    count = sum(one.asked for one in late)
    label = reader.label("button-ask-late", count=count)
    return [(Button(label, AskLateTap(incident_id).pack(), Style.PRIMARY),)] if count else []


def _striking(reader: Reader, incident_id: int, late: Sequence[LateOne]) -> list[tuple[Button, ...]]:
    """Offer to take those off the list of whom nobody can be asked, each by its number."""
    buttons = [
        Button(reader.label("button-strike-late", number=number), StrikeLateTap(incident_id, id_of(one.member)).pack())
        for number, one in enumerate(late[:SHOWN], 1)
        if not one.asked
    ]
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _line(reader: Reader, number: int, one: LateOne, now: datetime) -> Markup:
    name = with_short_form(one.member.name)
    if one.stay is None:
        line = reader.say("late-line", number=number, member=name)
    else:
        since = reader.short_moment(one.stay.arrived_at, now)
        line = reader.say("late-line-there", number=number, member=name, since=since)
    return line if one.asked else reader.say("late-line-out-of-reach", line=line)


def asked(reader: Reader, count: int) -> str:
    """Confirm that those are asked who have not stood down."""
    return reader.label("late-asked", count=count)


def struck(reader: Reader) -> str:
    """Confirm that a business is waited for no longer."""
    return reader.label("late-struck")


def ask(reader: Reader, facts: Facts, *, waiting: bool) -> Message:
    """Ask to confirm that the people are called back, or say that this is recorded."""
    text = reader.say("late-ask" if waiting else "late-ask-done", code=facts.code)
    stand_down = Button(reader.label("button-stand-down"), StandDownTap(facts.incident_id).pack(), Style.SUCCESS)
    return Message(Markup("\n\n").join([first_line(reader, facts), text]), rows=((stand_down,),) if waiting else ())
