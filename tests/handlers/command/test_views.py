"""What whoever commanded reads when another ended the incident."""

from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.command.views import cards as views
from handlers.frame.views.home import Home
from handlers.frame.views.reader import Reader
from models.people import Language
from tests.network import found_network

READER = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"), Home("01", "Mạng lưới ứng cứu", "response network"))


async def test_what_an_end_left_open_is_counted_and_where_it_left_nothing_nothing_is_said(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()

    def ended(tasks: int, questions: int) -> str:
        by = network.colleague
        return str(views.ended(READER, incident, by=by, tasks=tasks, questions=questions, at="10:00").text)

    assert f"{network.colleague.name} đã kết thúc lúc 10:00" in ended(0, 0)
    assert "Còn mở" not in ended(0, 0)
    assert "⚠️ Còn mở: <b>2 nhiệm vụ</b>." in ended(2, 0)
    assert "2 nhiệm vụ · " in ended(2, 1)
