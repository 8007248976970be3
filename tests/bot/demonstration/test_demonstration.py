"""The demonstration province: the same everywhere, well formed, nobody's, and never mixed with real data."""

import asyncio
import json
import os
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event
from sqlmodel import col, select

from bot.base import catalogue
from bot.demonstration import cast as played
from bot.demonstration import identities, texts
from bot.demonstration.businesses import businesses
from bot.demonstration.cast import Json, cast
from bot.demonstration.load import Loaded, NotADemonstration, load
from bot.sandbox.state.people import TelegramUser as Player
from handlers.frame.office import Office
from handlers.frame.texts import label
from models.broadcasts import Delivery, DeliveryState
from models.database import Database, open_database
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.lessons import Lesson, LessonAnswer, LessonState, LessonVerdict
from models.members import ContactKind, Member, MemberStatus, Representative, RepresentativeStatus, Sector
from models.people import Language, Person, Purpose, Role
from models.reports import Report, ReportClimb, ReportState
from models.responses import Answer, Response
from models.systems import InformationSystem
from models.tables import METADATA
from services.applications import requests as applications
from services.applications.requests import Candidate, Registration
from services.incidents import audience
from services.incidents.audience import Wanted
from services.members import capabilities
from services.notation.phones import read_phone
from services.notation.spelling import search_key, tidy_line
from services.notation.tax_codes import read_tax_code
from services.people import accounts
from services.people import businesses as members
from services.places.communes import commune, communes, provinces
from services.systems import register as systems
from tests.bot.sandbox.world import World

HA_NOI, HUE, LAI_CHAU, PHU_THO = "01", "46", "12", "25"
NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BRANDS = (
    *("vnpt", "viettel", "fpt", "mobifone", "vinaphone", "vietnamobile", "gtel", "vnpost", "vietnampost", "cmc"),
    *("bkav", "misa", "vng", "zalo", "netnam", "ghtk", "ghn", "matbao", "tinhvan", "saobacdau", "lacviet", "sendo"),
)
in_each_province = pytest.mark.parametrize("province_code", [HA_NOI, HUE, LAI_CHAU])


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = open_database(f"sqlite+aiosqlite:///{tmp_path / 'demonstration.db'}")
    async with database.writer.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    yield database
    await database.close()


def office(province_code: str = PHU_THO, language: Language = Language.VIETNAMESE) -> Office:
    return Office("Sở Khoa học và Công nghệ", province_code, VIETNAM, language)


def simulated(province_code: str) -> list[Json]:
    return [person for person in cast(province_code, "vi") if not person.get("featured")]


async def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    async with database.reader.connect() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(table.select())]
            for table in METADATA.sorted_tables
        }


@in_each_province
async def test_another_run_of_the_program_has_the_same_cast(province_code: str) -> None:
    program = "import json, sys; from bot.demonstration.cast import cast; print(json.dumps(cast(sys.argv[1], 'vi')))"
    elsewhere = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program, province_code),
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await elsewhere.communicate()
    assert json.loads(printed) == cast(province_code, "vi")


@in_each_province
def test_300_people_speak_for_140_businesses_one_to_four_for_each(province_code: str) -> None:
    founded = businesses(province_code)
    assert len(founded) == 140
    assert Counter(len(business.spokespeople) for business in founded).keys() == {1, 2, 3, 4}
    assert sum(len(business.spokespeople) for business in founded) == 300
    assert len({business.name for business in founded}) == 140
    assert len({each.name for business in founded for each in business.spokespeople}) == 300


@in_each_province
def test_each_sector_has_many_businesses_and_some_work_in_two(province_code: str) -> None:
    held = Counter(sector for business in businesses(province_code) for sector in business.sectors)
    assert all(held[sector] >= 30 for sector in Sector)
    assert sum(len(business.sectors) == 2 for business in businesses(province_code)) >= 10


@in_each_province
def test_every_tax_code_is_valid_and_of_no_province(province_code: str) -> None:
    codes = [business.tax_code for business in businesses(province_code)]
    codes += [played.NEWCOMER_TAX_CODE, played.ENGLISH_NEWCOMER_TAX_CODE]
    assert [read_tax_code(code) for code in codes] == codes
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("99") for code in codes)


@in_each_province
def test_every_phone_is_valid_and_begins_as_nobodys_does(province_code: str) -> None:
    phones = [person["phone"] for person in cast(province_code, "vi")]
    assert [read_phone(phone) for phone in phones] == phones
    assert len(set(phones)) == len(phones)
    assert all(phone.startswith("+84900000") for phone in phones)


@in_each_province
def test_everybody_has_a_telegram_id_of_their_own_that_telegram_never_issued(province_code: str) -> None:
    ids = [person["id"] for person in cast(province_code, "vi")]
    assert len(set(ids)) == len(ids) == 305
    assert all(identities.FIRST_TELEGRAM_ID <= each <= identities.LAST_TELEGRAM_ID for each in ids)


@pytest.mark.parametrize("province_code", [each.code for each in provinces()])
def test_businesses_are_spread_over_the_communes_of_their_province(province_code: str) -> None:
    places = [commune(business.commune_code) for business in businesses(province_code)]
    assert {place.province_code for place in places} == {province_code}
    assert len(set(places)) >= min(80, len(communes(province_code)))


def test_names_are_written_as_they_are_stored_and_of_no_known_company() -> None:
    for business in businesses(HA_NOI):
        assert business.name == tidy_line(business.name)
        joined = search_key(business.name).replace(" ", "")
        assert not [brand for brand in BRANDS if brand in joined]


@in_each_province
def test_tempers_have_their_shares(province_code: str) -> None:
    crowd = simulated(province_code)
    shares = {temper: many / len(crowd) for temper, many in Counter(person["temper"] for person in crowd).items()}
    assert shares == pytest.approx({"prompt": 0.45, "slow": 0.30, "silent": 0.20, "unreachable": 0.05}, abs=0.01)


def test_of_some_businesses_nobody_answers_and_of_some_nobody_can_be_reached() -> None:
    temper_of = played.tempers(HA_NOI)
    wholly = Counter(
        frozenset(temper_of.get(each.telegram_id) for each in business.spokespeople) for business in businesses(HA_NOI)
    )
    assert wholly[frozenset({"silent"})] >= 10
    assert wholly[frozenset({"unreachable"})] >= 4


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("temper", ["prompt", "slow"])
def test_those_who_answer_find_each_answer_by_one_habit(temper: str, language: Language) -> None:
    person = next(person for person in simulated(HA_NOI) if person["temper"] == temper)
    for answer in Answer:
        text = label(language, f"answer-{answer.replace('_', '-')}")
        found = [habit for habit in person["habits"] if habit["match"] in text]
        assert len(found) == 1, text
        assert found[0]["weight"] == played.WEIGHTS[temper][answer]


def test_the_silent_and_the_unreachable_press_nothing() -> None:
    habits = [person["habits"] for person in simulated(HA_NOI) if person["temper"] in ("silent", "unreachable")]
    assert habits
    assert not any(habits)


def test_those_played_by_hand_come_first_and_newcomers_have_not_opened_the_bot() -> None:
    players = [Player.from_dict(person) for person in cast(HUE, "vi")]
    pinned = [person for person in players if person.featured]
    assert pinned == players[: len(pinned)]
    assert [person.id for person in pinned] == [
        played.COORDINATOR_ID,
        played.DUTY_OFFICER_ID,
        played.OBSERVER_ID,
        played.TELECOM_ID,
        played.POSTAL_ID,
        played.IT_ID,
        played.NEWCOMER_ID,
        played.ENGLISH_NEWCOMER_ID,
    ]
    assert all(person.temper is None and not person.habits for person in pinned)
    assert [person.id for person in players if not person.started] == [played.NEWCOMER_ID, played.ENGLISH_NEWCOMER_ID]
    assert {person.id: person.language_code for person in pinned}[played.ENGLISH_NEWCOMER_ID] == "en"


def test_the_sandbox_takes_the_cast_twice_and_has_everybody_once() -> None:
    world = World(token="123456:TEST", clock=lambda: 0.0)
    for language in ("vi", "en"):
        world.add_people([Player.from_dict(person) for person in cast(HUE, language)])
    assert len(world.people.accounts) == 305
    assert world.people.get(played.COORDINATOR_ID).person.note == "Coordinator"


def test_everybody_is_told_of_in_either_language_whatever_the_office_speaks() -> None:
    people = {person["id"]: Player.from_dict(person) for person in cast(HUE, "vi")}
    assert all(person.notes.keys() == person.headings.keys() == {"vi", "en"} for person in people.values())
    assert all(person.note == person.notes["vi"] for person in people.values())
    assert people[played.DUTY_OFFICER_ID].notes["en"] == "Duty officer"
    assert people[played.DUTY_OFFICER_ID].headings["en"] == "Coordinating body"
    roles = {person.notes["en"].split(" · ")[0] for person in people.values() if not person.featured}
    assert "Head of technology" in roles
    assert all(role.isascii() for role in roles)


def test_both_languages_have_the_same_words_with_the_same_values() -> None:
    sources = [Path(texts.__file__).with_name(f"{language}.ftl").read_text("utf-8") for language in Language]
    shapes = [
        {key: set(re.findall(r"\$(\w+)", text)) for key, text in re.findall(r"^([\w-]+) =(.*)$", source, re.MULTILINE)}
        for source in sources
    ]
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) > 10


def test_a_text_that_is_missing_is_a_mistake_of_ours() -> None:
    with pytest.raises(texts.MissingWords):
        texts.words("vi", "note-nobody")
    with pytest.raises(texts.MissingWords):
        texts.words("vi", "note-newcomer")


def test_every_capability_of_the_catalogue_is_held_by_several_businesses() -> None:
    held = Counter(name for business in businesses(HUE) for name in business.capabilities)
    assert held.keys() == {entry.name_vi for entry in catalogue.CATALOGUE}
    assert min(held.values()) >= 5
    assert all(headcount >= 2 for business in businesses(HUE) for headcount in business.capabilities.values())


async def test_an_empty_catalogue_is_stocked_and_one_in_use_is_left_alone(database: Database) -> None:
    async with database.writing() as session:
        assert await catalogue.stock(session, now=NOW) == len(catalogue.CATALOGUE)
        assert len(await capabilities.catalogue(session)) == len(catalogue.CATALOGUE)
    before = await everything(database)
    async with database.writing() as session:
        assert await catalogue.stock(session, now=NOW) == 0
    assert await everything(database) == before


@in_each_province
async def test_a_loaded_province_can_be_alerted_at_once(database: Database, province_code: str) -> None:
    loaded = await load(database, office=office(province_code), now=NOW)
    assert loaded == Loaded(members=140, representatives=300, capabilities=len(catalogue.CATALOGUE))
    async with database.reading() as session:
        called = await audience.find(session, wanted=Wanted(), now=NOW, time_zone=VIETNAM)
        assert (called.members, len(called.people)) == (140, 300)
        [fibre] = [row for row in await capabilities.catalogue(session) if row.name_en == "Fibre repair crews"]
        crews = await audience.find(session, wanted=Wanted(capability_ids=(id_of(fibre),)), now=NOW, time_zone=VIETNAM)
        assert 5 <= crews.members < 42
        telecom = (await session.exec(select(Person).where(Person.telegram_id == played.TELECOM_ID))).one()
        assert id_of(telecom) in crews.people


async def test_each_business_is_approved_and_has_one_primary_contact(database: Database) -> None:
    await load(database, office=office(), now=NOW)
    async with database.reading() as session:
        taken_in = (await session.exec(select(Member))).all()
        speaking = (await session.exec(select(Representative))).all()
    assert all(member.status is MemberStatus.APPROVED for member in taken_in)
    assert all(member.approved_at and member.registered_at < member.approved_at <= NOW for member in taken_in)
    assert all(each.status is RepresentativeStatus.APPROVED for each in speaking)
    primary = Counter(each.member_id for each in speaking if each.contact is ContactKind.PRIMARY)
    assert primary == Counter(id_of(member) for member in taken_in)


async def test_everybody_who_speaks_has_consented_and_the_staff_have_their_roles(database: Database) -> None:
    await load(database, office=office(language=Language.ENGLISH), now=NOW)
    async with database.reading() as session:
        everybody = {person.telegram_id: person for person in await session.exec(select(Person))}
        assert len(everybody) == 303
        staff = {telegram_id: person.staff_role for telegram_id, person in everybody.items() if person.staff_role}
        assert staff == {
            played.COORDINATOR_ID: Role.COORDINATOR,
            played.DUTY_OFFICER_ID: Role.DUTY_OFFICER,
            played.OBSERVER_ID: Role.OBSERVER,
        }
        for telegram_id in everybody.keys() - staff.keys():
            given = await accounts.valid_consent(session, person=everybody[telegram_id], purpose=Purpose.MEMBERSHIP)
            assert given is not None
            assert everybody[telegram_id].menu_wanted.startswith("representative:")
    reading_english = {person.telegram_id for person in everybody.values() if person.language is Language.ENGLISH}
    assert reading_english == {*staff, *played.REPRESENTATIVE_IDS.values()}
    shown = {person["id"]: person["first_name"] for person in cast(PHU_THO, "en")}
    assert all(person.name == shown[telegram_id] for telegram_id, person in everybody.items())


async def test_an_owner_by_the_settings_stays_an_owner(database: Database) -> None:
    async with database.writing() as session:
        await accounts.appoint_owners(session, telegram_ids=[played.OWNER_ID], language=Language.VIETNAMESE, now=NOW)
    await load(database, office=office(), now=NOW)
    async with database.reading() as session:
        [owner] = await accounts.owners(session)
    assert (owner.telegram_id, owner.name) == (played.OWNER_ID, played.STAFF_NAMES[played.OWNER_ID])


async def test_loading_twice_changes_nothing(database: Database) -> None:
    await load(database, office=office(), now=NOW)
    before = await everything(database)
    assert len(before["members"]) == 140
    later = datetime(2026, 12, 1, tzinfo=UTC)
    assert await load(database, office=office(), now=later) == Loaded()
    assert await everything(database) == before


async def test_loading_asks_the_database_so_little_that_nobody_waits(database: Database) -> None:
    asked: list[str] = []
    event.listen(database.writer.sync_engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    await load(database, office=office(), now=NOW)
    assert 0 < len(asked) < 3000


async def register(database: Database, *, telegram_id: int, tax_code: str, name: str) -> None:
    async with database.writing() as session:
        person = await accounts.recognise(
            session, telegram_id=telegram_id, name="Lê Thị Mới", language=Language.VIETNAMESE, now=NOW
        )
        await accounts.consent(session, person=person, purpose=Purpose.MEMBERSHIP, now=NOW)
        candidate = Candidate("Lê Thị Mới", "Giám đốc", "+84900000011", ContactKind.PRIMARY)
        registration = Registration(tax_code, name, [Sector.IT], communes(PHU_THO)[0].code, candidate)
        await applications.register(session, person=person, registration=registration, now=NOW)


async def test_what_a_newcomer_registered_is_part_of_the_demonstration(database: Database) -> None:
    await load(database, office=office(), now=NOW)
    await register(
        database, telegram_id=played.NEWCOMER_ID, tax_code=played.NEWCOMER_TAX_CODE, name="Công ty TNHH Kẹo Dừa Sáp"
    )
    before = await everything(database)
    assert await load(database, office=office(), now=NOW) == Loaded()
    assert await everything(database) == before


async def test_a_database_with_somebody_elses_business_is_refused_and_left_alone(database: Database) -> None:
    await register(database, telegram_id=5_000_001, tax_code=identities.tax_code(950), name="Công ty TNHH Kẹo Dừa Sáp")
    before = await everything(database)
    with pytest.raises(NotADemonstration, match="1 đơn vị không thuộc dữ liệu mẫu, ví dụ “Công ty TNHH Kẹo Dừa Sáp”"):
        await load(database, office=office(), now=NOW)
    assert await everything(database) == before


async def test_the_demonstration_of_another_province_is_refused_and_left_alone(database: Database) -> None:
    await load(database, office=office(HUE), now=NOW)
    before = await everything(database)
    with pytest.raises(NotADemonstration, match="a province other than Tỉnh Phú Thọ"):
        await load(database, office=office(PHU_THO, Language.ENGLISH), now=NOW)
    assert await everything(database) == before


async def test_what_was_played_stays_whoever_came_went_or_changed_their_tax_code(database: Database) -> None:
    await load(database, office=office(), now=NOW)
    await register(database, telegram_id=5_000_001, tax_code=identities.tax_code(950), name="Công ty TNHH Kẹo Dừa Sáp")
    async with database.writing() as session:
        changed = await members.by_tax_code(session, tax_code=businesses(PHU_THO)[0].tax_code)
        assert changed is not None
        changed.tax_code = identities.tax_code(951)
    before = await everything(database)
    assert await load(database, office=office(), now=NOW) == Loaded()
    assert await everything(database) == before


async def test_the_province_has_systems_that_its_businesses_run_and_connect(database: Database) -> None:
    await load(database, office=office(), now=NOW)

    async with database.reading() as session:
        rows = (await session.exec(select(InformationSystem))).all()
        entries = [await systems.entry_of(session, system=one) for one in rows]
    assert {one.name for one in entries} >= {"Cổng dịch vụ công", "Trục liên thông văn bản"}
    assert all(one.operator.member_id and one.connectivity and len(one.contacts) == 3 for one in entries)


async def test_one_report_waits_for_a_decision_and_no_chat_begins_with_it(database: Database) -> None:
    await load(database, office=Office("Sở", PHU_THO, VIETNAM, Language.VIETNAMESE), now=NOW)

    async with database.reading() as session:
        (report,) = (await session.exec(select(Report))).all()
        states = (await session.exec(select(Delivery.state).distinct())).all()
        climbing = (await session.exec(select(ReportClimb).where(ReportClimb.done_at == None))).all()  # noqa: E711
    assert (report.code, report.state) == ("BC-2026-0001", ReportState.SEEN)
    assert set(states) == {DeliveryState.DROPPED, DeliveryState.SENT}
    assert climbing == []


async def test_what_is_past_was_answered_and_ended_and_its_lesson_was_learnt(database: Database) -> None:
    await load(database, office=office(), now=NOW)

    async with database.reading() as session:
        (incident,) = (await session.exec(select(Incident))).all()
        answers = Counter((await session.exec(select(Response.answer))).all())
        (lesson,) = (await session.exec(select(Lesson))).all()
        verdicts = Counter((await session.exec(select(LessonAnswer.verdict))).all())
        waiting = (await session.exec(select(Delivery.id).where(col(Delivery.edit_due_at).is_not(None)))).all()
    assert f"{incident.declared_at.astimezone(VIETNAM):%d/%m/%Y %H:%M}" == "01/11/2026 09:10"
    assert (incident.status, incident.closed_at) == (IncidentStatus.CLOSED, incident.declared_at + timedelta(hours=4))
    assert answers[Answer.READY] > answers[Answer.CANNOT] > 0
    assert (lesson.state, lesson.member_id) == (LessonState.SENT, None)
    assert verdicts[LessonVerdict.APPLIED] > 0 < verdicts[None]
    assert waiting == []
