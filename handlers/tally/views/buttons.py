"""What coordinators can do at the tally: what is to be done next is its one loud button."""

from collections.abc import Sequence

from handlers.conversations.taps import QuestionsTap
from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Style
from handlers.frame.views.reader import Reader
from handlers.front.taps import OffersTap
from handlers.incidents.taps import CloseTap, NoticeTap
from handlers.incidents.views.cards import Facts
from handlers.tally.taps import (
    HandlingTap,
    RemindTap,
    ResendTap,
    TallyDownTap,
    TallyPart,
    TallyPartTap,
    TallyTap,
    UnhandledTap,
    UnsentTap,
)
from handlers.tasks.taps import AssignTap, TaskListTap, TaskTap
from models.incidents import IncidentStatus, NoticeAudience
from services.tally.counting import AnswerGroup, Tally
from services.tally.course import Course
from services.tasks.lists import Heap


def rows(
    reader: Reader, facts: Facts, counted: Tally, course: Course, tasks_given: int, failed: int, missed: int
) -> tuple[tuple[Button, ...], ...]:
    """Lay the buttons out: what to do next, what stands behind the counts, tasks, the status, the way on."""
    incident_id = facts.incident_id
    again = resend_button(reader, incident_id, failed)
    loud = again or _loud(reader, facts, counted, course)
    lists = TallyPartTap(incident_id, TallyPart.LISTS).pack()
    who = [unsent_button(reader, incident_id)] if again or missed else []
    down = Button(
        reader.label("button-tally-down-short" if who else "button-tally-down"), TallyDownTap(incident_id).pack()
    )
    more = Button(reader.label("button-tally-more"), OffersTap(incident_id).pack())
    is_open = facts.status is not IncidentStatus.CLOSED
    give_first = loud is None and _helped(counted) > 0
    # While nobody helps yet and nothing else is to be done, who has got it and who looked is what is read next.
    look_first = Style.PRIMARY if loud is None and not give_first and is_open else None
    behind = [Button(reader.label("button-tally-lists"), lists, look_first)]
    laid: list[tuple[Button, ...]] = [(loud,)] if loud else []
    if is_open:
        behind.append(Button(reader.label("button-tally-write"), TallyPartTap(incident_id, TallyPart.WRITE).pack()))
    laid.append((*behind, more))
    laid.append(_tasks(reader, facts, tasks_given, loud=give_first))
    if is_open:
        laid.append((_status(reader, facts), Button(reader.label("button-close"), CloseTap(incident_id).pack())))
    return (*laid, (down, *who, Button(reader.label("button-menu"), MenuTap("menu").pack())))


def _helped(counted: Tally) -> int:
    return counted.groups[AnswerGroup.READY] + counted.groups[AnswerGroup.REMOTE]


def _loud(reader: Reader, facts: Facts, counted: Tally, course: Course) -> Button | None:
    """Choose what is most sensible to do next: who asks comes before who is silent; None where waiting is."""
    if course.questions:
        to_questions = QuestionsTap(facts.incident_id, 0).pack()
        key = "button-tally-undelivered" if course.undelivered else "button-tally-questions"
        text = reader.label(key, count=course.questions, undelivered=course.undelivered)
        return Button(text, to_questions, Style.PRIMARY)
    if course.to_verify:
        return _verify(reader, facts.incident_id, course.to_verify)
    if facts.status is IncidentStatus.CLOSED:
        return None
    if course.asking:
        return notice_button(reader, facts.incident_id, NoticeAudience.NEEDS_INFO, course.asking, style=Style.PRIMARY)
    if may_remind(counted, course):
        return remind_button(reader, facts.incident_id, counted.groups[AnswerGroup.SILENT], style=Style.PRIMARY)
    return None


def _verify(reader: Reader, incident_id: int, task_ids: Sequence[int]) -> Button:
    """Lead to the task that is said to be done, or to the list of several."""
    only = TaskTap(task_ids[0]).pack() if len(task_ids) == 1 else None
    label = reader.label("button-tally-verify", count=len(task_ids))
    return Button(label, only or TaskListTap(Heap.WAITING, incident_id, 0).pack(), Style.PRIMARY)


def resend_button(reader: Reader, incident_id: int, failed: int) -> Button | None:
    """Offer first of all to send again what failed: whoever has not got it can't answer."""
    if not failed:
        return None
    label = reader.label("button-resend", count=reader.number(failed))
    return Button(label, ResendTap(incident_id).pack(), Style.PRIMARY)


def unsent_button(reader: Reader, incident_id: int) -> Button:
    """Lead to the names of those who have not got what was sent."""
    return Button(reader.label("button-unsent"), UnsentTap(incident_id, 0).pack())


def may_remind(counted: Tally, course: Course) -> bool:
    """Tell whether a reminder by hand makes sense now."""
    is_time = course.remind_from is not None and course.remind_from <= counted.counted_at
    return is_time and counted.groups[AnswerGroup.SILENT] > 0


def remind_button(reader: Reader, incident_id: int, count: int, *, style: Style | None = None) -> Button:
    """Make the button that asks whether the silent ones are to be reminded."""
    return Button(reader.label("button-remind", count=count), RemindTap(incident_id).pack(), style)


def notice_button(
    reader: Reader, incident_id: int, audience: NoticeAudience, count: int, *, style: Style | None = None
) -> Button:
    """Make the button that begins a notice to some of those alerted."""
    key = f"button-notice-{audience.replace('_', '-')}"
    return Button(reader.label(key, count=count), NoticeTap(incident_id, audience).pack(), style)


def _tasks(reader: Reader, facts: Facts, tasks_given: int, *, loud: bool) -> tuple[Button, ...]:
    """Offer to give a task, and to look at those that were given."""
    style = Style.PRIMARY if loud and facts.status is not IncidentStatus.CLOSED else None
    give = Button(reader.label("button-tally-assign"), AssignTap(facts.incident_id, 0).pack(), style)
    if not tasks_given:
        return (give,)
    look = TaskListTap(Heap.ALL, facts.incident_id, 0).pack()
    return (give, Button(reader.label("button-tally-tasks", count=tasks_given), look))


def _status(reader: Reader, facts: Facts) -> Button:
    """Offer to mark the incident as being handled, or to take that back."""
    if facts.status is IncidentStatus.OPEN:
        return Button(reader.label("button-handling"), HandlingTap(facts.incident_id).pack())
    return Button(reader.label("button-unhandled"), UnhandledTap(facts.incident_id).pack())


def to_tally(reader: Reader, incident_id: int) -> tuple[Button, ...]:
    """Make the row that leads back to the tally."""
    return (Button(reader.label("button-to-tally"), TallyTap(incident_id).pack()),)
