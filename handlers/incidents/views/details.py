"""An incident's details: its card, every update in order, and who answered what."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from markupsafe import Markup

from handlers.conversations.taps import QuestionsTap
from handlers.frame.views import attached
from handlers.frame.views.fitting import ROOMS, Room, first_that_fits, shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts, corrected, first_line, to_card
from handlers.incidents.views.given import answer_said
from handlers.incidents.views.notices import words
from models.identity import id_of
from models.incidents import Notice
from services.ground.attachments import Attachment
from services.incidents.standings import AnswerStep

# How many of the latest answers the details list.
STEPS = 8
# How much of each word of a coordinator the details show, and how many of the last ones, where they do not fit.
TIGHT = 150
LAST_SAID = (16, 8, 4)


def details(
    reader: Reader,
    facts: Facts,
    *,
    said: Sequence[Notice] = (),
    files: Mapping[int, Sequence[Attachment]] = MappingProxyType({}),
    history: Mapping[str, Sequence[AnswerStep]] = MappingProxyType({}),
    questions: int = 0,
    answerable: bool = False,
    now: datetime,
) -> Message:
    """Show an incident's whole text, what was said of it since, and each answer of the reader's own businesses.

    `files` are those of what was said, by the notice (id). Where the reader may answer it stands the way to their card.
    """
    tight = Room(words=TIGHT)
    versions = [*((room, said) for room in ROOMS), (tight, said), *((tight, said[-last:]) for last in LAST_SAID)]
    return Message(
        first_that_fits(
            _details_text(
                reader,
                facts,
                room,
                said=shown,
                left_out=len(said) - len(shown),
                files=files,
                history=history,
                now=now,
            )
            for room, shown in versions
        ),
        rows=(
            *to_card(reader, facts, answerable=answerable),
            *_to_questions(reader, facts.incident_id, questions),
        ),
    )


def _to_questions(reader: Reader, incident_id: int, questions: int) -> tuple[tuple[Button, ...], ...]:
    """Lead to what was asked in words, if anything was."""
    if not questions:
        return ()
    return ((Button(reader.label("button-questions", count=questions), QuestionsTap(incident_id, 0).pack()),),)


def _details_text(
    reader: Reader,
    facts: Facts,
    room: Room,
    *,
    said: Sequence[Notice],
    left_out: int,
    files: Mapping[int, Sequence[Attachment]],
    history: Mapping[str, Sequence[AnswerStep]],
    now: datetime,
) -> Markup:
    parts = [
        Markup("\n").join([first_line(reader, facts), *corrected(reader, facts, now)]),
        Markup.escape(facts.description),
        reader.say("details-source", department=facts.department, at=reader.moment(facts.declared_at)),
        *([reader.say("details-left-out", count=left_out)] if left_out else []),
        *(_said(reader, one, room, files.get(id_of(one), ()), now) for one in said),
        *(answer_steps(reader, member, steps, now) for member, steps in history.items()),
    ]
    return Markup("\n\n").join(parts)


def _said(reader: Reader, notice: Notice, room: Room, files: Sequence[Attachment], now: datetime) -> Markup:
    """Write what a coordinator said after the alert, when, and with which files."""
    text = reader.say(
        f"details-said-{notice.kind.replace('_', '-')}",
        at=reader.short_moment(notice.said_at, now),
        text=shorten(words(reader, notice), room.words),
    )
    with_files = attached.gathered(reader, files, is_album=False)
    return Markup("\n").join([text, with_files]) if with_files else text


def details_follow(reader: Reader) -> str:
    """Say, to a person who tapped in a group, where the details are."""
    return reader.label("details-follow")


def changes_of(steps: Sequence[AnswerStep]) -> Sequence[AnswerStep]:
    """Leave out the steps by which an answer was only added to."""
    return [
        step for before, step in zip((None, *steps), steps, strict=False) if not before or step.answer != before.answer
    ]


def answer_steps(reader: Reader, member: str, steps: Sequence[AnswerStep], now: datetime) -> Markup:
    """Say what a business answered one after the other: an answer that was only added to is one line."""
    lines = [
        reader.say(
            "details-step",
            at=reader.short_moment(step.answered_at, now),
            answer=answer_said(reader, step.answer),
            by=reader.known_as(step.by),
        )
        for step in changes_of(steps)[-STEPS:]
    ]
    return Markup("\n").join([reader.say("details-history", member=member), *lines])
