"""What came of an incident, why, and what was learnt stand in its papers by themselves, as far as anybody said so."""

from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.views.reader import Reader
from handlers.papers.drafters import drafter
from handlers.papers.views.values import missing, values
from models.identity import id_of
from models.incidents import Incident
from models.papers import PaperForm
from models.people import Language
from models.reviews import Review
from models.tasks import TaskStep
from services.incidents import notices
from services.papers import answers, facts
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.papers.night import office_of_the_night
from tests.services.tasking import after, assignment, give, take

OFFICE = office_of_the_night()
VIETNAMESE = OFFICE.reader(Language.VIETNAMESE)
BOTH = pytest.mark.parametrize("form", [PaperForm.FINAL, PaperForm.INCIDENT])
TOOK = "Thời gian từ khi phát cảnh báo đến khi kết thúc: 3 giờ"


def suggested(reader: Reader) -> str:
    """Write the summary that is suggested at the end."""
    figures = {"answered": 86, "members": 140, "ready": 40, "remote": 3}
    return reader.label("summary-suggestion", elapsed=reader.duration(timedelta(minutes=1)), **figures)


async def end(network: Network, incident: Incident, summary: str) -> None:
    """End an incident three hours after it began."""
    await notices.all_clear(
        network.session, incident_id=id_of(incident), summary=summary, by=network.coordinator, now=after(hours=3)
    )


async def filled(session: AsyncSession, incident: Incident, form: PaperForm) -> tuple[dict[str, str], list[str]]:
    """Give what stands in the fields of a document, and which are missing."""
    known = await facts.of(session, incident=incident)
    given = values(VIETNAMESE, drafter(OFFICE, after(hours=4)), known, form)
    return {one.field.word: one.value for one in given}, [one.field.word for one in missing(given)]


@BOTH
@pytest.mark.parametrize("language", Language)
async def test_how_many_answered_is_no_result_and_the_field_is_asked_for(
    session: AsyncSession, form: PaperForm, language: Language
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await end(network, incident, suggested(OFFICE.reader(language)))

    said, lacking = await filled(session, incident, form)

    assert said["result"] == ""
    assert "result" in lacking


@BOTH
async def test_the_words_of_the_end_come_first_then_what_was_done_and_how_long_it_took(
    session: AsyncSession, form: PaperForm
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    brought = await give(network, assignment(network.telecom, incident=incident, what="Đưa máy phát tới phường"))
    await give(network, assignment(network.telecom, incident=incident, what="Việc còn dở"), draft_key="1:other")
    await take(
        network, brought, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE, note="20 kVA, 06:10", now=after(hours=1)
    )
    assert (await filled(session, incident, form))[0]["result"] == ""
    await end(network, incident, f"{suggested(VIETNAMESE)}\nĐã nối lại tuyến cáp.")

    said, lacking = await filled(session, incident, form)

    assert said["result"].splitlines() == [
        "Đã nối lại tuyến cáp.",
        f"{network.telecom.name} hoàn thành “Đưa máy phát tới phường” lúc 10:00, 20/11/2026: 20 kVA, 06:10",
        TOOK,
    ]
    assert "result" not in lacking


@BOTH
async def test_a_review_that_is_not_done_yet_tells_the_cause_and_what_was_learnt_unless_somebody_wrote_otherwise(
    session: AsyncSession, form: PaperForm
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    review = Review(
        incident_id=id_of(incident),
        owner_id=id_of(network.coordinator),
        opened_at=MORNING,
        ended_at=MORNING,
        due_at=MORNING,
        asks_at=MORNING,
        remind_at=MORNING,
        causes="Máy xúc cắt cáp",
        changes="Có tuyến dự phòng",
        well="Gọi nhanh",
    )
    session.add(review)
    await session.flush()

    said, _ = await filled(session, incident, form)
    assert said["cause"] == "Máy xúc cắt cáp"
    assert said["lessons"] == "Điều làm tốt: Gọi nhanh\nCần thay đổi: Có tuyến dự phòng"

    review.changes = ""
    assert (await filled(session, incident, form))[0]["lessons"] == "Điều làm tốt: Gọi nhanh"

    await answers.say(
        session,
        incident=incident,
        form=form,
        field="cause",
        value="Cáp cũ",
        by=network.coordinator,
        now=after(hours=4),
        time_zone=TIME_ZONE,
    )
    assert (await filled(session, incident, form))[0]["cause"] == "Cáp cũ"
