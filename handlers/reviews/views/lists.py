"""Reviews in lists, and what has ended without one."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.reviews.taps import ReviewEndedTap, ReviewListTap, ReviewOpenTap, ReviewTap
from models.identity import id_of
from models.incidents import Incident
from models.reviews import ReviewState
from services.reviews.lists import EndedPage, ReviewHeap, ReviewLine, ReviewPage
from services.reviews.opening import ReviewToCome
from services.reviews.reviewed import is_drill

TITLE = 60


def listing(
    reader: Reader, page: ReviewPage, coming: Sequence[ReviewToCome], *, now: datetime, unknown: str = ""
) -> Message:
    """Show a heap of reviews, and which are `coming` to it; `unknown` is a code that was typed and is of nothing."""
    shown = [_coming(reader, one, now=now) for one in coming if _heap_of(one) is page.heap] if not page.number else []
    parts = [
        reader.say("review-unknown-code", code=unknown) if unknown else None,
        reader.say(f"review-list-{page.heap}", count=page.counts[page.heap]),
        *([_line(reader, one, now=now) for one in page.lines] or [reader.say(f"review-none-{page.heap}")]),
        Markup("\n").join(shown),
    ]
    buttons = [Button(one.about.code, ReviewTap(id_of(one.review)).pack()) for one in page.lines]
    rows = (
        *(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
        *turning(Page(page.lines, page.number, page.pages), lambda at: ReviewListTap(page.heap, at).pack()),
        tuple(_heap(reader, page, one) for one in ReviewHeap),
        (
            Button(reader.label("review-button-ended"), ReviewEndedTap(0).pack()),
            Button(reader.label("button-menu"), MenuTap("menu").pack()),
        ),
    )
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def _line(reader: Reader, one: ReviewLine, *, now: datetime) -> Markup:
    review = one.review
    is_late = review.state is not ReviewState.DONE and review.due_at <= now
    when = "late" if is_late else "done" if review.state is ReviewState.DONE else "due"
    at = review.done_at if review.state is ReviewState.DONE and review.done_at is not None else review.due_at
    return reader.say(
        "review-line",
        code=one.about.code,
        title=shorten(reader.own(one.about.title), TITLE),
        state=reader.label(f"review-short-{review.state.replace('_', '-')}"),
        owner=reader.known_as(one.owner),
        when=reader.label(f"review-when-{when}", at=reader.short_moment(at, now)),
    )


def _heap_of(one: ReviewToCome) -> ReviewHeap:
    return ReviewHeap.DRILLS if is_drill(one.about) else ReviewHeap.OPEN


def _coming(reader: Reader, one: ReviewToCome, *, now: datetime) -> Markup:
    """Say when a review opens and whose it becomes."""
    at = reader.short_moment(one.opens_at, now)
    return reader.say("review-coming", code=one.about.code, at=at, owner=reader.known_as(one.owner))


def _heap(reader: Reader, page: ReviewPage, heap: ReviewHeap) -> Button:
    text = reader.label(f"review-heap-{heap}", count=page.counts[heap])
    shown = reader.label("button-chosen", text=text) if heap is page.heap else text
    return Button(shown, ReviewListTap(heap, 0).pack())


def ended(reader: Reader, page: EndedPage, *, now: datetime) -> Message:
    """List what has ended and nobody has looked back at: one tap opens a review."""
    lines: Sequence[Markup] = [_ended(reader, one, now=now) for one in page.incidents]
    buttons = [Button(one.code, ReviewOpenTap(id_of(one)).pack()) for one in page.incidents]
    rows = (
        *(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
        *turning(Page(page.incidents, page.number, page.pages), lambda at: ReviewEndedTap(at).pack()),
        (Button(reader.label("button-back"), ReviewListTap(ReviewHeap.OPEN, 0).pack()),),
    )
    first = reader.say("review-ended" if lines else "review-ended-none")
    return Message(Markup("\n").join([first, *lines]), rows=rows)


def _ended(reader: Reader, incident: Incident, *, now: datetime) -> Markup:
    at = incident.closed_at or now
    title = shorten(reader.own(incident.title), TITLE)
    return reader.say("review-ended-line", code=incident.code, title=title, at=reader.short_moment(at, now))


def offer(reader: Reader, incident: Incident) -> Button:
    """Offer the review of an incident that is over."""
    return Button(reader.label("review-button-of-incident"), ReviewOpenTap(id_of(incident)).pack())


def follows(reader: Reader, coming: ReviewToCome, *, now: datetime) -> Markup:
    """Say at the end of an incident when its review opens, and whose it becomes."""
    at = reader.short_moment(coming.opens_at, now)
    return reader.say("review-follows", at=at, owner=reader.known_as(coming.owner))
