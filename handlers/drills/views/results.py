"""How a drill went: as bars in a message to coordinators, and to each participant their own."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.drills.taps import DrillTap, ScoreTap
from handlers.drills.views.lines import first_line
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.papers.taps import DrillPaperTap
from models.drills import Drill, DrillState
from models.identity import id_of
from services.drills.scoring import Before, DrillResult, Ranked, Score
from services.notation.business_names import with_short_form

NAME, PAGE, BAR = 30, 8, 10
FULL, EMPTY = "█", "░"


def bar(points: int) -> str:
    """Draw points of a hundred."""
    filled = round(points * BAR / 100)
    return FULL * filled + EMPTY * (BAR - filled)


def whole_lines(reader: Reader, result: DrillResult) -> list[Markup]:
    """Say how all did together, with last time beside it."""
    whole = result.whole
    lines = [_points(reader, whole.points, result.before.score.points if result.before else None)]
    lines.append(_shares(reader, whole))
    if result.before is not None:
        last = result.before.drill
        lines.append(reader.say("score-before", code=last.code, at=reader.day(last.began_at or last.starts_at)))
    return lines


def _points(reader: Reader, points: int, before: int | None) -> Markup:
    if before is None:
        return reader.say("score-points", bar=bar(points), points=points)
    return reader.say("score-points-then", bar=bar(points), points=points, before=before)


def _shares(reader: Reader, score: Score) -> Markup:
    return reader.say(
        "score-shares",
        seen=reader.share(score.seen, score.given),
        answered=reader.share(score.answered, score.given),
        done=reader.share(score.done, score.given),
        minutes=reader.number(round(score.minutes, 1)) if score.minutes is not None else "—",
    )


def score(reader: Reader, result: DrillResult, number: int) -> Message:
    """Show a drill's result: a bar for all, and one for each business, the best first."""
    drill_id = id_of(result.drill)
    page = page_of(result.ranked, number, size=PAGE)
    lines = [_ranked(reader, one, result.before) for one in page.items]
    head = Markup("\n").join([first_line(reader, result.drill), *whole_lines(reader, result)])
    text = Markup("\n\n").join([head, Markup("\n").join(lines) or reader.say("score-none")])
    turn = turning(page, lambda turned: ScoreTap(drill_id, turned).pack())
    file = Button(reader.label("drill-button-file"), DrillTap(drill_id, "file").pack())
    back = Button(reader.label("drill-button-back"), DrillTap(drill_id, "show").pack())
    report = Button(reader.label("drill-button-report"), DrillPaperTap(drill_id).pack())
    own_files = ((file, report),) if result.drill.state is DrillState.OVER else ((file,),)
    return Message(text, rows=(*turn, *(own_files if lines else ()), (back,)))


def _ranked(reader: Reader, one: Ranked, before: Before | None) -> Markup:
    then = before.members.get(id_of(one.member)) if before is not None else None
    key = "score-line" if then is None else "score-line-then"
    member = shorten(with_short_form(one.member.name), NAME)
    return reader.say(key, bar=bar(one.score.points), points=one.score.points, member=member, before=then or 0)


def own(
    reader: Reader, drill: Drill, mine: Sequence[Ranked], before: Before | None, *, network: int, department: str
) -> Message:
    """Tell a participant how their own businesses did, and how the network did together."""
    lines = [first_line(reader, drill), reader.say("own-result-over")]
    for one in mine:
        then = before.members.get(id_of(one.member)) if before is not None else None
        lines += [
            reader.say("own-result-member", member=shorten(with_short_form(one.member.name), 2 * NAME)),
            _points(reader, one.score.points, then),
            _counts(reader, one.score),
        ]
    lines += [reader.say("own-result-network", points=network), reader.say("own-result-thanks", department=department)]
    return Message(Markup("\n").join(lines))


def _counts(reader: Reader, score: Score) -> Markup:
    return reader.say(
        "own-result-counts",
        seen=score.seen,
        answered=score.answered,
        done=score.done,
        given=score.given,
        minutes=reader.number(round(score.minutes, 1)) if score.minutes is not None else "—",
    )
