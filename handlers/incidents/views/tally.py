"""The tally as coordinators see it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import ROOMS, Room, first_that_fits
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import CloseTap, HandlingTap, ListTap, NoticeTap, RemindTap, TallyTap
from handlers.incidents.views.cards import Facts, first_line, offer_lines
from handlers.tasks.taps import AssignTap, TaskListTap
from models.broadcasts import DeliveryState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, NoticeAudience
from models.members import Member, MemberStatus
from models.responses import Answer
from services.incidents.reminders import Reminded
from services.incidents.tally import AnswerGroup, Tally, TallyLine, TallyPage
from services.privacy.withdrawal import WITHDREW
from services.tasks.lists import Heap

MARKS = {
    AnswerGroup.READY: "✅",
    AnswerGroup.REMOTE: "💻",
    AnswerGroup.NEEDS_INFO: "❓",
    AnswerGroup.CANNOT: "⛔",
    AnswerGroup.SILENT: "⏳",
    AnswerGroup.UNREACHABLE: "📵",
    AnswerGroup.WAITING: "📤",
    AnswerGroup.NOT_SENT: "🚫",
}
REASONS = {
    "blocked": "unreachable-blocked",
    "deactivated": "unreachable-deactivated",
    "initiate": "unreachable-never",
    WITHDREW: "unreachable-withdrew",
}
FIRST = 3


def tally(
    reader: Reader,
    facts: Facts,
    counted: Tally,
    *,
    first: Sequence[TallyLine],
    names: Mapping[int, str],
    tasks_given: int = 0,
) -> Message:
    """Show where an incident stands: counts and shares, who comes first, and what can be done."""
    text = first_that_fits(_tally_text(reader, facts, counted, first, names, room) for room in ROOMS)
    return Message(text, rows=_buttons(reader, facts, counted, tasks_given))


def _tally_text(
    reader: Reader, facts: Facts, counted: Tally, first: Sequence[TallyLine], names: Mapping[int, str], room: Room
) -> Markup:
    parts = [
        first_line(reader, facts),
        _reach(reader, counted),
        Markup("\n").join(_group(reader, counted, group) for group in AnswerGroup if _shown(counted, group)),
        _help(reader, facts, counted, names),
        _aftermath(reader, counted)
        if facts.status is IncidentStatus.CLOSED
        else _arrivals(reader, first, names, room, counted.counted_at),
        reader.say("tally-legend", at=reader.moment(counted.counted_at)),
    ]
    return Markup("\n\n").join(part for part in parts if part)


def moved(reader: Reader, incident: Incident) -> Message:
    """Say in an older tally that there is a newer one below: two live ones would only cost edits."""
    open_here = Button(reader.label("button-tally-here"), TallyTap(id_of(incident)).pack())
    return Message(reader.say("tally-moved", code=incident.code), rows=((open_here,),))


def _shown(counted: Tally, group: AnswerGroup) -> bool:
    return group not in (AnswerGroup.WAITING, AnswerGroup.NOT_SENT) or counted.groups[group] > 0


def _reach(reader: Reader, counted: Tally) -> Markup:
    """Say how many were called and what became of the messages; a failure is never shown as success."""
    messages = counted.messages
    lines = [
        reader.say(
            "tally-reach",
            members=reader.number(counted.members),
            people=reader.number(counted.people),
            sent=reader.number(messages[DeliveryState.SENT]),
        )
    ]
    troubles = {
        "tally-on-its-way": messages[DeliveryState.PENDING] + messages[DeliveryState.SENDING],
        "tally-failed": messages[DeliveryState.FAILED],
        "tally-dropped": messages[DeliveryState.DROPPED],
        "tally-uncertain": messages[DeliveryState.UNCERTAIN],
    }
    lines += [reader.say(key, count=count) for key, count in troubles.items() if count]
    return Markup("\n").join(lines)


def _group(reader: Reader, counted: Tally, group: AnswerGroup) -> Markup:
    number = counted.groups[group]
    key = "tally-group-silent" if group is AnswerGroup.SILENT and counted.seen else "tally-group"
    return reader.say(
        key,
        mark=MARKS[group],
        name=group_name(reader, group),
        count=reader.number(number),
        share=reader.share(number, counted.members),
        seen=counted.seen,
    )


def group_name(reader: Reader, group: AnswerGroup) -> str:
    """Name a heap of businesses."""
    return reader.label(f"group-{group.replace('_', '-')}")


def _help(reader: Reader, facts: Facts, counted: Tally, names: Mapping[int, str]) -> Markup:
    """Weigh what is offered against what is wanted: people, sectors, capabilities."""
    lines = []
    if facts.headcount_wanted or counted.headcount:
        key = "tally-headcount-of" if facts.headcount_wanted else "tally-headcount"
        lines.append(
            reader.say(
                key,
                offered=reader.number(counted.headcount),
                wanted=reader.number(facts.headcount_wanted),
                members=counted.headcount_from,
            )
        )
    shares = [(reader.label(f"sector-{sector}"), share) for sector, share in counted.sectors.items()]
    shares += [(names.get(one, ""), share) for one, share in counted.capabilities.items()]
    lines += [
        reader.say("tally-share", name=name, engaged=share.engaged, called=share.called) for name, share in shares
    ]
    return Markup("\n").join(lines)


def _aftermath(reader: Reader, counted: Tally) -> Markup:
    after = counted.aftermath
    helped = counted.groups[AnswerGroup.READY] + counted.groups[AnswerGroup.REMOTE]
    return reader.say(
        "tally-aftermath",
        stood_down=after.stood_down,
        engaged=helped,
        useful=after.useful,
        not_useful=after.not_useful,
    )


def _arrivals(
    reader: Reader, first: Sequence[TallyLine], equipment: Mapping[int, str], room: Room, now: datetime
) -> Markup:
    if not first:
        return Markup("")
    lines = [_line(reader, line, equipment, room, now) for line in first[:FIRST]]
    return Markup("\n").join([reader.say("tally-arrivals"), *lines])


def _line(reader: Reader, line: TallyLine, equipment: Mapping[int, str], room: Room, now: datetime) -> Markup:
    """Write one business of a list: when it comes, its name, and what it brings."""
    response = line.response
    if response is None:
        return _line_without_answer(reader, line, now)
    if response.answer is Answer.READY:
        when = reader.label("arrival-now")
    elif response.eta_at is not None:
        late = response.eta_at < now
        when = reader.label("arrival-late" if late else "arrival-at", at=reader.short_moment(response.eta_at, now))
    else:
        when = reader.short_moment(response.answered_at, now)
    text = reader.say("list-line", when=when, member=_member(reader, line.member), by=reader.known_as(line.by))
    return Markup("\n").join([text, *offer_lines(reader, response, equipment, room)])


def _member(reader: Reader, member: Member) -> str:
    """Name a business, with a mark if it no longer takes part."""
    if member.status is MemberStatus.SUSPENDED:
        return reader.label("list-member-suspended", member=member.name)
    if member.status is MemberStatus.LEFT:
        return reader.label("list-member-left", member=member.name)
    return member.name


def _line_without_answer(reader: Reader, line: TallyLine, now: datetime) -> Markup:
    name = _member(reader, line.member)
    if line.error is not None:
        return reader.say("list-line-unreachable", member=name, reason=_reason(reader, line.error))
    if line.seen_at is not None:
        seen = reader.short_moment(line.seen_at, now)
        return reader.say("list-line-seen", member=name, at=seen)
    return reader.say("list-line-silent", member=name)


def _reason(reader: Reader, error: str) -> str:
    """Say in words why Telegram refused a message."""
    for sign, key in REASONS.items():
        if sign in error:
            return reader.label(key)
    return reader.label("unreachable-other")


def listing(
    reader: Reader,
    incident: Incident,
    group: AnswerGroup,
    page: TallyPage,
    *,
    equipment: Mapping[int, str],
    now: datetime,
) -> Message:
    """Show a heap, a page at a time, with the way back to the tally."""
    incident_id = incident.id or 0
    head = reader.say(
        "list-head",
        mark=MARKS[group],
        name=group_name(reader, group),
        count=page.total,
        code=incident.code,
    )
    lines = first_that_fits(
        Markup("\n").join(_line(reader, line, equipment, room, now) for line in page.lines) for room in ROOMS
    )
    rows = []
    if page.pages > 1:
        rows.append(_pager(reader, incident_id, group, page))
    if incident.status is not IncidentStatus.CLOSED:
        rows += _actions_on(reader, incident_id, group, page.total)
    rows.append((Button(reader.label("button-to-tally"), TallyTap(incident_id).pack()),))
    return Message(Markup("\n\n").join([head, lines or reader.say("list-empty")]), rows=tuple(rows))


def _pager(reader: Reader, incident_id: int, group: AnswerGroup, page: TallyPage) -> tuple[Button, ...]:
    def turn(label: str, number: int) -> Button:
        return Button(label, ListTap(incident_id, group, number % page.pages).pack())

    here = reader.label("page-of", page=page.number + 1, pages=page.pages)
    return (turn("◀", page.number - 1), turn(here, page.number), turn("▶", page.number + 1))


def _actions_on(reader: Reader, incident_id: int, group: AnswerGroup, total: int) -> list[tuple[Button, ...]]:
    if not total:
        return []
    if group is AnswerGroup.SILENT:
        return [(_remind(reader, incident_id, total),)]
    if group is AnswerGroup.NEEDS_INFO:
        return [(_notice(reader, incident_id, NoticeAudience.NEEDS_INFO, total),)]
    return []


def _buttons(reader: Reader, facts: Facts, counted: Tally, tasks_given: int) -> tuple[tuple[Button, ...], ...]:
    lists = [_list_button(facts.incident_id, group, counted) for group in AnswerGroup if _shown(counted, group)]
    rows = [tuple(lists[:3]), tuple(lists[3:])]
    if facts.status is not IncidentStatus.CLOSED:
        rows += _actions(reader, facts, counted)
    rows.append(_tasks(reader, facts, tasks_given))
    return (*rows, (Button(reader.label("button-menu"), MenuTap("menu").pack()),))


def _tasks(reader: Reader, facts: Facts, tasks_given: int) -> tuple[Button, ...]:
    """Offer to give a task, and to look at those that were given."""
    give = Button(reader.label("button-tally-assign"), AssignTap(facts.incident_id, 0).pack())
    if not tasks_given:
        return (give,)
    look = TaskListTap(Heap.ALL, facts.incident_id, 0).pack()
    return (give, Button(reader.label("button-tally-tasks", count=tasks_given), look))


def _list_button(incident_id: int, group: AnswerGroup, counted: Tally) -> Button:
    return Button(f"{MARKS[group]} {counted.groups[group]}", ListTap(incident_id, group, 0).pack())


def _actions(reader: Reader, facts: Facts, counted: Tally) -> list[tuple[Button, ...]]:
    incident_id = facts.incident_id
    rows: list[tuple[Button, ...]] = []
    if counted.groups[AnswerGroup.SILENT]:
        rows.append((_remind(reader, incident_id, counted.groups[AnswerGroup.SILENT]),))
    asking = counted.groups[AnswerGroup.NEEDS_INFO]
    if asking:
        rows.append((_notice(reader, incident_id, NoticeAudience.NEEDS_INFO, asking),))
    helping = counted.groups[AnswerGroup.READY] + counted.groups[AnswerGroup.REMOTE]
    updates = [_notice(reader, incident_id, NoticeAudience.ALL, counted.members)]
    if helping:
        updates.append(_notice(reader, incident_id, NoticeAudience.READY, helping))
    rows.append(tuple(updates))
    last = [Button(reader.label("button-close"), CloseTap(incident_id).pack(), Style.DANGER)]
    if facts.status is IncidentStatus.OPEN:
        last.insert(0, Button(reader.label("button-handling"), HandlingTap(incident_id).pack()))
    return [*rows, tuple(last)]


def _remind(reader: Reader, incident_id: int, count: int) -> Button:
    return Button(reader.label("button-remind", count=count), RemindTap(incident_id).pack(), Style.PRIMARY)


def _notice(reader: Reader, incident_id: int, audience: NoticeAudience, count: int) -> Button:
    key = f"button-notice-{audience.replace('_', '-')}"
    return Button(reader.label(key, count=count), NoticeTap(incident_id, audience).pack())


def reminded(reader: Reader, done: Reminded) -> str:
    """Confirm a reminder, and that more people were called."""
    if not done.called:
        return reader.label("reminded", count=done.people)
    if not done.people:
        return reader.label("called-in-reserve", count=done.called)
    return reader.label("reminded-and-called", people=done.people, called=done.called)


def handling(reader: Reader) -> str:
    """Confirm that everyone sees that help is under way."""
    return reader.label("handling-marked")
