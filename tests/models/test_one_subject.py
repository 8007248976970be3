"""Broadcasts of before, each with what it was about in columns and a topic, mean the same after the climb, and back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Connection, DateTime, Integer, MetaData, Table, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.base.migrate import migrate
from models.broadcasts import BroadcastKind
from models.people import Role
from models.tasks import TaskState, TaskWatch
from services.ground.details import Details, read
from services.incidents.kinds import AfterOutage, OfNotice
from services.jobs.kinds import GivenUp
from services.people.kinds import News
from services.staff.kinds import StaffEvent, StaffNews
from services.tasks.kinds import Alarm, CoordinatorsCard, Head, OwnersCard, OwnersReminder
from services.watch.kinds import AnsweredByAnother, ClockAhead, Failing, Late, SetAside, Waited
from services.wings import KINDS
from tests import databases

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
MANY = 9_000_000_001
# Ids that differ, so that none is taken for another.
INCIDENT, NOTICE, APPLICATION, TASK, MEMBER, INVITATION = 11, 12, 13, 14, 15, 16
OF_INCIDENT = {"incident_id": INCIDENT}
OF_TASK = {"task_id": TASK, "incident_id": INCIDENT, "member_id": MEMBER}
WATCHED = {"task_id": TASK, "incident_id": INCIDENT}
ABOUT = ("incident_id", "notice_id", "application_id", "task_id", "member_id", "invitation_id", "topic", "update_id")
# What was stored, what it is about now, and its details.
STORED: Sequence[tuple[str, dict[str, Any], tuple[str, int | None], Details | None]] = (
    ("alert", OF_INCIDENT, ("incident", INCIDENT), None),
    ("reminder", OF_INCIDENT, ("incident", INCIDENT), None),
    ("reminder", OF_INCIDENT | {"topic": "outage"}, ("incident", INCIDENT), AfterOutage()),
    ("reply", OF_INCIDENT | {"notice_id": NOTICE}, ("incident", INCIDENT), OfNotice(NOTICE)),
    ("update", OF_INCIDENT | {"notice_id": NOTICE}, ("incident", INCIDENT), OfNotice(NOTICE)),
    ("all_clear", OF_INCIDENT | {"notice_id": NOTICE}, ("incident", INCIDENT), OfNotice(NOTICE)),
    ("tally", OF_INCIDENT, ("incident", INCIDENT), None),
    ("application", {"application_id": APPLICATION, "member_id": MEMBER}, ("application", APPLICATION), None),
    ("decision", {"application_id": APPLICATION}, ("application", APPLICATION), None),
    ("task", OF_TASK, ("task", TASK), OwnersCard(MEMBER, INCIDENT)),
    ("task", {"task_id": TASK, "member_id": MEMBER}, ("task", TASK), OwnersCard(MEMBER, None)),
    *(
        ("task", OF_TASK | {"topic": head.value}, ("task", TASK), OwnersCard(MEMBER, INCIDENT, head=head))
        for head in Head
    ),
    ("task", OF_TASK | {"topic": "opened"}, ("task", TASK), OwnersCard(MEMBER, INCIDENT, opened=True)),
    *(
        (
            "task_reminder",
            OF_TASK | {"topic": f"{watch.value}-{rung}"},
            ("task", TASK),
            OwnersReminder(MEMBER, INCIDENT, watch, rung),
        )
        for watch in TaskWatch
        for rung in (1, 2)
    ),
    ("task_watch", WATCHED, ("task", TASK), CoordinatorsCard(INCIDENT)),
    ("task_watch", {"task_id": TASK}, ("task", TASK), CoordinatorsCard(None)),
    ("task_alarm", WATCHED | {"topic": "overdue"}, ("task", TASK), Alarm(TaskWatch.OVERDUE, INCIDENT)),
    ("task_alarm", WATCHED | {"topic": "blocked"}, ("task", TASK), Alarm(TaskState.BLOCKED, INCIDENT)),
    ("membership", {"member_id": MEMBER, "topic": "group-bound"}, ("member", MEMBER), News("group-bound")),
    ("confirmation", {"member_id": MEMBER}, ("member", MEMBER), None),
    *(
        (
            "staff",
            {"invitation_id": INVITATION, "topic": word},
            ("invitation", INVITATION),
            StaffNews(StaffEvent(word)),
        )
        for word in ("asked", "appointed", "declined")
    ),
    (
        "staff",
        {"topic": "dismissed-duty_officer"},
        ("invitation", None),
        StaffNews(StaffEvent.DISMISSED, Role.DUTY_OFFICER),
    ),
    (
        "staff",
        {"topic": "stepped-down-coordinator"},
        ("invitation", None),
        StaffNews(StaffEvent.STEPPED_DOWN, Role.COORDINATOR),
    ),
    ("trouble", {"topic": "quarantined:3", "update_id": MANY}, ("", None), SetAside(3, MANY)),
    ("trouble", {"topic": "late:0=120:1=90"}, ("", None), Late((Waited(0, 120), Waited(1, 90)))),
    ("trouble", {"topic": "failures:7:2:30"}, ("", None), Failing(7, 2, 30)),
    ("trouble", {"topic": "telegram:4"}, ("", None), AnsweredByAnother(4)),
    ("trouble", {"topic": "clock:3600"}, ("", None), ClockAhead(3600)),
    ("trouble", {"topic": "job:8"}, ("", None), GivenUp(8)),
)
# The kinds of messages that there were before; a later one needs no place here.
OF_BEFORE = {
    *("alert", "reminder", "reply", "update", "all_clear", "tally", "application", "decision", "trouble"),
    *("task", "task_reminder", "task_watch", "task_alarm", "membership", "confirmation", "staff"),
}
# Before there were topics, a word of trouble was about an update.
WITHOUT_TOPIC = ("trouble", {"update_id": 7}, ("", None), SetAside(1, 7))
# What the rows refer to; the words that have no meaning here only have to be allowed.
BEHIND: Sequence[tuple[str, dict[str, Any]]] = (
    ("people", {"id": 1, "language": "vi", "telegram_id": 1}),
    ("members", {"id": MEMBER, "status": "approved", "merged_into_id": None}),
    ("incidents", {"id": INCIDENT, "kind": "drill", "type": "other", "severity": "low", "status": "open"}),
    ("notices", {"id": NOTICE, "incident_id": INCIDENT, "kind": "update", "audience": "all"}),
    ("applications", {"id": APPLICATION, "member_id": MEMBER, "kind": "join", "status": "submitted"}),
    ("tasks", {"id": TASK, "member_id": MEMBER, "severity": "low", "state": "blocked"}),
    ("invitations", {"id": INVITATION, "kind": "staff"}),
)


@pytest.fixture
async def url(tmp_path: Path) -> str:
    """The URL of a database of before, with a broadcast of every kind and topic."""
    url = databases.address(tmp_path, "climb")
    await databases.make(url)
    await migrate(url, to="0007")
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(_fill)
    await engine.dispose()
    return url


def _fill(connection: Connection) -> None:
    for name, given in BEHIND:
        table = Table(name, MetaData(), autoload_with=connection, resolve_fks=False)
        wanted = {column.name: _something(column.type) for column in table.columns if not column.nullable}
        connection.execute(insert(table).values(wanted | given))
    broadcasts = _broadcasts(connection)
    for kind, about, _, _ in (*STORED, WITHOUT_TOPIC):
        connection.execute(insert(broadcasts).values(kind=kind, lane=1, created_at=AT, **about))


def _something(kind: object) -> object:
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer):
        return 1
    if isinstance(kind, DateTime):
        return AT
    return {} if isinstance(kind, JSON) else ""


def _broadcasts(connection: Connection) -> Table:
    return Table("broadcasts", MetaData(), autoload_with=connection, resolve_fks=False)


async def rows(engine: AsyncEngine) -> Sequence[dict[str, Any]]:
    async with engine.connect() as connection:
        table = await connection.run_sync(_broadcasts)
        found = await connection.execute(select(table).order_by(table.c.id))
        return [dict(row) for row in found.mappings()]


async def test_every_broadcast_means_the_same_after_the_climb(url: str) -> None:
    await migrate(url, to="0008")

    engine = create_async_engine(url)
    found = await rows(engine)
    await engine.dispose()

    assert {kind for kind, *_ in STORED} == OF_BEFORE
    for row, (kind, _, subject, details) in zip(found, (*STORED, WITHOUT_TOPIC), strict=True):
        types = KINDS[BroadcastKind(kind)].details
        assert (row["kind"], row["subject"], row["subject_id"]) == (kind, *subject)
        assert read(row["details"], *types) == details
        assert (row["details"] is None) == (details is None)


async def test_every_broadcast_means_the_same_after_the_way_back(url: str) -> None:
    await migrate(url, to="0008")
    await migrate(url, to="-1")

    engine = create_async_engine(url)
    found = await rows(engine)
    await engine.dispose()

    for row, (kind, about, _, _) in zip(found, STORED, strict=False):
        assert row["kind"] == kind
        assert {name: row[name] for name in ABOUT if row[name] is not None} == about
    assert (found[-1]["topic"], found[-1]["update_id"]) == ("quarantined:1", 7)
