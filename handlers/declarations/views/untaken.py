"""What a typed line says that the declaration does not hold: said beside the number of businesses, mended by a tap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from handlers.frame.views.dialogues import button
from handlers.frame.views.fitting import ECHOED, shorten
from handlers.frame.views.message import Button
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts
from models.drafts import Draft
from services.declarations.spans import WrongDay
from services.places.elsewhere import Elsewhere

_DAY = timedelta(days=1)
# The fields that are opened to say it anew.
BEGAN, UNTIL = "began", "until"


@dataclass(frozen=True)
class Untaken:
    """Words that name no known place, numbers beside the one that is taken, a start to come, an end that is over.

    `wrong_day` is one that the calendar does not have. `asks_where`: all places that are named lie elsewhere, so that a
    person says whom to call. `speaks_of_a_drill` is true where a real incident's words speak of one. `like_a_label`
    are words that look like a TLP label and are none, `open_start` such as leave open since when it is so;
    `planned_until` is the end of a planned cut, `of_old` are provinces that are now a part of this one.
    """

    unread: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    ahead_at: datetime | None = None
    late_at: datetime | None = None
    wrong_day: WrongDay | None = None
    elsewhere: Sequence[Elsewhere] = ()
    speaks_of_a_drill: bool = False
    asks_where: bool = False
    like_a_label: str = ""
    open_start: str = ""
    planned_until: datetime | None = None
    of_old: tuple[str, ...] = ()


def said(reader: Reader, untaken: Untaken, facts: Facts) -> list[Markup]:
    """Say what was not taken, a line each."""
    lines = []
    if untaken.speaks_of_a_drill:
        lines.append(reader.say("preview-speaks-of-drill", kind=reader.label(f"kind-{facts.kind}")))
    if untaken.like_a_label:
        lines.append(reader.say("preview-like-a-label", words=untaken.like_a_label))
    if untaken.unread:
        key = "preview-unread" if facts.communes else "preview-unread-whole"
        lines.append(reader.say(key, words=shorten(", ".join(untaken.unread), ECHOED)))
    if untaken.of_old:
        lines.append(reader.say("preview-of-old", names=shorten(", ".join(untaken.of_old), ECHOED)))
    if untaken.elsewhere and not untaken.asks_where:
        lines.append(reader.say("preview-elsewhere", names=named_elsewhere(untaken)))
    if untaken.wrong_day is not None:
        lines.append(_wrong_day(reader, untaken.wrong_day))
    lines += _times(reader, untaken, facts)
    if untaken.beside:
        lines.append(reader.say("preview-beside", words=shorten(", ".join(untaken.beside), ECHOED)))
    return lines


def _times(reader: Reader, untaken: Untaken, facts: Facts) -> list[Markup]:
    """Say which times were not taken, or taken for others."""
    lines = []
    if untaken.open_start:
        lines.append(reader.say("preview-open-start", words=shorten(untaken.open_start, ECHOED)))
    if untaken.planned_until is not None:
        lines.append(_planned(reader, untaken.planned_until, untaken.ahead_at or facts.began_at))
    elif untaken.ahead_at is not None:
        began = reader.moment(facts.began_at) if facts.began_at else ""
        key = "preview-ahead-last" if began else "preview-ahead"
        lines.append(reader.say(key, at=reader.moment(untaken.ahead_at), began=began))
    if untaken.late_at is not None:
        key = "preview-late-next" if facts.until_at else "preview-late"
        until = reader.moment(facts.until_at) if facts.until_at else ""
        lines.append(reader.say(key, at=reader.moment(untaken.late_at), until=until))
    return lines


def _planned(reader: Reader, until: datetime, since: datetime | None) -> Markup:
    """Say from when to when a cut is planned, which is no end of what is needed."""
    if since is None:
        return reader.say("preview-planned-end", until=reader.moment(until))
    return reader.say("preview-planned", since=reader.moment(since), until=reader.moment(until))


def buttons(reader: Reader, draft: Draft, untaken: Untaken, facts: Facts) -> list[Button]:
    """Make the buttons that mend it."""
    found = []
    if untaken.speaks_of_a_drill:
        found.append(button(draft, "as", reader.label("button-as-drill"), "drill"))
        found.append(button(draft, "as", reader.label("button-as-real"), "real"))
    if untaken.unread or untaken.elsewhere or untaken.of_old:
        found.append(button(draft, "ask_for", reader.label("button-choose-place"), "place"))
    if untaken.open_start:
        found.append(button(draft, "ask_for", reader.label("button-began-set"), BEGAN))
    if untaken.wrong_day is not None and not untaken.wrong_day.ends:
        found.append(button(draft, "ask_for", reader.label("button-began-other"), BEGAN))
    if untaken.late_at is not None and facts.until_at is None:
        days = (facts.declared_at - untaken.late_at) // _DAY + 1
        at = reader.moment(untaken.late_at + days * _DAY)
        found.append(button(draft, "late", reader.label("button-until-next", at=at), "next"))
    if untaken.planned_until is not None:
        found.append(button(draft, "ask_for", reader.label("button-until-set"), UNTIL))
    elif untaken.late_at is not None or (untaken.wrong_day is not None and untaken.wrong_day.ends):
        found.append(button(draft, "ask_for", reader.label("button-until-other"), UNTIL))
    return found


def named_elsewhere(untaken: Untaken) -> str:
    """Name the places that lie elsewhere."""
    return shorten(", ".join(_named(one) for one in untaken.elsewhere), ECHOED)


def _named(one: Elsewhere) -> str:
    where = [name for name in one.provinces if name != one.said]
    return f"{one.said} ({', '.join(where)})" if where else one.said


def wrong_field(wrong: WrongDay) -> str:
    """Name the field that a day which is none was to fill."""
    return UNTIL if wrong.ends else BEGAN


def _wrong_day(reader: Reader, wrong: WrongDay) -> Markup:
    """Say that a day is none, and what is therefore not set."""
    field = reader.label(f"field-{wrong_field(wrong)}")
    if wrong.weekday is None:
        return reader.say("preview-no-such-day", day=wrong.said, field=field)
    return reader.say("preview-other-weekday", day=wrong.said, weekday=wrong.weekday, field=field)
