"""A business's duty roster: the page, the steps by which it is changed, and what those on duty are told."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from markupsafe import Markup

from handlers.duty.forms import DutyForm
from handlers.duty.taps import DutyTap
from handlers.frame.taps import MenuTap
from handlers.frame.views.dialogues import button, of_step
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to_card
from models.drafts import Draft
from models.identity import id_of
from models.members import Member
from services.duty.hours import WHOLE_DAY
from services.duty.rota import Roster, Watcher
from services.duty.watchers import AROUND_THE_CLOCK, MINUTES, Hours, Span, Spans

SHOW = "show"
# The parts of a roster that can be changed, each the first step of a dialogue.
HOURS, WEEKS, ORDER, CLEAR = "hours", "weeks", "order", "clear"
PARTS = (HOURS, WEEKS, ORDER, CLEAR)
# The steps that follow.
DAYS, DAY, WHO = "days", "day", "who"
# What buttons of the steps say.
PRESET, SPAN, COPY, SAVE = "preset", "span", "copy", "save"
WEEK, PERSON, PAGE, AGAIN, APPLY, DONE = "week", "person", "page", "again", "apply", "done"
ALWAYS, OFFICE = "always", "office"
# Ready-made hours of one day.
SPANS: Mapping[str, Spans] = {
    "day": (Span(7 * 60 + 30, 17 * 60),),
    "night": (Span(22 * 60, 30 * 60),),
    "whole": WHOLE_DAY,
    "off": (),
    "halves": (Span(7 * 60 + 30, 11 * 60 + 30), Span(13 * 60 + 30, 17 * 60)),
}
Rows = tuple[tuple[Button, ...], ...]


def choose(reader: Reader, businesses: Sequence[Member]) -> Message:
    """Ask of which business."""
    rows = tuple((Button(one.name[:60], DutyTap(id_of(one), SHOW).pack()),) for one in businesses)
    return Message(reader.say("duty-choose"), rows=(*rows, (_menu(reader),)))


def roster(reader: Reader, shown: Roster, *, on_duty: Collection[int]) -> Message:
    """Show the hours, who is on duty now and in the coming weeks, and what that means."""
    names = [one.name for one in shown.people if one.person_id in on_duty]
    now = reader.say("duty-now", names=", ".join(names)) if names else reader.say("duty-now-nobody")
    parts = [
        reader.say("duty-head", member=shown.member.name),
        Markup("\n").join([reader.say("duty-hours-line", hours=hours_text(reader, shown.hours)), now]),
        Markup("\n").join(_week_line(reader, shown, monday) for monday in shown.weeks),
        reader.say("duty-meaning"),
    ]
    if any(one is not None and not one.reachable for one in shown.weeks.values()):
        parts.append(reader.say("duty-unreachable"))
    return Message(Markup("\n\n").join(parts), rows=_parts(reader, shown))


def _parts(reader: Reader, shown: Roster) -> Rows:
    member_id = id_of(shown.member)
    hours, weeks, order, clear = (
        Button(reader.label(f"button-duty-{part}"), DutyTap(member_id, part).pack()) for part in PARTS
    )
    first = (order, clear) if shown.is_set else (order,)
    return ((hours, weeks), first, to_card(reader, shown.member))


def _week_line(reader: Reader, shown: Roster, monday: date) -> Markup:
    name = _name(reader, shown.weeks[monday])
    return reader.say("duty-week-line", week=_week(reader, shown, monday), name=name)


def _week(reader: Reader, shown: Roster, monday: date) -> str:
    """Name a week by its days, and this week as such."""
    days = _days(monday)
    return reader.label("duty-this-week", days=days) if monday == min(shown.weeks) else days


def _days(monday: date) -> str:
    return f"{monday:%d/%m}–{monday + timedelta(days=6):%d/%m}"


def _name(reader: Reader, watcher: Watcher | None) -> str:
    if watcher is None:
        return "—"
    return watcher.name if watcher.reachable else reader.label("duty-name-unreachable", name=watcher.name)


def hours_text(reader: Reader, hours: Hours) -> str:
    """Write hours, days with the same ones together: "T2–T6 7:30–17:00 · T7–CN nghỉ"."""
    if dict(hours) == dict(AROUND_THE_CLOCK):
        return reader.label("duty-always")
    runs = [(spans, list(days)) for spans, days in groupby(range(7), key=lambda day: hours.get(day, ()))]
    return " · ".join(f"{_days_of_week(reader, days)} {spans_text(reader, spans)}" for spans, days in runs)


def _days_of_week(reader: Reader, days: Sequence[int]) -> str:
    """Name a day, or the first and the last of several."""
    names = [_weekday(reader, day) for day in days]
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


def spans_text(reader: Reader, spans: Spans) -> str:
    """Write the hours of one day: "7:30–11:30, 13:30–17:00"."""
    if not spans:
        return reader.label("duty-off")
    if spans == WHOLE_DAY:
        return reader.label("duty-whole-day")
    return ", ".join(f"{_clock(span.begins)}–{_clock(span.ends)}" for span in spans)


def _clock(minute: int) -> str:
    """Write a minute since midnight as a time of day; the midnight that ends the day is 24:00."""
    minute = minute if minute <= MINUTES else minute - MINUTES
    return f"{minute // 60}:{minute % 60:02}"


def _weekday(reader: Reader, weekday: int) -> str:
    return reader.label(f"weekday-{weekday}")


def step(reader: Reader, draft: Draft, shown: Roster) -> Message:
    """Make the message of a step."""
    return STEPS[draft.step](reader, draft, shown)


def _ask_hours(reader: Reader, draft: Draft, shown: Roster) -> Message:
    ready_made = (ALWAYS, OFFICE, DAYS)
    rows = tuple((button(draft, PRESET, reader.label(f"button-duty-{one}"), one),) for one in ready_made)
    text = reader.say("duty-ask-hours", hours=hours_text(reader, shown.hours))
    return Message(text, rows=(*rows, _back(reader, draft)))


def _ask_days(reader: Reader, draft: Draft, _shown: Roster) -> Message:
    hours = DutyForm.of(draft).spans
    days = [
        button(draft, DAY, f"{_weekday(reader, weekday)} · {_short(reader, hours.get(weekday, ()))}", str(weekday))
        for weekday in range(7)
    ]
    save = button(draft, SAVE, reader.label("button-duty-save"))
    copy = button(draft, COPY, reader.label("button-duty-copy"))
    rows = (*_in_rows(days, 2), (copy,), (Button(save.text, save.data, Style.PRIMARY),), _back(reader, draft))
    return Message(reader.say("duty-ask-days", hours=hours_text(reader, hours)), rows=rows)


def _short(reader: Reader, spans: Spans) -> str:
    """Write the hours of one day for half a row of buttons: several spans are counted."""
    return reader.label("duty-several-spans", count=len(spans)) if len(spans) > 1 else spans_text(reader, spans)


def _ask_day(reader: Reader, draft: Draft, _shown: Roster) -> Message:
    ready_made = [button(draft, SPAN, spans_text(reader, spans), name) for name, spans in SPANS.items()]
    text = reader.say("duty-ask-day", day=reader.label(f"weekday-{DutyForm.of(draft).day}-long"))
    return Message(text, rows=(*_in_rows(ready_made, 2), _back(reader, draft)))


def _ask_weeks(reader: Reader, draft: Draft, shown: Roster) -> Message:
    weeks = tuple(
        (button(draft, WEEK, f"{_week(reader, shown, monday)} · {_name(reader, one)}"[:60], str(monday)),)
        for monday, one in shown.weeks.items()
    )
    done = button(draft, DONE, reader.label("button-done"))
    return Message(reader.say("duty-ask-weeks"), rows=(*weeks, (done,)))


def _ask_who(reader: Reader, draft: Draft, shown: Roster) -> Message:
    form = DutyForm.of(draft)
    monday = date.fromisoformat(form.week)
    part = page_of(shown.people, form.page)
    held = shown.weeks.get(monday)
    people = tuple(
        (button(draft, PERSON, _ticked(reader, _name(reader, one), on=one == held), str(one.person_id)),)
        for one in part.items
    )
    nobody = button(draft, PERSON, reader.label("button-duty-nobody"), "0")
    turn = turning(part, lambda number: button(draft, PAGE, "", str(number)).data)
    text = reader.say("duty-ask-who", week=_days(monday))
    return Message(text, rows=(*people, *turn, (nobody,), _back(reader, draft)))


def _ticked(reader: Reader, text: str, *, on: bool) -> str:
    return reader.label("button-chosen", text=text) if on else text


def _ask_order(reader: Reader, draft: Draft, shown: Roster) -> Message:
    form = DutyForm.of(draft)
    order = form.order
    part = page_of(shown.people, form.page)
    people = tuple((button(draft, PERSON, _numbered(order, one), str(one.person_id)),) for one in part.items)
    turn = turning(part, lambda number: button(draft, PAGE, "", str(number)).data)
    rows: list[tuple[Button, ...]] = [*people, *turn]
    if order:
        apply = button(draft, APPLY, reader.label("button-duty-apply", weeks=len(shown.weeks)))
        rows += [
            (Button(apply.text, apply.data, Style.PRIMARY),),
            (button(draft, AGAIN, reader.label("button-duty-again")),),
        ]
    text = reader.say("duty-ask-order", weeks=len(shown.weeks))
    return Message(text, rows=(*rows, _back(reader, draft)))


def _numbered(order: Sequence[int], one: Watcher) -> str:
    return f"{order.index(one.person_id) + 1}. {one.name}" if one.person_id in order else one.name


def _ask_clear(reader: Reader, draft: Draft, shown: Roster) -> Message:
    clear = button(draft, CLEAR, reader.label("button-duty-clear-now"))
    text = reader.say("duty-ask-clear", member=shown.member.name)
    return Message(text, rows=((Button(clear.text, clear.data, Style.DANGER),), _back(reader, draft)))


STEPS: Mapping[str, Callable[[Reader, Draft, Roster], Message]] = {
    HOURS: _ask_hours,
    DAYS: _ask_days,
    DAY: _ask_day,
    WEEKS: _ask_weeks,
    WHO: _ask_who,
    ORDER: _ask_order,
    CLEAR: _ask_clear,
}


def _back(reader: Reader, draft: Draft) -> tuple[Button, ...]:
    return (of_step(draft, "back", reader.label("button-back")),)


def _in_rows(buttons: Sequence[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def told(reader: Reader, shown: Roster, weeks: Sequence[date]) -> Message:
    """Tell a person in which weeks they are on duty, or that they are not any more."""
    if not weeks:
        return _to_roster(reader, shown, reader.say("duty-told-none", member=shown.member.name))
    lines = [reader.say("duty-told-week", week=_week(reader, shown, monday)) for monday in weeks]
    head = reader.say("duty-told", member=shown.member.name)
    hours = reader.say("duty-hours-line", hours=hours_text(reader, shown.hours))
    meaning = reader.say("duty-told-meaning")
    return _to_roster(reader, shown, Markup("\n\n").join([head, Markup("\n").join([*lines, hours]), meaning]))


def told_beginning(reader: Reader, shown: Roster) -> Message:
    """Remind a person that their week on duty has begun."""
    text = reader.say(
        "duty-told-beginning",
        member=shown.member.name,
        days=_days(min(shown.weeks)),
        hours=hours_text(reader, shown.hours),
    )
    return _to_roster(reader, shown, text)


def _to_roster(reader: Reader, shown: Roster, text: Markup) -> Message:
    row = (Button(reader.label("button-duty-show"), DutyTap(id_of(shown.member), SHOW).pack()),)
    return Message(text, rows=(row,))


def hours_kept(reader: Reader) -> str:
    """Confirm the hours."""
    return reader.label("duty-hours-kept")


def order_kept(reader: Reader) -> str:
    """Confirm an order of people."""
    return reader.label("duty-order-kept")


def cleared(reader: Reader) -> str:
    """Confirm that the roster is empty."""
    return reader.label("duty-cleared")


def stopped(reader: Reader) -> Message:
    """Say what stays of a change that was broken off: each part was stored when it was said."""
    return Message(reader.say("duty-stopped"))


def _menu(reader: Reader) -> Button:
    return Button(reader.label("button-menu"), MenuTap("menu").pack())
