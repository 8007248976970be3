"""An escalation as coordinators see it, each call, and the card of whoever is called in the bot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.escalation.taps import CallAnswerTap, CallMarkTap, CallTap, EscalateTap, EscalationTap, PostsTap
from handlers.escalation.views.posts import post_name
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.incidents.views.cards import Facts, place_name
from handlers.tally.taps import TallyTap
from models.drafts import Draft
from models.escalation import CallState, Escalation, EscalationCall, EscalationStage, Post
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from services.escalation.calling import FOLLOWS, LINK_LENGTH, MINUTES_LENGTH, EscalationSheet
from services.escalation.kinds import EscalationNews
from services.notation.phones import show_phone

# What a coordinator may wish of an escalation.
SHOW, NEXT, NEXT_NOW, END, END_NOW, CALLS, MINUTES, LINK = (
    *("show", "next", "next-now", "end", "end-now", "calls", "minutes", "link"),
)
MARKS = {
    CallState.CALLED: "⏳",
    CallState.ACCEPTED: "✔",
    CallState.DECLINED: "⛔",
    CallState.NO_ANSWER: "📵",
    CallState.CAME: "🦺",
    CallState.LEFT: "👋",
}
STYLES = {CallState.ACCEPTED: Style.SUCCESS, CallState.CAME: Style.SUCCESS}
SHOWN_NAME, SHOWN_TITLE, SHOWN_MINUTES = 26, 60, 300
# An invitation fits one screen: so much of what happened, and of where.
SHOWN_TEXT, SHOWN_PLACE = 160, 80
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Inviting:
    """What an invitation says beside the call: of the incident, who calls, and who commands, where that is another."""

    facts: Facts
    caller: str
    commander: str | None = None


def code_of(reader: Reader, incident: Incident) -> str:
    """Name an incident by its code; a drill says so before it."""
    if incident.kind is IncidentKind.DRILL:
        return reader.label("task-code-drill", code=incident.code)
    return incident.code


def _kebab(word: str) -> str:
    return word.replace("_", "-")


def state_name(reader: Reader, state: CallState) -> str:
    """Name what came of a call."""
    return reader.label(f"call-state-{_kebab(state)}")


def watch(reader: Reader, sheet: EscalationSheet, *, news: EscalationNews | None = None, now: datetime) -> Message:
    """Make the coordinators' card: at which stage, who was called and answered, the link, the minutes."""
    escalation = sheet.escalation
    parts = [
        _news(reader, sheet, news),
        _head(reader, sheet, now=now),
        Markup("\n").join(_call_line(reader, one, now=now) for one in sheet.calls) if sheet.calls else None,
        _rest(reader, escalation),
    ]
    return Message(Markup("\n\n").join(part for part in parts if part), rows=_watch_rows(reader, sheet))


def older(reader: Reader, sheet: EscalationSheet) -> Message:
    """Say on an older card that a newer one tells how things stand, and lead there."""
    text = Markup("\n").join([_first_line(reader, sheet.incident), reader.say("escalation-older")])
    return Message(text, rows=((offer(reader, sheet.escalation.incident_id, is_open=True),),))


def _news(reader: Reader, sheet: EscalationSheet, news: EscalationNews | None) -> Markup | None:
    """Say what is new, and whom nobody takes part for: that is true for as long as it is."""
    lines = [] if news in (None, EscalationNews.SILENT) else [reader.say(f"escalation-news-{_kebab(news)}")]
    if sheet.unanswered:
        named = "; ".join(reader.label(f"post-short-{_kebab(one.post)}") for one in sheet.unanswered)
        lines.append(reader.say("escalation-news-silent", posts=named))
    return Markup("\n").join(lines) if lines else None


def _head(reader: Reader, sheet: EscalationSheet, *, now: datetime) -> Markup:
    escalation, incident = sheet.escalation, sheet.incident
    first = _first_line(reader, incident)
    if escalation.ended_at is not None:
        return Markup("\n").join(
            [first, reader.say("escalation-ended", at=reader.short_moment(escalation.ended_at, now))]
        )
    stage = reader.say(f"escalation-stage-{_kebab(escalation.stage)}", at=reader.short_moment(escalation.stage_at, now))
    if escalation.asks_at is None:
        return Markup("\n").join([first, stage])
    asks = reader.say("escalation-asks", at=reader.short_moment(escalation.asks_at, now))
    return Markup("\n").join([first, stage, asks])


def _first_line(reader: Reader, incident: Incident) -> Markup:
    title = labelled(shorten(reader.own(incident.title), SHOWN_TITLE), incident.tlp)
    return reader.say("escalation-first-line", code=code_of(reader, incident), title=title)


def _call_line(reader: Reader, one: EscalationCall, *, now: datetime) -> Markup:
    times = [at for at in (one.came_at, one.left_at) if at is not None] or [one.due_at or one.state_at]
    waits = one.state is CallState.CALLED and one.due_at is not None
    return reader.say(
        "call-line-until" if waits else "call-line",
        mark=MARKS[one.state],
        post=reader.label(f"post-short-{_kebab(one.post)}"),
        name=shorten(reader.known_as(one.name), SHOWN_NAME),
        state=state_name(reader, one.state),
        at=" – ".join(reader.short_moment(at, now) for at in times),
    )


def _rest(reader: Reader, escalation: Escalation) -> Markup | None:
    lines = [
        reader.say("escalation-link", link=escalation.link) if escalation.link else None,
        reader.say("escalation-minutes", text=shorten(escalation.minutes, SHOWN_MINUTES))
        if escalation.minutes
        else None,
    ]
    return Markup("\n").join(line for line in lines if line)


def _watch_rows(reader: Reader, sheet: EscalationSheet) -> Rows:
    escalation = sheet.escalation
    back = Button(reader.label("button-to-tally"), TallyTap(escalation.incident_id).pack())
    if escalation.ended_at is not None:
        return ((back,),)
    calls = Button(reader.label("escalation-button-calls"), _tap(CALLS, escalation), Style.PRIMARY)
    words = (_verb(reader, MINUTES, escalation), _verb(reader, LINK, escalation))
    on = (_verb(reader, NEXT, escalation),) if escalation.stage is EscalationStage.MEETING else ()
    return ((calls,), words, (*on, _verb(reader, END, escalation)), (back,))


def _tap(verb: str, escalation: Escalation) -> str:
    return EscalationTap(verb, id_of(escalation)).pack()


def _verb(reader: Reader, verb: str, escalation: Escalation, style: Style | None = None) -> Button:
    return Button(reader.label(f"escalation-button-{verb}"), _tap(verb, escalation), style)


def ask_surely(reader: Reader, sheet: EscalationSheet, verb: str) -> Message:
    """Ask whether the next stage, or the end, is meant."""
    text = reader.say(f"escalation-ask-{verb}", code=code_of(reader, sheet.incident))
    now_button = _verb(reader, NEXT_NOW if verb == NEXT else END_NOW, sheet.escalation, Style.DANGER)
    return Message(text, rows=((now_button,), (_verb(reader, SHOW, sheet.escalation),)))


def calls(reader: Reader, sheet: EscalationSheet) -> Message:
    """Offer each call: those who are not in the bot are called by phone."""
    buttons = [
        Button(f"{MARKS[one.state]} {reader.label(f'post-short-{_kebab(one.post)}')}", CallTap(id_of(one)).pack())
        for one in sheet.calls
    ]
    text = reader.say("escalation-calls", code=code_of(reader, sheet.incident))
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Message(text, rows=(*rows, (_verb(reader, SHOW, sheet.escalation),)))


def call(reader: Reader, sheet: EscalationSheet, one: EscalationCall, *, now: datetime) -> Message:
    """Show one call with the number, and what may be said to have come of it."""
    parts = [
        reader.say("call-head", post=post_name(reader, one.post), name=reader.known_as(one.name), office=one.office),
        reader.say("call-phone", phone=show_phone(one.phone)) if one.phone else None,
        reader.say("call-in-bot") if one.person_id is not None else None,
        _call_line(reader, one, now=now),
    ]
    marks = tuple((_mark(reader, one, state),) for state in _allowed(one))
    back = _verb(reader, CALLS, sheet.escalation)
    return Message(Markup("\n").join(part for part in parts if part), rows=(*marks, (back,)))


def _allowed(one: EscalationCall) -> Sequence[CallState]:
    """List what may be said of a call now; nobody comes to a meeting online."""
    there = (CallState.CAME, CallState.LEFT)
    on_site = one.stage is EscalationStage.ON_SITE
    return [state for state in FOLLOWS.get(one.state, ()) if on_site or state not in there]


def _mark(reader: Reader, one: EscalationCall, state: CallState) -> Button:
    text = reader.label(f"call-button-{_kebab(state)}")
    return Button(text, CallMarkTap(id_of(one), state).pack(), STYLES.get(state))


def called(
    reader: Reader, sheet: EscalationSheet, one: EscalationCall, inviting: Inviting, *, now: datetime
) -> Message:
    """Make the card of whoever is called in the bot: all that they must know to come, on one screen."""
    escalation, incident = sheet.escalation, sheet.incident
    is_over = escalation.ended_at is not None or one.stage is not escalation.stage
    asked = reader.say(f"called-{_kebab(one.stage)}", department=inviting.facts.department)
    told = (
        []
        if is_over
        else [_what_happened(reader, inviting.facts, now=now), _how_to_come(reader, sheet, one, inviting, now=now)]
    )
    parts = [
        Markup("\n").join([_first_line(reader, incident), reader.say("called-over") if is_over else asked]),
        *told,
        _call_line(reader, one, now=now) if one.state is not CallState.CALLED else None,
    ]
    joining = ((Button(reader.label("called-button-join"), url=escalation.link),),) if _is_joined(sheet, one) else ()
    states = [] if is_over else [one for one in _allowed(one) if one is not CallState.NO_ANSWER]
    answers = tuple(
        (
            Button(
                reader.label(f"called-button-{_kebab(state)}"),
                CallAnswerTap(id_of(one), state).pack(),
                STYLES.get(state),
            ),
        )
        for state in states
    )
    return Message(Markup("\n\n").join(part for part in parts if part), rows=(*joining, *answers))


def _is_joined(sheet: EscalationSheet, one: EscalationCall) -> bool:
    """Tell whether a call is to a meeting that goes on, whose address is known."""
    escalation = sheet.escalation
    is_meeting = escalation.stage is EscalationStage.MEETING and one.stage is EscalationStage.MEETING
    return bool(escalation.link) and is_meeting and escalation.ended_at is None


def _what_happened(reader: Reader, facts: Facts, *, now: datetime) -> Markup:
    """Say how grave it is, where, since when, and in a few words what."""
    lines = [
        reader.say("called-severity", severity=reader.label(f"severity-{facts.severity}-marked")),
        reader.say("called-place", place=shorten(place_name(reader, facts), SHOWN_PLACE)),
        reader.say("called-since", at=reader.short_moment(facts.began_at or facts.declared_at, now)),
    ]
    if facts.description and facts.description != facts.title:
        lines.append(Markup.escape(shorten(" ".join(facts.description.split()), SHOWN_TEXT)))
    return Markup("\n").join(lines)


def _how_to_come(
    reader: Reader, sheet: EscalationSheet, one: EscalationCall, inviting: Inviting, *, now: datetime
) -> Markup:
    """Say as whom they are called, by whom and with whom, where the meeting is, and by when an answer is due."""
    link, others = sheet.escalation.link, [other for other in sheet.calls if other.id != one.id]
    lines = [
        reader.say("called-as", post=post_name(reader, one.post), name=reader.known_as(one.name)),
        reader.say("called-by", name=reader.known_as(inviting.caller)),
    ]
    if inviting.commander is not None:
        lines.append(reader.say("called-commander", name=reader.known_as(inviting.commander)))
    if others:
        named = " · ".join(f"{MARKS[other.state]} {post_name(reader, other.post)}" for other in others)
        lines.append(reader.say("called-others", names=named))
    if one.stage is EscalationStage.MEETING:
        lines.append(reader.say("escalation-link", link=link) if link else reader.say("called-no-link"))
    if one.state is CallState.CALLED:
        due = one.due_at
        lines.append(reader.say("called-until", at=reader.short_moment(due, now)) if due else reader.say("called-late"))
    return Markup("\n").join(lines)


def called_no_more(reader: Reader, sheet: EscalationSheet) -> Message:
    """Say in the place of a call that it is for its reader no longer: what it said was for whoever coordinates."""
    return Message(reader.say("called-no-more", code=code_of(reader, sheet.incident)))


def ask_link(reader: Reader, draft: Draft, incident: Incident) -> Message:
    """Ask where the meeting is; it may be said later."""
    later = button(draft, "later", reader.label("escalation-button-later"))
    text = reader.say("escalation-ask-link", code=code_of(reader, incident), limit=LINK_LENGTH)
    return Message(text, rows=((later,), way_out(reader, draft, back=False)))


def confirm(reader: Reader, draft: Draft, incident: Incident, able: Sequence[Post], missing: Sequence[Post]) -> Message:
    """Show who is called at once and who cannot be, before anybody is."""
    parts = [
        reader.say("escalation-confirm", code=code_of(reader, incident), count=len(able)),
        Markup("\n").join(reader.say("escalation-confirm-line", post=post_name(reader, one)) for one in able),
        reader.say("escalation-confirm-missing", posts="; ".join(post_name(reader, one) for one in missing))
        if missing
        else None,
    ]
    send = Button(reader.label("escalation-button-begin"), button(draft, "begin", "").data, Style.DANGER)
    rows = ((send,), way_out(reader, draft)) if able else (way_out(reader, draft),)
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def ask_words(reader: Reader, draft: Draft, sheet: EscalationSheet) -> Message:
    """Ask for the minutes, or for the address of the meeting."""
    limit = MINUTES_LENGTH if draft.step == MINUTES else LINK_LENGTH
    text = reader.say(f"escalation-write-{draft.step}", code=code_of(reader, sheet.incident), limit=limit)
    return Message(text, rows=(way_out(reader, draft, back=False),))


def offer(reader: Reader, incident_id: int, *, is_open: bool) -> Button:
    """Make the button on an incident's page."""
    key = "escalation-button-open" if is_open else "escalation-button-escalate"
    return Button(reader.label(key), EscalateTap(incident_id).pack())


def left_open(reader: Reader) -> list[str]:
    """Say in a few words that those above are called."""
    return [reader.label("escalation-left-open")]


def to_posts(reader: Reader) -> Button:
    """Make the button that leads to the posts."""
    return Button(reader.label("escalation-button-posts"), PostsTap().pack())
