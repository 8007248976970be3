"""Drafts: one dialogue a person, whose buttons are told from those of older ones."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel.ext.asyncio.session import AsyncSession

from models.database import Database
from models.drafts import Dialogue, Draft
from models.people import Person
from services.ground import drafts
from services.ground.drafts import DraftGone
from services.ground.forms import DraftForm
from tests.services.cast import LATER, NOON, newcomer


@dataclass(frozen=True)
class Said(DraftForm):
    """What is said in these dialogues."""

    a: int
    b: str = ""


async def begun(session: AsyncSession, person: Person, dialogue: Dialogue = Dialogue.REGISTRATION) -> Draft:
    return await drafts.begin(session, person=person, dialogue=dialogue, step="name", data=Said(1).write(), now=NOON)


async def test_a_person_has_one_dialogue_and_the_newest_counts(session: AsyncSession) -> None:
    person = await newcomer(session)
    old = await begun(session, person)
    new = await begun(session, person, Dialogue.DECISION)

    assert await drafts.current(session, person=person) is new
    with pytest.raises(DraftGone):
        await drafts.tapped(session, person=person, key=old.key)
    assert await drafts.tapped(session, person=person, key=new.key) is new


async def test_a_button_of_somebody_else_leads_nowhere(session: AsyncSession) -> None:
    draft = await begun(session, await newcomer(session, 1001))
    stranger = await newcomer(session, 1002)
    await begun(session, stranger)
    with pytest.raises(DraftGone):
        await drafts.tapped(session, person=stranger, key=draft.key)


async def test_what_was_said_is_there_after_a_restart(database: Database) -> None:
    async with database.writing() as session:
        person = await newcomer(session)
        draft = await begun(session, person)
        drafts.go(draft, step="title", now=LATER, form=Said(1, "Giám đốc"))
    async with database.writing() as session:
        found = await drafts.current(session, person=person)
    assert found is not None
    assert (found.step, found.data, found.updated_at) == ("title", {"a": 1, "b": "Giám đốc"}, LATER)


async def test_a_dropped_dialogue_is_gone_with_all_that_was_said(session: AsyncSession) -> None:
    person = await newcomer(session)
    await begun(session, person)
    assert await drafts.discard(session, person=person)
    assert await drafts.current(session, person=person) is None
    assert not await drafts.discard(session, person=person)


async def test_a_key_fits_a_button_and_holds_no_colon(session: AsyncSession) -> None:
    draft = await begun(session, await newcomer(session))
    assert len(draft.key) == 8
    assert ":" not in draft.key


async def test_a_dialogue_that_nobody_went_on_with_is_forgotten_after_a_month(session: AsyncSession) -> None:
    person = await newcomer(session)
    await begun(session, person)

    await drafts.forget_old(session, now=NOON + timedelta(days=29))
    assert await drafts.current(session, person=person) is not None
    await drafts.forget_old(session, now=NOON + timedelta(days=31))
    assert await drafts.current(session, person=person) is None


async def test_that_there_is_no_dialogue_is_asked_once_and_known_anew_after_a_savepoint(database: Database) -> None:
    asked: list[str] = []

    def hear(_c: object, _cursor: object, statement: str, *_: object) -> None:
        asked.extend([statement] if "FROM drafts" in statement else [])

    async with database.writing() as session:
        person = await newcomer(session)
        event.listen(database.writer.sync_engine, "before_cursor_execute", hear)
        try:
            assert [await drafts.current(session, person=person) for _ in range(3)] == [None] * 3
        finally:
            event.remove(database.writer.sync_engine, "before_cursor_execute", hear)
        assert len(asked) == 1
        key = (await begun(session, person)).key
        undone = await session.begin_nested()
        await drafts.discard(session, person=person)
        assert await drafts.current(session, person=person) is None
        await undone.rollback()

        found = await drafts.current(session, person=person)
        assert found is not None
        assert found.key == key
        await drafts.discard(session, person=person)
        assert await drafts.current(session, person=person) is None
        undone = await session.begin_nested()
        await begun(session, person)
        await undone.rollback()
        assert await drafts.current(session, person=person) is None
