"""Scenes: where many stories begin is played once, and is there again as a copy whenever a story opens with it."""

import copy
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from tests import databases
from tests.story import Story

Given = ParamSpec("Given")
Told = TypeVar("Told")
Play = Callable[Concatenate[Story, Given], Coroutine[Any, Any, Told]]
# What of Telegram is as people and the bot left it.
WORLD = ("people", "chats", "files", "queries", "menus", "next_message_id", "calls", "counters", "limits")


@dataclass(frozen=True)
class Scene:
    """The state of a story: its database, the world's parts, the hour, what was looked at, what it tells."""

    place: str
    world: dict[str, Any]
    next_update_id: int
    at: datetime
    ticked: datetime | None
    looked: dict[int, int]
    told: Any


_kept: dict[Hashable, Scene] = {}


def scene(play: Play[Given, Told]) -> Play[Given, Told]:
    """Keep what a beginning leads to; a story that has begun already plays it for itself."""

    @wraps(play)
    async def played(story: Story, /, *values: Given.args, **named: Given.kwargs) -> Told:
        if story.has_begun():
            return await play(story, *values, **named)
        key = (play.__module__, play.__qualname__, values, tuple(sorted(named.items())))
        if key not in _kept:
            told = await play(story, *values, **named)
            _kept[key] = await _keep(story, told, f"scene_{len(_kept)}")
            return told
        await _recall(story, _kept[key])
        return copy.deepcopy(_kept[key].told)  # type: ignore[no-any-return]

    return played


async def _keep(story: Story, told: object, name: str) -> Scene:
    await story.database.close()
    place = databases.beside(story.place, name)
    await databases.copy(story.place, to=place)
    return Scene(
        place=place,
        world=copy.deepcopy({part: getattr(story.world, part) for part in WORLD}),
        next_update_id=story.world.queue.next_id,
        at=story.clock.at,
        ticked=story.ticked,
        looked=dict(story.looked),
        told=copy.deepcopy(told),
    )


async def _recall(story: Story, kept: Scene) -> None:
    await story.database.close()
    await databases.copy(kept.place, to=story.place)
    for part, value in copy.deepcopy(kept.world).items():
        setattr(story.world, part, value)
    story.world.queue.next_id = kept.next_update_id
    story.clock.at = kept.at
    story.ticked = kept.ticked
    story.looked = dict(kept.looked)
    # The bot's pace is counted from what it sent.
    await story.restart()
