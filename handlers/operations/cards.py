"""The cards of an incident in its topic, made when they are sent or edited."""

from handlers.command.views import cards as command_views
from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.incidents import notices as notice_room
from handlers.incidents.cards import facts_of
from handlers.incidents.views import cards as incident_views
from handlers.operations.views import cards as views
from handlers.operations.views import group as group_views
from handlers.updates import rooms as update_room
from models.broadcasts import Broadcast, BroadcastKind
from models.command import CommandTerm
from models.incidents import NoticeKind
from models.members import Member
from models.operations import OperationsGroup
from models.people import Person, Role
from models.reports import Report, ReportChange
from services.command.kinds import OfCommand
from services.ground.details import read
from services.incidents import lifecycle as incidents
from services.incidents import notices
from services.incidents.kinds import OfNotice
from services.operations import picture
from services.operations.kinds import OfLateness, OfReportChange, OfSilence, OfStage, OfTrouble
from services.outbox import deliveries
from services.outbox.deliveries import Claimed
from services.reports.reports import label_of
from services.updates.kinds import Owed


async def compose_card(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the declaration as it stands in the topic: what members see of it now."""
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id or 0)
    facts = await facts_of(occasion.session, incident=incident, office=occasion.office, reader=reader)
    return views.declaration(incident_views.card(reader, facts, now=occasion.now))


async def compose_silent(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make what a topic shows of an incident for named people alone: code and label, and once why nothing follows."""
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id or 0)
    if claimed.kind is BroadcastKind.TOPIC_NEWS:
        if claimed.read(OfSilence) is not None:
            return views.silence(reader, incident)
        return views.reduced(reader, incident) if claimed.is_edit else None
    return views.reduced(reader, incident)


async def compose_tasks(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of the tasks that are open."""
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id or 0)
    found = await picture.tasks_of(occasion.session, incident=incident, now=occasion.now)
    return views.tasks(reader, incident, found, now=occasion.now)


async def compose_news(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Say in the topic what was said to those alerted, and who said it."""
    brought = claimed.read(OfNotice)
    if brought is None:
        return await _of_others(occasion, claimed, reader)
    notice = await notices.by_id(occasion.session, notice_id=brought.notice_id)
    compose = update_room.compose if notice.kind is NoticeKind.UPDATE else notice_room.compose
    said = await compose(occasion, claimed, reader)
    if said is None:
        return None
    author = await occasion.session.get_one(Person, notice.said_by_id)
    at = reader.short_moment(notice.said_at, occasion.now)
    return views.news(reader, said, author=reader.known_as(author.name), at=at)


async def _of_others(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Say that command has passed on, a report belongs to the incident, an update is late, those above are called."""
    session = occasion.session
    incident = await incidents.by_id(session, incident_id=claimed.subject_id or 0)
    passed, joined = claimed.read(OfCommand), claimed.read(OfReportChange)
    if passed is not None:
        command = await session.get_one(CommandTerm, passed.command_id)
        to, before = [await session.get_one(Person, one) for one in (command.person_id, command.before_id)]
        told = command_views.passed(reader, incident, command, to=to, before=before, is_theirs=False, now=occasion.now)
        return views.without_buttons(told)
    lateness = claimed.read(OfLateness)
    if lateness is not None:
        owed = read((await session.get_one(Broadcast, lateness.broadcast_id)).details, Owed)
        late = await update_room.owed(occasion, incident, reader, owed) if owed is not None else None
        return views.without_buttons(late) if late is not None else None
    reached = claimed.read(OfStage)
    if reached is not None:
        return views.stage(reader, incident, reached.stage)
    if joined is None:
        return None
    change = await session.get_one(ReportChange, joined.change_id)
    report = await session.get_one(Report, change.report_id)
    member = await session.get_one(Member, report.member_id)
    return views.report(reader, incident, report, member=member.name, label=label_of(report))


async def compose_group(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the page that shows how the group stands; only the newest one of a person is kept."""
    if claimed.subject_id is None or claimed.person_id is None:
        return None
    group = await occasion.session.get_one(OperationsGroup, claimed.subject_id)
    if group.left_at is not None or not await deliveries.is_newest(occasion.session, claimed=claimed):
        return group_views.gone(reader) if group.left_at is not None else None
    person = await occasion.session.get_one(Person, claimed.person_id)
    return group_views.page(reader, group, is_owner=person.staff_role is Role.OWNER, now=occasion.now)


async def compose_trouble(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a coordinator what is wrong with the group."""
    trouble = claimed.read(OfTrouble)
    if trouble is None or claimed.subject_id is None:
        return None
    group = await occasion.session.get_one(OperationsGroup, claimed.subject_id)
    return group_views.trouble(reader, group, trouble.what)
