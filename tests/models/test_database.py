"""No write is lost, instants keep their time zone, and the database itself holds the rules of the tables."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.database import Database
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import Incident
from models.members import MemberSector, Sector
from models.people import Language, Person
from models.responses import Answer, Response
from tests.network import Network, found_network

HANOI = timezone(timedelta(hours=7))


async def person(session: AsyncSession, now: datetime, *, telegram_id: int = 1) -> Person:
    made = Person(telegram_id=telegram_id, name="An", language=Language.VIETNAMESE, created_at=now)
    session.add(made)
    await session.flush()
    return made


async def test_twenty_tasks_that_read_change_and_write_lose_nothing(database: Database, now: datetime) -> None:
    async with database.writing() as session:
        counter = id_of(await person(session, now))

    async def count() -> None:
        for _ in range(5):
            async with database.writing() as session:
                row = await session.get_one(Person, counter)
                before = int(row.name) if row.name.isdigit() else 0
                await asyncio.sleep(0)
                row.name = str(before + 1)

    async with asyncio.TaskGroup() as tasks:
        for _ in range(20):
            tasks.create_task(count())

    async with database.reading() as session:
        assert (await session.get_one(Person, counter)).name == "100"


async def test_all_that_a_session_reads_is_of_one_instant(database: Database, now: datetime) -> None:
    async with database.reading() as reading:
        before = (await reading.exec(select(Person.id))).all()
        async with database.writing() as writing:
            await person(writing, now)
        assert (await reading.exec(select(Person.id))).all() == before == []


async def test_readers_do_not_wait_for_a_writer(database: Database, now: datetime) -> None:
    async with database.writing() as writing:
        await person(writing, now)
        async with asyncio.timeout(5), database.reading() as reading:
            assert (await reading.exec(select(Person))).all() == []

    async with database.reading() as reading:
        assert len((await reading.exec(select(Person))).all()) == 1


async def test_an_exception_takes_everything_back(database: Database, now: datetime) -> None:
    async def stumble() -> None:
        async with database.writing() as session:
            await person(session, now)
            raise LookupError

    with pytest.raises(LookupError):
        await stumble()

    async with database.reading() as session:
        assert (await session.exec(select(Person))).all() == []


async def test_an_instant_comes_back_aware_and_the_same(database: Database, now: datetime) -> None:
    local = datetime(2026, 11, 20, 9, 30, tzinfo=HANOI)
    async with database.writing() as session:
        row = id_of(await person(session, local))

    async with database.reading() as session:
        created = (await session.get_one(Person, row)).created_at

    assert created == local
    assert created.tzinfo is UTC
    async with database.reading() as session:
        later = await session.exec(select(Person).where(Person.created_at > local - timedelta(seconds=1)))
        assert len(later.all()) == 1


async def test_an_instant_without_a_time_zone_is_never_stored(session: AsyncSession) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        await person(session, datetime(2026, 11, 20, 9, 30))  # noqa: DTZ001 - the mistake is the point


async def test_a_row_cannot_point_at_nothing(session: AsyncSession) -> None:
    session.add(MemberSector(member_id=12345, sector=Sector.IT))

    with pytest.raises(IntegrityError):
        await session.flush()
    await session.rollback()


async def test_a_value_that_is_no_choice_is_refused_by_the_database(session: AsyncSession, now: datetime) -> None:
    row = id_of(await person(session, now))

    with pytest.raises(IntegrityError):
        await (await session.connection()).execute(
            text("UPDATE people SET staff_role = 'emperor' WHERE id = :row"), {"row": row}
        )
    await session.rollback()


async def test_a_telegram_id_belongs_to_one_person(session: AsyncSession, now: datetime) -> None:
    await person(session, now, telegram_id=2**40)

    with pytest.raises(IntegrityError):
        await person(session, now, telegram_id=2**40)
    await session.rollback()


async def test_a_business_has_one_answer_to_an_incident(session: AsyncSession, now: datetime) -> None:
    network = await found_network(session)
    incident = await network.declare()
    session.add(_answer(network, incident, Answer.READY, now))
    await session.flush()

    session.add(_answer(network, incident, Answer.CANNOT, now))
    with pytest.raises(IntegrityError):
        await session.flush()
    await session.rollback()


def _answer(network: Network, incident: Incident, answer: Answer, now: datetime) -> Response:
    return Response(
        incident_id=id_of(incident),
        member_id=id_of(network.telecom),
        person_id=id_of(network.an),
        answer=answer,
        answered_at=now,
    )


async def test_a_person_has_one_dialogue_under_way(session: AsyncSession, now: datetime) -> None:
    row = id_of(await person(session, now))
    for key in ("a", "b"):
        session.add(
            Draft(person_id=row, key=key, dialogue=Dialogue.OFFER, step="people", data={"code": "SC"}, updated_at=now)
        )

    with pytest.raises(IntegrityError):
        await session.flush()
    await session.rollback()


async def test_the_words_of_a_dialogue_come_back_as_they_were(database: Database, now: datetime) -> None:
    said = {"title": "Đứt cáp", "ids": [1, 2], "none": None}
    async with database.writing() as session:
        row = id_of(await person(session, now))
        session.add(Draft(person_id=row, key="k", dialogue=Dialogue.OFFER, step="people", data=said, updated_at=now))

    async with database.reading() as session:
        assert (await session.get_one(Draft, row)).data == said


async def test_a_capability_is_named_once(session: AsyncSession) -> None:
    for _ in range(2):
        session.add(Capability(name_vi="Xuồng máy", name_en="Motor boats"))

    with pytest.raises(IntegrityError):
        await session.flush()
    await session.rollback()


def test_a_row_that_was_not_stored_has_no_id() -> None:
    with pytest.raises(ValueError, match="not stored"):
        id_of(Capability(name_vi="Xuồng máy", name_en="Motor boats"))


async def test_an_error_of_the_database_names_no_values(database: Database, now: datetime) -> None:
    async with database.reading() as session:
        for _ in range(2):
            session.add(Person(telegram_id=1, name="Trần Thị Kín", language=Language.VIETNAMESE, created_at=now))
        with pytest.raises(IntegrityError) as caught:
            await session.flush()

    assert "Trần Thị Kín" not in str(caught.value)
