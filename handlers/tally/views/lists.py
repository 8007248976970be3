"""What stands behind the tally: the lists of businesses, each with its own page, and what can be written."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from markupsafe import Markup

from handlers.frame.views.fitting import ROOMS, Room, first_that_fits, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import CloseTap
from handlers.incidents.views.given import offer_lines
from handlers.incidents.views.notices import words
from handlers.tally.taps import CalledTap, LeavesTap, ListTap, TallyPart, TallyPartTap
from handlers.tally.views.buttons import may_remind, notice_button, remind_button, to_tally, unsent_button
from handlers.tally.views.cards import LINES, MARKS, ONLY_WHEN_ANY, group_name
from handlers.updates.views.messages import unchanged_button
from handlers.updates.views.seen import button as seen_button
from models.broadcasts import DeliveryState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Notice, NoticeAudience
from models.members import Member, MemberStatus
from models.responses import Answer
from models.updates import UpdateDue
from services.members.capabilities import Kind
from services.notation.business_names import with_short_form
from services.places import communes
from services.privacy.withdrawal import ROLELESS, WITHDREW
from services.tally.counting import AnswerGroup, Tally
from services.tally.course import Course
from services.tally.listing import NOBODY, TallyLine, TallyPage
from services.updates.seen import Seen

REASONS = {
    "blocked": "unreachable-blocked",
    "deactivated": "unreachable-deactivated",
    "initiate": "unreachable-never",
    WITHDREW: "unreachable-withdrew",
    ROLELESS: "unreachable-roleless",
    NOBODY: "unreachable-nobody",
}
A_ROW = 4
SAID, WORDS = 5, 80
# A page that is turned to by name: so many buttons stand in a row, and so many letters of a name beside them.
LEAVES_A_ROW, NAME = 6, 40


def overview(reader: Reader, incident: Incident, counted: Tally, *, names: Mapping[int, str]) -> Message:
    """Show what became of the messages, how each sector and capability answers, and a button for each list."""
    parts = [reader.say("lists-head", code=incident.code), _reach(reader, counted), _shares(reader, counted, names)]
    rows = [tuple(_list_button(reader, id_of(incident), group, counted) for group in groups) for groups in LINES]
    # What is still to be sent comes before what was not sent in time.
    rest = next((group for group in ONLY_WHEN_ANY if counted.groups[group]), None)
    further = [_list_button(reader, id_of(incident), rest, counted)] if rest else []
    if not further and counted.messages[DeliveryState.FAILED]:
        further = [unsent_button(reader, id_of(incident))]
    text = Markup("\n\n").join(part for part in (*parts, reader.say("tally-legend")) if part)
    return Message(text, rows=(*rows, (*to_tally(reader, id_of(incident)), *further)))


def _list_button(reader: Reader, incident_id: int, group: AnswerGroup, counted: Tally) -> Button:
    name = reader.label(f"tally-heap-{group.replace('_', '-')}")
    count = reader.number(counted.groups[group])
    text = reader.label("button-list", mark=MARKS[group], name=name, count=count)
    return Button(text, ListTap(incident_id, group, 0).pack())


def _reach(reader: Reader, counted: Tally) -> Markup:
    """Say how many were called, and what became of each message."""
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
    lines += [reader.say(key, count=reader.number(count)) for key, count in troubles.items() if count]
    return Markup("\n").join(lines)


def _shares(reader: Reader, counted: Tally, names: Mapping[int, str]) -> Markup:
    """Weigh what is offered against what was called: sectors, capabilities."""
    shares = [(reader.label(f"sector-{sector}"), share) for sector, share in counted.sectors.items()]
    shares += [(names.get(one, ""), share) for one, share in counted.capabilities.items()]
    lines = [reader.say("tally-share", name=name, engaged=share.engaged, called=share.called) for name, share in shares]
    if len(counted.sectors) > 1:
        lines.append(reader.say("tally-share-in-each"))
    return Markup("\n").join(lines)


def writing(
    reader: Reader,
    incident: Incident,
    counted: Tally,
    course: Course,
    *,
    said: Sequence[Notice],
    seen_counts: Mapping[int, Seen] = MappingProxyType({}),
    planned: UpdateDue | None = None,
) -> Message:
    """Show what was said so far, and to whom more can be said; a reminder and the all-clear stand with it."""
    incident_id = id_of(incident)
    lines = [_said(reader, one, seen_counts.get(id_of(one)), counted.counted_at) for one in said[-SAID:]]
    parts = [reader.say("write-head", code=incident.code), Markup("\n").join(lines) or reader.say("write-nothing-yet")]
    if planned is not None:
        key = "write-late" if planned.due_at <= counted.counted_at else "write-next"
        parts.append(reader.say(key, at=reader.short_moment(planned.due_at, counted.counted_at)))
    latest = next((one for one in reversed(said) if one.asks_seen and one.taken_back_at is None), None)
    to_seen = (seen_button(reader, id_of(latest), seen_counts.get(id_of(latest), Seen())),) if latest else ()
    below = to_tally(reader, incident_id)
    if incident.status is IncidentStatus.CLOSED:
        return Message(Markup("\n\n").join(parts), rows=((*below, *to_seen),))
    close = Button(reader.label("button-close"), CloseTap(incident_id).pack())
    rows = [(button,) for button in _audiences(reader, incident_id, counted, course)]
    # One tap of it goes to all: nothing stands beside it that could be meant instead.
    at_once = (unchanged_button(reader, incident_id),)
    seen = (to_seen,) if to_seen else ()
    return Message(Markup("\n\n").join(parts), rows=(*rows, at_once, *seen, (*below, close)))


def _audiences(reader: Reader, incident_id: int, counted: Tally, course: Course) -> list[Button]:
    """Offer to write to all, to those who help, to those who ask; where nobody does, to remind the silent."""
    helping = counted.groups[AnswerGroup.READY] + counted.groups[AnswerGroup.REMOTE]
    asking = counted.groups[AnswerGroup.NEEDS_INFO]
    buttons = [notice_button(reader, incident_id, NoticeAudience.ALL, counted.members)]
    if helping:
        buttons.append(notice_button(reader, incident_id, NoticeAudience.READY, helping))
    if asking:
        loud = Style.PRIMARY if course.asking else None
        buttons.append(notice_button(reader, incident_id, NoticeAudience.NEEDS_INFO, asking, style=loud))
    elif may_remind(counted, course):
        buttons.append(remind_button(reader, incident_id, counted.groups[AnswerGroup.SILENT]))
    return buttons


def _said(reader: Reader, notice: Notice, counted: Seen | None, now: datetime) -> Markup:
    line = reader.say(
        "write-line",
        at=reader.short_moment(notice.said_at, now),
        to=reader.label(f"notice-to-{notice.audience.replace('_', '-')}"),
        text=shorten(" ".join(words(reader, notice).split()), WORDS),
    )
    if counted is None:
        return line
    seen = reader.say("write-seen", seen=reader.number(counted.seen), asked=reader.number(counted.asked))
    return Markup(" · ").join([line, seen])


def listing(
    reader: Reader,
    incident: Incident,
    group: AnswerGroup,
    page: TallyPage,
    *,
    equipment: Mapping[int, Kind],
    remindable: bool,
    now: datetime,
) -> Message:
    """Show a heap, a page at a time; each business opens by its number."""
    incident_id = id_of(incident)
    head = reader.say(
        "list-head",
        mark=MARKS[group],
        name=group_name(reader, group),
        count=page.total,
        code=incident.code,
    )
    lines = first_that_fits(
        Markup("\n").join(
            _numbered(reader, number, line, equipment, room, now) for number, line in enumerate(page.lines, 1)
        )
        for room in ROOMS
    )
    numbers = [
        Button(str(number), CalledTap(incident_id, id_of(line.member), group, page.number).pack())
        for number, line in enumerate(page.lines, 1)
    ]
    rows = [tuple(numbers[place : place + A_ROW]) for place in range(0, len(numbers), A_ROW)]
    if page.pages > 1:
        rows.append(_pager(reader, incident_id, group, page))
    if incident.status is not IncidentStatus.CLOSED:
        rows += _actions_on(reader, incident_id, group, page.total, remindable=remindable)
    lists = Button(reader.label("button-to-lists"), TallyPartTap(incident_id, TallyPart.LISTS).pack())
    parts = [head, lines or reader.say("list-empty"), reader.say("list-hint") if numbers else None]
    return Message(
        Markup("\n\n").join(part for part in parts if part), rows=(*rows, (lists, *to_tally(reader, incident_id)))
    )


def _numbered(
    reader: Reader, number: int, line: TallyLine, equipment: Mapping[int, Kind], room: Room, now: datetime
) -> Markup:
    return reader.say("list-numbered", number=number, line=business_line(reader, line, equipment, room, now))


def business_line(reader: Reader, line: TallyLine, equipment: Mapping[int, Kind], room: Room, now: datetime) -> Markup:
    """Write one business of a list: when it comes, its name, and what it brings."""
    others = [reader.say("engaged-elsewhere", codes=", ".join(line.elsewhere))] if line.elsewhere else []
    lost = [reader.say("list-lost")] if line.lost else []
    return Markup("\n").join([_answer_line(reader, line, equipment, room, now), *others, *lost])


def _answer_line(reader: Reader, line: TallyLine, equipment: Mapping[int, Kind], room: Room, now: datetime) -> Markup:
    response = line.response
    if response is None:
        return _line_without_answer(reader, line, now)
    if line.there_since is not None:
        when = reader.label("arrival-there", at=reader.short_moment(line.there_since, now))
    elif response.answer is Answer.READY:
        when = reader.label("arrival-now")
    elif response.eta_at is not None:
        late = response.eta_at < now
        when = reader.label("arrival-late" if late else "arrival-at", at=reader.short_moment(response.eta_at, now))
    else:
        when = reader.short_moment(response.answered_at, now)
    text = reader.say("list-line", when=when, member=_member(reader, line.member), by=reader.known_as(line.by))
    with_files = [reader.say("list-files", count=line.files)] if line.files else []
    return Markup("\n").join([text, *offer_lines(reader, response, equipment, room), *with_files])


def _member(reader: Reader, member: Member) -> str:
    """Name a business, with a mark if it no longer takes part."""
    if member.status is MemberStatus.SUSPENDED:
        return reader.label("list-member-suspended", member=with_short_form(member.name))
    if member.status is MemberStatus.LEFT:
        return reader.label("list-member-left", member=with_short_form(member.name))
    return with_short_form(member.name)


def _line_without_answer(reader: Reader, line: TallyLine, now: datetime) -> Markup:
    name = _member(reader, line.member)
    if line.error is not None and line.member.status is MemberStatus.APPROVED:
        return reader.say("list-line-unreachable", member=name, reason=reason_of(reader, line.error))
    place = _place(line.member)
    if line.wrote_at is not None:
        return reader.say("list-line-wrote", member=name, place=place, at=reader.short_moment(line.wrote_at, now))
    if line.seen_at is not None:
        seen = reader.short_moment(line.seen_at, now)
        return reader.say("list-line-seen", member=name, place=place, at=seen)
    return reader.say("list-line-silent", member=name, place=place)


def _place(member: Member) -> str:
    """Name the commune of a business, so that the near ones are seen; nothing where it is unknown."""
    try:
        return f" · {communes.commune(member.commune_code).name}"
    except communes.CommuneUnknown:
        return ""


def reason_of(reader: Reader, error: str) -> str:
    """Say in words why Telegram refused a message."""
    for sign, key in REASONS.items():
        if sign in error:
            return reader.label(key)
    return reader.label("unreachable-other")


def _pager(reader: Reader, incident_id: int, group: AnswerGroup, page: TallyPage) -> tuple[Button, ...]:
    def turn(label: str, number: int) -> Button:
        return Button(label, ListTap(incident_id, group, number % page.pages).pack())

    here = reader.label("page-of", page=page.number + 1, pages=page.pages)
    leaves = Button(here, LeavesTap(incident_id, group).pack())
    return (turn("‹", page.number - 1), leaves, turn("›", page.number + 1))


def leaves(reader: Reader, incident: Incident, group: AnswerGroup, found: Sequence[tuple[int, str]]) -> Message:
    """Offer the pages of a heap by the names with which they begin."""
    incident_id = id_of(incident)
    head = reader.say("list-leaves", mark=MARKS[group], name=group_name(reader, group), code=incident.code)
    lines = [
        reader.say("list-leaf", number=number + 1, name=shorten(with_short_form(name), NAME)) for number, name in found
    ]
    pages = [Button(str(number + 1), ListTap(incident_id, group, number).pack()) for number, _ in found]
    rows = [tuple(pages[place : place + LEAVES_A_ROW]) for place in range(0, len(pages), LEAVES_A_ROW)]
    back = Button(reader.label("button-to-list"), ListTap(incident_id, group, 0).pack())
    return Message(Markup("\n").join([head, *lines]), rows=(*rows, (back, *to_tally(reader, incident_id))))


def _actions_on(
    reader: Reader, incident_id: int, group: AnswerGroup, total: int, *, remindable: bool
) -> list[tuple[Button, ...]]:
    if not total:
        return []
    if group is AnswerGroup.SILENT and remindable:
        return [(remind_button(reader, incident_id, total, style=Style.PRIMARY),)]
    if group is AnswerGroup.NEEDS_INFO:
        return [(notice_button(reader, incident_id, NoticeAudience.NEEDS_INFO, total, style=Style.PRIMARY),)]
    return []
