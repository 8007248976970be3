"""The tally as it stands in an incident's topic of the operations group: with the buttons that act there."""

from dataclasses import replace

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.operations.taps import TopicTap, TopicVerb
from models.identity import id_of
from models.incidents import Incident, IncidentStatus


def in_topic(reader: Reader, incident: Incident, shown: Message) -> Message:
    """Show the live tally in the topic."""
    look = (
        button(reader, incident, TopicVerb.SITUATION, "button-topic-situation"),
        button(reader, incident, TopicVerb.LOG, "button-topic-log"),
    )
    mine = (button(reader, incident, TopicVerb.MINE, "button-topic-mine"),)
    if incident.status is IncidentStatus.CLOSED:
        return replace(shown, rows=(look, mine))
    remind = button(reader, incident, TopicVerb.REMIND, "button-topic-remind")
    return replace(shown, rows=((_status(reader, incident), remind), look, mine))


def _status(reader: Reader, incident: Incident) -> Button:
    if incident.status is IncidentStatus.HANDLING:
        return button(reader, incident, TopicVerb.UNHANDLED, "button-unhandled")
    return button(reader, incident, TopicVerb.HANDLING, "button-handling")


def button(reader: Reader, incident: Incident, verb: TopicVerb, key: str, style: Style | None = None) -> Button:
    """Make a button about an incident that works in the operations group."""
    return Button(reader.label(key), TopicTap(id_of(incident), verb).pack(), style)
