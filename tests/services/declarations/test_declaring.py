"""A declaration goes out once, under a code of its own, to everyone who matches."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.audit import AuditEntry
from models.broadcasts import BroadcastKind, Delivery, DeliveryState, Lane
from models.duty import DutyWeek
from models.identity import id_of
from models.incidents import (
    Alerted,
    Incident,
    IncidentKind,
    IncidentStatus,
    IncidentType,
    Reminder,
    ReminderKind,
    Severity,
)
from models.members import Sector
from services.declarations import declaring as declarations
from services.declarations.declaring import (
    AlreadySent,
    Declaration,
    DescriptionLength,
    HeadcountRange,
    JustSent,
    NobodyToAlert,
    TitleLength,
    UntilPast,
)
from services.ground import attachments
from services.ground.attachments import Attachment
from services.incidents import lifecycle as incidents
from services.incidents.audience import Wanted
from services.members import capabilities
from tests.network import BA_VI, CABLE_CUT, MORNING, PROVINCE, TIME_ZONE, Network, found_network

NEW_YEAR = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)  # midnight in Việt Nam


async def send(network: Network, draft_key: str, declaration: Declaration = CABLE_CUT) -> Incident:
    incident, _ = await declarations.declare(
        network.session,
        declaration=declaration,
        draft_key=draft_key,
        province_code=PROVINCE,
        by=network.coordinator,
        now=MORNING,
        time_zone=TIME_ZONE,
    )
    return incident


async def nothing_was_stored(session: AsyncSession) -> bool:
    stored = [await session.exec(select(table).limit(1)) for table in (Incident, Delivery, Alerted, Reminder)]
    return not [one for one in stored if one.first() is not None]


FILES = (
    Attachment(AttachmentKind.PHOTO, "file-1", "one"),
    Attachment(AttachmentKind.VIDEO, "file-2", "two", name="tram.mp4", size=4_000_000),
)


async def test_everything_that_was_said_is_stored(session: AsyncSession) -> None:
    network = await found_network(session)
    pump = await capabilities.add(session, name_vi="Máy bơm", name_en="Pumps", by=None, now=MORNING)
    network_with_pumps = Wanted(sectors=(Sector.IT, Sector.TELECOM), commune_codes=("00070",))
    said = Declaration(
        kind=IncidentKind.PROBLEM,
        type=IncidentType.INTRUSION,
        severity=Severity.LOW,
        title="Cổng dịch vụ công chậm",
        description="Cần tư vấn.",
        headcount_wanted=4,
        until_at=MORNING + timedelta(hours=2),
        wanted=network_with_pumps,
        attachments=FILES,
    )

    incident = await network.declare(said)

    assert incident.status is IncidentStatus.OPEN
    assert (incident.type, incident.severity) == (IncidentType.INTRUSION, Severity.LOW)
    assert (incident.title, incident.description) == ("Cổng dịch vụ công chậm", "Cần tư vấn.")
    assert (incident.headcount_wanted, incident.until_at) == (4, MORNING + timedelta(hours=2))
    assert await attachments.of(session, subject="incident", subject_id=id_of(incident)) == list(FILES)
    assert (incident.declared_at, incident.declared_by_id) == (MORNING, id_of(network.coordinator))
    wanted = await incidents.wanted_by(session, incident=incident)
    assert wanted == replace(network_with_pumps, sectors=(Sector.TELECOM, Sector.IT))
    assert id_of(pump) not in wanted.capability_ids


async def test_everyone_who_matches_gets_one_message_at_once_in_the_first_lane(session: AsyncSession) -> None:
    network = await found_network(session)

    incident = await network.declare(delivered=False)

    (alerted,) = await network.recipients(BroadcastKind.ALERT, incident)
    assert alerted == [id_of(one) for one in (network.an, network.binh, network.chi, network.dung)]
    deliveries = (await session.exec(select(Delivery).where(col(Delivery.person_id).in_(alerted)))).all()
    assert {(one.lane, one.state, one.due_at) for one in deliveries} == {(Lane.ALERT, DeliveryState.PENDING, MORNING)}
    assert {one.address for one in deliveries} == {"1001", "1002", "1003", "1004"}
    pairs = (await session.exec(select(Alerted))).all()
    assert len(pairs) == 5


async def test_every_other_coordinator_gets_a_tally(session: AsyncSession) -> None:
    network = await found_network(session)

    incident = await network.declare()

    assert await network.recipients(BroadcastKind.TALLY, incident) == [[id_of(network.colleague)]]


async def test_who_declared_it_is_on_record(session: AsyncSession) -> None:
    network = await found_network(session)

    incident = await network.declare()

    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "incident-declared"))).all()
    assert (entry.person_id, entry.subject_id, entry.at) == (id_of(network.coordinator), incident.id, MORNING)
    assert entry.after == {"code": incident.code, "members": 3, "people": 4, "held_back": 0}


async def test_the_same_to_the_same_within_ten_minutes_is_asked_about_whoever_sends_it(session: AsyncSession) -> None:
    network = await found_network(session)
    await send(network, "one")

    with pytest.raises(JustSent) as refusal:
        await send(network, "two")

    assert refusal.value.values == {"code": "SC-2026-0001", "at": MORNING}
    assert (await session.exec(select(func.count()).select_from(Incident))).one() == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(CABLE_CUT, title="Việc khác"),
        replace(CABLE_CUT, kind=IncidentKind.DRILL),
        replace(CABLE_CUT, wanted=Wanted(sectors=(Sector.TELECOM,))),
    ],
)
async def test_what_differs_in_title_kind_or_audience_is_no_repetition(
    session: AsyncSession, other: Declaration
) -> None:
    network = await found_network(session)
    await send(network, "one")

    assert await declarations.just_sent(session, declaration=other, now=MORNING) is None


async def test_the_same_to_another_business_from_elsewhere_is_no_repetition(session: AsyncSession) -> None:
    network = await found_network(session)
    nearest = Wanted(commune_codes=("00070",), also=(id_of(network.telecom),))
    said = replace(CABLE_CUT, wanted=nearest)
    first = await send(network, "one", said)
    another = replace(said, wanted=replace(nearest, also=(id_of(network.postal),)))

    assert await declarations.just_sent(session, declaration=said, now=MORNING) == first
    assert await declarations.just_sent(session, declaration=another, now=MORNING) is None


async def test_after_ten_minutes_nothing_is_asked(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await send(network, "one")
    later = MORNING + timedelta(minutes=10)

    just = await declarations.just_sent(session, declaration=CABLE_CUT, now=later - timedelta(seconds=1))
    assert just == first
    assert await declarations.just_sent(session, declaration=CABLE_CUT, now=later) is None


async def test_codes_count_by_kind(session: AsyncSession) -> None:
    network = await found_network(session)

    kinds = (IncidentKind.INCIDENT, IncidentKind.DRILL, IncidentKind.INCIDENT, IncidentKind.PROBLEM)
    codes = [(await network.declare(replace(CABLE_CUT, kind=kind))).code for kind in kinds]

    assert codes == ["SC-2026-0001", "DT-2026-0001", "SC-2026-0002", "VD-2026-0001"]


async def test_codes_count_by_the_local_year(session: AsyncSession) -> None:
    network = await found_network(session)

    before = await network.declare(now=NEW_YEAR - timedelta(seconds=1))
    after = await network.declare(now=NEW_YEAR)

    assert (before.code, after.code) == ("SC-2026-0001", "SC-2027-0001")


async def test_the_preview_knows_the_code_beforehand(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()

    expected = await declarations.expected_code(session, kind=IncidentKind.INCIDENT, now=MORNING, time_zone=TIME_ZONE)

    assert expected == "SC-2026-0002" == (await network.declare()).code


async def test_a_second_tap_sends_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await send(network, "7:abc")

    with pytest.raises(AlreadySent) as refused:
        await send(network, "7:abc")

    assert refused.value.values == {"code": incident.code}
    assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1
    assert (await send(network, "7:other", replace(CABLE_CUT, title="Việc khác"))).code == "SC-2026-0002"


async def test_where_nobody_matches_nothing_is_stored(session: AsyncSession) -> None:
    network = await found_network(session)

    with pytest.raises(NobodyToAlert):
        await send(
            network, "7:abc", replace(CABLE_CUT, wanted=Wanted(sectors=(Sector.TELECOM,), commune_codes=(BA_VI,)))
        )

    assert await nothing_was_stored(session)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (replace(CABLE_CUT, title=""), TitleLength),
        (replace(CABLE_CUT, title="x" * 121), TitleLength),
        (replace(CABLE_CUT, description=""), DescriptionLength),
        (replace(CABLE_CUT, description="x" * 2001), DescriptionLength),
        (replace(CABLE_CUT, until_at=MORNING), UntilPast),
    ],
)
async def test_what_cannot_be_declared_is_refused_before_anything_is_stored(
    session: AsyncSession, wrong: Declaration, refusal: type[Exception]
) -> None:
    network = await found_network(session)

    with pytest.raises(refusal):
        await send(network, "7:abc", wrong)

    assert await nothing_was_stored(session)


def test_the_longest_title_and_text_are_taken() -> None:
    assert declarations.check_title("x" * 120) == "x" * 120
    assert declarations.check_description("x" * 2000) == "x" * 2000


@pytest.mark.parametrize("number", [-1, 10_001])
def test_a_headcount_beyond_sense_is_refused(number: int) -> None:
    with pytest.raises(HeadcountRange):
        declarations.check_headcount(number)


def test_a_line_becomes_title_and_text() -> None:
    said = declarations.from_line("Đứt cáp tại Ba Vì\nba tuyến mất kết nối")

    assert said.title == "Đứt cáp tại Ba Vì"
    assert said.description == "Đứt cáp tại Ba Vì\nba tuyến mất kết nối"


@pytest.mark.parametrize("line", ["từ " * 60, "x" * 300])
def test_a_long_line_is_cut_to_a_title(line: str) -> None:
    said = declarations.from_line(line.strip())

    assert said.title.endswith("…")
    assert declarations.check_title(said.title)
    assert said.description == line.strip()


def test_an_empty_line_is_no_declaration() -> None:
    with pytest.raises(DescriptionLength):
        declarations.from_line("")


async def test_those_off_duty_are_held_back_and_the_record_says_how_many(session: AsyncSession) -> None:
    network = await found_network(session)
    week = DutyWeek(
        member_id=id_of(network.telecom),
        monday=date(2026, 11, 16),
        person_id=id_of(network.binh),
        remind_at=MORNING,
    )
    session.add(week)
    await session.flush()

    incident = await network.declare()

    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "incident-declared"))).all()
    assert entry.after == {"code": incident.code, "members": 3, "people": 3, "held_back": 1}
    alerted = await session.exec(select(Alerted.person_id).where(Alerted.member_id == network.telecom.id))
    assert alerted.all() == [network.binh.id]
    widening = await session.exec(select(Reminder.due_at).where(Reminder.kind == ReminderKind.WIDEN))
    assert widening.all() == [MORNING + timedelta(minutes=10)]
