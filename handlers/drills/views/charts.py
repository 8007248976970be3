"""What the chart of a drill's result shows: the network first, then each business, last time beside it."""

from handlers.frame.charts.bars import MOST_BARS, Bar, BarChart
from handlers.frame.views.fitting import shorten
from handlers.frame.views.reader import Reader
from models.drills import Drill
from models.identity import id_of
from services.drills.scoring import WHOLE, Before, DrillResult
from services.notation.business_names import with_short_form

NAME, TITLE = 36, 60
# One bar is the network's.
SHOWN = MOST_BARS - 1


def chart(reader: Reader, result: DrillResult) -> BarChart:
    """Make the chart of a result: so many businesses as can be read, those with most points first."""
    drill, before = result.drill, result.before
    then = before.members if before is not None else {}
    whole = Bar(
        reader.label("score-chart-network"), result.whole.points, before.score.points if before is not None else None
    )
    members = [
        Bar(shorten(with_short_form(one.member.name), NAME), one.score.points, then.get(id_of(one.member)))
        for one in result.ranked[:SHOWN]
    ]
    shown, total = len(members), len(result.ranked)
    return BarChart(
        title=reader.label("score-chart-title", code=drill.code, title=shorten(reader.own(drill.title), TITLE)),
        bars=[whole, *members],
        top=WHOLE,
        scale=reader.label("score-chart-scale"),
        now=reader.label("score-chart-now"),
        before=_last_time(reader, before) if before is not None else "",
        note=reader.label("score-chart-note", shown=shown, total=reader.number(total)) if shown < total else "",
    )


def _last_time(reader: Reader, before: Before) -> str:
    drill = before.drill
    return reader.label("score-chart-before", code=drill.code, at=reader.day(drill.began_at or drill.starts_at))


def caption(reader: Reader, drill: Drill) -> str:
    """Say below the picture of which drill it is."""
    return reader.label("score-chart-caption", code=drill.code, title=reader.own(drill.title))
