"""A coordinator merges two entries of one business: find, compare, choose, confirm; and everyone is told."""

import pytest
from sqlmodel import select

from models.identity import id_of
from models.members import Member, MemberStatus, Sector
from tests.enrolment import BA_VI, appoint, enrol
from tests.scenarios.declaring import declare
from tests.scenes import scene
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, data_of, text_of

AN, DUNG, CHI = 201, 204, 203
KEPT, OTHER, THIRD = "Viễn thông Sông Hồng", "Cty Viễn thông Sông Hồng", "Công nghệ Hoa Sen"


@scene
async def network(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", KEPT, capabilities={1: 5})
    await enrol(story, DUNG, "Trần Tiến Dũng", OTHER, sectors=(Sector.IT,), commune_code=BA_VI)
    await enrol(story, CHI, "Phạm Quế Chi", THIRD)
    story.look_away()


async def member(story: Story, name: str) -> Member:
    async with story.database.reading() as session:
        return (await session.exec(select(Member).where(Member.name == name))).one()


async def begin(story: Story, person: int = COORDINATOR) -> None:
    await story.say(person, f"/start m-{id_of(await member(story, KEPT))}")
    await story.press(person, "🔀 Gộp với đơn vị khác")


async def compare(story: Story, person: int = COORDINATOR) -> None:
    await begin(story, person)
    await story.say(person, (await member(story, OTHER)).tax_code)


async def test_side_by_side_then_chosen_then_confirmed_and_told(story: Story) -> None:
    await network(story)
    await declare(story)
    await story.press(DUNG, "✅ Sẵn sàng")
    codes = {name: (await member(story, name)).tax_code for name in (KEPT, OTHER)}
    await begin(story)
    assert f"Gộp {KEPT}" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "vien thong song hong cty")
    side_by_side = story.text(COORDINATOR)
    for fact in (KEPT, OTHER, "Nguyễn Văn An", "Trần Tiến Dũng", "Phường Hoàn Kiếm", "1 câu trả lời", *codes.values()):
        assert fact in side_by_side

    await story.press(COORDINATOR, f"Giữ 1️⃣ {codes[KEPT]}")
    assert f"✔ 1️⃣ {KEPT}" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "2️⃣ Công nghệ thông tin")
    await story.press(COORDINATOR, "Tiếp tục ▶")
    preview = story.text(COORDINATOR)
    assert "Không hoàn tác được" in preview
    assert f"Giữ mã số thuế {codes[KEPT]}" in preview
    assert f"Tên: {KEPT}" in preview
    assert "Lĩnh vực: Công nghệ thông tin, công nghệ số" in preview
    assert (await member(story, OTHER)).status is MemberStatus.APPROVED
    story.look_away()

    await story.press(COORDINATOR, "🔀 Gộp")

    assert f"Đã gộp. {KEPT}" in story.text(COORDINATOR)
    for person in (AN, DUNG):
        assert any(f"{KEPT}: hai bản ghi của cùng một đơn vị" in text for text in story.arrived(person))
    assert story.arrived(CHI) == []
    assert (await member(story, OTHER)).status is MemberStatus.MERGED
    assert f"✔ {KEPT}: ✅ Sẵn sàng" in text_of(story.last_with(AN, "✔ ✅ Sẵn sàng"))


async def test_who_spoke_for_the_merged_entry_answers_for_the_one_that_stays(story: Story) -> None:
    await network(story)
    await compare(story)
    await story.press(COORDINATOR, "Giữ 1️⃣")
    await story.press(COORDINATOR, "Tiếp tục ▶")
    await story.press(COORDINATOR, "🔀 Gộp")
    story.look_away()
    await declare(story)

    assert len(story.arrived(DUNG)) == 1
    await story.press(DUNG, "✅ Sẵn sàng")
    assert f"{KEPT}: ✅ Sẵn sàng" in text_of(story.last_with(AN, "Xem chi tiết"))
    await story.say(DUNG, "/menu")
    assert f"Đại diện: {KEPT}" in story.text(DUNG)


async def test_the_other_one_may_stay_too(story: Story) -> None:
    await network(story)
    await compare(story)
    await story.press(COORDINATOR, "Giữ 2️⃣")
    await story.press(COORDINATOR, "Tiếp tục ▶")
    await story.press(COORDINATOR, "🔀 Gộp")

    assert (await member(story, KEPT)).status is MemberStatus.MERGED
    assert (await member(story, OTHER)).status is MemberStatus.APPROVED


async def test_one_goes_back_and_types_again_and_can_cancel(story: Story) -> None:
    await network(story)
    await begin(story)
    await story.say(COORDINATOR, "không có đâu")
    assert "Không tìm thấy bản ghi gộp được nào" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/hoso9")
    assert "Không có lệnh /hoso9." in story.text(COORDINATOR)
    await story.say(COORDINATOR, "o")
    await story.say(COORDINATOR, "cong nghe")
    assert THIRD in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.say(COORDINATOR, (await member(story, OTHER)).tax_code)
    await story.say(COORDINATOR, "giữ cái đầu")
    assert "chọn bằng nút" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Giữ 1️⃣")
    await story.press(COORDINATOR, "Tiếp tục ▶")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "◀ Quay lại")
    assert "Hai bản ghi cạnh nhau" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✖ Hủy")
    assert (await member(story, OTHER)).status is MemberStatus.APPROVED


async def test_two_coordinators_merge_at_once_and_the_second_tap_changes_nothing(story: Story) -> None:
    await network(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    for person in (SECOND_COORDINATOR, COORDINATOR):
        await compare(story, person)
        await story.press(person, "Giữ 1️⃣")
        await story.press(person, "Tiếp tục ▶")
    late, preview = story.last(SECOND_COORDINATOR), story.last(COORDINATOR)
    await story.press(COORDINATOR, "🔀 Gộp")
    story.look_away()

    assert "đã hoàn tất, đã hủy" in await story.forge(COORDINATOR, preview, data_of(preview)[0])
    assert "Chỉ gộp được bản ghi" in await story.forge(SECOND_COORDINATOR, late, data_of(late)[0])
    assert (story.arrived(AN), story.arrived(DUNG)) == ([], [])


@pytest.mark.parametrize("steps", [(), ("Giữ 1️⃣",), ("Giữ 1️⃣", "Tiếp tục ▶")])
async def test_buttons_of_other_steps_and_forged_values_are_refused(story: Story, steps: tuple[str, ...]) -> None:
    await network(story)
    await compare(story)
    for step in steps:
        await story.press(COORDINATOR, step)
    page = story.last(COORDINATOR)
    key = data_of(page)[0].split(":")[1]

    for verb, value in (("pick", "3"), ("keep", "999"), ("take", "name"), ("take", "king+"), ("nothing", "")):
        assert "bước đã qua" in await story.forge(COORDINATOR, page, f"d:{key}:{verb}:{value}")
    assert (await member(story, OTHER)).status is MemberStatus.APPROVED


async def test_a_suspended_business_is_reinstated_first(story: Story) -> None:
    await network(story)
    member_id = id_of(await member(story, OTHER))
    async with story.database.writing() as session:
        found = await session.get_one(Member, member_id)
        found.status = MemberStatus.SUSPENDED
    await story.say(COORDINATOR, "/menu")

    words = await story.forge(COORDINATOR, story.last(COORDINATOR), f"ms:{member_id}:merge")
    assert "cho hoạt động lại trước" in words
