"""The parts of a system that are typed or chosen, and what is made of each."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.frame.context import Context
from handlers.systems.forms import SystemForm
from handlers.systems.views import editing as views
from models.identity import id_of
from models.systems import ContactHours
from services.ground.drafts import StepPassed
from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line
from services.places import choosing
from services.systems import businesses
from services.systems.businesses import NoSuchBusiness
from services.systems.entries import (
    Party,
    SystemEntry,
    check_name,
    check_text,
    read_contacts,
    read_names,
)

MOST_PROVIDERS = 4
# Where "back" leads from a part that was not opened from the overview.
BEFORE: Mapping[str, str] = dict.fromkeys(ContactHours, views.CONTACTS)


class NoSuchPlace(Refusal):
    """No commune of the province is called `text`."""


class SystemProvidersTooMany(Refusal):
    """The system has `limit` providers of the kind already."""


async def heard(context: Context, part: str, form: SystemForm, typed: str) -> SystemForm:
    """Take what was typed for a part; where a business or a commune may be meant, keep what is to be chosen from."""
    line, entry = tidy_line(typed), form.entry
    match part:
        case views.NAME:
            return replace(form, entry=replace(entry, name=check_name(line)))
        case views.ALSO:
            return replace(form, entry=replace(entry, also_called=read_names(typed)))
        case views.SERVES:
            return replace(form, entry=replace(entry, serves=check_text(line)))
        case views.OWNER | views.OPERATOR:
            return await _party_or_choice(context, part, form, check_text(line))
        case views.CONNECTIVITY | views.SECURITY:
            return await _choice(context, form, line)
        case views.COMMUNE:
            if not choosing.offered(line, province_code=context.office.province_code).communes:
                raise NoSuchPlace(text=line[:60])
            return replace(form, typed=line[:60], offered=())
        case _:
            hours = ContactHours(part)
            others = tuple(one for one in entry.contacts if one.hours is not hours)
            return replace(form, entry=replace(entry, contacts=(*others, *read_contacts(typed, hours=hours))))


async def _party_or_choice(context: Context, part: str, form: SystemForm, line: str) -> SystemForm:
    """Take a name as it was typed where no business is like it; else let the coordinator choose."""
    found = await businesses.like(context.session, text=line)
    if not found:
        return replace(form, entry=with_party(form.entry, part, Party(line)), typed="", offered=())
    return replace(form, typed=line, offered=tuple(id_of(one) for one in found[: views.OFFERED]))


async def _choice(context: Context, form: SystemForm, line: str) -> SystemForm:
    found = await businesses.like(context.session, text=line)
    if not found:
        raise NoSuchBusiness(text=line[:60])
    return replace(form, typed=line, offered=tuple(id_of(one) for one in found[: views.OFFERED]))


def with_party(entry: SystemEntry, part: str, party: Party) -> SystemEntry:
    """Say whose the system is, or who runs it."""
    return replace(entry, owner=party) if part == views.OWNER else replace(entry, operator=party)


async def with_business(context: Context, part: str, form: SystemForm, member_id: int) -> SystemEntry:
    """Take a business that was offered for a part; raises StepPassed for any other."""
    if member_id not in form.offered:
        raise StepPassed
    if part in (views.CONNECTIVITY, views.SECURITY):
        return with_provider(form.entry, part, member_id)
    named = await businesses.names(context.session, ids=[member_id])
    return with_party(form.entry, part, Party(named[member_id], member_id))


def with_provider(entry: SystemEntry, part: str, member_id: int) -> SystemEntry:
    """Add a business that provides something; raises SystemProvidersTooMany."""
    held = entry.connectivity if part == views.CONNECTIVITY else entry.security
    members = tuple(dict.fromkeys((*held, member_id)))
    if len(members) > MOST_PROVIDERS:
        raise SystemProvidersTooMany(limit=MOST_PROVIDERS)
    return _with_providers(entry, part, members)


def without_provider(entry: SystemEntry, part: str, member_id: int) -> SystemEntry:
    """Take a business away that provides something."""
    held = entry.connectivity if part == views.CONNECTIVITY else entry.security
    return _with_providers(entry, part, tuple(one for one in held if one != member_id))


def _with_providers(entry: SystemEntry, part: str, members: tuple[int, ...]) -> SystemEntry:
    if part == views.CONNECTIVITY:
        return replace(entry, connectivity=members)
    return replace(entry, security=members)


def emptied(entry: SystemEntry, part: str) -> SystemEntry:
    """Let a part say nothing."""
    match part:
        case views.ALSO:
            return replace(entry, also_called=())
        case views.OWNER | views.OPERATOR:
            return with_party(entry, part, Party())
        case views.LEVEL:
            return replace(entry, level=None)
        case views.COMMUNE:
            return replace(entry, commune_code=None)
        case views.SERVES:
            return replace(entry, serves="")
        case part if part in set(ContactHours):
            return replace(entry, contacts=tuple(one for one in entry.contacts if one.hours != part))
        case _:
            raise StepPassed
