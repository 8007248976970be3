"""Tasks of the small network, for the tests of the services."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident, Severity
from models.members import Member
from models.people import Person
from models.tasks import Task, TaskStep
from services.ground.attachments import Attachment
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.orders import Assignment
from tests.network import MORNING, TIME_ZONE, Network


def after(**duration: float) -> datetime:
    """Give a moment after the beginning."""
    return MORNING + timedelta(**duration)


def assignment(
    member: Member,
    *,
    incident: Incident | None = None,
    what: str = "Hàn nối tuyến cáp",
    place: str = "Cổng số 2",
    due_at: datetime | None = None,
    severity: Severity = Severity.MEDIUM,
) -> Assignment:
    """Make an assignment that may be given."""
    return Assignment(
        member_id=id_of(member),
        incident_id=incident.id if incident else None,
        what=what,
        place=place,
        due_at=due_at or after(hours=2),
        severity=severity,
    )


async def give(
    network: Network,
    said: Assignment,
    *,
    draft_key: str = "1:key",
    now: datetime = MORNING,
    by: Person | None = None,
) -> Task:
    """Give a task, and let its cards arrive."""
    task = await tasks.assign(
        network.session,
        assignment=said,
        draft_key=draft_key,
        by=by or network.coordinator,
        now=now,
        time_zone=TIME_ZONE,
    )
    await deliver(network)
    return task


async def deliver(network: Network) -> None:
    """Let everything that is queued arrive."""
    rows = await network.session.exec(select(Delivery).where(Delivery.state == DeliveryState.PENDING))
    for delivery in rows:
        delivery.state, delivery.message_id = DeliveryState.SENT, id_of(delivery)
    await network.session.flush()


async def take(
    network: Network,
    task: Task,
    person: Person,
    *steps: TaskStep,
    note: str | None = None,
    files: tuple[Attachment, ...] = (),
    now: datetime = MORNING,
) -> Task:
    """Let a person say steps of a task, one after the other; the words and files go with the last."""
    for step in steps:
        last = step is steps[-1]
        await task_steps.take(
            network.session,
            task_id=id_of(task),
            step=step,
            person=person,
            note=note if last else None,
            files=files if last else (),
            now=now,
        )
    return task


async def told(network: Network, kind: BroadcastKind) -> list[tuple[str | None, list[int]]]:
    """List the broadcasts of a kind: which of a kind they are, and whom they go to (person ids in order)."""
    found = await network.session.exec(select(Broadcast).where(Broadcast.kind == kind).order_by(col(Broadcast.id)))
    return [(_which(one), await _recipients(network, one)) for one in found.all()]


def _which(broadcast: Broadcast) -> str | None:
    """Tell which of its kind a message is: a card's first words, a reminder's rung, or what an alarm is about."""
    known = broadcast.details or {}
    if known.get("opened"):
        return "opened"
    if "rung" in known:
        return f"{known['watch']}-{known['rung']}"
    return known.get("head") or known.get("why")


async def _recipients(network: Network, broadcast: Broadcast) -> list[int]:
    query = select(Delivery.person_id).where(Delivery.broadcast_id == id_of(broadcast))
    return sorted(one for one in await network.session.exec(query) if one is not None)


def ids(*those: Person) -> list[int]:
    """Give the ids of people in order."""
    return sorted(id_of(one) for one in those)
