"""An incident in its topic: the name, the pinned cards with their buttons, and what is said there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from handlers.conversations.views import danger
from handlers.frame.views import tlp
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import DRILL, MARKS
from handlers.operations.taps import TopicVerb
from handlers.tally.views.topic import button
from handlers.tasks.views.cards import MARKS as TASK_MARKS
from handlers.tasks.views.cards import is_overdue
from models.escalation import EscalationStage
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.reports import Report
from models.tlp import NARROW, Tlp
from services.operations.errands import NAME_LENGTH
from services.operations.picture import OpenTasks
from services.tasks.lists import TaskLine

# Telegram takes no longer name of a topic.
MEMBER, WHAT, REPORT = 28, 44, 400


def topic_name(reader: Reader, incident: Incident) -> str:
    """Name a topic by mark, code and title; the mark says only whether the incident is over."""
    over = incident.status is IncidentStatus.CLOSED
    is_drill = incident.kind is IncidentKind.DRILL
    mark = MARKS[IncidentStatus.CLOSED if over else IncidentStatus.OPEN] if over or not is_drill else DRILL
    key = "topic-name-drill" if is_drill else "topic-name"
    # The whole group reads the names of its topics.
    is_red = incident.tlp is Tlp.RED
    without_title = f"{reader.label(f'kind-{incident.kind}')} · {_label_of(incident)}"
    title = without_title if is_red else " ".join(reader.own(incident.title).split())
    return reader.label(key, mark=mark, code=incident.code, title=title)[:NAME_LENGTH]


def declaration(card: Message) -> Message:
    """Show in the topic what members were sent; nobody answers it there."""
    return replace(card, rows=(), quiet=False)


def tasks(reader: Reader, incident: Incident, found: OpenTasks, *, now: datetime) -> Message:
    """Show which tasks are open in the topic, what is stuck or overdue first."""
    parts = [head_of_tasks(reader, incident, found), *task_lines(reader, found.lines, now=now)]
    more = found.unfinished - len(found.lines)
    if more > 0:
        parts.append(reader.say("topic-tasks-more", count=more))
    rows = ((button(reader, incident, TopicVerb.MINE, "button-topic-mine"),),)
    return Message(Markup("\n").join(parts), rows=rows)


def head_of_tasks(reader: Reader, incident: Incident, found: OpenTasks) -> Markup:
    """Say how many tasks there are and how they stand."""
    return reader.say(
        "topic-tasks",
        code=incident.code,
        unfinished=found.unfinished,
        overdue=found.overdue,
        waiting=found.to_verify,
        total=found.total,
    )


def task_lines(reader: Reader, lines: Sequence[TaskLine], *, now: datetime) -> list[Markup]:
    """Write a line for each task: who does what until when."""
    return [
        reader.say(
            "topic-task-late" if is_overdue(line.task, now) else "topic-task",
            mark=TASK_MARKS[line.task.state],
            at=reader.short_moment(line.task.due_at, now),
            member=shorten(line.member, MEMBER),
            what=shorten(" ".join(reader.own(line.task.what).split()), WHAT),
        )
        for line in lines
    ]


def news(reader: Reader, notice: Message, *, author: str, at: str) -> Message:
    """Show in the topic what was said to those alerted, with who said it."""
    by = reader.say("topic-news-by", author=author, at=at)
    return Message(Markup("\n\n").join([notice.text, by]))


def without_buttons(said: Message) -> Message:
    """Show in the topic what coordinators are told; what it leads to is opened in private."""
    return replace(said, rows=())


def report(reader: Reader, incident: Incident, report: Report, *, member: str, label: Tlp | None) -> Message:
    """Say in the topic that a report belongs to its incident; what is for named people alone is read in private."""
    if label is Tlp.RED:
        return Message(reader.say("topic-report-red", code=incident.code, report=report.code, label=tlp.label(label)))
    text = shorten(" ".join(report.text.split()), REPORT)
    told = reader.say("topic-report", code=incident.code, report=report.code, member=member, text=text)
    alarm = danger.alarm(reader, [report.text])
    said = Message(Markup("\n\n").join([alarm, told]) if alarm else told)
    return replace(tlp.marked(said, label), protected=True) if label in NARROW else said


def stage(reader: Reader, incident: Incident, reached: EscalationStage) -> Message:
    """Say in the topic to which stage calls to those above have come."""
    return Message(reader.say(f"topic-stage-{reached.replace('_', '-')}", code=incident.code))


def reduced(reader: Reader, incident: Incident) -> Message:
    """Show no more of an incident than its code and label, where others than the named people read."""
    mine = button(reader, incident, TopicVerb.MINE, "button-topic-mine")
    return Message(reader.say("topic-reduced", code=incident.code, label=_label_of(incident)), rows=((mine,),))


def silence(reader: Reader, incident: Incident) -> Message:
    """Say once why nothing more is told in the topic."""
    return Message(reader.say("topic-silence", code=incident.code, label=_label_of(incident)))


def follows(reader: Reader, incident: Incident) -> Message:
    """Say in the group that what was asked for has come into the private chat."""
    return Message(reader.say("topic-follows", code=incident.code, label=_label_of(incident)))


def _label_of(incident: Incident) -> str:
    return tlp.label(incident.tlp) if incident.tlp is not None else ""


def ask_remind(reader: Reader, incident: Incident, asking: Message) -> Message:
    """Ask in the topic whether the silent ones are to be reminded."""
    now = button(reader, incident, TopicVerb.REMIND_NOW, "button-remind-now", Style.PRIMARY)
    keep = button(reader, incident, TopicVerb.NOTHING, "button-topic-nothing")
    return replace(asking, rows=((now,), (keep,)))


def reminded(reader: Reader, incident: Incident, words: str, *, by: str) -> Message:
    """Say in the topic that somebody had the silent ones reminded."""
    return Message(reader.say("topic-reminded", code=incident.code, words=words, by=by))


def nothing_done(reader: Reader, incident: Incident) -> Message:
    """Say in the topic that nobody was reminded."""
    return Message(reader.say("topic-nothing-done", code=incident.code))
