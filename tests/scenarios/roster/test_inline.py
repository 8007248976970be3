"""In any chat, `@bot text` finds businesses: for each person what that person may see, and for nobody else."""

from datetime import timedelta

import pytest

from models.members import Member, MemberStatus
from tests.enrolment import enrol
from tests.scenarios.registering import act
from tests.scenarios.searching import (
    AN,
    CHI,
    OBSERVER,
    POST,
    POWER,
    SHORT_LOTUS,
    SHORT_POWER,
    STRANGER,
    appoint_observer,
    ask,
    change,
    found,
    id_of_business,
    suspend,
    titles,
)
from tests.story import COORDINATOR, Story


async def test_a_member_finds_a_business_by_any_spelling_in_any_chat(story: Story) -> None:
    await found(story)
    for text in ("dien luc", "Điện lực", "DLĐĐ", "cap quang hoan kiem"):
        answer = await ask(story, CHI, text)
        assert titles(answer) == [SHORT_POWER]
    (result,) = answer["results"]
    assert result["description"] == "Công nghệ thông tin, công nghệ số · Phường Hoàn Kiếm · đang sẵn sàng"


async def test_an_answer_is_for_one_person_and_one_moment(story: Story) -> None:
    await found(story)
    await suspend(story, POWER)
    answers = {person: await ask(story, person, "dien luc") for person in (CHI, COORDINATOR, STRANGER)}

    assert titles(answers[CHI]) == []
    assert titles(answers[COORDINATOR]) == [SHORT_POWER]
    assert titles(answers[STRANGER]) == []

    def reinstate(member: Member) -> None:
        member.status = MemberStatus.APPROVED

    await change(story, POWER, reinstate)
    assert titles(await ask(story, CHI, "dien luc")) == [SHORT_POWER]


async def test_the_chosen_card_shows_no_phone_and_nobodys_name(story: Story) -> None:
    await found(story)

    def call(member: Member) -> None:
        member.phone = "+842438221234"

    member_id = await change(story, POWER, call)
    group = story.world.create_group("Tổ ứng cứu", [CHI, STRANGER])
    query = await story.world.ask_inline(CHI, "dien luc", chat_id=group)
    await story.settle()
    (result,) = story.world.inline_results(query) or []
    await story.world.choose_inline(CHI, query, result["id"])
    await story.settle()
    card = next(message for message in story.world.messages(group) if "via_bot" in message)

    assert POWER in card["text"]
    assert "Phường Hoàn Kiếm" in card["text"]
    for secret in ("3822", "0900", "Nguyễn Văn An"):
        assert secret not in card["text"]
        assert secret not in result["description"]
    (button,) = card["reply_markup"]["inline_keyboard"][0]
    assert button["url"].endswith(f"?start=m-{member_id}")


async def test_a_card_sent_to_the_bot_itself_is_no_word_to_it(story: Story) -> None:
    await found(story)
    await story.say(CHI, "/danhba hoa sen")
    story.look_away(CHI)
    query = await story.world.ask_inline(CHI, "dien luc")
    await story.settle()
    (result,) = story.world.inline_results(query) or []
    await story.world.choose_inline(CHI, query, result["id"])
    await story.settle()
    assert story.arrived(CHI) == []
    await story.press(CHI, "➖ “hoa sen”")
    assert "3 đơn vị" in story.text(CHI)


async def test_observers_cannot_test_phones_inline(story: Story) -> None:
    await found(story)
    await appoint_observer(story)

    def call(member: Member) -> None:
        member.phone = "+842438221234"

    await change(story, POWER, call)
    assert titles(await ask(story, OBSERVER, "dien luc")) == [SHORT_POWER]
    assert titles(await ask(story, CHI, "024 3822 1234")) == [SHORT_POWER]
    assert titles(await ask(story, OBSERVER, "024 3822 1234")) == []


async def test_strangers_get_nothing_but_the_way_to_register(story: Story) -> None:
    await found(story)
    for text in ("", "dien luc", "0900000001"):
        answer = await ask(story, STRANGER, text)
        assert titles(answer) == []
        assert answer["button"] == {"text": "Đăng ký tham gia để tra danh bạ", "start_parameter": "r-"}
    await story.say(STRANGER, "/start r-")
    assert "Đăng ký tham gia" in story.text(STRANGER)


async def test_before_anything_is_typed_own_businesses_are_offered(story: Story) -> None:
    await found(story)
    assert titles(await ask(story, CHI, "")) == [SHORT_LOTUS, POST]
    assert titles(await ask(story, COORDINATOR, " ")) == [POST, SHORT_LOTUS, SHORT_POWER]


async def test_a_business_that_is_away_is_described_so(story: Story) -> None:
    await found(story)
    until = story.clock.now() + timedelta(days=2)

    def leave(member: Member) -> None:
        member.unavailable_until = until

    await change(story, POST, leave)
    (result,) = (await ask(story, AN, "an mac"))["results"]
    assert "tạm vắng đến 09:00 22/11" in result["description"]


async def test_results_come_in_pages_of_twenty(story: Story) -> None:
    for number in range(45):
        await enrol(story, AN, "Nguyễn Văn An", f"Điện lực {number:02}")
    first = await ask(story, AN, "dien luc")
    second = await ask(story, AN, "dien luc", first["next_offset"])
    third = await ask(story, AN, "dien luc", second["next_offset"])

    assert [len(answer["results"]) for answer in (first, second, third)] == [20, 20, 5]
    everything = [title for answer in (first, second, third) for title in titles(answer)]
    assert everything == [f"Điện lực {number:02}" for number in range(45)]
    assert not third.get("next_offset")
    assert titles(await ask(story, AN, "dien luc", "7")) == []
    for forged in ("-1", "x", "²", "9" * 60):
        await ask(story, AN, "dien luc", forged)


async def test_what_is_not_found_leads_to_the_nearest_and_to_the_roster(story: Story) -> None:
    await found(story)
    answer = await ask(story, CHI, "dien luk")
    assert titles(answer) == [SHORT_POWER]
    assert answer["button"] == {"text": "Không thấy “dien luk” · gần nhất:", "start_parameter": "m-0"}
    answer = await ask(story, CHI, "qqqqqqq")
    assert titles(answer) == []
    assert answer["button"]["text"] == "Không thấy “qqqqqqq” · mở danh bạ"
    await story.say(CHI, "/start m-0")
    assert "Danh bạ mạng lưới" in story.text(CHI)


@pytest.mark.parametrize("text", ["%", "_", "'\"", "😀", "\u202edien luc", "x" * 256, "điện " * 51])
async def test_hostile_text_is_answered_like_any_other(story: Story, text: str) -> None:
    await found(story)
    answer = await ask(story, CHI, text)
    assert set(titles(answer)) <= {SHORT_POWER, SHORT_LOTUS, POST}
    assert len(answer.get("button", {}).get("text", "")) <= 64


async def test_one_who_leaves_the_network_sees_nothing_from_that_moment(story: Story) -> None:
    await found(story)
    assert titles(await ask(story, AN, "hoa sen")) == [SHORT_LOTUS]
    await suspend(story, POWER)
    answer = await ask(story, AN, "hoa sen")
    assert titles(answer) == []
    assert "Đăng ký" in answer["button"]["text"]
    assert await id_of_business(story, POWER)
    await act(story, AN, (("say", "/danhba"),))
    assert "dành cho các đơn vị thành viên" in story.text(AN)
