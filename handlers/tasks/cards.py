"""The messages that show a task: made for whom they go to, late, and edited in place from then on."""

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.tasks.views import cards as views
from models.identity import id_of
from models.incidents import IncidentStatus
from models.members import Member
from models.tasks import TASK_SUBJECT, UNFINISHED, Task, TaskState, TaskWatch
from services.groups import bindings
from services.incidents import cards as incident_cards
from services.incidents import lifecycle as incidents
from services.outbox import deliveries
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.tasks import cards as task_cards
from services.tasks import orders as tasks
from services.tasks.kinds import TASK, TASK_WATCH, Alarm, CoordinatorsCard, Head, OwnersCard, OwnersReminder
from services.tasks.ladder import WATCHED
from services.tasks.orders import TaskSheet

# The states in which a new message about a task still makes sense to its owner.
WITH_THE_OWNER = (*UNFINISHED, TaskState.DONE)
HEADS = (Head.SENT_BACK, Head.CANCELLED)


async def show_watch(update: Update, context: Context, task: Task) -> None:
    """Show the coordinators' card in the place of the tapped message, and keep it true from now on."""
    sheet = await tasks.sheet(context.session, task=task)
    context.show(views.watch(context.reader, sheet, department=context.office.department, now=context.now))
    await keep_tapped(
        update, context, kind=TASK_WATCH, subject_id=id_of(task), details=CoordinatorsCard(task.incident_id), anew=True
    )


async def show_card(update: Update, context: Context, task: Task) -> None:
    """Show the owner's card in the place of the tapped message, and keep it true from now on."""
    sheet = await tasks.sheet(context.session, task=task)
    context.show(views.card(context.reader, sheet, department=context.office.department, now=context.now, opened=True))
    await keep_tapped(
        update,
        context,
        kind=TASK,
        subject_id=id_of(task),
        details=OwnersCard(task.member_id, task.incident_id, opened=True),
    )


async def bring_tally_down(context: Context, task: Task) -> None:
    """Send a coordinator the tally of a task's incident below what a dialogue left, while the incident is under way."""
    if task.incident_id is None:
        return
    incident = await incidents.by_id(context.session, incident_id=task.incident_id)
    if incident.status is not IncidentStatus.CLOSED:
        await incident_cards.bring_down(
            context.session, incident_id=task.incident_id, person=context.person, now=context.now
        )


async def compose_card(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of one of the owner's people, or of its group; a former owner's says where the task went."""
    sheet, card = await _sheet(occasion, claimed), _card_of(claimed)
    if sheet is None or card is None:
        return None
    if not await _speaks(occasion.session, claimed, card.member_id):
        return views.of_nobody(reader, sheet) if claimed.is_edit and claimed.person_id is not None else None
    if sheet.task.member_id != card.member_id:
        return views.given_away(reader, sheet) if claimed.is_edit or card.head is Head.GIVEN_AWAY else None
    if not claimed.is_edit and not _is_news(sheet.task, card.head):
        return None
    return views.card(
        reader,
        sheet,
        department=occasion.office.department,
        now=occasion.now,
        head=card.head.replace("_", "-") if card.head in HEADS and not claimed.is_edit else "",
        repeated=claimed.is_repeat,
        in_group=claimed.group_id is not None,
        opened=card.opened,
    )


def _card_of(claimed: Claimed) -> OwnersCard | None:
    """Tell whose card a message is; a reminder is one from its first edit on."""
    reminder = claimed.read(OwnersReminder)
    return OwnersCard(reminder.member_id, reminder.incident_id) if reminder is not None else claimed.read(OwnersCard)


def _is_news(task: Task, head: Head | None) -> bool:
    """Tell whether a card that is sent late still says what its owner should hear."""
    if head is Head.CANCELLED:
        return task.state is TaskState.CANCELLED
    if head is Head.GIVEN_AWAY:
        return False
    return task.state in WITH_THE_OWNER


async def compose_reminder(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Remind one of the owner's people of what is still to be done; once sent, it becomes a card."""
    if claimed.is_edit:
        return await compose_card(occasion, claimed, reader)
    sheet, due = await _sheet(occasion, claimed), claimed.read(OwnersReminder)
    if sheet is None or due is None or sheet.task.member_id != due.member_id:
        return None
    if sheet.task.state not in WATCHED[due.watch]:
        return None
    if not await _speaks(occasion.session, claimed, due.member_id):
        return None
    return views.reminder(reader, sheet, f"{due.watch}-{due.rung}", now=occasion.now)


async def compose_watch(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a coordinator's card; an older one points to the newest. A person who no longer coordinates gets none."""
    sheet = await _sheet(occasion, claimed)
    if sheet is None or not await _coordinates(occasion.session, claimed):
        return None
    if not await deliveries.is_newest(occasion.session, claimed=claimed):
        return views.moved(reader, sheet)
    return views.watch(reader, sheet, department=occasion.office.department, now=occasion.now)


async def compose_alarm(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a coordinator what needs a word, unless it needs none any more; afterwards, where the task stands."""
    sheet, alarm = await _sheet(occasion, claimed), claimed.read(Alarm)
    if sheet is None or alarm is None or not await _coordinates(occasion.session, claimed):
        return None
    if claimed.is_edit:
        return views.alarm_over(reader, sheet, now=occasion.now)
    expected = WATCHED[alarm.why] if isinstance(alarm.why, TaskWatch) else (alarm.why,)
    return views.alarm(reader, sheet, alarm.why, now=occasion.now) if sheet.task.state in expected else None


async def _sheet(occasion: Occasion, claimed: Claimed) -> TaskSheet | None:
    """Gather what a task's messages say, once for all of them."""
    task_id = claimed.subject_id
    if task_id is None:
        return None

    async def gather() -> TaskSheet:
        task = await tasks.by_id(occasion.session, task_id=task_id)
        return await tasks.sheet(occasion.session, task=task)

    return await occasion.once(claimed, gather, about=(TASK_SUBJECT, task_id))


async def _speaks(session: AsyncSession, claimed: Claimed, member_id: int) -> bool:
    """Tell whether a recipient still is one of a business's people, or its group."""
    if claimed.person_id is not None:
        return claimed.person_id in await task_cards.spokespeople(session, member_id=member_id)
    member: Member | None = await bindings.spoken_to(session, group_id=claimed.group_id)
    return member is not None and member.id == member_id


async def _coordinates(session: AsyncSession, claimed: Claimed) -> bool:
    return claimed.person_id in {id_of(person) for person in await accounts.coordinators(session)}
