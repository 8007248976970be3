"""Editing: what a form changes is saved and looked over with it, what others changed meanwhile stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationStatus
from models.audit import AuditEntry
from models.capabilities import Capability
from models.identity import id_of
from models.members import Sector
from models.people import Person
from models.roster import RosterEntry
from services.applications import changes, decisions
from services.applications.decisions import ApplicationDecided
from services.applications.form import Form
from services.applications.requests import AlreadyApplied
from services.business import editing
from services.business.editing import Saved
from services.members.representatives import NotYourBusiness
from services.people import businesses
from tests.network import BA_VI, MORNING, Network, found_network

NEW_NAME = "Viễn thông Sông Cái"


async def begun(network: Network, person: Person) -> Form:
    """Open the telecom business's form."""
    return await editing.begin(network.session, member_id=id_of(network.telecom), person=person)


async def save(
    network: Network, change: Callable[[Form], Form], *, person: Person, before: Form | None = None
) -> Saved:
    """Change something of a form, and save it."""
    opened = before or await begun(network, person)
    return await editing.save(network.session, form=change(opened), before=opened, person=person, now=MORNING)


async def test_a_form_begins_with_what_is_known_for_ones_own_business_only(session: AsyncSession) -> None:
    network = await found_network(session)
    form = await begun(network, network.binh)
    assert (form.name, form.sectors, form.person) == (network.telecom.name, (Sector.TELECOM,), "Lê Thị Bình")
    with pytest.raises(NotYourBusiness):
        await begun(network, network.chi)


async def test_plain_data_change_at_once_with_the_roster_and_count_as_confirmed(session: AsyncSession) -> None:
    network = await found_network(session)
    saved = await save(
        network, lambda form: replace(form, commune_code=BA_VI, business_phone="+842438221234"), person=network.binh
    )
    assert saved.changed == ("commune_code", "business_phone")
    assert saved.application is None
    assert (network.telecom.commune_code, network.telecom.confirmed_at) == (BA_VI, MORNING)
    query = select(RosterEntry).where(RosterEntry.member_id == id_of(network.telecom))
    entry = (await session.exec(query)).one()
    assert "2438221234" in entry.phones


async def test_capabilities_change_without_touching_the_sectors(session: AsyncSession) -> None:
    network = await found_network(session)
    capability = Capability(name_vi="Cáp quang", name_en="Fibre")
    session.add(capability)
    await session.flush()
    await save(network, lambda form: replace(form, capabilities={id_of(capability): 9}), person=network.an)
    profile = await businesses.profile(session, member=network.telecom)
    assert (dict(profile.capabilities), list(profile.sectors)) == ({id_of(capability): 9}, [Sector.TELECOM])


async def test_what_a_colleague_saved_meanwhile_stays(session: AsyncSession) -> None:
    network = await found_network(session)
    before = await begun(network, network.an)
    await save(network, lambda form: replace(form, commune_code=BA_VI), person=network.binh)
    await save(network, lambda form: replace(form, title="Phó giám đốc"), person=network.an, before=before)
    assert network.telecom.commune_code == BA_VI


async def test_a_wish_of_a_colleague_stays_where_the_form_touches_something_else(session: AsyncSession) -> None:
    network = await found_network(session)
    before = await begun(network, network.an)
    first = await save(network, lambda form: replace(form, name=NEW_NAME), person=network.binh)
    assert first.application is not None
    plain = await save(network, lambda form: replace(form, commune_code=BA_VI), person=network.an, before=before)
    assert (plain.application, first.application.status) == (None, ApplicationStatus.SUBMITTED)

    both = await save(network, lambda form: replace(form, sectors=(Sector.IT,)), person=network.an, before=before)
    assert both.withdrawn
    assert both.application is not None
    assert both.application.proposed is not None
    assert both.application.proposed["after"] == {"name": NEW_NAME, "sectors": ["it"]}


async def test_a_form_goes_on_from_what_waits_for_approval(session: AsyncSession) -> None:
    network = await found_network(session)
    await save(network, lambda form: replace(form, name=NEW_NAME), person=network.an)
    form = await begun(network, network.binh)
    assert (form.name, network.telecom.name == NEW_NAME) == (NEW_NAME, False)
    await save(network, lambda form: replace(form, name=network.telecom.name), person=network.binh)
    assert await changes.under_way(session, member_id=id_of(network.telecom)) is None


async def test_a_change_that_was_sent_back_is_corrected_by_any_colleague_and_only_then(session: AsyncSession) -> None:
    network = await found_network(session)
    saved = await save(network, lambda form: replace(form, name=NEW_NAME), person=network.an)
    assert saved.application is not None
    application: Application = saved.application
    with pytest.raises(AlreadyApplied):
        await editing.to_correct(session, application=application, person=network.binh)

    by, number = network.coordinator, id_of(application)
    await decisions.ask_back(session, application_id=number, by=by, question="Tên?", now=MORNING)
    form = await editing.to_correct(session, application=application, person=network.binh)
    assert (form.question, form.application_id, form.name) == ("Tên?", number, NEW_NAME)
    again = await save(network, lambda form: form, person=network.binh, before=form)
    assert again.application is application
    assert application.status is ApplicationStatus.SUBMITTED

    await decisions.approve(session, application_id=number, by=by, now=MORNING)
    with pytest.raises(ApplicationDecided):
        await editing.to_correct(session, application=application, person=network.binh)


async def test_the_record_holds_no_name_and_no_number(session: AsyncSession) -> None:
    network = await found_network(session)
    await save(
        network,
        lambda form: replace(form, person="Nguyễn An", phone="+84912345678", commune_code=BA_VI),
        person=network.an,
    )
    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "member-edited"))).all()
    assert entry.after == {"commune_code": BA_VI, "fields": ["commune_code", "person", "phone"]}
