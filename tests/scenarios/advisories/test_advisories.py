"""A coordinator warns of something without an incident; each business acknowledges it, and who is late is named."""

from bot.sandbox.traffic.faults import Fault
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.story import COORDINATOR, Story, buttons_of, text_of

SURE = "📨 Xác nhận gửi tất cả"


WHAT, TODO = "Lỗ hổng nghiêm trọng trên thiết bị VPN. Kẻ tấn công đang khai thác.", "Vá thiết bị VPN"


async def write(
    story: Story,
    *,
    label: str = "TLP:GREEN",
    whom: str = "Tất cả đơn vị",
    due: str = "3 ngày",
    what: str = WHAT,
    todo: str = TODO,
) -> None:
    """Write an advisory in its steps, as far as the preview."""
    await story.say(COORDINATOR, "/canhbao")
    await story.press(COORDINATOR, "➕ Viết cảnh báo sớm")
    await story.say(COORDINATOR, what)
    await story.say(COORDINATOR, todo)
    await story.press(COORDINATOR, due)
    if whom == "Tất cả đơn vị":
        await story.press(COORDINATOR, whom)
    else:
        await story.say(COORDINATOR, whom)
        await story.press(COORDINATOR, "▶ Tiếp tục")
    await story.press(COORDINATOR, f"{label}: ")


async def send(story: Story) -> None:
    """Send what was written; what is for everybody is asked once more."""
    await story.press(COORDINATOR, "📨 Gửi tới")
    if SURE in buttons_of(story.last(COORDINATOR)):
        await story.press(COORDINATOR, SURE)
    await story.pass_time(minutes=1)


async def sent(story: Story, **how: str) -> None:
    """Let a small network be, and send it an advisory."""
    await small_network(story)
    await write(story, **how)
    await send(story)


async def test_an_advisory_is_previewed_sent_in_one_tap_and_acknowledged_by_each(story: Story) -> None:
    await small_network(story)
    await write(story)
    preview = story.text(COORDINATOR)
    assert "Gửi tới tất cả đơn vị: 2 đơn vị, 3 người" in preview
    assert "Vá thiết bị VPN" in preview

    await story.press(COORDINATOR, "📨 Gửi tới")
    assert "Xác nhận gửi tới tất cả: 2 đơn vị, 3 người?" in story.text(COORDINATOR)
    assert story.text(COORDINATOR).startswith("TLP:GREEN")
    await story.press(COORDINATOR, "◀ Quay lại")
    await send(story)
    for person in (AN, BINH, CHI):
        [card] = story.arrived(person)
        assert "TLP:GREEN · 📯 CB-2026-0001" in card
        assert "Lỗ hổng nghiêm trọng trên thiết bị VPN" in card

    await story.press(AN, "Đã nhận cảnh báo")
    await story.press(CHI, "Đã thực hiện xong")
    await story.pass_time(minutes=1)
    assert "Viễn thông Sông Hồng: đã nhận (Nguyễn Văn An" in story.text(BINH)
    assert "Đã thực hiện: 1 · Đã nhận: 1 · Không liên quan: 0" in story.text(COORDINATOR)


async def test_links_of_what_is_warned_of_open_for_nobody_and_the_writer_hears_of_one_that_opens(story: Story) -> None:
    await small_network(story)
    await write(story, what="Tin giả dẫn tới http://evil.example/a", todo="Chặn http://evil.example/a")
    preview = story.text(COORDINATOR)
    assert "Tin giả dẫn tới hxxp://evil[.]example/a" in preview
    assert "Liên kết trong phần cần thực hiện bấm được" in preview

    await send(story)
    assert story.text(CHI).count("http://evil") == 1


async def test_a_reply_to_the_card_reaches_the_coordinators_as_a_question(story: Story) -> None:
    await sent(story)
    card = story.last(CHI)
    await story.world.say(CHI, "Phiên bản nào bị ảnh hưởng?", reply_to=card["message_id"])
    await story.pass_time(minutes=1)
    assert "Hỏi về cảnh báo sớm CB-2026-0001" in "".join(story.arrived(COORDINATOR))
    assert "Phiên bản nào bị ảnh hưởng?" in story.text(COORDINATOR)
    await story.world.say(CHI, "đã nhận cảnh báo", reply_to=card["message_id"])
    await story.settle()
    assert "Đã ghi nhận: đã nhận" in story.text(CHI)


async def test_words_that_spell_an_answer_right_after_the_card_are_it(story: Story) -> None:
    await sent(story)
    await story.say(CHI, "đã nhận cảnh báo")
    assert "Đã ghi nhận: đã nhận" in story.text(CHI)
    await story.pass_time(minutes=40)
    story.look_away()
    await story.say(CHI, "không liên quan")
    await story.settle()
    assert "Đã ghi nhận" not in "".join(story.arrived(CHI))


async def test_who_is_silent_is_reminded_at_half_and_at_nine_tenths_and_named_at_the_end(story: Story) -> None:
    await sent(story, due="1 ngày")
    await story.press(CHI, "Đã nhận cảnh báo")
    story.look_away()

    # Half of the time is over at one in the morning, when nobody is woken.
    await story.pass_time(hours=17)
    assert not story.arrived(AN)
    await story.pass_time(hours=6)
    assert "Đề nghị Quý đơn vị xác nhận cảnh báo sớm CB-2026-0001" in story.text(AN)
    assert not story.arrived(CHI)

    story.look_away()
    await story.pass_time(hours=6)
    assert "Sắp hết hạn" in story.text(CHI)

    story.look_away()
    await story.pass_time(hours=4)
    page = story.text(COORDINATOR)
    assert "Đã hết hạn, còn 2 đơn vị chưa thực hiện" in page
    assert "Viễn thông Sông Hồng: chưa trả lời" in page
    assert "Công nghệ Hoa Sen: đã nhận" in page


async def test_a_coordinator_reminds_in_one_tap_but_not_at_once_again(story: Story) -> None:
    await sent(story)
    assert "có thể nhắc lại từ" in await story.press(COORDINATOR, "🔔 Nhắc 2 đơn vị")
    await story.pass_time(hours=3)
    story.look_away()
    await story.press(COORDINATOR, "🔔 Nhắc 2 đơn vị")
    await story.pass_time(minutes=1)
    assert "🔔 Đề nghị Quý đơn vị xác nhận" in story.text(AN)
    await story.press(AN, "Đã nhận cảnh báo")
    await story.pass_time(minutes=1)
    assert "Đã nhận cảnh báo" not in buttons_of(story.last(BINH))


async def test_what_to_do_changes_on_the_same_card_and_is_acknowledged_anew(story: Story) -> None:
    await sent(story)
    await story.press(CHI, "Đã thực hiện xong")
    card = story.last(CHI)
    story.look_away()

    await story.press(COORDINATOR, "✏️ Việc cần làm")
    await story.say(COORDINATOR, "Tắt thiết bị VPN")
    assert "xác nhận lại từ đầu" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✏️ Sửa và báo")
    await story.pass_time(minutes=1)

    [told] = story.arrived(CHI)
    assert "vừa được sửa: việc cần thực hiện" in told
    now = next(one for one in story.chat(CHI) if one["message_id"] == card["message_id"])
    assert "Tắt thiết bị VPN" in text_of(now)
    assert "đã thực hiện (" not in text_of(now)
    assert "Chưa trả lời: 2" in story.text(COORDINATOR)


async def test_a_wording_is_changed_quietly_and_a_withdrawal_is_told(story: Story) -> None:
    await sent(story)
    card = story.last(CHI)
    story.look_away()
    await story.press(COORDINATOR, "✏️ Tiêu đề")
    await story.say(COORDINATOR, "Lỗ hổng trên thiết bị VPN của hãng A")
    await story.press(COORDINATOR, "Chỉ sửa câu chữ")
    await story.pass_time(minutes=1)
    assert not story.arrived(CHI)
    assert "của hãng A" in story.text(CHI)

    await story.press(COORDINATOR, "Thu hồi cảnh báo")
    await story.say(COORDINATOR, "Hãng xác nhận không bị ảnh hưởng")
    story.world.faults.add(Fault("drop_before", "sendMessage", chat_id=CHI))
    await story.press(COORDINATOR, "Thu hồi và báo")
    await story.pass_time(minutes=1)
    # Whether the first one arrived is not known.
    assert story.text(CHI).startswith("↻")
    assert "đã được thu hồi" in story.text(CHI)
    now = next(one for one in story.chat(CHI) if one["message_id"] == card["message_id"])
    assert "ĐÃ THU HỒI" in text_of(now)
    assert not buttons_of(now)


async def test_it_goes_to_whom_it_concerns_as_typed_and_to_nobody_else(story: Story) -> None:
    await sent(story, whom="hoa sen")
    assert "CB-2026-0001" in story.text(CHI)
    assert not story.arrived(AN)


async def test_an_advisory_is_found_in_any_spelling_and_what_is_narrow_by_nobody_else(story: Story) -> None:
    await sent(story, whom="cntt", label="TLP:AMBER")
    assert story.last(CHI).get("has_protected_content")
    await story.say(CHI, "/canhbao lo hong VPN")
    assert "CB-2026-0001" in story.text(CHI)
    await story.say(AN, "/advisories")
    assert "Không có cảnh báo sớm nào" in story.text(AN)
