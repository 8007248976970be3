"""An incident that becomes for few later takes with it what has looked back at it since."""

from sqlmodel import col, delete, select

from models.identity import id_of
from models.incidents import Alerted, Incident
from models.people import Person
from models.tlp import Tlp
from services.incidents.sharing import labels, recipients
from tests.scenarios.declaring import AN, BINH, CHI
from tests.scenarios.honours.test_honours import confirm, name, over
from tests.scenarios.reviews.test_reviews import ended
from tests.story import COORDINATOR, Story, text_of


async def relabel(story: Story, label: Tlp, *, without: int | None = None) -> None:
    """Label the incident otherwise, and name one of those who were alerted no more."""
    async with story.database.writing() as session:
        incident = (await session.exec(select(Incident))).one()
        by = (await session.exec(select(Person).where(Person.telegram_id == COORDINATOR))).one()
        await labels.change(session, incident=incident, label=label, by=by, now=story.clock.now())
        if without is not None:
            person = (await session.exec(select(Person).where(Person.telegram_id == without))).one()
            await recipients.leave_out(
                session, incident=incident, person_id=id_of(person), by=by, now=story.clock.now()
            )
    await story.pass_time(minutes=1)


async def honoured(story: Story) -> None:
    """Let a business be thanked, and named to all."""
    await over(story)
    await confirm(story)
    await story.press(AN, "Đồng ý nêu tên")
    await story.pass_time(minutes=1)
    await name(story)


async def test_thanks_and_namings_are_emptied_for_who_is_not_named(story: Story) -> None:
    await honoured(story)
    await relabel(story, Tlp.RED, without=BINH)

    assert any("trân trọng cảm ơn" in text and "TLP:RED" in text for text in map(text_of, story.chat(AN)))
    shown = [text_of(one) for one in story.chat(BINH)]
    assert not any("Phát hiện và báo sớm" in text for text in shown)
    assert any(text.startswith("🔒 SC-2026-0001") for text in shown)
    assert not any("Phát hiện và báo sớm SC" in text_of(one) for one in story.chat(CHI))


async def test_a_naming_that_became_for_few_stays_with_those_alone_who_know_of_it(story: Story) -> None:
    await honoured(story)
    async with story.database.writing() as session:
        chi = (await session.exec(select(Person.id).where(Person.telegram_id == CHI))).one()
        await session.exec(delete(Alerted).where(col(Alerted.person_id) == chi))
    await relabel(story, Tlp.AMBER_STRICT)

    assert any("▪ Viễn thông Sông Hồng" in text and "TLP:AMBER+STRICT" in text for text in map(text_of, story.chat(AN)))
    assert not any("▪ Viễn thông Sông Hồng" in text_of(one) for one in story.chat(CHI))


async def test_what_a_review_asks_is_emptied_for_who_is_not_named(story: Story) -> None:
    await ended(story)
    await story.pass_time(hours=27)
    assert "cảm ơn Quý đơn vị đã tham gia" in story.text(AN)
    await relabel(story, Tlp.RED, without=AN)
    assert "cảm ơn Quý đơn vị đã tham gia" not in "".join(map(text_of, story.chat(AN)))
