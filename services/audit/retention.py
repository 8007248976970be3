"""For how long the record is kept: as long as people are told that it is, and no longer."""

from datetime import datetime

from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.people import Consent
from services.audit import chain
from services.ground.audit import KEPT


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Delete what has been on record for long enough, and the proofs of consents that were withdrawn as long ago.

    An entry goes with its seal, once all that the seal covers is old enough.
    """
    before = now - KEPT
    last_id = await chain.let_go(session, before=before)
    forgotten = await session.exec(delete(AuditEntry).where(col(AuditEntry.id) <= last_id))
    # A withdrawal is on record from the same instant: without an old entry there is no old proof to look for.
    if forgotten.rowcount:
        await session.exec(delete(Consent).where(col(Consent.withdrawn_at) < before))
