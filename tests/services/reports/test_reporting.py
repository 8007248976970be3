"""Reporting: kept once with a code of its own series, told at once, placed by what is known, and added to."""

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.members import Representative, RepresentativeStatus
from models.reports import REPORT_SUBJECT, PlaceFrom, Report, ReportClimb, ReportState, ReportStep
from models.tlp import Tlp
from services.ground import attachments
from services.ground.attachments import Attachment
from services.reports import places, reporting, reports, triage
from services.reports.places import Named, Unplaced
from services.reports.reporting import ReportAlreadySent, ReportKeptAsItIs, ReportNotTheirsAnyMore, Sign
from services.reports.reports import NotYourReport, ReportWordsLength, label_of
from tests.network import BA_VI, HOAN_KIEM, MORNING, PROVINCE, found_network
from tests.services.reporting import WORDS, minutes, report, told

AT_BA_VI = Attachment(AttachmentKind.LOCATION, "21.060000,105.345000")
AT_SEA = Attachment(AttachmentKind.LOCATION, "0.000000,150.000000")
PHOTO = Attachment(AttachmentKind.PHOTO, "photo", "p")


async def test_reports_count_in_a_series_of_their_own_and_are_told_to_the_reporter_and_all_who_coordinate(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await network.declare()

    first, second = await report(network), await report(network, by=network.binh)

    assert (first.code, second.code) == ("BC-2026-0001", "BC-2026-0002")
    assert first.state is ReportState.NEW
    assert await told(network, BroadcastKind.REPORTERS_CARD, second) == [("first", {id_of(network.binh)})]
    everybody = {id_of(network.coordinator), id_of(network.colleague)}
    assert await told(network, BroadcastKind.REPORT, first) == [("first", everybody)]


async def test_a_second_tap_sends_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    await report(network, key="same")

    with pytest.raises(ReportAlreadySent):
        await report(network, key="same")

    assert len((await session.exec(select(Report))).all()) == 1


@pytest.mark.parametrize("text", ["", "x" * 1001])
async def test_words_are_wanted_and_not_without_end(session: AsyncSession, text: str) -> None:
    network = await found_network(session)

    with pytest.raises(ReportWordsLength):
        await report(network, Sign(text=text))


async def test_nobody_reports_for_a_business_that_is_not_theirs(session: AsyncSession) -> None:
    network = await found_network(session)

    with pytest.raises(NotYourReport):
        await report(network, Sign(member_id=id_of(network.it), text=WORDS))


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        (Sign(text=WORDS), (HOAN_KIEM, PlaceFrom.BUSINESS)),
        (Sign(text="Cháy trạm tại xã Ba Vì", is_own=False), (BA_VI, PlaceFrom.WORDS)),
        (Sign(text=WORDS, is_own=False), (None, None)),
        (Sign(text="Mất sóng ở Ba Vì từ 8h sáng, cột BTS bị đổ"), (BA_VI, PlaceFrom.WORDS)),
        (Sign(text="no signal in Ba Vi since 8"), (BA_VI, PlaceFrom.WORDS)),
        (Sign(text="Mất sóng ở xã Ba Vì và phường Hoàn Kiếm"), (None, None)),
        (Sign(text="Mất sóng ở phường Việt Trì, tỉnh Phú Thọ"), (None, None)),
        (Sign(text="Mất sóng tại Hạ Long"), (None, None)),
        (Sign(text="Sự cố ngoài địa bàn"), (None, None)),
        (
            Sign(text="Cháy trạm tại phường Hoàn Kiếm", files=(PHOTO, AT_SEA), is_own=False),
            (HOAN_KIEM, PlaceFrom.WORDS),
        ),
    ],
)
async def test_the_place_is_taken_from_what_is_known(
    session: AsyncSession, sign: Sign, expected: tuple[str | None, PlaceFrom | None]
) -> None:
    network = await found_network(session)

    made = await report(network, sign)

    assert (made.commune_code, made.place_from) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WORDS, Unplaced()),
        ("Mất sóng ở xã Ba Vì", Unplaced()),
        ("Mất sóng ở xã Ba Vì và phường Hoàn Kiếm", Unplaced(("Xã Ba Vì", "Phường Hoàn Kiếm"))),
        ("Mất điện cả huyện Thạch Thất", Unplaced(unclear=("huyện Thạch Thất",))),
        ("Mất sóng tại Hạ Long", Unplaced(beyond=("Hạ Long",))),
        ("Mất sóng xã Ba Vì, cả ngoài tỉnh", Unplaced(beyond=("ngoài tỉnh",))),
    ],
)
async def test_what_words_name_and_no_commune_is_set_for_is_kept_for_the_card(
    session: AsyncSession, text: str, said: Unplaced
) -> None:
    network = await found_network(session)

    made = await report(network, Sign(text=text))

    assert places.unplaced(made, (), province_code=PROVINCE) == said


async def test_an_address_is_no_place_beside_added_words_that_name_one_elsewhere(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await report(network)
    assert places.to_declare(made, (), province_code=PROVINCE) == Named((HOAN_KIEM,), by_address=True)

    made.text = "Mất sóng tại Hạ Long"

    assert places.to_declare(made, (), province_code=PROVINCE) == Named()


async def test_what_is_added_or_edited_may_say_where_it_is_before_the_address_does(session: AsyncSession) -> None:
    network = await found_network(session)
    added_to, edited = await report(network), await report(network)
    edited.message_id = 77

    await reporting.add(
        session,
        report_id=id_of(added_to),
        text="Ở Ba Vì",
        files=(),
        by=network.an,
        province_code=PROVINCE,
        now=minutes(1),
    )
    for text, expected in (
        ("Mất sóng ở Ba Vì", (BA_VI, PlaceFrom.WORDS)),
        ("Mất sóng", (HOAN_KIEM, PlaceFrom.BUSINESS)),
    ):
        await reporting.change(session, by=network.an, message_id=77, text=text, province_code=PROVINCE, now=minutes(1))
        assert (edited.commune_code, edited.place_from) == expected

    assert (added_to.commune_code, added_to.place_from) == (BA_VI, PlaceFrom.WORDS)


async def test_a_report_takes_the_stricter_label_of_what_is_added_and_never_a_wider_one(session: AsyncSession) -> None:
    network = await found_network(session)
    one = await report(network)
    for words, label in (("TLP:AMBER có tệp lạ", Tlp.AMBER), ("TLP:ĐỎ lộ mật khẩu", Tlp.RED), ("TLP:CLEAR", Tlp.RED)):
        await reporting.add(
            session,
            report_id=id_of(one),
            text=words,
            files=(),
            by=network.an,
            province_code=PROVINCE,
            now=minutes(1),
        )
        assert label_of(one) is label


async def test_a_location_says_the_place_whatever_else_is_said_and_so_does_one_that_is_added(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    made = await report(network, Sign(text="Cháy trạm tại phường Hoàn Kiếm"))
    assert made.place_from is PlaceFrom.WORDS

    await reporting.add(
        session,
        report_id=id_of(made),
        text="",
        files=(PHOTO, AT_BA_VI),
        by=network.an,
        province_code=PROVINCE,
        now=minutes(1),
    )

    assert (made.commune_code, made.place_from) == (BA_VI, PlaceFrom.LOCATION)
    kept = await attachments.of(session, subject=REPORT_SUBJECT, subject_id=id_of(made))
    assert [one.kind for one in kept] == [AttachmentKind.PHOTO, AttachmentKind.LOCATION]
    (_, (news, _)) = await told(network, BroadcastKind.REPORT, made)
    assert news == "added"


async def test_a_colleague_sees_a_report_but_not_a_confidential_one_and_adds_to_neither(session: AsyncSession) -> None:
    network = await found_network(session)
    open_one = await report(network)
    secret = await report(network, Sign(text=WORDS, is_confidential=True))

    assert await reports.seen_by(session, report_id=id_of(open_one), person=network.binh) is open_one
    assert await reports.seen_by(session, report_id=id_of(secret), person=network.an) is secret
    for report_id, person in ((id_of(secret), network.binh), (id_of(open_one), network.chi)):
        with pytest.raises(NotYourReport):
            await reports.seen_by(session, report_id=report_id, person=person)
    with pytest.raises(NotYourReport):
        await reporting.add(
            session, report_id=id_of(open_one), text="?", files=(), by=network.binh, province_code=PROVINCE, now=MORNING
        )


async def test_an_edited_message_changes_the_words_and_another_message_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await report(network)
    made.message_id = 77

    assert (
        await reporting.change(
            session, by=network.binh, message_id=77, text="Khác", province_code=PROVINCE, now=minutes(1)
        )
        is None
    )
    assert (
        await reporting.change(
            session, by=network.an, message_id=78, text="Khác", province_code=PROVINCE, now=minutes(1)
        )
        is None
    )
    assert (made.text, made.edited_at) == (WORDS, None)
    await reporting.change(
        session, by=network.an, message_id=77, text="Chỉ một máy trạm", province_code=PROVINCE, now=minutes(1)
    )

    assert (made.text, made.edited_at) == ("Chỉ một máy trạm", minutes(1))


async def test_what_was_edited_keeps_both_versions_and_is_told_to_those_who_looked(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await report(network)
    made.message_id = 77
    await reporting.change(
        session, by=network.an, message_id=77, text="Một máy trạm", province_code=PROVINCE, now=minutes(1)
    )
    await triage.look(session, report=made, by=network.coordinator, now=minutes(2))

    await reporting.change(
        session, by=network.an, message_id=77, text="Hai máy trạm", province_code=PROVINCE, now=minutes(3)
    )

    steps = await reports.history(session, report=made)
    assert [one.note for one in steps if one.step is ReportStep.EDITED] == [WORDS, "Một máy trạm"]
    assert [news for news, _ in await told(network, BroadcastKind.REPORT, made)] == ["first", "edited"]


async def test_what_was_decided_on_takes_additions_only_and_whoever_has_left_changes_nothing(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    settled, other = await report(network), await report(network)
    settled.message_id, other.message_id = 77, 78
    await triage.say(
        session,
        report_id=id_of(settled),
        step=ReportStep.NOTHING,
        words="Không sao",
        by=network.coordinator,
        now=minutes(1),
    )
    with pytest.raises(ReportKeptAsItIs):
        await reporting.change(
            session, by=network.an, message_id=77, text="Chưa hề báo", province_code=PROVINCE, now=minutes(2)
        )
    for one in await session.exec(select(Representative).where(Representative.person_id == network.an.id)):
        one.status = RepresentativeStatus.REMOVED
    await session.flush()

    with pytest.raises(ReportNotTheirsAnyMore):
        await reporting.change(
            session, by=network.an, message_id=78, text="Chưa hề báo", province_code=PROVINCE, now=minutes(3)
        )

    assert [settled.text, other.text] == [WORDS, WORDS]


async def test_what_was_ended_waits_again_when_its_reporter_adds_to_it_and_not_for_a_word_of_thanks(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    made = await report(network)
    await triage.say(
        session,
        report_id=id_of(made),
        step=ReportStep.NOTHING,
        words="Không sao",
        by=network.coordinator,
        now=minutes(1),
    )
    states = []

    for text in ("Cảm ơn", "Nay cả ba máy đều hỏng"):
        await reporting.add(
            session,
            report_id=id_of(made),
            text=text,
            files=(),
            by=network.an,
            province_code=PROVINCE,
            now=minutes(2),
        )
        states.append((made.state, made.naming_asked_at is None))

    assert states == [(ReportState.NOTHING, False), (ReportState.NEW, True)]
    waiting = select(ReportClimb).where(col(ReportClimb.done_at).is_(None))
    assert len((await session.exec(waiting)).all()) == 3


async def test_words_that_say_red_make_a_report_confidential_when_it_is_sent_added_to_or_edited(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    sent = await report(network, Sign(text="TLP:RED lộ dữ liệu"))
    added_to = await report(network)
    edited = await report(network)
    edited.message_id = 78

    await reporting.add(
        session,
        report_id=id_of(added_to),
        text="tlp red: mật khẩu là Zulu",
        files=(),
        by=network.an,
        province_code=PROVINCE,
        now=MORNING,
    )
    await reporting.change(
        session, by=network.an, message_id=78, text="TLP:RED lộ dữ liệu", province_code=PROVINCE, now=MORNING
    )

    for one in (sent, added_to, edited):
        with pytest.raises(NotYourReport):
            await reports.seen_by(session, report_id=id_of(one), person=network.binh)
        assert await reports.seen_by(session, report_id=id_of(one), person=network.an) is one
