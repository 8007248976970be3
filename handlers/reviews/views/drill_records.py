"""What stands in the records of a planned drill: answers in time and late, points, and each inject."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.reader import Reader
from handlers.reviews.views import records
from services.drills.injects import InjectStanding
from services.reviews.drill_facts import DrillFacts
from services.reviews.voices import VoiceCounts

TEXT, LATE_SHOWN = 60, 4


def in_short(reader: Reader, known: DrillFacts) -> Markup:
    """Say in two lines how many answered in time, and what was late."""
    return Markup("\n").join([_injects(reader, known), _late(reader, known)])


def facts(reader: Reader, known: DrillFacts, voices: VoiceCounts) -> Markup:
    """Say in a few lines what the records know."""
    whole, before = known.result.whole, known.result.before
    lines = [
        reader.say("review-facts"),
        _injects(reader, known),
        reader.say(
            "review-drill-times",
            minutes=reader.number(round(whole.minutes, 1)) if whole.minutes is not None else "—",
            time=reader.duration(known.lasted),
        ),
        reader.say(
            "review-drill-points", points=whole.points, before=before.score.points if before is not None else "none"
        ),
        _late(reader, known),
        records.heard(reader, voices),
    ]
    return Markup("\n").join(lines)


def _injects(reader: Reader, known: DrillFacts) -> Markup:
    whole = known.result.whole
    return reader.say(
        "review-drill-injects",
        count=len(known.injects),
        answered=whole.answered,
        given=whole.given,
        done=whole.done,
    )


def _late(reader: Reader, known: DrillFacts) -> Markup:
    if not known.missed:
        return reader.say("review-nothing-late")
    worst = sorted((one for one in known.injects if one.answered < one.given), key=lambda one: one.answered - one.given)
    where = [
        reader.label("review-drill-late-in", number=one.number, missed=one.given - one.answered, given=one.given)
        for one in worst[:LATE_SHOWN]
    ]
    return reader.say("review-drill-late", missed=known.missed, where="; ".join(where))


def course(reader: Reader, known: DrillFacts, end: datetime) -> Sequence[Markup]:
    """Say of each inject in a line when it came, and how many answered it in time."""
    return [_inject(reader, one, end) for one in known.injects]


def _inject(reader: Reader, one: InjectStanding, end: datetime) -> Markup:
    row, text = one.inject.row, shorten(reader.own(one.inject.step.text), TEXT)
    if row.came_at is None:
        return reader.say("review-drill-never", number=one.number, text=text)
    what = reader.label("review-drill-record", number=one.number, text=text, answered=one.answered, given=one.given)
    return reader.say("review-record", at=reader.short_moment(row.came_at, end), what=what)
