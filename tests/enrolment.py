"""People and businesses that are in the network when a story begins."""

from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus, Sector
from models.people import Language, Purpose, Role
from services.members import entries
from services.notation.spelling import search_key
from services.people import accounts, businesses
from tests.story import Story

HOAN_KIEM = "00070"
BA_VI = "09700"


async def enrol(
    story: Story,
    telegram_id: int,
    name: str,
    business: str,
    *,
    sectors: tuple[Sector, ...] = (Sector.TELECOM,),
    commune_code: str = HOAN_KIEM,
    capabilities: dict[int, int] | None = None,
    contact: ContactKind = ContactKind.PRIMARY,
) -> None:
    """Let a person speak for an approved business, which is made if nobody spoke for it before."""
    story.person(telegram_id, name)
    async with story.database.writing() as session:
        person = await accounts.recognise(
            session, telegram_id=telegram_id, name=name, language=Language.VIETNAMESE, now=story.clock.now()
        )
        for purpose in Purpose:
            await accounts.consent(session, person=person, purpose=purpose, now=story.clock.now())
        tax_code = _made_up_tax_code(business)
        member = await businesses.by_tax_code(session, tax_code=tax_code)
        if member is None:
            member = Member(
                tax_code=tax_code,
                name=business,
                status=MemberStatus.APPROVED,
                commune_code=commune_code,
                registered_at=story.clock.now(),
                approved_at=story.clock.now(),
            )
            session.add(member)
            await session.flush()
            await businesses.describe(session, member=member, sectors=sectors, capabilities=capabilities or {})
        await businesses.name_representative(
            session,
            member=member,
            person=person,
            name=name,
            title="Giám đốc",
            phone="+84900000001",
            contact=contact,
            status=RepresentativeStatus.APPROVED,
        )
        await entries.refresh(session, member_ids=[id_of(member)])
        await accounts.refresh_menu(session, person=person)
        assert id_of(person)


async def appoint(
    story: Story, telegram_id: int, name: str, *, language_code: str = "vi", role: Role = Role.COORDINATOR
) -> None:
    """Appoint a coordinator, or to another role of the staff."""
    story.person(telegram_id, name, language_code=language_code)
    async with story.database.writing() as session:
        person = await accounts.recognise(
            session, telegram_id=telegram_id, name=name, language=Language(language_code), now=story.clock.now()
        )
        await accounts.assign_role(session, person=person, role=role, by=None, now=story.clock.now())


def _made_up_tax_code(business: str) -> str:
    """Give the same ten digits for the same name; nobody checks their last digit here."""
    return f"{sum(ord(letter) * place for place, letter in enumerate(search_key(business), 7)):010}"
