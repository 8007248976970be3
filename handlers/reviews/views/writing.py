"""The questions to those who coordinate: the words of a part, a reason, another owner, another date."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import page_of
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.people import Person
from models.reviews import ReviewPart
from services.reviews.reviews import LENGTHS, REASON_LENGTH, WRITTEN

PART, KEEP, OWNER, DATE, OWNER_REASON, DATE_REASON = "part", "keep", "owner", "date", "owner_reason", "date_reason"
TO, TURN, DAYS, ADD, OTHER = "to", "turn", "days", "add", "other"
# How many working days more are offered.
MORE_DAYS = (1, 3, 5)
NAMES, NAME, REMARK = 6, 30, 300


def ask_part(reader: Reader, draft: Draft, code: str, part: ReviewPart, now: str, *, known: str) -> Message:
    """Ask for the words of a part; of how it was found out, show what the records say."""
    parts = [
        reader.say("review-ask-part", code=code, name=reader.label(f"review-name-{part}"), limit=LENGTHS[part]),
        reader.say(f"review-hint-{part}"),
        Markup.escape(known) if known else None,
        reader.say("review-ask-now", text=now) if now else None,
    ]
    return Message(Markup("\n\n").join(one for one in parts if one), rows=(way_out(reader, draft, back=False),))


def ask_where(reader: Reader, draft: Draft, code: str, text: str) -> Message:
    """Ask to which part of a review what was typed on its page is added, or whether it is something else."""
    rows = [(button(draft, ADD, reader.label(f"review-button-{part}"), part.value),) for part in WRITTEN]
    other = button(draft, OTHER, reader.label("review-button-else"))
    said = reader.say("review-ask-where", code=code, text=shorten(text, REMARK))
    return Message(said, rows=(*rows, (other,), way_out(reader, draft, back=False)))


def ask_keep(reader: Reader, draft: Draft, code: str, task: str) -> Message:
    """Ask why a task stays open."""
    text = reader.say("review-ask-keep", code=code, task=task, limit=REASON_LENGTH)
    return Message(text, rows=(way_out(reader, draft, back=False),))


def ask_owner(reader: Reader, draft: Draft, code: str, people: Sequence[Person], *, number: int, typed: str) -> Message:
    """Ask to whom a review goes: a name of the list, or one that is typed."""
    shown = page_of(people, number, size=NAMES)
    rows = [(button(draft, TO, shorten(reader.known_as(one.name), NAME), str(id_of(one))),) for one in shown.items]
    if shown.count > 1:
        following = (shown.number + 1) % shown.count
        label = reader.label("review-button-more-names", page=shown.number + 1, pages=shown.count)
        rows.append((button(draft, TURN, label, str(following)),))
    key = "review-ask-owner" if people else "review-ask-owner-none"
    return Message(reader.say(key, code=code, typed=typed or "—"), rows=(*rows, way_out(reader, draft, back=False)))


def ask_date(reader: Reader, draft: Draft, code: str, dates: Sequence[datetime]) -> Message:
    """Ask until when a review is to be done: working days by a button, any other date is typed."""
    rows: list[tuple[Button, ...]] = [
        (button(draft, DAYS, reader.label("review-button-days", count=count, at=reader.moment(at)), str(count)),)
        for count, at in zip(MORE_DAYS, dates, strict=True)
    ]
    return Message(reader.say("review-ask-date", code=code), rows=(*rows, way_out(reader, draft, back=False)))


def ask_reason(reader: Reader, draft: Draft, code: str, where: str) -> Message:
    """Ask why a review moves."""
    text = reader.say("review-ask-reason", code=code, where=where, limit=REASON_LENGTH)
    return Message(text, rows=(way_out(reader, draft),))
