"""Fields of documents that hold a day or a moment are read as such, and written as documents write them."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.papers import PaperForm
from services.ground.refusals import Refusal
from services.notation.moments import MomentPast, MomentUnclear, NoSuchDate
from services.notation.past import HourMissing
from services.papers import answers
from services.papers.times import PaperDayUnclear, PaperMomentAhead
from tests.network import MORNING, TIME_ZONE, found_network

FINAL, REQUEST, MINUTES, INITIAL = PaperForm.FINAL, PaperForm.REQUEST, PaperForm.MINUTES, PaperForm.INITIAL
DAY, UNTIL, MET, DETECTED = "initial-day", "coordination-until", "meeting-at", "detected-at"


async def kept(session: AsyncSession, form: PaperForm, field: str, value: str) -> str:
    """Say what stands in a field after something was typed for it."""
    network = await found_network(session)
    said = await answers.say(
        session,
        incident=await network.declare(),
        form=form,
        field=field,
        value=value,
        by=network.coordinator,
        now=MORNING,
        time_zone=TIME_ZONE,
    )
    return said.value


@pytest.mark.parametrize(
    ("form", "field", "typed", "written"),
    [
        (FINAL, DAY, "19/11", "19/11/2026"),
        (FINAL, DAY, "19.11.2026", "19/11/2026"),
        (FINAL, DAY, "Ngày 19 tháng 11 năm 2026", "19/11/2026"),
        (FINAL, DAY, "hôm qua", "19/11/2026"),
        (FINAL, DAY, "today", "20/11/2026"),
        (REQUEST, UNTIL, "trước 17h ngày mai", "17:00, 21/11/2026"),
        (REQUEST, UNTIL, "17:00, 25/11/2026", "17:00, 25/11/2026"),
        (MINUTES, MET, "8h30 sáng nay", "08:30, 20/11/2026"),
        (MINUTES, MET, "14:00 chiều nay", "14:00, 20/11/2026"),
        (INITIAL, DETECTED, "tối qua 23h", "23:00, 19/11/2026"),
    ],
)
async def test_a_moment_is_written_as_documents_write_it_however_it_was_typed(
    session: AsyncSession, form: PaperForm, field: str, typed: str, written: str
) -> None:
    assert await kept(session, form, field, typed) == written


@pytest.mark.parametrize(
    ("form", "field", "typed", "refusal"),
    [
        (FINAL, DAY, "Đã khôi phục toàn bộ", PaperDayUnclear),
        (FINAL, DAY, "31/02/2026", NoSuchDate),
        (FINAL, DAY, "25/12/2026", PaperMomentAhead),
        (REQUEST, UNTIL, "hôm qua", MomentPast),
        (REQUEST, UNTIL, "càng sớm càng tốt", MomentUnclear),
        (MINUTES, MET, "Đã khôi phục toàn bộ", MomentUnclear),
        (MINUTES, MET, "9h 31/02/2026", NoSuchDate),
        (INITIAL, DETECTED, "hôm qua", HourMissing),
        (INITIAL, DETECTED, "9h ngày mai", PaperMomentAhead),
    ],
)
async def test_what_is_no_such_moment_is_refused(
    session: AsyncSession, form: PaperForm, field: str, typed: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await kept(session, form, field, typed)
