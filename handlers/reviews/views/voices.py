"""What those who took part see: three questions, and at the end one line of what came of their answers."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.frame.views.spelled import spelled_button
from handlers.reviews.taps import ReviewAskedTap, ReviewElseTap, ReviewMissingTap, ReviewVoiceTap
from handlers.reviews.views.cards import ReviewSheet, head
from handlers.reviews.views.records import answer
from models.conversations import Question
from models.drafts import Draft
from models.drills import Drill
from models.identity import id_of
from models.reviews import Review, ReviewState
from services.reviews.lists import ReviewLine
from services.reviews.reviewed import Reviewed
from services.reviews.voices import MISSING_LENGTH, ReviewQuestion, VoiceLine

SHOWN = 300
NOTHING = "nothing"
Rows = tuple[tuple[Button, ...], ...]


def card(reader: Reader, review: Review, about: Reviewed, mine: Sequence[VoiceLine]) -> Message:
    """Ask whether it was useful, what was missing, and whether the business may be named."""
    is_over = review.state is ReviewState.DONE
    asked = "review-asked-drill" if isinstance(about, Drill) else "review-asked"
    parts = [
        head(reader, about),
        reader.say("review-asked-over" if is_over else asked, names=", ".join(one.member for one in mine)),
        *(_said(reader, one) for one in mine),
    ]
    return Message(Markup("\n\n").join(parts), rows=_rows(reader, review, mine, is_over=is_over))


def _said(reader: Reader, line: VoiceLine) -> Markup:
    voice = line.voice
    lines = [
        reader.say("review-said-useful", answer=answer(voice.useful)),
        reader.say("review-said-missing", text=shorten(voice.missing, SHOWN) if voice.missing else "—"),
        reader.say("review-said-named", answer=answer(voice.may_be_named)),
        reader.say("review-said-by", name=reader.known_as(line.by)) if line.by is not None else None,
    ]
    return Markup("\n").join(one for one in lines if one)


def _rows(reader: Reader, review: Review, mine: Sequence[VoiceLine], *, is_over: bool) -> Rows:
    named = _choice(reader, review, ReviewQuestion.NAMED, [one.voice.may_be_named for one in mine])
    if is_over:
        return (named,)
    useful = _choice(reader, review, ReviewQuestion.USEFUL, [one.voice.useful for one in mine])
    missing = Button(reader.label("review-button-missing"), ReviewMissingTap(id_of(review)).pack())
    return (useful, (missing,), named)


def _choice(
    reader: Reader, review: Review, question: ReviewQuestion, said: Sequence[bool | None]
) -> tuple[Button, ...]:
    buttons = []
    for word, accepts in (("yes", 1), ("no", 0)):
        answered = f"{question}-{word}"
        tick = "☑" if all(one is bool(accepts) for one in said) else "☐"
        tap = ReviewVoiceTap(id_of(review), question, accepts)
        buttons.append(Button(reader.label(f"review-say-{answered}", tick=tick), tap.pack()))
    return tuple(buttons)


def answer_spelled(reader: Reader, review: Review, typed: str) -> ReviewVoiceTap | None:
    """Tell which answer words are that spell what stands on its button ("hữu ích")."""
    rows = [_choice(reader, review, one, [None]) for one in (ReviewQuestion.USEFUL, ReviewQuestion.NAMED)]
    found = spelled_button(typed, rows)
    return ReviewVoiceTap.unpack(found.data) if found is not None and found.data else None


def ask_missing(reader: Reader, draft: Draft, code: str, now: str) -> Message:
    """Ask what was missing."""
    parts = [
        reader.say("review-ask-missing", code=code, limit=MISSING_LENGTH),
        reader.say("review-ask-now", text=shorten(now, SHOWN)) if now else None,
    ]
    none = button(draft, NOTHING, reader.label("review-button-nothing-missing"))
    return Message(
        Markup("\n\n").join(part for part in parts if part), rows=((none,), way_out(reader, draft, back=False))
    )


def added(reader: Reader, review: Review, about: Reviewed, question: Question) -> Message:
    """Say that what was just typed was added to what was missing, unless it was something else."""
    parts = [head(reader, about), reader.say("review-added-missing", text=shorten(question.text, SHOWN))]
    return Message(Markup("\n\n").join(parts), rows=((_else(reader, review, question),),))


def too_long(reader: Reader, review: Review, question: Question, refused: Message) -> Message:
    """Say that what was just typed is too long for what was missing, unless it was something else."""
    return replace(refused, rows=((_else(reader, review, question),),))


def _else(reader: Reader, review: Review, question: Question) -> Button:
    return Button(reader.label("review-button-else"), ReviewElseTap(id_of(review), id_of(question)).pack())


def taken_out(reader: Reader) -> Message:
    """Say that words are no part of the answer any more."""
    return Message(reader.say("review-taken-out"))


def outcome(reader: Reader, sheet: ReviewSheet, *, is_heard: bool) -> Message:
    """Say what came of it; from the reader's own words (`is_heard`) only where they wrote some."""
    changes = shorten(" ".join(sheet.review.changes.split()), SHOWN)
    tasks = sum(one.task.asked_at > sheet.review.ended_at for one in sheet.tasks)
    lines = [
        reader.say(
            "review-outcome-heard" if is_heard else "review-outcome-plain", code=sheet.about.code, changes=changes
        ),
        reader.say("review-outcome-tasks", count=tasks) if tasks else None,
        reader.say("review-outcome-thanks"),
    ]
    return Message(Markup("\n").join(line for line in lines if line))


def listing(reader: Reader, lines: Sequence[ReviewLine]) -> Message:
    """List what a person's businesses were asked."""
    if not lines:
        return Message(reader.say("review-asked-none"))
    rows = tuple((Button(one.about.code, ReviewAskedTap(id_of(one.review)).pack()),) for one in lines)
    return Message(reader.say("review-asked-list"), rows=rows)
