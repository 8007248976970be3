"""What runs beside the calls of an incident, in one line of its tally: those above, a playbook, the next update."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.reader import Reader
from models.escalation import EscalationStage

TITLE = 24


@dataclass(frozen=True)
class Above:
    """The stage of an escalation that is under way, and until when something is to happen of it, if that is known."""

    stage: EscalationStage
    until: datetime | None


@dataclass(frozen=True)
class PlaybookNext:
    """A playbook under way: its next step by its place, and when that is to begin or to be done, if that is known."""

    title: str
    place: int
    steps: int
    at: datetime | None


@dataclass(frozen=True)
class RunsBeside:
    """All that runs beside the calls; `update_at` is when the next update is due."""

    above: Above | None = None
    playbooks: Sequence[PlaybookNext] = ()
    update_at: datetime | None = None


def line(reader: Reader, beside: RunsBeside, *, now: datetime) -> list[Markup]:
    """Say it in one line; nothing where nothing runs."""
    said = [
        *([_above(reader, beside.above, now)] if beside.above is not None else []),
        *_playbooks(reader, beside.playbooks, now),
        *([_update(reader, beside.update_at, now)] if beside.update_at is not None else []),
    ]
    return [Markup(" · ").join(said)] if said else []


def _above(reader: Reader, above: Above, now: datetime) -> Markup:
    key = f"tally-above-{above.stage.replace('_', '-')}"
    return Markup(" ").join([reader.say(key), *_until(reader, above.until, now)])


def _playbooks(reader: Reader, playbooks: Sequence[PlaybookNext], now: datetime) -> list[Markup]:
    if not playbooks:
        return []
    first, *others = playbooks
    title = shorten(first.title, TITLE)
    said = reader.say("tally-playbook", title=title, place=first.place, steps=first.steps, others=len(others))
    return [Markup(" ").join([said, *_until(reader, first.at, now)])]


def _until(reader: Reader, at: datetime | None, now: datetime) -> list[Markup]:
    if at is None:
        return []
    key = "tally-beside-until" if at > now else "tally-beside-overdue"
    return [reader.say(key, at=reader.short_moment(at, now))]


def _update(reader: Reader, at: datetime, now: datetime) -> Markup:
    key = "tally-update-due" if at > now else "tally-update-late"
    return reader.say(key, at=reader.short_moment(at, now))
