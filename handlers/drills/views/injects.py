"""What members see of a drill: injects with their buttons, what happens to it, and their own result."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.drills.taps import InjectTap
from handlers.drills.views import results
from handlers.drills.views.boards import reply_line
from handlers.drills.views.lines import first_line
from handlers.frame.views.dialogues import way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import DRILL
from models.drafts import Draft
from models.drills import Drill, InjectReply
from models.identity import id_of
from services.drills.injects import Inject, Told
from services.drills.kinds import DrillEvent
from services.drills.scoring import DrillResult, Ranked

IN_LINE = 32


def card(
    reader: Reader,
    found: Told,
    *,
    number: int,
    of: int,
    now: datetime,
    repeated: bool = False,
    in_group: bool = False,
) -> Message:
    """Show an inject: what happens, what is expected by when, and what a person's businesses have said."""
    inject = found.inject
    lines = [
        first_line(reader, inject.drill),
        *([reader.say("inject-repeated")] if repeated else ()),
        reader.say("inject-head", number=number, of=of, at=reader.moment(inject.row.came_at or now)),
        Markup.escape(reader.own(inject.step.text)),
    ]
    if inject.step.expected:
        lines.append(reader.say("inject-expected", expected=reader.own(inject.step.expected)))
    lines.append(_until(reader, inject))
    said = [one for one in found.replies if one[1].answered_at or one[1].missed_at or one[1].seen_at]
    lines += [reply_line(reader, *one, now=now) for one in said]
    replies = [reply for _, reply, _ in found.replies]
    return Message(Markup("\n").join(lines), rows=_ways(reader, inject, replies, in_group=in_group))


def _until(reader: Reader, inject: Inject) -> Markup:
    if inject.is_open and inject.rests_since is not None:
        return reader.say("inject-rests")
    if not inject.is_open:
        return reader.say("inject-over")
    return reader.say(
        "inject-until", until=reader.moment(inject.row.until_at or inject.row.came_at or inject.drill.starts_at)
    )


def _ways(
    reader: Reader, inject: Inject, replies: Sequence[InjectReply], *, in_group: bool
) -> tuple[tuple[Button, ...], ...]:
    """Offer the answers; words are asked for in a private chat alone."""
    if not inject.is_open:
        return ()

    def way(verb: str, style: Style | None = None) -> Button:
        return Button(reader.label(f"inject-button-{verb}"), InjectTap(id_of(inject.row), verb).pack(), style)

    unseen = any(reply.seen_at is None for reply in replies)
    last = (*(() if in_group else (way("words"),)), *((way("seen"),) if unseen else ()))
    return tuple(row for row in ((way("done", Style.SUCCESS),), (way("cannot"),), last) if row)


def open_now(reader: Reader, inject: Inject, *, now: datetime) -> OpenThing:
    """Say in a line of the main menu which inject waits until when; the button leads to its card."""
    until = reader.short_moment(inject.row.until_at or now, now)
    line = reader.say("inject-open-now", mark=DRILL, text=shorten(reader.own(inject.step.text), IN_LINE), until=until)
    label = shorten(f"{DRILL} {reader.own(inject.step.text)}", IN_LINE)
    return OpenThing(line, Button(label, InjectTap(id_of(inject.row), "show").pack()))


def not_yours_any_more(reader: Reader, inject: Inject) -> Message:
    """Show in the place of a card that its reader takes part no longer."""
    return Message(Markup("\n").join([first_line(reader, inject.drill), reader.say("inject-not-yours")]))


def taken(reader: Reader) -> str:
    """Confirm at the top of the screen what was tapped."""
    return reader.label("inject-taken")


def ask_words(reader: Reader, draft: Draft, *, code: str) -> Message:
    """Ask for an answer in words."""
    return Message(reader.say("inject-ask-words", code=code), rows=(way_out(reader, draft, back=False),))


def words_taken(reader: Reader, *, code: str) -> Message:
    """Confirm that the words are there."""
    return Message(reader.say("inject-words-taken", code=code))


def news(reader: Reader, drill: Drill, what: DrillEvent, *, incident: str | None) -> Message:
    """Tell what happened to a drill."""
    ending = what.replace("_", "-") if incident is None else f"{what}-for"
    words = reader.say(f"drill-news-{ending}", at=reader.full_moment(drill.starts_at), incident=incident or "")
    return Message(Markup("\n").join([first_line(reader, drill), words]))


def own_result(
    reader: Reader, drill: Drill, mine: Sequence[Ranked], result: DrillResult, *, department: str
) -> Message:
    """Tell a participant how their own businesses did."""
    return results.own(reader, drill, mine, result.before, network=result.whole.points, department=department)
