"""The page of a person's calendar: what is in it, its link while it is new, and how a phone takes it."""

from markupsafe import Markup

from handlers.calendars.taps import CalendarMakeTap, CalendarRevokeTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.calendars import CalendarLink


def unavailable(reader: Reader, *, for_office: bool) -> Message:
    """Say that the office serves no calendars; to the office itself, what turns them on."""
    said = "calendar-unavailable-office" if for_office else "calendar-unavailable"
    return Message(Markup("\n\n").join((reader.say("calendar-head"), reader.say(said))))


def page(reader: Reader, link: CalendarLink | None, *, for_office: bool) -> Message:
    """Tell what is in the calendar, and whether there is a link; the link itself is not kept."""
    times = link.number if link is not None else 0
    lines = [reader.say("calendar-head"), reader.say("calendar-what-office" if for_office else "calendar-what")]
    if link is None or link.token_hash is None:
        lines.append(reader.say("calendar-none"))
        make = Button(reader.label("calendar-button-make"), CalendarMakeTap(times).pack(), Style.PRIMARY)
        return Message(Markup("\n\n").join(lines), rows=((make,),))
    lines.append(reader.say("calendar-kept", at=reader.moment(link.made_at)))
    return Message(Markup("\n\n").join(lines), rows=_anew(reader, times))


def made(reader: Reader, address: str, *, times: int) -> Message:
    """Show a new link, and in a line each how phones take it."""
    lines = (
        reader.say("calendar-made", address=address),
        Markup("\n").join((reader.say("calendar-on-iphone"), reader.say("calendar-on-android"))),
        reader.say("calendar-keep-secret"),
    )
    return Message(Markup("\n\n").join(lines), rows=_anew(reader, times))


def _anew(reader: Reader, times: int) -> tuple[tuple[Button, ...], ...]:
    anew = Button(reader.label("calendar-button-anew"), CalendarMakeTap(times).pack())
    revoke = Button(reader.label("calendar-button-revoke"), CalendarRevokeTap(times).pack(), Style.DANGER)
    return ((anew,), (revoke,))


def revoked(reader: Reader) -> str:
    """Say that the link is dead."""
    return reader.label("calendar-revoked")
