"""Whatever is changed, added or removed on record after it was sealed shows."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlmodel import SQLModel, col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import FIRST_SEAL_VERSION, AuditEntry, AuditMark, AuditSeal
from models.identity import id_of
from services.audit import chain, retention
from services.ground import audit
from tests.network import found_network
from tests.services.cast import NOON, newcomer
from tests.services.reviewing import END, ended

SECOND = timedelta(seconds=1)
LATER = NOON + timedelta(minutes=10)


async def put_on_record(session: AsyncSession, count: int) -> None:
    """Put so many entries on record, ten seconds apart, each under a seal of its own."""
    person = await newcomer(session, agrees=False)
    for number in range(count):
        at = NOON + 10 * number * SECOND
        audit.record(
            session, person=person, action="language", subject="person", subject_id=number, now=at, after={"to": "en"}
        )
        await session.flush()
        await chain.seal_new(session, now=at + chain.SETTLED)
        await session.flush()


async def test_an_untouched_record_is_whole_and_its_newest_hash_is_the_last_seal(session: AsyncSession) -> None:
    await put_on_record(session, 3)

    verdict = await chain.verify(session, now=LATER)

    assert (verdict.entries, verdict.broken) == (3, None)
    newest = (await session.exec(select(AuditSeal).order_by(col(AuditSeal.id).desc()))).first()
    assert newest is not None
    assert verdict.head == newest.digest


def hash_of(*written: str) -> str:
    return hashlib.sha256("".join((chain.BEGINNING, *written)).encode()).hexdigest()


async def written(session: AsyncSession) -> str:
    """Write the one entry as the hash takes it."""
    entry = (await session.exec(select(AuditEntry))).one()
    return f'[{entry.id},"{NOON.isoformat()}",{entry.person_id},"language","person",0,null,{{"to":"en"}}]'


async def test_the_hash_is_that_of_the_seal_and_its_words_after_the_hash_before(session: AsyncSession) -> None:
    await put_on_record(session, 1)
    at = (NOON + chain.SETTLED).isoformat()

    head = (await chain.verify(session, now=LATER)).head

    assert head == hash_of(f'[2,1,1,1,"{at}","{at}"]', await written(session))


async def test_a_seal_of_the_first_version_is_over_its_entries_alone_and_stays_valid(session: AsyncSession) -> None:
    await put_on_record(session, 1)
    older = hash_of(await written(session))
    (seal,), (mark,) = (await session.exec(select(AuditSeal))).all(), (await session.exec(select(AuditMark))).all()
    seal.version, seal.digest, mark.digest = FIRST_SEAL_VERSION, older, older
    audit.record(session, person=None, action="language", subject="person", subject_id=1, now=NOON + 20 * SECOND)
    await session.flush()
    await chain.seal_new(session, now=NOON + 30 * SECOND)
    await session.flush()

    verdict = await chain.verify(session, now=LATER)

    assert (verdict.entries, verdict.broken) == (2, None)


@pytest.mark.parametrize(
    "change",
    [
        update(AuditEntry).where(col(AuditEntry.subject_id) == 1).values(action="approved"),
        update(AuditEntry).where(col(AuditEntry.subject_id) == 1).values(after={"to": "vi"}),
        update(AuditEntry).where(col(AuditEntry.subject_id) == 1).values(at=NOON),
        update(AuditEntry).where(col(AuditEntry.subject_id) == 1).values(person_id=None),
        delete(AuditEntry).where(col(AuditEntry.subject_id) == 1),
        delete(AuditSeal).where(col(AuditSeal.last_id) == 2),
        update(AuditSeal).where(col(AuditSeal.last_id) == 2).values(digest="0" * 64),
        update(AuditSeal).where(col(AuditSeal.last_id) == 2).values(clock_at=NOON),
        update(AuditSeal).where(col(AuditSeal.last_id) == 2).values(clock_at=None),
        update(AuditSeal).where(col(AuditSeal.last_id) == 2).values(version=FIRST_SEAL_VERSION),
    ],
    ids=[
        "action",
        "values",
        "moment",
        "person",
        "entry removed",
        "seal removed",
        "seal changed",
        "clock",
        "no clock",
        "version",
    ],
)
async def test_a_change_to_what_is_sealed_shows(session: AsyncSession, change: object) -> None:
    await put_on_record(session, 4)

    await session.exec(change.execution_options(synchronize_session=False))  # type: ignore[attr-defined]
    session.expire_all()

    verdict = await chain.verify(session, now=LATER)
    assert verdict.broken is not None
    assert verdict.entries == 1


async def test_an_entry_that_is_put_between_sealed_ones_shows(session: AsyncSession) -> None:
    await put_on_record(session, 2)
    entries = (await session.exec(select(AuditEntry).order_by(col(AuditEntry.id)))).all()
    await session.exec(
        update(AuditEntry)
        .where(col(AuditEntry.id) == id_of(entries[1]))
        .values(id=id_of(entries[1]) + 5)
        .execution_options(synchronize_session=False)
    )
    session.expire_all()

    assert (await chain.verify(session, now=LATER)).broken is not None


async def test_what_was_made_a_moment_ago_waits_for_what_is_under_way_beside_it(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    audit.record(session, person=person, action="language", subject="person", subject_id=1, now=NOON)
    await session.flush()

    await chain.seal_new(session, now=NOON + chain.SETTLED - SECOND)
    assert await audit.last_seal(session) is None
    await chain.seal_new(session, now=NOON + chain.SETTLED)

    assert await audit.last_seal(session) is not None


async def test_a_clock_that_is_set_back_holds_no_seal_up(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    audit.record(session, person=person, action="language", subject="person", subject_id=1, now=NOON)
    await session.flush()

    await chain.seal_new(session, now=NOON - timedelta(hours=1))

    assert await audit.last_seal(session) is not None


async def test_an_entry_that_is_put_before_the_first_shows(session: AsyncSession) -> None:
    await put_on_record(session, 2)
    session.add(AuditEntry(id=0, at=NOON, action="language", subject="person", subject_id=9))
    await session.flush()

    assert (await chain.verify(session, now=LATER)).broken is not None


async def test_the_oldest_seal_that_goes_with_its_entries_shows(session: AsyncSession) -> None:
    await put_on_record(session, 3)
    first = (await session.exec(select(AuditSeal).order_by(col(AuditSeal.id)))).first()
    assert first is not None
    last_id = first.last_id
    await session.exec(delete(AuditEntry).where(col(AuditEntry.id) <= last_id))
    await session.exec(delete(AuditSeal).where(col(AuditSeal.last_id) <= last_id))

    assert (await chain.verify(session, now=LATER)).broken is not None


async def test_entries_of_which_all_seals_are_gone_show(session: AsyncSession) -> None:
    await put_on_record(session, 3)
    await session.exec(delete(AuditSeal).where(col(AuditSeal.id) > 0))

    assert (await chain.verify(session, now=LATER)).broken is not None


@pytest.mark.parametrize("moved", [-timedelta(hours=1), timedelta(hours=1)], ids=["earlier", "later"])
async def test_a_seal_whose_moment_was_changed_shows(session: AsyncSession, moved: timedelta) -> None:
    await put_on_record(session, 3)
    seal = (await session.exec(select(AuditSeal).order_by(col(AuditSeal.id)).offset(1))).first()
    assert seal is not None
    seal.sealed_at += moved
    await session.flush()

    assert (await chain.verify(session, now=LATER)).broken is not None


@pytest.mark.parametrize("is_sealed", [False, True])
async def test_an_entry_that_is_backdated_shows_before_and_after_it_is_sealed(
    session: AsyncSession, is_sealed: bool
) -> None:
    await put_on_record(session, 3)
    session.add(AuditEntry(at=NOON - timedelta(days=3), action="language", subject="person", subject_id=9))
    await session.flush()
    if is_sealed:
        await chain.seal_new(session, now=LATER)
        await session.flush()

    assert (await chain.verify(session, now=LATER)).broken is not None


async def test_what_waits_for_its_first_seal_is_no_break(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    audit.record(session, person=person, action="language", subject="person", subject_id=1, now=NOON)
    audit.record(session, person=None, action="language", subject="person", subject_id=1, now=NOON - SECOND)
    await session.flush()

    assert (await chain.verify(session, now=NOON + SECOND)).broken is None


async def test_a_clock_that_is_set_back_breaks_nothing(session: AsyncSession) -> None:
    await put_on_record(session, 2)
    at = NOON - timedelta(minutes=30)
    audit.record(session, person=None, action="language", subject="person", subject_id=1, now=at)
    await session.flush()
    await chain.seal_new(session, now=at + chain.SETTLED)
    await session.flush()

    verdict = await chain.verify(session, now=at + chain.SETTLED)
    assert (verdict.entries, verdict.broken) == (3, None)


@pytest.mark.parametrize("ahead", [timedelta(hours=30), timedelta(days=400)], ids=["a day", "a year"])
async def test_a_clock_that_was_far_ahead_and_is_set_right_breaks_nothing(
    session: AsyncSession, ahead: timedelta
) -> None:
    await put_on_record(session, 1)
    for at in (NOON + ahead, LATER, LATER + timedelta(minutes=1)):
        audit.record(session, person=None, action="language", subject="person", subject_id=1, now=at)
        await session.flush()
        assert (await chain.verify(session, now=at)).broken is None
        await chain.seal_new(session, now=at + chain.SETTLED)
        await session.flush()

    verdict = await chain.verify(session, now=LATER + timedelta(days=30))
    assert (verdict.entries, verdict.broken) == (4, None)


GONE = {
    "entries": (AuditEntry,),
    "seals": (AuditSeal,),
    "entries and seals": (AuditEntry, AuditSeal),
}


async def one_more(session: AsyncSession, *, at: datetime) -> None:
    """Put one more entry on record and seal it."""
    audit.record(session, person=None, action="language", subject="person", subject_id=1, now=at)
    await session.flush()
    await chain.seal_new(session, now=at + chain.SETTLED)
    await session.flush()


@pytest.mark.parametrize("tables", GONE.values(), ids=GONE)
@pytest.mark.parametrize("later", [0, 1, 5])
async def test_a_record_that_was_emptied_shows_also_after_later_entries(
    session: AsyncSession, tables: Sequence[type[SQLModel]], later: int
) -> None:
    await put_on_record(session, 3)
    for table in tables:
        await session.exec(delete(table))
    for number in range(later):
        await one_more(session, at=LATER + number * timedelta(minutes=1))

    assert (await chain.verify(session, now=LATER + timedelta(hours=1))).broken is not None


async def test_what_is_emptied_and_tidied_up_afterwards_shows_all_the_same(session: AsyncSession) -> None:
    await put_on_record(session, 3)
    await session.exec(delete(AuditEntry))

    await retention.forget_old(session, now=LATER)

    verdict = await chain.verify(session, now=LATER)
    assert verdict.broken is not None
    assert len((await session.exec(select(AuditSeal))).all()) == 3


@pytest.mark.parametrize("later", [0, 2])
async def test_a_record_that_is_cut_at_its_newest_end_shows(session: AsyncSession, later: int) -> None:
    await put_on_record(session, 4)
    await session.exec(delete(AuditEntry).where(col(AuditEntry.id) > 2))
    await session.exec(delete(AuditSeal).where(col(AuditSeal.last_id) > 2))
    for number in range(later):
        await one_more(session, at=LATER + number * timedelta(minutes=1))

    broken = (await chain.verify(session, now=LATER + timedelta(hours=1))).broken

    assert broken is not None
    assert later or (broken.breach, broken.last_id) == (chain.Breach.CUT, 4)


async def test_a_mark_that_is_gone_while_there_are_seals_shows(session: AsyncSession) -> None:
    await put_on_record(session, 2)
    await session.exec(delete(AuditMark))
    await one_more(session, at=LATER)

    assert (await chain.verify(session, now=LATER + timedelta(hours=1))).broken is not None


async def test_a_mark_that_is_gone_with_all_of_the_record_shows_by_its_incidents(session: AsyncSession) -> None:
    network = await found_network(session)
    await ended(network, ready=[network.an])
    for table in (AuditSeal, AuditEntry, AuditMark):
        await session.exec(delete(table))
    await one_more(session, at=END + timedelta(hours=1))

    broken = (await chain.verify(session, now=END + timedelta(days=1))).broken
    assert broken is not None
    assert broken.breach is chain.Breach.UNTOLD
    # By then it was let go.
    assert (await chain.verify(session, now=END + timedelta(days=4000))).broken is None


async def test_a_record_of_which_all_was_let_go_begins_anew_and_is_whole(session: AsyncSession) -> None:
    await put_on_record(session, 2)
    at = NOON + audit.KEPT + timedelta(days=2)
    await retention.forget_old(session, now=at)
    assert not (await session.exec(select(AuditEntry))).all()

    await one_more(session, at=at)

    verdict = await chain.verify(session, now=at + timedelta(hours=1))
    assert (verdict.entries, verdict.broken) == (1, None)


async def test_a_seal_that_somebody_kept_is_found_by_how_its_hash_begins(session: AsyncSession) -> None:
    await put_on_record(session, 2)
    kept = await audit.last_seal(session)
    assert kept is not None
    await one_more(session, at=LATER)

    assert await chain.stands(session, beginning=kept.digest[: audit.SHORT_HASH]) == kept
    await session.exec(delete(AuditSeal).where(col(AuditSeal.last_id) >= kept.last_id))
    assert await chain.stands(session, beginning=kept.digest[: audit.SHORT_HASH]) is None


async def test_a_record_that_is_gone_though_there_are_incidents_shows(session: AsyncSession) -> None:
    network = await found_network(session)
    await ended(network, ready=[network.an])
    await session.exec(delete(AuditSeal))
    await session.exec(delete(AuditEntry))

    assert (await chain.verify(session, now=END + timedelta(days=1))).broken is not None
    # By then it was let go.
    assert (await chain.verify(session, now=END + timedelta(days=4000))).broken is None


async def test_a_seal_that_somebody_kept_is_found_with_the_dots_and_blanks_of_where_it_was_copied(
    session: AsyncSession,
) -> None:
    await put_on_record(session, 1)
    kept = await audit.last_seal(session)
    assert kept is not None

    assert await chain.stands(session, beginning=f" {kept.digest[: audit.SHORT_HASH].upper()}… ") == kept
    assert await chain.stands(session, beginning=" … ") is None


async def test_a_seal_whose_row_was_moved_shows_and_the_next_one_stands_after_the_furthest(
    session: AsyncSession,
) -> None:
    await put_on_record(session, 3)
    moved = update(AuditSeal).where(col(AuditSeal.last_id) == 1).values(id=1001)
    await session.exec(moved.execution_options(synchronize_session=False))
    session.expire_all()

    await one_more(session, at=LATER)

    newest = await audit.last_seal(session)
    assert newest is not None
    assert newest.last_id == 4
    broken = (await chain.verify(session, now=LATER + timedelta(hours=1))).broken
    assert broken is not None
    assert broken.last_id == 2
