"""What came of a broadcast that was hurt: who got what, which taps counted, and whatever does not add up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.broadcasts import BroadcastKind, DeliveryState
from models.inbox import InboxState
from models.responses import Answer
from services.tally.counting import AnswerGroup
from tests.faults import books
from tests.faults.books import Books
from tests.faults.crowd import COLLEAGUE, COORDINATOR, crowd
from tests.faults.watch import Watch, is_card

Json = dict[str, Any]
AGAIN = "↻"
# Who taps "needs to know more" is asked at once what that is.
ASKED = "❓"
# What may be said while things go wrong, and after.
KINDS = frozenset({BroadcastKind.ALERT, BroadcastKind.TALLY, BroadcastKind.REMINDER, BroadcastKind.TROUBLE})


@dataclass(frozen=True)
class Account:
    """What was due and what came; `wrong` must be empty.

    `lost` are taps that Telegram let expire, `repeats` the copies of an alert beyond each person's first.
    """

    people: int
    arrived: int
    lost: int
    handed_over: int
    applied: int
    repeats: int
    allowed: str
    most_copies: int
    tally: Mapping[AnswerGroup, int]
    refused_for_pace: int
    seconds: float
    wrong: Sequence[str] = field(default_factory=list)

    def as_lines(self) -> Iterator[str]:
        """Say it, a line for each promise."""
        tally = ", ".join(f"{group.value} {number}" for group, number in self.tally.items())
        yield f"people {self.people}; alerts due {self.people}, arrived {self.arrived}"
        yield f"taps handed over {self.handed_over}, applied {self.applied}, each person's in order and once"
        if self.lost:
            yield f"taps that Telegram lost {self.lost}; whoever made one, or none, was asked again once and told why"
        yield f"duplicates {self.repeats} (allowed: {self.allowed}), each marked; at most {self.most_copies} to one"
        yield f"tally = taps: {tally}"
        yield f"{self.refused_for_pace} × 429; {self.seconds:.0f} s"
        for what in self.wrong:
            yield f"WRONG: {what}"


def draw_up(
    watch: Watch, kept: Books, counters: Json, *, people: int, repeats: tuple[int, int], seconds: float
) -> Account:
    """Compare what was seen with what is stored; `repeats` are crashes, and messages in flight at each of them."""
    cards = {person: watch.cards(person) for person in crowd(people)}
    copies = [card for each in cards.values() for card in each[1:]]
    crashes, in_flight = repeats
    unmarked = [card for card in copies if not card["text"].startswith(AGAIN)]
    silent = [person for person, each in cards.items() if not each]
    true_tally = books.tally_of(watch.taps, people)
    promises = {
        "not everything was seen": not watch.broke,
        f"{counters['updates']['expired']} taps expired": counters["updates"]["expired"] == watch.in_vain,
        f"{kept.failed} updates failed at first": kept.failed == 0,
        f"updates not applied: {kept.updates}": kept.updates.keys() == {InboxState.DONE},
        f"taps and answers differ: {_differences(watch.taps, kept.histories)}": kept.histories == watch.taps,
        "the last tap is not the answer": kept.standing == {who: taps[-1] for who, taps in watch.taps.items()},
        f"the tally is {kept.groups}, the taps are {true_tally}": kept.groups == true_tally,
        f"no alert came to {silent[:5]}": not silent,
        f"{len(unmarked)} duplicates are not marked": not unmarked,
        f"{len(copies)} duplicates": len(copies) <= crashes * in_flight,
        f"alerts are {kept.alerts}": kept.alerts.keys() <= {DeliveryState.SENT, DeliveryState.UNCERTAIN},
        f"more was said: {kept.broadcasts}": _nothing_else_was_said(watch, kept, people, crashes),
        "the tally that the coordinator sees is not the one that is stored": _tally_shown(watch) == _stored(kept),
    }
    return Account(
        people=people,
        arrived=people - len(silent),
        lost=watch.in_vain,
        handed_over=watch.tapped,
        applied=sum(map(len, kept.histories.values())),
        repeats=len(copies),
        allowed=f"{crashes} × {in_flight} = {crashes * in_flight}",
        most_copies=max(map(len, cards.values())),
        tally=kept.groups,
        refused_for_pace=counters["calls_429"],
        seconds=seconds,
        wrong=[what for what, is_kept in promises.items() if not is_kept],
    )


def _differences(
    taps: Mapping[int, Sequence[Answer]], histories: Mapping[int, Sequence[Answer]]
) -> Sequence[tuple[int, Sequence[Answer] | None, Sequence[Answer] | None]]:
    """List the first few people whose taps are not their answers."""
    people = sorted(taps.keys() | histories.keys())
    return [(who, taps.get(who), histories.get(who)) for who in people if taps.get(who) != histories.get(who)][:5]


def _nothing_else_was_said(watch: Watch, kept: Books, people: int, crashes: int) -> bool:
    """Tell whether there was one alert, no reminder came twice, and nobody else was written to.

    The colleague's tally was on its way at most once at each crash, and is sent again then.
    """
    reminded = max(len(watch.reminders(person)) for person in crowd(people))
    return (
        kept.broadcasts[BroadcastKind.ALERT] == 1
        and kept.broadcasts.keys() <= KINDS
        and reminded <= kept.broadcasts.get(BroadcastKind.REMINDER, 0)
        and len(watch.copies.get(COLLEAGUE, ())) <= 1 + crashes
        and all(
            is_card(message) or message["text"].startswith(ASKED)
            for person in crowd(people)
            for message in watch.copies.get(person, ())
        )
    )


def _tally_shown(watch: Watch) -> Sequence[int]:
    """Read the newest tally; the coordinator, who owns the bot, is told of trouble in other messages."""
    texts = [message["text"] for _, message in sorted(watch.shown[COORDINATOR].items())]
    numbers = [books.numbers_shown(text) for text in texts]
    return [each for each in numbers if len(each) >= len(AnswerGroup) - 2][-1][: len(AnswerGroup) - 2]


def _stored(kept: Books) -> Sequence[int]:
    """Give the counts in the tally's order; its last two groups are shown only while they count somebody."""
    return [kept.groups.get(group, 0) for group in AnswerGroup][:-2]
