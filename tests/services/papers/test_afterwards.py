"""What comes after the last field of a document: a bare value is told from what happened."""

from datetime import timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.papers import PaperAnswer
from services.papers.afterwards import belongs_to, is_bare_value
from tests.network import MORNING, TIME_ZONE, found_network


@pytest.mark.parametrize(
    "words",
    ["hôm qua", "yesterday", "31/02", "14:30", "9h sáng nay", "20/11/2026", "0912 000 111", "12", "a@example.vn"],
)
def test_a_moment_a_number_and_an_address_are_values_of_fields(words: str) -> None:
    assert is_bare_value(words, now=MORNING, time_zone=TIME_ZONE)


@pytest.mark.parametrize("words", ["mất điện hôm qua", "Cháy ở Hoàn Kiếm", "mất mạng từ 9h", "cần giúp"])
def test_what_happened_is_none(words: str) -> None:
    assert not is_bare_value(words, now=MORNING, time_zone=TIME_ZONE)


async def test_a_value_belongs_to_the_papers_that_were_filled_within_a_quarter_of_an_hour(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    by = id_of(network.coordinator)
    session.add(PaperAnswer(incident_id=id_of(incident), field="phone", value="12", said_by_id=by, said_at=MORNING))
    await session.flush()

    for minutes, found in ((14, incident), (16, None)):
        now = MORNING + timedelta(minutes=minutes)
        words = {"words": "0912 000 111", "now": now, "time_zone": TIME_ZONE}
        assert await belongs_to(session, person=network.coordinator, **words) is found  # type: ignore[arg-type]
        assert await belongs_to(session, person=network.colleague, **words) is None  # type: ignore[arg-type]
