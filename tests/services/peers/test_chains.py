"""What a neighbour says of one event is one card, in whatever order and in however many readings it comes."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.peers import Peer, PeerMessage, PeerProposal, PeerTrouble, ProposalState
from services.cap.facts import moment
from services.peers import checking, references, register, taking
from services.peers.feeds import FeedEntry
from tests.neighbour import message
from tests.network import MORNING

HOURS = timedelta(hours=6)


@dataclass
class Said:
    """A message as it is told of in a test: what it is, to what it refers, and how long it stands."""

    name: str
    at: datetime
    refers: Sequence["Said"] = ()
    type: str = "Update"
    response: str = "Monitor"
    status: str = "Actual"
    lasts: timedelta = HOURS

    @property
    def is_end(self) -> bool:
        """Tell whether it ends what it speaks of."""
        return self.type == "Cancel" or self.response == "AllClear"

    def body(self, sender: str) -> bytes:
        """Write it."""
        return message(
            self.at,
            sender=sender,
            identifier=self.name,
            msgType=self.type if self.refers else "Alert",
            references=" ".join(f"{sender},{one.name},{moment(one.at)}" for one in self.refers),
            responseType=self.response,
            status=self.status,
            headline=f"Tin {self.name}",
            expires=moment(self.at + self.lasts),
        )


@dataclass
class Feed:
    """A neighbour whose messages are taken in the order in which a test reads them."""

    session: AsyncSession
    peer: Peer
    sender: str
    now: datetime = MORNING
    taken: dict[str, PeerTrouble | None] = field(default_factory=dict)

    async def read(self, *said: Said) -> None:
        """Read what has come since the last reading; of one reading the older is taken first."""
        self.now += timedelta(minutes=1)
        bodies = [(one, checking.check(one.body(self.sender), now=self.now)) for one in said]
        for one, checked in sorted(bodies, key=lambda each: each[1].order):
            self.taken[one.name] = await taking.take(
                self.session,
                peer=self.peer,
                entry=FeedEntry(one.name, ""),
                checked=checked,
                own_sender=None,
                now=self.now,
            )

    async def cards(self) -> list[PeerProposal]:
        """List what coordinators see, but for what says that it belongs to another."""
        query = select(PeerProposal).where(
            PeerProposal.sender == self.sender,
            col(PeerProposal.proposed_at).is_not(None),
            col(PeerProposal.joined_id).is_(None),
        )
        return list((await self.session.exec(query)).all())

    async def joined(self) -> list[int | None]:
        """List to which others some belong."""
        query = select(PeerProposal.joined_id).where(
            PeerProposal.sender == self.sender, col(PeerProposal.joined_id).is_not(None)
        )
        return list((await self.session.exec(query)).all())


async def feed_of(session: AsyncSession, number: int = 0) -> Feed:
    """Let a neighbour be read."""
    peer = await register.add(
        session, url=f"https://n{number}.example/feed", name="Phú Thọ", token=None, by=None, now=MORNING
    )
    return Feed(session, peer, f"n{number}@phutho.example")


def at(seconds: int) -> datetime:
    """Give a moment of the morning."""
    return MORNING - timedelta(minutes=10) + timedelta(seconds=seconds)


A = Said("A", at(0))
U = Said("U", at(10), [A])


@pytest.mark.parametrize("order", list(itertools.permutations("AUC")))
@pytest.mark.parametrize("named", [A, U])
@pytest.mark.parametrize(
    ("end", "state"),
    [({"type": "Cancel"}, ProposalState.CANCELLED), ({"response": "AllClear"}, ProposalState.OVER)],
)
async def test_the_newest_message_that_is_an_end_is_the_end_of_all_that_belongs_to_it(
    session: AsyncSession, order: str, named: Said, end: dict[str, str], state: ProposalState
) -> None:
    said = {"A": A, "U": U, "C": Said("C", at(20), [named], **end)}  # type: ignore[arg-type]
    feed = await feed_of(session)
    for one in order:
        await feed.read(said[one])

    assert {one.state for one in await feed.cards()} <= {state}


@pytest.mark.parametrize("order", list(itertools.permutations("ACR")))
async def test_what_is_sent_after_an_end_opens_it_again_in_whatever_order_it_comes(
    session: AsyncSession, order: str
) -> None:
    end = Said("C", at(20), [A], response="AllClear")
    said = {"A": A, "C": end, "R": Said("R", at(30), [A, end])}
    feed = await feed_of(session)
    for one in order:
        await feed.read(said[one])

    (card,) = await feed.cards()
    assert (card.state, card.told_state) == (ProposalState.OPEN, ProposalState.OPEN)
    assert card.headline == "Tin R"


async def test_of_two_cards_of_one_event_the_first_stays_and_has_the_newest_words(session: AsyncSession) -> None:
    second = Said("U2", at(20), [U])
    feed = await feed_of(session)
    await feed.read(A)
    await feed.read(second)
    first, other = await feed.cards()
    await feed.read(U)

    (card,) = await feed.cards()
    assert (card.id, card.headline) == (first.id, "Tin U2")
    assert await feed.joined() == [card.id]
    assert other.tell_at is None
    messages = await session.exec(select(PeerMessage.proposal_id))
    assert set(messages.all()) == {id_of(card)}


async def test_two_updates_of_what_has_not_come_yet_are_one_card(session: AsyncSession) -> None:
    feed = await feed_of(session)
    await feed.read(U)
    await feed.read(Said("V", at(20), [A]))

    assert [one.headline for one in await feed.cards()] == ["Tin V"]


async def test_what_had_expired_when_it_came_leads_all_the_same_from_an_end_to_its_alert(
    session: AsyncSession,
) -> None:
    short = Said("U", at(10), [A], lasts=timedelta(minutes=1))
    feed = await feed_of(session)
    await feed.read(short)
    await feed.read(Said("C", at(20), [short], type="Cancel"))
    assert await feed.cards() == []
    await feed.read(A)

    assert await feed.cards() == []
    assert set(feed.taken.values()) == {PeerTrouble.EXPIRED}


async def test_an_exercise_that_names_an_alert_before_it_came_takes_nothing_back(session: AsyncSession) -> None:
    feed = await feed_of(session)
    await feed.read(Said("C", at(20), [A], type="Cancel", status="Exercise"))
    await feed.read(A)
    await feed.read(Said("D", at(30), [A], type="Cancel", status="Exercise"))

    assert [one.state for one in await feed.cards()] == [ProposalState.OPEN]
    assert feed.taken["D"] is PeerTrouble.DRILL_MIXED


async def test_what_was_shown_to_nobody_is_forgotten_when_it_would_be_too_old_to_come(session: AsyncSession) -> None:
    feed = await feed_of(session)
    await feed.read(Said("C", at(20), [A], type="Cancel"))
    await feed.read(Said("B", at(30)))
    await references.forget_old(session, now=feed.now + checking.OLDEST - timedelta(minutes=1))
    assert len((await session.exec(select(PeerProposal))).all()) == 2
    await references.forget_old(session, now=feed.now + checking.OLDEST + timedelta(minutes=1))

    assert [one.headline for one in (await session.exec(select(PeerProposal))).all()] == ["Tin B"]


def invented(chance: random.Random) -> list[list[Said]]:
    """Invent events, each a few messages that refer to one another."""
    clock = itertools.count()
    events: list[list[Said]] = [[Said(f"E{number}-0", at(next(clock)))] for number in range(chance.randint(1, 3))]
    for _ in range(chance.randint(0, 9)):
        event = chance.choice(events)
        refers = chance.sample(event, chance.choice([1, 1, 1, min(2, len(event))]))
        end = chance.choice([{}, {}, {}, {}, {"type": "Cancel"}, {"response": "AllClear"}])
        event.append(Said(f"{event[0].name}.{len(event)}", at(next(clock)), refers, **end))  # type: ignore[arg-type]
    return events


def readings(events: list[list[Said]], chance: random.Random) -> list[list[Said]]:
    """Shuffle messages over readings."""
    every = [one for event in events for one in event]
    chance.shuffle(every)
    cuts = sorted(chance.sample(range(1, len(every)), chance.randint(0, len(every) - 1))) if len(every) > 1 else []
    return [every[start:end] for start, end in itertools.pairwise([0, *cuts, len(every)])]


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_comes_in_whatever_order_each_event_is_one_card_that_has_ended_when_its_newest_message_is_an_end(
    session: AsyncSession, seed: int
) -> None:
    chance = random.Random(seed)
    for number in range(12):
        events = invented(chance)
        feed = await feed_of(session, number)
        for reading in readings(events, chance):
            await feed.read(*reading)

        cards = {id_of(one): one for one in await feed.cards()}
        assert set(await feed.joined()) <= cards.keys()
        of_events = [await cards_of(feed, event) & cards.keys() for event in events]
        assert sum(map(len, of_events)) == len(cards)
        for event, own in zip(events, of_events, strict=True):
            assert len(own) <= 1
            is_ended = event[-1].is_end
            assert is_ended or own
            for card in map(cards.__getitem__, own):
                assert (card.state is not ProposalState.OPEN) is is_ended
                assert is_ended or card.headline == f"Tin {event[-1].name}"


async def cards_of(feed: Feed, event: Sequence[Said]) -> set[int]:
    """Tell to which proposals the messages of an event belong."""
    query = select(PeerMessage.proposal_id).where(
        PeerMessage.sender == feed.sender, col(PeerMessage.identifier).in_([one.name for one in event])
    )
    return set((await feed.session.exec(query)).all())
