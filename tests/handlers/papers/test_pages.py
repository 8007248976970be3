"""The page of a document names until when the rules in force ask for it."""

from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.papers.views import pages
from models.papers import PaperForm
from models.people import Language
from services.incidents.touched import duties
from services.papers import facts
from services.systems import legal
from tests.network import MORNING, TIME_ZONE, found_network
from tests.papers.night import office_of_the_night


@pytest.mark.parametrize(
    ("rules", "form", "said"),
    [
        ("2026", PaperForm.INITIAL, "⚖ Thông báo ban đầu · hạn 09:00 21/11"),
        ("2026", PaperForm.FINAL, "⚖ Báo nguyên nhân, phạm vi, biện pháp · hạn 09:00 23/11"),
        ("2017", PaperForm.INITIAL, "⚖ Báo cáo ban đầu (Mẫu 03) · ⏰ quá hạn từ 09:00"),
        ("2017", PaperForm.FINAL, "⚖ Báo cáo kết thúc (Mẫu 04) · tính từ khi kết thúc"),
        ("2026", PaperForm.MINUTES, ""),
    ],
)
async def test_a_page_names_the_deadline_that_the_rules_set(
    session: AsyncSession, rules: str, form: PaperForm, said: str
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.touch(incident)
    if (other := legal.by_name(rules)) is not None and rules != "2026":
        await duties.follow(
            session, incident=incident, rules=other, by=network.coordinator, now=MORNING, time_zone=TIME_ZONE
        )
    known = await facts.of(session, incident=incident)
    reader = office_of_the_night().reader(Language.VIETNAMESE)

    due = known.asked_for(form)
    shown = pages.page(reader, incident, form, (), 0, due=due, now=MORNING + timedelta(minutes=1))

    lines = str(shown.text).splitlines()
    assert [line for line in lines if line.startswith("⚖")] == ([said] if said else [])
    assert any("chưa được đối chiếu" in line for line in lines) is (rules == "2026" and bool(said))
