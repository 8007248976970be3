"""What is said of words outside of every topic: in whose log they are, or the question in whose."""

from collections.abc import Sequence

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.operations.taps import TalkTap, TalkVerb
from models.identity import id_of
from models.incidents import Incident
from services.incidents.sharing import labels

TITLE = 28


def kept(reader: Reader, incident: Incident, *, talk_id: int) -> Message:
    """Say in whose log words are, with a way to take them out again."""
    text = reader.say("talk-kept", code=incident.code)
    return Message(text, rows=((_leave(reader, talk_id, "button-talk-out"),),), quiet=True)


def ask(reader: Reader, among: Sequence[Incident], *, talk_id: int) -> Message:
    """Ask in whose log words are to be kept."""
    rows = [(Button(_name(reader, one), TalkTap(talk_id, TalkVerb.KEEP, id_of(one)).pack()),) for one in among]
    return Message(reader.say("talk-ask"), rows=(*rows, (_leave(reader, talk_id, "button-talk-none"),)), quiet=True)


def left(reader: Reader) -> Message:
    """Say that words are in no log."""
    return Message(reader.say("talk-left"), quiet=True)


def _leave(reader: Reader, talk_id: int, key: str) -> Button:
    return Button(reader.label(key), TalkTap(talk_id, TalkVerb.LEAVE, 0).pack())


def _name(reader: Reader, incident: Incident) -> str:
    """Name an incident on a button: by its code alone where its title is for few."""
    if labels.is_narrow(incident.tlp):
        return incident.code
    return reader.label(
        "button-talk-incident", code=incident.code, title=shorten(" ".join(reader.own(incident.title).split()), TITLE)
    )
