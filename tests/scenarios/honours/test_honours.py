"""A report came before the alert: a coordinator confirms that, the business agrees, and the network reads its name."""

from tests.scenarios.declaring import AN, BINH, CHI
from tests.scenarios.reporting import reported
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of, text_of


@scene
async def over(story: Story) -> None:
    """Let An report, the coordinator declare an incident from it twenty minutes later, and end it."""
    await reported(story)
    await story.pass_time(minutes=20)
    await story.press(COORDINATOR, "🚨 Khai báo sự cố")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(minutes=30)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khôi phục")
    await story.press(COORDINATOR, "🟢")
    await story.pass_time(minutes=30)
    story.look_away()


async def confirm(story: Story) -> None:
    """Let the coordinator open the first proposal and confirm it."""
    await story.say(COORDINATOR, "/tuyenduong")
    await story.press(COORDINATOR, "1", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "✔ Xác nhận, cảm ơn đơn vị")
    await story.pass_time(minutes=1)


async def name(story: Story) -> None:
    """Let the coordinator look at the message to the network, and release it."""
    await story.say(COORDINATOR, "/tuyenduong")
    await story.press(COORDINATOR, "📨 Nêu tên với mạng lưới")
    await story.press(COORDINATOR, "Toàn mạng lưới: 1 ghi nhận")
    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    await story.pass_time(minutes=1)


async def test_who_found_it_early_is_thanked_agrees_and_is_named_until_it_takes_that_back(story: Story) -> None:
    await over(story)
    await story.say(COORDINATOR, "/tuyenduong")
    assert "Phát hiện và báo sớm SC-2026-0001 (BC-2026-0001), trước cảnh báo 20 phút." in story.text(COORDINATOR)
    await confirm(story)

    for person in (AN, BINH):
        thanks = story.text(person)
        assert "trân trọng cảm ơn Viễn thông Sông Hồng" in thanks
        assert "Không chọn nghĩa là không nêu tên" in thanks
    assert "trân trọng cảm ơn" not in "".join(story.arrived(CHI))
    await story.say(COORDINATOR, "/tuyenduong")
    assert "📨 Nêu tên với mạng lưới" not in buttons_of(story.last(COORDINATOR))

    await story.press(AN, "Đồng ý nêu tên")
    await story.pass_time(minutes=1)
    assert "Quý đơn vị đồng ý được nêu tên" in story.text(BINH)
    await name(story)
    assert "▪ Viễn thông Sông Hồng: Phát hiện và báo sớm SC-2026-0001" in story.text(CHI)
    await story.say(CHI, "/tuyenduong")
    assert "Tuyên dương năm 2026" in story.text(CHI)
    assert "Viễn thông Sông Hồng" in story.text(CHI)

    await story.press(BINH, "Rút lại, không nêu tên nữa")
    await story.pass_time(minutes=1)
    await story.say(CHI, "/tuyenduong")
    assert "Viễn thông Sông Hồng" not in story.text(CHI)
    assert "Nội dung này đã được rút lại" in text_of(story.chat(CHI)[-3])
