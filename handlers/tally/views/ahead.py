"""What comes next by itself, in one line of the tally, or why nothing more does."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.reader import Reader
from handlers.policies.views.words import circle_name
from services.tally.counting import Tally
from services.tally.course import Course
from services.waves.ahead import NextStep, Rest


def lines(reader: Reader, course: Course, counted: Tally, *, update_at: datetime | None = None) -> list[Markup]:
    """Say what comes next by itself, and as of when all this holds; an update may be due (`update_at`) all the same."""
    as_of = reader.short_moment(counted.counted_at, counted.counted_at)
    if course.enough_at is not None:
        return [reader.say("tally-enough", at=reader.short_moment(course.enough_at, counted.counted_at), now=as_of)]
    match course.next:
        case None:
            return [reader.say("tally-as-of", at=as_of)]
        case Rest() if course.held:
            return [reader.say("tally-waves-held", at=as_of)]
        case Rest.PLAN_DONE if update_at is not None and update_at > counted.counted_at:
            return [reader.say("tally-rest-update-due", now=as_of)]
        case Rest() as rest:
            return [reader.say(f"tally-rest-{rest.replace('_', '-')}", now=as_of)]
        case step:
            at = reader.short_moment(step.at, counted.counted_at)
            circle = circle_name(reader, step.circle) if step.circle else ""
            proviso = _proviso(reader, step)
            return [reader.say(f"tally-next-{step.kind}", at=at, now=as_of, circle=circle, proviso=proviso)]


def _proviso(reader: Reader, step: NextStep) -> str:
    """Say under which condition a wave comes, so that nobody counts on one that will not."""
    if step.counts_people:
        return reader.label("tally-next-if-people")
    if step.fewer_than:
        return reader.label("tally-next-if-fewer", wanted=step.fewer_than, ready=step.ready)
    return ""
