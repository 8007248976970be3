"""Whoever is outside of the network is heard too, and cannot flood those who coordinate."""

from sqlmodel import select

from models.conversations import Question
from models.members import MemberStatus
from tests.scenarios.declaring import AN, PIXEL, declare, declared, small_network
from tests.scenarios.tasking import TELECOM, stand
from tests.story import COORDINATOR, Story, buttons_of

STRANGER = 901
WORDS = "Cháy tủ cáp ở ngõ 12"


async def write(story: Story, person: int, text: str) -> None:
    """Write something, and send it on as is offered."""
    await story.say(person, text)
    await story.press(person, "📨 Gửi")


async def test_a_strangers_words_are_offered_to_the_coordinators_and_answered(story: Story) -> None:
    await declared(story)
    story.person(STRANGER, "Đào Lạ")
    story.look_away()

    await story.say(STRANGER, WORDS)
    assert f"Gửi nội dung này cho cơ quan điều phối?\n“{WORDS}”" in story.text(STRANGER)
    assert "113, 114 hoặc 115" in story.text(STRANGER)
    assert buttons_of(story.last(STRANGER)) == ["📨 Gửi", "Không gửi", "☰ Menu"]
    assert story.arrived(COORDINATOR) == []

    await story.press(STRANGER, "📨 Gửi")
    assert "Người ngoài mạng lưới · Đào Lạ" in story.text(COORDINATOR)
    assert "SC-2026" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Đã cử người tới")
    assert "Đã cử người tới" in story.text(STRANGER)

    await story.world.say(STRANGER, "Xin cảm ơn", reply_to=story.last(STRANGER)["message_id"])
    await story.settle()
    assert "“Xin cảm ơn”" in story.text(COORDINATOR)


async def test_a_strangers_words_without_a_tap_go_by_themselves_and_the_offer_says_so(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    await story.say(STRANGER, "Mã độc đang lan sang máy khác")
    assert "sau 2 phút nội dung tự được chuyển tới cơ quan điều phối" in story.text(STRANGER)
    story.look_away()

    await story.pass_time(minutes=2)

    assert "Người ngoài mạng lưới · Đào Lạ" in story.text(COORDINATOR)
    assert story.text(STRANGER).startswith("✔ Đã chuyển tới cơ quan điều phối: “Mã độc đang lan")


async def test_a_member_is_told_whom_to_call_where_lives_are_in_danger_with_something_open_or_nothing(
    story: Story,
) -> None:
    await small_network(story)
    numbers = "đề nghị gọi ngay 113, 114 hoặc 115"

    await story.say(AN, "Đứt cáp ở ngõ 12")
    assert numbers not in story.text(AN)
    await story.say(AN, "Có người bị thương ở ngõ 12")
    assert numbers in story.text(AN)
    await declare(story)
    await story.say(AN, "Cột đổ, có người mắc kẹt")
    assert numbers in story.text(AN)


async def test_a_strangers_page_of_their_own_data_counts_what_they_sent(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    await write(story, STRANGER, WORDS)
    await write(story, STRANGER, "Có ai ở đó không?")
    await story.say(STRANGER, "Chưa gửi")

    await story.say(STRANGER, "/dulieu")

    assert "· 2 câu hỏi đã gửi ·" in story.text(STRANGER)


async def test_with_nothing_open_it_is_the_same_and_what_is_not_sent_is_forgotten(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    for words in ("Thử một chút", WORDS):
        await story.say(STRANGER, words)
        await story.press(STRANGER, "Không gửi")
    await story.pass_time(minutes=3)

    async with story.database.reading() as session:
        assert (await session.exec(select(Question))).all() == []
    assert story.arrived(COORDINATOR) == []


async def test_a_stranger_sends_three_within_an_hour_and_no_more(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    for number in range(3):
        await write(story, STRANGER, f"Tin số {number}")
    story.look_away()
    await story.say(STRANGER, "Tin số 3")
    told = await story.press(STRANGER, "📨 Gửi")
    assert told.startswith("Trong một giờ, Anh/Chị gửi được tối đa 3 tin. Có thể gửi tiếp từ 10:0")
    assert [text for text in story.arrived(COORDINATOR) if "Tin số 3" in text] == []

    await story.pass_time(hours=1)
    await story.press(STRANGER, "📨 Gửi")
    assert [text for text in story.arrived(COORDINATOR) if "Tin số 3" in text] != []


async def test_many_strangers_together_send_twenty_and_a_member_is_heard_all_the_same(story: Story) -> None:
    await small_network(story)
    for number in range(7):
        story.person(STRANGER + number, f"Lạ {number}")
        for again in range(3 if number < 6 else 2):
            await write(story, STRANGER + number, f"Tin {number}.{again}")
    story.person(STRANGER + 7, "Lạ 7")
    await story.say(STRANGER + 7, "Tin thứ hai mươi mốt")
    told = await story.press(STRANGER + 7, "📨 Gửi")
    assert told.startswith("Hiện có quá nhiều tin từ người ngoài mạng lưới")

    await write(story, AN, "Cần hỏi thêm")
    assert "“Cần hỏi thêm”" in story.text(COORDINATOR)


async def test_whose_business_is_suspended_is_told_so_and_heard(story: Story) -> None:
    await declared(story)
    await stand(story, TELECOM, MemberStatus.SUSPENDED)
    await story.say(AN, "Chúng tôi vẫn có người trực")
    assert story.text(AN).startswith(f"{TELECOM} đang tạm dừng tham gia mạng lưới")

    await story.press(AN, "📨 Gửi")
    assert f"{TELECOM} · Nguyễn Văn An" in story.text(COORDINATOR)
    assert "⏸ Đơn vị đang tạm dừng tham gia mạng lưới." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Sở sẽ liên hệ")
    assert "Sở sẽ liên hệ" in story.text(AN)


async def test_a_strangers_photo_is_heard_and_a_month_later_what_they_wrote_is_forgotten(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    await story.world.upload(STRANGER, filename="a.png", content=PIXEL, mime="image/png", kind="photo")
    await story.settle()
    await story.press(STRANGER, "📨 Gửi")
    assert story.text(COORDINATOR).endswith("📎 Kèm 1 tệp")

    await story.pass_time(days=31)
    async with story.database.reading() as session:
        (question,) = (await session.exec(select(Question))).all()
    assert (question.text, question.state) == ("", "taken_back")


async def test_who_is_erased_and_comes_back_has_sent_what_they_sent(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    for number in range(3):
        await write(story, STRANGER, f"Tin số {number}")
    await story.say(STRANGER, "/dulieu")
    await story.press(STRANGER, "🗑 Xóa dữ liệu của tôi")
    await story.press(STRANGER, "🗑 Xóa dữ liệu của tôi")
    async with story.database.reading() as session:
        erased = (await session.exec(select(Question))).all()
    assert {one.text for one in erased} == {""}
    assert str(STRANGER) not in {one.sender for one in erased}

    await story.say(STRANGER, "Tin số 3")
    told = await story.press(STRANGER, "📨 Gửi")
    assert told.startswith("Trong một giờ, Anh/Chị gửi được tối đa 3 tin.")

    await story.pass_time(hours=1)
    await story.press(STRANGER, "📨 Gửi")
    assert "Tin số 3" in story.text(COORDINATOR)


async def test_whose_a_message_was_is_forgotten_when_it_counts_no_more(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Đào Lạ")
    await write(story, STRANGER, WORDS)

    await story.pass_time(days=1, hours=2)

    async with story.database.reading() as session:
        (question,) = (await session.exec(select(Question))).all()
    assert (question.text, question.sender) == (WORDS, "")


async def test_a_stranger_who_can_send_nothing_more_is_told_where_to_turn(story: Story) -> None:
    await small_network(story)
    story.settings = story.settings.model_copy(update={"department_address": "Số 1 Láng Hạ, 024 3736 6620"})
    await story.restart()
    for number in range(8):
        story.person(STRANGER + number, f"Lạ {number}")
        for again in range(3 if number < 6 else 2):
            await write(story, STRANGER + number, f"Tin {number}.{again}")

    assert story.text(STRANGER + 7) == (
        "Nội dung chưa được chuyển đi. Đề nghị Anh/Chị liên hệ trực tiếp: Số 1 Láng Hạ, 024 3736 6620"
    )
