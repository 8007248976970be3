"""A business that agreed to be named and takes that back is named nowhere any more, in whatever spelling."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.lessons import Lesson, LessonNaming
from models.members import MemberStatus
from services.lessons import lessons, lists, names_in_words, naming, sending, writing
from services.lessons.naming import LessonNamesBusinesses, NobodyNamedToAsk
from services.members import renaming
from tests.network import MORNING, Network, found_network
from tests.services.learning import SAID, write

LATER = MORNING + timedelta(hours=1)
NAMING = replace(
    SAID,
    happened="Tin tặc vào từ máy của Công nghệ Hoa Sen.\nViễn thông Sông Hồng thấy sau ba ngày.",
    todo="Khóa tài khoản mà CÔNG NGHỆ HOA SEN đã cấp",
)


async def agreed(network: Network) -> Lesson:
    """Let a lesson of the telecom business be sent that names it and the IT one, as both allow."""
    lesson = await write(network, NAMING)
    lesson_id = id_of(lesson)
    await naming.ask(network.session, lesson_id=lesson_id, by=network.coordinator, now=MORNING)
    for member, person in ((network.it, network.dung), (network.telecom, network.an)):
        await naming.answer(
            network.session, lesson_id=lesson_id, member_id=id_of(member), accepts=True, by=person, now=MORNING
        )
    await sending.send(network.session, lesson_id=lesson_id, sector=None, by=network.coordinator, now=MORNING)
    return lesson


async def hidden(network: Network, lesson: Lesson) -> set[str]:
    """List the names that a lesson may not tell."""
    return set((await lessons.sheet(network.session, lesson=lesson)).hidden)


async def test_whoever_takes_it_back_is_hidden_from_then_on_and_found_by_that_name_no_more(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    lesson = await agreed(network)
    assert await hidden(network, lesson) == set()

    async def found(typed: str) -> list[str]:
        page = await lists.page(session, person=network.chi, is_staff=False, number=0, typed=typed)
        return [one.code for one in page.lines]

    assert await found("hoa sen") == ["BH-2026-0001"]
    lesson_id = id_of(lesson)
    await naming.answer(
        session, lesson_id=lesson_id, member_id=id_of(network.it), accepts=False, by=network.dung, now=LATER
    )
    assert await hidden(network, lesson) == {"Công nghệ Hoa Sen"}
    assert (await found("hoa sen"), await found("song hong")) == ([], ["BH-2026-0001"])

    await writing.name(session, lesson_id=lesson_id, accepts=False, by=network.binh, now=LATER)
    assert await hidden(network, lesson) == {"Công nghệ Hoa Sen", "Viễn thông Sông Hồng"}
    assert (await found("song hong"), await found("tin tac")) == ([], ["BH-2026-0001"])
    row = await naming.of_member(session, lesson_id=lesson_id, member_id=id_of(network.telecom))
    assert row is not None
    assert row.accepts is False

    await writing.name(session, lesson_id=lesson_id, accepts=True, by=network.binh, now=LATER)
    assert await hidden(network, lesson) == {"Công nghệ Hoa Sen"}
    assert await found("song hong") == ["BH-2026-0001"]


async def test_whoever_said_no_when_handing_it_in_is_not_asked_the_same_once_more(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, replace(SAID, happened="Viễn thông Sông Hồng thấy", may_be_named=False))

    with pytest.raises(NobodyNamedToAsk):
        await naming.ask(session, lesson_id=id_of(lesson), by=network.coordinator, now=MORNING)
    with pytest.raises(LessonNamesBusinesses):
        await naming.check(session, lesson=lesson)


async def test_a_business_under_a_new_name_is_hidden_by_the_old_one_too(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, NAMING)
    lesson_id = id_of(lesson)
    await naming.ask(session, lesson_id=lesson_id, by=network.coordinator, now=MORNING)
    renaming.rename(network.it, name="Giải pháp Bình Minh")
    renaming.rename(network.telecom, name="Viễn thông Cửu Long")
    # Its old name still stands in the words, and nobody has agreed to that.
    with pytest.raises(LessonNamesBusinesses):
        await sending.send(session, lesson_id=lesson_id, sector=None, by=network.coordinator, now=MORNING)
    for member, person in ((network.it, network.dung), (network.telecom, network.an)):
        await naming.answer(session, lesson_id=lesson_id, member_id=id_of(member), accepts=True, by=person, now=MORNING)
    await sending.send(session, lesson_id=lesson_id, sector=None, by=network.coordinator, now=MORNING)

    await naming.answer(
        session, lesson_id=lesson_id, member_id=id_of(network.it), accepts=False, by=network.dung, now=LATER
    )
    await writing.name(session, lesson_id=lesson_id, accepts=False, by=network.an, now=LATER)
    assert {"Công nghệ Hoa Sen", "Giải pháp Bình Minh", "Viễn thông Sông Hồng"} <= await hidden(network, lesson)


async def test_a_business_that_has_another_name_since_is_asked_where_the_words_have_its_old_one(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    lesson = await write(network, replace(NAMING, todo="Vá máy chủ"))
    renaming.rename(network.it, name="Giải pháp Bình Minh")
    renaming.rename(network.it, name="Giải pháp Rạng Đông")

    named = {one.member.id: one for one in await naming.named_in(session, lesson=lesson)}
    assert named[network.it.id].called == ["Công nghệ Hoa Sen"]
    await naming.ask(session, lesson_id=id_of(lesson), by=network.coordinator, now=MORNING)
    said = await naming.sentences(session, lesson=lesson, member=network.it)
    assert "Tin tặc vào từ máy của Công nghệ Hoa Sen." in said
    with pytest.raises(LessonNamesBusinesses):
        await naming.check(session, lesson=lesson)


async def test_a_name_of_before_that_another_business_has_today_is_that_ones(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, replace(NAMING, happened="Công nghệ Hoa Sen bị lộ.", todo="Vá máy chủ"))
    renaming.rename(network.it, name="Giải pháp Bình Minh")
    renaming.rename(network.postal, name="Công nghệ Hoa Sen")
    await session.flush()

    assert [one.member.id for one in await naming.named_in(session, lesson=lesson)] == [network.postal.id]


async def test_two_businesses_that_the_same_words_name_both_read_them_and_nothing_more_of_each_other(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    happened = "Viettel báo chậm.\nViettel Post nghẽn kho.\nViettel Phú Thọ mất sóng."
    lesson = await write(network, replace(SAID, happened=happened))
    renaming.rename(network.it, name="Viettel Phú Thọ")
    renaming.rename(network.postal, name="Viettel Post")
    await session.flush()

    for member, theirs in ((network.it, "Viettel Phú Thọ mất sóng."), (network.postal, "Viettel Post nghẽn kho.")):
        said = await naming.sentences(session, lesson=lesson, member=member)
        assert {part for part in said if part.endswith(".")} == {"Viettel báo chậm.", theirs}


@pytest.mark.parametrize("status", [MemberStatus.LEFT, MemberStatus.MERGED])
async def test_a_business_that_is_gone_is_asked_nothing_and_its_name_must_go_before_it_is_sent(
    session: AsyncSession, status: MemberStatus
) -> None:
    network = await found_network(session)
    lesson = await write(network, replace(NAMING, todo="Vá máy chủ", may_be_named=True))
    network.it.status = status
    await session.flush()

    assert [(one.member.id, one.is_gone) for one in await naming.named_in(session, lesson=lesson)] == [
        (network.it.id, True),
        (network.telecom.id, False),
    ]
    with pytest.raises(NobodyNamedToAsk):
        await naming.ask(session, lesson_id=id_of(lesson), by=network.coordinator, now=MORNING)
    with pytest.raises(LessonNamesBusinesses):
        await sending.send(session, lesson_id=id_of(lesson), sector=None, by=network.coordinator, now=MORNING)

    # Registered twice, and one of both gone: whoever is there answers for the name.
    network.postal.name = network.it.name
    await session.flush()
    assert {one.member.id for one in await naming.named_in(session, lesson=lesson)} == {
        network.postal.id,
        network.telecom.id,
    }


async def test_what_waits_is_shown_as_it_is_written(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, NAMING)

    assert await hidden(network, lesson) == set()


async def test_the_name_of_a_business_that_was_merged_stays_hidden(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await agreed(network)
    network.it.status, network.it.merged_into_id = MemberStatus.MERGED, id_of(network.postal)
    row = await naming.of_member(session, lesson_id=id_of(lesson), member_id=id_of(network.it))
    assert isinstance(row, LessonNaming)
    row.member_id, row.accepts = id_of(network.postal), None
    await session.flush()

    assert "Công nghệ Hoa Sen" in await hidden(network, lesson)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Máy của Công nghệ Hoa Sen bị lộ.", "Máy của một đơn vị bị lộ."),
        ("Công nghệ Hoa Sen bị lộ. CÔNG NGHỆ HOA SEN đã vá", "Một đơn vị bị lộ. Một đơn vị đã vá"),
        ("Máy của cong-nghe  hoa sen, đã vá", "Máy của một đơn vị, đã vá"),
        ("gọi Công ty TNHH Công nghệ Hoa Sen ngay", "gọi một đơn vị ngay"),
        (
            "gọi Chi nhánh Tổng công ty trách nhiệm hữu hạn một thành viên Công nghệ Hoa Sen ngay",
            "gọi một đơn vị ngay",
        ),
        ("Công nghệ Hoa Sen Xanh không liên quan", "Một đơn vị Xanh không liên quan"),
        ("hoa sen nở trước công nghệ", "hoa sen nở trước công nghệ"),
        ("", ""),
    ],
)
def test_a_name_gives_way_in_any_spelling_and_with_the_legal_words_before_it(text: str, told: str) -> None:
    assert names_in_words.without(text, ["Công nghệ Hoa Sen"], "một đơn vị") == told


def test_the_short_name_gives_way_as_it_is_written_and_no_word_of_every_day_does() -> None:
    text = "Công ty Thành Công báo tin; việc vá đã thành công."

    told = names_in_words.without(text, ["Công ty TNHH MTV Thành Công"], "một đơn vị")

    assert told == "Một đơn vị báo tin; việc vá đã thành công."


RED_LETTERBOX = "Công ty TNHH Bưu chính Hòm Thư Đỏ"
LOTUS = "Công ty Cổ phần Công nghệ Hoa Sen"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (RED_LETTERBOX, "Lộ dữ liệu của Công ty Hòm Thư Đỏ.", "Lộ dữ liệu của một đơn vị."),
        (RED_LETTERBOX, "Hòm Thư Đỏ bị lộ", "Một đơn vị bị lộ"),
        (RED_LETTERBOX, "máy của hòm thư đỏ, cty hom thu do", "máy của một đơn vị, một đơn vị"),
        (RED_LETTERBOX, "gọi Công ty Bưu chính hòm thư đỏ", "gọi một đơn vị"),
        ("Hòm Thư Đỏ Việt Nam JSC", "gọi Hòm Thư Đỏ", "gọi một đơn vị"),
        (LOTUS, "Máy của Hoa Sen và HOA SEN", "Máy của một đơn vị và một đơn vị"),
        (LOTUS, "gọi công ty hoa sen ngay", "gọi một đơn vị ngay"),
        (LOTUS, "gọi Cty CP Hoa sen ngay", "gọi một đơn vị ngay"),
        ("Công ty TNHH Công nghệ Misa", "máy của Misa bị lộ", "máy của một đơn vị bị lộ"),
        (LOTUS, "Thư từ ketoan@hoasen.vn, tài khoản HoaSen", "Thư từ ketoan@một đơn vị.vn, tài khoản một đơn vị"),
        ("Viễn thông Phú Thọ (VNPT Phú Thọ)", "do VNPT Phú Thọ, vnpt", "do một đơn vị, một đơn vị"),
        ("Viễn thông Phú Thọ (VNPT Phú Thọ)", "gọi Viễn thông tỉnh Phú Thọ", "gọi một đơn vị"),
        ("Chuyển phát Xe Thồ – Chi nhánh tỉnh Phú Thọ", "xe của Chuyển phát Xe Thồ", "xe của một đơn vị"),
    ],
)
def test_a_name_gives_way_without_the_words_of_its_trade(name: str, text: str, told: str) -> None:
    assert names_in_words.names(text, name)
    assert names_in_words.without(text, [name], "một đơn vị") == told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (LOTUS, "Ao trước cơ quan có hoa sen; đổi công nghệ"),
        ("Công ty TNHH Hợp Nhất", "HAI ĐỘI HỢP NHẤT VÀ XỬ LÝ"),
        ("Bưu chính Long Biên", "Các doanh nghiệp Long Biên, phường Long Biên"),
        ("Chi nhánh Viễn thông Phú Thọ", "Gửi Sở của tỉnh Phú Thọ"),
        ("Công ty TNHH Dịch vụ Hạ tầng Số Việt Nam", "Rà soát hạ tầng số của Việt Nam"),
        ("Công ty Cổ phần Giải pháp Công nghệ Thông tin", "Phòng Công nghệ Thông tin rà lại giải pháp"),
        ("Công ty TNHH Công nghệ Việt", "Người Việt Nam, tiếng việt"),
        ("Công ty TNHH Tin học Nhanh", "xử lý nhanh"),
        ("Công ty TNHH Dịch vụ Thành Công", "Doanh nghiệp thành công; vá thành công"),
    ],
)
def test_words_of_every_day_and_places_are_no_names(name: str, text: str) -> None:
    assert not names_in_words.names(text, name)
    assert names_in_words.without(text, [name], "một đơn vị") == text
