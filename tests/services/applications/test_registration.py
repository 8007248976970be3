"""The registration form: its steps, what may stand in it, and how it is handed in."""

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import ContactKind, Sector
from services.applications import decisions, registration
from services.applications import form as registration_form
from services.applications import requests as applications
from services.applications.form import Form, NoSectorChosen, Step
from services.applications.registration import (
    BusinessNameUnfit,
    HeadcountUnclear,
    JobTitleUnfit,
    NoSuchCommune,
    PeopleUnclear,
    PersonNameUnfit,
)
from services.applications.requests import AlreadyApplied, AlreadyRepresentative, ApplicationUnknown, TaxCodeTaken
from services.members import capabilities
from services.people import businesses
from tests.services.cast import (
    LAN,
    LATER,
    NOON,
    OTHER_REGISTRATION,
    REGISTRATION,
    TAX_CODES,
    approved,
    coordinator,
    newcomer,
    registered,
)

COMPLETE = Form(
    tax_code=TAX_CODES[0],
    name="Công ty Sông Lô",
    sectors=(Sector.TELECOM,),
    commune_code="07900",
    capabilities={3: 5, 7: 2},
    person="Trần Thị Lan",
    title="Giám đốc",
    phone="+84912345678",
    contact=ContactKind.BACKUP,
)


def test_a_form_survives_its_way_through_the_database() -> None:
    assert Form.read(COMPLETE.write()) == COMPLETE
    assert Form.read({}) == Form()


def test_the_steps_follow_one_another_until_the_review() -> None:
    form, seen = Form(), []
    answers: dict[Step, dict[str, Any]] = {
        Step.TAX_CODE: {"tax_code": TAX_CODES[0]},
        Step.NAME: {"name": "Công ty Sông Lô"},
        Step.SECTORS: {"sectors": (Sector.IT,)},
        Step.COMMUNE: {"commune_code": "07900"},
        Step.CAPABILITIES: {"capabilities": {3: 0}, "unasked": (3,)},
        Step.HEADCOUNT: {"unasked": ()},
        Step.PERSON: {"person": "Lan"},
        Step.TITLE: {"title": "Giám đốc"},
        Step.PHONE: {"phone": "+84912345678"},
        Step.CONTACT: {"contact": ContactKind.PRIMARY},
    }
    while (step := registration_form.next_step(form)) is not Step.REVIEW:
        seen.append(step)
        form = replace(form, **answers[step])
    assert seen == list(answers)


def test_who_joins_is_not_asked_about_the_business() -> None:
    form = Form(tax_code=TAX_CODES[0], member_id=1, joining=True)
    assert registration_form.path(form) == (
        Step.TAX_CODE,
        Step.KNOWN,
        Step.PERSON,
        Step.TITLE,
        Step.PHONE,
        Step.CONTACT,
        Step.REVIEW,
    )
    assert registration_form.next_step(form) is Step.PERSON


def test_no_capability_means_no_headcount() -> None:
    form = replace(COMPLETE, capabilities={})
    assert Step.HEADCOUNT not in registration_form.path(form)
    assert registration_form.next_step(form) is Step.REVIEW


def test_back_leads_to_the_step_before_and_from_a_complete_form_to_the_review() -> None:
    assert registration_form.previous_step(replace(COMPLETE, contact=None), Step.CONTACT) is Step.PHONE
    assert registration_form.previous_step(COMPLETE, Step.NAME) is Step.REVIEW
    assert registration_form.previous_step(COMPLETE, Step.REVIEW) is Step.CONTACT
    assert registration_form.previous_step(Form(), Step.TAX_CODE) is Step.TAX_CODE


def test_a_subordinate_step_has_the_number_of_the_one_before() -> None:
    assert registration_form.progress(COMPLETE, Step.CAPABILITIES) == (5, 10)
    assert registration_form.progress(COMPLETE, Step.HEADCOUNT) == (5, 10)
    assert registration_form.progress(COMPLETE, Step.REVIEW) == (10, 10)


def test_a_second_tap_on_the_same_tick_changes_nothing() -> None:
    once = registration_form.pick(Form(), "it", on=True)
    assert registration_form.pick(once, "it", on=True) == once
    assert registration_form.pick(once, "it", on=False).picked == ()


def test_ticks_count_only_when_they_are_taken_over() -> None:
    form = registration_form.enter(COMPLETE, Step.SECTORS)
    assert form.picked == ("telecom",)
    ticked = registration_form.pick(registration_form.pick(form, "it", on=True), "telecom", on=False)
    assert ticked.sectors == (Sector.TELECOM,)
    assert registration_form.with_sectors(ticked).sectors == (Sector.IT,)
    with pytest.raises(NoSectorChosen):
        registration_form.with_sectors(registration_form.pick(ticked, "it", on=False))


def test_each_chosen_capability_is_asked_for_its_headcount_in_turn() -> None:
    form = registration_form.enter(COMPLETE, Step.CAPABILITIES)
    form = registration_form.with_capabilities(registration_form.pick(form, "9", on=True), offered=[9, 3, 7, 8])
    assert form.unasked == (9, 3, 7)
    assert form.capabilities == {9: 0, 3: 5, 7: 2}

    form = registration_form.with_headcount(form, 4)
    assert (form.unasked, form.capabilities) == ((3, 7), {9: 4, 3: 5, 7: 2})
    before = registration_form.ask_headcount_before(form)
    assert before is not None
    assert before.unasked == (9, 3, 7)
    assert registration_form.ask_headcount_before(before) is None


def test_a_capability_that_was_retired_meanwhile_is_not_taken_over() -> None:
    form = registration_form.enter(COMPLETE, Step.CAPABILITIES)
    assert registration_form.with_capabilities(form, offered=[7]).capabilities == {7: 2}


@pytest.mark.parametrize("name", ["", "A", "12345", "x" * 151, "🙂🙂🙂"])
def test_a_business_name_needs_letters_and_a_sensible_length(name: str) -> None:
    with pytest.raises(BusinessNameUnfit):
        registration.read_business_name(name)


@pytest.mark.parametrize("name", ["", "A", "0912345678", "Lan 2", "x" * 61])
def test_a_person_name_has_letters_and_no_digits(name: str) -> None:
    with pytest.raises(PersonNameUnfit):
        registration.read_person_name(name)


@pytest.mark.parametrize("title", ["", "x", "...", "x" * 61])
def test_a_title_has_letters(title: str) -> None:
    with pytest.raises(JobTitleUnfit):
        registration.read_job_title(title)


def test_names_are_tidied() -> None:
    assert registration.read_business_name("  Công ty \u200bSông   Lô\n") == "Công ty Sông Lô"
    assert registration.read_person_name(" Trần  Thị Lan ") == "Trần Thị Lan"
    assert registration.read_job_title("Phó  Giám đốc 2") == "Phó Giám đốc 2"


@pytest.mark.parametrize(
    ("written", "headcount"),
    [("5", 5), (" 12 người", 12), ("khoảng 20", 20), ("999", 999), ("năm", 5), ("mười lăm máy", 15)],
)
def test_a_headcount_is_read_as_people_write_it(written: str, headcount: int) -> None:
    assert registration.read_headcount(written) == headcount


@pytest.mark.parametrize(
    "written", ["", "vài chục", "30p", "7h có mặt", "0", "1000", "5-10", "-3", "2,5", "1.000", "3 hoặc 4", "٣ x 4"]
)
def test_what_is_no_headcount_is_refused(written: str) -> None:
    with pytest.raises(HeadcountUnclear):
        registration.read_headcount(written)


@pytest.mark.parametrize(("written", "people"), [("8", 8), ("12ng", 12), ("2 đội 8 người", 8), ("mười lăm", 15)])
def test_people_are_counted_in_people(written: str, people: int) -> None:
    assert registration.read_people(written, largest=500) == people


@pytest.mark.parametrize("written", ["may phat 2 cai", "30p", "3 xe", "7h có mặt", "20-30"])
def test_what_is_counted_in_something_else_is_refused_by_its_own_words(written: str) -> None:
    with pytest.raises(PeopleUnclear) as refusal:
        registration.read_people(written, largest=500)
    assert refusal.value.values == {"text": written, "largest": 500}


@pytest.mark.parametrize("written", ["0", "501 người", "vài người", "không"])
def test_what_is_no_number_of_people_is_refused(written: str) -> None:
    with pytest.raises(HeadcountUnclear):
        registration.read_people(written, largest=500)


def test_communes_are_found_in_the_province_of_the_office_alone() -> None:
    assert [one.code for one in registration.offer_communes("viet tri", province_code="25").communes] == ["07900"]
    with pytest.raises(NoSuchCommune) as refusal:
        registration.offer_communes("hoan kiem", province_code="25")
    assert refusal.value.values == {"text": "hoan kiem"}


def test_a_commune_of_before_is_offered_as_the_one_in_which_it_lies() -> None:
    offer = registration.offer_communes("Xã Cao Xá, huyện Lâm Thao, Phú Thọ", province_code="25")

    assert [one.name for one in offer.communes] == ["Xã Bản Nguyên"]
    assert offer.former is not None
    assert offer.former.address == "Xã Cao Xá, huyện Lâm Thao"


@pytest.mark.parametrize("text", ["Xyz, Phú Thọ", "Tỉnh Phú Thọ", "qqqq, Hà Nội"])
def test_the_name_of_a_province_offers_no_commune(text: str) -> None:
    with pytest.raises(NoSuchCommune):
        registration.offer_communes(text, province_code="25")


def test_what_only_resembles_is_offered_for_a_person_to_choose() -> None:
    assert registration.offer_communes("Văn Lank", province_code="25").communes[0].name == "Xã Văn Lang"


def test_a_long_text_is_not_repeated_in_full() -> None:
    with pytest.raises(NoSuchCommune) as refusal:
        registration.offer_communes("q" * 500, province_code="25")
    assert len(str(refusal.value.values["text"])) == 41


async def test_an_unknown_tax_code_leads_on_and_a_known_one_offers_to_join(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    person = await newcomer(session, 1002)

    new = await registration.with_tax_code(session, person=person, form=Form(), tax_code=TAX_CODES[1])
    assert (new.tax_code, registration_form.next_step(new)) == (TAX_CODES[1], Step.NAME)
    known = await registration.with_tax_code(session, person=person, form=Form(), tax_code=TAX_CODES[0])
    assert registration_form.next_step(known) is Step.KNOWN
    assert registration_form.next_step(registration_form.without_tax_code(known)) is Step.TAX_CODE


async def test_a_rejected_business_is_described_anew(session: AsyncSession) -> None:
    application = await registered(session, await newcomer(session))
    by = await coordinator(session)
    await decisions.reject(session, application_id=id_of(application), by=by, reason="Trùng", now=NOON)
    form = await registration.with_tax_code(
        session, person=await newcomer(session, 1002), form=Form(), tax_code=TAX_CODES[0]
    )
    assert registration_form.next_step(form) is Step.NAME


async def test_who_speaks_for_the_business_or_waits_is_told_at_once(session: AsyncSession) -> None:
    person = await newcomer(session)
    await approved(session, person)
    with pytest.raises(AlreadyRepresentative):
        await registration.with_tax_code(session, person=person, form=Form(), tax_code=TAX_CODES[0])
    await registered(session, person, OTHER_REGISTRATION)
    with pytest.raises(AlreadyApplied):
        await registration.with_tax_code(session, person=person, form=Form(), tax_code=TAX_CODES[1])


async def test_a_form_is_submitted_as_it_was_filled_in(session: AsyncSession) -> None:
    fibre = await capabilities.add(session, name_vi="Tổ cáp quang", name_en="Fibre crew", by=None, now=NOON)
    person = await newcomer(session)
    form = replace(COMPLETE, capabilities={id_of(fibre): 5})
    application = await registration.submit(session, person=person, form=form, now=NOON)

    member, _ = await applications.parties(session, application=application)
    profile = await businesses.profile(session, member=member)
    assert (member.tax_code, member.name, member.commune_code) == (form.tax_code, form.name, form.commune_code)
    assert (profile.sectors, profile.capabilities) == ([Sector.TELECOM], {id_of(fibre): 5})
    (representative,) = profile.representatives
    assert (representative.name, representative.contact) == (form.person, ContactKind.BACKUP)


async def test_what_was_submitted_fills_the_form_in_again(session: AsyncSession) -> None:
    fibre = await capabilities.add(session, name_vi="Tổ cáp quang", name_en="Fibre crew", by=None, now=NOON)
    by, person = await coordinator(session), await newcomer(session)
    form = replace(COMPLETE, capabilities={id_of(fibre): 5})
    application = await registration.submit(session, person=person, form=form, now=NOON)
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Bao nhiêu?", now=NOON)

    again = await registration.to_correct(session, application_id=id_of(application), person=person)
    assert again == replace(form, application_id=application.id, question="Bao nhiêu?")
    assert registration_form.next_step(again) is Step.REVIEW
    typed = await registration.with_tax_code(session, person=person, form=Form(), tax_code=form.tax_code)
    assert typed == again


async def test_the_wish_to_join_is_filled_in_again_without_the_business(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    by, person = await coordinator(session), await newcomer(session, 1002)
    member = await businesses.by_tax_code(session, tax_code=TAX_CODES[0])
    assert member is not None
    application = await applications.join(session, person=person, member=member, candidate=LAN, now=NOON)
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Ai cử?", now=NOON)

    form = await registration.to_correct(session, application_id=id_of(application), person=person)
    again = await registration.submit(session, person=person, form=replace(form, title="Phó Giám đốc"), now=LATER)
    assert again.id == application.id
    assert (await decisions.request(session, application=again)).registration.candidate.title == "Phó Giám đốc"


async def test_only_the_applicant_opens_an_application_again_and_only_while_it_is_sent_back(
    session: AsyncSession,
) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application_id = id_of(await registered(session, person))
    with pytest.raises(AlreadyApplied):
        await registration.to_correct(session, application_id=application_id, person=person)
    await decisions.ask_back(session, application_id=application_id, by=by, question="Tên?", now=NOON)
    with pytest.raises(ApplicationUnknown):
        await registration.to_correct(session, application_id=application_id, person=await newcomer(session, 1002))
    await registered(session, person)
    await decisions.approve(session, application_id=application_id, by=by, now=LATER)
    with pytest.raises(decisions.ApplicationDecided):
        await registration.to_correct(session, application_id=application_id, person=person)


async def test_a_correction_takes_over_no_business_of_others(session: AsyncSession) -> None:
    await approved(session, await newcomer(session, 1003), OTHER_REGISTRATION)
    by, person = await coordinator(session), await newcomer(session)
    application_id = id_of(await registered(session, person))
    await decisions.ask_back(session, application_id=application_id, by=by, question="Mã số?", now=NOON)
    form = await registration.to_correct(session, application_id=application_id, person=person)

    with pytest.raises(TaxCodeTaken):
        await registration.with_tax_code(session, person=person, form=form, tax_code=TAX_CODES[1])
    kept = await registration.with_tax_code(session, person=person, form=form, tax_code=REGISTRATION.tax_code)
    assert kept == form
