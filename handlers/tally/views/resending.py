"""The question whether what failed is to be sent again."""

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.tally.taps import ResendNowTap
from handlers.tally.views.cards import to_tally
from models.identity import id_of
from models.incidents import Incident


def ask(reader: Reader, incident: Incident, count: int) -> Message:
    """Ask whether so many messages are to be sent again."""
    number = reader.number(count)
    now = Button(reader.label("button-resend-now", count=number), ResendNowTap(id_of(incident)).pack(), Style.PRIMARY)
    return Message(
        reader.say("resend-ask", code=incident.code, count=number), rows=((now,), to_tally(reader, id_of(incident)))
    )


def sent(reader: Reader, count: int) -> str:
    """Confirm that messages are sent again."""
    return reader.label("resent", count=reader.number(count))
