"""Registration: what may stand in the form that a newcomer fills in, and how it is handed in."""

import re
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.capabilities import Unit
from models.identity import id_of
from models.invitations import Invitation
from models.members import ContactKind, Member
from models.people import Person
from services.applications import changes, decisions, requests
from services.applications.form import Form
from services.ground.refusals import Refusal
from services.notation import counts
from services.notation.numbers import in_digits
from services.notation.spelling import tidy_line, without_marks
from services.people import businesses, invitations
from services.places import choosing
from services.places.choosing import Offer

BUSINESS_NAME_LENGTH = 150
PERSON_NAME_LENGTH = 60
JOB_TITLE_LENGTH = 60
SHORTEST = 2
LARGEST_HEADCOUNT = 999
COMMUNES_OFFERED = 8
ECHOED = 40

# "30p" and "7h" are no numbers of anything that is sent.
_HEADCOUNT = re.compile(r"[^\d+\-.,]*\+?(\d{1,6})(?!\d| ?(?:h|g|gio|p|ph|phut|tieng|%)(?!\w))[^\d\-.,]*")


class BusinessNameUnfit(Refusal):
    """The name of a business has no letters, or not from `shortest` to `longest` characters; it has `length`."""


class PersonNameUnfit(Refusal):
    """A person's name has digits or no letters, or not from `shortest` to `longest` characters; it has `length`."""


class JobTitleUnfit(Refusal):
    """A title has no letters, or not from `shortest` to `longest` characters; it has `length`."""


class HeadcountUnclear(Refusal):
    """The text is no whole number from 1 to `largest`."""

    says_back = True


class PeopleUnclear(Refusal):
    """The text, `text`, says no number of people from 1 to `largest`, but one of something else."""


class NoSuchCommune(Refusal):
    """No commune of the office's province is written like `text`."""


class ForeignContact(Refusal):
    """The shared contact card is somebody else's."""


def read_business_name(text: str) -> str:
    """Read the name of a business; raises BusinessNameUnfit."""
    name = tidy_line(text)
    if not _fits(name, BUSINESS_NAME_LENGTH):
        raise BusinessNameUnfit(shortest=SHORTEST, longest=BUSINESS_NAME_LENGTH, length=len(name))
    return name


def read_person_name(text: str) -> str:
    """Read a person's name; raises PersonNameUnfit."""
    name = tidy_line(text)
    if not _fits(name, PERSON_NAME_LENGTH) or any(character.isdigit() for character in name):
        raise PersonNameUnfit(shortest=SHORTEST, longest=PERSON_NAME_LENGTH, length=len(name))
    return name


def read_job_title(text: str) -> str:
    """Read what a person is in the business; raises JobTitleUnfit."""
    title = tidy_line(text)
    if not _fits(title, JOB_TITLE_LENGTH):
        raise JobTitleUnfit(shortest=SHORTEST, longest=JOB_TITLE_LENGTH, length=len(title))
    return title


def _fits(text: str, longest: int) -> bool:
    return SHORTEST <= len(text) <= longest and any(character.isalpha() for character in text)


def read_headcount(text: str, *, largest: int = LARGEST_HEADCOUNT) -> int:
    """Read how many of something there are, such as "5", "5 người" or "mười lăm máy"; raises HeadcountUnclear."""
    found = _HEADCOUNT.fullmatch(without_marks(in_digits(text)))
    if found is None or not 1 <= int(found[1]) <= largest:
        raise HeadcountUnclear(largest=largest)
    return int(found[1])


def read_people(text: str, *, largest: int) -> int:
    """Read how many people come: a bare number, or one that people are counted in, as in "2 đội 8 người".

    Raises HeadcountUnclear, or PeopleUnclear for a number of something else.
    """
    people = counts.read_count(tidy_line(text), unit=Unit.PEOPLE)
    if people is None and any(map(str.isdecimal, in_digits(text))):
        raise PeopleUnclear(text=_echo(text), largest=largest)
    if people is None or not 1 <= people <= largest:
        raise HeadcountUnclear(largest=largest)
    return people


def offer_communes(text: str, *, province_code: str) -> Offer:
    """Offer the communes of the office's province that the text may mean; raises NoSuchCommune."""
    offer = choosing.offered(text, province_code=province_code, limit=COMMUNES_OFFERED)
    if not offer.communes:
        raise no_such_commune(text)
    return offer


def no_such_commune(text: str) -> NoSuchCommune:
    """Make the refusal of a text that means no commune of the province."""
    return NoSuchCommune(text=_echo(text))


def _echo(text: str) -> str:
    line = tidy_line(text)
    return line if len(line) <= ECHOED else f"{line[:ECHOED]}…"


async def with_tax_code(session: AsyncSession, *, person: Person, form: Form, tax_code: str) -> Form:
    """Take over a tax code: of a new business, of a known one to join, or of the person's own sent-back application.

    Raises AlreadyRepresentative, AlreadyApplied, MemberNotJoinable or TaxCodeTaken; while data are edited,
    TaxCodeOfAnother.
    """
    if form.editing is not None:
        checked = await changes.check_tax_code(session, member_id=form.editing, tax_code=tax_code)
        return replace(form, tax_code=checked)
    member = await _of_tax_code(session, tax_code=tax_code)
    if form.application_id is not None:
        return await _with_corrected_tax_code(session, form=form, tax_code=tax_code, known=member)
    if member is None:
        return replace(form, tax_code=tax_code, member_id=None, joining=False)
    await requests.check_applicant(session, person=person, member=member)
    sent_back = await requests.sent_back(session, person=person, member=member)
    if sent_back is not None:
        return await filled_in(session, application=sent_back)
    if member.status in requests.OUTSIDE:
        return replace(form, tax_code=tax_code, member_id=None, joining=False)
    return replace(form, tax_code=member.tax_code, member_id=id_of(member), joining=False)


async def _of_tax_code(session: AsyncSession, *, tax_code: str) -> Member | None:
    """Find the business of a tax code. For a merged business, give the one into which it was merged."""
    member = await businesses.by_tax_code(session, tax_code=tax_code)
    while member is not None and member.merged_into_id is not None:
        member = await businesses.by_id(session, member_id=member.merged_into_id)
    return member


async def invited(session: AsyncSession, *, person: Person, invitation: Invitation) -> Form:
    """Begin a form with what a link says: which business a person is to speak for, and as which contact.

    Raises AlreadyRepresentative, AlreadyApplied or MemberNotJoinable.
    """
    member = await businesses.by_id(session, member_id=invitation.member_id or 0)
    if member.status in requests.OUTSIDE:
        raise requests.MemberNotJoinable(name=member.name)
    await requests.check_applicant(session, person=person, member=member)
    return Form(
        tax_code=member.tax_code,
        member_id=id_of(member),
        joining=True,
        contact=invitation.contact or ContactKind.BACKUP,
        invitation_id=id_of(invitation),
    )


async def _with_corrected_tax_code(session: AsyncSession, *, form: Form, tax_code: str, known: Member | None) -> Form:
    application = await requests.by_id(session, application_id=form.application_id or 0)
    if known is not None and id_of(known) != application.member_id:
        raise requests.TaxCodeTaken(name=known.name)
    return replace(form, tax_code=tax_code)


async def filled_in(session: AsyncSession, *, application: Application) -> Form:
    """Fill a form in with what was submitted, so that it can be corrected and handed in again."""
    member, _ = await requests.parties(session, application=application)
    profile = await businesses.profile(session, member=member)
    standing = await businesses.representative(session, member_id=id_of(member), person_id=application.person_id)
    joining = application.kind is ApplicationKind.JOIN
    form = Form(
        tax_code=member.tax_code,
        member_id=id_of(member) if joining else None,
        joining=joining,
        name="" if joining else member.name,
        sectors=() if joining else tuple(profile.sectors),
        commune_code="" if joining else member.commune_code,
        capabilities=None if joining else profile.capabilities,
        application_id=id_of(application),
        question=application.reason or "",
    )
    if standing is None:
        return form
    return replace(form, person=standing.name, title=standing.title, phone=standing.phone, contact=standing.contact)


async def to_correct(session: AsyncSession, *, application_id: int, person: Person) -> Form:
    """Fill a form in with the person's own application that was sent back.

    Raises ApplicationUnknown, AlreadyApplied when it was handed in again, or ApplicationDecided.
    """
    application = await requests.by_id(session, application_id=application_id)
    if application.person_id != id_of(person):
        raise requests.ApplicationUnknown
    if application.status is ApplicationStatus.SUBMITTED:
        member, _ = await requests.parties(session, application=application)
        raise requests.AlreadyApplied(name=member.name)
    if application.status is not ApplicationStatus.ASKED_BACK:
        await decisions.still_open(session, application=application)
    return await filled_in(session, application=application)


def described(form: Form) -> requests.Registration:
    """Give what a complete form says; raises ValueError for one without a contact."""
    if form.contact is None:
        raise ValueError("an incomplete form")
    return requests.Registration(
        tax_code=form.tax_code,
        name=form.name,
        sectors=form.sectors,
        commune_code=form.commune_code,
        capabilities=form.capabilities or {},
        candidate=requests.Candidate(name=form.person, title=form.title, phone=form.phone, contact=form.contact),
    )


async def submit(session: AsyncSession, *, person: Person, form: Form, now: datetime) -> Application:
    """Hand a complete form in; a link that led to it has done its work.

    Raises as `applications.register` and `applications.join` do, and as `invitations.open_by` for a link that is
    no longer good.
    """
    registration = described(form)
    if form.invitation_id is not None:
        link = await invitations.opened_by(session, invitation_id=form.invitation_id, person=person, now=now)
        invitations.use(session, invitation=link, person=person, now=now)
    if form.member_id is None:
        return await requests.register(
            session, person=person, registration=registration, correcting=form.application_id, now=now
        )
    member = await businesses.by_id(session, member_id=form.member_id)
    return await requests.join(session, person=person, member=member, candidate=registration.candidate, now=now)
