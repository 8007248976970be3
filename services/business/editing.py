"""Editing: a business's data as one of its people changes them, looked over as a whole before they are saved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationStatus
from models.identity import id_of
from models.members import Member
from models.people import Person
from services.applications import changes, decisions
from services.applications.changes import Identity
from services.applications.form import Form
from services.applications.requests import AlreadyApplied
from services.business import confirmations
from services.ground import audit
from services.members import entries, representatives
from services.members.representatives import Speaker
from services.people import businesses

COMMUNE, PHONE, CAPABILITIES = "commune_code", "business_phone", "capabilities"
OWN = ("person", "title", "phone")


@dataclass(frozen=True)
class Saved:
    """What saving led to: `application` waits for a decision, `withdrawn` says that an older wish was withdrawn."""

    member: Member
    application: Application | None
    changed: tuple[str, ...]
    withdrawn: bool


async def begin(session: AsyncSession, *, member_id: int, person: Person) -> Form:
    """Fill a form in with a business's data and the person's own, and with what waits for approval.

    Raises NotYourBusiness.
    """
    speaker = await representatives.speaking(session, member_id=member_id, person=person)
    profile = await businesses.profile(session, member=speaker.member)
    change = await changes.under_way(session, member_id=member_id)
    wish = changes.wished(await changes.identity(session, member=speaker.member), change)
    sent_back = change is not None and change.status is ApplicationStatus.ASKED_BACK
    return Form(
        tax_code=wish.tax_code,
        name=wish.name,
        sectors=wish.sectors,
        commune_code=speaker.member.commune_code,
        business_phone=speaker.member.phone or "",
        capabilities=profile.capabilities,
        person=speaker.own.name,
        title=speaker.own.title,
        phone=speaker.own.phone,
        contact=speaker.own.contact,
        application_id=id_of(change) if change is not None and sent_back else None,
        question=(change.reason or "") if change is not None and sent_back else "",
        editing=member_id,
    )


async def to_correct(session: AsyncSession, *, application: Application, person: Person) -> Form:
    """Fill a form in with a change that was sent back with a question, for any of the business's people.

    Raises NotYourBusiness, AlreadyApplied when it was handed in again, or as `decisions.still_open` does.
    """
    form = await begin(session, member_id=application.member_id, person=person)
    if application.status is ApplicationStatus.SUBMITTED:
        raise AlreadyApplied(name=form.name)
    if application.status is not ApplicationStatus.ASKED_BACK:
        await decisions.still_open(session, application=application)
    return form


def known_by(form: Form) -> Identity:
    """Give what a form wants a business to be known by."""
    return Identity(name=form.name, tax_code=form.tax_code, sectors=form.sectors)


def plain_changes(form: Form, before: Form) -> tuple[str, ...]:
    """List the fields that a form changes without anybody's approval."""
    return tuple(field for field in (COMMUNE, PHONE, CAPABILITIES, *OWN) if _of(form, field) != _of(before, field))


def _of(form: Form, field: str) -> object:
    value = getattr(form, field)
    return dict(value or {}) if field == CAPABILITIES else value


async def save(session: AsyncSession, *, form: Form, before: Form, person: Person, now: datetime) -> Saved:
    """Save what a form changes of what it began with, and keep that the data were looked over.

    What a colleague changed meanwhile stays, unless the form changes the same. Raises NotYourBusiness or
    TaxCodeOfAnother.
    """
    speaker = await representatives.speaking(session, member_id=form.editing or 0, person=person)
    member, fields = speaker.member, plain_changes(form, before)
    if fields:
        await _change(session, speaker, form, fields)
        _record(session, member, form, before, fields, person=person, now=now)
    waited = await changes.under_way(session, member_id=id_of(member))
    application = await _propose(session, member, form, before, waited, person=person, now=now)
    await confirmations.keep(session, member=member, person=person, now=now)
    await entries.refresh(session, member_ids=[id_of(member)])
    return Saved(
        member=member,
        application=application,
        changed=fields,
        withdrawn=waited is not None and waited.status is ApplicationStatus.WITHDRAWN,
    )


async def _change(session: AsyncSession, speaker: Speaker, form: Form, fields: tuple[str, ...]) -> None:
    member, own = speaker.member, speaker.own
    member.commune_code = form.commune_code if COMMUNE in fields else member.commune_code
    if PHONE in fields:
        member.phone = form.business_phone or None
    own.name = form.person if "person" in fields else own.name
    own.title = form.title if "title" in fields else own.title
    own.phone = form.phone if "phone" in fields else own.phone
    if CAPABILITIES in fields:
        known = await changes.identity(session, member=member)
        await businesses.describe(session, member=member, sectors=known.sectors, capabilities=form.capabilities or {})
    await session.flush()


async def _propose(
    session: AsyncSession,
    member: Member,
    form: Form,
    before: Form,
    waited: Application | None,
    *,
    person: Person,
    now: datetime,
) -> Application | None:
    """Put what needs approval before the coordinators; what nobody touched stays as it waits."""
    touched = known_by(before).differs(known_by(form))
    if not touched and form.application_id is None:
        return None
    standing = changes.wished(await changes.identity(session, member=member), waited)
    wish = standing.with_fields({field: known_by(form).write()[field] for field in touched})
    return await changes.propose(session, member=member, wish=wish, person=person, now=now)


def _record(
    session: AsyncSession,
    member: Member,
    form: Form,
    before: Form,
    fields: tuple[str, ...],
    *,
    person: Person,
    now: datetime,
) -> None:
    """Keep on record what was changed. Of names and phone numbers only the fact of a change is kept."""
    shown = [field for field in fields if field in (COMMUNE, CAPABILITIES)]
    audit.record(
        session,
        person=person,
        action="member-edited",
        subject="member",
        subject_id=id_of(member),
        now=now,
        before=_values(before, shown),
        after={**_values(form, shown), "fields": list(fields)},
    )


def _values(form: Form, fields: list[str]) -> dict[str, Any]:
    written = form.write()
    return {field: written[field] for field in fields}
