"""Who people are, what they may do, what they consented to, and the language they read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.channels import Channel, Reach
from models.drafts import OF_MEMBERS
from models.identity import id_of
from models.people import Consent, Language, Person, Purpose, Role
from services.ground import audit, drafts
from services.notation.spelling import tidy_line
from services.people import businesses, latecomers, reach

# The version of the consent text in the texts; it changes together with the words.
CONSENT_VERSION = "2026-12.2"
# For whoever has a name that nobody can see: an empty one means that a person withdrew, or never wrote.
NAMELESS = "—"
COORDINATORS = frozenset({Role.OWNER, Role.COORDINATOR, Role.DUTY_OFFICER})


@dataclass(frozen=True)
class Known:
    """A person who comes by Telegram; `lost` where they could not be written to there."""

    person: Person
    lost: Reach | None


# Made once: it is asked twice a second and after whatever happens.
STALE_MENUS = select(Person).where(Person.menu_wanted != Person.menu_shown).limit(bindparam("most"))
COORDINATING = select(Person).where(col(Person.staff_role).in_(COORDINATORS)).order_by(col(Person.id))
KNOWN = (
    select(Person, Reach)
    .outerjoin(Reach, (col(Reach.person_id) == col(Person.id)) & (col(Reach.channel) == Channel.TELEGRAM))
    .where(col(Person.telegram_id).in_(bindparam("telegram_ids", expanding=True)))
)


async def known(session: AsyncSession, *, telegram_ids: Collection[int]) -> dict[int, Known]:
    """Find those of whom anything is stored, by Telegram id."""
    found = await session.exec(KNOWN, params={"telegram_ids": list(telegram_ids)})
    return {person.telegram_id: Known(person, lost) for person, lost in found}


async def recognise(
    session: AsyncSession,
    *,
    telegram_id: int,
    name: str,
    language: Language,
    now: datetime,
    writes_to_us: bool = True,
) -> Person:
    """Find a person by Telegram id, or take them in as a stranger who reads `language`.

    The name is tidied: a mark of direction in it would turn the lines around it. `writes_to_us` is false for one who
    taps in a group: the private chat may be blocked all the same.
    """
    found = (await known(session, telegram_ids=[telegram_id])).get(telegram_id)
    if found is None:
        return await take_in(session, telegram_id=telegram_id, name=name, language=language, now=now)
    await hear(session, known=found, name=name, writes_to_us=writes_to_us, now=now)
    return found.person


async def take_in(session: AsyncSession, *, telegram_id: int, name: str, language: Language, now: datetime) -> Person:
    """Take in a stranger, of whom nothing is stored, who reads `language`."""
    seen = tidy_line(name)
    person = Person(telegram_id=telegram_id, name=seen or (NAMELESS if name else ""), language=language, created_at=now)
    session.add(person)
    await session.flush()
    return person


async def hear(session: AsyncSession, *, known: Known, name: str, writes_to_us: bool, now: datetime) -> None:
    """Keep the name that a person has now; whoever writes to the bot can be written to again."""
    # The settings know owners by their id alone.
    if not name:
        return
    person, seen = known.person, tidy_line(name)
    if seen != person.name:
        person.name = seen or person.name or NAMELESS
    if writes_to_us and known.lost is not None:
        await reach.regain(session, lost=known.lost)
        latecomers.expect(session, person_id=id_of(person), at=now)


async def appoint_owners(
    session: AsyncSession, *, telegram_ids: Sequence[int], language: Language, now: datetime
) -> None:
    """Make exactly these people owners, as the settings say; former owners lose the role."""
    owners = (await session.exec(select(Person).where(Person.staff_role == Role.OWNER))).all()
    for person in owners:
        if person.telegram_id not in telegram_ids:
            await assign_role(session, person=person, role=None, by=None, now=now)
    for telegram_id in telegram_ids:
        person = await recognise(session, telegram_id=telegram_id, name="", language=language, now=now)
        if person.staff_role is not Role.OWNER:
            await assign_role(session, person=person, role=Role.OWNER, by=None, now=now)


async def assign_role(
    session: AsyncSession, *, person: Person, role: Role | None, by: Person | None, now: datetime
) -> None:
    """Give a person a staff role, or take it away with None: what they began as a coordinator goes with the role."""
    before, person.staff_role = person.staff_role, role
    if before in COORDINATORS and role not in COORDINATORS:
        await drafts.drop(session, person=person, but=OF_MEMBERS)
    audit.record(
        session,
        person=by,
        action="role",
        subject="person",
        subject_id=id_of(person),
        now=now,
        before={"role": before},
        after={"role": role},
    )
    await refresh_menu(session, person=person)


async def was_staff(session: AsyncSession, *, person: Person) -> bool:
    """Tell whether a person had a role of the staff, and has none any more."""
    if person.staff_role is not None:
        return False
    return await audit.latest(session, subject="person", subject_id=id_of(person), actions=("role",)) is not None


async def roles(session: AsyncSession, *, person: Person) -> frozenset[Role]:
    """Tell what a person is now; someone who is nothing is a stranger."""
    return (await roles_of(session, people=[person]))[id_of(person)]


async def roles_of(session: AsyncSession, *, people: Collection[Person]) -> Mapping[int, frozenset[Role]]:
    """Tell what some people are now, by id; someone who is nothing is a stranger."""
    speaking = await businesses.speaking(session, people=[id_of(person) for person in people])
    held = {}
    for person in people:
        found = {person.staff_role} if person.staff_role else set()
        if person.id in speaking:
            found.add(Role.REPRESENTATIVE)
        held[id_of(person)] = frozenset(found or {Role.STRANGER})
    return held


async def speaks_for_anyone(session: AsyncSession, *, person: Person) -> bool:
    """Tell whether a person is an approved representative of an approved business."""
    return bool(await businesses.speaking(session, people=[id_of(person)]))


async def coordinators(session: AsyncSession) -> Sequence[Person]:
    """List those who coordinate: owners, coordinators and duty officers."""
    return (await session.exec(COORDINATING)).all()


async def coordinator_ids(session: AsyncSession) -> list[int]:
    """List the ids of those who coordinate, as a message to all of them wants them."""
    return [id_of(one) for one in await coordinators(session)]


async def observers(session: AsyncSession) -> Sequence[Person]:
    """List the people of partner agencies, who look on."""
    query = select(Person).where(Person.staff_role == Role.OBSERVER).order_by(col(Person.id))
    return (await session.exec(query)).all()


async def owners(session: AsyncSession) -> Sequence[Person]:
    """List the owners, who are told when something is wrong with the system itself."""
    return (await session.exec(select(Person).where(Person.staff_role == Role.OWNER))).all()


async def choose_language(session: AsyncSession, *, person: Person, language: Language, now: datetime) -> None:
    """Speak to a person in another language from now on."""
    before, person.language = person.language, language
    audit.record(
        session,
        person=person,
        action="language",
        subject="person",
        subject_id=person.id,
        now=now,
        before={"language": before},
        after={"language": language},
    )
    await refresh_menu(session, person=person)


def menu_for(held: frozenset[Role]) -> str:
    """Name the menu that belongs to the widest of the roles."""
    if Role.OWNER in held:
        return "owner"
    if held & COORDINATORS:
        return "coordinator"
    for role in (Role.REPRESENTATIVE, Role.OBSERVER):
        if role in held:
            return role.value
    return "stranger"


async def refresh_menu(session: AsyncSession, *, person: Person) -> None:
    """Say which command menu a person should see: by the widest role and the language."""
    held = await roles(session, person=person)
    person.menu_wanted = f"{menu_for(held)}:{person.language}"


async def consent(session: AsyncSession, *, person: Person, purpose: Purpose, now: datetime) -> Consent:
    """Keep that a person consented to the text in force; consenting again to the same text adds nothing."""
    found = await valid_consent(session, person=person, purpose=purpose)
    return found or take_consent(session, person=person, purpose=purpose, now=now)


def take_consent(session: AsyncSession, *, person: Person, purpose: Purpose, now: datetime) -> Consent:
    """Keep the consent of a person who has not given it yet."""
    given = Consent(person_id=id_of(person), purpose=purpose, text_version=CONSENT_VERSION, given_at=now)
    session.add(given)
    audit.record(
        session,
        person=person,
        action="consent",
        subject="person",
        subject_id=person.id,
        now=now,
        after={"purpose": purpose, "text_version": CONSENT_VERSION},
    )
    return given


async def valid_consent(session: AsyncSession, *, person: Person, purpose: Purpose) -> Consent | None:
    """Find a person's consent to the text in force, if given and not withdrawn."""
    query = select(Consent).where(
        Consent.person_id == id_of(person),
        Consent.purpose == purpose,
        Consent.text_version == CONSENT_VERSION,
        col(Consent.withdrawn_at).is_(None),
    )
    return (await session.exec(query)).first()


async def withdraw(session: AsyncSession, *, person: Person, purpose: Purpose, now: datetime) -> None:
    """Keep that a person's consents to one purpose are withdrawn, to whichever text they were given."""
    query = select(Consent).where(
        Consent.person_id == id_of(person), Consent.purpose == purpose, col(Consent.withdrawn_at).is_(None)
    )
    for given in (await session.exec(query)).all():
        given.withdrawn_at = now
        audit.record(
            session,
            person=person,
            action="consent-withdrawn",
            subject="person",
            subject_id=person.id,
            now=now,
            after={"purpose": purpose, "text_version": given.text_version},
        )


async def with_stale_menu(session: AsyncSession, *, limit: int) -> Sequence[Person]:
    """List people whose command menu is not the one that they should see."""
    return (await session.exec(STALE_MENUS, params={"most": limit})).all()


async def menu_was_shown(session: AsyncSession, *, person_id: int, menu: str) -> None:
    """Keep which menu Telegram was told of last."""
    person = await session.get(Person, person_id)
    if person is not None:
        person.menu_shown = menu
