"""Policies and waves: a policy is changed and tried out, and the circle widens until enough are there."""

from models.members import Sector
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.grouping import bind
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of, data_of, text_of

# Ba Đình shares a border with Hoàn Kiếm, where the small network is.
BA_DINH, NEIGHBOUR = "00004", 204


@scene
async def with_a_neighbour(story: Story) -> None:
    """Let a business of a neighbouring commune into the small network."""
    await small_network(story)
    await enrol(story, NEIGHBOUR, "Đỗ Sơn", "Viễn thông Ba Đình", sectors=(Sector.TELECOM,), commune_code=BA_DINH)
    story.look_away()


async def open_policy(story: Story) -> None:
    """Begin to change the policy of what is serious."""
    await story.say(COORDINATOR, "/chinhsach")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "✏️ Sửa chính sách")


async def add_wave(story: Story, circle: str, said: str) -> None:
    await story.press(COORDINATOR, "📢 Gọi thêm")
    await story.press(COORDINATOR, circle)
    await story.say(COORDINATOR, said)
    await story.press(COORDINATOR, "◀ Quay lại")


async def save(story: Story) -> str:
    await story.press(COORDINATOR, "🧮 Thử rồi lưu")
    return await story.press(COORDINATOR, "💾 Lưu")


async def declare_in_hoan_kiem(story: Story, line: str = "Đứt cáp tại phường Hoàn Kiếm") -> None:
    await story.say(COORDINATOR, f"/suco {line}")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")


async def test_a_policy_is_changed_part_by_part_and_tried_out_before_it_is_saved(story: Story) -> None:
    await small_network(story)
    await open_policy(story)
    await story.press(COORDINATOR, "🔔 Nhắc")
    await story.say(COORDINATOR, "15, 5")
    assert "Các số phút phải tăng dần" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "5, 20")
    await add_wave(story, "Mọi nơi", "30 2")
    await add_wave(story, "Giáp ranh", "40 2")
    assert "Không đặt giờ yên lặng" in await story.press(COORDINATOR, "🌙 Giờ yên lặng")
    await story.press(COORDINATOR, "🧮 Thử rồi lưu")

    trial = story.text(COORDINATOR)
    assert trial.startswith("🧮 Thử · 3️⃣ Nghiêm trọng: 03:00, không ai trả lời")
    for line in (
        "03:00 · 🚨 gửi cảnh báo\n03:05 · 🔔 nhắc người chưa trả lời\n03:10 · 📢 gọi thêm người ngoài ca trực",
        "03:20 · 🔔 nhắc người chưa trả lời\n03:30 · 📢 gọi thêm toàn thành phố",
        "⚠️ Sẽ không bao giờ tới: địa bàn giáp ranh (một đợt trước đã gọi rộng hơn).",
    ):
        assert line in trial
    await story.press(COORDINATOR, "🧮 20 % trả lời")
    assert "03:30 · không gọi thêm toàn thành phố: đã có 4 đơn vị sẵn sàng" in story.text(COORDINATOR)
    said = await story.press(COORDINATOR, "💾 Lưu")

    assert said == "Đã lưu. Áp dụng cho sự cố khai báo từ bây giờ."
    assert "🔔 Nhắc người chưa trả lời sau: 5, 20 phút" in story.text(COORDINATOR)
    assert "Bản 1, áp dụng từ 20/11/2026" in story.text(COORDINATOR)


async def test_nobody_answers_and_the_circle_widens_to_the_neighbours_who_get_the_same_card(story: Story) -> None:
    await with_a_neighbour(story)
    await open_policy(story)
    await story.press(COORDINATOR, "🔔 Nhắc")
    await story.press(COORDINATOR, "Không có")
    await add_wave(story, "Giáp ranh", "20 1")
    await save(story)
    story.look_away()
    await declare_in_hoan_kiem(story)
    assert "⏭ Gọi thêm địa bàn giáp ranh lúc 09:20" in story.text(COORDINATOR)
    (card,) = story.arrived(AN)

    await story.pass_time(minutes=19)
    assert story.arrived(NEIGHBOUR) == []
    await story.pass_time(minutes=1)

    assert story.arrived(NEIGHBOUR) == [card]
    assert (
        story.arrived(
            AN,
        )
        == []
    )
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "📢 Các đợt gọi thêm")
    assert "✔ 09:20 · địa bàn giáp ranh: đã gọi 1 đơn vị" in story.text(COORDINATOR)


async def test_a_coordinator_holds_the_waves_back_and_calls_one_by_hand(story: Story) -> None:
    await with_a_neighbour(story)
    await open_policy(story)
    await add_wave(story, "Giáp ranh", "20")
    await save(story)
    await declare_in_hoan_kiem(story)
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "📢 Các đợt gọi thêm")
    assert "Gọi ngay địa bàn giáp ranh: thêm 1 đơn vị (1 người)." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏸ Giữ lại các đợt gọi")
    await story.pass_time(minutes=30)
    assert story.arrived(NEIGHBOUR) == []

    await story.press(COORDINATOR, "🚨 Gọi ngay 1 đơn vị")
    assert "cảnh báo được gửi ngay tới 1 đơn vị (1 người), không rút lại được" in story.text(COORDINATOR)
    assert story.arrived(NEIGHBOUR) == []
    asked = story.last(COORDINATOR)
    said = await story.press(COORDINATOR, "🚨 Xác nhận gọi 1 đơn vị")
    again = await story.forge(COORDINATOR, asked, data_of(asked)[0])

    assert said == "Đang gọi thêm 1 đơn vị."
    assert again.startswith("Đã gọi tất cả")
    assert len(story.arrived(NEIGHBOUR)) == 1
    assert "▶️ Để các đợt tự gọi" in buttons_of(story.last(COORDINATOR))


async def test_when_enough_people_come_who_has_not_answered_is_thanked_and_asked_no_more(story: Story) -> None:
    await small_network(story)
    group = await bind(story, CHI, "Trực ban Hoa Sen")
    await story.say(COORDINATOR, "/suco Đứt cáp, cần 5 người")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    await story.say(AN, "5")
    await story.pass_time(seconds=11)
    story.look_away()

    await story.pass_time(minutes=20)

    (thanks,) = story.arrived(CHI)
    assert "👷 Đã có đủ lực lượng. Quý đơn vị chưa phải tham gia." in thanks
    assert not [text for text in story.arrived(BINH) if "👷" in text or "🔔" in text]
    assert "Đủ lực lượng từ 09:00: không nhắc, không gọi thêm" in story.text(COORDINATOR)
    # The group's card says it too, and asks again once the help is there no longer.
    assert "👷 Đã có đủ lực lượng. Quý đơn vị chưa phải tham gia" in story.text(group)
    await story.press(AN, "⛔ Không thể")
    await story.pass_time(minutes=1)
    assert "Đề nghị Quý đơn vị cho biết khả năng tham gia ứng cứu" in story.text(group)


async def test_where_teams_are_wanted_teams_are_asked_for_and_the_need_is_met(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco Đứt cáp, cần 5 đội")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.press(CHI, "✅ Sẵn sàng")
    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(minutes=1)
    assert "🧰 Cần 5 đội, đã có 2 (2 đơn vị chưa nói số)" in story.text(COORDINATOR)

    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    assert "Quý đơn vị có thể cử bao nhiêu đội?" in story.text(AN)
    await story.say(AN, "0 đội")
    await story.say(AN, "hai đội, 1 xe, 8 người")
    await story.press(AN, "Hoàn tất")
    await story.pass_time(minutes=1)
    tally = story.text(COORDINATOR)
    assert "🧰 Cần 5 đội, đã có 3 (1 đơn vị chưa nói số) · 👷 Nhân lực: 8 người" in tally
    assert any("Năng lực, phương tiện: 2 đội, 1 xe" in text_of(message) for message in story.chat(AN))

    await story.press(CHI, "➕ Người, phương tiện, ghi chú")
    await story.press(CHI, "3")
    await story.pass_time(minutes=1)
    assert "Đủ lực lượng từ" in story.text(COORDINATOR)
