"""What is on record stays there for as long as people are told, and no longer."""

from datetime import datetime, timedelta

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.identity import id_of
from models.people import Consent
from services.audit import chain, retention
from services.ground import audit
from tests.services.cast import NOON, newcomer

YEARS = audit.KEPT
SECOND = timedelta(seconds=1)


async def sealed(session: AsyncSession, at: datetime) -> None:
    """Seal what was put on record so far."""
    await session.flush()
    await chain.seal_new(session, now=at + chain.SETTLED)


async def test_an_entry_is_kept_for_five_years_and_then_forgotten(session: AsyncSession) -> None:
    assert timedelta(days=5 * 365) < YEARS < timedelta(days=5 * 366)
    person = await newcomer(session, agrees=False)
    for at in (NOON, NOON + SECOND):
        audit.record(session, person=person, action="language", subject="person", subject_id=1, now=at)
        await sealed(session, at)

    await retention.forget_old(session, now=NOON + YEARS)
    assert len((await session.exec(select(AuditEntry))).all()) == 2
    await retention.forget_old(session, now=NOON + YEARS + SECOND)

    (left,) = (await session.exec(select(AuditEntry))).all()
    assert left.at == NOON + SECOND


async def test_the_proof_of_a_consent_goes_with_the_entry_that_says_it_was_withdrawn(session: AsyncSession) -> None:
    await newcomer(session, 1001)
    withdrew = await newcomer(session, 1002)
    consents = (await session.exec(select(Consent).where(Consent.person_id == withdrew.id))).all()
    for one in consents:
        one.withdrawn_at = NOON + SECOND
    audit.record(
        session,
        person=withdrew,
        action="consent-withdrawn",
        subject="person",
        subject_id=id_of(withdrew),
        now=NOON + SECOND,
    )
    await sealed(session, NOON + SECOND)

    await retention.forget_old(session, now=NOON + YEARS + SECOND)
    assert len((await session.exec(select(Consent))).all()) == 4
    await retention.forget_old(session, now=NOON + YEARS + 2 * SECOND)

    left = (await session.exec(select(Consent))).all()
    assert [one.person_id == withdrew.id for one in left] == [False, False]


async def test_what_is_left_after_the_oldest_are_forgotten_is_still_a_whole_chain(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    for number in range(4):
        audit.record(
            session, person=person, action="language", subject="person", subject_id=1, now=NOON + number * SECOND
        )
        await sealed(session, NOON + number * SECOND)

    await retention.forget_old(session, now=NOON + YEARS + 2 * SECOND)

    verdict = await chain.verify(session, now=NOON + YEARS + 2 * SECOND)
    assert (verdict.entries, verdict.broken) == (2, None)
