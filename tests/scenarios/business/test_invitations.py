"""Representatives are invited by one-time links, and approved by their primary contact or a coordinator."""

from datetime import timedelta

from sqlmodel import select

from models.applications import Application
from models.drafts import Draft
from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus
from services.members import entries
from services.people import invitations
from tests.scenarios.businesses import (
    HOA,
    SONG_HONG,
    TAM,
    TAX_CODE,
    another,
    business,
    introduce,
    make_link,
    member_id,
    newcomer,
    open_link,
    payload_of,
    song_hong,
    standing,
)
from tests.scenarios.registering import act, press, rows, say
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of, text_of

IMPORTED = "Công ty Bưu chính Đất Tổ"


async def imported(story: Story) -> str:
    """Let a business wait as invited, as an import leaves it; returns what its link carries."""
    async with story.database.writing() as session:
        member = Member(
            tax_code=TAX_CODE,
            name=IMPORTED,
            status=MemberStatus.INVITED,
            commune_code="00070",
            registered_at=story.clock.now(),
        )
        session.add(member)
        await session.flush()
        await entries.refresh(session, member_ids=[id_of(member)])
        token = await invitations.mint(
            session,
            kind=InvitationKind.REPRESENTATIVE,
            by=None,
            member_id=id_of(member),
            contact=ContactKind.PRIMARY,
            now=story.clock.now(),
        )
    await story.say(COORDINATOR, "/start")
    story.look_away()
    return f"i-{token}"


@scene
async def invited(story: Story) -> int:
    """Let Hoa invite somebody, who introduces themselves."""
    await song_hong(story)
    person = newcomer(story)
    await open_link(story, person, await make_link(story))
    await press(story, person, "Đồng ý")
    await introduce(story, person)
    return person


# The link


async def test_a_link_comes_as_a_qr_code_with_the_moment_at_which_it_runs_out(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)

    (picture,) = [message for message in story.chat(HOA) if message.get("photo")]
    assert "đầu mối dự phòng, đại diện cho Viễn thông Sông Hồng" in text_of(picture)
    assert "04/12/2026" in text_of(picture)
    assert len(payload) <= 64
    assert "1. đầu mối dự phòng · hạn" in text_of(story.last_with(HOA, "↩ Thu hồi liên kết 1"))
    async with story.database.reading() as session:
        (kept,) = (await session.exec(select(Invitation))).all()
    assert payload.removeprefix("i-") not in kept.token_hash


async def test_a_second_tap_makes_no_second_link(story: Story) -> None:
    await song_hong(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "👥 Người đại diện"), ("press", "➕ Mời người đại diện")))
    page = story.last(HOA)
    data = page["reply_markup"]["inline_keyboard"][0][1]["callback_data"]
    await press(story, HOA, "➕ Dự phòng", message=page)
    assert "Một liên kết vừa được tạo" in await story.forge(HOA, page, data)
    assert await rows(story, Invitation) == 1


async def test_nobody_but_the_primary_contact_and_coordinators_makes_or_sees_links(story: Story) -> None:
    await song_hong(story)
    other = await another(story)
    stranger = newcomer(story)
    await open_link(story, stranger, "")
    number = await member_id(story)
    for person, words in ((TAM, "Trần Thị Hoa"), (other, "không đại diện cho đơn vị này"), (stranger, "vai trò")):
        await story.say(person, "/menu")
        for data in (f"iv:{number}:0", f"il:{number}:primary:0"):
            assert words in await story.forge(person, story.last(person), data)
    assert await rows(story, Invitation) == 0

    await story.forge(COORDINATOR, story.last(COORDINATOR), f"iv:{number}:0")
    assert "Mời người đại diện" in story.text(COORDINATOR)
    await press(story, COORDINATOR, "➕ Đầu mối chính")
    assert payload_of(story, COORDINATOR)
    await press(story, COORDINATOR, "🏢 Xem đơn vị")
    assert "👤 Xem đầu mối" in buttons_of(story.last_with(COORDINATOR, "👤 Xem đầu mối"))


async def test_a_link_that_was_taken_back_opens_nothing(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)
    page = story.last_with(HOA, "↩ Thu hồi liên kết 1")
    data = page["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    await press(story, HOA, "↩ Thu hồi liên kết 1")
    assert "Thu hồi liên kết mời đầu mối dự phòng của" in text_of(story.last_with(HOA, "◀ Giữ lại"))
    assert "Đã thu hồi" in await press(story, HOA, "↩ Thu hồi")
    assert "Hiện không có liên kết nào" in text_of(story.last_with(HOA, "➕ Dự phòng"))
    assert "Đã thu hồi" in await story.forge(HOA, page, data)

    person = newcomer(story)
    await open_link(story, person, payload)
    assert "không đúng hoặc đã bị thu hồi" in story.text(person)
    assert await rows(story, Draft) == 0


async def test_a_link_that_ran_out_says_so(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)
    await story.pass_time(days=15)
    person = newcomer(story)
    await open_link(story, person, payload)
    assert "đã hết hạn lúc" in story.text(person)


async def test_of_two_people_with_one_link_the_first_has_it(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)
    first, second = newcomer(story), newcomer(story, 604, "Ngô")
    await open_link(story, first, payload)
    await open_link(story, second, payload)
    assert "đã được người khác mở trước" in story.text(second)
    await press(story, first, "Đồng ý")
    await introduce(story, first)
    await open_link(story, first, payload)
    assert "đã được dùng" in story.text(first)


async def test_who_represents_the_business_already_leaves_the_link_to_somebody_else(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)
    await open_link(story, TAM, payload)
    assert "đã là người đại diện" in story.text(TAM)
    person = newcomer(story)
    await open_link(story, person, payload)
    assert "được mời làm đầu mối dự phòng" in story.text(person)


async def test_a_link_for_a_person_does_nothing_in_a_group(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)
    person = newcomer(story)
    group = story.world.create_group("Nhóm", [person], with_bot=False)
    await story.world.open_group_link(person, group, payload)
    await story.settle()
    assert "nhắn riêng" in story.text(group)
    await open_link(story, person, payload)
    assert "được mời" in story.text(person)


# The way of who was invited


async def test_who_was_invited_agrees_and_gives_three_things(story: Story) -> None:
    await song_hong(story)
    person = newcomer(story)
    await open_link(story, person, await make_link(story))
    assert "được mời làm đầu mối dự phòng, đại diện cho Viễn thông Sông Hồng" in story.text(person)
    assert "Rút lại lúc nào cũng được" in story.text(person)

    await press(story, person, "Đồng ý")
    assert "Người đại diện của Viễn thông Sông Hồng · bước 1/4" in story.text(person)
    story.look_away()
    await introduce(story, person)
    assert "Đề nghị làm người đại diện của Viễn thông Sông Hồng" in story.text(person)
    for decider in (COORDINATOR, HOA):
        (card,) = story.arrived(decider)
        assert "Vũ Đức Long, Trưởng phòng Kỹ thuật" in card
        assert "Vai trò: đầu mối dự phòng" in card
    assert story.arrived(TAM) == []


async def test_who_does_not_agree_leaves_nothing_and_keeps_the_link(story: Story) -> None:
    await song_hong(story)
    person, payload = newcomer(story), await make_link(story)
    await open_link(story, person, payload)
    await press(story, person, "Không đồng ý")
    assert "mở lại liên kết mời khi liên kết còn hạn" in story.text(person)
    assert await rows(story, Draft) == 0
    await open_link(story, person, payload)
    assert "được mời" in story.text(person)


async def test_who_stops_half_way_goes_on_with_the_same_link_after_a_restart(story: Story) -> None:
    await song_hong(story)
    person, payload = newcomer(story), await make_link(story)
    await open_link(story, person, payload)
    await act(story, person, (("press", "Đồng ý"), ("say", "Vũ Đức Long")))
    await story.restart()
    await open_link(story, person, payload)
    assert "bước 2/4" in story.text(person)
    await act(story, person, (("say", "Kỹ sư"), ("say", "0912 345 678"), ("press", "Gửi đăng ký")))
    assert await rows(story, Application) == 1


async def test_starting_anew_keeps_the_invitation(story: Story) -> None:
    await song_hong(story)
    person = newcomer(story)
    await open_link(story, person, await make_link(story))
    await act(story, person, (("press", "Đồng ý"), ("say", "Vũ Đức Long"), ("say", "/dangky")))
    await press(story, person, "↻ Làm lại từ đầu")
    assert "bước 1/4" in story.text(person)


async def test_a_link_is_not_taken_back_unasked_and_stays_where_the_answer_is_no(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)
    await press(story, HOA, "↩ Thu hồi liên kết 1")
    await press(story, HOA, "◀ Giữ lại")

    person = newcomer(story)
    await open_link(story, person, payload)
    assert "Đồng ý" in "".join(buttons_of(story.last(person)))

    await press(story, HOA, "↩ Thu hồi liên kết 1")
    assert "Vũ đã mở liên kết này" in text_of(story.last_with(HOA, "◀ Giữ lại"))


async def test_a_link_that_is_taken_back_half_way_hands_nothing_in(story: Story) -> None:
    await song_hong(story)
    person = newcomer(story)
    await open_link(story, person, await make_link(story))
    await act(story, person, (("press", "Đồng ý"), ("say", "Vũ Đức Long"), ("say", "Kỹ sư"), ("say", "0912 345 678")))
    await act(story, HOA, (("press", "↩ Thu hồi liên kết 1"), ("press", "↩ Thu hồi")))
    assert "đã bị thu hồi" in await press(story, person, "Gửi đăng ký")
    assert await rows(story, Application) == 0


async def test_a_link_drops_another_dialogue_and_says_so(story: Story) -> None:
    await song_hong(story)
    person = newcomer(story, started=True)
    await act(story, person, (("say", "/dangky"), ("press", "Đồng ý"), ("say", "0799003034")))
    await open_link(story, person, await make_link(story))
    assert "đang làm dở trước đó đã được hủy" in story.text(person)


# The decision


async def test_the_primary_contact_approves_and_everybody_sees_whose_decision_it_was(story: Story) -> None:
    person = await invited(story)
    story.look_away()
    assert "Đã phê duyệt" in await press(story, HOA, "Phê duyệt")
    (told,) = story.arrived(person)
    assert "Anh/Chị đã là người đại diện của Viễn thông Sông Hồng" in told
    assert "Trần Thị Hoa đã phê duyệt lúc" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR)) == []
    assert (await standing(story, person)).contact is ContactKind.BACKUP
    assert "donvi" in [command["command"] for command in story.world.commands(person)]


async def test_a_coordinator_who_is_first_wins_and_the_primary_contact_sees_it(story: Story) -> None:
    person = await invited(story)
    late = story.last(HOA)
    approve = late["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await press(story, COORDINATOR, "Phê duyệt")
    assert "Đoàn Thị Hạ đã phê duyệt" in story.text(HOA)
    story.look_away()
    assert "đã được Đoàn Thị Hạ quyết định" in await story.forge(HOA, late, approve)
    assert story.arrived(person) == []


async def test_the_primary_contact_rejects_with_a_reason(story: Story) -> None:
    person = await invited(story)
    assert "Hỏi lại" not in buttons_of(story.last(HOA))
    await act(story, HOA, (("press", "Từ chối"), ("say", "Không phải người của đơn vị.")))
    await press(story, HOA, "Từ chối hồ sơ")
    assert "đầu mối chính của đơn vị chưa thể phê duyệt" in story.text(person)
    assert "Không phải người của đơn vị." in story.text(person)
    assert (await standing(story, person)).status is RepresentativeStatus.REJECTED
    await press(story, HOA, "👥 Người đại diện")
    assert "Người đại diện của Viễn thông Sông Hồng (2)" in story.text(HOA)


async def test_only_the_primary_contact_of_that_very_business_and_coordinators_decide(story: Story) -> None:
    person = await invited(story)
    other = await another(story)
    for forger in (TAM, other):
        await story.say(forger, "/menu")
        for verb in ("show", "approve", "reject", "ask"):
            words = await story.forge(forger, story.last(forger), f"p:1:{verb}")
            assert "do điều phối viên quyết định" in words, verb
    await story.forge(HOA, story.last(HOA), "p:1:ask")
    assert await rows(story, Draft) == 0
    assert "vai trò" in await story.forge(person, story.last(person), "p:1:approve")
    assert (await standing(story, person)).status is RepresentativeStatus.PENDING


async def test_the_primary_contact_finds_who_waits_among_the_people(story: Story) -> None:
    await invited(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "👥 Người đại diện (1 chờ)")))
    await press(story, HOA, "⏳ Vũ Đức Long · chờ duyệt")
    assert "Hồ sơ số 1" in story.text(HOA)
    await press(story, HOA, "👥 Người đại diện")
    assert "Chờ duyệt: 1" in story.text(HOA)


async def test_who_is_primary_contact_no_more_keeps_no_card(story: Story) -> None:
    await invited(story)
    card = story.last(HOA)
    await act(
        story,
        HOA,
        (
            ("say", "/donvi"),
            ("press", "👥 Người đại diện (1 chờ)"),
            ("press", "★ Trần Thị Hoa"),
            ("press", "Thôi làm người đại diện…"),
            ("press", "Thôi làm người đại diện"),
        ),
    )
    (shown,) = [message for message in story.chat(HOA) if message["message_id"] == card["message_id"]]
    assert "không còn thuộc phần việc" in text_of(shown)
    assert buttons_of(shown) == []


# A business that was imported


async def test_the_approval_of_its_first_representative_takes_an_invited_business_in(story: Story) -> None:
    payload = await imported(story)
    person = newcomer(story)
    await open_link(story, person, payload)
    assert "đầu mối chính" in story.text(person)
    await press(story, person, "Đồng ý")
    await introduce(story, person)
    card = story.last(COORDINATOR)
    assert "phê duyệt hồ sơ này là đưa đơn vị vào mạng lưới" in text_of(card)
    assert "Phường Hoàn Kiếm" in text_of(card)

    await press(story, COORDINATOR, "Phê duyệt")
    member = await business(story, IMPORTED)
    assert (member.status, member.approved_at) == (MemberStatus.APPROVED, story.clock.now())
    assert (await standing(story, person, IMPORTED)).contact is ContactKind.PRIMARY
    assert member.confirmation_due_at is not None


async def test_the_tax_code_of_an_invited_business_leads_to_the_same_without_a_link(story: Story) -> None:
    await imported(story)
    person = newcomer(story, started=True)
    await act(story, person, (("say", "/dangky"), ("press", "Đồng ý"), ("say", TAX_CODE)))
    assert "đã được mời vào mạng lưới" in story.text(person)
    await press(story, person, "Làm người đại diện")
    for words in ("Vũ Đức Long", "Giám đốc", "0912 345 678"):
        await say(story, person, words)
    await act(story, person, (("press", "Đầu mối chính"), ("press", "Gửi đăng ký")))
    await press(story, COORDINATOR, "Phê duyệt")
    assert (await business(story, IMPORTED)).status is MemberStatus.APPROVED


async def test_an_invited_business_whose_applicant_is_rejected_still_waits(story: Story) -> None:
    payload = await imported(story)
    person = newcomer(story)
    await open_link(story, person, payload)
    await press(story, person, "Đồng ý")
    await introduce(story, person)
    await act(
        story,
        COORDINATOR,
        (("press", "Từ chối"), ("press", "Chưa xác minh được người đại diện."), ("press", "Từ chối hồ sơ")),
    )
    assert (await business(story, IMPORTED)).status is MemberStatus.INVITED


async def test_nobody_joins_a_business_that_is_suspended(story: Story) -> None:
    await song_hong(story)
    payload = await make_link(story)
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == SONG_HONG))).one()
        member.status = MemberStatus.SUSPENDED
    person = newcomer(story)
    await open_link(story, person, payload)
    assert "tạm dừng hoặc đã rời" in story.text(person)


async def test_a_backup_contact_that_was_invited_is_alerted_once_approved(story: Story) -> None:
    person = await invited(story)
    await press(story, HOA, "Phê duyệt")
    story.look_away()
    story.clock.at += timedelta(minutes=1)
    await act(story, COORDINATOR, (("say", "/suco Mất kết nối cáp quang"), ("press", "3️⃣ Nghiêm trọng")))
    await act(story, COORDINATOR, (("press", "📨 Gửi tới"), ("press", "🚨 Xác nhận gửi")))
    assert len(story.arrived(person)) == 1
