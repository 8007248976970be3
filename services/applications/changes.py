"""Changes of a business's name, sectors or tax code, which coordinators approve before they are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.identity import id_of
from models.members import Member, MemberSector, Sector
from models.people import Person
from services.applications import requests
from services.applications.requests import OPEN
from services.ground.refusals import Refusal
from services.members import renaming, representatives
from services.people import businesses

NAME, TAX_CODE, SECTORS = "name", "tax_code", "sectors"
REPLACED = "change-replaced"


class TaxCodeOfAnother(Refusal):
    """The tax code belongs to another business of the network; `name` is its name."""


@dataclass(frozen=True)
class Identity:
    """What others know a business by, and what it does not change by itself."""

    name: str
    tax_code: str
    sectors: tuple[Sector, ...]

    def differs(self, other: "Identity") -> tuple[str, ...]:
        """List the fields in which another one differs."""
        return tuple(field for field, value in self.write().items() if other.write()[field] != value)

    def write(self) -> dict[str, Any]:
        """Write the fields down, sectors in their order."""
        return {
            NAME: self.name,
            TAX_CODE: self.tax_code,
            SECTORS: [sector.value for sector in Sector if sector in self.sectors],
        }

    def with_fields(self, fields: Mapping[str, Any]) -> "Identity":
        """Take over written fields."""
        return Identity(
            name=fields.get(NAME, self.name),
            tax_code=fields.get(TAX_CODE, self.tax_code),
            sectors=tuple(Sector(sector) for sector in fields.get(SECTORS, self.sectors)),
        )


async def identity(session: AsyncSession, *, member: Member) -> Identity:
    """Tell what a business is known by now."""
    rows = await session.exec(select(MemberSector.sector).where(MemberSector.member_id == member.id))
    held = set(rows.all())
    return Identity(
        name=member.name, tax_code=member.tax_code, sectors=tuple(sector for sector in Sector if sector in held)
    )


async def under_way(session: AsyncSession, *, member_id: int) -> Application | None:
    """Find the change of a business that waits for a decision, or for an answer to a question."""
    query = select(Application).where(
        Application.kind == ApplicationKind.CHANGE,
        Application.member_id == member_id,
        col(Application.status).in_(OPEN),
    )
    return (await session.exec(query)).first()


def wished(now_known: Identity, application: Application | None) -> Identity:
    """Give a business's name, tax code and sectors as they would be after a change, or as they are without one."""
    if application is None:
        return now_known
    return now_known.with_fields((application.proposed or {}).get("after", {}))


async def check_tax_code(session: AsyncSession, *, member_id: int, tax_code: str) -> str:
    """Give a tax code back that a business may have; raises TaxCodeOfAnother."""
    found = await businesses.by_tax_code(session, tax_code=tax_code)
    if found is not None and found.id != member_id:
        raise TaxCodeOfAnother(name=found.name)
    return tax_code


async def propose(
    session: AsyncSession, *, member: Member, wish: Identity, person: Person, now: datetime
) -> Application | None:
    """Put a change before the coordinators, in the place of an older one; None where nothing is to be changed.

    One that was sent back with a question is handed in again; one that waits is withdrawn, so that nobody approves
    what they have not seen, and whoever wished for it is told. Raises TaxCodeOfAnother.
    """
    now_known = await identity(session, member=member)
    await check_tax_code(session, member_id=id_of(member), tax_code=wish.tax_code)
    before = await under_way(session, member_id=id_of(member))
    if before is not None and wished(now_known, before) == wish and before.status is ApplicationStatus.SUBMITTED:
        return before
    if before is not None and (before.status is ApplicationStatus.SUBMITTED or wish == now_known):
        await _withdraw(session, before, person=person, now=now)
        before = None
    if wish == now_known:
        return None
    application = before or Application(
        kind=ApplicationKind.CHANGE,
        member_id=id_of(member),
        person_id=id_of(person),
        status=ApplicationStatus.SUBMITTED,
        submitted_at=now,
    )
    application.person_id = id_of(person)
    application.proposed = _written(now_known, wish)
    return await requests.hand_in(session, application=application, person=person, now=now)


def _written(before: Identity, after: Identity) -> dict[str, Any]:
    fields = before.differs(after)
    old, new = before.write(), after.write()
    return {"before": {field: old[field] for field in fields}, "after": {field: new[field] for field in fields}}


async def _withdraw(session: AsyncSession, application: Application, *, person: Person, now: datetime) -> None:
    await requests.withdraw(session, application=application, person=person, now=now)
    if application.person_id != person.id:
        await representatives.tell(
            session, what=REPLACED, member_id=application.member_id, people=[application.person_id], now=now
        )


async def sides(session: AsyncSession, *, application: Application, member: Member) -> tuple[Identity, Identity] | None:
    """Give a business's data before and after a change, also of a change that was decided."""
    if application.kind is not ApplicationKind.CHANGE:
        return None
    now_known = await identity(session, member=member)
    if application.status in OPEN:
        return now_known, wished(now_known, application)
    proposed = application.proposed or {}
    before = now_known.with_fields(proposed.get("before", {}))
    return before, before.with_fields(proposed.get("after", {}))


async def make(session: AsyncSession, *, application: Application) -> None:
    """Make an approved change; raises TaxCodeOfAnother."""
    member = await businesses.by_id(session, member_id=application.member_id)
    before = await identity(session, member=member)
    after = wished(before, application)
    await check_tax_code(session, member_id=id_of(member), tax_code=after.tax_code)
    application.proposed = _written(before, after)
    renaming.rename(member, name=after.name)
    member.tax_code = after.tax_code
    await session.exec(delete(MemberSector).where(col(MemberSector.member_id) == id_of(member)))
    session.add_all(MemberSector(member_id=id_of(member), sector=sector) for sector in after.sectors)
    await session.flush()
