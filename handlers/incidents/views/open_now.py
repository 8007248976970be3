"""An incident under way as a line and a button of the main menu."""

from collections.abc import Sequence

from handlers.frame.taps import Tap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import CardTap
from handlers.incidents.views.cards import mark_of
from handlers.incidents.views.given import answer_said
from handlers.tally.taps import TallyTap
from models.identity import id_of
from models.incidents import Incident
from services.incidents.standings import Standing
from services.tally.counting import AnswerGroup, Tally

TITLE, LABEL = 40, 40


def answered(reader: Reader, incident: Incident, standings: Sequence[Standing]) -> OpenThing:
    """Say what the reader's businesses have answered; the button leads to the card."""
    given = list(dict.fromkeys(answer_said(reader, one.response.answer) for one in standings if one.response))
    silent = any(one.response is None for one in standings)
    said = [*given, *([reader.label("open-now-silent")] if silent or not given else [])]
    return _thing(reader, incident, ", ".join(said), CardTap(id_of(incident)))


def summed(reader: Reader, incident: Incident, counted: Tally) -> OpenThing:
    """Sum the tally up in a line; the button leads to it."""
    helping = counted.groups[AnswerGroup.READY] + counted.groups[AnswerGroup.REMOTE]
    said = reader.label(
        "open-now-sum",
        answered=reader.number(counted.answered),
        members=reader.number(counted.members),
        helping=reader.number(helping),
    )
    return _thing(reader, incident, said, TallyTap(id_of(incident)))


def _thing(reader: Reader, incident: Incident, said: str, tap: Tap) -> OpenThing:
    mark = mark_of(incident.kind, incident.status)
    line = reader.say(
        "open-now", mark=mark, code=incident.code, title=shorten(reader.own(incident.title), TITLE), said=said
    )
    label = reader.label("incidents-line", mark=mark, code=incident.code, title=reader.own(incident.title))
    return OpenThing(line, Button(shorten(label, LABEL), tap.pack()))
