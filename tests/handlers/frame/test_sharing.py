"""What several people leave in their turns: each kind is stored by one call, and a Refusal is one person's alone."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.frame.access import EVERYONE, allow, shares_commit
from handlers.frame.context import Context, Left, Turn
from handlers.frame.office import Office
from handlers.frame.sharing import store_left
from handlers.front.face import ALL_FACES
from handlers.front.routes import may_share
from models.people import Language, Role
from services.ground.arrivals import Arrival
from services.ground.refusals import Refusal
from tests.network import PROVINCE, TIME_ZONE
from tests.services.cast import NOON, newcomer

OFFICE = Office("Sở Khoa học và Công nghệ", PROVINCE, TIME_ZONE, Language.VIETNAMESE)


class TooLate(Refusal):
    """What was left came too late."""


class Shelf:
    """Keeps what was stored on it, one list a call; what is "late" is refused."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    async def store(self, _session: AsyncSession, left: Sequence[str], now: datetime) -> Sequence[object]:
        """Store what was left in some turns."""
        assert now == NOON
        self.calls.append(list(left))
        return [TooLate() if word == "late" else word for word in left]


async def turn(session: AsyncSession, number: int, left: Left[str] | None = None) -> Turn:
    person = await newcomer(session, 1000 + number)
    roles = frozenset({Role.REPRESENTATIVE})
    return Turn(session, NOON, OFFICE, person, roles, Arrival(NOON), left=left)


async def test_what_was_left_is_stored_by_one_call_for_each_kind(session: AsyncSession) -> None:
    answers, marks = Shelf(), Shelf()
    turns = [
        await turn(session, 1, Left("ready", answers.store)),
        await turn(session, 2, Left("useful", marks.store)),
        await turn(session, 3),
        await turn(session, 4, Left("remote", answers.store)),
    ]

    await store_left(turns)

    assert (answers.calls, marks.calls) == ([["ready", "remote"]], [["useful"]])
    assert [one.failure for one in turns] == [None] * 4


async def test_who_is_refused_is_refused_alone(session: AsyncSession) -> None:
    shelf = Shelf()
    turns = [await turn(session, number, Left(word, shelf.store)) for number, word in enumerate(["early", "late"])]

    await store_left(turns)

    assert turns[0].failure is None
    assert isinstance(turns[1].failure, TooLate)


async def test_nothing_is_stored_of_a_turn_that_failed(session: AsyncSession) -> None:
    shelf = Shelf()
    failed = await turn(session, 1, Left("ready", shelf.store))
    failed.failure = TooLate()

    await store_left([failed])

    assert shelf.calls == []


def test_a_handler_shares_its_commit_only_where_it_says_so() -> None:
    @allow(EVERYONE, shares=True)
    async def on_useful(_update: Update, _context: Context) -> None: ...

    @allow(EVERYONE)
    async def on_close(_update: Update, _context: Context) -> None: ...

    assert shares_commit(on_useful)
    assert not shares_commit(on_close)


def test_of_all_buttons_answers_alone_share_a_commit_now() -> None:
    def tapped(word: str) -> dict[str, object]:
        return {"update_id": 1, "callback_query": {"data": f"{word}:1", "message": {"chat": {"type": "private"}}}}

    assert [tap.word for tap in ALL_FACES.taps if may_share(tapped(tap.word))] == ["a", "qr"]
