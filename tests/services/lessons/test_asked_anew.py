"""A yes to being named is one to the words that were shown: other words are asked about once more."""

from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.lessons import Lesson, LessonPart
from models.members import Member
from models.tlp import Tlp
from services.lessons import changing, naming
from services.lessons.naming import LessonWordsChanged
from tests.network import MORNING, Network, found_network
from tests.services.learning import SAID, told, write

NAMING = replace(SAID, happened="Tin tặc vào từ máy của Công nghệ Hoa Sen. Cả hai thấy sau ba ngày.")


async def agreed(network: Network) -> Lesson:
    """Let a lesson wait that names the IT business, as it allows."""
    lesson = await write(network, NAMING)
    await naming.ask(network.session, lesson_id=id_of(lesson), by=network.coordinator, now=MORNING)
    await say(network, lesson, accepts=True)
    return lesson


async def say(network: Network, lesson: Lesson, *, accepts: bool, seen: int | None = None) -> None:
    """Let the IT business say whether the lesson may name it."""
    await naming.answer(
        network.session,
        lesson_id=id_of(lesson),
        member_id=id_of(network.it),
        accepts=accepts,
        seen=seen,
        by=network.dung,
        now=MORNING,
    )


async def change(network: Network, lesson: Lesson, part: LessonPart, value: str) -> None:
    """Let the coordinator put a part in other words."""
    by = network.colleague
    await changing.change(network.session, lesson_id=id_of(lesson), part=part, value=value, by=by, now=MORNING)


async def stands(network: Network, lesson: Lesson, member: Member) -> tuple[bool | None, bool]:
    """Tell what a business says that is named, and whether it was asked."""
    (found,) = [one for one in await naming.named_in(network.session, lesson=lesson) if one.member.id == member.id]
    return found.accepts, found.asked_at is not None


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (LessonPart.HAPPENED, "Tin tặc vào từ máy của Công nghệ Hoa Sen, vì họ quên vá. Cả hai thấy sau ba ngày."),
        (LessonPart.TODO, "Khóa tài khoản của Hoa Sen"),
        (LessonPart.TITLE, "Hoa Sen để lộ mật khẩu"),
    ],
)
async def test_new_words_about_it_set_its_yes_back_and_ask_it_once_more(
    session: AsyncSession, part: LessonPart, words: str
) -> None:
    network = await found_network(session)
    lesson = await agreed(network)

    await change(network, lesson, part, words)

    assert await stands(network, lesson, network.it) == (None, True)
    assert await told(network, BroadcastKind.LESSON_NAMING, lesson) == [{id_of(network.chi), id_of(network.dung)}] * 2
    # Its answer comes to whoever changed the words.
    await say(network, lesson, accepts=True)
    assert (await told(network, BroadcastKind.LESSON_NAMED, lesson))[-1] == {id_of(network.colleague)}
    assert await stands(network, lesson, network.it) == (True, True)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (LessonPart.HAPPENED, "Tin tặc vào từ máy của Công nghệ Hoa Sen. Cả hai thấy sau bốn ngày."),
        (LessonPart.FOUND, "Nhân viên trực thấy"),
        (LessonPart.TITLE, "Mã hóa máy chủ thư"),
        (LessonPart.LABEL, "amber"),
    ],
)
async def test_other_words_and_fewer_about_it_leave_its_yes(
    session: AsyncSession, part: LessonPart, words: str
) -> None:
    network = await found_network(session)
    lesson = await agreed(network)

    await change(network, lesson, part, words)

    assert await stands(network, lesson, network.it) == (True, True)
    assert len(await told(network, BroadcastKind.LESSON_NAMING, lesson)) == 1


async def test_whoever_has_not_answered_yet_is_asked_by_the_message_that_they_have_and_a_no_stays(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    lesson = await agreed(network)
    await change(network, lesson, LessonPart.TODO, "Khóa tài khoản của Hoa Sen")
    await change(network, lesson, LessonPart.TODO, "Khóa mọi tài khoản của Hoa Sen")
    assert len(await told(network, BroadcastKind.LESSON_NAMING, lesson)) == 2

    await say(network, lesson, accepts=False)
    await change(network, lesson, LessonPart.TODO, "Khóa tài khoản của Công nghệ Hoa Sen")
    assert await stands(network, lesson, network.it) == (False, True)
    assert len(await told(network, BroadcastKind.LESSON_NAMING, lesson)) == 2


async def test_the_business_that_learnt_it_is_asked_too_where_new_words_name_it(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, replace(SAID, may_be_named=True))
    await change(network, lesson, LessonPart.FOUND, "Nhân viên trực thấy")
    assert lesson.may_be_named is True

    await change(network, lesson, LessonPart.FOUND, "Viễn thông Sông Hồng thấy muộn")

    assert lesson.may_be_named is None
    assert await told(network, BroadcastKind.LESSON_NAMING, lesson) == [{id_of(network.an), id_of(network.binh)}]


async def test_what_is_for_named_people_alone_asks_nobody_and_can_be_asked_later(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await agreed(network)
    await change(network, lesson, LessonPart.LABEL, Tlp.RED)

    await change(network, lesson, LessonPart.TODO, "Khóa tài khoản của Hoa Sen")

    assert await stands(network, lesson, network.it) == (None, False)


async def test_a_yes_to_words_that_were_changed_meanwhile_is_none(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, NAMING)
    await naming.ask(session, lesson_id=id_of(lesson), by=network.coordinator, now=MORNING)
    seen = await naming.mark_of(session, lesson=lesson, member_id=id_of(network.it))
    await change(network, lesson, LessonPart.TODO, "Khóa tài khoản của Hoa Sen")

    with pytest.raises(LessonWordsChanged):
        await say(network, lesson, accepts=True, seen=seen)
    assert await stands(network, lesson, network.it) == (None, True)
    await say(network, lesson, accepts=False, seen=seen)
    assert await stands(network, lesson, network.it) == (False, True)
