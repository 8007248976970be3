"""A lesson is written by a member, sent as far as its label goes, answered by each business, closed on evidence."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.conversations import Question, QuestionState
from models.identity import id_of
from models.lessons import Lesson, LessonAnswer, LessonPart, LessonState, LessonVerdict
from models.members import Sector
from models.people import Person
from models.tlp import Tlp
from services.conversations.asking import Spoken
from services.ground import details
from services.ground.arrivals import Arrival
from services.ground.attachments import Attachment
from services.ground.holding_types import Merging, Moved
from services.lessons import answering, changing, closing, holdings, lessons, lists, naming, sending, writing
from services.lessons.answering import LessonOver, NotTaught, SaidOfLessonAlready
from services.lessons.changing import LessonLabelTheirs
from services.lessons.closing import EvidenceMissing
from services.lessons.kinds import LESSON, LessonTold
from services.lessons.lessons import LessonNotYours, LessonWordsLength
from services.lessons.naming import LessonForFew, LessonNamesBusinesses
from services.lessons.writing import LessonSettled, LessonWrittenAlready
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.learning import SAID, sent, told, write

LATER = MORNING + timedelta(hours=1)
HELP = "Đề nghị hỗ trợ áp dụng bài học BH-2026-0001"
DOCUMENT = Attachment(AttachmentKind.DOCUMENT, "F1", name="bien-ban.pdf")


async def answer(network: Network, lesson: Lesson, verdict: LessonVerdict, by: Person) -> Lesson:
    """Let a person say something of a lesson."""
    question = Spoken(HELP, message_id=0, came=Arrival(LATER))
    return await answering.answer(
        network.session, lesson_id=id_of(lesson), verdict=verdict, question=question, by=by, now=LATER
    )


async def counted(network: Network, lesson: Lesson) -> tuple[int, ...]:
    """Count who applied it, who is not concerned, who needs help and who is silent."""
    found = await answering.count(network.session, lesson_id=id_of(lesson))
    return tuple(found[one] for one in (*LessonVerdict, None))


async def found(network: Network, person: Person, typed: str = "") -> list[str]:
    """List the codes that a person finds."""
    is_staff = person.staff_role is not None
    page = await lists.page(network.session, person=person, is_staff=is_staff, number=0, typed=typed)
    return [one.code for one in page.lines]


async def test_a_members_lesson_gets_a_code_and_waits_for_the_coordinators_who_are_told(session: AsyncSession) -> None:
    network = await found_network(session)

    lesson = await write(network)

    assert (lesson.code, lesson.state) == ("BH-2026-0001", LessonState.WAITING)
    assert lesson.title == "Máy chủ thư bị mã hóa tệp"
    assert lesson.indicators == "evil[.]example[.]com\n203[.]0[.]113[.]7"
    assert await told(network, BroadcastKind.LESSON_WAITING, lesson) == [
        {id_of(network.coordinator), id_of(network.colleague)}
    ]
    assert await told(network, BroadcastKind.LESSON, lesson) == []


async def test_a_second_tap_writes_no_second_lesson_and_nobody_writes_for_anothers_business(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await write(network, key="once")

    with pytest.raises(LessonWrittenAlready):
        await write(network, key="once")
    with pytest.raises(LessonNotYours):
        await write(network, replace(SAID, member_id=id_of(network.it)))
    with pytest.raises(LessonNotYours):
        await writing.write(session, said=SAID, draft_key="office", by=network.an, now=MORNING, time_zone=TIME_ZONE)
    with pytest.raises(LessonWordsLength):
        await write(network, replace(SAID, todo=" "))


async def test_a_label_in_the_words_counts_where_it_is_for_fewer_than_the_one_that_was_chosen(
    session: AsyncSession,
) -> None:
    network = await found_network(session)

    lesson = await write(network, replace(SAID, todo="TLP:AMBER vá máy chủ"))

    assert lesson.tlp is Tlp.AMBER


async def test_nobody_widens_the_label_of_an_author_and_the_offices_own_lessons_are_free(session: AsyncSession) -> None:
    network = await found_network(session)
    theirs, own = await write(network, replace(SAID, tlp=Tlp.AMBER)), await write(network, by=network.coordinator)

    async def label(lesson: Lesson, tlp: Tlp) -> Tlp:
        changed = await changing.change(
            session, lesson_id=id_of(lesson), part=LessonPart.LABEL, value=tlp, by=network.coordinator, now=LATER
        )
        return changed.tlp

    with pytest.raises(LessonLabelTheirs):
        await label(theirs, Tlp.GREEN)
    assert [await label(theirs, one) for one in (Tlp.AMBER_STRICT, Tlp.AMBER)] == [Tlp.AMBER_STRICT, Tlp.AMBER]
    assert [await label(own, one) for one in (Tlp.RED, Tlp.CLEAR)] == [Tlp.RED, Tlp.CLEAR]


async def test_a_coordinator_sharpens_each_part_until_it_is_sent(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network)

    async def change(part: LessonPart, value: str) -> None:
        await changing.change(
            session, lesson_id=id_of(lesson), part=part, value=value, by=network.coordinator, now=LATER
        )

    await change(LessonPart.TITLE, "Máy chủ thư cũ bị mã hóa")
    await change(LessonPart.INDICATORS, "")
    await change(LessonPart.LABEL, "amber")
    assert (lesson.title, lesson.indicators, lesson.tlp) == ("Máy chủ thư cũ bị mã hóa", "", Tlp.AMBER)
    with pytest.raises(LessonWordsLength):
        await change(LessonPart.TODO, "")

    await sending.send(session, lesson_id=id_of(lesson), sector=None, by=network.coordinator, now=LATER)
    with pytest.raises(LessonSettled):
        await change(LessonPart.TITLE, "Khác")
    with pytest.raises(LessonSettled):
        await changing.drop_file(session, lesson_id=id_of(lesson), kept_id=1, by=network.coordinator, now=LATER)


async def test_a_lesson_goes_to_all_but_the_business_that_learnt_it_whose_author_hears_of_it(
    session: AsyncSession,
) -> None:
    network = await found_network(session)

    lesson = await sent(network)

    people = {id_of(one) for one in (network.chi, network.dung, network.an)}
    assert await told(network, BroadcastKind.LESSON, lesson) == [people]
    assert await counted(network, lesson) == (0, 0, 0, 2)
    with pytest.raises(LessonSettled):
        await sending.send(session, lesson_id=id_of(lesson), sector=None, by=network.coordinator, now=LATER)


async def test_a_lesson_for_a_sector_reaches_its_people_alone(session: AsyncSession) -> None:
    network = await found_network(session)

    lesson = await sent(network, sector=Sector.POSTAL, by=network.coordinator)

    assert await told(network, BroadcastKind.LESSON, lesson) == [{id_of(network.chi)}]


async def test_red_is_sent_to_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await write(network, replace(SAID, tlp=Tlp.RED))

    assert await sending.circles(session, lesson=lesson) == ()
    with pytest.raises(LessonForFew):
        await sending.send(session, lesson_id=id_of(lesson), sector=None, by=network.coordinator, now=LATER)
    assert lesson.state is LessonState.WAITING


async def test_files_go_below_a_card_unless_it_is_for_named_people_by_then(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await sent(network)
    assert LESSON.brings is not None

    for label, where in ((Tlp.AMBER, ("lesson", lesson.id)), (Tlp.RED, None)):
        lesson.tlp = label
        assert await LESSON.brings(session, lesson.id, details.written(LessonTold())) == where


async def test_a_business_is_named_only_after_a_tap_of_its_own_people_and_no_words_name_it_before(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    lesson = await write(network, replace(SAID, happened="Viễn thông Sông Hồng bị mã hóa tệp."))

    assert (await lessons.sheet(session, lesson=lesson)).named is None
    with pytest.raises(LessonNamesBusinesses):
        await naming.check(session, lesson=lesson)
    with pytest.raises(LessonNotYours):
        await writing.name(session, lesson_id=id_of(lesson), accepts=True, by=network.dung, now=LATER)

    await writing.name(session, lesson_id=id_of(lesson), accepts=True, by=network.binh, now=LATER)
    assert (await lessons.sheet(session, lesson=lesson)).named == "Viễn thông Sông Hồng"
    await naming.check(session, lesson=lesson)

    await writing.name(session, lesson_id=id_of(lesson), accepts=False, by=network.an, now=LATER)
    assert (await lessons.sheet(session, lesson=lesson)).named is None


async def test_a_business_answers_once_the_latest_word_counts_and_its_colleagues_cards_are_redrawn(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    lesson = await sent(network, by=network.coordinator)
    await session.exec(update(Delivery).values(state=DeliveryState.SENT, message_id=1))

    await answer(network, lesson, LessonVerdict.UNCONCERNED, network.an)
    await answer(network, lesson, LessonVerdict.APPLIED, network.binh)

    assert await counted(network, lesson) == (1, 0, 0, 2)
    (line,) = (await answering.listing(session, lesson_id=id_of(lesson), verdict=LessonVerdict.APPLIED, number=0)).lines
    assert (line.member, line.by) == ("Viễn thông Sông Hồng", "Lê Thị Bình")
    redrawn = select(Delivery.person_id).where(col(Delivery.edit_due_at).is_not(None))
    assert set((await session.exec(redrawn)).all()) == {id_of(network.an), id_of(network.binh)}
    with pytest.raises(SaidOfLessonAlready):
        await answer(network, lesson, LessonVerdict.APPLIED, network.an)


async def test_who_speaks_for_two_businesses_answers_for_both(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await sent(network)

    await answer(network, lesson, LessonVerdict.APPLIED, network.chi)

    assert await counted(network, lesson) == (2, 0, 0, 0)


async def test_who_was_not_sent_it_says_nothing_of_it(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await sent(network)

    with pytest.raises(NotTaught):
        await answer(network, lesson, LessonVerdict.APPLIED, network.an)


async def test_who_needs_help_asks_the_coordinators_a_question_that_names_the_lesson(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await sent(network)

    await answer(network, lesson, LessonVerdict.HELP, network.dung)

    (question,) = (await session.exec(select(Question))).all()
    assert (question.state, question.text, question.member_id) == (QuestionState.OPEN, HELP, id_of(network.it))
    assert await counted(network, lesson) == (0, 0, 1, 1)


async def test_the_silent_are_reminded_once_after_three_days(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await sent(network, by=network.coordinator)
    await answer(network, lesson, LessonVerdict.APPLIED, network.an)

    async def remind(days: int, hours: int = 0) -> None:
        now = MORNING + timedelta(days=days, hours=hours)
        await sending.remind_due(session, now=now, time_zone=TIME_ZONE)

    await remind(2, 23)
    # At night nobody is reminded of it.
    await remind(3, 12)
    assert len(await told(network, BroadcastKind.LESSON, lesson)) == 1
    for day in (4, 5, 10):
        await remind(day)

    assert (await told(network, BroadcastKind.LESSON, lesson))[1:] == [{id_of(network.chi), id_of(network.dung)}]


async def test_a_lesson_is_closed_on_words_or_a_file_and_on_nothing_less(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson, other = await sent(network), await sent(network)

    async def close(one: Lesson, words: str, *files: Attachment) -> None:
        await closing.close(session, lesson_id=id_of(one), words=words, files=files, by=network.coordinator, now=LATER)

    with pytest.raises(EvidenceMissing):
        await close(lesson, " \n ")
    with pytest.raises(EvidenceMissing):
        await close(lesson, "a" * 501)
    with pytest.raises(EvidenceMissing):
        await close(lesson, "a" * 501, DOCUMENT)
    assert lesson.state is LessonState.SENT
    longest = await sent(network)
    await close(longest, "a" * 500)
    assert longest.evidence == "a" * 500
    await close(lesson, "Đã rà 40/46 đơn vị, không còn máy chủ chưa vá")
    await close(other, "", DOCUMENT)

    assert (lesson.state, other.state) == (LessonState.CLOSED, LessonState.CLOSED)
    with pytest.raises(LessonOver):
        await close(lesson, "lần nữa")
    with pytest.raises(LessonOver):
        await answer(network, lesson, LessonVerdict.APPLIED, network.dung)


@pytest.mark.parametrize(
    "typed",
    ["may chu thu", "MÁY CHỦ", "zimbra 8.8", "evil.example.com", "evil[.]example", "203.0.113.7", "bh-2026-0001"],
)
async def test_a_lesson_is_found_by_title_product_and_sign_in_any_spelling(session: AsyncSession, typed: str) -> None:
    network = await found_network(session)
    await sent(network)

    assert await found(network, network.dung, typed) == ["BH-2026-0001"]
    assert await found(network, network.dung, f"{typed} khongco") == []


async def test_members_find_what_its_label_lets_them_and_what_waits_is_its_authors_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    await sent(network, replace(SAID, tlp=Tlp.AMBER), sector=Sector.POSTAL, by=network.coordinator)
    await sent(network, sector=Sector.POSTAL, by=network.coordinator)
    waiting = await write(network)

    assert await found(network, network.chi) == ["BH-2026-0002", "BH-2026-0001"]
    assert await found(network, network.dung) == ["BH-2026-0002"]
    assert await found(network, network.an) == ["BH-2026-0003", "BH-2026-0002"]
    assert await found(network, network.coordinator) == ["BH-2026-0003", "BH-2026-0002", "BH-2026-0001"]
    with pytest.raises(LessonNotYours):
        await lessons.seen_by(session, lesson_id=id_of(waiting), person=network.dung)


async def test_of_two_businesses_that_become_one_each_lesson_has_one_answer(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = await sent(network, by=network.coordinator)
    postal = select(LessonAnswer).where(LessonAnswer.member_id == id_of(network.postal))
    (await session.exec(postal)).one().verdict = LessonVerdict.APPLIED
    merging = Merging(id_of(network.it), id_of(network.postal), network.coordinator, LATER)

    for held in holdings.MEMBERS:
        assert isinstance(held.merger, Moved)
        await held.merger.by(session, merging)

    rows = (await session.exec(select(LessonAnswer.member_id).order_by(col(LessonAnswer.member_id)))).all()
    assert list(rows) == [id_of(network.telecom), id_of(network.it)]
    assert await counted(network, lesson) == (1, 0, 0, 1)
