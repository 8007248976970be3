"""A business's people are removed, step down and hand the primary contact over; whom it concerns is told."""

import pytest
from sqlmodel import select

from models.audit import AuditEntry
from models.members import ContactKind, RepresentativeStatus
from models.people import Person
from models.responses import Response
from services.members import representatives
from services.privacy import withdrawal
from services.wings import WINGS
from tests.enrolment import enrol
from tests.scenarios.businesses import (
    HOA,
    SONG_HONG,
    TAM,
    another,
    make_link,
    member_id,
    open_link,
    person_id,
    song_hong,
    standing,
)
from tests.scenarios.declaring import declare
from tests.scenarios.registering import act, press, rows, say
from tests.scenarios.tasking import card, give_alone
from tests.scenes import scene
from tests.story import Story, buttons_of, data_of, text_of

MINH = 606


async def at(story: Story, person: int, name: str) -> None:
    """Open the page of one of the people."""
    await act(story, person, (("say", "/donvi"), ("press", "👥 Người đại diện"), ("press", name)))


@scene
async def three(story: Story) -> None:
    """Let a third person speak for the business as well."""
    await song_hong(story)
    await enrol(story, MINH, "Đỗ Quang Minh", SONG_HONG, contact=ContactKind.BACKUP)
    story.look_away()


# Removing


async def test_the_primary_contact_removes_a_colleague_who_is_told_and_loses_menu_and_cards(story: Story) -> None:
    await song_hong(story)
    await declare(story)
    alert = story.last(TAM)
    await at(story, HOA, "Lê Minh Tâm")
    assert "Lê Minh Tâm, Giám đốc" in story.text(HOA)
    await press(story, HOA, "Cho thôi đại diện…")
    assert "sẽ được báo" in story.text(HOA)
    story.look_away()
    assert "đã được báo" in await press(story, HOA, "Cho thôi đại diện")

    (told,) = story.arrived(TAM)
    assert "không còn là người đại diện của Viễn thông Sông Hồng" in told
    assert "theo đề nghị của Trần Thị Hoa" in told
    assert "donvi" not in [command["command"] for command in story.world.commands(TAM)]
    assert (await standing(story, TAM)).status is RepresentativeStatus.REMOVED
    answer = next(data for data in data_of(alert) if data.startswith("a:"))
    (shown,) = [message for message in story.chat(TAM) if message["message_id"] == alert["message_id"]]
    assert "không còn đại diện cho đơn vị" in text_of(shown)
    assert buttons_of(shown) == []
    assert "không gửi đến đơn vị của Anh/Chị" in await story.forge(TAM, alert, answer)
    assert await rows(story, Response) == 0
    async with story.database.reading() as session:
        entries = (await session.exec(select(AuditEntry).where(AuditEntry.action == "representative-removed"))).all()
    assert [entry.after for entry in entries] == [{"person_id": await person_id(story, TAM)}]


async def test_the_card_of_a_task_follows_who_is_removed(story: Story) -> None:
    await song_hong(story)
    await give_alone(story, SONG_HONG, SONG_HONG)
    assert buttons_of(card(story, TAM))
    await at(story, HOA, "Lê Minh Tâm")
    await act(story, HOA, (("press", "Cho thôi đại diện…"), ("press", "Cho thôi đại diện")))
    assert "không còn thuộc phần việc của Anh/Chị" in text_of(card(story, TAM))
    assert buttons_of(card(story, TAM)) == []
    assert buttons_of(card(story, HOA))


async def test_a_removed_person_is_alerted_no_more_and_may_be_invited_again(story: Story) -> None:
    await song_hong(story)
    await at(story, HOA, "Lê Minh Tâm")
    await act(story, HOA, (("press", "Cho thôi đại diện…"), ("press", "Cho thôi đại diện")))
    story.look_away()
    await declare(story)
    assert story.arrived(TAM) == []
    await open_link(story, TAM, await make_link(story))
    assert "Người đại diện của Viễn thông Sông Hồng · bước 1/4" in story.text(TAM)


async def test_a_removal_that_is_not_confirmed_changes_nothing(story: Story) -> None:
    await song_hong(story)
    await at(story, HOA, "Lê Minh Tâm")
    await act(story, HOA, (("press", "Cho thôi đại diện…"), ("press", "◀ Quay lại")))
    assert (await standing(story, TAM)).status is RepresentativeStatus.APPROVED


async def test_a_second_tap_on_removing_says_that_it_is_done(story: Story) -> None:
    await three(story)
    await at(story, HOA, "Lê Minh Tâm")
    await press(story, HOA, "Cho thôi đại diện…")
    page = story.last(HOA)
    await press(story, HOA, "Cho thôi đại diện", message=page)
    story.look_away()
    assert "không còn là người đại diện" in await story.forge(HOA, page, data_of(page)[0])
    assert story.arrived(TAM) == []


@pytest.mark.parametrize("verb", ["remove", "offer", "ask-remove", "ask-offer"])
async def test_a_backup_contact_manages_nobody(story: Story, verb: str) -> None:
    await three(story)
    await say(story, TAM, "/donvi")
    data = f"rp:{await member_id(story)}:{await person_id(story, MINH)}:{verb}"
    assert "do đầu mối chính của đơn vị thực hiện" in await story.forge(TAM, story.last(TAM), data)
    assert (await standing(story, MINH)).status is RepresentativeStatus.APPROVED


@pytest.mark.parametrize("verb", ["show", "remove", "offer", "take", "down", "unoffer", "ask-down"])
async def test_somebody_from_elsewhere_manages_nobody(story: Story, verb: str) -> None:
    await song_hong(story)
    other = await another(story)
    await say(story, other, "/menu")
    data = f"rp:{await member_id(story)}:{await person_id(story, TAM)}:{verb}"
    assert "không đại diện cho đơn vị này" in await story.forge(other, story.last(other), data)


async def test_nobody_removes_themselves_by_a_forged_tap(story: Story) -> None:
    await song_hong(story)
    await say(story, HOA, "/donvi")
    data = f"rp:{await member_id(story)}:{await person_id(story, HOA)}:remove"
    assert "không còn là người đại diện" in await story.forge(HOA, story.last(HOA), data)
    assert (await standing(story, HOA)).status is RepresentativeStatus.APPROVED


async def test_a_colleague_without_rights_sees_whom_to_ask(story: Story) -> None:
    await song_hong(story)
    await act(story, TAM, (("say", "/donvi"), ("press", "👥 Người đại diện")))
    assert "do đầu mối chính thực hiện: Trần Thị Hoa" in story.text(TAM)
    assert "➕ Mời người đại diện" not in buttons_of(story.last(TAM))
    await press(story, TAM, "★ Trần Thị Hoa")
    assert buttons_of(story.last(TAM)) == ["◀ Người đại diện"]


# Stepping down


async def test_a_representative_steps_down_and_the_primary_contact_is_told(story: Story) -> None:
    await song_hong(story)
    await at(story, TAM, "Lê Minh Tâm")
    await act(story, TAM, (("press", "Thôi làm người đại diện…"), ("press", "Thôi làm người đại diện")))
    assert "Anh/Chị đã thôi làm người đại diện" in story.text(TAM)
    assert "Lê Minh Tâm đã thôi làm người đại diện của Viễn thông Sông Hồng" in story.text(HOA)
    assert (await standing(story, TAM)).name == ""


async def test_who_withdraws_before_the_others_read_that_they_stepped_down_is_not_named(story: Story) -> None:
    await song_hong(story)
    async with story.database.writing() as session:
        tam = (await session.exec(select(Person).where(Person.telegram_id == TAM))).one()
        now, number = story.clock.now(), await member_id(story, SONG_HONG)
        await representatives.step_down(session, member_id=number, person=tam, now=now)
        await withdrawal.withdraw(session, person=tam, wings=WINGS, now=now)
    await story.settle()

    assert "(đã xóa dữ liệu) đã thôi làm người đại diện của Viễn thông Sông Hồng" in story.text(HOA)


async def test_the_last_one_is_led_to_leaving_instead(story: Story) -> None:
    await song_hong(story)
    other = await another(story)
    await at(story, other, "★ Phạm Quế Chi")
    await press(story, other, "Thôi làm người đại diện…")
    assert "Anh/Chị là người đại diện duy nhất" in story.text(other)
    number = await member_id(story, "Công nghệ Hoa Sen")
    words = await story.forge(other, story.last(other), f"rp:{number}:{await person_id(story, other)}:down")
    assert "Đề nghị mời đồng nghiệp trước" in words


async def test_without_a_primary_contact_any_representative_manages_and_may_become_it(story: Story) -> None:
    await three(story)
    await at(story, HOA, "★ Trần Thị Hoa")
    await press(story, HOA, "Thôi làm người đại diện…")
    assert "đầu mối chính duy nhất" in story.text(HOA)
    await press(story, HOA, "Thôi làm người đại diện")
    for person in (TAM, MINH):
        assert "Trần Thị Hoa đã thôi làm người đại diện" in story.text(person)

    await at(story, MINH, "Đỗ Quang Minh")
    assert "Anh/Chị nay là đầu mối chính" in await press(story, MINH, "★ Nhận làm đầu mối chính")
    assert (await standing(story, MINH)).contact is ContactKind.PRIMARY
    await say(story, TAM, "/donvi")
    data = f"rp:{await member_id(story)}:{await person_id(story, TAM)}:take"
    assert "do đầu mối chính" in await story.forge(TAM, story.last(TAM), data)


# Handing over


async def offer(story: Story) -> None:
    """Offer the primary contact to Tâm."""
    await at(story, HOA, "Lê Minh Tâm")
    await act(story, HOA, (("press", "★ Chuyển đầu mối chính…"), ("press", "★ Gửi đề nghị")))


async def test_the_primary_contact_is_handed_over_once_the_other_confirms(story: Story) -> None:
    await song_hong(story)
    await offer(story)
    assert "Trần Thị Hoa đề nghị Anh/Chị làm đầu mối chính của Viễn thông Sông Hồng" in story.text(TAM)
    assert (await standing(story, TAM)).contact is ContactKind.BACKUP
    offered = story.last(TAM)
    await press(story, TAM, "★ Nhận làm đầu mối chính")
    assert "✔ Anh/Chị nay là đầu mối chính của Viễn thông Sông Hồng" in story.text(TAM)
    assert "Lê Minh Tâm đã nhận làm đầu mối chính" in story.text(HOA)
    assert (await standing(story, TAM)).contact is ContactKind.PRIMARY
    assert (await standing(story, HOA)).contact is ContactKind.BACKUP
    assert "không còn hiệu lực" in await story.forge(TAM, offered, data_of(offered)[0])


async def test_who_declines_changes_nothing_and_the_other_is_told(story: Story) -> None:
    await song_hong(story)
    await offer(story)
    await press(story, TAM, "Không nhận")
    assert "Lê Minh Tâm không nhận làm đầu mối chính" in story.text(HOA)
    assert (await standing(story, HOA)).contact is ContactKind.PRIMARY


async def test_an_offer_is_taken_back_and_its_card_shows_it(story: Story) -> None:
    await song_hong(story)
    await offer(story)
    offered = story.last(TAM)
    await at(story, HOA, "Lê Minh Tâm")
    await press(story, HOA, "Rút lại đề nghị")
    assert "không còn hiệu lực" in story.text(TAM)
    assert "không còn hiệu lực" in await story.forge(TAM, offered, data_of(offered)[0])
    assert (await standing(story, TAM)).contact is ContactKind.BACKUP


async def test_an_offer_runs_out_and_only_one_stands(story: Story) -> None:
    await three(story)
    await offer(story)
    tam = story.last(TAM)
    await at(story, HOA, "Đỗ Quang Minh")
    await act(story, HOA, (("press", "★ Chuyển đầu mối chính…"), ("press", "★ Gửi đề nghị")))
    assert "không còn hiệu lực" in story.text(TAM)
    assert "không còn hiệu lực" in await story.forge(TAM, tam, data_of(tam)[0])
    await story.pass_time(days=8)
    assert "không còn hiệu lực" in await press(story, MINH, "★ Nhận làm đầu mối chính")


async def test_the_same_offer_goes_out_once(story: Story) -> None:
    await song_hong(story)
    await at(story, HOA, "Lê Minh Tâm")
    await press(story, HOA, "★ Chuyển đầu mối chính…")
    page = story.last(HOA)
    await press(story, HOA, "★ Gửi đề nghị", message=page)
    story.look_away()
    assert "đang chờ trả lời" in await story.forge(HOA, page, data_of(page)[0])
    assert story.arrived(TAM) == []


async def test_nobody_takes_the_primary_contact_without_an_offer(story: Story) -> None:
    await three(story)
    await offer(story)
    await say(story, MINH, "/donvi")
    data = f"pc:{await member_id(story)}:1"
    assert "không còn hiệu lực" in await story.forge(MINH, story.last(MINH), data)
    other = await another(story)
    await say(story, other, "/menu")
    assert "không đại diện" in await story.forge(other, story.last(other), data)
    assert (await standing(story, HOA)).contact is ContactKind.PRIMARY


async def test_an_offer_of_somebody_who_stepped_down_no_longer_stands(story: Story) -> None:
    await three(story)
    await offer(story)
    offered = story.last(TAM)
    await at(story, HOA, "★ Trần Thị Hoa")
    await act(story, HOA, (("press", "Thôi làm người đại diện…"), ("press", "Thôi làm người đại diện")))
    (shown,) = [message for message in story.chat(TAM) if message["message_id"] == offered["message_id"]]
    assert "không còn hiệu lực" in text_of(shown)
    assert "không còn hiệu lực" in await story.forge(TAM, offered, data_of(offered)[0])
    assert (await standing(story, TAM)).contact is ContactKind.BACKUP
