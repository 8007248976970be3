"""Whoever comes late gets what stands, and what goes wrong is said politely."""

from sqlmodel import select

from models.identity import id_of
from models.members import Member, Sector
from services.people import latecomers
from tests.enrolment import enrol
from tests.scenarios.advisories.test_advisories import send, sent, write
from tests.scenarios.declaring import AN, CHI, small_network
from tests.story import COORDINATOR, Story

DUNG = 204


async def test_a_business_that_joins_later_gets_the_advisory_once_and_is_counted(story: Story) -> None:
    await sent(story)
    await enrol(story, DUNG, "Trần Văn Dũng", "Bưu chính Thăng Long", sectors=(Sector.POSTAL,))
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == "Bưu chính Thăng Long"))).one()
        latecomers.expect(session, member_id=id_of(member), at=story.clock.now())
    await story.pass_time(minutes=1)
    cards = [one for one in story.arrived(DUNG) if "CB-2026-0001" in one]
    assert len(cards) == 1
    await story.say(COORDINATOR, "/canhbao")
    await story.press(COORDINATOR, "CB-2026-0001", message=story.last(COORDINATOR))
    assert "3 đơn vị" in story.text(COORDINATOR)


async def test_what_is_for_an_organisation_at_most_reaches_no_business_that_joins_later(story: Story) -> None:
    await sent(story, label="TLP:AMBER+STRICT")
    await enrol(story, DUNG, "Trần Văn Dũng", "Bưu chính Thăng Long", sectors=(Sector.POSTAL,))
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == "Bưu chính Thăng Long"))).one()
        latecomers.expect(session, member_id=id_of(member), at=story.clock.now())
    await story.pass_time(minutes=1)

    assert not [one for one in story.arrived(DUNG) if "CB-2026-0001" in one]


async def test_who_blocked_the_bot_is_out_of_reach_and_gets_it_on_coming_back(story: Story) -> None:
    await small_network(story)
    story.world.block(CHI)
    await story.settle()
    await write(story)
    await send(story)
    assert "Không liên lạc được: 1" in story.text(COORDINATOR)

    story.world.unblock(CHI)
    await story.settle()
    await story.pass_time(minutes=1)
    assert [one for one in story.arrived(CHI) if "CB-2026-0001" in one]


async def test_a_second_tap_sends_nothing_and_odd_words_are_asked_again(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/canhbao")
    await story.press(COORDINATOR, "➕ Viết cảnh báo sớm")
    await story.world.upload(COORDINATOR, filename="a.pdf", content=b"x")
    await story.settle()
    assert "Cảnh báo điều gì" in story.text(COORDINATOR)
    # Whoever stops has the list, and begins anew from there.
    await story.say(COORDINATOR, "/huy")
    assert "📯 Cảnh báo sớm (0)" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "➕ Viết cảnh báo sớm")
    await story.say(COORDINATOR, "Lừa đảo qua điện thoại")
    await story.say(COORDINATOR, "Nhắc nhân viên")
    await story.say(COORDINATOR, "hôm qua")
    assert "Hoàn thành trước lúc nào" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "17:00 ngày mai")
    await story.say(COORDINATOR, "xyzzy")
    assert "Không nhận ra “xyzzy”" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Viễn thông", message=story.last_with(COORDINATOR, "☐ Viễn thông"))
    await story.press(COORDINATOR, "▶ Tiếp tục")
    await story.press(COORDINATOR, "TLP:GREEN: ")
    preview = story.last(COORDINATOR)
    assert "Gửi tới Viễn thông: 1 đơn vị, 2 người" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi tới", message=preview)
    await story.pass_time(minutes=1)
    assert "CB-2026-0001" in story.text(AN)
    assert not [one for one in story.arrived(CHI) if "CB-2026" in one]


async def test_this_day_is_a_deadline_after_offices_have_closed(story: Story) -> None:
    await small_network(story)
    await story.pass_time(hours=9, minutes=5)
    await story.say(COORDINATOR, "/canhbao")
    await story.press(COORDINATOR, "➕ Viết cảnh báo sớm")
    await story.say(COORDINATOR, "Lừa đảo qua điện thoại")
    await story.say(COORDINATOR, "Nhắc nhân viên")
    await story.say(COORDINATOR, "hôm nay")
    await story.press(COORDINATOR, "Viễn thông")
    await story.press(COORDINATOR, "▶ Tiếp tục")
    await story.press(COORDINATOR, "TLP:GREEN: ")
    assert "23:59" in story.text(COORDINATOR)


async def test_in_english_it_reads_the_same(story: Story) -> None:
    await sent(story)
    await story.say(CHI, "/language")
    await story.press(CHI, "English")
    await story.say(CHI, "/advisories")
    assert "Advisories" in story.text(CHI)
    await story.press(CHI, "CB-2026-0001", message=story.last(CHI))
    assert "What to do:" in story.text(CHI)
    await story.press(CHI, "Done", message=story.last(CHI))
    await story.pass_time(minutes=1)
    assert "done (" in story.text(CHI)
