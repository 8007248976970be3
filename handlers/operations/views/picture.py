"""Who does what now: how an incident stands, in a dozen lines."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label, labelled
from handlers.incidents.views.cards import mark_of
from handlers.operations.taps import TopicTap, TopicVerb
from handlers.operations.views import cards
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.tlp import Tlp
from services.operations.picture import Picture
from services.tally.counting import AnswerGroup

TITLE, NAME = 60, 28
MOST_NAMES = 3


def situation(reader: Reader, incident: Incident, found: Picture, *, now: datetime) -> Message:
    """Say who does what now: answers, open tasks, and as of when."""
    drill = incident.kind is IncidentKind.DRILL
    groups = found.counted.groups
    parts = [
        reader.say(
            "card-first-line-drill" if drill else "card-first-line",
            mark=mark_of(incident.kind, incident.status),
            code=incident.code,
            title=labelled(shorten(reader.own(incident.title), TITLE), incident.tlp),
        ),
        _commander(reader, found),
        reader.say(
            "situation-answers",
            ready=groups[AnswerGroup.READY] + groups[AnswerGroup.REMOTE],
            silent=groups[AnswerGroup.SILENT],
            members=found.counted.members,
        ),
        _on_site(reader, found),
        _tasks(reader, incident, found, now),
        *_next_update(reader, found, now),
        reader.say("situation-as-of", at=reader.short_moment(now, now)),
    ]
    return Message(Markup("\n").join(parts), quiet=True)


def _commander(reader: Reader, found: Picture) -> Markup:
    """Say who leads, or that nobody does."""
    if found.commander is None:
        return reader.say("situation-commander-nobody")
    return reader.say("situation-commander", name=reader.known_as(found.commander.name))


def _on_site(reader: Reader, found: Picture) -> Markup:
    """Say who is on site, the first ones by name."""
    if not found.on_site:
        return reader.say("situation-nobody-there")
    named = ", ".join(shorten(name, NAME) for name in found.on_site[:MOST_NAMES])
    return reader.say("situation-on-site", count=len(found.on_site), names=named)


def _next_update(reader: Reader, found: Picture, now: datetime) -> list[Markup]:
    """Say when the next update is due, or that it is late."""
    if found.next_update_at is None:
        return []
    key = "situation-update-late" if found.next_update_at <= now else "situation-update"
    return [reader.say(key, at=reader.short_moment(found.next_update_at, now))]


def _tasks(reader: Reader, incident: Incident, found: Picture, now: datetime) -> Markup:
    if not found.tasks.total:
        return reader.say("situation-no-tasks")
    lines = [cards.head_of_tasks(reader, incident, found.tasks), *cards.task_lines(reader, found.tasks.lines, now=now)]
    return Markup("\n").join(lines)


def choose(reader: Reader, incidents: Sequence[Incident]) -> Message:
    """Ask of which incident, or say that nothing is under way."""
    if not incidents:
        return Message(reader.say("situation-nothing"), quiet=True)
    rows = tuple((_choice(reader, one),) for one in incidents)
    return Message(reader.say("situation-choose"), rows=rows, quiet=True)


def _choice(reader: Reader, incident: Incident) -> Button:
    # What is for named people alone is chosen by its label, whoever else reads the question.
    title = label(incident.tlp) if incident.tlp is Tlp.RED else reader.own(incident.title)
    text = f"{mark_of(incident.kind, incident.status)} {incident.code} · {title}"
    return Button(shorten(text, TITLE), TopicTap(id_of(incident), TopicVerb.SITUATION).pack())
