"""What a bystander sees: every message as it arrived, every tap as it was made."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from handlers.incidents.taps import AnswerTap
from handlers.incidents.views.cards import ANSWER_ROWS
from models.responses import Answer
from tests.faults.stage import Stage

Json = dict[str, Any]
ANSWERS = tuple(answer for row in ANSWER_ROWS for answer in row)
PLACES = {answer: (row, column) for row, each in enumerate(ANSWER_ROWS) for column, answer in enumerate(each)}
# How many of those who answer change their mind afterwards.
CHANGE_THEIR_MIND = 0.2
REMINDER = "🔔"


@dataclass
class Watch:
    """Everything that was seen; `answering` are the people who tap, once or twice, soon after their card came."""

    stage: Stage
    answering: frozenset[int]
    seed: int
    copies: dict[int, list[Json]] = field(default_factory=dict)
    shown: dict[int, dict[int, Json]] = field(default_factory=dict)
    taps: dict[int, list[Answer]] = field(default_factory=dict)
    in_vain: int = 0
    events: int = 0
    broke: bool = False
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _tapping: set[asyncio.Task[None]] = field(default_factory=set)

    async def follow(self, ready: asyncio.Event) -> None:
        """Take note of what happens until the sandbox ends."""
        async with self.stage.web.get("/sandbox/events") as events:
            async for line in events.content:
                ready.set()
                if line.startswith(b"data: "):
                    await self._note(json.loads(line[6:]))
        self.broke = True

    async def _note(self, event: Json) -> None:
        kind = event["type"]
        if kind not in ("message", "edit") or not event["message"]["from"]["is_bot"]:
            return
        chat_id, message = event["chat_id"], event["message"]
        self.shown.setdefault(chat_id, {})[message["message_id"]] = message
        self.events += 1
        if kind == "message":
            self.copies.setdefault(chat_id, []).append(message)
            if chat_id in self.answering and chat_id not in self.taps and is_card(message):
                self.taps[chat_id] = []
                task = asyncio.create_task(self._answer(chat_id, message["message_id"]))
                self._tapping.add(task)
        async with self._news:
            self._news.notify_all()

    async def _answer(self, person: int, message_id: int) -> None:
        """Tap as this person would: the same choice at every run with this seed."""
        dice = random.Random(f"{self.seed}:{person}")
        answers = dice.sample(ANSWERS, 2 if dice.random() < CHANGE_THEIR_MIND else 1)
        for answer in answers:
            # People take their time, and the bot may be dead by then.
            await asyncio.sleep(dice.uniform(0.05, 2.0))
            await self._tap(person, message_id, answer)

    def storm(self, people: Iterable[int], taps: int) -> None:
        """Let these people tap so often, as fast as they can, each time another answer."""
        for person in people:
            self._tapping.add(asyncio.create_task(self._tap_often(person, taps)))

    async def _tap_often(self, person: int, taps: int) -> None:
        dice, card = random.Random(f"{self.seed}:{person}"), self.cards(person)[0]["message_id"]
        for _ in range(taps):
            answers = self.taps.setdefault(person, [])
            answer = dice.choice([each for each in ANSWERS if [each] != answers[-1:]])
            await self._tap(person, card, answer)

    async def tap_in_vain(self, people: Iterable[int]) -> None:
        """Let these people tap once, when nobody hears it."""
        for person in people:
            await self._press(person, self.cards(person)[0]["message_id"], ANSWERS[0])
            self.in_vain += 1

    async def tap(self, person: int, answer: Answer) -> None:
        """Let a person tap an answer on their card, now."""
        self.taps.setdefault(person, [])
        await self._tap(person, self.cards(person)[0]["message_id"], answer)

    async def _tap(self, person: int, message_id: int, answer: Answer) -> None:
        await self._press(person, message_id, answer)
        self.taps[person].append(answer)
        async with self._news:
            self._news.notify_all()

    async def _press(self, person: int, message_id: int, answer: Answer) -> None:
        row, column = PLACES[answer]
        tap = {"message_id": message_id, "row": row, "column": column}
        await self.stage.tell(f"chats/{person}/press", tap)

    @property
    def tapped(self) -> int:
        """Tell how many taps were made."""
        return sum(map(len, self.taps.values()))

    async def all_tapped(self) -> None:
        """Wait until everybody who began to answer has; raises what went wrong with a tap."""
        while pending := [each for each in self._tapping if not each.done()]:
            await asyncio.wait(pending)
        for each in self._tapping:
            each.result()

    async def until(self, seen: Callable[[], bool], seconds: float) -> bool:
        """Wait until something was seen, at most so long; tell whether it was."""
        try:
            async with asyncio.timeout(seconds), self._news:
                await self._news.wait_for(seen)
        except TimeoutError:
            return False
        return True

    async def press(self, person: int, button: str, seconds: float = 60.0) -> None:
        """Wait for a button with this text in a chat, and tap it."""
        assert await self.until(lambda: bool(self._places(person, button)), seconds), f"no button {button!r}"
        message_id, row, column = self._places(person, button)[-1]
        await self.stage.tell(f"chats/{person}/press", {"message_id": message_id, "row": row, "column": column})

    def _places(self, person: int, button: str) -> Sequence[tuple[int, int, int]]:
        return [
            (message_id, row, column)
            for message_id, message in sorted(self.shown.get(person, {}).items())
            for row, buttons in enumerate(keyboard(message))
            for column, each in enumerate(buttons)
            if button in each["text"]
        ]

    def cards(self, person: int) -> list[Json]:
        """Give the cards that arrived in a chat, each as it was when it came."""
        return [each for each in self.copies.get(person, ()) if is_card(each) and REMINDER not in each["text"]]

    def reminders(self, person: int) -> list[Json]:
        """Give the reminders that arrived in a chat."""
        return [each for each in self.copies.get(person, ()) if REMINDER in each["text"]]


def keyboard(message: Json) -> list[list[Json]]:
    """Give a message's inline buttons, row by row."""
    return list(message.get("reply_markup", {}).get("inline_keyboard", ()))


def is_card(message: Json) -> bool:
    """Tell whether a message offers the answers to an incident."""
    data = (button.get("callback_data", "") for row in keyboard(message) for button in row)
    return any(each.startswith(f"{AnswerTap.word}:") for each in data)


@asynccontextmanager
async def watching(stage: Stage, *, answering: frozenset[int], seed: int) -> AsyncIterator[Watch]:
    """Look on for as long as it is needed."""
    watch = Watch(stage, answering, seed)
    ready = asyncio.Event()
    following = asyncio.create_task(watch.follow(ready))
    await ready.wait()
    try:
        yield watch
    finally:
        following.cancel()
        await asyncio.wait([following])
